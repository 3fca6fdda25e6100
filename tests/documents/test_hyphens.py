from __future__ import annotations

import pytest

from skillgap.documents.pdf.hyphens import join


@pytest.mark.parametrize(
    ("line", "following", "known", "joined"),
    [
        ("a scal-", "able system", (), "a scalable system"),
        ("a cross-", "functional team", (), "a cross-functional team"),
        ("end-to-", "end tests", (), "end-to-end tests"),
        ("Spring-", "Boot services", (), "Spring-Boot services"),
        ("in UTF-", "8 only", (), "in UTF-8 only"),
        ("micro-", "services", ("microservices",), "microservices"),
        ("the back-", "end of", ("backend",), "the backend of"),
        ("a mega-", "corp", ("mega-corp",), "a mega-corp"),
        ("front-", "and back-end", (), "front- and back-end"),
        ("held in-", "side", (), "held inside"),
        ("an in-", "house tool", (), "an in-house tool"),
        ("with row-", "level security", (), "with row-level security"),
        ("thirty-", "five minutes", (), "thirty-five minutes"),
        ("keeps work\u2010", "ing", (), "keeps working"),
        ("a cross\u2010", "functional team", ("end\u2010to",), "a cross\u2010functional team"),
        ("a scal\u2010", "able system", ("end\u2010to",), "a scalable system"),
        ("Spring\u2010", "Boot services", (), "Spring\u2010Boot services"),
        ("2019 -", "2021", (), "2019 - 2021"),
        ("www.linkedin.com/in/ada-", "example (LinkedIn)", (), "www.linkedin.com/in/ada-example (LinkedIn)"),
        ("at www.linkedin.com/in/", "ada-example", (), "at www.linkedin.com/in/ada-example"),
        ("see example.org/some-", "page and", (), "see example.org/some-page and"),
        ("PostgreSQL/", "MySQL", (), "PostgreSQL/ MySQL"),
        ("plain", "words", (), "plain words"),
    ],
)
def test_a_broken_word_is_joined_and_a_compound_is_kept(line: str, following: str, known: tuple[str, ...], joined: str) -> None:
    assert join(line, following, known) == joined
