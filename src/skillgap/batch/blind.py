"""Hides in a quote what tells who somebody is: names, addresses, employers, schools.

Nobody can list all names, so it is the other way round: a word with a capital letter, or of a script without capitals, stays
only if it belongs to a skill that the résumé names, tells a role, or is an ordinary English word where a sentence begins. No
name stays that is above the first section or in the heading of a job or a course. Addresses, handles and long numbers are hidden
wherever they stand. These are rules, not knowledge: a name in small letters that is in no heading gets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from skillgap.batch.wordlists import word_list
from skillgap.extraction.data import words
from skillgap.model import Resume

MASK = "[…]"
_ROLES = "roles"
"""The list of words that tell a role, a time or a craft, and nobody's name."""
_LINE = 80
"""Characters of the first line that may be a name, where no heading follows."""
_SHORT = 10
"""Words of a line that names somebody; more are prose."""
_MONTHS = {"jan", "april", "may", "june", "august"}
"""Months that are first names too."""
_UNCASED = (
    "\u0590-\u1c7f\u2e80-\u2fff\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    "\U00020000-\U0003ffff"
)
"""Scripts without capitals, with their marks."""
_WORD = re.compile(rf"[{_UNCASED}]+|(?:(?![{_UNCASED}])[\w\u0300-\u036f])+")
_ADDRESS = r"\S{0,99}\w@\S+|@\w[\w./-]*|[\w.-]{1,99} ?[\[(]at[\])] ?\S+|(?:https?://|www\.)\S+"
_TOKEN = re.compile(
    rf"(?P<address>{_ADDRESS})"
    r"|(?P<number>(?<![\w+])(?:\+ ?\(?|\()?\d(?:[\d ()/.–-]*\d)?(?!\w)\)?)"
    r"|(?P<joined>\w[\w-]*(?:(?:/|\.(?![A-Z][a-z]))[\w-]+)+/?)"
    rf"|(?P<word>(?:{_WORD.pattern})(?:['’]\w+)*)",
)
"""In this order: what is written together with `@` or as a link, numbers, domains and paths, words."""
_FIRM = r"\b(?:[A-Z][\w&-]* ){1,2}(?:Ltd|Limited|GmbH|Inc|LLC|PLC|AG|AB|BV|Corp)\b"
"""An employer that says so, whatever its words are."""
_YEAR = r"(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?"
_NO_TELEPHONE = re.compile(
    rf"(?<![\d./–-])(?:{_YEAR}(?: ?[–-] ?{_YEAR})?|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}|\d{{1,3}}(?: 000)+)(?![\d./–-])"
)
"""Years and spans of them, versions, round thousands."""
_LONG = re.compile(r"\d[\d ()/.–-]{6,}\d")
_AMOUNT = re.compile(r"v?\d{1,4}[^\W\d]{0,3}|x")
"""A version, a release or a size, as `v2`, `16GB`, `3.x`."""
_BULLETS = " -–—*•·#|>(\"'“‘"
_BEGINS = re.compile(r"[.:;!?•…]\s+\Z")
_REPEATED = re.compile(re.escape(MASK) + r"(?:[\s,.&'’-]{0,3}" + re.escape(MASK) + ")+")


def unquoted(message: str) -> str:
    """A notice without the words that it quotes."""
    return re.sub('".*"', MASK, message, flags=re.DOTALL)


def masking(resume: Resume) -> Callable[[str], str]:
    """What hides the person in words of a résumé."""
    text = resume.document.readable
    above = [re.sub(_ADDRESS, " ", line) for line in _above(resume, text) if line.strip()]
    jobs = [line for entry in resume.entries for line in (*entry.heading.splitlines(), *_under(text[entry.start : entry.end]))]
    ordinary, roles = words(), word_list(_ROLES)
    skills = {word.casefold() for mention in resume.extraction.mentions for word in _WORD.findall(mention.text)}
    told = {word.casefold() for line in (*above, *jobs) for word in _WORD.findall(line) if word != word.lower()} - roles
    names = _names(above, jobs, skills | roles)
    pairs = [re.escape(pair) for line in (*above[:1], *jobs) for pair in _pairs(line, told - skills, skills)]
    firms = re.compile("|".join((*pairs, _FIRM)))

    def stays(word: str, free: bool) -> bool:
        """Whether a word may be read; `free`, if its capital tells nothing."""
        stem = re.split("['’]", word.casefold())[0]
        if stem in skills:
            return True
        if stem in names or "_" in word or re.match(f"[{_UNCASED}]", word):
            return False
        if stem not in ordinary and stem not in roles and any(len(name) > 3 and name in stem for name in names):
            return False  # made of a name, as `annaweber`
        if word == word.lower():
            return not word[0].isdigit() or _AMOUNT.fullmatch(word) is not None
        return stem not in told and (stem in roles or _AMOUNT.fullmatch(word) is not None or (free and stem in ordinary))

    def joined_stays(token: str) -> bool:
        """Whether `Node.js` or `src/main` may be read: of skills, or of ordinary words with slashes."""
        parts = [part.casefold() for part in re.split("[./-]", token) if part]
        if all(len(part) == 1 or part in skills or _AMOUNT.fullmatch(part) for part in parts):
            return True
        known = all(part in ordinary or part in roles or part in skills or _AMOUNT.fullmatch(part) for part in parts)
        return "." not in token and known and all(stays(part, free=False) for part in re.split("[/-]", token) if part)

    def hide(match: re.Match[str]) -> str:
        token, before, after = match.group(), match.string[: match.start()], match.string[match.end() :]
        if match["number"]:
            return token if _number_stays(token, before, after) else MASK
        if match["joined"]:
            return token if joined_stays(token) else MASK
        loud = token.isupper() and 2 * sum(map(str.isupper, match.string)) > sum(map(str.isalpha, match.string))
        free = loud or not before.strip(_BULLETS) or _BEGINS.search(before) is not None
        return token if match["word"] and stays(token, free) else MASK

    def mask(quote: str) -> str:
        return _REPEATED.sub(MASK, _TOKEN.sub(hide, firms.sub(MASK, quote)))

    return mask


def _above(resume: Resume, text: str) -> list[str]:
    """The lines over the first section, `Contact` and the like at the top left aside; without sections the first line."""
    headed = [section for section in resume.extraction.sections if section.heading]
    if headed and headed[0].kind == "other" and not text[: headed[0].start].strip():
        headed = headed[1:]
    return text[: headed[0].start].splitlines() if headed else text.strip()[:_LINE].splitlines()[:1]


def _under(entry: str) -> Iterator[str]:
    """The first lines of an entry that are no list or prose: an employer may stand under the role."""
    for line in entry.splitlines()[:3]:
        found = _WORD.findall(line)
        if (
            len(found) <= _SHORT // 2
            and line[:1].isupper()
            and all(word[0].isupper() or word in word_list(_ROLES) for word in found)
        ):
            yield line


def _names(above: Iterable[str], jobs: Iterable[str], known: Set[str]) -> set[str]:
    """What is a name in any case: who the first line names, headings in small letters, elsewhere what is no English word."""
    lines = [line for line in (*above, *jobs) if len(_WORD.findall(line)) <= _SHORT]
    first = next((line for line in lines if _unknown(line, known)), "")
    parts = [part.strip() for part in re.split(r"[,:|–—•·]| - ", first)]
    # a part in which a role stands is a title
    name = next((part for part in parts if part and _unknown(part, known - _MONTHS) == _WORD.findall(part.casefold())), "")
    small = [line for line in {first, *jobs} & set(lines) if line == line.lower()]
    rare = {word for line in lines for word in _unknown(line, known) if word not in words()}
    return rare.union(_unknown(name, known - _MONTHS) if name[:1].isupper() else (), *(_unknown(line, known) for line in small))


def _unknown(line: str, known: Set[str]) -> list[str]:
    """The words of a line, in small letters, that are no number and not known."""
    return [word for word in _WORD.findall(line.casefold()) if word not in known and not word.isdigit()]


def _pairs(heading: str, told: Set[str], skills: Set[str]) -> Iterator[str]:
    """Two words with capitals side by side, a skill's and an employer's, as `Wrenfield Robotics`."""
    for pair in re.finditer(r"(?=\b([^\W\d_]\w*)[ -]([^\W\d_]\w*))", heading):
        one, two = pair.groups()
        low = {one.casefold(), two.casefold()}
        if one[0].isupper() and two[0].isupper() and low & told and low & skills:
            yield heading[pair.start(1) : pair.end(2)]


def _number_stays(token: str, before: str, after: str) -> bool:
    """Whether a number is no telephone's or birthday's, nor what a cut quote has left of one."""
    digits = sum(map(str.isdigit, token))
    if "+" in token:
        return digits <= 3 and after.lstrip().startswith("%")
    rest = _NO_TELEPHONE.sub("", token)
    cut = before == "… " or after.strip(" (") == "…"
    return not _LONG.search(rest) and not (cut and rest and digits > 2)
