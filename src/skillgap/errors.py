"""Everything that can stop skillgap, as one tree.

    SkillgapError
    |- InputError                a document or table that cannot be used
    |  |- MissingFile            no such file, or not readable
    |  |- WebAddress             an address was given where a file is needed
    |  |- OutsideFolder          a row names a file outside the folder of its table
    |  |- UnsupportedFormat      not a format that a reader knows
    |  |  |- FolderOrDevice      no regular file
    |  |- DamagedFile            the format is known, the content is broken
    |  |- EncryptedFile          a password is needed
    |  |- ScanWithoutText        pictures of pages, no text
    |  |- UnreadableFonts        text without a character map: letters cannot be told
    |  |- EmptyDocument          no text at all
    |  |  |- EmptyRow            a row has neither a text nor a path
    |  |- NoSkills               text, but nothing in it is a skill we know
    |  |- TooLarge               over a limit of size
    |  |- TimedOut               reading it took longer than a file may take
    |  |- ReaderCrashed          reading it took too much memory, or ended the process that read it
    |  |- TableError             a candidates table that cannot be read
    |  |- PostingFileError       an edited posting that breaks its schema
    |- TaxonomyError             a taxonomy file that breaks its schema
    |- OutputError               the result cannot be written

A message says what is wrong, where, and what to do. `str(error)` is one line; the command line prints it and exits with 2.
"""

from __future__ import annotations


class SkillgapError(Exception):
    """Base of all errors that a user can do something about.

    Args:
        what: what is wrong, without a full stop.
        where: the file, row or place it concerns; shown in front.
        remedy: what the user can do; shown behind a semicolon.
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        if self.remedy:
            line = f"{line}; {self.remedy}"
        return " ".join(line.split())

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return (_rebuild, (type(self), self.what, self.where, self.remedy))

    def located(self, where: str) -> SkillgapError:
        """The same error with a place, if it had none."""
        return self if self.where else type(self)(self.what, where=where, remedy=self.remedy)


def _rebuild(cls: type[SkillgapError], what: str, where: str | None, remedy: str | None) -> SkillgapError:
    return cls(what, where=where, remedy=remedy)


class InputError(SkillgapError):
    """A document or table that cannot be used."""


class MissingFile(InputError):
    """There is no such file, or it cannot be opened."""


class WebAddress(InputError):
    """An address was given where a file is needed; nothing is ever fetched."""


class OutsideFolder(InputError):
    """A row of a table names a file that lies outside the table's folder."""


class UnsupportedFormat(InputError):
    """No reader knows this format."""


class FolderOrDevice(UnsupportedFormat):
    """A folder, a device or a pipe was given where a file is needed."""


class DamagedFile(InputError):
    """The format is known, but the content is broken."""


class EncryptedFile(InputError):
    """The file needs a password."""


class ScanWithoutText(InputError):
    """The pages are pictures; there is no text to read."""


class UnreadableFonts(InputError):
    """The text has no character map, so its letters cannot be told."""


class EmptyDocument(InputError):
    """There is no text at all."""


class EmptyRow(EmptyDocument):
    """A row of a table has neither a text nor a path."""


class NoSkills(InputError):
    """There is text, but no known skill in it: nothing to compare."""


class TooLarge(InputError):
    """The file is over a limit of size."""


class TimedOut(InputError):
    """Reading the file took longer than a file may take."""


class ReaderCrashed(InputError):
    """Reading the file took more memory than a file may take, or ended the process that read it."""


class TableError(InputError):
    """A table of candidates that cannot be read."""


class PostingFileError(InputError):
    """An edited posting (`skillgap posting`) breaks its schema or names a skill that is not in the taxonomy."""


class TaxonomyError(SkillgapError):
    """A taxonomy file breaks its schema or refers to something that is not there."""


class OutputError(SkillgapError):
    """The result cannot be written."""
