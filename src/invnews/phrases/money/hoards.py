"""
Hoards: sums of money told by a word alone: "an undisclosed sum", "a seven-figure sum", "a lot".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from .large import Vague


@cache
def _figures_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<part>low|mid|high|upper|solid|double)?[- ]?(?<![^\W_])(?P<count>five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?:(?P<hyphen>-figures?)|(?P<blank> figures?))(?![\w-])"
    )


_IN_FIGURES = re.compile(r"\b(?:in|into|at|for|worth|of|reach|reached|to|paid|pay|cost)(?: the)? $")
_COUNTS = ["five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SIZES = (
    r"large|small|big|huge|hefty|massive|vast|substantial|considerable|significant|tidy|princely"
    r"|record|enormous|sizeable|sizable|staggering|colossal|modest|nominal|token|paltry|whopping"
    r"|handsome|generous|princely|astronomical|eye-watering|fair|good|certain|similar|tiny"
)
_UNTOLD = (
    r"undisclosed|unspecified|undetermined|unnamed|unknown|unstated|confidential|unrevealed|secret"
    r"|undefined|unannounced|not disclosed"
)


@cache
def _hoard_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:(?:an? |the )?(?:{_UNTOLD})(?: (?:cash|purchase|total|sale|financial|investment))?"
        r" (?:sums?|amounts?(?! of (?!money|cash|capital|funding|funds|investment|equity|shares|stock))|price|fee|consideration|figure|value|valuation)"
        r"(?: of (?:money|cash|capital|funding|funds|investment))?"
        rf"|(?:an? |the )?(?:(?:very |quite |so |rather )?(?:{_SIZES}) )?"
        r"(?:sums?|amounts?) of (?:money|cash|capital)"
        rf"|(?:an? |the )?(?:{_SIZES}) sums?(?! of [a-z])"
        r"|(?:a (?:whole )?lot|lots|plenty|loads|a great deal|a good deal|piles|heaps|a bit"
        r"|a ton|tons|oodles|wads|bags|a pile) of (?:money|cash|dough)"
        r"|a (?:small |vast |huge )?fortune(?! (?:[0-9]|50|global|500)))(?![\w-])"
    )


@cache
def _withheld_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:price|sum|amount|value|fee|consideration|size|cost|figure|valuation)(?: (?:of|for) (?:the )?"
        r"[a-z-]{1,14}(?: [a-z-]{1,14})?)? (?:is |was |were |has |have |remains |remained )?"
        r"(?P<core>undisclosed|not (?:(?:yet|been|being|immediately|publicly) ){0,2}(?:disclosed|revealed|specified|divulged|made public))"
        r"(?= *[.,;:)]|$| and| but| at| by| in)"
    )


@cache
def _a_lot_pattern() -> re.Pattern[str]:
    return re.compile(
        r"a (?:whole )?lot(?! of (?!money|cash|capital)| (?:more|less|better|easier|of(?! money)|longer))(?![\w-])"
    )


def in_figures(text: str, lower: str) -> Iterator[Vague]:
    """Yield "seven-figure", "low nine figures"."""
    for begin, end in _windows(_FIGURE, lower):
        match = _figures_pattern().search(lower, begin, end)
        if match is None:
            continue
        count = match.start("count")
        alone = match["blank"] and not match["part"]
        if alone and not _IN_FIGURES.search(lower[max(0, count - 20) : count]):
            continue
        start = match.start("part") if match["part"] else count
        low = Decimal(10) ** (_COUNTS.index(match["count"]) + 4)
        behind = _SUM_NEXT.match(lower, match.end()) or match
        yield Vague(start, behind.end(), low=low, high=low * 10 - 1)


_FIGURE = re.compile("figure")
_SUM_NEXT = re.compile(r" (?:sums?|amounts?)(?![\w-])(?! of )")


def grands(text: str, lower: str) -> Iterator[Vague]:
    """Yield "five grand", "10 grand": thousands of a currency that they do not name."""
    for match in _grand_pattern().finditer(lower):
        if text[match.end() - 1] == "d" and text[match.start("word")] == "g":
            said = match["number"]
            number = Decimal(said) if said.isdigit() else Decimal(_GRANDS[said])
            yield Vague(match.start(), match.end(), low=number * 1000, high=number * 1000)


_GRANDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "a hundred": 100,
}  # fmt: skip


@cache
def _grand_pattern() -> re.Pattern[str]:
    """Match before what is no noun, so that "a grand opening" and "two grand pianos" are none."""
    return re.compile(
        rf"(?<![^\W_])(?<![0-9][.,])(?P<number>[0-9]{{1,3}}|{'|'.join(_GRANDS)}) (?P<word>grand)(?![\w-])"
        r"(?=[.,;:!?)]|\Z| (?:a|an|per|each|for|to|in|on|from|and|or|of|at|more|less|when|if|by|with)\b)"
    )


def hoards(text: str, lower: str) -> Iterator[Vague]:
    """Yield "an undisclosed sum", "a lot of money"."""
    for begin, end in _windows(_hoarded_pattern(), lower):
        match = _hoard_pattern().search(lower, begin, end)
        if match is not None:
            yield Vague(*match.span())
        match = _withheld_pattern().search(lower, begin, end)
        if match is not None:
            yield Vague(*match.span("core"))


@cache
def _hoarded_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:sums?|amounts?|money|cash|fortune|undisclosed|unspecified|undetermined|dough|not [a-z ]{0,12}(?:disclosed|revealed|specified|divulged|public))(?![^\W_])"
    )


def _windows(words: re.Pattern[str], lower: str) -> Iterator[tuple[int, int]]:
    """Yield where to look around each of some words, left of it not further than the last."""
    last = 0
    for match in words.finditer(lower):
        start, stop = match.span()
        if start >= last:
            yield max(last, start - _WINDOW), stop + _WINDOW
            last = stop


_WINDOW = 64


def lots(text: str, lower: str) -> Iterator[Vague]:
    """Yield "a lot" where it is invested, spent, paid."""
    for match in _a_lot_pattern().finditer(lower):
        if _lot_spent_pattern().search(lower[max(0, match.start() - 48) : match.start()]):
            yield Vague(*match.span())


@cache
def _lot_spent_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:invest|spend|spent|pay|paid|cost|charg|borrow|donat|owe)(?:ing|ed|s|e|es)?"
        r"(?: (?:us|them|him|her|you|me|it|back|out|quite))?[ “\"'‘]{1,3}$"
    )
