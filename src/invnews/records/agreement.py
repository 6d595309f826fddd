"""
Agreement: what parties agreed, from a memorandum to a treaty.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem, child, did_you_mean
from ..fields import acyclic, code, distinct, doc, refers_to, subject
from ..shapes import Rule, describe
from ..values import (
    Condition,
    Identifier,
    KeyDate,
    Name,
    Party,
    Sector,
    StatusChange,
    Undertaking,
)
from ..values.vocabularies import AGREEMENT_TYPE, BINDING, DEAL_TERM
from .record import Record, leads_somewhere
from .rules import current


def _presumes_what_is_set(it: "Agreement") -> Iterable[Problem]:
    """Yield a problem for each presumed name that is no field of the record, or is not set."""
    fields = describe(type(it)).by_name
    for number, name in enumerate(it.presumed):
        if name not in fields or not leads_somewhere(it, name):
            message = f"expected the name of a field that is set, got {name!r}"
            hint = "set it, or take it out" if name in fields else did_you_mean(name, fields)
            yield Problem(child("$.presumed", number), "unknown_path", message, name, hint)


@attrs.frozen(kw_only=True)
class Agreement(Record):
    """
    What parties agreed, or are said to agree: an MoU, a loan, a concession, a treaty.

    Its type, its binding force and its status are three things. Amounts are monetary claims
    and counts quantity claims that name it as their subject; the signing is an event about
    it; what is built or run under it is a project or programme.

    Source: TUFF 3.0 (pledge, commitment, MoU, letter of intent); FIBO (Agreement, TermSheet);
    OCDS partyRole; SDC deal types.

    >>> mou = Agreement(id="ag1", type="memorandum_of_understanding", binding="non_binding",
    ...                 presumed=("binding",), status_history=(StatusChange(status="signed"),),
    ...                 parties=(Party(party="mdec", role="signatory"),))
    >>> mou.status, mou.presumed
    ('signed', ('binding',))
    """

    KIND: ClassVar[str] = "agreement"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(), metadata=doc("What it is called, when it has a name of its own.")
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source: 'tied up with'.")
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Its legal or business form, as the source says it; left out when the source only "
            "says that there is a deal.",
            source="TUFF 3.0; FIBO; SDC",
        )
        | code(AGREEMENT_TYPE),
    )
    binding: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether it binds its parties in law. A value that follows only from the type is "
            "named in presumed."
        )
        | code(BINDING),
    )
    presumed: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The names of fields whose value the source does not state and the type lets one "
            "presume, such as binding for an MoU."
        )
        | distinct(),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as negotiating, signed, in_force, "
            "terminated; the last that came about is current.",
            source="SDC; OCDS contractStatus; FIBO",
        ),
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(),
        metadata=doc("Who takes part, and as what: signatory, lender, buyer, guarantor."),
    )
    subject_matter: str | None = attrs.field(
        default=None,
        metadata=doc("What it is about, in the words of the source: 'the supply of nickel ore'."),
    )
    objectives: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("What it is meant to achieve, in the words of the source.")
    )
    under: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The framework, treaty or programme under which it was made.")
        | refers_to("agreement", "programme")
        | acyclic()
        | distinct(),
    )
    amends: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The agreements that it changes or extends and that stay in force.")
        | refers_to("agreement")
        | acyclic()
        | distinct(),
    )
    supersedes: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The agreements in whose place it stands from now on.")
        | refers_to("agreement")
        | acyclic()
        | distinct(),
    )
    undertakings: tuple[Undertaking, ...] = attrs.field(
        default=(),
        metadata=doc("What the parties say they will do, may do or will leave; not what it costs."),
    )
    terms: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Its terms by name: senior, take_or_pay, tender_offer; numbers are claims.")
        | code(DEAL_TERM)
        | distinct(),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(),
        metadata=doc("What it hangs on, and what a party may choose: approvals, options, rights."),
    )
    key_dates: tuple[KeyDate, ...] = attrs.field(
        default=(),
        metadata=doc(
            "When it was announced, signed, takes effect, expires; the steps themselves stand "
            "in status_history."
        ),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it applies or is carried out; the place of the signing is the event's.")
        | refers_to("place")
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that it concerns.")
    )
    products: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What is supplied, licensed or used under it.")
        | refers_to("product")
        | distinct(),
    )
    governing_law: str | None = attrs.field(
        default=None,
        metadata=doc("The law or forum that it names, in the words of the source: 'English law'."),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: a contract or treaty number.")
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_presumes_what_is_set,)

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
