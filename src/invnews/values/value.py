"""
Value: the base of things without identity, equal when their parts are equal.
"""

from typing import ClassVar

import attrs

from ..fields import doc, internal
from ..shapes import Checked, Rule, Unread


@attrs.frozen(kw_only=True)
class Value(Checked):
    """
    A thing without identity. Derive from it with ``@attrs.frozen(kw_only=True)``.

    The constructor refuses what the fields and `RULES` do not allow, with every problem at
    once. Write rules across fields as functions from the instance to its problems.
    """

    RULES: ClassVar[tuple[Rule, ...]] = ()
    """What must hold across fields; rules of base classes hold too."""

    unread: Unread | None = attrs.field(
        default=None,
        repr=False,
        metadata=doc("Fields that a reader kept and does not know; no part of the wire form.")
        | internal(),
    )
