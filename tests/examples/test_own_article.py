"""The short example: a text of one's own, and evidence found by its phrases."""

import importlib.util
from pathlib import Path

import pytest

from invnews import Evidence, PartialDate, RelativeDate, check, coverage, dumps, loads

PATH = Path(__file__).resolve().parents[2] / "examples" / "own_article.py"
SPEC = importlib.util.spec_from_file_location(PATH.stem, PATH)
assert SPEC is not None
assert SPEC.loader is not None
example = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(example)
TEXTS = {"report": example.TEXT}


def test_evidence_fits_the_text() -> None:
    """
    Every offset and quotation that the quoter made holds when checked against the text.
    """
    assert check(example.DATASET, TEXTS) == ()


def test_phrase_typed_plainly_is_quoted_as_printed() -> None:
    """
    A phrase with a plain blank finds the no-break space, which the evidence keeps.
    """
    assert (
        Evidence(document="report", start=106, end=127, exact="for about €85\u00a0million",
                 supports=("value",)),
    ) == example.DATASET["price"].evidence  # fmt: skip


def test_relative_date_is_resolved_with_the_day_of_publication() -> None:
    """
    Because the report has a date, "last year" gets its EDTF and keeps its words.
    """
    assert (
        PartialDate("2025", text="last year", relative=RelativeDate(unit="year", offset=-1))
        == example.DATASET["a-little"].as_of
    )


def test_coverage_shows_what_is_left_over() -> None:
    """
    What no record accounts for is listed.
    """
    whole = coverage(example.DATASET, TEXTS)[0]

    assert [each.text for each in whole.uncovered] == [
        "Lindow Capital",
        "Brisa Cold Chain",
        "which is",
    ]


def test_records_read_back_equal() -> None:
    """
    What is written reads back as the same records.
    """
    assert loads(dumps(example.DATASET)) == example.DATASET


def test_script_shows_each_passage(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Run as a script it shows under each record what the text says for which field.
    """
    status = example.main()
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("monetary_claim price")

    assert (status, lines[at + 1]) == (0, "    value ← for about €85\u00a0million")
