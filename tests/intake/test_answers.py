"""
Answers as language models give them: each ends in records, or in exactly the problems expected.

`answers/` holds the article that was given, each answer as it came, and beside it the records or
the problems (path and code) that it must end in.
"""

import json
from pathlib import Path

import pytest

from invnews import CODES, InvalidData
from invnews.intake import from_llm, repair_request

ANSWERS = Path(__file__).parent / "answers"
TEXT = (ANSWERS / "article.txt").read_text("utf-8")
CASES = sorted(path for path in ANSWERS.glob("*.txt") if path.stem != "article")


def outcome(answer):
    """Return the records and the problems of an answer."""
    try:
        dataset = from_llm(answer, text=TEXT)
    except InvalidData as error:
        return {"records": [], "problems": [[each.path, each.code] for each in error.problems]}
    return {"records": [[each.kind, each.id] for each in dataset], "problems": []}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_answer_ends_in_records_or_in_exactly_its_problems(case):
    """All problems of the answer at once, each with its path in the answer; or every record."""
    expected = json.loads(case.with_suffix(".expected.json").read_text("utf-8"))

    assert outcome(case.read_text("utf-8")) == expected
    assert outcome(case.read_bytes()) == expected
    assert bool(expected["records"]) != bool(expected["problems"])


def test_there_are_more_than_twenty_answers_and_many_codes():
    """The corpus is what it says it is."""
    expected = [json.loads(path.read_text("utf-8")) for path in ANSWERS.glob("*.expected.json")]
    codes = {code for each in expected for _, code in each["problems"]}

    assert len(expected) == len(CASES) >= 20
    assert len(codes) >= 15
    assert codes <= set(CODES)


REFUSED = [case for case in CASES
           if json.loads(case.with_suffix(".expected.json").read_text("utf-8"))["problems"]]  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.stem)
def test_every_problem_reads_well_in_a_repair_request(case):
    """Each problem has a line; no hint speaks of Python or of codes that the form refuses."""
    with pytest.raises(InvalidData) as caught:
        from_llm(case.read_text("utf-8"), text=TEXT)
    request = repair_request(caught.value)
    problems = caught.value.problems

    assert sum(line[:1].isdigit() for line in request.splitlines()) == len(problems)
    assert all(str(each) in request for each in problems)
    for word in ("before=", "missing=", "BUILTIN", "Decimal", "invnews", "Dataset", "registry="):
        assert word not in request


def test_the_offsets_of_folded_quotations_are_those_of_the_text():
    """Curly marks, dashes, joined lines and no-break spaces: the passage is the text's own."""
    answer = (ANSWERS / "16-other-blanks-and-marks.txt").read_text("utf-8")
    dataset = from_llm(answer, text=TEXT)

    assert [each.exact for record in dataset for each in record.evidence[:1]] == [
        "German group Hafen Logistik AG",
        "Utara Ports said the site\ncovers about 12 hectares.",
        "“We expect the first phase to open next year,” Brandt said.",
        "signed a memorandum of understanding with Utara Ports Bhd on June 25, 2018",
        "quay – “a lot” of dredging",
    ]
    for record in dataset:
        for each in record.evidence:
            assert TEXT[each.start : each.end] == each.exact
