"""What a résumé shows: from mentions to evidence.

    calendar   what dates look like, in several languages            calendar.py
    dates      ranges of months in a line                            dates.py
    body       what a line looks like                                body.py
    dated      the lines that date an entry                          dated.py
    sections   what dates tell of headings that nobody knows         sections.py
    entries    jobs, projects, education, certificates               entries.py
    paid       which projects are paid work                          paid.py
    claims     what lists and sentences say of years                 claims.py
    periods    when in a job a skill was used                        periods.py
    as_of      the date that a résumé says it is of                  as_of.py
    columns    whether parts stand side by side                      columns.py
    evidence   for each skill: where, how strong, how long           evidence.py

In: a `Document` and its `Extraction`, and today's date. Out: a `Resume`.
"""

from skillgap.resume.dates import months_covered
from skillgap.resume.evidence import assume, months_of, understand_resume

__all__ = ["assume", "months_covered", "months_of", "understand_resume"]
