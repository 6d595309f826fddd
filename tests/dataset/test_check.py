"""check: whether records fit together and fit the texts they quote, with whole Problems."""

import hashlib
from typing import ClassVar

import attrs
import pytest
from hypothesis import given

from invnews.dataset import Dataset, check
from invnews.errors import FILE_LIMIT, InvalidData, Problem
from invnews.fields import refers_to
from invnews.records import (
    Agreement,
    Annotation,
    Document,
    Event,
    Investment,
    Judgement,
    MonetaryClaim,
    Organisation,
    Person,
    Place,
    Project,
    QuantityClaim,
    Record,
    Relation,
    Statement,
)
from invnews.registry import BUILTIN
from invnews.shapes import Json
from invnews.testing import datasets
from invnews.values import (
    Evidence,
    KeyDate,
    Money,
    Name,
    PartialDate,
    Party,
    Quantity,
    RelativeDate,
    Segment,
    StatusChange,
    Value,
)

TEXT = "The fund paid “a lot” for the port.\nIt is 𝔸 port."
EVERYONE = ("a", "b", "c", "d")


def person(id):
    """Return a person."""
    return Person(id=id, names=(Name(text=id),))


def place(id, part_of=None):
    """Return a place."""
    return Place(id=id, names=(Name(text=id),), part_of=part_of)


def claim(id="m", **other):
    """Return a monetary claim about nothing in particular."""
    about = {} if "subjects" in other else {"missing": {"subjects": "not_stated"}}
    return MonetaryClaim(**({"id": id, "value": Money.exactly(5, "EUR")} | about | other))


def quoting(*evidence, **other):
    """Return a statement that rests on passages."""
    return Statement(**({"id": "s", "proposition": "p", "evidence": evidence} | other))


def found(*records, texts=None):
    """Return what check() says of records."""
    return check(Dataset(records), texts, registry=REGISTRY)


def test_a_dataset_that_fits_has_no_problems():
    """Records whose references lead to the right kinds, with evidence that matches."""
    text = "MDEC signed."
    records = [
        Document(id="doc", length=len(text), sha256=hashlib.sha256(text.encode()).hexdigest(),
                 segments=(Segment(type="body", start=0, end=len(text)),)),
        Organisation(id="mdec", names=(Name(text="MDEC"),)),
        Agreement(id="mou", status_history=(StatusChange(status="signed"),),
                  parties=(Party(party="mdec", role="signatory"),),
                  evidence=(Evidence(document="doc", start=0, end=11, exact="MDEC signed"),)),
    ]  # fmt: skip

    assert found(*records, texts={"doc": text}) == ()
    assert found() == ()


@pytest.mark.parametrize(
    ("dataset", "texts", "expected"),
    [
        ([], None, Problem("$", "wrong_type", "expected a Dataset, got a list of 0",
                           hint="write Dataset([…])")),
        (Dataset(()), "the text", Problem(
            "$", "wrong_type", "expected texts by document id, got 'the text'",
            hint='write {"the document\'s id": text}')),
    ],
)  # fmt: skip
def test_other_arguments_are_refused_with_what_to_write(dataset, texts, expected):
    """Neither a list of records nor a bare text is guessed about."""
    with pytest.raises(InvalidData) as exc:
        check(dataset, texts)

    assert exc.value.problems == (expected,)


def test_duplicate_ids_are_found_at_each_later_record():
    """The first one keeps its id; the others are named with its number."""
    assert found(person("a"), person("b"), place("a"), person("a")) == (
        Problem("$.records[2].id", "duplicate_id", "expected an id of its own, got that of "
                "record 0: 'a'", "a"),
        Problem("$.records[3].id", "duplicate_id", "expected an id of its own, got that of "
                "record 0: 'a'", "a"),
    )  # fmt: skip


def test_references_that_lead_nowhere_are_found_wherever_they_stand():
    """The path is that of the reference, and the nearest id is the hint."""
    event = Event(id="e", type="signing", about=("mdec", "zzz"),
                  participants=(Party(party="mdeck", role="signer"),))  # fmt: skip

    assert found(Organisation(id="mdec", names=(Name(text="MDEC"),)), event) == (
        Problem("$.records[1].participants[0].party", "dangling_reference",
                "no record has the id 'mdeck'", "mdeck", "did you mean 'mdec'?"),
        Problem("$.records[1].about[1]", "dangling_reference", "no record has the id 'zzz'",
                "zzz"),
    )  # fmt: skip


def test_references_to_records_of_the_wrong_kind_are_found():
    """The message lists the kinds that belong there, those that a mark stands for included."""
    document = Document(id="d", publisher="port", authors=("d2",))
    event = Event(id="e", type="signing", participants=(Party(party="d"),))

    assert found(document, Document(id="d2"), place("port"), event) == (
        Problem("$.records[0].publisher", "wrong_kind", "expected a record of kind organisation "
                "or person or group, got 'port', of kind 'place'", "port"),
        Problem("$.records[0].authors[0]", "wrong_kind", "expected a record of kind organisation "
                "or person or group, got 'd2', of kind 'document'", "d2"),
        Problem("$.records[3].participants[0].party", "wrong_kind", "expected a record of kind "
                "organisation or person or place or group, got 'd', of kind 'document'", "d"),
    )  # fmt: skip


def test_a_reference_to_any_record_takes_all():
    """A judgement joins any two records."""
    assert found(person("a"), Document(id="d"), Judgement(id="j", pair=("a", "d"),
                                                          verdict="different")) == ()  # fmt: skip


@attrs.frozen(kw_only=True)
class Port(Place):
    """A kind of a user's own that extends one of ours."""

    KIND: ClassVar[str] = "acme.port"
    operator: str | None = attrs.field(default=None, metadata=refers_to("acme.operator"))


def test_kinds_that_the_registry_does_not_know_are_not_judged():
    """Without the registry of their owner nobody can say what they may be named as."""
    records = [Port(id="port", names=(Name(text="Port"),)), place("quay", part_of="port"),
               Document(id="d", publisher="port")]  # fmt: skip
    ours = BUILTIN.with_kinds(attrs.frozen(kw_only=True)(type("Operator", (Record,), {
        "KIND": "acme.operator"})), Port)  # fmt: skip

    assert check(Dataset(records)) == (
        Problem("$.records[0].kind", "unknown_kind", "the registry holds no kind 'acme.port'",
                "acme.port", "pass registry=, as for reading", "warning"),
    )  # fmt: skip
    assert check(Dataset(records), registry=ours) == (
        Problem("$.records[2].publisher", "wrong_kind", "expected a record of kind organisation "
                "or person or group, got 'port', of kind 'acme.port'", "port"),
    )  # fmt: skip


def ring(*ids):
    """Return places, each part of the next, and the last part of the first."""
    return [place(id, part_of=each) for id, each in zip(ids, [*ids[1:], ids[0]], strict=True)]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([place("a", part_of="a")], [
            Problem("$.records[0].part_of", "self_reference", "'a' names itself by part_of",
                    "a")]),
        (ring("a", "b"), [
            Problem("$.records[1].part_of", "cycle", "a circle by part_of: a → b → a", "a")]),
        (ring("a", "b", "c"), [
            Problem("$.records[2].part_of", "cycle", "a circle by part_of: a → b → c → a", "a")]),
        (ring(*"abcdefgh"), [
            Problem("$.records[7].part_of", "cycle",
                    "a circle by part_of: a → b → c → d → e → f → … → a", "a")]),
        ([*ring("a", "b"), *ring("c", "d", "e")], [
            Problem("$.records[1].part_of", "cycle", "a circle by part_of: a → b → a", "a"),
            Problem("$.records[4].part_of", "cycle", "a circle by part_of: c → d → e → c",
                    "c")]),
        ([place("x", part_of="a"), *ring("a", "b"), place("y", part_of="x")], [
            Problem("$.records[2].part_of", "cycle", "a circle by part_of: a → b → a", "a")]),
        ([place("a", part_of="b"), place("b", part_of="c"), place("c")], []),
    ],
    ids=["self", "two", "three", "eight", "two circles", "a tail", "a chain"],
)  # fmt: skip
def test_circles_are_found_at_the_reference_that_closes_them(records, expected):
    """One problem a circle, which shows the way round; long ones are cut in the middle."""
    assert found(*records) == tuple(expected)


def test_two_circles_through_one_record_are_both_found():
    """Each reference that leads back to a record being followed closes a circle."""
    records = [
        Project(id="a", description="a", part_of=("b", "c")),
        Project(id="b", description="b", part_of=("a",)),
        Project(id="c", description="c", part_of=("a",)),
    ]

    assert found(*records) == (
        Problem("$.records[1].part_of[0]", "cycle", "a circle by part_of: a → b → a", "a"),
        Problem("$.records[2].part_of[0]", "cycle", "a circle by part_of: a → c → a", "a"),
    )


def test_ways_that_meet_again_are_no_circle():
    """A diamond is fine: two ways lead to one record, and none leads back."""
    records = [
        Project(id="a", description="a", part_of=("b", "c")),
        Project(id="b", description="b", part_of=("d",)),
        Project(id="c", description="c", part_of=("d",)),
        Project(id="d", description="d"),
    ]

    assert found(*records) == ()


def test_circles_are_looked_for_by_field():
    """Being part of what one supersedes is no circle: part_of and supersedes are two fields."""
    records = [claim("a", part_of="b"), claim("b", supersedes=("a",))]

    assert found(*records) == ()


def test_claims_across_kinds_can_make_a_circle():
    """A sum computed from a count that was computed from the sum."""
    records = [
        claim("m", computed_from=("q",)),
        QuantityClaim(id="q", value=Quantity.exactly(5), missing={"subjects": "not_stated"},
                      computed_from=("m",)),
    ]  # fmt: skip

    assert found(*records) == (
        Problem("$.records[1].computed_from[0]", "cycle", "a circle by computed_from: m → q → m",
                "m"),
    )  # fmt: skip


def relation(id, kind, subject, object):
    """Return a relation."""
    return Relation(id=id, type=kind, subject=subject, object=object)


def test_relations_of_a_hierarchy_make_no_circle():
    """part_of, subsidiary_of and the like lead upwards only; each type by itself."""
    people = [person(each) for each in EVERYONE]
    relations = [
        relation("r1", "subsidiary_of", "a", "b"),
        relation("r2", "part_of", "b", "a"),
        relation("r3", "subsidiary_of", "b", "c"),
        relation("r4", "subsidiary_of", "c", "a"),
    ]

    assert found(*people, *relations) == (
        Problem("$.records[7].object", "cycle",
                "a circle by relation subsidiary_of: a → b → c → a", "a"),
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["owns", "supports", "contradicts", "x-knows"])
def test_other_relations_may_lead_back(kind):
    """Cross-holdings exist, and two statements may contradict each other."""
    people = [person(each) for each in EVERYONE]

    assert found(*people, relation("r1", kind, "a", "b"), relation("r2", kind, "b", "a")) == ()


def test_a_chain_of_100_000_is_followed_without_recursion():
    """Depth costs no stack; closed at its end it is one circle."""
    count = 100_000
    chain = [place(f"p{n}", part_of=f"p{n + 1}") for n in range(count - 1)]

    assert found(*chain, place(f"p{count - 1}", part_of="p0")) == (
        Problem(f"$.records[{count - 1}].part_of", "cycle",
                "a circle by part_of: p0 → p1 → p2 → p3 → p4 → p5 → … → p0", "p0"),
    )  # fmt: skip


def dated(*dates):
    """Return a project with key dates, given as role and EDTF."""
    return Project(
        id="p", description="p",
        key_dates=tuple(KeyDate(role=role, on=PartialDate(edtf)) for role, edtf in dates),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("planned_start", "planned_end"),
        ("actual_start", "actual_end"),
        ("effective", "expiry"),
        ("signed", "terminated"),
    ],
)
def test_ends_before_starts_are_found(start, end):
    """The problem stands at the date of the end, whichever comes first in the list."""
    message = f"expected {end} not before {start} (2018-06), got 2018-05-31"

    assert found(dated((start, "2018-06"), (end, "2018-05-31"))) == (
        Problem("$.records[0].key_dates[1].on", "ends_before_start", message, "2018-05-31"),
    )
    assert found(dated((end, "2018-05-31"), (start, "2018-06"))) == (
        Problem("$.records[0].key_dates[0].on", "ends_before_start", message, "2018-05-31"),
    )


@pytest.mark.parametrize(
    "dates",
    [
        [("planned_start", "2018"), ("planned_end", "2018-01-01")],
        [("planned_start", "2018-06-30"), ("planned_end", "2018-06")],
        [("planned_start", "2018-06"), ("planned_end", "2018-06")],
        [("planned_start", "../2018"), ("planned_end", "2010")],
        [("planned_start", "2018"), ("planned_end", "2010/..")],
        [("planned_start", "2018"), ("actual_end", "2010")],
        [("x-start", "2018"), ("x-end", "2010")],
    ],
)
def test_dates_that_may_be_in_order_are_left_alone(dates):
    """Only an end whose last day lies before the first day of its start contradicts it."""
    assert found(dated(*dates)) == ()


def test_dates_without_edtf_are_left_alone():
    """Next year has no day as long as the day of the report is unknown."""
    vague = PartialDate(text="last year", relative=RelativeDate(unit="year", offset=-1))
    project = Project(id="p", description="p", key_dates=(
        KeyDate(role="planned_start", on=PartialDate("2018")),
        KeyDate(role="planned_end", on=vague)))  # fmt: skip

    assert found(project) == ()


def statuses(*changes):
    """Return a project with a status history, given as status, EDTF and modality."""
    return Project(id="p", description="p", status_history=tuple(
        StatusChange(status=status, on=None if edtf is None else PartialDate(edtf),
                     modality=modality)
        for status, edtf, modality in changes))  # fmt: skip


def test_statuses_that_end_before_they_begin_are_found():
    """What was terminated before it was signed, as far as both came about."""
    assert found(statuses(("signed", "2018", "actual"), ("terminated", "2017", "actual"))) == (
        Problem("$.records[0].status_history[1].on", "ends_before_start",
                "expected terminated not before signed (2018), got 2017", "2017"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        [("signed", "2018", "actual"), ("terminated", "2018", "actual")],
        [("signed", "2018", "actual"), ("terminated", "2017", "planned")],
        [("signed", "2018", "void"), ("terminated", "2017", "actual")],
        [("signed", None, "actual"), ("terminated", "2017", "actual")],
        [("signed", "2018", "actual"), ("terminated", None, "actual")],
        [("signed", "../2018", "actual"), ("terminated", "2017", "actual")],
        [("announced", "2018", "actual"), ("suspended", "2017", "actual")],
    ],
)
def test_statuses_that_may_be_in_order_are_left_alone(changes):
    """Plans, undated steps and other words contradict nothing."""
    assert found(statuses(*changes)) == ()


SIGNED = (StatusChange(status="signed"),)
UNSIGNED = Problem(
    "$.records[0].parties", "unsigned", "expected the parties of a signed agreement, got none",
    hint='add the parties, or say missing={"parties": "not_stated"}',
)  # fmt: skip


@pytest.mark.parametrize(
    ("agreement", "others", "expected"),
    [
        (Agreement(id="mou", status_history=SIGNED), [], [UNSIGNED]),
        (Agreement(id="mou", status_history=(*SIGNED, StatusChange(status="terminated"))), [],
         [UNSIGNED]),
        (Agreement(id="mou", status_history=SIGNED), [Event(
            id="e", type="signing", about=("mou",), participants=(
                Party(party="a", role="witness"),))], [UNSIGNED]),
        (Agreement(id="mou", status_history=SIGNED), [Event(
            id="e", type="signing", about=("mou",), participants=(
                Party(party="a", role="signer"),))], []),
        (Agreement(id="mou", status_history=SIGNED, parties=(Party(party="a"),)), [], []),
        (Agreement(id="mou", status_history=SIGNED, missing={"parties": "not_stated"}), [], []),
        (Agreement(id="mou", status_history=(StatusChange(status="signed",
                                                          modality="planned"),)), [], []),
        (Agreement(id="mou", status_history=(StatusChange(status="negotiating"),)), [], []),
        (Agreement(id="mou"), [], []),
        (Investment(id="mou", status_history=SIGNED), [], []),
    ],
)  # fmt: skip
def test_signed_agreements_name_who_signed(agreement, others, expected):
    """As a party, as a signer of an event about it, or as a reason why not."""
    assert found(agreement, *others, person("a")) == tuple(expected)


def annotation(path, target="a", **other):
    """Return an annotation of a path."""
    return Annotation(**({"id": "n", "target": target, "path": path, "motivation": "commenting",
                          "text": "doubtful"} | other))  # fmt: skip


@pytest.mark.parametrize("path", ["names", "names[0]", "names[0].text", "id", None])
def test_annotations_of_what_is_set_are_fine(path):
    """A path leads from the target to something that it says."""
    assert found(person("a"), annotation(path)) == ()


def test_annotations_lead_into_mappings_too():
    """A reason in missing can be remarked on by its name."""
    silent = Person(id="a", names=(Name(text="a"),), missing={"url": "unknown"})

    assert found(silent, annotation("missing.url")) == ()
    assert [each.code for each in found(silent, annotation("missing.countries"))] == [
        "unknown_path"
    ]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("url", None),
        ("names[1]", None),
        ("names[0].language", None),
        ("names[0].text.more", None),
        ("nmaes", "did you mean 'names'?"),
        ("zzz.b", None),
    ],
)
def test_annotations_of_nothing_are_found(path, hint):
    """The problem stands at the path of the annotation."""
    assert found(person("a"), annotation(path)) == (
        Problem("$.records[1].path", "unknown_path",
                f"expected the path of a field that is set, got {path!r}", path, hint),
    )  # fmt: skip


def test_an_alternative_may_fill_an_empty_field():
    """Another reading of a field that is not set has a value where the record has none."""
    other = annotation("url", motivation="alternative", value=Json.of("https://example.org/"))

    assert found(person("a"), other) == ()


def test_an_annotation_of_a_record_that_is_not_there_dangles_only():
    """One fault is one problem."""
    assert [each.code for each in found(annotation("url", target="b"))] == ["dangling_reference"]


def test_withdrawn_codes_are_warnings():
    """Old reports name old currencies; nothing is wrong, but someone should look."""
    records = [
        person("a"),
        claim("m", value=Money.exactly(5, "DEM")),
        Person(id="p", names=(Name(text="p"),), countries=("MY", "YU")),
    ]

    assert found(*records) == (
        Problem("$.records[1].value.currency", "withdrawn_code",
                "'DEM' (Deutsche Mark) was withdrawn in 2002-03", "DEM", severity="warning"),
        Problem("$.records[2].countries[1]", "withdrawn_code",
                "'YU' (Yugoslavia, (Socialist) Federal Republic of) was "
                "withdrawn in 2003", "YU", severity="warning"),
    )  # fmt: skip


def _looks_odd(it):
    yield Problem("$.words", "refused", "looks odd", it.words, severity="warning")


@attrs.frozen(kw_only=True)
class Odd(Value):
    """A value that is remarked on."""

    words: str
    RULES: ClassVar = (_looks_odd,)


@attrs.frozen(kw_only=True)
class Remarked(Record):
    """A kind that is remarked on, and holds values that are."""

    KIND: ClassVar[str] = "acme.remarked"
    words: str
    odd: Odd | None = None
    many: tuple[Odd, ...] = ()
    RULES: ClassVar = (_looks_odd,)


def test_what_rules_remark_on_records_is_reported():
    """A rule that warns refuses nothing; check() passes on what it says."""
    assert found(person("a"), Remarked(id="r", words="hm")) == (
        Problem("$.records[1].words", "refused", "looks odd", "hm", severity="warning"),
    )


def test_what_rules_remark_on_values_is_reported():
    """A remark on a value inside a record is not lost either."""
    record = Remarked(id="r", words="hm", odd=Odd(words="oh"), many=(Odd(words="ah"),))

    assert {each.path for each in found(record)} == {
        "$.records[0].words", "$.records[0].odd.words", "$.records[0].many[0].words",
    }  # fmt: skip


LOT = Evidence(document="d", start=14, end=21, exact="“a lot”")


def test_evidence_that_stands_in_its_text_is_fine():
    """Offsets count code points: a character outside the BMP is one."""
    astral = Evidence(document="d", start=42, end=43, exact="𝔸")

    assert found(Document(id="d"), quoting(LOT, astral), texts={"d": TEXT}) == ()


def test_evidence_that_quotes_other_words_is_found_with_the_place_of_the_words():
    """The hint tells where the words stand, when they stand anywhere."""
    moved = Evidence(document="d", start=0, end=7, exact="“a lot”")
    invented = Evidence(document="d", start=0, end=3, exact="Abc")

    assert found(Document(id="d"), quoting(moved, LOT, invented), texts={"d": TEXT}) == (
        Problem("$.records[1].evidence[0].exact", "evidence_mismatch",
                "expected the words of the text, 'The fun', got '“a lot”'",
                hint="they stand at 14"),
        Problem("$.records[1].evidence[2].exact", "evidence_mismatch",
                "expected the words of the text, 'The', got 'Abc'"),
    )  # fmt: skip


def test_evidence_outside_its_text_is_found():
    """The end lies within the text, also where nothing is quoted."""
    end = len(TEXT)
    fits = Evidence(document="d", start=end - 1, end=end)
    over = Evidence(document="d", start=end - 1, end=end + 1, exact="..")
    far = Evidence(document="d", start=900, end=901)
    message = f"expected an end within the {end} characters of the text, got "

    assert found(Document(id="d"), quoting(fits, over, far), texts={"d": TEXT}) == (
        Problem("$.records[1].evidence[1].end", "outside_text", f"{message}{end + 1}", end + 1),
        Problem("$.records[1].evidence[2].end", "outside_text", f"{message}901", 901),
    )


def test_without_the_text_evidence_is_held_against_the_length():
    """A document that states its length is enough to find offsets outside it."""
    over = Evidence(document="d", start=0, end=11, exact="x" * 11)

    assert found(Document(id="d", length=10), quoting(over)) == (
        Problem("$.records[1].evidence[0].end", "outside_text",
                "expected an end within the 10 characters of the text, got 11", 11),
    )  # fmt: skip
    assert found(Document(id="d"), quoting(over)) == ()


def test_evidence_inside_values_is_checked_too():
    """The steps of a status history rest on passages of their own."""
    step = StatusChange(status="launched", evidence=(
        Evidence(document="d", start=0, end=3, exact="the"),))  # fmt: skip
    project = Project(id="p", description="p", status_history=(step,))

    assert found(Document(id="d"), project, texts={"d": TEXT}) == (
        Problem("$.records[1].status_history[0].evidence[0].exact", "evidence_mismatch",
                "expected the words of the text, 'The', got 'the'",
                hint="they stand at 26"),
    )  # fmt: skip


@attrs.frozen(kw_only=True)
class Proven(Record):
    """A kind whose evidence need not be there."""

    KIND: ClassVar[str] = "acme.proven"
    proof: Evidence | None = None


def test_evidence_that_is_optional_is_checked_where_it_is():
    """A field of ones own that holds one passage, or none."""
    proof = Evidence(document="d", start=0, end=99)

    assert found(Document(id="d"), Proven(id="p"), Proven(id="q", proof=proof),
                 texts={"d": "short"}) == (
        Problem("$.records[2].proof.end", "outside_text",
                "expected an end within the 5 characters of the text, got 99", 99),
    )  # fmt: skip


def test_segments_lie_within_the_text():
    """By the text where it is given, by the stated length otherwise."""
    parts = (Segment(type="headline", start=0, end=10), Segment(type="body", start=5, end=12))
    document = Document(id="d", length=10, segments=parts)
    message = "expected an end within the 10 characters of the text, got 12"

    assert found(document) == (
        Problem("$.records[0].segments[1].end", "outside_text", message, 12),
    )
    assert [each.code for each in found(document, texts={"d": "x" * 12})] == ["length_mismatch"]


def test_the_length_and_digest_of_a_text_are_its_documents():
    """Another version of a text is told by its length and its SHA-256."""
    good = hashlib.sha256(TEXT.encode()).hexdigest()
    bad = "0" * 64
    document = Document(id="d", length=5, sha256=bad)

    assert found(document, texts={"d": TEXT}) == (
        Problem("$.records[0].length", "length_mismatch",
                f"expected a text of 5 characters, got {len(TEXT)}", 5,
                "decode UTF-8 without BOM; keep newlines as they are"),
        Problem("$.records[0].sha256", "digest_mismatch",
                f"expected the digest of the text, {good}, got {bad}", bad,
                "the text is another version of the document"),
    )  # fmt: skip
    assert found(Document(id="d", length=len(TEXT), sha256=good), texts={"d": TEXT}) == ()


def test_the_empty_text_is_a_text():
    """A document may be empty; its evidence then lies outside."""
    empty = hashlib.sha256(b"").hexdigest()
    records = [Document(id="d", length=0, sha256=empty), quoting(
        Evidence(document="d", start=0, end=1))]  # fmt: skip

    assert [each.code for each in found(*records, texts={"d": ""})] == ["outside_text"]


def test_a_text_that_no_utf_8_holds_is_compared_all_the_same():
    """A lone surrogate in a text that was read carelessly makes no other error."""
    document = Document(id="d", sha256="0" * 64)

    assert [each.code for each in found(document, texts={"d": "a\ud800"})] == ["digest_mismatch"]


def test_a_text_for_a_document_that_is_not_there_is_found():
    """Only documents have texts; the nearest of their ids is the hint."""
    assert found(Document(id="report-1"), person("a"), texts={"report1": "", "a": "x"}) == (
        Problem("$", "unknown_text", "no document has the id 'report1'", "report1",
                "did you mean 'report-1'?"),
        Problem("$", "unknown_text", "no document has the id 'a'", "a"),
    )  # fmt: skip


def test_evidence_of_what_is_no_document_is_of_the_wrong_kind_only():
    """A text is held against its own document, not against whoever has that id."""
    records = [person("a"), quoting(Evidence(document="a", start=0, end=1))]

    assert [each.code for each in found(*records)] == ["wrong_kind"]


def test_problems_come_in_a_fixed_order():
    """By what is looked for, then by record; the texts last."""
    records = [
        Document(id="d", length=1),
        person("d"),
        quoting(Evidence(document="d", start=0, end=2), id="s", about=("x",)),
        place("loop", part_of="loop"),
        claim("m", value=Money.exactly(5, "DEM")),
        Agreement(id="a", status_history=SIGNED),
        Remarked(id="r", words="hm"),
    ]

    assert [each.code for each in found(*records)] == [
        "duplicate_id", "dangling_reference", "self_reference", "unsigned", "withdrawn_code",
        "refused", "outside_text",
    ]  # fmt: skip


def test_at_most_1000_problems_are_listed():
    """One more says how many there are besides."""
    exactly = [person("a") for _ in range(FILE_LIMIT + 1)]
    problems = found(*exactly, person("a"), person("a"))

    assert len(found(*exactly)) == FILE_LIMIT == 1000
    assert problems[-1] == Problem("$", "more_problems", "2 more problems are not listed", 2)
    assert len(problems) == FILE_LIMIT + 1


@given(datasets())
def test_check_says_the_same_each_time_and_points_into_the_dataset(dataset):
    """Pure and deterministic; every path begins at a record that is there."""
    problems = check(dataset)
    numbers = {int(each.path.split("[")[1].split("]")[0]) for each in problems if each.path != "$"}

    assert check(Dataset(dataset)) == problems
    assert numbers <= set(range(len(dataset)))


REGISTRY = BUILTIN.with_kinds(Remarked, Proven)


@pytest.mark.parametrize(
    ("text", "absent"),
    [("RM 450 million", False), ("rm\u00a0450 million", False), ("about RM 450 million", True)],
)
def test_words_given_as_printed_stand_in_the_cited_text(text, absent):
    """An amount or date whose words the text does not say is remarked, print apart."""
    evidence = (Evidence(document="d", start=0, end=2),)
    claim = MonetaryClaim(id="m", value=Money.exactly(450_000_000, "MYR", text=text),
                          missing={"subjects": "not_stated"}, evidence=evidence)  # fmt: skip
    bare = attrs.evolve(claim, id="b", evidence=())
    dataset = Dataset([Document(id="d"), claim, bare])
    found = check(dataset, {"d": "“RM 450\nmillion” was paid."})
    hint = "the text does not say so; leave the words out, or correct the reading"
    message = f"expected the words of the text, got {text!r}"
    expected = (
        Problem("$.records[1].value.text", "text_absent", message, text, hint, "warning"),
    )  # fmt: skip

    assert found == (expected if absent else ())
    assert check(dataset) == ()
