"""score: what is counted, what is listed, and what aligns two records."""

import json
from decimal import Decimal
from enum import Enum
from typing import ClassVar

import attrs
import pytest

from invnews.analysis.scoring import Counts, KindScore, Miss, Score, score
from invnews.codec import loads
from invnews.dataset import Dataset
from invnews.errors import InvalidData
from invnews.fields import doc, refers_to
from invnews.records import (
    Agreement,
    Annotation,
    Document,
    Group,
    MonetaryClaim,
    Organisation,
    Person,
    Relation,
    Statement,
)
from invnews.registry import BUILTIN
from invnews.shapes import Json
from invnews.values import (
    Attribution,
    AttributionLink,
    Evidence,
    Money,
    Name,
    PartialDate,
    Party,
    Recorded,
    StatusChange,
)

NOTHING = Counts(0, 0, 0)


def person(id, *names, **others):
    """Return a person of these names."""
    return Person(id=id, names=tuple(Name(text=each) for each in names), **others)


def organisation(id, name, **others):
    """Return an organisation of this name."""
    return Organisation(id=id, names=(Name(text=name),), **others)


def scored(gold, predicted, **options):
    """Return the score of two lists of records."""
    return score(Dataset(gold), Dataset(predicted), **options)


def misses(gold, predicted):
    """Return the differences in short: sort, path, and both values."""
    found = scored(gold, predicted).misses
    return [(each.what, each.path, each.gold_value, each.predicted_value) for each in found]


SIGNED = Agreement(
    id="mou", names=(Name(text="Memorandum of Understanding"),), binding="non_binding",
    parties=(Party(party="mdec", role="signatory"), Party(party="alibaba", role="signatory")),
    objectives=("explore linkages",),
    status_history=(StatusChange(status="agreed_in_principle"), StatusChange(status="signed")),
)  # fmt: skip
MDEC, ALIBABA = organisation("mdec", "MDEC"), organisation("alibaba", "Alibaba Group")


def changed(**fields):
    """Return the differences that a changed agreement makes."""
    others = [MDEC, ALIBABA]
    return misses([SIGNED, *others], [attrs.evolve(SIGNED, **fields), *others])


def test_records_and_items_are_counted_by_kind_and_field():
    """A matched record may differ; a record without counterpart loses all its items."""
    gold = [person("a", "Song", "James Song", countries=("MY",)), person("b", "Lim")]
    predicted = [person("x", "James Song", countries=("SG",)), organisation("y", "MDEC")]

    found = scored(gold, predicted)

    assert {name: each for name, each in found.kinds.items() if each.total != NOTHING} == {
        "person": KindScore(
            records=Counts(2, 1, 1),
            fields={"names": Counts(3, 1, 1), "countries": Counts(1, 1, 0)},
        ),
        "organisation": KindScore(records=Counts(0, 1, 0), fields={"names": Counts(0, 1, 0)}),
    }
    assert found.records == Counts(2, 2, 1)
    assert found.total == Counts(6, 5, 2)
    assert (found.precision, found.recall, found.f1) == (2 / 5, 2 / 6, 4 / 11)
    assert found.macro_f1 == pytest.approx((4 / 9 + 0) / 2)
    assert found.aligned == (("a", "x"),)
    assert found.misses == (
        Miss(kind="organisation", what="spurious_record", predicted="y"),
        Miss(kind="person", what="missing_record", gold="b"),
        Miss(kind="person", what="missing_field", gold="a", predicted="x", field="names",
             path="names[0]", gold_value={"text": "Song"}),
        Miss(kind="person", what="wrong_field", gold="a", predicted="x", field="countries",
             path="countries[0]", gold_value="MY", predicted_value="SG"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(0, 0, 0), (1.0, 1.0, 1.0)),
        (Counts(3, 0, 0), (0.0, 0.0, 0.0)),
        (Counts(0, 3, 0), (0.0, 0.0, 0.0)),
        (Counts(4, 2, 1), (0.5, 0.25, 1 / 3)),
        (Counts(2, 2, 2), (1.0, 1.0, 1.0)),
    ],
)
def test_nothing_against_nothing_is_perfect_and_something_against_nothing_is_zero(counts, expected):
    """No share is ever undefined."""
    assert (counts.precision, counts.recall, counts.f1) == expected


def test_empty_datasets_and_kinds_without_records_score_one():
    """Every kind of the registry is there, in its order."""
    found = scored([], [])

    assert list(found.kinds) == list(BUILTIN.kinds)
    assert {each for kind in found.kinds.values() for each in (kind.records, kind.total)} == {NOTHING}
    assert (found.precision, found.recall, found.f1, found.macro_f1) == (1.0, 1.0, 1.0, 1.0)
    assert found == Score(kinds={name: KindScore(records=NOTHING) for name in BUILTIN.kinds})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"binding": "binding"}, [("wrong_field", "binding", "non_binding", "binding")]),
        ({"binding": None}, [("missing_field", "binding", "non_binding", None)]),
        ({"type": "joint_venture"}, [("spurious_field", "type", None, "joint_venture")]),
        ({"parties": SIGNED.parties[::-1]}, []),
        ({"parties": SIGNED.parties[:1]},
         [("missing_field", "parties[1]", {"party": "alibaba", "role": "signatory"}, None)]),
        ({"parties": (SIGNED.parties[0], Party(party="alibaba", role="witness"))},
         [("wrong_field", "parties[1].role", "signatory", "witness")]),
        ({"parties": (Party(party="mdec"), *SIGNED.parties[1:])},
         [("wrong_field", "parties[0].role", "signatory", None)]),
        ({"parties": ()},
         [("missing_field", "parties", [{"party": "mdec", "role": "signatory"},
                                        {"party": "alibaba", "role": "signatory"}], None)]),
        ({"status_history": SIGNED.status_history[::-1]},
         [("wrong_field", "status_history[0]", {"status": "agreed_in_principle"},
           {"status": "agreed_in_principle"})]),
        ({"objectives": ("explore linkages", "train people")},
         [("spurious_field", "objectives[1]", None, "train people")]),
        ({"objectives": ("explore linkages", "explore linkages")},
         [("spurious_field", "objectives[1]", None, "explore linkages")]),
    ],
)  # fmt: skip
def test_each_difference_of_a_field_is_one_miss(fields, expected):
    """Lists count by items, in any order but for sequences; a list that is gone is one miss."""
    assert changed(**fields) == expected


def test_the_chain_of_an_attribution_is_in_order():
    """Who speaks for whom is not who is spoken for by whom."""
    song, group = person("s", "Song"), organisation("g", "Alibaba")
    chain = (AttributionLink(role="speaker", party="s"), AttributionLink(role="speaker", party="g"))

    def saying(links):
        return Statement(id="st", proposition="a lot of words", attribution=Attribution(links=links))

    found = misses([song, group, saying(chain)], [song, group, saying(chain[::-1])])

    assert [(what, path) for what, path, *_ in found] == [("wrong_field", "attribution.links")]


def test_what_says_nothing_of_the_news_is_not_scored():
    """Ids, who recorded it, remarks and own data count for nothing; nor do repeated words."""
    evidence = Evidence(document="d", start=0, end=4)
    one = person("a", "Song", evidence=(evidence,))
    two = person("b", "Song", notes="n", extra=Json.of([1]), recorded=Recorded(by="x"),
                 evidence=(attrs.evolve(evidence, exact="Song"),))  # fmt: skip
    document = Document(id="d", title="Port fund signs")

    assert scored([one, document], [document, two]).f1 == 1.0


def test_a_reason_for_a_field_left_out_counts_where_both_leave_it_out():
    """Where one side has the field, that is the difference."""
    value = Money.exactly(5, "USD")

    def claim(**fields):
        return MonetaryClaim(id="c", value=value, purpose="to refinance some debt", **fields)

    none = claim(missing={"subjects": "not_stated"})
    secret = claim(missing={"subjects": "undisclosed"})
    stated = claim(subjects=("p",))
    subject = organisation("p", "Port fund")

    assert misses([none], [secret]) == [
        ("wrong_field", "missing.subjects", "not_stated", "undisclosed")
    ]
    assert misses([none, subject], [stated, subject]) == [("spurious_field", "subjects", None, ["p"])]
    assert misses([stated, subject], [none, subject]) == [("missing_field", "subjects", ["p"], None)]


def test_a_dropped_record_is_one_miss_and_its_referrers_are_intact():
    """A reference that leads nowhere stands for the record that was dropped, in its place."""
    claim = MonetaryClaim(id="c", subjects=("mou",), value=Money.exactly(5, "USD"))
    gold = [SIGNED, MDEC, ALIBABA, claim]

    assert misses(gold, [SIGNED, MDEC, claim]) == [("missing_record", None, None, None)]
    assert misses(gold, [MDEC, ALIBABA, claim]) == [("missing_record", None, None, None)]
    assert misses([SIGNED, MDEC, claim], gold) == [("spurious_record", None, None, None)]
    # A record in its place is a miss of its own; the agreement still has two parties.
    assert misses(gold, [SIGNED, MDEC, organisation("alibaba", "Lazada"), claim]) == [
        ("missing_record", None, None, None), ("spurious_record", None, None, None)
    ]  # fmt: skip
    # A reference that is gone is another one.
    fewer = attrs.evolve(SIGNED, parties=SIGNED.parties[:1])
    assert misses(gold, [fewer, MDEC, claim]) == [
        ("missing_record", None, None, None),
        ("missing_field", "parties[1]", {"party": "alibaba", "role": "signatory"}, None),
    ]
    # So is one to a record that is there.
    astray = attrs.evolve(claim, subjects=("mdec",))
    assert misses(gold, [SIGNED, MDEC, ALIBABA, astray]) == [
        ("wrong_field", "subjects[0]", "mou", "mdec")
    ]


def test_the_document_of_all_evidence_can_be_left_out():
    """Its passages are the same, though no record says what they are passages of."""
    gold = [Document(id="d", title="Port fund signs")] + [
        Statement(id=f"s{n}", proposition=f"number {n} of many",
                  evidence=(Evidence(document="d", start=n, end=n + 9),)) for n in range(9)
    ]  # fmt: skip

    assert misses(gold, gold[1:]) == [("missing_record", None, None, None)]


def test_passages_that_overlap_align_and_are_wrong():
    """Alike is enough to be the same record; to be right a span must be the very one."""
    document = Document(id="d", url="https://example.org/1")

    def said(id, start, end, words):
        return Statement(id=id, proposition=words, evidence=(Evidence(document="d", start=start, end=end),))

    gold = [document, said("a", 0, 50, "growth resumes"), said("b", 50, 90, "exports fall")]
    predicted = [document, said("x", 52, 90, "shipments decline"), said("y", 0, 49, "growth slows")]
    found = scored(gold, predicted)

    assert set(found.aligned) == {("d", "d"), ("a", "y"), ("b", "x")}
    assert sorted((each.gold, each.what, each.path, each.gold_value, each.predicted_value)
                  for each in found.misses) == [
        ("a", "wrong_field", "evidence[0].end", 50, 49),
        ("a", "wrong_field", "proposition", "growth resumes", "growth slows"),
        ("b", "wrong_field", "evidence[0].start", 50, 52),
        ("b", "wrong_field", "proposition", "exports fall", "shipments decline"),
    ]  # fmt: skip


@pytest.mark.parametrize("swap", [False, True])
def test_twins_are_told_apart_by_what_they_refer_to(swap):
    """Two persons of one name, each with a post of his own, are not mixed up."""
    posts = [
        Relation(id=f"r{n}", type="holds_position", subject=f"p{n}", object=f"o{n}", title="chair")
        for n in (1, 2)
    ]
    people = [person("p1", "Lim"), person("p2", "Lim")]
    bodies = [organisation("o1", "Port fund"), organisation("o2", "Rail fund")]
    mixed = [person("p2", "Lim"), person("p1", "Lim")] if swap else people
    found = scored([*posts, *people, *bodies], [*bodies, *mixed, *posts[::-1]])

    assert (found.f1, found.misses) == (1.0, ())
    assert set(found.aligned) == {(id, id) for id in ("r1", "r2", "p1", "p2", "o1", "o2")}


def test_rings_that_look_alike_everywhere_are_not_mixed_up():
    """Six in a ring are not twice three in a ring, though each sees only such as itself."""
    def ring(name, size):
        return [Group(id=f"{name}{n}", description="some",
                      members=(f"{name}{(n + 1) % size}", f"{name}{(n - 1) % size}"))
                for n in range(size)]  # fmt: skip

    gold = [*ring("a", 6), *ring("b", 3), *ring("c", 3)]
    predicted = [*ring("x", 3), *ring("y", 6), *ring("z", 3)]

    assert scored(gold, predicted).misses == ()
    assert len(scored(gold, predicted[:-3]).misses) == 3


def test_indistinguishable_records_count_though_ids_are_any_of_theirs():
    """Of three that say the same two are found, and one of the three is missing."""
    found = scored([person(each, "Lim") for each in "abc"], [person(each, "Lim") for each in "xy"])

    assert found.records == Counts(3, 2, 2)
    assert [(each.what, each.gold in "abc") for each in found.misses] == [("missing_record", True)]


class Grade(Enum):
    """A grade."""

    HIGH = "high"
    LOW = "low"


@attrs.frozen(kw_only=True)
class Loan(Agreement):
    """A loan of a kind of our own."""

    KIND: ClassVar[str] = "acme.loan"

    grade: Grade | None = attrs.field(default=None, metadata=doc("How good."))
    rate: Decimal | None = attrs.field(default=None, metadata=doc("Percent a year."))
    guarantor: str | None = attrs.field(default=None, metadata=doc("Who.") | refers_to("person"))


def test_an_own_kind_is_scored_and_never_aligned_with_what_it_extends():
    """Its enums, decimals and references are compared; the very kind must be the same."""
    loan = Loan(id="l", names=(Name(text="Port loan"),), grade=Grade.HIGH, rate=Decimal("5.0"),
                guarantor="p")  # fmt: skip
    lim = person("p", "Lim")
    registry = BUILTIN.with_kinds(Loan)
    worse = attrs.evolve(loan, grade=Grade.LOW, rate=Decimal("5.1"))
    base = Agreement(id="l", names=(Name(text="Port loan"),))

    same = scored([loan, lim], [lim, loan], registry=registry)
    assert (same.f1, same.kinds["acme.loan"].records) == (1.0, Counts(1, 1, 1))
    assert misses([loan, lim], [worse, lim]) == [
        ("wrong_field", "grade", "high", "low"), ("wrong_field", "rate", "5", "5.1")
    ]  # fmt: skip
    assert misses([loan, lim], [base, lim]) == [
        ("spurious_record", None, None, None), ("missing_record", None, None, None)
    ]  # fmt: skip
    assert list(scored([loan], [loan]).kinds) == [*BUILTIN.kinds, "acme.loan"]


def test_kinds_that_the_reader_does_not_know_are_scored_by_their_own_names():
    """What was kept is compared as it stands."""
    text = (
        '{"format":"invnews","version":1,"kinds":{"acme.bond":{"version":1}},"records":['
        '{"kind":"acme.bond","id":"%s","issuer":"Port fund","coupon":"%s"}]}'
    )
    gold = loads(text % ("b", "5 percent"), unknown="keep")
    same = loads(text % ("x", "5 percent"), unknown="keep")
    other = loads(text % ("x", "6 percent"), unknown="keep")

    assert score(gold, same).kinds["acme.bond"].records == Counts(1, 1, 1)
    assert score(gold, same).f1 == 1.0
    assert [each.path for each in score(gold, other).misses] == ["coupon"]


def test_duplicate_ids_are_refused_all_at_once():
    """References to such an id would mean either record."""
    twice = Dataset([person("a", "A"), person("a", "B"), person("a", "C")])
    with pytest.raises(InvalidData) as raised:
        score(twice, Dataset([person("b", "A"), person("b", "B")]))

    assert [(each.path, each.code, each.value) for each in raised.value.problems] == [
        ("$.gold.records[1].id", "duplicate_id", "a"),
        ("$.gold.records[2].id", "duplicate_id", "a"),
        ("$.predicted.records[1].id", "duplicate_id", "b"),
    ]


def test_what_is_no_dataset_is_refused():
    """A list of records is none."""
    with pytest.raises(InvalidData) as raised:
        score([], None)

    assert [(each.path, each.code) for each in raised.value.problems] == [
        ("$.gold", "wrong_type"), ("$.predicted", "wrong_type")
    ]  # fmt: skip


def test_a_score_can_be_printed_and_written():
    """A table for people; plain data, decimals as texts, for programs."""
    note = Annotation(id="n", target="p", motivation="alternative", text="perhaps not",
                      value=Json.of(Decimal("1.5")))  # fmt: skip
    other = attrs.evolve(note, value=Json.of(Decimal("2.5")))
    song = person("p", "Song")
    found = scored([note, song], [other, song])

    assert str(found).splitlines() == [
        "                   gold  predicted  matched  precision  recall     F1",
        "person                1          1        1      1.000   1.000  1.000",
        "  names               1          1        1      1.000   1.000  1.000",
        "annotation            1          1        1      1.000   1.000  1.000",
        "  target              1          1        1      1.000   1.000  1.000",
        "  motivation          1          1        1      1.000   1.000  1.000",
        "  text                1          1        1      1.000   1.000  1.000",
        "  value               1          1        0      0.000   0.000  0.000",
        "all records           2          2        2      1.000   1.000  1.000",
        "records and items     7          7        6      0.857   0.857  0.857",
        "1 difference",
    ]
    data = json.loads(json.dumps(found.to_data()))
    assert data["total"] == {"gold": 7, "predicted": 7, "matched": 6, "precision": 0.857143,
                             "recall": 0.857143, "f1": 0.857143}  # fmt: skip
    assert data["aligned"] == [["p", "p"], ["n", "n"]]
    assert data["misses"] == [
        {"kind": "annotation", "what": "wrong_field", "gold": "n", "predicted": "n",
         "field": "value", "path": "value", "gold_value": "1.5", "predicted_value": "2.5"}
    ]  # fmt: skip
    assert list(data["kinds"]) == list(BUILTIN.kinds)


def test_records_of_codes_alone_align_when_they_say_the_same():
    """Two that share a code and say nothing else besides are no pair."""
    assert misses([Document(id="a")], [Document(id="b")]) == []
    assert [each[0] for each in misses([Document(id="a", type="speech")],
                                       [Document(id="b", type="press_report")])] == [
        "missing_record", "spurious_record"
    ]  # fmt: skip
    assert misses([Document(id="a", published=PartialDate("2018"))],
                  [Document(id="b", published=PartialDate("2018"), type="speech")]) == [
        ("spurious_field", "type", None, "speech")
    ]  # fmt: skip


def test_what_is_computed_from_a_text_is_no_merit():
    """Digest and length of a document are facts of its text: they score nothing either way."""
    gold = Dataset([Document(id="d", title="A report", length=5, sha256="0" * 64)])
    bare = Dataset([Document(id="d", title="A report")])
    found = score(gold, bare)

    assert (found.misses, found.f1, list(found.kinds["document"].fields)) == ((), 1.0, ["title"])
