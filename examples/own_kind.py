"""
Kinds of your own: a new kind, a subclass of ours, an enum, a value, and a migration.

`FIRST` is the registry of last year, when a bond had a ``rate``; `REGISTRY` is today's, where
it has a coupon. They read each other's files.

    python examples/own_kind.py
"""

import enum
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from invnews import (BUILTIN, Agreement, Dataset, Party, Record, Value, actor, bounds, check, doc,
                     dumps, expected, loads, refers_to, to_dict)  # fmt: skip


class Seniority(enum.Enum):
    """How a bond ranks."""

    SENIOR = "senior"
    JUNIOR = "junior"


@attrs.frozen(kw_only=True)
class Coupon(Value):
    """What a bond pays."""

    rate: Decimal = attrs.field(metadata=doc("Per cent a year.") | bounds(0, 100))
    floating: bool = attrs.field(default=False, metadata=doc("Whether it follows a market rate."))


def rate_becomes_coupon(data: dict[str, Any]) -> dict[str, Any]:
    """From version 1 of a bond to version 2, on plain data."""
    rate = data.pop("rate", None)
    return data if rate is None else data | {"coupon": {"rate": rate}}


@attrs.frozen(kw_only=True)
class FirstBond(Agreement):
    """A bond as it was: version 1."""

    KIND: ClassVar[str] = "acme.bond"
    rate: Decimal | None = attrs.field(default=None, metadata=doc("Per cent a year."))


@attrs.frozen(kw_only=True)
class Bond(Agreement):
    """A bond as it is: version 2, since there is one migration."""

    KIND: ClassVar[str] = "acme.bond"
    MIGRATIONS = (rate_becomes_coupon,)
    coupon: Coupon | None = attrs.field(default=None, metadata=doc("What it pays.") | expected())
    seniority: Seniority | None = attrs.field(default=None, metadata=doc("How it ranks."))


@attrs.frozen(kw_only=True)
class Desk(Record):
    """A trading desk: a kind that extends none of ours; the mark lets it be a party."""

    KIND: ClassVar[str] = "acme.desk"
    MARKS = (actor(),)
    name: str = attrs.field(metadata=doc("What it is called."))
    of: str | None = attrs.field(default=None, metadata=doc("Whose.") | refers_to("organisation"))


FIRST = BUILTIN.with_kinds(FirstBond, Desk)
REGISTRY = BUILTIN.with_kinds(Bond, Desk)
DESK, ISSUER = Desk(id="desk", name="Rates"), (Party(party="desk", role="issuer"),)
OLD = dumps(Dataset([DESK, FirstBond(id="b", rate=Decimal(5), parties=ISSUER)]), registry=FIRST)

if __name__ == "__main__":
    today = loads(OLD, registry=REGISTRY)  # what was a rate is a coupon
    print(to_dict(today["b"], registry=REGISTRY), *check(today, registry=REGISTRY))
    kept = loads(dumps(today, registry=REGISTRY), registry=FIRST, unknown="keep")
    print(kept["b"], kept.of(Agreement)[0].parties, dumps(kept, registry=FIRST), sep="\n")
