"""
Two aligned records, item by item: what agrees, and what is missing, spurious or wrong.
"""

from collections.abc import Sequence
from typing import Any

import attrs

from ...shapes import Nested, Shape
from .assignment import best_pairs
from .graph import Graph
from .items import MISSING, Item, content, leaves, parts, plain, sequence
from .likeness import Marks
from .result import Counts, What


@attrs.frozen(eq=False)
class Difference:
    """
    One difference of a field, in plain data, with what it is sorted by.

    Args:
        what: Which sort of difference.
        field: The name of the field.
        path: Where it stands.
        gold: What the gold says there.
        predicted: What the prediction says there.
        rank: What decides its place among others: content, and no ids.
    """

    what: What
    field: str
    path: str
    gold: Any
    predicted: Any
    rank: tuple[str, ...]


class Comparison:
    """
    What two records say of each field, or one record that has no counterpart.

    Args:
        graph: Both datasets.
        gold: The number of the gold record, or None.
        predicted: The number of the predicted record, or None.
        marks: What stands for the nodes in references.
    """

    def __init__(self, graph: Graph, gold: int | None, predicted: int | None, marks: Marks) -> None:
        self.graph = graph
        self.marks = marks
        self.sides = (gold, predicted)
        self.counts: dict[str, Counts] = {}
        self.differences: list[Difference] = []
        left, right = self._fields(gold), self._fields(predicted)
        for field in sorted({*left, *right}):
            ours, theirs = left.get(field, []), right.get(field, [])
            if field == MISSING and gold is not None and predicted is not None:
                # A reason stands for a value that is not there; where the other side has the
                # value, that is the difference, and the reason is not another one.
                ours = [each for each in ours if each.name[len("missing.") :] not in right]
                theirs = [each for each in theirs if each.name[len("missing.") :] not in left]
            self._compare(field, ours, theirs)

    def _fields(self, number: int | None) -> dict[str, list[Item]]:
        """Return the items of a record by field."""
        found: dict[str, list[Item]] = {}
        for item in () if number is None else self.graph.nodes[number].items:
            found.setdefault(item.field, []).append(item)
        return found

    def _compare(self, field: str, gold: list[Item], predicted: list[Item]) -> None:
        """Count a field, and note what differs."""
        pairs = self._equal(gold, predicted)
        if gold or predicted:
            self.counts[field] = Counts(len(gold), len(predicted), len(pairs))
        if None in self.sides:
            return
        ours = [each for n, each in enumerate(gold) if n not in {a for a, _ in pairs}]
        theirs = [each for n, each in enumerate(predicted) if n not in {b for _, b in pairs}]
        if ours and not predicted:
            self._absent("missing_field", field, ours)
        elif theirs and not gold:
            self._absent("spurious_field", field, theirs)
        else:
            self._differ(ours, theirs)

    def _equal(self, gold: list[Item], predicted: list[Item]) -> list[tuple[int, int]]:
        """Return the places of items that say the same, each with one counterpart."""
        if not gold or not predicted:
            return []
        ours = [self._said(0, each) for each in gold]
        theirs = [self._said(1, each) for each in predicted]
        if gold[0].shape == predicted[0].shape and sequence(gold[0].shape):
            return _in_order(ours, theirs)
        places: dict[str, list[int]] = {}
        for place, each in enumerate(theirs):
            places.setdefault(each, []).append(place)
        return [(n, places[each].pop(0)) for n, each in enumerate(ours) if places.get(each)]

    def _said(self, side: int, item: Item) -> str:
        number = self.sides[side]
        return "" if number is None else self.graph.content(number, item, self.marks)

    def _rank(self, side: int, item: Item | None) -> str:
        """Return what an item says, references by the colours of their targets."""
        number = self.sides[side]
        if item is None or number is None:
            return ""
        return self.graph.content(number, item, self.graph.shades)

    def _absent(self, what: What, field: str, items: list[Item]) -> None:
        """Note a field that one side has and the other lacks: one difference, however long."""
        side = int(what == "spurious_field")
        whole: Any = [plain(each.shape, each.value) for each in items]
        path = field
        if items[0].name:
            whole = {each.name.partition(".")[2]: value
                     for each, value in zip(items, whole, strict=True)}  # fmt: skip
        elif items[0].path == field:
            whole = whole[0]
        rank = (field, *sorted(self._rank(side, each) for each in items))
        one, two = (None, whole) if side else (whole, None)
        self.differences.append(Difference(what, field, path, one, two, rank))

    def _differ(self, ours: list[Item], theirs: list[Item]) -> None:
        """Note items that differ, pair by pair as alike as can be, and those left over."""
        order = sorted(range(len(ours)), key=lambda n: self._rank(0, ours[n]))
        others = sorted(range(len(theirs)), key=lambda n: self._rank(1, theirs[n]))
        rows = [
            {n: self._alike(ours[one], theirs[other]) for n, other in enumerate(others)}
            for one in order
        ]
        taken: set[int] = set()
        for one, column in zip(order, best_pairs(rows), strict=True):
            if column is None:
                self._one_sided("missing_field", ours[one])
            else:
                taken.add(column)
                self._wrong(ours[one], theirs[others[column]])
        for column, other in enumerate(others):
            if column not in taken:
                self._one_sided("spurious_field", theirs[other])

    def _alike(self, ours: Item, theirs: Item) -> int:
        """Return a weight that pairs as many items as can be, and the most alike of them."""
        if ours.name != theirs.name:
            return 0
        one = {(place, self._leaf(0, shape, value))
               for place, shape, value in leaves(ours.shape, ours.value)}  # fmt: skip
        two = {(place, self._leaf(1, shape, value))
               for place, shape, value in leaves(theirs.shape, theirs.value)}  # fmt: skip
        return 10_000 + min(len(one & two), 9)

    def _leaf(self, side: int, shape: Shape, value: Any) -> str:
        number = self.sides[side]
        assert number is not None
        numbers = self.graph.number_of[side]
        return content(shape, value, lambda name: self.marks[numbers[name]])

    def _one_sided(self, what: What, item: Item) -> None:
        side = int(what == "spurious_field")
        value = plain(item.shape, item.value)
        one, two = (None, value) if side else (value, None)
        rank = (item.field, self._rank(side, item))
        self.differences.append(Difference(what, item.field, item.path, one, two, rank))

    def _wrong(self, ours: Item, theirs: Item) -> None:
        """Note an item that differs, as deep inside it as one place holds all the difference."""
        path, shape, one, two = ours.path, ours.shape, ours.value, theirs.value
        inner: Shape = shape
        while isinstance(inner, Nested) and type(one) is type(two):
            left = {field.name: (field, value) for field, value in parts(one)}
            right = {field.name: (field, value) for field, value in parts(two)}
            apart = [
                name for name in sorted({*left, *right})
                if self._part(0, left.get(name)) != self._part(1, right.get(name))
            ]  # fmt: skip
            if len(apart) != 1:
                break
            field = (left.get(apart[0]) or right[apart[0]])[0]
            path, inner = f"{path}.{apart[0]}", field.shape
            one, two = getattr(one, apart[0]), getattr(two, apart[0])
        rank = (ours.field, self._rank(0, ours), self._rank(1, theirs))
        self.differences.append(
            Difference("wrong_field", ours.field, path, plain(inner, one), plain(inner, two), rank)
        )

    def _part(self, side: int, part: tuple[Any, Any] | None) -> str | None:
        return None if part is None else self._leaf(side, part[0].shape, part[1])


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the longest common subsequence of two lists."""
    longest = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for a in reversed(range(len(ours))):
        for b in reversed(range(len(theirs))):
            longest[a][b] = (
                1 + longest[a + 1][b + 1] if ours[a] == theirs[b]
                else max(longest[a + 1][b], longest[a][b + 1])
            )  # fmt: skip
    found, a, b = [], 0, 0
    while a < len(ours) and b < len(theirs):
        if ours[a] == theirs[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif longest[a + 1][b] >= longest[a][b + 1]:
            a += 1
        else:
            b += 1
    return found
