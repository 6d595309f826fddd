"""
Party: someone who takes part, and as what.
"""

import attrs

from ..fields import actor, code, distinct, doc, refers_to
from .value import Value
from .vocabularies import PARTY_ROLE


@attrs.frozen(kw_only=True)
class Party(Value):
    """
    Someone who takes part in an agreement, project or event, and as what.

    >>> Party(party="mdec", role="signatory").role
    'signatory'
    """

    party: str = attrs.field(metadata=doc("Who takes part.") | refers_to(actor()))
    role: str | None = attrs.field(default=None, metadata=doc("As what.") | code(PARTY_ROLE))
    on_behalf_of: str | None = attrs.field(
        default=None,
        metadata=doc("For whom, when a signer or speaker acts for another.") | refers_to(actor()),
    )
    capacity: str | None = attrs.field(
        default=None, metadata=doc("The office or title in which it takes part, as written.")
    )
    about: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What exactly it takes part in: which of the agreements it signs.")
        | refers_to()
        | distinct(),
    )
