"""
One number by itself: with its unit, with the noun that it counts, or with neither.
"""

import re
from decimal import Decimal

from ..comparators import Bounds, bounds_in
from ..digits import ONE
from .guards import is_age, is_date, is_listed, is_name, is_ordinary
from .item import Item
from .nouns import Head, head_at, is_free
from .number import Number
from .units import Unit, unit_at
from .words import word_before, words

_BOUNDED = ("+", "-plus", " plus", "-odd", " odd", " or ", " and ")
_OF = re.compile(r" of (?:the|its|their|our|his|her|them|those|these|which|whom)\b")
_PLACED = re.compile(r" (?:are |were )?(?:from|in) (?:the )?[A-Z]")
"""What stands behind one of several numbers of a noun: "five plants, two in Poland"."""
_RATE = re.compile(
    r" (?:per|to the|a|against the) (?:us |u\.s\. )?(?:dollar|euro|pound|greenback|yen)\b"
)
"""What makes a bare number a rate of exchange, which is money: "slipped to 895 per dollar"."""
_FEWEST = 10
"""The least number without noun or unit that is a quantity: below it, scores and ranks are more."""


def single(text: str, low: str, number: Number) -> Item | None:
    """Return the quantity that one number makes, or None when it is none."""
    start, stop, _, _, unit, in_words, _, held, behind = number
    if held:
        return None
    if unit is not None:
        return _measured(text, number, unit)
    around, at = None, stop
    if low.startswith(_BOUNDED, stop):
        around = bounds_in(low, start, stop)
        if around.stop > stop:
            at, behind = around.stop, None
            unit = unit_at(text, at)
            if unit is not None:
                return _within(_measured(text, number, unit), around)
    head = head_at(text, at, behind)
    noun, reach, first, hyphened, duration, _ = head
    if duration or (noun is None and _RATE.match(low, stop)):
        return None
    before = word_before(text, start)
    if (
        noun is not None
        and stop - start != 4
        and is_ordinary(before, first)
        and (not in_words or text[start].islower())
    ):
        if around is None and stop - start > 1 and not (in_words or hyphened):
            return _item(number, noun, stop, reach)
    elif (
        is_age(before)
        or is_listed(text, number)
        or is_date(text, low, number, before, head)
        or is_name(text, number, before, head)
    ):
        return None
    return _counted(text, low, number, before, head, around)


def _item(number: Number, noun: str | None, stop: int, reach: int) -> Item:
    """Return a number with the noun that it counts."""
    start, core_stop, value, scale = number[:4]
    if scale is not ONE:
        value = number.value
    # Made as the tuple that it is: the constructor would take twice as long.
    return _tuple(Item, (start, core_stop, "exactly", value, None, noun, "count", start, stop, reach,
                         False, None))  # fmt: skip


def _measured(text: str, number: Number, unit: Unit) -> Item:
    """Return a number with the unit behind it."""
    start, stop = number.start, unit.stop
    value = number.number if number.scale is ONE else number.value
    return _tuple(Item, (start, stop, "exactly", value, None, text[unit.start : stop], unit.kind,
                         start, stop, stop, False, None))  # fmt: skip


_tuple = tuple.__new__


def _within(item: Item, around: Bounds) -> Item:
    """Return an item with what the words behind its number say: "50+ MW", "50-plus brands"."""
    comparator = around.comparator or item.comparator
    return item._replace(comparator=comparator, approximate=around.approximate)


def _counted(
    text: str, low: str, number: Number, before: str, head: Head, around: Bounds | None
) -> Item | None:
    """Return a number with the noun that it counts, or by itself."""
    noun, reach = head.noun, head.stop
    if head.hyphened:
        key = head.first.lower()
        if noun is None or not head.near:
            noun = None
        if key in words("capacity") and not number.words:
            noun, reach = (None if key == "strong" else head.first), number.stop + 1 + len(key)
        elif key not in ("odd", "plus"):
            return None
    elif number.plain and number.number == 1 and is_free(head.first):
        noun, reach = head.first, number.stop + 1 + len(head.first)
    if not _stands(text, low, number, before, noun, around):
        return None
    item = _item(number, noun, number.stop if around is None else around.stop, reach)
    return item if around is None else _within(item, around)


def _stands(
    text: str, low: str, number: Number, before: str, noun: str | None, around: Bounds | None
) -> bool:
    """Return whether a number without a unit is large or marked enough to count something."""
    key = before.lower()
    if number.words and number.scale is ONE:
        if number.number == 1:
            return False
        if noun is None:
            return bool(_OF.match(low, number.stop) or _PLACED.match(text, number.stop))
        if number.number < _FEWEST:
            return not _is_definite(key, number.number, noun.lower())
        return True
    if noun is not None or number.scale is not ONE:
        return True
    if number.number != number.number.to_integral_value():
        return False
    if number.number >= _FEWEST and key not in ("at", "score", "won", "lost"):
        return True
    if number.number < _FEWEST and _PLACED.match(text, number.stop):
        return True
    if around is None:
        around = bounds_in(low, number.start, number.stop)
    return around.comparator is not None or around.approximate


def _is_definite(before: str, number: Decimal, noun: str) -> bool:
    """Return whether a small number only points back: "the two countries", "both two"."""
    return before in words("definite") and (number == 2 or noun in words("pair"))
