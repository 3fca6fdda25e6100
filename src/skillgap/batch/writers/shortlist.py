"""A ranking as one HTML page to read and print: the best candidates in their buckets, each must-have with the words that show it.

Of the recruiter's columns it shows the id alone: beside a rank nothing is to be read of a person but what they can do. Nothing in
it runs and it loads nothing, and no sign of a stranger's text turns or hides what stands beside it. It ends behind `SHOWN`
candidates; who could not be judged stands at its end, with the cause.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skillgap.batch.candidate import BUCKETS
from skillgap.batch.rows import Ranked
from skillgap.batch.writers.interface import Ranking
from skillgap.reports.wording import clean

if TYPE_CHECKING:
    from jinja2 import Template

SHOWN = 200
"""Candidates on a page; the rest is in the tables."""
_CHARACTERS = 80
_UNJUDGED = BUCKETS.index("could not be judged")


def write(ranking: Ranking, target: Path) -> None:
    """See `Writer`."""
    unjudged = ranking.counts.get(BUCKETS[_UNJUDGED], 0)
    judged = sum(ranking.counts.values()) - unjudged
    groups = groupby(ranking.rows(), key=lambda ranked: ranked.row.bucket)
    with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for part in _template().generate(
            ranking=ranking,
            groups=_groups(ranking, groups),
            places={name: place for place, name in enumerate(BUCKETS)},
            judged=judged,
            unjudged=unjudged,
            limit=SHOWN,
            of_many=_of_many,
        ):
            file.write(part)


def _groups(ranking: Ranking, groups: Any) -> Iterator[dict[str, Any]]:
    """Each bucket with its candidates, of which the page shows so many in all."""
    left = SHOWN
    for bucket, rows in groups:
        judged = bucket != _UNJUDGED
        room = left if judged else SHOWN
        people = list(islice(_people(ranking, rows), room))
        left -= len(people) if judged else 0
        name = BUCKETS[bucket]
        yield {"name": name, "judged": judged, "people": people, "more": ranking.counts[name] - len(people)}


def _people(ranking: Ranking, rows: Iterator[Ranked]) -> Iterator[dict[str, Any]]:
    for ranked in rows:
        results = ranked.row.results
        details = json.loads(ranked.row.details)
        judged = details["judged"]
        yield {
            "rank": ranked.rank,
            "id": _short(ranked.called),
            "results": results,
            "musts": [j for j in judged if j["must"]],
            "others": [j for j in judged if not j["must"]],
            "warnings": details["lists"]["warnings"],
            "duplicates": ranked.doubles,
        }


def _of_many(bucket: str, count: int) -> str:
    """The name of a bucket beside a count: `8 meet all must-haves`."""
    return bucket if count == 1 else bucket.replace("meets", "meet").replace("misses", "miss")


def _short(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"


def _shown(value: Any) -> Any:
    """A text without signs that only steer; what the page has made itself is no text."""
    return clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def _template() -> Template:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=ChoiceLoader([PackageLoader("skillgap.batch.writers"), PackageLoader("skillgap.reports")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template("shortlist.html.j2")
