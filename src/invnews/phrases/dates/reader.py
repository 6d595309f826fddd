"""
The words of a text with their places, and the way from a word to what reads it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from .lexicon import Entry, lexicon
from .time import Time

Found = tuple[int, Time] | None
"""Where a time ends, as the number of the next word, and the time itself."""


_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_AFTER = 6
_DEEPEST = 5
DASHES = frozenset("-–—~‒−")


class Count(NamedTuple):
    """
    How many: "three", "12", "a", "three to five", "a few".

    Args:
        stop: The number of the next word.
        low: The least.
        high: The most; the same without a range.
        few: Whether it is no number: "a few", "several".
    """

    stop: int
    low: int
    high: int
    few: bool = False


class Reader:
    """
    A text as words: `low` in lower case, `start` and `stop` in code points.

    Behind the last word stand empty ones, so that a look ahead or back needs no test.
    """

    __slots__ = ("country", "depth", "kinds", "low", "readers", "size", "start", "stop", "text")

    def __init__(self, text: str, country: str | None, readers: Mapping[str, "Reads"]) -> None:
        self.text, self.country, self.readers = text, country, readers
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self.size, self.depth = len(spans), 0
        self.low = [text[a:b].lower() for a, b in spans] + [""] * _AFTER
        end = len(text) + 1
        self.start = [a for a, _ in spans] + [end + n for n in range(1, _AFTER + 1)]
        self.stop = [b for _, b in spans] + [end + n for n in range(1, _AFTER + 1)]
        get = lexicon().get
        self.kinds: list[Entry | None] = [get(word) for word in self.low]

    def core(self, i: int) -> Found:
        """
        Return the time that begins with word *i*, an article before it left out.

        A time that holds another ("early in the first half of …") does so four deep at most.
        """
        if self.depth == _DEEPEST:
            return None
        self.depth += 1
        try:
            return self._core(i + 1 if self.low[i] == "the" else i)
        finally:
            self.depth -= 1

    def _core(self, i: int) -> Found:
        low = self.low[i]
        if not low:
            return None
        if "0" <= low[0] <= "9":
            return self.readers["digits"](self, i)
        entry = self.kinds[i]
        if entry is None:
            return None
        read = self.readers.get(entry.kind)
        return None if read is None else read(self, i)

    def kind(self, i: int) -> str:
        """Return the kind of word *i*; empty when the lexicon does not have it."""
        entry = self.kinds[i]
        return "" if entry is None else entry.kind

    def value(self, i: int) -> int:
        """Return the number that the lexicon gives to word *i*."""
        entry = self.kinds[i]
        return 0 if entry is None else entry.value

    def unit(self, i: int) -> str:
        """Return the calendar unit that word *i* names; empty for none."""
        entry = self.kinds[i]
        return entry.unit if entry is not None and entry.kind == "unit" else ""

    def glued(self, i: int) -> bool:
        """Return whether no blank parts word *i* from the one before."""
        return i > 0 and self.start[i] == self.stop[i - 1]

    def capital(self, i: int) -> bool:
        """Return whether word *i* begins with a capital letter."""
        return 0 <= i < self.size and self.text[self.start[i]].isupper()

    def digits(self, i: int, most: int = 2) -> int:
        """Return the number that word *i* writes with at most so many digits, else -1."""
        low = self.low[i]
        return int(low) if 0 < len(low) <= most and low[0] in _DIGITS else -1

    def year(self, i: int) -> int:
        """Return the year 1900 to 2099 that word *i* writes with four digits, else 0."""
        low = self.low[i]
        if len(low) == 4 and low[:2] in ("19", "20") and low[0] in _DIGITS:
            return int(low)
        return 0

    def past_dash(self, i: int) -> int:
        """Return *i*, or what follows it when it is a hyphen between two words."""
        return i + 1 if self.low[i] == "-" and self.glued(i) and self.glued(i + 1) else i

    def possessive(self, i: int) -> int:
        """Return what follows an ``'s`` at *i*, or *i*."""
        mark = self.low[i] in ("'", "’") and self.glued(i)
        return i + 2 if mark and self.low[i + 1] == "s" and self.glued(i + 1) else i

    def count(self, i: int) -> Count | None:
        """Return how many units the words at *i* say; "a" counts as one."""
        one = self._number(i)
        if one is None:
            return None
        stop, value = one
        if value < 0:
            return Count(stop, 1, 1, few=True)
        if self.low[stop] in ("to", "or") or self.low[stop] in DASHES:
            more = self._number(stop + 1)
            if more is not None and more[1] > value:
                return Count(more[0], value, more[1])
        return Count(stop, value, value)

    def _number(self, i: int) -> tuple[int, int] | None:
        """Return where a number ends and its value; -1 stands for "a few"."""
        low = self.low[i]
        value = self.digits(i, 3)
        if value >= 0:
            loose = not self.glued(i) or self.low[i - 1] in DASHES or self.low[i - 1] == "("
            return (i + 1, value) if value and loose else None
        kind = self.kind(i)
        if kind == "number":
            value, after = self.value(i), self.past_dash(i + 1)
            if value >= 20 and self.kind(after) == "number" and self.value(after) < 10:
                return after + 1, value + self.value(after)
            return i + 1, value
        if low in ("a", "an", "one"):
            if self.low[i + 1] == "few":
                return i + 2, -1
            if self.low[i + 1] == "couple":
                return i + 3 if self.low[i + 2] == "of" else i + 2, 2
            return i + 1, 1
        if low in ("few", "several", "many", "some"):
            return i + 1, -1
        if low == "couple":
            return i + 2 if self.low[i + 1] == "of" else i + 1, 2
        return None


_DIGITS = frozenset("0123456789")
Reads = Callable[[Reader, int], Found]
"""What reads the time that begins with a word, if one does."""


@cache
def readers() -> Mapping[str, Reads]:
    """Return what reads a time by the kind of its first word."""
    from . import (
        figures,
        fiscal,
        letters,
        months,
        ordinals,
        parts,
        relatives,
        seasons,
        units,
        weekdays,
    )

    return {
        "digits": figures.read,
        "month": months.read_month,
        "weekday": weekdays.read_weekday,
        "season": seasons.read_season,
        "decade": seasons.read_decade,
        "holiday": seasons.read_holiday,
        "letter": letters.read_letter,
        "fiscal": fiscal.read_fiscal,
        "ordinal": ordinals.read,
        "part": parts.read,
        "edge": parts.read,
        "relative": relatives.read,
        "special": relatives.read_special,
        "number": units.read_count,
        "article": units.read_count,
        "unit": units.read,
        "joined": parts.read_joined,
    }
