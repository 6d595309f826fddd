"""
Spans: two numbers that make one range, or one change from a sum to another.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..numeral import lowered
from .amounts import Amount
from .per import per_stop


@cache
def _join_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<dash>[ \u00a0]?[-–—−~][ \u00a0]?)|(?P<to>-?[ -]to[ -])|(?P<and> and )|(?P<or> or )"
        r"|(?P<from> from ))(?P<about>(?:as (?:much|high|many) as|more than|about|around|nearly|up to"
        r"|over|some|roughly|almost|perhaps|even|possibly|close to|approximately) )?"
    )


_LONGEST_JOIN = 24
_VERBS = (
    r"(?:r[io]se[sn]?|rising|gr[eo]w(?:n|s|ing)?|increas\w{1,4}|climb\w{0,3}|jump\w{0,3}|surg\w{1,3}"
    r"|soar\w{0,3}|fell|falls?|fallen|falling|drop\w{0,4}|declin\w{1,3}|slid(?:es?|ing)?|sank|sunk"
    r"|slump\w{0,3}|slip\w{0,4}|eas(?:ed|es|ing)|edg(?:ed|es|ing)|tumbl\w{1,3}|plung\w{1,3}"
    r"|dipp?\w{0,3}|shr[aiu]nk\w{0,3}|narrow\w{0,3}|widen\w{0,3}|swell\w{0,3}|swollen|swung|swing"
    r"|doubl\w{1,3}|tripl\w{1,3}|quadrupl\w{1,3}|cut|cuts|cutting|lower(?:ed|s|ing)?|reduc\w{1,3}"
    r"|trimm\w{1,4}|slash\w{1,3}|rais(?:ed?|es|ing)|boost\w{0,3}|lift\w{0,3}|revis\w{1,4}|chang\w{1,3}"
    r"|up|down|upgrad\w{1,3}|downgrad\w{1,3}|improv\w{1,5}|expand\w{0,3}|rallied|advanc\w{1,3}"
    r"|gain(?:ed|s|ing)?|rebound\w{0,3}|recover\w{0,3}|weaken\w{0,3}|strengthen\w{0,3}|hik\w{1,3}"
    r"|bump\w{0,3}|mov(?:ed?|es|ing)|went|gone?|adjust\w{0,3}|scal(?:ed|ing)|turn(?:ed|ing)?"
    r"|balloon\w{0,3}|escalat\w{1,3}|accelerat\w{1,3}|shot|leap\w{0,3}|leapt|growth|rise|growing)"
)


@cache
def _change_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{_VERBS}\b")


@cache
def _change_by_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?!rais){_VERBS}(?: by)?(?: [a-z-]{{1,14}}){{0,2}} ?$")


@cache
def _spread_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:rang\w{1,3}|var(?:y|ied|ies|ying)|anywhere|somewhere|spread|span\w{0,4}|between)\b"
    )


_REACH = 72
_CLAUSE = re.compile(r"[.;:?!] ")


class Pair(NamedTuple):
    """
    Two numbers beside each other, read together.

    Args:
        one: The first, with the marker and magnitude that the other lends it.
        other: The second, likewise.
        is_range: Whether they are the ends of one range, or two sums each of its own.
        approximate: Whether a word between says "about".
    """

    one: Amount
    other: Amount
    is_range: bool
    approximate: bool


def pair(text: str, one: Amount, other: Amount) -> Pair | None:
    """
    Return how two numbers side by side go together; None when they do not.

    The one without a marker is lent that of the other: "$4-5 billion", "5 to 7 million euros".
    """
    if one.marker is None and other.marker is None:
        return None
    stop = one.numeral.letter_stop if one.marker is None else per_stop(text, one.stop)
    if not 0 < other.start - stop <= _LONGEST_JOIN:
        return None
    join = _join_pattern().fullmatch(lowered(text[stop : other.start]))
    if join is None or (one.marker and other.marker and not _alike(one, other)):
        return None
    first, second = _with_marker(one, other), _with_marker(other, one)
    first = first._replace(scale=_scale(one, second))
    if not _lends(one, other, first, second, join):
        return None
    lent = first.scale != one.scale
    is_range = first.value <= second.value and _is_range(text, one, join, lent=lent)
    if not is_range and ((one.marker and other.marker) or not (join["to"] or join["from"])):
        return None
    return Pair(first, second, is_range, (join["about"] or "").strip() in _ABOUT)


_ABOUT = frozenset({
    "about", "around", "nearly", "some", "roughly", "almost", "perhaps", "approximately",
    "close to",
})  # fmt: skip


def _with_marker(amount: Amount, beside: Amount) -> Amount:
    """Return an amount with the marker of the one beside it, when it has none."""
    if amount.marker is not None or beside.marker is None:
        return amount
    numeral, other = amount.numeral, beside.numeral
    if numeral.grouped and other.grouped and other.number == other.number.to_integral_value():
        return amount._replace(
            marker=beside.marker, numeral=numeral._replace(number=numeral.number.scaleb(3))
        )
    if numeral.letter == 1:
        return amount._replace(marker=beside.marker)
    return amount._replace(marker=beside.marker, stop=numeral.letter_stop, scale=numeral.letter)


def _alike(one: Amount, other: Amount) -> bool:
    """Return whether two markers may be of one currency."""
    return bool(one.marker and other.marker and set(one.marker.codes) & set(other.marker.codes))


def _scale(one: Amount, other: Amount) -> Decimal:
    """Return the magnitude of the first number, which the other lends when it has none."""
    if one.scale != 1 or one.numeral.number > other.numeral.number:
        return one.scale
    return one.scale if one.after else other.scale


def _lends(one: Amount, other: Amount, first: Amount, second: Amount, join: re.Match[str]) -> bool:
    """
    Return whether a number without a marker belongs to the other.

    Args:
        one: The first number as it stands.
        other: The second number as it stands.
        first: The first with what the other would lend it.
        second: The second, likewise.
        join: What stands between.
    """
    sized, same = second.scale != 1, first.scale == second.scale
    if one.marker is not None and other.marker is not None:
        return True
    if one.marker is not None:
        glued = join["dash"] is not None and len(join["dash"]) == 1
        more = glued and second.value > first.value
        return one.before and not other.numeral.glued and (sized or more)
    if one.numeral.glued:
        return False
    if not other.after or other.before:
        return same and sized and one.scale != 1 and not join["from"]
    if join["or"]:
        return sized and same
    year = one.numeral.stop - one.numeral.start == _YEAR
    return one.scale != 1 or not (join["from"] or (year and sized and not same))


_YEAR = 4


def _is_range(text: str, one: Amount, join: re.Match[str], *, lent: bool) -> bool:
    """Return whether the numbers around *join* are the ends of one range: "$2 or $3 billion"."""
    if join["from"]:
        return False
    lead = lowered(text[max(0, one.start - _REACH) : one.start])
    if join["and"]:
        return _between_pattern().search(lead) is not None
    if join["or"]:
        return one.marker is None or lent
    if join["dash"]:
        return True
    if _spread_pattern().search(lead[-32:]):
        return True
    if _from_pattern().search(lead):
        clause = _CLAUSE.split(lead)[-1]
        return _change_pattern().search(clause) is None
    return _change_by_pattern().search(lead) is None


_WORDS = (
    r"(?:about|around|some|nearly|almost|roughly|approximately|an estimated|just over|over|close to"
    r"|just|just under|more than|as (?:low|little) as) "
)


@cache
def _between_pattern() -> re.Pattern[str]:
    return re.compile(rf"\bbetween (?:{_WORDS})?$")


@cache
def _from_pattern() -> re.Pattern[str]:
    return re.compile(rf"\bfrom (?:{_WORDS}){{0,2}}$")


def lead(text: str, start: int) -> int:
    """Return where "from" or "between" begins before a range at *start*, or *start*."""
    match = _lead_pattern().search(text, max(0, start - 24), start)
    return start if match is None else match.start()


@cache
def _lead_pattern() -> re.Pattern[str]:
    lead = r"(?<![\w-])(?:anywhere |somewhere |anything |in )?(?:between|from) \Z"
    return re.compile(lead, re.IGNORECASE)


def priced_from(text: str, start: int, stop: int) -> int | None:
    """
    Return where "from" begins before a single sum that it bounds from below, or None.

    It does where a text begins or prices are told ("rooms from $90"), not in a change or before
    "to" another sum.
    """
    if text[max(0, start - 5) : start].lower() != "from ":
        return None
    begin = start - 5
    before = lowered(text[max(0, begin - _REACH) : begin])
    clause = _CLAUSE.split(before)[-1]
    if _to_next_pattern().match(lowered(text[stop : stop + _REACH])):
        return None
    if not clause.strip():
        return begin
    if _change_pattern().search(clause) or not _priced_pattern().search(clause):
        return None
    return begin


@cache
def _to_next_pattern() -> re.Pattern[str]:
    return re.compile(r"[^.;]{0,60}? to [a-z]{0,4}[$€£¥₹0-9]")


@cache
def _priced_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:pric(?:es?|ed|ing)|costs?|costing|fares?|tickets?|rooms?|rates?|start(?:s|ing)?"
        r"|retail(?:s|ing)?|sells?|selling|available|on sale|rents?|fees?|packages?|flights?"
        r"|homes?|apartments?|units?|models?|plans?|villas?|condos?|suites?)(?: [a-z-]{1,12}){0,2} $"
    )
