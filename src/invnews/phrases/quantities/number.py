"""
Numbers of a text with the unit behind each, and whether a name, a time or money holds them.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..digits import EXACT, ONE
from ..numeral import Numeral, numerals_in, times
from .nouns import may_be_noun
from .sums import is_sum
from .units import WORD, Unit, unit_of, units_begin
from .words import word_before, words

_MILLION = Decimal(1_000_000)
_THOUSAND = Decimal(1000)
_APART = frozenset("()[]{}“”;\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""
Characters that part a number from every word, sign and other number.

Between two of them a digit is nothing: "(2)", "[3]", and digits between marks of direction.
"""
_CHAINED = frozenset(":/_@")
_NETWORKS = frozenset("23456")
"""Generations of mobile networks: "5g" is no weight."""


class Number(NamedTuple):
    """
    A number of a text and its unit.

    Args:
        start: Where it begins, its sign with it.
        stop: Where it ends with its magnitude.
        number: The number without its magnitude.
        scale: What its magnitude stands for.
        unit: The unit behind it, if any.
        words: Whether it is in words.
        plain: Whether it is digits without grouping, fraction or magnitude: "2018".
        held: Whether it is money, or a code that begins with 0.
        behind: The word behind it, as `units.WORD` matches it.
    """

    start: int
    stop: int
    number: Decimal
    scale: Decimal
    unit: Unit | None
    words: bool
    plain: bool
    held: bool
    behind: re.Match[str] | None

    @property
    def value(self) -> Decimal:
        """The number times its magnitude."""
        return times(self.number, self.scale)

    @property
    def end(self) -> int:
        """Where it ends with its unit."""
        return self.stop if self.unit is None else self.unit.stop


def numbers(text: str, low: str, country: str | None, *, in_words: bool) -> list[Number]:
    """
    Return the numbers of a text that may be quantities, or money beside them.

    Args:
        text: The text.
        low: The same in lower case, and a line end behind it.
        country: Where it was published; a dot parts thousands in some countries.
        in_words: What `has_number_words` says of the text.
    """
    found = []
    for numeral in numerals_in(low, in_words=in_words):
        start, stop = numeral[:2]
        before, behind = low[start - 1], low[stop]
        if before != " " or behind in _CHAINED:
            if before in _APART and behind in _APART and stop - start == 1:
                continue
            if _glued(text, low, numeral):
                continue
        number = _number(text, low, numeral, country)
        if number is not None:
            found.append(number)
    return found


def _glued(text: str, low: str, numeral: Numeral) -> bool:
    """Return whether a number is part of a word, a time or a chain: "COP26", "9:30", "5th"."""
    start, stop = numeral.start, numeral.stop
    if numeral.glued:
        return True
    if start:
        before = text[start - 1]
        if before in "-–/'’.,:#@_\\&" and start > 1:
            further = text[start - 2]
            if further.isalpha() or (before in "/:" and further.isdigit()):
                return not low.endswith(("-to-", "-or-"), 0, start)
            if before == "-" and _MODEL.search(text, max(0, start - _LONGEST_MODEL), start):
                return True
        if before in "#@_/\\" or (before in "'’" and stop - start == 2):
            return True
    following = text[stop : stop + 2]
    if following[:1] in _CHAINED and following[1:].isalnum():
        return not (following[0] == "/" and following[1:].isalpha())
    return False


_MODEL = re.compile(r"(?:#|(?<![^\W_]))[A-Za-z]{0,4}(?<=[A-Za-z#])[0-9]{1,4}-\Z")
"""What comes before the second number of a model or a door: "A350-900", "#04-12"."""
_LONGEST_MODEL = 11


def _is_code(text: str, start: int, stop: int) -> bool:
    """Return whether digits begin with 0 or with "+", as codes and telephone numbers do."""
    if text[start] == "0":
        return text[start + 1 : start + 2].isdigit()
    return text[start - 1 : start] == "+" and text[stop : stop + 1] == " "


def _number(text: str, low: str, numeral: Numeral, country: str | None) -> Number | None:
    """Return a number with its unit; None when letters behind it make it a name."""
    start, stop, number, scale, number_stop, letter, letter_stop, words, _, grouped = numeral
    if scale is not ONE and low.endswith("mm", 0, stop) and text[stop - 1] == "m":
        if scale == _MILLION:
            stop, scale = number_stop, ONE  # Millimetres, and "MM" a million.
    elif letter_stop > stop and _counts(text, low, numeral):
        stop, scale = letter_stop, letter
    if grouped and scale is ONE and country in _dotted():
        number = EXACT.to_integral_value(EXACT.multiply(number, _THOUSAND))
    behind = WORD.match(text, stop)
    unit, key = None, None
    if behind is not None:
        key = behind[2].lower()
        if key in units_begin():
            unit = unit_of(text, behind)
            if unit is not None and not _is_unit(text, low, unit, numeral):
                unit = None
    if unit is None and low[stop].isalpha():
        return None
    code = (text[start] == "0" or low[start - 1] == "+") and _is_code(text, start, stop)
    held = code or is_sum(text, numeral, key, country)
    plain = scale is ONE and not words and low[start:stop].isdigit()
    if unit is not None and start:
        sign = _sign(text, low, start, unit)
        if sign:
            start, number = start - sign, -number
    # Made as the tuple that it is: the constructor would take three times as long.
    return _tuple(Number, (start, stop, number, scale, unit, words, plain, held, behind))


_tuple = tuple.__new__


@cache
def _dotted() -> frozenset[str | None]:
    return frozenset(words("dotted"))


def _sign(text: str, low: str, start: int, unit: Unit) -> int:
    """Return how many characters the sign of a percentage or temperature has, 0 without one."""
    if unit.kind != "percent" and unit.key[0] not in "°d":
        return 0
    if text[start - 1] in "-−":
        return 0 if text[max(0, start - 2) : start - 1].strip("( \u00a0") else 1
    return len("minus ") if low.endswith("minus ", 0, start) else 0


_ACROSS = re.compile(
    "[ -](?:long|wide|tall|high|deep|above|below|away|apart|thick|across|in|off|from|sprint|pool"
    "|race|freestyle|hurdles|relay|dash|x)(?![a-z])"
)


def _counts(text: str, low: str, numeral: Numeral) -> bool:
    """Return whether the letter behind a number is its magnitude, not a unit: "5m people"."""
    start, stop = numeral.stop, numeral.letter_stop
    letter = text[stop - 1]
    match = WORD.match(text, stop)
    if letter in "tT" or word_before(text, numeral.start).lower() in words("label"):
        return False  # "Gate 12B"
    if stop - start > 1:
        return match is not None and match[2] in words("strong")
    if letter == "m" and _ACROSS.match(low, stop):
        return False
    noun = match is not None and match[1] != "" and may_be_noun(match[2])
    if letter in "MKB" and not noun:
        return numeral.number != 3 if letter == "M" else numeral.number not in (2, 4, 5, 8, 10)
    return not (noun and match is not None and match[2] in words("event"))


_FREQUENCY = re.compile("[ ]([a-z-]+)")


def _is_unit(text: str, low: str, unit: Unit, numeral: Numeral) -> bool:
    """Return whether a word that names a unit is one here: "5 times" counts, "5 times more" not."""
    if unit.kind == "multiple" and unit.key in ("times", "x", "×"):
        following = _FREQUENCY.match(low, unit.stop)
        word = following[1] if following else ""
        if unit.key == "times":
            return word in words("compared")
        return not text[unit.stop : unit.stop + 2].strip()[:1].isdigit()
    if unit.key == "g" and text[numeral.start : numeral.stop] in _NETWORKS:
        return False
    if unit.key == "m" and unit.start > numeral.stop and numeral.words:
        return False
    return not (
        unit.kind == "percent" and unit.key in ("pc", "pp") and unit.start > numeral.stop + 1
    )
