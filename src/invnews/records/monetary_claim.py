"""
MonetaryClaim: an amount of money that a source states about something.
"""

from typing import ClassVar

import attrs

from ..fields import actor, acyclic, bounds, code, distinct, doc, expected, refers_to, subject
from ..shapes import Rule
from ..values import Condition, Money, PartialDate
from ..values.vocabularies import (
    AMOUNT_BASIS,
    DEAL_TERM,
    INSTRUMENT,
    MODALITY,
    MONETARY_MEASURE,
    PART_TYPE,
    POLARITY,
    SCOPE,
    STAGE,
)
from .record import Record
from .rules import part_has_whole


@attrs.frozen(kw_only=True)
class MonetaryClaim(Record):
    """
    An amount of money that a source states about something: a price, a loan, a cost.

    It is a claim and no fact: two sources may differ, and each has its own. No other kind
    holds amounts. Counts, stakes, rates and percentages are quantity claims.

    Source: IATI 2.03 TransactionType (pledge, commitment, disbursement); GCDF 3.0 (umbrella,
    recommended for aggregates); AIDA claim frames.

    >>> rail = MonetaryClaim(id="m1", subjects=("p-rail",), measure="project_value",
    ...                      value=Money.more_than(22_000_000_000, "USD"), scope="collective",
    ...                      missing={"stage": "not_stated"}, counts_toward_totals=False)
    >>> rail.value.low, rail.missing["stage"]
    (Decimal('22000000000'), 'not_stated')
    """

    KIND: ClassVar[str] = "monetary_claim"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    subjects: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What the amount is about; all of them together with scope 'collective'.")
        | refers_to(subject())
        | distinct()
        | expected()
        | acyclic(),
    )
    measure: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What the amount measures: project_value, loan, price, revenue.",
            source="GCDF 3.0 Flow Type; IATI FinanceType",
        )
        | code(MONETARY_MEASURE),
    )
    value: Money = attrs.field(metadata=doc("The amount, exactly as the source states it."))
    stage: str | None = attrs.field(
        default=None,
        metadata=doc(
            "How far the money has come: 'pledged' is not 'committed', and that not 'disbursed'.",
            source="IATI TransactionType",
        )
        | code(STAGE),
    )
    scope: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What the amount covers: all subjects together, each of them, one share, an "
            "increment such as 'an extra RM1m', one period.",
            source="GCDF 3.0",
        )
        | code(SCOPE),
    )
    as_of: PartialDate | None = attrs.field(
        default=None,
        metadata=doc("The day on which the figure holds: 'as of June'.", source="IATI value-date"),
    )
    period: PartialDate | None = attrs.field(
        default=None,
        metadata=doc("The time that an amount per period or a running total covers: 'over 2018'."),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is meant: asserted, intended, aimed, forecast.")
        | code(MODALITY),
    )
    polarity: str | None = attrs.field(
        default=None,
        metadata=doc("Negative when the source denies it: 'has not paid the US$3m'.")
        | code(POLARITY),
    )
    payers: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who pays, lends or grants it.") | refers_to(actor()) | distinct(),
    )
    payees: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who is paid or receives it; not who gains from it in the end.")
        | refers_to(actor())
        | distinct(),
    )
    purpose: str | None = attrs.field(
        default=None,
        metadata=doc("What it is for, in the words of the source: 'to refinance debt'."),
    )
    instrument: str | None = attrs.field(
        default=None,
        metadata=doc("What it is paid or lent in: equity, a syndicated loan, cash.")
        | code(INSTRUMENT),
    )
    terms: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("On which terms it is lent or paid: senior, secured, bullet, floating_rate.")
        | code(DEAL_TERM)
        | distinct(),
    )
    basis: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What is counted in and what is left out: gross, excluding_land.")
        | code(AMOUNT_BASIS)
        | distinct(),
    )
    price_base: PartialDate | None = attrs.field(
        default=None,
        metadata=doc("The time whose prices it is in: '2021 prices'; not the day it holds."),
    )
    benchmark: str | None = attrs.field(
        default=None,
        metadata=doc("The price index or reference rate that it follows, as written: 'Brent'."),
    )
    formula: str | None = attrs.field(
        default=None,
        metadata=doc("How it is worked out, in the words of the source: '12 % of net sales'."),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What the payment hangs on: a milestone, an approval.")
    )
    part_of: str | None = attrs.field(
        default=None,
        metadata=doc("The amount of which this is a tranche, an instalment, an 'of which'.")
        | refers_to("monetary_claim")
        | acyclic(),
    )
    part_type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of part it is; only with part_of.") | code(PART_TYPE),
    )
    position: int | None = attrs.field(
        default=None,
        metadata=doc("Its number among the parts, from 1: 'the second tranche'; only with part_of.")
        | bounds(1),
    )
    parts_complete: bool | None = attrs.field(
        default=None,
        metadata=doc("Said of a whole: whether the parts recorded are all that there are."),
    )
    equivalent_of: str | None = attrs.field(
        default=None,
        metadata=doc("The same sum in the currency of the deal, when this one converts it.")
        | refers_to("monetary_claim")
        | acyclic(),
    )
    supersedes: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The earlier figures that this one revises: 'up from US$13bn'.")
        | refers_to("monetary_claim")
        | acyclic()
        | distinct(),
    )
    computed_from: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The claims from which the source or the analyst worked it out.")
        | refers_to("monetary_claim", "quantity_claim")
        | acyclic()
        | distinct(),
    )
    deal: str | None = attrs.field(
        default=None,
        metadata=doc("The deal it belongs to, when that is not its subject: a price per share.")
        | refers_to("agreement", "investment", "event"),
    )
    counts_toward_totals: bool = attrs.field(
        default=True,
        metadata=doc(
            "False when a sum would count it twice: umbrellas, parts, equivalents, revised or "
            "hearsay figures.",
            source="GCDF 3.0 Recommended For Aggregates",
        ),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (part_has_whole,)
