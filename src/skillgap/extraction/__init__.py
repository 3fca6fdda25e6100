"""Finds the skills of a taxonomy in a text.

In: a document and its kind. Out: an `Extraction`. What the mentions mean there is not decided here.
"""

from skillgap.extraction.pipeline import Extractor

__all__ = ["Extractor"]
