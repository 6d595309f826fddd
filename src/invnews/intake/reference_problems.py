"""
References and ids of an answer with faults: what can be told before all records can be read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import Problem, child, did_you_mean, scalar
from ..registry import Registry
from ..shapes import Field, Items, Nested, Reference, Table, describe
from .restore import Restored


def reference_problems(
    restored: Iterable[Restored], others: Mapping[str, str], registry: Registry
) -> Iterator[Problem]:
    """
    Yield references that lead nowhere or to a record of another kind, and ids given twice.

    It needs no record that can be read: a record with a fault can be referred to.

    Args:
        restored: The records of the answer, readable or not.
        others: The kinds of records beside the answer, by id.
        registry: Says which kinds a reference may name.
    """
    records = [each for each in restored if isinstance(each.data, dict)]
    kinds = dict(others)
    for each in records:
        id = each.data.get("id")
        if not isinstance(id, str):
            continue
        if id in kinds:
            message = f"expected an id of its own, got that of another record: {id!r}"
            yield Problem(child(each.at, "id"), "duplicate_id", message, scalar(id))
        kinds.setdefault(id, each.kind.name)
    for each in records:
        for path, target, allowed in _references(each.kind.cls, each.data, "$"):
            at = each.restorer.place(path)
            if target not in kinds:
                hint = did_you_mean(target, kinds)
                message = f"no record has the id {target!r}"
                yield Problem(at, "dangling_reference", message, scalar(target), hint)
            elif kinds[target] in registry and not registry.allows(allowed, kinds[target]):
                names = [k.name for k in registry if registry.allows(allowed, k.name)]
                wanted = f"a record of kind {' or '.join(names)}"
                message = f"expected {wanted}, got {target!r}, of kind {kinds[target]!r}"
                yield Problem(at, "wrong_kind", message, scalar(target))


def _references(
    cls: type[Any], data: Mapping[str, Any], path: str
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield path, target and allowed kinds of each reference that is a text."""
    for field in describe(cls).fields:
        for step, value in _held(field, data.get(field.name), child(path, field.name)):
            single = field.single
            if isinstance(single, Reference) and isinstance(value, str) and value.strip():
                yield step, value, single.kinds
            elif isinstance(single, Nested) and isinstance(value, dict):
                yield from _references(single.cls, value, step)


def _held(field: Field, value: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield the path and value of each thing that a field holds, as far as its form is right."""
    if isinstance(field.shape, Items):
        for number, each in enumerate(value if isinstance(value, list) else ()):
            yield child(path, number), each
    elif isinstance(field.shape, Table):
        for name, each in value.items() if isinstance(value, dict) else ():
            yield child(path, name), each
    else:
        yield path, value
