"""
What readers kept unread, inside values too.
"""

from collections.abc import Iterator
from typing import Any

from ..errors import child
from ..shapes import Field, Nested, Unread, describe, kept_on_class
from .references import items


def unread_of(instance: Any, path: str = "$") -> Iterator[tuple[str, Unread]]:
    """Yield what was kept of a record or value and of the values inside it, with its path."""
    if instance.unread is not None:
        yield path, instance.unread
    for field in _nested(type(instance)):
        value = getattr(instance, field.name)
        if value is not None:
            for step, each in items(field, value, child(path, field.name)):
                yield from unread_of(each, step)


@kept_on_class
def _nested(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields that hold values."""
    return tuple(field for field in describe(cls).fields if isinstance(field.single, Nested))
