"""Numbers as options take them: click's ranges, whose errors say which numbers are meant."""

from __future__ import annotations

import math
from typing import Any

import click


class Whole(click.IntRange):
    """A whole number."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no whole number {_between(self)}", param, ctx)


class Decimal(click.FloatRange):
    """A number that may have decimals."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        try:
            number = super().convert(value, param, ctx)
        except click.BadParameter:
            number = math.nan
        return self.fail(f"{value!r} is no number {_between(self)}", param, ctx) if math.isnan(number) else number


def _between(numbers: click.IntRange | click.FloatRange) -> str:
    return f"from {numbers.min:g} on" if numbers.max is None else f"from {numbers.min:g} to {numbers.max:g}"
