"""What a résumé shows of what a posting asks: one verdict per requirement, a score that is their sum, and hints on wording.

    judge      the verdict on one requirement               judge.py
    denials    denied or only wished, so not unsure         denials.py
    backing    what to say where one used it is worth       backing.py
    score      weights, credit, points that sum up          score.py
    quotes     the words of both documents                  quotes.py
    hints      shown, but in other words                    hints.py
    compare    joins them to a report                       compare.py

In: a `Posting`, a `Resume`, a `Taxonomy`. Out: a `GapReport`.
"""

from skillgap.comparison.compare import compare
from skillgap.comparison.score import Options

__all__ = ["Options", "compare"]
