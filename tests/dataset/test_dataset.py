"""Dataset: records in order, found by id, by class and by who refers to them."""

import copy
import pickle
from typing import ClassVar

import attrs
import pytest
from hypothesis import given

from invnews.dataset import Dataset
from invnews.errors import InvalidData, Problem, UnknownId
from invnews.records import Agreement, Event, Organisation, Person, Record, Relation
from invnews.testing import datasets
from invnews.values import Name, Party

SONG = Person(id="james-song", names=(Name(text="James Song"),))
MDEC = Organisation(id="mdec", names=(Name(text="MDEC"),))
MOU = Agreement(id="mou", parties=(Party(party="mdec"), Party(party="james-song")))
SIGNING = Event(id="signing", type="signing", about=("mou", "mdec"),
                participants=(Party(party="mdec"),))  # fmt: skip
DATASET = Dataset([SONG, MDEC, MOU, SIGNING])


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A bond."""

    KIND: ClassVar[str] = "acme.bond_issue"


def test_a_dataset_holds_its_records_in_order():
    """Any iterable will do, a generator and another dataset too."""
    made = Dataset(each for each in [SONG, MDEC])

    assert (made.records, list(made), len(made), len(Dataset(()))) == (
        (SONG, MDEC), [SONG, MDEC], 2, 0,
    )  # fmt: skip
    assert Dataset(made) == made


def test_datasets_are_equal_when_their_records_are_in_order():
    """The order belongs to the dataset; equal ones have the same hash."""
    again = Dataset([attrs.evolve(SONG), MDEC])

    assert (again == Dataset([SONG, MDEC]), again == Dataset([MDEC, SONG])) == (True, False)
    assert hash(again) == hash(Dataset([SONG, MDEC]))


def test_a_dataset_never_changes():
    """Neither its records nor its indexes can be set."""
    with pytest.raises(AttributeError):
        DATASET.records = ()

    assert len(DATASET) == 4


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))]
)
def test_copies_are_equal_also_after_it_was_searched(again):
    """What was looked up does not matter for copies."""
    made = Dataset([SONG, MDEC])
    found = made["mdec"]

    assert (again(made), again(made)["mdec"]) == (made, found)


def test_what_is_no_record_is_refused_with_its_place():
    """All of them at once; a dict of JSON is no record yet."""
    with pytest.raises(InvalidData) as exc:
        Dataset([SONG, {"kind": "person"}, None, MDEC, Name(text="x"), Person])

    assert exc.value.problems == (
        Problem("$.records[1]", "wrong_type", "expected a record, got an object"),
        Problem("$.records[2]", "wrong_type", "expected a record, got null"),
        Problem("$.records[4]", "wrong_type", "expected a record, got an instance of Name"),
        Problem("$.records[5]", "wrong_type", "expected a record, got an instance of type"),
    )


def test_a_record_alone_is_no_list_of_records():
    """The fix is in the problem."""
    with pytest.raises(InvalidData) as exc:
        Dataset(SONG)

    assert exc.value.problems == (
        Problem("$", "wrong_type", "expected records in a list, got a record",
                hint="write Dataset([record])"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("id", "message"),
    [
        (0, "ids are texts, got 0; by number: dataset.records[0]"),
        (-1, "ids are texts, got -1; by number: dataset.records[-1]"),
    ],
)
def test_records_are_not_found_by_number(id, message):
    """A dataset is asked by id; its records are a tuple for who counts."""
    with pytest.raises(UnknownId) as exc:
        DATASET[id]

    assert str(exc.value) == message


def test_a_record_is_found_by_its_id():
    """By index, by get, and with `in`."""
    assert (DATASET["mou"], DATASET.get("mou"), DATASET.get("nobody")) == (MOU, MOU, None)
    assert ("mou" in DATASET, "nobody" in DATASET, MOU in DATASET) == (True, False, True)


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("jamessong", "no record has the id 'jamessong' (did you mean 'james-song'?)"),
        ("zzz", "no record has the id 'zzz'"),
    ],
)
def test_an_id_that_no_record_has_is_an_error_that_names_the_nearest(id, message):
    """UnknownId is a LookupError, so that code for mappings catches it."""
    with pytest.raises(UnknownId) as exc:
        DATASET[id]

    assert (str(exc.value), isinstance(exc.value, LookupError)) == (message, True)


def test_an_id_that_two_records_have_names_neither():
    """Indexing never chooses; get gives the first, and positions say where all stand."""
    twice = Dataset([SONG, MDEC, attrs.evolve(SONG, notes="again")])
    with pytest.raises(UnknownId) as exc:
        twice["james-song"]

    assert str(exc.value) == "2 records have the id 'james-song'; check() lists them"
    assert (twice.get("james-song"), "james-song" in twice) == (SONG, True)
    assert dict(twice.positions) == {"james-song": (0, 2), "mdec": (1,)}


def test_records_are_found_by_class():
    """A class stands for what derives from it, too; Record for all."""
    bond = BondIssue(id="bond")
    made = Dataset([MOU, SONG, bond])

    assert (made.of(Agreement), made.of(BondIssue), made.of(Relation)) == (
        (MOU, bond), (bond,), (),
    )  # fmt: skip
    assert made.of(Record) == made.records


def test_who_refers_to_a_record_is_known():
    """In order, each once however often it refers; ids that no record has can be asked for."""
    ghost = Relation(id="r", type="owns", subject="mdec", object="ghost")
    made = Dataset([*DATASET, ghost])

    assert [each.id for each in made.referrers("mdec")] == ["mou", "signing", "r"]
    assert (made.referrers("ghost"), made.referrers("signing"), made.referrers("nobody")) == (
        (ghost,), (), (),
    )  # fmt: skip


def test_the_links_of_a_record_can_be_asked_of_the_dataset():
    """links() gives them with their paths, as a tuple."""
    found = DATASET.links(SIGNING)

    assert [(each.path, each.target) for each in found] == [
        ("$.participants[0].party", "mdec"), ("$.about[0]", "mou"), ("$.about[1]", "mdec"),
    ]  # fmt: skip


@given(datasets())
def test_every_link_has_its_referrer_and_every_referrer_a_link(dataset):
    """links and referrers are two readings of the same references."""
    by_links = {
        (link.target, number)
        for number, record in enumerate(dataset)
        for link in dataset.links(record)
    }
    by_referrers = {
        (target, number)
        for target in {target for target, _ in by_links}
        for number, record in enumerate(dataset)
        if any(record is each for each in dataset.referrers(target))
    }

    assert by_links == by_referrers


@given(datasets())
def test_positions_hold_every_record_once(dataset):
    """Each number stands under the id of its record."""
    found = sorted((number, id) for id, numbers in dataset.positions.items() for number in numbers)

    assert found == [(number, record.id) for number, record in enumerate(dataset)]
