"""find_quantities, measures: numbers with a unit of size, weight, power or data."""

from decimal import Decimal

import pytest

from invnews.phrases.quantities import find_quantities
from invnews.values import Quantity

D = Decimal

ROWS = [
    (
        "The line is 120 km long.",
        (Quantity.exactly(120, "km", unit_kind="measure", text="120 km"),),
    ),
    (
        "Output will grow to 3.6 million tonnes a year by 2025.",
        (
            Quantity.exactly(
                3_600_000, "tonnes", unit_kind="measure", per="year", text="3.6 million tonnes"
            ),
        ),
    ),
    (
        "Phase two adds 40 MW of capacity.",
        (Quantity.exactly(40, "MW", unit_kind="measure", text="40 MW"),),
    ),
    (
        "The 30,000 square metre facility sits on 12 hectares.",
        (
            Quantity.exactly(
                30_000, "square metre", unit_kind="measure", text="30,000 square metre"
            ),
            Quantity.exactly(12, "hectares", unit_kind="measure", text="12 hectares"),
        ),
    ),
    (
        "Oil output rose to 1.2 million barrels per day from 900,000 bpd.",
        (
            Quantity.exactly(1_200_000, "barrels", unit_kind="measure", text="1.2 million barrels"),
            Quantity.exactly(900_000, "bpd", unit_kind="measure", text="900,000 bpd"),
        ),
    ),
    (
        "The tunnel is 9.2 kilometres (5.7 miles) long and 60 metres deep.",
        (
            Quantity.exactly(D("9.2"), "kilometres", unit_kind="measure", text="9.2 kilometres"),
            Quantity.exactly(D("5.7"), "miles", unit_kind="measure", text="5.7 miles"),
            Quantity.exactly(60, "metres", unit_kind="measure", text="60 metres"),
        ),
    ),
    (
        "The mill will use 1.2 million cubic metres of wood and make 450,000 t of pulp.",
        (
            Quantity.exactly(
                1_200_000, "cubic metres", unit_kind="measure", text="1.2 million cubic metres"
            ),
            Quantity.exactly(450_000, "t", unit_kind="measure", text="450,000 t"),
        ),
    ),
    (
        "The port handled 2.1 million twenty-foot equivalent units (TEUs).",
        (
            Quantity.exactly(
                2_100_000,
                "twenty-foot equivalent units",
                unit_kind="measure",
                text="2.1 million twenty-foot equivalent units",
            ),
        ),
    ),
    (
        "The tower has 600,000 sq ft of space.",
        (Quantity.exactly(600_000, "sq ft", unit_kind="measure", text="600,000 sq ft"),),
    ),
    (
        "It needs 1 million litres of water a day and 5GW of power.",
        (
            Quantity.exactly(
                1_000_000, "litres", unit_kind="measure", per="day", text="1 million litres"
            ),
            Quantity.exactly(5, "GW", unit_kind="measure", text="5GW"),
        ),
    ),
    (
        "A 1,000-acre complex beside a 100-megawatt plant.",
        (
            Quantity.exactly(1000, "acre", unit_kind="measure", text="1,000-acre"),
            Quantity.exactly(100, "megawatt", unit_kind="measure", text="100-megawatt"),
        ),
    ),
    (
        "Rates were cut by 25 basis points; the yield fell 3 bps.",
        (
            Quantity.exactly(25, "basis points", unit_kind="measure", text="25 basis points"),
            Quantity.exactly(3, "bps", unit_kind="measure", text="3 bps"),
        ),
    ),
    (
        "The land, 40 sq km in all, holds 300 sq. ft plots and a 40,000 m2 hall.",
        (
            Quantity.exactly(40, "sq km", unit_kind="measure", text="40 sq km"),
            Quantity.exactly(300, "sq. ft", unit_kind="measure", text="300 sq. ft"),
            Quantity.exactly(40_000, "m2", unit_kind="measure", text="40,000 m2"),
        ),
    ),
    (
        "Chips of 28 nanometres are made on 12-inch wafers.",
        (
            Quantity.exactly(28, "nanometres", unit_kind="measure", text="28 nanometres"),
            Quantity.exactly(12, "inch", unit_kind="measure", text="12-inch"),
        ),
    ),
    (
        "Trains reach 350 km/h.",
        (Quantity.exactly(350, "km", unit_kind="measure", per="hour", text="350 km"),),
    ),
    (
        "The dam stores 5m cubic metres.",
        (Quantity.exactly(5_000_000, "cubic metres", unit_kind="measure", text="5m cubic metres"),),
    ),
    (
        "A tower 300m high stands on it.",
        (Quantity.exactly(300, "m", unit_kind="measure", text="300m"),),
    ),
    (
        "The mine has 20 million ounces of gold and 3.5Mt of copper.",
        (
            Quantity.exactly(20_000_000, "ounces", unit_kind="measure", text="20 million ounces"),
            Quantity.exactly(D("3.5"), "Mt", unit_kind="measure", text="3.5Mt"),
        ),
    ),
    (
        "The unit makes 500 TPD of oxygen and 20,000 b/d of fuel.",
        (
            Quantity.exactly(500, "TPD", unit_kind="measure", text="500 TPD"),
            Quantity.exactly(20_000, "b/d", unit_kind="measure", text="20,000 b/d"),
        ),
    ),
    (
        "The gas field holds 2.5 tcf.",
        (Quantity.exactly(D("2.5"), "tcf", unit_kind="measure", text="2.5 tcf"),),
    ),
    (
        "The battery stores 200 MWh, enough for 50,000 homes.",
        (
            Quantity.exactly(200, "MWh", unit_kind="measure", text="200 MWh"),
            Quantity.exactly(50_000, "homes", text="50,000"),
        ),
    ),
    (
        "More than 500 MW or about 1,700 GWh annually will be sold.",
        (
            Quantity.more_than(500, "MW", unit_kind="measure", text="More than 500 MW"),
            Quantity.exactly(
                1700,
                "GWh",
                unit_kind="measure",
                approximate=True,
                per="year",
                text="about 1,700 GWh",
            ),
        ),
    ),
    (
        "Storage of 50+ TB and 10 Gbps links are offered.",
        (
            Quantity.at_least(50, "TB", unit_kind="measure", text="50+ TB"),
            Quantity.exactly(10, "Gbps", unit_kind="measure", text="10 Gbps"),
        ),
    ),
    (
        "Farmers sold 50 kg bags and 2,000 bushels.",
        (
            Quantity.exactly(50, "kg", unit_kind="measure", text="50 kg"),
            Quantity.exactly(2000, "bushels", unit_kind="measure", text="2,000 bushels"),
        ),
    ),
    (
        "The tanker of 300,000 dwt carries 2 million barrels of oil equivalent.",
        (
            Quantity.exactly(300_000, "dwt", unit_kind="measure", text="300,000 dwt"),
            Quantity.exactly(
                2_000_000,
                "barrels of oil equivalent",
                unit_kind="measure",
                text="2 million barrels of oil equivalent",
            ),
        ),
    ),
    (
        "A pipe of 28 mm and 2 x 660 MW turbines.",
        (
            Quantity.exactly(28, "mm", unit_kind="measure", text="28 mm"),
            Quantity.exactly(660, "MW", unit_kind="measure", text="660 MW"),
        ),
    ),
    (
        "Temperatures of -5°C were measured.",
        (Quantity.exactly(-5, "°C", unit_kind="measure", text="-5°C"),),
    ),
    (
        "The pit moves 10 tonnes per hour.",
        (Quantity.exactly(10, "tonnes", unit_kind="measure", per="hour", text="10 tonnes"),),
    ),
    (
        "Steel use was 70 kg per person.",
        (Quantity.exactly(70, "kg", unit_kind="measure", per="person", text="70 kg"),),
    ),
    (
        "A 12,000 TEU ship came.",
        (Quantity.exactly(12_000, "TEU", unit_kind="measure", text="12,000 TEU"),),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_measure_keeps_its_unit_as_written(sentence, expected):
    """A measure keeps the unit as written; "a year" behind it is what it is per."""
    found = tuple(mention.value for mention in find_quantities(sentence))

    assert found == expected
