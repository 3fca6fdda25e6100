"""Sentences below a job that tell of a time before it: what stands in them is not dated by the job."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

JOB = "Experience\n\nCoder, Acme, Jan 2024 - Jun 2024\n{}Java services.\n{}\n"


@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Earlier: 2010-2023 permanent jobs, mostly Scala.", 156),
        ("Before that, 2010-2023: several small contracts, all Scala.", 156),
        ("Between 2010 and 2023 I wrote Scala at two banks.", 156),
        ("From 2010 to 2023 I mostly built Scala services.", 156),
        ("Previously ten years of Scala.", 120),
        ("Before 2024: Scala, thirteen years", 156),
        ("Before that: six years of Scala in Oslo.", 72),
        ("In 2021 and 2022 I was a trainee, with Scala.", 12),
        ("In 2021 I was a trainee, with Scala.", None),
    ],
)
def test_an_earlier_time_told_as_a_sentence_is_not_that_of_the_job(
    line: str, months: int | None, gap: str, bullet: str, analyzer: Analyzer
) -> None:
    evidence = analyzer.read_resume(JOB.format(bullet, gap + line)).evidence
    assert (evidence["java"].months, evidence["scala"].months) == (6, months)


@pytest.mark.parametrize(
    "line",
    [
        "From 2010 to 2023 the shop was written in Scala.",
        "Between 2010 and 2023 I studied Scala at a college.",
        "Previously the shop had ten years of Scala.",
        "Before 2024 the shop was a monolith; I split it with Scala.",
        "Until then nobody had tested for 3 years; I brought in Scala.",
        "Before release: Scala, three weeks",
        "Before 2025: Scala, one month",
        "In 2024 I was a trainee, with Scala.",
        "- Earlier: 2010-2023 permanent jobs, mostly Scala.",
    ],
)
def test_other_sentences_below_a_job_are_of_it(line: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(JOB.format("", line))
    assert len(resume.entries) == 1
    assert resume.evidence["scala"].months == 6


def test_a_time_within_the_job_may_end_with_there(analyzer: Analyzer) -> None:
    text = "Experience\n\nCoder, Acme, Jan 2020 - Jun 2024\n- Java\nBetween 2021 and 2023 I wrote Scala there.\n"
    assert analyzer.read_resume(text).evidence["scala"].months == 24


def test_an_earlier_time_has_no_heading_above(analyzer: Analyzer) -> None:
    text = "Experience\n\nCoder\nAcme\nJan 2024 - Jun 2024\nRedis\nEarlier: 2010-2023 permanent jobs, mostly Scala.\n"
    assert analyzer.read_resume(text).evidence["redis"].months == 6
