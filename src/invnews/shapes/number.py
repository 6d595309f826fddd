"""
Decimals and their plain text: nothing is rounded and no exponent is written.
"""

import re
from decimal import Decimal

from .shape import DIGITS

PATTERN = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"
_PLAIN = re.compile(PATTERN)
_LONGEST = DIGITS + 2  # a sign and a point


def number_text(number: Decimal) -> str:
    """
    Return the one plain text of a finite number: no exponent, no needless zero.

    >>> number_text(Decimal("50.0")), number_text(Decimal("1E+3")), number_text(Decimal("-0"))
    ('50', '1000', '0')
    """
    if not number:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_fits(number: Decimal) -> bool:
    """Return whether *number* is finite and its plain text has at most 40 digits."""
    text = str(number)
    if len(text) <= DIGITS and (text.isdigit() or text.replace(".", "", 1).isdigit()):
        return True  # Most numbers: without a sign and an exponent, all digits are seen.
    if not number.is_finite():
        return False
    if not number:
        return True
    if not -DIGITS <= number.adjusted() < DIGITS:
        return False
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -(2**16):
        return False
    return sum(map(str.isdigit, number_text(number))) <= DIGITS


def read_number(text: str) -> Decimal:
    """
    Return the Decimal that plain decimal text says.

    Raises:
        ValueError: The text has another form, or more than 40 digits.

    >>> read_number("22000000000")
    Decimal('22000000000')
    """
    if len(text) > _LONGEST or _PLAIN.fullmatch(text) is None:
        raise ValueError("not plain decimal text")
    if len(text) > DIGITS and sum(map(str.isdigit, text)) > DIGITS:
        raise ValueError("more than 40 digits")
    return Decimal(text)
