"""
Codes that their standard has withdrawn.
"""

from collections.abc import Iterator
from typing import Any

from ..errors import Problem, child
from ..shapes import Checked, Code, Field, describe, kept_on_class
from .references import items, may_hold


def withdrawn_codes(instance: Checked, path: str = "$") -> Iterator[Problem]:
    """
    Yield a warning for each code of a record or value that has been withdrawn.

    >>> from invnews.values import Money
    >>> [str(each) for each in withdrawn_codes(Money.exactly(5, "DEM"))]
    ["$.currency: 'DEM' (Deutsche Mark) was withdrawn in 2002-03"]
    """
    for field in _coded(type(instance)):
        value = getattr(instance, field.name)
        if value is None:
            continue
        for step, each in items(field, value, child(path, field.name)):
            if isinstance(field.single, Code):
                term = field.single.vocabulary.terms.get(each)
                if term is not None and term.withdrawn is not None:
                    message = f"{each!r} ({term.definition}) was withdrawn in {term.withdrawn}"
                    yield Problem(step, "withdrawn_code", message, each, severity="warning")
            else:
                yield from withdrawn_codes(each, step)


@kept_on_class
def _coded(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields that hold codes which may be withdrawn, or values with such."""
    may = may_hold(_may_be_withdrawn)
    return tuple(field for field in describe(cls).fields if may(field))


def _may_be_withdrawn(field: Field) -> bool:
    single = field.single
    if not isinstance(single, Code):
        return False
    return any(term.withdrawn for term in single.vocabulary.terms.values())
