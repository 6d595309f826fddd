"""Values as a stranger uses them: constructors, named constructors, properties."""

from datetime import date
from decimal import Decimal
from typing import assert_type

from invnews import (
    Attribution,
    AttributionLink,
    Condition,
    Evidence,
    Identifier,
    Json,
    KeyDate,
    Money,
    Name,
    PartialDate,
    Party,
    Quantity,
    Recorded,
    RelativeDate,
    Sector,
    Segment,
    Stance,
    StatusChange,
    Undertaking,
)

# Money: each named constructor takes Decimal or int and gives Money.
assert_type(Money.exactly(5, "EUR"), Money)
assert_type(Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"), Money)
assert_type(Money.at_least(Decimal("1.5"), None, approximate=True), Money)
assert_type(Money.less_than(5, "EUR", per="tonne"), Money)
assert_type(Money.at_most(5, "EUR"), Money)
assert_type(Money.between(5, Decimal(7), "EUR"), Money)
assert_type(Money.unquantified(), Money)
assert_type(Money.unquantified("EUR", magnitude=10**8, text="hundreds of millions"), Money)
money = Money(comparator="exactly", amount=Decimal(5), currency="EUR")
assert_type(money.low, Decimal | None)
assert_type(money.high, Decimal | None)
assert_type(money.low_open, bool)
assert_type(money.high_open, bool)
assert_type(money.amount, Decimal | None)
assert_type(money.currency, str | None)
assert_type(money.approximate, bool)

# Quantity: the same, with a unit.
assert_type(Quantity.exactly(20, unit_kind="percent"), Quantity)
assert_type(Quantity.more_than(50, "brands"), Quantity)
assert_type(Quantity.at_least(5, "MW", unit_kind="measure", per="day"), Quantity)
assert_type(Quantity.less_than(5), Quantity)
assert_type(Quantity.at_most(5), Quantity)
assert_type(Quantity.between(1, 2, "times", unit_kind="multiple"), Quantity)
assert_type(Quantity.unquantified("jobs", magnitude=1000), Quantity)
quantity = Quantity(comparator="exactly", amount=Decimal(5), unit_kind="count")
assert_type(quantity.unit, str | None)
assert_type(quantity.unit_kind, str)
assert_type(quantity.high, Decimal | None)

# PartialDate: one text, or fields by name.
when = PartialDate("2018")
assert_type(when, PartialDate)
assert_type(when.edtf, str | None)
assert_type(when.earliest, date | None)
assert_type(when.latest, date | None)
assert_type(when.precision, str | None)
last_year = PartialDate(text="Last year", relative=RelativeDate(unit="year", offset=-1))
assert_type(last_year.resolve(date(2018, 6, 25)), PartialDate)
assert_type(last_year.resolve(when), PartialDate)
assert_type(RelativeDate(offset=-1).days_from(date(2018, 6, 25)), tuple[date | None, date | None])

# The smaller ones.
evidence = Evidence(document="d", start=0, end=4, exact="Port", supports=("value",))
assert_type(evidence.supports, tuple[str, ...])
assert_type(evidence.exact, str | None)
chain = Attribution(
    links=(
        AttributionLink(role="speaker", party="song"),
        AttributionLink(role="original_source", description="multiple media reports"),
    ),
    quote="mixed",
)
assert_type(chain.links, tuple[AttributionLink, ...])
assert_type(chain.links[0].party, str | None)
assert_type(StatusChange(status="signed", on=when, evidence=(evidence,)).on, PartialDate | None)
assert_type(KeyDate(role="signed", on=when).on, PartialDate)
assert_type(Party(party="mdec", role="signatory").on_behalf_of, str | None)
assert_type(Name(text="MDEC", language="ms").text, str)
assert_type(Identifier(scheme="isin", value="US0378331005").value, str)
assert_type(Sector(scheme="isic", code="6201").code, str | None)
assert_type(Segment(type="headline", start=0, end=16).end, int)
assert_type(Stance(target="trade", polarity="positive").about, tuple[str, ...])
assert_type(Undertaking(text="explore linkages", by=("mdec",)).by, tuple[str, ...])
assert_type(Condition(text="subject to approval", on=when).status, str | None)
assert_type(Recorded(by="A. Analyst", on=PartialDate("2026-11-23")).method, str | None)
assert_type(Json.of({"a": [1, Decimal("1.5"), None, True, "x"]}), Json)
assert_type(Json.of([]).text, str)

# Values have a hash: they stand in sets and as keys.
assert_type({money, money}, set[Money])
assert_type({when: 1}, dict[PartialDate, int])
