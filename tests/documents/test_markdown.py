from __future__ import annotations

import pytest

from skillgap.documents import from_text, read
from skillgap.documents.markdown import plain

from .samples import marked

SAMPLE = """\
# Jane Doe #

Backend **engineer** at [Acme](https://acme.org), writes `snake_case` and C#
in a sentence.

Skills
------

* Python & Go
  1. asyncio
- [x] Docker

| Area | Tool |
|:-----|------|
| Data | Kafka \\| Spark |

## C#
```python
# no heading
x = 1
```
"""


def blocks(text: str, *, name: str = "cv.md") -> list[tuple[str, int, str]]:
    return marked(read(text.encode(), name=name))


def test_structure_is_marked_and_markup_gone() -> None:
    assert blocks(SAMPLE) == [
        ("heading", 1, "Jane Doe"),
        ("paragraph", 0, "Backend engineer at Acme, writes snake_case and C# in a sentence."),
        ("heading", 2, "Skills"),
        ("list_item", 1, "Python & Go"),
        ("list_item", 2, "asyncio"),
        ("list_item", 1, "Docker"),
        ("cell", 1, "Area"),
        ("cell", 2, "Tool"),
        ("cell", 1, "Data"),
        ("cell", 2, "Kafka | Spark"),
        ("heading", 2, "C#"),
        ("paragraph", 0, "# no heading\nx = 1"),
    ]


def test_a_number_sign_over_columns_of_blanks_heads_no_section() -> None:
    document = from_text("# Role\n\n- Go\n- Kafka\n\n#   Skill      Years\n1   Rust       3\n")
    assert [document.text[block.start : block.end] for block in document.blocks if block.kind == "heading"] == ["Role"]


def test_the_first_heading_of_the_highest_level_is_the_title() -> None:
    assert read(SAMPLE.encode()).title == "Jane Doe"


def test_a_string_keeps_its_markup_and_has_the_same_blocks() -> None:
    document = from_text(SAMPLE)
    assert document.text == SAMPLE
    paragraph = "Backend **engineer** at [Acme](https://acme.org), writes `snake_case` and C#\nin a sentence."
    for block in (("heading", 2, "Skills"), ("list_item", 1, "Docker"), ("cell", 1, "Data"), ("paragraph", 0, paragraph)):
        assert block in marked(document)


@pytest.mark.parametrize("text", ["Python developer.\n- Go\n- Java", "# just a comment\nx = 1", "", "C# and F# since 2010"])
def test_a_string_that_is_not_evidently_markdown_has_no_blocks(text: str) -> None:
    assert from_text(text).blocks == ()


def test_short_lines_of_facts_stay_lines() -> None:
    assert blocks("Acme Corp\nJan 2019 - Mar 2021\nPython developer") == [
        ("paragraph", 0, "Acme Corp"),
        ("paragraph", 0, "Jan 2019 - Mar 2021"),
        ("paragraph", 0, "Python developer"),
    ]


def test_no_room_is_put_between_lines_that_have_none() -> None:
    assert read(b"# Ann\n\nAcme Corp\nJan 2019 - Mar 2021\n\nLeeds\n- Python\n", name="cv.md").text == (
        "Ann\nAcme Corp\nJan 2019 - Mar 2021\n\nLeeds\n- Python"
    )


@pytest.mark.parametrize(
    "line",
    [
        "**Senior Backend Developer**, Acme Holdings Ltd, Leeds, Oct 2023 – Dec 2024",
        "Senior Backend Developer | Acme Holdings Ltd | Leeds | Oct 2023 – present",
        "**Acme Holdings Ltd** — Senior Backend Developer — *Oct 2023 – Dec 2024*",
        "Senior Backend Developer, Acme Holdings Ltd, Leeds (10/2023 to 12/2024)",
        "Senior Backend Developer, Acme Holdings Ltd, Leeds, Oct 2023 – present, part-time",
        "Senior Backend Developer, Acme Holdings Ltd, Leeds, 2019 - 2021 (3 years)",
        "Senior Backend Developer, Acme Holdings Ltd in Leeds, *Oct 2023* – *Dec 2024*",
        "Senior Backend Developer, Acme Holdings Ltd in Leeds, 2019-03 - 2021-07",
        "Senior Backend Developer, Acme Holdings Ltd, Leeds, since March 2023",
    ],
)
def test_a_line_that_ends_in_a_time_range_ends_there(line: str) -> None:
    assert len(blocks(f"{line}\nKotlin, Kafka.")) == 2


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("I wrote Kotlin services for the bank's customers from 2019 to 2021", "and moved all of them to Kafka."),
        ("In that team I looked after the broker (2019 - 2021) and what was", "Kafka Connect at the time."),
        ("A wrapped sentence about a project that was finished in March 2021", "Kafka was a part of it."),
        ("We follow the guide for secure coding, which is ISO 27034 - 1 - 2011", "Kafka was a part of it."),
        ("The present team has been there for more than four years until now:", "Kafka was a part of it."),
    ],
)
def test_a_wrapped_sentence_with_a_date_goes_on(line: str, following: str) -> None:
    assert len(blocks(f"{line}\n{following}")) == 1


LONG_ITEM = "- Moved the order book and everything that hangs on it to Kotlin and Kafka"


@pytest.mark.parametrize(
    "line",
    [
        "**Web developer** – *Tea House, Apr 2019 – Present*",
        "**Tea House**, web developer, 2019 - 2021",
        "__Web developer__ | Tea House | 04/2019 to 12/2020",
        "Web developer, Tea House, 2019 - 2021",
        "**Mill Works**",
        "**What else I did:**",
    ],
)
def test_a_job_right_below_a_long_item_is_no_part_of_it(line: str) -> None:
    assert len(blocks(f"{LONG_ITEM}\n{line}\n- Scala")) == 3


@pytest.mark.parametrize(
    "line",
    [
        "**Kotlin** and of some others that nobody knew",
        "  Web developer, Tea House, 2019 - 2021",
        "  **Kafka Streams**",
        "Connect, which was new to us in the year 2019",
        "and wrote about it from 2019 to 2021",
    ],
)
def test_an_item_that_was_wrapped_goes_on(line: str) -> None:
    assert len(blocks(f"{LONG_ITEM}\n{line}\n- Scala")) == 2


def test_a_paragraph_ends_only_where_a_line_in_bold_has_dates() -> None:
    told = "A long sentence of somebody who was there for many years and wrote\n"
    assert len(blocks(f"{told}**Web developer**, Tea House, 2019 - 2021")) == 2
    assert len(blocks(f"{told}**Kotlin**")) == 1
    assert len(blocks(f"{told}Kotlin in all the years from 2019 to 2021")) == 1


def test_front_matter_is_no_heading() -> None:
    found = blocks("---\ntitle: Engineer\n---\n# Job\n\n## Skills\n- Go")
    assert found[:2] == [("paragraph", 0, "title: Engineer"), ("heading", 1, "Job")]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("**a** _b_ ***c*** ~~d~~", "a b c d"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("![logo](x.png) [text](y) [ref][1] <https://a.b>", "logo text ref https://a.b"),
        ("`**kept**` &amp; \\*kept\\*", "**kept** & *kept*"),
        ("List<String> and <b>bold</b><br>next", "List<String> and bold\nnext"),
    ],
)
def test_inline_markup(markup: str, words: str) -> None:
    assert plain(markup) == words


@pytest.mark.parametrize(
    "hostile", ["[", "![", "<!--", "*a ", "_a ", "`a ", "- ", "# ", "|-", " ", "a\t", "> ", "word " * 14 + "\n"]
)
def test_no_markup_is_too_much(hostile: str) -> None:
    """Patterns that go back and forth would not end here."""
    document = read(("# One\n\n## Two\n" + (hostile * 20_000)[:900_000] + "x").encode())
    assert document.text.endswith("x")
