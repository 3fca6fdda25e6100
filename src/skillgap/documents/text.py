"""Reads plain text: bytes of an unknown encoding come in, one string goes out; mojibake is repaired with a notice.

Plain text marks no structure, so the document has no blocks. `decode` and `mend` serve the other text formats too.
"""

from __future__ import annotations

import codecs
import re

from skillgap.documents import invisible, mojibake
from skillgap.documents.builder import clean
from skillgap.errors import UnsupportedFormat
from skillgap.model import Document, Notice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096


_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_NOISY = 0.05
"""Bytes that are no UTF-8 and of which more than this share are control characters are no text."""


def read(data: bytes, source: str) -> Document:
    """Read plain text; see `Reader`."""
    decoded, guessed = decode(data, source)
    mended, repaired = mend(decoded)
    text = "\n".join(line.rstrip() for line in clean(mended).split("\n")).strip("\n")
    notices = (*guessed, *repaired, *invisible.remark(invisible.invisible_letters(mended)))
    return Document(text=text, warnings=notices, format="text", source=source)


def decode(data: bytes, source: str, *, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Bytes as a string: by byte order mark, by what the file declares, as UTF-16 or UTF-8 where they are valid, else as CP1252.

    Args:
        data: the content.
        source: how to call the document in messages.
        declared: the encoding that the file itself names, which is believed where the content agrees.

    Returns:
        The text and what had to be guessed.

    Raises:
        UnsupportedFormat: the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    if wide := _wide_encoding(data):
        return data.decode(wide, "replace"), ()
    if b"\0" in data[:_SAMPLE]:
        raise _binary(source)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding), ()
        except (UnicodeDecodeError, LookupError):
            continue
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _NOISY * len(data[:_SAMPLE]):
        raise _binary(source)
    return _decode_broken(data)


def _binary(source: str) -> UnsupportedFormat:
    return UnsupportedFormat(
        "binary data, no document that can be read", where=source, remedy="save it as PDF, DOCX, HTML or text and give that"
    )


def mend(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Text in which letters that were decoded wrongly somewhere on their way are put right, and what was found."""
    mended = mojibake.repaired(text)
    return mended, mojibake.remark(mended, mended=mended != text)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text leaves every second byte empty."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0 : half * 2 : 2].count(0), sample[1 : half * 2 : 2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_broken(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """UTF-8 with a few broken bytes, or one of the 8-bit encodings, of which only CP1252 is common in English documents."""
    import ftfy.bad_codecs

    ftfy.bad_codecs.ok()
    as_utf8 = data.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    intact = sum(character > "\x7f" for character in as_utf8) - broken
    if intact > 4 * broken:
        return as_utf8, ()
    notice = Notice("encoding-guessed", "read as Windows-1252 since no encoding is stated", "info", "save it as UTF-8")
    return data.decode("sloppy-windows-1252"), (notice,)
