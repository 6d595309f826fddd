"""
What a record says, item by item, as it can be compared whatever the ids are.
"""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from ...errors import child
from ...records import Document, Record, UnknownRecord
from ...shapes import (
    AnyJson,
    Choice,
    Code,
    Field,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Shape,
    Single,
    Table,
    describe,
    number_text,
)
from ...values import Evidence, StatusChange
from ...values.attribution import AttributionLink

UNSCORED = frozenset({"id", "recorded", "notes", "extra"})
"""What says nothing about the news: names of records, who recorded them, remarks of theirs."""
FACTS = frozenset({(Document, "sha256"), (Document, "length")})
"""What is computed from a text: to have it is no merit of whoever read the text."""
MISSING = "missing"
SEQUENCES = (AttributionLink, StatusChange)
"""Lists of these values are in an order that means something; in every other list it does not."""

Resolve = Callable[[str], str]
"""From an id to what stands for the record that it names."""


@attrs.frozen(eq=False)
class Item:
    """
    One thing that a record says: a field, or one item of a list.

    Args:
        field: The name of the field.
        path: Where it stands, from the record: ``parties[1]``, ``missing.stage``.
        shape: Of the thing itself.
        value: The thing, as the record holds it.
        blank: Its content as text, references left blank.
        references: Where it refers to which id; places without numbers where order means
            nothing.
        name: Under which name it stands, in a field that holds things by name.
    """

    field: str
    path: str
    shape: Single
    value: Any
    blank: str
    references: tuple[tuple[str, str, str], ...]
    name: str = ""


def items_of(record: Record) -> tuple[Item, ...]:
    """
    Return everything that counts of what a record says, in the order of its fields.

    A field that is empty or stands at its default says nothing.
    """
    found: list[Item] = []
    kept = isinstance(record, UnknownRecord)
    known = (record.view if isinstance(record, UnknownRecord) else None) or record
    for field, value in _said(known):
        if field.name not in UNSCORED and (type(known), field.name) not in FACTS:
            found += [_item(field, path, each) for path, each in _things(field, value)]
    for unread in known.unread.fields if kept and known.unread is not None else ():
        shape = AnyJson()
        blank = content(shape, unread.value, _blank)
        found.append(Item(unread.name, unread.name, shape, unread.value, blank, ()))
    return tuple(found)


def content(shape: Shape, value: Any, resolve: Resolve) -> str:
    """
    Return what a thing says, as a text: two things say the same when their texts are equal.

    Args:
        shape: Of the thing.
        value: The thing.
        resolve: What stands for a reference.
    """
    return repr(_content(shape, value, resolve))


def sequence(shape: Single) -> bool:
    """Return whether a list of such things is in an order that means something."""
    return isinstance(shape, Nested) and issubclass(shape.cls, SEQUENCES)


def leaves(shape: Shape, value: Any, place: str = "") -> Iterator[tuple[str, Single, Any]]:
    """Yield the scalars inside a thing with shape and place; no numbers where order is none."""
    if isinstance(shape, Items):
        for number, each in enumerate(value):
            inner = f"{place}[{number}]" if sequence(shape.item) else place
            yield from leaves(shape.item, each, inner)
    elif isinstance(shape, Table):
        for name, each in value.items():
            yield from leaves(shape.item, each, child(place, name))
    elif isinstance(shape, Nested):
        for field, each in parts(value):
            yield from leaves(field.shape, each, f"{place}.{field.name}")
    else:
        yield place, shape, value


def parts(value: Any) -> Iterator[tuple[Field, Any]]:
    """Yield the fields of a nested value that say something about the news."""
    for field, each in _said(value):
        # Whether the words are repeated is a matter of rights; the offsets say which they are.
        if not (isinstance(value, Evidence) and field.name == "exact"):
            yield field, each


def plain(shape: Shape, value: Any) -> Any:
    """Return a thing as plain data, as JSON has it; None for nothing."""
    if value is None:
        return None
    match shape:
        case Items():
            return [plain(shape.item, each) for each in value]
        case Table():
            return {name: plain(shape.item, each) for name, each in value.items()}
        case Nested():
            return {field.name: plain(field.shape, each) for field, each in _said(value)}
        case AnyJson():
            return value.value
        case Number():
            return number_text(value)
        case Choice():
            return _text_of(shape, value)
    return value


def _said(instance: Any) -> Iterator[tuple[Field, Any]]:
    """Yield each field that is set, with its value."""
    for field in describe(type(instance)).fields:
        value = getattr(instance, field.name)
        empty = value is None or (isinstance(field.shape, (Items, Table)) and not value)
        if not empty and (field.required or value != field.default):
            yield field, value


def _things(field: Field, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield path and value of each item of a field."""
    if field.many:
        for number, each in enumerate(value):
            yield child(field.name, number), each
    elif isinstance(field.shape, Table):
        for name, each in value.items():
            yield child(field.name, name), each
    else:
        yield field.name, value


def _item(field: Field, path: str, value: Any) -> Item:
    shape = field.single
    blank = content(shape, value, _blank)
    name = path if isinstance(field.shape, Table) else ""
    references = tuple(_references(shape, value, "", ""))
    return Item(field.name, path, shape, value, name + blank, references, name)


def _references(
    shape: Shape, value: Any, place: str, beside: str
) -> Iterator[tuple[str, str, str]]:
    """Yield place and id of each reference, and what else the value says that holds it."""
    if isinstance(shape, Items):
        for number, each in enumerate(value):
            inner = f"{place}[{number}]" if sequence(shape.item) else place
            yield from _references(shape.item, each, inner, beside)
    elif isinstance(shape, Table):
        for name, each in value.items():
            yield from _references(shape.item, each, child(place, name), beside)
    elif isinstance(shape, Nested):
        said = content(shape, value, _blank)
        for field, each in parts(value):
            yield from _references(field.shape, each, f"{place}.{field.name}", said)
    elif isinstance(shape, Reference):
        yield place, value, beside


def _blank(id: str) -> str:
    return ""


def _content(shape: Shape, value: Any, resolve: Resolve) -> Any:
    """Return the content as nested tuples of texts; those of unordered lists are sorted."""
    match shape:
        case Items():
            found = [_content(shape.item, each, resolve) for each in value]
            return tuple(found if sequence(shape.item) else sorted(found))
        case Table():
            return tuple((name, _content(shape.item, each, resolve))
                         for name, each in value.items())  # fmt: skip
        case Nested():
            return tuple((field.name, _content(field.shape, each, resolve))
                         for field, each in parts(value))  # fmt: skip
        case Reference():
            return resolve(value)
        case AnyJson():
            return value.text
        case Number():
            return number_text(value)
        case Choice():
            return _text_of(shape, value)
    return str(value)


def _text_of(shape: Choice, value: object) -> str:
    return next(text for text, member in shape.members.items() if member == value)


def telling(shape: Single) -> bool:
    """Return whether a scalar tells records apart: anything but codes, choices and flags."""
    return not isinstance(shape, (Code, Choice, Flag))
