"""
Quantities without a number: "dozens", "hundreds of shops", "a few thousand", "many companies".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from ..markers import marker_after, marker_before
from ..table import rows
from .item import Item
from .nouns import head_at

_OF = re.compile(r" of (?:(?:the|its|their|our|these|those|his|her|such) )?")
_SOME = re.compile(r" (?:of )?(?:the|its|their|our|these|those|his|her|them|which|whom)\b")
_NOT_BEFORE = frozenset(("how", "so", "too", "as", "not", "twice", "very", "that"))
_WORTH = {"dozen": 10, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6,
          "crore": 10**7, "billion": 10**9, "trillion": 10**12, "ten": 10, "score": 10}  # fmt: skip
_MILLION = 10**6
_SINGLE = "|".join(_WORTH)


def vague(text: str, low: str) -> Iterator[Item]:
    """Yield the quantities of a text that have no number; it has one of `vague_words`."""
    pattern = _pattern()
    stop = 0
    for begin in _first_letters().finditer(low):
        start = begin.start()
        match = pattern.match(low, start) if start >= stop else None
        if match is None:
            continue
        stop = match.end()
        if start and (low[start - 1].isalnum() or low[start - 1] in "-_"):
            continue
        item = _item(text, low, match["lead"] or match["noun"] or match["after"], start, stop)
        if item is not None:
            yield item


def _item(text: str, low: str, words: str, start: int, stop: int) -> Item | None:
    """Return what one match says; None for money, times, and words that count nothing."""
    how = _table()[words]
    before = low[max(0, start - 10) : start].split()
    if before and before[-1] in _NOT_BEFORE:
        return None
    said = low[start:stop]
    magnitude = _magnitude(said)
    of = _OF.match(low, stop)
    head = head_at(text, of.end() - 1 if of else stop)
    bare = said in (words, "tens", "scores")
    if head.duration or (head.noun or "").lower() == "times":
        return None
    if head.noun is None and bare and how != "noun" and not _SOME.match(low, stop):
        return None
    if bare and how == "of" and of is None:
        return None
    if magnitude is not None and _is_money(text, start, (stop, of.end() - 1 if of else stop)):
        return None
    if magnitude is not None and magnitude >= _MILLION and head.noun is None:
        return None  # "invested millions": of money, most of the time.
    return Item(start, stop, "unquantified", None, None, head.noun, "count", start, stop, head.stop,
                False, magnitude)  # fmt: skip


def _is_money(text: str, start: int, stops: tuple[int, int]) -> bool:
    """Return whether a currency stands beside it: "millions of dollars", "US$ hundreds"."""
    before = marker_before(text, start)
    if before is not None and not before.needs:
        return True
    after = (marker_after(text, stop) for stop in stops)
    return any(marker is not None and not (marker.sign and marker.needs) for marker in after)


@lru_cache(maxsize=256)
def _magnitude(said: str) -> Decimal | None:
    """Return how large it is: the product of its words, "tens of thousands" 10,000."""
    product = 1
    for word in said.split():
        product *= _WORTH.get(word.removesuffix("s"), 1)
    return Decimal(product) if product > 1 else None


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("vague")}


@cache
def vague_words() -> frozenset[bytes]:
    """Return the longest word of each row: one of them is in every such quantity."""
    return frozenset(max(words.split(), key=len).encode() for words in _table())


@cache
def _first_letters() -> re.Pattern[str]:
    """Return the pattern of their first letters; all plain, so that the engine skips the rest."""
    return re.compile("|".join(sorted({words[:3] for words in _table()})))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of such words."""
    lists: dict[str, list[str]] = {"noun": [], "lead": [], "after": []}
    for words, how in _table().items():
        lists[{"of": "noun", "noun-after": "after"}.get(how, how)].append(words)
    named = {name: "|".join(sorted(each, key=len, reverse=True)) for name, each in lists.items()}
    return re.compile(
        rf"(?:(?P<noun>{named['noun']})(?: of (?:{_SINGLE})s(?: of (?:{_SINGLE})s)?)?"
        rf"|(?P<lead>{named['lead']})(?: (?:{_SINGLE})s?(?: (?:{_SINGLE})s?)?)?"
        rf"|(?P<after>{named['after']}))(?![^\W_])"
    )
