"""PDF: words with boxes from pdfium, put into reading order by one geometric layout.

reader      the document: pages, blocks, warnings                reader.py
words       words with boxes, by pdfium, upright; drawn bullets  words.py, turned.py, bullets.py
fallback    the same by pdfplumber, where pdfium gives none      fallback.py
layout      rows rebuilt, tables taken apart, columns cut        layout.py, tables.py, rules.py, columns.py
paragraphs  lines joined, hyphens mended, page heads taken off   paragraphs.py, hyphens.py, furniture.py
geometry    words, segments, lines, pages as values              geometry.py
seen        which words a person can see                         seen.py, paint.py, covers.py, ink.py
"""
