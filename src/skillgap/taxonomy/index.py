"""All forms of a taxonomy as columns of plain data, which can be kept in the cache and read back in a few milliseconds.

Making the forms of a thousand skills takes longer than a start should; so they are made once per taxonomy. A `Form` with its
skill comes into being when it is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skillgap.model import Skill
from skillgap.taxonomy.cache import Column
from skillgap.taxonomy.forms import Form, Origin, forms_of

_LETTERS: dict[str, Origin] = {"n": "name", "a": "alias", "t": "typo", "w": "weak", "v": "variant"}
_OF_ORIGIN = {origin: letter for letter, origin in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class FormIndex:
    """The forms of a sequence of skills, by number.

    Attributes:
        tokens: of each form, joined by spaces; sorted, so that those with one first token stand together.
        texts: the distinct forms of the taxonomy; `text_of[i]` is the number of form i's.
        owners: of each form, the position of its skill.
        origins: a letter for each form; a capital where the form is `parted`.
        vocabulary: every token of every form.
        clear: the tokens of clear names and aliases, sorted; what a misspelt token may have been meant as.
        names: of these, the ones that are the whole name of a technology; joined spellings too (`djangorestframework`).
    """

    tokens: Sequence[str]
    texts: Sequence[str]
    text_of: Sequence[int]
    owners: Sequence[int]
    origins: str
    vocabulary: Sequence[str]
    clear: Sequence[str]
    names: Sequence[str]

    def beginning_with(self, tokens: str) -> range:
        """The numbers of the forms that begin with these tokens (joined by spaces)."""
        # a space sorts before anything that can stand in a token, "!" directly behind it
        return range(bisect_left(self.tokens, tokens), bisect_left(self.tokens, f"{tokens}!"))

    def form(self, number: int, skills: Sequence[Skill]) -> Form:
        """Form `number`; `skills` are those that the index was made of, in that order."""
        letter = self.origins[number]
        return Form(
            tuple(self.tokens[number].split(" ")),
            self.texts[self.text_of[number]],
            skills[self.owners[number]],
            _LETTERS[letter.lower()],
            letter.isupper(),
        )

    def columns(self) -> dict[str, Column]:
        """The index as the cache keeps it."""
        return {
            "tokens": list(self.tokens),
            "texts": list(self.texts),
            "text_of": array("I", self.text_of),
            "owners": array("I", self.owners),
            "origins": [self.origins],
            "vocabulary": list(self.vocabulary),
            "clear": list(self.clear),
            "names": list(self.names),
        }

    @classmethod
    def of(cls, columns: Mapping[str, Any]) -> FormIndex:
        """The index that `columns` gave."""
        (origins,) = columns["origins"]
        names = ("tokens", "texts", "text_of", "owners", "vocabulary", "clear", "names")
        return cls(origins=origins, **{name: columns[name] for name in names})


def build(skills: Iterable[Skill]) -> FormIndex:
    """The index of skills, made anew."""
    forms = [(" ".join(form.tokens), owner, form) for owner, skill in enumerate(skills) for form in forms_of(skill)]
    forms.sort(key=lambda entry: entry[:2])
    texts: dict[str, int] = {}
    return FormIndex(
        tokens=[tokens for tokens, _, _ in forms],
        text_of=array("I", [texts.setdefault(form.text, len(texts)) for _, _, form in forms]),
        texts=list(texts),
        owners=array("I", [owner for _, owner, _ in forms]),
        origins="".join(_letter(form) for _, _, form in forms),
        vocabulary=sorted({token for _, _, form in forms for token in form.tokens}),
        clear=sorted({token for _, _, form in forms if form.origin in {"name", "alias"} for token in form.tokens}),
        names=sorted({tokens for tokens, _, form in forms if _is_name(form)}),
    )


def _is_name(form: Form) -> bool:
    return len(form.tokens) == 1 and form.origin in {"name", "alias", "variant"} and form.skill.kind == "technology"


def _letter(form: Form) -> str:
    letter = _OF_ORIGIN[form.origin]
    return letter.upper() if form.parted else letter
