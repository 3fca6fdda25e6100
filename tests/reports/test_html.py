from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from skillgap.model import GapReport
from skillgap.reports import render

from .conftest import asked, full_report, hostile_report, missing

REPORTS = pytest.mark.parametrize("report", [full_report(), hostile_report()], ids=["full", "hostile"])


def page(report: GapReport) -> html.HtmlElement:
    return html.document_fromstring(render(report, "html"))


@REPORTS
def test_nothing_runs_and_nothing_is_loaded(report: GapReport) -> None:
    tree = page(report)
    tags = {element.tag for element in tree.iter()}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "base", "svg", "video", "audio", "source"}
    names = {name for element in tree.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "srcset", "background", "action", "poster"})
    css = "".join(tree.xpath("//style/text() | //@style"))
    assert not re.search(r"url\(|@import|expression\(", css)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy[0].startswith("default-src 'none'")


@REPORTS
def test_links_are_web_addresses_that_tell_nothing(report: GapReport) -> None:
    links = page(report).findall(".//a")
    assert links
    assert all(re.match("https?://", link.get("href", "")) for link in links)
    assert all(link.get("rel") == "noopener noreferrer" for link in links)


def test_a_strangers_markup_is_shown_as_text(hostile: GapReport) -> None:
    tree = page(hostile)
    title = tree.findtext(".//h1") or ""
    assert "<script>alert(1)</script>" in title
    assert "{{ 7*7 }}" in title


def test_both_quotes_stand_in_the_row(full: GapReport) -> None:
    row = page(full).xpath("//tr[contains(., 'Kafka')]")[0]
    assert [q.text_content() for q in row.findall(".//q")] == ["Event streaming with Kafka", "RabbitMQ for settlement events"]
    assert [mark.text for mark in row.findall(".//mark")] == ["Kafka", "RabbitMQ"]


@REPORTS
def test_it_is_accessible(report: GapReport) -> None:
    tree = page(report)
    assert tree.get("lang") == "en"
    assert tree.findtext(".//title")
    levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(th.get("scope") in ("col", "row") for th in tree.findall(".//th"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@aria-labelledby")) <= set(ids)


def test_verdicts_are_words_and_not_only_colours(full: GapReport) -> None:
    chips = [chip.text_content() for chip in page(full).xpath("//tbody//*[contains(@class, 'chip')]")]
    assert chips == [v.verdict for v in full.verdicts]


def test_long_lists_are_folded(full: GapReport) -> None:
    many = tuple(missing(asked(f"Tool {n}", level="context"), 0) for n in range(30))
    assert page(replace(full, context=many)).findtext(".//details/summary") == "30 not shown"
    assert page(full).find(".//details") is None


def test_the_bar_is_as_full_as_the_score(full: GapReport) -> None:
    tree = page(full)
    slots = tree.xpath("//*[contains(@class, 'slot')]")
    weights = [float(slot.get("style").split(":")[1]) for slot in slots]
    shares = [float(re.sub(r"[^\d.]", "", slot[0].get("style"))) / 100 for slot in slots]
    assert sum(weights) == pytest.approx(100)
    assert sum(w * s for w, s in zip(weights, shares, strict=True)) == pytest.approx(full.score, abs=0.5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "met", "partly", "missing", "unsure", "link"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "tint"])
def test_contrast_is_sufficient(scheme: str, ink: str, ground: str, full: GapReport) -> None:
    """WCAG 2.2 AA for text: 4.5 to 1."""
    css = render(full, "html")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6});", blocks[0 if scheme == "light" else 1]))
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
