"""
Segment: a part of a document, such as its headline or its links to other reports.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import bounds, code, doc
from ..shapes import Rule
from .value import Value
from .vocabularies import SEGMENT_TYPE


def _ends_after_start(it: "Segment") -> Iterable[Problem]:
    """Yield a problem when the segment is empty or backwards."""
    if it.end <= it.start:
        message = f"expected an end after {it.start}, got {it.end}"
        yield Problem("$.end", "ends_before_start", message, it.end, "the end is excluded")


@attrs.frozen(kw_only=True)
class Segment(Value):
    """
    A part of a document's text: headline, body, links to other reports.

    What stands under links to other reports says nothing about the report itself.

    Source: ninjs 3.1 (headlines, body, associations).

    >>> Segment(type="headline", start=0, end=88).end
    88
    """

    type: str = attrs.field(metadata=doc("Which part it is.") | code(SEGMENT_TYPE))
    start: int = attrs.field(
        metadata=doc("The first character, in code points from 0.") | bounds(0)
    )
    end: int = attrs.field(
        metadata=doc("The character after the last, in code points from 0.") | bounds(1)
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_ends_after_start,)
