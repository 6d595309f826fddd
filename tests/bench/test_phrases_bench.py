"""
The benchmark of the finders: how it scores, what it refuses, what it reports.
"""

import json
import signal
import time
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import phrases
import pytest
from phrase_bench import growth, ours
from phrase_bench.controls import control_date, control_money, control_quantity
from phrase_bench.expressions import Context, DateFound, Expression, NumberFound
from phrase_bench.matching import match
from phrase_bench.peers import BoxedFinder, time_box
from phrase_bench.rows import NOWHERE, BadInput, Row, read_directory, read_row
from phrase_bench.scoring import LEVELS, Ratio, ratio, score

import invnews
from invnews import Money, PartialDate, Quantity

TEXT = "Sales hit $5 million, up from $4 million."


def said(start, end, low=None, high=None, bound="exact", currency="USD", **more):
    """An expression; of one number the high end is the low one, unless it is a bound."""
    low, high = (each if each is None else Decimal(each) for each in (low, high))
    return Expression(
        start=start, end=end, low=low, high=high, bound=bound, currency=currency, **more
    )


FIVE = said(10, 20, 5_000_000, 5_000_000)
FOUR = said(30, 40, 4_000_000, 4_000_000)


def row(*gold, text=TEXT, **more):
    """A row of money with these expressions, in no groups."""
    return Row(id="r", sort="money", text=text, gold=gold, groups=((),) * len(gold), **more)


def levels(one_row, *found, sort="money"):
    """Precision and recall of *found* in one row, by level, as (right, found, gold)."""
    outcome = match(one_row, found)
    return {name: ratio([outcome], level) for name, level in LEVELS[sort].items()}


def test_all_right_is_perfect():
    """When everything is found and right, each level has all of it, and the row is exact."""
    found = levels(row(FIVE, FOUR), FIVE, FOUR)

    assert found == dict.fromkeys(LEVELS["money"], Ratio(2, 2, 2))
    assert match(row(FIVE, FOUR), [FOUR, FIVE]).is_perfect(LEVELS["money"]["full"])


def test_what_is_missing_costs_recall():
    """An expression that is not found lowers recall only, and the row is not exact."""
    found = levels(row(FIVE, FOUR), FIVE)["full"]

    assert (found.precision, found.recall, found.f1) == (1.0, 0.5, 2 / 3)
    assert not match(row(FIVE, FOUR), [FIVE]).is_perfect(LEVELS["money"]["full"])


def test_what_is_extra_costs_precision():
    """An expression that is not there lowers precision only, and the row is not exact."""
    found = levels(row(FIVE), FIVE, FOUR)["full"]

    assert (found.precision, found.recall, found.f1) == (0.5, 1.0, 2 / 3)
    assert not match(row(FIVE), [FIVE, FOUR]).is_perfect(LEVELS["money"]["full"])


def test_a_negative_without_finds_is_exact():
    """A row with nothing in it is exact when nothing is found, and counts as 1."""
    outcome = match(row(), [])

    assert outcome.is_perfect(LEVELS["money"]["full"])
    assert ratio([outcome], LEVELS["money"]["full"]).f1 == 1.0


def test_ignored_spans_are_neutral():
    """What is found in an ignored span and meets no gold is neither right nor wrong."""
    outcome = match(row(FIVE, ignore=((32, 33),)), [FIVE, FOUR])

    assert (outcome.extra, outcome.neutral, outcome.found) == ((), (FOUR,), 1)
    assert outcome.is_perfect(LEVELS["money"]["full"])


def test_ignored_spans_do_not_hide_gold():
    """An expression that meets gold counts, though it also touches an ignored span."""
    outcome = match(row(FIVE, ignore=((19, 25),)), [FIVE])

    assert (outcome.pairs, outcome.neutral) == (((0, FIVE),), ())


def test_levels_ask_for_one_thing_more_each():
    """Wrong currency, comparator, bounds and number each fail from their level on."""
    names = list(LEVELS["money"])
    wrong = {
        "detect": said(10, 20, 7, 7),
        "numbers": said(10, 20, 5_000_000, None),
        "amount": said(10, 20, 5_000_000, 5_000_000, currency="SGD"),
        "amount+currency": said(10, 20, 5_000_000, 5_000_000, bound="about"),
        "full": FIVE,
    }

    for last, found in wrong.items():
        right = {name: each.right for name, each in levels(row(FIVE), found).items()}
        assert right == {name: int(names.index(name) <= names.index(last)) for name in names}


def test_the_greatest_overlap_is_paired_first():
    """One find over two gold expressions meets the one it shares more with; each is met once."""
    wide = said(12, 40, 4_000_000, 4_000_000)
    outcome = match(row(FIVE, FOUR), [wide])
    both = match(row(FIVE, FOUR), [wide, said(10, 15)])

    assert outcome.pairs == ((1, wide),)
    assert both.pairs == ((0, said(10, 15)), (1, wide))


def test_of_equal_overlaps_the_leftmost_is_paired():
    """A find that shares as much with two gold expressions meets the left one."""
    found = said(15, 35)

    assert match(row(FIVE, FOUR), [found]).pairs == ((0, found),)


def test_neighbours_do_not_overlap():
    """Spans that only touch are no pair."""
    assert match(row(FIVE), [said(20, 25)]).pairs == ()


def test_other_readings_of_a_date_are_accepted():
    """First and last day are right together: the gold's pair or an accepted one, no mixture."""
    whole = (date(2018, 1, 1), date(2018, 12, 31))
    early = (date(2018, 1, 1), date(2018, 4, 30))
    third = (date(2018, 1, 2), date(2018, 3, 31))

    def day(low, high, **more):
        return Expression(start=0, end=4, low=low, high=high, **more)

    gold = Row(id="d", sort="date", text="2018", gold=(day(*early, accept=(third,)),), groups=((),))
    right = [
        levels(gold, day(*pair), sort="date")["full"].right
        for pair in (early, third, whole, (early[0], third[1]))
    ]

    assert right == [1, 1, 0, 0]


def test_details_are_counted_and_do_not_count():
    """Span, unit and head noun agree or not among what was met; letter case is no difference."""
    gold = said(3, 4, 9, 9, full=(0, 4), details={"unit_text": "new SMEs", "per": None})
    other = said(3, 4, 9, 9, full=(3, 4), details={"unit_text": "smes", "per": None})
    scored = score([row(gold, text="All 9 new SMEs")], lambda text, context: [other], "money")

    assert scored.levels["full"] == Ratio(1, 1, 1)
    assert scored.details == {
        "core span": (1, 1), "full span": (0, 1), "unit_text": (0, 1), "head noun": (1, 1),
    }  # fmt: skip


MONEY_ROW = {
    "id": "a1", "kind": "money", "text": "It paid over $9.", "context": {"country": "SG"},
    "expect": [{"start": 13, "end": 15, "full_start": 8, "full_end": 15, "low": "9", "high": None,
                "comparator": "more_than", "currency": "SGD", "currency_explicit": False}],
    "source": {"origin": "constructed"},
}  # fmt: skip
DATE_ROW = {
    "id": "a2", "kind": "date", "text": "It ends in June.", "context": {"published": "2021-02-03"},
    "expect": [{"start": 8, "end": 15, "full_start": 8, "full_end": 15, "earliest": None,
                "latest": "2021-06-30", "precision": "month", "relation": "by", "edtf": "../2021-06",
                "fiscal": False, "approximate": False, "vague": False,
                "accept": [["2021-06-01", "2021-06-30"]]}],
}  # fmt: skip


def test_a_row_is_read():
    """A row gives bounds as numbers, the class of its comparator, its groups and its origin."""
    gold = said(13, 15, 9, None, "lower", "SGD", full=(8, 15),
                details={"per": None, "magnitude": None})  # fmt: skip

    assert read_row(MONEY_ROW) == Row(
        id="a1", sort="money", text="It paid over $9.", context=Context("SG"), gold=(gold,),
        groups=(("comparator lower", "currency ambiguous"),), origin="constructed",
    )  # fmt: skip


def test_a_date_row_is_read():
    """A row of dates gives days, the pairs accepted beside, and its details."""
    read = read_row(DATE_ROW)
    june = (date(2021, 6, 1), date(2021, 6, 30))

    assert (read.context, read.gold[0].low, read.gold[0].high, read.gold[0].accept) == (
        Context(None, date(2021, 2, 3)), None, june[1], (june,),
    )  # fmt: skip
    assert read.gold[0].details["relation"] == "by"


@pytest.mark.parametrize(
    ("line", "said_of_it"),
    [
        ("{", ":2: expected one JSON object a line: "),
        ("[]", ":2: unexpected form: expected an object, got list"),
        (json.dumps({**MONEY_ROW, "kind": "time"}),
         ":2: unexpected form: expected a kind of money, quantity, date, got 'time'"),
        (json.dumps({key: MONEY_ROW[key] for key in ("id", "kind", "context", "expect")}),
         ":2: missing key 'text'"),
        (json.dumps({**MONEY_ROW, "ignore": [[4, 99]]}),
         ":2: unexpected form: expected a span within 0 and 16, got 4 to 99"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named(tmp_path, capsys, line, said_of_it):
    """A line of another form ends the run with 2, and the message names file and line."""
    file = tmp_path / "money.jsonl"
    file.write_text(f"{json.dumps(MONEY_ROW)}\n{line}\n", "utf-8")

    assert phrases.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{file}{said_of_it}")


def test_a_missing_directory_is_named(tmp_path, capsys):
    """A directory that is none, or has no rows, ends the run with 2."""
    absent = tmp_path / "absent"

    assert phrases.main([str(absent)]) == 2
    assert capsys.readouterr().err == f"{absent}: expected a directory\n"
    with pytest.raises(BadInput, match=r"expected money\.jsonl"):
        read_directory(tmp_path)


def mention(value, start=0, end=4):
    """What our finders return, as far as it is read."""
    return SimpleNamespace(start=start, end=end, full_start=start, full_end=end, value=value)


def test_our_comparators_have_their_classes():
    """A bound stays a bound and a range a range when approximate; else approximate is about."""
    values = [
        Money.exactly(1, "USD"),
        Money.exactly(1, "USD", approximate=True),
        Money.more_than(1, "USD", approximate=True),
        Quantity.at_most(1),
        Quantity.between(1, 2, approximate=True),
        Quantity.unquantified(),
    ]
    found = [ours.number_said(mention(value)) for value in values]

    assert [(each.bound, each.low, each.high) for each in found] == [
        ("exact", 1, 1), ("about", 1, 1), ("lower", 1, None), ("upper", None, 1),
        ("range", 1, 2), ("unquantified", None, None),
    ]  # fmt: skip


def test_our_dates_have_their_days():
    """A date gives first and last day, and says whether its EDTF is approximate."""
    found = ours.date_said(mention(PartialDate("2018-06~", relation="by")))

    assert (found.low, found.high) == (date(2018, 6, 1), date(2018, 6, 30))
    assert found.details == {
        "relation": "by", "fiscal": False, "approximate": True, "vague": False,
        "edtf": "2018-06~",
    }  # fmt: skip


def test_controls_read_plain_expressions():
    """The controls read amount and currency, a number, and a month of a year; no bounds."""
    nine, june = Decimal(9_000_000), (date(2018, 6, 1), date(2018, 6, 30))

    assert control_money("over $9 million", NOWHERE) == [
        NumberFound(5, 15, nine, nine, "exact", "USD")
    ]
    assert control_quantity("up 9 million jobs", NOWHERE) == [NumberFound(3, 12, nine, nine)]
    assert control_date("by June 2018", NOWHERE) == [DateFound(3, 12, *june)]


def test_a_peer_that_fails_or_hangs_predicts_nothing(monkeypatch):
    """What a peer raises, or what takes it too long, is counted and is no prediction."""
    monkeypatch.setattr("phrase_bench.peers.ROW_TIMEOUT_S", 0.02)

    def find(text, context):
        if text == "hang":
            time.sleep(5)
        raise ValueError(text)

    boxed = BoxedFinder(find)

    assert [boxed("hang", NOWHERE), boxed("fail", NOWHERE)] == [[], []]
    assert (boxed.late, boxed.failed) == (1, 1)


def test_a_time_box_leaves_nothing_behind():
    """After a block that ends in time the clock is stopped, and whoever heard it hears it again."""
    heard = signal.getsignal(signal.SIGALRM)
    with time_box(5):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0

    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == heard


def test_growth_is_the_greatest_ratio_above_the_noise():
    """Ratios count from the first time that reaches the floor on."""
    assert growth.worst_ratio([0.0001, 0.0009, 0.002, 0.005, 0.010]) == 2.5
    assert growth.worst_ratio([0.0001, 0.0005]) is None


def test_hostile_texts_have_their_length():
    """Each hostile text is as long as the greatest size, the sentences among them."""
    lengths = {name: len(text) for name, text in growth.texts([row()])}

    assert lengths == dict.fromkeys([*growth.UNITS, "the sentences"], 64_000)


def find_nine(text, *, country=None):
    """A finder that knows one expression."""
    start = text[:100].find("$9")
    value = Money.more_than(9, country and "SGD")
    return () if start < 0 else (mention(value, start, start + 2),)


@pytest.fixture
def directory(tmp_path, monkeypatch):
    """A directory with two rows of money, and a finder that gets the first of them right."""
    monkeypatch.setattr(invnews, "find_money", find_nine, raising=False)
    wrong = {**MONEY_ROW, "id": "a3", "context": {}}
    (tmp_path / "any.jsonl").write_text(f"{json.dumps(MONEY_ROW)}\n{json.dumps(wrong)}\n", "utf-8")
    return tmp_path


def test_the_report_lists_wrong_rows_and_missed_goals(directory, capsys):
    """With --errors each wrong row is listed with gold and ours; a missed goal has a line."""
    asked = [str(directory), "--money", "--no-peers", "--only-scores", "--errors"]

    assert phrases.main(asked) == 0
    assert capsys.readouterr().out.partition("-- wrong rows\n")[2] == (
        "a3 'It paid over $9.' None None\n"
        "    gold '$9'  9 .. None  lower  SGD\n"
        "    ours '$9'  9 .. None  lower\n"
        "MISSED money: F1 0.500 is below 0.975\n\n"
    )
    assert phrases.main([*asked, "--check"]) == 1


def test_the_report_as_json(directory, capsys):
    """With --json one object holds the same by sort."""
    assert phrases.main([str(directory), "--no-peers", "--only-scores", "--json"]) == 0

    money = json.loads(capsys.readouterr().out)["money"]
    assert (money["sentences"], money["mentions"], money["misses"]) == (
        2, 2, ["money: F1 0.500 is below 0.975"],
    )  # fmt: skip
    assert money["invnews"]["levels"]["full"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert money["invnews"]["groups"] == {
        "comparator lower": [1, 2], "currency ambiguous": [1, 2],
    }  # fmt: skip


def test_speed_and_growth_are_measured(directory, monkeypatch, capsys):
    """Without --only-scores there are sentences a second, and the growth on each text."""
    monkeypatch.setattr("phrase_bench.speed.ROUND_S", 0.001)
    monkeypatch.setattr(growth, "UNITS", {"spaces": " "})

    assert phrases.main([str(directory), "--no-peers", "--json"]) == 0
    money = json.loads(capsys.readouterr().out)["money"]
    assert money["speed"]["invnews"] > 0
    assert list(money["growth"]) == ["spaces", "the sentences"]


def test_a_sort_without_rows_or_finder_is_said(directory, monkeypatch, capsys):
    """Asking for a sort that has no rows ends with 2; a finder that is not there is missed."""
    assert phrases.main([str(directory), "--dates"]) == 2
    assert capsys.readouterr().err == f"{directory}: no rows of kind date\n"

    monkeypatch.delattr(invnews, "find_money")
    assert phrases.main([str(directory), "--no-peers", "--check"]) == 1
    assert "MISSED money: no find_money in this invnews\n" in capsys.readouterr().out
