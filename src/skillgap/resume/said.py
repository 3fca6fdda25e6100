"""The words with which a résumé says things, from `data/claims.yaml` and `data/paid.yaml`, as plain words and as patterns.

In: the name of a file, and what a rule in it is of. Out: all words of such rules. What they mean is told where they are used.
"""

from __future__ import annotations

import re
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import any_of


@cache
def said(name: str, of: str, key: str = "words") -> tuple[str, ...]:
    """The words of the rules of `data/<name>.yaml` that are of something; or what stands there under another key."""
    return tuple(word for rule in rules(name, "skillgap.resume") if rule["of"] == of for word in rule.get(key, ()))


@cache
def pattern(name: str, *of: str, key: str = "words") -> str:
    """A regular expression for any of these words."""
    return any_of(word for each in of for word in said(name, each, key))


def in_any_case(regex: str) -> re.Pattern[str]:
    """A pattern that capitals do not matter to."""
    return re.compile(regex, re.IGNORECASE)
