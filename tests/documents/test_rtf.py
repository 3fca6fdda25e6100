"""RTF: everything that a person sees, once, in order; by hand-written files, and by files of pandoc and LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.documents import read
from skillgap.documents.rtf import reader
from skillgap.errors import DamagedFile, EmptyDocument, ScanWithoutText
from skillgap.model import Document

from .samples import marked, rtf

FILES = Path(__file__).parent / "files"
BULLET = r"{\listtext\pard\plain\f1 \'b7\tab}"
BOX = (
    r"{\shp{\*\shpinst\shpleft0\shptop0\shpright4000\shpbottom900{\sp{\sn wzName}{\sv a name}}{\shptxt \pard In a box\par}}"
    r"{\shprslt {\*\do {\dptxbxtext In a box}}}}"
)
NESTED = (
    r"\trowd\cellx1\cellx2\pard\intbl left\cell\pard\intbl\itap2 one\nestcell two\nestcell"
    r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}"
    r"\pard\intbl\itap1 below\cell\trowd\cellx1\cellx2\row\pard after\par"
)

TEXTS = {
    "paragraphs": (r"one\par two\par", "one\n\ntwo"),
    "the line ends of the file": ("on\r\ne t\nwo\\par\r\n", "one two"),
    "an escaped line end": ("one\\\ntwo", "one\n\ntwo"),
    "line breaks": (r"one\line two\lbr0 three", "one\ntwo\nthree"),
    "tabs": (r"2019\tab Acme", "2019\tAcme"),
    "a new page": (r"one\page two\sect three\column four", "one\n\ntwo\n\nthree\n\nfour"),
    "escaped signs": (r"a \{b\} \\c", r"a {b} \c"),
    "words for signs": (r"\ldblquote a\rdblquote\endash b\emdash it\rquote s", "“a”–b—it’s"),
    "spaces and hyphens of no width": (r"Spring\~Boot co\-de full\_stack", "Spring Boot code full-stack"),
    "a word and its space": (r"{\b Py}thon \b0 dev\i0  x", "Python dev x"),
    "unknown words and groups": (r"\zorpq7 a{\*\zorpq not this}{\zorpq this}", "athis"),
    "a field": (r'see {\field{\*\fldinst{HYPERLINK "https://x.example"}}{\fldrslt{\ul the talk}}} now', "see the talk now"),
    "a field in a field": (
        r"{\field{\*\fldinst IF {\field{\*\fldinst DOCPROPERTY x}{\fldrslt not this}} }{\fldrslt this}}",
        "this",
    ),
    "an object": (r"{\object\objemb{\*\objclass Excel}{\*\objdata 0105}{\result shown}}", "shown"),
    "a text box": (rf"before {BOX}\par after", "before\n\nIn a box\n\nafter"),
    "a text box of the old kind": (
        r"before {\*\do{\dptxbxtext \pard In a box\par}}\par after",
        "before\n\nIn a box\n\nafter",
    ),
    "both halves of a name": (r"{\upr{Ren?}{\*\ud{Ren\u233\'e9}}}e", "Renée"),
    "deleted and inserted words": (r"a {\deleted b }{\revised c }\deleted d\deleted0  e\deleted x\plain  f", "a c e f"),
    "a footnote": (r"one{\super\chftn}{\footnote\pard\chftn  below\par} two\par three", "one two\n\nthree\n\nbelow"),
    "marks of an index, comments, bookmarks": (r"a{\xe not}{\*\bkmkstart not}{\*\annotation not}{\*\atnid not}b{\tc not}", "ab"),
    "a header and a footer": (r"{\footer the end\par}{\header the top\par}body\par", "the top\n\nbody\n\nthe end"),
    "the same header thrice": (r"{\headerl Ada\par}{\headerr Ada\par}{\headerf Ada\par}body", "Ada\n\nbody"),
    "page numbers": (r"{\footer Page \chpgn  of 3\par}body", "body"),
    "a table": (r"\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row\pard after", "a | b\n\nafter"),
    "two rows of one definition": (r"\trowd\cellx1\cellx2\intbl a\cell b\cell\row c\cell d\cell\row", "a | b\nc | d"),
    "a row without words for it": (r"a\cell b\cell\row\pard c", "a | b\n\nc"),
    "a row that does not end": (r"\trowd\cellx1\pard\intbl a\cell b\par\pard c", "a | b\n\nc"),
    "cells of many lines": (r"\trowd\intbl a\par b\cell c\cell\row", "a\n\nb\n\nc"),
    "a table in a table": (NESTED, "left\n\none | two\n\nbelow\n\nafter"),
    "a list": (rf"{BULLET}one\par{BULLET}two\par", "- one\n- two"),
    "a list in a list": (rf"{BULLET}\ls1 one\par{BULLET}\ls1\ilvl1 two\par", "- one\n  - two"),
    "a list of the old kind": (r"{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}one\par", "- one"),
    "a numbered list": (
        r"{\listtext 1.\tab}one\par{\listtext (iv)\tab}two\par{\listtext 2.1 b)\tab}three",
        "- one\n- two\n- three",
    ),
    "a label that is a word": (r"{\listtext Step 1:\tab}Write it\par", "- Step 1: Write it"),
    "bullets that are typed": (r"\bullet\tab one\par\u8226?\tab two\par\f1\'b7\f0\tab three", "- one\n- two\n- three"),
    "a list without labels": (r"\ls3 one\par\pard two", "- one\n\ntwo"),
    "what stands behind the end": (r"one}{\b two", "one"),
}


@pytest.mark.parametrize("what", TEXTS)
def test_everything_is_read_once_and_in_order(what: str) -> None:
    body, text = TEXTS[what]
    document = read(rtf(body))
    assert (document.text, document.format, document.hidden, document.warnings) == (text, "rtf", (), ())


LETTERS = {
    "Latin": (rb"\ansi", rb"R\'e9sum\'e9 \'96 \'80 \'81", "Résumé – €"),
    "Latin without a word for it": (b"", rb"\'93caf\'e9\'94", "“café”"),
    "as they are": (rb"\ansi\ansicpg1252", b"caf\xe9", "café"),
    "Cyrillic of the document": (rb"\ansi\ansicpg1251", rb"\'ff\'e7\'fb\'ea", "язык"),
    "Central European": (rb"\ansi\ansicpg1250", rb"\'a3\'f3d\'9f", "Łódź"),
    "of the Macintosh": (rb"\mac", rb"R\'8esum\'8e", "Résumé"),
    "of DOS": (rb"\pc", rb"R\'82sum\'82", "Résumé"),
    "of a page that there is not": (rb"\ansi\ansicpg99999", rb"caf\'e9", "café"),
    "UTF-8": (rb"\ansi\ansicpg65001", "café язык".encode(), "café язык"),
    "Cyrillic of a font": (
        rb"\ansi{\fonttbl{\f0 A;}{\f2\fcharset204 B;}}",
        rb"caf\'e9 {\f2 \'ff\'e7\'fb\'ea} \'e9",
        "café язык é",
    ),
    "of the usual font": (rb"\ansi\deff2{\fonttbl\f2\fcharset238 B;}", rb"\'a3\'f3d\'9f", "Łódź"),
    "of a font with a page": (rb"\ansi{\fonttbl{\f2\cpg1251 B;}}", rb"\f2 \'ff\plain  \'ff", "я ÿ"),
    "of two bytes": (rb"\ansi{\fonttbl{\f2\fcharset128 B;}}", rb"{\f2\'93\'fa\'96\'7b}", "日本"),
    "Unicode": (rb"\ansi", rb"\u1103?\u1079 \u8364\'80", "яз€"),
    "Unicode below zero": (rb"\ansi", rb"a\u-3913 ? b\u-4064?", "a• b"),
    "Unicode with a fallback of two": (rb"\ansi\uc2", rb"\u1103\'ff\'ff\u1079??b", "язb"),
    "Unicode without a fallback": (rb"\ansi\uc0", rb"\u233t\u233 t", "étét"),
    "a fallback that ends with its group": (rb"\ansi\uc3", rb"{\u233?}abc {\uc0\u233}abc", "éabc éabc"),
    "pairs": (rb"\ansi", rb"\u-10179?\u-8704? \u55357?\u56832? \u128512?", "😀 😀 😀"),
    "half a pair": (rb"\ansi", rb"a\u55357?b", "a\ufffdb"),
}


@pytest.mark.parametrize("what", LETTERS)
def test_letters_are_those_of_the_code_page(what: str) -> None:
    front, body, text = LETTERS[what]
    assert read(b"{\\rtf1" + front + b" {\\f9 Developer} " + body + b"}").text == f"Developer {text}"


def test_letters_that_a_program_decoded_wrongly_are_put_right_with_a_notice() -> None:
    document = read(rtf(r"R\'c3\'a9sum\'c3\'a9\par caf\'c3\'a9"))
    assert document.text == "Résumé\n\ncafé"
    assert [notice.code for notice in document.warnings] == ["mojibake"]


STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\sbasedon1 My Section;}{\s3\outlinelevel2 Own;}{\s4 Title;}"
    r"{\s5\sbasedon6 a;}{\s6\sbasedon5 b;}{\*\cs7 heading 1;}}"
)
HEADINGS = {
    "a style": (r"\pard\s1 Skills", ("heading", 1)),
    "a style based on one": (r"\pard\s2 Skills", ("heading", 1)),
    "a style with an outline level": (r"\pard\s3 Skills", ("heading", 3)),
    "the title": (r"\pard\s4 Skills", ("heading", 1)),
    "an outline level": (r"\pard\outlinelevel1 Skills", ("heading", 2)),
    "a level too deep": (r"\pard\outlinelevel8 Skills", ("heading", 6)),
    "a bold line": (r"\pard{\b Skills}", ("heading", 4)),
    "the level of body text": (r"\pard\outlinelevel9 Skills", ("paragraph", 0)),
    "styles in a circle": (r"\pard\s5 Skills", ("paragraph", 0)),
    "a style of letters": (r"\pard\s7 Skills", ("paragraph", 0)),
    "no style": (r"\pard Skills", ("paragraph", 0)),
    "a heading before": (r"\pard\s1 A\par\pard Skills", ("paragraph", 0)),
}


@pytest.mark.parametrize("what", HEADINGS)
def test_headings_are_those_that_the_file_marks(what: str) -> None:
    body, (kind, level) = HEADINGS[what]
    assert marked(read(rtf(STYLES + body)))[-1] == (kind, level, "Skills")


def test_the_title_of_the_file_is_kept_and_its_author_is_not() -> None:
    document = read(rtf(r"{\info{\title Backend developer}{\author Ada}{\*\company X}}Python"))
    assert (document.title, document.text) == ("Backend developer", "Python")


@pytest.mark.parametrize("front", [b"\xef\xbb\xbf", b"\r\n  ", b""])
def test_it_is_recognised_by_its_content(front: bytes) -> None:
    for name in ("cv.doc", "cv.txt", "cv"):
        assert read(front + rb"{\rtf1\ansi Python}", name=name).format == "rtf"


def test_a_file_that_ends_in_the_middle_is_read_and_said_to_end_there() -> None:
    (notice,) = read(rb"{\rtf1\ansi one\par{\b two").warnings
    assert (notice.code, notice.severity) == ("cut", "serious")


def test_an_address_that_stands_only_in_the_header_is_told() -> None:
    (notice,) = read(rtf(r"{\header ada@example.org\par}Python")).warnings
    assert notice.code == "contact-in-header"
    assert read(rtf(r"{\header ada@example.org\par}ada@example.org")).warnings == ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (rtf(r"{\pict\pngblip 89504e47}"), ScanWithoutText),
        (rtf(r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 01}} 12"), ScanWithoutText),
        (rtf(r"{\pict\pngblip\bin4 }}}}}"), ScanWithoutText),
        (rtf(r"\par"), EmptyDocument),
        (rtf(r"{\v Python}"), EmptyDocument),
        (rb"{\rtf1\ansi{\fonttbl{\f0 Ari", DamagedFile),
        (rb"{\rtf", DamagedFile),
    ],
)
def test_a_file_without_text_says_why(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


def test_a_picture_beside_the_text_is_passed_over() -> None:
    document = read(rtf(r"one {\pict\pngblip\bin6 {\b }}} two {\pict\bin3 abc} three"))
    assert (document.text, document.warnings) == ("one two three", ())


PIECES = (
    *("{", "}", r"\par ", r"\cell ", r"\row ", r"\nestcell ", r"\nestrow ", r"\intbl ", r"\itap2 ", r"\pard ", r"\plain "),
    *(r"{\shp{\*\shpinst", r"{\shptxt ", r"{\header ", r"{\footnote ", r"{\field{\*\fldinst x}{\fldrslt ", r"{\listtext "),
    *(r"{\pict ", r"\*", r"\u233?", r"\uc3 ", r"\'e9", r"\bin3 ", r"\v ", r"\v0 ", r"{\fonttbl{\f1 A;}", r"{\colortbl;"),
    *(r"\trowd\cellx1 ", r"{\stylesheet{\s1 a;}", "a", "b ", ";"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(deadline=None)
def test_any_words_in_any_order_give_text_or_one_of_its_own_errors(body: str) -> None:
    try:
        document = reader.read(rb"{\rtf1 " + body.encode() + b"}", "cv.rtf")
    except (ScanWithoutText, DamagedFile):
        return
    assert "\\" not in document.text
    assert [document.text[block.start : block.end] for block in document.blocks if block.start >= block.end] == []


@given(st.text("abcXYZ 019.,;\\{}'*-éøłя—…😀日"))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert " ".join(reader.read(rtf(f"x{escaped(text)}x"), "cv.rtf").text.split()) == " ".join(f"x{text}x".split())


def escaped(text: str) -> str:
    """A text as RTF writes it."""
    codes = text.encode("utf-16-le")
    units = (int.from_bytes(codes[at : at + 2], "little", signed=True) for at in range(0, len(codes), 2))
    return "".join(rf"\u{unit}?" if not 0 < unit < 128 else rf"\'{unit:02x}" if unit in b"\\{}" else chr(unit) for unit in units)


def check_resume(document: Document) -> None:
    blocks = marked(document)
    assert [block for block in blocks if block[0] == "heading"] == [
        ("heading", 1, "Noor Halvorsen"),
        ("heading", 2, "Experience"),
        ("heading", 3, "Backend Developer, Fjordlight Systems"),
        ("heading", 3, "Junior Developer, Café Polaris"),
        ("heading", 2, "Skills"),
    ]
    assert ("list_item", 1, "Built the booking service in Python and Django (“fast path”)") in blocks
    assert ("paragraph", 0, "March 2021 – Present") in blocks
    assert "\nArea | Known\nLanguages | Python, Go\nData | PostgreSQL, Redis\n" in document.text
    assert document.text.index("See the talk about queues.") < document.text.index("Given in Bodø, with 😀.")
    assert "HYPERLINK" not in document.text


def test_a_file_of_pandoc_is_read_as_it_was_written() -> None:
    document = read(FILES / "pandoc.rtf")
    check_resume(document)
    assert (document.hidden, document.warnings) == ((), ())


def test_a_file_of_libreoffice_is_read_as_it_was_written() -> None:
    document = read(FILES / "libreoffice.rtf")
    check_resume(document)
    lines = [line for line in document.text.split("\n") if line]
    assert (lines[0], lines[-1]) == ("Noor Halvorsen, +47 555 0142", "References on request")
    assert lines[-6:-2] == ["inner one | inner two", "Before the box", "Words of a dark box", "Inserted words"]
    assert "  - cut the nightly run from 5 h to 40 min" in lines
    assert "Shaded | white on dark" in lines
    assert "Deleted" not in document.text
    assert [(part.text, part.reason) for part in document.hidden] == [
        ("Kubernetes Kafka", "white text"),
        ("Ansible Helm", "tiny text"),
        ("Spark Flink", "hidden text"),
    ]
