"""
Matching: which expression that was found meets which of the gold.
"""

from collections.abc import Callable, Sequence

import attrs

from .expressions import Expression
from .rows import Row

Right = Callable[[Expression, Expression], bool]
"""Whether the second expression is right, held against the first, the gold."""


@attrs.frozen(kw_only=True)
class Outcome:
    """
    What a finder made of one row.

    Args:
        row: The row.
        pairs: Each gold expression that was met, by its index, with what met it.
        extra: What was found beside and is wrong.
        neutral: What was found beside, in an ignored span.
    """

    row: Row
    pairs: tuple[tuple[int, Expression], ...]
    extra: tuple[Expression, ...]
    neutral: tuple[Expression, ...] = ()

    def right(self, level: Right) -> int:
        """Return how many pairs are right at *level*."""
        return sum(level(self.row.gold[index], ours) for index, ours in self.pairs)

    @property
    def found(self) -> int:
        """How many expressions were found, those in ignored spans left out."""
        return len(self.pairs) + len(self.extra)

    def is_perfect(self, level: Right) -> bool:
        """Tell whether everything is right at *level*, and nothing is extra."""
        return not self.extra and self.right(level) == len(self.row.gold)


def match(row: Row, found: Sequence[Expression]) -> Outcome:
    """Pair gold and *found* one to one, the greatest overlap of cores first, then leftmost."""
    overlaps = []
    for index, gold in enumerate(row.gold):
        for place, ours in enumerate(found):
            shared = _overlap((gold.start, gold.end), (ours.start, ours.end))
            if shared > 0:
                overlaps.append((-shared, gold.start, ours.start, index, place))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, index, place in sorted(overlaps):
        if index not in pairs and place not in taken:
            pairs[index] = place
            taken.add(place)
    beside = [ours for place, ours in enumerate(found) if place not in taken]
    neutral = [ours for ours in beside if _ignored(row, ours)]
    return Outcome(
        row=row,
        pairs=tuple((index, found[place]) for index, place in sorted(pairs.items())),
        extra=tuple(ours for ours in beside if not _ignored(row, ours)),
        neutral=tuple(neutral),
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _ignored(row: Row, ours: Expression) -> bool:
    return any(_overlap(span, (ours.start, ours.end)) > 0 for span in row.ignore)
