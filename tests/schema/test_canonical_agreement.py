"""
The canonical schema and the reader agree: what the schema refuses the reader refuses, and what
the schema accepts and the reader refuses belongs to a class that the page lists.
"""

import json
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings

from invnews import (
    BUILTIN,
    Agreement,
    Value,
    bounds,
    distinct,
    dumps,
    loads,
    read_lines,
    size,
    to_dict,
)
from invnews.errors import InvalidData
from invnews.schema import json_schema
from invnews.testing import datasets, records

sys.path.append(str(Path(__file__).parent))
from canonical_judges import CLASSES, Validators, classes_of, of_records, problems_of, verdicts
from canonical_mutants import ARTICLE, ROOT, VALID, mutant, spots

PAGE = ROOT / "docs" / "reference" / "json-schema.md"
FILES = Validators.of(json_schema())
RECORDS = Validators.of(of_records(BUILTIN))


@attrs.frozen(kw_only=True)
class Tranche(Value):
    """A part of a bond, as on the page."""

    rate: Decimal = attrs.field(metadata=bounds(0, 100))
    series: str = "A"


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A bond, as on the page."""

    KIND: ClassVar[str] = "acme.bond_issue"
    tranches: tuple[Tranche, ...] = attrs.field(default=(), metadata=size(0, 9) | distinct())


OURS = BUILTIN.with_kinds(BondIssue)


def listed() -> list[tuple[str, str, str]]:
    """Return each class of the page with its example and the code of its problem."""
    section = PAGE.read_text("utf-8").split("\n## What it cannot say\n")[1].split("\n## ")[0]
    found = re.findall(r"\n### ([^\n]+)\n.*?```json\n([^\n]+)\n```\n\nReader: `([a-z_]+)`", section, re.S)
    assert section.count("\n### ") == len(found)
    return [(name.lower(), text, code) for name, text, code in found]


def test_the_page_lists_the_classes_of_this_test():
    """At most eight classes, the same here and on the page, in one order."""
    names = [re.sub("json", "JSON", name) for name, _, _ in listed()]

    assert names == list(CLASSES)
    assert len(names) <= 8


@pytest.mark.parametrize(("name", "text", "code"), listed(), ids=[each[0] for each in listed()])
def test_the_example_of_each_class_passes_the_schema_and_not_the_reader(name, text, code):
    """Both validators accept it, the reader refuses it with the code that the page gives."""
    assert Validators.of(of_records(OURS)).accept(json.loads(text))
    with pytest.raises(InvalidData) as exc:
        list(read_lines([text], registry=OURS))
    (problem,) = exc.value.problems
    data = json.loads(text, parse_float=Decimal)

    assert problem.code == code
    assert classes_of(problem, data, OURS) == [re.sub("json", "JSON", name)]


def test_golden_records_and_the_article_are_accepted():
    """Every golden record, each of its neighbours, and each record of the article."""
    refused = [data["id"] for data in VALID if not RECORDS.accept(data)]

    assert refused == []
    assert {data["kind"] for data in VALID} == set(BUILTIN.kinds)


def test_the_file_of_the_article_is_accepted():
    """The root describes a whole file."""
    assert FILES.accept(json.loads(dumps(ARTICLE), parse_float=Decimal))


@given(records())
def test_what_is_written_is_accepted(record):
    """Whatever a record holds, the schema takes what the writer makes of it."""
    assert RECORDS.accept(to_dict(record))


@given(datasets())
def test_files_that_are_written_are_accepted(dataset):
    """Whatever a dataset holds, the schema takes its file."""
    assert FILES.accept(json.loads(dumps(dataset), parse_float=Decimal))


def test_mutated_records_are_judged_alike():
    """
    Both validators and the reader agree over thousands of spoilt records, but for the classes.

    A run of the thorough profile takes 10,000 records, the default one some hundreds.
    """
    mutants = max(500, settings.default.max_examples)
    counts: Counter[str] = Counter()
    for number in range(mutants):
        accepted, classes = verdicts(mutant(number), RECORDS)
        counts["accepted" if accepted else "refused"] += 1
        counts["accepted by both"] += accepted and not classes
        counts.update(set(classes))

    assert counts["refused"] > mutants / 4
    assert counts["accepted by both"] > mutants / 8
    assert counts["rules"] > 10


@given(records())
def test_texts_are_judged_alike(record):
    """A record whose every text is spoilt in one way is refused by both, or taken by both."""
    data = to_dict(record)
    for home, key in list(spots(data)):
        if isinstance(home[key], str) and key not in ("kind", "id"):
            home[key] = f"{home[key]}\u3000"
    verdicts(data, RECORDS)


PERSON = '"kind":"person","id":"p","names":[{"text":"x"}]'
HEADERS = [
    ("{}", False), ("[]", False), ('{"format":"invnews"}', False),
    ('{"format":"invnews","version":1}', False), ('{"format":"invnews","version":1,"records":[]}', True),
    ('{"format":"invnews","version":2,"records":[]}', False),
    ('{"format":"invnews","version":"1","records":[]}', False),
    ('{"format":"invnews","version":true,"records":[]}', False),
    ('{"format":"Invnews","version":1,"records":[]}', False),
    ('{"format":"invnews","version":1,"records":{}}', False),
    ('{"format":"invnews","version":1,"records":null}', False),
    ('{"format":"invnews","version":1,"records":[null]}', False),
    ('{"format":"invnews","version":1,"records":[],"more":1}', False),
    ('{"format":"invnews","version":1,"kinds":{},"records":[]}', True),
    ('{"format":"invnews","version":1,"kinds":null,"records":[]}', False),
    ('{"format":"invnews","version":1,"kinds":[],"records":[]}', False),
    ('{"format":"invnews","version":1,"kinds":{"acme.bond":{"version":1}},"records":[]}', False),
    (f'{{"records":[{{{PERSON}}}],"version":1,"format":"invnews"}}', True),
    ('{"format":"invnews","version":1,"records":[{"kind":"product","id":"p"}]}', None),
    (f'{{"format":"invnews","version":1,"records":[{{"x":1,{PERSON}}}]}}', False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "accepted"), HEADERS)
def test_what_stands_around_the_records_is_judged_alike(text, accepted):
    """A file's header is refused by both or by neither; a rule of a record (None) by one."""
    try:
        loads(text)
        read = True
    except InvalidData:
        read = False

    assert FILES.accept(json.loads(text)) is (accepted is not False)
    assert read is bool(accepted)


def test_nesting_is_limited_by_the_reader_alone():
    """128 levels are read; JSON Schema has no word for depth."""
    data = {"kind": "person", "id": "p", "names": [{"text": "x"}]}
    fits = {**data, "extra": json.loads("[" * 127 + "]" * 127)}
    deeper = {**data, "extra": json.loads("[" * 128 + "]" * 128)}

    assert (RECORDS.accept(fits), problems_of(fits)) == (True, ())
    assert RECORDS.accept(deeper)
    assert [classes_of(each, deeper) for each in problems_of(deeper)] == [["limits"]]
