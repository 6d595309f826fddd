"""
Decimal numbers on the wire: plain text, and what to write instead of what is none.
"""

import re
from decimal import Decimal

from ..errors import SHOWN_CHARACTERS, Problem, scalar, shown
from ..shapes import Number, number_fits, number_text, read_number
from ..shapes.examine import number_problems, wrong_type
from ..shapes.number import PATTERN


def read_decimal(shape: Number, value: object, path: str) -> Decimal | list[Problem]:
    """Return the Decimal that a text of the wire says, or what is wrong with it."""
    if type(value) is not str:
        plain = _plain_text(value)
        hint = None if plain is None else f'write it as text: "{plain}"'
        return [wrong_type(path, DECIMAL, value, hint)]
    try:
        number = read_number(value)
    except ValueError:
        too_long = re.fullmatch(PATTERN, value) is not None
        code = "too_many_digits" if too_long else "bad_number"
        expected = "a number of at most 40 digits" if too_long else 'a plain decimal such as "-1.5"'
        message = f"expected {expected}, got {shown(value)}"
        hint = None if too_long else _number_hint(value)
        return [Problem(path, code, message, scalar(value), hint)]
    return list(number_problems(shape, number, path)) or number


def _plain_text(value: object) -> str | None:
    """Return the plain decimal text of a number that stands where its text should, or None."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return number_text(number) if number_fits(number) else None


def _number_hint(text: str) -> str | None:
    """Return the fix for a text that is nearly a plain decimal, or that is a phrase."""
    if not text.strip():
        return "leave out what the source does not say"
    if len(text) > SHOWN_CHARACTERS:
        return None
    for pattern, instead, say in _NUMBER_FIXES:
        bare = re.sub(pattern, instead, text)
        if bare != text and re.fullmatch(PATTERN, bare):
            return f'{say}: "{bare}"'
    if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]{1,4}", text):
        number = Decimal(text)
        plain = f': "{number_text(number)}"' if number_fits(number) else ""
        return f"write it out, without exponent{plain}"
    return "digits 0-9 alone, without words and units"


_NUMBER_FIXES = (
    (r"^\+", "", "no plus sign"),
    (r"^\s+|\s+$", "", "no blanks"),
    (r"(?<=[0-9])[, _'\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))", "", "no grouping"),
    (r"^(-?)0+(?=[0-9])", r"\1", "no leading zeros"),
    (r"^(-?)\.", r"\g<1>0.", "digits stand on both sides of the point"),
    (r"\.$", "", "digits stand on both sides of the point"),
    (r",(?=[0-9]{1,2}$)", ".", "a point before the decimals"),
    (r"^[−–]", "-", "a hyphen for minus"),
    (r"^[A-Z]{0,3}[$€£¥]? ?|\s*%$", "", "the number alone"),
)
"""What makes a text a plain decimal: what is taken off, what is put there, how that is said."""
DECIMAL = "a decimal number as text"
