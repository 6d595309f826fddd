"""
Large: sums of money told by their magnitude alone: "hundreds of millions of dollars".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..markers import Marker, marker_after, marker_before, named_money


class Vague(NamedTuple):
    """
    A sum without a number.

    Args:
        start: Where it begins, in code points.
        stop: Where it ends, exclusive.
        marker: What names its currency, or None.
        magnitude: How large its unit is: 100000000 for "hundreds of millions", or None.
        low: The least, of a sum told in figures ("seven-figure"), or None.
        high: The most, of such a sum, or None.
    """

    start: int
    stop: int
    marker: Marker | None = None
    magnitude: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


_POWERS = {
    "ten": 1, "dozen": 1, "score": 1, "hundred": 2, "thousand": 3, "lakh": 5, "million": 6,
    "crore": 7, "billion": 9, "trillion": 12,
}  # fmt: skip
_UNIT = "hundred|thousand|lakh|million|crore|billion|trillion"
_LARGE = (
    rf"(?P<lead>multi-?|multiple |several[ -]|many |(?:a )?few |a couple(?: of)? |untold |countless )?"
    rf"(?P<first>(?:tens|dozens|scores|hundreds|thousands|hundred|thousand)(?: of)? )?"
    rf"(?P<unit>{_UNIT})(?P<plural>s)?(?P<of> of)?(?![^\W_])"
)


@cache
def _large_begins_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?=[mstdafuchlb])(?:{_LARGE})")


_SMALL = re.compile(r"(?<![^\W_])(?P<unit>tens|dozens|scores) of(?= )")


@cache
def _spent_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:invest|cost|spen[dt]|worth|pa(?:y|id)|rais(?:e|ed)|earn|los[et]|sav|mak|made|pour|pump"
        r"|plough|plow|sink|sunk|inject|commit|pledg|bring|brought|charg|fetch|valu|owe|borrow|rak|net"
        r"|draw|attract|burn)\w{0,5}(?: [a-z'’]{1,12}){0,2}[ “\"'‘]{1,2}$"
    )


@cache
def _not_money_next_pattern() -> re.Pattern[str]:
    return re.compile(
        r" (?:of (?!money|cash|capital|pounds|us |dollar|euro)|more people|people|users)"
    )


@cache
def _money_next_pattern() -> re.Pattern[str]:
    """Match what is told in money, also where no currency stands: "billions in foreign investment"."""
    return re.compile(
        r"(?: in| worth of)?(?: (?:new|foreign|fresh|annual|public|private|extra|direct|unpaid|bad|lost"
        r"|potential|government|federal|state|tax|cash|export|oil))?"
        r" (?:invest|funding|revenue|sales|profits?|aid|loans?|debts?|assets|cash|capital|damages|savings"
        r"|subsid|fines|taxes|tariffs|bonds|grants|losses|costs|financing|fees|income|earnings|spending"
        r"|deals|contracts|exports|turnover|royalties|bribes)"
    )


def large(text: str, lower: str) -> Iterator[Vague]:
    """Yield "hundreds of millions of dollars", "multi-billion-euro", "US$ millions"."""
    for match in _large_begins_pattern().finditer(lower):
        start, stop = match.span()
        told = match["lead"] or match["first"] or match["plural"]
        if start and lower[start - 1] == "-" and not match["lead"]:
            continue
        marker = marker_after(text, stop)
        if marker is None or (not told and marker.sign):
            marker = marker_before(text, start) if told else None
        if marker is not None and (match["unit"] in {"hundred", "thousand"}) and not told:
            continue
        if not told and _number_before_pattern().search(lower, max(0, start - 12), start):
            continue
        if marker is not None and not named_money(text, marker):
            continue
        power = _POWERS[match["unit"]] + _first_power(match["first"])
        if marker is not None and marker.parts == 1:
            yield Vague(
                min(start, marker.start), max(stop, marker.stop), marker, Decimal(10) ** power
            )
        elif marker is None and match["plural"] and _spent(lower, start, stop, match):
            yield Vague(start, stop - 3 * bool(match["of"]), None, Decimal(10) ** power)
    for match in _SMALL.finditer(lower):
        marker = marker_after(text, match.end())
        if marker is not None and marker.parts == 1:
            yield Vague(match.start(), marker.stop, marker, Decimal(10))


@cache
def _number_before_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[0-9]|(?<![^\W_])(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half"
        r"|teen|hundred|and))[ -]\Z"
    )


@cache
def _few_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:a few|several|an? (?:couple|handful) of|couple of)(?= )")


def few(text: str, lower: str) -> Iterator[Vague]:
    """Yield "a few dollars"."""
    for match in _few_pattern().finditer(lower):
        marker = marker_after(text, match.end())
        if marker is None or marker.sign or marker.needs or not named_money(text, marker):
            continue
        yield Vague(match.start(), marker.stop, marker)


def _first_power(first: str | None) -> int:
    """Return the power of ten of "hundreds of" before a unit."""
    return _POWERS[first.split()[0].rstrip("s")] if first else 0


def _spent(lower: str, start: int, stop: int, match: re.Match[str]) -> bool:
    """Return whether "millions" without a currency is money, as the words around tell."""
    if match["unit"] in {"hundred", "thousand"}:
        return False
    if _money_next_pattern().match(lower, stop):
        return True
    if match["of"] or _not_money_next_pattern().match(lower, stop):
        return False
    return _spent_pattern().search(lower[max(0, start - 40) : start]) is not None
