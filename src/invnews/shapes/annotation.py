"""
Annotations: from a type and the metadata of its field to a Shape.
"""

import enum
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from .. import fields as said
from .checked import Checked
from .containers import FrozenMap, Json
from .shape import (
    GREATEST_WHOLE,
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
    enum_members,
    literal_members,
)
from .text import character_fault

_HINTS: Mapping[object, str] = {
    float: "use Decimal",
    list: "use tuple[…, ...]",
    set: "use tuple[…, ...]",
    dict: "use Mapping[str, …]",
    bytes: "use str",
    tuple: "use tuple[…, ...]",
    frozenset: "use tuple[…, ...]",
    date: "use PartialDate",
    datetime: "use PartialDate",
    object: "use Json",
    Any: "use Json",
}


class Faulty(Exception):
    """An annotation or its metadata means nothing here; args are message and hint."""


def is_record(cls: object) -> bool:
    """Return whether *cls* is a class with identity: a Record."""
    return isinstance(cls, type) and issubclass(cls, Checked) and cls.IDENTIFIED


def is_value(cls: object) -> bool:
    """Return whether *cls* is a class without identity: a Value."""
    return isinstance(cls, type) and issubclass(cls, Checked) and not cls.IDENTIFIED


def without_none(annotation: Any) -> tuple[Any, bool]:
    """Return the annotation without None, and whether None was in it."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        members = [each for each in typing.get_args(annotation) if each is not type(None)]
        if len(members) == 1 and len(typing.get_args(annotation)) == 2:
            return members[0], True
    return annotation, False


def shape_of(annotation: Any, metadata: Mapping[str, Any]) -> Shape:
    """Return what *annotation* means with *metadata*, or raise Faulty."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    minimum, maximum = metadata.get(said.SIZE, (None, None))
    for key in (said.SIZE, said.BOUNDS):
        least, most = metadata.get(key, (None, None))
        if least is not None and most is not None and most < least:
            raise Faulty(
                f"{key.removeprefix('invnews.')}() that nothing fits", "the least is first"
            )
    if origin is not tuple and said.DISTINCT in metadata:
        raise Faulty("distinct() belongs to tuples", "annotate tuple[…, ...]")
    if origin is tuple:
        if len(arguments) != 2 or arguments[1] is not Ellipsis:
            raise Faulty("a tuple of fixed length", "use tuple[…, ...] or a Value of your own")
        item = _single(arguments[0], {k: v for k, v in metadata.items() if k != said.SIZE})
        return Items(item, minimum or 0, maximum, bool(metadata.get(said.DISTINCT, False)))
    if origin is FrozenMap:
        return Table(_single(arguments[0], metadata))
    if origin in (Mapping, typing.get_origin(typing.Mapping[str, str])):
        if arguments[0] is not str:
            raise Faulty("a mapping whose names are not texts", "use Mapping[str, …]")
        return Table(_single(arguments[1], metadata))
    return _single(annotation, metadata)


def _single(annotation: Any, metadata: Mapping[str, Any]) -> Single:
    if annotation is str:
        return _text(metadata)
    for key in (said.CODE, said.REFERS_TO, said.FORM):
        if key in metadata:
            raise Faulty(f"{key.removeprefix('invnews.')}() belongs to text", "annotate str")
    if said.SIZE in metadata:
        raise Faulty("size() belongs to texts and tuples", "use bounds() for numbers")
    if said.BOUNDS in metadata and annotation not in (int, Decimal):
        raise Faulty("bounds() belongs to numbers", "annotate int or Decimal")
    minimum, maximum = metadata.get(said.BOUNDS, (None, None))
    if annotation is bool:
        return Flag()
    if annotation is int:
        least = -GREATEST_WHOLE if minimum is None else minimum
        return Whole(least, GREATEST_WHOLE if maximum is None else maximum)
    if annotation is Decimal:
        return Number(*(None if each is None else Decimal(each) for each in (minimum, maximum)))
    if annotation is Json:
        return AnyJson()
    if typing.get_origin(annotation) is typing.Literal:
        return _choice(literal_members(annotation), annotation)
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return _choice(enum_members(annotation), annotation)
    if is_record(annotation):
        raise Faulty("a record inside a record", "hold its id: str with refers_to(…)")
    if is_value(annotation):
        return Nested(annotation)
    name = getattr(annotation, "__name__", None) or str(annotation)
    origin = typing.get_origin(annotation)  # a tuple with items can stand here only in a tuple
    hint = _HINTS.get(annotation if origin in (None, tuple) else origin)
    raise Faulty(f"the annotation {name} has no wire form", hint or "use a Value of your own")


def _wrong_pattern(form: said.Form) -> str | None:
    """Return what is wrong with the pattern of a form, or None."""
    try:
        re.compile(form.pattern)
    except re.error as error:
        return str(error)
    return None


def _choice(members: dict[str, object], annotation: object) -> Choice:
    if not members:
        raise Faulty("a choice of nothing", "give it members")
    for text, member in members.items():
        if not isinstance(member.value if isinstance(member, enum.Enum) else member, str):
            raise Faulty(f"the choice {text} is not a text", "give every member a text")
        if character_fault(text) is not None:
            raise Faulty(f"the choice {text!a} is no plain text", "give every member a word")
    return Choice(members, annotation)


def _text(metadata: Mapping[str, Any]) -> Single:
    given = [key for key in (said.CODE, said.REFERS_TO, said.FORM) if key in metadata]
    if given and said.SIZE in metadata:
        raise Faulty("size() beside code(), refers_to() or form()", "these say the size")
    if len(given) > 1:
        raise Faulty("more than one of code(), refers_to(), form()", "keep one")
    if said.BOUNDS in metadata:
        raise Faulty("bounds() belongs to numbers", "use size() for texts")
    if said.CODE in metadata and not isinstance(metadata[said.CODE], said.Vocabulary):
        raise Faulty("code() takes a Vocabulary", "make one with Vocabulary.of(…)")
    if said.FORM in metadata and not isinstance(metadata[said.FORM], said.Form):
        raise Faulty("form() takes a Form", "make one with Form.matching(…)")
    if said.FORM in metadata and (wrong := _wrong_pattern(metadata[said.FORM])) is not None:
        raise Faulty(f"form() with a pattern that is none: {wrong}", "mend the pattern")
    for each in metadata.get(said.REFERS_TO, ()):
        if not isinstance(each, str):
            name = getattr(each, "KIND", "organisation")
            raise Faulty("refers_to() takes names of kinds", f"write refers_to({name!r})")
    if said.CODE in metadata:
        return Code(metadata[said.CODE])
    if said.REFERS_TO in metadata:
        return Reference(metadata[said.REFERS_TO])
    minimum, maximum = metadata.get(said.SIZE, (1, None))
    return Text(max(1, minimum), maximum, metadata.get(said.FORM))
