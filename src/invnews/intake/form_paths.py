"""
Paths that a form names: a value that may be absent stands there in a list of 0 or 1.
"""

import re

from ..shapes import Field, Kind, Nested, describe

_STEP = re.compile(r"([^.\[\]]+)((?:\[[0-9]+\])?)")


def from_form(kind: Kind, path: str) -> str:
    """
    Return the path in a record of what a path names in its llm form.

    >>> from invnews import BUILTIN
    >>> from_form(BUILTIN["monetary_claim"], "as_of[0].edtf")
    'as_of.edtf'
    """
    return _retraced(kind, path, {"[0]": ""})


def to_form(kind: Kind, path: str) -> str:
    """
    Return the path in the llm form of what a path names in a record.

    >>> from invnews import BUILTIN
    >>> to_form(BUILTIN["monetary_claim"], "as_of.edtf"), to_form(BUILTIN["person"], "names[0]")
    ('as_of[0].edtf', 'names[0]')
    """
    return _retraced(kind, path, {"": "[0]"})


def _retraced(kind: Kind, path: str, numbers: dict[str, str]) -> str:
    """Return the path with other numbers behind the fields that hold one value or none."""
    here: Kind | None = kind
    steps = path.split(".")
    for place, step in enumerate(steps):
        match = _STEP.fullmatch(step)
        field = None if here is None or match is None else here.by_name.get(match[1])
        if field is None or match is None:
            return ".".join(steps)
        if in_a_list(field):
            steps[place] = match[1] + numbers.get(match[2], match[2])
        here = describe(field.single.cls) if isinstance(field.single, Nested) else None
    return ".".join(steps)


def in_a_list(field: Field) -> bool:
    """Return whether the form holds the field's value in a list of 0 or 1."""
    return field.nullable and isinstance(field.shape, Nested)
