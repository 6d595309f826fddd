"""
Our finders, as the benchmark calls them; each is imported when it is first asked for.
"""

from decimal import Decimal
from typing import Any

import invnews

from .expressions import Context, Expression, Finder, Sort

NAMES = {"money": "find_money", "quantity": "find_quantities", "date": "find_dates"}
"""The public name of the finder of each sort."""
CLASS_OF = {
    "exactly": "exact", "at_least": "lower", "more_than": "lower", "at_most": "upper",
    "less_than": "upper", "between": "range", "unquantified": "unquantified",
}  # fmt: skip
"""The class of each comparator of Money and Quantity; "about" is exactly and approximate."""


def is_there(sort: Sort) -> bool:
    """Tell whether this invnews has the finder of *sort*."""
    return hasattr(invnews, NAMES[sort])


def call(sort: Sort) -> Any:
    """Return a function of text and context that calls our finder of *sort* and no more."""
    find = getattr(invnews, NAMES[sort])
    if sort == "date":
        return lambda text, context: find(
            text, published=context.published, country=context.country
        )
    return lambda text, context: find(text, country=context.country)


def finder(sort: Sort) -> Finder:
    """Return our finder of *sort*, its mentions as Expressions."""
    found = call(sort)
    read = date_said if sort == "date" else number_said

    def find(text: str, context: Context) -> list[Expression]:
        return [read(mention) for mention in found(text, context)]

    return find


def number_said(mention: Any) -> Expression:
    """Return the Expression of a Mention of Money or of a Quantity."""
    value = mention.value
    bound = CLASS_OF[value.comparator]
    magnitude: Decimal | None = value.magnitude
    return Expression(
        start=mention.start,
        end=mention.end,
        full=(mention.full_start, mention.full_end),
        low=value.low,
        high=value.high,
        bound="about" if bound == "exact" and value.approximate else bound,
        currency=getattr(value, "currency", None),
        details={
            "per": value.per,
            "magnitude": magnitude,
            "unit_kind": getattr(value, "unit_kind", None),
            "unit_text": getattr(value, "unit", None),
        },
    )


def date_said(mention: Any) -> Expression:
    """Return the Expression of a Mention of a PartialDate."""
    value = mention.value
    return Expression(
        start=mention.start,
        end=mention.end,
        full=(mention.full_start, mention.full_end),
        low=value.earliest,
        high=value.latest,
        details={
            "relation": value.relation,
            "fiscal": value.fiscal,
            "approximate": value.edtf is not None and ("~" in value.edtf or "%" in value.edtf),
            "vague": value.vague,
            "edtf": value.edtf,
        },
    )
