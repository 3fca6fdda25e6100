"""Hostile PDF: references in circles, counts without measure, bombs, wrong tables, broken streams."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping

from tests.hostile.collection import add, hostile

TEXT = b"BT /F 12 Tf 50 700 Td (Python developer, Django and PostgreSQL) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(content: bytes, entries: bytes = b"", *, length: int | None = None) -> bytes:
    """A stream object; `length` lies about how long it is."""
    size = len(content) if length is None else length
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, size, content)


def flate(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(content, 9), b"/Filter/FlateDecode" + entries)


def zeros(megabytes: int) -> bytes:
    """Compressed spaces, made without holding them."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(b" " * 1_000_000) for _ in range(megabytes)]) + packer.flush()


def pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"", junk: bytes = b"", table: bool = True) -> bytes:
    """A file of objects, the first of which is the catalogue."""
    content = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, body in objects.items():
        content += junk
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    if table:
        content += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
        content += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, max(objects) + 1))
    return content + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, trailer, start)


def page(
    content: bytes = stream(TEXT),
    *,
    resources: bytes = b"/Font<</F 5 0 R>>",
    entries: bytes = b"",
    font: bytes = FONT,
    more: Mapping[int, bytes] | None = None,
    catalogue: bytes = b"",
    box: bytes = b"0 0 595 842",
) -> dict[int, bytes]:
    """The objects of a file of one page: 1 catalogue, 2 pages, 3 page, 4 content, 5 font."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>%s>>" % (box, resources, entries),
        4: content,
        5: font,
        **(more or {}),
    }


def good() -> bytes:
    """A file that is as it should be, for others to spoil."""
    return pdf(page())


# references in circles

SPOILT_OBJECTS = {
    "object_that_is_itself": {4: b"4 0 R"},
    "font_that_is_itself": {5: b"5 0 R"},
    "length_that_is_its_own_stream": {4: b"<</Length 4 0 R>>stream\n" + TEXT + b"\nendstream"},
    "two_objects_that_are_each_other": {4: b"6 0 R", 6: b"4 0 R"},
    "page_tree_in_a_circle": {2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"},
    "page_tree_in_a_wide_circle": {
        2: b"<</Type/Pages/Kids[6 0 R]/Count 9>>",
        6: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 2 0 R>>",
    },
    "page_that_is_its_own_parent": {3: b"<</Type/Page/Parent 3 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"},
    "pages_without_kids": {2: b"<</Type/Pages/Kids[]/Count 1>>"},
    "pages_that_are_a_number": {2: b"7"},
    "count_below_zero": {2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>"},
    "count_of_two_thousand_million": {2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"},
    "the_same_page_ten_thousand_times": {2: b"<</Type/Pages/Kids[%s]/Count 10000>>" % (b"3 0 R " * 10_000)},
    "no_catalogue": {1: b"null"},
    "content_that_is_a_font": {4: FONT},
    "contents_of_themselves": {4: b"[4 0 R 4 0 R]"},
    "encoding_in_a_circle": {
        5: b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding 6 0 R>>",
        6: b"<</BaseEncoding 6 0 R/Differences 6 0 R>>",
    },
    "descendant_fonts_in_a_circle": {5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>"},
    "resources_in_a_circle": {
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        6: b"<</Font 6 0 R/F 6 0 R>>",
    },
}
for _name, _objects in SPOILT_OBJECTS.items():
    _hangs = _name in ("object_that_is_itself", "two_objects_that_are_each_other")
    add(f"{_name}.pdf", lambda objects=_objects: pdf({**page(), **objects}), heavy=_hangs)  # type: ignore[misc]


@hostile("pdf")
def outlines_in_a_circle() -> bytes:
    return pdf(
        page(
            catalogue=b"/Outlines 6 0 R",
            more={
                6: b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>",
                7: b"<</Title(x)/Parent 7 0 R/Next 7 0 R/Prev 7 0 R/First 7 0 R/Last 7 0 R>>",
            },
        )
    )


@hostile("pdf")
def form_that_paints_itself() -> bytes:
    form = stream(
        b"/X Do " + TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>"
    )
    return pdf(page(stream(b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more={6: form}))


def forms_painted(times: int, depth: int) -> bytes:
    """Forms that each paint the next one some times over: `times ** depth` in all."""
    forms = {}
    for level in range(depth):
        last = level == depth - 1
        resources = b"/Font<</F 5 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (level + 7)
        content = TEXT if last else b"/X Do " * times
        forms[level + 6] = stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>" % resources)
    return pdf(page(stream(b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more=forms))


add("forms_painted_twice_forty_deep.pdf", lambda: forms_painted(2, 40), heavy=True)
add("forms_painted_a_hundred_times_four_deep.pdf", lambda: forms_painted(100, 4), heavy=True)
add("forms_three_thousand_deep.pdf", lambda: forms_painted(1, 3000))


@hostile("pdf")
def patterns_in_a_circle() -> bytes:
    pattern = stream(
        b"/Pattern cs /P scn 0 0 9 9 re f",
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1/YStep 1/Resources<</Pattern<</P 6 0 R>>>>",
    )
    return pdf(
        page(
            stream(b"/Pattern cs /P scn 0 0 500 500 re f " + TEXT),
            resources=b"/Font<</F 5 0 R>>/Pattern<</P 6 0 R>>",
            more={6: pattern},
        )
    )


@hostile("pdf")
def type3_glyphs_in_a_circle() -> bytes:
    glyph = stream(b"1000 0 d0 BT /F 1 Tf (a) Tj ET")
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</F 5 0 R>>>>>>"
    return pdf(page(stream(b"BT /F 12 Tf 50 700 Td (aaaa) Tj ET"), font=font, more={6: glyph}))


# counts without measure

CID = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
DESCENDANT = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>%s>>"


def cid(content: bytes, *, font: bytes = b"", descendant: bytes = b"", more: Mapping[int, bytes] | None = None) -> bytes:
    """A page set in a font of many characters."""
    objects = {6: DESCENDANT % descendant, **(more or {})}
    return pdf(page(stream(b"BT /F 12 Tf 50 700 Td %s Tj ET" % content), font=CID % font, more=objects))


def to_unicode(ranges: bytes) -> bytes:
    """A page whose font has such a map."""
    body = (
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<0000><ffff>endcodespacerange "
        + ranges
        + b" endcmap"
    )
    return cid(b"<004100420043>", font=b"/ToUnicode 7 0 R", more={7: stream(body)})


add("widths_of_two_thousand_million_characters.pdf", lambda: cid(b"<0041>", descendant=b"/W[0 2000000000 500]"), heavy=True)
add("widths_below_zero.pdf", lambda: cid(b"<0041>", descendant=b"/W[-2147483648 2147483647 500]/DW -1"), heavy=True)
add("vertical_widths_of_two_thousand_million.pdf", lambda: cid(b"<0041>", descendant=b"/W2[0 2000000000 1 2 3]"), heavy=True)
add("letters_in_ranges_of_2_to_the_31.pdf", lambda: to_unicode(b"1 beginbfrange<00000000><7fffffff><0041>endbfrange"), heavy=True)
add(
    "letters_in_a_hundred_thousand_ranges.pdf",
    lambda: to_unicode(b"100 beginbfrange" + b"<0000><ffff><0041>" * 20_000 + b"endbfrange"),
    heavy=True,
)
add("letters_that_are_long_texts.pdf", lambda: to_unicode(b"1 beginbfchar<0041><" + b"0041" * 200_000 + b">endbfchar"))
add(
    "characters_in_ranges_of_2_to_the_31.pdf",
    lambda: cid(
        b"<0041>",
        font=b"/ToUnicode 7 0 R",
        more={7: stream(b"begincmap 1 begincidrange<00000000><7fffffff>0 endcidrange endcmap")},
    ),
    heavy=True,
)
add(
    "cmap_outside_of_its_folder.pdf",
    lambda: pdf(
        page(
            font=b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/..#2f..#2f..#2fetc#2fpasswd/DescendantFonts[6 0 R]>>",
            more={6: DESCENDANT % b""},
        )
    ),
)
add("cmap_that_uses_itself.pdf", lambda: to_unicode(b"/X usecmap /to-unicode-X usecmap"))
add(
    "widths_from_below_zero.pdf",
    lambda: pdf(page(font=b"<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar -2147483648/LastChar 2147483647/Widths[1]>>")),
)
add(
    "font_file_of_rubbish.pdf",
    lambda: pdf(
        page(
            font=b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>",
            more={
                6: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R>>",
                7: flate(random.Random(3).randbytes(200_000)),
            },
        )
    ),
)
add(
    "type1_font_of_rubbish.pdf",
    lambda: pdf(
        page(
            font=b"<</Type/Font/Subtype/Type1/BaseFont/X/FontDescriptor 6 0 R>>",
            more={
                6: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile 7 0 R>>",
                7: stream(b"%!PS-AdobeFont-1.0\n/Encoding 256 array\n" + b"dup 1 /a put\n" * 50_000),
            },
        )
    ),
)
add("three_hundred_thousand_rectangles.pdf", lambda: pdf(page(flate(b"1 1 2 2 re f\n" * 300_000 + TEXT))), heavy=True)
add("a_million_curves_without_text.pdf", lambda: pdf(page(flate(b"0 0 1 1 2 2 c S\n" * 1_000_000))), heavy=True)
add("a_million_saved_states.pdf", lambda: pdf(page(flate(b"q " * 1_000_000 + TEXT))), heavy=True)
add("a_hundred_thousand_nested_arrays.pdf", lambda: pdf(page(stream(b"[" * 100_000 + TEXT))))
add(
    "a_hundred_thousand_nested_dictionaries.pdf",
    lambda: pdf(
        {
            **page(),
            6: b"<</A" * 100_000,
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/X 6 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        }
    ),
)
add("brackets_in_a_string_without_end.pdf", lambda: pdf(page(stream(b"BT /F 12 Tf " + b"(" * 200_000))), heavy=True)
add(
    "two_million_letters_on_a_page.pdf",
    lambda: pdf(page(flate(b"BT /F 1 Tf " + b"(Python Django Kafka ) Tj\n" * 100_000 + b"ET"))),
    heavy=True,
)
add("letters_upon_each_other.pdf", lambda: pdf(page(flate(b"BT /F 12 Tf 50 700 Td " + b"(Python) Tj 0 0 Td\n" * 6_000 + b"ET"))))
add(
    "letters_at_random_places.pdf",
    lambda: pdf(
        page(
            flate(
                b"BT /F 5 Tf "
                + b"".join(
                    b"1 0 0 1 %d %d Tm (Go) Tj\n" % (_chance.randrange(595), _chance.randrange(842)) for _ in range(15_000)
                )
                + b"ET"
            )
        )
    ),
    heavy=True,
)
add(
    "numbers_without_measure.pdf",
    lambda: pdf(
        page(stream(b"BT /F 1e308 Tf 99999999999999999999 -1e400 Td (Python) Tj 1e9 Ts (Go) Tj ET"), box=b"0 0 nan 1e99")
    ),
)
add("a_page_of_many_square_miles.pdf", lambda: pdf(page(box=b"0 0 2000000000 2000000000")))
add("a_page_of_nothing.pdf", lambda: pdf(page(box=b"0 0 0 0")))
add("a_page_turned_inside_out.pdf", lambda: pdf(page(box=b"595 842 -595 -842", entries=b"/Rotate 77")))
add("a_unit_of_a_million_points.pdf", lambda: pdf(page(entries=b"/UserUnit 1000000")))
_chance = random.Random(5)


def many_pages(count: int) -> dict[int, bytes]:
    """Pages that share one content."""
    pages = {
        number + 6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        for number in range(count)
    }
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return {**page(), 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), **pages}


add("ten_thousand_pages.pdf", lambda: pdf(many_pages(10_000)), heavy=True)


@hostile("pdf")
def a_page_tree_five_thousand_deep() -> bytes:
    depth = 5_000
    nodes = {
        level + 6: b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>"
        % (level + 7 if level < depth - 1 else 3, level + 5 if level else 2)
        for level in range(depth)
    }
    return pdf({**page(), 2: b"<</Type/Pages/Kids[6 0 R]/Count 1>>", **nodes})


@hostile("pdf", heavy=True)
def a_page_tree_of_2_to_the_30_leaves() -> bytes:
    nodes = {
        level + 6: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (*((level + 7 if level < 29 else 3,) * 2), 2 ** (30 - level))
        for level in range(30)
    }
    return pdf({**page(), 2: b"<</Type/Pages/Kids[6 0 R 6 0 R]/Count 1073741824>>", **nodes})


# bombs

add("a_content_of_two_gigabytes.pdf", lambda: pdf(page(stream(zeros(2100), b"/Filter/FlateDecode"))), heavy=True)
add(
    "a_bomb_in_a_bomb.pdf",
    lambda: pdf(page(stream(zlib.compress(zlib.compress(zeros(900), 9), 9), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))),
    heavy=True,
)
add(
    "a_predictor_of_a_million_columns.pdf",
    lambda: pdf(
        page(flate(b"\2" * 100_000, b"/DecodeParms<</Predictor 15/Columns 2147483647/Colors 2147483647/BitsPerComponent 16>>"))
    ),
)
add("a_hundred_filters.pdf", lambda: pdf(page(stream(TEXT, b"/Filter[%s]" % (b"/ASCIIHexDecode" * 1_000)))))
add("run_lengths_of_rubbish.pdf", lambda: pdf(page(stream(b"\x81\0" * 500_000, b"/Filter/RunLengthDecode"))), heavy=True)
add("lzw_of_rubbish.pdf", lambda: pdf(page(stream(random.Random(7).randbytes(300_000), b"/Filter/LZWDecode"))))
add("ascii85_of_rubbish.pdf", lambda: pdf(page(stream(b"z" * 500_000, b"/Filter/ASCII85Decode"))), heavy=True)


def picture(filter: bytes, content: bytes, size: int = 100_000) -> bytes:
    """A page that shows a picture of `size` by `size` points."""
    image = stream(
        content,
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/%s"
        % (size, size, filter),
    )
    return pdf(page(stream(b"500 0 0 500 0 0 cm /I Do"), resources=b"/XObject<</I 6 0 R>>", more={6: image}))


for _filter in (b"JBIG2Decode", b"JPXDecode", b"DCTDecode", b"CCITTFaxDecode", b"FlateDecode"):
    add(f"a_picture_of_rubbish_{_filter.decode()}.pdf", lambda kind=_filter: picture(kind, random.Random(9).randbytes(50_000)))  # type: ignore[misc]


# wrong tables and broken streams

STREAM_TABLE = b"/Type/XRef/Size 10/Root 1 0 R"


def table_as_stream(entries: bytes, content: bytes = b"\0" * 100) -> bytes:
    """A file whose table of objects is a stream."""
    body = pdf(page(), table=False).partition(b"trailer")[0]
    return body + b"9 0 obj\n" + stream(content, STREAM_TABLE + entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


add("a_table_of_entries_without_width.pdf", lambda: table_as_stream(b"/W[0 0 0]/Index[0 2147483647]"), heavy=True)
add("a_table_of_entries_without_end.pdf", lambda: table_as_stream(b"/W[1 2147483647 2147483647]"))
add("a_table_of_widths_below_zero.pdf", lambda: table_as_stream(b"/W[-1 -1 -1]/Index[-5 2147483647]"))
add(
    "a_table_that_comes_after_itself.pdf",
    lambda: good().replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % good().index(b"xref\n")),
)
add("a_table_of_two_thousand_million.pdf", lambda: good().replace(b"xref\n0 6", b"xref\n0 2147483647"))
add("a_table_at_an_end_that_is_not_there.pdf", lambda: good().replace(b"startxref\n", b"startxref\n99999999999"))
add("a_table_with_wrong_places.pdf", lambda: good().replace(b" 00000 n", b"7 0000 n"))
add("no_table.pdf", lambda: pdf(page(), table=False))
add("no_trailer.pdf", lambda: good().partition(b"trailer")[0])
add(
    "an_object_stream_of_itself.pdf",
    lambda: pdf(
        {**page(), 6: stream(b"6 0 7 5 <</A 6 0 R>>", b"/Type/ObjStm/N 2147483647/First 2147483647/Extends 6 0 R")},
        trailer=b"/X 6 0 R",
    ),
)
add("rubbish_between_objects.pdf", lambda: pdf(page(), junk=random.Random(11).randbytes(50_000), table=False))
add("a_million_beginnings_of_objects.pdf", lambda: pdf(page(), junk=b"1 0 obj\n" * 200_000, table=False), heavy=True)
add("a_million_ends_of_streams.pdf", lambda: pdf(page(stream(b"endstream\n" * 100_000, length=5)), table=False), heavy=True)
add("a_length_beyond_the_end.pdf", lambda: pdf(page(stream(TEXT, length=2_147_483_647))))
add("a_length_below_zero.pdf", lambda: pdf(page(stream(TEXT, length=-7))))
add("a_stream_without_end.pdf", lambda: pdf(page()).partition(b"endstream")[0])
add("nothing_but_a_beginning.pdf", lambda: b"%PDF-1.7\n")
add("a_beginning_and_rubbish.pdf", lambda: b"%PDF-1.7\n" + random.Random(13).randbytes(2_000_000), heavy=True)
add("a_comment_of_twenty_megabytes.pdf", lambda: b"%PDF-1.7\n%" + b"x" * 20_000_000, heavy=True)
for _share in (10, 30, 50, 70, 90):
    add(f"cut_off_at_{_share}_percent.pdf", lambda share=_share: good()[: len(good()) * share // 100])  # type: ignore[misc]
add(
    "encrypted_in_no_known_way.pdf",
    lambda: pdf(page(), trailer=b"/Encrypt<</Filter/Standard/V 99/R 99/O(x)/U(x)/P -1/Length 2147483647>>/ID[(a)(a)]"),
)
add(
    "encrypted_by_itself.pdf",
    lambda: pdf({**page(), 6: b"<</Filter/Standard/V 6 0 R/R 6 0 R/O 6 0 R/U 6 0 R>>"}, trailer=b"/Encrypt 6 0 R/ID[(a)(a)]"),
)
add(
    "script_launch_and_address.pdf",
    lambda: pdf(
        page(
            catalogue=b"/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>",
            entries=b"/AA<</O<</S/URI/URI(http://127.0.0.1:9/)>>>>",
        )
    ),
)
add("content_in_another_file.pdf", lambda: pdf(page(b"<</Length 0/F(/etc/passwd)/FFilter/FlateDecode>>stream\n\nendstream")))


@hostile("pdf")
def encrypted_with_a_password() -> bytes:
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 700, "Python developer")
    canvas.save()
    return file.getvalue()
