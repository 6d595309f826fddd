"""Values that the finders fill without their constructor are what the constructor would make."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews import Money, Quantity, find_money, find_quantities
from invnews.shapes import filler

HERE = Path(__file__).parent
LINES = [line for name in ("money", "dates") for line in
         (HERE / f"{name}.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]  # fmt: skip
PARTS = ["$", "US$", "£", "Rs ", "5", "1,000", "3.5", "0.125", "½", " million", " crore", "k", "%",
         " percent", " jobs", " MW", " a year", " cents", "between ", " and ", " to ", "-", "−",
         "more than ", "nearly ", "hundreds of ", "999999999999999999", "0." + "9" * 18, " trillion",
         " million trillion", "SEKm ", "\0", "\ud800", "\u200f", " of ", "a third ", "two "]  # fmt: skip


def checked(mentions):
    """Return the values of mentions, each made anew by its constructor."""
    return [attrs.evolve(each.value) for each in mentions]


@pytest.mark.parametrize("country", [None, "IN", "ID"])
def test_every_value_found_in_sentences_passes_its_constructor(country):
    """Whatever is found in the sentences of the tables is valid, and equal when made anew."""
    for line in LINES:
        for find in (find_money, find_quantities):
            found = find(line, country=country)

            assert [each.value for each in found] == checked(found)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.sampled_from([None, "ID"]))
def test_every_value_found_in_odd_texts_passes_its_constructor(text, country):
    """Huge, tiny and broken expressions give valid values or none; nothing is raised."""
    for find in (find_money, find_quantities):
        found = find(text, country=country)

        assert [each.value for each in found] == checked(found)


def test_filled_values_are_frozen_and_hash_like_others():
    """A filled value is of the class itself, cannot be changed, and has its hash and type."""
    money = filler(Money)("unquantified", None, None, "USD", False, None, None, "US$ a lot")
    other = Quantity.exactly(5, "jobs", text="5")
    filled = filler(Quantity)("exactly", other.amount, None, "jobs", "count", False, None, None, "5")

    assert (type(filled), filled, hash(filled)) == (Quantity, other, hash(other))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        money.currency = "EUR"
