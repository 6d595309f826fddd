"""
The canonical schema of kinds of one's own, with a field of every Shape.
"""

import enum
import json
import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews import (
    BUILTIN,
    Agreement,
    Form,
    Json,
    Problem,
    Record,
    Value,
    Vocabulary,
    actor,
    bounds,
    code,
    distinct,
    doc,
    dumps,
    expected,
    form,
    loads,
    read_lines,
    refers_to,
    size,
    subject,
    to_dict,
)
from invnews.errors import InvalidData
from invnews.schema import json_schema
from invnews.testing import instances

sys.path.append(str(Path(__file__).parent))
from canonical_judges import Validators, of_records, problems_of, verdicts
from canonical_mutants import CODES, ODD

RATING = Vocabulary.of("acme/rate 100%~ü", "a rating", {"aaa": "Lowest risk.", "d~": "In default."})
EMPTY = Vocabulary.of("acme.empty", "a mark", {})
PLATE = Form.matching("plate", "a plate such as AB-12", r"[A-Z]{2}-\d+", maximum=8)
OTHER_PLATE = Form.matching("plate", "a plate such as 12/AB", r"^\d+/\w+$", example="12/AB")
LINES = Form("lines", "lines without tabs", lambda text: "no tabs" if "\t" in text else None,
             pattern=r"[^\t]+")  # fmt: skip
ANYTHING = Form("anything", "anything but x", lambda text: "x" if text == "x" else None)
AHEAD = Form.matching("ahead", "a's before b", "(?=a)a*b")


class Seniority(enum.Enum):
    """How a bond ranks."""

    SENIOR = "senior"
    JUNIOR = "junior"


@attrs.frozen(kw_only=True)
class Person(Value):
    """A value whose name a kind has already."""

    text: str = "x"


@attrs.frozen(kw_only=True)
class Branch(Value):
    """A value that holds itself."""

    weight: Decimal = attrs.field(metadata=bounds(0, Decimal("1.5")))
    inner: "tuple[Branch, ...]" = attrs.field(default=(), metadata=distinct() | size(0, 3))
    note: Json | None = None


def _not_nine(instance: Any, attribute: Any, value: int) -> None:
    if value == 9:
        raise ValueError("nine is refused")


def _branches_or_person(it: "Thing") -> Iterable[Problem]:
    if it.branches and it.person is not None:
        yield Problem("$.person", "inconsistent", "expected branches or a person")


@attrs.frozen(kw_only=True)
class Thing(Record):
    """
    A kind with a field of every Shape.

    >>> 1 + 1
    2
    """

    KIND: ClassVar[str] = "acme.thing"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    must: str | None = attrs.field(metadata=doc("May be null, must be there.") | size(2, 4))
    plate: str | None = attrs.field(default=None, metadata=form(PLATE))
    other_plate: str | None = attrs.field(default=None, metadata=form(OTHER_PLATE))
    lines: str | None = attrs.field(default=None, metadata=form(LINES))
    anything: str | None = attrs.field(default=None, metadata=form(ANYTHING))
    ahead: str | None = attrs.field(default=None, metadata=form(AHEAD))
    rating: str | None = attrs.field(default=None, metadata=code(RATING) | expected())
    thing: str | None = attrs.field(default=None, metadata=refers_to("acme.thing", "agreement"))
    flag: bool = attrs.field(default=False, metadata=expected())
    whole: int = attrs.field(default=3, metadata=bounds(0, 9))
    free_whole: int | None = None
    number: Decimal = attrs.field(default=Decimal("1.50"), metadata=bounds(-1, Decimal("2.5")))
    seniority: Seniority = Seniority.SENIOR
    side: Literal["buy", "sell"] | None = None
    person: Person | None = None
    branch: Branch = Branch(weight=Decimal(1), note=Json.of({"a": [1]}))
    branches: tuple[Branch, ...] = attrs.field(default=(), metadata=distinct() | expected())
    numbers: tuple[Decimal, ...] | None = attrs.field(default=None, metadata=distinct())
    sides: tuple[Seniority, ...] = attrs.field(
        default=(Seniority.SENIOR,), metadata=distinct() | size(1)
    )
    named: Mapping[str, Decimal] = attrs.field(factory=dict)
    rated: Mapping[str, str] | None = attrs.field(default=None, metadata=code(RATING))
    free: Json = attrs.field(default=Json.of({"a": Decimal("0.1")}))
    frees: tuple[Json, ...] = attrs.field(default=(), metadata=distinct())
    free_named: Mapping[str, Json] = attrs.field(factory=dict)

    RULES: ClassVar[tuple[Any, ...]] = (_branches_or_person,)


@attrs.frozen(kw_only=True)
class Marked(Record):
    """A kind with a vocabulary of no codes but one's own, and with a validator."""

    KIND: ClassVar[str] = "acme.marked"
    mark: str = attrs.field(default="x-none", metadata=code(EMPTY))
    count: int = attrs.field(default=3, metadata=bounds(0, 9), validator=_not_nine)


@attrs.frozen(kw_only=True)
class SovereignLoan(Agreement):
    """A loan to a state."""

    KIND: ClassVar[str] = "acme.sovereign_loan"
    MIGRATIONS: ClassVar[tuple[Any, ...]] = (lambda data: data,)
    things: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("acme.thing"))


OURS = BUILTIN.with_kinds(Thing, SovereignLoan, Marked)
SCHEMA = json_schema(OURS)
DEFS = SCHEMA["$defs"]
RECORDS = Validators.of(of_records(OURS))
FILES = Validators.of(SCHEMA)
LINE = Validators.of({"$ref": "#/$defs/header", "$defs": DEFS})
THINGS = Validators.of({"$ref": "#/$defs/acme.thing", "$defs": DEFS})
THING: dict[str, Any] = {
    "kind": "acme.thing", "id": "t", "must": "abc", "rating": "aaa",
    "missing": {"branches": "not_stated"},
}  # fmt: skip


# Kinds of one's own. --------------------------------------------------------------------------


def test_a_kind_of_ones_own_has_a_schema():
    """Each Shape in its words; defaults as plain data; a name that is taken gets another one."""
    text = "#/$defs/shape:text"
    null = {"type": "null"}
    rated = {"$ref": "#/$defs/code:acme~1rate%20100%25~0%C3%BC"}
    decimal = {"$ref": "#/$defs/shape:decimal"}
    thing = DEFS["acme.thing"]

    assert {name: thing[name] for name in ("title", "description", "type", "required")} == {
        "title": "Thing", "description": "A kind with a field of every Shape.", "type": "object",
        "required": ["kind", "id", "must"],
    }  # fmt: skip
    assert {name: each for name, each in thing["properties"].items()
            if name in Thing.__annotations__} == {
        "must": {"description": "May be null, must be there.",
                 "anyOf": [{"$ref": text, "minLength": 2, "maxLength": 4}, null]},
        "plate": {"anyOf": [{"$ref": "#/$defs/form:plate"}, null]},
        "other_plate": {"anyOf": [{"$ref": "#/$defs/form:plate:2"}, null]},
        "lines": {"anyOf": [{"$ref": "#/$defs/form:lines"}, null]},
        "anything": {"anyOf": [{"$ref": "#/$defs/form:anything"}, null]},
        "ahead": {"anyOf": [{"$ref": "#/$defs/form:ahead"}, null]},
        "rating": {"anyOf": [rated, null]},
        "thing": {"anyOf": [{"$ref": "#/$defs/form:id", "x-refers-to":
                             ["agreement", "acme.thing", "acme.sovereign_loan"]}, null]},
        "flag": {"type": "boolean", "default": False},
        "whole": {"type": "integer", "minimum": 0, "maximum": 9, "default": 3},
        "free_whole": {"anyOf": [{"type": "integer", "minimum": 1 - 10**40,
                                  "maximum": 10**40 - 1}, null]},
        "number": {**decimal, "x-minimum": "-1", "x-maximum": "2.5", "default": "1.5"},
        "seniority": {"type": "string", "enum": ["senior", "junior"], "default": "senior"},
        "side": {"anyOf": [{"type": "string", "enum": ["buy", "sell"]}, null]},
        "person": {"anyOf": [{"$ref": "#/$defs/value:person"}, null]},
        "branch": {"$ref": "#/$defs/branch", "default": {"weight": "1", "note": {"a": [1]}}},
        "branches": {"type": "array", "items": {"$ref": "#/$defs/branch"}, "default": []},
        "numbers": {"anyOf": [{"type": "array", "items": decimal, "uniqueItems": True}, null]},
        "sides": {"type": "array", "items": {"type": "string", "enum": ["senior", "junior"]},
                  "minItems": 1, "uniqueItems": True, "default": ["senior"]},
        "named": {"type": "object", "propertyNames": {"$ref": text},
                  "additionalProperties": decimal, "default": {}},
        "rated": {"anyOf": [{"type": "object", "propertyNames": {"$ref": text},
                             "additionalProperties": rated}, null]},
        "free": {},
        "frees": {"type": "array", "items": {}, "default": []},
        "free_named": {"type": "object", "propertyNames": {"$ref": text},
                       "additionalProperties": {}, "default": {}},
    }  # fmt: skip


def test_shared_definitions_say_what_they_are():
    """A vocabulary lists its codes and what they mean; a form its pattern, as far as it has one."""
    private = {"$ref": "#/$defs/shape:private_code"}
    text = {"$ref": "#/$defs/shape:text"}

    assert DEFS[RATING.name.replace("acme/", "code:acme/")] == {
        "title": RATING.name, "description": "A rating, or one that begins with x-.",
        "anyOf": [{"type": "string", "enum": ["aaa", "d~"],
                   "enumDescriptions": ["Lowest risk.", "In default."]}, private],
    }  # fmt: skip
    assert DEFS["code:acme.empty"]["anyOf"] == [private]
    assert DEFS["acme.marked"]["properties"]["mark"] == {
        "$ref": "#/$defs/code:acme.empty", "default": "x-none",
    }  # fmt: skip
    assert DEFS["form:plate"] == {
        "title": "plate", "description": "A plate such as AB-12.", **text,
        "pattern": "^(?:[A-Z]{2}-[0-9]+)$", "not": {"pattern": r"\n"},
    }  # fmt: skip
    assert DEFS["form:plate:2"] == {
        "title": "plate", "description": "A plate such as 12/AB.", **text,
        "pattern": "^(?:[0-9]+/[A-Za-z0-9_]+)$", "not": {"pattern": r"\n"}, "examples": ["12/AB"],
    }  # fmt: skip
    assert DEFS["form:lines"]["pattern"] == r"^(?:[^\t]+)$"
    assert "not" not in DEFS["form:lines"]
    assert [name for name in ("form:anything", "form:ahead") if "pattern" in DEFS[name]] == []


def test_what_a_kind_extends_and_its_version_stand_in_the_header():
    """Kinds of one's own alone, as the writer names them; a version beyond the first must be said."""
    assert SCHEMA["properties"]["kinds"]["properties"] == {
        "acme.thing": {
            "type": "object",
            "properties": {"extends": {"const": None}, "version": {"const": 1}},
            "additionalProperties": False,
        },
        "acme.marked": {
            "type": "object",
            "properties": {"extends": {"const": None}, "version": {"const": 1}},
            "additionalProperties": False,
        },
        "acme.sovereign_loan": {
            "type": "object",
            "properties": {"extends": {"const": "agreement"}, "version": {"const": 2}},
            "required": ["extends", "version"],
            "additionalProperties": False,
        },
    }
    assert DEFS["acme.sovereign_loan"]["x-extends"] == "agreement"
    assert list(DEFS["acme.sovereign_loan"]["properties"]) == [
        *(name for name in DEFS["agreement"]["properties"] if name not in COMMON), "things", *COMMON,
    ]  # fmt: skip


COMMON = ["evidence", "attribution", "missing", "recorded", "notes", "extra"]


@given(st.one_of(instances(Thing), instances(SovereignLoan)))
def test_records_of_ones_own_are_accepted(record):
    """What the writer makes of a kind of one's own, its schema takes."""
    assert RECORDS.accept(to_dict(record, registry=OURS))


def test_what_a_validator_refuses_the_schema_does_not_know():
    """Validators of one's own run when records are read; they are listed with the rules."""
    marked = {"kind": "acme.marked", "id": "m", "mark": "x-own"}

    assert verdicts({**marked, "count": 8}, RECORDS, OURS) == (True, [])
    assert verdicts({**marked, "count": 9}, RECORDS, OURS) == (True, ["rules"])
    assert verdicts({**marked, "count": 10}, RECORDS, OURS) == (False, [])
    assert verdicts({**marked, "mark": "own"}, RECORDS, OURS) == (False, [])


HEADERS: list[tuple[Any, bool]] = [
    ({}, True),
    ({"acme.thing": {}}, True),
    ({"acme.thing": {"version": 1}}, True),
    ({"acme.thing": {"extends": None, "version": 1}}, True),
    ({"acme.thing": {"version": 2}}, False),
    ({"acme.thing": {"version": 0}}, False),
    ({"acme.thing": {"version": "1"}}, False),
    ({"acme.thing": {"extends": "agreement"}}, False),
    ({"acme.thing": {"colour": 1}}, False),
    ({"acme.thing": None}, False),
    ({"acme.bond": {}}, False),
    ({"agreement": {}}, False),
    ({"acme.sovereign_loan": {"extends": "agreement", "version": 2}}, True),
    ({"acme.sovereign_loan": {"version": 2}}, False),
    ({"acme.sovereign_loan": {"extends": "programme", "version": 2}}, False),
    ({"acme.sovereign_loan": {"extends": "agreement", "version": 3}}, False),
]


@pytest.mark.parametrize(("kinds", "accepted"), HEADERS)
def test_what_a_header_says_of_kinds_is_judged_alike(kinds, accepted):
    """In a file and on the first line, by the schema and by the reader."""
    header = {"format": "invnews", "version": 1, "kinds": kinds}
    whole = json.dumps({**header, "records": []})
    judged = [FILES.accept(json.loads(whole)), LINE.accept(header)]
    for read in (lambda: loads(whole, registry=OURS),
                 lambda: list(read_lines([json.dumps(header)], registry=OURS))):  # fmt: skip
        try:
            read()
            judged.append(True)
        except InvalidData:
            judged.append(False)

    assert judged == [accepted] * 4


def test_an_older_file_is_upgraded_before_it_is_validated():
    """The schema is that of today's versions; the reader migrates what is older."""
    kinds = {"acme.sovereign_loan": {"extends": "agreement", "version": 1}}
    file = {"format": "invnews", "version": 1, "kinds": kinds,
            "records": [{"kind": "acme.sovereign_loan", "id": "s"}]}  # fmt: skip
    today = dumps(loads(json.dumps(file), registry=OURS), registry=OURS)

    assert not FILES.accept(file)
    assert FILES.accept(json.loads(today))


def own_faults() -> list[tuple[str, dict[str, Any]]]:
    """Return the record with each of its fields made odd, in each way."""
    inner = [{"weight": each} for each in ODD] + [
        {"weight": "1", "inner": [{"weight": "1"}, {"weight": other}]} for other in ("1", "1.0", "2")
    ]  # fmt: skip
    more = ["AB-12", "AB-12\n", "AB-123456", "ab-1", "12/x\n", "12/x", "l1\nl2", "l\t", "a", "aab",
            "aaa", "d~", "buy", "senior", 9, 10, ["1", "1.0"], ["1", "1"], [1, 1], [1, True],
            [{"a": 1, "b": 2}, {"b": 2, "a": 1}], ["senior", "senior"], ["junior", "senior"], {"k": "1"}, {"k": "aaa"},
            {"k": "2.6"}, {"k": None}, "2.6", "-1.0", "-1.1", "abcd", "abcde", *inner,
            [{"weight": "1"}, {"weight": "1.0"}], [{"weight": "1"}, {"weight": "1"}],
            [{"weight": "1", "note": {"a": 1, "b": 2}}, {"weight": "1", "note": {"b": 2, "a": 1}}],
            {"weight": "1", "colour": 1}, {"weight": "1", "inner": [{"weight": "1"}] * 4}]  # fmt: skip
    return [
        (name, {**THING, name: value})
        for name in Thing.__annotations__
        if name not in ("KIND", "MARKS", "RULES")
        for value in [*ODD, *CODES[:4], *more]
    ]


def test_odd_records_of_ones_own_are_judged_alike():
    """Each Shape, each odd value: both validators and the reader agree, but for the classes."""
    classes, accepted = set(), set()
    for name, data in own_faults():
        passed, found = verdicts(data, THINGS, OURS)
        classes |= set(found)
        accepted |= {name} if passed and not found else set()

    assert accepted == set(Thing.__annotations__) - {"KIND", "MARKS", "RULES"}
    assert classes == {"forms", "bounds of decimals", "equal items", "whole numbers", "limits"}


@pytest.mark.parametrize(
    ("change", "accepted"),
    [
        ({}, True),
        ({"missing": {}}, False),
        ({"rating": None}, False),
        ({"rating": None, "missing": {"rating": "unknown", "branches": "unknown"}}, True),
        ({"missing": {"rating": "unknown", "branches": "unknown"}}, False),
        ({"branches": [{"weight": "1"}]}, False),
        ({"branches": [{"weight": "1"}], "missing": {}}, True),
        ({"branches": [], "missing": {}}, False),
    ],
)
def test_what_is_expected_is_set_or_missing(change, accepted):
    """The schema says what the reader says of `expected()`; what has a default is always set."""
    data = {**THING, **change}

    assert (RECORDS.accept(data), not problems_of(data, OURS)) == (accepted, accepted)
