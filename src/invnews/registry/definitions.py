"""
Definitions that do not go together: names taken twice, kinds that a reference cannot name.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ..errors import InvalidData, Problem, did_you_mean
from ..fields import REFERS_TO, Vocabulary
from ..shapes import Code, Field, Kind, Nested, describe, extended, is_record, is_value
from ..shapes.definition import KIND_NAME

DEEPEST = 32
"""A kind is the last of at most so many that extend each other."""


def fault(path: str, message: str, hint: str | None = None) -> Problem:
    """Return the problem of a definition."""
    return Problem(path, "bad_definition", message, hint=hint)


def name_faults(added: list[type[Any]], present: Iterable[Kind]) -> Iterator[Problem]:
    """Yield what is wrong with the names of classes that are to be added, faulty ones included."""
    taken: dict[str, type[Any]] = {each.name: each.cls for each in present}
    bases = set(taken) | {kind_of(each) for each in added}
    for cls in added:
        path, name = f"$.{cls.__name__}", kind_of(cls)
        if is_value(cls):
            yield fault(path, "expected a Record, got a Value", "values need no registration")
            continue
        if not is_record(cls) or name is None:
            continue  # Whoever describes the class tells.
        if name in taken:
            message = f"the kind {name!r} is {taken[name].__name__} already"
            yield fault(path, message, "choose another KIND")
        elif "." not in name:
            message = f"the kind {name!r} has no namespace"
            yield fault(path, message, f"name it after its owner: 'acme.{name}'")
        if len([each for each in cls.__mro__ if "KIND" in each.__dict__]) > DEEPEST:
            message = f"extends more than {DEEPEST - 1} kinds"
            yield fault(path, message, "a reader without it would not follow")
        base = extended(cls)
        if base is not None and base not in bases:
            message = f"extends {base!r}, which the registry does not hold"
            yield fault(path, message, "add that class, too")
        taken.setdefault(name, cls)


def kind_of(cls: type[Any]) -> str | None:
    """Return the name of the kind that a class says of itself, if it is one."""
    name = cls.__dict__.get("KIND")
    return name if isinstance(name, str) and KIND_NAME.fullmatch(name) is not None else None


def reference_faults(added: list[type[Any]], present: Iterable[Kind]) -> Iterator[Problem]:
    """Yield the references to kinds and marks that nothing in the registry has."""
    classes = [*added, *(each.cls for each in present)]
    known = {str(each.__dict__.get("KIND")) for each in classes}
    known |= {mark for cls in classes for base in cls.__mro__ for mark in _marks(base)}
    for cls in added:
        for path, names in _references(cls):
            for name in names:
                if isinstance(name, str) and name not in known:
                    message = f"refers to the kind {name!r}, which the registry does not hold"
                    yield fault(path, message, did_you_mean(name, known))


def _marks(cls: type[Any]) -> tuple[str, ...]:
    marks = cls.__dict__.get("MARKS", ())
    return marks if isinstance(marks, tuple) else ()


def _references(cls: type[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each reference, and what it names; of a faulty class as far as it goes."""
    kind = _described(cls)
    if kind is None:
        for attribute in attrs.fields(cls) if attrs.has(cls) else ():
            yield f"$.{cls.__name__}.{attribute.name}", attribute.metadata.get(REFERS_TO, ())
    else:
        for path, field in fields_within(kind):
            yield path, field.kinds or ()


def shared_name_faults(added: list[Kind], present: Iterable[Kind]) -> Iterator[Problem]:
    """
    Yield the values and vocabularies that have the name of another one in the registry.

    Names stand for one thing each: in messages, in JSON Schema, in `invnews kinds NAME`.
    """
    values: dict[str, type[Any]] = {}
    lists: dict[str, Vocabulary] = {}
    told: set[object] = set()
    for kind in [*present, *added]:
        for path, field in fields_within(kind):
            single = field.single
            if isinstance(single, Nested):
                inner = _described(single.cls)
                if inner is None:
                    continue  # What is wrong with it is told elsewhere.
                name = inner.name
                other = values.setdefault(name, single.cls)
                if other is not single.cls and single.cls not in told:
                    told.add(single.cls)
                    message = f"the value {name!r} is {other.__module__}.{other.__name__} already"
                    hint = f'name yours: KIND: ClassVar[str] = "acme.{name.rpartition(".")[2]}"'
                    yield fault(path, message, hint)
            elif isinstance(single, Code):
                list_of = single.vocabulary
                if lists.setdefault(list_of.name, list_of) is not list_of and list_of not in told:
                    told.add(list_of)
                    message = f"another vocabulary is named {list_of.name!r} already"
                    after_owner = f"name it after its owner: 'acme.{list_of.name}'"
                    owned = "." in list_of.name
                    yield fault(path, message, "choose another name" if owned else after_owner)


def fields_within(kind: Kind) -> Iterator[tuple[str, Field]]:
    """Yield each field of a kind with its path, and those inside its values, each value once."""
    seen: set[type[Any]] = set()
    pending = [(kind, f"$.{kind.cls.__name__}")]
    while pending:
        here, path = pending.pop(0)
        for field in here.fields:
            where = f"{path}.{field.name}"
            yield where, field
            if isinstance(field.single, Nested) and field.single.cls not in seen:
                seen.add(field.single.cls)
                inner = _described(field.single.cls)
                pending += [] if inner is None else [(inner, where)]


def _described(cls: type[Any]) -> Kind | None:
    """Return what a class is, or None when its definition is faulty."""
    try:
        return describe(cls)
    except InvalidData:
        return None


def value_faults(added: Iterable[Kind]) -> Iterator[Problem]:
    """Yield what is wrong with the values that kinds hold, each value once."""
    told: set[type[Any]] = set()
    for kind in added:
        for _, field in fields_within(kind):
            if isinstance(field.single, Nested) and field.single.cls not in told:
                told.add(field.single.cls)
                try:
                    describe(field.single.cls)
                except InvalidData as error:
                    yield from error.problems
