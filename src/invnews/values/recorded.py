"""
Recorded: who or what made a record, when and how.
"""

import attrs

from ..fields import code, doc
from .partial_date import PartialDate
from .value import Value
from .vocabularies import RECORDING_METHOD


@attrs.frozen(kw_only=True)
class Recorded(Value):
    """
    Who or what made a record: a person by hand, a rule, a language model.

    Source: PROV-O (wasAttributedTo, wasGeneratedBy).

    >>> Recorded(by="A. Analyst", on=PartialDate("2026-11-23"), method="manual").method
    'manual'
    """

    by: str | None = attrs.field(default=None, metadata=doc("Who recorded it: a name or account."))
    on: PartialDate | None = attrs.field(default=None, metadata=doc("When it was recorded."))
    method: str | None = attrs.field(
        default=None, metadata=doc("By hand, by a rule or by a model.") | code(RECORDING_METHOD)
    )
    tool: str | None = attrs.field(
        default=None, metadata=doc("The program or model, with its version.")
    )
