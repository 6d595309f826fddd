"""
KeyDate: a date that matters to an agreement or project, and as what.
"""

import attrs

from ..fields import code, doc
from .partial_date import PartialDate
from .value import Value
from .vocabularies import DATE_ROLE


@attrs.frozen(kw_only=True)
class KeyDate(Value):
    """
    A date and what it is the date of.

    Source: IATI ActivityDateType; FIBO execution, effective and termination dates.

    >>> KeyDate(role="maturity", on=PartialDate("2038")).role
    'maturity'
    """

    role: str = attrs.field(metadata=doc("What it is the date of.") | code(DATE_ROLE))
    on: PartialDate = attrs.field(metadata=doc("The date."))
    text: str | None = attrs.field(
        default=None, metadata=doc("What falls on it, in the words of the source.")
    )
