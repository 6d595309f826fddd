"""
The careful look at Python values: every fault of a value as a Problem with its path.

It is the reference for the compiled checks, which only say "fine" or "look again".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from ..errors import InvalidData, Problem, child, did_you_mean, scalar, shown
from ..fields import Form
from .containers import Json
from .kind import Field, Kind, Rule
from .number import number_fits
from .shape import (
    AnyJson,
    Choice,
    Code,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Shape,
    Single,
    Table,
    Text,
    Whole,
)
from .text import ID, character_fault
from .unread import Unread

NAMES: Mapping[type, str] = {
    Text: "a text", Code: "a code as text", Reference: "an id as text", Flag: "true or false",
    Whole: "a whole number", Number: "a Decimal", Choice: "one of a few texts",
    AnyJson: "a Json",
}  # fmt: skip
"""What each Shape expects, in the words of a message."""


def examine(kind: Kind, instance: Any) -> list[Problem]:
    """Return everything that is wrong with an instance, paths starting at itself."""
    problems: list[Problem] = []
    bad: set[str] = set()
    for field in kind.fields:
        found = list(field_problems(field, getattr(instance, field.name), f"$.{field.name}"))
        bad |= {field.name} if found else set()
        problems += found
    if getattr(instance, "view", None) is None:
        for name, _ in kind.internal:
            problems += internal_problems(kind, name, getattr(instance, name))
    if any(each.path.startswith("$.unread") for each in problems):
        return problems  # The rules look at it.
    if not bad:
        return problems + rule_problems(kind, instance, bad)
    good = {each.name: getattr(instance, each.name) for each in kind.fields if each.name not in bad}
    return problems + rule_problems(kind, partial(kind, good), bad)


def internal_problems(kind: Kind, name: str, value: object) -> list[Problem]:
    """Return what is wrong with a field that is no part of the wire form."""
    if name != "unread" or value is None:
        return []
    if type(value) is not Unread:
        return [wrong_type(f"$.{name}", "what a reader kept, as Unread", value)]
    if value.format_version is not None:
        return value.problems(("id", "kind"))  # Nothing else was read.
    return value.problems([*kind.by_name, "kind"] if kind.identified else kind.by_name)


def field_problems(field: Field, value: object, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the Python value of one field."""
    if value is None and field.nullable:
        return
    shape: Shape = field.shape
    if isinstance(shape, Items):
        if type(value) is not tuple:
            many = isinstance(value, (list, set, frozenset))
            hint = "write tuple(…)" if many else "write (x,) with a comma"
            yield wrong_type(path, "a tuple", value, None if value is None else hint)
            return
        for number, each in enumerate(value):
            yield from single_problems(shape.item, each, child(path, number))
        yield from size_problems(shape, value, path)
    elif isinstance(shape, Table):
        if not isinstance(value, Mapping):
            yield wrong_type(path, "a mapping", value)
            return
        for name, each in value.items():
            faults = list(name_problems(name, path))
            yield from faults or single_problems(shape.item, each, child(path, name))
    else:
        yield from single_problems(shape, value, path)


def size_problems(shape: Items, value: Iterable[object], path: str) -> Iterator[Problem]:
    """Yield what is wrong with the number of items, and each item that stands twice."""
    items = list(value)
    if len(items) < shape.minimum:
        message = f"expected at least {_count(shape.minimum, 'item')}, got {len(items)}"
        yield Problem(path, "too_short", message)
    if shape.maximum is not None and len(items) > shape.maximum:
        message = f"expected at most {_count(shape.maximum, 'item')}, got {len(items)}"
        yield Problem(path, "too_long", message)
    if shape.distinct:
        seen: dict[object, int] = {}
        for number, each in enumerate(items):
            first = seen.setdefault(each, number) if _has_hash(each) else number
            if first < number:
                message = f"expected each item once, got the same as item {first}"
                yield Problem(child(path, number), "duplicate_item", message, scalar(each))


def _has_hash(item: object) -> bool:
    """Return whether *item* can be told from others; what cannot has the wrong type."""
    try:
        hash(item)
    except TypeError:
        return False
    return True


def name_problems(name: object, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a name in a mapping, one problem at most."""
    if not isinstance(name, str) or type(name) is not str:
        yield wrong_type(path, "names that are texts", name)
        return
    fault = character_fault(name)
    if fault is not None:
        yield Problem(path, "bad_character", f"expected plain names, but {fault}", scalar(name))
    elif not name.strip():
        yield Problem(path, "blank", "expected names, got a blank one", name)


def single_problems(shape: Single, value: object, path: str) -> Iterator[Problem]:
    """Yield what is wrong with one Python value."""
    match shape:
        case Nested():
            if type(value) is not shape.cls:
                yield wrong_type(
                    path, f"an instance of {shape.cls.__name__}", value, _as_value(shape.cls, value)
                )
        case Number():
            if type(value) is not Decimal:
                hint = f"write Decimal('{value}')" if type(value) in (int, float) else None
                yield wrong_type(path, NAMES[Number], value, hint)
            else:
                yield from number_problems(shape, value, path)
        case Choice():
            fits = (type(value) is type(each) and value == each for each in shape.members.values())
            if not any(fits):
                yield choice_problem(shape, value, path)
        case AnyJson():
            if type(value) is not Json:
                yield wrong_type(path, NAMES[AnyJson], value, "build it with Json.of(data)")
        case _:
            yield from leaf_problems(shape, value, path)


def _as_value(cls: type[Any], value: object) -> str | None:
    """Return how to write a text or a date as a value."""
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        return None
    first = next(each for each in attrs.fields(cls) if each.name != "unread")
    name = "" if not first.kw_only else f"{first.name}="
    return f"write {cls.__name__}({name}{shown(value)})"


def leaf_problems(
    shape: Text | Code | Reference | Flag | Whole, value: object, path: str
) -> Iterator[Problem]:
    """Yield what is wrong with a value whose Python form and wire form are the same."""
    match shape:
        case Flag():
            if type(value) is not bool:
                hint = "write it without quotes" if value in ("true", "false") else None
                yield wrong_type(path, NAMES[Flag], value, hint)
        case Whole():
            if type(value) is not int:
                is_digits = isinstance(value, str) and re.fullmatch("-?[0-9]{1,20}", value)
                hint = "write it without quotes" if is_digits else None
                yield wrong_type(path, NAMES[Whole], value, hint)
            elif not -(10**40) < value < 10**40:
                yield Problem(path, "too_many_digits", "expected a number of at most 40 digits")
            else:
                yield from bound_problems(shape.minimum, shape.maximum, value, path)
        case _:
            if type(value) is not str:
                bare = str(value) if type(value) is int and abs(value) < 10**40 else ""
                fits = isinstance(shape, Text) and not list(text_problems(shape, bare, path))
                hint = f'write it as text: "{bare}"' if fits else None
                if getattr(type(value), "IDENTIFIED", False):
                    hint = "write its .id"
                yield wrong_type(path, in_words(shape), value, hint)
            else:
                yield from text_problems(shape, value, path)


def in_words(shape: Single) -> str:
    """Return what a shape expects, in the words of a message."""
    if isinstance(shape, Code):
        return f"{shape.vocabulary.expects} as text"
    if isinstance(shape, Text) and shape.form is not None:
        return "an id as text" if shape.form is ID else f"{shape.form.expects} as text"
    return NAMES[type(shape)]


def text_problems(shape: Text | Code | Reference, value: str, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a text, one problem at most."""
    fault = character_fault(value)
    if fault is not None:
        yield Problem(path, "bad_character", f"expected plain text, but {fault}", scalar(value))
    elif not value or value.isspace():
        is_id = isinstance(shape, Text) and shape.form is ID
        hint = None if is_id else "leave out what the source does not say"
        message = f"expected {in_words(shape)}, got a blank one"
        yield Problem(path, "blank", message, value, hint)
    elif isinstance(shape, Reference):
        if ID.fault(value) is not None:
            yield form_problem(ID, f"expected {ID.expects}", value, path)
    elif isinstance(shape, Code):
        vocabulary = shape.vocabulary
        if value not in vocabulary:
            message = f"expected {vocabulary.expects}, got {shown(value)}"
            yield Problem(path, "unknown_code", message, scalar(value), vocabulary.hint(value))
    elif shape.form is not None:
        fault = shape.form.fault(value)
        if fault is not None:
            yield form_problem(shape.form, fault, value, path)
    elif len(value) < shape.minimum:
        message = f"expected at least {_count(shape.minimum, 'character')}, got {len(value)}"
        yield Problem(path, "too_short", message, scalar(value))
    elif shape.maximum is not None and len(value) > shape.maximum:
        message = f"expected at most {_count(shape.maximum, 'character')}, got {len(value)}"
        yield Problem(path, "too_long", message, scalar(value))


def form_problem(form: Form, fault: str, value: str, path: str) -> Problem:
    """Return the problem of a text that has not its form; what follows a colon is the hint."""
    expected = f"expected {form.expects}"
    if not fault.startswith("expected "):
        return Problem(path, form.code, f"{expected}, got {shown(value)}", scalar(value), fault)
    if not fault.startswith(f"{expected}: "):
        return Problem(path, form.code, f"{fault}, got {shown(value)}", scalar(value))
    hint = fault.removeprefix(f"{expected}: ")
    for repeated in (f"{value!r}: ", f"{value!a}: ", "expected EDTF "):
        hint = hint.removeprefix(repeated)
    return Problem(path, form.code, f"{expected}, got {shown(value)}", scalar(value), hint)


def number_problems(shape: Number, value: Decimal, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a Decimal."""
    if not value.is_finite():
        yield Problem(path, "bad_number", f"expected a finite number, got {value}", scalar(value))
    elif not number_fits(value):
        yield Problem(path, "too_many_digits", "expected a number of at most 40 digits")
    else:
        yield from bound_problems(shape.minimum, shape.maximum, value, path)


def bound_problems(
    minimum: Decimal | int | None, maximum: Decimal | int | None, value: Decimal | int, path: str
) -> Iterator[Problem]:
    """Yield what is wrong with the size of a number."""
    if minimum is not None and value < minimum:
        message = f"expected at least {minimum}, got {value}"
        yield Problem(path, "out_of_bounds", message, value)
    if maximum is not None and value > maximum:
        message = f"expected at most {maximum}, got {value}"
        yield Problem(path, "out_of_bounds", message, value)


def choice_problem(shape: Choice, value: object, path: str) -> Problem:
    """Return the problem of a value that is none of the choices."""
    listed = ", ".join(repr(each) for each in shape.members)
    hint = did_you_mean(value, shape.members) if isinstance(value, str) else None
    member = shape.members.get(value) if isinstance(value, str) else None
    if isinstance(member, Enum):
        hint = f"write {type(member).__name__}.{member.name}"
        message = f"expected an instance of {type(member).__name__}, got the text {shown(value)}"
        return Problem(path, "wrong_type", message, scalar(value), hint)
    code = "unknown_code" if isinstance(value, str) else "wrong_type"
    message = f"expected one of {listed}, got {shown(value)}"
    return Problem(path, code, message, scalar(value), hint)


def wrong_type(path: str, expected: str, value: object, hint: str | None = None) -> Problem:
    """Return the problem of a value of another type."""
    message = f"expected {expected}, got {shown(value)}"
    return Problem(path, "wrong_type", message, scalar(value), hint)


def rule_problems(kind: Kind, seen: Any, bad: set[str]) -> list[Problem]:
    """
    Return what the rules find, where they need no field of *bad*.

    Args:
        kind: Of the instance.
        seen: The instance; with bad fields one that lacks them (see `partial`). A rule that
            asks for one of these is left out.
        bad: The fields that could not be read, or are faulty.
    """
    problems: list[Problem] = []
    for rule in kind.rules:
        try:
            problems += _found_by(rule, seen)
        except AttributeError as error:
            if error.name not in bad or error.obj is not seen:
                raise
        except InvalidData as error:
            problems += [attrs.evolve(each, path="$", code="refused") for each in error.problems]
    return problems


def _found_by(rule: Rule, seen: Any) -> list[Problem]:
    """
    Return what a rule finds.

    Raises:
        TypeError: It finds something else than problems; the message names the rule.
    """
    returned: Any = rule(seen)
    many = isinstance(returned, Iterable) and not isinstance(returned, str)
    found: list[Problem] = []
    for each in returned if many else [returned]:
        if not isinstance(each, Problem):
            name = getattr(rule, "__qualname__", repr(rule))
            message = f"the rule {name} of {type(seen).__name__} yields {shown(each)}"
            raise TypeError(f"{message}; expected problems, or nothing at all: yield Problem(…)")
        found.append(each)
    return found


def partial(kind: Kind, values: Mapping[str, Any]) -> Any:
    """Return an instance on which only these fields are set, and what is no wire field."""
    instance = object.__new__(kind.cls)
    for name, value in (*kind.internal, *values.items()):
        object.__setattr__(instance, name, value)
    return instance


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
