"""
Growth: how the time of a finder grows when a hostile text is doubled from 1 to 64 kB.
"""

import gc
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from . import ours
from .expressions import Context, Sort
from .rows import Row

SIZES = tuple(1000 * 2**step for step in range(7))
"""Characters: 1,000 to 64,000."""
LIMIT = 2.4
"""The greatest ratio per doubling that counts as linear."""
FLOOR_S = 0.001
"""Ratios of times below this are noise."""
TOO_LONG_S = 20.0
"""A text that takes longer is not doubled again."""
UNITS = {
    "1,1,1,…": "1,",
    "between $1 and …": "between $1 and ",
    "million billion …": "million billion ",
    "digits only": "7",
    "no-break spaces": "\N{NO-BREAK SPACE}",
    "right-to-left marks": "\N{RIGHT-TO-LEFT MARK}4",
    "fullwidth digits": "\N{FULLWIDTH DIGIT THREE}",
    "one hundred and …": "one hundred and ",
    "March March …": "March ",
    "$ $ $": "$ ",
    "US$US$": "US$",
    "from 2010 to …": "from 2010 to ",
    "the first half of …": "the first half of ",
    "twenty-twenty-…": "twenty-",
    "(((": "(",
    "- - -": "- ",
    "up to up to": "up to ",
    ".5.5.5": ".5",
    "spaces": " ",
    "a lot of …": "a lot of ",
    "years": "2019 ",
    "1 1 1": "1 ",
    "12/12/12/…": "12/",
    "$1 million or …": "$1 million or ",
    "5$5$": "5$",
    "5% 5%": "5% ",
    "Q1-Q1-": "Q1-",
    "small and …": "5 small and ",
    "three months ended …": "three months ended ",
    "letters": "a",
    "line ends": "\n",
}
"""What hostile texts repeat."""


@attrs.frozen(kw_only=True)
class Growth:
    """
    How the time of one finder grows on one text.

    Args:
        name: What the text repeats.
        times: Seconds for each of the sizes, as far as they were tried.
        worst: The greatest ratio per doubling above the noise; None when all is below.
    """

    name: str
    times: tuple[float, ...]
    worst: float | None

    @property
    def is_linear(self) -> bool:
        """Whether it was tried to the end, and no doubling took more than the limit."""
        return len(self.times) == len(SIZES) and (self.worst is None or self.worst <= LIMIT)


def texts(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield name and longest text of each hostile text, and of the sentences of *rows*."""
    longest = SIZES[-1]
    for name, unit in UNITS.items():
        yield name, (unit * (longest // len(unit) + 1))[:longest]
    # Shuffled, so that every size has sentences of every sort; the same on every run.
    mixed = random.Random(0).sample([row.text for row in rows], len(rows))  # noqa: S311
    sentences = " ".join(mixed)
    if sentences:
        yield "the sentences", (f"{sentences} " * (longest // len(sentences) + 1))[:longest]


def measure(rows: Sequence[Row], sort: Sort) -> list[Growth]:
    """Time our finder of *sort* on every text, at every size."""
    call = ours.call(sort)
    context = next((row.context for row in rows if row.sort == sort), Context())
    return [_growth(name, text, call, context) for name, text in texts(rows)]


def _growth(name: str, text: str, call: Any, context: Context) -> Growth:
    times: list[float] = []
    for size in SIZES:
        times.append(_fastest(call, text[:size], context, 3))
        if times[-1] > TOO_LONG_S:
            break
    if (worst_ratio(times) or 0) > LIMIT and max(times) < 1:  # Once more, against the noise.
        times = [
            min(before, _fastest(call, text[:size], context, 7))
            for size, before in zip(SIZES, times, strict=False)
        ]
    return Growth(name=name, times=tuple(times), worst=worst_ratio(times))


def worst_ratio(times: Sequence[float]) -> float | None:
    """Return the greatest ratio of two neighbours that both reach the noise floor."""
    ratios = [after / before for before, after in itertools.pairwise(times) if before >= FLOOR_S]
    return max(ratios, default=None)


def _fastest(call: Any, text: str, context: Context, runs: int) -> float:
    """
    Return the least of *runs* times; of one when it takes a second.

    As with timeit, no garbage is collected meanwhile: passes over thousands of mentions that
    are alive come in leaps, and would pass for growth.
    """
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            begin = time.perf_counter()
            call(text, context)
            best = min(best, time.perf_counter() - begin)
            if best > 1:
                break
    finally:
        gc.enable()
    return best
