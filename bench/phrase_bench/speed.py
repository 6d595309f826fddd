"""
Speed: sentences a second of ours and of the control, in rounds taken in turns.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from . import ours
from .controls import CONTROLS
from .expressions import Context, Sort
from .rows import Row

GOALS: dict[Sort, float] = {"money": 1 / 6, "quantity": 1 / 12, "date": 1 / 12}
"""The least share of the control's speed."""
ROUNDS = 9
ROUND_S = 0.15
"""What one round takes at least: the sentences are gone through as often as that needs."""

Call = Callable[[str, Context], Any]


@attrs.frozen(kw_only=True)
class Speed:
    """
    Sentences a second, medians of rounds.

    Args:
        ours: Of our finder.
        control: Of the naive control.
        peers: Of each peer that ran.
        goal: The least share of the control's speed.
    """

    ours: float
    control: float
    goal: float
    peers: dict[str, float] = attrs.field(factory=dict)

    @property
    def share(self) -> float:
        """Our speed as a share of the control's."""
        return self.ours / self.control


def measure(rows: Sequence[Row], sort: Sort, peers: dict[str, Call]) -> Speed:
    """Time ours and the control on the sentences of *rows*, in turns; peers three times each."""
    sentences = [(row.text, row.context) for row in rows]
    calls: dict[str, Call] = {"ours": ours.call(sort), "control": CONTROLS[sort]}
    repeats = {name: _repeats(call, sentences) for name, call in calls.items()}
    speeds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            speeds[name].append(_speed(call, sentences, repeats[name]))
    return Speed(
        ours=statistics.median(speeds["ours"]),
        control=statistics.median(speeds["control"]),
        goal=GOALS[sort],
        peers={name: speed_of(call, sentences) for name, call in peers.items()},
    )


def speed_of(call: Call, sentences: Sequence[tuple[str, Context]]) -> float:
    """Return sentences a second of a peer: the median of three passes, of one when slow."""
    first = _speed(call, sentences, 1)
    if len(sentences) / first > ROUND_S * 20:
        return first
    return statistics.median([first, *(_speed(call, sentences, 1) for _ in range(2))])


def _repeats(call: Call, sentences: Sequence[tuple[str, Context]]) -> int:
    """Warm *call* up; return how many passes a round needs."""
    _speed(call, sentences, 1)
    pass_s = len(sentences) / _speed(call, sentences, 2)
    return max(1, round(ROUND_S / pass_s))


def _speed(call: Call, sentences: Sequence[tuple[str, Context]], repeats: int) -> float:
    gc.collect()
    begin = time.perf_counter()
    for _ in range(repeats):
        for text, context in sentences:
            call(text, context)
    return len(sentences) * repeats / (time.perf_counter() - begin)
