"""
UnknownRecord: a record of a kind that the reader does not know, kept as it was.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem, shown
from ..fields import doc, internal
from ..shapes import Declaration, Rule
from .record import Record


def _says_its_kind(it: "UnknownRecord") -> Iterable[Problem]:
    """Yield a problem for a record that does not say of which kind it is."""
    if it.unread is None or not it.unread.declared:
        hint = 'read it with unknown="keep"; records of a kind of your own need a class'
        yield Problem(
            "$.unread", "missing_field", "expected the kind that was not known", hint=hint
        )


def _is_not_changed(it: "UnknownRecord") -> Iterable[Problem]:
    """Yield a problem for a field that is set on a record of a newer form."""
    if it.unread is None or it.unread.format_version is None:
        return
    for name in _COMMON:
        if getattr(it, name):
            message = "expected nothing: of a newer file form no field is known"
            yield Problem(f"$.{name}", "inconsistent", message, hint="upgrade the library")


def _agrees_with_its_view(it: "UnknownRecord") -> Iterable[Problem]:
    """Yield a problem for a base view that says something else than the record."""
    if it.view is None:
        return
    if not isinstance(it.view, Record):
        yield Problem("$.view", "wrong_type", f"expected a record, got {shown(it.view)}")
    elif any(getattr(it.view, name) != getattr(it, name) for name in _SHARED):
        hint = "change the view, and make the record of it with UnknownRecord.seen_as(view)"
        yield Problem("$.view", "inconsistent", "expected the base view of this record", hint=hint)


_COMMON = ("evidence", "attribution", "missing", "recorded", "notes", "extra")
_SHARED = ("id", *_COMMON, "unread")
"""What a record and its view say both."""


@attrs.frozen(kw_only=True, repr=False)
class UnknownRecord(Record):
    """
    A record of a kind that the registry does not hold, from a reader that keeps such.

    Where the kind extends one that is known, `view` is the record read as that kind; `unread` holds
    what that kind does not have, as plain data by name, and is written back where it stood. Without
    a view the common fields are read, and all others are in `unread`.

    It cannot say what its own fields mean: references in them are not followed. To change one, change
    its view and put that in its place, or `seen_as` of it: both are written as the whole record.
    """

    KIND: ClassVar[str] = "unknown_record"
    RULES: ClassVar[tuple[Rule, ...]] = (
        _says_its_kind,
        _is_not_changed,
        _agrees_with_its_view,
    )

    view: Record | None = attrs.field(
        default=None,
        repr=False,
        metadata=doc("The record read as the nearest kind that is known.") | internal(),
    )

    @classmethod
    def seen_as(cls, view: Record) -> "UnknownRecord":
        """
        Return the record whose base view this is.

        Raises:
            InvalidData: It is no base view.
        """
        return cls(**{name: getattr(view, name) for name in _SHARED}, view=view)

    @property
    def kind(self) -> str:
        """The name of the kind, as written on the wire."""
        return self.KIND if self.unread is None else self.unread.declared[0].name

    def __repr__(self) -> str:
        """Return its kind and id, and the names of the fields that were kept."""
        names = ", ".join(self.unread or ())
        return f"UnknownRecord(kind={self.kind!r}, id={self.id!r}, unread: {names or 'nothing'})"

    @property
    def declared(self) -> tuple[Declaration, ...]:
        """The kind and those that it extends, as far as they are not built in."""
        return () if self.unread is None else self.unread.declared


def is_view(record: Record) -> bool:
    """
    Return whether a record is the base view of one whose kind is not known.

    It has the class of the kind that was extended, and is written as what it was.
    """
    unread = record.unread
    return unread is not None and bool(unread.declared) and not isinstance(record, UnknownRecord)
