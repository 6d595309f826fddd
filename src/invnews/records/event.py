"""
Event: something that happens at one time, such as a signing or a vote.
"""

from typing import ClassVar

import attrs

from ..fields import code, distinct, doc, refers_to, subject
from ..values import Identifier, Name, PartialDate, Party, StatusChange
from ..values.vocabularies import EVENT_TYPE, OCCURRENCE, OUTCOME
from .record import Record
from .rules import current


@attrs.frozen(kw_only=True)
class Event(Record):
    """
    Something that happens at one time: a signing, an announcement, a vote, a payment.

    Its date is its own and not the report's. Who signs and who looks on are participants with
    roles; what was signed is an agreement that the event is about. What was paid is a
    monetary claim, what was said a statement.

    Source: ACE and AIDA event frames; CAMEO.

    >>> signing = Event(id="e1", type="signing", on=PartialDate("2017"), about=("mou",))
    >>> signing.on.precision
    'year'
    """

    KIND: ClassVar[str] = "event"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(), metadata=doc("What it is called, such as the title of a conference.")
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What happens, in the words of the source.")
    )
    type: str = attrs.field(
        metadata=doc(
            "What sort of event it is: a signing, a vote, an opening.", source="AIDA; CAMEO"
        )
        | code(EVENT_TYPE)
    )
    participants: tuple[Party, ...] = attrs.field(
        default=(), metadata=doc("Who takes part, and as what: signer, witness, host, addressee.")
    )
    on: PartialDate | None = attrs.field(
        default=None, metadata=doc("When it happens; not when it was reported.")
    )
    outcome: str | None = attrs.field(
        default=None,
        metadata=doc("How it ended: a motion passed, an injunction refused, a test failed.")
        | code(OUTCOME),
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("Numbers that a court or register gave it: a case number.")
    )
    places: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("Where it happens.") | refers_to("place") | distinct()
    )
    about: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it concerns: the agreement signed, the project opened, the sum paid.")
        | refers_to()
        | distinct(),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("Whether it took place, is planned, or is void because it fell through.")
        | code(OCCURRENCE),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as announced, delayed, cancelled; the "
            "last is current."
        ),
    )

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
