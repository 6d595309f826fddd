"""
Comparators: the words around a number that bound it, or make it approximate.
"""

import re
from functools import cache
from typing import NamedTuple

from .numeral import lowered
from .table import rows

_REACH = 64
"""How many characters before a number are looked at; the longest row of the table has 27."""
_OPENING = "(\"'“‘[«—–-"
_ADJECTIVES = frozenset(("minimum", "maximum", "max", "tops"))
_ALONE = r"(?! [^\W\d_])"
"""These bound a number only by themselves: "a 90 per cent minimum acceptance" is 90 per cent."""
_NOT_NEXT = r"(?! (?:than|to)\b| [0-9$€£¥₹])"
"""These begin a new comparison: "5 million and more than 6 million", "5 and over 30 jobs"."""
_TOPICS = {
    "over": frozenset((
        "dispute", "disputes", "row", "rows", "fight", "fights", "battle", "battles",
        "feud", "spat", "clash", "clashes", "clashed", "lawsuit", "suit", "sued", "sues",
        "suing", "tussle", "quarrel", "argument", "standoff", "concern", "concerns",
        "worries", "outcry", "probe", "arrested", "questioned", "charged", "investigated",
        "talks", "talk", "argued", "argue", "arguing", "haggling", "haggled", "negotiations",
        "jailed", "scandal", "uncertainty", "protest", "protests",
    )),
    "about": frozenset((
        "talk", "talks", "talked", "talking", "ask", "asks", "asked", "asking",
        "complained", "complain", "worried", "worry", "worries", "concerned", "concern",
        "concerns", "question", "questions", "doubt", "doubts", "fears", "complaints",
        "speculation", "news", "lied", "lying", "bragged", "boasted",
    )),
}  # fmt: skip
"""After these words, "over" and "about" name what is spoken of: "a row over $3 billion"."""
_MARK = re.compile(r"[ -](?:mark|threshold|milestone|barrier|level|line)\b")
_MOTION = re.compile(
    r"(?:add(?:s|ed|ing)?|edg(?:es?|ed|ing)|r[io]se|risen|rising|rises|grew|grows?|grown|growing"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|went|goes|going|gone|came|comes?|coming|mov(?:es?|ed|ing)"
    r"|rais(?:es?|ed|ing)|tick(?:s|ed|ing)?|inch(?:es|ed|ing)?|crept|creep(?:s|ing)?|shot"
    r"|bid(?:ding)?|push(?:es|ed|ing)?|driv(?:es?|ing)|drove|driven|mark(?:s|ed|ing)|bump(?:s|ed)"
    r"|scal(?:es?|ed|ing)|round(?:s|ed|ing)?|sum(?:s|med|ming)|total(?:s|led|ling)|step(?:s|ped)"
    r"|revis(?:es?|ed|ing)|adjust(?:s|ed|ing)|nudg(?:es?|ed)|drift(?:s|ed)|surg(?:es?|ed|ing)"
    r"|soar(?:s|ed|ing)?|mov(?:es?|ed|ing)|hik(?:es?|ed|ing)|picked|brings?|bringing|brought"
    r"|takes?|taking|took|leads?|led|live[sd]?)(?: (?:it|them|that|this|further|back|again|prices))?"
)


class Bounds(NamedTuple):
    """
    What the words around a number say of it.

    Args:
        start: Where these words begin, or the number without any.
        stop: Where they end, or the number without any behind it.
        comparator: ``more_than``, ``at_least``, ``less_than``, ``at_most``; None for no bound.
        approximate: Whether they say "about".
    """

    start: int
    stop: int
    comparator: str | None
    approximate: bool


class _Row(NamedTuple):
    comparator: str | None
    approximate: bool
    mark: bool


def bounds(text: str, start: int, stop: int) -> Bounds:
    """
    Return what the words around text[start:stop] say of the number there.

    Words are joined as they are found outwards, the nearest bound counts: "already well over
    about". "up to" behind a verb of motion ("rose up to") bounds nothing.

    >>> bounds("is worth not less than about 5 million or so", 29, 38)
    Bounds(start=9, stop=44, comparator='at_least', approximate=True)
    """
    floor = max(0, start - _REACH - 1)  # One more, by which it is told that a word may be cut.
    low = lowered(text[floor : stop + _BEHIND])
    begin, end, comparator, approximate = bounds_in(f"{low}\n", start - floor, stop - floor)
    return Bounds(begin + floor, end + floor, comparator, approximate)


def bounds_in(low: str, start: int, stop: int) -> Bounds:
    """
    Return what the words around a number say of it, as `bounds` does.

    Args:
        low: The text in lower case, and a line end behind it.
        start: Where the number begins.
        stop: Where it ends.
    """
    begin, comparator, approximate = start, None, False
    sign = low[start - 1]
    tail = low[start - 4 : start - 1]
    # Most words before a number are none of these, as their ends tell.
    if start and not (sign.isalnum() if sign != " " else tail.isalnum() and tail not in _tails()):
        tail = low[start - _REACH if start > _REACH else 0 : start]
        last = tail.rsplit(None, 1)
        if last and last[-1].lstrip(_OPENING) in _last_words():
            begin, comparator, approximate = _before(low, tail, start, stop)
    end = stop
    at = stop + 1 if low[stop] in _BLANKS else stop
    firsts = _firsts()
    if low[at : at + 2] in firsts or low[at] in firsts:
        found = _after_pattern().match(low, stop, stop + _BEHIND)
        if found is not None:
            row = _table("after")[found[1]]
            end = found.end(1)
            comparator, approximate = comparator or row.comparator, approximate or row.approximate
    # Made as the tuple that it is: the constructor would take three times as long.
    return _tuple(Bounds, (begin, end, comparator, approximate))


_tuple = tuple.__new__
_BLANKS = frozenset(" \u00a0")
_BEHIND = 24
"""How many characters behind a number are looked at; the longest row of the table has 17."""


def _before(low: str, tail: str, start: int, stop: int) -> tuple[int, str | None, bool]:
    """Return where the words before a number begin, and what they say."""
    words = tail.split()
    if start > _REACH:
        del words[0]  # It may be cut.
    table = _table("before")
    comparator, approximate, begin, merely = None, False, len(tail), False
    while words:
        found = _longest(words, table)
        if found is None:
            break
        count, row = found
        taken, words = words[-count:], words[:-count]
        if row.mark and not _MARK.match(low, stop, stop + 12):
            break
        if taken == ["up", "to"] and _moves(words):
            break
        if count == 1 and words and words[-1] in _TOPICS.get(taken[0], ()):
            break
        begin = _begin(tail, taken, begin)
        merely = merely or taken[0] in _MERELY
        comparator, approximate = comparator or row.comparator, approximate or row.approximate
        if taken[0][0] in _OPENING:
            break
    if comparator is None and not approximate:
        return start, None, False
    denied = _denial(words) if comparator in _DENIED and not merely else 0
    if denied:
        comparator = _DENIED[comparator or ""]
        begin = _begin(tail, words[-denied:], begin)
    return start - len(tail) + begin, comparator, approximate


_DENIED = {"more_than": "at_most", "less_than": "at_least"}
_NEGATORS = frozenset(("not", "never", "cannot", "none", "nor", "without"))
_MERELY = frozenset(("only", "just", "merely", "simply", "if", "whether"))


def _denial(words: list[str]) -> int:
    """Return how many words before a bound deny it: "not be" more than, "doesn't"; else 0."""
    for place in range(1, min(4, len(words)) + 1):
        word = words[-place]
        if word[-1] in ",;:.!?)" or word in _MERELY:
            return 0
        if word in _NEGATORS or word.endswith(("n't", "n’t")):
            return place
    return 0


def _moves(words: list[str]) -> bool:
    """Return whether the words before "up to" end with a verb of motion."""
    return any(_MOTION.fullmatch(" ".join(words[-count:]).strip(_OPENING)) for count in (1, 2))


def _longest(words: list[str], table: dict[str, _Row]) -> tuple[int, _Row] | None:
    """Return how many of the last words stand in the table, and what they say."""
    for count in _last_words().get(words[-1].lstrip(_OPENING), ()):
        if count <= len(words):
            key = " ".join(words[-count:])
            row = table.get(key)
            if row is None and key[0] in _OPENING:
                row = table.get(key.lstrip(_OPENING))
            if row is not None:
                return count, row
    return None


def _begin(tail: str, words: list[str], at: int) -> int:
    """Return where these words, the last before *at*, begin without an opening bracket."""
    for word in reversed(words):
        at = tail.rfind(word, 0, at)
    bare = words[0].lstrip(_OPENING)
    return at + len(words[0]) - len(bare)


@cache
def _firsts() -> frozenset[str]:
    """Return the first two characters, or the one sign, of the words behind a number."""
    return frozenset(words[:2] for words in _table("after"))


@cache
def _tails() -> frozenset[str]:
    """Return the last three characters of the words before a number; less of shorter words."""
    return frozenset(word[-3:] for word in _last_words())


@cache
def _last_words() -> dict[str, tuple[int, ...]]:
    """Return the last words of the rows, and how many words such rows have, the most first."""
    found: dict[str, set[int]] = {}
    for row in _table("before"):
        words = row.split(" ")
        found.setdefault(words[-1].lstrip(_OPENING), set()).add(len(words))
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in found.items()}


@cache
def _table(side: str) -> dict[str, _Row]:
    return {
        words: _Row(comparator or None, approximate == "yes", mark == "yes")
        for where, words, comparator, approximate, mark in rows("comparators")
        if where == side
    }


@cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(_table("after"), key=len, reverse=True)
    text = "|".join(re.escape(each) + _ALONE * (each in _ADJECTIVES) for each in words)
    return re.compile(rf"[ \u00a0]?({text})(?![^\W_]){_NOT_NEXT}")
