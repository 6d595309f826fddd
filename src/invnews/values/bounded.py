"""
What Money and Quantity share: a comparator, and the bounds that it makes of an amount.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from ..errors import InvalidData, Problem, brief
from ..shapes import DIGITS, GREATEST_WHOLE, NUMBER_PATTERN, Rule
from .value import Value

Plain = Decimal | int
"""What the named constructors take for a number; a float is refused."""


class Bounded(Value):
    """A number as a source gives it: exactly, as a bound, as a range, or not at all."""

    __slots__ = ()

    comparator: str
    amount: Decimal | None
    upper: Decimal | None
    magnitude: Decimal | None

    @property
    def low(self) -> Decimal | None:
        """The least it can be, or None for no lower bound."""
        return self.amount if self.comparator in _HAS_LOW else None

    @property
    def high(self) -> Decimal | None:
        """The most it can be, or None for no upper bound."""
        if self.comparator == "between":
            return self.upper
        return self.amount if self.comparator in _HAS_HIGH else None

    @property
    def low_open(self) -> bool:
        """Whether the lower bound itself is excluded ("more than")."""
        return self.comparator == "more_than"

    @property
    def high_open(self) -> bool:
        """Whether the upper bound itself is excluded ("less than")."""
        return self.comparator == "less_than"


_HAS_LOW = frozenset({"exactly", "more_than", "at_least", "between"})
_HAS_HIGH = frozenset({"exactly", "less_than", "at_most"})
_KNOWN = _HAS_LOW | _HAS_HIGH | {"unquantified"}


# Each rule first tells what is in order, without a generator: they run at every construction.


def amount_fits_comparator(it: Bounded) -> Iterable[Problem]:
    """Return a problem for an amount where there is none, or the lack of one."""
    comparator = it.comparator
    if comparator == "unquantified":
        if it.amount is not None:
            message = f"expected no amount with 'unquantified', got {it.amount}"
            return (Problem("$.amount", "inconsistent", message, it.amount,
                            "choose another comparator"),)  # fmt: skip
    elif comparator in _KNOWN and it.amount is None:
        hint = _WITHOUT.get(comparator, _WITHOUT["exactly"])
        message = f"expected an amount with {comparator!r}"
        return (Problem("$.amount", "missing_field", message, hint=hint),)
    return ()


_WITHOUT = {
    "exactly": "or comparator 'unquantified', when no number is given",
    "between": "or 'at_most', when only the upper end is given",
}


def magnitude_fits_comparator(it: Bounded) -> Iterable[Problem]:
    """Return a problem for a magnitude beside a number."""
    if it.magnitude is None or it.comparator == "unquantified" or it.comparator not in _KNOWN:
        return ()
    message = f"expected a magnitude only with 'unquantified', got {it.magnitude}"
    return (Problem("$.magnitude", "inconsistent", message, it.magnitude),)


def upper_fits_comparator(it: Bounded) -> Iterable[Problem]:
    """Return a problem for an upper end where there is none, or the lack of one, or its order."""
    comparator = it.comparator
    if comparator not in _KNOWN:
        return ()  # A private comparator (x-…): no bound follows, and no rule.
    if comparator != "between":
        if it.upper is None:
            return ()
        message = f"expected an upper end only with 'between', got {it.upper}"
        return (Problem("$.upper", "inconsistent", message, it.upper, "use comparator 'between'"),)
    if it.upper is None:
        return (Problem("$.upper", "missing_field", "expected an upper end with 'between'",
                        hint="or 'at_least', when only the lower end is given"),)  # fmt: skip
    if it.amount is None or it.upper >= it.amount:
        return ()
    message = f"expected at least {it.amount}, got {it.upper}"
    return (
        Problem("$.upper", "ends_before_start", message, it.upper, "the lower end comes first"),
    )


BOUNDED_RULES: tuple[Rule, ...] = (
    amount_fits_comparator, magnitude_fits_comparator, upper_fits_comparator,
)  # fmt: skip
"""What must hold across the fields of a bounded number."""


def plain(amount: Plain, field: str = "amount") -> Decimal:
    """
    Return a number given for *field* as Decimal.

    Raises:
        InvalidData: It is neither a Decimal nor an int, or an int of more than 40 digits.
    """
    if isinstance(amount, Decimal):
        return amount
    if type(amount) is int:
        if -GREATEST_WHOLE <= amount <= GREATEST_WHOLE:
            return Decimal(amount)
        message = "expected a number of at most 40 digits"
        raise InvalidData([Problem(f"$.{field}", "too_many_digits", message)])
    message = f"expected a Decimal or int, got {brief(repr(amount))}"
    raise InvalidData([Problem(f"$.{field}", "wrong_type", message, hint=_as_decimal(amount))])


def _as_decimal(amount: object) -> str | None:
    """Return how to write a float or text as a Decimal, when it is a plain number."""
    text = str(amount)
    if not isinstance(amount, (float, str)) or len(text) > DIGITS + 2:
        return None
    return f"write Decimal('{text}')" if re.fullmatch(NUMBER_PATTERN, text) else None
