"""Names of which a list or a table says that there is nothing of them: "Kafka: 0 years", "Kafka (0/5)", "| Kafka | 0 |".

In: a unit (plain text) and where its names stand. Out: which of them have a zero behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ZERO = re.compile(
    r"\s*[:|=(\[–—-]?\s*(?:0|zero)(?![.,]?\d)\s*(?P<unit>(?:years?|yrs?|yoe|months?|mos?|y)\b|(?:/|of|out of)\s*\d+)?\s*"
    r"(?:$|[|,;)\]\n]|-\s|-$|\.(?:\s|$))",
    re.I,
)
"""No years, or the lowest level, behind a name."""
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
        if zero and (zero["unit"] or _OPENS.search(text[: first - start])):
            result.add(index)
    return frozenset(result)
