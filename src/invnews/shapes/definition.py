"""
Definitions: what would silently not work about a class, a field or a default.
"""

import keyword
import re
from collections.abc import Mapping
from typing import Any

import attrs

from .. import fields as said
from ..errors import Problem, shown
from .annotation import is_record, is_value
from .examine import field_problems
from .kind import Field
from .shape import AnyJson

KIND_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}(\.[a-z][a-z0-9_]{0,62}){0,3}")
_RESERVED = frozenset({"kind", "unread"})


def fault(path: str, message: str, hint: str | None = None) -> Problem:
    """Return the problem of a definition."""
    return Problem(path, "bad_definition", message, hint=hint)


def class_faults(cls: type[Any], place: str) -> list[Problem]:
    """Return what is wrong with the class as a whole."""
    if not (is_record(cls) or is_value(cls)):
        return [fault(place, "expected a class that derives from Record or Value")]
    if "__attrs_attrs__" not in cls.__dict__:
        return [
            fault(place, "expected an attrs class", "decorate it with @attrs.frozen(kw_only=True)")
        ]
    found = []
    if not _is_frozen(cls):
        hint = "decorate it with @attrs.frozen(kw_only=True)"
        found.append(fault(place, "expected a frozen class with slots", hint))
    elif "__eq__" not in cls.__dict__ or cls.__hash__ is None:
        # An inherited comparison would look at the fields of the base alone.
        hint = "leave eq= and hash= of @attrs.frozen as they are"
        found.append(fault(place, "has no equality by its fields, or no hash", hint))
    if not getattr(cls.__attrs_post_init__, "is_check", False):
        hint = "write rules in RULES: they run when records are read, too"
        found.append(fault(place, "has an __attrs_post_init__ of its own", hint))
    if cls.IDENTIFIED or "KIND" in cls.__dict__:
        kind = cls.__dict__.get("KIND")
        if not isinstance(kind, str) or KIND_NAME.fullmatch(kind) is None:
            hint = 'write KIND: ClassVar[str] = "acme.bond_issue"'
            message = "has no KIND of its own, as text"
            if isinstance(kind, str):
                message = (
                    f"has the KIND {shown(kind)}, expected 1 to 4 words of a-z 0-9 _ joined by dots"
                )
            found.append(fault(place, message, hint))
    rules = cls.__dict__.get("RULES", ())
    if not isinstance(rules, tuple) or not all(callable(rule) for rule in rules):
        found.append(fault(place, "RULES holds something that cannot be called"))
    steps = cls.__dict__.get("MIGRATIONS", ())
    if not isinstance(steps, tuple) or not all(callable(step) for step in steps):
        found.append(fault(place, "MIGRATIONS holds something that cannot be called"))
    elif steps and not cls.IDENTIFIED:
        hint = "migrate the kinds that hold it"
        found.append(fault(place, "is a value with MIGRATIONS, which are of kinds", hint))
    marks = cls.__dict__.get("MARKS", ())
    if not isinstance(marks, tuple) or not all(str(mark).startswith("@") for mark in marks):
        hint = "write MARKS: ClassVar[tuple[str, ...]] = (actor(),)"
        found.append(fault(place, "MARKS holds something that is no mark", hint))
    return found


def _is_frozen(cls: type[Any]) -> bool:
    """Return whether instances have slots alone and cannot be set."""
    instance = object.__new__(cls)
    try:
        instance.id = None
    except attrs.exceptions.FrozenInstanceError:
        return not hasattr(instance, "__dict__")
    except AttributeError:
        pass
    return False


def attribute_faults(attribute: Any, path: str) -> list[Problem]:
    """Return what would silently not work when records are read."""
    found = []
    if attribute.converter is not None:
        found.append(fault(path, "has a converter", "nothing is converted; use a validator"))
    if not attribute.init:
        found.append(fault(path, "has init=False", "compute it in a property"))
    if attribute.name in _RESERVED or attribute.name.startswith("_"):
        found.append(fault(path, "has a reserved name", "choose one without leading underscore"))
    if attribute.alias not in (None, attribute.name):
        found.append(fault(path, "has an alias", "name the field as it is written"))
    if not attribute.name.isidentifier() or keyword.iskeyword(attribute.name):
        found.append(fault(path, "has a name that is no identifier"))
    if attribute.eq is not True or attribute.eq_key is not None or attribute.hash is False:
        found.append(fault(path, "is left out of equality", "leave eq= and hash= as they are"))
    default = attribute.default
    if isinstance(default, attrs.Factory) and default.takes_self:  # type: ignore[arg-type]
        found.append(fault(path, "has a default that depends on other fields"))
    if said.EXPECTED in attribute.metadata and attribute.default is attrs.NOTHING:
        found.append(fault(path, "is expected() but has no default", "give it None or ()"))
    return found


def shadow_faults(cls: type[Any], attribute: Any, path: str) -> list[Problem]:
    """Return a problem when a field takes the name of a property of a base."""
    bases = (base.__dict__.get(attribute.name) for base in cls.__mro__[1:])
    if any(isinstance(each, property) or callable(each) for each in bases):
        hint = "give it another name; whoever reads the base would see something else"
        return [fault(path, "takes the name of a property of its base", hint)]
    return []


def default_faults(field: Field, attribute: Any, path: str) -> list[Problem]:
    """Return what is wrong with the default of a field; a required field has none."""
    if field.required:
        return []
    unfit = list(field_problems(field, field.default, path))
    if unfit:
        return [fault(path, f"has a default that it does not take: {unfit[0].message}")]
    default = attribute.default
    if isinstance(default, attrs.Factory) and default.factory() != field.default:  # type: ignore[arg-type]
        return [fault(path, "has a default that changes", "a default is one value for ever")]
    if isinstance(field.shape, AnyJson) and field.nullable and field.default is not None:
        return [fault(path, "may be None beside a default of its own", "make None the default")]
    return []


def override_faults(field: Field, base: Mapping[str, Field], path: str) -> list[Problem]:
    """Return a problem when a field of the base means something else in the class."""
    inherited = base.get(field.name)
    if inherited is None:
        return []
    mine = (field.shape, field.nullable, field.required, field.default)
    theirs = (inherited.shape, inherited.nullable, inherited.required, inherited.default)
    narrower = field.required and field.shape == inherited.shape
    if mine == theirs or narrower:
        return []
    hint = "give it another name; whoever reads the base would misread it"
    return [fault(path, "differs from the field of its base in type or default", hint)]
