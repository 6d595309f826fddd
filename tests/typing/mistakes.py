"""What a type checker must find: each marked line is an error, or the mark itself is one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

import attrs

from invnews import (
    Agreement,
    Dataset,
    Evidence,
    Judgement,
    MonetaryClaim,
    Money,
    Name,
    PartialDate,
    Party,
    Person,
    Problem,
    Quantity,
    Record,
    check,
    doc,
    dumps,
    loads,
    read_lines,
)

# Numbers: a float is no amount.
Money.exactly(1.5, "EUR")  # type: ignore[arg-type]
Money.exactly("22", "EUR")  # type: ignore[arg-type]
Money.exactly(5)  # type: ignore[call-arg]
Money.between(1, 2.5, "EUR")  # type: ignore[arg-type]
Money.exactly(5, "EUR", upper=Decimal(7))  # type: ignore[call-arg]
Money("exactly", Decimal(5))  # type: ignore[call-arg, arg-type]
Money(comparator="exactly", amount=5)  # type: ignore[arg-type]
Quantity.exactly(0.2)  # type: ignore[arg-type]
Quantity(comparator="exactly", amount=Decimal(1))  # type: ignore[call-arg]

# Dates: words and flags go by name, and a text is no date yet.
PartialDate("2018", "Last year")  # type: ignore[call-arg, arg-type]
PartialDate(2018)  # type: ignore[arg-type]
PartialDate("2018").resolve("2018-06-25")  # type: ignore[arg-type]
Agreement(id="a", key_dates=("2018",))  # type: ignore[arg-type]

# Records: keyword-only, tuples, ids as text, values as values.
Person("song")  # type: ignore[call-arg]
Person(id="song")  # type: ignore[call-arg]
Person(id="song", names=[Name(text="Song")])  # type: ignore[arg-type]
Person(id="song", names=("Song",))  # type: ignore[arg-type]
Person(id=5, names=(Name(text="Song"),))  # type: ignore[arg-type]
Person(id="song", names=(Name(text="Song"),), nmaes=())  # type: ignore[call-arg]
Agreement(id="a", parties=("mdec",))  # type: ignore[arg-type]
Agreement(id="a", missing={"type": 5})  # type: ignore[dict-item]
Agreement(id="a", extra={"a": 1})  # type: ignore[arg-type]
MonetaryClaim(id="m", value=Quantity.exactly(5))  # type: ignore[arg-type]
MonetaryClaim(id="m", value=Decimal(5))  # type: ignore[arg-type]
Judgement(id="j", pair="ab", verdict="same")  # type: ignore[arg-type]
Evidence(document="d", start=0, end="4")  # type: ignore[arg-type]

# Nothing can be set or deleted.
song = Person(id="song", names=(Name(text="Song"),))
song.id = "other"  # type: ignore[misc]
song.kind = "other"  # type: ignore[misc]
song.nmaes  # type: ignore[attr-defined]
Party(party="a").party = "b"  # type: ignore[misc]
agreement = Agreement(id="a", missing={"type": "not_stated"})
agreement.missing["type"] = "unknown"  # type: ignore[index]

# Optional things are None until they were looked at.
agreement.type.upper()  # type: ignore[union-attr]
Money.exactly(5, "EUR").low + 1  # type: ignore[operator]

# Datasets.
dataset = Dataset([song])
Dataset(song)  # type: ignore[arg-type]
Dataset([{"kind": "person"}])  # type: ignore[list-item]
dataset.of(str)  # type: ignore[type-var]
dataset[0]  # type: ignore[index]
dataset["song"].names  # type: ignore[attr-defined]
dataset.get("song").id  # type: ignore[union-attr]
dataset.records = ()  # type: ignore[misc]
people: tuple[Person, ...] = dataset.of(Agreement)  # type: ignore[arg-type]
dumps([song])  # type: ignore[arg-type]
loads(open("a.json"))  # type: ignore[arg-type]  # noqa: PTH123, SIM115
read_lines(5)  # type: ignore[arg-type]
check(dataset, ["text"])  # type: ignore[arg-type]
check(dataset, {"d": b"text"})  # type: ignore[dict-item]
Problem("$", "blank", "m", severity="fatal")  # type: ignore[arg-type]

# Kinds of one's own.
doc()  # type: ignore[call-arg]


@attrs.frozen(kw_only=True)
class Loan(Agreement):
    """A kind whose KIND is no text."""

    KIND: ClassVar[str] = 5  # type: ignore[assignment]
    rate: Decimal


Loan(id="l")  # type: ignore[call-arg]
Loan(id="l", rate=0.5)  # type: ignore[arg-type]
record: Record = Loan(id="l", rate=Decimal(1))
record.rate  # type: ignore[attr-defined]
missing: Mapping[str, int] = record.missing  # type: ignore[assignment]
