"""
Times with the name of a month: "July 4, 2020", "3-5 May".
"""

from ...values.date_piece import fits
from ...values.edtf_calendar import days_in_month
from . import guards, relatives, tense
from .reader import DASHES, Found, Reader
from .time import Time, year_of

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def read_month(r: Reader, i: int) -> Found:
    """Return the time that begins with the name of a month."""
    month = r.value(i)
    j = past_dot(r, i + 1)
    day = _day_of(r, j, month)
    if day:
        return _existing(r, i, with_year(r, *day))
    year = year_at(r, j)
    if year is not None:
        quarter = _month_unit(r, year[0], month)
        if quarter:
            return quarter[0], year_of(year[1] - (quarter[1][:2] > quarter[1][3:]), quarter[1])
        return year[0], year_of(year[1], f"{month:02d}")
    if r.low[j] in DASHES and r.glued(j) and r.glued(j + 1) and len(r.low[j + 1]) == 2:
        short = r.digits(j + 1)
        if short >= 0 and r.low[j + 2] not in DASHES and r.kind(j + 2) != "month":
            return j + 2, year_of(2000 + short if short < 70 else 1900 + short, f"{month:02d}")
    if r.past_dash(j) > j and r.low[j + 1] == "end":
        time = with_year(r, j + 2, f"{month:02d}")
        return time[0], time[1]._replace(part="late", edge="end")
    named = _month_unit(r, j, month)
    if named:
        return with_year(r, *named)
    return _bare(r, i)


def _bare(r: Reader, i: int) -> Found:
    """Return the month at *i* with the year behind it, or with an open one."""
    j = past_dot(r, i + 1)
    found = with_year(r, j, f"{r.value(i):02d}")
    return None if found[1].open and not guards.is_month(r, i, j) else found


def past_dot(r: Reader, j: int) -> int:
    """Return what follows the dot of an abbreviation: "Nov. 30"."""
    short = 2 < len(r.low[j - 1]) <= 4 and r.low[j - 1] not in ("may", "june", "july")
    if r.low[j] != "." or not short:
        return j
    if r.glued(j):
        return j + 1 if r.low[j + 1] else j
    return j + 1 if r.digits(j + 1) > 0 or r.year(j + 1) else j  # The words were split at blanks.


def _existing(r: Reader, i: int, found: tuple[int, Time]) -> Found:
    """Return a day; one that no year has, such as 31 June, has its words only."""
    stop, time = found
    if fits(time.within, "year"):
        return found
    if time.open and not guards.ends_phrase(r, stop):
        return None if r.digits(i) > 0 else _bare(r, i)  # "In June 31 hotels": the month alone.
    return stop, Time(unsaid=True)


def year_at(r: Reader, j: int) -> tuple[int, int] | None:
    """Return where a year ends and the year: "2020", ", 2020", "of 2020", "'20"."""
    k = j
    if r.low[k] in (",", "of", "in", "("):
        k += 1
    year = r.year(k) or _far_year(r, k)
    if year and not (r.low[k + 1] == "," and r.glued(k + 1) and r.glued(k + 2)):
        if r.low[j] == "(":
            return (k + 2, year) if r.low[k + 1] == ")" else None
        return k + 1, year
    j = j + 1 if r.low[j] == "of" else j
    if r.low[j] in ("'", "’", "‘") and r.glued(j + 1) and len(r.low[j + 1]) == 2:
        short = r.digits(j + 1)
        if short >= 0:
            return j + 2, 2000 + short if short < 70 else 1900 + short
    return None


def _far_year(r: Reader, k: int) -> int:
    """Return a year before 1900 or after 2099 behind a month, when no noun follows, else 0."""
    year = r.digits(k, 4)
    return year if 1000 <= year < 2200 and guards.ends_phrase(r, k + 1) else 0


def _number_of_day(r: Reader, j: int) -> tuple[int, int] | None:
    """Return where a day of the month ends, its suffix with it, and its number."""
    day = r.digits(j)
    if not 1 <= day <= 31:
        return None
    k = j + 1
    if r.low[k] in _SUFFIXES and r.glued(k):
        return k + 1, day
    if r.glued(k) and (r.low[k][0].isalpha() or r.low[k] in ("%", ":")):
        return None
    if r.glued(k) and r.low[k] == "/" and "month" not in (r.kind(k + 1), r.kind(k + 2)):
        return None
    if r.glued(k) and r.low[k] in (".", ",") and r.glued(k + 1) and r.digits(k + 1, 9) >= 0:
        return None  # A decimal, or digits in groups.
    return (k, day) if guards.is_day(r, k) else None


def _day_of(r: Reader, j: int, month: int) -> tuple[int, str] | None:
    """Return where "4th", "4" or "3-5" after a month ends, and the piece of the year."""
    k = j + 1 if r.low[j] == "the" else j
    one = _number_of_day(r, k) or _ordinal_day(r, k)
    if one is None:
        return None
    stop, day = one
    sign = r.low[stop]
    between = sign == "and" and r.low[j - 2] == "between"
    if between or sign in DASHES or sign in ("to", "through", "thru"):
        two = _number_of_day(r, stop + 1)
        if two is not None and day < two[1]:
            return two[0], f"{month:02d}-{day:02d}/{month:02d}-{two[1]:02d}"
    return stop, f"{month:02d}-{day:02d}"


def _ordinal_day(r: Reader, j: int) -> tuple[int, int] | None:
    """Return the day of "March first", which no noun follows: not "in March first sales"."""
    if r.low[j][-2:] not in _SUFFIXES or r.kind(j) != "ordinal" or not r.capital(j - 1):
        return None
    after = r.low[j + 1]
    alone = not after or after in (".", ",", ";", ")") or r.year(j + 1)
    return (j + 1, r.value(j)) if alone else None


def _month_unit(r: Reader, j: int, month: int) -> tuple[int, str] | None:
    """Return "the March quarter", the three months that end with the month."""
    size = {"quarter": 3, "half": 6}.get(r.low[j], 0)
    if not size:
        return None
    first = (month - size) % 12 + 1
    return j + 1, f"{first:02d}/{month:02d}"


def day_first(r: Reader, i: int) -> Found:
    """Return the time that begins with a day of the month: "1st of July", "3-5 May 2019"."""
    one = _number_of_day(r, i)
    if one is None:
        return None
    j, day = one
    last = 0
    if r.low[j] in ("and", "or", "&", "/", ",") and r.digits(j + 1) > 0:
        return _listed_before(r, i, j, day)
    if r.low[j] in DASHES or r.low[j] == "to":
        two = _number_of_day(r, j + 2 if r.low[j + 1] == "the" else j + 1)
        if two is not None and two[1] > day:
            j, last = two
    elsewhere = r.kind(j) == "relative" and r.unit(j + 1) == "month" and last
    if elsewhere:
        return j + 2, Time("month", r.value(j), within=f"{day:02d}/{last:02d}")
    if r.low[j] == "of" or (r.low[j] in DASHES and r.glued(j) and r.glued(j + 1)):
        j += 1
    if r.low[j] == "/" and r.glued(j) and r.glued(j + 1) and r.low[j + 2] == "/":
        j += 1
    small = r.low[j] in ("may", "march", "mar") and not r.capital(j) and r.low[j - 1] != "of"
    if r.kind(j) != "month" or small:
        return None
    month = r.value(j)
    j = past_dot(r, j + 1)
    sign = r.low[j] in DASHES or (r.low[j] == "/" and r.low[j - 2] == "/")
    joined = sign and r.glued(j) and r.glued(j + 1) and r.kind(j + 2) != "month"
    if joined and r.digits(j + 1, 4) >= 0:
        j += 1
        if len(r.low[j]) == 2 and r.kind(j + 1) != "month":
            short = int(r.low[j])
            year = 2000 + short if short < 70 else 1900 + short
            return _existing(r, i, (j + 1, year_of(year, f"{month:02d}-{day:02d}")))
    piece = f"{month:02d}-{day:02d}"
    time = with_year(r, j, f"{piece}/{month:02d}-{last:02d}" if last else piece)
    return _existing(r, i, time)


def _listed_before(r: Reader, i: int, j: int, day: int) -> Found:
    """Return the 3 of "3 and 4 May 2019", which has the month and year of the other day."""
    if r.digits(j + 1) <= day or r.low[i - 1] in _COUNTING or (
        r.low[j] == "," and r.glued(j + 1)
    ) or (r.capital(i - 1) and r.kind(i - 1) != "preposition"):  # fmt: skip
        return None
    two = day_first(r, j + 1)
    if two is None or "-" not in two[1].within or "/" in two[1].within:
        return None
    return j, two[1]._replace(within=f"{two[1].within[:3]}{day:02d}")


_COUNTING = frozenset(("no", "number", "numbers", "page", "pages", "$", "€", "£", "article", "."))


def listed_after(r: Reader, j: int, time: Time) -> tuple[int, int, Time] | None:
    """Return the 4 of "May 3 and 4" with its place, when word *j* joins it to a day."""
    k = j + 1
    if r.low[j] == "," and r.low[k] in ("and", "or"):
        k += 1
    elif r.low[j] == "," and r.low[k + 1] not in (",", "and", "or"):
        return None
    if r.low[j] not in ("and", "or", "&", ",") or (r.glued(j) and r.low[j] != ","):
        return None
    two = _number_of_day(r, k)
    month = time.within[:2]
    if two is None or not int(time.within[3:]) < two[1] <= days_in_month(2000, int(month)):
        return None
    stop = two[0]
    if r.kind(stop) == "month" or not (guards.ends_phrase(r, stop) or tense.is_verb(r, stop)):
        return None
    within = f"{month}-{two[1]:02d}"
    if not time.open:
        return k, stop, time._replace(within=within)
    end, other = with_year(r, stop, within)
    if time.weekday and other.open:
        on = (time.weekday - 1 + two[1] - int(time.within[3:])) % 7 + 1
        other = other._replace(weekday=on)
    return k, end, other


def with_year(r: Reader, j: int, within: str) -> tuple[int, Time]:
    """Return a piece with the year after it: a number, "this year", or left open."""
    year = year_at(r, j)
    if year is not None:
        return year[0], year_of(year[1], within)
    k = j + 1 if r.low[j] in (",", "of", "in") else j
    if r.low[k] == "the" and r.kind(k + 1) == "relative":
        k += 1
    if r.kind(k) == "relative" and r.unit(k + 1) == "year":
        offset = relatives.offset_of(r, k)
        if offset is not None:
            return k + 2, Time(offset=offset, within=within)
    if r.low[j] == "of" and r.low[j + 1 : j + 3] == ["the", "year"]:
        return j + 3, Time(within=within)
    if r.low[j] in ("a", "one") and r.low[j + 1] == "year" and r.low[j + 2] in ("ago", "earlier"):
        return j + 3, Time(offset=-1, within=within)
    return j, Time(within=within, nearest="open")
