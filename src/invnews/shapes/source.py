"""
Source code of compiled functions: lines, and the objects that they name.

Nothing of it comes from data: names are identifiers of class definitions, checked by
`describe`, and everything else is an object bound under a name made here.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..fields import is_private
from .containers import Json
from .number import number_fits
from .shape import (
    AnyJson,
    Choice,
    Code,
    Flag,
    Nested,
    Number,
    Reference,
    Single,
    Text,
    Whole,
)
from .text import ID, encodes


class Source:
    """The source of one function under construction, for a record (identified) or a value."""

    def __init__(self, name: str, kind: str, parameters: str, *, identified: bool = False) -> None:
        self.name = name
        self.kind = kind
        self.identified = identified
        self.lines = [f"def {self.name}({parameters}):", "    pass"]
        self.names: dict[str, object] = {}

    def bind(self, thing: object, hint: str) -> str:
        """Return the name under which the function finds *thing*."""
        for name, bound in self.names.items():
            if bound is thing:
                return name
        name = f"{hint}_{len(self.names)}"
        self.names[name] = thing
        return name

    def line(self, depth: int, text: str) -> None:
        """Append a line, indented by *depth* levels."""
        self.lines.append("    " * depth + text)

    def compile(self) -> Callable[..., Any]:
        """Return the function."""
        scope = dict(self.names)
        code = compile("\n".join(self.lines), f"<invnews {self.name} {self.kind!r}>", "exec")
        exec(code, scope)  # noqa: S102 - built from class definitions only
        made: Callable[..., Any] = scope[self.name]  # type: ignore[assignment]
        return made


def condition(source: Source, shape: Single, v: str) -> str:
    """Return the expression that is true when the Python value named *v* fits."""
    match shape:
        case Nested():
            return f"type({v}) is {source.bind(shape.cls, 'cls')}"
        case AnyJson():
            return f"type({v}) is {source.bind(Json, 'Json')}"
        case Number():
            number = f"type({v}) is {source.bind(Decimal, 'Decimal')}"
            fits = f"{source.bind(number_fits, 'fits')}({v})"
            return " and ".join([number, fits, *_bounds(source, shape, v)])
        case Choice():
            members = source.bind(frozenset(shape.members.values()), "members")
            types = frozenset(type(each) for each in shape.members.values())
            return f"type({v}) in {source.bind(types, 'types')} and {v} in {members}"
        case _:
            return leaf_condition(source, shape, v)


def leaf_condition(source: Source, shape: Single, v: str) -> str:
    """Return the expression for values whose Python form and wire form are the same."""
    match shape:
        case Flag():
            return f"({v} is True or {v} is False)"
        case Whole():
            return " and ".join([f"type({v}) is int", *_bounds(source, shape, v)])
        case Code():
            codes = source.bind(frozenset(shape.vocabulary.terms), "codes")
            private = source.bind(is_private, "is_private")
            return f"type({v}) is str and ({v} in {codes} or {private}({v}))"
        case Reference():
            return f"type({v}) is str and {source.bind(ID.fault, 'fault')}({v}) is None"
        case Text():
            return " and ".join(_text_conditions(source, shape, v))
    raise TypeError(shape)


def _text_conditions(source: Source, shape: Text, v: str) -> list[str]:
    whole = f"({v}.isascii() or {source.bind(encodes, 'encodes')}({v}))"
    found = [f"type({v}) is str", v, f"not {v}.isspace()", f"'\\0' not in {v}", whole]
    if shape.form is not None:
        found.append(f"{source.bind(shape.form.fault, 'fault')}({v}) is None")
    if shape.form is None and shape.minimum > 1:
        found.append(f"len({v}) >= {shape.minimum}")
    if shape.form is None and shape.maximum is not None:
        found.append(f"len({v}) <= {shape.maximum}")
    return found


def _bounds(source: Source, shape: Whole | Number, v: str) -> list[str]:
    least = [] if shape.minimum is None else [f"{v} >= {source.bind(shape.minimum, 'least')}"]
    most = [] if shape.maximum is None else [f"{v} <= {source.bind(shape.maximum, 'most')}"]
    return least + most
