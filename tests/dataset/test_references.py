"""References: which ids a record holds, and where it holds them."""

from collections.abc import Mapping
from typing import ClassVar

import attrs
import pytest

from invnews.dataset import Link, links
from invnews.fields import acyclic, distinct, refers_to
from invnews.records import (
    Agreement,
    Annotation,
    Judgement,
    MonetaryClaim,
    Person,
    Place,
    Record,
    Relation,
    Statement,
)
from invnews.shapes import FrozenMap, Json
from invnews.values import (
    Attribution,
    AttributionLink,
    Evidence,
    Money,
    Name,
    Party,
    Stance,
    StatusChange,
    Undertaking,
    Value,
)


@attrs.frozen(kw_only=True)
class Node(Value):
    """A value that holds values of its own class."""

    at: str = attrs.field(metadata=refers_to("place") | acyclic())
    inner: tuple["Node", ...] = ()


@attrs.frozen(kw_only=True)
class Route(Record):
    """A kind with references in every Shape."""

    KIND: ClassVar[str] = "acme.route"
    start: str = attrs.field(metadata=refers_to("place"))
    via: tuple[str, ...] = attrs.field(default=(), metadata=refers_to() | distinct())
    by_leg: Mapping[str, str] = attrs.field(
        default=FrozenMap(), metadata=refers_to("person", "@actor")
    )
    node: Node | None = None
    nodes: Mapping[str, Node] = FrozenMap()
    words: str | None = None


ANY: tuple[str, ...] = ()
ACTOR = ("@actor",)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Person(id="p", names=(Name(text="p"),)), []),
        (Relation(id="r", type="owns", subject="a", object="b"), [
            Link("$.subject", "a", ANY, "subject", False),
            Link("$.object", "b", ANY, "object", False)]),
        (Place(id="p", names=(Name(text="p"),), part_of="q"), [
            Link("$.part_of", "q", ("place",), "part_of", True)]),
        (Judgement(id="j", pair=("a", "b"), verdict="same"), [
            Link("$.pair[0]", "a", ANY, "pair", False),
            Link("$.pair[1]", "b", ANY, "pair", False)]),
        (Annotation(id="a", target="t", motivation="alternative", value=Json.of(["b"])), [
            Link("$.target", "t", ANY, "target", False)]),
        (Agreement(
            id="a", parties=(Party(party="x", on_behalf_of="y"), Party(party="x")),
            under=("u",), status_history=(StatusChange(status="signed", by=("z",), evidence=(
                Evidence(document="d", start=0, end=1),)),),
            undertakings=(Undertaking(text="t", to=("x",), about=("q",)),),
            evidence=(Evidence(document="d", start=0, end=1),),
            attribution=Attribution(links=(AttributionLink(role="speaker", party="s"),))), [
            Link("$.status_history[0].by[0]", "z", ACTOR, "by", False),
            Link("$.status_history[0].evidence[0].document", "d", ("document",), "document",
                 False),
            Link("$.parties[0].party", "x", ACTOR, "party", False),
            Link("$.parties[0].on_behalf_of", "y", ACTOR, "on_behalf_of", False),
            Link("$.parties[1].party", "x", ACTOR, "party", False),
            Link("$.under[0]", "u", ("agreement", "programme"), "under", True),
            Link("$.undertakings[0].to[0]", "x", ACTOR, "to", False),
            Link("$.undertakings[0].about[0]", "q", ANY, "about", False),
            Link("$.evidence[0].document", "d", ("document",), "document", False),
            Link("$.attribution.links[0].party", "s", ACTOR, "party", False)]),
        (Statement(id="s", stances=(Stance(target="t", polarity="positive", holder="h"),),
                   in_reply_to=("r",)), [
            Link("$.stances[0].holder", "h", ACTOR, "holder", False),
            Link("$.in_reply_to[0]", "r", ("statement", "monetary_claim", "quantity_claim",
                                           "document", "event"), "in_reply_to", True)]),
        (Route(id="r", start="a", via=("b", "c"), by_leg={"z 1": "p", "a": "q"},
               node=Node(at="n", inner=(Node(at="o"),)), nodes={"x": Node(at="y")},
               words="a"), [
            Link("$.start", "a", ("place",), "start", False),
            Link("$.via[0]", "b", ANY, "via", False),
            Link("$.via[1]", "c", ANY, "via", False),
            Link("$.by_leg.a", "q", ("person", "@actor"), "by_leg", False),
            Link('$.by_leg["z 1"]', "p", ("person", "@actor"), "by_leg", False),
            Link("$.node.at", "n", ("place",), "at", True),
            Link("$.node.inner[0].at", "o", ("place",), "at", True),
            Link("$.nodes.x.at", "y", ("place",), "at", True)]),
    ],
    ids=lambda it: getattr(it, "kind", ""),
)  # fmt: skip
def test_every_reference_of_a_record_is_found_with_its_path(record, expected):
    """In the order of the wire, those inside values included, texts and JSON left alone."""
    assert list(links(record)) == expected


def test_a_claim_names_its_relatives():
    """All references of a claim stand on its own fields, in their order."""
    claim = MonetaryClaim(
        id="m", value=Money.exactly(1, "EUR"), subjects=("a", "b"), payers=("p",), part_of="w",
        equivalent_of="e", supersedes=("s",), computed_from=("c",), deal="d",
    )  # fmt: skip

    assert [(each.path, each.target, each.acyclic) for each in links(claim)] == [
        ("$.subjects[0]", "a", True), ("$.subjects[1]", "b", True), ("$.payers[0]", "p", False),
        ("$.part_of", "w", True), ("$.equivalent_of", "e", True), ("$.supersedes[0]", "s", True),
        ("$.computed_from[0]", "c", True), ("$.deal", "d", False),
    ]  # fmt: skip
