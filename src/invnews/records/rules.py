"""
What several kinds share: rules across their fields, and the reading of a status history.
"""

from collections.abc import Iterable
from typing import Protocol

from ..errors import Problem
from ..values import Name, StatusChange


class Described(Protocol):
    """A record that a name or a description tells apart."""

    @property
    def names(self) -> tuple[Name, ...]:
        """What it is called."""
        ...

    @property
    def description(self) -> str | None:
        """What it is, in the words of the source."""
        ...


class Part(Protocol):
    """A claim that may be a part of another one."""

    @property
    def part_of(self) -> str | None:
        """The whole."""
        ...

    @property
    def part_type(self) -> str | None:
        """What sort of part it is."""
        ...

    @property
    def position(self) -> int | None:
        """Its number among the parts."""
        ...


def current(history: tuple[StatusChange, ...]) -> str | None:
    """
    Return the status of the last entry that came about, or None when there is none.

    Plans and what is void are no status yet, or no longer.

    >>> current((StatusChange(status="signed"),
    ...          StatusChange(status="completed", modality="planned")))
    'signed'
    """
    came_about = (each.status for each in reversed(history) if each.modality == "actual")
    return next(came_about, None)


def named_or_described(it: Described) -> Iterable[Problem]:
    """Yield a problem unless a name or a description tells what it is."""
    if not it.names and it.description is None:
        hint = "describe it in the words of the source when it has no name"
        yield Problem("$", "missing_field", "expected names or a description", hint=hint)


def part_has_whole(it: Part) -> Iterable[Problem]:
    """Yield a problem for a sort or number of a part whose whole is not named."""
    if it.part_of is not None:
        return
    hint = "name the whole in part_of"
    if it.part_type is not None:
        message = f"expected a sort of part only with part_of, got {it.part_type!r}"
        yield Problem("$.part_type", "inconsistent", message, it.part_type, hint)
    if it.position is not None:
        message = f"expected a number of a part only with part_of, got {it.position}"
        yield Problem("$.position", "inconsistent", message, it.position, hint)
