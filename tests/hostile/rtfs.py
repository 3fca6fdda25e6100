"""Hostile RTF: groups without measure, binary parts that lie, numbers and words without end, text that is built to be costly."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.collection import add

WORDS = rb"\pard Python developer, Django and PostgreSQL\par "
FRONT = rb"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 Arial;}}{\colortbl;\red255\green255\blue255;}"


def rtf(body: bytes, end: bytes = b"}") -> bytes:
    """A file of some words and a body."""
    return FRONT + WORDS + body + end


def good() -> bytes:
    """A file that is as it should be, for others to spoil."""
    row = rb"\trowd\cellx100\cellx200\pard\intbl Redis\cell Kafka\cell\row\pard "
    box = rb"{\shp{\*\shpinst\shpleft0\shpright900{\sp{\sn fillColor}{\sv 16777215}}{\shptxt Celery\par}}}"
    link = rb'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt Go}}'
    return rtf(
        rb"{\header Ada\par}{\listtext\'95\tab}R\'e9sum\u233\'e9\par " + row + box + link + rb"{\v hidden}{\cf1 white}\par"
    )


def spoilt(old: bytes, new: bytes) -> Callable[[], bytes]:
    """The good file with something replaced."""
    return lambda: good().replace(old, new)


# groups

add("a_million_braces_deep.rtf", lambda: rtf(b"{" * 1_000_000 + b"Go" + b"}" * 1_000_000))
add("a_million_braces_that_open.rtf", lambda: rtf(b"{" * 1_000_000, b""))
add("a_million_braces_that_close.rtf", lambda: b"{\\rtf1 Python" + b"}" * 1_000_000)
add("braces_for_forty_eight_megabytes.rtf", lambda: rtf(b"{" * 24_000_000 + b"}" * 24_000_000), heavy=True)
add("ten_million_empty_groups.rtf", lambda: rtf(b"{}" * 10_000_000), heavy=True)
add("a_picture_a_million_braces_deep.rtf", lambda: rtf(rb"{\pict" + b"{" * 1_000_000 + b"}" * 1_000_001))
add("text_boxes_ten_thousand_deep.rtf", lambda: rtf(rb"{\shp{\*\shpinst{\shptxt a\par" * 10_000 + b"}}}" * 10_000))
add("headers_in_headers.rtf", lambda: rtf(rb"{\header a\par" * 50_000 + b"}" * 50_000), heavy=True)
add("footnotes_in_footnotes.rtf", lambda: rtf(rb"{\footnote a" * 50_000 + b"}" * 50_000))
add("fields_in_fields.rtf", lambda: rtf(rb"{\field{\*\fldinst x}{\fldrslt a" * 50_000 + b"}}" * 50_000))
add("instructions_in_instructions.rtf", lambda: rtf(rb"{\field{\*\fldinst x" * 50_000 + b"}}" * 50_000))
add("a_hundred_thousand_destinations_to_skip.rtf", lambda: rtf(rb"{\*\zorpq a" * 100_000, b""))
add("a_hundred_thousand_pictures.rtf", lambda: rtf(rb"{\pict 00}" * 100_000 + rb"{\*\objdata 00}" * 100_000))
add("no_brace_at_the_end.rtf", lambda: rtf(rb"{\b Go", b""))
add("nothing_but_the_beginning.rtf", lambda: b"{\\rtf")
add("half_a_word_at_the_end.rtf", lambda: rtf(b"\\", b""))
add("half_a_letter_at_the_end.rtf", lambda: rtf(b"\\'e", b""))
for _share in (5, 20, 50, 80, 99):
    add(f"cut_off_at_{_share}_percent.rtf", lambda share=_share: good()[: len(good()) * share // 100])  # type: ignore[misc]

# binary parts

add("a_binary_part_of_two_gigabytes.rtf", lambda: rtf(rb"{\pict\bin2147483647 abc}" + WORDS))
add("a_binary_part_below_zero.rtf", lambda: rtf(rb"{\pict\bin-5 abc}\bin-2147483648 " + WORDS))
add("a_binary_part_of_a_thousand_digits.rtf", lambda: rtf(rb"{\pict\bin" + b"9" * 1_000 + b" abc}" + WORDS))
add("a_binary_part_of_braces.rtf", lambda: rtf(rb"{\pict\bin100000 " + b"}" * 100_000 + b"}" + WORDS))
add("binary_parts_of_nothing.rtf", lambda: rtf(rb"\bin0 " * 1_000_000))
add("a_picture_of_forty_megabytes.rtf", lambda: rtf(rb"{\pict\pngblip " + b"89504e470d0a\r\n" * 3_000_000 + b"}"), heavy=True)
add("an_object_of_forty_megabytes.rtf", lambda: rtf(rb"{\object{\*\objdata " + b"0105000002" * 4_000_000 + b"}}"), heavy=True)
add(
    "an_object_with_an_equation.rtf",
    lambda: rtf(rb"{\object\objupdate{\*\objclass Equation.3}{\*\objdata 01050000" + b"41" * 5_000 + b"}}"),
)
add("a_picture_without_end.rtf", lambda: rtf(rb"{\pict " + b"\\" * 1_000_001, b""))

# words and numbers

add("a_word_of_a_million_letters.rtf", lambda: rtf(b"\\" + b"a" * 1_000_000 + b" "))
add("a_skipped_word_of_a_million_letters.rtf", lambda: rtf(rb"{\*" + b"\\" + b"a" * 1_000_000 + b" x}"))
add("a_number_of_a_million_digits.rtf", lambda: rtf(rb"\fs" + b"9" * 1_000_000 + rb" \u" + b"9" * 1_000_000 + b"?"))
add("numbers_without_measure.rtf", lambda: spoilt(b"900", b"9" * 5_000)())
add(
    "every_word_with_a_large_number.rtf",
    lambda: rtf(
        b"".join(
            b"\\%s%s a" % (word, number)
            for number in (b"2147483647", b"-2147483648", b"-", b"0", b"99999999999999999999")
            for word in (
                *(
                    b"u",
                    b"uc",
                    b"f",
                    b"fs",
                    b"cf",
                    b"cb",
                    b"highlight",
                    b"s",
                    b"itap",
                    b"ilvl",
                    b"ls",
                    b"outlinelevel",
                    b"sl",
                    b"ansicpg",
                ),
                *(b"deff", b"cellx", b"trrh", b"chshdng", b"shading", b"clcbpat", b"posx", b"charscalex", b"shpleft", b"v", b"b"),
            )
        )
    ),
)
add("two_million_words.rtf", lambda: rtf(rb"\b\i0" * 1_000_000), heavy=True)
add("four_million_changes_of_looks.rtf", lambda: rtf(rb"\fs2\cf1a" * 4_000_000), heavy=True)
add("letters_one_by_one.rtf", lambda: rtf(rb"\'e9\'80\'93\'81" * 250_000), heavy=True)
add("unicode_one_by_one.rtf", lambda: rtf(rb"\u-10179?\u-8704?" * 250_000), heavy=True)
add("half_pairs.rtf", lambda: rtf(rb"\u-10179?" * 10_000 + rb"\u-8704?" * 10_000))
add("a_fallback_without_end.rtf", lambda: rtf(rb"{\uc2147483647\u233?" + b"x" * 100_000 + b"}" + WORDS))
add("stars.rtf", lambda: rtf(rb"\*" * 500_000 + rb"{\*{\*{\*}}}\*\par" + WORDS))
add("line_ends_and_nul.rtf", lambda: rtf(b"\r\n\0" * 1_000_000 + b"\\\n" * 100_000))
add("every_byte.rtf", lambda: rtf(bytes(range(256)) * 100))
add("a_code_page_that_there_is_not.rtf", lambda: spoilt(rb"\ansi", rb"\ansi\ansicpg37\ansicpg-1\ansicpg99999")())
add("every_code_page.rtf", lambda: rtf(b"".join(rb"{\ansicpg%d \'e9\'ff\'80\'00}" % page for page in range(2_000))))
add(
    "every_character_set.rtf",
    lambda: (
        b"{\\rtf1{\\fonttbl"
        + b"".join(rb"{\f%d\fcharset%d;}" % (n, n) for n in range(300))
        + b"}"
        + b"".join(rb"\f%d \'e9\'ff\'80" % n for n in range(300))
        + WORDS
        + b"}"
    ),
)

# tables and lists

add("rows_without_end.rtf", lambda: rtf(rb"\trowd\cellx1\intbl a\cell\row" * 200_000), heavy=True)
add("cells_without_end.rtf", lambda: rtf(rb"\trowd\intbl" + rb" a\cell" * 500_000 + rb"\row"), heavy=True)
add("empty_cells_without_end.rtf", lambda: rtf(rb"\trowd\intbl" + rb"\cell" * 1_000_000 + rb"\row"), heavy=True)
add("empty_rows_without_end.rtf", lambda: rtf(rb"\row" * 1_000_000), heavy=True)
add(
    "edges_of_cells_without_end.rtf", lambda: rtf(rb"\trowd" + rb"\clcbpat1\cellx1" * 300_000 + rb"\intbl a\cell\row"), heavy=True
)
add("tables_a_thousand_deep.rtf", lambda: rtf(b"".join(rb"\intbl\itap%d a\nestcell" % n for n in range(1_000))))
add("tables_up_and_down.rtf", lambda: rtf((rb"\intbl\itap50 a\par\pard\intbl b\cell" + rb"\pard c\par") * 10_000), heavy=True)
add("a_table_two_thousand_million_deep.rtf", lambda: rtf(rb"\intbl\itap2000000000 a\nestcell\nestrow b\cell\row"))
add("paragraphs_without_end.rtf", lambda: rtf(rb"a\par " * 400_000), heavy=True)
add("empty_paragraphs_without_end.rtf", lambda: rtf(rb"\par" * 10_000_000), heavy=True)
add("a_label_of_a_million_letters.rtf", lambda: rtf(rb"{\listtext " + b"a1 " * 300_000 + rb"}item\par"))
add("a_numeral_of_a_million_letters.rtf", lambda: rtf(rb"{\listtext " + b"i.-" * 300_000 + rb"}item\par"))
add("a_text_of_forty_megabytes.rtf", lambda: rtf(b"Python " * 6_000_000), heavy=True)
add("colours_without_end.rtf", lambda: b"{\\rtf1{\\colortbl" + rb";\red1" * 500_000 + b"}" + WORDS + b"}", heavy=True)
add("semicolons_for_colours.rtf", lambda: b"{\\rtf1{\\colortbl" + b";" * 10_000_000 + b"}" + WORDS + b"}", heavy=True)
add(
    "styles_without_end.rtf",
    lambda: (
        b"{\\rtf1{\\stylesheet"
        + b"".join(rb"{\s%d\sbasedon%d a;}" % (n, n + 1) for n in range(100_000))
        + b"}"
        + rb"\s0"
        + WORDS
        + b"}"
    ),
    heavy=True,
)
add(
    "a_style_of_a_million_letters.rtf",
    lambda: b"{\\rtf1{\\stylesheet{\\s1 " + b"heading " * 100_000 + b"1;}}" + rb"\pard\s1 a\par" + WORDS + b"}",
)
add(
    "shapes_without_end.rtf",
    lambda: rtf(rb"{\shp{\*\shpinst{\sp{\sn fillColor}{\sv 1e9}}{\shptxt a}}}" * 50_000),
    heavy=True,
)
add("mojibake_without_end.rtf", lambda: rtf(rb"{\b \'c3\'a9}a\par " * 40_000), heavy=True)

# references to the outside

add("a_template_from_elsewhere.rtf", lambda: rtf(rb"{\*\template http://127.0.0.1:9/a.dotm}{\template /etc/passwd}"))
add(
    "a_file_in_a_field.rtf",
    lambda: rtf(rb'{\field{\*\fldinst INCLUDETEXT "/etc/passwd"}{\fldrslt}}{\field{\*\fldinst DDEAUTO c x}{\fldrslt}}'),
)
