"""
Which pairs to take, given what each weighs.
"""

from collections.abc import Iterable, Iterator, Mapping

from .assignment import best_pairs
from .likeness import PART, WHOLE, Weights

Pair = tuple[int, int]


def same_place(label: str, other: str) -> int:
    """Return how much it says that two references stand where these labels say."""
    if label == other:
        return WHOLE
    return PART if label.partition(" ")[0] == other.partition(" ")[0] else 0


def one_to_one(classes: Mapping[str, tuple[list[int], list[int]]]) -> list[Pair]:
    """Return the pairs of those classes that hold one node of each side."""
    return [
        (ones[0], others[0])
        for ones, others in classes.values()
        if len(ones) == 1 and len(others) == 1
    ]


def chosen(numbers: Iterable[int], found: Weights) -> Iterator[Pair]:
    """Yield the pairs of the best assignment, computed apart for what hangs together."""
    order = {number: place for place, number in enumerate(numbers)}
    for rows in _components(found, order):
        columns = sorted({other for one in rows for other in found[one]}, key=order.__getitem__)
        place = {number: each for each, number in enumerate(columns)}
        table = [{place[other]: w for other, w in found[one].items()} for one in rows]
        for one, column in zip(rows, best_pairs(table), strict=True):
            if column is not None:
                yield one, columns[column]


def _components(found: Weights, order: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the records of side 0 that share possible counterparts, in order."""
    back: dict[int, list[int]] = {}
    for one, row in found.items():
        for other in row:
            back.setdefault(other, []).append(one)
    seen: set[int] = set()
    for start in sorted(found, key=order.__getitem__):
        pending, component = [start], []
        while pending:
            one = pending.pop()
            if one not in seen:
                seen.add(one)
                component.append(one)
                pending += [each for other in found[one] for each in back[other]]
        if component:
            yield sorted(component, key=order.__getitem__)


def unrivalled(found: Weights, pairs: list[Pair]) -> list[Pair]:
    """Return the pairs to whose weight no other pair of either record comes up."""
    back: dict[int, list[int]] = {}
    for row in found.values():
        for other, weight in row.items():
            back.setdefault(other, []).append(weight)
    return [
        (one, other)
        for one, other in pairs
        if _only_highest(found[one].values(), found[one][other])
        and _only_highest(back[other], found[one][other])
    ]


def _only_highest(rivals: Iterable[int], weight: int) -> bool:
    """Return whether a weight is among others, once, and above all else."""
    return sum(each >= weight for each in rivals) == 1
