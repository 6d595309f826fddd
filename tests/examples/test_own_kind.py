"""The example of own kinds: two versions read each other's files as documented."""

import json
import runpy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews import BUILTIN, Agreement, Dataset, InvalidData, Party, check, dumps, loads
from invnews.testing import records

PATH = Path(__file__).parents[2] / "examples" / "own_kind.py"
OWN = runpy.run_path(str(PATH))
FIRST, REGISTRY, OLD = OWN["FIRST"], OWN["REGISTRY"], OWN["OLD"]
Bond, Coupon, Desk, Seniority = (OWN[name] for name in ("Bond", "Coupon", "Desk", "Seniority"))


def test_the_example_is_short():
    """An own kind, a subclass, an enum, a value and a migration take less than 80 lines."""
    assert len(PATH.read_text("utf-8").splitlines()) < 80


def test_the_example_runs(capsys):
    """What it prints is what its comments say."""
    runpy.run_path(str(PATH), run_name="__main__")
    first, kept, parties, text = capsys.readouterr().out.split("\n", 3)

    assert first == (
        "{'kind': 'acme.bond', 'id': 'b', 'parties': [{'party': 'desk', 'role': 'issuer'}], "
        "'coupon': {'rate': '5'}}"
    )
    assert kept == "UnknownRecord(kind='acme.bond', id='b', unread: coupon)"
    assert parties.startswith("(Party(party='desk', role='issuer'")
    assert json.loads(text)["kinds"] == {
        "acme.bond": {"extends": "agreement", "version": 2}, "acme.desk": {"version": 1}
    }  # fmt: skip


def test_todays_registry_reads_the_file_of_last_year():
    """The rate became a coupon; nothing else changed."""
    today = loads(OLD, registry=REGISTRY)

    assert today == Dataset([
        Desk(id="desk", name="Rates"),
        Bond(id="b", parties=(Party(party="desk", role="issuer"),), coupon=Coupon(rate=Decimal(5))),
    ])  # fmt: skip
    assert check(today, registry=REGISTRY) == ()


def test_last_years_registry_refuses_or_keeps_the_file_of_today():
    """Refused with both versions; kept, it comes back byte for byte and shows its base view."""
    text = dumps(loads(OLD, registry=REGISTRY), registry=REGISTRY)
    with pytest.raises(InvalidData) as exc:
        loads(text, registry=FIRST)
    kept = loads(text, registry=FIRST, unknown="keep")
    (view,) = kept.of(Agreement)

    assert [(each.path, each.code, each.message) for each in exc.value.problems] == [
        ('$.kinds["acme.bond"].version', "kind_version",
         "expected version 1 of the kind at most, got 2")
    ]  # fmt: skip
    assert dumps(kept, registry=FIRST) == text
    assert (view.parties, kept.is_view(view)) == ((Party(party="desk", role="issuer"),), True)


@given(st.lists(records(REGISTRY), max_size=4).map(Dataset))
def test_the_own_kinds_have_everything_without_a_line_more(dataset):
    """Strategies make them, JSON holds them, a reader without them keeps them."""
    text = dumps(dataset, registry=REGISTRY)

    assert loads(text, registry=REGISTRY) == dataset
    assert dumps(loads(text, unknown="keep")) == text


def test_nothing_is_global():
    """Two registries with two classes of one kind live side by side; ours is as it was."""
    assert FIRST["acme.bond"].cls is not REGISTRY["acme.bond"].cls
    assert "acme.bond" not in BUILTIN
