"""
The budget of a schema, and the limits of providers.
"""

from pathlib import Path

import pytest

from invnews import BUILTIN, InvalidData
from invnews.schema import json_schema
from invnews.schema.budget import budget, provider_rules, split_kinds
from invnews.schema.llm import llm_schema

from .llm_forms import SIXES

SCHEMA = {
    "type": "object",
    "description": "ß",
    "properties": {
        "a": {"type": "string", "enum": ["x", "yy", ""]},
        "list": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/deep"}},
        "union": {"anyOf": [{"type": "string", "pattern": "^a$"}, {"type": ["null", "string"]}]},
        "enum": {"$ref": "#/$defs/deep", "title": "beside"},
    },
    "required": ["a", "list", "union"],
    "additionalProperties": False,
    "$defs": {
        "deep": {"type": "object", "properties": {"k": {"const": "abc"}, "m": {"type": "array", "items": {"type": "array"}}}},
    },
}  # fmt: skip


def test_every_measure_of_a_small_schema():
    """Counted by hand: names of properties are no keywords, references are followed."""
    spent = budget(SCHEMA)

    assert spent.bytes_without_descriptions == spent.bytes - len('"description":"ß",'.encode())
    assert {name: getattr(spent, name) for name in (
        "properties", "properties_expanded", "unions", "optionals", "open_objects", "enums",
        "enum_values", "empty_enum_values", "longest_enum", "long_enum_characters", "characters", "depth",
        "depth_of_objects", "patterns", "references", "ref_siblings", "recursions",
        "min_items_above_one",
    )} == {
        "properties": 6, "properties_expanded": 8, "unions": 2, "optionals": 3, "open_objects": 1,
        "enums": 1, "enum_values": 3, "empty_enum_values": 1, "longest_enum": 3, "long_enum_characters": 0,
        "characters": len("a" "list" "union" "enum" "k" "m" "deep" "x" "yy" "abc"), "depth": 5,
        "depth_of_objects": 2, "patterns": 1, "references": 2, "ref_siblings": 1, "recursions": 0,
        "min_items_above_one": 1,
    }  # fmt: skip
    assert spent.keywords == (
        "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "items",
        "minItems", "pattern", "properties", "required", "title", "type",
    )  # fmt: skip


def test_a_definition_inside_itself_is_counted_and_entered_once():
    """Recursion ends the walk, and is reported."""
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"}}}
    spent = budget({"$ref": "#/$defs/node", "$defs": {"node": node}})

    assert (spent.recursions, spent.properties_expanded, spent.depth) == (1, 1, 1)


def test_broken_rules_are_named_with_limit_date_and_source():
    """Each rule is held against the schema; a limit that is not documented is never judged."""
    broken = {(each.rule.provider, each.rule.measure): each for each in budget(SCHEMA).against()
              if each.ok is False}  # fmt: skip

    assert set(broken) == {
        ("openai", "optionals"), ("openai", "open_objects"), ("openai", "ref_siblings"),
        ("anthropic", "open_objects"), ("anthropic", "min_items_above_one"),
        ("gemini", "ref_siblings"), ("gemini", "keywords"),
    }  # fmt: skip
    assert broken["gemini", "keywords"].found == ("const",)
    unjudged = {(each.rule.provider, each.rule.measure) for each in budget(SCHEMA).against() if each.ok is None}
    assert unjudged == {("anthropic", "bytes"), ("gemini", "patterns"), ("gemini", "bytes"),
                        ("gemini", "empty_enum_values")}  # fmt: skip


def test_every_rule_names_a_measure_its_source_and_date():
    """The data file is whole: known measures, whole numbers, a source and a date in each row."""
    spent = budget(SCHEMA)

    assert len(provider_rules()) > 15
    for rule in provider_rules():
        assert hasattr(spent, rule.measure)
        assert rule.source
        assert len(rule.date) == 7
        assert rule.measure == "keywords" or rule.limit == "" or rule.limit.isdigit()
    assert {rule.provider for rule in provider_rules()} == {"openai", "anthropic", "gemini"}


def test_rules_of_one_provider_alone():
    """against() takes names; an unknown one is refused with the nearest."""
    assert {each.rule.provider for each in budget(SCHEMA).against(["gemini"])} == {"gemini"}
    assert not budget(SCHEMA).fits()
    assert budget(llm_schema(kinds=["person"])).fits()
    with pytest.raises(InvalidData) as caught:
        budget(SCHEMA).against(["openia"])
    assert [(each.code, each.hint) for each in caught.value.problems] == [
        ("unknown_code", "did you mean 'openai'?")
    ]


def test_the_whole_is_over_one_limit_alone_and_splits_into_two_calls():
    """All kinds have more than 1,000 enum values; two calls hold every kind once."""
    over = [each.rule.measure for each in budget(llm_schema()).against() if each.ok is False]
    calls = split_kinds()

    assert (over, len(calls)) == (["enum_values"], 2)
    assert sorted(name for call in calls for name in call) == sorted(BUILTIN.kinds)
    assert all(budget(llm_schema(kinds=call)).fits() for call in calls)


def test_one_call_is_enough_for_few_kinds():
    """What fits is not split, in whatever order it is named."""
    assert split_kinds(kinds=["person", "organisation"]) == (("organisation", "person"),)


def test_the_canonical_schema_can_be_measured():
    """It is not made for providers; the budget says so."""
    spent = budget(json_schema(kinds=["person"]))

    assert spent.bytes > 1_000
    assert not spent.fits()


def test_the_sizes_on_the_page_are_about_what_they_are():
    """docs/reference/llm-form.md gives sizes; more than a tenth off, and they must be renewed."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "llm-form.md").read_text("utf-8")
    rows = {
        "smallest kind, `judgement`": ["judgement"], "largest kind, `agreement`": ["agreement"],
        "six typical kinds": SIXES[3], "the six kinds with the most codes": SIXES[4],
        "all 18 kinds": list(BUILTIN.kinds),
    }  # fmt: skip
    for title, kinds in rows.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| {title} |"))
        stated = [int(each.replace(",", "")) for each in row.split("|")[2:-1]]
        spent = budget(llm_schema(kinds=kinds))
        found = [spent.bytes, spent.bytes_without_descriptions, spent.properties,
                 spent.properties_expanded, spent.enum_values, spent.depth]  # fmt: skip

        assert stated == pytest.approx(found, rel=0.1), (title, found)
