"""How formats say things: numbers, durations, addresses, and words of strangers made harmless.

In: single values of the model. Out: short plain strings of one line, without any markup. Every string that came out of a
document, or out of a taxonomy that somebody else may have written, passes through `clean` before a format sees it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal
from urllib.parse import quote, urlsplit

from skillgap.model import GapReport, Provenance, Verdict

Group = Literal["shown", "partly", "unsure", "not shown"]

_ESCAPE_SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|[\]PX^_][^\x07\x1b]{0,512}(?:\x07|\x1b\\)"  # OSC, DCS and other strings: window titles, links, clipboard
    r"|[ -/]*[0-~]"  # all others
    r")"
)
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co"})
_JOINERS = "\u200c\u200d"
_SAFE_IN_ADDRESS = "/:?#@!$&*+,;=%~-._"


def clean(text: str) -> str:
    """One line that only shows letters: no control, escape, direction or private-use characters, single spaces between words.

    The joiners that Persian and emoji need stay. A lone surrogate, which cannot be encoded, becomes U+FFFD.
    """
    return " ".join("".join(map(_visible, _ESCAPE_SEQUENCE.sub("", text))).split())


def _visible(char: str) -> str:
    if char.isspace() or char in _JOINERS:
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return "" if category in _UNSEEN else char


def web_address(text: str) -> str | None:
    """The address if it is http or https and names a host, with whatever could end a link or an attribute percent-encoded."""
    try:
        parts = urlsplit(clean(text))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(parts.geturl(), safe=_SAFE_IN_ADDRESS)


def number(value: float) -> str:
    """To a tenth, without a needless `.0`: `71`, `9.5`."""
    return f"{value:.1f}".removesuffix(".0")


def points(got: float, of: float) -> str:
    """`6/10`; empty where nothing could be had."""
    return f"{number(got)}/{number(of)}" if of else ""


def percent(share: float) -> str:
    """`94 %`. Only the whole is 100 %, only nothing is 0 %."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"


def duration(months: int) -> str:
    """`5 y 2 m`, `8 m`, `2 y`."""
    years, rest = divmod(months, 12)
    return " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest or not years else "") if part)


def experience(verdict: Verdict) -> str:
    """`5 y 2 m, last 2026-10`, as far as it is known."""
    shown = duration(verdict.months) if verdict.months is not None else ""
    last = f"last {clean(verdict.last_used)[:7]}" if verdict.last_used else ""
    return ", ".join(part for part in (shown, last) if part)


def span(hours: tuple[int, int]) -> str:
    """`25`, `10-15`."""
    low, high = hours
    return str(low) if low == high else f"{low}-{high}"


def hours(value: tuple[int, int] | None) -> str:
    """`10-15 h`, or that nobody knows."""
    return f"{span(value)} h" if value else "hours not known"


def tally(report: GapReport, level: Literal["required", "preferred"]) -> str:
    """`6 of 9 met, 1 partly`; for what is preferred `1 of 4`."""
    counts = [f"{report.count(level, 'met')} of {len(report.at(level))}{' met' if level == 'required' else ''}"]
    for kind in ("partly", "unsure"):
        if count := report.count(level, kind):
            counts.append(f"{count} {kind}")
    return ", ".join(counts)


def summary(report: GapReport) -> tuple[tuple[str, str], ...]:
    """(`Required`, `6 of 9 met, 1 partly`), (`Preferred`, `1 of 4`), (`Certain`, `94 %`): those that there are."""
    required = tally(report, "required") if report.at("required") else ""
    preferred = tally(report, "preferred") if report.at("preferred") else ""
    certain = "" if report.certainty is None else percent(report.certainty)
    pairs = (("Required", required), ("Preferred", preferred), ("Certain", certain))
    return tuple((name, value) for name, value in pairs if value)


def score(report: GapReport) -> str:
    """`71.5 / 100` or `not scored`; why not is the report's headline."""
    return "not scored" if report.score is None else f"{number(report.score)} / 100"


def group(verdict: Verdict) -> Group:
    """Where a skill of the stack or the duties belongs."""
    groups: dict[str, Group] = {"met": "shown", "partly": "partly", "unsure": "unsure", "missing": "not shown"}
    return groups[verdict.verdict]


_MARKS = (
    ("implied", "implied by", "comes with the skill that is named"),
    ("related", "carries over", "a substitute, part of which carries over"),
    ("listed", "listed", "only named in a list, less credit"),
    ("claimed", "claimed", "said, but no place shows it, less credit"),
    ("unsure", "unsure", "can be read both ways, a question"),
)
"""Marks of verdicts, the words of a reason that carry them, and what they mean."""


def legend(report: GapReport) -> tuple[tuple[str, str], ...]:
    """(mark, what it means) for the marks that the report's verdicts and their reasons name."""
    said = "\n".join((*(f"{v.verdict}: {v.reason}" for v in report.verdicts), *(v.verdict for v in report.context)))
    return tuple((mark, meaning) for mark, words, meaning in _MARKS if words in said)


def provenance(made: Provenance) -> str:
    """`skillgap 1.0, taxonomy 0123456789ab, today 2026-10-14`, and `assumed Kafka and Go` where that was."""
    parts = (
        *(("skillgap", made.skillgap), ("taxonomy", clean(made.taxonomy)[:12]), ("today", made.today)),
        ("assumed", " and ".join(made.assumed)),
    )
    return ", ".join(f"{name} {clean(value)}" for name, value in parts if value)
