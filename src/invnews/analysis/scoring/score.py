"""
score: one dataset held against another, whatever their ids and order are.
"""

from typing import Any

from ...dataset import Dataset
from ...errors import FILE_LIMIT, InvalidData, Problem, limited, shown
from ...registry import BUILTIN, Registry
from .align import Alignment
from .compare import Comparison
from .graph import GHOST
from .result import Counts, KindScore, Miss, Score, total

_ORDER = ("missing_record", "spurious_record", "missing_field", "spurious_field", "wrong_field")
_SIDES = ("gold", "predicted")
_Ranked = list[tuple[tuple[object, ...], Miss]]


def score(gold: Dataset, predicted: Dataset, *, registry: Registry = BUILTIN) -> Score:
    """
    Return how well a predicted dataset says what a gold dataset says.

    Records are aligned by what they say and refer to; ids and order count for nothing. Only
    records of the very same kind are aligned: no ``acme.sovereign_loan`` with an ``agreement``.
    Neither dataset has to pass `check`; references may lead nowhere.

    Args:
        gold: What is right.
        predicted: What is held against it.
        registry: Its kinds are listed first and in its order, whether there are records or not.

    Raises:
        InvalidData: Two records of one dataset have the same id, or something else than a
            dataset is given. Every such record is listed, below ``$.gold`` or ``$.predicted``.

    >>> from invnews.records import Person
    >>> from invnews.values import Name
    >>> song = Person(id="song", names=(Name(text="James Song"),), countries=("MY",))
    >>> found = Person(id="p1", names=(Name(text="James Song"),), countries=("SG",))
    >>> print(score(Dataset([song]), Dataset([found])).misses[0])
    wrong_field: person song = p1: countries[0]: 'MY', got 'SG'
    """
    _refuse(gold, predicted)
    alignment = Alignment((gold, predicted))
    marks = alignment.references()
    graph = alignment.graph
    scorer = _Scorer(alignment, registry)
    for one, other in alignment.aligned():
        scorer.add(one, other, Comparison(graph, one, other, marks))
    for each in alignment.unaligned():
        gold_one, predicted_one = (each, None) if graph.nodes[each].side == 0 else (None, each)
        scorer.add(gold_one, predicted_one, Comparison(graph, gold_one, predicted_one, marks))
    return scorer.score()


class _Scorer:
    """
    Counts and misses on their way to a Score.

    Args:
        alignment: Which record is which.
        registry: Whose kinds come first.
    """

    def __init__(self, alignment: Alignment, registry: Registry) -> None:
        self.nodes = alignment.graph.nodes
        self.shades = alignment.graph.shades
        others = {each.kind for each in self.nodes if each.kind != GHOST} - {*registry.kinds}
        self.kinds = [*registry.kinds, *sorted(others)]
        self.registry = registry
        self.records: dict[str, list[Counts]] = {each: [] for each in self.kinds}
        self.fields: dict[str, dict[str, list[Counts]]] = {each: {} for each in self.kinds}
        self.misses: _Ranked = []
        self.aligned: list[tuple[tuple[object, ...], tuple[str, str]]] = []

    def add(self, gold: int | None, predicted: int | None, found: Comparison) -> None:
        """Add two aligned records, or one without a counterpart."""
        number = gold if gold is not None else predicted
        assert number is not None
        kind = self.nodes[number].kind
        both = gold is not None and predicted is not None
        self.records[kind].append(Counts(gold is not None, predicted is not None, both))
        for field, counts in found.counts.items():
            self.fields[kind].setdefault(field, []).append(counts)
        ids = (self._id(gold), self._id(predicted))
        place = (self.kinds.index(kind), self._shade(gold), self._shade(predicted))
        if ids[0] is not None and ids[1] is not None:
            self.aligned.append((place, (ids[0], ids[1])))
        else:
            what: Any = "missing_record" if predicted is None else "spurious_record"
            miss = Miss(kind=kind, what=what, gold=ids[0], predicted=ids[1])
            self.misses.append(((place[0], _ORDER.index(what), *place[1:]), miss))
        for each in found.differences:
            rank = (place[0], _ORDER.index(each.what), *place[1:], *each.rank)
            self.misses.append((rank, Miss(
                kind=kind, what=each.what, gold=ids[0], predicted=ids[1], field=each.field,
                path=each.path, gold_value=each.gold, predicted_value=each.predicted,
            )))  # fmt: skip

    def score(self) -> Score:
        """Return what was found."""
        return Score(
            kinds={kind: KindScore(records=total(self.records[kind]), fields=self._fields(kind))
                   for kind in self.kinds},
            misses=tuple(miss for _, miss in sorted(self.misses, key=lambda each: each[0])),
            aligned=tuple(ids for _, ids in sorted(self.aligned, key=lambda each: each[0])),
        )  # fmt: skip

    def _fields(self, kind: str) -> dict[str, Counts]:
        """Return the counts of each field, in the order of the kind."""
        found = self.fields[kind]
        names = self.registry[kind].by_name if kind in self.registry else ()
        order = [*(each for each in names if each in found), *sorted(set(found) - set(names))]
        return {name: total(found[name]) for name in order}

    def _id(self, number: int | None) -> str | None:
        record = None if number is None else self.nodes[number].record
        return None if record is None else record.id

    def _shade(self, number: int | None) -> str:
        return "" if number is None else self.shades[number]


def _refuse(gold: object, predicted: object) -> None:
    """
    Refuse what is no dataset, and records that share an id.

    Raises:
        InvalidData: With every such record.
    """
    problems: list[Problem] = []
    for name, dataset in zip(_SIDES, (gold, predicted), strict=True):
        if not isinstance(dataset, Dataset):
            message = f"expected a Dataset, got {shown(dataset)}"
            problems.append(Problem(f"$.{name}", "wrong_type", message, hint="write Dataset([…])"))
            continue
        for id, numbers in dataset.positions.items():
            for number in numbers[1:]:
                message = f"expected an id of its own, got that of record {numbers[0]}: {id!r}"
                path = f"$.{name}.records[{number}].id"
                problems.append(Problem(path, "duplicate_id", message, id))
    if problems:
        raise InvalidData(limited(problems, FILE_LIMIT))
