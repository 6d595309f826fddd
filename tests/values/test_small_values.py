"""The smaller values: what each refuses across its fields, and what it lets pass."""

from typing import Any

import pytest

from invnews.errors import InvalidData, Problem
from invnews.shapes import describe
from invnews.values import (
    VALUES,
    Attribution,
    AttributionLink,
    Condition,
    Evidence,
    Identifier,
    KeyDate,
    Name,
    PartialDate,
    Party,
    Recorded,
    Sector,
    Segment,
    Stance,
    StatusChange,
    Undertaking,
)

EXCLUDED = "the end is excluded"


def problems(cls: type[Any], given_values: dict[str, Any]) -> tuple[Problem, ...]:
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        cls(**given_values)
    return exc.value.problems


REFUSED = [
    (Evidence, {"document": "d", "start": 5, "end": 5}, [
        Problem("$.end", "ends_before_start", "expected an end after 5, got 5", 5, EXCLUDED)]),
    (Evidence, {"document": "d", "start": 5, "end": 4, "exact": "abc"}, [
        Problem("$.end", "ends_before_start", "expected an end after 5, got 4", 4, EXCLUDED)]),
    (Evidence, {"document": "d", "start": 5, "end": 8, "exact": "𝔸b"}, [
        Problem("$.exact", "evidence_mismatch", "expected 3 characters, got 2",
                hint="offsets count code points of the text, the end excluded")]),
    (Evidence, {"document": "d", "start": -1, "end": 0}, [
        Problem("$.start", "out_of_bounds", "expected at least 0, got -1", -1),
        Problem("$.end", "out_of_bounds", "expected at least 1, got 0", 0)]),
    (Evidence, {"document": "d", "start": 0, "end": 1, "supports": ("a", "a")}, [
        Problem("$.supports[1]", "duplicate_item",
                "expected each item once, got the same as item 0", "a")]),
    (Evidence, {"document": "d", "start": 0, "end": 1, "supports": ("$.a", "b[0][1]")}, [
        Problem("$.supports[0]", "malformed", "expected a path from the record such as "
                "value.amount or parties[0].party, got '$.a'", "$.a"),
        Problem("$.supports[1]", "malformed", "expected a path from the record such as "
                "value.amount or parties[0].party, got 'b[0][1]'", "b[0][1]")]),
    (Evidence, {"document": "d", "start": 0, "end": 1, "basis": "guess"}, [
        Problem("$.basis", "unknown_code", "expected a basis of evidence, got 'guess'", "guess",
                "known: text, inference; or a code of your own that begins with x-")]),
    (Segment, {"type": "body", "start": 9, "end": 9}, [
        Problem("$.end", "ends_before_start", "expected an end after 9, got 9", 9, EXCLUDED)]),
    (Segment, {"type": "bodytext", "start": 0, "end": 9}, [
        Problem("$.type", "unknown_code", "expected a segment type, got 'bodytext'", "bodytext",
                "did you mean 'body'?")]),
    (Sector, {}, [
        Problem("$", "missing_field", "expected a code with its scheme, or a text")]),
    (Sector, {"scheme": "isic"}, [
        Problem("$", "missing_field", "expected a code with its scheme, or a text")]),
    (Sector, {"code": "6201"}, [
        Problem("$.scheme", "missing_field", "expected the scheme of the code",
                hint="name the classification, such as isic")]),
    (Sector, {"code": "6201", "text": "software"}, [
        Problem("$.scheme", "missing_field", "expected the scheme of the code",
                hint="name the classification, such as isic")]),
    (AttributionLink, {"role": "speaker"}, [
        Problem("$", "missing_field", "expected a party (its id) or a description of one",
                hint="such as 'multiple media reports'")]),
    (AttributionLink, {"role": "speaker", "party": "a", "description": "a friend"}, [
        Problem("$.description", "inconsistent",
                "expected a party or a description, got both", "a friend")]),
    (Identifier, {"scheme": "isin", "value": "US0378331006"}, [
        Problem("$.value", "bad_identifier", "check digit is wrong: expected 5, found 6, "
                "in the isin 'US0378331006'", "US0378331006")]),
    (Identifier, {"scheme": "ISIN", "value": "US0378331005"}, [
        Problem("$.scheme", "malformed", "expected the name of a scheme such as lei or isin, "
                "got 'ISIN'", "ISIN")]),
    (Identifier, {"scheme": "acme", "value": "a" * 257}, [
        Problem("$.value", "too_long", "expected at most 256 characters, got 257",
                "a" * 79 + "…")]),
    (Name, {"text": "MDEC", "language": "EN"}, [
        Problem("$.language", "malformed",
                "expected a BCP 47 language tag such as en, ms or zh-Hant-HK, got 'EN'", "EN")]),
    (Party, {"party": "Alibaba Group"}, [
        Problem("$.party", "bad_id", "expected an id of 1 to 128 characters "
                "A-Z a-z 0-9 . _ : / -, got 'Alibaba Group'", "Alibaba Group")]),
    (Stance, {"target": "trade", "polarity": "for"}, [
        Problem("$.polarity", "unknown_code", "expected a stance polarity, got 'for'", "for",
                "did you mean 'positive'?")]),
    (StatusChange, {"status": "signed", "modality": "real"}, [
        Problem("$.modality", "unknown_code", "expected an occurrence, got 'real'", "real",
                "did you mean 'actual'?")]),
    (KeyDate, {"role": "signed", "on": "2018"}, [
        Problem("$.on", "wrong_type", "expected an instance of PartialDate, got '2018'", "2018",
                "write PartialDate('2018')")]),
    (Condition, {"text": "approval", "by": "bank"}, [
        Problem("$.by", "wrong_type", "expected a tuple, got 'bank'", "bank",
                "write (x,) with a comma")]),
    (Undertaking, {"text": " "}, [
        Problem("$.text", "blank", "expected a text, got a blank one", " ",
                "leave out what the source does not say")]),
    (Recorded, {"method": "by hand"}, [
        Problem("$.method", "unknown_code", "expected a recording method, got 'by hand'",
                "by hand", "did you mean 'manual'?")]),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "given_values", "expected"), REFUSED,
                         ids=lambda it: getattr(it, "__name__", ""))  # fmt: skip
def test_a_value_refuses_itself(cls, given_values, expected):
    """Paths start at the value; the rules across fields name the field that is at fault."""
    assert problems(cls, given_values) == tuple(expected)


TAKEN = [
    (Evidence, {"document": "d", "start": 0, "end": 1, "exact": "𝔸"}),
    (Evidence, {"document": "d", "start": 0, "end": 2, "exact": "\r\n-"[1:],
                "supports": ("value.amount", "parties[0].party", "missing.x-price")}),
    (Segment, {"type": "headline", "start": 0, "end": 1}),
    (Segment, {"type": "x-sidebar", "start": 10, "end": 11}),
    (Sector, {"text": "software"}),
    (Sector, {"scheme": "isic", "code": "6201"}),
    (Sector, {"scheme": "isic", "text": "software"}),
    (AttributionLink, {"role": "speaker", "party": "a"}),
    (AttributionLink, {"role": "x-echo", "description": "a person familiar with the matter",
                       "naming": "unnamed", "capacity": "analyst"}),
    (Attribution, {}),
    (Attribution, {"links": (AttributionLink(role="speaker", party="a"),) * 2}),
    (Identifier, {"scheme": "isin", "value": "US0378331005"}),
    (Identifier, {"scheme": "acme.register", "value": "No. 12/2018 (MY)"}),
    (Recorded, {}),
    (Name, {"text": "人民币", "language": "zh-Hant-HK"}),
    (Party, {"party": "a", "role": "x-cook", "on_behalf_of": "b", "capacity": "chief"}),
    (StatusChange, {"status": "signed", "by": ("a", "b"), "on": PartialDate("2018")}),
    (Condition, {"text": "approval"}),
    (Undertaking, {"text": "explore", "to": ("a",), "about": ("b",)}),
    (Stance, {"target": "trade", "polarity": "positive", "holder": "a"}),
    (KeyDate, {"role": "signed", "on": PartialDate("2018")}),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "given_values"), TAKEN,
                         ids=lambda it: getattr(it, "__name__", ""))  # fmt: skip
def test_a_value_holds_what_is_given(cls, given_values):
    """Nothing is added, stripped, folded or completed."""
    made = cls(**given_values)

    assert {name: getattr(made, name) for name in given_values} == given_values


def test_every_value_class_is_constructed_here_or_in_a_file_of_its_own():
    """A value that is added to the library joins the tables above."""
    own_files = {"Money", "Quantity", "PartialDate", "RelativeDate"}
    here = {cls.__name__ for cls, *_ in (*REFUSED, *TAKEN)}

    assert {cls.__name__ for cls in VALUES} == here | own_files


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_every_field_of_a_value_is_documented(cls):
    """The doc() of a field feeds reference and schema."""
    undocumented = [field.name for field in describe(cls).fields if not field.doc.strip()]

    assert undocumented == []
