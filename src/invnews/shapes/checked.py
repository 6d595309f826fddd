"""
Checked: the base of records and values, whose constructors run the check of their Shape.
"""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from ..errors import InvalidData, Problem

R = TypeVar("R")


def kept_on_class(compute: Callable[[type[Any]], R]) -> Callable[[type[Any]], R]:
    """Compute once a class and keep the result on the class itself, so that both die together."""
    slot = f"_kept_{compute.__name__}_"

    def kept(cls: type[Any]) -> R:
        try:
            found: R = cls.__dict__[slot]
        except KeyError:
            found = compute(cls)
            setattr(cls, slot, found)
        return found

    kept.__doc__ = compute.__doc__
    kept.__name__ = compute.__name__
    kept.__module__ = compute.__module__
    kept.__wrapped__ = compute  # type: ignore[attr-defined]
    return kept


def _first_check(self: Any) -> None:
    """Compile the check of the class, put it in this function's place, and run it."""
    from .check import constructor_check

    check = constructor_check(type(self))
    type(self).__attrs_post_init__ = check
    check(self)


_first_check.is_check = True  # type: ignore[attr-defined]


def _refuse(cls: type[Any]) -> None:
    hint = "decorate it with @attrs.frozen(kw_only=True)"
    message = "expected an attrs class"
    raise InvalidData([Problem(f"$.{cls.__name__}", "bad_definition", message, hint=hint)])


class Checked:
    """
    A class whose constructor refuses what its fields and rules do not allow.

    All this base does is run that check, through the hook that attrs offers. The check is
    compiled from the class at its first use.
    """

    __slots__ = ()

    IDENTIFIED: ClassVar[bool] = False
    """Whether instances have an id (records) or are equal when their parts are (values)."""

    @property
    def _mentioned(self) -> frozenset[str]:
        """The names of fields that the instance gives without setting them; records do."""
        return frozenset()

    def __init__(self) -> None:
        """Refuse: attrs gives each class the constructor that runs its check."""
        _refuse(type(self))

    def __post_init__(self) -> None:
        """Refuse a dataclass, which would run no check."""
        _refuse(type(self))

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Give each class its own first check, so that none runs the check of its base."""
        super().__init_subclass__(**kwargs)
        own = cls.__dict__.get("__attrs_post_init__")
        if own is None or getattr(own, "is_check", False):
            cls.__attrs_post_init__ = _first_check  # type: ignore[attr-defined]
