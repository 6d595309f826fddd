"""
The constructor check of a class, compiled from its Kind.

The compiled check only tells "fine" from "look again"; `examine` then finds every problem.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import InvalidData
from .checked import kept_on_class
from .containers import FrozenMap
from .describe import describe
from .examine import examine, internal_problems
from .kind import Field, Kind
from .shape import Items, Table
from .source import Source, condition
from .unread import Unread, settled

_AMISS = (InvalidData, TypeError, AttributeError)


@kept_on_class
def constructor_check(cls: type[Any]) -> Callable[[Any], None]:
    """Return the function that refuses an instance of *cls* with all its problems."""
    kind = describe(cls)
    source = Source("check", kind.name, "self")
    again = source.bind(_look_again(kind), "again")
    for field in kind.fields:
        _check_field(source, field, f"return {again}(self)")
    if any(name == "unread" for name, _ in kind.internal):
        settle = source.bind(_settle(kind), "settle")
        source.line(1, f"if self.unread is not None and not {settle}(self): return {again}(self)")
    source.line(1, "bad = False")
    source.line(1, "try:")
    source.line(2, "pass")
    for rule in kind.rules:
        source.line(2, f"for problem in {source.bind(rule, 'rule')}(self):")
        source.line(3, "if problem.severity == 'error': bad = True")
    # What a rule raises or returns amiss is told by the careful look, outside of the handler.
    source.line(1, f"except {source.bind(_AMISS, 'AMISS')}: bad = True")
    source.line(1, f"if bad: return {again}(self)")
    check = source.compile()
    check.is_check = True  # type: ignore[attr-defined]
    return check


def _check_field(source: Source, field: Field, otherwise: str) -> None:
    """Write the lines that look at one field."""
    shape = field.shape
    source.line(1, f"v = self.{field.name}")
    depth = 1
    if field.nullable:
        source.line(1, "if v is not None:")
        depth = 2
    if isinstance(shape, Items):
        conditions = ["type(v) is tuple"]
        conditions += [f"len(v) >= {shape.minimum}"] if shape.minimum else []
        conditions += [] if shape.maximum is None else [f"len(v) <= {shape.maximum}"]
        source.line(depth, f"if not ({' and '.join(conditions)}): {otherwise}")
        source.line(depth, "for w in v:")
        source.line(depth + 1, f"if not ({condition(source, shape.item, 'w')}): {otherwise}")
        if shape.distinct:  # Items that fit can be hashed.
            source.line(depth, f"if not {source.bind(all_distinct, 'distinct')}(v): {otherwise}")
    elif isinstance(shape, Table):
        # A mapping that is not frozen yet, or holds anything, is looked at again.
        source.line(depth, f"if type(v) is not {source.bind(FrozenMap, 'FrozenMap')} or v:")
        source.line(depth + 1, otherwise)
    else:
        source.line(depth, f"if not ({condition(source, shape, 'v')}): {otherwise}")


def all_distinct(items: tuple[object, ...]) -> bool:
    """Return whether no item stands twice."""
    return len(items) < 2 or len(set(items)) == len(items)


def is_table(found: object) -> bool:
    """Return whether it is a mapping whose names are texts, so that it can be frozen."""
    return isinstance(found, Mapping) and all(type(each) is str for each in found)


def _look_again(kind: Kind) -> Callable[[Any], None]:
    """Return the careful check: freeze mappings, then find every problem."""
    tables = tuple(each.name for each in kind.fields if isinstance(each.shape, Table))
    settle = _settle(kind)

    def again(instance: Any) -> None:
        for name in tables:
            found = getattr(instance, name)
            if not isinstance(found, FrozenMap) and is_table(found):
                object.__setattr__(instance, name, FrozenMap(found))
        if getattr(instance, "unread", None) is not None:
            settle(instance)
        problems = examine(kind, instance)
        if any(each.severity == "error" for each in problems):
            raise InvalidData(problems)

    return again


def _settle(kind: Kind) -> Callable[[Any], bool]:
    """Return the function that puts what was kept in order, and says whether it could."""

    def settle(instance: Any) -> bool:
        unread = instance.unread
        if getattr(instance, "view", None) is not None:
            return type(unread) is Unread  # The view, which says the same, is in order.
        if type(unread) is not Unread or internal_problems(kind, "unread", unread):
            return False
        written = {
            each.name: each.required or getattr(instance, each.name) != each.default
            for each in kind.fields
        }
        object.__setattr__(instance, "unread", settled(unread, written, instance._mentioned))
        return True

    return settle
