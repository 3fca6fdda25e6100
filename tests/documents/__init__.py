"""Tests of skillgap.documents, one file per module."""
