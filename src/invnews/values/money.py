"""
Money: an amount of money exactly as its source states it.
"""

from decimal import Decimal
from typing import ClassVar, Self

import attrs

from ..fields import code, doc
from ..shapes import Rule
from .bounded import BOUNDED_RULES, Bounded, Plain, plain
from .vocabularies import COMPARATOR, CURRENCY, PER


@attrs.frozen(kw_only=True)
class Money(Bounded):
    """
    An amount of money, exactly as its source states it.

    Nothing is rounded, converted or adjusted for inflation. "more than" is a bound and no
    number; "a lot" is an amount without a number.

    Source: ISO 4217:2015 for currencies; TIMEX3 and BODS for bounds.

    >>> rail = Money.more_than(22_000_000_000, "USD", text="more than US$22 billion")
    >>> rail.low, rail.low_open, rail.high
    (Decimal('22000000000'), True, None)
    """

    comparator: str = attrs.field(
        metadata=doc("How the amount bounds the sum; never assumed.") | code(COMPARATOR)
    )
    amount: Decimal | None = attrs.field(
        default=None,
        metadata=doc(
            "In whole units of the currency, signed: never in thousands or millions. "
            "The lower end with 'between'; none with 'unquantified'."
        ),
    )
    upper: Decimal | None = attrs.field(
        default=None,
        metadata=doc("The upper end with 'between', itself included; none otherwise."),
    )
    currency: str | None = attrs.field(
        default=None,
        metadata=doc("The ISO 4217 code; none when the text does not settle it.", source="ISO 4217")
        | code(CURRENCY),
    )
    approximate: bool = attrs.field(
        default=False,
        metadata=doc('Whether the source says "about", "nearly", "some" or the like.'),
    )
    magnitude: Decimal | None = attrs.field(
        default=None,
        metadata=doc(
            "Only with 'unquantified': 100000000 for \"hundreds of millions\". No bound follows."
        ),
    )
    per: str | None = attrs.field(
        default=None,
        metadata=doc("What the amount is for one of: a share, a year, a tonne.") | code(PER),
    )
    text: str | None = attrs.field(
        default=None, metadata=doc("The expression as the source prints it.")
    )

    RULES: ClassVar[tuple[Rule, ...]] = BOUNDED_RULES

    @classmethod
    def exactly(
        cls, amount: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return this amount; with *approximate*, "about" this amount."""
        return cls(comparator="exactly", amount=plain(amount), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def more_than(
        cls, amount: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a lower bound that is itself excluded: "more than", "over", "topping"."""
        return cls(comparator="more_than", amount=plain(amount), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def at_least(
        cls, amount: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a lower bound that is itself possible: "at least", "no less than"."""
        return cls(comparator="at_least", amount=plain(amount), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def less_than(
        cls, amount: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an upper bound that is itself excluded: "less than", "under"."""
        return cls(comparator="less_than", amount=plain(amount), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def at_most(
        cls, amount: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an upper bound that is itself possible: "up to", "no more than"."""
        return cls(comparator="at_most", amount=plain(amount), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def between(
        cls, low: Plain, high: Plain, currency: str | None, *, approximate: bool = False,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a range, both ends included."""
        return cls(comparator="between", amount=plain(low), upper=plain(high, "upper"), currency=currency,
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def unquantified(
        cls, currency: str | None = None, *, magnitude: Plain | None = None,
        per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an amount without a number: "a lot", "an undisclosed sum"."""
        size = None if magnitude is None else plain(magnitude, "magnitude")
        return cls(comparator="unquantified", currency=currency, magnitude=size,
                   per=per, text=text)  # fmt: skip
