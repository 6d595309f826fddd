"""invnews read: what amounts, quantities and dates a line gives."""

import io
import json

import pytest

from invnews.cli import main

LINE = "Last year Acme paid more than $5 million (A$7 million) for 20 mills."


def run(capsys, *arguments):
    """Return exit code, output and errors of one ``invnews read``."""
    code = main(["read", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_what_is_found_is_printed_in_reading_order(capsys):
    """Place, words, what they say, and what an ambiguous currency rests on."""
    assert run(capsys, LINE) == (0, """\
date      0–9        “Last year”  “Last year” (give --published to resolve it)
money     20–40      “more than $5 million”  more than USD 5 million [currency by contrast]
money     42–53      “A$7 million”  AUD 7 million [the same sum once more]
quantity  59–61      “20”  20 mills
""", "")  # fmt: skip


def test_a_date_is_resolved_from_the_date_of_publication(capsys):
    """With --published the days between which it lies are printed."""
    code, out, _ = run(capsys, LINE, "--published", "2018-06-25")

    assert (code, out.splitlines()[0]) == (
        0, "date      0–9        “Last year”  2017 (2017-01-01 to 2017-12-31)"
    )  # fmt: skip


def test_it_can_be_printed_as_json(capsys):
    """Offsets, the value as on the wire, and what the currency rests on."""
    code, out, _ = run(capsys, "Acme paid A$7 million in 2019.", "--format", "json")

    assert (code, json.loads(out)) == (0, [
        {"what": "money", "start": 10, "end": 21, "full_start": 10, "full_end": 21,
         "value": {"comparator": "exactly", "amount": "7000000", "currency": "AUD",
                   "text": "A$7 million"},
         "basis": "explicit", "candidates": [], "equivalent_of": None},
        {"what": "date", "start": 25, "end": 29, "full_start": 22, "full_end": 29,
         "value": {"edtf": "2019", "text": "in 2019"},
         "earliest": "2019-01-01", "latest": "2019-12-31"},
    ])  # fmt: skip


def test_a_line_without_any_says_so(capsys):
    """Nothing found is no fault."""
    assert run(capsys, "Acme talked.") == (0, "no amount, quantity or date found\n", "")


def test_the_line_may_come_from_standard_input(capsys, monkeypatch):
    """A dash names standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Acme hired 20 welders."))

    assert run(capsys, "-")[1] == "quantity  11–13      “20”  20 welders\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(("--country", "XX"), "XX"), (("--published", "June"), "--published: ")],
)
def test_an_unknown_country_or_date_is_misuse(capsys, arguments, expected):
    """Exit code 2, and a message that names it."""
    code, out, err = run(capsys, LINE, *arguments)

    assert (code, out, expected in err) == (2, "", True)
