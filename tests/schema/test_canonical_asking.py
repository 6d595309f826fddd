"""How the canonical schema is asked for, what is in it, and what it calls that."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest

from invnews import BUILTIN, Agreement, Problem, Record, Registry, Value
from invnews.errors import InvalidData, UnknownKind
from invnews.schema import json_schema

sys.path.append(str(Path(__file__).parent))
from canonical_judges import Validators
from canonical_mutants import ROOT, VALID


@attrs.frozen(kw_only=True)
class Loan(Agreement):
    """A loan."""

    KIND: ClassVar[str] = "acme.loan"


OURS = BUILTIN.with_kinds(Loan)


def test_it_is_plain_data_that_nothing_else_holds():
    """It is JSON; each call returns its own, the same; two registries have two."""
    first, second = json_schema(OURS), json_schema(OURS)
    spoilt = json_schema()
    spoilt["$defs"].clear()

    assert json.loads(json.dumps(first)) == first == second
    assert json.dumps(first) == json.dumps(second)
    assert "acme.loan" in first["$defs"]
    assert "acme.loan" not in json_schema()["$defs"]
    assert json_schema()["$defs"].keys() < first["$defs"].keys()


@pytest.mark.parametrize("kinds", [["agreement", "person"], ("person", "agreement"), {"person", "agreement"}])
def test_some_kinds_give_a_schema_of_these_and_what_they_need(kinds):
    """Kinds stand in the registry's order; what no field needs is left out."""
    schema = json_schema(kinds=kinds)
    validators = Validators.of({"$ref": "#/$defs/record", "$defs": schema["$defs"]})
    used = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))

    assert [each["$ref"] for each in schema["$defs"]["record"]["anyOf"]] == [
        "#/$defs/person", "#/$defs/agreement",
    ]  # fmt: skip
    assert set(schema["$defs"]) == used | {"header"}
    assert {each["kind"] for each in VALID if validators.accept(each)} == {"person", "agreement"}
    assert schema["$defs"]["agreement"] == json_schema()["$defs"]["agreement"]


def test_no_kind_gives_no_record():
    """A registry without kinds has a schema that takes files without records."""
    validators = Validators.of(json_schema(Registry(())))
    file = {"format": "invnews", "version": 1, "records": []}

    assert validators.accept(file)
    assert not validators.accept({**file, "records": [{"kind": "person", "id": "p"}]})


def refused(**asked: Any) -> tuple[Problem, ...]:
    """Return the problems with which a call is refused."""
    with pytest.raises(InvalidData) as exc:
        json_schema(**asked)
    return exc.value.problems


def test_what_is_asked_wrongly_is_refused_with_every_fault():
    """Profile and kinds together, each with its place and the fix."""
    assert refused(profile="Canonical", kinds=["agreemnt", 3]) == (
        Problem("$.profile", "unknown_code", "expected a profile, got 'Canonical'",
                hint="did you mean 'canonical'?"),
        Problem("$.kinds[0]", "unknown_kind", "the registry holds no kind 'agreemnt'", "agreemnt",
                "did you mean 'agreement'?"),
        Problem("$.kinds[1]", "wrong_type", "expected the name of a kind, got the number 3"),
    )  # fmt: skip
    assert refused(profile=None) == (
        Problem("$.profile", "unknown_code", "expected a profile, got null",
                hint="known: canonical, llm"),
    )  # fmt: skip
    assert refused(kinds="agreement") == (
        Problem("$.kinds", "wrong_type", "expected names of kinds, got 'agreement'",
                hint="write ['agreement']"),
    )  # fmt: skip
    assert refused(kinds=7)[0].message == "expected names of kinds, got the number 7"
    assert refused(kinds=[]) == (
        Problem("$.kinds", "too_short", "expected at least 1 kind", hint="leave kinds out for all"),
    )  # fmt: skip


def test_kinds_that_the_registry_lacks_are_named_together():
    """A look-up in a registry gives UnknownKind."""
    with pytest.raises(UnknownKind) as exc:
        json_schema(kinds=["agreemnt", "person", "acme.loan"])

    assert str(exc.value) == (
        "the registry holds no kind 'agreemnt' (did you mean 'agreement'?); "
        "the registry holds no kind 'acme.loan'"
    )


def test_names_that_are_taken_give_way():
    """A kind or value named as what the schema itself defines has a name with a prefix."""

    @attrs.frozen(kw_only=True)
    class Header(Value):
        KIND: ClassVar[str] = "header"

    @attrs.frozen(kw_only=True)
    class Odd(Record):
        KIND: ClassVar[str] = "record"
        header: Header = Header()

    schema = json_schema(Registry((Odd,)))

    assert list(schema["$defs"])[:2] == ["header", "record"]
    assert schema["$defs"]["record"]["anyOf"] == [{"$ref": "#/$defs/kind:record"}]
    assert schema["$defs"]["kind:record"]["properties"]["header"] == {
        "$ref": "#/$defs/value:header", "default": {},
    }  # fmt: skip
    Validators.of(schema)


def test_the_published_schemas_are_current():
    """docs/reference/schemas is what tools/json_schemas.py writes."""
    command = [sys.executable, str(ROOT / "tools" / "json_schemas.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    published = json.loads((ROOT / "docs/reference/schemas/invnews-1.schema.json").read_text("utf-8"))

    assert (result.returncode, result.stderr) == (0, "")
    assert published == json_schema()
