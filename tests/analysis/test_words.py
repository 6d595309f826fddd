"""Words: amounts, dates, attributions and whole records for people who read."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

import attrs
import pytest
from hypothesis import given

from invnews.analysis import rows, sentence, summary
from invnews.analysis.words import (
    amount_in_words,
    attribution_in_words,
    date_in_words,
    in_words,
    label,
    label_of,
)
from invnews.dataset import Dataset
from invnews.records import (
    Agreement,
    Annotation,
    Document,
    Event,
    MonetaryClaim,
    Organisation,
    Person,
    Record,
    Relation,
    Statement,
)
from invnews.shapes import FrozenMap, Json
from invnews.testing import datasets
from invnews.values import (
    Attribution,
    AttributionLink,
    Evidence,
    Identifier,
    Money,
    Name,
    PartialDate,
    Party,
    Quantity,
    RelativeDate,
    Sector,
    StatusChange,
)

SONG = Person(id="song", names=(Name(text="James Song"), Name(text="Song")))
ALIBABA = Organisation(id="alibaba", names=(Name(text="Alibaba Group"),))
DATASET = Dataset([SONG, ALIBABA])


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Money.exactly(5, "EUR"), "EUR 5"),
        (Money.more_than(22_000_000_000, "USD"), "more than USD 22 billion"),
        (Money.at_least(5, "EUR"), "at least EUR 5"),
        (Money.less_than(5, "EUR"), "less than EUR 5"),
        (Money.at_most(5, "EUR"), "up to EUR 5"),
        (Money.between(1_000_000, 2_500_000, "MYR"), "MYR 1 million to 2.5 million"),
        (Money.exactly(1_500, "EUR", approximate=True), "about EUR 1,500"),
        (Money.exactly(5, "EUR", per="cubic_metre"), "EUR 5 per cubic metre"),
        (Money.exactly(5, None), "5"),
        (Money.unquantified("EUR", text="a lot"), "a lot (EUR)"),
        (Money.unquantified("EUR"), "an amount that is not stated (EUR)"),
        (Money.unquantified(), "an amount that is not stated"),
        (Money.exactly(10**39 + 1, "EUR"), "EUR 1" + ",000" * 12 + ",001"),
        (Money.exactly(Decimal("-22500000"), "EUR"), "EUR -22.5 million"),
        (Money.exactly(1_234_567, "EUR"), "EUR 1,234,567"),
        (Money.exactly(1_234_000, "EUR"), "EUR 1.234 million"),
        (Money.exactly(-3_000_000, "EUR"), "EUR -3 million"),
        (Money.exactly(10**12, "EUR"), "EUR 1 trillion"),
        (Money.exactly(10**15, "EUR"), "EUR 1,000 trillion"),
        (Money.exactly(999_999, "EUR"), "EUR 999,999"),
        (Money.exactly(Decimal("0.05"), "EUR"), "EUR 0.05"),
        (Money.exactly(Decimal("-0.5"), "EUR"), "EUR -0.5"),
        (Money.exactly(Decimal("1234.50"), "EUR"), "EUR 1,234.5"),
        (Money.exactly(Decimal("1000000.01"), "EUR"), "EUR 1,000,000.01"),
        (Money(comparator="x-odds", amount=Decimal(5), currency="EUR"), "EUR 5"),
        (Quantity.exactly(20, unit_kind="percent"), "20 %"),
        (Quantity.exactly(20, "percent", unit_kind="percent"), "20 %"),
        (Quantity.exactly(20, "per cent", unit_kind="percent"), "20 per cent"),
        (Quantity.more_than(50, "brands"), "more than 50 brands"),
        (Quantity.exactly(3), "3"),
        (Quantity.between(1, 2, "MW", unit_kind="measure", per="day"), "1 to 2 MW per day"),
        (Quantity.unquantified("jobs", text="thousands of jobs"), "thousands of jobs"),
    ],
)
def test_an_amount_in_words(amount, words):
    """Bound, number and unit; a word for thousands only where it loses nothing."""
    assert amount_in_words(amount) == words


@given(datasets())
def test_no_amount_is_rounded(dataset):
    """The digits of the words are those of the number."""
    for claim in dataset.of(MonetaryClaim):
        if claim.value.amount is None or claim.value.comparator == "between":
            continue
        words = amount_in_words(attrs.evolve(claim.value, text=None, currency=None, per=None))
        number = words.removeprefix("about ")
        for comparator in ("more than ", "at least ", "less than ", "up to "):
            number = number.removeprefix(comparator)
        digits, _, size = number.replace(",", "").partition(" ")
        factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[size]

        assert Fraction(digits) * factor == Fraction(claim.value.amount)


def last_year():
    """Return a date that has words and a distance only."""
    return RelativeDate(unit="year", offset=-1)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (PartialDate("2018-06"), "2018-06"),
        (PartialDate("../2018", relation="by"), "by ../2018"),
        (PartialDate("2017", text="Last year", relative=last_year()), "2017 (“Last year”)"),
        (PartialDate(text="Last year", relative=last_year()), "“Last year”"),
        (PartialDate(relative=last_year()), "-1 year"),
        (PartialDate(relative=RelativeDate(unit="month", offset=2)), "+2 month"),
        (PartialDate(relative=RelativeDate(unit="month", offset=0)), "+0 month"),
    ],
)
def test_a_date_in_words(when, words):
    """Its EDTF, else its words, else its distance."""
    assert date_in_words(when) == words


def test_a_distance_without_unit_says_no_none():
    """A distance of no unit, such as recently, is still no "None"."""
    assert "None" not in date_in_words(PartialDate(relative=RelativeDate(offset=-1)))


def link(role, **other):
    """Return one link of an attribution."""
    return AttributionLink(role=role, **other)


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([], ""),
        ([link("speaker", party="song"), link("on_behalf_of", party="alibaba")],
         "James Song, for Alibaba Group"),
        ([link("original_source", description="multiple media reports")],
         "according to multiple media reports"),
        ([link("medium", party="alibaba"), link("believer", party="song")],
         "as reported by Alibaba Group, James Song believes"),
        ([link("reporter", party="nobody")], "reported by nobody"),
        ([link("x-echo", party="song")], "James Song"),
    ],
)  # fmt: skip
def test_an_attribution_in_words(links, words):
    """The chain from the outermost, by name where a record has one."""
    assert attribution_in_words(Attribution(links=tuple(links)), DATASET) == words


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (SONG, "James Song"),
        (Agreement(id="a", names=(), description="a deal"), "a deal"),
        (Agreement(id="a"), "a"),
        (Document(id="d", title="Port fund"), "Port fund"),
        (Statement(id="s", proposition="All is well"), "All is well"),
        (Annotation(id="n", target="a", motivation="commenting", text="doubtful"), "doubtful"),
        (Relation(id="r", type="owns", subject="a", object="b"), "r"),
        (Agreement(id="a", subject_matter="the supply of ore"), "the supply of ore"),
    ],
)
def test_what_a_record_is_called(record, name):
    """Its first name, else its words, else its id."""
    assert (label(record), label_of(record.id, Dataset([record]))) == (name, name)


def test_an_id_that_no_record_has_is_called_by_itself():
    """A reference that dangles is shown as it is written."""
    assert label_of("nobody", DATASET) == "nobody"


CLAIM = MonetaryClaim(
    id="m", subjects=("alibaba", "ghost"), measure="project_value",
    value=Money.more_than(22_000_000_000, "USD"), missing={"stage": "not_stated"},
    as_of=PartialDate("2018-06"), counts_toward_totals=False, notes="n",
    attribution=Attribution(links=(link("speaker", party="song"),)),
    evidence=(Evidence(document="d", start=0, end=1),), extra=Json.of({"a": 1}),
)  # fmt: skip


def test_the_rows_of_a_record_are_the_fields_that_say_something():
    """In the order of the wire, names of records in place of ids; id and evidence apart."""
    assert list(rows(CLAIM, DATASET)) == [
        ("subjects", "Alibaba Group; ghost"),
        ("measure", "project value"),
        ("value", "more than USD 22 billion"),
        ("as_of", "2018-06"),
        ("counts_toward_totals", "no"),
        ("attribution", "James Song"),
        ("missing", "stage (not stated)"),
        ("notes", "n"),
        ("extra", '{"a":1}'),
    ]


AGREEMENT = Agreement(
    id="a", description="a share purchase", type="share_purchase",
    parties=(Party(party="alibaba", role="buyer"),
             Party(party="song", role="signer", on_behalf_of="alibaba", capacity="chief")),
    status_history=(StatusChange(status="signed", on=PartialDate("2017")),
                    StatusChange(status="in_force", modality="planned", text="phase two")),
    sectors=(Sector(scheme="isic", code="6201"), Sector(text="ports")),
    identifiers=(Identifier(scheme="acme", value="7"),),
    objectives=("to grow", "to share"),
)  # fmt: skip


def test_values_are_said_in_words():
    """Parties, statuses, sectors and identifiers each have their own way of being said."""
    assert dict(rows(AGREEMENT, DATASET)) == {
        "description": "a share purchase",
        "type": "share purchase",
        "status_history": "signed 2017; in force (planned): phase two",
        "parties": "Alibaba Group (buyer); James Song, chief (signer) for Alibaba Group",
        "objectives": "to grow; to share",
        "sectors": "isic 6201; ports",
        "identifiers": "acme 7",
    }


def test_a_record_is_one_sentence():
    """What it is called, what it says, and who says so; nothing is said twice."""
    assert [sentence(each, DATASET) for each in (SONG, AGREEMENT, CLAIM, Agreement(id="a"))] == [
        "James Song",
        "a share purchase · type: share purchase · status history: signed 2017; in force "
        "(planned): phase two · parties: Alibaba Group (buyer); James Song, chief (signer) for "
        "Alibaba Group · objectives: to grow; to share · sectors: isic 6201; ports · "
        "identifiers: acme 7",
        "subjects: Alibaba Group; ghost · measure: project value · value: more than USD 22 "
        "billion · as of: 2018-06 · counts toward totals: no — James Song",
        "",
    ]


def test_a_dataset_is_summed_up_by_kind():
    """A heading for each kind with its number, in the order in which the kinds appear."""
    records = [SONG, CLAIM, ALIBABA, Person(id="lim", names=(Name(text="Lim"),))]

    lines = [
        "4 records", "",
        "person (2)",
        "  song  James Song",
        "  lim   Lim", "",
        "monetary_claim (1)",
        "  m  subjects: Alibaba Group; ghost · measure: project value · value: more than USD 22 "
        "billion · as of: 2018-06 · counts toward totals: no — James Song", "",
        "organisation (1)",
        "  alibaba  Alibaba Group",
    ]  # fmt: skip

    assert summary(Dataset(records)) == "\n".join(lines)


@pytest.mark.parametrize(
    ("records", "text"),
    [([], "0 records"), ([SONG], "1 record\n\nperson (1)\n  song  James Song")],
)
def test_small_datasets_are_summed_up(records, text):
    """Nothing and one are said in their own words."""
    assert summary(Dataset(records)) == text


class Colour(enum.Enum):
    """An Enum of a user's own."""

    DARK_RED = "dark red"


@attrs.frozen(kw_only=True)
class Everything(Record):
    """A kind of a user's own with fields of other Shapes."""

    KIND: ClassVar[str] = "acme.everything"
    flag: bool
    number: Decimal
    whole: int
    colour: Colour
    side: Literal["buy_in", "sell"]
    codes: Mapping[str, int] = FrozenMap()
    people: Mapping[str, str] = FrozenMap()
    parties: Mapping[str, Party] = FrozenMap()


def test_fields_of_ones_own_are_said_in_words_too():
    """Any Shape has words: flags, numbers, choices, mappings of anything."""
    record = Everything(
        id="e", flag=True, number=Decimal("1.50"), whole=7, colour=Colour.DARK_RED, side="buy_in",
        codes={"b": 2, "a": 1}, people={"chief": "song"},
        parties={"x": Party(party="song", role="signer")},
    )  # fmt: skip

    assert dict(rows(record, DATASET)) == {
        "flag": "yes", "number": "1.5", "whole": "7", "colour": "dark red", "side": "buy_in",
        "codes": "a (1), b (2)", "people": "chief (song)", "parties": "x (James Song (signer))",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a_b", "a_b"),
        (True, "yes"),
        (5, "5"),
        (Evidence(document="d", start=0, end=4, exact="Port"), "d, 0, 4, Port"),
        (Name(text="Kuala Lumpur", language="ms"), "Kuala Lumpur"),
        (StatusChange(status="under_review"), "under review"),
        (Party(party="nobody"), "nobody"),
        (Money.exactly(5, "EUR"), "EUR 5"),
    ],
)
def test_any_value_has_words(value, words):
    """Texts as they are; values without words of their own by what they say."""
    assert in_words(value, DATASET) == words


@given(datasets())
def test_every_dataset_can_be_summed_up(dataset):
    """No record is without a line, whatever it holds; events and all others."""
    lines = summary(dataset).split("\n")

    assert lines[0].startswith(str(len(dataset)))
    assert all(any(line.startswith(f"  {each.id}") for line in lines) for each in dataset)
    assert all(name and text is not None for each in dataset.of(Event)
               for name, text in rows(each, dataset))  # fmt: skip
