"""Jobs that somebody came back to: two times in one heading, and both count."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from tests.resume.test_entries import of_kind

BELOW = "- Rules in Kotlin.\n\nDeveloper, Globex, Jan 2012 - Dec 2012\n- Perl.\n\nEducation\nBSc, 2011\n"


@pytest.mark.parametrize("layout", ["Developer, Initech, {}", "Developer, Initech\n{}", "{}  Developer, Initech", "Initech ({})"])
@pytest.mark.parametrize(
    ("said", "months", "last_used"),
    [
        ("Jan 2014 – Jun 2015, Sep 2019 – present", 18 + 87, "2026-11"),
        ("Sep 2019 - Oct 2020; Jan 2014 - Jun 2015", 14 + 18, "2020-10"),
        ("2013-2015 and 2018-2020", 48, "2020-06"),
        ("01/2014 - 12/2014 & 01/2016 - 12/2016", 24, "2016-12"),
        ("01/2014 - 12/2014 / 01/2016 - 12/2016 / 01/2018 - 12/2018", 36, "2018-12"),
        # overlaps count once, and one around the other is the whole
        ("Jan 2014 - Dec 2014, Jul 2014 - Jun 2015", 18, "2015-06"),
        ("2014 - 2016 | Jul 2014 - Jun 2016", 24, "2016-06"),
    ],
)
def test_both_times_count(said: str, months: int, last_used: str, layout: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Experience\n\n{layout.format(said)}\n{BELOW}")
    assert len(of_kind(resume, "job")) == 2
    kotlin = resume.evidence["kotlin"]
    assert (kotlin.months, f"{kotlin.last_used:%Y-%m}") == (months, last_used)
    assert resume.evidence["perl"].months == 12


@pytest.mark.parametrize(
    "said",
    [
        "Jan 2014 - Dec 2014 (the bank had been a client in 2010 - 2012)",
        "Jan 2014 - Dec 2014, degree 2010 - 2012",
        "Jan 2014 - Dec 2014, 2011",
    ],
)
def test_a_second_date_that_is_not_listed_with_it_does_not(said: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Experience\n\nDeveloper, Initech\n{said}\n{BELOW}")
    assert resume.evidence["kotlin"].months in {12, None}


def test_what_came_later_counts_from_the_last_of_them(analyzer: Analyzer) -> None:
    first, second = "Developer, Globex, Jan 2016 - Dec 2018", "Developer, Initech, 2010 - 2012, Jan 2019 - May 2019"
    text = f"Experience\n\n{first}\n- Perl.\n\n{second}\n- Kotlin.\n"
    assert analyzer.read_resume(text).evidence["kotlin"].strength == "recent_job"
