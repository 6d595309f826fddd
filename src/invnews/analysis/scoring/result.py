"""
Score: how much of one dataset another has found, and what it missed.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

import attrs

from ...shapes import number_text

What = Literal[
    "missing_record", "spurious_record", "missing_field", "spurious_field", "wrong_field"
]


@attrs.frozen
class Counts:
    """
    How many things each side has, and how many agree.

    Args:
        gold: In the gold dataset.
        predicted: In the predicted one.
        matched: Those of either that agree with one of the other.

    >>> Counts(4, 2, 1).precision, Counts(4, 2, 1).recall, Counts(0, 0, 0).f1
    (0.5, 0.25, 1.0)
    """

    gold: int
    predicted: int
    matched: int

    @property
    def precision(self) -> float:
        """How much of what was predicted is right; 1.0 for nothing against nothing, else 0.0."""
        return _share(self.matched, self.predicted, nothing=not self.gold)

    @property
    def recall(self) -> float:
        """How much of the gold was found; 1.0 for nothing against nothing, else 0.0."""
        return _share(self.matched, self.gold, nothing=not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two: twice what agrees, by what both sides have."""
        return _share(2 * self.matched, self.gold + self.predicted, nothing=True)

    def to_data(self) -> dict[str, Any]:
        """Return plain data: the numbers, and the shares to six places."""
        shares = {name: round(getattr(self, name), 6) for name in ("precision", "recall", "f1")}
        return {**attrs.asdict(self), **shares}


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    found = list(counts)
    return Counts(
        sum(each.gold for each in found),
        sum(each.predicted for each in found),
        sum(each.matched for each in found),
    )


def _share(part: int, whole: int, *, nothing: bool) -> float:
    return part / whole if whole else float(nothing)


def _frozen(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a mapping that cannot change, in the order given."""
    return MappingProxyType(dict(value))


@attrs.frozen(kw_only=True)
class KindScore:
    """
    How well the records of one kind were found.

    Args:
        records: The records: those with a counterpart are matched.
        fields: By name of the field, its items: those that are equal are matched. The fields
            of records without a counterpart count, as not found or as spurious.
    """

    records: Counts
    fields: Mapping[str, Counts] = attrs.field(converter=_frozen, factory=dict)

    @property
    def total(self) -> Counts:
        """Records and items together."""
        return total([self.records, *self.fields.values()])

    def to_data(self) -> dict[str, Any]:
        """Return plain data, as JSON has it."""
        fields = {name: each.to_data() for name, each in self.fields.items()}
        return {"records": self.records.to_data(), "fields": fields}


@attrs.frozen(kw_only=True)
class Miss:
    """
    One difference.

    Args:
        kind: Of the record.
        what: `missing_record` and `spurious_record` say that a record has no counterpart;
            `missing_field`, `spurious_field` and `wrong_field` that a field, or an item of a
            list, is in the gold alone, in the prediction alone, or differs.
        gold: The id of the gold record, or None.
        predicted: The id of the predicted record, or None.
        field: The name of the field, or None.
        path: Where it stands, from the record: in the gold, or in the prediction for what is
            spurious; None for a whole record.
        gold_value: What the gold says there, as plain data.
        predicted_value: What the prediction says there.
    """

    kind: str
    what: What
    gold: str | None = None
    predicted: str | None = None
    field: str | None = None
    path: str | None = None
    gold_value: Any = None
    predicted_value: Any = None

    def __str__(self) -> str:
        """Return the difference on one line."""
        ids = " = ".join(each for each in (self.gold, self.predicted) if each is not None)
        head = f"{self.what}: {self.kind} {ids}"
        if self.field is None:
            return head
        values = {
            "missing_field": f"{self.gold_value!r}",
            "spurious_field": f"{self.predicted_value!r}",
        }.get(self.what, f"{self.gold_value!r}, got {self.predicted_value!r}")
        return f"{head}: {self.path}: {values}"

    def to_data(self) -> dict[str, Any]:
        """Return plain data, as JSON has it; decimals as texts."""
        return {name: _plain(getattr(self, name)) for name in attrs.fields_dict(Miss)}


@attrs.frozen(kw_only=True)
class Score:
    """
    How well a predicted dataset says what a gold dataset says.

    Args:
        kinds: By name; every kind of the registry, and those besides that either side has.
        misses: Every difference, in an order of content: by kind, sort and what is said.
        aligned: The ids of the records about the same, gold and predicted.
    """

    kinds: Mapping[str, KindScore] = attrs.field(converter=_frozen)
    misses: tuple[Miss, ...] = ()
    aligned: tuple[tuple[str, str], ...] = ()

    @property
    def total(self) -> Counts:
        """The records and items of all kinds together."""
        return total(each.total for each in self.kinds.values())

    @property
    def records(self) -> Counts:
        """The records of all kinds together."""
        return total(each.records for each in self.kinds.values())

    @property
    def precision(self) -> float:
        """How many of the predicted records and items are right."""
        return self.total.precision

    @property
    def recall(self) -> float:
        """How many of the gold records and items were found."""
        return self.total.recall

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, over records and items of all kinds."""
        return self.total.f1

    @property
    def macro_f1(self) -> float:
        """The mean of the F1 of each kind that either side has; 1.0 when there is none."""
        found = [each.total.f1 for each in self.kinds.values() if each.total != Counts(0, 0, 0)]
        return sum(found) / len(found) if found else 1.0

    def __str__(self) -> str:
        """Return a table of the kinds and the whole; misses are only counted."""
        rows: list[tuple[str, ...]] = [
            ("", "gold", "predicted", "matched", "precision", "recall", "F1")
        ]
        for name, each in self.kinds.items():
            if each.total != Counts(0, 0, 0):
                rows.append(_row(name, each.records))
                rows += [_row(f"  {field}", counts) for field, counts in each.fields.items()]
        rows += [_row("all records", self.records), _row("records and items", self.total)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        lines = [
            "  ".join([row[0].ljust(widths[0]),
                       *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))])
            for row in rows
        ]  # fmt: skip
        many = "1 difference" if len(self.misses) == 1 else f"{len(self.misses)} differences"
        return "\n".join([*lines, many])

    def to_data(self) -> dict[str, Any]:
        """Return plain data, as JSON has it; decimals as texts."""
        return {
            "total": self.total.to_data(),
            "records": self.records.to_data(),
            "macro_f1": round(self.macro_f1, 6),
            "kinds": {name: each.to_data() for name, each in self.kinds.items()},
            "misses": [each.to_data() for each in self.misses],
            "aligned": [list(pair) for pair in self.aligned],
        }


def _row(name: str, counts: Counts) -> tuple[str, ...]:
    numbers = (counts.gold, counts.predicted, counts.matched)
    shares = (counts.precision, counts.recall, counts.f1)
    return (name, *map(str, numbers), *(f"{share:.3f}" for share in shares))


def _plain(value: Any) -> Any:
    """Return data without Decimals, which json.dumps does not know."""
    match value:
        case Decimal():
            return number_text(value)
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {name: _plain(each) for name, each in value.items()}
    return value
