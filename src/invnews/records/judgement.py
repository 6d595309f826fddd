"""
Judgement: whether two records are about one thing.
"""

from decimal import Decimal
from typing import ClassVar

import attrs

from ..fields import bounds, code, distinct, doc, refers_to, size
from ..values import PartialDate
from ..values.vocabularies import VERDICT
from .record import Record


@attrs.frozen(kw_only=True)
class Judgement(Record):
    """
    Whether two records are about one thing: the same, different, or not to be told.

    It merges nothing by itself and can be taken back; that two records differ is worth as
    much as that they agree. Two names that the source itself equates are names of one record.

    Source: nomenklatura (resolver judgements).

    >>> Judgement(id="j1", pair=("mdec", "mdec-sdn-bhd"), verdict="same", by="A. Analyst").verdict
    'same'
    """

    KIND: ClassVar[str] = "judgement"

    pair: tuple[str, ...] = attrs.field(
        metadata=doc("The two records, in any order.") | refers_to() | size(2, 2) | distinct()
    )
    verdict: str = attrs.field(
        metadata=doc("Whether they are about one thing.", source="nomenklatura Judgement")
        | code(VERDICT)
    )
    by: str | None = attrs.field(
        default=None, metadata=doc("Who judged: a name, an account, a program.")
    )
    on: PartialDate | None = attrs.field(default=None, metadata=doc("When it was judged."))
    reason: str | None = attrs.field(
        default=None, metadata=doc("Why, in the words of the one who judged.")
    )
    score: Decimal | None = attrs.field(
        default=None,
        metadata=doc("How alike a program found the two, from 0 to 1; not a percentage.")
        | bounds(0, 1),
    )
