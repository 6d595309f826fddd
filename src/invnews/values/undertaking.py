"""
Undertaking: what a party to an agreement says that it will do or leave.
"""

import attrs

from ..fields import actor, code, distinct, doc, refers_to
from .partial_date import PartialDate
from .value import Value
from .vocabularies import MODALITY, UNDERTAKING_TYPE


@attrs.frozen(kw_only=True)
class Undertaking(Value):
    """
    What parties say they will do, may do, or will leave: explore, supply, keep exclusive.

    Sums and counts are claims of their own; they name the agreement as their subject.

    >>> Undertaking(text="explore linkages", modality="possible", by=("mdec",)).modality
    'possible'
    """

    text: str = attrs.field(metadata=doc("What is undertaken, in the words of the source."))
    type: str | None = attrs.field(
        default=None, metadata=doc("Which sort of undertaking it is.") | code(UNDERTAKING_TYPE)
    )
    modality: str | None = attrs.field(
        default=None, metadata=doc("How firmly it is meant.") | code(MODALITY)
    )
    by: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who undertakes it; all parties when empty.")
        | refers_to(actor())
        | distinct(),
    )
    to: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("To whom.") | refers_to(actor()) | distinct()
    )
    about: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it concerns: zones to be linked, goods.") | refers_to() | distinct(),
    )
    period: PartialDate | None = attrs.field(
        default=None, metadata=doc("When, until when or for how long it holds.")
    )
