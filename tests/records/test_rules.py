"""The rules across the fields of a kind: what each refuses and what it lets pass."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from invnews.errors import InvalidData, Problem
from invnews.records import (
    KINDS,
    Agreement,
    Annotation,
    Document,
    Event,
    Group,
    Investment,
    Judgement,
    MonetaryClaim,
    Organisation,
    Place,
    PolicyAction,
    Product,
    Programme,
    Project,
    QuantityClaim,
    Record,
    Relation,
    Statement,
)
from invnews.registry import BUILTIN
from invnews.shapes import Json, Reference, describe
from invnews.values import Money, Name, PartialDate, Quantity, Stance, StatusChange

KUANTAN = (Name(text="Kuantan"),)
PRICE = Money.exactly(450_000_000, "EUR")
STAKE = Quantity.exactly(60, "per cent", unit_kind="percent")
HISTORIED: tuple[Callable[..., Any], ...] = (
    Document,
    partial(Organisation, names=KUANTAN),
    partial(Product, names=KUANTAN),
    Agreement,
    partial(Programme, names=KUANTAN),
    partial(Project, names=KUANTAN),
    Investment,
    partial(PolicyAction, action="review"),
    partial(Event, type="signing"),
    partial(Relation, type="owns", subject="a", object="b"),
)
"""Each kind that has a status history, with what else it needs."""


def problems(make: Callable[[], Record]) -> tuple[Problem, ...]:
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def test_latitude_and_longitude_stand_together() -> None:
    """
    A place with one coordinate is refused; the problem names the one that is absent.
    """
    hint = "set both, or leave both out"
    no_longitude = problems(lambda: Place(id="p", names=KUANTAN, latitude=Decimal("3.976")))
    no_latitude = problems(lambda: Place(id="p", names=KUANTAN, longitude=Decimal("103.427")))
    both = Place(id="p", names=KUANTAN, latitude=Decimal("3.976"), longitude=Decimal("103.427"))

    message = "expected a longitude beside the other coordinate"
    assert (Problem("$.longitude", "missing_field", message, hint=hint),) == no_longitude
    message = "expected a latitude beside the other coordinate"
    assert (Problem("$.latitude", "missing_field", message, hint=hint),) == no_latitude
    assert Decimal("103.427") == both.longitude


def test_a_coordinate_of_nought_is_set() -> None:
    """
    Latitude 0 is a latitude: the equator passes.
    """
    on_it = Place(id="p", names=KUANTAN, latitude=Decimal(0), longitude=Decimal(0))

    assert Decimal(0) == on_it.latitude


def test_a_subdivision_lies_in_its_country() -> None:
    """
    A subdivision whose code begins with another country than the place's is refused.
    """
    refused = problems(lambda: Place(id="p", names=KUANTAN, country="MY", subdivision="ID-RI"))
    accepted = Place(id="p", names=KUANTAN, country="MY", subdivision="MY-06")

    message = "expected a subdivision of MY, got 'ID-RI'"
    hint = "a subdivision's code begins with that of its country"
    assert (Problem("$.subdivision", "inconsistent", message, "ID-RI", hint),) == refused
    assert accepted.subdivision == "MY-06"


@pytest.mark.parametrize(
    ("country", "subdivision"), [("x-borneo", "MY-12"), ("MY", "x-borneo"), (None, "MY-12")]
)
def test_a_private_code_lies_anywhere(country: str | None, subdivision: str) -> None:
    """
    Of private codes nothing is known, so that a subdivision beside one passes, as it does alone.
    """
    place = Place(id="p", names=KUANTAN, country=country, subdivision=subdivision)

    assert subdivision == place.subdivision


def test_an_id_is_a_member_or_an_exemplar() -> None:
    """
    A group that names one id as member and as exemplar is refused, once for each such id.
    """
    refused = problems(
        lambda: Group(id="g", description="makers", members=("a", "b"), exemplars=("c", "b"))
    )
    accepted = Group(id="g", description="makers", members=("a", "b"), exemplars=("c",))

    message = "expected an id in members or in exemplars, got 'b' in both"
    hint = "members are known to be all of them or many, exemplars stand after 'such as'"
    assert (Problem("$.exemplars[1]", "inconsistent", message, "b", hint),) == refused
    assert accepted.exemplars == ("c",)


@pytest.mark.parametrize("complete", [True, False])
def test_complete_is_said_of_a_list(complete: bool) -> None:
    """
    Whether members are complete is said only where members or exemplars stand.
    """
    refused = problems(lambda: Group(id="g", description="many firms", complete=complete))
    listed = Group(id="g", description="two firms", members=("a", "b"), complete=complete)
    examples = Group(id="g", description="firms such as A", exemplars=("a",), complete=complete)

    message = "expected complete only with members or exemplars"
    hint = "leave it out when none is listed"
    assert (Problem("$.complete", "inconsistent", message, complete, hint),) == refused
    assert complete is listed.complete is examples.complete


def test_what_is_presumed_is_set() -> None:
    """
    Each name in presumed is a field of the agreement that is set.
    """
    refused = problems(lambda: Agreement(id="a", presumed=("binding", "bindng", "x-own")))
    accepted = Agreement(id="a", binding="non_binding", presumed=("binding",))

    expected = (
        Problem("$.presumed[0]", "unknown_path",
                "expected the name of a field that is set, got 'binding'", "binding",
                "set it, or take it out"),
        Problem("$.presumed[1]", "unknown_path",
                "expected the name of a field that is set, got 'bindng'", "bindng",
                "did you mean 'binding'?"),
        Problem("$.presumed[2]", "unknown_path",
                "expected the name of a field that is set, got 'x-own'", "x-own"),
    )  # fmt: skip
    assert expected == refused
    assert accepted.presumed == ("binding",)


@pytest.mark.parametrize("kind", [Programme, Project])
def test_a_programme_or_project_is_named_or_described(
    kind: type[Programme] | type[Project],
) -> None:
    """
    A programme or project without names and without a description is refused.
    """
    refused = problems(lambda: kind(id="p", type="x-own"))

    hint = "describe it in the words of the source when it has no name"
    expected = Problem("$", "missing_field", "expected names or a description", hint=hint)
    assert (expected,) == refused
    assert kind(id="p", names=KUANTAN).description is None
    assert kind(id="p", description="its project in Malaysia").names == ()


@pytest.mark.parametrize(
    "make",
    [
        lambda **more: MonetaryClaim(id="c", subjects=("s",), value=PRICE, **more),
        lambda **more: QuantityClaim(id="c", subjects=("s",), value=STAKE, **more),
    ],
    ids=["monetary_claim", "quantity_claim"],
)
def test_a_part_names_its_whole(make: Callable[..., MonetaryClaim | QuantityClaim]) -> None:
    """
    Sort and number of a part are said only where part_of names the whole.
    """
    refused = problems(lambda: make(part_type="tranche", position=2))
    accepted = make(part_of="whole", part_type="tranche", position=2)

    hint = "name the whole in part_of"
    expected = (
        Problem("$.part_type", "inconsistent",
                "expected a sort of part only with part_of, got 'tranche'", "tranche", hint),
        Problem("$.position", "inconsistent",
                "expected a number of a part only with part_of, got 2", 2, hint),
    )  # fmt: skip
    assert expected == refused
    assert accepted.position == 2
    assert make(part_of="whole").part_type is None


def test_deal_timing_is_said_of_a_share() -> None:
    """
    Before or after the deal is said of a stake, or of what names what it is a share of.
    """
    refused = problems(
        lambda: QuantityClaim(
            id="q", subjects=("plant",), measure="headcount", value=STAKE, deal_timing="after"
        )
    )
    stake = QuantityClaim(
        id="q", subjects=("plant",), measure="stake", value=STAKE, deal_timing="after",
        missing={"share_of": "not_stated"},
    )  # fmt: skip
    votes = QuantityClaim(
        id="q", subjects=("plant",), measure="voting_rights", value=STAKE, share_of="plant",
        deal_timing="before",
    )  # fmt: skip

    message = "expected a deal_timing only with a stake, got 'after'"
    hint = "name what it is a share of in share_of, or use measure 'stake'"
    assert (Problem("$.deal_timing", "inconsistent", message, "after", hint),) == refused
    assert (stake.deal_timing, votes.deal_timing) == ("after", "before")


@pytest.mark.parametrize("measure", ["voting_rights", "free_float", "headcount", None])
def test_deal_timing_beside_a_missing_whole_is_for_stakes(measure: str | None) -> None:
    """
    Where share_of is only missing, before or after the deal is said of the measure stake alone.
    """
    refused = problems(
        lambda: QuantityClaim(
            id="q", subjects=("plant",), measure=measure, value=STAKE, deal_timing="after",
            missing={"share_of": "unknown"},
        )
    )  # fmt: skip

    message = "expected a deal_timing only with a stake, got 'after'"
    hint = "name what it is a share of in share_of, or use measure 'stake'"
    assert (Problem("$.deal_timing", "inconsistent", message, "after", hint),) == refused


@pytest.mark.parametrize("measure", ["stake", "voting_rights", "free_float"])
def test_a_stake_says_what_it_is_a_share_of(measure: str) -> None:
    """
    A stake, votes or free float name their whole or say why it is missing, never neither or both.
    """
    make = partial(QuantityClaim, id="q", subjects=("plant",), measure=measure, value=STAKE)
    neither = problems(make)
    both = problems(lambda: make(share_of="plant", missing={"share_of": "not_stated"}))

    message = "expected what the stake is a share of"
    hint = 'name it in share_of, or say missing={"share_of": "not_stated"}'
    assert (Problem("$.share_of", "unstated", message, hint=hint),) == neither
    message = "expected nothing in missing for a field that is set"
    hint = "take it out of missing"
    assert (Problem("$.missing.share_of", "stated_and_missing", message, hint=hint),) == both
    assert make(share_of="plant").share_of == "plant"
    assert make(missing={"share_of": "undisclosed"}).share_of is None


@pytest.mark.parametrize("measure", [None, "headcount", "shares", "market_share", "x-stake"])
def test_what_is_no_stake_needs_no_whole(measure: str | None) -> None:
    """
    Only the three measures of ownership need a whole; a private measure is none of them.
    """
    claim = QuantityClaim(id="q", subjects=("plant",), measure=measure, value=STAKE)

    assert claim.share_of is None


@pytest.mark.parametrize("kind", [MonetaryClaim, QuantityClaim])
@pytest.mark.parametrize("about", ["monetary_claim", "quantity_claim", "statement"])
def test_a_claim_may_be_about_a_claim(
    kind: type[MonetaryClaim] | type[QuantityClaim], about: str
) -> None:
    """
    The subject of a claim may be another claim, and is never a statement.
    """
    subjects = describe(kind).by_name["subjects"].single

    assert isinstance(subjects, Reference)
    assert BUILTIN.allows(subjects.kinds, about) is (about != "statement")


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("terms", partial(Agreement, id="it")),
        ("terms", partial(Investment, id="it")),
        ("terms", partial(MonetaryClaim, id="it", subjects=("s",), value=PRICE)),
        ("basis", partial(MonetaryClaim, id="it", subjects=("s",), value=PRICE)),
        ("incentives", partial(PolicyAction, id="it", action="incentivise")),
    ],
    ids=["agreement", "investment", "claim_terms", "claim_basis", "policy_action"],
)
def test_a_term_stands_once(field: str, make: Callable[..., Record]) -> None:
    """
    Terms, bases and incentives are listed once each; what no list has begins with x-.
    """
    refused = problems(lambda: make(**{field: ("x-own", "x-own")}))
    accepted = make(**{field: ("x-own", "x-other")})

    message = "expected each item once, got the same as item 0"
    assert (Problem(f"$.{field}[1]", "duplicate_item", message, "x-own"),) == refused
    assert getattr(accepted, field) == ("x-own", "x-other")


@pytest.mark.parametrize("kind", [None, "denial", "question", "rating"])
def test_a_statement_says_something(kind: str | None) -> None:
    """
    A statement without proposition and stances is refused, of whichever type but the silent.
    """
    refused = problems(lambda: Statement(id="s", type=kind))

    hint = "or type 'refusal_to_comment' or 'no_response', when nothing was said"
    expected = Problem("$", "missing_field", "expected a proposition or stances", hint=hint)
    assert (expected,) == refused
    assert Statement(id="s", type=kind, proposition="no sale is planned").stances == ()
    stance = Stance(target="the site", polarity="positive")
    assert Statement(id="s", type=kind, stances=(stance,)).proposition is None


@pytest.mark.parametrize("said", [{"grade": "BBB-"}, {"outlook": "stable"}])
@pytest.mark.parametrize("kind", [None, "rating", "recommendation"])
def test_a_rating_needs_no_words(kind: str | None, said: dict[str, str]) -> None:
    """
    A statement with a grade or an outlook needs neither proposition nor stances, of any type.
    """
    rating = Statement(id="s", type=kind, **said)

    assert (rating.proposition, rating.stances) == (None, ())


@pytest.mark.parametrize("kind", ["refusal_to_comment", "no_response"])
def test_silence_needs_no_words(kind: str) -> None:
    """
    A refusal to comment, or no response, is a statement without proposition and stances.
    """
    assert Statement(id="s", type=kind).proposition is None


def test_a_relation_joins_two_records() -> None:
    """
    A relation of a record to itself is refused.
    """
    refused = problems(lambda: Relation(id="r", type="owns", subject="a", object="a"))
    accepted = Relation(id="r", type="owns", subject="a", object="b")

    message = "expected another record than the subject, got 'a'"
    assert (Problem("$.object", "self_reference", message, "a"),) == refused
    assert accepted.object == "b"


def test_a_relation_does_not_end_before_it_starts() -> None:
    """
    A relation whose last possible day lies before its first possible one is refused.
    """
    start, end = PartialDate("2021-04"), PartialDate("2020")
    refused = problems(
        lambda: Relation(id="r", type="owns", subject="a", object="b", start=start, end=end)
    )

    message = "expected an end not before 2021-04, got 2020"
    assert (Problem("$.end", "ends_before_start", message, "2020"),) == refused


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (PartialDate("2021-04"), PartialDate("2021")),
        (PartialDate("2021-04-01"), PartialDate("2021-04-01")),
        (PartialDate(text="years ago"), PartialDate("2020")),
        (PartialDate("2021"), PartialDate("2020/..")),
        (PartialDate("../2021"), PartialDate("2020")),
        (None, PartialDate("2020")),
        (PartialDate("2021"), None),
    ],
    ids=["same year", "same day", "no date", "open end", "open start", "no start", "no end"],
)
def test_a_relation_may_end_where_it_starts(
    start: PartialDate | None, end: PartialDate | None
) -> None:
    """
    Where some day of the end is not before some day of the start, or a bound is unknown, the
    relation passes.
    """
    relation = Relation(id="r", type="owns", subject="a", object="b", start=start, end=end)

    assert (start, end) == (relation.start, relation.end)


def test_an_annotation_remarks_something() -> None:
    """
    An annotation without text and without value is refused.
    """
    refused = problems(lambda: Annotation(id="a", target="m1", motivation="commenting"))

    hint = "say in text what there is to remark"
    expected = Problem("$", "missing_field", "expected a text or a value", hint=hint)
    assert (expected,) == refused
    assert Annotation(id="a", target="m1", motivation="commenting", text="unclear").value is None
    other = Annotation(id="a", target="m1", motivation="alternative", value=Json.of(None))
    assert other.text is None


def test_a_judgement_is_about_two_records() -> None:
    """
    A judgement about one record, three, or one twice is refused.
    """
    one = problems(lambda: Judgement(id="j", pair=("a",), verdict="same"))
    three = problems(lambda: Judgement(id="j", pair=("a", "b", "c"), verdict="same"))
    twice = problems(lambda: Judgement(id="j", pair=("a", "a"), verdict="same"))

    assert (Problem("$.pair", "too_short", "expected at least 2 items, got 1"),) == one
    assert (Problem("$.pair", "too_long", "expected at most 2 items, got 3"),) == three
    message = "expected each item once, got the same as item 0"
    assert (Problem("$.pair[1]", "duplicate_item", message, "a"),) == twice
    assert Judgement(id="j", pair=("a", "b"), verdict="same").pair == ("a", "b")


@pytest.mark.parametrize("kind", HISTORIED)
def test_the_status_is_the_last_that_came_about(kind: Callable[..., Any]) -> None:
    """
    The status of a record is the last of its history that came about, and none without one.
    """
    announced, delayed = StatusChange(status="announced"), StatusChange(status="delayed")
    planned = StatusChange(status="completed", modality="planned")
    void = StatusChange(status="cancelled", modality="void")

    assert kind(id="it", status_history=(announced, delayed)).status == "delayed"
    assert kind(id="it", status_history=(announced, planned, void)).status == "announced"
    assert kind(id="it", status_history=(planned, announced)).status == "announced"
    assert kind(id="it", status_history=(planned, void)).status is None
    assert kind(id="it").status is None


def test_each_history_has_a_status() -> None:
    """
    Every kind with a status_history has a status.
    """
    with_history = {each for each in KINDS if "status_history" in describe(each).by_name}

    assert with_history == {each for each in KINDS if hasattr(each, "status")}
    assert len(with_history) == len(HISTORIED)


@pytest.mark.parametrize(
    "make",
    [
        lambda **more: MonetaryClaim(id="c", value=PRICE, **more),
        lambda **more: QuantityClaim(id="c", value=STAKE, **more),
    ],
    ids=["monetary_claim", "quantity_claim"],
)
def test_a_claim_without_subject_says_why(
    make: Callable[..., MonetaryClaim | QuantityClaim],
) -> None:
    """
    The subjects of a claim are set or named in missing, never neither and never both.
    """
    neither = problems(make)
    both = problems(lambda: make(subjects=("s",), missing={"subjects": "not_stated"}))

    message = "expected a value, or a reason in missing"
    hint = 'set it, or say missing={"subjects": "not_stated"}'
    assert (Problem("$.subjects", "unstated", message, hint=hint),) == neither
    message = "expected nothing in missing for a field that is set"
    hint = "take it out of missing"
    assert (Problem("$.missing.subjects", "stated_and_missing", message, hint=hint),) == both
    assert make(missing={"subjects": "truncated"}).subjects == ()
