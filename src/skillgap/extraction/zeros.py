"""Names of which a list or a table says that there is nothing of them: "Kafka: 0 years", "Kafka (0/5)", "Kafka ✗".

In: a unit (plain text) and where its names stand. Out: which of them have a zero behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ZERO = re.compile(
    r"\s*[:|=(\[–—-]?\s*(?:(?:0|zero)(?![.,]?\d)"
    r"\s*(?P<unit>(?:years?|yrs?|yoe|months?|mos?|y|experience|knowledge)\b|(?:/|of|out of)\s*\d+)?"
    r"|(?P<sign>[✗✘❌✖]|[☆○◯]{3,}))\s*(?:$|[|,;)\]\n]|-\s|-$|\.(?:\s|$))",
    re.I,
)
"""No years, the lowest level, a cross or empty stars behind a name."""
_NO_TIME = re.compile(
    r"(?<![\d.,])\b(?:0|zero)\s+(?:years?|yrs?|months?|mos?)(?:\s+of)?(?:\s+(?:experience|work))?(?:\s+(?:with|in|of))?\s+$", re.I
)
"""No years, before a name ..."""
_LONGEST = 45
"""... in no more characters."""
_OPENS = re.compile(r"(?:^|[|,;:(•·\n])[\s*_`#>+-]*$")
"""What stands before a name that opens its item."""


def without_years(text: str, start: int, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which mentions a list or table gives no years or no level at all: "Kafka: 0 years", "Kafka (0/5)", "| Kafka | 0 |".

    `text` is a unit (plain text) that begins at `start`; `spans` are those of the whole text. A bare zero speaks of a name that
    opens its item only: not of "Messages lost in Kafka: 0".
    """
    result = set()
    for index, (first, last) in enumerate(spans):
        zero = _ZERO.match(text, last - start)
        said = zero and (zero["unit"] or zero["sign"] or _OPENS.search(text[: first - start]))
        if said or _NO_TIME.search(text, max(0, first - start - _LONGEST), first - start):
            result.add(index)
    return frozenset(result)
