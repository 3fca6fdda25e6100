"""What a résumé shows: from mentions to evidence.

    dates      ranges of months in a line                            dates.py
    entries    jobs, projects, education, certificates               entries.py
    evidence   for each skill: where, how strong, how long           evidence.py

In: a `Document` and its `Extraction`, and today's date. Out: a `Resume`.
"""

from skillgap.resume.evidence import assume, months_of, understand_resume

__all__ = ["assume", "months_of", "understand_resume"]
