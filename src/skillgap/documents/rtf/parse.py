"""Reads the tokens of an RTF file and gathers what they say: stories, the tables at the front, the title.

Words go where the innermost destination sends them. Of what an older program would show instead (`\\shprslt`, the ANSI half of
`\\upr`) nothing is read, so that nothing is read twice; instructions of fields, objects and all destinations that are marked to
be skipped by who does not know them are jumped over. What is seen of the words is judged later.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from skillgap.documents.rtf.front import CHARACTER_SETS, SIGNS, Front, Style, codec_of_page, decode
from skillgap.documents.rtf.state import LETTERS, PARAGRAPH, Look, ParagraphLook, changed_letters, changed_paragraph
from skillgap.documents.rtf.story import DEEPEST_BOX, RowLook, Shape, Story
from skillgap.documents.rtf.tokens import Tokens

_Place = Literal["text", "label", "nowhere", "fonts", "colours", "styles", "style", "title", "name", "value"]

_DESTINATIONS: Final[dict[str, _Place]] = {
    **dict.fromkeys(("result", "fldrslt", "ud", "nesttableprops", "moMath", "moMathPara"), "text"),
    **dict.fromkeys(("listtext", "pntext"), "label"),
    **dict.fromkeys(
        ("info", "upr", "object", "field", "shp", "shpinst", "shpgrp", "do", "background", "sp", "shppict", "pict"), "nowhere"
    ),
    "fonttbl": "fonts",
    "colortbl": "colours",
    "stylesheet": "styles",
    "title": "title",
    "sn": "name",
    "sv": "value",
}
"""Where the words go that stand in a destination."""
_CAPTURED: Final = frozenset(("style", "title", "name", "value"))
_HEADERS: Final = frozenset(("header", "headerl", "headerr", "headerf"))
_FOOTERS: Final = frozenset(("footer", "footerl", "footerr", "footerf"))
_BOXES: Final = frozenset(("shptxt", "dptxbxtext"))
_STORIES: Final = _HEADERS | _FOOTERS | _BOXES | {"footnote"}
_SKIPPED: Final = frozenset(
    (
        *("objdata", "objclass", "objname", "shprslt", "nonshppict", "nonesttables", "fldinst", "mmathPict", "fontemb"),
        *("xe", "tc", "rxe", "txe", "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "pn", "pntxta", "pntxtb"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "filetbl", "revtbl", "listname"),
    )
)
_LARGE: Final = 0.05 * 11_906 * 16_838
"""A twentieth of an A4 page, in square twentieths of a point: a picture from this size on may hold text."""
_BREAKS: Final = frozenset(("par", "sect", "page", "column", "\n", "\r"))


@dataclass(slots=True)
class Content:
    """What an RTF file holds."""

    body: Story = field(default_factory=Story)
    front: Front = field(default_factory=Front)
    headers: list[Story] = field(default_factory=list)
    footers: list[Story] = field(default_factory=list)
    notes: list[Story] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    background: Shape | None = None
    """What is painted on the page."""
    title: str = ""
    pictures: bool = False
    large_pictures: bool = False
    columns: bool = False
    """Whether pages are set in columns."""
    whole: bool = False
    """Whether the last brace is there."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until a brace closes."""

    story: Story
    row: RowLook
    place: _Place = "text"
    captured: list[str] | None = None
    shape: Shape | None = None
    look: Look = LETTERS
    paragraph: ParagraphLook = PARAGRAPH
    font: int | None = None
    fallback: int = 1
    """How many bytes stand behind a `\\u` for programs that do not know it."""


def parse(data: bytes) -> Content:
    """Gather what an RTF file holds; any bytes give something."""
    parser = _Parser(Tokens(data))
    parser.run()
    return parser.content


class _Parser:
    def __init__(self, tokens: Tokens) -> None:
        self.content = Content()
        self._tokens = tokens
        self._state = _State(self.content.body, RowLook())
        self._around: list[_State] = []
        self._starred = False
        self._bytes: list[bytes] = []
        self._fallback_left = 0
        self._property = ""
        self._width = 0

    def run(self) -> None:
        """Read all tokens up to the brace that closes the first."""
        for token in self._tokens:
            if token.kind == "text":
                self._take_bytes(token.data)
                continue
            self._flush()
            if token.kind == "word":
                self._word(token.word, token.number)
            elif token.kind == "symbol":
                self._symbol(token.word)
            elif token.kind == "open":
                self._open()
            elif self._around:
                self._close()
                if not self._around:
                    self.content.whole = True
                    break
        self._flush()
        while self._around:
            self._close()

    def _open(self) -> None:
        self._fallback_left = 0
        self._around.append(self._state)
        if self._state.place == "styles":
            self._enter("style")

    def _enter(self, place: _Place) -> None:
        self._state = replace(self._state, place=place, captured=[] if place in _CAPTURED else None)

    def _close(self) -> None:
        self._fallback_left = 0
        self._starred = False
        ended, self._state = self._state, self._around.pop()
        if ended.story is not self._state.story or not self._around:
            ended.story.close(ended.paragraph, ended.row)
        elif ended.captured is not None and ended.captured is not self._state.captured:
            self._keep(ended, "".join(ended.captured).strip())

    def _keep(self, ended: _State, words: str) -> None:
        """Keep what was captured in a group."""
        if ended.place == "style":
            look = ended.paragraph
            self.content.front.styles[look.style] = Style(words.partition(";")[0], look.outline, look.based_on)
        elif ended.place == "title":
            self.content.title = words
        elif ended.place == "name":
            self._property = words
        elif ended.shape is not None:
            ended.shape.properties[self._property] = words

    def _take_bytes(self, data: bytes) -> None:
        if self._fallback_left:
            dropped = min(self._fallback_left, len(data))
            self._fallback_left -= dropped
            data = data[dropped:]
        if data and self._state.place != "nowhere":
            self._bytes.append(data)

    def _flush(self) -> None:
        """Turn the bytes so far into letters; only together are those of two or more the letter that they mean."""
        if self._bytes:
            front = self.content.front
            font = front.usual_font if self._state.font is None else self._state.font
            self._write(decode(b"".join(self._bytes), front.codec_of(font)))
            self._bytes = []

    def _write(self, text: str) -> None:
        state = self._state
        if state.place == "text":
            if not state.look.deleted:
                state.story.paragraph.add(text, state.look)
        elif state.place == "label":
            state.story.paragraph.label.append(text)
        elif state.captured is not None:
            state.captured.append(text)
        elif state.place == "colours":
            for _ in range(text.count(";")):
                self.content.front.end_colour()

    def _symbol(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in _BREAKS:
            self._break(sign)
        elif sign in SIGNS:
            self._write(SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u":
            self._unicode(number or 0)
        elif word in _SKIPPED:
            self.content.pictures |= word == "objdata"
            self._tokens.skip_group()
        elif word in _DESTINATIONS:
            self._go_to(word)
        elif word in _STORIES:
            self._begin_story(word)
        elif starred:
            self._tokens.skip_group()
        elif self._state.place == "fonts":
            self.content.front.tell_font(word, number)
        elif self._state.place == "colours":
            self.content.front.tell_colour(word, number)
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word in _BREAKS or word in ("cell", "nestcell", "row", "nestrow"):
            self._break(word)
        else:
            self._look(word, number)

    def _unicode(self, number: int) -> None:
        code = number % 0x1_0000 if number < 0x1_0000 else number
        if code <= 0x10_FFFF:
            self._write(chr(code))
        self._fallback_left = self._state.fallback

    def _go_to(self, word: str) -> None:
        self._enter(_DESTINATIONS[word])
        if word == "pict":
            self.content.pictures = True
            self._width = 0
        elif word == "background":
            self.content.background = Shape()
            self._state = replace(self._state, shape=self.content.background)
        elif word == "shpinst" and (self._state.shape is None or self._state.shape is not self.content.background):
            shape = Shape()
            self.content.shapes.append(shape)
            self._state = replace(self._state, shape=shape)

    def _begin_story(self, word: str) -> None:
        around = self._state.story
        if around.depth == DEEPEST_BOX:
            self._enter("text")
            return
        story = Story(self._state.shape if word in _BOXES else None, around.depth + 1)
        if word in _BOXES:
            around.paragraph.boxes.append(story)
        else:
            content = self.content
            (content.headers if word in _HEADERS else content.footers if word in _FOOTERS else content.notes).append(story)
        self._enter("text")
        self._state = replace(self._state, story=story, row=RowLook(), paragraph=PARAGRAPH)

    def _break(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        state = self._state
        if state.place != "text":
            return
        if word in _BREAKS:
            state.story.end_paragraph(state.paragraph, state.row)
        elif word in ("cell", "nestcell"):
            state.story.end_cell(state.paragraph, state.row)
        else:
            state.story.end_row(state.paragraph, state.row)

    def _look(self, word: str, number: int | None) -> None:
        """Take a control word that says how something looks; what no one knows is passed over."""
        state, front = self._state, self.content.front
        if letters := changed_letters(state.look, word, number):
            self._state = replace(state, look=letters, font=None if word == "plain" else state.font)
        elif paragraph := changed_paragraph(state.paragraph, word, number):
            self._state = replace(state, paragraph=paragraph)
        elif word == "f":
            self._state = replace(state, font=number or 0)
        elif word == "uc":
            self._state = replace(state, fallback=max(number or 0, 0))
        elif word == "trowd":
            self._state = replace(state, row=RowLook())
        elif word in CHARACTER_SETS:
            front.codec = CHARACTER_SETS[word]
        elif word == "ansicpg":
            front.codec = codec_of_page(number or 0) or front.codec
        elif word == "picwgoal":
            self._width = number or 0
        elif word == "pichgoal":
            self.content.large_pictures |= self._width * (number or 0) >= _LARGE
        elif word == "cols":
            self.content.columns |= (number or 1) > 1
        elif word == "deff":
            front.usual_font = number or 0
        elif state.shape is not None and state.shape.tell(word, number):
            pass
        else:
            state.row.tell(word, number)
