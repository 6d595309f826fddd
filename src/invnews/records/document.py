"""
Document: a published text that records rest on, such as a press report or a filing.
"""

from typing import ClassVar

import attrs

from ..fields import acyclic, bounds, code, distinct, doc, form, refers_to, subject
from ..values import Identifier, PartialDate, Segment, StatusChange
from ..values.forms import LANGUAGE, SHA256, URL
from ..values.vocabularies import DOCUMENT_TYPE
from .record import Record
from .rules import current


@attrs.frozen(kw_only=True)
class Document(Record):
    """
    A text that someone published: a press report, a company filing, a speech.

    It describes the text and does not hold it, so that records can be shared without the
    article. What the text says stands in records of its own, whose evidence points here.

    Source: ninjs 3.1 and NewsML-G2 (headlines, versions, associations); PROV-O
    (wasQuotedFrom, wasRevisionOf).

    >>> report = Document(id="d1", title="Port fund signs lease", published=PartialDate("2018-06"))
    >>> report.published.precision
    'month'
    """

    KIND: ClassVar[str] = "document"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    title: str | None = attrs.field(
        default=None,
        metadata=doc("The headline or title as printed, without the name of the site."),
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc("What sort of text it is: a press report, a company filing, a speech.")
        | code(DOCUMENT_TYPE),
    )
    publisher: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Who published this text: the newspaper, the agency, the company. A syndicated text "
            "names the one who carries it here, and its origin in derived_from."
        )
        | refers_to("organisation", "person", "group"),
    )
    authors: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Who wrote it, as the byline says; not those whom it quotes.")
        | refers_to("person", "organisation", "group")
        | distinct(),
    )
    url: str | None = attrs.field(
        default=None, metadata=doc("The web address at which it was published.") | form(URL)
    )
    language: str | None = attrs.field(
        default=None, metadata=doc("The language of the text, as a BCP 47 tag.") | form(LANGUAGE)
    )
    published: PartialDate | None = attrs.field(
        default=None,
        metadata=doc(
            "When it was first published. Relative dates of its text, such as 'last year', are "
            "counted from here; without it they stay as they are."
        ),
    )
    updated: PartialDate | None = attrs.field(
        default=None, metadata=doc("When its publisher last changed it.")
    )
    retrieved: PartialDate | None = attrs.field(
        default=None, metadata=doc("When the text was fetched, by whoever recorded it.")
    )
    sha256: str | None = attrs.field(
        default=None,
        metadata=doc(
            "The SHA-256 of the UTF-8 bytes of the text that offsets count in: no byte order "
            "mark, newlines as they are, nothing normalised.",
            source="FIPS 180-4",
        )
        | form(SHA256),
    )
    length: int | None = attrs.field(
        default=None,
        metadata=doc("The length of that text in code points; not in bytes or words.") | bounds(0),
    )
    segments: tuple[Segment, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The parts of the text: headline, body, related links. What stands under related "
            "links says nothing about the report itself."
        ),
    )
    derived_from: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "The documents that this one was syndicated, translated or quoted from.",
            source="PROV-O wasDerivedFrom",
        )
        | refers_to("document")
        | acyclic()
        | distinct(),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Whether it was published, corrected, withdrawn, in this order; the last that came about is current."
        ),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: a DOI, an accession number of a filing.")
    )

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
