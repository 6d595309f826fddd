"""
How alike two records are: the weight of what both of them say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...shapes import Number, Reference, Single, Text
from ...values import Evidence, Identifier
from ..spans import joined
from .graph import Graph, Node
from .items import Item, content, leaves, telling

WHOLE, FIGURE, PART, CODE = 12, 6, 3, 1
"""Weights: of a whole item, of an amount or date, of a word or reference, of a code."""
LEAST_SHARE = 2
"""Records may be aligned when what both say is one part in so many of what the shorter says."""
COMMON = 20_000
"""What more pairs than these share is no reason to compare them."""
_WORDS = re.compile(r"\w+")
_LONG = 400

Marks = dict[int, str]
"""What stands for the nodes whose counterpart is known; the same for both of a pair."""
Feature = tuple[str, ...]


@attrs.frozen(eq=False)
class Features:
    """
    What a record says, in features with weights.

    Args:
        telling: What tells records apart: words, numbers, dates, references.
        others: Codes and flags, and by whom it is referred to.
        wholes: Whole items; worth more than what is in them, when both have them.
        spans: The passages of its evidence, by the mark of the document, joined.
    """

    telling: Counter[Feature]
    others: Counter[Feature]
    wholes: Counter[Feature]
    spans: Mapping[str, tuple[tuple[int, int], ...]]

    @property
    def total(self) -> int:
        """The weight of what tells it apart."""
        return self.telling.total() + WHOLE * bool(self.spans)

    def weigh(self, other: "Features") -> tuple[int, int]:
        """Return the weight of what both say: of what tells apart, and of all."""
        shared = _shared(self.telling, other.telling) + _overlap(self.spans, other.spans)
        besides = _shared(self.others, other.others) + _shared(self.wholes, other.wholes)
        return shared, shared + besides


def features(graph: Graph, number: int, marks: Marks) -> Features:
    """Return the features of a record, given what stands for records already aligned."""
    node = graph.nodes[number]
    found = Features(Counter(), Counter(), Counter(), _spans(graph, node, marks))
    for item in node.items:
        _add_item(graph, node, item, marks, found)
    for label, source in node.into:
        if source in marks:
            found.others["into", label, marks[source]] += PART
        else:
            found.others["into", label, graph.nodes[source].colour] += CODE
    return found


def _add_item(graph: Graph, node: Node, item: Item, marks: Marks, found: Features) -> None:
    """Add the features of one item: itself, and the scalars and words inside it."""
    numbers = graph.number_of[node.side]

    def resolve(id: str) -> str:
        return marks.get(numbers[id]) or graph.nodes[numbers[id]].colour

    inside = list(leaves(item.shape, item.value))
    whole = (item.field, item.name, content(item.shape, item.value, resolve))
    if isinstance(item.value, Identifier):
        found.telling[whole] += WHOLE
    elif any(telling(shape) for _, shape, _ in inside):
        found.wholes[whole] += WHOLE
    if isinstance(item.value, Evidence):
        return  # What two passages have in common is measured in characters.
    for place, shape, value in inside:
        said = content(shape, value, resolve)
        if isinstance(shape, Reference):
            # What it refers to may be left out by one side: until it is found, that the
            # references are not alike tells nothing.
            known = numbers[value] in marks
            (found.telling if known else found.wholes)[item.field, place, said] += PART
        elif not telling(shape):
            found.others[item.field, item.name + place, said] += CODE
        elif words := _words(shape, value):
            for word in words:
                found.telling[item.field, place, "word", word] += PART
        else:
            figure = isinstance(shape, (Number, Text))  # an amount, a date, an address
            found.telling[item.field, place, said] += FIGURE if figure else PART


def _words(shape: Single, value: object) -> set[str]:
    """Return the words at the beginning of a text that has no form of its own."""
    free = isinstance(shape, Text) and shape.form is None
    return set(_WORDS.findall(str(value)[:_LONG].casefold())) if free else set()


def _spans(graph: Graph, node: Node, marks: Marks) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the passages of the record's evidence in documents already aligned."""
    found: dict[str, list[tuple[int, int]]] = {}
    numbers = graph.number_of[node.side]
    for item in node.items:
        it = item.value
        if isinstance(it, Evidence) and numbers[it.document] in marks:
            found.setdefault(marks[numbers[it.document]], []).append((it.start, it.end))
    return {mark: tuple(joined(spans)) for mark, spans in found.items()}


def _overlap(
    one: Mapping[str, Sequence[tuple[int, int]]], two: Mapping[str, Sequence[tuple[int, int]]]
) -> int:
    """Return the weight of the characters that both rest on, as a part of those of either."""
    both = sum(
        max(0, min(b, d) - max(a, c))
        for mark, spans in one.items() for a, b in spans for c, d in two.get(mark, ())
    )  # fmt: skip
    either = sum(b - a for each in (one, two) for spans in each.values() for a, b in spans) - both
    return WHOLE * both // either if either else 0


def _shared(one: Counter[Feature], two: Counter[Feature]) -> int:
    if len(two) < len(one):
        one, two = two, one
    return sum(min(weight, two[key]) for key, weight in one.items() if key in two)


Weights = dict[int, dict[int, int]]
"""For each record of side 0 those of side 1 that it may be aligned with, and the weights."""


def weights(left: Mapping[int, Features], right: Mapping[int, Features]) -> Weights:
    """Return how alike the records of one kind are, for the pairs alike enough."""
    found: Weights = {}
    index: dict[Feature, tuple[list[int], list[int]]] = {}
    for side, many in enumerate((left, right)):
        for number, each in many.items():
            for key in (*each.telling, *each.wholes):
                index.setdefault(key, ([], []))[side].append(number)
    tried = set(_overlapping(left, right))
    for ones, others in index.values():
        if len(ones) * len(others) <= COMMON:
            tried.update((one, other) for one in ones for other in others)
    for one, other in tried:
        telling_weight, weight = left[one].weigh(right[other])
        shorter = min(left[one].total, right[other].total)
        if telling_weight and telling_weight * LEAST_SHARE >= shorter:
            found.setdefault(one, {})[other] = weight
    return found


def _overlapping(
    left: Mapping[int, Features], right: Mapping[int, Features]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of records with evidence of which some characters are the same."""
    by_mark: dict[str, list[tuple[int, int, int, int]]] = {}
    for side, many in enumerate((left, right)):
        for number, each in many.items():
            for mark, spans in each.spans.items():
                by_mark.setdefault(mark, []).extend((a, b, side, number) for a, b in spans)
    for ranges in by_mark.values():
        active: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        for start, end, side, number in sorted(ranges):
            others = active[1 - side]
            others[:] = [each for each in others if each[0] > start]
            for _, other in others:
                yield (other, number) if side else (number, other)
            active[side].append((end, number))
