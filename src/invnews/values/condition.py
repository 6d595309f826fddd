"""
Condition: what a deal hangs on, and what someone may choose to do.
"""

import attrs

from ..fields import actor, code, distinct, doc, refers_to
from .evidence import Evidence
from .partial_date import PartialDate
from .value import Value
from .vocabularies import CONDITION_STATUS, CONDITION_TYPE


@attrs.frozen(kw_only=True)
class Condition(Value):
    """
    An approval, milestone, payment, option or right that a deal or a sum hangs on.

    >>> Condition(text="subject to regulatory approval", type="regulatory_approval",
    ...           status="pending").status
    'pending'
    """

    text: str = attrs.field(metadata=doc("The condition in the words of the source."))
    type: str | None = attrs.field(
        default=None, metadata=doc("Which sort of condition it is.") | code(CONDITION_TYPE)
    )
    by: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who gives the approval, holds the option, has the right.")
        | refers_to(actor())
        | distinct(),
    )
    status: str | None = attrs.field(
        default=None, metadata=doc("How it stands.") | code(CONDITION_STATUS)
    )
    on: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it was met, given, refused or exercised.")
    )
    due: PartialDate | None = attrs.field(
        default=None, metadata=doc("By when, or within which time, it must be or can be.")
    )
    to: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Whom it binds, or against whom the option or right runs.")
        | refers_to(actor())
        | distinct(),
    )
    about: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it concerns: the stake that an option is on.")
        | refers_to()
        | distinct(),
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=doc("The passages that this condition rests on.")
    )
