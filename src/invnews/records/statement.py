"""
Statement: what someone says, believes or declines to say.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import acyclic, code, distinct, doc, refers_to
from ..shapes import Rule
from ..values import Stance
from ..values.vocabularies import EPISTEMIC, MODALITY, OUTLOOK, POLARITY, STATEMENT_TYPE, TENSE
from .record import Record

_WORDLESS = frozenset({"refusal_to_comment", "no_response"})


def _says_something(it: "Statement") -> Iterable[Problem]:
    """Yield a problem when nothing is said, and not even that someone said nothing."""
    if it.type in _WORDLESS or it.grade is not None or it.outlook is not None:
        return
    if it.proposition is None and not it.stances:
        message = "expected a proposition or stances"
        hint = "or type 'refusal_to_comment' or 'no_response', when nothing was said"
        yield Problem("$", "missing_field", message, hint=hint)


@attrs.frozen(kw_only=True)
class Statement(Record):
    """
    What someone says, believes, denies or declines to say, where no other kind holds it.

    Who says it stands in its attribution; without one it is the document's own voice. An
    amount that someone states is a monetary claim, a number a quantity claim, a measure that
    a minister announces a policy action: each has an attribution of its own.

    Source: AIDA claim frames (epistemic status, sentiment); ACE (polarity, tense, modality).

    >>> trust = Statement(id="st2", about=("malaysia",), stances=(
    ...     Stance(target="Malaysia's future", polarity="positive", intensity="strong"),
    ... ))
    >>> trust.stances[0].polarity
    'positive'
    """

    KIND: ClassVar[str] = "statement"

    proposition: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What is said, in the words of the source or close to them, without the speaker; a "
            "negated sentence keeps its 'no' and 'never'."
        ),
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc("What is done by saying it: assertion, denial, forecast, refusal_to_comment.")
        | code(STATEMENT_TYPE),
    )
    stances: tuple[Stance, ...] = attrs.field(
        default=(),
        metadata=doc("How someone stands towards what: 'very confident in', 'concerned about'."),
    )
    modality: str | None = attrs.field(
        default=None,
        metadata=doc("How firmly it is meant: asserted, intended, possible.", source="ACE modality")
        | code(MODALITY),
    )
    polarity: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Negative when the sentence negates: 'has never changed'. Whether the speaker is "
            "for or against is a stance.",
            source="ACE polarity",
        )
        | code(POLARITY),
    )
    tense: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether it speaks of the past, the present or the future.", source="ACE tense"
        )
        | code(TENSE),
    )
    epistemic: str | None = attrs.field(
        default=None,
        metadata=doc(
            "How sure the one who says it is that it is so; not how sure the analyst is.",
            source="AIDA claim frames",
        )
        | code(EPISTEMIC),
    )
    grade: str | None = attrs.field(
        default=None,
        metadata=doc("The grade that a rating gives, as printed: 'BBB-', 'overweight'."),
    )
    outlook: str | None = attrs.field(
        default=None,
        metadata=doc("Where a rating may go next.") | code(OUTLOOK),
    )
    about: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The records that it speaks of.") | refers_to() | distinct(),
    )
    in_reply_to: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it answers or denies: a statement, a figure, a report, a call.")
        | refers_to("statement", "monetary_claim", "quantity_claim", "document", "event")
        | acyclic()
        | distinct(),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_says_something,)
