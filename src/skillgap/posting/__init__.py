"""What a posting asks: from mentions to requirements.

    connectors  what the words between and around names mean              connectors.py
    groups      which mentions of a sentence are alternatives             groups.py
    instead     where what would do instead belongs                       instead.py
    unasked     names that ask for nothing of their own                   unasked.py
    levels      required, preferred, context or negated                   levels.py
    conditions  what is asked and is no skill                             conditions.py
    titles      what the job is called                                    titles.py
    sentences   the units that name skills                                sentences.py
    years       the years asked for in a skill                            years.py
    reader      joins them, with the years asked for                      reader.py

In: a `Document` and its `Extraction`. Out: a `Posting`.
"""

from skillgap.posting.reader import understand_posting

__all__ = ["understand_posting"]
