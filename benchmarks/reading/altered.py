"""Alters PDF with pikepdf: pages turned, and content streams painted in another order.

In: the bytes of a PDF. Out: those of one that shows the same words.
"""

from __future__ import annotations

import io
from random import Random
from typing import Any


def turned(data: bytes, degrees: int) -> bytes:
    """Each page shown turned, as a page that was scanned or printed across."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Rotate = degrees
        return _saved(pdf)


def drawn_across(data: bytes) -> bytes:
    """Each page drawn across and shown upright, as programs do that set a landscape page on a portrait one."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            page.contents_add(f"q 0 1 -1 0 {height:g} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox = pikepdf.Array([0, 0, height, width])
            page.Rotate = 90
        return _saved(pdf)


def shuffled(data: bytes, chance: Random) -> bytes:
    """Each page with the groups of its content stream that stand for themselves (`q ... Q`) in an order of chance.

    Shapes stay in front, so that no word is covered.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            groups = _groups(pikepdf.parse_content_stream(page))
            words = [group for group in groups if any(str(operator) == "BT" for _, operator in group)]
            rest = [group for group in groups if group not in words]
            chance.shuffle(words)
            stream = pikepdf.unparse_content_stream([step for group in (*rest, *words) for step in group])
            page.Contents = pdf.make_stream(stream)
        return _saved(pdf)


def _groups(steps: Any) -> list[list[Any]]:
    """The instructions of a stream, cut where no state is saved."""
    groups: list[list[Any]] = [[]]
    depth = 0
    for operands, operator in steps:
        name = str(operator)
        if name == "q" and depth == 0:
            groups.append([])
        groups[-1].append((operands, operator))
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if name == "Q" and depth == 0:
            groups.append([])
    return [group for group in groups if group]


def _saved(pdf: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
