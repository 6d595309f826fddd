"""
Marker needs: whether a marker makes the number beside it a sum of money.
"""

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple

from .marker_tables import Marker
from .numeral import Numeral

_TWO_DECIMALS = re.compile(r"[0-9][.,][0-9]{2}(?![0-9])")


@cache
def _weighed_pattern() -> re.Pattern[str]:
    return re.compile(
        r" (?:of (?!(?:(?:new|fresh|private|public|extra|foreign|british|the|its|their|our|his|her|this"
        r"|that|additional|government|taxpayers?['’]?|annual|direct|inward|unpaid|bad|lost|corporate)"
        r" ){0,2}(?:invest|fund|money|capital|debt|loan|asset|revenue|sales|profit|spend|aid|cash|tax"
        r"|saving|cut|equit|bond|cost|damage|loss|financ|grant|borrow|subsid|turnover|income|support"
        r"|deal|export|trade|order|contract|bill|business|work|value|wealth|property|stock|share|gilt))"
        r"|(?:per|a) (?:square|cubic|day|foot)|heavier|lighter|overweight|bab|boy|girl|dog|cat|fish|tuna"
        r"|salmon|bass|turkey|lobster|hammer|bomb|warhead|man|woman|person|teen|lineman|chicken|bear|shark|satellite|object|boulder|weight|dumbbell|kettlebell|bag|ball)"
        r"|[- ]weight"
    )


@cache
def _weighs_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:weigh\w{0,4}|gain(?:ed)?|sh[eo]d|los[te]|lift(?:ed|s)?) (?:[a-z]{1,12} )?$"
    )


_MEMBERS = re.compile(
    r"[- ](?:zone|area|cup|countr|nation|member|state|2[0-9]{3}|bloc|estate|sign|bank|crisis"
    r"|model|file|drawing|software|design)"
)


def makes_sum(text: str, marker: Marker, numeral: Numeral, local: Collection[str]) -> bool:
    """
    Return whether a marker makes the number beside it a sum of money.

    Args:
        text: The text of both.
        marker: What `marker_before` or `marker_after` found.
        numeral: The number.
        local: The codes of the currencies of the country of publication.
    """
    if (
        marker.stop > numeral.stop
        and marker.key in _WORDS_OF_MORE
        and not named_money(text, marker)
    ):
        return False
    if not marker.needs:
        return True
    if marker.needs in _ALONE and len(marker.codes) == 1 and _is_all(text, marker, numeral):
        return True
    size = numeral.scale != 1 or (marker.sign and numeral.letter != 1)
    glued = marker.stop == numeral.start or marker.start == numeral.letter_stop
    at_home = any(code in local for code in marker.codes)
    return _MEETS[marker.needs](_Facts(text, numeral, size, glued, at_home))


_ALONE = frozenset({"size", "local", "named"})


def _is_all(text: str, marker: Marker, numeral: Numeral) -> bool:
    """Return whether a text is a number and its marker and nothing else: "29 RON"."""
    if len(text) > _SHORT or (marker.start < numeral.start and marker.needs != "named"):
        return False
    start, stop = min(marker.start, numeral.start), max(marker.stop, numeral.stop)
    return not text[:start].strip() and not text[stop:].strip()


_SHORT = 64
_WORDS_OF_MORE = frozenset({"pound", "EUR", "BRL", "CAD", "cent"})


def named_money(text: str, marker: Marker) -> bool:
    """
    Return whether a noun behind a number is money: not pounds of weight, not "20 euro countries".

    >>> from .markers import marker_after
    >>> named_money(text := "4 billion pounds of resin", marker_after(text, 9))
    False
    """
    behind = text[marker.stop : marker.stop + 48]
    if marker.key == "pound":
        before = text[max(0, marker.start - 40) : marker.start].lower()
        return not (
            _weighed_pattern().match(behind)
            or _weighs_pattern().search(before.rstrip("0123456789., ") + " ")
        )
    if marker.key == "cent":
        return text[marker.start : marker.stop] != "Cent"
    return _MEMBERS.match(behind) is None


class _Facts(NamedTuple):
    text: str
    numeral: Numeral
    size: bool
    glued: bool
    at_home: bool

    def looks_a_sum(self) -> bool:
        """Return whether the number is written as sums are: in millions, grouped, with cents."""
        number = self.text[self.numeral.start : self.numeral.number_stop]
        return (
            self.size
            or (self.numeral.number >= 1000 and not number.isdigit())
            or self.numeral.number >= 100_000
            or _TWO_DECIMALS.search(number) is not None
            or (self.at_home and self.numeral.number >= 100 and len(number) != _YEAR)
        )

    def is_a_road(self) -> bool:
        """Return whether a letter and a number name a road: "the R55, near Exit 113"."""
        start, number = self.numeral.start - 1, self.numeral.number
        if self.size or number >= 1000 or number % 1:
            return False
        behind = self.text[self.numeral.stop : self.numeral.stop + 12]
        return self.text[max(0, start - 4) : start].lower() == "the " and bool(_ROAD.match(behind))

    def is_large(self) -> bool:
        """Return whether the number has a magnitude, or commas part its thousands."""
        number = self.text[self.numeral.start : self.numeral.number_stop]
        return self.size or (self.numeral.number >= 1000 and "," in number)

    def is_a_year(self) -> bool:
        """Return whether the number may be a year."""
        number = self.text[self.numeral.start : self.numeral.stop]
        return len(number) == _YEAR and number.isdigit() and number[:2] in {"19", "20"}

    def is_a_part(self) -> bool:
        """Return whether "p" or "c" behind digits is pence or cents: not "5p.m.", not "1080p"."""
        stop = self.numeral.number_stop + 1
        behind = self.text[stop : stop + 2]
        timed = behind[:1] == "." and behind[1:].isalnum()
        screens = self.text[stop - 1 : stop] == "p" and self.numeral.number in _SCREENS
        lead = self.text[max(0, self.numeral.start - 4) : self.numeral.start].lower()
        hour = (
            lead.endswith((" at ", "til ")) and not self.at_home and self.numeral.number in _HOURS
        )
        return self.glued and not self.size and not timed and not screens and not hour


_ROAD = re.compile(
    r"[,.;)]|\Z| (?:road|route|highway|freeway|near|between|and|at|is|was|were|in|from|through|north"
    r"|south|east|west|off|on)\b"
)
_YEAR = 4
_HOURS = range(1, 13)
_SCREENS = frozenset({240, 360, 480, 720, 1080, 1440, 2160})
_MEETS: dict[str, Callable[[_Facts], bool]] = {
    "size": _Facts.looks_a_sum,
    "magnitude": lambda it: it.size,
    "local": lambda it: it.at_home,
    "local_or_magnitude": lambda it: it.at_home or it.size,
    "letter": lambda it: it.at_home and it.looks_a_sum() and (it.glued or it.size),
    "letter_or_size": lambda it: (
        ((it.at_home and it.glued) or it.looks_a_sum()) and not it.is_a_road()
    ),
    "named": _Facts.is_large,
    "factor": lambda it: not it.is_a_year() and it.numeral.scale == 1,
    "unit": lambda it: it.numeral.value < 2,
    "part": _Facts.is_a_part,
    "never": lambda it: False,
}
"""What each word in the column "needs" asks of a number."""
