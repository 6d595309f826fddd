"""
Results: what a run measures for one sort, and which goals that misses.
"""

from collections.abc import Sequence

import attrs

from . import growth, ours, speed
from .controls import CONTROLS
from .expressions import Sort, as_finder
from .growth import Growth
from .peers import PEERS, BoxedFinder, open_peer
from .rows import Row
from .scoring import Score, score
from .speed import Call, Speed

GOALS: dict[Sort, float] = {"money": 0.975, "quantity": 0.90, "date": 0.93}
"""The least F1 in full."""


@attrs.frozen(kw_only=True)
class Result:
    """
    What a run measures for one sort of expressions.

    Args:
        sort: money, quantity or date.
        rows: How many sentences there are.
        mentions: How many expressions they have.
        ours: Our score; None when this invnews has no such finder.
        control: The naive control's score.
        peers: Each peer's score.
        remarks: What there is to say of a peer: not installed, sentences lost.
        speed: Sentences a second, when that was asked for.
        growth: How time grows on hostile texts, when that was asked for.
    """

    sort: Sort
    rows: int
    mentions: int
    ours: Score | None
    control: Score
    peers: dict[str, Score]
    remarks: dict[str, str]
    speed: Speed | None = None
    growth: tuple[Growth, ...] = ()

    def misses(self) -> list[str]:
        """Return a line for each goal that is missed, of those that were measured."""
        if self.ours is None:
            return [f"{self.sort}: no {ours.NAMES[self.sort]} in this invnews"]
        missed = []
        f1, goal = self.ours.levels["full"].f1, GOALS[self.sort]
        if f1 < goal:
            missed.append(f"{self.sort}: F1 {f1:.3f} is below {goal:.3f}")
        if self.speed is not None and self.speed.share < self.speed.goal:
            missed.append(
                f"{self.sort}: {self.speed.share:.3f} of the control's speed is below "
                f"{self.speed.goal:.3f}"
            )
        return missed + [
            f"{self.sort}: {each.name!r} grows by {each.worst or 0:.2f} per doubling"
            for each in self.growth
            if not each.is_linear
        ]


def run(
    rows: Sequence[Row], sort: Sort, *, with_peers: bool = True, with_times: bool = True
) -> Result:
    """
    Score and time everything on the rows of *sort*.

    Args:
        rows: All rows; those of other sorts serve as text for the growth.
        sort: What is looked for; at least one row is of it.
        with_peers: Whether other libraries run too.
        with_times: Whether speed and growth are measured.
    """
    own = [row for row in rows if row.sort == sort]
    there = ours.is_there(sort)
    finders, remarks = _open_peers(sort) if with_peers else ({}, {})
    peers = {}
    for name, find in finders.items():
        peers[name] = score(own, find, sort)
        if find.late or find.failed:
            remarks[name] = f"{find.late} sentences out of time, {find.failed} failed"
    calls: dict[str, Call] = dict(finders)
    return Result(
        sort=sort,
        rows=len(own),
        mentions=sum(len(row.gold) for row in own),
        ours=score(own, ours.finder(sort), sort) if there else None,
        control=score(own, as_finder(CONTROLS[sort]), sort),
        peers=peers,
        remarks=remarks,
        speed=speed.measure(own, sort, calls) if there and with_times else None,
        growth=tuple(growth.measure(rows, sort)) if there and with_times else (),
    )


def _open_peers(sort: Sort) -> tuple[dict[str, BoxedFinder], dict[str, str]]:
    """Return the finders of the installed peers, and what there is to say of the others."""
    finders, remarks = {}, {}
    for peer in PEERS:
        if peer.sort != sort:
            continue
        if not peer.installed:
            remarks[peer.name] = "not installed"
            continue
        try:
            finders[peer.name] = open_peer(peer)
        except Exception as error:  # noqa: BLE001  a peer that does not start is no fault of ours
            remarks[peer.name] = f"does not start: {type(error).__name__}: {error}"
    return finders, remarks
