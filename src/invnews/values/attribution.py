"""
Attribution: the chain of those who said it, the outermost first.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import actor, code, doc, refers_to
from ..shapes import Rule
from .partial_date import PartialDate
from .value import Value
from .vocabularies import ATTRIBUTION_ROLE, NAMING, QUOTE, SOURCE_KIND, SOURCE_NUMBER


def _names_or_describes(link: "AttributionLink") -> Iterable[Problem]:
    """Yield a problem unless the link either names a party or describes one."""
    if link.party is None and link.description is None:
        message = "expected a party (its id) or a description of one"
        yield Problem("$", "missing_field", message, hint="such as 'multiple media reports'")
    if link.party is not None and link.description is not None:
        message = "expected a party or a description, got both"
        yield Problem("$.description", "inconsistent", message, link.description)


@attrs.frozen(kw_only=True)
class AttributionLink(Value):
    """
    One link of the chain: someone who speaks, believes or passes on, named or described.

    >>> AttributionLink(role="original_source", description="multiple media reports",
    ...                 naming="unnamed", number="multiple").party is None
    True
    """

    role: str = attrs.field(metadata=doc("What the party does.") | code(ATTRIBUTION_ROLE))
    party: str | None = attrs.field(
        default=None, metadata=doc("The party, when a record names it.") | refers_to(actor())
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("The words of the source for a party without a record.")
    )
    source_kind: str | None = attrs.field(
        default=None, metadata=doc("What kind of source it is.") | code(SOURCE_KIND)
    )
    naming: str | None = attrs.field(
        default=None, metadata=doc("Whether the source names it.") | code(NAMING)
    )
    number: str | None = attrs.field(
        default=None, metadata=doc("Whether it is one source or several.") | code(SOURCE_NUMBER)
    )
    capacity: str | None = attrs.field(
        default=None, metadata=doc("The office or capacity in which the party speaks, as written.")
    )
    reason: str | None = attrs.field(
        default=None,
        metadata=doc("Why it is not named, in the words of the source: 'the talks are private'."),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_names_or_describes,)


@attrs.frozen(kw_only=True)
class Attribution(Value):
    """
    According to whom: the chain of links, outermost first, and how the words are quoted.

    An empty chain stands for the document's own voice.

    Source: AIDA claim frames (claimer, affiliation, medium); PROV-O (actedOnBehalfOf,
    wasQuotedFrom, hadPrimarySource).

    >>> Attribution(links=(
    ...     AttributionLink(role="speaker", party="james-song"),
    ...     AttributionLink(role="on_behalf_of", party="alibaba"),
    ... ), quote="mixed").links[1].party
    'alibaba'
    """

    links: tuple[AttributionLink, ...] = attrs.field(
        default=(), metadata=doc("The chain, outermost first.")
    )
    quote: str | None = attrs.field(
        default=None, metadata=doc("How the words are quoted.") | code(QUOTE)
    )
    cue: str | None = attrs.field(
        default=None, metadata=doc("The word that attributes: said, according to.")
    )
    on: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it was said, where that is not the document's date.")
    )
