"""
Product: something made or offered, such as a platform, a vehicle or a commodity.
"""

from typing import ClassVar

import attrs

from ..fields import actor, code, distinct, doc, refers_to, subject
from ..shapes import Rule
from ..values import Identifier, Name, Sector, StatusChange
from ..values.vocabularies import PRODUCT_TYPE
from .record import Record
from .rules import current, named_or_described


@attrs.frozen(kw_only=True)
class Product(Record):
    """
    Something made or offered: a software, a vehicle, a fund for savers, a commodity.

    The initiative that rolls it out is a programme, and the contract that brings it somewhere
    an agreement, even where all three bear one name. Its price is a monetary claim, its
    output a quantity claim.

    Source: schema.org (Product, Service).

    >>> brain = Product(id="city-brain", names=(Name(text="City Brain"),), owners=("alibaba",))
    >>> brain.owners
    ('alibaba',)
    """

    KIND: ClassVar[str] = "product"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(),
        metadata=doc("What it is called, as sources write it; a description serves without."),
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of product it is: software, a commodity, a financial product.")
        | code(PRODUCT_TYPE),
    )
    owners: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who makes, owns or offers it; not who buys or uses it.")
        | refers_to(actor())
        | distinct(),
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is or does, in the words of the source.")
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that it belongs to.")
    )
    technologies: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it works with, in the words of the source: 'artificial intelligence'."),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: an ISIN, a GTIN, a model number.")
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it is made, offered or in use, as the source says.")
        | refers_to("place")
        | distinct(),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as announced, launched, suspended; the "
            "last is current."
        ),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (named_or_described,)

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
