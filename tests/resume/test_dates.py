from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.extraction.data import rules
from skillgap.resume.dates import find_ranges, months_between

TODAY = date(2026, 11, 1)

RANGES = [
    # months by name
    ("Jan 2019 - Present", "2019-01", "now"),
    ("January 2019 – Present", "2019-01", "now"),
    ("JAN 2019 — PRESENT", "2019-01", "now"),
    ("jan 2019 to present", "2019-01", "now"),
    ("Mar 2016 - Jun 2018", "2016-03", "2018-06"),
    ("March 2016 – June 2018", "2016-03", "2018-06"),
    ("Mar. 2018 thru Nov. 2020", "2018-03", "2020-11"),
    ("May, 2014 - Aug, 2015", "2014-05", "2015-08"),
    ("Nov-2019 to till date", "2019-11", "now"),
    ("Nov 2019 to Till-Date", "2019-11", "now"),
    ("Aug 2021 till now", "2021-08", "now"),
    ("Sept. '19 – Feb '21", "2019-09", "2021-02"),
    ("Jul’17 – Dec’18", "2017-07", "2018-12"),
    ("Jul'17 - Till Date", "2017-07", "now"),
    ("Aug-15 to Jun-17", "2015-08", "2017-06"),
    ("Jan-19 – Present", "2019-01", "now"),
    ("Jun 98 - Feb 02", "1998-06", "2002-02"),
    ("Oct2017-Dec2018", "2017-10", "2018-12"),
    ("Dec/2012 - Mar/2013", "2012-12", "2013-03"),
    ("April 2015 until October 2016", "2015-04", "2016-10"),
    ("from July 2011 to May 2013", "2011-07", "2013-05"),
    ("From: Feb 2012 To: Apr 2014", "2012-02", "2014-04"),
    ("between March 2016 and June 2018", "2016-03", "2018-06"),
    ("Sep 2019 – Sep 2020 · 1 yr 1 mo", "2019-09", "2020-09"),
    ("January 2019 - Present (5 years 2 months)", "2019-01", "now"),
    ("Jan 2019 -> Dec 2020", "2019-01", "2020-12"),
    ("Jan 2019 → Dec 2020", "2019-01", "2020-12"),
    ("Jan 2019 ~ Dec 2020", "2019-01", "2020-12"),
    ("Jan 2019 -- Dec 2020", "2019-01", "2020-12"),
    ("Jan 2019 ... Dec 2020", "2019-01", "2020-12"),
    ("2018 Mar - 2019 Apr", "2018-03", "2019-04"),
    ("2018, March – 2019, April", "2018-03", "2019-04"),
    ("Begin: 02/2018\nEnd: 05/2020", "2018-02", "2020-05"),
    ("Start date: Feb 2018, End date: now", "2018-02", "now"),
    ("Started: 2018-02 | Ended: 2020-05", "2018-02", "2020-05"),
    ("2018-   Acme", "2018-01", "now"),
    ("03/2018 -\tAcme", "2018-03", "now"),
    # words of other languages
    ("Mai 2019 - Dezember 2020", "2019-05", "2020-12"),
    ("Okt. 2019 - heute", "2019-10", "now"),
    ("11.2019 – heute", "2019-11", "now"),
    ("2019-02 bis 2021-03", "2019-02", "2021-03"),
    ("März 2018 bis Juli 2020", "2018-03", "2020-07"),
    ("janv. 2019 – déc. 2021", "2019-01", "2021-12"),
    ("Depuis janvier 2022", "2022-01", "now"),
    ("Février 2019 à aujourd’hui", "2019-02", "now"),
    ("enero 2019 - actualidad", "2019-01", "now"),
    ("marzo 2019 hasta junio 2020", "2019-03", "2020-06"),
    ("10/2019 – atual", "2019-10", "now"),
    ("ottobre 2019 - oggi", "2019-10", "now"),
    ("mrt 2019 tot heden", "2019-03", "now"),
    ("06.2019 - obecnie", "2019-06", "now"),
    # the year once
    ("May – Aug 2017", "2017-05", "2017-08"),
    ("June to August 2018", "2018-06", "2018-08"),
    ("Jun-Sep 2016", "2016-06", "2016-09"),
    ("May 14 - Aug 20, 2017", "2017-05", "2017-08"),
    ("05-08/2017", "2017-05", "2017-08"),
    # months by number
    ("03/2018-11/2020", "2018-03", "2020-11"),
    ("03/2018 – 11/2020", "2018-03", "2020-11"),
    ("3/2018 - 9/2019", "2018-03", "2019-09"),
    ("03.2018 - 11.2020", "2018-03", "2020-11"),
    ("03-2018 to 11-2020", "2018-03", "2020-11"),
    ("03/2018 to date", "2018-03", "now"),
    ("(07/2019 - current)", "2019-07", "now"),
    ("2) 05/2020 - now", "2020-05", "now"),
    ("11) 03/2018 - 11/2020", "2018-03", "2020-11"),
    ("03/18 – 11/20", "2018-03", "2020-11"),
    ("03/2018 – 11/20", "2018-03", "2020-11"),
    ("Mar 2018 - Nov 20", "2018-03", "2020-11"),
    ("Mar.18 - Nov.20", "2018-03", "2020-11"),
    ("2013/14 – 2016", "2013-07", "2016-06"),
    ("2013/14 - 2015/16", "2013-07", "2016-06"),
    ("2013 – 2015/16", "2013-07", "2016-06"),
    ("2013/14 - now", "2013-01", "now"),
    ("03/18 - present", "2018-03", "now"),
    ("2019-03 – 2021-07", "2019-03", "2021-07"),
    ("2019-03 - 2021-07", "2019-03", "2021-07"),
    ("2019-03 to present", "2019-03", "now"),
    ("2019/03 - 2021/07", "2019-03", "2021-07"),
    ("2018.3 ~ 2020.11", "2018-03", "2020-11"),
    ("2018.03 - 2020.11", "2018-03", "2020-11"),
    # full dates
    ("01/03/2018 - 30/11/2020", "2018-03", "2020-11"),
    ("15/03/2018 - 30/11/2020", "2018-03", "2020-11"),
    ("03/15/2018 - 11/30/2020", "2018-03", "2020-11"),
    ("01.03.2018 - 30.11.2020", "2018-03", "2020-11"),
    ("2018-03-01 – 2020-11-30", "2018-03", "2020-11"),
    ("March 1, 2018 – April 30, 2020", "2018-03", "2020-04"),
    ("1 March 2018 to 30 April 2020", "2018-03", "2020-04"),
    ("1st Jan 2019 to 31st Dec 2020", "2019-01", "2020-12"),
    # years
    ("2016 to 2018", "2016-07", "2018-06"),
    ("2016-2018", "2016-07", "2018-06"),
    ("2016 – 2018", "2016-07", "2018-06"),
    ("2016/2018", "2016-07", "2018-06"),
    ("(2021 — now)", "2021-01", "now"),
    ("2021 - Present", "2021-01", "now"),
    ("2021–today", "2021-01", "now"),
    ("2021 to the present", "2021-01", "now"),
    ("2021 – ongoing", "2021-01", "now"),
    ("2021 onwards", "2021-01", "now"),
    ("from 2021 onward", "2021-01", "now"),
    ("2021 –", "2021-01", "now"),
    ("Acme (2021 -)", "2021-01", "now"),
    ("2017 - 2017", "2017-01", "2017-12"),
    ("2018–21", "2018-07", "2021-06"),
    ("2009–11", "2009-07", "2011-06"),
    ("2013/14", "2013-07", "2014-06"),
    ("1998–99", "1998-07", "1999-06"),
    ("'19 – '21", "2019-07", "2021-06"),
    ("between 2016 and 2018", "2016-07", "2018-06"),
    ("from 2012 until 2015", "2012-07", "2015-06"),
    ("2018 – 03/2020", "2018-01", "2020-03"),
    ("Jan 2018 – 2020", "2018-01", "2020-12"),
    ("2025 - 2026", "2025-07", "2026-06"),
    ("Mar 2025 - 2026", "2025-03", "2026-11"),
    ("2024 – 2028", "2024-07", "now"),
    # since, seasons, quarters
    ("since 2020", "2020-01", "now"),
    ("since Jan 2020", "2020-01", "now"),
    ("Backend developer since 03/2020", "2020-03", "now"),
    ("Summer 2015 – Fall 2016", "2015-06", "2016-11"),
    ("Early 2019 – late 2021", "2019-01", "2021-12"),
    ("mid-2018 to Mar 2019", "2018-05", "2019-03"),
    ("Q1 2020 - Q3 2021", "2020-01", "2021-09"),
    # within a line
    ("Senior Engineer, Acme GmbH, Berlin    Mar 2016 – Jun 2018", "2016-03", "2018-06"),
    ("2016 – 2018  Senior Engineer, Acme GmbH", "2016-07", "2018-06"),
    ("**Acme** | Backend Developer | 01/2017 – 02/2019 | Remote", "2017-01", "2019-02"),
    ("Acme Ltd.—Jan 2016–Present", "2016-01", "now"),
    ("Globex [2012-2014]", "2012-07", "2014-06"),
    ("Initech (Nov 2010 - Feb 2011), London", "2010-11", "2011-02"),
    # stressed in Markdown
    ("_Mar 2016 – Jun 2018_", "2016-03", "2018-06"),
    ("Acme (_2021 - Present_)", "2021-01", "now"),
    ("__2016__ to __2018__", "2016-07", "2018-06"),
    ("*Mar 2016* – *Jun 2018*", "2016-03", "2018-06"),
    ("Acme, ***Jan 2019*** – _now_", "2019-01", "now"),
    # glued to a name on a copied page
    ("Senior Engineer at AcmeMar 2016 – Jun 2018", "2016-03", "2018-06"),
    ("ACMEJanuary 2019 - Present", "2019-01", "now"),
    ("Acme (remote)Jan 2019 - Present", "2019-01", "now"),
    # an end that is planned
    ("Mar 2016 - expected Jun 2018", "2016-03", "2018-06"),
    ("2024 – Anticipated 2028", "2024-07", "now"),
]

NONE = [
    "2018- Acme",
    "2018 to   Acme",
    "02/2018, in the end: 05/2020",
    "In 2018 the end came",
    "+49 30 2012-2015",
    "555-2012-2015",
    "(030) 1990-2000",
    "Tel. 2001-2010",
    "version 2018.3.1",
    "Spring Boot 2.7 to 3.1",
    "ISO 9001",
    "ISO 2000-2015",
    "RFC 2045-2049",
    "ports 2000-2010",
    "CVE-2014-2019",
    "99.9 - 99.99 % uptime",
    "$2000 - $2010 a month",
    "$2000-2010",
    "2000 - 2010 EUR",
    "1990 to 2010 requests per second",
    "2000-2020 users",
    "24/7 support",
    "a 3-5 person team",
    "GPA 3.8/4.0",
    "rated 9/10",
    "cut the build from 20 to 12 minutes",
    "10-12 services",
    "Windows Server 2016 - 2019",
    "ES2015 - ES2020",
    "2018 - 2016",
    "2031 - 2035",
    "in 2019 we moved to Kubernetes",
    "Python 3.10, Java 17",
    "we may 2 or 3 times a week",
    "1/2 - 3/4",
    "SN 20180301-20201130",
    "In 2019 a 2020 roadmap was written",
    "Mai 2 oder 3",
    "od 10 do 12",
    "heute 2019",
    "export_2019-2021.csv",
    "see notes_2016_to_2018",
    "mid_2019_v2020",
    "2018 - **Acme**",
    "2018 - __Acme__",
    "mars 2020",
    "",
]

SINGLE = [
    ("Summer 2015", "2015-06", "2015-08"),
    ("Intern, Summer 2015", "2015-06", "2015-08"),
    ("AWS Certified Developer, 2021", "2021-01", "2021-12"),
    ("CKA (Mar 2022)", "2022-03", "2022-03"),
    ("Scrum Master, 03/2019", "2019-03", "2019-03"),
    ("Issued 2019-11", "2019-11", "2019-11"),
    ("June 2019 (3 months)", "2019-06", "2019-08"),
    ("Nov 2019, 3 months", "2019-11", "2020-01"),
    ("Jan 2015 for 2 years", "2015-01", "2016-12"),
    ("Feb 2020 (6 weeks)", "2020-02", "2020-03"),
    ("BSc, 2026", "2026-01", "2026-11"),
    ("12 March 2018", "2018-03", "2018-03"),
]
NO_SINGLE = [
    "expected 2028",
    "Expected December 2026",
    "ISO 2015",
    "$2019",
    "Oracle 12c",
    "score 9/10",
    "Windows Server 2016",
    "$ 2019",
]


def month(value: date) -> str:
    return f"{value:%Y-%m}"


def test_the_table_is_large_enough() -> None:
    assert len(RANGES) + len(NONE) + len(SINGLE) + len(NO_SINGLE) >= 150
    assert len({row[0] for row in RANGES}) == len(RANGES)


@pytest.mark.parametrize("language", rules("calendar", "skillgap.resume"), ids=lambda language: language["of"])
def test_words_of_another_language_are_read(language: dict) -> None:  # type: ignore[type-arg]
    assert len(language["months"]) == 12
    (found,) = find_ranges(language["example"], TODAY)
    assert (month(found.begun), found.current) == ("2019-10", True)


@pytest.mark.parametrize(("line", "begun", "ended"), RANGES)
def test_a_range_is_read(line: str, begun: str, ended: str) -> None:
    (found,) = find_ranges(line, TODAY)
    assert (month(found.begun), month(found.ended)) == (begun, "2026-11" if ended == "now" else ended)
    assert found.current == (ended == "now")
    assert not found.lone


@pytest.mark.parametrize("line", NONE)
def test_other_numbers_are_no_ranges(line: str) -> None:
    assert list(find_ranges(line, TODAY)) == []


@pytest.mark.parametrize(("line", "begun", "ended"), SINGLE)
def test_a_lone_date_is_read_where_it_is_asked_for(line: str, begun: str, ended: str) -> None:
    assert list(find_ranges(line, TODAY)) == []
    (found,) = find_ranges(line, TODAY, single=True)
    assert (month(found.begun), month(found.ended), found.lone) == (begun, ended, True)


@pytest.mark.parametrize("line", NO_SINGLE)
def test_other_numbers_are_no_lone_dates(line: str) -> None:
    assert list(find_ranges(line, TODAY, single=True)) == []


def test_what_makes_a_number_of_dates_stands_near_them() -> None:
    assert list(find_ranges(f"Version {' ' * 9}2015 - 2019", TODAY)) == []
    assert len(list(find_ranges(f"Version {' ' * 99}2015 - 2019", TODAY))) == 1


def test_two_ranges_in_a_line() -> None:
    found = list(find_ranges("Acme, Jun 2018 – Aug 2018 and Jun 2019 – Aug 2019", TODAY))
    assert [(month(f.begun), month(f.ended)) for f in found] == [("2018-06", "2018-08"), ("2019-06", "2019-08")]


def test_the_offsets_hold_the_dates() -> None:
    line = "Engineer – Acme – Mar 2016 – Jun 2018, Berlin"
    (found,) = find_ranges(line, TODAY)
    assert line[found.start : found.end] == "Mar 2016 – Jun 2018"


@given(line=st.text(alphabet="0123456789 -–/.'JanuryMaycbeDprestio()", max_size=60), single=st.booleans())
def test_ranges_lie_in_the_past_and_run_forward(line: str, single: bool) -> None:
    previous = 0
    for found in find_ranges(line, TODAY, single=single):
        assert found.begun <= found.ended <= TODAY
        assert found.begun.day == found.ended.day == 1
        assert previous <= found.start < found.end <= len(line)
        previous = found.end


@pytest.mark.parametrize(
    ("begun", "ended", "months"), [((2019, 1), (2019, 1), 1), ((2019, 1), (2019, 12), 12), ((2016, 7), (2018, 6), 24)]
)
def test_both_months_count(begun: tuple[int, int], ended: tuple[int, int], months: int) -> None:
    assert months_between(date(*begun, 1), date(*ended, 1)) == months
