"""
What a reader kept and did not understand: unknown fields with their places, unknown kinds.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from ..errors import InvalidData, Problem, child, shown
from .containers import Json, JsonData


@attrs.frozen
class UnreadField:
    """
    A field that the kind or value does not have.

    Args:
        after: The field behind which it stood, of those that are written; None at the start.
        name: Its name.
        value: What it says.
    """

    after: str | None
    name: str
    value: Json


@attrs.frozen
class Declaration:
    """
    What a file says of a kind that is not built in.

    Args:
        name: The kind.
        extends: The kind that it extends, or None.
        version: Of its schema; None when nothing was said.
        unread: What else was said.
    """

    name: str
    extends: str | None = None
    version: int | None = None
    unread: "Unread | None" = None

    @property
    def version_or_first(self) -> int:
        """The version; 1 when nothing was said."""
        return self.version or 1


@attrs.frozen
class Unread(Mapping[str, JsonData]):
    """
    The unknown fields of one record or value, as a mapping from name to plain data.

    It is part of equality and is written back where it was read. The record or value that
    holds it keeps it in order: a field behind one that is no longer written moves up.

    Args:
        fields: The fields, in the order of the text.
        absent: Names that ``missing`` or evidence gives and that are no field of the kind.
        stated: Fields of the kind that stood in the text although they equal their default;
            a kind that is not known may require them.
        declared: Of a record whose kind is not known: that kind, the one that it extends and
            so on, as far as they are not built in. Empty for a kind that is known.
        format_version: Of the file, when it is newer than the library; None otherwise.

    Raises:
        InvalidData: Something else stands in one of these, or a name stands twice.

    >>> unread = Unread((UnreadField("id", "coupon", Json.of({"rate": "5"})),))
    >>> unread["coupon"], len(unread), "rate" in unread
    ({'rate': '5'}, 1, False)
    """

    fields: tuple[UnreadField, ...] = ()
    absent: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    declared: tuple[Declaration, ...] = ()
    format_version: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what could not be written back."""
        problems = [
            Problem(f"$.{name}", "wrong_type", f"expected a tuple of {cls.__name__}, got {shown(held)}")
            for name, cls in _HELD.items()
            if not _holds(held := getattr(self, name), cls)
        ]  # fmt: skip
        if not problems and len(self.by_name) < len(self.fields):
            problems.append(Problem("$.fields", "duplicate_item", "expected each name once"))
        if problems:
            raise InvalidData(problems)

    @cached_property
    def by_name(self) -> Mapping[str, Json]:
        """The values of the fields by name."""
        return {each.name: each.value for each in self.fields}

    def __contains__(self, name: object) -> bool:
        """Return whether there is a field of this name."""
        return name in self.by_name

    def __getitem__(self, name: str) -> JsonData:
        """Return the plain data of a field."""
        return self.by_name[name].value

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order of the text."""
        return iter(self.by_name)

    def __len__(self) -> int:
        """Return how many fields there are."""
        return len(self.fields)

    @property
    def says_something(self) -> bool:
        """Whether it holds anything at all."""
        return self != Unread()

    def woven(self, written: Mapping[str, Any], order: Iterable[str]) -> dict[str, Any]:
        """
        Return the data of the known fields with the unknown ones in their places.

        Args:
            written: The known fields that are written.
            order: The names of all fields that are known, in canonical order.
        """
        behind: dict[str | None, list[UnreadField]] = {}
        for each in self.fields:
            behind.setdefault(each.after, []).append(each)
        found: dict[str, Any] = {}
        for name in (None, *order):
            if name is not None and name in written:
                found[name] = written[name]
            found |= {each.name: each.value.value for each in behind.pop(name, ())}
        return found

    def problems(self, known: Iterable[str]) -> list[Problem]:
        """Return what is wrong with it on a record or value that has the fields *known*."""
        names = {*known}
        problems = []
        for number, each in enumerate(self.fields):
            path = child("$.unread.fields", number)
            if each.name in names:
                message = f"expected a field that is not known, got {each.name!r}"
                problems.append(Problem(f"{path}.name", "inconsistent", message, each.name))
            if each.after is not None and each.after not in names:
                message = f"expected the name of a field before it, got {each.after!r}"
                problems.append(Problem(f"{path}.after", "unknown_field", message, each.after))
        return problems


_HELD = {"fields": UnreadField, "absent": str, "stated": str, "declared": Declaration}


def _holds(held: object, cls: type[Any]) -> bool:
    return type(held) is tuple and all(type(each) is cls for each in held)


def settled(
    unread: Unread, written: Mapping[str, bool], mentioned: frozenset[str]
) -> Unread | None:
    """
    Return what was kept as it would be read again, or None when nothing is left of it.

    Args:
        unread: What was kept.
        written: The fields of the kind or value in canonical order, and whether each differs
            from its default, or has none.
        mentioned: The names that ``missing`` and evidence give.
    """
    stated = tuple(
        each for each in written if each in unread.stated and unread.declared and not written[each]
    )
    places: dict[str | None, str | None] = {None: None}
    last: str | None = None
    for name, is_written in written.items():
        last = name if is_written or name in stated else last
        places[name] = last
    order = {name: number for number, name in enumerate((None, *written))}
    fields = [attrs.evolve(each, after=places[each.after]) for each in unread.fields]
    found = attrs.evolve(
        unread,
        fields=tuple(sorted(fields, key=lambda each: order[each.after])),
        absent=tuple(sorted(mentioned.intersection(unread.absent))),
        stated=stated,
    )
    return found if found.says_something else None
