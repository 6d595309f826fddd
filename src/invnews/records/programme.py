"""
Programme: a lasting effort with an aim, such as an initiative, a scheme or a zone.
"""

from typing import ClassVar

import attrs

from ..fields import acyclic, code, distinct, doc, form, refers_to, subject
from ..shapes import Rule
from ..values import Condition, Identifier, KeyDate, Name, PartialDate, Party, Sector, StatusChange
from ..values.forms import URL
from ..values.vocabularies import CHANNEL, PROGRAMME_TYPE
from .record import Record
from .rules import current, named_or_described


@attrs.frozen(kw_only=True)
class Programme(Record):
    """
    A lasting effort that someone runs with an aim: an initiative, a grant scheme, a zone.

    It may hold many projects. One thing to be built or carried out is a project; the product
    that it rolls out is a product; the measure that a government takes is a policy action.
    Budgets are monetary claims, targets quantity claims.

    Source: IATI 2.03 (activities and their hierarchy); GCDF 3.0 (umbrella).

    >>> week = Programme(id="pr1", names=(Name(text="Malaysia Week"),), type="campaign",
    ...                  channel="online", status_history=(StatusChange(status="launched"),))
    >>> week.status
    'launched'
    """

    KIND: ClassVar[str] = "programme"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(), metadata=doc("What it is called, as sources write it.")
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source.")
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of programme it is: a campaign, a special zone, a budget.")
        | code(PROGRAMME_TYPE),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as announced, launched, under_review; "
            "the last that came about is current.",
            source="IATI ActivityStatus",
        ),
    )
    period: PartialDate | None = attrs.field(
        default=None,
        metadata=doc("The time that it covers: the year of a budget, the years of a plan."),
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), metadata=doc("Who takes part, and as what: promoter, funder, operator.")
    )
    objectives: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("What it is meant to achieve, in the words of the source.")
    )
    target_groups: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("For whom it is meant, such as 'Malaysian SMEs'; not who runs it.")
        | refers_to("group", "organisation", "person", "place")
        | distinct(),
    )
    part_of: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The larger programmes of which it is a piece.")
        | refers_to("programme")
        | acyclic()
        | distinct(),
    )
    under: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The agreements or frameworks from which it follows, without being a piece.")
        | refers_to("agreement", "programme")
        | acyclic()
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that it concerns.")
    )
    channel: str | None = attrs.field(
        default=None,
        metadata=doc("By which way it reaches its public: online, in shops, by broadcast.")
        | code(CHANNEL),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it runs or applies.") | refers_to("place") | distinct(),
    )
    products: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it offers, promotes or uses.") | refers_to("product") | distinct(),
    )
    key_dates: tuple[KeyDate, ...] = attrs.field(
        default=(),
        metadata=doc(
            "When it starts, ends, is reviewed, planned or actual.", source="IATI ActivityDateType"
        ),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What it hangs on: an approval, a deadline, a milestone.")
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it, such as an IATI activity identifier.")
    )
    url: str | None = attrs.field(
        default=None, metadata=doc("The web address of its own site.") | form(URL)
    )

    RULES: ClassVar[tuple[Rule, ...]] = (named_or_described,)

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
