"""What an annotation with its metadata means: Kind, Field and Shape of a class."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Literal, Optional

import attrs
import pytest

from invnews.errors import Problem
from invnews.fields import (
    Form,
    Vocabulary,
    actor,
    acyclic,
    bounds,
    code,
    distinct,
    doc,
    expected,
    form,
    refers_to,
    size,
    subject,
)
from invnews.records import Agreement, Record
from invnews.registry import BUILTIN
from invnews.shapes import (
    AnyJson,
    Choice,
    Code,
    Flag,
    FrozenMap,
    Items,
    Json,
    Nested,
    Number,
    Reference,
    Table,
    Text,
    Whole,
    describe,
    is_record,
    is_value,
    shape_in_words,
)
from invnews.shapes.text import ID
from invnews.values import VALUES, Money, Name, PartialDate, Value
from invnews.values.vocabularies import AGREEMENT_TYPE

GREATEST = 10**40 - 1
GRADES = Vocabulary.of("acme.grade", "a grade", {"a": "Best.", "b": "Worse."})
PLATE = Form.matching("plate", "a number plate", "[A-Z]{3}")


class Colour(enum.Enum):
    """An Enum of a user's own: the values go on the wire."""

    RED = "red"
    BLUE = "dark blue"


class Size(enum.StrEnum):
    """An Enum whose members are texts."""

    SMALL = "s"
    LARGE = "l"


def shape_of(annotation, **metadata):
    """Return the Shape of a field that is annotated so."""
    said = metadata.pop("metadata", {})
    cls = type("Made", (Value,), {"__annotations__": {"it": annotation}, "__module__": __name__,
                                  "it": attrs.field(metadata=said)})  # fmt: skip
    return describe(attrs.frozen(cls)).fields[0].shape


@pytest.mark.parametrize(
    ("annotation", "metadata", "expected_shape"),
    [
        (str, {}, Text(1, None, None)),
        (str, size(0, 5), Text(1, 5, None)),
        (str, size(3), Text(3, None, None)),
        (str, form(PLATE), Text(1, None, PLATE)),
        (str, code(GRADES), Code(GRADES)),
        (str, refers_to(), Reference(())),
        (str, refers_to("person", actor()), Reference(("person", "@actor"))),
        (bool, {}, Flag()),
        (int, {}, Whole(-GREATEST, GREATEST)),
        (int, bounds(0), Whole(0, GREATEST)),
        (int, bounds(None, 9), Whole(-GREATEST, 9)),
        (int, bounds(0, 0), Whole(0, 0)),
        (Decimal, {}, Number(None, None)),
        (Decimal, bounds(0, Decimal("1.5")), Number(Decimal(0), Decimal("1.5"))),
        (Json, {}, AnyJson()),
        (Money, {}, Nested(Money)),
        (Literal["up", "down"], {},
         Choice({"up": "up", "down": "down"}, Literal["up", "down"])),
        (Colour, {}, Choice({"red": Colour.RED, "dark blue": Colour.BLUE}, Colour)),
        (Size, {}, Choice({"s": Size.SMALL, "l": Size.LARGE}, Size)),
        (tuple[str, ...], {}, Items(Text(1, None, None), 0, None, False)),
        (tuple[str, ...], size(2, 3) | distinct(), Items(Text(1, None, None), 2, 3, True)),
        (tuple[str, ...], size(1) | form(PLATE), Items(Text(1, None, PLATE), 1, None, False)),
        (tuple[str, ...], refers_to("place") | distinct(),
         Items(Reference(("place",)), 0, None, True)),
        (tuple[Decimal, ...], bounds(0), Items(Number(Decimal(0), None), 0, None, False)),
        (tuple[Name, ...], {}, Items(Nested(Name), 0, None, False)),
        (tuple[Json, ...], {}, Items(AnyJson(), 0, None, False)),
        (tuple[Colour, ...], {}, Items(
            Choice({"red": Colour.RED, "dark blue": Colour.BLUE}, Colour), 0, None, False)),
        (Mapping[str, str], code(GRADES), Table(Code(GRADES))),
        (Mapping[str, Decimal], {}, Table(Number(None, None))),
        (FrozenMap[str], code(GRADES), Table(Code(GRADES))),
        (FrozenMap[int], {}, Table(Whole(-GREATEST, GREATEST))),
        (Mapping[str, Money], {}, Table(Nested(Money))),
    ],
)  # fmt: skip
def test_an_annotation_with_its_metadata_is_a_shape(annotation, metadata, expected_shape):
    """Each annotation means one Shape, and metadata narrows it."""
    assert shape_of(annotation, metadata=metadata) == expected_shape


@pytest.mark.parametrize("annotation", [str | None, Optional[str], None | str])  # noqa: UP045
def test_none_in_a_union_makes_a_field_nullable(annotation):
    """Both ways of writing it, in any order, mean the same Shape and None allowed."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        it: annotation = None
        other: str = "x"

    found = [(each.shape, each.nullable) for each in describe(Made).fields]

    assert found == [(Text(), True), (Text(), False)]


@attrs.frozen(kw_only=True)
class Rating(Value):
    """A rating
    in two lines.

    More of it.
    """

    agency: str = attrs.field(
        metadata=doc("Who rated.", source="Acme") | refers_to("organisation") | acyclic()
    )
    grade: str | None = attrs.field(default=None, metadata=doc("The grade.") | code(GRADES))
    outlook: tuple[str, ...] = attrs.field(factory=tuple, metadata=doc("Words.") | distinct())
    watch: bool = False


def parts(field):
    """Return what a field is, as a dict; the Shape, which has its own equality, whole."""
    return attrs.asdict(field, recurse=False)


def test_a_field_is_everything_that_is_said_of_it():
    """Name, shape, need, default, words and marks of a field; nothing else."""
    found = [parts(each) for each in describe(Rating).fields]
    rest = {"expected": False, "common": False, "validator": None, "attribute": None}

    assert found == [
        {"name": "agency", "shape": Reference(("organisation",)), "nullable": False,
         "required": True, "default": None, "doc": "Who rated.", "source": "Acme",
         "acyclic": True, **rest},
        {"name": "grade", "shape": Code(GRADES), "nullable": True, "required": False,
         "default": None, "doc": "The grade.", "source": "", "acyclic": False, **rest},
        {"name": "outlook", "shape": Items(Text(), 0, None, True), "nullable": False,
         "required": False, "default": (), "doc": "Words.", "source": "", "acyclic": False,
         **rest},
        {"name": "watch", "shape": Flag(), "nullable": False, "required": False,
         "default": False, "doc": "", "source": "", "acyclic": False, **rest},
    ]  # fmt: skip


def test_a_value_is_a_kind_without_identity():
    """The name of a value is that of its class; it extends nothing and has no marks."""
    kind = describe(Rating)
    found = attrs.asdict(kind, recurse=False, filter=lambda a, _: a.name != "fields")

    assert found == {
        "name": "rating", "cls": Rating, "rules": (), "identified": False, "extends": None,
        "marks": frozenset(), "doc": "A rating\nin two lines.\n\nMore of it.",
        "internal": (("unread", None),), "migrations": (),
    }  # fmt: skip
    assert kind.summary == "A rating in two lines."


def _no_rule(it):
    return ()


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A bond."""

    KIND: ClassVar[str] = "acme.bond_issue"
    MARKS: ClassVar[tuple[str, ...]] = (actor(),)
    RULES = (_no_rule,)

    coupon: Decimal | None = None
    issuer: tuple[str, ...] = attrs.field(
        default=(), metadata=refers_to("organisation") | expected()
    )


@attrs.frozen(kw_only=True)
class GreenBond(BondIssue):
    """A green bond."""

    KIND: ClassVar[str] = "acme.green_bond"

    verifier: str


def test_a_record_is_a_kind_with_what_it_inherits():
    """Marks are joined, rules of the base come first, and extends names the nearest kind."""
    kind = describe(BondIssue)

    assert (kind.name, kind.cls, kind.identified, kind.extends, kind.marks, kind.doc) == (
        "acme.bond_issue", BondIssue, True, "agreement", {actor(), subject()}, "A bond.",
    )  # fmt: skip
    assert kind.rules == (*describe(Agreement).rules, _no_rule)
    assert describe(GreenBond).rules == kind.rules
    assert (describe(GreenBond).extends, describe(Agreement).extends) == (
        "acme.bond_issue", None,
    )  # fmt: skip


def test_fields_stand_in_the_order_of_the_wire():
    """First id, then own fields from base to subclass, then the common fields of Record."""
    own = [field.name for field in attrs.fields(Agreement)][8:]
    common = ["evidence", "attribution", "missing", "recorded", "notes", "extra"]

    assert [each.name for each in describe(GreenBond).fields] == [
        "id", *own, "coupon", "issuer", "verifier", *common,
    ]  # fmt: skip


def test_common_and_internal_fields_are_marked():
    """The fields of Record but its id are common; unread is no part of the wire form."""
    kind = describe(GreenBond)

    assert [each.name for each in kind.fields if each.common] == [
        "evidence", "attribution", "missing", "recorded", "notes", "extra",
    ]  # fmt: skip
    assert kind.internal == (("unread", None),)
    assert "unread" not in kind.by_name


def test_a_field_that_a_subclass_narrows_keeps_its_place():
    """An inherited field may become required and say more; whoever reads the base still can."""

    @attrs.frozen(kw_only=True)
    class Loan(Agreement):
        KIND: ClassVar[str] = "acme.loan"
        type: str = attrs.field(metadata=doc("Always given.") | code(AGREEMENT_TYPE))

    base, found = describe(Agreement), describe(Loan)
    field = found.by_name["type"]

    assert (field.shape, field.required, field.doc) == (
        Code(AGREEMENT_TYPE), True, "Always given.",
    )  # fmt: skip
    assert [each.name for each in found.fields] == [each.name for each in base.fields]


def test_a_default_is_what_is_left_out():
    """A factory is called once; a dict for a mapping becomes one that cannot change."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        one: str | None = None
        two: tuple[str, ...] = attrs.field(factory=tuple)
        three: Mapping[str, str] = attrs.field(factory=lambda: {"a": "b"})
        four: Mapping[str, str] | None = None
        five: int = 5

    found = [each.default for each in describe(Made).fields]

    assert found == [None, (), FrozenMap({"a": "b"}), None, 5]
    assert [type(each) for each in found] == [type(None), tuple, FrozenMap, type(None), int]


def test_fields_are_found_by_name():
    """by_name holds every field of the wire and nothing else."""
    kind = describe(Rating)

    assert list(kind.by_name.items()) == [(each.name, each) for each in kind.fields]


def test_what_a_field_holds_is_asked_of_it():
    """single, many, kinds and null_is_none answer for one thing and for a tuple alike."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        one: str = attrs.field(metadata=refers_to("person"))
        any: str | None = attrs.field(default=None, metadata=refers_to())
        many: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("place"))
        text: str | None = None
        json: Json | None = None
        table: Mapping[str, str] = FrozenMap()

    found = {
        each.name: (each.single, each.many, each.kinds, each.null_is_none)
        for each in describe(Made).fields
    }

    assert found == {
        "one": (Reference(("person",)), False, ("person",), False),
        "any": (Reference(), False, (), True),
        "many": (Reference(("place",)), True, ("place",), False),
        "text": (Text(), False, None, True),
        "json": (AnyJson(), False, None, False),
        "table": (Text(), False, None, False),
    }


@pytest.mark.parametrize(
    ("name", "expected_name"),
    [
        ("Money", "money"),
        ("PartialDate", "partial_date"),
        ("LEICode", "leicode"),
        ("Rating2Be", "rating2_be"),
        ("X", "x"),
    ],
)
def test_the_name_of_a_value_is_that_of_its_class_in_snake_case(name, expected_name):
    """A capital after a small letter or digit begins a new word."""
    cls = attrs.frozen(type(name, (Value,), {"__annotations__": {"a": str}}))

    assert describe(cls).name == expected_name


def test_a_class_is_described_once():
    """The description is kept on the class itself, and a subclass has its own."""
    names = [describe(each).name for each in (Rating, BondIssue, GreenBond)]

    assert describe(Rating) is describe(Rating)
    assert names == ["rating", "acme.bond_issue", "acme.green_bond"]


def test_a_validator_of_the_users_own_stands_on_the_field_with_its_attribute():
    """attrs validators are kept as attrs composed them, with the attribute they are given."""

    def positive(instance, attribute, value):
        return None

    @attrs.frozen(kw_only=True)
    class Made(Value):
        count: int = attrs.field(validator=positive)

    field = describe(Made).fields[0]

    assert (field.validator, field.attribute) == (positive, attrs.fields(Made).count)


def test_records_and_values_are_told_apart():
    """A record has identity, a value has none; nothing else is either."""
    things = [Agreement, Record, Money, Value, str, int | str, Money.exactly(1, "EUR"), Json]

    assert [(is_record(each), is_value(each)) for each in things] == [
        (True, False), (True, False), (False, True), (False, True), (False, False),
        (False, False), (False, False), (False, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (Text(), "text"),
        (Text(form=ID), "id"),
        (Code(GRADES), "code of acme.grade"),
        (Reference(), "id of any record"),
        (Reference(("person", "@actor")), "id of person, @actor"),
        (Flag(), "true or false"),
        (Whole(), "whole number"),
        (Number(), "decimal"),
        (AnyJson(), "any JSON"),
        (Nested(PartialDate), "PartialDate"),
        (Choice({"up": "up", "down": "down"}), "one of up, down"),
        (Items(Nested(Name), 1), "list of Name (at least 1)"),
        (Items(Flag()), "list of true or false"),
        (Table(Code(GRADES)), "object of code of acme.grade"),
    ],
)
def test_a_shape_can_be_said_in_words(shape, words):
    """The reference of kinds says what a field takes."""
    assert shape_in_words(shape) == words


def test_every_kind_and_value_of_the_library_can_be_described():
    """All classes of ours are sound definitions; the names are unique among them."""
    kinds = [describe(each) for each in (*BUILTIN.classes, *VALUES)]

    assert len({each.name for each in kinds}) == len(kinds) == len(BUILTIN) + len(VALUES)


def test_a_rule_that_two_bases_share_runs_once():
    """RULES may repeat those of a base: each rule is kept once, at its first place."""

    def rule(it):
        return [Problem("$", "refused", "no")]

    @attrs.frozen(kw_only=True)
    class Base(Value):
        a: str
        RULES = (rule,)

    @attrs.frozen(kw_only=True)
    class Again(Base):
        RULES = (_no_rule, *Base.RULES)

    assert describe(Again).rules == (rule, _no_rule)
