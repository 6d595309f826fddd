"""
Amounts: the numbers of a text that a currency marker makes sums of money.
"""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from ..digits import EXACT
from ..marker_factors import factor_after
from ..markers import Marker, common, makes_sum, marker_after, marker_before, place_after
from ..numeral import Numeral, times
from .counted import counted
from .currencies import Home

_ONE = Decimal(1)
_YEARS = range(1900, 2100)
_BEFORE_A_NAME = frozenset("-&'’")


class Amount(NamedTuple):
    """
    A number of a text with the markers beside it, if any.

    Args:
        start: Where it begins with its marker, in code points.
        stop: Where it ends with its magnitude and marker, exclusive.
        numeral: The number itself.
        scale: What its magnitude or letter stands for.
        marker: What makes it a sum; None for a bare number, which may be the end of a range.
        before: Whether a marker stands before it.
        after: Whether a marker stands behind it.
    """

    start: int
    stop: int
    numeral: Numeral
    scale: Decimal
    marker: Marker | None
    before: bool
    after: bool

    @property
    def value(self) -> Decimal:
        """The sum in the main unit of its currency, or the bare number."""
        return self.worth(self.scale)

    def worth(self, scale: Decimal) -> Decimal:
        """Return the sum when its magnitude stands for *scale*."""
        value = times(self.numeral.number, scale)
        return value if self.marker is None else in_main_unit(value, self.marker.parts)


def in_main_unit(value: Decimal, parts: int) -> Decimal:
    """Return so many parts of a unit in units."""
    if parts == 1:
        return value
    found = EXACT.divide(value, Decimal(parts))
    return found if found.as_tuple().exponent else EXACT.quantize(found, _ONE)


def amounts(text: str, low: str, home: Home, words: Collection[bytes]) -> list[Amount]:
    """
    Return the numbers of a text from left to right, each with the markers beside it.

    Args:
        text: The text.
        low: The same in lower case, and a line end behind it.
        home: What the country of publication counts in.
        words: The `plain_words` of *low*.
    """
    found: list[Amount] = []
    stop = 0
    for numeral in counted(text, low, words):
        amount = _amount(text, numeral, home, stop)
        found.append(amount)
        stop = amount.stop
    return found


def _amount(text: str, numeral: Numeral, home: Home, last: int) -> Amount:
    """Return a number with the markers beside it, of which the first begins behind *last*."""
    local = home.codes
    before = marker_before(text, numeral.start)
    if before is not None and (before.start < last or not makes_sum(text, before, numeral, local)):
        before = None
    lettered = numeral.letter != 1 and not _begins_a_name(text, numeral)
    after = None
    if before is not None or not numeral.glued:
        after = _after(text, numeral, local, lettered=lettered, before=before)
    marker = _both(before, after)
    if marker is None:
        return Amount(numeral.start, numeral.stop, numeral, numeral.scale, None, False, False)
    stop = numeral.letter_stop if lettered else numeral.stop
    scale = numeral.letter if lettered else numeral.scale
    if numeral.grouped and scale == 1:
        numeral = _in_thousands(text, numeral, marker, home)
    if after is not None:
        stop = after.stop
    elif scale == 1 and marker.codes == _OF_BRAZIL:
        factor = factor_after(text, stop)
        stop, scale = (stop, scale) if factor is None else (factor[0], Decimal(10) ** factor[1])
    if marker.power and scale == 1:
        scale = Decimal(10) ** marker.power
    return Amount(
        numeral.start if before is None else before.start, stop, numeral, scale,
        marker, before is not None, after is not None,
    )  # fmt: skip


_OF_BRAZIL = ("BRL",)
"""Its amounts are told as there: "R$5 bi"."""


def _in_thousands(text: str, numeral: Numeral, marker: Marker, home: Home) -> Numeral:
    """Return a numeral as thousands where the dot of "31.500" parts these."""
    code = marker.codes[0]
    tiny = len(marker.codes) == 1 and code in _TINY
    if text[numeral.number_stop : numeral.number_stop + 2] in _NO_CENTS:
        tiny = True
    if not tiny and home.dots.isdisjoint(marker.codes):
        return numeral
    behind = text[max(marker.stop, numeral.stop) :][:20]
    return numeral if _FINE.match(behind) else numeral._replace(number=numeral.number.scaleb(3))


_TINY = frozenset({
    "AMD", "ARS", "BIF", "CLP", "COP", "CRC", "DJF", "GNF", "HUF", "IDR", "IQD", "IRR", "ISK",
    "JMD", "KHR", "KMF", "KPW", "KRW", "LAK", "LBP", "MGA", "MMK", "MNT", "PYG", "RSD", "RWF",
    "STN", "TZS", "UGX", "UZS", "VND", "XAF", "XOF", "XPF",
})  # fmt: skip
"""Of these a thousandth part is never told."""
_FINE = re.compile(r" ?(?:/|per |an? |to the |against )(?:lit|kw|kilow|unit|dollar|euro|us |l\b)")
"""What is told in thousandths: fuel, electricity, exchange rates."""


def _begins_a_name(text: str, numeral: Numeral) -> bool:
    """Return whether the letter behind a number begins a name: "£10 T-shirt"."""
    stop = numeral.letter_stop
    apart = stop - numeral.number_stop > 1
    return apart and text[stop : stop + 1] in _BEFORE_A_NAME and stop < len(text)


def _after(
    text: str, numeral: Numeral, local: Collection[str], *, lettered: bool, before: Marker | None
) -> Marker | None:
    """Return the marker behind a number, when it makes a sum of it and agrees with *before*."""
    if before is not None and before.key == "dollar":
        place = place_after(text, numeral.letter_stop if lettered else numeral.stop)
        if place is not None:
            return place
    found = marker_after(
        text, _behind(text, numeral, numeral.letter_stop if lettered else numeral.stop)
    )
    if found is None:
        return None
    if before is not None:
        return found if found.parts == before.parts and common(before, found) else None
    if not makes_sum(text, found, numeral, local) or _of_a_year(text, numeral, found):
        return None
    return found


def _behind(text: str, numeral: Numeral, stop: int) -> int:
    """Return where a marker may begin: behind "5.-", "5 mln." and "5 million of" as well."""
    if stop == numeral.number_stop:
        return stop + 2 if text[stop : stop + 2] in _NO_CENTS else stop
    if text[stop : stop + 2] == ". " and stop - numeral.number_stop <= _LONGEST_ABBREVIATION:
        return stop + 1
    return stop + 3 if text[stop : stop + 4] == " of " and numeral.scale != 1 else stop


_NO_CENTS = frozenset({".-", ",-", ".–", ",–", ".—"})
_LONGEST_ABBREVIATION = 4


def _of_a_year(text: str, numeral: Numeral, marker: Marker) -> bool:
    """Return whether a number before a noun is a year: "in 2015 dollars"."""
    if numeral.scale != 1 or numeral.stop - numeral.start != 4 or numeral.number not in _YEARS:
        return False
    lead = text[max(0, numeral.start - 12) : numeral.start].lower()
    if marker.sign:
        return False
    if lead.endswith("(") and text[marker.stop : marker.stop + 1] == ")":
        return True
    return lead.endswith(("in ", "constant ", "real ", "illion ", "adjusted to ", "indexed to "))


def _both(before: Marker | None, after: Marker | None) -> Marker | None:
    """Return what the markers on both sides of a number say together."""
    if before is None or after is None:
        return before or after
    codes = common(before, after)
    key = before.key if codes[0] in before.codes else after.key
    key = codes[0] if len(codes) == 1 else key
    power = before.power or after.power
    return before._replace(codes=codes, key=key, stop=after.stop, power=power)


def rest_of(one: Amount, other: Amount, text: str) -> Decimal | None:
    """Return what the cents in *other* add to the dollars in *one*; None when they do not."""
    major, minor = one.marker, other.marker
    if major is None or major.parts != 1 or one.scale != 1:
        return None
    if minor is None:
        return _cents_alone(one, other, text)
    if minor.parts == 1:
        return None
    if other.numeral.number >= minor.parts or text[one.stop : other.start] not in _AND:
        return None
    return other.value if common(major, minor) or minor.key in _OF_ANY else None


_OF_ANY = frozenset({"cent", "rappen"})
"""The parts of units of many currencies: "3 CHF 4 cents"."""


def _cents_alone(one: Amount, other: Amount, text: str) -> Decimal | None:
    """Return what a number behind a noun adds as its cents: "It costs 15 dollars 50."."""
    number, cents = one.numeral.number, other.numeral
    if not one.after or number % 1 or number in _YEARS or cents.scale != 1:
        return None
    if text[one.stop : other.start] not in {" ", " and "} or cents.number >= _HUNDRED:
        return None
    if not (cents.words or cents.stop - cents.start == _TWO_DIGITS):
        return None
    return EXACT.divide(cents.number, _HUNDRED) if _AT_END.match(text, cents.stop) else None


_TWO_DIGITS = 2
_HUNDRED = Decimal(100)
_AT_END = re.compile(r"(?:[.!?](?=[ \n]|\Z)|\Z)")


_AND = frozenset({" ", " and ", ", "})
