"""The same document twice, and two versions of one person's, are labelled; strangers are not."""

from __future__ import annotations

import random
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.sketch import similar, sketch

from .conftest import Batch

CV = """\
Maya Example, maya.example@example.org

Experience
Backend engineer, Acme, March 2021 to today
Built the ledger service in Python with FastAPI and PostgreSQL, which books ten million payments a day.
Moved settlement from nightly batches to RabbitMQ events, so that payouts take minutes and no longer a day.
Ran everything on Kubernetes, with dashboards in Grafana and alerts that wake nobody without need.

Developer, Bolt, January 2017 to February 2021
Wrote web shops in Django with MySQL, tested with pytest, and kept them fast on the days before Christmas.

Skills
Python, FastAPI, Django, PostgreSQL, MySQL, RabbitMQ, Kubernetes, Docker
"""
NEWER = CV.replace("ten million", "twelve million").replace("Docker", "Docker, Terraform, Go") + "\nLanguages\nEnglish, German\n"
OTHER = """\
Tom Other, tom@example.org

Experience
Site reliability engineer, Cinder, May 2018 to today
Operates Kubernetes clusters with Terraform and wrote their operators in Go; cut the bill by a third in one year.

Skills
Go, Kubernetes, Terraform, Prometheus, Grafana, Python, PostgreSQL
"""


def told(batch: Batch, people: list[tuple[str, str, str]]) -> dict[str, str]:
    return {row["id"]: row["duplicates"] for row in batch(people).rows}


def test_the_same_document_is_told_however_it_is_laid_out(batch: Batch) -> None:
    again = CV.upper().replace("\n", "\n\n   ")
    people = [("1", "a", CV), ("2", "b", again), ("3", "c", OTHER)]
    assert told(batch, people) == {"1": "same document as 2", "2": "same document as 1", "3": ""}


def test_two_versions_of_one_are_told_with_or_without_an_address(batch: Batch) -> None:
    bare = [text.replace("maya.example@example.org", "") for text in (CV, NEWER)]
    for (old, new), what in (((CV, NEWER), "another version of"), (bare, "nearly the same text as")):
        people = [("1", "a", old), ("2", "b", new), ("3", "c", OTHER)]
        assert told(batch, people) == {"1": f"{what} 2", "2": f"{what} 1", "3": ""}


def test_an_agencys_address_makes_no_versions_of_strangers(batch: Batch) -> None:
    people = [("1", "a", CV), ("2", "b", OTHER.replace("tom@example.org", "maya.example@example.org"))]
    assert told(batch, people) == {"1": "", "2": ""}


def test_no_row_is_dropped_and_a_crowd_is_counted(batch: Batch) -> None:
    labels = told(batch, [(str(number), "x", CV) for number in range(1, 11)])
    assert labels["1"] == "same document as 2, 3, 4, 5 and 5 more"
    assert labels["10"] == "same document as 1, 2, 3, 4 and 5 more"
    assert len(labels) == 10


def test_the_order_of_rows_changes_no_label(batch: Batch) -> None:
    people = [("1", "a", CV), ("2", "b", NEWER), ("3", "c", OTHER), ("4", "d", CV), ("5", "e", OTHER.lower())]
    labels = told(batch, people)
    assert labels["2"] == "another version of 1, 4"
    assert labels["1"] == "same document as 4; another version of 2"
    for seed in range(3):
        assert told(batch, random.Random(seed).sample(people, len(people))) == labels


def test_of_many_versions_the_first_by_id_are_named(batch: Batch) -> None:
    people = [(str(number), "x", CV.replace("Bolt", f"Bolt {'i' * number}")) for number in range(1, 8)]
    labels = told(batch, people)
    assert labels["1"] == "another version of 2, 3, 4, 5 and 2 more"
    assert told(batch, people[::-1]) == labels


def test_rows_without_a_text_are_like_none(batch: Batch) -> None:
    assert set(told(batch, [("1", "a", ""), ("2", "b", ""), ("3", "c", "-")]).values()) == {""}


@given(text=st.text(max_size=400))
def test_a_sketch_holds_for_any_text(text: str) -> None:
    one = sketch(text)
    assert one == sketch(f"  {text}\n")
    assert not one.digest or similar(one.words, one.words, contact=False)


def test_years_and_numbers_of_pages_are_no_telephone() -> None:
    assert sketch("2017 - 2021, 12,000 requests, 01/2019-12/2020").contacts == ()
    assert sketch("+44 20 7946 0123").contacts == sketch("Tel. 020 79460123").contacts != ()


@pytest.mark.parametrize("unit", ["1900-", "word-", "a.b.", "x@", "@", "+1 (2) ", "a@b.", "github.com/"])
def test_a_sketch_takes_time_by_the_length_of_a_text(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        return min(timeit.repeat(lambda: sketch(text), number=1, repeat=3))

    assert seconds(32_000) < 40 * max(seconds(4_000), 1e-3)
