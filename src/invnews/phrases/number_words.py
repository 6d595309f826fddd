"""
Numbers in words: "one hundred and twenty", "half a", and "a" before a magnitude.
"""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache

from .digits import EXACT
from .table import rows

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_ONES, start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_ALONE = {word: Decimal(value) for word, value in _WORDS.items()}
_ONE = Decimal(1)
NUMBER_WORDS = (*_WORDS, "a hundred", "a-hundred")
"""What a number in words begins with that needs no magnitude behind it."""
_Found = tuple[int, int, Decimal, bool]


def has_number_words(low: str, words: Collection[bytes]) -> bool:
    """
    Return whether a text may have a number in words; never wrongly False.

    Args:
        low: The text in lower case.
        words: Its `plain_words`, at least those of `number_words`.
    """
    if not _alone().isdisjoint(words):
        return True
    # A magnitude makes "a" a number, and so does "dozen" with any ending.
    led = b"a" in words or b"an" in words
    return led and ("dozen" in low or not _magnitudes().isdisjoint(words))


@cache
def number_words() -> frozenset[bytes]:
    """Return the words by which it is told whether a text has numbers in words."""
    return _alone() | _magnitudes() | {b"a", b"an"}


@cache
def _alone() -> frozenset[bytes]:
    return frozenset(each.encode() for each in (*_WORDS, *_PARTS))


@cache
def _magnitudes() -> frozenset[bytes]:
    return frozenset(name.encode() for name, _, how in rows("magnitudes") if how == "word")


def worded(lower: str) -> Iterator[_Found]:
    """Yield start, end and number of every run of number words of a text in lower case."""
    pattern = _words_pattern()
    stop = 0
    for begin in _FIRST_LETTERS.finditer(lower):
        start = begin.start()
        if start < stop or (start and (lower[start - 1].isalnum() or lower[start - 1] == "_")):
            continue
        match = pattern.match(lower, start)
        if match is not None:
            stop = match.end()
            yield start, stop, _in_words(match[0]), True


_FIRST_LETTERS = re.compile(
    r"one|t(?:wo|hree|en|welve|hirt|went)|f(?:our|ive|if)|s(?:ix|even)|e(?:ight|leven)|nine|forty"
    r"|half|quarter|an?(?=[ -](?:h|q|mil|bil|tril|tho|lakh|cror|doz))"
)


@cache
def _words_pattern() -> re.Pattern[str]:
    ones = "|".join(_ONES[:9])
    small = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{ones}))?|{'|'.join(_ONES[::-1])})"
    hundreds = rf"(?:(?:an?|{small})[- ]hundred(?:[- ](?:and[- ])?{small})?|{small})"
    thousands = rf"{hundreds}(?:[- ]thousand,?[- ](?:and[- ])?{hundreds})?"
    half = r"(?:(?:an?|one)[- ](?!half-))?(?:half|quarter)|three[- ]quarters"
    return re.compile(
        rf"(?:(?:{half})(?:[- ]of)?(?:[- ]an?)?(?=[- ](?:hundred|thousand|[mbt]r?il|lakh|cror|doz))"
        rf"|{thousands}(?:[- ]point(?:[- ](?:zero|oh|{ones})){{1,4}}|[- ]and[- ](?:an?[- ]half|an?[- ]quarter|three[- ]quarters))?"
        rf"|an?(?=[- ](?:hundred|thousand|[mbt]r?il|lakh|cror|doz)))(?!\w)"
    )


def _in_words(text: str) -> Decimal:
    """Return what number words say; "a" and "half a" are what they are of the magnitude."""
    alone = _ALONE.get(text)
    if alone is not None:
        return alone
    text, _, places = text.partition("point")
    words = re.split(r"[ ,-]+", text.strip(" -"))
    total, group = Decimal(0), Decimal(0)
    for place, word in enumerate(words):
        if word in _WORDS:
            group += _WORDS[word]
        elif word == "hundred":
            group = (group or _ONE) * 100
        elif word == "thousand":
            total, group = (group or _ONE) * 1000, Decimal(0)
        elif word in _PARTS and place:
            group += _PARTS[word] * (3 if words[place - 1] == "three" else 1)
            group -= 3 if words[place - 1] == "three" else 0
        elif word in _PARTS:
            group += _PARTS[word]
    digits = "".join(str(_WORDS.get(each, 0)) for each in re.split(r"[ -]+", places) if each)
    fraction = Decimal(f"0.{digits}") if digits else Decimal(0)
    return EXACT.add(EXACT.add(total, group), fraction) or _ONE


_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
