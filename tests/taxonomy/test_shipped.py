"""The taxonomy that ships: sound, complete for the article, and right about its own examples."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import AREAS, Skill
from skillgap.taxonomy import Taxonomy, lint
from skillgap.taxonomy.load import default_folder
from tests.article import ARTICLE

REGISTRIES = {"pypi", "pythonhosted", "anaconda", "npmjs", "crates", "rubygems", "packagist", "nuget", "mvnrepository", "hex"}
"""Parts of host names that only package registries have."""
WITHOUT_RESOURCE = {"active-listening", "adaptability", "udemy"}
"""No address for these was ever seen, and none is written from memory."""
FILES = sorted(path.stem for path in default_folder().glob("*.yaml"))


def test_it_has_no_problems(taxonomy: Taxonomy) -> None:
    assert [str(problem) for problem in lint(taxonomy)] == []


def test_it_has_at_least_250_skills(taxonomy: Taxonomy) -> None:
    assert len(taxonomy) >= 250


def test_all_areas_of_the_article_are_used(taxonomy: Taxonomy) -> None:
    assert {skill.area for skill in taxonomy} == set(AREAS)
    assert len(AREAS) == 12


@pytest.mark.parametrize("skill_id", sorted({skill_id for skill_id, _ in ARTICLE}))
def test_a_skill_of_the_article_has_hours_and_a_proof(taxonomy: Taxonomy, skill_id: str) -> None:
    skill = taxonomy[skill_id]
    assert skill.hours or skill.generic
    assert skill.proof or skill.generic


def test_each_skill_of_the_article_has_a_resource(taxonomy: Taxonomy) -> None:
    assert {skill_id for skill_id, _ in ARTICLE if not taxonomy[skill_id].resources} == WITHOUT_RESOURCE


def test_no_resource_is_a_page_of_a_package_registry(taxonomy: Taxonomy) -> None:
    found = [
        (skill.id, resource.url)
        for skill in taxonomy
        for resource in skill.resources
        if REGISTRIES & set(parts := (urlsplit(resource.url).hostname or "").split(".")) and parts[0] != "docs"
    ]
    assert found == []


def test_every_resource_says_where_its_address_was_seen(taxonomy: Taxonomy) -> None:
    assert [(skill.id, r.url) for skill in taxonomy for r in skill.resources if not r.seen.strip()] == []


@pytest.mark.parametrize("file", FILES)
def test_weak_forms_are_taken_in_their_examples_of_yes_and_not_in_those_of_no(
    taxonomy: Taxonomy, analyzer: Analyzer, file: str
) -> None:
    wrong: dict[str, list[str]] = defaultdict(list)
    for skill in taxonomy:
        if skill.category == file:
            wrong["yes"] += [f"{skill.id}: {text}" for text in skill.match.yes if not finds(analyzer, skill, text)]
            wrong["no"] += [f"{skill.id}: {text}" for text in skill.match.no if finds(analyzer, skill, text)]
    assert not wrong["yes"], "not found although it should be:\n" + "\n".join(wrong["yes"])
    assert not wrong["no"], "found although it should not be:\n" + "\n".join(wrong["no"])


def finds(analyzer: Analyzer, skill: Skill, text: str) -> bool:
    return any(mention.skill.id == skill.id for mention in analyzer.extract(text, kind="resume").mentions)
