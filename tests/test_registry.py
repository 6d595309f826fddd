"""The registry: which kinds exist, what they extend, and which references they take."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Literal

import attrs
import pytest

from invnews.codec import dumps, from_dict, loads, to_dict
from invnews.dataset import Dataset, check
from invnews.errors import InvalidData, Problem, UnknownKind
from invnews.fields import Vocabulary, actor, bounds, code, doc, refers_to, subject
from invnews.records import KINDS, Agreement, MonetaryClaim, Organisation, Person, Record
from invnews.registry import BUILTIN, Registry
from invnews.shapes import FrozenMap, Json, Kind, describe
from invnews.values import Evidence, Money, Name, Party, Value


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A bond."""

    KIND: ClassVar[str] = "acme.bond_issue"
    coupon: str | None = attrs.field(default=None, metadata=doc("The coupon."))


@attrs.frozen(kw_only=True)
class GreenBond(BondIssue):
    """A green bond."""

    KIND: ClassVar[str] = "acme.green_bond"


@attrs.frozen(kw_only=True)
class Vessel(Record):
    """A ship, which may own and be owned."""

    KIND: ClassVar[str] = "acme.vessel"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())
    bond: str | None = attrs.field(default=None, metadata=refers_to("acme.bond_issue"))


def problems(make):
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def bad(path, message, hint=None):
    """Return the problem of a definition."""
    return Problem(path, "bad_definition", message, hint=hint)


OURS = BUILTIN.with_kinds(BondIssue, GreenBond, Vessel)


def test_a_registry_with_more_kinds_is_another_registry():
    """The kinds that are added follow those that were there; the old registry stays as it was."""
    before = (BUILTIN.classes, tuple(BUILTIN.kinds))
    made = BUILTIN.with_kinds(BondIssue)

    assert made.classes == (*KINDS, BondIssue)
    assert list(made.kinds) == [*(each.KIND for each in KINDS), "acme.bond_issue"]
    assert (BUILTIN.classes, tuple(BUILTIN.kinds)) == before
    assert ("acme.bond_issue" in made, "acme.bond_issue" in BUILTIN) == (True, False)


def test_a_registry_is_read_like_a_mapping_of_kinds():
    """By name, in order, with a length; what it holds are Kinds."""
    kinds = list(OURS)

    assert (len(OURS), [each.name for each in kinds][-3:]) == (
        len(KINDS) + 3, ["acme.bond_issue", "acme.green_bond", "acme.vessel"],
    )  # fmt: skip
    assert OURS["acme.vessel"] is describe(Vessel)
    assert all(isinstance(each, Kind) for each in kinds)
    assert ("person" in OURS, "Person" in OURS, Person in OURS, None in OURS) == (
        True, False, False, False,
    )  # fmt: skip


def test_a_registry_cannot_change():
    """Neither its classes nor its kinds can be set."""
    with pytest.raises(AttributeError):
        BUILTIN.classes = ()
    with pytest.raises(TypeError):
        BUILTIN.kinds["acme.x"] = describe(Person)

    assert BUILTIN.classes == KINDS


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("agrement", "the registry holds no kind 'agrement' (did you mean 'agreement'?)"),
        ("Agreement", "the registry holds no kind 'Agreement' (did you mean 'agreement'?)"),
        ("bond_issue", "the registry holds no kind 'bond_issue' (did you mean "
         "'acme.bond_issue'?)"),
        ("zzz", "the registry holds no kind 'zzz'"),
        ("", "the registry holds no kind ''"),
    ],
)  # fmt: skip
def test_a_kind_that_is_not_there_is_an_error_that_names_the_nearest(name, message):
    """UnknownKind is a LookupError, so that code for mappings catches it."""
    with pytest.raises(UnknownKind) as exc:
        OURS[name]

    assert str(exc.value) == message
    assert isinstance(exc.value, LookupError)


@pytest.mark.parametrize(
    ("name", "lineage"),
    [
        ("acme.green_bond", ("acme.green_bond", "acme.bond_issue", "agreement")),
        ("acme.bond_issue", ("acme.bond_issue", "agreement")),
        ("agreement", ("agreement",)),
        ("acme.vessel", ("acme.vessel",)),
    ],
)
def test_the_lineage_of_a_kind_leads_to_the_kind_it_began_with(name, lineage):
    """The kind itself comes first, Record itself is no kind."""
    assert OURS.lineage(name) == lineage


@pytest.mark.parametrize(
    ("allowed", "name", "expected"),
    [
        ((), "judgement", True),
        (("agreement",), "agreement", True),
        (("agreement",), "acme.green_bond", True),
        (("acme.bond_issue",), "acme.green_bond", True),
        (("acme.green_bond",), "acme.bond_issue", False),
        (("acme.bond_issue",), "agreement", False),
        (("person", "agreement"), "agreement", True),
        (("person", "place"), "agreement", False),
        (("@actor",), "acme.vessel", True),
        (("@subject",), "acme.green_bond", True),
        (("@actor",), "acme.green_bond", False),
        (("nowhere",), "person", False),
    ],
)
def test_a_reference_takes_kinds_what_extends_them_and_marks(allowed, name, expected):
    """Who may name an agreement may name every kind of agreement; marks are inherited."""
    assert OURS.allows(allowed, name) is expected


@pytest.mark.parametrize("ask", [OURS.lineage, lambda name: OURS.allows(("person",), name)])
def test_asking_about_an_unknown_kind_is_an_error(ask):
    """A registry never guesses about a kind that it does not hold."""
    with pytest.raises(UnknownKind, match="'acme.ship'"):
        ask("acme.ship")


def test_two_registries_are_in_use_side_by_side():
    """The same name may mean two classes, each in its own registry."""

    @attrs.frozen(kw_only=True)
    class OtherBond(Agreement):
        KIND: ClassVar[str] = "acme.bond_issue"
        rating: str

    other = BUILTIN.with_kinds(OtherBond)
    ours, theirs = BondIssue(id="b", coupon="5%"), OtherBond(id="b", rating="A")

    assert loads(dumps(Dataset([ours]), registry=OURS), registry=OURS)["b"] == ours
    assert loads(dumps(Dataset([theirs]), registry=other), registry=other)["b"] == theirs
    assert [each.code for each in problems(lambda: to_dict(ours, registry=other))] == [
        "unknown_kind"
    ]
    assert [each.code for each in problems(lambda: to_dict(ours))] == ["unknown_kind"]


def test_a_kind_of_ones_own_reads_and_writes_as_the_librarys_own():
    """Its own fields stand after those of its base and before the common ones."""
    record = BondIssue(id="b", type="loan", coupon="5%", notes="n")
    data = to_dict(record, registry=OURS)

    assert list(data.items()) == [
        ("kind", "acme.bond_issue"), ("id", "b"), ("type", "loan"), ("coupon", "5%"),
        ("notes", "n"),
    ]  # fmt: skip
    assert from_dict(data, registry=OURS) == record


class Seniority(enum.Enum):
    """An Enum of a user's own."""

    SENIOR = "senior"
    JUNIOR = "junior ranking"


@attrs.frozen(kw_only=True)
class Terms(Value):
    """A value of a user's own."""

    rate: Decimal = attrs.field(metadata=bounds(0, 100))
    steps: tuple[Decimal, ...] = ()


def _not_seven(instance, attribute, value):
    """Refuse as a validator of attrs does."""
    if value == 7:
        raise ValueError(f"expected any {attribute.name} but 7")


@attrs.frozen(kw_only=True)
class Note(Record):
    """A kind of a user's own with a field of every Shape, and validators."""

    KIND: ClassVar[str] = "acme.note"
    rank: Seniority = Seniority.SENIOR
    ranks: tuple[Seniority, ...] = ()
    side: Literal["buy", "sell"] | None = None
    terms: Terms | None = None
    by_venue: Mapping[str, Terms] = FrozenMap()
    prices: Mapping[str, Decimal] = attrs.field(factory=dict)
    lots: int = attrs.field(default=1, validator=_not_seven, metadata=bounds(1, 99))
    free: tuple[Json, ...] = ()
    proof: Evidence | None = None
    listed: bool | None = None


NOTES = BUILTIN.with_kinds(Note)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Note(id="n"), '{"kind":"acme.note","id":"n"}'),
        (Note(id="n", rank=Seniority.JUNIOR, ranks=(Seniority.SENIOR,), side="sell"),
         '{"kind":"acme.note","id":"n","rank":"junior ranking","ranks":["senior"],'
         '"side":"sell"}'),
        (Note(id="n", terms=Terms(rate=Decimal("5.0"), steps=(Decimal(1), Decimal("0.5"))),
              by_venue={"b b": Terms(rate=Decimal(0)), "a": Terms(rate=Decimal(100))},
              prices={"KL": Decimal("99.50")}),
         '{"kind":"acme.note","id":"n","terms":{"rate":"5","steps":["1","0.5"]},'
         '"by_venue":{"a":{"rate":"100"},"b b":{"rate":"0"}},"prices":{"KL":"99.5"}}'),
        (Note(id="n", lots=99, free=(Json.of(None), Json.of([1, Decimal("1.5")])),
              listed=False, proof=Evidence(document="d", start=0, end=1)),
         '{"kind":"acme.note","id":"n","lots":99,"free":[null,[1,1.5]],'
         '"proof":{"document":"d","start":0,"end":1},"listed":false}'),
    ],
)  # fmt: skip
def test_every_shape_of_ones_own_kind_is_written_and_read(record, text):
    """Enums by the text of their members, decimals as text, mappings in order of their names."""
    dataset = Dataset([record])
    kinds = '"kinds":{"acme.note":{"version":1}}'
    whole = f'{{"format":"invnews","version":1,{kinds},"records":[\n{text}\n]}}\n'

    assert dumps(dataset, registry=NOTES) == whole
    assert loads(whole, registry=NOTES) == dataset
    assert from_dict(to_dict(record, registry=NOTES), registry=NOTES) == record


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"rank": "juniour"}, Problem(
            "$.rank", "unknown_code", "expected one of 'senior', 'junior ranking', got "
            "'juniour'", "juniour")),
        ({"rank": 5}, Problem(
            "$.rank", "wrong_type", "expected one of 'senior', 'junior ranking', got the "
            "number 5", 5)),
        ({"ranks": ["senior", "SENIOR"]}, Problem(
            "$.ranks[1]", "unknown_code", "expected one of 'senior', 'junior ranking', got "
            "'SENIOR'", "SENIOR", "did you mean 'senior'?")),
        ({"lots": 7}, Problem("$.lots", "refused", "expected any lots but 7", 7)),
        ({"lots": 100}, Problem("$.lots", "out_of_bounds", "expected at most 99, got 100", 100)),
        ({"terms": {"rate": "-1"}}, Problem(
            "$.terms.rate", "out_of_bounds", "expected at least 0, got -1", Decimal(-1))),
        ({"terms": {"rate": "100.01"}}, Problem(
            "$.terms.rate", "out_of_bounds", "expected at most 100, got 100.01",
            Decimal("100.01"))),
        ({"by_venue": {"a b": {"rate": 5}}}, Problem(
            '$.by_venue["a b"].rate', "wrong_type", "expected a decimal number as text, got the "
            "number 5", 5, 'write it as text: "5"')),
    ],
)  # fmt: skip
def test_every_shape_of_ones_own_kind_is_read_strictly(data, expected):
    """Validators of attrs run when reading, too, and their error is a problem with its path."""
    found = problems(lambda: from_dict({"kind": "acme.note", "id": "n"} | data, registry=NOTES))

    assert found == (expected,)


def test_kinds_of_ones_own_take_part_in_references():
    """A claim may be about a vessel, a vessel may sign, and a vessel names its bond."""
    records = [
        BondIssue(id="bond", parties=(Party(party="ship", role="borrower"),)),
        GreenBond(id="green"),
        Vessel(id="ship", bond="green"),
        Vessel(id="other", bond="mdec"),
        Organisation(id="mdec", names=(Name(text="MDEC"),)),
        MonetaryClaim(id="m", value=Money.exactly(1, "EUR"), subjects=("ship", "green")),
    ]

    assert check(Dataset(records), registry=OURS) == (
        Problem("$.records[3].bond", "wrong_kind", "expected a record of kind acme.bond_issue or "
                "acme.green_bond, got 'mdec', of kind 'organisation'", "mdec"),
    )  # fmt: skip


def test_no_kinds_at_all_can_be_added():
    """with_kinds without classes gives a registry of the same kinds."""
    assert BUILTIN.with_kinds().classes == KINDS


@attrs.frozen(kw_only=True)
class Bare(Record):
    """A kind without a namespace."""

    KIND: ClassVar[str] = "bond"


@attrs.frozen(kw_only=True)
class Taken(Record):
    """A kind with the name of another."""

    KIND: ClassVar[str] = "person"


@attrs.frozen(kw_only=True)
class Lost(Record):
    """A kind that refers to nowhere."""

    KIND: ClassVar[str] = "acme.lost"
    one: str | None = attrs.field(default=None, metadata=refers_to("persom", "place"))
    two: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("@actors"))


LOST = (
    bad("$.Lost.one", "refers to the kind 'persom', which the registry does not hold",
        "did you mean 'person'?"),
    bad("$.Lost.two", "refers to the kind '@actors', which the registry does not hold",
        "did you mean '@actor'?"),
)  # fmt: skip
NO_NAMESPACE = bad("$.Bare", "the kind 'bond' has no namespace",
                   "name it after its owner: 'acme.bond'")  # fmt: skip


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ((Bare,), [NO_NAMESPACE]),
        ((Taken,), [bad("$.Taken", "the kind 'person' is Person already", "choose another KIND")]),
        ((BondIssue, BondIssue), [bad("$.classes[1]", "BondIssue is given twice")]),
        ((GreenBond,), [bad("$.GreenBond", "extends 'acme.bond_issue', which the registry does "
                            "not hold", "add that class, too")]),
        ((Money,), [bad("$.Money", "expected a Record, got a Value",
                        "values need no registration")]),
        ((str,), [bad("$.str", "expected a class that derives from Record or Value")]),
        ((Lost,), LOST),
        ((Bare, Taken), [
            NO_NAMESPACE,
            bad("$.Taken", "the kind 'person' is Person already", "choose another KIND")]),
    ],
)  # fmt: skip
def test_classes_that_do_not_fit_are_refused_with_every_fault(classes, expected):
    """Names have a namespace and one owner, bases and references are there."""
    assert problems(lambda: BUILTIN.with_kinds(*classes)) == tuple(expected)


def test_faults_of_names_and_of_references_come_together():
    """Every fault of every class is listed, whichever sort it is."""
    assert problems(lambda: BUILTIN.with_kinds(Bare, Lost)) == (NO_NAMESPACE, *LOST)


def test_a_base_may_be_added_after_what_extends_it():
    """The order of the classes does not matter for what they extend."""
    assert BUILTIN.with_kinds(GreenBond, BondIssue).lineage("acme.green_bond") == (
        "acme.green_bond", "acme.bond_issue", "agreement",
    )  # fmt: skip


def test_kinds_may_refer_to_each_other_in_any_order():
    """Vessel names bonds, which stand behind it."""
    assert len(BUILTIN.with_kinds(Vessel, BondIssue)) == len(KINDS) + 2


@attrs.frozen(kw_only=True)
class Berth(Value):
    """A value whose reference leads nowhere."""

    harbour: str = attrs.field(metadata=refers_to("acme.harbour"))


@attrs.frozen(kw_only=True)
class Lease(Agreement):
    """A kind that holds such values."""

    KIND: ClassVar[str] = "acme.lease"
    berths: tuple[Berth, ...] = ()
    by_name: Mapping[str, Berth] = FrozenMap()


def test_references_inside_values_lead_somewhere_too():
    """A reference of a value that a kind holds is as good as one of its own."""
    found = problems(lambda: BUILTIN.with_kinds(Lease))

    assert [each.code for each in found] == ["bad_definition"] * len(found)
    assert any("acme.harbour" in each.message for each in found)


def test_what_is_no_class_is_refused_with_its_place():
    """An instance, a name or nothing is no kind."""
    found = problems(lambda: BUILTIN.with_kinds(BondIssue, "acme.bond_issue", None))

    assert found == (
        bad("$.classes[1]", "expected a Record class, got 'acme.bond_issue'"),
        bad("$.classes[2]", "expected a Record class, got None"),
    )


def test_a_registry_refuses_what_is_no_kind_and_a_name_given_twice():
    """Who builds a Registry by its classes is told as with_kinds tells."""
    found = problems(lambda: Registry((Person, Money, Agreement, Taken)))

    assert found == (
        bad("$.classes[1]", "expected a Record class, got <class 'invnews.values.money.Money'>"),
        bad("$.classes[3]", "the kind 'person' is Person already"),
    )


def test_a_registry_of_ones_own_kinds_alone_can_be_made():
    """Registry takes any classes; nothing of it is built in."""
    alone = Registry((BondIssue,))

    assert ([each.name for each in alone], alone.lineage("acme.bond_issue")) == (
        ["acme.bond_issue"], ("acme.bond_issue",),
    )  # fmt: skip


def two_values(name=None):
    """Return two kinds that hold values of one name, the second perhaps under another."""
    other = {} if name is None else {"KIND": name}
    first = attrs.frozen(kw_only=True)(
        type("Coupon", (Value,), {"__annotations__": {"rate": Decimal}})
    )
    second = attrs.frozen(kw_only=True)(
        type("Coupon", (Value,), {"__annotations__": {"text": str}, **other})
    )
    return tuple(
        attrs.frozen(kw_only=True)(
            type(f"Kind{letter}", (Record,), {
                "__annotations__": {"it": cls}, "KIND": f"acme.{letter}", "it": attrs.field(),
            })
        )
        for letter, cls in (("a", first), ("b", second))
    )  # fmt: skip


def test_two_values_of_one_name_are_refused():
    """A name stands for one thing in a registry; a KIND of its own tells a value from another."""
    message = f"the value 'coupon' is {__name__}.Coupon already"
    hint = 'name yours: KIND: ClassVar[str] = "acme.coupon"'
    named = BUILTIN.with_kinds(*two_values("acme.coupon"))

    assert problems(lambda: BUILTIN.with_kinds(*two_values())) == (
        bad("$.Kindb.it", message, hint),
    )
    assert [name for name in named.values if "coupon" in name] == ["coupon", "acme.coupon"]


def test_a_value_named_like_one_of_ours_is_refused():
    """Also when it stands alone: `money` is Money."""
    mine = attrs.frozen(kw_only=True)(
        type("Money", (Value,), {"__annotations__": {"text": str}, "__module__": "acme"})
    )
    body = {"__annotations__": {"it": mine}, "KIND": "acme.purse", "it": attrs.field()}
    purse = attrs.frozen(kw_only=True)(type("Purse", (Record,), body))
    message = "the value 'money' is invnews.values.money.Money already"
    hint = 'name yours: KIND: ClassVar[str] = "acme.money"'

    assert problems(lambda: BUILTIN.with_kinds(purse)) == (bad("$.Purse.it", message, hint),)


def test_two_vocabularies_of_one_name_are_refused():
    """Messages and `invnews kinds NAME` name a vocabulary; it must be one."""
    kinds = [
        attrs.frozen(kw_only=True)(
            type(f"Kind{letter}", (Record,), {
                "__annotations__": {"it": str}, "KIND": f"acme.{letter}",
                "it": attrs.field(metadata=code(Vocabulary.of(name, "a word", {letter: "It."}))),
            })
        )
        for letter, name in (("a", "acme.words"), ("b", "acme.words"), ("c", "currency"))
    ]  # fmt: skip

    assert problems(lambda: BUILTIN.with_kinds(*kinds)) == (
        bad("$.Kindb.it", "another vocabulary is named 'acme.words' already",
            "choose another name"),
        bad("$.Kindc.it", "another vocabulary is named 'currency' already",
            "name it after its owner: 'acme.currency'"),
    )  # fmt: skip


@pytest.mark.parametrize("steps", [[dict], (1,), "up", dict])
def test_migrations_are_a_tuple_of_functions(steps):
    """What could not be run is refused when the kind is registered, not when a file is read."""
    body = {"KIND": "acme.note", "MIGRATIONS": steps}
    note = attrs.frozen(kw_only=True)(type("Note", (Record,), body))

    assert problems(lambda: BUILTIN.with_kinds(note)) == (
        bad("$.Note", "MIGRATIONS holds something that cannot be called"),
    )


def test_a_value_has_no_migrations():
    """Its kinds are migrated; a file states no version of a value."""
    note = attrs.frozen(kw_only=True)(type("Note", (Value,), {"MIGRATIONS": (dict,)}))

    assert problems(lambda: describe(note)) == (
        bad("$.Note", "is a value with MIGRATIONS, which are of kinds",
            "migrate the kinds that hold it"),
    )  # fmt: skip


def test_a_registry_knows_its_values_and_vocabularies():
    """By name, those of own kinds behind ours; the built-in registry stays as it was."""
    ours = BUILTIN.with_kinds(*two_values("acme.coupon"))

    assert list(ours.values)[: len(BUILTIN.values)] == list(BUILTIN.values)
    assert list(ours.vocabularies) == list(BUILTIN.vocabularies)
    assert "acme.coupon" not in BUILTIN.values


def test_built_in_kinds_have_no_migrations_of_their_own():
    """They change with the file form, whose version a file states once."""
    assert [kind.name for kind in BUILTIN if kind.migrations] == []
