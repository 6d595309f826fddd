"""The seam to other projects: our classes inside theirs, and errors with full paths."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Optional, Union

import attrs
import cattrs
import pytest
from hypothesis import given

from invnews.codec import dumps, explain, make_converter, to_dict
from invnews.dataset import Dataset
from invnews.errors import InvalidData, Problem
from invnews.records import Agreement, MonetaryClaim, Organisation, Person, Record
from invnews.registry import BUILTIN
from invnews.shapes import FrozenMap, Json
from invnews.testing import instances, records
from invnews.values import Money, Name, PartialDate, Quantity


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A kind of a user's own."""

    KIND: ClassVar[str] = "acme.bond_issue"
    coupon: str | None = None


OURS = BUILTIN.with_kinds(BondIssue)


@attrs.frozen
class Position:
    """An attrs class of another project."""

    desk: str
    limit: Money


@attrs.frozen
class Book:
    """An attrs class that holds ours in every way."""

    name: str
    count: int = 0
    limit: Money | None = None
    other: Optional[Quantity] = None  # noqa: UP045
    limits: tuple[Money, ...] = ()
    listed: list[Money] = attrs.field(factory=list)
    by_desk: dict[str, Money] = attrs.field(factory=dict)
    mapped: Mapping[str, PartialDate] = attrs.field(factory=dict)
    owner: Person | None = None
    parties: tuple[Person | Organisation, ...] = ()
    either: Union[Agreement, MonetaryClaim, None] = None  # noqa: UP007
    any: Record | None = None
    everything: Dataset | None = None
    free: Json | None = None
    positions: tuple[Position, ...] = ()
    deep: dict[str, list[Position]] = attrs.field(factory=dict)


EUR5 = {"comparator": "exactly", "amount": "5", "currency": "EUR"}
SONG = {"kind": "person", "id": "song", "names": [{"text": "James Song"}]}
MDEC = {"kind": "organisation", "id": "mdec", "names": [{"text": "MDEC"}]}
MOU = {"kind": "agreement", "id": "mou", "type": "memorandum_of_understanding"}
FIVE = Money.exactly(5, "EUR")

FULL = {
    "name": "Asia",
    "count": 7,
    "limit": EUR5,
    "other": {"comparator": "more_than", "amount": "50", "unit": "brands", "unit_kind": "count"},
    "limits": [EUR5, EUR5],
    "listed": [EUR5],
    "by_desk": {"a": EUR5},
    "mapped": {"start": {"edtf": "2018"}},
    "owner": SONG,
    "parties": [SONG, MDEC],
    "either": MOU,
    "any": MDEC,
    "everything": {"format": "invnews", "version": 1, "records": [SONG, MDEC]},
    "free": {"b": [1, "x", None], "a": True},
    "positions": [{"desk": "KL", "limit": EUR5}],
    "deep": {"x": [{"desk": "SG", "limit": EUR5}]},
}


def problems(data, cls, *, registry=BUILTIN, converter=None):
    """Return what explain() says of data that a converter refuses."""
    with pytest.raises(Exception) as exc:  # noqa: PT011
        (converter or make_converter(registry=registry)).structure(data, cls)
    return explain(exc.value)


def test_our_classes_stand_anywhere_in_theirs():
    """Alone, optional, in tuples, lists and mappings, in unions, as dataset and as JSON."""
    song = Person(id="song", names=(Name(text="James Song"),))
    mdec = Organisation(id="mdec", names=(Name(text="MDEC"),))

    assert make_converter().structure(FULL, Book) == Book(
        name="Asia", count=7, limit=FIVE, other=Quantity.more_than(50, "brands"),
        limits=(FIVE, FIVE), listed=[FIVE], by_desk={"a": FIVE},
        mapped={"start": PartialDate("2018")}, owner=song, parties=(song, mdec),
        either=Agreement(id="mou", type="memorandum_of_understanding"), any=mdec,
        everything=Dataset([song, mdec]), free=Json.of({"b": [1, "x", None], "a": True}),
        positions=(Position("KL", FIVE),), deep={"x": [Position("SG", FIVE)]},
    )  # fmt: skip


def test_what_was_structured_is_unstructured_to_the_same_data():
    """Records say their kind, values are objects, numbers of money are texts."""
    converter = make_converter()
    data = converter.unstructure(converter.structure(FULL, Book))

    assert data == FULL
    assert converter.structure(data, Book) == converter.structure(FULL, Book)


def test_what_is_left_out_is_empty():
    """Their defaults hold, and None stays None."""
    converter = make_converter()
    book = converter.structure({"name": "Asia", "limit": None, "either": None}, Book)

    assert book == Book("Asia")
    assert converter.structure(converter.unstructure(book), Book) == book


@given(records())
def test_any_record_goes_through_a_union_of_all_records(record):
    """Record stands for every kind of the registry."""
    converter = make_converter()
    data = converter.unstructure(record, unstructure_as=Record)

    assert data == to_dict(record)
    assert converter.structure(data, Record) == record


@given(instances(Money), instances(PartialDate), instances(Agreement))
def test_classes_of_ours_can_be_structured_by_themselves(money, when, agreement):
    """A value or record needs no class around it."""
    converter = make_converter()
    made = [
        converter.structure(converter.unstructure(each), type(each))
        for each in (money, when, agreement)
    ]

    assert made == [money, when, agreement]


def test_a_registry_of_ones_own_is_used():
    """A kind of ones own is read where its base may stand, and alone."""
    data = {"kind": "acme.bond_issue", "id": "b", "coupon": "5%"}
    converter = make_converter(registry=OURS)
    found = [converter.structure(data, cls) for cls in (BondIssue, Agreement, Record)]
    everything = {"format": "invnews", "version": 1, "records": [data]}

    assert found == [BondIssue(id="b", coupon="5%")] * 3
    assert converter.structure(everything, Dataset) == Dataset(found[:1])
    assert converter.unstructure(found[0]) == data
    assert [each.code for each in problems(data, BondIssue)] == ["unknown_kind"]


def test_a_dataset_is_unstructured_as_a_file():
    """The object is that of dumps(), as plain data."""
    converter = make_converter()
    dataset = converter.structure(FULL["everything"], Dataset)

    assert converter.unstructure(dataset) == FULL["everything"]
    assert dumps(dataset).startswith('{"format":"invnews","version":1,"records":[')


@pytest.mark.parametrize(
    ("data", "cls", "expected"),
    [
        (SONG, Organisation, Problem(
            "$.kind", "wrong_kind", "expected Organisation, got the kind 'person'", "person")),
        (SONG, Organisation | Agreement, Problem(
            "$.kind", "wrong_kind", "expected Organisation or Agreement, got the kind 'person'",
            "person")),
        ({"id": "song"}, Person, Problem(
            "$.kind", "missing_kind", "expected a field 'kind'",
            hint='write "kind":"agreement" or another of: ' + ", ".join(BUILTIN.kinds))),
    ],
)  # fmt: skip
def test_a_record_of_another_kind_is_refused(data, cls, expected):
    """What is annotated is what may stand there."""
    assert problems(data, cls) == (expected,)


def test_ours_stay_strict_and_theirs_follow_cattrs():
    """A text for a number is taken where cattrs takes it, and refused where we do."""
    converter = make_converter()
    data = {"name": 5, "count": "7", "limit": {**EUR5, "amount": 5}}

    assert problems(data, Book) == (
        Problem("$.limit.amount", "wrong_type", "expected a decimal number as text, got the "
                "number 5", 5, 'write it as text: "5"'),
    )  # fmt: skip
    assert converter.structure({"name": 5, "count": "7"}, Book) == Book("5", 7)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"name": "n", "limit": {"comparator": "exactly", "amount": "5", "currency": "euro"}},
         [("$.limit.currency", "unknown_code")]),
        ({"name": "n", "limits": [EUR5, {**EUR5, "amount": 1}, {**EUR5, "x": 1}]},
         [("$.limits[1].amount", "wrong_type"), ("$.limits[2].x", "unknown_field")]),
        ({"name": "n", "listed": [{}]}, [("$.listed[0].comparator", "missing_field")]),
        ({"name": "n", "by_desk": {"a": EUR5, "odd name": {}}},
         [('$.by_desk["odd name"].comparator', "missing_field")]),
        ({"name": "n", "mapped": {"x": {"edtf": "2018-5"}}}, [("$.mapped.x.edtf", "bad_date")]),
        ({"name": "n", "deep": {"x": [{"desk": "d", "limit": EUR5}, {"desk": "d", "limit": {}}]}},
         [("$.deep.x[1].limit.comparator", "missing_field")]),
        ({"name": "n", "positions": [{"desk": "d"}]}, [("$.positions[0].limit",
                                                        "missing_field")]),
        ({"name": "n", "parties": [SONG, {**MDEC, "names": []}]},
         [("$.parties[1].names", "too_short")]),
        ({"name": "n", "parties": [MOU]}, [("$.parties[0].kind", "wrong_kind")]),
        ({"name": "n", "owner": {**SONG, "names": [{"text": 5}]}},
         [("$.owner.names[0].text", "wrong_type")]),
        ({"name": "n", "either": {"kind": "agrement", "id": "a"}},
         [("$.either.kind", "unknown_kind")]),
        ({"name": "n", "free": [{"a": 1.5}]}, [("$.free[0].a", "wrong_type")]),
        ({"name": "n", "everything": {"format": "invnews", "version": 1, "records": [
            SONG, {**SONG, "url": "ftp://x"}, {"kind": "x"}]}},
         [("$.everything.records[1].url", "malformed"),
          ("$.everything.records[2].kind", "unknown_kind")]),
        ({"name": "n", "everything": {"format": "invnews"}},
         [("$.everything.version", "missing_field"), ("$.everything.records", "missing_field")]),
        ({"limit": {}, "parties": [MOU]},
         [("$.name", "missing_field"), ("$.limit.comparator", "missing_field"),
          ("$.parties[0].kind", "wrong_kind")]),
        ({"name": "n", "limit": EUR5["amount"]}, [("$.limit", "wrong_type")]),
        ({"name": "n", "limit": [EUR5]}, [("$.limit", "wrong_type")]),
        ({"name": "n", "owner": "song"}, [("$.owner", "wrong_type")]),
    ],
)  # fmt: skip
def test_explain_gives_every_fault_with_its_full_path(data, expected):
    """Through lists, mappings, optional fields and classes of others, in the order of the input."""
    assert [(each.path, each.code) for each in problems(data, Book)] == expected


def test_a_problem_of_explain_is_whole():
    """Message, value and hint are those of reading."""
    data = {"name": "n", "limits": [EUR5, {**EUR5, "currency": "euro"}]}

    assert problems(data, Book) == (
        Problem("$.limits[1].currency", "unknown_code", "expected an ISO 4217 code, got 'euro'",
                "euro", "did you mean 'EUR'?"),
    )  # fmt: skip


@attrs.frozen
class Checked:
    """An attrs class of another project with validators and types of its own."""

    age: int = attrs.field(validator=attrs.validators.ge(18))
    money: Money
    tag: Decimal | None = None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"age": "x", "money": EUR5}, [
            Problem("$.age", "refused", "invalid literal for int() with base 10: 'x'")]),
        ({"age": 7, "money": EUR5}, [Problem("$", "refused", "'age' must be >= 18: 7")]),
        ({"age": "x", "money": {}}, [
            Problem("$.age", "refused", "invalid literal for int() with base 10: 'x'"),
            Problem("$.money.comparator", "missing_field", "expected a field 'comparator'")]),
        ({}, [Problem("$.age", "missing_field", "expected a field 'age'"),
              Problem("$.money", "missing_field", "expected a field 'money'")]),
    ],
)  # fmt: skip
def test_errors_of_their_own_fields_are_explained_too(data, expected):
    """What cattrs and attrs say of them stands in the message, at the path of the field."""
    assert problems(data, Checked) == tuple(expected)


def test_extra_keys_that_cattrs_forbids_are_explained():
    """One problem a key, in alphabetical order."""
    converter = make_converter()
    hook = cattrs.gen.make_dict_structure_fn(Position, converter, _cattrs_forbid_extra_keys=True)
    converter.register_structure_hook(Position, hook)

    assert problems({"desk": "d", "limit": EUR5, "z": 1, "odd name": 2}, Position,
                    converter=converter) == (
        Problem('$["odd name"]', "unknown_field", "the class has no such field"),
        Problem("$.z", "unknown_field", "the class has no such field"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (InvalidData([Problem("$.a", "blank", "m")]), Problem("$.a", "blank", "m")),
        (KeyError("name"), Problem("$.name", "missing_field", "expected a field 'name'")),
        (KeyError(), Problem("$", "refused", "KeyError")),
        (ValueError("no"), Problem("$", "refused", "no")),
        (ValueError(), Problem("$", "refused", "ValueError")),
        (RuntimeError("odd"), Problem("$", "refused", "odd")),
        (ExceptionGroup("g", [ValueError("one"), KeyError("two")]), None),
    ],
)
def test_any_error_is_explained(error, expected):
    """Errors that cattrs did not make become one problem each; never none."""
    found = explain(error)

    assert found == ((expected,) if expected is not None else (
        Problem("$", "refused", "one"),
        Problem("$.two", "missing_field", "expected a field 'two'"),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("note", "path"),
    [
        ("Structuring class Book @ attribute owner", "$.owner.a"),
        ("Structuring class Book @ attribute odd name", "$.a"),
        ("something else", "$.a"),
    ],
)
def test_notes_that_are_plain_texts_are_read_too(note, path):
    """Converters of other versions, and hooks of ones own, note the attribute as text."""
    error = InvalidData([Problem("$.a", "blank", "m")])
    error.add_note(note)

    assert explain(ExceptionGroup("g", [error])) == (Problem(path, "blank", "m"),)


def test_hooks_of_ones_own_can_be_registered_beside_ours():
    """The converter is a plain cattrs converter, and each call gives a new one."""

    class Own:
        def __init__(self, text):
            self.text = text

    one, other = make_converter(), make_converter()
    one.register_structure_hook(Own, lambda data, _: Own(data))

    assert one.structure("x", Own).text == "x"
    assert isinstance(one, cattrs.Converter)
    assert one is not other


@attrs.frozen
class Mapped:
    """A class with a mapping of ours and a Json."""

    frozen: FrozenMap[str]
    free: Json


def test_our_containers_are_unstructured_as_plain_data():
    """A FrozenMap becomes a dict, a Json what it says."""
    made = make_converter().unstructure(Mapped(FrozenMap({"a": "b"}), Json.of([Decimal("1.5")])))

    assert (made, type(made["frozen"])) == (
        {"frozen": {"a": "b"}, "free": [Decimal("1.5")]}, dict,
    )  # fmt: skip
