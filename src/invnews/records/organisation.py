"""
Organisation: a body that acts, such as a company, a ministry or a bank.
"""

from typing import ClassVar

import attrs

from ..fields import actor, code, distinct, doc, form, refers_to, size, subject
from ..values import Identifier, Name, PartialDate, Sector, StatusChange
from ..values.forms import URL
from ..values.vocabularies import COUNTRY, ORGANISATION_TYPE
from .record import Record
from .rules import current


@attrs.frozen(kw_only=True)
class Organisation(Record):
    """
    A body that acts as one: a company, a ministry, a bank, a fund, a party.

    It is not its members or owners: parents, stakes and positions are relations and quantity
    claims. A set without a name, such as "many companies", is a group. Revenue, valuation and
    headcount are claims about it.

    Source: IATI OrganisationType; BODS 0.4 entityType; GLEIF.

    >>> mdec = Organisation(id="mdec", names=(Name(text="MDEC", type="acronym"),), country="MY")
    >>> mdec.names[0].text
    'MDEC'
    """

    KIND: ClassVar[str] = "organisation"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    names: tuple[Name, ...] = attrs.field(
        metadata=doc("What it is called, as sources write it: in full, short, as an acronym.")
        | size(1)
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What sort of body it is: a listed company, a state agency, a multilateral.",
            source="IATI OrganisationType; BODS entityType",
        )
        | code(ORGANISATION_TYPE),
    )
    country: str | None = attrs.field(
        default=None,
        metadata=doc(
            "The country of its registration or seat; not each country in which it is active.",
            source="ISO 3166-1",
        )
        | code(COUNTRY),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it sits, such as 'Hangzhou-based'; not where it invests.")
        | refers_to("place")
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(),
        metadata=doc("The branches of business that it is in, such as 'the tyre maker'."),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: an LEI, a company number, a ticker.")
    )
    url: str | None = attrs.field(
        default=None, metadata=doc("The web address of its own site.") | form(URL)
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source.")
    )
    founded: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it was founded or registered.")
    )
    dissolved: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it ceased to exist, by winding up or by merger.")
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as operating, restructured, dissolved; "
            "the last that came about is current."
        ),
    )

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
