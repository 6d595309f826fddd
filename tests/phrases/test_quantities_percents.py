"""find_quantities, percentages, fractions and multiples."""

from decimal import Decimal

import pytest

from invnews.phrases.quantities import find_quantities
from invnews.values import Quantity

D = Decimal

ROWS = [
    (
        "Foreign firms made up nearly two-thirds of exhibitors, up from about 45 percent a year earlier.",
        (
            Quantity.exactly(
                D("66.6667"), unit_kind="percent", approximate=True, text="nearly two-thirds"
            ),
            Quantity.exactly(45, "percent", approximate=True, text="about 45 percent"),
        ),
    ),
    (
        "The founder keeps 12.5 per cent.",
        (Quantity.exactly(D("12.5"), "per cent", text="12.5 per cent"),),
    ),
    (
        "About one in four plans to expand; three in 10 will cut staff.",
        (
            Quantity.exactly(25, unit_kind="percent", approximate=True, text="About one in four"),
            Quantity.exactly(30, unit_kind="percent", text="three in 10"),
        ),
    ),
    (
        "FDI approvals fell 12.4 per cent year-on-year.",
        (Quantity.exactly(D("12.4"), "per cent", text="12.4 per cent"),),
    ),
    (
        "Nearly 90 per cent of goods are free.",
        (Quantity.exactly(90, "per cent", approximate=True, text="Nearly 90 per cent"),),
    ),
    (
        "The bonds were three times oversubscribed.",
        (Quantity.exactly(3, "times", unit_kind="multiple", text="three times"),),
    ),
    (
        "Output will grow threefold.",
        (Quantity.exactly(3, "fold", unit_kind="multiple", text="threefold"),),
    ),
    (
        "The agency said 8 out of 10 startups fail within five years.",
        (Quantity.exactly(80, unit_kind="percent", text="8 out of 10"),),
    ),
    (
        "Up to 40 per cent of staff may go.",
        (Quantity.at_most(40, "per cent", text="Up to 40 per cent"),),
    ),
    (
        "Two-thirds of respondents (66 per cent) plan to invest; 34 % do not.",
        (
            Quantity.exactly(D("66.6667"), unit_kind="percent", text="Two-thirds"),
            Quantity.exactly(66, "per cent", text="66 per cent"),
            Quantity.exactly(34, "%", text="34 %"),
        ),
    ),
    (
        "More than half of all farms are affected.",
        (Quantity.more_than(50, unit_kind="percent", text="More than half"),),
    ),
    (
        "Sales jumped 35pc, a five-fold increase.",
        (
            Quantity.exactly(35, "pc", unit_kind="percent", text="35pc"),
            Quantity.exactly(5, "fold", unit_kind="multiple", text="five-fold"),
        ),
    ),
    ("A majority 70% is held by the state.", (Quantity.exactly(70, "%", text="70%"),)),
    (
        "A third of the land and a quarter of the flats were sold.",
        (
            Quantity.exactly(D("33.3333"), unit_kind="percent", text="A third"),
            Quantity.exactly(25, unit_kind="percent", text="a quarter"),
        ),
    ),
    (
        "Demand shrank by a fifth, and costs by half.",
        (
            Quantity.exactly(20, unit_kind="percent", text="a fifth"),
            Quantity.exactly(50, unit_kind="percent", text="half"),
        ),
    ),
    (
        "Margins widened by 2.5 percentage points, or half a percentage point more than forecast.",
        (
            Quantity.exactly(D("2.5"), "percentage points", text="2.5 percentage points"),
            Quantity.exactly(
                D("0.5"), "percentage point", unit_kind="percent", text="half a percentage point"
            ),
        ),
    ),
    (
        "Growth of -1.2 percent is likely.",
        (Quantity.exactly(D("-1.2"), "percent", text="-1.2 percent"),),
    ),
    ("The stake is 51%-owned by a fund.", (Quantity.exactly(51, "%", text="51%"),)),
    (
        "It trades at 12x earnings and 3 times book value.",
        (
            Quantity.exactly(12, "x", unit_kind="multiple", text="12x"),
            Quantity.exactly(3, "times", unit_kind="multiple", text="3 times"),
        ),
    ),
    (
        "Orders were twice the amount of 2017, 10 times more than in 2010.",
        (
            Quantity.exactly(2, unit_kind="multiple", text="twice"),
            Quantity.exactly(10, "times", unit_kind="multiple", text="10 times"),
        ),
    ),
    (
        "At least 30 percent, perhaps 50% or more, will be local.",
        (
            Quantity.at_least(30, "percent", text="At least 30 percent"),
            Quantity.at_least(50, "%", text="50% or more"),
        ),
    ),
    (
        "The firm has a one-third stake and three-quarters of the seats.",
        (
            Quantity.exactly(D("33.3333"), unit_kind="percent", text="one-third"),
            Quantity.exactly(75, unit_kind="percent", text="three-quarters"),
        ),
    ),
    (
        "Just under a tenth of output is sold abroad.",
        (Quantity.less_than(10, unit_kind="percent", text="Just under a tenth"),),
    ),
    (
        "Profit was up by more than a quarter.",
        (Quantity.more_than(25, unit_kind="percent", text="more than a quarter"),),
    ),
    ("The duty is five percent.", (Quantity.exactly(5, "percent", text="five percent"),)),
    ("Shares gained 3.2 pct.", (Quantity.exactly(D("3.2"), "pct", text="3.2 pct"),)),
    ("Interest of 8% per annum is charged.", (Quantity.exactly(8, "%", per="year", text="8%"),)),
    ("Half the workforce is local.", (Quantity.exactly(50, unit_kind="percent", text="Half"),)),
    (
        "The town has one-fifth of the jobs; nine-tenths are held by men.",
        (
            Quantity.exactly(20, unit_kind="percent", text="one-fifth"),
            Quantity.exactly(90, unit_kind="percent", text="nine-tenths"),
        ),
    ),
    (
        "The output is a hundredfold of that.",
        (Quantity.exactly(100, "fold", unit_kind="multiple", text="hundredfold"),),
    ),
    ("Minus 3.1% growth is forecast.", (Quantity.exactly(D("-3.1"), "%", text="Minus 3.1%"),)),
    (
        "Some 70 to 80 per cent of it, or 2.5 times as much.",
        (
            Quantity.between(70, 80, "per cent", approximate=True, text="Some 70 to 80 per cent"),
            Quantity.exactly(D("2.5"), "times", unit_kind="multiple", text="2.5 times"),
        ),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_share_is_percent_and_a_factor_is_a_multiple(sentence, expected):
    """Fractions in words are percent to four decimals; "three-fold" and "10 times more" are multiples."""
    found = tuple(mention.value for mention in find_quantities(sentence))

    assert found == expected
