"""Comparators: what the words around a number say of it."""

import pytest

from invnews.phrases.comparators import Bounds, bounds


def around(text):
    """Return what the words around the 5 of a text say, and their text."""
    at = text.index("5")
    said = bounds(text, at, at + 1)
    return text[said.start : said.stop], said.comparator, said.approximate


def test_bounds_have_a_place():
    """
    Bounds begin where their words begin, and end where those behind the number end.
    """
    assert Bounds(3, 25, "at_least", approximate=True) == bounds(
        "is at least about 5 or so", 18, 19
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 5", ("more than 5", "more_than", False)),
        ("Well over 5", ("Well over 5", "more_than", False)),
        ("not more than 5", ("not more than 5", "at_most", False)),
        ("(over 5)", ("over 5", "more_than", False)),
        ("about 5", ("about 5", None, True)),
        ("at least about 5", ("at least about 5", "at_least", True)),
        ("already more than 5", ("already more than 5", "more_than", False)),
        ("already 5", ("5", None, False)),
        ("5 or more", ("5 or more", "at_least", False)),
        ("5-plus", ("5-plus", "at_least", False)),
        ("5+", ("5+", "at_least", False)),
        ("5 or so", ("5 or so", None, True)),
        ("crossed the 5 mark", ("crossed the 5", "more_than", False)),
        ("crossed the 5 lines", ("5", None, False)),
        ("rose up to 5", ("5", None, False)),
        ("lend up to 5", ("up to 5", "at_most", False)),
        ("a row over 5", ("5", None, False)),
        ("talks about 5", ("5", None, False)),
        ("5 or more than 6", ("5", None, False)),
        ("5 and more than 6", ("5", None, False)),
        ("5 and over 30 jobs", ("5", None, False)),
        ("5 tops forecasts", ("5", None, False)),
        ("5 minimum wage", ("5", None, False)),
        ("whatsoever 5", ("5", None, False)),
        ("5", ("5", None, False)),
    ],
)
def test_words_bound_a_number(text, expected):
    """
    Words that bound count outwards from the number; those of another thought do not.
    """
    assert expected == around(text)
