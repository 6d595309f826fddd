"""
Relation: how two records stand to each other, such as an owner to what it owns.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import code, doc, refers_to, subject
from ..shapes import Rule
from ..values import PartialDate, StatusChange
from ..values.vocabularies import DIRECTNESS, MODALITY, RELATION_TYPE
from .record import Record
from .rules import current


def _joins_two(it: "Relation") -> Iterable[Problem]:
    """Yield a problem when subject and object are one record."""
    if it.subject == it.object:
        message = f"expected another record than the subject, got {it.object!r}"
        yield Problem("$.object", "self_reference", message, it.object)


def _ends_after_start(it: "Relation") -> Iterable[Problem]:
    """Yield a problem when even the last possible end lies before the first possible start."""
    if it.start is None or it.end is None:
        return
    first, last = it.start.earliest, it.end.latest
    if first is not None and last is not None and last < first:
        message = f"expected an end not before {it.start.edtf}, got {it.end.edtf}"
        yield Problem("$.end", "ends_before_start", message, it.end.edtf)


@attrs.frozen(kw_only=True)
class Relation(Record):
    """
    How one record stands to another: it owns it, is part of it, supports it, contradicts it.

    It joins any two records, claims and statements included; the type is read from subject
    to object. How large a stake is, is a quantity claim. Who takes part in an agreement or
    project, and as what, is a party there.

    Source: BODS 0.4 (interests, directOrIndirect); FollowTheMoney (Ownership, UnknownLink);
    Popolo (Membership); AIDA (supporting and refuting claims).

    >>> post = Relation(id="r1", type="holds_position", subject="james-song", object="alibaba",
    ...                 title="Malaysia chief representative")
    >>> post.title
    'Malaysia chief representative'
    """

    KIND: ClassVar[str] = "relation"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    type: str = attrs.field(
        metadata=doc(
            "How the subject stands to the object: subsidiary_of, holds_position, reason_for.",
            source="FollowTheMoney; BODS; AIDA; PROV-O",
        )
        | code(RELATION_TYPE)
    )
    subject: str = attrs.field(
        metadata=doc("The record of which it is said: the subsidiary, the holder.") | refers_to()
    )
    object: str = attrs.field(
        metadata=doc("The other record: the parent, the body in which the post is.") | refers_to()
    )
    title: str | None = attrs.field(
        default=None,
        metadata=doc("The office or capacity, in the words of the source: 'chief executive'."),
    )
    start: PartialDate | None = attrs.field(default=None, metadata=doc("Since when it holds."))
    end: PartialDate | None = attrs.field(
        default=None, metadata=doc("Until when it holds; empty is no word that it goes on.")
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is said: asserted, planned to be, possible, denied.")
        | code(MODALITY),
    )
    directness: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether it holds directly or through others: 'through a holding'.",
            source="BODS directOrIndirect",
        )
        | code(DIRECTNESS),
    )
    description: str | None = attrs.field(
        default=None,
        metadata=doc("How the source words it, such as 'arm', 'backed', 'helped establish'."),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as proposed, in_force, terminated; the "
            "last is current."
        ),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_joins_two, _ends_after_start)

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
