"""
Counted: the numerals of a text for money: those of tokenised text in one, and "a" of "a dollar".
"""

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cache

from ..number_words import has_number_words
from ..numeral import Numeral, numerals, numerals_in

_ONE = Decimal(1)


def counted(text: str, low: str, words: Collection[bytes]) -> list[Numeral]:
    """
    Return the numerals of a text, with "10 , 000" as one and "a" where it counts a unit.

    Args:
        text: The text.
        low: The same in lower case, and a line end behind it.
        words: The `plain_words` of *low*.
    """
    if " , " in text or " . " in text:
        found = _joined(text)
    else:
        found = numerals_in(low, in_words=has_number_words(low, words))
    if "a dollar" in low or "a pound" in low or "a euro" in low:
        found += _ones(low)
        found.sort(key=lambda each: each.start)
    return found


_PARTED = re.compile(
    r"(?<![\w.,])[0-9]{1,3}(?:(?: , [0-9]{3}){1,4}(?: \. [0-9]{1,2})?(?![\w.,])"
    r"| \. [0-9]{1,4} (?=[mb]illion|trillion|thousand|crore|lakh|dollar|cent|euro|pound|pence|yen"
    r"|franc|yuan|rupee|peso|u \. s))"
)
"""Digits with blanks around their commas and dots, as tokenised text has them."""


def _joined(text: str) -> list[Numeral]:
    """Return the numerals of tokenised text: "10 , 000" is one."""
    begins: dict[int, int] = {}

    def pushed(match: re.Match[str]) -> str:
        bare = match[0].replace(" , ", "").replace(" . ", ".")
        begins[match.end() - len(bare)] = match.start()
        return bare.rjust(len(match[0]))

    found = numerals(_PARTED.sub(pushed, text))
    return [each._replace(start=begins.get(each.start, each.start)) for each in found]


@cache
def _one_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![^\W_])(?:for|at|above|below|under|over|than|costs?|costing|paid|pays?|just|only|about"
        r"|around|almost|nearly)[ ]|\A)(?P<one>a) (?:us )?(?:dollar|pound|euro)"
        r"(?= and [0-9a-z-]{1,14} (?:cents?|pence)|[- ]a[- ](?:day|share|month|week|year|piece|litre)"
        r"|,? (?:per|each|apiece)\b|[.,;)!?\n])"
    )


def _ones(low: str) -> list[Numeral]:
    """Return "a" where it counts one unit: "below a dollar", "a dollar and 42 cents"."""
    return [
        Numeral(match.start("one"), match.end("one"), _ONE, _ONE, match.end("one"), _ONE,
                match.end("one"), words=True, glued=False, grouped=False)
        for match in _one_pattern().finditer(low)
    ]  # fmt: skip
