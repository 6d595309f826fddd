"""find_quantities, quantities without a number."""

import pytest

from invnews.phrases.quantities import find_quantities
from invnews.values import Quantity

ROWS = [
    (
        "Hundreds of thousands of jobs depend on it.",
        (Quantity.unquantified("jobs", magnitude=100_000, text="Hundreds of thousands"),),
    ),
    (
        "Tens of thousands of visitors came.",
        (Quantity.unquantified("visitors", magnitude=10_000, text="Tens of thousands"),),
    ),
    (
        "Dozens of firms left; scores of farms closed.",
        (
            Quantity.unquantified("firms", magnitude=10, text="Dozens"),
            Quantity.unquantified("farms", magnitude=10, text="scores"),
        ),
    ),
    (
        "Many companies wait, and several banks lend.",
        (
            Quantity.unquantified("companies", text="Many"),
            Quantity.unquantified("banks", text="several"),
        ),
    ),
    (
        "A few hundred workers and several thousand guests came.",
        (
            Quantity.unquantified("workers", magnitude=100, text="A few hundred"),
            Quantity.unquantified("guests", magnitude=1000, text="several thousand"),
        ),
    ),
    ("A handful of investors won.", (Quantity.unquantified("investors", text="A handful of"),)),
    (
        "It owns thousands of flats and millions of shares.",
        (
            Quantity.unquantified("flats", magnitude=1000, text="thousands"),
            Quantity.unquantified("shares", magnitude=1_000_000, text="millions"),
        ),
    ),
    (
        "Numerous projects stalled in a number of states.",
        (
            Quantity.unquantified("projects", text="Numerous"),
            Quantity.unquantified("states", text="a number of"),
        ),
    ),
    (
        "A few factories and a couple of mills reopened.",
        (
            Quantity.unquantified("factories", text="A few"),
            Quantity.unquantified("mills", text="a couple of"),
        ),
    ),
    (
        "The law hit hundreds of millions of users.",
        (Quantity.unquantified("users", magnitude=100_000_000, text="hundreds of millions"),),
    ),
    (
        "Thousands more jobs will follow.",
        (Quantity.unquantified("jobs", magnitude=1000, text="Thousands"),),
    ),
    ("Many of its plants are idle.", (Quantity.unquantified("plants", text="Many"),)),
    ("Countless shops closed.", (Quantity.unquantified("shops", text="Countless"),)),
    (
        "Several dozen suppliers came.",
        (Quantity.unquantified("suppliers", magnitude=10, text="Several dozen"),),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_word_for_many_has_no_number_but_perhaps_a_magnitude(sentence, expected):
    """Without a number nothing is invented: only the magnitude that a word names is kept."""
    found = tuple(mention.value for mention in find_quantities(sentence))

    assert found == expected
