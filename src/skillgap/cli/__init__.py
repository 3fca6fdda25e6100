"""The command line: parse options, call the library, print. Each command is one file; what they share is in `console`."""

from skillgap.cli.app import main

__all__ = ["main"]
