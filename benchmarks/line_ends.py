"""Postings whose line ends were lost, as scrapers and careless pasting lose them: how much of them is still read.

    python -m benchmarks.line_ends [SHARED] [--json FILE]

In: the fictional labelled postings of this repository, and those of `SHARED` if it is given. Each is read twice: with a blank
line between its lines, bullets and marks of headings taken away, and with nothing between them. Out: the shares of the skills,
and of the requirements with their alternatives and levels, of the first reading that are in the second one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.common import FORMATTED, Asked, asked, objects, parser, table, write
from skillgap.analyzer import Analyzer

OWN = Path(__file__).parent / "labels" / "postings_later.jsonl"
_MARK = re.compile(r"^(?:[-*•▪·]\s+|#+\s+)")


def lines_of(text: str) -> list[str]:
    """The lines of a posting as a page shows them, without bullets and Markdown."""
    stripped = (_MARK.sub("", line.strip()).replace("*", "") for line in text.splitlines())
    return [line for line in stripped if line]


def without_years(requirements: Iterable[Asked]) -> set[Asked]:
    """What is asked, for however long: years are no matter of line ends."""
    return {each._replace(years=0.0) for each in requirements}


def main() -> None:
    """Print the shares."""
    options = parser(__doc__, shared=False)
    options.add_argument("shared", nargs="?", type=Path, help="the folder with gold/")
    given = options.parse_args()
    analyzer = Analyzer()
    rows: list[tuple[str, int, float, float]] = []
    for path in (OWN, *([given.shared / "gold" / FORMATTED] if given.shared else [])):
        skills = requirements = kept_skills = kept = documents = 0
        for row in objects(path):
            if row["text"].lstrip().startswith("<"):
                continue
            lines = lines_of(row["text"])
            texts = (joint.join(lines) for joint in ("\n\n", ""))
            with_ends, without = (without_years(asked(analyzer.read_posting(text))) for text in texts)
            named, still = ({skill for each in found for skill in each.any_of} for found in (with_ends, without))
            documents += 1
            skills, kept_skills = skills + len(named), kept_skills + len(named & still)
            requirements, kept = requirements + len(with_ends), kept + len(with_ends & without)
        rows.append((path.stem, documents, round(kept_skills / skills, 3), round(kept / requirements, 3)))
    print(table(rows, ("postings", "documents", "skills kept", "requirements kept")))
    write({name: {"skills": skills, "requirements": asks} for name, _, skills, asks in rows}, given.json)


if __name__ == "__main__":
    main()
