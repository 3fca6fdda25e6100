from __future__ import annotations

import codecs

import pytest

from skillgap.documents import from_text, read
from skillgap.errors import TooLarge

MARKS = {"utf-16-be": codecs.BOM_UTF16_BE, "utf-16-le": codecs.BOM_UTF16_LE, "utf-32-be": codecs.BOM_UTF32_BE}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_letters_survive_every_common_encoding(encoding: str) -> None:
    text = "Café résumé – “Python” €, naïve Ångström and more plain words"
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    assert read(MARKS[encoding] + "Café, Ångström, язык".encode(encoding)).text == "Café, Ångström, язык"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize(
    "content",
    ["# Café\n\n## Skills\n\n- naïve Ångström", "<!doctype html><html><body><h1>Café</h1><p>naïve Ångström</p></body></html>"],
)
def test_letters_survive_in_every_format_of_text(encoding: str, content: str) -> None:
    document = read(content.encode(encoding))
    assert ("Café" in document.text, "naïve Ångström" in document.text) == (True, True)
    guessed = ["encoding-guessed"] if encoding in ("cp1252", "latin-1") else []
    assert [notice.code for notice in document.warnings] == guessed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_letters_survive_in_json(encoding: str) -> None:
    content = '{"basics": {"name": "Zoë Ångström", "label": "naïve Developer"}, "work": []}'
    assert read(content.encode(encoding)).text == "Zoë Ångström\nnaïve Developer"


def test_mojibake_is_repaired_with_a_notice() -> None:
    document = read("â€¢ Python developer\nRÃ©sumÃ©".encode())
    assert document.text == "• Python developer\nRésumé"
    assert [notice.code for notice in document.warnings] == ["mojibake"]


def test_lost_characters_are_counted() -> None:
    (notice,) = read("Caf\ufffd and r\ufffdsum\ufffd".encode()).warnings
    assert (notice.code, notice.message[:2]) == ("lost-characters", "3 ")


def test_line_ends_spaces_and_ligatures_become_plain() -> None:
    assert read("Spring\u00a0Boot\r\nef\ufb01cient\u200b\rco\u00adde\f  x  ".encode()).text == "Spring Boot\nefficient\ncode\n  x"


def test_plain_text_marks_no_blocks() -> None:
    assert read(b"SKILLS\n- Python\n- Go").blocks == ()


def test_a_text_beyond_all_measure_is_refused() -> None:
    with pytest.raises(TooLarge, match="characters of text"):
        from_text("Python " * 200_000)
    with pytest.raises(TooLarge, match="characters of text"):
        read(b"Python " * 200_000)
