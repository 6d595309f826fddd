"""
The finder of quantities: every count, share, measure and multiple of a text.
"""

from functools import cache

import attrs

from ...shapes import filler
from ...values import Quantity
from ..arguments import check_arguments
from ..comparators import bounds_in
from ..mention import Mention, expression, mention_of, only
from ..number_words import has_number_words, number_words
from ..numeral import lowered
from ..plain import plain_words
from .guards import is_year
from .item import Item
from .number import Number, numbers
from .per import PER_BEGINS, per_at
from .ranges import joint, pair
from .shares import share_words, shares
from .single import single
from .vague import vague, vague_words


def find_quantities(text: str, *, country: str | None = None) -> tuple[Mention[Quantity], ...]:
    """
    Return the quantities of *text*, left to right; `invnews.phrases.readers` says how.

    >>> [each.value.unit for each in find_quantities("more than 50 Malaysian brands")]
    ['brands']
    """
    check_arguments(text, country)
    low, items = _items(text, country)
    found: list[Mention[Quantity]] = []
    stop = 0
    for item in items:
        mention = _mention(text, low, item)[0]
        if item.start >= stop:  # Else it stands in the words behind the last: "20 hundreds plus".
            found.append(mention)
            stop = mention.full_end
    return tuple(found)


def parse_quantity(text: str, *, country: str | None = None) -> Quantity:
    """
    Return the one quantity that *text* is, its head noun and "a year" with it.

    `invnews.phrases.readers.parse_quantity` says how.

    >>> parse_quantity("5,000 tonnes a year").per
    'year'
    """
    check_arguments(expression(text), country)
    low, items = _items(text, country)
    found = [
        attrs.evolve(mention, full_end=max(mention.full_end, reach))
        for mention, reach in (_mention(text, low, item) for item in items)
    ]
    return only(found, text, "a quantity")


def _items(text: str, country: str | None) -> tuple[str, list[Item]]:
    """Return a text in lower case and a line end behind it, and its quantities."""
    low = f"{lowered(text)}\n"  # So there is a character behind each place, and at -1.
    # One look at the words tells, of most texts, that three patterns need not be tried at all.
    said = _triggers().intersection(plain_words(low))
    items: list[Item] = []
    in_words = False
    if said:
        in_words = has_number_words(low, said)
        if not vague_words().isdisjoint(said):
            items += vague(text, low)
        if not share_words().isdisjoint(said):
            items += shares(text, low)
    free = numbers(text, low, country, in_words=in_words)
    if items:
        items.sort()
        items += _made(text, low, _outside(free, items))
        items.sort()
    elif free:
        items = _made(text, low, free)
    return low, items


@cache
def _triggers() -> frozenset[bytes]:
    return number_words() | vague_words() | share_words()


def _outside(found: list[Number], taken: list[Item]) -> list[Number]:
    """Return the numbers that stand in no item so far."""
    spans = iter(taken)
    span = next(spans, None)
    free = []
    for number in found:
        while span is not None and span.stop <= number.start:
            span = next(spans, None)
        if span is None or number.stop <= span.start:
            free.append(number)
    return free


_CHAINS = ("dash", "blank")


def _made(text: str, low: str, found: list[Number]) -> list[Item]:
    """Return what numbers make, two by two where they are joined."""
    items: list[Item] = []
    place, count = 0, len(found)
    if count == 1:
        item = single(text, low, found[0])
        return [] if item is None else [item]
    while place < count:
        number = found[place]
        if items and number.start < items[-1].stop:
            place += 1  # Within a unit: "2 million twenty-foot equivalent units".
            continue
        how = joint(low, number, found[place + 1]) if place + 1 < count else None
        if how is None:
            item = single(text, low, number)
            if item is not None:
                items.append(item)
            place += 1
            continue
        place += _joined(text, low, found, place, how, items)
    return items


def _joined(
    text: str, low: str, found: list[Number], place: int, how: str, items: list[Item]
) -> int:
    """Add what a number makes with those joined to it; return how many it took."""
    number, last = found[place], place + 1
    while how in _CHAINS and last + 1 < len(found):
        if joint(low, found[last], found[last + 1]) not in _CHAINS:
            break
        last += 1
    if last - place > 1:
        return last + 1 - place  # A chain: a date, or a telephone number.
    if how == "blank":
        return 1 if is_year(number) else 2
    made = pair(text, low, number, found[last], how)
    items.extend(made.items)
    if not made.apart:
        return 2
    item = single(text, low, number)
    if item is not None:
        items.append(item)
    return 1


_BEHIND = (" or ", " and ", " plus", " at ", " max", " min", " give", " tops")


def _mention(text: str, low: str, item: Item) -> tuple[Mention[Quantity], int]:
    """Return an item as a mention with the words that bound it, and where "a year" ends."""
    core, core_stop, own, amount, upper, unit, kind, start, stop, reach, approximate, size = item
    begin, end, comparator, around = bounds_in(low, start, stop)
    if reach > core_stop and end <= stop and low.startswith(_BEHIND, reach):
        behind = bounds_in(low, start, reach)
        if behind.stop > reach:
            _, end, comparator, around = behind
    reach = max(reach, end)
    per = per_at(low, reach) if low[reach] in PER_BEGINS else None
    if own != "exactly":
        comparator = own
    value = filler(Quantity)(
        comparator or "exactly", amount, upper, unit, kind,
        (around or approximate) and comparator != "unquantified", size,
        None if per is None else per.code, text[begin:end],
    )  # fmt: skip
    mention: Mention[Quantity] = mention_of(core, core_stop, begin, end, value)
    return mention, reach if per is None else per.stop
