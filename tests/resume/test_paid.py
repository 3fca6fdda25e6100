"""Which projects of a résumé are paid work, whose months count."""

from __future__ import annotations

import re

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.data import rules
from skillgap.model import Resume

CAREER = "Experience\nDeveloper, Hooli Services, Jan 2014 - Dec 2020\n- Linux\n\n"
STUDIES = "Education\nBSc Physics, 2014 - 2018\n"


def kotlin(resume: Resume) -> tuple[str, int | None, str]:
    evidence = resume.evidence["kotlin"]
    return evidence.strength, evidence.months, f"{evidence.last_used:%Y-%m}" if evidence.last_used else ""


@pytest.mark.parametrize("heading", ["Projects", "PROJECTS HANDLED", "Project experience:", "## Projects", "Project details"])
@pytest.mark.parametrize(
    "block",
    [
        "Project: Claims desk\nClient: Parcel Insurance\nRole: Developer\nDuration: Mar 2018 - Feb 2019\nEnvironment: Kotlin",
        "Claims desk\nCustomer: Parcel Insurance\nPeriod: Mar 2018 - Feb 2019\n- Kotlin services",
        "Client Name: Parcel Insurance\nDuration: 03/2018 - 02/2019\n- Kotlin services",
        "Claims desk, Mar 2018 - Feb 2019\nEnd client: Parcel Insurance\n- Kotlin services",
        "**Claims desk**\n**Employer:** Hooli Services\n**Dates:** Mar 2018 - Feb 2019\n- Kotlin services",
        "Claims desk | Company: Hooli Services | Mar 2018 - Feb 2019\n- Kotlin services",
        "Project: Claims desk\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin services",
        "Project: Claims desk\nDesignation: Module lead\nPeriod: Mar 2018 - Feb 2019\n- Kotlin services",
        "Project: Claims desk\nClient: University of Leeds\nDuration: Mar 2018 - Feb 2019\n- Kotlin for a student portal",
        "Project #2: Claims desk\nClient: Parcel Insurance\nEnvironment: Kotlin\nDuration: Mar 2018 - Feb 2019\n- Docker",
        "Project: Claims desk\n\nClient: Parcel Insurance\n\nRole: Developer\n\nDuration: Mar 2018 - Feb 2019\n\nKotlin",
        "Project: Personal loans\nClient: Parcel Bank\nDuration: Mar 2018 - Feb 2019\n- Kotlin self-service",
    ],
)
def test_work_for_a_client_or_in_a_role_counts(heading: str, block: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}{heading}\n\n{block}\n")) == ("recent_job", 12, "2019-02")


@pytest.mark.parametrize("heading", ["Freelance projects", "Client projects", "Commercial projects", "Consulting projects"])
def test_a_heading_may_say_that_projects_are_paid(heading: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\n\n{heading}\n\nShop for a florist, Mar 2018 - Feb 2019\n- Kotlin\n\n{STUDIES}"
    assert kotlin(analyzer.read_resume(text))[1] == 12


@pytest.mark.parametrize(
    ("heading", "block"),
    [
        # hobbies
        ("Projects", "Recipe box, Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Recipe box\nMar 2018 - Feb 2019\nRole: everything\n- Kotlin"),
        ("Projects", "Chat, Mar 2018 - Feb 2019\nClient: Kotlin\nServer: Docker"),
        ("Projects", "Chat, Mar 2018 - Feb 2019\nClient: a web page in Kotlin\nBackend: Docker"),
        ("Projects", "Personal project: Chat\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat (hobby)\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat\nRole: Solo developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat\nClient: myself\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat\nClient: none\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat, open source\nRole: Maintainer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Food bank\nRole: Volunteer developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Chat\nTeam size: 3\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Personal projects", "Chat\nClient: my sister\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Side projects", "Chat\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Open source projects", "Chat\nRole: Maintainer\nPeriod: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Freelance and personal projects", "Chat, Mar 2018 - Feb 2019\n- Kotlin"),
        # studies
        ("Academic projects", "Library\nClient: VTU\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("University projects", "Library\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Final year project: Library\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Library (coursework)\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Library\nRole: Student developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Library, hackathon\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        ("Projects", "Library, bootcamp capstone\nRole: Developer\nDuration: Mar 2018 - Feb 2019\n- Kotlin"),
        # no time
        ("Projects", "Claims desk\nClient: Parcel Insurance\nRole: Developer\nDuration: 12 months\n- Kotlin"),
        ("Projects", "Claims desk\nClient: Parcel Insurance\n- Kotlin"),
        ("Freelance projects", "Shop for a florist (2018)\n- Kotlin"),
    ],
)
def test_other_projects_have_no_months(heading: str, block: str, analyzer: Analyzer) -> None:
    strength, months, _ = kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}{heading}\n\n{block}\n"))
    assert (strength, months) == ("project", None)


@pytest.mark.parametrize("education", [STUDIES, "Education\nB.E., VTU, 2018\n"])
def test_a_project_beside_studies_is_one_of_theirs(education: str, analyzer: Analyzer) -> None:
    block = "Projects\nLibrary\nOrganisation: VTU\nRole: Developer\nDuration: Jan 2017 - Jun 2017\n- Kotlin\n\n"
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{block}{education}")) == ("project", None, "2017-06")
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}{block}{education}"))[1] == 6


def test_a_role_in_projects_of_somebody_who_never_had_a_job_is_no_job(analyzer: Analyzer) -> None:
    block = "Ann Lee\n\nProjects\nLibrary\nRole: Developer\nDuration: Jan 2017 - Jun 2017\n- Kotlin\n"
    assert kotlin(analyzer.read_resume(block))[1] is None
    assert kotlin(analyzer.read_resume(block.replace("Role", "Client: Parcel Bank\nRole")))[1] == 6


def test_a_project_inside_a_job_adds_nothing_twice(analyzer: Analyzer) -> None:
    job = CAREER.replace("Linux", "Kotlin")
    block = "Client: Parcel Bank\nRole: Developer\nDuration: Jul 2020 - Jun 2021\n- Kotlin\n"
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{job}Projects\n{block}"))[1] == 84 + 6


CLAIMS = "Project: Claims desk\nClient: Parcel Bank\nDuration: Mar 2018 - Feb 2019\n- Linux\n"


@pytest.mark.parametrize(
    "behind",
    [
        "\nRecipe box\n- Kotlin\n",
        "\nRecipe box\nA web page in Kotlin.\n",
        "Project: Recipe box\nTechnologies: Kotlin\n",
        "\nProject #2: Recipe box\n- Kotlin\n",
        "\nRecipe box\nMar 2020 - May 2020\nA web page in Kotlin.\n",
        "\nRecipe box, Mar 2017 - May 2017\n- Kotlin\n",
    ],
)
def test_paid_work_makes_no_work_of_what_stands_around_it(behind: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}Projects\n\n{CLAIMS}{behind}"))[:2] == ("project", None)
    before = f"Recipe box\nMar 2020 - May 2020\nA web page in Kotlin.\n\n{CLAIMS}"
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}Projects\n\n{before}"))[:2] == ("project", None)


@pytest.mark.parametrize(
    "part",
    [
        "\nResponsibilities:\n- Kotlin\n",
        "\nKey results\n- Kotlin\n",
        "\nEnvironment: Kotlin\n",
        "\nTechnology stack\nKotlin\n",
        "\nThe claims of all branches came in here.\n- Kotlin\n",
        "\nKotlin, Docker, Redis\nand Kafka\n",
        "\nWhat I did\n- Kotlin\n",
        "\n- Docker\n\n- Kotlin\n",
    ],
)
def test_the_parts_of_paid_work_stay_with_it(part: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\n\n{CAREER}Projects\n\n{CLAIMS}{part}"
    assert kotlin(analyzer.read_resume(text)) == ("recent_job", 12, "2019-02")


SHOP = "Projects\nMar 2018 - Feb 2019  A shop for florists\n- Kotlin\n"


@pytest.mark.parametrize(
    "head",
    [
        "Freelance backend developer",
        "Freelancer",
        "Senior consultant, self-employed",
        "Independent consultant",
        "Java contractor",
        "Freelance backend developer | PHP | Leeds | remote or there | a day rate on request",
        "I am a freelance developer since 2012.",
        "I have been working as a freelancer, mostly for shops.",
        "Freelance developer, 2012 - present",
        "Freelance .NET developer, Leeds. Available from 1 January 2027.",
        "Independent consultant. At home in Java since 2012 and in the north of England for all of it.",
        "Experience\nDeveloper, Hooli Services, Jan 2012 - Dec 2015\n- Linux\nFreelance developer, Jan 2016 - Present\n- Linux",
    ],
)
def test_the_projects_of_a_freelancer_are_work(head: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n{head}\n\n{SHOP}"))[1:] == (12, "2019-02")


@pytest.mark.parametrize(
    "head",
    [
        "Backend developer",
        "Looking for freelance work",
        "Backend developer | open to freelance",
        "Former freelancer",
        "Open to contractor roles",
        "Freelance or permanent",
        "Backend developer. Freelance until 2015, and with Hooli for all the years since then.",
        "Looking for freelance work. Available from 1 January 2027.",
        "Backend developer, Leeds. Freelance projects welcome from May 2027.",
        "Recruiter for freelance developers",
        "I would like to work as a freelancer.",
        "I managed freelance developers.",
        "Freelance developer, 2012 - 2016",
        "Experience\nFreelance developer, Jan 2012 - Present\n- Linux\nDeveloper, Hooli Services, Jan 2016 - Dec 2020\n- Linux",
        "Experience\nContractor, Parcel Bank, Jan 2012 - Dec 2020\n- Linux",
    ],
)
def test_the_projects_of_others_are_not(head: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n{head}\n\n{SHOP}"))[:2] == ("project", None)


@pytest.mark.parametrize("heading", ["Personal projects", "Open source projects", "Side projects", "Things I built"])
def test_a_freelancer_has_hobbies_too(heading: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\nFreelancer\n\n{SHOP.replace('Projects', heading)}"
    assert kotlin(analyzer.read_resume(text))[:2] == ("project", None)


@pytest.mark.parametrize(
    "line",
    [
        "Mar 2018 - Feb 2019 Bank: Kotlin",
        "Mar 2018 - Feb 2019  Insurer, Leeds\n- Kotlin",
        "Swiss bank, Mar 2018 - Feb 2019\n- Kotlin",
        "Parcel Bank, Leeds, 03/2018 - 02/2019\n- Kotlin",
        "03/2018 - 02/2019 Car manufacturer (Leeds): Kotlin",
        "Parcel Ltd, Mar 2018 - Feb 2019\n- Kotlin",
        "Mar 2018 - Feb 2019  Claims desk, Parcel Versicherungs AG\n- Kotlin",
    ],
)
@pytest.mark.parametrize("heading", ["Project experience", "Selected projects"])
def test_projects_with_clients_are_work_where_there_are_no_jobs(heading: str, line: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{heading}\n{line}\n"))[1:] == (12, "2019-02")


@pytest.mark.parametrize(
    "line",
    [
        "Piggy bank, Mar 2018 - Feb 2019\n- Kotlin",
        "Mar 2018 - Feb 2019 A bank for seeds: Kotlin",
        "Mar 2018 - Feb 2019 Recipe box: Kotlin",
        "Weather provider for my garden and the one next door, Mar 2018 - Feb 2019\n- Kotlin",
        "Personal project: Parcel Ltd, Mar 2018 - Feb 2019\n- Kotlin",
        "Bank (2018)\n- Kotlin",
    ],
)
def test_projects_with_names_like_clients_are_not(line: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\nProjects\n{line}\n"))[:2] == ("project", None)


def test_beside_jobs_the_trade_of_a_client_is_not_enough(analyzer: Analyzer) -> None:
    block = "Projects\nMar 2018 - Feb 2019 Bank: Kotlin\n"
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}{block}"))[:2] == ("project", None)
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\n{CAREER}{block.replace('Bank', 'Parcel GmbH')}"))[1] == 12


LISTED = "## {heading}\n\n### Fraud checks, Parcel AG, 6/2016 - 12/2017\n- Docker\n\n{other}\n- Kotlin\n"


@pytest.mark.parametrize("heading", ["Selected projects", "Projects", "Key projects"])
@pytest.mark.parametrize(
    "other",
    [
        "### Claims portal for an insurer (via Hooli), 03.2018 - 02.2019",
        "### Tender tool, City of Leeds, Mar 2018 - Feb 2019 (60 %)",
        "### Time sheets, 03/2018 - 02/2019\nRole: backend lead, team of 5",
        "### Time sheets, 03/2018 - 02/2019\n- My part was the pipelines in GitHub Actions",
    ],
)
def test_where_there_are_no_jobs_one_firm_makes_work_of_the_list(heading: str, other: str, analyzer: Analyzer) -> None:
    text = LISTED.format(heading=heading, other=other)
    assert kotlin(analyzer.read_resume(f"# Ann Lee\n\n{text}"))[1:] == (12, "2019-02")
    hooli = "## Experience\n\n### Developer, Hooli Services, Jan 2010 - Dec 2014\n- Linux\n\n"
    assert kotlin(analyzer.read_resume(f"# Ann Lee\n\n{hooli}{text}"))[:2] == ("project", None)


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Side projects", "### Tender tool, Mar 2018 - Feb 2019"),
        ("University projects", "### Tender tool, Mar 2018 - Feb 2019"),
        ("Projects", "### Tender tool (hobby), Mar 2018 - Feb 2019"),
        ("Projects", "### Open source tender tool, Mar 2018 - Feb 2019"),
        ("Projects", "### Tender tool, Mar 2018 - Feb 2019\ngithub.com/annlee/tender"),
        ("Projects", "### Recipes for my phone, Mar 2018 - Feb 2019"),
        ("Projects", "### Tender tool (2018)"),
        ("Projects", "## Hobby projects\n\n### Tender tool, Mar 2018 - Feb 2019"),
        ("Projects", "## Education\n\n### BSc, Leeds, 2017 - 2019\n\n## Projects\n\n### Tender tool, Mar 2018 - Feb 2019"),
    ],
)
def test_but_not_of_what_was_done_for_nobody(heading: str, other: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"# Ann Lee\n\n{LISTED.format(heading=heading, other=other)}"))[:2] == ("project", None)


@pytest.mark.parametrize(
    "heading",
    ["Kubernetes operator", "Message broker", "Game maker", "Piggy Bank", "Clone of Apple Inc website", "My plugin for Foo Inc"],
)
def test_what_only_sounds_like_a_client_is_none(heading: str, analyzer: Analyzer) -> None:
    assert kotlin(analyzer.read_resume(f"Ann Lee\n\nProjects\n{heading}, 2019 - 2020\n- Kotlin\n"))[:2] == ("project", None)


@pytest.mark.parametrize("says", ["I am not self-employed.", "I am no freelancer.", "I am seeking freelance work."])
def test_nobody_is_a_freelancer_who_says_no_such_thing(says: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\n\nSummary\n{says}\n\nProjects\nShop, 2019 - 2020\n- Kotlin\n"
    assert kotlin(analyzer.read_resume(text))[:2] == ("project", None)


DURATION = "Duration: Mar 2018 - Feb 2019\n"
DATED = ", Mar 2018 - Feb 2019\n- Kotlin"
PLACES = {
    "client": f"{CAREER}Projects\nChat, Mar 2018 - Feb 2019\n$\n- Kotlin",
    "role": f"{CAREER}Projects\nChat\n$\n{DURATION}- Kotlin",
    "duration": f"{CAREER}Projects\nChat\nRole: Developer\n$\n- Kotlin",
    "title": f"{CAREER}Projects\n\n{CLAIMS}$\nTechnologies: Kotlin",
    "nobody": f"{CAREER}Projects\nChat\n$\n{DURATION}- Kotlin",
    "open to all": f"Projects\n\n{CLAIMS}\n$, Mar 2019 - Feb 2020\n- Kotlin",
    "other end": "Projects\nChat, Mar 2018 - Feb 2019\nClient: a web page in Kotlin\n$",
    "part": f"{CAREER}Projects\n\n{CLAIMS}\n$\n- Kotlin",
    "paid heading": f"$\n\nShop{DATED}\n\n{STUDIES}",
    "unpaid heading": f"{CAREER}$\n\nChat\nClient: Parcel Bank\n{DURATION}- Kotlin",
    "own project": f"{CAREER}Projects\n$\nRole: Developer\n{DURATION}- Kotlin",
    "own work": f"{CAREER}Projects\n$\nRole: Developer\n{DURATION}- Kotlin",
    "freelancer": f"$\n\n{SHOP}",
    "freelancer in a title": f"$\n\n{SHOP}",
    "freelancer of a résumé": f"$\n\n{SHOP}",
    "being one": f"Summary\n$\n\n{SHOP}",
    "being none": f"Summary\n$\n\n{SHOP}",
    "not before": f"$\n\n{SHOP}",
    "not behind": f"$\n\n{SHOP}",
    "legal form": f"{CAREER}Projects\n${DATED}",
    "trade": f"Projects\n${DATED}",
    "kind of bank": f"Projects\n${DATED}",
    "bank of a country": f"Projects\n${DATED}",
    "no bank": f"Projects\n${DATED}",
}
"""Where the example of a rule stands."""
UNPAID = {
    "title",
    "nobody",
    "other end",
    "unpaid heading",
    "own project",
    "own work",
    "open to all",
    "being none",
    "not before",
    "not behind",
    "no bank",
}


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        pytest.param(rule, word, id=f"{rule['of']}-{word}")
        for rule in rules("paid", "skillgap.resume")
        for key in ("words", "begins", "ends")
        for word in rule.get(key, ())
    ],
)
def test_a_word_decides_whether_work_is_paid(rule: dict, word: str, analyzer: Analyzer) -> None:  # type: ignore[type-arg]
    def is_paid(other: str) -> bool:
        said = re.sub(r"\[.+\]", lambda _: other, rule["example"])
        said = said[0].upper() + said[1:]
        return kotlin(analyzer.read_resume(f"Ann Lee\n\n{PLACES[rule['of']].replace('$', said)}\n"))[1] is not None

    assert is_paid(word) is (rule["of"] not in UNPAID)
    assert is_paid("zorpq") is (rule["of"] in UNPAID)


def test_every_rule_on_paid_work_has_a_place() -> None:
    assert PLACES.keys() == {rule["of"] for rule in rules("paid", "skillgap.resume")}
