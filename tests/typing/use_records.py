"""Records as a stranger uses them: every kind is constructed, fields have their types."""

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_type

from invnews import (
    KINDS,
    Agreement,
    Annotation,
    Attribution,
    Document,
    Event,
    Evidence,
    Group,
    Investment,
    Json,
    Judgement,
    MonetaryClaim,
    Money,
    Name,
    Organisation,
    PartialDate,
    Party,
    Person,
    Place,
    PolicyAction,
    Product,
    Programme,
    Project,
    Quantity,
    QuantityClaim,
    Record,
    Recorded,
    Relation,
    Segment,
    Statement,
    StatusChange,
)

names = (Name(text="Kuantan"),)

document = Document(
    id="d", title="Port fund signs", published=PartialDate("2018-06-25"), length=1234,
    segments=(Segment(type="headline", start=0, end=16),), authors=("song",),
)  # fmt: skip
assert_type(document.published, PartialDate | None)
assert_type(document.length, int | None)
assert_type(document.status, str | None)

organisation = Organisation(id="mdec", names=names, country="MY")
assert_type(organisation.names, tuple[Name, ...])
person = Person(id="song", names=names, countries=("CN", "MY"))
assert_type(person.countries, tuple[str, ...])
place = Place(id="port", names=names, latitude=Decimal("3.8"), longitude=Decimal("103.3"))
assert_type(place.latitude, Decimal | None)
group = Group(id="g", description="many companies", complete=None)
assert_type(group.complete, bool | None)
product = Product(id="city-brain", names=names, owners=("alibaba",))
assert_type(product.owners, tuple[str, ...])
agreement = Agreement(
    id="mou", type="memorandum_of_understanding", binding="non_binding", presumed=("binding",),
    parties=(Party(party="mdec"),), status_history=(StatusChange(status="signed"),),
)  # fmt: skip
assert_type(agreement.status, str | None)
assert_type(agreement.parties, tuple[Party, ...])
programme = Programme(id="pr", names=names)
assert_type(programme.objectives, tuple[str, ...])
project = Project(id="p", description="the rail project")
assert_type(project.description, str | None)
investment = Investment(id="i", host_countries=("MY",))
assert_type(investment.modality, str | None)
policy = PolicyAction(id="pol", action="review", actors=("song",))
assert_type(policy.action, str)
event = Event(id="e", type="signing", on=PartialDate("2017"))
assert_type(event.on, PartialDate | None)
monetary = MonetaryClaim(
    id="m", subjects=("p",), value=Money.more_than(22_000_000_000, "USD"),
    missing={"stage": "not_stated"}, counts_toward_totals=False,
)  # fmt: skip
assert_type(monetary.value, Money)
assert_type(monetary.counts_toward_totals, bool)
quantity = QuantityClaim(id="q", subjects=("p",), value=Quantity.exactly(20))
assert_type(quantity.value, Quantity)
statement = Statement(id="s", proposition="All is well")
assert_type(statement.proposition, str | None)
relation = Relation(id="r", type="owns", subject="a", object="b")
assert_type(relation.subject, str)
annotation = Annotation(id="n", target="s", motivation="commenting", value=Json.of([1]),
                        confidence=Decimal("0.3"))  # fmt: skip
assert_type(annotation.value, Json | None)
judgement = Judgement(id="j", pair=("a", "b"), verdict="same")
assert_type(judgement.pair, tuple[str, ...])

# What every record has.
record: Record = person
assert_type(record.id, str)
assert_type(record.kind, str)
assert_type(record.evidence, tuple[Evidence, ...])
assert_type(record.attribution, Attribution | None)
assert_type(record.missing, Mapping[str, str])
assert_type(record.recorded, Recorded | None)
assert_type(record.notes, str | None)
assert_type(record.extra, Json | None)
assert_type(record.missing["stage"], str)
assert_type(Agreement.KIND, str)
assert_type(KINDS, tuple[type[Record], ...])
both: set[Record] = {person, document}


def narrow(it: Record) -> str:
    """Tell kinds apart by their class, as type checkers understand it."""
    match it:
        case MonetaryClaim(value=value):
            assert_type(value, Money)
            return value.comparator
        case Agreement():
            assert_type(it, Agreement)
            return it.type or ""
    if isinstance(it, (Person, Organisation)):
        assert_type(it.names, tuple[Name, ...])
    return it.kind
