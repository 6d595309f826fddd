"""
Values held against their own words: "more than US$22 billion" is no exact 22,000.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from ..errors import Problem, scalar, shown
from ..phrases import Mention, find_dates, find_money, find_quantities
from ..registry import Registry
from ..values import Bounded, Money, PartialDate, Quantity
from .dataset import Dataset
from .printed import as_printed

_Said = TypeVar("_Said", Money, Quantity, PartialDate)
_ROUNDED = Decimal("0.01")
"""By which share a number of the words may differ: "a third" is recorded as 33 or 33.3."""
_OPEN = re.compile(
    r"[0-9]\.[0-9]{3}(?![0-9])|\b(?:half|twice|double|third|quarter)\b", re.IGNORECASE
)
"""What its country or its neighbours must settle: "31.500", "half of $5 million"."""
_LONGEST = 200
"""Longer texts are no expression; they are not read."""


def misread(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """
    Yield a warning for each value that says something else than its own words.

    Only words that are read as one expression count, bounds and numbers of amounts, the
    currency where a marker names it, and dates that share no day with those of the words.
    """
    for number, record in enumerate(dataset.understood):
        for path, value in as_printed(record, f"$.records[{number}]"):
            said = _differs(value)
            if said is not None:
                field, words, found = said
                message = f"expected what {shown(value.text)} says, {words}, got {found}"
                hint = "correct the value, or its text when that is not what the source prints"
                yield Problem(f"{path}.{field}", "reading_differs", message,
                              scalar(getattr(value, field)), hint, "warning")  # fmt: skip


def _differs(value: Money | Quantity | PartialDate) -> tuple[str, str, str] | None:
    """Return the field that differs, what the words say and what the value says."""
    text = value.text or ""
    if not text or len(text) > _LONGEST or _OPEN.search(text):
        return None
    if isinstance(value, Money):
        return _money(value, text)
    if isinstance(value, Quantity):
        unit = value.unit or ""
        whole = text if not unit or unit in text else f"{text} {unit}"
        found = _one(find_quantities, whole)
        return None if found is None else _bounds(value, found.value)
    return _date(value, text)


def _one(find: Callable[[str], Sequence[Mention[_Said]]], text: str) -> Mention[_Said] | None:
    """Return the one mention of a text, or None when there is none or more."""
    found = find(text)
    return found[0] if len(found) == 1 else None


def _money(value: Money, text: str) -> tuple[str, str, str] | None:
    found = _one(find_money, text)
    if found is None:
        return None
    said = found.value.currency
    if found.basis == "explicit" and said is not None and value.currency not in (None, said):
        return "currency", said, str(value.currency)
    return _bounds(value, found.value)


def _bounds(value: Bounded, words: Bounded) -> tuple[str, str, str] | None:
    """Return how two amounts differ; a bound and no number differ, as do two numbers."""
    if value.comparator.startswith("x-"):
        return None
    if value.comparator != words.comparator and not _same_ends(value, words):
        return "comparator", _in_words(words), _in_words(value)
    for field in ("amount", "upper"):
        if not _near(getattr(value, field), getattr(words, field)):
            return field, _in_words(words), _in_words(value)
    return None


def _same_ends(value: Bounded, words: Bounded) -> bool:
    """Return whether a range is one of no length, or a bound differs in its very end only."""
    ends = [(each.low is None, each.high is None) for each in (value, words)]
    return ends[0] == ends[1] and "between" not in (value.comparator, words.comparator)


def _near(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    # What stands around the words may make them negative.
    return abs(abs(one) - abs(other)) <= abs(other) * _ROUNDED


def _in_words(value: Bounded) -> str:
    """Return an amount as its fields say it."""
    ends = " to ".join(str(each) for each in (value.amount, value.upper) if each is not None)
    return f"{value.comparator} {ends}".strip()


def _date(value: PartialDate, text: str) -> tuple[str, str, str] | None:
    """Return how the days differ: only when the two share none, and no fiscal year is meant."""
    if value.edtf is None or value.fiscal:
        return None
    found = _one(find_dates, text)
    if found is None or found.value.edtf is None or found.value.fiscal:
        return None
    words: Any = found.value
    starts = [each for each in (value.earliest, words.earliest) if each is not None]
    stops = [each for each in (value.latest, words.latest) if each is not None]
    if not starts or not stops or max(starts) <= min(stops):
        return None
    return "edtf", words.edtf, value.edtf
