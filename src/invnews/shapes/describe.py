"""
Reading a class: annotations and metadata become a Kind, or every fault of the definition.
"""

import inspect
import re
import typing
from collections.abc import Mapping
from typing import Any

import attrs

from .. import fields as said
from ..errors import InvalidData, Problem
from .annotation import Faulty, is_record, is_value, shape_of, without_none
from .checked import kept_on_class
from .containers import FrozenMap
from .definition import (
    attribute_faults,
    class_faults,
    default_faults,
    fault,
    override_faults,
    shadow_faults,
)
from .kind import Field, Kind, Rule
from .shape import Flag, Shape, Table


@kept_on_class
def describe(cls: type[Any]) -> Kind:
    """
    Return what *cls* is: its wire name, fields and rules.

    Args:
        cls: An attrs class that derives from Record or Value.

    Raises:
        InvalidData: The definition has faults; all of them are listed, each with a path that
            names class and field.
    """
    place = f"$.{cls.__name__}"
    problems = class_faults(cls, place)
    fields = [] if problems else _fields(cls, place, problems)
    if problems:
        raise InvalidData(problems)
    return Kind(
        name=_name(cls),
        cls=cls,
        fields=_in_wire_order(cls, fields),
        rules=_rules(cls),
        identified=cls.IDENTIFIED,
        extends=extended(cls),
        marks=frozenset(mark for base in cls.__mro__ for mark in base.__dict__.get("MARKS", ())),
        doc=inspect.cleandoc(cls.__doc__ or ""),
        internal=tuple(
            (each.name, each.default)
            for each in attrs.fields(cls)
            if said.INTERNAL in each.metadata
        ),
        migrations=cls.__dict__.get("MIGRATIONS", ()),
    )


def _fields(cls: type[Any], place: str, problems: list[Problem]) -> list[Field]:
    """Return the fields of the wire form, and append what is wrong with them."""
    hints = _annotations(cls, place, problems)
    fields: list[Field] = []
    for attribute in attrs.fields(cls) if hints is not None else ():
        if said.INTERNAL in attribute.metadata:
            continue
        annotation = (hints or {}).get(attribute.name, attribute.type)
        if annotation is None:
            hint = "write the type behind its name"
            problems.append(fault(f"{place}.{attribute.name}", "has no annotation", hint))
        else:
            field = _field(cls, attribute, annotation, place, problems)
            fields += [field] if field is not None else []
    return fields


def _annotations(cls: type[Any], place: str, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the annotations resolved, or None when one does not."""
    try:
        return typing.get_type_hints(cls)
    except (NameError, TypeError, AttributeError, SyntaxError) as error:
        resolved = {each.name: each.type for each in attrs.fields(cls)}
        if not any(each is None or isinstance(each, str) for each in resolved.values()):
            return resolved
        hint = "import it at run time; inside a function call attrs.resolve_types(…, locals())"
        problems.append(fault(place, f"an annotation does not resolve: {error}", hint))
        return None


def _field(
    cls: type[Any], attribute: Any, annotation: Any, place: str, problems: list[Problem]
) -> Field | None:
    path = f"{place}.{attribute.name}"
    faults = attribute_faults(attribute, path) + shadow_faults(cls, attribute, path)
    inner, nullable = without_none(annotation)
    shape: Shape = Flag()
    try:
        shape = shape_of(inner, attribute.metadata)
    except Faulty as faulty:
        faults.append(fault(path, faulty.args[0], faulty.args[1]))
    if faults:
        problems += faults
        return None
    default = attribute.default
    required = default is attrs.NOTHING
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    if isinstance(shape, Table) and isinstance(default, dict):
        default = FrozenMap(default)
    field = Field(
        name=attribute.name,
        shape=shape,
        nullable=nullable,
        required=required,
        default=None if required else default,
        doc=str(attribute.metadata.get(said.DOC, "")),
        source=str(attribute.metadata.get(said.SOURCE, "")),
        expected=bool(attribute.metadata.get(said.EXPECTED, False)),
        common=_owner(cls, attribute.name).__dict__.get("COMMON", False) and attribute.name != "id",
        acyclic=bool(attribute.metadata.get(said.ACYCLIC, False)),
        validator=attribute.validator,
        attribute=attribute if attribute.validator is not None else None,
    )
    unfit = default_faults(field, attribute, path) + override_faults(field, _inherited(cls), path)
    problems += unfit
    return None if unfit else field


def _owner(cls: type[Any], name: str) -> type[Any]:
    """Return the class of the MRO that defines the field."""
    for base in reversed(cls.__mro__):
        if name in getattr(base, "__annotations__", {}):
            return base
    return cls


def _in_wire_order(cls: type[Any], fields: list[Field]) -> tuple[Field, ...]:
    """Return id first, own fields from base to subclass, common fields last."""
    base = _base(cls)
    places = {} if base is None else {each.name: n for n, each in enumerate(base.fields)}
    fields = sorted(fields, key=lambda each: places.get(each.name, len(places)))
    return tuple(
        [each for each in fields if each.name == "id" and not each.common]
        + [each for each in fields if each.name != "id" and not each.common]
        + [each for each in fields if each.common]
    )


def _rules(cls: type[Any]) -> tuple[Rule, ...]:
    found: dict[Rule, None] = {}
    for base in reversed(cls.__mro__):
        found |= dict.fromkeys(base.__dict__.get("RULES", ()))
    return tuple(found)


def _name(cls: type[Any]) -> str:
    if cls.IDENTIFIED or "KIND" in cls.__dict__:
        return str(cls.KIND)
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()


def _base(cls: type[Any]) -> Kind | None:
    """Return what the class is that this one derives from, if it has fields of its own."""
    bases = (each for each in cls.__mro__[1:] if "__attrs_attrs__" in each.__dict__)
    found = next((each for each in bases if "KIND" in each.__dict__ or is_value(each)), None)
    return None if found is None else describe(found)


def _inherited(cls: type[Any]) -> Mapping[str, Field]:
    """Return the fields that the class has from its base, those of every record included."""
    base = _base(cls)
    if base is not None:
        return base.by_name
    common = next((each for each in cls.__mro__[1:] if each.__dict__.get("COMMON", False)), None)
    return {} if common is None else _own_fields(common)


@kept_on_class
def _own_fields(cls: type[Any]) -> Mapping[str, Field]:
    """Return the fields of the base of all records, which is no kind itself."""
    return {each.name: each for each in _fields(cls, f"$.{cls.__name__}", [])}


def extended(cls: type[Any]) -> str | None:
    """Return the name of the kind whose class this one derives from, or None."""
    bases = (base for base in cls.__mro__[1:] if is_record(base) and "KIND" in base.__dict__)
    return next((str(base.__dict__["KIND"]) for base in bases), None)
