"""
Annotation: what an analyst remarks on a record, such as another reading of it.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import bounds, code, doc, form, refers_to
from ..shapes import Json, Rule
from ..values.forms import PATH
from ..values.vocabularies import MOTIVATION
from .record import Record


def _remarks_something(it: "Annotation") -> Iterable[Problem]:
    """Yield a problem unless there is a remark or another value."""
    if it.text is None and it.value is None:
        hint = "say in text what there is to remark"
        yield Problem("$", "missing_field", "expected a text or a value", hint=hint)


@attrs.frozen(kw_only=True)
class Annotation(Record):
    """
    What an analyst remarks on a record: a comment, a doubt, another possible reading.

    It changes nothing. A fault in the words of the source is annotated and never corrected;
    what the source itself says is never an annotation. Whether two records are the same
    thing is a judgement.

    Source: BODS 0.4 (annotations, motivation); W3C Web Annotation Data Model.

    >>> other = Annotation(id="a1", target="st3", path="about", motivation="alternative",
    ...                    value=Json.of(["p-rail"]), confidence=Decimal("0.3"))
    >>> other.value.value
    ['p-rail']
    """

    KIND: ClassVar[str] = "annotation"

    target: str = attrs.field(metadata=doc("The record that it remarks on.") | refers_to())
    path: str | None = attrs.field(
        default=None,
        metadata=doc(
            "The field that it remarks on, as a path from the target: value.currency; the whole "
            "record when empty."
        )
        | form(PATH),
    )
    motivation: str = attrs.field(
        metadata=doc(
            "Why it is made: to comment, to give an alternative, to flag the source.",
            source="BODS annotation motivation",
        )
        | code(MOTIVATION)
    )
    text: str | None = attrs.field(
        default=None, metadata=doc("The remark, in the words of the analyst.")
    )
    value: Json | None = attrs.field(
        default=None,
        metadata=doc("What might stand at the path instead, in the form in which it is written."),
    )
    confidence: Decimal | None = attrs.field(
        default=None,
        metadata=doc("How likely the analyst holds it to be, from 0 to 1; not a percentage.")
        | bounds(0, 1),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_remarks_something,)
