"""
Which record of one dataset is which of the other.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...dataset import Dataset
from ...records import Document
from .graph import GHOST, Graph, digest
from .likeness import Features, Marks, Weights, features, weights
from .pairing import Pair, chosen, one_to_one, same_place, unrivalled

_TRIAL = "taken for each other, to see what follows"
_TRIALS = 16
"""Among more records that say the same, the counterpart is sought in so many only."""


class Alignment:
    """
    The pairs of records of two datasets that are about the same, found in waves.

    Records that say the same are aligned first, then those that are alike, then those that
    are told apart only by what they refer to or are referred to by. No choice depends on ids
    or on the order of records; nodes of equal colour that nothing tells apart are taken in
    the order given, which changes nothing but which of them is named.

    Args:
        datasets: Two, each without duplicate ids.
    """

    def __init__(self, datasets: tuple[Dataset, Dataset]) -> None:
        self.graph = Graph(datasets)
        self.pairs: list[Pair] = []
        self.marks: Marks = {}
        self.tied: list[Pair] = []
        self.free: dict[int, None] = dict.fromkeys(range(len(self.graph.nodes)))
        self.named: Counter[tuple[str, str]] = Counter()
        turned = self.graph.signature(1) < self.graph.signature(0)
        if turned:  # Which dataset is the gold one has no say in what is aligned.
            self.graph.turn()
        self._align()
        self.stand_ins = self._stand_ins()
        if turned:
            self.graph.turn()
            self.pairs = [(other, one) for one, other in self.pairs]

    def _align(self) -> None:
        """Align what says the same; then one wave of what is alike; and again."""
        self._equal()
        while self._wave(self._documents(), guess=False):
            self._equal()
        self._tie_texts()
        self._equal()
        while self._wave(self._records()):
            self._equal()

    def _take(self, pairs: Iterable[Pair]) -> bool:
        """Write down pairs; return whether there are any."""
        found = list(pairs)
        for one, other in found:
            self.pairs.append((one, other))
            self._mark(one, other)
        return bool(found)

    def _mark(self, one: int, other: int) -> None:
        """Let one text stand for both from now on; it comes from what they say."""
        shades = (self.graph.shades[one], self.graph.shades[other])
        self.named[shades] += 1
        self.marks[one] = self.marks[other] = digest(*shades, self.named[shades])
        del self.free[one], self.free[other]

    # --- What says the same -----------------------------------------------------------------

    def _equal(self) -> None:
        """Align records whose content, and that of their neighbours, is that of one other."""
        while True:
            colours = self.graph.coloured(self.free, self.marks)
            taken = self._take(self._interchangeable(colours[-1]))
            for each in reversed(colours[1:]):
                taken |= self._take(one_to_one(self._classes(each.__getitem__)))
            outward = {n: self.graph.said_outward(n, self.marks) for n in self._records()}
            taken |= self._take(one_to_one(self._classes(outward.get)))
            if not taken:
                return

    def _classes(
        self, colour: Callable[[int], str | None]
    ) -> dict[str, tuple[list[int], list[int]]]:
        """Return the free nodes of each side by colour."""
        found: dict[str, tuple[list[int], list[int]]] = {}
        for number in self.free:
            shade = colour(number)
            if shade is not None:
                found.setdefault(shade, ([], []))[self.graph.nodes[number].side].append(number)
        return found

    def _interchangeable(self, colours: Mapping[int, str]) -> Iterator[Pair]:
        """Yield pairs of equal records around which everything is aligned already."""
        for ones, others in list(self._classes(colours.__getitem__).values()):
            if all(not self._open(each) for each in (*ones[:1], *others[:1])):
                yield from zip(ones, others, strict=False)

    def _open(self, number: int) -> list[int]:
        """Return the neighbours of a node that are not aligned yet."""
        node = self.graph.nodes[number]
        return [each for _, each in (*node.out, *node.into) if each in self.free]

    # --- What is alike ----------------------------------------------------------------------

    def _records(self) -> list[int]:
        return [each for each in self.free if self.graph.nodes[each].kind != GHOST]

    def _documents(self) -> list[int]:
        return [n for n in self.free if isinstance(self.graph.nodes[n].record, Document)]

    def _wave(self, numbers: list[int], *, guess: bool = True) -> bool:
        """Align the pairs of the best assignment that nothing rivals; return whether any are."""
        if not numbers:
            return False
        colours = self.graph.coloured(self.free, self.marks)[-1]
        numbers.sort(key=lambda each: colours[each])
        found, twins = self._weights(numbers, colours)
        best = list(chosen(numbers, found))
        sure = [pair for pair in unrivalled(found, best) if pair not in twins]
        settled = [pair for pair in sure if all(map(self._is_settled, pair))]
        if self._take(settled) or self._take(sure):
            return True
        if not guess:
            return False
        best.sort(key=lambda pair: (-found[pair[0]][pair[1]], *(colours[n] for n in pair)))
        return self._take(self._apart(best, colours))

    def _is_settled(self, number: int) -> bool:
        """Return whether all that a record refers to is aligned."""
        targets = (each for _, each in self.graph.nodes[number].out)
        return all(n not in self.free or self.graph.nodes[n].kind == GHOST for n in targets)

    def _weights(self, numbers: list[int], colours: Mapping[int, str]) -> tuple[Weights, set[Pair]]:
        """Return how alike records of one kind are, and which pairs are some of many equal."""
        found: Weights = {}
        told = {each: features(self.graph, each, self.marks) for each in numbers}
        by_kind: dict[str, tuple[dict[int, Features], dict[int, Features]]] = {}
        for number in numbers:
            node = self.graph.nodes[number]
            by_kind.setdefault(node.kind, ({}, {}))[node.side][number] = told[number]
        for left, right in by_kind.values():
            if left and right:
                found |= weights(left, right)
        # What says the same is compared however many say it, each with one counterpart.
        twins: set[Pair] = set()
        for one, other, many in self._same(numbers, colours):
            weight = max(1, told[one].weigh(told[other])[1])
            found.setdefault(one, {}).setdefault(other, weight)
            twins |= {(one, other)} if many else set()
        return found, twins

    def _same(
        self, numbers: list[int], colours: Mapping[int, str]
    ) -> Iterator[tuple[int, int, bool]]:
        """Yield pairs of records that say the same, and whether there are others like them."""
        inward = {each: colours[each] for each in numbers}
        outward = {each: self.graph.said_outward(each, self.marks) for each in numbers}
        for by in (inward, outward):
            for many in self._classes(by.get).values():
                ones, others = (sorted(each, key=lambda n: colours[n]) for each in many)
                for one, other in zip(ones, others, strict=False):
                    yield one, other, len(ones) + len(others) > 2

    def _apart(self, pairs: Iterable[Pair], colours: Mapping[int, str]) -> Iterator[Pair]:
        """
        Yield pairs, none of which has anything to do with one before it.

        Of nodes that say the same, each around others that say the same, the counterpart is
        the one from which on most of what hangs together with both goes on being the same.
        """
        group = self._groups()
        twins = self._classes(colours.get)
        used: set[int] = set()
        for one, other in pairs:
            if group[one] in used or group[other] in used:
                continue
            others = twins[colours[one]][1] if colours[one] == colours[other] else []
            others = [each for each in others if group[each] not in used][:_TRIALS]
            best = self._best_of(one, [other, *others], group)
            used |= {group[one], group[best]}
            yield one, best

    def _best_of(self, one: int, others: list[int], group: Mapping[int, int]) -> int:
        """Return the first of those that leave the least difference when taken for *one*."""
        found: list[tuple[int, int]] = []
        for other in others if len(others) > 1 else ():
            marks = self.marks | {one: _TRIAL, other: _TRIAL}
            near = [n for n in self.free
                    if group[n] in (group[one], group[other]) and n not in (one, other)]  # fmt: skip
            colours = self.graph.coloured(near, marks)[-1]
            sides: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
            for number, colour in colours.items():
                sides[self.graph.nodes[number].side][colour] += 1
            found.append((((sides[0] - sides[1]) + (sides[1] - sides[0])).total(), len(found)))
            if not found[-1][0]:
                break
        return others[min(found)[1]] if found else others[0]

    def _groups(self) -> dict[int, int]:
        """Return for each free node one of the nodes that it hangs together with."""
        found: dict[int, int] = {}
        for start in self.free:
            pending = [] if start in found else [start]
            while pending:
                number = pending.pop()
                if number not in found:
                    found[number] = start
                    pending += self._open(number)
        return found

    def _tie_texts(self) -> None:
        """
        Tie documents that one side quotes and does not hold to those of the other side.

        Otherwise no passage would be the same, where a dataset leaves out the document alone.
        """
        ghosts = [each for each in self.free if self.graph.nodes[each].kind == GHOST]
        quoted = {each: found for each in (*ghosts, *self._documents())
                  if (found := self._quotations(each))}  # fmt: skip
        held = {self.graph.nodes[each].side for each in self._documents()}
        row: Weights = {}
        for one, ours in quoted.items():
            for other, theirs in quoted.items() if self.graph.nodes[one].side == 0 else ():
                if self.graph.nodes[other].side == 1 and len(held) < 2:
                    row.setdefault(one, {})[other] = (ours & theirs).total()
        numbers = sorted(quoted, key=lambda each: self.graph.shades[each])
        for one, other in chosen(numbers, row):
            self.tied.append((one, other))
            self._mark(one, other)

    def _quotations(self, number: int) -> Counter[tuple[str, str]]:
        """Return which passages of a document are quoted, by records that say what."""
        into = self.graph.nodes[number].into
        return Counter(
            (label, self.graph.nodes[source].colour)
            for label, source in into
            if label in self.graph.nodes[source].quoting
        )

    def unaligned(self) -> list[int]:
        """Return the records without a counterpart."""
        numbers = [*self.free, *(each for pair in self.tied for each in pair)]
        return [each for each in numbers if self.graph.nodes[each].kind != GHOST]

    def aligned(self) -> list[Pair]:
        """Return the records with their counterparts."""
        return [pair for pair in self.pairs if self.graph.nodes[pair[0]].kind != GHOST]

    # --- What is left -----------------------------------------------------------------------

    def _stand_ins(self) -> tuple[Pair, ...]:
        """
        Return what stands in the same places, though it is not aligned.

        A record that the other dataset lacks is a difference by itself; who refers to it is
        none the worse when the other refers to a ghost, or to another such record, instead.
        """
        found: Weights = {}
        for one in self.free:
            if self.graph.nodes[one].side == 0:
                found[one] = self._in_place_of(one)
        numbers = sorted(self.free, key=lambda each: (self.graph.shades[each], each))
        return tuple(chosen(numbers, found))

    def _in_place_of(self, one: int) -> dict[int, int]:
        """Return the free nodes of side 1 that have referrers of a node of side 0, too."""
        kind = self.graph.nodes[one].kind
        partner = dict(self.pairs)
        row: dict[int, int] = {}
        for label, source in self.graph.nodes[one].into:
            other = partner.get(source)
            for theirs, target in () if other is None else self.graph.nodes[other].out:
                kinds = {kind, self.graph.nodes[target].kind}
                if target in self.free and (len(kinds) == 1 or GHOST in kinds):
                    row[target] = row.get(target, 0) + same_place(label, theirs)
        return row

    def references(self) -> Marks:
        """Return what stands for each node in references: the same for both of a pair."""
        left = {each: f"alone {each}" for each in self.free}
        for one, other in self.stand_ins:
            left[one] = left[other]
        return self.marks | left
