"""
Numbers in digits, in every grouping of the news.
"""

import re
from decimal import Context, Decimal

EXACT = Context(prec=60)
"""
In which numbers are reckoned, whatever the context of the caller is: nothing is rounded.

Numbers have at most 18 digits before and 18 behind the point, magnitudes at most 10**18 and a
marker's own at most 10**6, so that 40 digits always hold the result.
"""
_PLACES = 18
ONE = Decimal(1)
"""The scale of a number without a magnitude: this very object."""
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
GAP = "[ \u00a0\u202f\u2009]"
"""A blank between digits, or before a magnitude."""


# It begins with a class of characters, not with a look behind, because the engine then skips to
# where one of them stands.
DIGITS = re.compile(
    r"[0-9.½¼¾](?:(?<=[0-9])(?<![0-9].)(?<![0-9][.,'’/].)"
    rf"(?:[0-9]{{0,2}}(?:{GAP}[0-9]{{3}}){{1,6}}(?![0-9])(?:[.,][0-9]{{1,2}}(?![0-9]))?"
    rf"|[0-9]{{0,39}}(?:[.,'’][0-9]{{1,20}}){{0,12}}(?:{GAP}?[½¼¾]|[ -][123]/[234](?![0-9/]))?)"
    r"|(?<=[½¼¾])|(?<=\.)(?<![\w./]\.)[0-9]{1,6})(?![.,'’/]?[0-9])"
)
"""Every run of digits that may be a number."""
_WESTERN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,3}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_SWISS = re.compile(r"[0-9]{1,3}(?:['’ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]{1,2})?")
_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
_FRACTION = re.compile(r"(?:([0-9]{1,9})[ \u00a0\u202f\u2009-]?)?(?:([123])/([234])|([½¼¾]))")


def in_digits(text: str) -> Decimal | None:
    """
    Return what digits say; None when their grouping is that of no country, or they are too many.

    >>> in_digits("1,00,000"), in_digits("2.109,00"), in_digits("1,1,1")
    (Decimal('100000'), Decimal('2109.00'), None)
    """
    if text.isdigit() and text.isascii():
        return Decimal(text) if len(text) <= _PLACES and text[:2] != "00" else None
    number = _grouped(text)
    if number is None or len(text) <= _PLACES:
        return number
    digits = -int(number.as_tuple().exponent)
    return number if number.adjusted() < _PLACES and digits <= _PLACES else None


def _grouped(text: str) -> Decimal | None:
    """Return what digits with points, commas, blanks or fractions say."""
    if "," not in text and _PLAIN.fullmatch(text):
        return Decimal(text)
    if _WESTERN.fullmatch(text) or _INDIAN.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _EUROPEAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _SWISS.fullmatch(text):
        return Decimal(re.sub(r"['’ \u00a0\u202f\u2009]", "", text).replace(",", "."))
    mixed = _FRACTION.fullmatch(text)
    if mixed is None:
        return None
    whole, above, below, sign = mixed.groups()
    part = _FRACTIONS[sign] if sign else _PARTS[f"{above}/{below}"]
    return EXACT.add(Decimal(whole or 0), part)


_PARTS = {
    "1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75"), "2/4": Decimal("0.5"),
    "1/3": Decimal("0.333333"), "2/3": Decimal("0.666667"), "2/2": ONE, "3/3": ONE,
    "3/2": Decimal("1.5"),
}  # fmt: skip
"""Thirds to six places, so that a third of a million is a whole number."""
