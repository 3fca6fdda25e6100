from __future__ import annotations

import pytest

from skillgap.documents import from_text, read
from skillgap.errors import TooLarge


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_survive_every_common_encoding(encoding: str) -> None:
    text = "Café résumé – “Python” €, naïve Ångström and more plain words"
    assert read(text.encode(encoding)).text == text


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
