"""
On which side of publication a time lies whose year or week the words leave open.
"""

from . import tense
from .context import Placed
from .lexicon import words
from .reader import Reader


def nearest_side(r: Reader, it: Placed) -> Placed:
    """Return a time whose year or week the words leave open, settled by the tense."""
    time = it.time
    if not time.open:
        return it
    side = _side(r, it)
    last = time.last._replace(nearest=side) if time.last is not None and time.last.open else None
    return it._replace(time=time._replace(nearest=side, last=last or time.last))


def _side(r: Reader, it: Placed) -> str:
    """Return past, future, or either when no verb says so and the days must."""
    before = r.low[max(it.full - 3, 0) : it.full]
    moved = r.low[it.full] == "to" and not words("moved").isdisjoint(before)
    if moved or (it.relation == "until" and r.low[it.full] != "through"):
        return "future"
    if it.relation == "by":
        return "past" if r.low[it.full - 1] in ("had", "was", "were") else "future"
    said = tense.side(r, it.full, it.full_stop)
    if it.time.unit == "year" and it.relation in ("in", "over"):
        if said is True and r.low[it.full_stop] in words("reporting"):
            return "either"  # Third-quarter results, though they "will come", may be of the past.
        if said is None and tense.present(r, it.full, it.full_stop):
            return "either"
    return "future" if said else "past"
