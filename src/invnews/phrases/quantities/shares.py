"""
Parts of a whole in words, as percent: "a third", "one in five", "half of", and "twofold".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..comparators import bounds_in
from ..digits import EXACT
from ..table import rows
from .item import Item
from .nouns import head_at
from .words import words

_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]  # fmt: skip
_NUMBERS = {word: value for value, word in enumerate(_SMALL, start=1)} | {
    "twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_THE = frozenset(("the", "its", "his", "her", "our"))
_FOUR_PLACES = Decimal("0.0001")
_FREE = re.compile(r"[ \u00a0]([a-z]+)")
_HALF = re.compile(
    r" (?:of|the|its|their|his|her|our|all|that|those|these)\b(?! (?:19|20)[0-9]{2}\b)"
    r"(?! an? (?:[mbt]r?ill|thou|hund|doz))"
)


def shares(text: str, low: str) -> Iterator[Item]:
    """
    Yield the shares and multiples of a text that are written without a number and a unit.

    One of `share_words` is in each.
    """
    for match in _pattern().finditer(low):
        start = match.start()
        if start and (low[start - 1].isalnum() or low[start - 1] in "-/_"):
            continue
        item = _item(text, low, match)
        if item is not None:
            yield item


def _item(text: str, low: str, match: re.Match[str]) -> Item | None:
    """Return what one match says; None when it is an ordinal, a time or a name."""
    start, stop = match.span()
    if match["fold"]:
        return _exactly(start, stop, Decimal(_NUMBERS[match["fold"]]), "multiple",
                        text[stop - 4 : stop])  # fmt: skip
    if match["twice"]:
        return _exactly(start, stop, Decimal(2), "multiple", None)
    if match["point"]:
        value = Decimal("0.5") if match["point"] == "half" else Decimal("0.25")
        return _exactly(start, stop, value, "percent", text[match.start("unit") : stop])
    if match["part"]:
        return _fraction(text, low, match)
    if match["half"]:
        return _half(text, low, start, stop)
    head = head_at(text, stop)
    if head.noun is None or low[max(0, start - 4) : start].strip(" ") not in _THE:
        return None
    return Item(start, stop, "exactly", Decimal(12), None, head.noun, "count", start, stop,
                head.stop)  # fmt: skip


def _fraction(text: str, low: str, match: re.Match[str]) -> Item | None:
    """Return "a third", unless it is an ordinal ("a third plant") or three months."""
    start, stop = match.span()
    count, word = match["count"], match["part"]
    following = _FREE.match(low, stop)
    after = following[1] if following else ""
    single = count in ("a", "an", "one", "1")
    if single is (word[-1] == "s"):
        return None
    if word.startswith("quarter"):
        if not _is_share_quarter(text, low, start, stop, count):
            return None
    elif count in ("a", "an") and (
        (after and after not in words("fraction")) or low.startswith("-", stop)
    ):
        return None
    part = 1 if count in ("a", "an") else _NUMBERS.get(count) or int(count)
    whole = _divisors()[word.rstrip("s")]
    return None if part > whole else _exactly(start, stop, percent(part, whole), "percent", None)


_LARGE = r"(?:an? )?(?:dozen|hundred|thousand|lakh|[mbt]r?illion|crore)"
_QUARTER = re.compile(
    rf" of (?!{_LARGE}|the year|a year|the fiscal|the financial|last|this|next|fiscal"
    r"|(?:19|20)[0-9]{2})"
)


def _is_share_quarter(text: str, low: str, start: int, stop: int, count: str) -> bool:
    """Return whether "a quarter" is a fourth part, and no three months."""
    if low.startswith(" of ", stop):
        return _QUARTER.match(low, stop) is not None
    if count in ("two", "four"):
        return False
    around = bounds_in(low, start, stop)
    if around.comparator or around.approximate or low.endswith(" by ", 0, start):
        return True
    return count == "three" and low.startswith("three-", start)


def _half(text: str, low: str, start: int, stop: int) -> Item | None:
    """Return "half of" and "more than half"; not "the first half" or "half-year"."""
    before = low[max(0, start - 12) : start].split()
    if before and (before[-1] in words("half") or before[-1].endswith(("-", "h1", "h2"))):
        return None
    if low.startswith(("-", "'", "’", " year", " hour", " time", " a ", " an "), stop):
        return None
    if _HALF.match(low, stop) is None:
        around = bounds_in(low, start, stop)
        if not (around.comparator or around.approximate or (before and before[-1] == "by")):
            return None
    return _exactly(start, stop, Decimal(50), "percent", None)


def percent(part: int, whole: int) -> Decimal:
    """Return a fraction as percent, with at most four decimals."""
    value = EXACT.quantize(EXACT.divide(Decimal(100 * part), Decimal(whole)), _FOUR_PLACES)
    whole_value = EXACT.to_integral_value(value)
    return whole_value if value == whole_value else EXACT.normalize(value)


def _exactly(start: int, stop: int, value: Decimal, kind: str, unit: str | None) -> Item:
    return Item(start, stop, "exactly", value, None, unit, kind, start, stop, stop)


@cache
def _divisors() -> dict[str, int]:
    return {word: int(divisor) for word, divisor in rows("fractions")}


@cache
def share_words() -> frozenset[bytes]:
    """Return the words of which every share has one."""
    parts = [name + end for name in _divisors() for end in ("", "s")]
    folds = [f"{name}fold" for name in _NUMBERS]
    return frozenset(each.encode() for each in (*parts, *folds, "half", "twice", "dozen"))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of shares; each alternative begins with plain letters or a digit."""
    names = "|".join(sorted((each for each in _divisors() if each != "half"), key=len)[::-1])
    small = "|".join(_SMALL)
    return re.compile(
        rf"(?:(?P<count>an?|{'|'.join(_SMALL[:9])}|[1-9])[ -](?P<part>(?:{names})s?)"
        rf"|(?P<fold>{small}|twenty|hundred|thousand)fold"
        r"|(?P<point>half|quarter)[ -](?:of )?an?[ -](?P<unit>per ?cent(?:age)?(?: points?)?|%)"
        r"|(?P<half>(?:one[ -]|a )?half)"
        r"|(?P<twice>twice)(?= (?:as|the|that|its|their|what|his|her|this|last)\b(?! year))"
        r"|dozen)(?![^\W_])"
    )
