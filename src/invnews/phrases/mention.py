"""
Mention: one expression of a text, where it stands and what it says.
"""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import attrs

from ..errors import InvalidData, Problem, brief
from ..shapes import twin
from ..values import Money, PartialDate, Quantity

Said = TypeVar("Said", Money, Quantity, PartialDate)
MAX_EXPRESSION = 200
"""The most code points of one expression that `parse_money` and its kin read."""


@attrs.frozen(kw_only=True)
class Mention(Generic[Said]):
    """
    One expression of a text: where it stands and what it says.

    Args:
        start: Where the core expression begins, in code points: marker, number and magnitude,
            of a range from the first number to the last.
        end: Where the core ends, exclusive.
        full_start: Where it begins with the words that bound it: "more than", "by", "about".
        full_end: Where it ends with such words ("or more"), exclusive.
        value: What it says; its ``text`` is the full expression as printed.
        candidates: The ISO 4217 codes that an ambiguous marker such as "$" may stand for, in
            order of their code; empty when the marker names one currency.
        basis: Of money only, what the currency rests on: ``explicit`` (the marker names it),
            ``article`` (another place of the text does), ``contrast`` (a bare sign beside a
            marked one), ``country`` (of publication), ``none`` (it is not settled).
        equivalent_of: Of money only, the index of the mention whose sum this repeats in another
            currency: "RMB 6.5 billion (US$1 billion)".
    """

    start: int
    end: int
    full_start: int
    full_end: int
    value: Said
    candidates: tuple[str, ...] = ()
    basis: str | None = None
    equivalent_of: int | None = None


def mention_of(
    start: int, end: int, full_start: int, full_end: int, value: Said,
    candidates: tuple[str, ...] = (), basis: str | None = None, equivalent_of: int | None = None,
) -> Mention[Said]:  # fmt: skip
    """Return a mention, filled without the constructor, which would take three times as long."""
    made: Any = _Twin()
    made.start, made.end, made.full_start, made.full_end = start, end, full_start, full_end
    made.value, made.candidates, made.basis = value, candidates, basis
    made.equivalent_of = equivalent_of
    made.__class__ = Mention
    found: Mention[Said] = made
    return found


_Twin = twin(Mention)


def only(mentions: Sequence[Mention[Said]], text: str, what: str) -> Said:
    """
    Return what the one mention of *text* says, when it covers all of it but blanks around.

    Args:
        mentions: All mentions that were found in it.
        text: The expression.
        what: What was asked for: "an amount of money".

    Raises:
        InvalidData: Nothing, more than one thing, or more than that one thing was found.
    """
    if len(mentions) == 1:
        found = mentions[0]
        if not text[: found.full_start].strip() and not text[found.full_end :].strip():
            return found.value
        rest = brief(repr(text[: found.full_start] + " … " + text[found.full_end :]))
        hint = f"only {text[found.full_start : found.full_end]!r} was read, not {rest}"
    elif mentions:
        said = ", ".join(repr(text[each.full_start : each.full_end]) for each in mentions[:3])
        hint = f"{len(mentions)} were found: {said}; read each by itself"
    else:
        hint = "nothing of that kind was found in it"
    message = f"expected {what} and nothing else, got {brief(repr(text))}"
    raise InvalidData([Problem("$", "not_one_expression", message, brief(text), hint)])


def expression(text: str) -> str:
    """
    Return *text*, when it is text of a length that one expression may have.

    Raises:
        InvalidData: It is no text, or longer than 200 code points.
    """
    if not isinstance(text, str):
        message = f"expected text, got {type(text).__name__}"
        raise InvalidData([Problem("$", "wrong_type", message)])
    if len(text) > MAX_EXPRESSION:
        message = f"expected at most {MAX_EXPRESSION} characters, got {len(text)}"
        raise InvalidData([Problem("$", "too_long", message, hint="find_… read longer texts")])
    return text
