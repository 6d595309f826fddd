"""
PolicyAction: what a government or regulator does, or says it will do.
"""

from typing import ClassVar

import attrs

from ..fields import actor, code, distinct, doc, refers_to, subject
from ..values import Condition, Identifier, KeyDate, Name, Sector, StatusChange
from ..values.vocabularies import DIRECTION, INCENTIVE_TYPE, MODALITY, POLICY_ACTION
from .record import Record
from .rules import current


@attrs.frozen(kw_only=True)
class PolicyAction(Record):
    """
    What a government, regulator or court does to investors or projects, or says it will do.

    A review, an approval, a ban, an incentive. The programme that it sets up is a programme;
    the sum that it grants is a monetary claim; that someone announced it is its status. What
    a minister thinks of it is a statement.

    Source: UNCTAD (measures more or less favourable to investors); Global Trade Alert (state
    act and intervention); CAMEO.

    >>> review = PolicyAction(id="pol1", action="review", actors=("mahathir",),
    ...                       office="Prime Minister", targets=("g1",), modality="intended")
    >>> review.action, review.direction
    ('review', None)
    """

    KIND: ClassVar[str] = "policy_action"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(), metadata=doc("What the measure is called, such as the title of an act.")
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source.")
    )
    actors: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who acts: the minister, the regulator, the state that the source names.")
        | refers_to(actor())
        | distinct(),
    )
    office: str | None = attrs.field(
        default=None,
        metadata=doc("In which office, in the words of the source: 'Prime Minister'."),
    )
    action: str = attrs.field(
        metadata=doc(
            "What is done: review, approve, restrict. How far it has come is the status.",
            source="CAMEO; Global Trade Alert",
        )
        | code(POLICY_ACTION)
    )
    direction: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether it makes things better or worse for investors, as the source tells; left "
            "out when that is a guess.",
            source="UNCTAD",
        )
        | code(DIRECTION),
    )
    targets: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it is aimed at: projects, firms, agreements, a group of them.")
        | refers_to()
        | distinct(),
    )
    jurisdictions: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it has force; not where those it targets come from.")
        | refers_to("place")
        | distinct(),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is meant: 'will review' is intended, 'may' possible.")
        | code(MODALITY),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as considered, announced, in_force, "
            "lifted; the last that came about is current."
        ),
    )
    objectives: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("What it is meant to achieve, in the words of the source.")
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What it hangs on, or what it imposes on those it approves.")
    )
    key_dates: tuple[KeyDate, ...] = attrs.field(
        default=(), metadata=doc("When it was announced, takes effect, expires.")
    )
    incentives: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Which advantages it gives: tax_holiday, cash_grant; the sums are claims.")
        | code(INCENTIVE_TYPE)
        | distinct(),
    )
    legal_basis: str | None = attrs.field(
        default=None,
        metadata=doc("The law that it rests on, in the words of the source: 'section 7 of …'."),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that it concerns.")
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: the number of a bill, gazette or case.")
    )

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
