"""
Units behind a number: percent, measures and multiples, as written.
"""

import re
from functools import cache
from typing import NamedTuple

from ..table import rows

WORD = re.compile(
    "([ \u00a0\u202f\u2009]?[-\u2011]?)"
    "((?:[sS][qQ]|[cC][uU])\\.(?=[ \u00a0])|[bB]/[dD](?![a-zA-Z])"
    "|[^\\W\\d_½¼¾][^\\W_½¼¾]{0,48}(?:['’][^\\W_]{1,24}){0,3}|[%％‰×]|°[CFcf]?)"
)
"""
One word behind a number, after at most a blank and a hyphen.

The cases are written out: each word of a phrase is matched, and to ignore case costs a third more.
"""


class Unit(NamedTuple):
    """
    A unit behind a number.

    Args:
        start: Where its first word begins.
        stop: Where it ends.
        kind: ``percent``, ``measure`` or ``multiple``.
        key: Its words in lower case, parted by blanks.
    """

    start: int
    stop: int
    kind: str
    key: str


class _Row(NamedTuple):
    kind: str
    glued: bool


def unit_at(text: str, at: int) -> Unit | None:
    """
    Return the unit that begins at *at*, after at most a blank and a hyphen; the longest counts.

    >>> unit_at("5 metric tons", 1)
    Unit(start=2, stop=13, kind='measure', key='metric tons')
    """
    first = WORD.match(text, at)
    return None if first is None else unit_of(text, first)


def unit_of(text: str, first: re.Match[str]) -> Unit | None:
    """Return the unit that begins with a word that `WORD` matched; the longest counts."""
    exact, folded, longest = _tables()
    word = first[2]
    key = word.lower()
    reach = longest.get(key)
    if reach is None:
        return None
    start, stop = first.span(2)
    row = exact.get(word) or folded.get(key)
    unit = Unit(start, stop, row.kind, key) if row and not (row.glued and first[1]) else None
    for _ in range(reach - 1):
        following = WORD.match(text, stop)
        if following is None or following.end(1) == stop:
            break
        stop = following.end()
        key = f"{key} {following[2].lower()}"
        row = folded.get(key)
        if row is not None:
            unit = Unit(start, stop, row.kind, key)
    return unit


@cache
def units_begin() -> frozenset[str]:
    """Return the first words of all units, in lower case."""
    return frozenset(_tables()[2])


@cache
def _tables() -> tuple[dict[str, _Row], dict[str, _Row], dict[str, int]]:
    """Return the symbols printed so, the units in any case, and the most words by the first."""
    exact: dict[str, _Row] = {}
    folded: dict[str, _Row] = {}
    longest: dict[str, int] = {}
    for words, kind, case, glued in rows("units"):
        parts = words.split()
        (exact if case == "exact" else folded)[words] = _Row(kind, glued == "yes")
        for first in (parts[0].lower(), f"{parts[0].lower()}."):
            longest[first] = max(longest.get(first, 1), len(parts))
        if parts[0] in ("sq", "cu"):
            folded[f"{parts[0]}. {' '.join(parts[1:])}"] = _Row(kind, glued == "yes")
    return exact, folded, longest
