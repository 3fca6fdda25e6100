"""DOCX: everything that a person sees, once, in order.

reader      the archive and its parts, within limits             reader.py
walk        the elements in order                                walk.py
styles      what styles say of a paragraph or a run              styles.py
sight       what a person can see                                sight.py
layout      what other parsers may read wrongly                  layout.py
"""
