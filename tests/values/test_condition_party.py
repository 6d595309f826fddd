"""What conditions, parties, links of an attribution and anchored dates say about themselves."""

from datetime import date

import pytest

from invnews.errors import InvalidData, Problem
from invnews.records import Person
from invnews.values import (
    AttributionLink,
    Condition,
    Evidence,
    Name,
    PartialDate,
    Party,
    RelativeDate,
)

SPAN = Evidence(document="d1", start=341, end=399)


def problems(make) -> tuple[Problem, ...]:
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def test_a_condition_says_by_when_against_whom_and_where_it_stands() -> None:
    """
    An option that binds a party until a day keeps day, party and passage, apart from `on`.
    """
    option = Condition(
        text="may sell its remaining shares", type="put_option", by=("seller",), to=("buyer",),
        due=PartialDate("2029-12"), evidence=(SPAN,),
    )  # fmt: skip

    assert (option.to, option.due, option.evidence) == (
        ("buyer",),
        PartialDate("2029-12"),
        (SPAN,),
    )
    assert option.on is None


def test_a_condition_binds_each_party_once() -> None:
    """
    Whom a condition binds is listed once each, and a date is a date and not its text.
    """
    refused = problems(lambda: Condition(text="approval", to=("a", "b", "a"), due="2029-12"))

    assert refused == (
        Problem("$.due", "wrong_type", "expected an instance of PartialDate, got '2029-12'",
                "2029-12", "write PartialDate('2029-12')"),
        Problem("$.to[2]", "duplicate_item", "expected each item once, got the same as item 0",
                "a"),
    )  # fmt: skip


def test_a_party_says_what_it_takes_part_in() -> None:
    """
    A signer of one of several agreements names that one, and names it once.
    """
    signer = Party(party="weiss", role="signer", about=("purchase",))
    refused = problems(lambda: Party(party="weiss", about=("purchase", "purchase")))

    message = "expected each item once, got the same as item 0"
    assert signer.about == ("purchase",)
    assert refused == (Problem("$.about[1]", "duplicate_item", message, "purchase"),)


def test_a_reference_is_an_id_and_not_the_record() -> None:
    """
    A record given for its id is refused, and the hint says what to write.
    """
    person = Person(id="weiss", names=(Name(text="Weiss"),))
    refused = problems(lambda: Party(party=person))

    message = "expected an id as text, got an instance of Person"
    assert refused == (Problem("$.party", "wrong_type", message, hint="write its .id"),)


def test_a_link_says_why_its_source_is_not_named() -> None:
    """
    The reason for anonymity is kept in the words of the source, and is never blank.
    """
    link = AttributionLink(
        role="original_source", description="a person close to the talks",
        naming="anonymous", reason="the talks are private",
    )  # fmt: skip
    refused = problems(lambda: AttributionLink(role="speaker", party="a", reason=" "))

    hint = "leave out what the source does not say"
    assert link.reason == "the talks are private"
    assert refused == (Problem("$.reason", "blank", "expected a text, got a blank one", " ", hint),)


@pytest.mark.parametrize("relation", ["in", "by", "after", "over"])
def test_a_date_with_an_anchor_is_not_resolved(relation: str) -> None:
    """
    A date that counts from another event than the report stays as it is.
    """
    relative = RelativeDate(unit="year", offset=1, count=5, anchor="closing")
    when = PartialDate(text="within five years of closing", relative=relative, relation=relation)

    assert when.resolve(date(2026, 6, 9)) is when


def test_a_date_without_an_anchor_is_resolved() -> None:
    """
    The same date counts from the day of the report when it has no anchor.
    """
    relative = RelativeDate(unit="year", offset=1, count=5)
    when = PartialDate(text="the next five years", relative=relative)

    assert when.resolve(date(2026, 6, 9)).edtf == "2027/2031"


def test_an_anchor_is_a_code() -> None:
    """
    An anchor that the list does not have brings the code that was meant.
    """
    refused = problems(lambda: RelativeDate(unit="year", offset=1, anchor="completion"))

    message = "expected an event to count from, got 'completion'"
    hint = "did you mean 'closing'?"
    assert refused == (Problem("$.anchor", "unknown_code", message, "completion", hint),)
