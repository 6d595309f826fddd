"""
Sums: amounts, ranges and sums without a number, each with the words that bound it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..comparators import Bounds, bounds_in
from ..digits import EXACT
from ..markers import Marker
from ..numeral import lowered
from ..plain import plain_words
from .amounts import Amount, amounts, rest_of
from .currencies import Home
from .per import per_stop
from .spans import Pair, lead, pair, priced_from
from .vague import Vague, vague


class Sum(NamedTuple):
    """
    A sum of money as it stands in a text, its currency not yet settled.

    Args:
        start: Where its core begins: marker, number and magnitude.
        stop: Where the core ends, exclusive.
        full_start: Where it begins with the words that bound it.
        full_stop: Where it ends with them, exclusive.
        comparator: As Money has it.
        low: The amount, or the lower end of a range.
        high: The upper end of a range.
        approximate: Whether the words say "about".
        magnitude: Of a sum without a number, what its unit stands for.
        marker: What names its currency.
    """

    start: int
    stop: int
    full_start: int
    full_stop: int
    comparator: str
    low: Decimal | None = None
    high: Decimal | None = None
    approximate: bool = False
    magnitude: Decimal | None = None
    marker: Marker | None = None


def sums(text: str, home: Home) -> list[Sum]:
    """
    Return the sums of a text from left to right; they do not overlap.

    Args:
        text: The text.
        home: What the country of publication counts in.
    """
    lower = lowered(text)
    low = f"{lower}\n"
    words = plain_words(lower)
    found = [*_numbered(text, low, amounts(text, low, home, words))]
    loose = vague(text, lower, words)
    if len(found) + len(loose) < _SEVERAL:
        return found or [_unquantified(low, each) for each in loose]
    if loose:
        found += [_unquantified(low, each) for each in loose]
        found.sort(key=lambda each: (each.start, -each.stop))
    kept: list[Sum] = []
    stop = 0
    for each in found:
        if each.start >= stop:
            kept.append(each if each.full_start >= stop else each._replace(full_start=stop))
            stop = each.full_stop
    return kept


_SEVERAL = 2


def _unquantified(low: str, each: Vague) -> Sum:
    if each.low is not None and each.low == each.high:
        said = bounds_in(low, each.start, each.stop)
        return Sum(each.start, each.stop, said.start, said.stop, said.comparator or "exactly",
                   each.low, approximate=said.approximate)  # fmt: skip
    comparator = "unquantified" if each.low is None else "between"
    return Sum(each.start, each.stop, each.start, each.stop, comparator, each.low, each.high,
               magnitude=each.magnitude, marker=each.marker)  # fmt: skip


def _numbered(text: str, low: str, found: list[Amount]) -> Iterator[Sum]:
    """Yield the sums that have a number: alone, as a range, as both ends of a change."""
    place, count = 0, len(found)
    while place < count:
        one = found[place]
        other = found[place + 1] if place + 1 < count else None
        together = None if other is None else pair(text, one, other)
        if together is not None:
            place += 2
            if together.is_range:
                yield _range(text, low, together)
            else:
                yield _single(text, low, together.one, together.one.value, together.one.stop)
                yield _single(text, low, together.other, together.other.value, together.other.stop)
            continue
        if one.marker is not None:
            cents = None if other is None else rest_of(one, other, text)
            if other is not None and cents is not None:
                place += 1
                yield _single(text, low, one, EXACT.add(one.value, cents), other.stop)
            else:
                yield _single(text, low, one, one.value, one.stop)
        place += 1


def _range(text: str, low: str, both: Pair) -> Sum:
    one, other = both.one, both.other
    said = _bounds(text, low, one.start, other.stop)
    approximate = said.approximate or both.approximate
    begin = said.start if said.approximate and said.comparator is None else one.start
    led = lead(text, begin)
    if led < begin:
        before = bounds_in(low, led, other.stop)
        led = before.start if before.approximate and before.comparator is None else led
        approximate = approximate or before.approximate
    return Sum(
        one.start, other.stop, led, max(said.stop, other.stop), "between", one.value, other.value,
        approximate, marker=_narrower(one, other),
    )  # fmt: skip


def _bounds(text: str, low: str, start: int, stop: int) -> Bounds:
    """Return what the words around a sum say; in "$5 million plus interest", nothing."""
    said = bounds_in(low, start, stop)
    if said.stop > stop and text[stop] == " " and _PLUS.match(text, stop):
        return said._replace(stop=stop, comparator=None)
    return said


_PLUS = re.compile(r" plus [^\W_]", re.IGNORECASE)


def _narrower(one: Amount, other: Amount) -> Marker | None:
    """Return the marker of two that leaves less open."""
    if one.marker is None or other.marker is None:
        return one.marker or other.marker
    return min(one.marker, other.marker, key=lambda marker: len(marker.codes))


def _single(text: str, low: str, amount: Amount, value: Decimal, stop: int) -> Sum:
    start = amount.start
    if start and text[start - 1] in _BEFORE_A_MINUS:
        sign = _MINUS.search(text, max(0, start - _MINUS_REACH), start)
        if sign is not None:
            start, value = sign.start(), EXACT.minus(value)
    said = _bounds(text, low, start, stop)
    comparator, begin = said.comparator or "exactly", said.start
    if said.comparator is None:
        priced = priced_from(text, begin, stop)
        if priced is not None:
            comparator, begin = "at_least", priced
    return Sum(start, stop, begin, said.stop, comparator, value,
               approximate=said.approximate, marker=amount.marker)  # fmt: skip


_BEFORE_A_MINUS = frozenset("-− ")
_MINUS_REACH = 12
_MINUS = re.compile(
    r"(?<![^\W_])(?P<sign>−|(?<=\bof )-|(?<=\bto )-|(?<=\bat )-|(?<=\bwas )-|(?<=\bis )-"
    r"|(?<![\s\S])-|(?<=: )-|(?<=\bfrom )-|(?<=\bby )-|(?<=\ba )-|(?<=[(=] )-|(?<=\()-|minus )\Z"
)
"""A minus sign right before a sum; a hyphen is one only behind such words, else it is a dash."""


def tells_the_same(text: str, one: Sum, other: Sum) -> bool:
    """Return whether *other* tells the sum of *one* again: "RMB 6.5 billion (US$1 billion)"."""
    gap = other.full_start - one.full_stop
    if not 0 < gap <= _LONGEST_GAP or one.marker is None or other.marker is None:
        return False
    if set(one.marker.codes) == set(other.marker.codes):
        return False
    if one.low == 1 and text[one.full_stop] == "/":
        return False
    between = lowered(text[per_stop(text, one.full_stop) : other.full_start])
    if other.approximate and between in _ABOUT:
        return True
    return _again_pattern().fullmatch(between) is not None


_LONGEST_GAP = 64


@cache
def _again_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?: in [a-z ]{1,20})?(?: ?/ ?"
        r"|,? ?[(\[] ?(?:(?:or|i\.e\.,?|equal(?:ling)? to|(?:the |an )?equivalent(?: (?:to|of))?|worth"
        r"|which is|that is|=|≈|~|at the time|then)(?: |$))?"
        r"|(?:,| [–—-])? (?:or|i\.e\.,?|equal to|(?:which is |the |an )?equivalent (?:to|of)) )"
    )


_ABOUT = frozenset({", ", " – ", " — "})


def goes_on(text: str, one: Sum, other: Sum) -> bool:
    """Return whether *other* tells in the same brackets what *one* does: "A$5m (US$3m, €3m)"."""
    if one.marker is None or other.marker is None:
        return False
    if set(one.marker.codes) & set(other.marker.codes):
        return False
    return (
        text[one.full_stop : other.full_start] in _AND
        and text.find("(", max(0, one.full_start - _NEAR), one.full_start) >= 0
        and text.find(")", other.full_stop, other.full_stop + _NEAR) >= 0
    )


_AND = frozenset({", ", " or ", " and ", "/", " / ", "; "})
_NEAR = 24


def is_rate(text: str, one: Sum, other: Sum) -> bool:
    """Return whether two sums tell a rate of exchange: "$1 = 1.37 Australian dollars"."""
    return text[one.stop : other.start].strip() in {"=", "equals", "is", "≈", "to", "was"} and (
        one.low == 1 and one.marker is not None and other.marker is not None
    )
