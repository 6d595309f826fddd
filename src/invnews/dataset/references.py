"""
References: the ids that records hold, and where they hold them.
"""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from ..errors import child
from ..records import Record, UnknownRecord
from ..shapes import Field, Nested, Reference, Table, describe, kept_on_class


@attrs.frozen
class Link:
    """
    One reference of a record.

    Args:
        path: Where it stands, from the record: ``$.parties[0].party``.
        target: The id that it names.
        kinds: Which kinds or marks it may name; empty for any.
        field: The name of the field that holds it: ``party``.
        acyclic: Whether following it must never lead back.
    """

    path: str
    target: str
    kinds: tuple[str, ...]
    field: str
    acyclic: bool


def links(record: Record) -> Iterator[Link]:
    """
    Yield every reference of a record, those inside its values included, in canonical order.

    Of a record whose kind is not known: those of its base view, and of its common fields.

    >>> from invnews.records import Relation
    >>> relation = Relation(id="r", type="part_of", subject="a", object="b")
    >>> [(link.path, link.target) for link in links(relation)]
    [('$.subject', 'a'), ('$.object', 'b')]
    """
    view = record.view if isinstance(record, UnknownRecord) else None
    return _links(record if view is None else view, "$")


def _links(instance: Any, path: str) -> Iterator[Link]:
    for field in _holders(type(instance)):
        value = getattr(instance, field.name)
        if value is None:
            continue
        where = child(path, field.name)
        for step, each in items(field, value, where):
            if isinstance(field.single, Reference):
                yield Link(step, each, field.single.kinds, field.name, field.acyclic)
            else:
                yield from _links(each, step)


def items(field: Field, value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the path and value of each thing that a field holds."""
    if field.many:
        for number, each in enumerate(value):
            yield child(path, number), each
    elif isinstance(field.shape, Table):
        for name, each in value.items():
            yield child(path, name), each
    else:
        yield path, value


@kept_on_class
def _holders(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields of a class that hold references, or values which may hold some."""
    may = may_hold(lambda field: isinstance(field.single, Reference))
    return tuple(field for field in describe(cls).fields if may(field))


def may_hold(wanted: Callable[[Field], bool]) -> Callable[[Field], bool]:
    """Return whether a field, or one inside its values, is wanted; values may hold themselves."""

    def holds(field: Field) -> bool:
        seen: set[type[Any]] = set()
        pending = [field]
        while pending:
            here = pending.pop()
            if wanted(here):
                return True
            if isinstance(here.single, Nested) and here.single.cls not in seen:
                seen.add(here.single.cls)
                pending += describe(here.single.cls).fields
        return False

    return holds
