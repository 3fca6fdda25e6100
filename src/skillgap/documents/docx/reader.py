"""Reads DOCX: everything that a person sees of it, once and in order, with headings, list items and table cells marked.

The package is opened with zipfile and its XML walked with lxml (python-docx's paragraphs hold half of the words of a
designed résumé). Entities are never resolved, nothing outside the archive is opened, and what is unpacked is counted.
Headers stand at the top and footers at the end, as words that repeat on every page but are read once.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from skillgap.documents import office
from skillgap.documents.builder import TextBuilder
from skillgap.documents.docx.layout import has_pictures, remarks
from skillgap.documents.docx.sight import ground_of, has_shapes_behind
from skillgap.documents.docx.styles import Styles, attribute, children, local_name, read_styles
from skillgap.documents.docx.walk import walk
from skillgap.documents.limits import UNPACKED_BYTES
from skillgap.documents.office import Ground
from skillgap.errors import DamagedFile, EncryptedFile, TooLarge
from skillgap.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCUMENT: Final = "word/document.xml"
_ENCRYPTED: Final = 0x1


def read(data: bytes, source: str) -> Document:
    """Read DOCX; see `Reader`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = _Package(archive, source)
        main = package.main_part()
        relations = package.relations(main)
        styles = read_styles(package.optional_tree(relations, "styles"))
        root = package.tree(main)
        headers = list(package.related(main, root, "headerReference"))
        footers = list(package.related(main, root, "footerReference"))
        ground = ground_of(root)
        if any(map(has_shapes_behind, (root, *headers, *footers))):
            ground = ground.unknown()
        builder = TextBuilder()
        _add_once(builder, headers, styles, ground)
        above = len(builder)
        walk(root, styles, builder, ground)
        for kind in ("footnotes", "endnotes"):
            if (notes := package.optional_tree(relations, kind)) is not None:
                walk(notes, styles, builder, ground)
        below = len(builder)
        _add_once(builder, footers, styles, ground)
        title = package.title()
    text = builder.text
    if not any(map(str.isalpha, text)) and has_pictures(root):
        raise office.without_text(source)
    notices = (*remarks(root), *office.about_contact(text[:above] + text[below:], text[above:below]))
    return builder.build("docx", source, title=title, notices=notices)


class _Package:
    """The parts of an archive, unpacked within a limit and parsed without resolving anything."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive = archive
        self._source = source
        self._names = {name.lower(): name for name in archive.namelist()}
        self._left = UNPACKED_BYTES
        if sum(member.file_size for member in archive.infolist()) > UNPACKED_BYTES:
            raise self._too_large()
        if any(member.flag_bits & _ENCRYPTED for member in archive.infolist()):
            raise EncryptedFile("the document is protected by a password", where=source, remedy="save it without a password")

    def main_part(self) -> str:
        """The name of the part that holds the body."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument":
                return target
        return _DOCUMENT

    def tree(self, name: str) -> _Element:
        """The root element of a part."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
        try:
            return etree.fromstring(self._unpack(name), parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, EOFError) as error:
            raise DamagedFile(
                f"the part {name} is missing or broken", where=self._source, remedy="open it in Word, save it anew and give that"
            ) from error

    def optional_tree(self, relations: dict[str, tuple[str, str]], kind: str) -> _Element | None:
        """The first related part of a kind that is there."""
        targets = (target for related, target in relations.values() if related == kind and target.lower() in self._names)
        target = next(targets, None)
        return None if target is None else self.tree(target)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id -> (kind, name of the part); without what lies outside the archive."""
        folder, _, file = part.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name.lower() not in self._names:
            return {}
        return {
            attribute(relation, "Id"): (
                attribute(relation, "Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target"))).lstrip("/"),
            )
            for relation in children(self.tree(name))
            if attribute(relation, "TargetMode") != "External"
        }

    def related(self, part: str, root: _Element, reference: str) -> Iterator[_Element]:
        """The roots of the parts that elements of `root` named `reference` refer to."""
        relations = self.relations(part)
        for element in root.iter():
            if local_name(element) == reference:
                _, target = relations.get(attribute(element, "id"), ("", ""))
                if target.lower() in self._names:
                    yield self.tree(target)

    def title(self) -> str | None:
        """The title in the properties of the file, which is often that of the template and so only worth a guess."""
        if "docprops/core.xml" not in self._names:
            return None
        return next(
            (element.text for element in children(self.tree("docProps/core.xml")) if local_name(element) == "title"), None
        )

    def _unpack(self, name: str) -> bytes:
        with self._archive.open(self._names[name.lower()]) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large()
        return content

    def _too_large(self) -> TooLarge:
        return TooLarge(
            f"unpacked it is larger than {UNPACKED_BYTES // 1_000_000} MB",
            where=self._source,
            remedy="save it without large pictures",
        )


def _add_once(builder: TextBuilder, roots: Iterable[_Element], styles: Styles, ground: Ground) -> None:
    """Append headers or footers, each once."""
    office.add_once(builder, [partial(_walk_into, root, styles, ground) for root in roots])


def _walk_into(root: _Element, styles: Styles, ground: Ground, builder: TextBuilder) -> None:
    walk(root, styles, builder, ground)
