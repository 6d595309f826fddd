"""
The fast reader of a class: one straight function, compiled from its Kind.

It takes what is plainly right and raises for everything else; the careful reader then looks.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..shapes import (
    AnyJson,
    Choice,
    Field,
    FrozenMap,
    Items,
    Json,
    Nested,
    Number,
    Single,
    Source,
    Table,
    constructor_check,
    describe,
    kept_on_class,
    leaf_condition,
    read_number,
    twin,
)
from ..shapes.check import all_distinct
from ..shapes.text import encodes

Reader = Callable[[Any], Any]


class LookAgain(Exception):
    """The data is not plainly right."""


RECOVERABLE = (LookAgain, KeyError, TypeError, ValueError, ArithmeticError, RecursionError)
"""What a fast reader raises for data that needs a careful look."""


@kept_on_class
def compiled_reader(cls: type[Any]) -> Reader:
    """Return the function from a dict to an instance of *cls*."""
    kind = describe(cls)
    source = Source("read", kind.name, "d", identified=kind.identified)
    again = f"raise {source.bind(LookAgain, 'LookAgain')}"
    source.line(1, f"if type(d) is not dict: {again}")
    source.line(1, f"o = {source.bind(twin(cls), 'twin')}()")
    source.line(1, f"n = {int(kind.identified) + sum(each.required for each in kind.fields)}")
    for field in kind.fields:
        _read_field(source, field, again)
    source.line(1, f"if n != len(d): {again}")
    for name, default in kind.internal:
        source.line(1, f"o.{name} = {source.bind(default, 'internal')}")
    source.line(1, f"o.__class__ = {source.bind(cls, 'cls')}")
    for field in kind.fields:
        if field.validator is not None:
            validator = source.bind(field.validator, "validator")
            attribute = source.bind(field.attribute, "attribute")
            source.line(1, f"{validator}(o, {attribute}, o.{field.name})")
    if any(field.validator is not None for field in kind.fields):
        # A validator may have changed what was read: the constructor's check comes after them.
        source.line(1, f"{source.bind(constructor_check(cls), 'check')}(o)")
    for rule in kind.rules:
        source.line(1, f"for problem in {source.bind(rule, 'rule')}(o):")
        source.line(2, f"if problem.severity == 'error': {again}")
    source.line(1, "return o")
    return source.compile()


def _read_field(source: Source, field: Field, again: str) -> None:
    """Write the lines that read one field into ``o``."""
    name = repr(field.name)
    depth = 1
    if not field.required:
        default = source.bind(field.default, "default") if field.default is not None else "None"
        source.line(1, f"v = d.get({name}, {source.bind(_ABSENT, 'ABSENT')})")
        source.line(1, f"if v is {source.bind(_ABSENT, 'ABSENT')}: o.{field.name} = {default}")
        source.line(1, "else:")
        source.line(2, "n += 1")
        depth = 2
    else:
        source.line(1, f"v = d[{name}]")
    if field.null_is_none:
        source.line(depth, f"if v is None: o.{field.name} = None")
        source.line(depth, "else:")
        depth += 1
    _convert(source, field, depth, again)
    source.line(depth, f"o.{field.name} = v")


_ABSENT = object()


def _convert(source: Source, field: Field, depth: int, again: str) -> None:
    """Write the lines that check the wire value ``v`` and make it the Python value."""
    shape = field.shape
    if isinstance(shape, Items):
        source.line(depth, f"if type(v) is not list: {again}")
        _convert_all(source, shape.item, depth, again)
        if shape.minimum:
            source.line(depth, f"if len(v) < {shape.minimum}: {again}")
        if shape.maximum is not None:
            source.line(depth, f"if len(v) > {shape.maximum}: {again}")
        if shape.distinct:
            source.line(depth, f"if not {source.bind(all_distinct, 'distinct')}(v): {again}")
    elif isinstance(shape, Table):
        name = "type(k) is str and k and not k.isspace() and '\\0' not in k"
        name += f" and {source.bind(encodes, 'encodes')}(k)"
        source.line(depth, f"if type(v) is not dict: {again}")
        source.line(depth, "t = {}")
        source.line(depth, "for k, w in v.items():")
        source.line(depth + 1, f"if not ({name}): {again}")
        _convert_one(source, shape.item, "w", depth + 1, again)
        source.line(depth + 1, "t[k] = w")
        source.line(depth, f"v = {source.bind(FrozenMap, 'FrozenMap')}(t)")
    else:
        _convert_one(source, shape, "v", depth, again)


def _convert_all(source: Source, item: Single, depth: int, again: str) -> None:
    """Write the lines that make the list ``v`` a tuple of Python values."""
    if isinstance(item, Nested):
        source.line(depth, f"v = tuple([{source.bind(_reader(item.cls), 'read')}(w) for w in v])")
    elif isinstance(item, (AnyJson, Number, Choice)):
        source.line(depth, "t = []")
        source.line(depth, "for w in v:")
        _convert_one(source, item, "w", depth + 1, again)
        source.line(depth + 1, "t.append(w)")
        source.line(depth, "v = tuple(t)")
    else:
        source.line(depth, "for w in v:")
        source.line(depth + 1, f"if not ({leaf_condition(source, item, 'w')}): {again}")
        source.line(depth, "v = tuple(v)")


def _convert_one(source: Source, shape: Single, v: str, depth: int, again: str) -> None:
    """Write the lines that check one wire value and make it the Python value."""
    match shape:
        case Nested():
            source.line(depth, f"{v} = {source.bind(_reader(shape.cls), 'read')}({v})")
        case AnyJson():
            read = Json.of if source.identified and v == "v" else _json_further_in
            source.line(depth, f"{v} = {source.bind(read, 'json_of')}({v})")
        case Choice():
            members = source.bind(dict(shape.members), "members")
            source.line(depth, f"if type({v}) is not str: {again}")
            source.line(depth, f"{v} = {members}[{v}]")
        case Number():
            source.line(depth, f"if type({v}) is not str: {again}")
            source.line(depth, f"{v} = {source.bind(read_number, 'read_number')}({v})")
            for bound, sign in ((shape.minimum, "<"), (shape.maximum, ">")):
                if bound is not None:
                    limit = source.bind(Decimal(bound), "bound")
                    source.line(depth, f"if {v} {sign} {limit}: {again}")
        case _:
            source.line(depth, f"if not ({leaf_condition(source, shape, v)}): {again}")


def _json_further_in(data: Any) -> Json:
    """Return the Json of data inside lists and values; the careful reader counts their levels."""
    found = Json.of(data)
    if found.text.count("[") + found.text.count("{") > _SHALLOW:
        raise LookAgain
    return found


_SHALLOW = 64
"""Json with no more lists and objects than this cannot nest too deep, wherever it stands."""


def _reader(cls: type[Any]) -> Reader:
    """
    Return the reader of a nested class, compiled at its first use.

    What may nest in itself without a bound is left to the careful reader, which counts levels.
    """
    if recurs(cls):
        return leave_to_the_careful
    if "_kept_compiled_reader_" in cls.__dict__:
        return compiled_reader(cls)

    def first(data: Any) -> Any:
        return compiled_reader(cls)(data)

    return first


def leave_to_the_careful(data: Any) -> Any:
    """Raise LookAgain: nothing of this data is plainly right."""
    raise LookAgain


@kept_on_class
def recurs(cls: type[Any]) -> bool:
    """Return whether values that a class may hold may hold values of their own class."""
    done: set[type[Any]] = set()

    def leads_back(here: type[Any], above: tuple[type[Any], ...]) -> bool:
        if here in above:
            return True
        if here in done:
            return False
        done.add(here)
        singles = (field.single for field in describe(here).fields)
        return any(
            leads_back(each.cls, (*above, here)) for each in singles if isinstance(each, Nested)
        )

    return leads_back(cls, ())
