"""Hostile JSON, YAML, Markdown and plain text: nesting, numbers and lines without measure, bytes that are no letters."""

from __future__ import annotations

import codecs
import json
import random

from tests.hostile.collection import add

WORDS = "Python developer, Django and PostgreSQL\n"
RESUME = {"basics": {"name": "Ada", "label": "Developer"}, "skills": [{"name": "Python", "keywords": ["Django", "Kafka"]}]}


def resume(**more: object) -> bytes:
    """A résumé of the schema with other fields."""
    return json.dumps({**RESUME, **more}).encode()


def spoilt(old: str, new: str) -> bytes:
    """A résumé in which something is replaced."""
    return json.dumps(RESUME).replace(old, new).encode()


def good_json() -> bytes:
    """A résumé that is as it should be, for others to spoil."""
    return resume(work=[{"name": "Acme", "position": "Developer", "startDate": "2020-01", "highlights": ["Built it in Go"]}])


def good_markdown() -> bytes:
    """A résumé that is as it should be, for others to spoil."""
    return b"# Ada\n\n## Skills\n\n- **Python**, `Go`\n- [Kafka](http://x)\n\n| a | b |\n|---|---|\n| c | d |\n"


# JSON

add("a_hundred_thousand_lists_deep.json", lambda: b'{"basics":{},"work":' + b"[" * 100_000 + b"]" * 100_000 + b"}")
add("a_hundred_thousand_objects_deep.json", lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
add("nine_hundred_lists_deep.json", lambda: resume(work=json.loads("[" * 900 + "]" * 900)))
add("a_number_of_a_million_digits.json", lambda: spoilt('"Ada"', "9" * 1_000_000))
add("numbers_that_are_none.json", lambda: spoilt('"Ada"', "[NaN, Infinity, -Infinity, 1e999999]"))
add("a_name_that_is_a_long_number.json", lambda: spoilt('"Ada"', "9" * 4_000))
add(
    "the_same_key_a_hundred_thousand_times.json",
    lambda: b"{" + b'"basics":{"name":"Python"},' * 100_000 + b'"work":[]}',
    heavy=True,
)
add(
    "a_million_keys.json",
    lambda: b'{"basics":{"name":"Python"}' + b"".join(b',"%d":0' % n for n in range(1_000_000)) + b"}",
    heavy=True,
)
add("ten_million_empty_objects.json", lambda: b'{"basics":{"name":"Python"},"work":[' + b"{}," * 10_000_000 + b"{}]}", heavy=True)
add("ten_million_lists.json", lambda: b"[{" + b'"a":[' + b"[]," * 12_000_000 + b"[]]}]", heavy=True)
add("a_million_entries.json", lambda: resume(work=[{"name": "Python", "position": "a"}] * 200_000), heavy=True)
add("half_pairs.json", lambda: spoilt("Ada", "\\ud800 \\udfff \\ud800\\ud800"))
add("nul_and_controls.json", lambda: spoilt("Ada", "\\u0000\\u0007\\u001b[2J\0\7"))
add("a_text_of_thirty_megabytes.json", lambda: spoilt("Ada", "Python " * 4_000_000), heavy=True)
add(
    "fields_of_the_wrong_kind.json",
    lambda: b'{"basics":[1],"work":{"a":1},"skills":"x","education":[null,true,{"area":{}}],"projects":[[["Python"]]]}',
)
add(
    "a_posting_without_end.json",
    lambda: json.dumps({"@type": "JobPosting", "title": "x", "description": "<div>Python" * 100_000}).encode(),
    heavy=True,
)
add("cut_off.json", lambda: good_json()[:-20])
add("no_json_after_all.json", lambda: b"{" * 1_000_000)
add("dates_of_the_wrong_kind.json", lambda: resume(work=[{"name": "Go", "startDate": "99999999-99-99" * 1_000, "endDate": 5}]))
add("utf16_json.json", lambda: good_json().decode().encode("utf-16"))

# YAML and Markdown

ALIASES = "a0: &a0 [Python, Python]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
add("aliases_of_aliases.yaml", lambda: ALIASES.encode())
add("objects_of_python.yaml", lambda: b"!!python/object/apply:os.system ['echo Python']\n" + WORDS.encode())
for _name, _piece in {
    "backticks": "`",
    "stars": "*",
    "star_words": "**a ",
    "underscores": "_a",
    "brackets": "[",
    "links": "[a](",
    "pictures": "![[](",
    "pipes": "|",
    "rules_of_tables": "|-",
    "quotes": "> ",
    "backslashes": "\\",
    "tags": "<",
    "comments": "<!--",
    "entities": "&a",
    "hashes": "#",
    "fences": "```\n",
    "headings": "a\n=\n",
    "deep_lists": "    - a\n",
    "tildes": "~~a",
    "front_matter": "---\na: b\n",
}.items():
    add(f"many_{_name}.md", lambda piece=_piece: (WORDS + piece * (190_000 // len(piece))).encode())  # type: ignore[misc]
add("a_megabyte_of_backticks.md", lambda: WORDS.encode() + b"`" * 900_000)
add("a_list_a_hundred_thousand_deep.md", lambda: "\n".join(" " * n + "- a" for n in range(1_500)).encode())
add("a_table_of_a_hundred_thousand_cells.md", lambda: b"|a|b|\n|-|-|\n" + b"|c" * 90_000, heavy=True)

# plain text

add("one_line_of_fifty_megabytes.txt", lambda: (b"Python developer " * 3_000_000)[:49_999_999], heavy=True)
add("one_word_of_fifty_megabytes.txt", lambda: b"x" * 49_999_999, heavy=True)
add("more_than_fifty_megabytes.txt", lambda: b"Python " * 8_000_000, heavy=True)
add("twenty_million_lines.txt", lambda: b"a\n" * 20_000_000, heavy=True)
add("forty_megabytes_of_white_space.txt", lambda: b" \n" * 20_000_000 + b"Python", heavy=True)
add("forty_megabytes_of_broken_letters.txt", lambda: b"\xc3\x83\xc2\xa9\xff" * 8_000_000, heavy=True)
add("wrongly_decoded_many_times.txt", lambda: _mojibake("é" * 2_000 + " Python"))
add("a_line_of_mojibake.txt", lambda: ("Ã©â€™" * 20_000).encode())
add("a_hundred_thousand_lines_of_mojibake.txt", lambda: ("Ã©â€™ Python\n" * 9_000).encode())
add("marks_of_three_encodings.txt", lambda: codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + codecs.BOM_UTF32_BE + WORDS.encode())
add("utf16_cut_off.txt", lambda: codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")[:-1])
add("utf16_the_wrong_way.txt", lambda: codecs.BOM_UTF16_BE + WORDS.encode("utf-16-le"))
add("utf16_of_half_pairs.txt", lambda: codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le") + b"\0\xd8" * 5_000)
add("utf32_beyond_unicode.txt", lambda: codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff" * 5_000 + WORDS.encode("utf-32-le"))
add("utf8_that_is_too_long.txt", lambda: WORDS.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" * 5_000)
add("bytes_at_random.txt", lambda: random.Random(1).randbytes(100_000))
add("letters_and_bytes_at_random.txt", lambda: WORDS.encode() * 100 + random.Random(2).randbytes(100_000))
add("nul_after_a_while.txt", lambda: WORDS.encode() * 200 + b"\0" * 50_000)
add("controls.txt", lambda: WORDS.encode() * 50 + bytes(range(32)) * 3)
add("a_terminal_s_commands.txt", lambda: b"\x1b]0;x\x07\x1b[2J\x1b[31m" + WORDS.encode() * 20)
add("nothing_but_marks.txt", lambda: ("a" + "\u0301" * 90_000).encode())
add("marks_in_the_wrong_order.txt", lambda: ("a" + "\u0301\u0316" * 45_000).encode())
add("letters_the_wrong_way.txt", lambda: ("\u202e\u2066\u200d" * 20_000 + WORDS).encode())
add("much_like_rtf.txt", lambda: b" {\\rtf1\\ansi " + b"{\\object\\objdata 0" * 5_000 + WORDS.encode())
add("much_like_a_pdf.txt", lambda: WORDS.encode() + b"%PDF-1.7 " * 20_000)
add("much_like_latex.txt", lambda: b"%\n \n" * 40_000 + WORDS.encode())
add("much_like_mhtml.txt", lambda: b"a: b\n c\n" * 20_000 + WORDS.encode())
add("much_like_xml.txt", lambda: b"<?xml version='1.0'?>" + b"<a>" * 50_000)
add("tags_and_no_page.txt", lambda: b"<p" * 60_000 + WORDS.encode())


def _mojibake(text: str) -> bytes:
    for _ in range(4):
        text = text.encode().decode("cp1252", "replace")
    return text.encode()[:190_000]
