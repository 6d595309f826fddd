"""invnews show: the records of a file in words."""

from pathlib import Path

import pytest

from invnews.cli import main

FILE = """{"format":"invnews","version":1,"records":[
{"kind":"document","id":"d","title":"Port fund signs"},
{"kind":"person","id":"song","names":[{"text":"James Song"}]},
{"kind":"monetary_claim","id":"m","subjects":["port"],"value":{"comparator":"more_than","amount":\
"22000000000","currency":"USD"},"evidence":[{"document":"d","start":0,"end":4,"exact":"Port",\
"supports":["value"]},{"document":"d","start":5,"end":9}],"attribution":{"links":[{"role":\
"speaker","party":"song"}]},"missing":{"stage":"not_stated"}},
{"kind":"project","id":"port","description":"the port"}
]}
"""


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory with a file."""
    monkeypatch.chdir(tmp_path)
    Path("port.json").write_text(FILE, "utf-8")


def run(capsys, *arguments):
    """Return exit code, output and errors of one ``invnews show``."""
    code = main(["show", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_all_records_are_shown_by_kind(capsys):
    """A heading for each kind, a line for each record, names in place of ids."""
    assert run(capsys, "port.json") == (0, """\
4 records

document (1)
  d  Port fund signs

person (1)
  song  James Song

monetary_claim (1)
  m  subjects: the port · value: more than USD 22 billion — James Song

project (1)
  port  the port
""", "")  # fmt: skip


def test_one_record_is_shown_whole(capsys):
    """A field a line, then each passage that it rests on."""
    assert run(capsys, "port.json", "--id", "m") == (0, """\
monetary_claim m
  subjects        the port
  value           more than USD 22 billion
  attribution     James Song
  missing         stage (not stated)
  evidence d 0–4  value: “Port”
  evidence d 5–9  \n""", "")  # fmt: skip


def test_several_records_are_shown_in_the_order_asked_for(capsys):
    """--id may be given again."""
    assert run(capsys, "port.json", "--id", "song", "--id", "d") == (0, """\
person song
  names  James Song
document d
  title  Port fund signs
""", "")  # fmt: skip


def test_an_id_that_is_not_there_is_misuse(capsys):
    """The nearest id is the hint."""
    assert run(capsys, "port.json", "--id", "sogn") == (
        2, "", "invnews: no record has the id 'sogn' (did you mean 'song'?)\n",
    )  # fmt: skip


def test_a_record_that_says_nothing_has_its_heading_only(capsys):
    """An agreement of which nothing but its id is known."""
    Path("bare.json").write_text(
        '{"format":"invnews","version":1,"records":[{"kind":"agreement","id":"a"}]}', "utf-8"
    )

    assert run(capsys, "bare.json", "--id", "a") == (0, "agreement a\n", "")


def test_a_file_that_is_refused_is_not_shown(capsys):
    """Its problems are printed, a line each, and the exit code says so."""
    bad = FILE.replace('"USD"', '"dollar"').replace('"d",', '"d d",', 1)
    Path("bad.json").write_text(bad, "utf-8")
    code, out, err = run(capsys, "bad.json")
    first, second = (bad.splitlines()[1].index('"d d"'), bad.splitlines()[3].index('"dollar"'))

    assert (code, err, [line.split(": ")[:3] for line in out.splitlines()]) == (1, "", [
        [f"bad.json:2:{first + 1}", "error", "$.records[0].id"],
        [f"bad.json:4:{second + 1}", "error", "$.records[2].value.currency"],
    ])  # fmt: skip


def test_a_dataset_with_duplicate_ids_is_shown(capsys):
    """show() does not check; asking for an id that two records have is misuse."""
    twice = FILE.replace('"id":"port"', '"id":"song"')
    Path("twice.json").write_text(twice, "utf-8")

    assert run(capsys, "twice.json")[0] == 0
    assert run(capsys, "twice.json", "--id", "song") == (
        2, "", "invnews: 2 records have the id 'song'; check() lists them\n",
    )  # fmt: skip
