"""
The values of a record that give the words of their source.
"""

from collections.abc import Iterator
from typing import Any

from ..errors import child
from ..shapes import Field, Nested, describe, kept_on_class
from ..values import Money, PartialDate, Quantity
from .references import items, may_hold

AS_PRINTED = (Money, Quantity, PartialDate)
"""Values whose text is the expression as the source prints it."""


def as_printed(instance: Any, path: str) -> Iterator[tuple[str, Money | Quantity | PartialDate]]:
    """Yield amounts and dates inside a record that give the words of the source."""
    if isinstance(instance, AS_PRINTED) and instance.text is not None:
        yield path, instance
    for field in _with_words(type(instance)):
        value = getattr(instance, field.name)
        if value is not None:
            for step, each in items(field, value, child(path, field.name)):
                yield from as_printed(each, step)


@kept_on_class
def _with_words(cls: type[Any]) -> tuple[Field, ...]:
    may = may_hold(
        lambda field: isinstance(field.single, Nested) and field.single.cls in AS_PRINTED
    )
    return tuple(field for field in describe(cls).fields if may(field))
