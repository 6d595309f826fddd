"""
QuantityClaim: a count, stake, rate or measure that a source states about something.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import actor, acyclic, bounds, code, distinct, doc, expected, refers_to, subject
from ..shapes import Rule
from ..values import Condition, PartialDate, Quantity
from ..values.vocabularies import (
    DEAL_TIMING,
    MODALITY,
    PART_TYPE,
    POLARITY,
    QUANTITY_MEASURE,
    SCOPE,
    SHARE_BASIS,
    STAGE,
)
from .record import Record
from .rules import part_has_whole

_STAKES = frozenset({"stake", "voting_rights", "free_float"})


def _timing_of_a_share(it: "QuantityClaim") -> Iterable[Problem]:
    """Yield a problem when before or after a deal is said of something that is no stake."""
    if it.deal_timing is None or it.share_of is not None or it.measure == "stake":
        return
    message = f"expected a deal_timing only with a stake, got {it.deal_timing!r}"
    hint = "name what it is a share of in share_of, or use measure 'stake'"
    yield Problem("$.deal_timing", "inconsistent", message, it.deal_timing, hint)


def _stake_is_of_something(it: "QuantityClaim") -> Iterable[Problem]:
    """Yield a problem when a stake does not say what it is a share of."""
    if it.measure in _STAKES and it.share_of is None and "share_of" not in it.missing:
        hint = 'name it in share_of, or say missing={"share_of": "not_stated"}'
        message = "expected what the stake is a share of"
        yield Problem("$.share_of", "unstated", message, hint=hint)


@attrs.frozen(kw_only=True)
class QuantityClaim(Record):
    """
    A number that is no money and that a source states: jobs, a stake, a capacity, a rate.

    It is a claim and no fact: two sources may differ, and each has its own. No other kind
    holds counts. A stake says what it is a share of, and whether before or after the deal.
    Sums of money are monetary claims.

    Source: fDi Markets (jobs, capacity); BODS 0.4 share; AIDA claim frames.

    >>> brands = QuantityClaim(id="q1", subjects=("malaysia-week",), measure="count",
    ...                        value=Quantity.more_than(50, "brands"), of_what="Malaysian brands")
    >>> brands.value.low, brands.value.low_open
    (Decimal('50'), True)
    """

    KIND: ClassVar[str] = "quantity_claim"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    subjects: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What the number is about; all of them together with scope 'collective'.")
        | refers_to(subject())
        | distinct()
        | expected()
        | acyclic(),
    )
    measure: str | None = attrs.field(
        default=None,
        metadata=doc("What the number measures: stake, jobs_created, capacity, interest_rate.")
        | code(QUANTITY_MEASURE),
    )
    value: Quantity = attrs.field(metadata=doc("The number, exactly as the source states it."))
    of_what: str | None = attrs.field(
        default=None,
        metadata=doc("What is counted, in the words of the source: 'Malaysian brands'."),
    )
    stage: str | None = attrs.field(
        default=None,
        metadata=doc("How far it has come: pledged jobs are not jobs created.") | code(STAGE),
    )
    scope: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What the number covers: all subjects together, each of them, one share, an "
            "increment such as '200 more jobs', one period."
        )
        | code(SCOPE),
    )
    as_of: PartialDate | None = attrs.field(
        default=None, metadata=doc("The day on which the number holds: 'at the end of March'.")
    )
    period: PartialDate | None = attrs.field(
        default=None,
        metadata=doc("The time that a number per period or a running total covers: 'in 2018'."),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is meant: 'aims to bring 10,000' is aimed, not reached.")
        | code(MODALITY),
    )
    polarity: str | None = attrs.field(
        default=None,
        metadata=doc("Negative when the source denies it: 'will not cut 500 jobs'.")
        | code(POLARITY),
    )
    holders: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who holds the stake or takes the volume.") | refers_to(actor()) | distinct(),
    )
    share_of: str | None = attrs.field(
        default=None,
        metadata=doc("What a stake is a share of: the company, the project, the group.")
        | refers_to(subject()),
    )
    share_basis: str | None = attrs.field(
        default=None,
        metadata=doc("What is shared: equity, votes, economic interest.", source="BODS interests")
        | code(SHARE_BASIS),
    )
    deal_timing: str | None = attrs.field(
        default=None,
        metadata=doc("Whether a stake is the one before the deal, transferred by it, or after it.")
        | code(DEAL_TIMING),
    )
    deal: str | None = attrs.field(
        default=None,
        metadata=doc("The deal it belongs to, when that is not its subject.")
        | refers_to("agreement", "investment", "event"),
    )
    benchmark: str | None = attrs.field(
        default=None,
        metadata=doc("The rate or index that it stands on, as written: 'six-month Libor'."),
    )
    formula: str | None = attrs.field(
        default=None, metadata=doc("How it is worked out, in the words of the source.")
    )
    purpose: str | None = attrs.field(
        default=None,
        metadata=doc("What it is for, in the words of the source: 'for export'."),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What it hangs on: an option to be exercised, an approval.")
    )
    part_of: str | None = attrs.field(
        default=None,
        metadata=doc("The number of which this is a part, an 'of which', the rest.")
        | refers_to("quantity_claim")
        | acyclic(),
    )
    part_type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of part it is; only with part_of.") | code(PART_TYPE),
    )
    position: int | None = attrs.field(
        default=None,
        metadata=doc("Its number among the parts, from 1: 'the second phase'; only with part_of.")
        | bounds(1),
    )
    parts_complete: bool | None = attrs.field(
        default=None,
        metadata=doc("Said of a whole: whether the parts recorded are all that there are."),
    )
    equivalent_of: str | None = attrs.field(
        default=None,
        metadata=doc("The same quantity in the unit of the deal, when this one converts it.")
        | refers_to("quantity_claim")
        | acyclic(),
    )
    supersedes: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The earlier numbers that this one revises: 'up from 300 jobs'.")
        | refers_to("quantity_claim")
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
    counts_toward_totals: bool = attrs.field(
        default=True,
        metadata=doc(
            "False when a sum would count it twice: parts, equivalents, revised or hearsay "
            "numbers.",
            source="GCDF 3.0 Recommended For Aggregates",
        ),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (part_has_whole, _timing_of_a_share, _stake_is_of_something)
