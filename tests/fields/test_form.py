"""Forms of texts, and the metadata that a field is given."""

from decimal import Decimal

import pytest

from invnews.fields import (
    Form,
    Vocabulary,
    actor,
    acyclic,
    bounds,
    code,
    distinct,
    doc,
    expected,
    form,
    internal,
    refers_to,
    size,
    subject,
)

PLATE = Form.matching(
    "plate", "a number plate such as ABC-123", r"[A-Z]{1,3}-\d{1,4}",
    code="x-plate", example="ABC-123", source="Road act", maximum=6,
)  # fmt: skip
CODES = Vocabulary.of("v", "a v", {})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ABC-12", None),
        ("A-1", None),
        ("ABC-123", "expected a number plate such as ABC-123"),
        ("abc-12", "expected a number plate such as ABC-123"),
        (" A-1", "expected a number plate such as ABC-123"),
        ("A-1\n", "expected a number plate such as ABC-123"),
        ("A-١", "expected a number plate such as ABC-123"),
        ("", "expected a number plate such as ABC-123"),
    ],
)
def test_a_text_has_the_form_when_the_pattern_matches_it_whole(text, fault):
    """The pattern is anchored and ASCII, and the text at most as long as the form allows."""
    assert PLATE.fault(text) == fault


def test_a_form_says_what_it_is():
    """Name, words, pattern, code, example and source are read by docs and schemas."""
    parts = (PLATE.name, PLATE.expects, PLATE.pattern, PLATE.code, PLATE.example, PLATE.source)

    assert parts == (
        "plate", "a number plate such as ABC-123", r"[A-Z]{1,3}-\d{1,4}", "x-plate", "ABC-123",
        "Road act",
    )  # fmt: skip


def test_a_form_has_a_code_of_its_own_only_when_given():
    """Without a code a wrong text is malformed; a form of a function has a pattern of anything."""
    matching = Form.matching("a", "an a", "a")
    own = Form("b", "a b", lambda text: None)

    assert (matching.code, matching.fault("a"), own.code, own.pattern) == (
        "malformed", None, "malformed", ".*",
    )  # fmt: skip


def test_a_form_of_2048_characters_is_the_longest_unless_said():
    """A text longer than the maximum is refused before it is matched."""
    letters = Form.matching("a", "letters a", "a*")

    assert (letters.fault("a" * 2048), letters.fault("a" * 2049)) == (
        None, "expected letters a",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "metadata"),
    [
        (doc("Who."), {"invnews.doc": "Who."}),
        (doc("Who.", source="ISO"), {"invnews.doc": "Who.", "invnews.source": "ISO"}),
        (code(CODES), {"invnews.code": CODES}),
        (refers_to(), {"invnews.refers_to": ()}),
        (refers_to("person", actor()), {"invnews.refers_to": ("person", "@actor")}),
        (form(PLATE), {"invnews.form": PLATE}),
        (bounds(), {"invnews.bounds": (None, None)}),
        (bounds(0, Decimal("1.5")), {"invnews.bounds": (0, Decimal("1.5"))}),
        (size(), {"invnews.size": (0, None)}),
        (size(1, 2), {"invnews.size": (1, 2)}),
        (distinct(), {"invnews.distinct": True}),
        (acyclic(), {"invnews.acyclic": True}),
        (expected(), {"invnews.expected": True}),
        (internal(), {"invnews.internal": True}),
        (doc("Who.") | refers_to(subject()) | distinct(),
         {"invnews.doc": "Who.", "invnews.refers_to": ("@subject",), "invnews.distinct": True}),
    ],
)  # fmt: skip
def test_what_is_said_of_a_field_is_metadata_that_can_be_joined(said, metadata):
    """Every function gives a plain dict under names of our own, so that attrs takes it."""
    assert said == metadata
