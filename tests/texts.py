"""Which of the strings that hypothesis makes are texts: the library refuses one that can only be meant as a path."""

import re

_PATH = re.compile(r"\.(?:pdf|docx|html?|md|txt|json)$", re.IGNORECASE)


def is_text(value: str) -> bool:
    """Whether a string is no path."""
    return _PATH.search(value) is None
