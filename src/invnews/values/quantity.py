"""
Quantity: a count, share, measure or multiple exactly as its source states it.
"""

from decimal import Decimal
from typing import ClassVar, Self

import attrs

from ..fields import code, doc
from ..shapes import Rule
from .bounded import BOUNDED_RULES, Bounded, Plain, plain
from .vocabularies import COMPARATOR, PER, UNIT_KIND

_PERCENT = frozenset({"%", "percent", "per cent", "pct", "percentage points"})


def _kind(unit: str | None, unit_kind: str | None) -> str:
    """Return the sort of number: as given, percent by its unit, or a count."""
    return unit_kind or ("percent" if unit in _PERCENT else "count")


@attrs.frozen(kw_only=True)
class Quantity(Bounded):
    """
    A count, percentage, measure or multiple, exactly as its source states it.

    Units are the words of the source; nothing is converted. The named constructors take a
    number for a count, or for a percentage when its unit says so; say unit_kind otherwise.

    >>> brands = Quantity.more_than(50, "brands", text="more than 50 Malaysian brands")
    >>> brands.unit_kind, brands.low, brands.high
    ('count', Decimal('50'), None)
    """

    comparator: str = attrs.field(
        metadata=doc("How the amount bounds the quantity; never assumed.") | code(COMPARATOR)
    )
    amount: Decimal | None = attrs.field(
        default=None,
        metadata=doc(
            "In whole units, signed; 20 for 20 %. The lower end with 'between'; none with "
            "'unquantified'."
        ),
    )
    upper: Decimal | None = attrs.field(
        default=None,
        metadata=doc("The upper end with 'between', itself included; none otherwise."),
    )
    unit: str | None = attrs.field(
        default=None,
        metadata=doc("The head noun as written: brands, SMEs, MW; none when there is none."),
    )
    unit_kind: str = attrs.field(metadata=doc("What sort of number it is.") | code(UNIT_KIND))
    approximate: bool = attrs.field(
        default=False,
        metadata=doc('Whether the source says "about", "nearly", "some" or the like.'),
    )
    magnitude: Decimal | None = attrs.field(
        default=None,
        metadata=doc("Only with 'unquantified': 1000 for \"thousands\". No bound follows."),
    )
    per: str | None = attrs.field(
        default=None,
        metadata=doc("What the quantity is for one of: a year, a day.") | code(PER),
    )
    text: str | None = attrs.field(
        default=None, metadata=doc("The expression as the source prints it.")
    )

    RULES: ClassVar[tuple[Rule, ...]] = BOUNDED_RULES

    @classmethod
    def exactly(
        cls, amount: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return this quantity; with *approximate*, "about" this quantity."""
        return cls(comparator="exactly", amount=plain(amount), unit=unit, unit_kind=_kind(unit, unit_kind),
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def more_than(
        cls, amount: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a lower bound that is itself excluded."""
        return cls(comparator="more_than", amount=plain(amount), unit=unit, unit_kind=_kind(unit, unit_kind),
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def at_least(
        cls, amount: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a lower bound that is itself possible."""
        return cls(comparator="at_least", amount=plain(amount), unit=unit, unit_kind=_kind(unit, unit_kind),
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def less_than(
        cls, amount: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an upper bound that is itself excluded."""
        return cls(comparator="less_than", amount=plain(amount), unit=unit, unit_kind=_kind(unit, unit_kind),
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def at_most(
        cls, amount: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an upper bound that is itself possible."""
        return cls(comparator="at_most", amount=plain(amount), unit=unit, unit_kind=_kind(unit, unit_kind),
                   approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def between(
        cls, low: Plain, high: Plain, unit: str | None = None, *, unit_kind: str | None = None,
        approximate: bool = False, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a range, both ends included."""
        return cls(comparator="between", amount=plain(low), upper=plain(high, "upper"), unit=unit,
                   unit_kind=_kind(unit, unit_kind), approximate=approximate, per=per, text=text)  # fmt: skip

    @classmethod
    def unquantified(
        cls, unit: str | None = None, *, unit_kind: str | None = None,
        magnitude: Plain | None = None, per: str | None = None, text: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a quantity without a number: "many", "thousands"."""
        size = None if magnitude is None else plain(magnitude, "magnitude")
        return cls(comparator="unquantified", unit=unit, unit_kind=_kind(unit, unit_kind), magnitude=size,
                   per=per, text=text)  # fmt: skip
