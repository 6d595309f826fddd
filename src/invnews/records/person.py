"""
Person: a human being whom a source names.
"""

from typing import ClassVar

import attrs

from ..fields import actor, code, distinct, doc, form, size, subject
from ..values import Identifier, Name
from ..values.forms import URL
from ..values.vocabularies import COUNTRY
from .record import Record


@attrs.frozen(kw_only=True)
class Person(Record):
    """
    A human being whom a source names: a minister, a founder, a spokeswoman.

    Offices and posts are relations of type holds_position, because they begin and end. A
    source without a name, such as "a person familiar with the matter", is a link of an
    attribution or a group.

    Source: BODS 0.4 (person); Popolo (Person, Membership).

    >>> Person(id="james-song", names=(Name(text="James Song"),)).kind
    'person'
    """

    KIND: ClassVar[str] = "person"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    names: tuple[Name, ...] = attrs.field(
        metadata=doc("What the person is called, as sources write it, without title or office.")
        | size(1)
    )
    countries: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The countries of nationality or home that the source gives; not those that the "
            "person does business with.",
            source="ISO 3166-1",
        )
        | code(COUNTRY)
        | distinct(),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call the person: an ORCID, a Wikidata item.")
    )
    url: str | None = attrs.field(
        default=None, metadata=doc("The web address of a page about the person.") | form(URL)
    )
    description: str | None = attrs.field(
        default=None,
        metadata=doc("Who it is, in the words of the source, such as 'a veteran dealmaker'."),
    )
