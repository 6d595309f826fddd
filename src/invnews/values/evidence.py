"""
Evidence: the exact characters of a document that a record rests on.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import bounds, code, distinct, doc, form, refers_to
from ..shapes import Rule
from .forms import PATH
from .value import Value
from .vocabularies import EVIDENCE_BASIS


def _ends_after_start(it: "Evidence") -> Iterable[Problem]:
    """Yield a problem when the span is empty or backwards, or its quotation is not so long."""
    if it.end <= it.start:
        message = f"expected an end after {it.start}, got {it.end}"
        yield Problem("$.end", "ends_before_start", message, it.end, "the end is excluded")
    elif it.exact is not None and len(it.exact) != it.end - it.start:
        message = f"expected {it.end - it.start} characters, got {len(it.exact)}"
        hint = "offsets count code points of the text, the end excluded"
        yield Problem("$.exact", "evidence_mismatch", message, hint=hint)


@attrs.frozen(kw_only=True)
class Evidence(Value):
    """
    A passage of a document, given by offsets, that supports a record.

    Offsets count code points of the text as decoded from UTF-8: no byte order mark, newlines
    as they are, nothing normalised. It stands apart from the text, so that records can be
    shared without the article and verified by anyone who holds it.

    Source: W3C Web Annotation Data Model (TextPositionSelector, TextQuoteSelector).

    >>> Evidence(document="d1", start=131, end=136, supports=("value",)).basis
    'text'
    """

    document: str = attrs.field(
        metadata=doc("The document whose text it is.") | refers_to("document")
    )
    start: int = attrs.field(
        metadata=doc("The first character, in code points from 0.") | bounds(0)
    )
    end: int = attrs.field(
        metadata=doc("The character after the last, in code points from 0.") | bounds(1)
    )
    exact: str | None = attrs.field(
        default=None,
        metadata=doc("The passage itself; left out where the text may not be repeated."),
    )
    supports: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Which fields it supports, as paths from the record; the whole record when empty."
        )
        | form(PATH)
        | distinct(),
    )
    basis: str = attrs.field(
        default="text",
        metadata=doc("Whether the passage says it, or an analyst infers it from the passage.")
        | code(EVIDENCE_BASIS),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_ends_after_start,)
