"""What runs "until now" in a résumé that says how old it is runs until then, and that is told."""

from __future__ import annotations

from datetime import date

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Resume

JOB = "Experience\nPHP developer, Hooli, 7/2005 - present\n- Shops\n- Prices\n"


def read(text: str) -> Resume:
    return ANALYZER.read_resume(text)


ANALYZER = Analyzer(today=date(2026, 11, 28))


@pytest.mark.parametrize(
    "said",
    [
        "(last updated: March 2016)",
        "Stand: März 2016",
        "CV as of 03/2016",
        "Last revised on 14 March 2016",
        "Page 1 | Updated 03/2016",
        "Résumé, updated March 2016.",
    ],
)
@pytest.mark.parametrize("top", [True, False])
def test_a_running_job_ends_with_the_date_of_its_resume(said: str, *, top: bool) -> None:
    resume = read(f"Ann Lee\n{said}\n\n{JOB}" if top else f"Ann Lee\n\n{JOB}\n{said}\n")
    (notice,) = resume.warnings
    assert (notice.code, resume.evidence["php"].months, resume.evidence["php"].last_used) == ("as-of", 129, date(2016, 3, 1))
    assert "2016-03" in notice.message


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee\n\n{JOB}- Wiki pages (last updated by me in March 2016)\n- Lists of prices\n- Shops\n- Stock\n",
        f"Ann Lee\n\n{JOB}- Updated the shop in March 2016\n- Stand: a booth at a fair\n",
        f"Ann Lee\n\n{JOB}\nLinks\n- Blog about Redis (last updated March 2016)\n",
        f"Ann Lee\n\n{JOB}\nLinks\nWiki | last updated 2016\n",
        f"Ann Lee\n(last updated: March 2016)\n\n{JOB}\nCertificates\nAWS Certified Developer, 2024\n",
        f"Ann Lee\n(last updated: October 2026)\n\n{JOB}",
        f"Ann Lee\n(last updated: March 2031)\n\n{JOB}",
        f"Ann Lee\nPortfolio: last updated in March 2016\n\n{JOB}",
        # it was not brought up to date, for all that it says
        f"Ann Lee\n(last updated: March 2016)\n\nExperience\nLead, Acme, 2019 - 2021\n- Go\n\n{JOB}",
    ],
)
def test_what_else_was_updated_ends_no_job(text: str) -> None:
    resume = read(text)
    assert "as-of" not in [notice.code for notice in resume.warnings]
    assert resume.evidence["php"].months == 257


def test_a_resume_without_a_running_job_is_not_told_of() -> None:
    assert not read("Ann Lee\nUpdated: March 2016\n\nExperience\nPHP developer, Hooli, 2005 - 2010\n- Shops\n").warnings
