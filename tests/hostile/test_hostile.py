"""Every hostile file ends in text or in one clear error, soon and within the memory that a reader may have."""

from __future__ import annotations

import pytest

from skillgap import errors
from tests.hostile.collection import Hostile, everything
from tests.hostile.outcome import outcome

SECONDS = 20.0
MEGABYTES = 1_200.0
FILES = everything()
SECRET = ("root:", "/bin/")
"""What stands in files that no document may name."""


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len(FILES) > 200


@pytest.mark.parametrize(
    "file", [pytest.param(file, id=file.name, marks=[pytest.mark.slow] if file.heavy else []) for file in FILES]
)
def test_it_ends_in_text_or_one_clear_error(file: Hostile) -> None:
    result = outcome(file.make(), file.name)
    assert result.seconds < SECONDS
    assert result.megabytes < MEGABYTES
    if result.kind == "text":
        assert any(map(str.isalpha, result.told))
        assert not any(word in result.told for word in SECRET)
    else:
        assert issubclass(getattr(errors, result.kind), errors.InputError)
        assert result.told.startswith(f"{file.name}: ")
        assert "\n" not in result.told
        assert "; " in result.told


def test_a_good_file_is_read_after_all_of_them() -> None:
    assert outcome(b"<html><body><p>Python developer</p></body></html>", "cv.html").told == "Python developer"
