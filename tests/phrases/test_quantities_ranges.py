"""find_quantities, ranges, and two numbers that are none."""

from decimal import Decimal

import pytest

from invnews.phrases.quantities import find_quantities
from invnews.values import Quantity

D = Decimal

ROWS = [
    (
        "The park will have 60 to 70 tenants.",
        (Quantity.between(60, 70, "tenants", text="60 to 70"),),
    ),
    (
        "The company plans to open between 15 and 20 stores a year.",
        (Quantity.between(15, 20, "stores", per="year", text="between 15 and 20"),),
    ),
    (
        "Between 200 and 300 jobs could go.",
        (Quantity.between(200, 300, "jobs", text="Between 200 and 300"),),
    ),
    (
        "GDP grew 6.8-6.9 percent.",
        (Quantity.between(D("6.8"), D("6.9"), "percent", text="6.8-6.9 percent"),),
    ),
    (
        "GDP may grow 5% to 7%, or by 5 percent to 7 percent.",
        (
            Quantity.between(5, 7, "%", text="5% to 7%"),
            Quantity.between(5, 7, "percent", text="5 percent to 7 percent"),
        ),
    ),
    (
        "It will raise its stake from 25% to 51%.",
        (
            Quantity.exactly(25, "%", text="25%"),
            Quantity.exactly(51, "%", text="51%"),
        ),
    ),
    (
        "Staff rose from 100 to 250 people.",
        (
            Quantity.exactly(100, text="100"),
            Quantity.exactly(250, "people", text="250"),
        ),
    ),
    (
        "Exports fell from 1.2 million to 900,000 tonnes.",
        (
            Quantity.exactly(1_200_000, "tonnes", unit_kind="measure", text="1.2 million"),
            Quantity.exactly(900_000, "tonnes", unit_kind="measure", text="900,000 tonnes"),
        ),
    ),
    (
        "The plant needs from 40 to 60 operators.",
        (Quantity.between(40, 60, "operators", text="from 40 to 60"),),
    ),
    (
        "Two or three plants and 10 or 12 mills may close.",
        (
            Quantity.between(2, 3, "plants", text="Two or three"),
            Quantity.between(10, 12, "mills", text="10 or 12"),
        ),
    ),
    (
        "It has 2-3 million users.",
        (Quantity.between(2_000_000, 3_000_000, "users", text="2-3 million"),),
    ),
    (
        "Some 900,000 to 1.2 million tonnes are made.",
        (
            Quantity.between(
                900_000,
                1_200_000,
                "tonnes",
                unit_kind="measure",
                approximate=True,
                text="Some 900,000 to 1.2 million tonnes",
            ),
        ),
    ),
    (
        "Wages rose 5 and 7 percent respectively.",
        (
            Quantity.exactly(5, "percent", text="5"),
            Quantity.exactly(7, "percent", text="7 percent"),
        ),
    ),
    (
        "Around 10-15 firms will come.",
        (Quantity.between(10, 15, "firms", approximate=True, text="Around 10-15"),),
    ),
    (
        "The yield is 5–7 tonnes a hectare.",
        (Quantity.between(5, 7, "tonnes", unit_kind="measure", text="5–7 tonnes"),),
    ),
    (
        "Two hundred to three hundred guests came.",
        (Quantity.between(200, 300, "guests", text="Two hundred to three hundred"),),
    ),
    (
        "The rate went from 5 to 7 percent.",
        (
            Quantity.exactly(5, "percent", text="5"),
            Quantity.exactly(7, "percent", text="7 percent"),
        ),
    ),
    (
        "It spans 1,500 km to 2,000 km.",
        (Quantity.between(1500, 2000, "km", unit_kind="measure", text="1,500 km to 2,000 km"),),
    ),
    (
        "The unit employs 20 to about 30 people.",
        (Quantity.between(20, 30, "people", text="20 to about 30"),),
    ),
    (
        "The project needs somewhere between 500 and 600 hectares.",
        (
            Quantity.between(
                500, 600, "hectares", unit_kind="measure", text="between 500 and 600 hectares"
            ),
        ),
    ),
    (
        "A share of 25-to-30 percent is sought.",
        (Quantity.between(25, 30, "percent", text="25-to-30 percent"),),
    ),
    (
        "Output slid to 70,000 units from 90,000 units.",
        (
            Quantity.exactly(70_000, "units", text="70,000"),
            Quantity.exactly(90_000, "units", text="90,000"),
        ),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_two_numbers_are_a_range_unless_something_changes(sentence, expected):
    """Joined numbers are one range; "rose from X to Y" is two, and the unit spreads to both."""
    found = tuple(mention.value for mention in find_quantities(sentence))

    assert found == expected
