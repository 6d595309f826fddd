"""
invnews schema: the schema on standard output, and its budget.
"""

import argparse
import json

import pytest

from invnews import BUILTIN
from invnews.cli.command import Misuse
from invnews.cli.schema import run_schema
from invnews.schema import json_schema


def options(**given):
    return argparse.Namespace(**{"profile": "llm", "kinds": None, "budget": False, "format": "text",
                                 "registry": BUILTIN} | given)  # fmt: skip


def test_the_schema_is_printed_as_json(capsys):
    """The output is the schema and nothing else, in either profile."""
    for profile in ("llm", "canonical"):
        assert run_schema(options(profile=profile, kinds="person, organisation")) == 0
        printed = json.loads(capsys.readouterr().out)
        assert printed == json_schema(kinds=["person", "organisation"], profile=profile)


def test_the_budget_names_measures_limits_and_dates(capsys):
    """A table: what is spent, each rule with its verdict; 0 when all limits are kept."""
    assert run_schema(options(kinds="person", budget=True)) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "measures"
    assert any(each.split() == ["unions", "0"] for each in lines)
    assert any("fits" in each and "of 1,000 [2026-02; OpenAI" in each for each in lines)
    assert any(each.lstrip().startswith("not judged") and "grammar" in each for each in lines)


def test_over_a_limit_the_calls_are_proposed(capsys):
    """The whole is over one limit: exit code 1, and lists of kinds that fit."""
    assert run_schema(options(budget=True)) == 1
    lines = capsys.readouterr().out.splitlines()

    assert sum("OVER" in each for each in lines) == 1
    assert [each.split()[0] for each in lines[-2:]] == ["--kinds", "--kinds"]


def test_the_budget_as_json(capsys):
    """--format json has the same content for programs."""
    assert run_schema(options(budget=True, format="json")) == 1
    found = json.loads(capsys.readouterr().out)

    assert set(found) == {"measures", "rules", "fits", "calls"}
    assert (found["fits"], len(found["calls"]), found["measures"]["unions"]) == (False, 2, 0)
    assert {"provider", "rule", "limit", "found", "ok", "source", "date", "measure"} == set(found["rules"][0])


@pytest.mark.parametrize("kinds", ["person,", "", "persn"])
def test_what_is_no_list_of_kinds_is_misuse(kinds):
    """An empty name and an unknown kind are told, with the nearest name."""
    with pytest.raises(Misuse, match="--kinds|did you mean 'person'"):
        run_schema(options(kinds=kinds))
