"""
Find: the sums of money of a text, from left to right.
"""

from collections.abc import Iterator
from itertools import pairwise

from ...shapes import filler
from ...values import Money
from ..arguments import check_arguments
from ..mention import Mention, expression, mention_of, only
from .currencies import (
    NO_EVIDENCE,
    Evidence,
    Settled,
    evidence,
    home,
    in_units,
    is_world_price,
    settle,
)
from .per import per
from .sums import Sum, goes_on, is_rate, sums, tells_the_same


def find_money(text: str, *, country: str | None = None) -> tuple[Mention[Money], ...]:
    """
    Return the sums of *text*, left to right; `invnews.phrases.readers.find_money` says how.

    >>> [each.value.currency for each in find_money("It paid RMB 6.5 billion.")]
    ['CNY']
    """
    check_arguments(text, country)
    found = sums(text, home(country))
    if not found:
        return ()
    again = _again(text, found)
    return tuple(_mentions(text, country, found, _told(text, found, again), again))


def _again(text: str, found: list[Sum]) -> dict[int, int]:
    """Return by the place of each sum that tells another again the place of that one."""
    again: dict[int, int] = {}
    for place in range(1, len(found)):
        one, other = found[place - 1], found[place]
        if place - 1 in again and goes_on(text, one, other):
            again[place] = again[place - 1]
        elif tells_the_same(text, one, other):
            again[place] = place - 1
    return again


def _told(text: str, found: list[Sum], again: dict[int, int]) -> Evidence:
    """Return what the sums of a text say of their ambiguous markers."""
    markers = [each.marker for each in found if each.marker is not None]
    if len(markers) == 1 or all(len(marker.codes) == 1 for marker in markers):
        return NO_EVIDENCE
    pairs = [(found[first].marker, found[place].marker) for place, first in again.items()]
    for one, other in pairwise(found):
        if is_rate(text, one, other):
            pairs.append((one.marker, other.marker))
    return evidence(text, markers, pairs)


def parse_money(text: str, *, country: str | None = None) -> Money:
    """
    Return the one sum that *text* is; `invnews.phrases.readers.parse_money` says how.

    >>> parse_money("more than US$22 billion").comparator
    'more_than'
    """
    return only(find_money(expression(text), country=country), text, "a sum of money")


def _mentions(
    text: str, country: str | None, found: list[Sum], told: Evidence, again: dict[int, int]
) -> Iterator[Mention[Money]]:
    """Yield the mentions of the sums, each with its currency."""
    currencies: list[str | None] = []
    make = filler(Money)
    for place, each in enumerate(found):
        for_one = per(text, each.full_stop)
        settled = _settled(text, country, each, told, for_one)
        low, high = each.low, each.high
        if each.marker is not None and each.marker.key == "fils":
            low = None if low is None else in_units(low, each.marker, settled.currency)
            high = None if high is None else in_units(high, each.marker, settled.currency)
        value = make(each.comparator, low, high, settled.currency, each.approximate,
                     each.magnitude, for_one, text[each.full_start : each.full_stop])  # fmt: skip
        first = again.get(place)
        if first is not None and settled.currency and settled.currency in currencies[first:]:
            first = None
        yield mention_of(each.start, each.stop, each.full_start, each.full_stop, value,
                         settled.candidates, settled.basis, first)  # fmt: skip
        currencies.append(settled.currency)


def _settled(
    text: str, country: str | None, each: Sum, told: Evidence, for_one: str | None
) -> Settled:
    """Return the currency of a sum."""
    if each.marker is None:
        return Settled(None, (), "none")
    found = settle(each.marker, country, told)
    if (
        for_one is not None
        and found.basis in {"country", "none"}
        and each.marker.key == "dollar"
        and is_world_price(text, each.start, for_one)
    ):
        return found._replace(currency="USD", basis="article")
    return found
