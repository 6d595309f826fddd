"""find_dates and parse_date: whole values, arguments, round trips and the time they take."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.phrases.dates import find_dates, parse_date
from invnews.values import PartialDate, RelativeDate

TUESDAY = date(2018, 6, 26)


def problems(make):
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year", PartialDate(text="last year",
                                  relative=RelativeDate(unit="year", offset=-1))),
        ("in May this year", PartialDate(
            text="in May this year", relative=RelativeDate(unit="year", offset=0, within="05"))),
        ("the third quarter of last year", PartialDate(
            text="the third quarter of last year",
            relative=RelativeDate(unit="year", offset=-1, within="35"))),
        ("on Monday", PartialDate(text="on Monday", relative=RelativeDate(
            unit="week", offset=0, within="1", nearest="past"))),
        ("last Friday", PartialDate(text="last Friday", relative=RelativeDate(
            unit="week", offset=-1, within="5", nearest="past"))),
        ("next Friday", PartialDate(text="next Friday", relative=RelativeDate(
            unit="week", offset=1, within="5"))),
        ("by early January", PartialDate(
            text="by early January", relation="by", relative=RelativeDate(
                unit="year", offset=0, within="01", nearest="future", part="early"))),
        ("around September next year", PartialDate(
            text="around September next year",
            relative=RelativeDate(unit="year", offset=1, within="09~"))),
        ("over the next five years", PartialDate(
            text="over the next five years", relation="over",
            relative=RelativeDate(unit="year", offset=1, count=5))),
        ("earlier this year", PartialDate(
            text="earlier this year",
            relative=RelativeDate(unit="year", offset=0, part="before"))),
        ("recently", PartialDate(text="recently", vague=True, relative=RelativeDate(offset=-1))),
        ("from this year to 2026", PartialDate(text="from this year to 2026", relation="over")),
        ("3/4/2020", PartialDate(text="3/4/2020")),
        ("31 June 2020", PartialDate(text="31 June 2020")),
    ],
)  # fmt: skip
def test_without_publication_a_date_keeps_what_its_words_say(text, expected):
    """Nothing is filled in: the relative date is kept, or the words alone."""
    assert parse_date(text) == expected


def test_a_month_whose_side_no_verb_tells_is_on_either():
    """Its relative date says so, and the day of publication settles it, now or later."""
    text = "The lease runs out in July."
    found = find_dates(text)[0].value

    assert found.relative == RelativeDate(unit="year", offset=0, within="07", nearest="either")
    for day, edtf in ((TUESDAY, "2018-07"), (date(2018, 11, 1), "2018-07")):
        assert find_dates(text, published=day)[0].value == found.resolve(day)
        assert found.resolve(day).edtf == edtf


def test_with_publication_the_relative_date_is_kept_beside_its_edtf():
    """The value says both what the words are and what they mean on that day."""
    assert parse_date("last year", published=TUESDAY) == PartialDate(
        "2017", text="last year", relative=RelativeDate(unit="year", offset=-1)
    )


def test_a_span_with_one_end_of_its_own_is_settled_by_publication():
    """This year to 2026 has an EDTF when it is known which year this is."""
    found = find_dates("It spends from this year to 2026.", published=TUESDAY)

    assert [each.value for each in found] == [
        PartialDate("2018/2026", text="from this year to 2026", relation="over")
    ]


def test_as_much_of_the_publication_as_is_known_gives_the_widest_span():
    """A month of publication leaves open which Monday it was."""
    found = parse_date("on Monday", published=PartialDate("2018-06"))

    assert found.edtf == "2018-05-28/2018-06-25"


def test_the_core_is_told_from_the_words_that_bound_it():
    """By is in the full expression and not in the core."""
    found = find_dates("It will open by the end of 2020.")[0]

    assert (found.start, found.end, found.full_start, found.full_end) == (16, 31, 13, 31)


@pytest.mark.parametrize(
    ("text", "words"),
    [("nothing", "nothing of that kind"), ("2018 and 2019", "2 were found"),
     ("opened in 2018", "only 'in 2018' was read"), ("", "nothing of that kind")],
)  # fmt: skip
def test_parse_date_reads_one_expression_and_nothing_else(text, words):
    """Other words around a date, a second one or none are refused."""
    found = problems(lambda: parse_date(text))

    assert [(each.path, each.code) for each in found] == [("$", "not_one_expression")]
    assert words in found[0].hint


def test_parse_date_takes_an_expression_not_an_article():
    """200 characters are enough for one expression."""
    assert [each.code for each in problems(lambda: parse_date("2018 " * 41))] == ["too_long"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"text": 5}, [Problem("$.text", "wrong_type", "expected text, got int")]),
        ({"published": "2018"}, [Problem("$.published", "wrong_type",
                                         "expected a date or PartialDate, got str")]),
        ({"published": datetime(2018, 6, 25)}, [Problem(
            "$.published", "wrong_type", "expected a date or PartialDate, got datetime",
            hint="use .date()")]),
        ({"published": PartialDate("2018/..")}, [Problem(
            "$.published", "bad_date", "expected a day of publication with a first and a last "
            "day, got '2018/..'")]),
        ({"country": "UK"}, [Problem(
            "$.country", "unknown_code", "expected an ISO 3166-1 alpha-2 code, got 'UK'", "'UK'",
            "did you mean 'GB'?")]),
        ({"country": 7}, [Problem("$.country", "wrong_type",
                                  "expected an ISO 3166-1 alpha-2 code, got int")]),
    ],
)  # fmt: skip
def test_wrong_arguments_are_refused_with_all_their_faults(arguments, expected):
    """Each fault names its argument, what was expected and what was found."""
    found = problems(lambda: find_dates(**{"text": "2018", **arguments}))

    assert [(each.path, each.code, each.message) for each in found] == [
        (each.path, each.code, each.message) for each in expected
    ]


def test_days_outside_the_years_of_edtf_leave_the_words():
    """Nothing is raised and nothing cut off near the ends of the calendar."""
    assert parse_date("next year", published=date(9999, 5, 5)).edtf is None
    assert parse_date("a decade ago", published=date(5, 5, 5)).edtf is None


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip
SHORT = [
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]


def suffix(day):
    """Return the letters behind a day of the month."""
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS = [
    lambda d: f"{d.year}-{d.month:02d}-{d.day:02d}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {d.day} , {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}{suffix(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}{suffix(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}{suffix(d.day)} {d.year}",
    lambda d: f"{d.day:02d}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d:%A}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d:%A} ({SHORT[d.month - 1]} {d.day}, {d.year})",
]


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_in_every_form_is_that_day(day, form):
    """Whatever the order and the names, the day comes back."""
    assert parse_date(form(day)).edtf == day.isoformat()


@given(DAYS, st.sampled_from([("US", "{m}/{d}/{y}"), ("GB", "{d}/{m}/{y}"), ("DE", "{d}.{m}.{y}"),
                              ("AU", "{d}-{m}-{y}")]))  # fmt: skip
def test_a_numeric_day_is_read_in_the_order_of_its_country(day, country):
    """3/4 is in March in the United States and in April elsewhere."""
    text = country[1].format(d=day.day, m=day.month, y=day.year)

    assert parse_date(text, country=country[0]).edtf == day.isoformat()


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 4), st.integers(1, 2))
def test_months_quarters_and_halves_in_every_form_come_back(year, month, quarter, half):
    """The same period has one EDTF, whatever the form."""
    ordinal = ("first", "second", "third", "fourth")[quarter - 1]
    forms = {
        f"{year}-{month:02d}": [f"{MONTHS[month - 1]} {year}", f"in {SHORT[month - 1]} {year}",
                                f"{MONTHS[month - 1]} of {year}"],
        f"{year}-{32 + quarter}": [f"Q{quarter} {year}", f"the {ordinal} quarter of {year}",
                                   f"{quarter}Q {year}", f"{ordinal}-quarter {year}"],
        f"{year}-{39 + half}": [f"H{half} {year}", f"{half}H {year}",
                                f"the {('first', 'second')[half - 1]} half of {year}"],
        f"{year}": [f"{year}", f"the year {year}", f"in {year}", f"{year}'s"],
        f"../{year}": [f"by {year}", f"until {year}", f"by the end of {year}", f"by end-{year}"],
        f"{year}/..": [f"since {year}", f"from {year} onwards", f"starting in {year}"],
        f"{year}~": [f"around {year}", f"circa {year}"],
    }  # fmt: skip

    assert {text: parse_date(text).edtf for texts in forms.values() for text in texts} == {
        text: edtf for edtf, texts in forms.items() for text in texts
    }


@given(st.integers(1900, 2089), st.integers(2, 10))
def test_spans_of_years_come_back(year, years):
    """A hyphen, a dash, from and between make one span, both ends in it."""
    last = year + years
    for text in (f"{year}-{last}", f"{year}–{last}", f"from {year} to {last}",
                 f"between {year} and {last}", f"{year} to {last}", f"{year}~{last}"):  # fmt: skip
        found = parse_date(text)

        assert (found.earliest, found.latest) == (date(year, 1, 1), date(last, 12, 31))


@given(st.text(max_size=80), st.sampled_from([None, "IN", "US"]))
def test_any_text_is_read(text, country):
    """Whatever stands in a text, nothing but mentions comes out."""
    for each in find_dates(text, published=TUESDAY, country=country):
        assert text[each.full_start : each.full_end] == each.value.text


WORDS = ["the", "first", "quarter", "half", "of", "May", "March", "2018", "next", "last", "year", "years", "two", "to", "from", "between", "and", "by", "until", "early", "mid", "-", "–", "/", ",", ".", "'", "s", "end", "ago", "Monday", "(", ")", "5", "31", "FY", "fiscal", "Q", "3", "week", "so", "far", "date", "in", "on", "over", "about", "th", "financial", "recent", "decade", "'", "now", "or", "later", "after", "before", "days", "fortnight", "plans", "is", "08", "&"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", ""]),
       st.sampled_from([None, "IN"]), DAYS)  # fmt: skip
def test_the_words_of_dates_in_any_order_are_read(words, gap, country, published):
    """No order of date words raises, overlaps or gives another answer when resolved later."""
    text = gap.join(words)
    now = find_dates(text, published=published, country=country)
    for one, two in zip(now, find_dates(text, country=country), strict=True):
        later = two.value.resolve(published)

        assert later.edtf in (None, one.value.edtf)


HOSTILE = ["March ", "1,", "2014-", "next ", "between 2010 and ", "the first half of ", "1",
           "\N{NO-BREAK SPACE}March", "\N{RIGHT-TO-LEFT MARK}May 5 ", "２０１８ ", "٢٠١٨ ", "early ",
           "from January to ", "Monday (Feb 9) ", "2018's ", "end of the ", "so far ", "Nov. ",
           "three months ended ", "3/4/2020/", "Q1-", "in five to ten ", "the 1980s and ",
           "3 and ", "3, 4, ", "May 3, 4, ", "two days after ", "between now and ", "week of the ",
           "plans in May, ", "first weeks of ", "-to-2016", "in '08 and ", "from now until ",
           "31 June ", "30 and 31 ", "dec . ", "2001 Main ", "cut forecasts in May ", "plans to "]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_to_its_end(unit):
    """Mentions of a long hostile text are in order and within it; the benchmark times them."""
    text = (unit * (16_000 // len(unit) + 1))[:16_000]
    found = find_dates(text, published=TUESDAY)

    stops = [0, *(each.full_end for each in found)]
    assert all(each.full_start >= stop for each, stop in zip(found, stops, strict=False))
    assert stops[-1] <= len(text)
