"""Kinds and values of a stranger's own, and the converter for classes of other projects."""

import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal, assert_type

import attrs

from invnews import (
    BUILTIN,
    Agreement,
    Dataset,
    Form,
    Json,
    Money,
    PartialDate,
    Person,
    Problem,
    Record,
    Registry,
    Term,
    UnknownRecord,
    Unread,
    Value,
    Vocabulary,
    actor,
    acyclic,
    bounds,
    code,
    distinct,
    doc,
    expected,
    explain,
    form,
    from_dict,
    loads,
    make_converter,
    read_lines,
    refers_to,
    size,
    subject,
)

RATING = Vocabulary.of("acme.rating", "a rating", {"aaa": "Lowest risk."}, source="Acme")
TICKER = Form.matching("acme.ticker", "a ticker such as ABC", "[A-Z]{1,5}")
assert_type(RATING.terms["aaa"], Term)
assert_type("aaa" in RATING, bool)
assert_type(RATING.hint("AAA"), str)


class Seniority(enum.Enum):
    """How a bond ranks."""

    SENIOR = "senior"
    JUNIOR = "junior"


@attrs.frozen(kw_only=True)
class Coupon(Value):
    """What a bond pays."""

    rate: Decimal = attrs.field(metadata=doc("Per cent a year.") | bounds(0, 100))
    per: str | None = attrs.field(default=None, metadata=doc("For which time."))

    @property
    def is_zero(self) -> bool:
        """Whether it pays nothing."""
        return self.rate == 0


def _price_becomes_prices(data: dict[str, Any]) -> dict[str, Any]:
    """From version 1 to 2."""
    return data | {"prices": {"KL": data.pop("price")}}


def _matures_later(it: "BondIssue") -> Iterable[Problem]:
    """Yield a problem when it matures before it is issued."""
    if it.issued is not None and it.issued == it.matures:
        yield Problem("$.matures", "inconsistent", "expected a later date than that of the issue")


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A bond and its terms."""

    KIND: ClassVar[str] = "acme.bond_issue"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    ticker: str = attrs.field(metadata=doc("On its exchange.") | form(TICKER))
    rating: str | None = attrs.field(default=None, metadata=doc("By Acme.") | code(RATING))
    coupons: tuple[Coupon, ...] = attrs.field(default=(), metadata=doc("In order.") | size(0, 9))
    seniority: Seniority = Seniority.SENIOR
    side: Literal["public", "private"] | None = None
    issued: PartialDate | None = None
    matures: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it is paid back.") | expected()
    )
    refinances: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("Older bonds.") | refers_to("acme.bond_issue") | acyclic()
        | distinct(),
    )  # fmt: skip
    prices: Mapping[str, Decimal] = attrs.field(factory=dict, metadata=doc("By exchange."))

    RULES: ClassVar = (_matures_later,)
    MIGRATIONS = (_price_becomes_prices,)


registry = BUILTIN.with_kinds(BondIssue)
assert_type(registry, Registry)
bond = BondIssue(
    id="b", ticker="ABC", matures=PartialDate("2038"), coupons=(Coupon(rate=Decimal(5)),),
    seniority=Seniority.JUNIOR, side="public", prices={"KL": Decimal("99.5")},
    missing={"type": "not_stated"},
)  # fmt: skip
assert_type(bond.kind, str)
assert_type(bond.coupons[0].is_zero, bool)
assert_type(bond.side, Literal["public", "private"] | None)
assert_type(bond.status, str | None)
assert_type(Dataset([bond]).of(BondIssue), tuple[BondIssue, ...])
record: Record = bond
kept = loads("…", registry=registry, unknown="keep")
assert_type(kept.of(UnknownRecord), tuple[UnknownRecord, ...])
assert_type(kept.of(UnknownRecord)[0].view, Record | None)
assert_type(kept.is_view(record), bool)
assert_type(record.unread, Unread | None)
assert_type(next(read_lines([], unknown="keep")), Record)
assert_type(from_dict({}, unknown="refuse"), Record)
agreement: Agreement = bond


@attrs.frozen
class Position:
    """A class of another project that holds ours."""

    desk: str
    limit: Money
    owner: Person | None = None
    free: Json | None = None


converter = make_converter(registry=registry)
assert_type(converter.structure({"desk": "Asia", "limit": {}}, Position), Position)
assert_type(converter.structure({}, BondIssue), BondIssue)
assert_type(explain(ValueError("no")), tuple[Problem, ...])
