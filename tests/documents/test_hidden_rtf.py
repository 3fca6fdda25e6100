"""Every way of hiding words in an RTF file that we know of, and every look-alike that a person does see."""

from __future__ import annotations

import pytest

from skillgap.documents import read
from skillgap.model import Document

from .samples import expect_hidden, rtf

WORDS = "Kubernetes Kafka Terraform"


def box(text: str, properties: str = "", *, place: str = r"\shpleft0\shptop0\shpright4000\shpbottom900") -> str:
    """A paragraph with a text box."""
    return rf"{{\shp{{\*\shpinst{place}{properties}{{\shptxt {text}\par}}}}}}\par"


def sp(name: str, value: object) -> str:
    """A property of a shape."""
    return rf"{{\sp{{\sn {name}}}{{\sv {value}}}}}"


def behind(size: int) -> str:
    """A shape behind the text."""
    return rf"{{\shp{{\*\shpinst\shpleft0\shptop0\shpright{size}\shpbottom{size}\shpfblwtxt1{sp('shapeType', 1)}}}}}\par"


def cells(definition: str, text: str) -> str:
    return rf"\trowd{definition}\cellx1\cellx2\pard\intbl\cf5 x\cell {text}\cell\row\pard\plain"


def background(colour: int) -> str:
    return rf"{{\*\background{{\shp{{\*\shpinst\shpleft0\shptop0\shpright0\shpbottom0{sp('fillColor', colour)}}}}}}}"


NAVY = 0x64381F
HIDDEN = {
    "hidden": (rf"{{\v {WORDS}}}", "hidden text"),
    "hidden in pieces": (r"\v Kubernetes {\b Kafka} \i Terraform\v0 ", "hidden text"),
    "white": (rf"{{\cf1 {WORDS}}}", "white text"),
    "almost white": (rf"{{\cf4 {WORDS}}}", "white text"),
    "white on white": (rf"{{\cf1\chcbpat1 {WORDS}}}", "white text"),
    "white under a white marker": (rf"{{\cf1\highlight1 {WORDS}}}", "white text"),
    "white on no ground": (rf"{{\cf1\chcbpat0\highlight0\cb0 {WORDS}}}", "white text"),
    "blue on blue": (rf"{{\cf2\chcbpat2 {WORDS}}}", "text in the colour of what is behind it"),
    "blue on a pattern of blue": (rf"{{\cf2\chshdng10000\chcfpat2 {WORDS}}}", "text in the colour of what is behind it"),
    "blue in a blue paragraph": (rf"\pard\cbpat2\cf2 {WORDS}\par\pard\plain", "text in the colour of what is behind it"),
    "blue in a blue cell": (cells(r"\cellx1\clcbpat2", rf"\cf2 {WORDS}"), "text in the colour of what is behind it"),
    "black under a black marker": (rf"{{\cf5\highlight5 {WORDS}}}", "text in the colour of what is behind it"),
    "half a point": (rf"{{\fs1 {WORDS}}}", "tiny text"),
    "two points": (rf"{{\fs4 {WORDS}}}", "tiny text"),
    "squeezed": (rf"{{\charscalex1 {WORDS}}}", "tiny text"),
    "a line without height": (rf"\pard\sl-20\slmult0 {WORDS}\par\pard", "tiny text"),
    "in a row without height": (r"\trowd\trrh-20\cellx1\pard\intbl " + WORDS + r"\cell\row\pard", "hidden row"),
    "in a frame off the page": (rf"\pard\posnegx-9000 {WORDS}\par\pard", "outside the page"),
    "in a white box": (box(rf"\cf1 {WORDS}", sp("fillColor", 0xFFFFFF)), "white text"),
    "in a box that says no colour": (box(rf"\cf1 {WORDS}"), "white text"),
    "in a box without filling": (box(rf"\cf1 {WORDS}", sp("fFilled", 0)), "white text"),
    "in a hidden box": (box(WORDS, sp("fHidden", 1)), "hidden text box"),
    "in a box off the page": (
        box(WORDS, place=r"\shpleft-9000\shptop0\shpright-5000\shpbottom900"),
        "outside the page",
    ),
    "in a box without room": (box(WORDS, place=r"\shpleft0\shptop0\shpright4000\shpbottom3"), "no room on the page"),
    "white, with a speck behind": (behind(300) + rf"{{\cf1 {WORDS}}}", "white text"),
    "in the colour of the page": (background(NAVY) + rf"{{\cf2 {WORDS}}}", "text in the colour of what is behind it"),
    "in a footer": (rf"{{\footer\v {WORDS}\par}}", "hidden text"),
    "in a footnote": (rf"{{\footnote\v {WORDS}}}", "hidden text"),
}


def document(body: str) -> Document:
    return read(rtf(rf"\cf5 Backend engineer\par {body}\par\pard\plain in Berlin"))


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_words_are_found_and_no_others(way: str) -> None:
    body, reason = HIDDEN[way]
    found = document(body)
    assert [(part.text, part.reason) for part in found.hidden] == [(WORDS, reason)]
    expect_hidden(found, WORDS)


SHOWN = {
    "plain": WORDS,
    "not hidden after all": rf"\v\v0 {WORDS}",
    "behind a hidden space": rf"{{\v\b  }}{WORDS}",
    "hidden on the web": rf"{{\webhidden {WORDS}}}",
    "hidden words of a style": rf"{{\stylesheet{{\s1\v Ghost;}}}}\pard\s1 {WORDS}",
    "light grey": rf"{{\cf3 {WORDS}}}",
    "coloured": rf"{{\cf2 {WORDS}}}",
    "of a colour that there is not": rf"{{\cf99\highlight99 {WORDS}}}",
    "five points": rf"{{\fs10 {WORDS}}}",
    "white on a dark run": rf"{{\cf1\chcbpat2 {WORDS}}}",
    "white on dark as TextEdit writes it": rf"{{\cf1\cb2 {WORDS}}}",
    "white under a dark marker": rf"{{\cf1\highlight5 {WORDS}}}",
    "white on a dark paragraph": rf"\pard\cbpat2\cf1 {WORDS}",
    "white on a black pattern": rf"\pard\shading10000\cf1 {WORDS}",
    "white in a dark cell": cells(r"\cellx1\clcbpat2", rf"\cf1 {WORDS}"),
    "white in a dark cell of which is told behind it": rf"\trowd\cellx1\cf1 {WORDS}\cell\trowd\clcbpat2\cellx1\row\pard",
    "white in a dark row": cells(r"\trcbpat2\trshdng0", rf"\cf1 {WORDS}"),
    "white in a dark box": box(rf"\cf1 {WORDS}", sp("fillColor", NAVY)),
    "white in a box of two colours": box(rf"\cf1 {WORDS}", sp("fillType", 7)),
    "white in a box of the old kind": rf"{{\*\do{{\dptxbxtext\cf1 {WORDS}\par}}}}",
    "white with a shape behind": behind(4000) + rf"{{\cf1 {WORDS}}}",
    "white on a dark page": background(NAVY) + rf"{{\cf1 {WORDS}}}",
    "in a box in the margin": box(WORDS, place=r"\shpleft-900\shptop0\shpright3000\shpbottom900"),
    "a tight line": rf"\pard\sl-200 {WORDS}",
    "a low row that may grow": r"\trowd\trrh20\cellx1\intbl " + WORDS + r"\cell\row",
}


@pytest.mark.parametrize("way", SHOWN)
def test_words_that_are_seen_stay(way: str) -> None:
    found = document(SHOWN[way])
    assert found.hidden == ()
    assert WORDS in found.text


def test_the_first_colour_is_no_ground() -> None:
    found = read(rb"{\rtf1\ansi{\colortbl\red0\green0\blue0;\red255\green255\blue255;}\cf0 Python {\cf1 Kafka}}")
    assert (found.text, [part.text for part in found.hidden]) == ("Python", ["Kafka"])
