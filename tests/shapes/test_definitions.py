"""Faulty definitions of classes: each is refused with a Problem that names class and field."""

import dataclasses
import enum
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal

import attrs
import pytest

from invnews.errors import InvalidData, Problem
from invnews.fields import (
    Form,
    Vocabulary,
    bounds,
    code,
    distinct,
    expected,
    form,
    refers_to,
    size,
)
from invnews.records import Agreement, Person, Record
from invnews.registry import BUILTIN
from invnews.shapes import Json, Nested, describe
from invnews.values import Money, Name, Value

GRADES = Vocabulary.of("acme.grade", "a grade", {"a": "Best."})
PLATE = Form.matching("plate", "a number plate", "[A-Z]{3}")


class Number(enum.Enum):
    """An Enum with a member that is no text."""

    ONE = 1


class Plain:
    """A class that is none of ours."""


def faults(make):
    """Return the problems of a class definition, or of describing what it makes."""
    with pytest.raises(InvalidData) as exc:
        describe(make())
    return exc.value.problems


def bad(path, message, hint=None):
    """Return the tuple of the one problem that a definition has."""
    return (Problem(path, "bad_definition", message, hint=hint),)


def made(annotation, field=attrs.NOTHING, *, name="it", **members):
    """Return a value class Made with one field of its own."""
    body = {"__annotations__": {name: annotation}, "__module__": __name__, **members}
    if field is not attrs.NOTHING:
        body[name] = field
    return attrs.frozen(kw_only=True)(type("Made", (Value,), body))


@pytest.mark.parametrize(
    ("annotation", "metadata", "message", "hint"),
    [
        (float, {}, "the annotation float has no wire form", "use Decimal"),
        (list[str], {}, "the annotation list has no wire form", "use tuple[…, ...]"),
        (list, {}, "the annotation list has no wire form", "use tuple[…, ...]"),
        (set[str], {}, "the annotation set has no wire form", "use tuple[…, ...]"),
        (dict[str, str], {}, "the annotation dict has no wire form", "use Mapping[str, …]"),
        (dict, {}, "the annotation dict has no wire form", "use Mapping[str, …]"),
        (bytes, {}, "the annotation bytes has no wire form", "use str"),
        (datetime, {}, "the annotation datetime has no wire form", "use PartialDate"),
        (date, {}, "the annotation date has no wire form", "use PartialDate"),
        (frozenset[str], {}, "the annotation frozenset has no wire form", "use tuple[…, ...]"),
        (Plain, {}, "the annotation Plain has no wire form", "use a Value of your own"),
        (Any, {}, "the annotation Any has no wire form", "use Json"),
        (object, {}, "the annotation object has no wire form", "use Json"),
        (tuple, {}, "the annotation tuple has no wire form", "use tuple[…, ...]"),
        (tuple[str, str], {}, "a tuple of fixed length",
         "use tuple[…, ...] or a Value of your own"),
        (tuple[str], {}, "a tuple of fixed length", "use tuple[…, ...] or a Value of your own"),
        (tuple[()], {}, "a tuple of fixed length", "use tuple[…, ...] or a Value of your own"),
        (tuple[tuple[str, ...], ...], {}, "the annotation tuple has no wire form",
         "use a Value of your own"),
        (tuple[str | None, ...], {}, "the annotation str | None has no wire form",
         "use a Value of your own"),
        (tuple[float, ...], {}, "the annotation float has no wire form", "use Decimal"),
        (Mapping[int, str], {}, "a mapping whose names are not texts", "use Mapping[str, …]"),
        (Mapping[str, float], {}, "the annotation float has no wire form", "use Decimal"),
        (Person, {}, "a record inside a record", "hold its id: str with refers_to(…)"),
        (tuple[Person, ...], {}, "a record inside a record",
         "hold its id: str with refers_to(…)"),
        (Money | Name, {}, "the annotation invnews.values.money.Money | "
         "invnews.values.name.Name has no wire form", "use a Value of your own"),
        (str | int | None, {}, "the annotation str | int | None has no wire form",
         "use a Value of your own"),
        (Number, {}, "the choice 1 is not a text", "give every member a text"),
        (Literal["a", 2], {}, "the choice 2 is not a text", "give every member a text"),
        (int, code(GRADES), "code() belongs to text", "annotate str"),
        (int, refers_to("person"), "refers_to() belongs to text", "annotate str"),
        (Money, form(PLATE), "form() belongs to text", "annotate str"),
        (str, code(GRADES) | refers_to("person"),
         "more than one of code(), refers_to(), form()", "keep one"),
        (str, form(PLATE) | code(GRADES), "more than one of code(), refers_to(), form()",
         "keep one"),
        (tuple[str, ...], form(PLATE) | refers_to(),
         "more than one of code(), refers_to(), form()", "keep one"),
        (str, {"invnews.code": {"a": "Best."}}, "code() takes a Vocabulary",
         "make one with Vocabulary.of(…)"),
        (str, {"invnews.form": "[A-Z]{3}"}, "form() takes a Form",
         "make one with Form.matching(…)"),
        (str, bounds(1), "bounds() belongs to numbers", "use size() for texts"),
        (tuple[str, ...], bounds(1), "bounds() belongs to numbers", "use size() for texts"),
    ],
)  # fmt: skip
def test_an_annotation_that_has_no_wire_form_is_refused(annotation, metadata, message, hint):
    """The problem names class and field, and says what to write instead."""
    found = faults(lambda: made(annotation, attrs.field(metadata=metadata)))

    assert found == bad("$.Made.it", message, hint)


@pytest.mark.parametrize(
    ("annotation", "metadata"),
    [
        (bool, bounds(1)),
        (Money, bounds(1)),
        (int, size(1)),
        (Money, size(1)),
        (str, distinct()),
        (str, form(PLATE) | size(2)),
    ],
)
def test_metadata_that_would_silently_not_work_is_refused(annotation, metadata):
    """What is said of a field and cannot hold for it is a fault of the definition."""
    found = faults(lambda: made(annotation, attrs.field(metadata=metadata)))

    assert [(each.path, each.code) for each in found] == [("$.Made.it", "bad_definition")]


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        (attrs.field(converter=str), "has a converter", "nothing is converted; use a validator"),
        (attrs.field(init=False, default="a"), "has init=False", "compute it in a property"),
        (attrs.field(alias="that"), "has an alias", "name the field as it is written"),
        (attrs.field(metadata=expected()), "is expected() but has no default",
         "give it None or ()"),
        (attrs.field(default=attrs.Factory(lambda self: "a", takes_self=True)),
         "has a default that depends on other fields", None),
    ],
)  # fmt: skip
def test_an_attribute_that_would_not_work_when_read_is_refused(field, message, hint):
    """What attrs does in the constructor alone is no part of a definition."""
    assert faults(lambda: made(str, field)) == bad("$.Made.it", message, hint)


@pytest.mark.parametrize(
    ("name", "expected_faults"),
    [
        ("kind", bad("$.Made.kind", "has a reserved name",
                     "choose one without leading underscore")),
        ("unread", bad("$.Made.unread", "has a reserved name",
                       "choose one without leading underscore")),
        ("_own", (*bad("$.Made._own", "has a reserved name",
                       "choose one without leading underscore"),
                  *bad("$.Made._own", "has an alias", "name the field as it is written"))),
    ],
)  # fmt: skip
def test_reserved_names_are_refused(name, expected_faults):
    """kind is the wire's, unread the reader's, and an underscore is an alias in attrs."""
    assert faults(lambda: made(str, name=name)) == expected_faults


def test_a_field_that_is_no_identifier_is_refused():
    """A class made by hand may name a field as Python cannot."""
    hidden = attrs.field(type=str, default="a", init=False, repr=False, eq=False)
    cls = attrs.make_class("Made", {"class": hidden}, bases=(Value,), frozen=True, slots=True)

    assert faults(lambda: cls) == (
        *bad("$.Made.class", "has init=False", "compute it in a property"),
        *bad("$.Made.class", "has a name that is no identifier"),
        *bad("$.Made.class", "is left out of equality", "leave eq= and hash= as they are"),
    )


def test_several_faults_of_one_field_are_all_listed():
    """Attribute and annotation are both looked at."""
    found = faults(lambda: made(float, attrs.field(converter=float, metadata=expected())))

    assert found == (
        *bad("$.Made.it", "has a converter", "nothing is converted; use a validator"),
        *bad("$.Made.it", "is expected() but has no default", "give it None or ()"),
        *bad("$.Made.it", "the annotation float has no wire form", "use Decimal"),
    )


def test_a_class_that_is_not_ours_is_refused():
    """Only what derives from Record or Value can be described."""
    found = [faults(lambda each=each: each) for each in (Plain, str, Problem)]
    message = "expected a class that derives from Record or Value"

    assert found == [bad("$.Plain", message), bad("$.str", message), bad("$.Problem", message)]


def test_a_class_without_attrs_is_refused():
    """A subclass needs the decorator of its own; that of its base is not enough."""

    class Bare(Value):
        a: str

    class Under(Money):
        a: str = "x"

    hint = "decorate it with @attrs.frozen(kw_only=True)"

    assert [faults(lambda: Bare), faults(lambda: Under)] == [
        bad("$.Bare", "expected an attrs class", hint),
        bad("$.Under", "expected an attrs class", hint),
    ]


THAW = "decorate it with @attrs.frozen(kw_only=True)"


@pytest.mark.parametrize("base", [Value, Record])
def test_a_class_that_is_only_defined_is_frozen_by_its_base(base):
    """attrs freezes what derives from a frozen class, with validators as without."""

    @attrs.define(kw_only=True)
    class Made(base):
        KIND: ClassVar[str] = "acme.made"
        a: str = attrs.field(validator=attrs.validators.instance_of(str))

    made = Made(a="x", **({"id": "r"} if base is Record else {}))

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.a = "y"
    assert made.a == "x"


def test_a_class_without_slots_is_refused():
    """The message promises slots, so a class with a __dict__ of its own is refused."""

    @attrs.frozen(kw_only=True, slots=False)
    class Open(Value):
        a: str

    assert faults(lambda: Open) == bad("$.Open", "expected a frozen class with slots", THAW)


@pytest.mark.parametrize("base", [Value, Record])
def test_a_class_without_equality_or_hash_is_refused(base):
    """Records and values are equal by all their fields, not by those of a base alone."""

    @attrs.frozen(kw_only=True, eq=False)
    class Lone(base):
        KIND: ClassVar[str] = "acme.lone"
        a: str

    hint = "leave eq= and hash= of @attrs.frozen as they are"

    assert faults(lambda: Lone) == bad(
        "$.Lone", "has no equality by its fields, or no hash", hint
    )


def test_annotations_of_a_function_are_resolved_by_attrs():
    """A class inside a function names what only the function knows; attrs.resolve_types helps."""

    @attrs.frozen(kw_only=True)
    class Inner(Value):
        a: str

    @attrs.frozen(kw_only=True)
    class Outer(Value):
        inner: "Inner"

    attrs.resolve_types(Outer, localns={"Inner": Inner})

    assert [each.shape for each in describe(Outer).fields] == [Nested(Inner)]


def test_a_post_init_of_its_own_is_refused():
    """What a hook of the constructor does would not happen when records are read."""

    @attrs.frozen(kw_only=True)
    class Hooked(Value):
        a: str

        def __attrs_post_init__(self):
            pass

    assert faults(lambda: Hooked) == bad(
        "$.Hooked", "has an __attrs_post_init__ of its own",
        "write rules in RULES: they run when records are read, too",
    )  # fmt: skip


KIND_HINT = 'write KIND: ClassVar[str] = "acme.bond_issue"'


def test_a_record_without_a_kind_of_its_own_is_refused():
    """A subclass may not go by the name of its base."""

    @attrs.frozen(kw_only=True)
    class Nameless(Record):
        a: str = "x"

    @attrs.frozen(kw_only=True)
    class Under(Agreement):
        a: str = "x"

    message = "has no KIND of its own, as text"

    assert [faults(lambda: Nameless), faults(lambda: Under), faults(lambda: Record)] == [
        bad("$.Nameless", message, KIND_HINT),
        bad("$.Under", message, KIND_HINT),
        bad("$.Record", message, KIND_HINT),
    ]


@pytest.mark.parametrize(
    "kind",
    ["", "Bond", "acme.Bond", "bond issue", "bond-issue", ".bond", "bond.", "1bond", "a..b",
     "a.b.c.d.e", "a" * 64, "bönd", 7, None, ("bond",)],
)  # fmt: skip
def test_a_kind_is_lower_case_words_joined_by_points(kind):
    """Other names are refused, and so is what is no text."""
    cls = attrs.frozen(kw_only=True)(type("Made", (Record,), {"KIND": kind}))

    message = "has no KIND of its own, as text"
    if isinstance(kind, str):
        message = f"has the KIND {kind!r}, expected 1 to 4 words of a-z 0-9 _ joined by dots"
    assert faults(lambda: cls) == bad("$.Made", message, KIND_HINT)


@pytest.mark.parametrize("kind", ["bond", "acme.bond_issue2", "a.b.c.d", "a" * 63])
def test_a_kind_may_have_four_parts_of_63_characters(kind):
    """These are the longest and oddest names that are taken."""
    cls = attrs.frozen(kw_only=True)(type("Made", (Record,), {"KIND": kind}))

    assert describe(cls).name == kind


@pytest.mark.parametrize("rules", [("a rule",), (None,), (print, 3)])
def test_rules_are_callable(rules):
    """What stands in RULES is called with the instance."""
    assert faults(lambda: made(str, RULES=rules)) == bad(
        "$.Made", "RULES holds something that cannot be called"
    )


@pytest.mark.parametrize("rules", [print, None, 5])
def test_rules_are_a_tuple(rules):
    """A rule that stands alone, or nothing, is a fault of the definition like any other."""
    found = faults(lambda: made(str, RULES=rules))

    assert [(each.path, each.code) for each in found] == [("$.Made", "bad_definition")]


def test_an_annotation_that_does_not_resolve_is_refused():
    """Annotations are read at run time, so their names must be there."""
    found = faults(lambda: made("Nowhere"))

    assert found == bad(
        "$.Made", "an annotation does not resolve: name 'Nowhere' is not defined",
        "import it at run time; inside a function call attrs.resolve_types(…, locals())",
    )  # fmt: skip


def test_a_field_without_annotation_is_refused():
    """What has no annotation has no wire form, and would be lost in writing."""

    @attrs.frozen(kw_only=True)
    class Made(Value):
        a = attrs.field(default="x")
        b = attrs.field(default="y", type=str)

    found = faults(lambda: Made)

    assert [(each.path, each.code) for each in found] == [("$.Made.a", "bad_definition")]


def test_faults_of_the_class_come_before_those_of_its_fields():
    """A class that is wrong as a whole is not looked into, but all that is wrong is listed."""

    @attrs.frozen(kw_only=True)
    class Wrong(Record):
        a: float = 1.5
        RULES = ("no",)

        def __attrs_post_init__(self):
            pass

    assert [each.message for each in faults(lambda: Wrong)] == [
        "has an __attrs_post_init__ of its own",
        "has no KIND of its own, as text",
        "RULES holds something that cannot be called",
    ]


@attrs.frozen(kw_only=True)
class FloatLoan(Record):
    """Two faulty fields."""

    KIND: ClassVar[str] = "acme.float_loan"
    rate: float = 0.5
    holders: list[str] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class Unnamed(Record):
    """No kind."""

    a: str = "x"


@attrs.frozen(kw_only=True)
class Sound(Record):
    """Nothing wrong."""

    KIND: ClassVar[str] = "acme.sound"
    a: Decimal | None = None


def test_a_registry_lists_the_faults_of_all_classes_at_once():
    """with_kinds gives every fault of every class, in the order given."""
    with pytest.raises(InvalidData) as exc:
        BUILTIN.with_kinds(FloatLoan, Sound, Unnamed)

    assert exc.value.problems == (
        *bad("$.FloatLoan.rate", "the annotation float has no wire form", "use Decimal"),
        *bad("$.FloatLoan.holders", "the annotation list has no wire form",
             "use tuple[…, ...]"),
        *bad("$.Unnamed", "has no KIND of its own, as text", KIND_HINT),
    )  # fmt: skip


def test_a_faulty_class_is_refused_at_its_first_instance():
    """Who forgets to register a class learns of its faults from the constructor."""
    cls = made(float)

    with pytest.raises(InvalidData) as exc:
        cls(it=1.0)

    assert exc.value.problems == bad(
        "$.Made.it", "the annotation float has no wire form", "use Decimal"
    )


@pytest.mark.parametrize(
    ("annotation", "field"),
    [
        (str | None, attrs.field(default=7)),
        (str, attrs.field(default=None)),
        (tuple[str, ...], attrs.field(factory=list)),
        (str, attrs.field(default="zz", metadata=code(GRADES))),
    ],
)
def test_a_default_that_the_field_does_not_take_is_refused(annotation, field):
    """A default stands for what is not written; reading must not give what is refused."""
    found = faults(lambda: made(annotation, field))

    assert [(each.path, each.code) for each in found] == [("$.Made.it", "bad_definition")]


@pytest.mark.parametrize(
    ("base", "own"),
    [
        ({"binding": (str | None, attrs.field(default=None))}, (str, attrs.field(default="x"))),
        ({"binding": (str | None, attrs.field(default=None))},
         (int | None, attrs.field(default=None))),
        ({"binding": (tuple[str, ...], attrs.field(default=()))}, (str, attrs.field(default="x"))),
    ],
)  # fmt: skip
def test_an_inherited_field_keeps_its_meaning(base, own):
    """Whoever reads a record as its base must not misread it: type and default stay."""
    annotations = {name: annotation for name, (annotation, _) in base.items()}
    fields = {name: field for name, (_, field) in base.items()}
    parent = attrs.frozen(kw_only=True)(
        type("Parent", (Value,), {"__annotations__": annotations, "__module__": __name__, **fields})
    )
    child = attrs.frozen(kw_only=True)(
        type("Child", (parent,), {"__annotations__": {"binding": own[0]}, "__module__": __name__,
                                  "binding": own[1]})
    )  # fmt: skip

    assert faults(lambda: child) == bad(
        "$.Child.binding", "differs from the field of its base in type or default",
        "give it another name; whoever reads the base would misread it",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        (attrs.field(factory=lambda: uuid.uuid4().hex), "has a default that changes",
         "a default is one value for ever"),
        (attrs.field(default="a", eq=False), "is left out of equality",
         "leave eq= and hash= as they are"),
    ],
)  # fmt: skip
def test_a_default_and_an_equality_hold_for_ever(field, message, hint):
    """A default is what is not written, so it never changes; every field counts in equality."""
    assert faults(lambda: made(str, field)) == bad("$.Made.it", message, hint)


def test_json_that_may_be_none_is_none_by_default():
    """On the wire null is JSON itself there, so only a default can stand for nothing said."""
    found = faults(lambda: made(Json | None, attrs.field(default=Json.of({}))))

    assert found == bad("$.Made.it", "may be None beside a default of its own",
                        "make None the default")  # fmt: skip


def test_marks_are_a_tuple_of_marks():
    """A mark that stands alone would be taken letter by letter."""
    hint = "write MARKS: ClassVar[tuple[str, ...]] = (actor(),)"

    assert faults(lambda: made(str, MARKS="@actor")) == bad(
        "$.Made", "MARKS holds something that is no mark", hint
    )
    assert faults(lambda: made(str, MARKS=("actor",))) == bad(
        "$.Made", "MARKS holds something that is no mark", hint
    )


def test_what_attrs_did_not_make_checks_nothing_and_is_refused():
    """A dataclass, or a class without decorator, would let everything pass."""

    @dataclasses.dataclass
    class Data(Value):
        a: int

    class Bare(Value):
        a: int

    hint = "decorate it with @attrs.frozen(kw_only=True)"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Data(a="oops")
    assert faults(lambda: Data) == bad("$.Data", "expected an attrs class", hint)
    assert faults(Bare) == bad("$.Bare", "expected an attrs class", hint)


@pytest.mark.parametrize(
    ("field", "annotation", "default"),
    [("evidence", str, "x"), ("missing", int, 0), ("notes", int | None, None), ("id", int, 0)],
)
def test_the_common_fields_mean_the_same_in_every_kind(field, annotation, default):
    """A kind that extends none of ours has the fields of every record as they are."""
    body = {"KIND": "acme.made", "__annotations__": {field: annotation},
            field: attrs.field(default=default)}  # fmt: skip
    made = attrs.frozen(kw_only=True)(type("Made", (Record,), body))
    hint = "give it another name; whoever reads the base would misread it"

    assert faults(lambda: made) == bad(
        f"$.Made.{field}", "differs from the field of its base in type or default", hint
    )


@pytest.mark.parametrize(
    ("metadata", "annotation", "message", "hint"),
    [
        (refers_to(Agreement), str, "refers_to() takes names of kinds",
         "write refers_to('agreement')"),
        (size(5, 1), str, "size() that nothing fits", "the least is first"),
        (bounds(5, 1), int, "bounds() that nothing fits", "the least is first"),
        (form(Form("f", "a word", lambda text: None, pattern="[")), str,
         "form() with a pattern that is none: unterminated character set at position 0",
         "mend the pattern"),
    ],
)  # fmt: skip
def test_metadata_that_nothing_could_fit_is_refused(metadata, annotation, message, hint):
    """What would only show when the first record is read shows when the class is described."""
    cls = made(annotation, attrs.field(metadata=metadata))

    assert faults(lambda: cls) == bad("$.Made.it", message, hint)


def wrong_rule(it):
    return ["it is wrong"]


def none_rule(it):
    return 5


@pytest.mark.parametrize(
    ("rule", "yields"), [(wrong_rule, "'it is wrong'"), (none_rule, "the number 5")]
)
def test_a_rule_that_yields_something_else_is_named(rule, yields):
    """The error says which rule of which class, and what to yield."""
    cls = made(str, RULES=(rule,))
    message = (
        f"the rule {rule.__name__} of Made yields {yields}; "
        "expected problems, or nothing at all: yield Problem(…)"
    )

    with pytest.raises(TypeError) as exc:
        cls(it="x")
    assert str(exc.value) == message


def test_an_error_of_a_rule_stands_alone():
    """One refusal is one error: nothing is chained to it."""
    with pytest.raises(InvalidData) as exc:
        Money(comparator="exactly")

    assert exc.value.__context__ is None
