"""
The llm schema: what every provider takes, and the form of each Shape.
"""

import enum
import itertools
import re
from decimal import Decimal
from pathlib import Path
from typing import Literal

import attrs
import pytest

from invnews import (
    BUILTIN,
    Evidence,
    Form,
    InvalidData,
    Json,
    Record,
    UnknownKind,
    Value,
    Vocabulary,
    bounds,
    code,
    doc,
    form,
    refers_to,
    size,
)
from invnews.schema import json_schema
from invnews.schema.budget import budget
from invnews.schema.llm import llm_schema
from invnews.schema.llm_form import LONGEST_ENUM, Loss, llm_fields, llm_losses
from invnews.schema.llm_pattern import code_pattern, portable

from .llm_forms import SIXES, answer

FORBIDDEN = {
    "oneOf", "anyOf", "allOf", "not", "if", "then", "else", "const", "default", "format",
    "uniqueItems", "contains", "dependentRequired", "dependentSchemas", "patternProperties",
    "propertyNames", "unevaluatedProperties", "minLength", "maxLength", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "maxItems", "prefixItems", "$schema",
}  # fmt: skip


def nodes(schema):
    """Yield every schema inside a schema, itself included."""
    yield schema
    for each in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()):
        yield from nodes(each)
    if "items" in schema:
        yield from nodes(schema["items"])


def breaches(schema):
    """Return what in a schema breaks the strict common subset, written out by hand."""
    found = []
    for node in nodes(schema):
        if FORBIDDEN & set(node):
            found.append(f"forbidden: {FORBIDDEN & set(node)}")
        if "$ref" in node and set(node) != {"$ref"}:
            found.append("a sibling of $ref")
        if "$ref" not in node and not isinstance(node.get("type"), str):
            found.append("a type that is not one text")
        if node.get("type") == "object" and (
            node.get("additionalProperties") is not False
            or list(node.get("properties", {})) != node.get("required")
        ):
            found.append("an object that is open, or a property that is optional")
        if node.get("minItems", 1) != 1:
            found.append("minItems above 1")
        pattern = node.get("pattern")
        if pattern is not None:
            whole = pattern.startswith("^(") and pattern.endswith((")$", ")?$"))
            odd = re.search(r"\(\?|\\[a-zA-Z0-9]|\[\^|[^ -~]", pattern)
            if not whole or odd:
                found.append(f"pattern {pattern}")
            re.compile(pattern)
    return found


@pytest.mark.parametrize(
    "kinds", [*((kind.name,) for kind in BUILTIN), *SIXES, tuple(BUILTIN.kinds)],
    ids=lambda kinds: f"{kinds[0]}+{len(kinds) - 1}",
)  # fmt: skip
def test_schemas_keep_to_the_common_subset(kinds):
    """No forbidden keyword, nothing optional, nothing open, anchored ASCII patterns."""
    schema = llm_schema(kinds=kinds)

    assert breaches(schema) == []
    assert list(schema["properties"]) == [name for name in BUILTIN.kinds if name in kinds]


def test_every_choice_of_up_to_six_kinds_is_within_the_stated_limits():
    """Enum values are what can run out: counted for all choices, six of the largest built."""
    enums = {}
    for kind in BUILTIN:
        spent = llm_schema(kinds=[kind.name])["$defs"]
        enums[kind.name] = {name: len(each["enum"]) for name, each in spent.items() if "enum" in each}
    most = (0, ())
    for kinds in itertools.combinations(BUILTIN.kinds, 6):
        shared = {name: each for kind in kinds for name, each in enums[kind].items()}
        most = max(most, (sum(shared.values()), kinds))
    spent = budget(llm_schema(kinds=most[1]))

    assert (spent.enum_values, spent.fits(), most[0] <= 1_000) == (most[0], True, True)


def test_the_profile_of_json_schema_is_the_llm_schema():
    """json_schema(profile='llm') gives the same schema for the same kinds."""
    assert json_schema(kinds=["person"], profile="llm") == llm_schema(kinds=["person"])
    assert json_schema(profile="llm") == llm_schema()


def test_a_record_has_its_fields_in_order_and_no_kind():
    """id first, own fields, evidence, attribution, missing; nothing of the recorder."""
    person = llm_schema(kinds=["person"])["properties"]["person"]["items"]

    assert list(person["properties"]) == [
        "id", "names", "countries", "identifiers", "url", "description",
        "evidence", "attribution", "missing",
    ]  # fmt: skip


def test_evidence_quotes_and_has_no_offsets():
    """A model gives words and never counts characters; so do segments."""
    assert [each.name for each in llm_fields(Evidence)] == ["quote", "before", "supports", "basis"]
    segment = llm_schema(kinds=["document"])["$defs"]["segment"]
    assert list(segment["properties"]) == ["begins", "ends", "type"]


def test_without_descriptions_the_schema_is_the_same_otherwise():
    """descriptions=False takes away every description and nothing else."""

    def bare(node):
        return {key: {n: bare(e) for n, e in each.items()} if key in ("properties", "$defs")
                else bare(each) if key == "items" else each
                for key, each in node.items() if key != "description"}  # fmt: skip

    assert llm_schema(descriptions=False) == bare(llm_schema())


def test_without_empty_codes_no_enum_holds_an_empty_text():
    """What Gemini refuses in function declarations: "" among values; a pattern says the same."""
    schema, other = llm_schema(empty_codes=False), llm_schema()
    spent = budget(schema)
    stage = schema["$defs"]["code-stage-or-empty"]

    assert breaches(schema) == []
    assert (spent.empty_enum_values, budget(other).empty_enum_values > 30, spent.fits()) == (0, True, True)
    assert stage["description"].startswith("One of estimated, requested,")
    for word in ("", "pledged", "pledge"):
        in_enum = word in other["$defs"]["code-stage-or-empty"]["enum"]
        assert bool(re.match(stage["pattern"], word)) == in_enum
    assert not any("" in each.get("enum", ()) for each in nodes(schema))
    own = llm_schema(OWN, ["acme.bond_issue"], empty_codes=False)["properties"]["acme.bond_issue"]
    assert own["items"]["properties"]["grade"] == {
        "type": "string", "description": 'How good it is. One of good, bad; or "".',
        "pattern": "^(good|bad)?$",
    }  # fmt: skip


def test_long_vocabularies_become_patterns_that_all_their_codes_match():
    """Countries, subdivisions and currencies; private codes match, too, words do not."""
    checked = []
    for vocabulary in BUILTIN.vocabularies.values():
        if len(vocabulary.terms) > LONGEST_ENUM:
            match = re.compile(f"({code_pattern(vocabulary)})").fullmatch
            checked.append(vocabulary.name)
            assert all(match(each) for each in (*vocabulary.terms, "x-own"))
            assert not match("euro")
            assert not match("")

    assert sorted(checked) == ["country", "currency", "subdivision"]


def test_patterns_of_forms_match_what_their_forms_take():
    """A loosened pattern takes every example of its form, and none of them stands alone."""
    schema = llm_schema()
    patterns = {each["pattern"] for each in nodes(schema) if "pattern" in each}
    dates = re.compile(next(each for each in patterns if "~" in each and "X" in each))

    assert all(dates.match(each) for each in ("", "2018", "2018-06-25", "../2026", "2004-06-XX", "2017~"))
    assert not dates.match("June 25, 2018")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[a-z]{1,64}", "[a-z]+"), ("[a-z]{0,64}", "[a-z]*"), ("[a-z]{2,64}", "[a-z]{2,}"),
        ("[a-z]{2,4}", "[a-z]{2,4}"), ("[0-9a-f]{64}", "[0-9a-f]{64}"),
        (r"\d+", None), (".*", None), ("[^a]", None), ("(?=a)b", None), (r"\p{L}", None),
        ("é", None), ('"', None), (r"a\.b", r"a\.b"), ("a$", None), ("[.]x", "[.]x"),
    ],
)  # fmt: skip
def test_portable_patterns(pattern, expected):
    """What decoders read in different ways is not carried over; large counts are loosened."""
    assert portable(pattern) == expected


RATING = Vocabulary.of("acme.rating", "a rating", {"aaa": "Lowest risk.", "bb": "Some risk."})
TICKER = Form.matching("ticker", "a ticker", r"[A-Z]{1,5}", example="HAFN")


class Grade(enum.Enum):
    """A grade of one's own."""

    GOOD = "good"
    BAD = "bad"


@attrs.frozen(kw_only=True)
class Coupon(Value):
    """What a bond pays."""

    rate: Decimal = attrs.field(metadata=doc("In percent.") | bounds(0, 100))
    floating: bool | None = attrs.field(default=None, metadata=doc("Whether it floats."))


@attrs.frozen(kw_only=True)
class Node(Value):
    """A value inside itself."""

    name: str = attrs.field(metadata=doc("Its name."))
    inner: "tuple[Node, ...]" = attrs.field(default=(), metadata=doc("What is in it."))


attrs.resolve_types(Node, {"Node": Node, "tuple": tuple})


@attrs.frozen(kw_only=True)
class Loop(Value):
    """A value that must hold itself."""

    inner: "tuple[Loop, ...]" = attrs.field(metadata=doc("What is in it."))


attrs.resolve_types(Loop, {"Loop": Loop, "tuple": tuple})


@attrs.frozen(kw_only=True)
class BondIssue(Record):
    """A bond that is issued."""

    KIND = "acme.bond_issue"

    issuer: str = attrs.field(metadata=doc("Who issues it.") | refers_to("organisation"))
    coupon: Coupon = attrs.field(metadata=doc("What it pays."))
    step_up: Coupon | None = attrs.field(default=None, metadata=doc("What it pays later."))
    rating: str | None = attrs.field(default=None, metadata=doc("How it is rated.") | code(RATING))
    grade: Grade | None = attrs.field(default=None, metadata=doc("How good it is."))
    side: Literal["buy", "sell"] = attrs.field(default="buy", metadata=doc("Which side."))
    ticker: str | None = attrs.field(default=None, metadata=doc("As traded.") | form(TICKER))
    lots: int | None = attrs.field(default=None, metadata=doc("How many.") | bounds(1))
    pieces: int = attrs.field(default=1, metadata=doc("How many pieces."))
    tags: tuple[str, ...] | None = attrs.field(default=None, metadata=doc("Tags.") | size(0, 3))
    tree: Node | None = attrs.field(default=None, metadata=doc("How it is nested."))
    model: Json | None = attrs.field(default=None, metadata=doc("Anything."))


@attrs.frozen(kw_only=True)
class Opaque(Record):
    """A kind whose required field has no form."""

    KIND = "acme.opaque"
    data: Loop = attrs.field(metadata=doc("A value that must hold itself."))


OWN = BUILTIN.with_kinds(BondIssue, Opaque)


def test_an_own_kind_has_its_schema_without_a_line_more():
    """Every Shape has its form; what has none is left out."""
    schema = llm_schema(OWN, ["acme.bond_issue"], descriptions=False)
    properties = schema["properties"]["acme.bond_issue"]["items"]["properties"]

    assert breaches(schema) == []
    assert {name: properties[name] for name in list(properties)[:-3]} == {
        "id": {"type": "string", "pattern": "^([A-Za-z0-9._:/-]+)$"},
        "issuer": {"type": "string", "pattern": "^([A-Za-z0-9._:/-]+)$"},
        "coupon": {"$ref": "#/$defs/coupon"},
        "step_up": {"type": "array", "items": {"$ref": "#/$defs/coupon"}},
        "rating": {"$ref": "#/$defs/code-acme.rating-or-empty"},
        "grade": {"type": "string", "enum": ["good", "bad", ""]},
        "side": {"type": "string", "enum": ["buy", "sell"]},
        "ticker": {"type": "string", "pattern": "^([A-Z]+)?$"},
        "lots": {"type": "string", "pattern": "^(-?(0|[1-9][0-9]*))?$"},
        "pieces": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "tree": {"type": "array", "items": {"$ref": "#/$defs/node"}},
        "model": {"type": "string"},
    }
    assert schema["$defs"]["coupon"]["properties"] == {
        "rate": {"type": "string", "pattern": "^(-?(0|[1-9][0-9]*)([.][0-9]+)?)$"},
        "floating": {"$ref": "#/$defs/flag"},
    }
    assert schema["$defs"]["code-acme.rating-or-empty"]["enum"] == ["aaa", "bb", ""]
    assert list(schema["$defs"]["node"]["properties"]) == ["name"]


def test_descriptions_say_what_the_schema_cannot():
    """Meaning, form, bounds, sizes and the kinds a reference may name; codes above their object."""
    bond = llm_schema(OWN, ["acme.bond_issue"])["properties"]["acme.bond_issue"]["items"]
    said = {name: each.get("description") for name, each in bond["properties"].items()}

    assert said["issuer"] == "Who issues it. Id of organisation."
    assert said["ticker"] == "As traded. Takes a ticker, such as HAFN."
    assert (said["lots"], said["tags"]) == ("How many. At least 1.", "Tags. At most 3.")
    assert said["step_up"] == "What it pays later. 0 or 1."
    assert bond["description"].splitlines()[1:3] == ["coupon: What it pays.", "rating: How it is rated."]


def test_losses_are_computed_from_the_registry():
    """Everything that records of an own kind may hold and the form cannot, with the reason."""
    found = {each.path: each.reason for each in llm_losses(OWN, ["acme.bond_issue"])}

    assert {name: found[name] for name in found if "acme" in name or "node" in name} == {
        "x-… of acme.rating": "the schema lists the codes",
        "acme.bond_issue.tags": "an empty list cannot be told from none",
        "node.inner": "a value inside itself",
    }
    assert {"record.notes", "record.extra", "record.recorded", "evidence.start", "(dataset)"} < set(found)
    assert "acme.opaque" in {each.path for each in llm_losses(OWN)}


def test_a_kind_without_a_form_is_refused_when_named_and_else_left_out():
    """A required field that cannot be asked for leaves nothing to ask for."""
    with pytest.raises(InvalidData) as caught:
        llm_schema(OWN, ["acme.opaque"])

    assert [(each.path, each.code) for each in caught.value.problems] == [
        ('$["acme.opaque"]', "not_carried")
    ]
    assert "acme.opaque" not in llm_schema(OWN)["properties"]


def test_no_kind_and_an_unknown_kind_are_refused():
    """What is asked for must be there."""
    with pytest.raises(InvalidData):
        llm_schema(kinds=[])
    with pytest.raises(UnknownKind):
        llm_schema(kinds=["bond"])


def test_the_page_lists_the_losses_of_the_built_in_kinds():
    """docs/reference/llm-form.md names every loss; codes of enumerated vocabularies together."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "llm-form.md").read_text("utf-8")
    missing = [
        each.path
        for each in llm_losses()
        if f"`{each.path}`" not in page and not each.path.startswith("x-… of ")
    ]

    assert missing == []
    assert isinstance(llm_losses()[0], Loss)


@pytest.mark.parametrize("kind", tuple(BUILTIN.kinds))
def test_golden_records_have_every_field_of_the_schema(kind):
    """An answer made of a record has the properties of the schema, in their order."""
    schema = llm_schema(kinds=[kind])
    record = answer((kind,))[kind][0]

    assert list(record) == schema["properties"][kind]["items"]["required"]
