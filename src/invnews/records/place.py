"""
Place: a spot or an area on the map, from a site to a continent.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import actor, acyclic, bounds, code, doc, is_private, refers_to, size, subject
from ..shapes import Rule
from ..values import Identifier, Name
from ..values.vocabularies import COUNTRY, EXACTNESS, PLACE_TYPE, SUBDIVISION
from .record import Record


def _both_coordinates(it: "Place") -> Iterable[Problem]:
    """Yield a problem when only one of latitude and longitude is set."""
    if (it.latitude is None) == (it.longitude is None):
        return
    absent = "latitude" if it.latitude is None else "longitude"
    message = f"expected a {absent} beside the other coordinate"
    yield Problem(f"$.{absent}", "missing_field", message, hint="set both, or leave both out")


def _subdivision_in_country(it: "Place") -> Iterable[Problem]:
    """Yield a problem when the subdivision's code is not one of the country's."""
    if it.country is None or it.subdivision is None:
        return
    if is_private(it.country) or is_private(it.subdivision):
        return
    if it.subdivision.endswith(f"-{it.country}"):
        return  # Hong Kong is the country HK and the subdivision CN-HK.
    if not it.subdivision.startswith(f"{it.country}-"):
        message = f"expected a subdivision of {it.country}, got {it.subdivision!r}"
        hint = "a subdivision's code begins with that of its country"
        yield Problem("$.subdivision", "inconsistent", message, it.subdivision, hint)


@attrs.frozen(kw_only=True)
class Place(Record):
    """
    A spot or an area: a site, a port, a city, a province, a sea.

    A source that says "Sabah approves" names a place for its government: a place may act.
    Where the government is a record of its own, name that one. A zone that someone set up,
    with its rules and incentives, is a programme; the ground it lies on is a place.

    Source: ISO 3166-1 and 3166-2; IATI GeographicExactness; WGS 84 (EPSG 4326).

    >>> sabah = Place(id="sabah", names=(Name(text="Sabah"),), country="MY", subdivision="MY-12")
    >>> sabah.subdivision
    'MY-12'
    """

    KIND: ClassVar[str] = "place"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    names: tuple[Name, ...] = attrs.field(
        metadata=doc("What it is called, as sources write it, such as 'Klang Valley'.") | size(1)
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of place it is: a city, a port, a region.") | code(PLACE_TYPE),
    )
    country: str | None = attrs.field(
        default=None,
        metadata=doc("The country that it is or lies in.", source="ISO 3166-1") | code(COUNTRY),
    )
    subdivision: str | None = attrs.field(
        default=None,
        metadata=doc(
            "The state, province or the like that it is or lies in, by its code.",
            source="ISO 3166-2",
        )
        | code(SUBDIVISION),
    )
    part_of: str | None = attrs.field(
        default=None,
        metadata=doc("The next larger place that it lies in, such as the city of a district.")
        | refers_to("place")
        | acyclic(),
    )
    exactness: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether it is the place itself, or the nearest that the source lets one name.",
            source="IATI GeographicExactness",
        )
        | code(EXACTNESS),
    )
    latitude: Decimal | None = attrs.field(
        default=None,
        metadata=doc("In decimal degrees, WGS 84; north is positive.", source="EPSG 4326")
        | bounds(-90, 90),
    )
    longitude: Decimal | None = attrs.field(
        default=None,
        metadata=doc("In decimal degrees, WGS 84; east is positive.", source="EPSG 4326")
        | bounds(-180, 180),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: a UN/LOCODE, a Wikidata item.")
    )
    description: str | None = attrs.field(
        default=None,
        metadata=doc("Where it is, in the words of the source, such as 'north of the capital'."),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_both_coordinates, _subdivision_in_country)
