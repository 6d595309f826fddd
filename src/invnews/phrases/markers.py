"""
Currency markers: the signs, codes and nouns beside a number that make it a sum of money.
"""

import re

from .marker_factors import factor_after, factor_before
from .marker_needs import makes_sum, named_money
from .marker_tables import Marker, ends, first_words, name_ends, names, nouns, starts, table, tails
from .numeral import lowered

__all__ = [
    "Marker", "common", "makes_sum", "marker_after", "marker_before", "named_money", "nouns",
    "place_after",
]  # fmt: skip
_BLANKS = " \u00a0\u202f\u2009"
_WORD = re.compile(r"[ \u00a0-]?(?:& )?[^\W\d_]{1,20}(?:[.'’&][^\W\d_]{1,12}){0,3}\.?")
_SHORT = (2, 1)
_TOLD_ALONE = frozenset({"", "size", "local"})
_PLAIN_NEXT = re.compile(r"[ \u00a0][0-9][0-9.,]{0,14}[ \u00a0]?")
_CENTS_NEXT = re.compile(r" [0-9]{2}[.!?]?(?:\Z|(?<=[.!?])[ \n])")
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}\Z")
_NUMBER_NEXT = re.compile(r"[ \u00a0]?[:.]?[ \u00a0]?[0-9]")


def marker_before(text: str, start: int) -> Marker | None:
    """
    Return the marker that ends right before the number at *start*; None without one.

    A blank or a colon may stand between. Two markers of one currency count as one ("NZD $5").
    Whether it makes the number a sum is for `makes_sum` to say.

    >>> marker_before("for US$ 5", 8)[:3], marker_before("in 5", 3)
    ((4, 7, ('USD',)), None)
    """
    at = start
    while at and start - at < 2 and (text[at - 1] in _BLANKS or text[at - 1] == ":"):
        at -= 1
    if not at:
        return None
    if text[at - 1] in ends():
        found = _sign_before(text, at)
        if found is not None:
            return found
    factor = factor_before(text, at)
    if factor is None:
        return name_before(text, at)
    begin, power = factor
    inner = _sign_before(text, begin)
    if inner is None or inner.needs not in _TOLD_ALONE:
        return None
    return inner._replace(stop=at, power=power, needs="factor")


def _sign_before(text: str, at: int) -> Marker | None:
    """Return the sign, abbreviation or code that ends at *at*, which is not 0."""
    listed = table("before")
    for size in tails().get(text[max(0, at - 3) : at], _SHORT):
        entry = listed.get(text[at - size : at]) if size <= at else None
        if entry is not None:
            begin = at - size
            if begin and text[begin].isalnum() and _joins(text, begin):
                continue
            return _doubled(text, Marker(begin, at, *entry))
    return None


def _joins(text: str, begin: int) -> bool:
    """Return whether a marker at *begin* is the end of a word, or of a pair: "EUR/USD"."""
    if text[begin - 1] == "/":
        pair = text[max(0, begin - 4) : begin - 1]
        return text[begin].isalpha() and len(pair) == _CODE and pair.isupper()
    return text[begin - 1].isalnum()


_CODE = 3
"""Letters of a code of ISO 4217."""


def _doubled(text: str, marker: Marker) -> Marker:
    """Return a marker with the one that stands right before it, when both may mean the same."""
    if marker.start == 0 or text[marker.start - 1] not in _BLANKS:
        return marker
    outer = marker_before(text, marker.start)
    codes = () if outer is None else common(outer, marker)
    if outer is None or not codes or outer.needs not in {"", "size"}:
        return marker
    key = codes[0] if len(codes) == 1 else marker.key
    return marker._replace(start=outer.start, codes=codes, key=key, needs="")


def common(one: Marker, other: Marker) -> tuple[str, ...]:
    """Return the codes that two markers of one number both may stand for; "$" also for pesos."""
    codes = tuple(code for code in one.codes if code in other.codes)
    if codes or "dollar" not in {one.key, other.key}:
        return codes
    named = other.codes if one.key == "dollar" else one.codes
    return tuple(code for code in named if code in _WITH_PESO_SIGN)


_WITH_PESO_SIGN = frozenset({"ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU"})


def marker_after(text: str, stop: int) -> Marker | None:
    """
    Return the marker that follows a number and its magnitude at *stop*; None without one.

    A blank or a hyphen may stand between. A sign or code before the next number is that one's.

    >>> marker_after("5 billion Norwegian crowns.", 9)[:3], marker_after("5 cows", 1)
    ((10, 26, ('NOK',)), None)
    """
    at = stop
    if text[at : at + 1] in _AFTER_GAP and at < len(text):
        at += 1
    first = text[at : at + 1]
    known = starts().get(text[at : at + 2]) or starts().get(first)
    if known is None:
        return None
    sizes, words = known
    listed = table("after")
    for size in sizes:
        entry = listed.get(text[at : at + size])
        end = at + size
        if entry is not None and end <= len(text):
            factor = factor_after(text, end)
            glued = text[end - 1].isalnum() and text[end : end + 1].isalnum() and first < "\u2e80"
            if glued and (factor is None or size < _CODE):
                continue
            if _NUMBER_NEXT.match(text, end) and (at > stop or text[end].isdigit()):
                return Marker(at, end, *entry) if _is_told(text, stop, at, end) else None
            longer = _named(text, at) if words else None
            if longer and longer.stop > end:
                return longer
            marker = Marker(at, end, *entry)
            return marker if factor is None else marker._replace(stop=factor[0], power=factor[1])
    return _named(text, at) if words else None


def _is_told(text: str, stop: int, at: int, end: int) -> bool:
    """
    Return whether text[at:end] is the marker of the number at *stop*, not of the one behind.

    It is when the one behind has its own: "3 GBP 1 pence", "10 $ 30 $", "10 rmb 20 usd".
    """
    number = _PLAIN_NEXT.match(text, end)
    if number is None or _YEAR_BEFORE.search(text, max(0, stop - 5), stop):
        return False
    begin = number.end()
    if _CENTS_NEXT.match(text, end):
        return True
    if text.startswith(text[at:end], begin) and not text[end - 1 : end].isspace():
        return not _NUMBER_NEXT.match(text, begin + end - at)
    listed = table("after")
    code = listed.get(text[begin : begin + _CODE])
    if code is not None and not text[begin + _CODE : begin + _CODE + 1].isalnum():
        return True
    named = _named(text, begin) if text[begin : begin + 1].isalpha() else None
    return named is not None and named.parts != 1


_AFTER_GAP = frozenset([*_BLANKS, "-", "‑"])


def _named(text: str, at: int) -> Marker | None:
    """Return the marker whose name begins at *at*: a noun, or a nationality and a noun."""
    known = names()
    most = 1
    words: list[str] = []
    stops: list[int] = []
    stop = at
    while len(words) < most:
        match = _WORD.match(text, stop)
        if match is None:
            break
        word = lowered(match[0]).lstrip(" \u00a0-")
        if not words:
            most = first_words().get(word) or first_words().get(word.rstrip("."), 0)
        stop = match.end()
        words.append(word)
        stops.append(stop)
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        entry = known.get(name)
        end = stops[count - 1]
        if entry is None and name[-1] == ".":
            entry, end = known.get(name[:-1]), end - 1
        if entry is not None:
            return Marker(at, end, *entry)
    return None


def name_before(text: str, at: int) -> Marker | None:
    """
    Return the currency that stands as a name right before a number; None without one.

    It makes large sums only: "Kenya shillings 5 million", not "against the dollar 5 days".
    """
    if text[max(0, at - 3) : at].lower() not in name_ends():
        return None
    tail = " " * (at < _LONGEST_NAME) + text[max(0, at - _LONGEST_NAME) : at].lower()
    words = tail.split(" ")
    for count in (3, 2, 1):
        name = " ".join(words[-count:])
        entry = names().get(name)
        if entry is not None:
            start = at - len(name)
            led = len(words) > count and words[-count - 1] in _ARTICLES and name[-1] != "s"
            told = entry.parts == 1 and not entry.needs and not led
            return Marker(start, at, *entry)._replace(needs="named") if told else None
    return None


_LONGEST_NAME = 48
_ARTICLES = frozenset({"the", "a", "an", "per", "each", "every", "one", "this", "our", "of"})


def place_after(text: str, stop: int) -> Marker | None:
    """
    Return the place behind an amount of dollars that says whose they are; None without one.

    >>> place_after("$5 million (U.S.)", 10)[:3], place_after("$5 million US loan", 10)
    ((10, 17, ('USD',)), None)
    """
    if text[stop : stop + 1] != " " or text[stop + 1 : stop + 2] not in _PLACES_BEGIN:
        return None
    match = _PLACE.match(text, stop)
    entry = match and names().get(f"{(match[1] or match[2]).lower()} dollars")
    return Marker(stop, match.end(), *entry) if match and entry else None


_PLACES_BEGIN = frozenset("(UCANSH")
_PLACE = re.compile(
    r" (?:\((U\.S\.|US|Canadian|Cdn|Australian|Singapore|Hong Kong|NZ|New Zealand|American)\)"
    r"|(U\.S\.|US|Canadian|Cdn|Australian|American)"
    r"(?= *(?:[,;:)]|\.(?: |$)|$)| (?:in|for|a|per|to|from|over|on|and|at|by|or|this|last|next)\b))"
)
