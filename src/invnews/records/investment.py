"""
Investment: capital that someone puts in or takes out, or means to.
"""

from typing import ClassVar

import attrs

from ..fields import code, distinct, doc, refers_to, subject
from ..values import Condition, Identifier, KeyDate, Name, Party, Sector, StatusChange
from ..values.vocabularies import (
    COUNTRY,
    DEAL_TERM,
    INSTRUMENT,
    INVESTMENT_ASPECT,
    INVESTMENT_TYPE,
    MODALITY,
)
from .record import Record
from .rules import current


@attrs.frozen(kw_only=True)
class Investment(Record):
    """
    Capital that someone puts in, adds to or takes out, or means to: a stake, a plant, a loan.

    It need not have an amount: "to continue investing in Malaysia" is one. Amounts are
    monetary claims, stakes and jobs quantity claims; both name it as their subject. What the
    parties signed is an agreement; what is built is a project.

    Source: fDi Markets and fdimap (project types); UNCTAD; SDC (deal types and statuses).

    >>> plan = Investment(id="tx1", aspect="continuing", modality="intended",
    ...                   parties=(Party(party="alibaba", role="investor"),),
    ...                   host_countries=("MY",))
    >>> plan.aspect, plan.status
    ('continuing', None)
    """

    KIND: ClassVar[str] = "investment"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(),
        metadata=doc("What it is called, when it has a name: 'Series C', 'Project Sun'."),
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source.")
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What sort of investment it is; left out when the source only says 'invest'.",
            source="fDi Markets; SDC",
        )
        | code(INVESTMENT_TYPE),
    )
    aspect: str | None = attrs.field(
        default=None,
        metadata=doc("How it stands to earlier ones: new, continuing, further, reduced.")
        | code(INVESTMENT_ASPECT),
    )
    instrument: str | None = attrs.field(
        default=None,
        metadata=doc("What the capital is given as: equity, a loan, a bond, in kind.")
        | code(INSTRUMENT),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is meant: 'plans to' is intended, 'has pledged' committed.")
        | code(MODALITY),
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), metadata=doc("Who takes part, and as what: investor, target, seller, lender.")
    )
    origin_countries: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The countries that the capital comes from, as the source says; not those of a "
            "holding on the way.",
            source="ISO 3166-1; fDi Markets source country",
        )
        | code(COUNTRY)
        | distinct(),
    )
    host_countries: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The countries that the capital goes to.",
            source="ISO 3166-1; fDi Markets destination country",
        )
        | code(COUNTRY)
        | distinct(),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where the capital is put to use, more exactly than by country.")
        | refers_to("place")
        | distinct(),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as rumoured, announced, closed, "
            "withdrawn; the last that came about is current.",
            source="SDC deal status",
        ),
    )
    objectives: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("What it is meant to achieve, in the words of the source.")
    )
    projects: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it pays for: the plant, the line, the scheme.")
        | refers_to("project", "programme")
        | distinct(),
    )
    agreements: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What was signed for it: the share purchase, the loan, the term sheet.")
        | refers_to("agreement")
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that the capital goes to.")
    )
    products: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it lets be made or developed.") | refers_to("product") | distinct(),
    )
    terms: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Its terms by name: senior, take_or_pay, tender_offer; numbers are claims.")
        | code(DEAL_TERM)
        | distinct(),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What it hangs on: approvals, due diligence, financing.")
    )
    key_dates: tuple[KeyDate, ...] = attrs.field(
        default=(), metadata=doc("When it was announced, is to close, matures.")
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: an ISIN of the issue, a deal number.")
    )

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
