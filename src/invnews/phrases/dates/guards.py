"""
What is no date although it looks like one: "2,000 jobs", "Theresa May", "Chapter 12".
"""

from .lexicon import words
from .reader import DASHES, Reader

_OPENERS = frozenset(("", "(", "[", "'", '"', "‘", "’", "“", ",", ";", ":", ".", "!", "?", "/"))
_LONGEST_NAME = 3
_MONEY = frozenset("$€£¥₹₩₱฿₫₦#@№&+=<>*")


def is_year(r: Reader, i: int) -> bool:
    """Return whether the four digits at *i* are a year by the words around them."""
    before, after = r.low[i - 1], r.low[i + 1]
    if r.glued(i) and (before in _MONEY or (
        (before in DASHES or before == ":") and r.glued(i - 1) and r.digits(i - 2, 9) >= 0
    )):  # fmt: skip
        return False
    if after in ("to", "and", "-", "–") and len(r.low[i + 2]) >= 4 and r.digits(i + 2, 9) > 2099:
        return False
    if r.glued(i + 1):
        if after in ("%", "°", "_", "$", "€", "£", "+", "*", "@", "#"):
            return False
        if after[0].isalpha() or after == ":":
            return after == ":" and not r.glued(i + 2)
        if after in (".", ",", "/") and r.glued(i + 2) and r.low[i + 2][0].isalnum():
            return False
        if after in DASHES and r.glued(i + 2) and (
            _counted(r, i + 2) or r.digits(i + 2, 9) >= 0
        ):  # fmt: skip
            return False
    if is_numbered(r, i) or _is_address(r, i):
        return False
    loose = not r.glued(i) and not r.glued(i - 1)
    if "0" <= before[:1] <= "9" and loose and not r.year(i - 1):
        return False  # A number in groups.
    if _of_period(r, i):
        return True
    if _counted(r, i + 1) or (after in ("a", "an", "per") and r.low[i + 2] in words("rate")):
        return False
    if before in words("before_year") or before in _OPENERS or before in DASHES:
        return not (before in words("quantifier") and _plural(r, i + 1))
    if r.kind(i - 1) in ("month", "season", "unit", "fiscal", "part", "edge", "preposition",
                         "letter", "joined") or (before == "m" and r.digits(i - 2) > 0):  # fmt: skip
        return True
    if r.capital(i - 1) and _sentence_start(r, i - 1) is False:
        return False
    if before in words("before_year_not"):
        return False
    return ends_phrase(r, i + 1)


def _of_period(r: Reader, i: int) -> bool:
    """Return whether a quarter or half leads to word *i*: "H2 2023 exports", "1H 2023"."""
    if i < 2 or r.glued(i):
        return False
    if r.unit(i - 1) in ("quarter", "half"):
        return "ordinal" in (r.kind(i - 2), r.kind(i - 3)) and r.low[i - 1][-1] != "s"
    if not r.glued(i - 1):
        return False
    if r.low[i - 2] in ("q", "h"):
        return 0 < r.digits(i - 1, 1) <= (4 if r.low[i - 2] == "q" else 2)
    most = {"q": 4, "h": 2, "m": 11}.get(r.low[i - 1], 0)
    return r.capital(i - 1) and 0 < r.digits(i - 2) <= most


def is_numbered(r: Reader, i: int) -> bool:
    """Return whether the word before *i* is what its number counts on: "Room 2012", "Flat 2001"."""
    before = r.low[i - 1]
    if before == ".":
        return r.low[i - 2] in ("no", "nos", "p", "ext", "tel")
    named = before in words("numbered_name") and (r.capital(i - 1) or before == "bus")
    return before in words("numbered") or named


def _is_address(r: Reader, i: int) -> bool:
    """Return whether the digits at *i* are a number of a street: "at 2001 Main Street"."""
    if not r.capital(i + 1) or r.low[i + 1] == "wall":
        return False
    before = r.low[i - 1]
    if before not in words("leads_address") and before[:1].isalnum():
        return False
    for k in range(i + 2, i + 5):
        if r.low[k] in words("street") and r.capital(k):
            return True
        if not r.capital(k) and r.low[k] != ".":
            break
    return False


def is_firm(r: Reader, i: int, stop: int) -> bool:
    """Return whether the words from *i* on are the name of a firm: "Second Quarter Ltd"."""
    if r.low[stop] not in words("firm") or not r.capital(stop) or stop - i > _LONGEST_NAME:
        return False
    if r.low[i - 1] in ("in", "on", "since", "until", "during"):
        return False
    return all(r.capital(k) or r.digits(k, 4) >= 0 for k in (i, stop - 1))


def ends_phrase(r: Reader, i: int) -> bool:
    """Return whether a new phrase begins at *i*: punctuation, the end or a function word."""
    low = r.low[i]
    return not low or not low[0].isalnum() or low in words("function")


def _counted(r: Reader, i: int) -> bool:
    """Return whether word *i* is what numbers count: people, percent, MW."""
    return r.low[i] in words("counted") or (
        r.low[i] in words("adjective") and r.low[i + 1] in words("counted")
    )


def _plural(r: Reader, i: int) -> bool:
    low = r.low[i]
    return len(low) > 3 and low.endswith("s") and low not in words("of_a_year")


def _sentence_start(r: Reader, i: int) -> bool:
    """Return whether word *i* opens a sentence and is not written in capitals."""
    opens = i <= 0 or r.low[i - 1] in (".", "!", "?", ":", ";", '"', "“", "(")
    return opens and not (r.text[r.start[i] : r.stop[i]].isupper() and len(r.low[i]) > 1)


def is_day(r: Reader, i: int) -> bool:
    """Return whether the number before word *i* is a day: not "In May 20 percent"."""
    return not _counted(r, i)


def is_month(r: Reader, i: int, j: int) -> bool:
    """Return whether a month's name without day or year is one: not "may", "Theresa May"."""
    name, before, after = r.low[i], r.low[i - 1], r.low[j]
    if r.glued(i) and before not in DASHES and before not in _OPENERS:
        return False
    if not r.capital(i):
        return name in words("sure_month") and r.kind(i - 1) in ("preposition", "part", "relative")
    if r.glued(j) and after in ("_", "@", "&"):
        return False
    governed = r.kind(i - 1) in ("preposition", "part", "relative", "edge") or before in DASHES
    governed = governed or r.low[max(i - 2, 0) : i] == ["now", "and"]
    if name in ("may", "march", "august", "april", "june", "mar", "jun", "jan", "dec"):
        return governed or _listed(r, i, j)
    if governed or _listed(r, i, j):
        return True
    named = r.capital(i - 1) and not _sentence_start(r, i - 1)
    return not named


def _listed(r: Reader, i: int, j: int) -> bool:
    """Return whether another month stands beside it: "May and June", "March-May"."""
    k = j + 1
    if (r.low[j] in ("and", "or", "to", ",", "/", "through") or r.low[j] in DASHES) and (
        r.kind(k) == "month" and r.capital(k)
    ):
        return True
    return r.low[i - 1] in ("and", "or", ",", "/", "to") and r.kind(i - 2) == "month"


def is_weekday(r: Reader, i: int) -> bool:
    """Return whether a weekday's name is one: not "Black Friday", "the Sunday Times"."""
    name, before, after = r.low[i], r.low[i - 1], r.low[i + 1]
    if r.glued(i) and before not in DASHES and before not in _OPENERS:
        return False
    if before in words("day_names") or before in ("every", "each", "any", "most"):
        return False
    if after in words("papers") and r.capital(i + 1):
        return False
    if r.glued(i + 1) and after == "." and r.glued(i + 2) and r.low[i + 2] == "com":
        return False
    if len(name) <= 5:
        dotted = after in (".", ",", "(") or r.kind(i + 1) == "month"
        return r.capital(i) and (dotted or r.kind(i - 1) in ("preposition", "relative"))
    return True
