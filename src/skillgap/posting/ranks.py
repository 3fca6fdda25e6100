"""Years that a role asks for in each of its ranks: "Mid level: 2 years of Ruby. Senior level: 5 years of Ruby".

In: the requirements that ask for years of one thing. Out: the one whose years count. Titles that name a rank are for `titles`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.model import Requirement

_RANK = re.compile(
    r"\W*(?:(?:for|as) )?(?:an? |the |our )?"
    r"(?P<rank>juniors?|mid|middle|medior|intermediates?|regular|seniors?|lead|principal|staff|expert)"
    r"(?:[ -](?:level|weight|career))*(?: (?:role|position|post|engineer|developer|candidate|profile|hire)s?)*(?: \([^()]*\))?"
    r"(?:\s*:|\s-\s|,? (?:you |we )?(?:need|want|ask for|expect|require|bring|have|has|(?:should|must) have)s? )",
    re.IGNORECASE,
)
"""Begins what is asked for in one rank."""


def telling(asking: Sequence[Requirement]) -> Requirement:
    """The one that says the years: the most that are told, but of several ranks the fewest, since that one is hired too."""
    ranks = {match["rank"].lower() if (match := _RANK.match(each.quote)) else "" for each in asking}
    of_ranks = len(ranks) == len(asking) > 1 and "" not in ranks
    return (min if of_ranks else max)(asking, key=lambda each: each.min_years or 0.0)
