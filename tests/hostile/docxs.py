"""Hostile DOCX: archives that unpack without end or lie, XML that refers elsewhere, documents without measure."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable

from tests.hostile.collection import add, hostile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RUN = "<w:r><w:t>Python developer </w:t></w:r>"
MAIN = "word/document.xml"


def paragraph(content: str = RUN) -> str:
    """A paragraph of runs."""
    return f"<w:p>{content}</w:p>"


def document(body: str, *, before: str = "", root: str = "") -> bytes:
    """The main part."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}" xmlns:r="{R}"{root}><w:body>{body}</w:body></w:document>'.encode()


def archive(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of parts, in which a name may stand twice."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as zipped, warnings.catch_warnings(action="ignore"):
        for name, content in parts:
            zipped.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def docx(body: str = paragraph(), **parts: bytes) -> bytes:
    """A file of a body and other parts below `word/`."""
    return archive([(MAIN, document(body)), *((f"word/{name}.xml", content) for name, content in parts.items())])


def relations(*targets: str, mode: str = "", kind: str = "styles") -> bytes:
    """What a part refers to."""
    each = "".join(f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}" {mode}/>' for n, target in enumerate(targets))
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'.encode()


def related(content: bytes, *parts: tuple[str, bytes]) -> bytes:
    """A file whose main part has such relations."""
    return archive([(MAIN, document(paragraph())), ("word/_rels/document.xml.rels", content), *parts])


def good() -> bytes:
    """A file that is as it should be, for others to spoil."""
    return docx()


# archives

add("a_part_of_a_gigabyte.docx", lambda: archive([(MAIN, b" " * 1_000_000_000)]), heavy=True)
add(
    "a_picture_of_a_gigabyte.docx",
    lambda: archive([(MAIN, document(paragraph())), ("word/media/a.png", b"\0" * 1_000_000_000)]),
    heavy=True,
)
add(
    "a_hundred_thousand_empty_parts.docx",
    lambda: archive([(MAIN, document(paragraph())), *((f"word/{n}.xml", b"") for n in range(100_000))], 0),
    heavy=True,
)


@hostile("docx", heavy=True)
def a_directory_that_lies_about_sizes() -> bytes:
    real = archive([(MAIN, document(paragraph("<w:r><w:t>" + "Python " * 60_000_000 + "</w:t></w:r>")))])
    with zipfile.ZipFile(io.BytesIO(real)) as zipped:
        size = zipped.getinfo(MAIN).file_size
    return real.replace(struct.pack("<I", size), struct.pack("<I", 1_000))


@hostile("docx")
def parts_that_overlap() -> bytes:
    content = docx()
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry = content[start:end]
    copies = b"".join(entry.replace(b"word/document.xml", b"word/document%03d.xm" % n)[: len(entry)] for n in range(500))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 501, 501, len(entry) * 501, start, 0)
    return content[:start] + entry + copies + tail


def spoilt(old: bytes, new: bytes) -> Callable[[], bytes]:
    """The good file with something replaced."""
    return lambda: good().replace(old, new)


add("a_name_twice.docx", lambda: archive([(MAIN, document(paragraph())), (MAIN, b"<broken")]))
add("an_archive_in_an_archive.docx", lambda: archive([(MAIN, docx()), ("word/inner.docx", archive([("a", docx())]))]))
add(
    "names_with_dots_and_roots.docx",
    lambda: archive(
        [
            (MAIN, document(paragraph())),
            ("../../etc/passwd", b"x"),
            ("/etc/passwd", b"x"),
            ("C:\\x", b"x"),
            ("word/../../x", b"x"),
        ]
    ),
)
add(
    "names_of_sixty_thousand_letters.docx",
    lambda: archive([(MAIN, document(paragraph())), *((f"{'x' * 60_000}{n}", b"") for n in range(20))]),
)
add("compressed_in_no_known_way.docx", spoilt(b"\x08\0", b"\x63\0"))
add("a_wrong_checksum.docx", spoilt(good()[14:18], b"\0\0\0\0"))
add("a_directory_beyond_the_end.docx", lambda: good()[:-6] + b"\xff\xff\xff\x7f\0\0")
add("a_directory_of_sixty_thousand_entries.docx", lambda: good()[:-14] + b"\xff\xff\xff\xff" + good()[-10:])
add("an_encrypted_part.docx", lambda: good().replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"))
add("lzma_with_a_dictionary_of_four_gigabytes.docx", lambda: _lzma())
for _share in (20, 50, 80, 99):
    add(f"cut_off_at_{_share}_percent.docx", lambda share=_share: good()[: len(good()) * share // 100])  # type: ignore[misc]


def _lzma() -> bytes:
    content = archive([(MAIN, document(paragraph()))], zipfile.ZIP_LZMA)
    at = content.index(b"\x5d", 30)
    return content[: at + 1] + b"\xff\xff\xff\xff" + content[at + 5 :]


# XML

LAUGHS = "<!ENTITY e0 'Python'>" + "".join(f"<!ENTITY e{n + 1} '" + f"&e{n};" * 10 + "'>" for n in range(11))
add(
    "entities_of_entities.docx",
    lambda: archive([(MAIN, document("<w:p><w:r><w:t>Python &e11;</w:t></w:r></w:p>", before=f"<!DOCTYPE x [{LAUGHS}]>"))]),
)
add(
    "one_entity_a_million_times.docx",
    lambda: archive(
        [
            (
                MAIN,
                document(
                    "<w:p><w:r><w:t>Python " + "&a;" * 100_000 + "</w:t></w:r></w:p>",
                    before="<!DOCTYPE x [<!ENTITY a '" + "x" * 10_000 + "'>]>",
                ),
            )
        ]
    ),
)
add(
    "entities_in_an_attribute.docx",
    lambda: archive([(MAIN, document(paragraph(), root=' w:x="&e11;"', before=f"<!DOCTYPE x [{LAUGHS}]>"))]),
)
add(
    "an_entity_from_a_file.docx",
    lambda: archive(
        [
            (
                MAIN,
                document(
                    "<w:p><w:r><w:t>Python &f;</w:t></w:r></w:p>", before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
                ),
            )
        ]
    ),
)
add(
    "an_entity_from_an_address.docx",
    lambda: archive(
        [
            (
                MAIN,
                document(
                    "<w:p><w:r><w:t>Python &f;</w:t></w:r></w:p>",
                    before='<!DOCTYPE x [<!ENTITY f SYSTEM "http://127.0.0.1:9/">]>',
                ),
            )
        ]
    ),
)
add(
    "a_dtd_from_a_device.docx",
    lambda: archive(
        [
            (
                MAIN,
                document(
                    paragraph(), before='<!DOCTYPE x SYSTEM "file:///dev/zero" [<!ENTITY % p SYSTEM "file:///dev/random"> %p;]>'
                ),
            )
        ]
    ),
)
add(
    "an_entity_of_itself.docx",
    lambda: archive(
        [
            (
                MAIN,
                document(
                    "<w:p><w:r><w:t>Python &a;</w:t></w:r></w:p>", before='<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'
                ),
            )
        ]
    ),
)
add(
    "a_declared_encoding_that_is_none.docx",
    lambda: archive([(MAIN, document(paragraph()).replace(b'version="1.0"', b'version="1.0" encoding="no-such"'))]),
)
add(
    "utf16_said_to_be_utf8.docx",
    lambda: archive([(MAIN, b'<?xml version="1.0" encoding="utf-8"?>' + document(paragraph()).decode().encode("utf-16"))]),
)
add("a_body_that_is_no_xml.docx", lambda: archive([(MAIN, b"\0\1\2\3" * 1000)]))
add("no_root.docx", lambda: archive([(MAIN, b'<?xml version="1.0"?>')]))
add(
    "xinclude_of_a_file.docx",
    lambda: docx(
        paragraph('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>' + RUN)
    ),
)


# documents


def nested(open_: str, close: str, depth: int, inside: str = RUN) -> str:
    """Elements in each other."""
    return open_ * depth + inside + close * depth


add("a_million_runs.docx", lambda: docx(paragraph(RUN * 1_000_000)), heavy=True)
add("three_hundred_thousand_paragraphs.docx", lambda: docx(paragraph("<w:r><w:t>a</w:t></w:r>") * 300_000), heavy=True)
add("a_text_of_sixty_megabytes.docx", lambda: docx(paragraph("<w:r><w:t>" + "Python " * 9_000_000 + "</w:t></w:r>")), heavy=True)
add("tables_two_hundred_deep.docx", lambda: docx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60, paragraph())))
add("tables_ten_thousand_deep.docx", lambda: docx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 10_000, paragraph())))
add(
    "tables_that_double.docx",
    lambda: docx(
        nested("<w:tbl><w:tr><w:tc>", f"{paragraph()}</w:tc><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>", 60, paragraph())
    ),
)
add(
    "content_controls_in_each_other.docx",
    lambda: docx(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 110, paragraph())),
)
add("runs_in_each_other.docx", lambda: docx(paragraph(nested("<w:r>", "</w:r>", 240, "<w:t>Python developer</w:t>"))))
add(
    "text_boxes_in_each_other.docx",
    lambda: docx(nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 60, paragraph())),
)
add(
    "a_table_of_a_hundred_thousand_cells.docx",
    lambda: docx("<w:tbl>" + ("<w:tr>" + f"<w:tc>{paragraph()}</w:tc>" * 100 + "</w:tr>") * 1_000 + "</w:tbl>"),
    heavy=True,
)
add(
    "a_row_of_a_hundred_thousand_cells.docx",
    lambda: docx("<w:tbl><w:tr>" + f"<w:tc>{paragraph()}</w:tc>" * 50_000 + "</w:tr></w:tbl>"),
    heavy=True,
)
add(
    "an_element_of_a_hundred_thousand_attributes.docx",
    lambda: docx(paragraph("<w:r " + " ".join(f"a{n}='x'" for n in range(100_000)) + "><w:t>Python</w:t></w:r>")),
    heavy=True,
)
add(
    "numbers_that_are_none.docx",
    lambda: docx(
        '<w:p><w:pPr><w:outlineLvl w:val="²"/><w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        + RUN
        + "</w:p>"
    ),
)
add(
    "a_list_two_thousand_million_deep.docx",
    lambda: docx('<w:p><w:pPr><w:numPr><w:ilvl w:val="2000000000"/><w:numId w:val="1"/></w:numPr></w:pPr>' + RUN + "</w:p>"),
)
add(
    "symbols_beyond_unicode.docx",
    lambda: docx(paragraph('<w:r><w:sym w:char="FFFFFFFF"/><w:sym w:char="-1"/><w:sym w:char="D800"/></w:r>' + RUN)),
)
add(
    "styles_in_a_circle.docx",
    lambda: related(
        relations("styles.xml"),
        (
            "word/styles.xml",
            f'<w:styles xmlns:w="{W}"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'.encode(),
        ),
    ),
)
add(
    "a_hundred_thousand_styles.docx",
    lambda: related(
        relations("styles.xml"),
        (
            "word/styles.xml",
            (
                f'<w:styles xmlns:w="{W}">' + "".join(f"<w:style w:styleId='S{n}'/>" for n in range(100_000)) + "</w:styles>"
            ).encode(),
        ),
    ),
    heavy=True,
)
add(
    "relations_to_the_outside.docx",
    lambda: related(relations("http://127.0.0.1:9/a.xml", "file:///etc/passwd", mode='TargetMode="External"')),
)
add(
    "relations_to_the_outside_that_do_not_say_so.docx",
    lambda: related(relations("http://127.0.0.1:9/a.xml", "file:///etc/passwd", "../../../../etc/passwd")),
)
add("a_relation_to_itself.docx", lambda: related(relations("document.xml", "_rels/document.xml.rels", kind="header")))
add(
    "a_hundred_thousand_headers.docx",
    lambda: archive(
        [
            (MAIN, document(paragraph() + '<w:sectPr><w:headerReference r:id="r0"/></w:sectPr>' * 20_000)),
            ("word/_rels/document.xml.rels", relations("h.xml", kind="header")),
            ("word/h.xml", f'<w:hdr xmlns:w="{W}">{paragraph()}</w:hdr>'.encode()),
        ]
    ),
    heavy=True,
)
add("a_main_part_that_is_missing.docx", lambda: archive([("word/document2.xml", document(paragraph()))]))
add(
    "a_main_part_elsewhere.docx",
    lambda: archive([("_rels/.rels", relations("../../etc/passwd", kind="officeDocument")), (MAIN, document(paragraph()))]),
)
add(
    "a_main_part_that_is_a_picture.docx",
    lambda: archive(
        [("_rels/.rels", relations("a.png", kind="officeDocument")), ("a.png", b"\x89PNG"), (MAIN, document(paragraph()))]
    ),
)
add(
    "wrong_content_types.docx",
    lambda: archive(
        [
            ("[Content_Types].xml", b"<Types><Default Extension='xml' ContentType='image/png'/></Types>"),
            (MAIN, document(paragraph())),
        ]
    ),
)
