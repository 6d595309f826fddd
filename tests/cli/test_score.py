"""invnews score: a table and every difference, or plain data."""

import argparse
import json
from pathlib import Path

import pytest

from invnews.cli.command import Misuse
from invnews.cli.score import run_score
from invnews.registry import BUILTIN

HEAD = '{"format":"invnews","version":1,"records":['
SONG = '{"kind":"person","id":"song","names":[{"text":"James Song"}],"countries":["MY"]}'
OTHER = '{"kind":"person","id":"p1","names":[{"text":"James Song"}],"countries":["SG"]}'


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory of its own with files good and bad."""
    monkeypatch.chdir(tmp_path)
    Path("gold.json").write_text(f"{HEAD}\n{SONG}\n]}}\n", "utf-8")
    Path("predicted.jsonl").write_text(OTHER + "\n", "utf-8")
    Path("refused.json").write_text(HEAD + '{"kind":"persom"}]}', "utf-8")
    Path("twice.jsonl").write_text(f"{SONG}\n{SONG}\n", "utf-8")


def run(capsys, gold, predicted, form="text"):
    """Return exit code and output of one ``invnews score``; errors there are none."""
    options = argparse.Namespace(
        gold=gold, predicted=predicted, format=form, registry=BUILTIN, keep=False
    )
    code = run_score(options)
    output = capsys.readouterr()

    assert output.err == ""
    return code, output.out


def test_the_table_is_printed_and_then_every_difference(capsys):
    """Differences are an answer and no fault: the exit code is 0."""
    assert run(capsys, "gold.json", "predicted.jsonl") == (0, (
        "                   gold  predicted  matched  precision  recall     F1\n"
        "person                1          1        1      1.000   1.000  1.000\n"
        "  names               1          1        1      1.000   1.000  1.000\n"
        "  countries           1          1        0      0.000   0.000  0.000\n"
        "all records           1          1        1      1.000   1.000  1.000\n"
        "records and items     3          3        2      0.667   0.667  0.667\n"
        "1 difference\n"
        "  wrong_field: person song = p1: countries[0]: 'MY', got 'SG'\n"
    ))  # fmt: skip


def test_json_holds_the_whole_score(capsys):
    """Counts and shares of each kind and field, the misses, and who is who."""
    code, output = run(capsys, "gold.json", "predicted.jsonl", "json")
    data = json.loads(output)

    assert (code, data["gold"], data["predicted"]) == (0, "gold.json", "predicted.jsonl")
    assert data["records"] == {"gold": 1, "predicted": 1, "matched": 1,
                               "precision": 1.0, "recall": 1.0, "f1": 1.0}  # fmt: skip
    assert data["aligned"] == [["song", "p1"]]
    assert data["misses"] == [
        {"kind": "person", "what": "wrong_field", "gold": "song", "predicted": "p1",
         "field": "countries", "path": "countries[0]", "gold_value": "MY", "predicted_value": "SG"}
    ]  # fmt: skip


def test_a_file_that_is_refused_is_no_zero(capsys):
    """Its problems are printed, with its name, and nothing is scored."""
    code, output = run(capsys, "gold.json", "refused.json")

    assert code == 1
    assert output == (
        "refused.json:1:52: error: $.records[0].kind: the registry holds no kind 'persom' "
        "(did you mean 'person'?) [unknown_kind]\n"
    )


def test_ids_given_twice_are_named(capsys):
    """Each with its side."""
    code, output = run(capsys, "twice.jsonl", "gold.json")

    assert code == 1
    assert output == (
        "$.gold.records[1].id: expected an id of its own, got that of record 0: 'song'\n"
    )


def test_standard_input_cannot_be_both(capsys):
    """It can be read once only."""
    with pytest.raises(Misuse, match="standard input"):
        run(capsys, "-", "-")
