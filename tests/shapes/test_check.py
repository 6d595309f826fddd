"""The constructor check: what records and values of any class refuse, with every problem."""

import contextlib
import copy
import enum
import pickle
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.fields import Form, Vocabulary, bounds, code, distinct, form, refers_to, size
from invnews.records import Agreement, Person, Record
from invnews.shapes import (
    FrozenMap,
    Json,
    Unread,
    UnreadField,
    constructor_check,
    describe,
    examine,
)
from invnews.testing import instances
from invnews.values import Money, Name, PartialDate, Party, Value

GRADES = Vocabulary.of("acme.grade", "a grade", {"aa": "Best.", "bb": "Worse."})
PLATE = Form.matching("plate", "a number plate such as ABC", "[A-Z]{3}", code="x-plate")
GRADE_HINT = "known: aa, bb; or a code of your own that begins with x-"
BLANK_HINT = "leave out what the source does not say"


class Colour(enum.Enum):
    """An Enum of a user's own."""

    RED = "red"
    BLUE = "dark blue"


class Grade(enum.StrEnum):
    """An Enum whose members are texts."""

    HIGH = "high"
    LOW = "low"


@attrs.frozen(kw_only=True)
class Leg(Value):
    """A value of a user's own, inside another."""

    share: Decimal


@attrs.frozen(kw_only=True)
class Every(Value):
    """A value with a field of every Shape."""

    text: str | None = None
    sized: str | None = attrs.field(default=None, metadata=size(2, 4))
    plate: str | None = attrs.field(default=None, metadata=form(PLATE))
    grade: str | None = attrs.field(default=None, metadata=code(GRADES))
    person: str | None = attrs.field(default=None, metadata=refers_to("person"))
    flag: bool = False
    whole: int | None = attrs.field(default=None, metadata=bounds(1, 9))
    big: int | None = None
    number: Decimal | None = attrs.field(default=None, metadata=bounds(0, 1))
    any_number: Decimal | None = None
    side: Literal["buy", "sell"] | None = None
    colour: Colour | None = None
    strong: Grade | None = None
    leg: Leg | None = None
    json: Json | None = None
    texts: tuple[str, ...] = ()
    two: tuple[str, ...] | None = attrs.field(default=None, metadata=size(2, 3) | distinct())
    legs: tuple[Leg, ...] = ()
    notes: Mapping[str, str] = FrozenMap()
    grades: Mapping[str, str] = attrs.field(default=FrozenMap(), metadata=code(GRADES))


def problems(make):
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def wrong(path, message, value=None, hint=None):
    """Return a problem of the wrong type."""
    return Problem(path, "wrong_type", message, value, hint)


LONE = "half of a surrogate pair (U+D800) stands alone at character 1"


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({"text": 5}, [wrong("$.text", "expected a text, got the number 5", 5,
                             'write it as text: "5"')]),
        ({"text": b"a"}, [wrong("$.text", "expected a text, got an instance of bytes")]),
        ({"text": ""}, [Problem("$.text", "blank", "expected a text, got a blank one", "",
                                BLANK_HINT)]),
        ({"text": " \t"}, [Problem("$.text", "blank", "expected a text, got a blank one", " \t",
                                   BLANK_HINT)]),
        ({"text": "a\0"}, [Problem(
            "$.text", "bad_character",
            "expected plain text, but NUL (U+0000) stands at character 1", "a\0")]),
        ({"text": "a\ud800"}, [Problem(
            "$.text", "bad_character", f"expected plain text, but {LONE}", "a\ud800")]),
        ({"text": Grade.HIGH}, [wrong("$.text", "expected a text, got an instance of Grade",
                                      "high")]),
        ({"sized": "a"}, [Problem("$.sized", "too_short",
                                  "expected at least 2 characters, got 1", "a")]),
        ({"sized": "abcde"}, [Problem("$.sized", "too_long",
                                      "expected at most 4 characters, got 5", "abcde")]),
        ({"plate": "abc"}, [Problem("$.plate", "x-plate",
                                    "expected a number plate such as ABC, got 'abc'", "abc")]),
        ({"grade": "A A"}, [Problem("$.grade", "unknown_code", "expected a grade, got 'A A'",
                                    "A A", GRADE_HINT)]),
        ({"grade": 5}, [wrong("$.grade", "expected a grade as text, got the number 5", 5)]),
        ({"person": "a b"}, [Problem(
            "$.person", "bad_id",
            "expected an id of 1 to 128 characters A-Z a-z 0-9 . _ : / -, got 'a b'", "a b")]),
        ({"person": 5}, [wrong("$.person", "expected an id as text, got the number 5", 5)]),
        ({"flag": 1}, [wrong("$.flag", "expected true or false, got the number 1", 1)]),
        ({"flag": None}, [wrong("$.flag", "expected true or false, got null")]),
        ({"whole": True}, [wrong("$.whole", "expected a whole number, got true", True)]),
        ({"whole": 5.0}, [wrong("$.whole", "expected a whole number, got the number 5.0", 5.0)]),
        ({"whole": 0}, [Problem("$.whole", "out_of_bounds", "expected at least 1, got 0", 0)]),
        ({"whole": 10}, [Problem("$.whole", "out_of_bounds", "expected at most 9, got 10", 10)]),
        ({"big": 10**40}, [Problem("$.big", "too_many_digits",
                                   "expected a number of at most 40 digits")]),
        ({"number": 1}, [wrong("$.number", "expected a Decimal, got the number 1", 1,
                               "write Decimal('1')")]),
        ({"number": 0.5}, [wrong("$.number", "expected a Decimal, got the number 0.5", 0.5,
                                 "write Decimal('0.5')")]),
        ({"number": "0.5"}, [wrong("$.number", "expected a Decimal, got '0.5'", "0.5")]),
        ({"number": Decimal("1.01")}, [Problem(
            "$.number", "out_of_bounds", "expected at most 1, got 1.01", Decimal("1.01"))]),
        ({"number": Decimal("-0.01")}, [Problem(
            "$.number", "out_of_bounds", "expected at least 0, got -0.01", Decimal("-0.01"))]),
        ({"any_number": Decimal("1E+40")}, [Problem(
            "$.any_number", "too_many_digits", "expected a number of at most 40 digits")]),
        ({"any_number": Decimal("1E-40")}, [Problem(
            "$.any_number", "too_many_digits", "expected a number of at most 40 digits")]),
        ({"any_number": Decimal("Infinity")}, [Problem(
            "$.any_number", "bad_number", "expected a finite number, got Infinity",
            Decimal("Infinity"))]),
        ({"side": "Buy"}, [Problem("$.side", "unknown_code",
                                   "expected one of 'buy', 'sell', got 'Buy'", "Buy",
                                   "did you mean 'buy'?")]),
        ({"side": 5}, [wrong("$.side", "expected one of 'buy', 'sell', got the number 5", 5)]),
        ({"leg": Decimal(1)}, [wrong("$.leg", "expected an instance of Leg, got the number 1",
                                     Decimal(1))]),
        ({"leg": {"share": "1"}}, [wrong("$.leg", "expected an instance of Leg, got an object")]),
        ({"json": {"a": 1}}, [wrong("$.json", "expected a Json, got an object", None,
                                    "build it with Json.of(data)")]),
        ({"texts": ["a"]}, [wrong("$.texts", "expected a tuple, got a list of 1", None,
                                  "write tuple(…)")]),
        ({"texts": "a"}, [wrong("$.texts", "expected a tuple, got 'a'", "a",
                                "write (x,) with a comma")]),
        ({"texts": ("a", "", 3)}, [
            Problem("$.texts[1]", "blank", "expected a text, got a blank one", "", BLANK_HINT),
            wrong("$.texts[2]", "expected a text, got the number 3", 3, 'write it as text: "3"'),
        ]),
        ({"two": ("a",)}, [Problem("$.two", "too_short", "expected at least 2 items, got 1")]),
        ({"two": ("a", "b", "c", "d")}, [
            Problem("$.two", "too_long", "expected at most 3 items, got 4")]),
        ({"two": ("a", "b", "a")}, [
            Problem("$.two[2]", "duplicate_item", "expected each item once, got the same as "
                    "item 0", "a")]),
        ({"legs": (Leg(share=Decimal(1)), 2)}, [
            wrong("$.legs[1]", "expected an instance of Leg, got the number 2", 2)]),
        ({"notes": [("a", "b")]}, [wrong("$.notes", "expected a mapping, got a list of 1")]),
        ({"notes": {"a": ""}}, [Problem("$.notes.a", "blank", "expected a text, got a blank one",
                                        "", BLANK_HINT)]),
        ({"notes": {5: "a"}}, [wrong("$.notes", "expected names that are texts, got the number 5",
                                     5)]),
        ({"notes": {" ": "a"}}, [Problem("$.notes", "blank", "expected names, got a blank one",
                                         " ")]),
        ({"notes": {"a\0": "a"}}, [Problem(
            "$.notes", "bad_character",
            "expected plain names, but NUL (U+0000) stands at character 1", "a\0")]),
        ({"grades": {"odd name": "zz"}}, [Problem(
            '$.grades["odd name"]', "unknown_code", "expected a grade, got 'zz'", "zz",
            GRADE_HINT)]),
        ({"text": "", "flag": 0, "texts": None}, [
            Problem("$.text", "blank", "expected a text, got a blank one", "", BLANK_HINT),
            wrong("$.flag", "expected true or false, got the number 0", 0),
            wrong("$.texts", "expected a tuple, got null"),
        ]),
    ],
)  # fmt: skip
def test_a_constructor_refuses_each_field_with_its_problems(given_values, expected):
    """Paths start at the value itself; all faults come at once, in the order of the fields."""
    assert problems(lambda: Every(**given_values)) == tuple(expected)


@pytest.mark.parametrize(
    "given_values",
    [
        {},
        {"text": "a", "sized": "ab", "plate": "ABC", "grade": "aa", "person": "p/1:2.3_4-5"},
        {"text": " a ", "sized": "äöü€", "grade": "x-own", "flag": True, "whole": 1},
        {"text": "𝔸", "whole": 9, "big": 10**40 - 1, "number": Decimal("0.0")},
        {"big": -(10**40) + 1, "number": Decimal("1"), "any_number": Decimal("1E+39")},
        {"any_number": Decimal("1E-39"), "side": "sell", "colour": Colour.BLUE},
        {"strong": Grade.LOW, "leg": Leg(share=Decimal("0.5")), "json": Json.of([1])},
        {"texts": ("a", "a"), "two": ("a", "b"), "legs": (Leg(share=Decimal(1)),) * 2},
        {"notes": FrozenMap({"a b": "c"}), "grades": {"a": "aa", "b": "x-own"}},
    ],
)
def test_a_constructor_takes_what_every_field_allows(given_values):
    """What is given is what is held, at the bounds of each Shape, too."""
    made = Every(**given_values)

    assert {name: getattr(made, name) for name in given_values} == given_values


@pytest.mark.parametrize(
    ("field", "value"), [("colour", "red"), ("strong", "high"), ("colour", Grade.HIGH)]
)
def test_an_enum_takes_its_members_only(field, value):
    """The text of a member stands on the wire; in Python the field holds the member."""
    found = problems(lambda: Every(**{field: value}))

    assert [each.path for each in found] == [f"$.{field}"]


def test_a_missing_argument_is_a_type_error_of_python():
    """A required field that is not given is a fault of the program, found by Python itself."""
    with pytest.raises(TypeError, match="share"):
        Leg()


def _small(it):
    if it.a > 5:
        yield Problem("$.a", "refused", "expected a small a", it.a)


def _ordered(it):
    if it.a > it.b:
        yield Problem("$.b", "inconsistent", "expected b not below a", it.b)


def _remarks(it):
    if it.b == 13:
        yield Problem("$.b", "refused", "unlucky", it.b, severity="warning")
    if it.b == 14:
        yield Problem("$.b", "refused", "worth knowing", it.b, severity="info")


@attrs.frozen(kw_only=True)
class Base(Value):
    """A value with rules."""

    a: int
    b: int
    RULES: ClassVar = (_small, _ordered)


@attrs.frozen(kw_only=True)
class Further(Base):
    """A value with more rules."""

    c: int = 0
    RULES: ClassVar = (_remarks,)


SMALL = Problem("$.a", "refused", "expected a small a", 9)


def test_rules_of_bases_run_first():
    """Rules are inherited, base before subclass, each in the order of RULES."""
    found = problems(lambda: Further(a=14, b=13))

    assert found == (
        Problem("$.a", "refused", "expected a small a", 14),
        Problem("$.b", "inconsistent", "expected b not below a", 13),
        Problem("$.b", "refused", "unlucky", 13, severity="warning"),
    )


def test_rules_of_a_subclass_do_not_hold_for_its_base():
    """Each class runs its own check, also when the other was checked first."""
    Further(a=1, b=2)
    base = Base(a=1, b=13)

    assert (type(base), problems(lambda: Further(a=9, b=20, c=1))) == (Base, (SMALL,))


@pytest.mark.parametrize("b", [13, 14])
def test_warnings_and_remarks_do_not_refuse(b):
    """Only problems of severity error keep an instance from existing."""
    assert attrs.asdict(Further(a=1, b=b)) == {"unread": None, "a": 1, "b": b, "c": 0}


def test_a_rule_that_needs_a_faulty_field_is_not_run():
    """A fault is reported once; rules that do not need the field run nevertheless."""
    found = problems(lambda: Base(a=9, b="x"))

    assert found == (wrong("$.b", "expected a whole number, got 'x'", "x"), SMALL)


def _careless(it):
    return [Problem("$", "refused", it.nothing)]


def _failing(it):
    raise ZeroDivisionError("a fault of the rule")


@pytest.mark.parametrize(
    ("rule", "error"), [(_careless, AttributeError), (_failing, ZeroDivisionError)]
)
def test_an_error_inside_a_rule_is_not_swallowed(rule, error):
    """A fault of a rule itself comes out as it is, with sound and with faulty fields."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        a: int = 0
        RULES = (rule,)

    for value in (1, "x"):
        with pytest.raises(error):
            Made(a=value)


def _builds_a_value(it):
    return [Money(comparator="exactly")]


def test_a_rule_that_builds_a_faulty_value_refuses():
    """What a rule raises as InvalidData stands at the instance, with its words and hint."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        a: int = 0
        RULES = (_builds_a_value,)

    assert problems(Made) == (
        Problem("$", "refused", "expected an amount with 'exactly'",
                hint="or comparator 'unquantified', when no number is given"),
    )  # fmt: skip


@pytest.mark.parametrize("when", [date(2018, 6, 25), "2018-06-25"])
def test_a_date_in_place_of_a_partial_date_is_refused_with_the_fix(when):
    """The hint is the value as it is written."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        on: PartialDate

    found = problems(lambda: Made(on=when))

    assert [(each.path, each.code, each.hint) for each in found] == [
        ("$.on", "wrong_type", "write PartialDate('2018-06-25')")
    ]


def test_attrs_validators_run_as_attrs_runs_them():
    """A validator of a user's own raises its own error from the constructor."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        a: int = attrs.field(validator=attrs.validators.ge(3))

    with pytest.raises(ValueError, match="'a' must be >= 3: 2") as exc:
        Made(a=2)

    assert not isinstance(exc.value, InvalidData)
    assert Made(a=3).a == 3


def test_a_validator_written_as_method_runs_too():
    """Both forms in which attrs takes validators work."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        a: int = attrs.field()

        @a.validator
        def _odd(self, attribute, value):
            if value % 2 == 0:
                raise ValueError(f"{attribute.name}: expected an odd number")

    with pytest.raises(ValueError, match="a: expected an odd number"):
        Made(a=2)


@pytest.mark.parametrize("make", [dict, FrozenMap, OrderedDict])
def test_a_mapping_is_frozen(make):
    """Whatever dict is given, the instance holds a FrozenMap that the caller cannot change."""
    given_map = make({"b": "2", "a": "1"})
    made = Every(notes=given_map)
    if not isinstance(given_map, FrozenMap):
        given_map["c"] = "3"

    assert (type(made.notes), list(made.notes.items())) == (FrozenMap, [("a", "1"), ("b", "2")])


def test_a_mapping_is_frozen_in_the_missing_of_a_record():
    """missing={} is the everyday form and gives a record that has a hash."""
    person = Person(id="p", names=(Name(text="Song"),), missing={"url": "not_stated"})

    assert (type(person.missing), hash(person) == hash(attrs.evolve(person))) == (FrozenMap, True)


def test_another_mapping_is_taken_or_refused_but_never_held():
    """A read-only view of a dict may change behind our back, so it is not held itself."""
    inner = {"a": "1"}
    held = []
    with contextlib.suppress(InvalidData):
        held.append(Every(notes=MappingProxyType(inner)).notes)
    inner["a"] = "2"

    assert held in ([], [FrozenMap({"a": "1"})])


@attrs.frozen(kw_only=True)
class Node(Value):
    """A value that holds values of its own class."""

    name: str
    children: tuple["Node", ...] = ()
    next: "Node | None" = None
    by_name: Mapping[str, "Node"] = FrozenMap()


def test_a_value_may_hold_values_of_its_own_class():
    """Recursive classes are checked at every level, by the constructor of each."""
    leaf = Node(name="leaf")
    tree = Node(name="root", children=(leaf, Node(name="n", next=leaf)), by_name={"x": leaf})

    assert (tree.children[1].next, tree.by_name["x"]) == (leaf, leaf)
    assert problems(lambda: Node(name="r", children=(leaf, "leaf"), by_name={"y": 3})) == (
        wrong("$.children[1]", "expected an instance of Node, got 'leaf'", "leaf",
              "write Node(name='leaf')"),
        wrong("$.by_name.y", "expected an instance of Node, got the number 3", 3),
    )


@attrs.frozen(kw_only=True)
class Swap(Agreement):
    """A kind of a user's own, with own enums, choices and values."""

    KIND: ClassVar[str] = "acme.swap"
    colour: Colour = Colour.RED
    side: Literal["buy", "sell"]
    legs: tuple[Leg, ...]
    marks: tuple[Grade, ...] = ()


def swap(**other):
    """Return a Swap."""
    given_values = {"id": "s", "side": "buy", "legs": (Leg(share=Decimal(1)),)}
    return Swap(**(given_values | other))


def test_own_enums_choices_and_values_stand_in_own_kinds():
    """They are checked as the library's own fields are."""
    made = swap(marks=(Grade.LOW,))

    assert (made.colour, made.side, made.marks, made.kind) == (
        Colour.RED, "buy", (Grade.LOW,), "acme.swap",
    )  # fmt: skip
    assert problems(lambda: swap(side="hold", legs=(Money.exactly(1, "EUR"),))) == (
        Problem("$.side", "unknown_code", "expected one of 'buy', 'sell', got 'hold'", "hold"),
        wrong("$.legs[0]", "expected an instance of Leg, got an instance of Money"),
    )


def test_a_subclass_does_not_stand_for_its_base_inside_a_value():
    """Reading could not tell which class was meant, so the class must be the one annotated."""

    @attrs.frozen(kw_only=True)
    class Holder(Value):
        it: Base

    assert problems(lambda: Holder(it=Further(a=1, b=2))) == (
        wrong("$.it", "expected an instance of Base, got an instance of Further"),
    )


THINGS = [
    swap(),
    swap(missing={"x-price": "undisclosed"}, extra=Json.of({"a": Decimal("1.5")})),
    Every(notes={"a": "b"}, colour=Colour.BLUE),
    Node(name="root", children=(Node(name="leaf"),)),
    Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
    PartialDate("2018-06"),
    Person(id="p", names=(Name(text="Song"),)),
]


@pytest.mark.parametrize("thing", THINGS, ids=lambda it: type(it).__name__)
@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it)), attrs.evolve],
    ids=["copy", "deepcopy", "pickle", "evolve"],
)
def test_copies_are_equal_and_have_the_same_hash(thing, again):
    """Records and values are equal when their parts are, whichever way they came to be."""
    made = again(thing)

    assert (type(made), made, hash(made), repr(made)) == (
        type(thing), thing, hash(thing), repr(thing),
    )  # fmt: skip


@pytest.mark.parametrize("thing", THINGS, ids=lambda it: type(it).__name__)
def test_nothing_can_be_set_or_deleted(thing):
    """Instances are frozen, and take no new attributes either."""
    name = attrs.fields(type(thing))[0].name
    with pytest.raises(AttributeError):
        setattr(thing, name, "other")
    with pytest.raises(AttributeError):
        delattr(thing, name)
    with pytest.raises(AttributeError):
        thing.something_new = 1

    assert thing == attrs.evolve(thing)


def test_a_changed_copy_is_checked():
    """attrs.evolve runs the constructor, and with it the check."""
    found = problems(lambda: attrs.evolve(Base(a=1, b=2), a=3))

    assert found == (Problem("$.b", "inconsistent", "expected b not below a", 2),)


def test_things_of_two_classes_are_never_equal():
    """A subclass is another class, and a record is equal to none with another id."""
    pairs = [
        (Base(a=1, b=2), Further(a=1, b=2)),
        (swap(), swap(id="t")),
        (Party(party="a"), Party(party="a", role="signer")),
    ]

    assert [one == other for one, other in pairs] == [False, False, False]


def test_what_a_reader_kept_is_part_of_equality_but_not_of_the_repr():
    """unread is a field like any other, only it is no part of the wire form."""
    unread = Unread((UnreadField("id", "new", Json.of(1)),))
    plain, kept = swap(), swap(unread=unread)

    assert (plain == kept, "unread" in repr(kept), dict(kept.unread)) == (False, False, {"new": 1})


@pytest.mark.parametrize("make", [swap, lambda **given: Name(text="Acme", **given)])
def test_what_a_reader_kept_has_its_own_type(make):
    """Whatever else stands there could not be written back."""
    with pytest.raises(InvalidData) as exc:
        make(unread=Json.of({"new": 1}))

    message = "expected what a reader kept, as Unread, got an instance of Json"
    assert exc.value.problems == (Problem("$.unread", "wrong_type", message),)


def test_the_check_is_compiled_once_a_class():
    """The first instance compiles the check; every class has one of its own."""
    Further(a=1, b=2)

    assert Further.__attrs_post_init__ is constructor_check(Further)
    assert constructor_check(Further) is not constructor_check(Base)


@pytest.mark.parametrize("cls", [Every, Swap, Node, Money, PartialDate, Agreement])
@given(data=st.data())
def test_the_careful_look_agrees_with_the_compiled_check(cls, data):
    """What the constructor takes, the careful look finds nothing wrong with."""
    made = data.draw(instances(cls))

    assert [each for each in examine(describe(cls), made) if each.severity == "error"] == []


def test_a_record_without_kind_cannot_be_made():
    """The base of records is no kind."""
    found = problems(lambda: Record(id="r"))

    assert [each.path for each in found] == ["$.Record"]
