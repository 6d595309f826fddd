"""
Value: the base of things without identity, equal when their parts are equal.
"""

from typing import ClassVar

from ..shapes import Checked, Rule


class Value(Checked):
    """
    A thing without identity. Derive from it with ``@attrs.frozen(kw_only=True)``.

    The constructor refuses what the fields and `RULES` do not allow, with every problem at
    once. Write rules across fields as functions from the instance to its problems.
    """

    __slots__ = ()

    RULES: ClassVar[tuple[Rule, ...]] = ()
    """What must hold across fields; rules of base classes hold too."""
