"""Measurements, one command each: every one prints a table, and JSON with `--json FILE`. See README.md."""
