"""
StatusChange: one step in the life of an agreement, project or measure.
"""

import attrs

from ..fields import actor, code, distinct, doc, refers_to
from .evidence import Evidence
from .partial_date import PartialDate
from .value import Value
from .vocabularies import OCCURRENCE, STATUS


@attrs.frozen(kw_only=True)
class StatusChange(Value):
    """
    A status that was reached, is planned, or did not come about.

    A status history is in the order of the source; the current status is the last that came
    about.

    Source: IATI ActivityStatus, OC4IDS projectStatus, OCDS contractStatus, TUFF 3.0.

    >>> StatusChange(status="completed", on=PartialDate("2024"), modality="planned").modality
    'planned'
    """

    status: str = attrs.field(metadata=doc("The status that begins.") | code(STATUS))
    on: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it begins, or is planned to.")
    )
    modality: str = attrs.field(
        default="actual",
        metadata=doc("Whether it came about, is planned, or is void.") | code(OCCURRENCE),
    )
    by: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who brings it about.") | refers_to(actor()) | distinct(),
    )
    text: str | None = attrs.field(
        default=None, metadata=doc("Which milestone or phase it is, in the words of the source.")
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=doc("The passages that this step rests on.")
    )
