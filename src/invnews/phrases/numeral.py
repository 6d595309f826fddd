"""
Numerals of a text: digits in every grouping of the news, number words, and their magnitude.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from .digits import DIGITS, EXACT, GAP, ONE, in_digits
from .number_words import NUMBER_WORDS, has_number_words, worded
from .plain import plain_words
from .table import rows


class Numeral(NamedTuple):
    """
    A number of a text, and how large its unit is.

    Args:
        start: Where it begins, in code points.
        stop: Where it ends with its magnitude, exclusive.
        number: The number without its magnitude; in a range the magnitude of the last number
            is lent to the first.
        scale: What the magnitude stands for; 1 without one.
        number_stop: Where the number ends, before its magnitude.
        letter: What one letter behind it would stand for ("5m"), which may be a unit as well;
            1 without one. It is not in *scale*.
        letter_stop: Where that letter ends; *stop* without one.
        words: Whether the number is in words.
        glued: Whether a letter stands right before it: "RM5", "COP26".
        grouped: Whether a dot, once, parts three digits ("31.500"), which are read as a fraction.
    """

    start: int
    stop: int
    number: Decimal
    scale: Decimal
    number_stop: int
    letter: Decimal
    letter_stop: int
    words: bool
    glued: bool
    grouped: bool

    @property
    def value(self) -> Decimal:
        """The number times its magnitude, without the letter behind it."""
        return times(self.number, self.scale)


def times(number: Decimal, scale: Decimal) -> Decimal:
    """Return a product without the zeros behind its dot that only the factors brought."""
    if scale is ONE:
        return number
    product = EXACT.multiply(number, scale)
    whole = EXACT.to_integral_value(product)
    return whole if whole == product else EXACT.normalize(product)


def numerals(text: str) -> list[Numeral]:
    """
    Return the numerals of a text from left to right.

    Digits of no known grouping ("1,1,1") or of a ratio ("24/7") are none; "a" counts only
    before a magnitude. Whether digits belong to a name ("COP26") is for the caller to say.

    >>> [str(each.value) for each in numerals("4-5 billion, 1,00,000 or half a million")]
    ['4', '5000000000', '100000', '500000']
    """
    low = lowered(text)
    return numerals_in(f"{low}\n", in_words=has_number_words(low, plain_words(low)))


def numerals_in(low: str, *, in_words: bool) -> list[Numeral]:
    """
    Return the numerals of a text as `numerals` does.

    Args:
        low: The text in lower case, and a line end behind it: so there is a character behind
            each number, and (at -1) before each.
        in_words: What `has_number_words` says of it.
    """
    found = []
    if not in_words:  # Most texts: digits alone do not overlap.
        for match in DIGITS.finditer(low):
            number = in_digits(match[0])
            if number is not None:
                start, end = match.span()
                numeral = _numeral(low, start, end, number)
                if numeral is not None:
                    found.append(numeral)
        return found
    stop = 0
    for start, end, number, words in sorted([*_digits(low), *worded(low)], key=_START):
        if start >= stop:
            numeral = _numeral(low, start, end, number)
            if numeral is None:
                continue
            if words:
                if numeral.scale is ONE and not low.startswith(NUMBER_WORDS, start, end):
                    continue  # "a", or "half", without a magnitude.
                numeral = numeral._replace(words=True, grouped=False)
            found.append(numeral)
            stop = numeral.stop
    return found


_START = itemgetter(0)


def _digits(low: str) -> Iterator[tuple[int, int, Decimal, bool]]:
    """Yield start, end and number of every run of digits."""
    for match in DIGITS.finditer(low):
        number = in_digits(match[0])
        if number is not None:
            yield match.start(), match.end(), number, False


def lowered(text: str) -> str:
    """Return *text* in lower case, character for character, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


_PARTED = re.compile(
    r"(?:\+|[ -](?:odd|plus|some|or so))[ -]?(?:hundred|thousand|million|billion|trillion|lakh|crore"
    r"|mln?|bn|mn)\b"
)
"""What parts a number from its magnitude ("$20-odd million"): neither is read without the other."""


def _numeral(low: str, start: int, end: int, number: Decimal) -> Numeral | None:
    """Return a numeral with the magnitude behind it; None where words part the two."""
    stop, scale, letter, letter_stop = end, ONE, ONE, end
    begin, pattern, worth, letters = _magnitudes()
    behind = low[end]
    if behind in _GAPS:
        behind = low[end + 1 : end + 2]
    if low[end] in "+ -" and _PARTED.match(low, end):
        return None
    if behind in begin:
        match = pattern.match(low, end)
        if match is not None:
            word, second, one = match.groups()
            if one:
                letter, letter_stop = letters[one], match.end()
            else:
                stop = match.end()
                scale = worth[word]
                if second is not None:
                    both = EXACT.multiply(scale, worth[second])
                    scale, stop = (both, stop) if both <= _MOST else (scale, match.end("word"))
                letter_stop = stop
    grouped = (
        end - start > 4 and low[end - 4] == "." and _ONE_DOT.fullmatch(low, start, end) is not None
    )
    # Made as the tuple that it is: the constructor would take three times as long.
    return _tuple(Numeral, (start, stop, number, scale, end, letter, letter_stop, False,
                            low[start - 1].isalpha(), grouped))  # fmt: skip


_tuple = tuple.__new__
_MOST = Decimal(10) ** 18
"""The greatest magnitude: a million trillion."""
_ONE_DOT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_GAPS = frozenset(" \u00a0\u202f\u2009\r\n-")


@cache
def _magnitudes() -> tuple[frozenset[str], re.Pattern[str], dict[str, Decimal], dict[str, Decimal]]:
    """
    Return the pattern of magnitudes in lower case, and what each word and each letter is worth.

    First of all the characters with which they begin, behind at most one blank or hyphen.
    """
    table = rows("magnitudes")
    word = {name: Decimal(10) ** int(power) for name, power, how in table if how == "word"}
    letter = {name: Decimal(10) ** int(power) for name, power, how in table if how == "letter"}
    names = "|".join(sorted(word, key=len, reverse=True))
    gap = "[ \u00a0\u202f\u2009\r\n-]{0,2}"  # Lines may be wrapped by hand.
    pattern = re.compile(
        rf"{gap}(?P<word>dozen|[万亿兆]|(?:{names})(?![^\W_]))"
        rf"(?:{gap}(?P<second>{names})(?![^\W_]))?"
        rf"|(?:{GAP}|-(?=[bm](?![-\w])))?(?P<letter>[{''.join(letter)}])(?![^\W_])"
    )
    asian = {"万": Decimal(10_000), "亿": Decimal(10) ** 8, "兆": Decimal(10) ** 12}
    worth = word | asian | {"dozen": Decimal(12)}
    begin = frozenset(each[0] for each in (*worth, *letter)) | _GAPS
    return begin, pattern, worth, letter
