"""Finds the skills of a taxonomy in a text. In: text and its kind. Out: an `Extraction`. What they mean there is not decided here."""

from skillgap.extraction.pipeline import Extractor

__all__ = ["Extractor"]
