"""
Nothing is converted: what is read is refused, or written back as it was, in type and value.

The places are those of the golden records, found by their Shapes, so that a new kind, field or
value joins with its golden file.
"""

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from invnews.codec import from_dict, loads, read_lines, to_dict
from invnews.errors import InvalidData, child
from invnews.registry import BUILTIN
from invnews.shapes import AnyJson, Field, Flag, Items, Nested, Table, Whole, describe

GOLDEN = {
    each.stem: each.read_text("utf-8")
    for each in (Path(__file__).parents[1] / "golden").glob("*.json")
}
Steps = tuple[str | int, ...]

TRIED: tuple[object, ...] = (
    None, True, False, 0, 1, -1, Decimal("1.5"), "", "x", "1", [], [1], {}, {"a": 1},
    "true", "null", ["x"], [None], [[]], {"a": "x"},
)  # fmt: skip
"""A value of each type of JSON, and those that others are coerced from or to."""


def golden(kind: str) -> dict[str, Any]:
    """Return the plain data of the golden record of a kind."""
    return json.loads(GOLDEN[kind], parse_float=Decimal)


def instances(cls: type, data: dict[str, Any], steps: Steps) -> Iterator[tuple[type, Steps]]:
    """Yield each class of an instance in plain data, with where it stands."""
    yield cls, steps
    for field in describe(cls).fields:
        value = data.get(field.name)
        if value is None or not isinstance(field.single, Nested):
            continue
        if isinstance(field.shape, Items):
            for number, each in enumerate(value):
                yield from instances(field.single.cls, each, (*steps, field.name, number))
        else:
            yield from instances(field.single.cls, value, (*steps, field.name))


def hosts() -> dict[type, tuple[str, Steps]]:
    """Return for each class of record and value a golden record, and where it stands in it."""
    found: dict[type, tuple[str, Steps]] = {}
    for kind in BUILTIN:
        for cls, steps in instances(kind.cls, golden(kind.name), ()):
            found.setdefault(cls, (kind.name, steps))
    return found


HOSTS = hosts()
PLACES = [
    (cls, field)
    for cls in HOSTS
    for field in describe(cls).fields
    if not isinstance(field.single, AnyJson)
]


ALL_PLACES = pytest.mark.parametrize(
    ("cls", "field"), PLACES, ids=[f"{cls.__name__}.{field.name}" for cls, field in PLACES]
)


def nested_classes(cls: type) -> Iterator[type]:
    """Yield a class and every class of value that its fields can hold."""
    yield cls
    for field in describe(cls).fields:
        if isinstance(field.single, Nested):
            yield from nested_classes(field.single.cls)


def at(data: Any, steps: Steps) -> Any:
    """Return what stands in plain data at some steps."""
    for step in steps:
        data = data[step]
    return data


def identical(one: object, other: object) -> bool:
    """Return whether two data are the same JSON: 1, 1.0, true and "1" all differ."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(identical(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(identical, one, other))
    return one == other


def takes(field: Field) -> tuple[type, ...]:
    """Return the types of JSON that a field takes."""
    shape = field.shape
    if isinstance(shape, Items):
        return (list,)
    if isinstance(shape, (Table, Nested)):
        return (dict,)
    if isinstance(shape, Flag):
        return (bool,)
    return (int,) if isinstance(shape, Whole) else (str,)


@cache
def attempts(cls: type, name: str) -> list[tuple[object, dict[str, Any], Steps, Any]]:
    """
    Return what comes of each value in a field: the value, the data, its steps, the outcome.

    The outcome is a record, or the problems with which the data was refused.
    """
    kind, steps = HOSTS[cls]
    found = []
    for value in TRIED:
        data = golden(kind)
        at(data, steps)[name] = copy.deepcopy(value)
        try:
            outcome: Any = from_dict(data)
        except InvalidData as error:
            outcome = error.problems
        found.append((value, data, steps, outcome))
    return found


def default_of(field: Field) -> object:
    """Return the default of a field as it would be written."""
    if isinstance(field.shape, Items):
        return list(field.default)
    return dict(field.default) if isinstance(field.shape, Table) else field.default


@ALL_PLACES
def test_nothing_is_converted(cls: type, field: Field) -> None:
    """
    Every type of JSON in every field is refused, or written back just as it was read; null, and
    what equals the default, may be left out.
    """
    for value, _, steps, outcome in attempts(cls, field.name):
        if isinstance(outcome, tuple):
            continue
        back = at(to_dict(outcome), steps)

        assert identical(value, back.get(field.name, None if value is None else default_of(field)))


@ALL_PLACES
def test_another_type_is_refused_where_it_stands(cls: type, field: Field) -> None:
    """
    A value of another type than the field takes gives one problem at its path, of code
    wrong_type; null does unless the field may be null.
    """
    for value, _, steps, outcome in attempts(cls, field.name):
        if type(value) in takes(field) or (value is None and field.nullable):
            continue
        path = "$"
        for step in (*steps, field.name):
            path = child(path, step)

        assert isinstance(outcome, tuple)
        assert [each.code for each in outcome if each.path == path] == ["wrong_type"]


@ALL_PLACES
def test_texts_are_read_as_data_are(cls: type, field: Field) -> None:
    """
    A line of JSON with such a value gives the same record as its data, or the same problems.
    """
    for _, data, _, outcome in attempts(cls, field.name)[:14]:
        line = json.dumps(data, default=float)
        try:
            (found,) = read_lines([line])
        except InvalidData as error:
            found = tuple(attrs.evolve(each, line=None, column=None) for each in error.problems)

        assert outcome == found


def test_true_is_written_as_true() -> None:
    """
    1 and true are never taken for each other: 1 == True in Python, and not here.
    """
    kind, steps = HOSTS[BUILTIN["group"].cls]
    for wrong, right in ((1, True), (0, False)):
        data = golden(kind)
        at(data, steps)["complete"] = wrong
        with pytest.raises(InvalidData):
            from_dict(data)
        data["complete"] = right

        assert to_dict(from_dict(data))["complete"] is right


def test_every_class_stands_in_a_golden_record() -> None:
    """
    Every kind, and every value that its fields can hold, stands in some golden record.
    """
    reachable = {each for kind in BUILTIN for each in nested_classes(kind.cls)}

    assert reachable == set(HOSTS)


def test_the_golden_records_are_read() -> None:
    """
    Each host is valid before a value is put into it, so that a refusal is due to that value.
    """
    for kind in BUILTIN:
        data = golden(kind.name)

        assert identical(data, to_dict(from_dict(data)))
        assert loads(json.dumps(
            {"format": "invnews", "version": 1, "records": [data]}, default=float
        )).records[0].id == data["id"]  # fmt: skip
