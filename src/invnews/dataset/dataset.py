"""
Dataset: many records, in order, found by id, by kind and by who refers to them.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import attrs

from ..errors import InvalidData, Problem, UnknownId, did_you_mean, shown
from ..records import Record, UnknownRecord, is_view
from ..shapes import Unread
from .references import Link, links

R = TypeVar("R", bound=Record)


def _records(given: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records as a tuple, or refuse what is none."""
    if isinstance(given, Record):
        message = "expected records in a list, got a record"
        raise InvalidData([Problem("$", "wrong_type", message, hint="write Dataset([record])")])
    records = tuple(given)
    problems = [
        Problem(f"$.records[{number}]", "wrong_type", f"expected a record, got {shown(each)}")
        for number, each in enumerate(records)
        if not isinstance(each, Record)
    ]
    if problems:
        raise InvalidData(problems)
    return records


@attrs.frozen
class Dataset:
    """
    Records in the order given. It never changes; equal when its records are, in order.

    Each record is valid in itself; whether they fit together is for `check` to say.

    Args:
        records: Any iterable of records.
        unread: What a reader kept of the file around the records; part of equality.

    Raises:
        InvalidData: Something else is among them.

    >>> from invnews.records import Person
    >>> from invnews.values import Name
    >>> dataset = Dataset([Person(id="james-song", names=(Name(text="James Song"),))])
    >>> len(dataset), dataset["james-song"].kind
    (1, 'person')
    """

    records: tuple[Record, ...] = attrs.field(converter=_records)
    unread: Unread | None = attrs.field(default=None, kw_only=True, repr=False)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in order."""
        return iter(self.records)

    def __contains__(self, it: object) -> bool:
        """Return whether a record has this id, or is this record."""
        if isinstance(it, Record):
            return any(self.records[each] == it for each in self.positions.get(it.id, ()))
        return it in self.positions

    def __getitem__(self, id: str) -> Record:
        """
        Return the one record with this id.

        Raises:
            UnknownId: No record has it, or more than one.
        """
        if not isinstance(id, str):
            raise UnknownId(f"ids are texts, got {id!r}; by number: dataset.records[{id!r}]")
        found = self.positions.get(id, ())
        if len(found) == 1:
            return self.records[found[0]]
        if found:
            raise UnknownId(f"{len(found)} records have the id {id!r}; check() lists them")
        hint = did_you_mean(id, self.positions)
        raise UnknownId(f"no record has the id {id!r}" + (f" ({hint})" if hint else ""))

    def get(self, id: str) -> Record | None:
        """Return the first record with this id, or None."""
        found = self.positions.get(id, ())
        return self.records[found[0]] if found else None

    def of(self, cls: type[R]) -> tuple[R, ...]:
        """
        Return the records of a class and of those that derive from it, in order.

        In the place of a record whose kind is not known, and extends one that is, stands its
        base view; `is_view` tells.
        """
        if issubclass(UnknownRecord, cls):
            return tuple(each for each in self.records if isinstance(each, cls))
        return tuple(each for each in self.understood if isinstance(each, cls))

    @cached_property
    def understood(self) -> tuple[Record, ...]:
        """The records as far as they are understood: base views in the place of what has one."""
        return tuple(
            each.view if isinstance(each, UnknownRecord) and each.view is not None else each
            for each in self.records
        )

    def is_view(self, record: Record) -> bool:
        """
        Return whether a record is the base view of one whose kind is not known.

        It has the class of the kind that was extended, and is written as what it was.
        """
        return is_view(record)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that refer to this id, in order, each once."""
        return tuple(self.records[each] for each in self._referring.get(id, ()))

    def links(self, record: Record) -> tuple[Link, ...]:
        """Return the references that a record holds, with their paths."""
        return tuple(links(record))

    @cached_property
    def positions(self) -> Mapping[str, tuple[int, ...]]:
        """Where the records with each id stand, in order; more than one only by mistake."""
        found: dict[str, list[int]] = {}
        for number, each in enumerate(self.records):
            found.setdefault(each.id, []).append(number)
        return {id: tuple(numbers) for id, numbers in found.items()}

    @cached_property
    def _referring(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for number, each in enumerate(self.records):
            for target in dict.fromkeys(link.target for link in links(each)):
                found.setdefault(target, []).append(number)
        return {target: tuple(numbers) for target, numbers in found.items()}
