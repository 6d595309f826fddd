"""
from_llm(to_llm(dataset)): what the form carries comes back, what it cannot is listed.
"""

import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import Literal

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from invnews import (
    BUILTIN,
    Dataset,
    Document,
    Evidence,
    InvalidData,
    Json,
    MonetaryClaim,
    Money,
    Name,
    Person,
    Record,
    Recorded,
    StatusChange,
    Value,
    bounds,
    check,
    doc,
    refers_to,
)
from invnews.intake import carried, from_llm, to_llm
from invnews.records import Annotation, Project
from invnews.schema import json_schema
from invnews.shapes import FrozenMap, Nested, Reference, Table, describe
from invnews.testing import instances

TEXT = "Lim said yes.\nHe said no, Lim said: “yes”. The mill – said Song – opens in 2018.\n"
DOCUMENT = Document(id="d")


@attrs.frozen(kw_only=True)
class Coupon(Value):
    """What a bond pays."""

    rate: Decimal = attrs.field(metadata=doc("In percent.") | bounds(0, 100))
    floats: bool | None = attrs.field(default=None, metadata=doc("Whether it floats."))
    proof: Evidence | None = attrs.field(default=None, metadata=doc("Where it is said."))


@attrs.frozen(kw_only=True)
class BondIssue(Record):
    """A bond that is issued."""

    KIND = "acme.bond_issue"

    coupon: Coupon = attrs.field(metadata=doc("What it pays."))
    issuer: str | None = attrs.field(default=None, metadata=doc("Who issues it.") | refers_to("organisation"))
    others: tuple[Coupon, ...] | None = attrs.field(default=None, metadata=doc("What else it pays."))
    listed: bool | None = attrs.field(default=True, metadata=doc("Whether it is listed."))
    lots: int | None = attrs.field(default=3, metadata=doc("How many."))
    grade: str = attrs.field(default="plain", metadata=doc("How good."))
    tags: tuple[str, ...] | None = attrs.field(default=(), metadata=doc("Tags."))
    by_place: FrozenMap[str] | None = attrs.field(default=None, metadata=doc("Names by place."))
    side: Literal["", "buy", "sell"] = attrs.field(default="buy", metadata=doc("Which side."))
    prices: FrozenMap[Decimal] = attrs.field(default=FrozenMap(), metadata=doc("Prices by place."))
    model: Json | None = attrs.field(default=None, metadata=doc("Anything."))


OWN = BUILTIN.with_kinds(BondIssue)


def settled(draw, registry, drawn):
    """Return a dataset whose ids are unique, whose references lead somewhere, and that quotes."""
    records = [attrs.evolve(each, id=f"r{number}") for number, each in enumerate(drawn)]
    records = [DOCUMENT, *(each for each in records if not isinstance(each, Document))]
    for _ in range(3):  # A record that goes takes those with it that must refer to it.
        kept = [_settled(draw, registry, each, records) for each in records]
        if None not in kept:
            return Dataset(kept)
        records = [each for each in kept if each is not None]
    return None


def _settled(draw, registry, instance, records):
    """Return an instance with references to these records and evidence of TEXT, or None."""
    changes = {}
    if isinstance(instance, Evidence):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        changes = {"document": "d", "start": start, "end": end, "exact": None}
    for field in describe(type(instance)).fields:
        value, single = getattr(instance, field.name), field.single
        if value is None or field.name in changes or not isinstance(single, Nested | Reference):
            continue
        many = field.many
        new = []
        for each in value.values() if isinstance(field.shape, Table) else value if many else [value]:
            if isinstance(single, Nested):
                made = _settled(draw, registry, each, records)
            else:
                fit = [r.id for r in records if registry.allows(single.kinds, r.kind)]
                made = draw(st.sampled_from(fit)) if fit and not field.acyclic else None
            new += [made] if made is not None else []
        if not new and field.required:
            return None
        changes[field.name] = tuple(dict.fromkeys(new)) if many else new[0] if new else None
    try:
        return attrs.evolve(instance, **changes)
    except InvalidData:
        return None


@st.composite
def consistent(draw, registry):
    """Draw a dataset of any kinds that passes check()."""
    kinds = draw(st.lists(st.sampled_from(list(registry)), min_size=1, max_size=4))
    dataset = settled(draw, registry, [draw(instances(kind.cls)) for kind in kinds])
    assume(dataset is not None)
    assume(not any(each.severity == "error" for each in check(dataset, {"d": TEXT}, registry=registry)))
    return dataset


def returned(dataset, registry, **options):
    answer = json.dumps(to_llm(dataset, text=TEXT, lossy=True, registry=registry))
    return from_llm(answer, text=TEXT, recorded=None, registry=registry, **options)


@given(consistent(BUILTIN))
def test_what_the_form_carries_comes_back(dataset):
    """Generated datasets of the built-in kinds, after taking out what cannot be carried."""
    kept = carried(dataset, text=TEXT).dataset
    assume(not any(each.severity == "error" for each in check(kept, {"d": TEXT})))

    assert returned(dataset, BUILTIN) == kept
    assert carried(kept, text=TEXT).left_out == ()
    assert returned(kept, BUILTIN) == kept


@given(st.lists(instances(BondIssue), min_size=1, max_size=3), st.data())
def test_own_kinds_come_back_without_a_line_more(bonds, data):
    """A kind of a user's, with its values, defaults of every sort and a table."""
    dataset = settled(data.draw, OWN, bonds)
    assume(dataset is not None)
    kept = carried(dataset, text=TEXT, registry=OWN).dataset

    assert returned(dataset, OWN) == kept


@given(consistent(BUILTIN))
def test_what_to_llm_gives_agrees_with_the_schema(dataset):
    """The answer made of records is one that the schema of all kinds takes."""
    jsonschema = pytest.importorskip("jsonschema")
    answer = to_llm(dataset, text=TEXT, lossy=True)
    schema = json_schema(kinds=list(answer), profile="llm")

    assert list(jsonschema.Draft202012Validator(schema).iter_errors(answer)) == []


def claim(**given):
    value = Money.exactly(5, "USD", text="said")
    return MonetaryClaim(**{"id": "m", "value": value, "missing": {"subjects": "unknown"}} | given)


def lost(*records, **options):
    found = carried(Dataset([DOCUMENT, *records]), text=TEXT, **options)
    return found.dataset.records[1:], [(each.path, each.code, each.severity) for each in found.left_out]


def test_everything_left_out_is_listed_with_its_path():
    """Notes, extra, private codes, evidence of other documents, and what rests on them."""
    record = claim(
        notes="n", extra=Json.of(1), stage="x-own", terms=("senior", "x-a", "secured"),
        recorded=Recorded(by="me"),
        evidence=(
            Evidence(document="d", start=0, end=3, supports=("terms[2]", "value.text")),
            Evidence(document="d", start=0, end=3, supports=("notes",)),
            Evidence(document="other", start=0, end=3),
        ),
    )  # fmt: skip
    (kept,), problems = lost(record)

    assert kept == claim(
        terms=("senior", "secured"),
        evidence=(Evidence(document="d", start=0, end=3, exact="Lim", supports=("value.text",)),),
    )
    assert problems == [
        (f"$.records[1].{path}", "not_carried", "warning")
        for path in ("stage", "terms[1]", "evidence[2]", "notes", "extra", "evidence[0].supports",
                     "evidence[1].supports")
    ]  # fmt: skip


def test_a_record_whose_required_field_cannot_be_carried_is_left_out_whole():
    """A private comparator; a reason of one's own for what must be stated; each says why."""
    money = Money(comparator="x-about", amount=Decimal(5))
    kept, problems = lost(claim(value=money), claim(missing={"subjects": "x-secret"}))

    assert kept == ()
    assert [each[0] for each in problems] == [
        "$.records[1].value.comparator", "$.records[1]",
        "$.records[2].missing.subjects", "$.records[2]",
    ]  # fmt: skip


def test_what_stands_for_none_in_own_kinds_is_listed():
    """[] says what the default says; the other of the two, and a choice "", are told."""
    coupon = Coupon(rate=Decimal(3))
    bonds = [
        BondIssue(id="a", coupon=coupon, others=(), tags=None, by_place=FrozenMap(), side=""),
        BondIssue(id="b", coupon=coupon, others=None, tags=(), by_place=None, side="sell", listed=None, lots=None),
    ]
    kept, problems = lost(*bonds, registry=OWN)

    assert kept == (attrs.evolve(bonds[0], others=None, tags=(), by_place=None, side="buy"), bonds[1])
    assert [each[0] for each in problems] == [
        f"$.records[1].{name}" for name in ("others", "tags", "by_place", "side")
    ]
    assert returned(Dataset([DOCUMENT, *bonds]), OWN).records[1:] == kept


def test_passages_and_records_that_the_form_cannot_tell():
    """A passage like all others, one that its text does not say, and a record not understood."""
    evidence = (Evidence(document="d", start=3, end=4), Evidence(document="d", start=0, end=2, exact="zz"))
    lim = Person(id="lim", names=(Name(text="Lim"),), evidence=evidence)
    other = Document(id="e", length=3)
    unknown = BondIssue(id="b", coupon=Coupon(rate=Decimal(3)))
    found = carried(Dataset([DOCUMENT, lim, other, unknown]), text="a" * 9, document="d")

    assert found.dataset.records[1:] == (attrs.evolve(other, length=None), attrs.evolve(lim, evidence=()))
    assert [each.path for each in found.left_out] == [
        "$.records[1].evidence[0]", "$.records[1].evidence[1]", "$.records[2].length", "$.records[3]",
    ]  # fmt: skip


def test_any_json_comes_back_from_its_text():
    """An alternative reading is JSON, which a model writes as text."""
    note = Annotation(id="a", target="d", motivation="alternative", value=Json.of({"b": [1, None]}))
    (kept,), problems = lost(note)

    assert (kept, problems) == (note, [])
    assert to_llm(Dataset([DOCUMENT, note]), text=TEXT, lossy=True)["annotation"][0]["value"] == '{"b":[1,null]}'


def test_a_private_code_inside_an_optional_value_takes_the_value_with_it():
    """The status is required: without it the step of the history cannot stand."""
    project = Project(id="p", names=(Name(text="P"),), status_history=(
        StatusChange(status="x-own"), StatusChange(status="signed", modality="x-maybe")))  # fmt: skip
    (kept,), problems = lost(project)

    assert [each.status for each in kept.status_history] == ["signed"]
    assert [each[0] for each in problems] == [
        "$.records[1].status_history[0].status", "$.records[1].status_history[1].modality",
    ]  # fmt: skip


def test_to_llm_raises_what_would_be_lost_unless_asked():
    """Nothing is dropped silently."""
    dataset = Dataset([DOCUMENT, claim(notes="n")])
    with pytest.raises(InvalidData) as caught:
        to_llm(dataset, text=TEXT)

    assert [each.code for each in caught.value.problems] == ["not_carried"]
    assert to_llm(dataset, text=TEXT, lossy=True)["monetary_claim"][0]["id"] == "m"


def test_which_document_is_quoted_must_be_clear():
    """The one document, the one that evidence names, or the one that is named."""
    two = Dataset([DOCUMENT, Document(id="e")])
    with pytest.raises(InvalidData):
        to_llm(two, text=TEXT)
    assert set(to_llm(two, text=TEXT, document="d")) == {"document"}
    lim = Person(id="lim", names=(Name(text="Lim"),), evidence=(Evidence(document="z", start=0, end=3),))
    (row,) = to_llm(Dataset([lim]), text=TEXT)["person"]
    assert row["evidence"][0]["before"] == "[start]"


def test_the_article_comes_back_with_every_offset():
    """All records of the example, without offsets, restored from the text of the article."""
    path = os.environ.get("INVNEWS_SEED_TEXT")
    if not path:
        pytest.skip("INVNEWS_SEED_TEXT names no file")
    text = Path(path).read_bytes().decode("utf-8")
    sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
    try:
        from alibaba_malaysia import DATASET
    finally:
        sys.path.pop(0)
    gold = carried(DATASET, text=text, exact=False)
    answer = json.dumps(to_llm(DATASET, text=text, lossy=True), ensure_ascii=False)
    found = from_llm(f"```json\n{answer}\n```", text=text, recorded=None, exact=False)

    assert found == gold.dataset
    assert sum(len(each.evidence) for each in found) == sum(len(each.evidence) for each in DATASET) > 250
    assert {each.path.rpartition(".")[2] for each in gold.left_out} == {"notes"}
    quoted = {tuple(row) for group in json.loads(answer).values() for each in group for row in each["evidence"]}
    assert quoted == {("quote", "before", "supports", "basis")}
