"""
Numbers that count nothing: names, dates, ages, scores.
"""

import re
from decimal import Decimal
from functools import cache

from .nouns import Head
from .number import Number
from .words import words

_FIRST_YEAR, _LAST_YEAR = 1500, 2150
_ADDRESS = frozenset(("", "at", "of", "to", "near", "on", "from", "in", "located"))
_AGES = frozenset(("aged", "age", "ages"))
_SENTENCE = frozenset('.!?:;"“”‘(—–•*·\n\r\t')


def opens_sentence(text: str, start: int) -> bool:
    """Return whether nothing of its sentence stands before *start*."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return (start < 3 and not before) or (bool(before) and before[-1] in _SENTENCE)


def is_year(number: Number) -> bool:
    """Return whether a number may be a year: four digits without grouping or unit."""
    return (
        number.plain
        and number.unit is None
        and number.stop - number.start == 4
        and _FIRST_YEAR <= number.number <= _LAST_YEAR
    )


def is_ordinary(before: str, first: str) -> bool:
    """Return whether the words around a number suggest no name, date or age; most do not."""
    return (
        before.islower()
        and first.islower()
        and before not in _suspicious()
        and first not in _clock()
    )


@cache
def _suspicious() -> frozenset[str]:
    return words("label") | _AGES | {"of"}


@cache
def _clock() -> frozenset[str]:
    return words("clock")


def is_name(text: str, number: Number, before: str, head: Head) -> bool:
    """
    Return whether a number belongs to a name: "Phase 2", "Boeing 737", "No. 5", "top 10".

    Args:
        text: The text.
        number: The number.
        before: The word before it.
        head: What stands behind it.
    """
    key = before.lower()
    if key.strip(",") != key:
        return False
    if key in words("label"):
        return number.scale == 1 and "," not in text[number.start : number.stop]
    if key == "of" and text[max(0, number.start - 9) : number.start].startswith("Group of "):
        return True
    if number.words and text[number.start].isupper():
        if not opens_sentence(text, number.start):
            return True
        return head.noun is not None and head.noun[:1].isupper() and not head.noun[:2].isupper()
    if head.noun is None and number.plain and number.unit is None:
        if before[:1].isupper() and not opens_sentence(text, text.rfind(before, 0, number.start)):
            return True
        if head.first[:1].isupper() and not head.first[:2].isupper():
            # "at 12 Jalan Ampang", "50450 Kuala Lumpur"; but "bought 12 Boeing 787s".
            return key in _ADDRESS or number.number >= 10_000
    return False


def is_date(text: str, low: str, number: Number, before: str, head: Head) -> bool:
    """Return whether a number belongs to a date or a time: "July 1", "9 am", "in 2019"."""
    if number.unit is not None or not (number.plain or number.words):
        return False
    months = words("month")
    if number.number <= 31 and _is_month(before.rstrip("."), months):
        return True
    first = head.first
    if number.number <= 31 and first and not head.hyphened and _is_month(first, months):
        return True
    if first and (first.lower() in words("clock") or _CLOCK.match(low, number.stop)):
        return True
    return is_year(number) and not _counts(number.number, before, head)


_CLOCK = re.compile(r"[ ]?(?:[ap]\.?m\b|o[’']clock|hrs\b)")


def _is_month(word: str, months: frozenset[str]) -> bool:
    return word[:1].isupper() and word.lower() in months


def _counts(number: Decimal, before: str, head: Head) -> bool:
    """Return whether a number that looks like a year counts the noun behind it."""
    if head.noun is None:
        return False
    strong = head.noun.lower() in words("strong") and not head.near
    cue = before.lower() in words("cue") or before.endswith(("'s", "’s"))
    if number % 100 == 0:
        return strong or not cue
    return strong and not cue


def is_age(before: str) -> bool:
    """Return whether the word before a number makes it an age: "aged 25"."""
    return before.lower() in _AGES


def is_listed(text: str, number: Number) -> bool:
    """Return whether a number only numbers what follows: "(2)", "1. ", "3)"."""
    behind = text[number.stop : number.stop + 2]
    before = text[number.start - 1 : number.start]
    if before == "(" and behind[:1] in (")", "."):
        return True
    starts = not before or before == "\n"
    return starts and number.plain and behind[:1] in (".", ")") and behind[1:2] in (" ", "")
