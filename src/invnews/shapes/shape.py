"""
What an annotation together with its metadata means.

A Shape says which values a field takes; the constructor check, the codec, JSON Schema, tables
and test strategies read Shapes and nothing else.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, get_args

import attrs

from ..fields import Form, Vocabulary

DIGITS = 40
"""No number has more decimal digits than this, before and after the point together."""
GREATEST_WHOLE = 10**DIGITS - 1


@attrs.frozen
class Text:
    """Any text that is not blank and holds neither NUL nor half a surrogate pair."""

    minimum: int = 1
    maximum: int | None = None
    form: Form | None = None


@attrs.frozen
class Code:
    """A code of a vocabulary, or one that begins with ``x-``."""

    vocabulary: Vocabulary


@attrs.frozen
class Reference:
    """The id of a record of these kinds (or marks); of any kind when there are none."""

    kinds: tuple[str, ...] = ()


@attrs.frozen
class Flag:
    """True or false."""


@attrs.frozen
class Whole:
    """A whole number, both bounds allowed."""

    minimum: int = -GREATEST_WHOLE
    maximum: int = GREATEST_WHOLE


@attrs.frozen
class Number:
    """A Decimal of at most 40 digits, on the wire plain decimal text; both bounds allowed."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None


@attrs.frozen
class Choice:
    """One of a few texts: an Enum of the user's, or a Literal. Wire text → Python value."""

    members: Mapping[str, object] = attrs.field(hash=False)
    annotation: object = None


@attrs.frozen
class Nested:
    """A value with fields of its own."""

    cls: type[Any]


@attrs.frozen
class AnyJson:
    """Any JSON, held as `Json`."""


Single = Text | Code | Reference | Flag | Whole | Number | Choice | Nested | AnyJson


@attrs.frozen
class Items:
    """A tuple of like things, in order; a list on the wire."""

    item: Single
    minimum: int = 0
    maximum: int | None = None
    distinct: bool = False


@attrs.frozen
class Table:
    """Texts by name, in no order: a mapping in Python, an object on the wire."""

    item: Single


Shape = Single | Items | Table


def enum_members(annotation: type[Enum]) -> dict[str, object]:
    """Return the members of an Enum by the text that stands for them on the wire."""
    return {str(member.value): member for member in annotation}


def literal_members(annotation: Any) -> dict[str, object]:
    """Return the members of a Literal by the text that stands for them on the wire."""
    members = get_args(annotation)
    return {str(each.value if isinstance(each, Enum) else each): each for each in members}


def shape_in_words(shape: Shape) -> str:
    """
    Return what a Shape takes, in a few words.

    >>> shape_in_words(Items(Reference(("document",))))
    'list of id of document'
    """
    match shape:
        case Items():
            size = _range(shape.minimum or None, shape.maximum)
            return f"list of {shape_in_words(shape.item)}{size}{', each once' * shape.distinct}"
        case Table():
            return f"object of {shape_in_words(shape.item)}"
        case Code():
            return f"code of {shape.vocabulary.name}"
        case Reference():
            return f"id of {', '.join(shape.kinds) or 'any record'}"
        case Text():
            least = shape.minimum if shape.minimum > 1 else None
            size = _range(least, shape.maximum, " characters")
            return f"text{size}" if shape.form is None else shape.form.name
        case Whole():
            lowest = None if shape.minimum == -GREATEST_WHOLE else shape.minimum
            most = None if shape.maximum == GREATEST_WHOLE else shape.maximum
            return f"whole number{_range(lowest, most)}"
        case Number():
            return f"decimal{_range(shape.minimum, shape.maximum)}"
        case Nested():
            return shape.cls.__name__
        case Choice():
            return "one of " + ", ".join(shape.members)
    return "true or false" if isinstance(shape, Flag) else "any JSON"


def _range(least: Decimal | int | None, most: Decimal | int | None, of: str = "") -> str:
    """Return the least and the most, in brackets; nothing when there is neither."""
    parts = [] if least is None else [f"at least {least}"]
    parts += [] if most is None else [f"at most {most}"]
    return f" ({' and '.join(parts)}{of})" if parts else ""
