"""
Defaults of fields as plain data, read from Shapes.
"""

from decimal import Decimal
from typing import Any

from ..shapes import (
    AnyJson,
    Choice,
    Field,
    Items,
    Nested,
    Number,
    Shape,
    Table,
    describe,
    number_text,
)


def plain(shape: Shape, value: Any) -> object:
    """
    Return a Python value of a Shape as plain data of JSON.

    >>> from ..shapes import Number
    >>> plain(Number(), Decimal("1.50"))
    '1.5'
    """
    match shape:
        case _ if value is None:
            return None
        case Items():
            return [plain(shape.item, each) for each in value]
        case Table():
            return {name: plain(shape.item, each) for name, each in value.items()}
        case Number():
            return number_text(value)
        case Choice():
            return next(
                text for text, each in shape.members.items() if each is value or each == value
            )
        case Nested():
            fields = describe(shape.cls).fields
            return {field.name: plain(field.shape, found) for field in fields
                    if (found := getattr(value, field.name)) != field.default or field.required}  # fmt: skip
        case AnyJson():
            return value.value
    return value


def stated_default(field: Field) -> dict[str, object]:
    """
    Return the keyword ``default`` of a field, or nothing.

    None goes without saying where null is allowed. Data with a number that is no whole one has
    no form that every JSON library writes the same, and is not repeated either.
    """
    if field.required or field.default is None:
        return {}
    found = plain(field.shape, field.default)
    return {} if _holds_decimal(found) else {"default": found}


def _holds_decimal(data: object) -> bool:
    """Return whether a Decimal stands somewhere in plain data."""
    if isinstance(data, dict):
        return any(map(_holds_decimal, data.values()))
    return any(map(_holds_decimal, data)) if isinstance(data, list) else isinstance(data, Decimal)
