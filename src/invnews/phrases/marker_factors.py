"""
Marker factors: magnitudes written with the currency, not with the number: "SEKm 340", "5 € million".
"""

import re
from functools import cache

_POWERS = {
    "'000": 3, "’000": 3, "k": 3, "thousand": 3, "lakh": 5, "m": 6, "mi": 6, "mn": 6, "mln": 6,
    "mio": 6, "million": 6, "cr": 7, "crore": 7, "bn": 9, "bi": 9, "bln": 9, "billion": 9, "tn": 12,
    "trn": 12, "trillion": 12,
}  # fmt: skip
_WORDS = "million|billion|trillion|thousand|crore|lakh|mn|mln|mio|bn|bln|tn|trn|cr"
_LONGEST = 9
_LAST_TWO = frozenset({"on", "nd", "re", "kh", "mn", "bn", "ln", "tn", "rn", "io", "cr", "00"})
_SIGNS = frozenset("$€£¥₹ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LETTERS = frozenset("mMk")
_BEGIN = frozenset(" -\u00a0bBcCkKlLmMtT")


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[ \u00a0](?P<word>(?i:{_WORDS})|['’]000)\Z"
        r"|(?<=[A-Z$€£¥₹])(?P<glued>m|mn|mln|M|bn|k|tn|['’]000)\Z"
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[ \u00a0-]?(?P<word>{_WORDS})|(?P<glued>mn|m|bn|k|tn)| (?P<brazilian>[mb]i))(?![^\W_])",
        re.IGNORECASE,
    )


def factor_before(text: str, at: int) -> tuple[int, int] | None:
    """
    Return where a magnitude begins that ends at *at* behind a marker, and its power of ten.

    >>> factor_before("US$m 12", 4), factor_before("Rs crore 500", 8), factor_before("from 5", 4)
    ((3, 6), (2, 7), None)
    """
    end = text[max(0, at - 2) : at]
    if end.lower() not in _LAST_TWO and not (end[-1:] in _LETTERS and end[0] in _SIGNS):
        return None
    match = _before_pattern().search(text, max(0, at - _LONGEST), at)
    return None if match is None else (match.start(), _POWERS[match[match.lastgroup or 0].lower()])


def factor_after(text: str, stop: int) -> tuple[int, int] | None:
    """
    Return where a magnitude ends that stands behind a marker at *stop*, and its power of ten.

    >>> factor_after("75 USD million", 6), factor_after("75 USDm", 6), factor_after("5 € men", 3)
    ((14, 6), (7, 6), None)
    """
    if text[stop : stop + 1] not in _BEGIN:
        return None
    match = _after_pattern().match(text, stop)
    return None if match is None else (match.end(), _POWERS[match[match.lastgroup or 0].lower()])
