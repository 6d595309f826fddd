"""invnews draft: a file of claims from an article's text."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from invnews import PartialDate, draft, dumps, load
from invnews.cli import main

TEXT = "Deal\n\nAcme pays $5 million for 20 mills."


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory with a text."""
    monkeypatch.chdir(tmp_path)
    Path("deal.txt").write_bytes(TEXT.encode())


def run(capsys, *arguments):
    """Return exit code, output and errors of one ``invnews draft``."""
    code = main(["draft", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


TOLD = "deal.txt: 1 amount, 1 quantity; complete what missing names as x-not_recorded\n"


def test_the_draft_is_printed(capsys):
    """What `draft` makes of the text goes to standard output, what was found to the other."""
    assert run(capsys, "deal.txt") == (0, dumps(draft(TEXT)), TOLD)


def test_title_date_and_country_are_passed_on(capsys):
    """They reach the document, and settle the currency."""
    arguments = ("--title", "Deal", "--published", "2026-03", "--country", "AU")
    expected = draft(TEXT, title="Deal", published=PartialDate("2026-03"), country="AU")

    assert run(capsys, "deal.txt", *arguments) == (0, dumps(expected), TOLD)
    assert expected["money/1"].value.currency == "AUD"


def test_the_draft_is_written_to_a_file(capsys):
    """A file is written as `save` writes it; nothing goes to standard output."""
    assert run(capsys, "deal.txt", "--out", "deal.jsonl") == (0, "", TOLD)
    assert load("deal.jsonl") == draft(TEXT)


def test_the_text_may_come_from_standard_input(capsys, monkeypatch):
    """A dash names standard input."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))

    code, out, _ = run(capsys, "-")

    assert (code, out) == (0, dumps(draft(TEXT)))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("none.txt",), "No such file"),
        (("latin.txt",), "latin.txt: "),
        (("deal.txt", "--published", "25/06/2018"), "--published: "),
        (("deal.txt", "--country", "XX"), "XX"),
        (("deal.txt", "--out", "./deal.txt"), "--out: ./deal.txt is the text itself"),
    ],
)
def test_what_cannot_be_read_is_misuse(capsys, arguments, expected):
    """Exit code 2, and one message that names the argument."""
    Path("latin.txt").write_bytes("Café".encode("latin-1"))
    code, out, err = run(capsys, *arguments)

    assert (code, out, expected in err) == (2, "", True)
    assert Path("deal.txt").read_bytes() == TEXT.encode()


def test_a_draft_can_be_shown_and_validated(capsys):
    """The other commands read what was written."""
    run(capsys, "deal.txt", "--out", "deal.json")

    assert main(["validate", "deal.json", "--text", "document=deal.txt"]) == 0
    assert json.loads(Path("deal.json").read_text("utf-8"))["format"] == "invnews"
