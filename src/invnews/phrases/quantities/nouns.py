"""
The head noun behind a number: "brands" of "50 Malaysian brands".
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .units import WORD
from .words import words

_COMPOUND = re.compile("[ \u00a0][0-9]{1,4}-[a-z]{2,12}(?![^\\W_])")
"""An adjective with a number: "two 18-hole golf courses"."""
_MOST = 7
"""Words that are looked at behind a number."""


class Head(NamedTuple):
    """
    What stands behind a number.

    Args:
        noun: The head noun as written; None when the number stands by itself.
        stop: Where the noun ends; where the search began without one.
        first: The word right behind the number, as written; empty before any other sign.
        hyphened: Whether only a hyphen parts number and word: "four-car".
        duration: Whether a time is counted: years, weeks, quarters.
        near: How many words stand before the noun.
    """

    noun: str | None
    stop: int
    first: str
    hyphened: bool
    duration: bool
    near: int


def head_at(text: str, at: int, behind: re.Match[str] | None = None) -> Head:
    """
    Return the head noun of the phrase that begins at *at*, the blank before a number's noun.

    A phrase ends at a verb, a preposition or a sign. Its head is the first plural noun, or the
    last of several in a row.

    Args:
        text: The text.
        at: Where the phrase begins.
        behind: What `WORD` matches there, from those who know.

    >>> head_at("50 Malaysian brands are", 2).noun, head_at("600 will stay", 3).noun
    ('brands', None)
    """
    first, hyphened, stop, reached, noun, near = "", False, at, at, None, 0
    before = None
    for count in range(_MOST):
        match = WORD.match(text, stop) if count or behind is None else behind
        if match is None:
            compound = _COMPOUND.match(text, stop)
            if compound is None:
                break
            stop = compound.end()
            continue
        gap, word = match.groups()
        role = _role(word)
        if role == "sign" or (not gap and (count or at)):
            if not count and not gap:
                first = word
            break
        stop = match.end()
        if not count:
            first, hyphened = word, gap[-1] in "-\u2011"
        if role == "plural":
            noun, reached, near = word, stop, near if noun else count
        elif role == "duration" and noun is None:
            return Head(None, at, first, hyphened, True, count)
        elif noun is not None:
            break
        elif role == "other":
            before = None
        elif role in _CARRIES:
            if role == "and" and before != "modifier":
                break
            before = role
        elif role != "more" or count:
            break
    # Made as the tuple that it is: the constructor would take three times as long.
    return _tuple(Head, (noun, reached, first, hyphened, False, near))


_tuple = tuple.__new__
_CARRIES = frozenset(("singular", "modifier", "and"))
"""What a phrase goes on over, as long as its noun is still to come."""


@lru_cache(maxsize=4096)
def _role(word: str) -> str:
    """
    Return what a word as written is in such a phrase; ``other`` for most, ``sign`` for "%".

    Kept for the words met last: a text repeats its words, and any news those of other news.
    """
    if not word[0].isalpha():
        return "sign"
    role = _roles().get(word) or _roles().get(word.lower())
    if role is None:
        return "plural" if word[-1] in "sS" and _ends_as_plural(word) else "other"
    return role


@cache
def _roles() -> dict[str, str]:
    """Return what a word is in the phrase behind a number; the last list that has it counts."""
    found: dict[str, str] = {}
    for role in ("singular", "modifier", "month", "weekday", "stop", "noun", "more", "plural",
                 "duration"):  # fmt: skip
        found |= dict.fromkeys(words(role), role)
    return found | dict.fromkeys(("and", "or"), "and")


def is_free(word: str) -> bool:
    """Return whether a word in lower case has no part in any list, and so may be a noun."""
    return word.islower() and word not in _roles()


def may_be_noun(word: str) -> bool:
    """Return whether a word in lower case may be a noun, or stand before one."""
    return word.islower() and _roles().get(word, "plural") in _NOMINAL


_NOMINAL = frozenset(("plural", "singular", "modifier", "more"))


def _ends_as_plural(word: str) -> bool:
    """Return whether a word on -s looks like a plural: "brands", "MoUs", not "business"."""
    if len(word) < 3:
        return False
    return word[-2].isupper() or not word.lower().endswith(("ss", "us", "is", "'s", "’s"))
