"""
Periods as the letters of reports: "Q3 2018", "3Q18", "9M19", "H1", "FY2019", "2018-Q3".
"""

from .fiscal import HALVES, QUARTERS, Period, code, label, of_year, piece_of, year_time
from .reader import Found, Reader
from .time import Time, year_of


def read_letter(r: Reader, i: int) -> Found:
    """Return the time that begins with FY, Q or H."""
    low = r.low[i]
    if r.glued(i) and (r.low[i - 1].isalnum() or r.low[i - 1] in ("_", "&")):
        return None
    if low == "fy":
        return label(r, i + 1)
    if low == "cy":
        year = r.year(i + 1) or (2000 + r.digits(i + 1) if len(r.low[i + 1]) == 2 else 0)
        return (i + 2, year_of(year)) if year >= 2000 or r.year(i + 1) else None
    number = r.digits(i + 1, 1)
    if not r.glued(i + 1):
        return None
    period = (QUARTERS if low == "q" else HALVES).get(number)
    stop = i + 2
    if period is None or (r.glued(stop) and r.low[stop][0].isalpha() and r.low[stop] != "fy"):
        return None
    if low == "h" and r.low[stop] == "-" and r.glued(stop + 1) and r.low[stop + 1] != "h":
        return None  # An H1-B visa.
    found = _with_year(r, stop, period)
    return found if r.capital(i) or not found[1].open else None


def figure_first(r: Reader, i: int) -> Found:
    """Return "3Q18", "1H 2019", "9M19" or "4QFY19"."""
    letter = r.low[i + 1]
    if letter not in ("q", "h", "m", "qfy", "hfy", "mfy") or not r.glued(i + 1):
        return None
    number = r.digits(i)
    if letter[0] == "m":
        period = Period(0, number) if 1 < number < 12 else None
    else:
        period = (QUARTERS if letter[0] == "q" else HALVES).get(number)
    if period is None or not r.capital(i + 1):
        return None
    stop = i + 2
    if r.glued(stop) and r.digits(stop) >= 0 and len(r.low[stop]) == 2:
        year = 2000 + r.digits(stop)
        if len(letter) == 1:
            return stop + 1, year_of(year, code(period))
        found = piece_of(year_time(year, r.country), period, r.country)
        return None if found is None else (stop + 1, found)
    found_with_year = _with_year(r, stop, period)
    if letter[0] == "m" and found_with_year[1].open:
        return None  # Three million, or a company.
    return found_with_year


def short_piece(r: Reader, i: int) -> tuple[int, str] | None:
    """Return the quarter or half after a year: "2018 Q3", "2018-H1"."""
    k = r.past_dash(i)
    if r.low[k] in ("q", "h") and r.glued(k + 1):
        period = (QUARTERS if r.low[k] == "q" else HALVES).get(r.digits(k + 1, 1))
        if period is not None:
            return k + 2, code(period)
    return None


def _with_year(r: Reader, stop: int, period: Period) -> tuple[int, Time]:
    """Return a period with the year behind it, or with an open one."""
    base = of_year(r, stop)
    if base is not None:
        found = piece_of(base[1], period, r.country)
        if found is not None:
            return base[0], found
    return stop, Time(within=code(period), nearest="open")
