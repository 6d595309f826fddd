"""
The careful reader: plain data becomes a value or record, or every fault a Problem.

It says what reading means. The compiled reader only is faster: it says yes, or look again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ..errors import RECORD_LIMIT, InvalidData, Problem, child, did_you_mean, limited, scalar
from ..shapes import (
    DEPTH,
    AnyJson,
    Choice,
    Code,
    Declaration,
    Field,
    FrozenMap,
    Items,
    Kind,
    Nested,
    Number,
    Single,
    Table,
    Text,
    Unread,
    describe,
    json_within,
    rule_problems,
)
from ..shapes.examine import (
    choice_problem,
    in_words,
    leaf_problems,
    name_problems,
    partial,
    size_problems,
    wrong_type,
)
from .keep import unread_of
from .plain_number import DECIMAL, read_decimal

NOTHING: Mapping[str, Any] = MappingProxyType({})
BAD = object()
"""Stands for what could not be read."""


class Faults(list[Problem]):
    """
    The problems found so far, and how many levels of JSON the reader stands in.

    Args:
        keep: Whether unknown fields are kept, not refused.
    """

    level = 0

    def __init__(self, *, keep: bool = False) -> None:
        super().__init__()
        self.keep = keep


def read_carefully(
    kind: Kind,
    data: object,
    path: str,
    *,
    keep: bool = False,
    declared: tuple[Declaration, ...] = (),
    internal: Mapping[str, Any] = NOTHING,
) -> Any:
    """
    Return the instance of *kind* that plain data says.

    Args:
        kind: Of a record (whose ``kind`` in the data is taken as settled) or a value.
        data: An object of JSON, as a mapping.
        path: Where the data stands.
        keep: Whether unknown fields are kept, not refused.
        declared: What the file says of the record's kind, when that is not known.
        internal: Fields that are no part of the wire form.

    Raises:
        InvalidData: With every fault, at most 100 and one that counts the others.
    """
    problems = Faults(keep=keep)
    found = read_instance(kind, data, path, problems, declared=declared, internal=internal)
    if found is BAD:
        raise InvalidData(limited(problems, RECORD_LIMIT, path))
    return found


def read_instance(
    kind: Kind,
    data: object,
    path: str,
    problems: Faults,
    *,
    declared: tuple[Declaration, ...] = (),
    internal: Mapping[str, Any] = NOTHING,
) -> Any:
    """Return the instance, or BAD after appending what is wrong with it."""
    if not isinstance(data, Mapping):
        problems.append(wrong_type(path, f"an object ({kind.name})", data, _hint_for(kind, data)))
        return BAD
    if problems.level >= DEPTH:
        problems.append(Problem(path, "too_deep", f"nested deeper than {DEPTH} levels"))
        return BAD
    start = len(problems)
    problems.level += 1
    values = {each.name: _read_field(each, data, path, problems) for each in kind.fields}
    unread = _unread(kind, data, path, problems, declared)
    others = {"unread": unread, **internal}
    problems.level -= 1
    bad = {name for name, value in values.items() if value is BAD}
    good = {name: each for name, each in values.items() if name not in bad}
    instance = partial(kind, {**others, **good})
    refused = _validate(kind, instance, values, path, problems)
    bad |= refused
    if refused:
        good = {name: each for name, each in good.items() if name not in bad}
        instance = partial(kind, {**others, **good})
    problems += [each.under(path) for each in rule_problems(kind, instance, bad)]
    if any(each.severity == "error" for each in problems[start:]):
        return BAD
    return kind.cls(**values, **others)


def _unread(
    kind: Kind, data: Mapping[Any, Any], path: str, problems: Faults,
    declared: tuple[Declaration, ...],
) -> Unread | None:  # fmt: skip
    """Return what is kept of the fields that the kind does not have, or refuse them."""
    if not problems.keep:
        problems += _unknown_fields(kind, data, path)
        return None
    unread, faults = unread_of(kind, data, DEPTH - problems.level, declared)
    problems += [each.under(path) for each in faults]
    return unread


def _hint_for(kind: Kind, data: object) -> str | None:
    """Return the fix for a text or number that stands where a value should."""
    if not isinstance(data, str):
        return None
    if not kind.fields:
        return "write {}"
    first = next((each for each in kind.fields if each.required), kind.fields[0])
    if not first.required and "text" in kind.by_name:
        shape = first.shape
        fits = isinstance(shape, (Text, Code)) and not any(leaf_problems(shape, data, "$"))
        first = first if fits else kind.by_name["text"]
    return f'write {{"{first.name}": …}}'


def _read_field(field: Field, data: Mapping[Any, Any], path: str, problems: Faults) -> Any:
    """Return the Python value of one field, its default, or BAD."""
    if field.name not in data:
        if field.required:
            message = f"expected a field {field.name!r}"
            problems.append(Problem(child(path, field.name), "missing_field", message))
            return BAD
        return field.default
    value = data[field.name]
    if value is None and field.null_is_none:
        return None
    where = child(path, field.name)
    start = len(problems)
    if value is None and not field.required and not isinstance(field.shape, AnyJson):
        message = f"expected {_in_words(field)}, got null"
        problems.append(Problem(where, "wrong_type", message, hint="leave the field out"))
        return BAD
    if isinstance(field.shape, Items):
        found = _read_items(field.shape, value, where, problems)
    elif isinstance(field.shape, Table):
        found = _read_table(field.shape, value, where, problems)
    else:
        found = _read_single(field.shape, value, where, problems)
    return BAD if any(each.severity == "error" for each in problems[start:]) else found


def _read_items(shape: Items, value: object, path: str, problems: Faults) -> Any:
    if type(value) is not list:
        hint = None if value is None else "write it in [ ]"
        problems.append(wrong_type(path, "a list", value, hint))
        return BAD
    problems.level += 1
    found = tuple(
        _read_single(shape.item, each, child(path, number), problems)
        for number, each in enumerate(value)
    )
    problems.level -= 1
    # What could not be read counts as an item, and is like no other one.
    problems += size_problems(shape, [object() if it is BAD else it for it in found], path)
    return found


def _read_table(shape: Table, value: object, path: str, problems: Faults) -> Any:
    if not isinstance(value, Mapping):
        problems.append(wrong_type(path, "an object", value))
        return BAD
    found: dict[str, Any] = {}
    problems.level += 1
    for name, each in value.items():
        faults = list(name_problems(name, path))
        problems += faults
        if not faults:
            found[str(name)] = _read_single(shape.item, each, child(path, str(name)), problems)
    problems.level -= 1
    return FrozenMap(found)


def _read_single(shape: Single, value: object, path: str, problems: Faults) -> Any:
    """Return one Python value, or BAD after appending what is wrong with it."""
    match shape:
        case Nested():
            return read_instance(describe(shape.cls), value, path, problems)
        case AnyJson():
            try:
                return json_within(value, DEPTH - problems.level)
            except InvalidData as error:
                problems += [each.under(path) for each in error.problems]
                return BAD
        case Number():
            number = read_decimal(shape, value, path)
            if isinstance(number, list):
                problems += number
                return BAD
            return number
        case Choice():
            if type(value) is str and value in shape.members:
                return shape.members[value]
            problems.append(choice_problem(shape, value, path))
            return BAD
        case Code() if len(problems) > RECORD_LIMIT and type(value) is str:
            if value in shape.vocabulary:
                return value
            # It is counted and not listed: no hint is looked for.
            problems.append(Problem(path, "unknown_code", "expected another code"))
            return BAD
        case _:
            faults = list(leaf_problems(shape, value, path))
            problems += faults
            return BAD if faults else value


def _in_words(field: Field) -> str:
    """Return what stands in a field, in the words of a message."""
    if isinstance(field.shape, Nested):
        return f"an object ({describe(field.shape.cls).name})"
    if isinstance(field.shape, Number):
        return DECIMAL
    if isinstance(field.shape, Table):
        return "an object"
    return "a list" if isinstance(field.shape, Items) else in_words(field.shape)


def _unknown_fields(kind: Kind, data: Mapping[Any, Any], path: str) -> list[Problem]:
    """Return a problem for each name that the kind does not have."""
    problems: list[Problem] = []
    for name in data:
        if name in kind.by_name or (name == "kind" and kind.identified):
            continue
        if not isinstance(name, str):
            problems.append(wrong_type(path, "names that are texts", name))
            continue
        message = f"the {'kind' if kind.identified else 'value'} {kind.name!r} has no such field"
        hint = did_you_mean(name, kind.by_name) if len(problems) < RECORD_LIMIT else None
        problems.append(Problem(child(path, name), "unknown_field", message, hint=hint))
    return problems


def _validate(
    kind: Kind, instance: Any, values: Mapping[str, Any], path: str, problems: Faults
) -> set[str]:
    """Run the attrs validators of the class and return the fields that they refuse."""
    refused = set()
    for field in kind.fields:
        if field.validator is None or values[field.name] is BAD:
            continue
        try:
            field.validator(instance, field.attribute, values[field.name])
        except AttributeError as error:
            # It asks for a field that is bad itself: nothing can be said about this one.
            if error.obj is not instance or values.get(error.name or "") is not BAD:
                raise
        except (ValueError, TypeError) as error:
            message = str(error.args[0]) if error.args else "the validator refused it"
            found = scalar(values[field.name])
            problems.append(Problem(child(path, field.name), "refused", message, found))
            refused.add(field.name)
    return refused
