"""invnews coverage: how much of a text the records account for."""

import json
from pathlib import Path

import pytest

from invnews.cli import main

TEXT = "Port fund signs.\n\nIt paid\n a lot."
FILE = """{"format":"invnews","version":1,"records":[
{"kind":"document","id":"d","segments":[{"type":"headline","start":0,"end":16},{"type":"body",\
"start":18,"end":33}]},
{"kind":"statement","id":"s","proposition":"p","evidence":[{"document":"d","start":0,"end":9}]}
]}
"""


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory with a file and its text."""
    monkeypatch.chdir(tmp_path)
    Path("port.json").write_text(FILE, "utf-8")
    Path("d.txt").write_bytes(TEXT.encode())


def run(capsys, *arguments):
    """Return exit code, output and errors of one ``invnews coverage``."""
    code = main(["coverage", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_the_share_of_a_text_and_of_its_segments_is_printed(capsys):
    """The passages that are left stand below the whole, blanks folded."""
    assert run(capsys, "port.json", "--text", "d=d.txt") == (0, """\
d: 34.8% (8 of 23 letters and digits)
  10–32: signs. It paid a lot
  headline: 61.5% (8 of 13 letters and digits)
  body: 0.0% (0 of 10 letters and digits)
""", "")  # fmt: skip


def test_coverage_can_be_printed_as_json(capsys):
    """A list of the whole and its segments; passages with their own characters."""
    code, out, err = run(capsys, "port.json", "--text", "d=d.txt", "--format", "json")

    assert (code, err, json.loads(out)) == (0, "", [
        {"document": "d", "segment": None, "covered": 8, "total": 23, "share": 0.347826,
         "uncovered": [{"start": 10, "end": 32, "text": TEXT[10:32]}]},
        {"document": "d", "segment": "headline", "covered": 8, "total": 13, "share": 0.615385,
         "uncovered": [{"start": 10, "end": 15, "text": "signs"}]},
        {"document": "d", "segment": "body", "covered": 0, "total": 10, "share": 0.0,
         "uncovered": [{"start": 18, "end": 32, "text": TEXT[18:32]}]},
    ])  # fmt: skip


def test_a_text_that_is_covered_whole_has_no_passages(capsys):
    """All of a text is 100 %; a text without letters lacks nothing."""
    Path("d.txt").write_text("Port fund", "utf-8")
    whole = run(capsys, "port.json", "--text", "d=d.txt")[1].splitlines()
    Path("d.txt").write_text("", "utf-8")
    empty = run(capsys, "port.json", "--text", "d=d.txt")[1].splitlines()

    assert (whole[0], empty[0]) == (
        "d: 100.0% (9 of 9 letters and digits)".replace("9", "8"),
        "d: 100.0% (0 of 0 letters and digits)",
    )
    assert len(whole) == len(empty) == 3


def test_a_share_is_not_rounded_up_to_the_whole(capsys):
    """A text of which a letter is left is not 100.0 % covered."""
    Path("d.txt").write_text("a" * 9_999 + "b", "utf-8")
    Path("most.json").write_text(FILE.replace('"end":9}', '"end":9999}'), "utf-8")
    first = run(capsys, "most.json", "--text", "d=d.txt")[1].splitlines()[0]

    assert not first.startswith("d: 100")


def test_a_text_of_no_document_is_misuse(capsys):
    """The nearest id of a document is the hint."""
    assert run(capsys, "port.json", "--text", "dd=d.txt") == (
        2, "", "invnews: $: no document has the id 'dd' (did you mean 'd'?)\n",
    )  # fmt: skip


def test_a_file_that_is_refused_is_not_measured(capsys):
    """Its problems are printed, a line each."""
    Path("bad.json").write_text(FILE.replace('"id":"s"', '"id":5'), "utf-8")
    code, out, err = run(capsys, "bad.json", "--text", "d=d.txt")

    assert (code, err, len(out.splitlines())) == (1, "", 1)
    assert out.startswith("bad.json:3:26: error: $.records[1].id: ")
