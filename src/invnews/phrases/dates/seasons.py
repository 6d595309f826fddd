"""
Times with the name of a season, a holiday or a decade: "spring 2019", "the nineties".
"""

from datetime import date

from . import months
from .reader import Found, Reader
from .time import Time, year_of

_SOUTHERN = frozenset((
    "AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BR", "PE", "BO", "ZW", "ZM", "NA", "BW", "MZ", "AO",
    "LS", "SZ", "MG", "MU", "MW", "FJ", "PG",
))  # fmt: skip
"""Countries south of the equator whose news names seasons; elsewhere they are the northern ones."""


def read_decade(r: Reader, i: int) -> Found:
    """Return "the nineties", which are years only with "the" or a part before them."""
    told = r.low[i - 1] == "the" or r.kind(i - 1) == "part" or r.low[i - 1] == "-"
    return (i + 1, Time("decade", seen=date(r.value(i), 1, 1))) if told else None


def read_holiday(r: Reader, i: int) -> Found:
    """Return Christmas or New Year's Eve, as a day, after a preposition of time."""
    stop, within = i + 1, "12-25"
    if r.low[i] == "new":
        stop = r.possessive(i + 2)
        within = {"eve": "12-31", "day": "01-01"}.get(r.low[stop], "")
        if r.low[i + 1] != "year" or not within:
            return None
        stop += 1
    elif r.low[stop] in ("eve", "day"):
        within = "12-24" if r.low[stop] == "eve" else within
        stop += 1
    elif r.low[i - 1] not in ("by", "before", "after", "since", "until", "at", "on", "last"):
        return None
    return months.with_year(r, stop, within)


def read_season(r: Reader, i: int) -> Found:
    """Return "spring 2019", "summer of last year" or "in the autumn"."""
    if r.low[i + 1] in ("festival", "break", "semester"):
        return None
    code = season(r, i)
    year = months.year_at(r, i + 1)
    if year is not None:
        return year[0], year_of(year[1], code)
    found = months.with_year(r, i + 1, code)
    governed = r.kind(i - 2 if r.low[i - 1] == "the" else i - 1) in ("preposition", "part")
    named = (
        r.low[i - 1] == "the"
        or (r.low[i] == "spring" and not r.capital(i + 1))
        or r.low[i] in ("summer", "autumn", "winter")
    )
    return found if (governed and named) or not found[1].open else None


def season(r: Reader, i: int) -> str:
    """Return the EDTF code of a season, of the hemisphere when the country says which."""
    code = r.value(i)
    if r.country is None:
        return str(code)
    return str(code + (8 if r.country in _SOUTHERN else 4))
