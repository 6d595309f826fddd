"""find_quantities, counts: numbers of people, places and things, with their head noun."""

import pytest

from invnews.phrases.quantities import find_quantities
from invnews.values import Quantity

ROWS = [
    (
        "The group employs some 12,400 people at 31 sites in nine countries.",
        (
            Quantity.exactly(12_400, "people", approximate=True, text="some 12,400"),
            Quantity.exactly(31, "sites", text="31"),
            Quantity.exactly(9, "countries", text="nine"),
        ),
    ),
    (
        "The zone drew 1,236 projects from 48 economies, creating more than 350,000 jobs.",
        (
            Quantity.exactly(1236, "projects", text="1,236"),
            Quantity.exactly(48, "economies", text="48"),
            Quantity.more_than(350_000, "jobs", text="more than 350,000"),
        ),
    ),
    (
        "The 1,200MW plant will power 2 million homes.",
        (
            Quantity.exactly(1200, "MW", unit_kind="measure", text="1,200MW"),
            Quantity.exactly(2_000_000, "homes", text="2 million"),
        ),
    ),
    (
        "The deal covers 27 aircraft, including 12 Boeing 787s.",
        (
            Quantity.exactly(27, "aircraft", text="27"),
            Quantity.exactly(12, text="12"),
        ),
    ),
    (
        "The line links three cities and has 14 stations.",
        (
            Quantity.exactly(3, "cities", text="three"),
            Quantity.exactly(14, "stations", text="14"),
        ),
    ),
    (
        "Around 60 engineers will be hired, rising to as many as 300 by 2025.",
        (
            Quantity.exactly(60, "engineers", approximate=True, text="Around 60"),
            Quantity.at_most(300, text="as many as 300"),
        ),
    ),
    (
        "The ministry approved 4,887 manufacturing projects between 2010 and 2015.",
        (Quantity.exactly(4887, "projects", text="4,887"),),
    ),
    ("Two hundred workers were laid off.", (Quantity.exactly(200, "workers", text="Two hundred"),)),
    (
        "The resort will have 250 villas, a 120-room hotel and two 18-hole golf courses.",
        (
            Quantity.exactly(250, "villas", text="250"),
            Quantity.exactly(120, "room", text="120"),
            Quantity.exactly(2, "courses", text="two"),
        ),
    ),
    (
        "The factory makes 1.5 lakh units a month and employs 3,000-odd workers.",
        (
            Quantity.exactly(150_000, "units", per="month", text="1.5 lakh"),
            Quantity.exactly(3000, "workers", approximate=True, text="3,000-odd"),
        ),
    ),
    (
        "It sold 50,000 units in the third quarter.",
        (Quantity.exactly(50_000, "units", text="50,000"),),
    ),
    (
        "The bank has 1,100 branches, 3,400 ATMs and over 10m customers in 19 markets.",
        (
            Quantity.exactly(1100, "branches", text="1,100"),
            Quantity.exactly(3400, "ATMs", text="3,400"),
            Quantity.more_than(10_000_000, "customers", text="over 10m"),
            Quantity.exactly(19, "markets", text="19"),
        ),
    ),
    (
        "Its 350-strong workforce will double to about 700.",
        (
            Quantity.exactly(350, text="350"),
            Quantity.exactly(700, approximate=True, text="about 700"),
        ),
    ),
    (
        "Under the plan, 5,000 new homes, 2 schools and 1 hospital will be built.",
        (
            Quantity.exactly(5000, "homes", text="5,000"),
            Quantity.exactly(2, "schools", text="2"),
            Quantity.exactly(1, "hospital", text="1"),
        ),
    ),
    (
        "The carrier operates 103 Airbus jets on 400 routes.",
        (
            Quantity.exactly(103, "jets", text="103"),
            Quantity.exactly(400, "routes", text="400"),
        ),
    ),
    (
        "China's 1.4 billion consumers bought 28.9 million vehicles last year.",
        (
            Quantity.exactly(1_400_000_000, "consumers", text="1.4 billion"),
            Quantity.exactly(28_900_000, "vehicles", text="28.9 million"),
        ),
    ),
    (
        "A dozen-odd companies from Japan, including seven carmakers, joined.",
        (
            Quantity.exactly(12, "companies", approximate=True, text="A dozen-odd"),
            Quantity.exactly(7, "carmakers", text="seven"),
        ),
    ),
    (
        "At least three dozen projects worth a total of US$5 billion were signed.",
        (Quantity.at_least(36, "projects", text="At least three dozen"),),
    ),
    (
        "A record 2,500 delegates from 80-plus countries came.",
        (
            Quantity.exactly(2500, "delegates", text="2,500"),
            Quantity.at_least(80, "countries", text="80-plus"),
        ),
    ),
    (
        "Investors from 21 economies put money into 170 of the 300 lots.",
        (
            Quantity.exactly(21, "economies", text="21"),
            Quantity.exactly(170, text="170"),
            Quantity.exactly(300, "lots", text="300"),
        ),
    ),
    (
        "The company, which has 55 shops in the UK, wants 100 by 2022.",
        (
            Quantity.exactly(55, "shops", text="55"),
            Quantity.exactly(100, text="100"),
        ),
    ),
    (
        "Nine companies came from the U.S., four from Japan and two from Germany.",
        (
            Quantity.exactly(9, "companies", text="Nine"),
            Quantity.exactly(4, text="four"),
            Quantity.exactly(2, text="two"),
        ),
    ),
    (
        "The group of 12 investors will hold the rest.",
        (Quantity.exactly(12, "investors", text="12"),),
    ),
    (
        "It expects to hire 500 this year and 1,000 next year.",
        (
            Quantity.exactly(500, text="500"),
            Quantity.exactly(1000, text="1,000"),
        ),
    ),
    (
        "Production started with 20 staff; the number will reach 75.",
        (
            Quantity.exactly(20, "staff", text="20"),
            Quantity.exactly(75, text="75"),
        ),
    ),
    (
        "The airport can handle 12 million passengers a year.",
        (Quantity.exactly(12_000_000, "passengers", per="year", text="12 million"),),
    ),
    (
        "More than 1,000 of its 2,400 employees work abroad.",
        (
            Quantity.more_than(1000, text="More than 1,000"),
            Quantity.exactly(2400, "employees", text="2,400"),
        ),
    ),
    (
        "The hub hosts 50 small and medium-sized enterprises and 20 MoUs were signed.",
        (
            Quantity.exactly(50, "enterprises", text="50"),
            Quantity.exactly(20, "MoUs", text="20"),
        ),
    ),
    (
        "A unit with 10k users lost 2,000 or more subscribers.",
        (
            Quantity.exactly(10_000, "users", text="10k"),
            Quantity.at_least(2000, "subscribers", text="2,000 or more"),
        ),
    ),
    (
        "The brand wants 50 stores or more, and 40 shops or so in Perth.",
        (
            Quantity.at_least(50, "stores", text="50 stores or more"),
            Quantity.exactly(40, "shops", approximate=True, text="40 shops or so"),
        ),
    ),
    (
        "No fewer than 16 bidders, but fewer than 30, came forward.",
        (
            Quantity.at_least(16, "bidders", text="No fewer than 16"),
            Quantity.less_than(30, text="fewer than 30"),
        ),
    ),
    (
        "The yard has built 1,750 vessels; another 3 more ships will follow.",
        (
            Quantity.exactly(1750, "vessels", text="1,750"),
            Quantity.exactly(3, "ships", text="3"),
        ),
    ),
    (
        "The state counts 1,00,000 looms and 3 crore voters.",
        (
            Quantity.exactly(100_000, "looms", text="1,00,000"),
            Quantity.exactly(30_000_000, "voters", text="3 crore"),
        ),
    ),
    (
        "The dozen banks lent to half a dozen mills.",
        (
            Quantity.exactly(12, "banks", text="dozen"),
            Quantity.exactly(6, "mills", text="half a dozen"),
        ),
    ),
    (
        "Half a million farmers and a hundred million tourists came.",
        (
            Quantity.exactly(500_000, "farmers", text="Half a million"),
            Quantity.exactly(100_000_000, "tourists", text="a hundred million"),
        ),
    ),
    (
        "It hired 200 sales staff and 15 systems engineers.",
        (
            Quantity.exactly(200, "staff", text="200"),
            Quantity.exactly(15, "engineers", text="15"),
        ),
    ),
    (
        "Some 1.2bn users in 190 states use it.",
        (
            Quantity.exactly(1_200_000_000, "users", approximate=True, text="Some 1.2bn"),
            Quantity.exactly(190, "states", text="190"),
        ),
    ),
    ("It will need 2000 workers.", (Quantity.exactly(2000, "workers", text="2000"),)),
    (
        "The fund's 16 investors include 6 banks.",
        (
            Quantity.exactly(16, "investors", text="16"),
            Quantity.exactly(6, "banks", text="6"),
        ),
    ),
    ("Seven of its plants will close.", (Quantity.exactly(7, text="Seven"),)),
    (
        "Of its 9 plants, 6 are in Asia, 3 in China and two in India.",
        (
            Quantity.exactly(9, "plants", text="9"),
            Quantity.exactly(6, text="6"),
            Quantity.exactly(3, text="3"),
            Quantity.exactly(2, text="two"),
        ),
    ),
    (
        "The site employs 1 600 people and 16,500 direct and indirect jobs depend on it.",
        (
            Quantity.exactly(1600, "people", text="1 600"),
            Quantity.exactly(16_500, "jobs", text="16,500"),
        ),
    ),
    (
        "One hundred and twenty plants and thirty-five mills run.",
        (
            Quantity.exactly(120, "plants", text="One hundred and twenty"),
            Quantity.exactly(35, "mills", text="thirty-five"),
        ),
    ),
    ("There are 120 m shares.", (Quantity.exactly(120_000_000, "shares", text="120 m"),)),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_count_has_the_number_its_noun_and_its_bound(sentence, expected):
    """A count is its number, with the head noun as written and what the words around it say."""
    found = tuple(mention.value for mention in find_quantities(sentence))

    assert found == expected
