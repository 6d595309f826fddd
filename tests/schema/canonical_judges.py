"""
Judges of the canonical schema: two validators, the reader, and the classes in which they differ.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs
import jsonschema_rs
from jsonschema import Draft202012Validator

from invnews import BUILTIN, from_dict
from invnews.errors import InvalidData, Problem
from invnews.registry import Registry
from invnews.schema import json_schema
from invnews.schema.patterns import portable
from invnews.schema.shapes import holds_json
from invnews.shapes import AnyJson, Field, Items, Kind, Nested, Number, Table, Text, Whole, describe
from invnews.shapes.text import encodes


def of_records(registry: Registry) -> dict[str, Any]:
    """Return the schema of one record."""
    return {"$ref": "#/$defs/record", "$defs": json_schema(registry)["$defs"]}


@attrs.frozen
class Validators:
    """Two validators of one schema, which must say the same."""

    plain: Any
    rust: Any

    @classmethod
    def of(cls, schema: Any) -> "Validators":
        """Return both for a schema that is one by its metaschema."""
        Draft202012Validator.check_schema(schema)
        jsonschema_rs.meta.validate({**schema, "$schema": Draft202012Validator.META_SCHEMA["$id"]})
        return cls(Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema))

    def accept(self, data: Any) -> bool:
        """Return what both say of plain data."""
        found = as_read(data)
        verdicts = (self.plain.is_valid(found), self.rust.is_valid(found))
        assert verdicts[0] == verdicts[1], f"the validators differ over {data}: {verdicts}"
        return verdicts[0]


def as_read(data: Any) -> Any:
    """Return plain data as other JSON libraries read it: a number with a point is a float."""
    if isinstance(data, dict):
        return {name: as_read(each) for name, each in data.items()}
    if isinstance(data, list):
        return [as_read(each) for each in data]
    return float(data) if isinstance(data, Decimal) else data


def problems_of(data: Any, registry: Registry = BUILTIN) -> tuple[Problem, ...]:
    """Return what the reader finds wrong with a record."""
    try:
        from_dict(data, registry=registry)
    except InvalidData as error:
        return error.problems
    return ()


BY_RULES = {"inconsistent", "ends_before_start", "evidence_mismatch", "stated_and_missing",
            "self_reference", "unknown_path", "refused"}  # fmt: skip
"""Codes that no Shape gives: rules across fields and validators of users' classes alone."""


@attrs.frozen
class Place:
    """Where a problem stands: the kind or value, its field, the shape there and the data."""

    kind: Kind
    name: str
    field: Field | None
    shape: Any
    data: Any


_STEP = re.compile(r'\.([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]+)\]|\["((?:[^"\\]|\\.)*)"\]')


def steps(path: str) -> list[str | int]:
    """Return the steps of a Problem's path."""
    assert path.startswith("$")
    found = list(_STEP.finditer(path, 1))
    assert path[1:] == "".join(each.group() for each in found), path
    return [int(n) if n else name or odd for name, n, odd in (each.groups() for each in found)]


def place_of(path: str, data: Any, registry: Registry) -> Place:
    """Return what the description of the classes says of a path."""
    kind, name, field, shape = registry[data["kind"]], "", None, None
    for step in steps(path):
        if isinstance(shape, AnyJson):
            break
        if isinstance(shape, Nested):
            kind, shape = describe(shape.cls), None
        if isinstance(shape, (Items, Table)):
            shape, data = shape.item, within(data, step)
            continue
        name, field, data = str(step), kind.by_name.get(str(step)), within(data, step)
        shape = None if field is None else field.shape
    return Place(kind, name, field, shape, data)


def within(data: Any, step: str | int) -> Any:
    """Return what stands one step further in, or None."""
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def is_by_rules(problem: Problem, at: Place) -> bool:
    """A rule across fields, or a validator; what is absent or unknown by the fields is none."""
    if problem.code == "missing_field":
        return at.field is None or not at.field.required or at.data is not None
    if problem.code == "unstated":
        return at.field is not None and not at.field.expected
    if problem.code == "unknown_field":
        return steps(problem.path)[0] == "missing"
    return problem.code in BY_RULES


def is_form(problem: Problem, at: Place) -> bool:
    """A text that matches the pattern of its form, which the form refuses for another reason."""
    form = at.shape.form if isinstance(at.shape, Text) else None
    if form is None or problem.code != form.code or not isinstance(at.data, str):
        return False
    pattern = portable(form.pattern)
    return pattern is None or re.fullmatch(pattern, at.data) is not None


def is_duplicate(problem: Problem, at: Place) -> bool:
    """Two items that say the same, written differently; or with free JSON inside."""
    if problem.code != "duplicate_item" or at.field is None:
        return False
    return isinstance(at.shape, (Nested, Number)) or holds_json(at.shape)


CLASSES: Mapping[str, Callable[[Problem, Place], bool]] = {
    "rules": is_by_rules,
    "check digits": lambda problem, at: (
        problem.code == "bad_identifier" and (at.kind.name, at.name) == ("identifier", "value")
    ),
    "forms": is_form,
    "bounds of decimals": lambda problem, at: (
        problem.code == "out_of_bounds" and isinstance(at.shape, Number)
    ),
    "equal items": is_duplicate,
    "whole numbers": lambda problem, at: (
        problem.code == "wrong_type" and isinstance(at.shape, Whole)
        and isinstance(at.data, Decimal) and at.data == int(at.data)
    ),
    "limits": lambda problem, at: (
        problem.code == "too_deep"
        or (problem.code == "too_many_digits" and isinstance(at.shape, AnyJson))
    ),
    "texts of JSON": lambda problem, at: (
        problem.code in ("json_syntax", "encoding", "duplicate_key", "not_a_number", "surrogate")
        or (problem.code == "bad_character" and isinstance(at.data, str) and not encodes(at.data))
    ),
}  # fmt: skip
"""The classes of the page, in its order: what the reader refuses and the schema does not."""


def classes_of(problem: Problem, data: Any, registry: Registry = BUILTIN) -> list[str]:
    """Return the classes that a problem belongs to; there should be one."""
    at = place_of(problem.path, data, registry)
    return [name for name, holds in CLASSES.items() if holds(problem, at)]


def verdicts(
    data: Any, validators: Validators, registry: Registry = BUILTIN
) -> tuple[bool, list[str]]:
    """Return whether the schema accepts a record, and the classes of what the reader says."""
    problems, accepted = problems_of(data, registry), validators.accept(data)
    assert accepted or problems, f"only the schema refuses {data}"
    found = []
    for problem in problems if accepted else ():
        names = classes_of(problem, data, registry)
        assert len(names) == 1, f"{problem} of {data} belongs to {names}"
        found += names
    return accepted, found
