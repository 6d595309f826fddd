"""
Stance: how someone stands towards something.
"""

import attrs

from ..fields import actor, code, distinct, doc, refers_to
from .value import Value
from .vocabularies import INTENSITY, STANCE_POLARITY


@attrs.frozen(kw_only=True)
class Stance(Value):
    """
    How someone stands towards something: "very positive about bilateral relations".

    Source: AIDA claim frames (sentiment).

    >>> Stance(target="Malaysia's future", polarity="positive", intensity="strong").polarity
    'positive'
    """

    target: str = attrs.field(metadata=doc("Towards what, in the words of the source."))
    polarity: str = attrs.field(metadata=doc("For or against.") | code(STANCE_POLARITY))
    intensity: str | None = attrs.field(
        default=None, metadata=doc("How strongly the words put it.") | code(INTENSITY)
    )
    holder: str | None = attrs.field(
        default=None, metadata=doc("Who stands so; the speaker when empty.") | refers_to(actor())
    )
    about: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("The records that the target is.") | refers_to() | distinct()
    )
