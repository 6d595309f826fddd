"""
Expressions: what a text says at one place, in the form that gold, finders and peers share.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import attrs

Bound = Decimal | date | None
"""One end of an amount or of a span of days; None when it is open."""
Sort = str
"""What a row is about: money, quantity or date."""

SORTS: tuple[Sort, ...] = ("money", "quantity", "date")
CLASSES = ("exact", "about", "lower", "upper", "range", "unquantified")
"""The classes of comparators; bounds that include their number and such that do not are one."""


@attrs.frozen(kw_only=True)
class Expression:
    """
    One expression of a text: where it stands and what it says.

    Args:
        start: Where its core begins, in code points.
        end: Where its core ends, exclusive.
        full: Where it begins and ends with the words that bound it, when known.
        low: The least amount or the first day; None for an open end.
        high: The greatest amount or the last day; None for an open end.
        bound: The class of its comparator, one of `CLASSES`; None for a date.
        currency: Of money, its ISO 4217 code, when it is settled.
        accept: Of gold dates, other pairs of first and last day that are right.
        details: What is compared for information only: per, unit, relation, edtf …
    """

    start: int
    end: int
    full: tuple[int, int] | None = None
    low: Bound
    high: Bound
    bound: str | None = None
    currency: str | None = None
    accept: tuple[tuple[Bound, Bound], ...] = ()
    details: Mapping[str, object] = attrs.field(factory=dict)


class Context(NamedTuple):
    """Where and when a sentence was published; None for what is not known."""

    country: str | None = None
    published: date | None = None


Finder = Callable[[str, Context], list[Expression]]
"""What finds expressions in a sentence: ours, a control or a peer."""


class NumberFound(NamedTuple):
    """What a control or a peer says of an amount; the order that adapters return."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    bound: str = "exact"
    currency: str | None = None


class DateFound(NamedTuple):
    """What a control or a peer says of a date; the order that adapters return."""

    start: int
    end: int
    earliest: date | None
    latest: date | None


Found = NumberFound | DateFound
Adapter = Callable[[str, Context], list[NumberFound]] | Callable[[str, Context], list[DateFound]]
"""A small function around a control or a peer."""


def as_finder(adapter: Adapter) -> Finder:
    """Return a finder of Expressions that calls *adapter*."""

    def find(text: str, context: Context) -> list[Expression]:
        return [_expression(each) for each in adapter(text, context)]

    return find


def _expression(found: Found) -> Expression:
    if isinstance(found, DateFound):
        return Expression(start=found.start, end=found.end, low=found.earliest, high=found.latest)
    return Expression(
        start=found.start, end=found.end, low=found.low, high=found.high,
        bound=found.bound, currency=found.currency,
    )  # fmt: skip
