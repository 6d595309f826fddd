"""
Times counted from the day of publication: "last year", "the next five years", "today", "soon".
"""

from . import fiscal, guards, months, ordinals, seasons, tense, weekdays
from .reader import Found, Reader
from .time import Time

_DAYTIMES = {"morning": 0, "afternoon": 0, "evening": 0, "night": 0}


def offset_of(r: Reader, i: int) -> int | None:
    """Return how many units the word at *i* is away: last -1, this 0, next 1."""
    return r.value(i) if r.kind(i) == "relative" else None


def read(r: Reader, i: int) -> Found:
    """Return the time that begins with last, this, next and the like."""
    j = i + 1
    if r.low[i] == "this" and r.low[j] in ("past", "coming"):
        i, j = j, j + 1
    offset = r.value(i)
    if r.low[j] == "calendar":
        j += 1
    if r.kind(j) == "fiscal":
        k = r.past_dash(j + 1)
        if r.low[k] == "year":
            return k + 1, fiscal.relative_year(offset, r.country)
        bare = r.low[j] == "fiscal" and (guards.ends_phrase(r, j + 1) or tense.is_verb(r, j + 1))
        return (r.possessive(j + 1), fiscal.relative_year(offset, r.country)) if bare else None
    part = r.unit(j) not in ("", "year") or r.kind(j) == "weekday"
    if r.low[i] == "last" and part and r.low[j + 1] in ("of", "in"):
        return ordinals.stretch(r, j, ordinals.LAST) or ordinals.of_unit(r, j, ordinals.LAST)
    if r.low[j] == "fortnight":
        window = r.low[i] in ("past", "coming")
        return (j + 1, Time("week", 1 if offset > 0 else -2, 2, window=window)) if offset else None
    count = r.count(j)
    if count is not None:
        return several(r, i, count.stop, count.high, few=count.few)
    unit = r.unit(j)
    if unit:
        return _one(r, i, j, unit)
    return _named(r, i, j, offset)


def _one(r: Reader, i: int, j: int, unit: str) -> Found:
    """Return "last year", "this quarter" or "the past decade"."""
    offset = r.value(i)
    if unit == "day" or r.low[j].endswith("s"):
        if unit != "day" and r.low[i] in ("past", "coming", "recent") and unit != "half":
            return j + 1, Time(None, offset, vague=True)
        return None
    stop = j + 1
    if r.low[stop] == "-" and r.glued(stop) and r.glued(stop + 1):
        return None
    if unit == "year" and r.low[stop : stop + 2] == ["to", "date"]:
        return stop + 2, Time(part="before")
    if unit == "quarter" and r.low[stop] == "century":
        return None
    window = r.low[i] in ("past", "coming") and unit not in ("quarter", "half")
    time = Time(unit, offset, window=window)
    if offset == 0 and r.low[stop : stop + 2] == ["so", "far"]:
        return stop + 2, time._replace(part="before")
    owner = r.possessive(stop)
    piece = ordinals.short(r, owner) if unit == "year" else None
    if piece is not None:
        return piece[0], time._replace(within=piece[1], window=False)
    if unit == "week":
        day = owner + 1 if r.low[owner] == "on" else owner
        if r.kind(day) == "weekday" and guards.is_weekday(r, day) and offset is not None:
            return day + 1, Time("week", offset, within=str(r.value(day)))
    return owner, time


def several(r: Reader, i: int, j: int, count: int, *, few: bool) -> Found:
    """Return "the next five years", "the last two months" or "the past few years"."""
    offset = r.value(i)
    unit = r.unit(j)
    if not unit or offset == 0:
        return None
    if r.low[i] in ("last", "past") and r.low[j + 1] == "of" and not few:
        found = ordinals.of_unit(r, i + 1, ordinals.LAST)
        if found is not None:
            return found
    if r.low[i] in ("previous", "prior") and few:
        return None
    if few:
        return j + 1, Time(None, offset, vague=True)
    first = 1 if offset > 0 else -count
    window = r.low[i] in ("past", "coming") or r.low[i - 1 : i] == ["past"]
    return j + 1, Time(unit, first, count, window=window)


def _named(r: Reader, i: int, j: int, offset: int) -> Found:
    """Return "last Friday", "next March", "this autumn", "last weekend" or "last night"."""
    low = r.low[j]
    if low in _DAYTIMES:
        if offset == 0 or (low == "night" and offset == -1 and r.low[i] == "last"):
            return j + 1, Time("day", offset)
        return None
    if low == "weekend":
        return j + 1, _nearest("week", offset, "6/7")
    kind = r.kind(j)
    if kind == "weekday":
        found = weekdays.read_weekday(r, j)
        if found is None or not found[1].open:
            return found
        if r.low[i] in ("coming", "upcoming"):
            return found[0], Time("week", 1, within=str(r.value(j)), nearest="future")
        return found[0], _nearest("week", offset, str(r.value(j)))
    if kind == "month":
        found = months.read_month(r, j)
        if found is None:
            return (j + 1, _nearest("year", offset, f"{r.value(j):02d}")) if r.capital(j) else None
        return (found[0], _nearest("year", offset, found[1].within)) if found[1].open else found
    if kind == "season" and r.low[j + 1] not in ("festival", "break", "semester"):
        time = _nearest("year", offset, seasons.season(r, j))
        if offset == 0 and r.value(j) == 24:
            return j + 1, time._replace(nearest="future")  # In January it is that of last year.
        return j + 1, time
    return None


def _nearest(unit: str, offset: int, within: str) -> Time:
    """
    Return a piece of this unit, the last one that has ended, or the next one.

    "next Friday" is in next week, which news writes for the days after Sunday; "next March" is
    the first March to begin after the report.
    """
    if offset == 0 or (unit == "week" and offset > 0):
        return Time(unit, offset, within=within)
    return Time(unit, offset, within=within, nearest="past" if offset < 0 else "future")


def read_special(r: Reader, i: int) -> Found:
    """Return the time of a word of its own: today, yesterday, recently, soon, so far this year."""
    low = r.low[i]
    if low in ("today", "yesterday", "tomorrow", "tonight"):
        return r.possessive(i + 1), Time("day", r.value(i))
    if low == "so":
        k = i + 3 if r.low[i + 2] in ("in", "during") else i + 2
        found = r.core(k) if r.low[i + 1] == "far" else None
        if found is not None and found[1].whole_year and found[1].seen is not None:
            return found[0], found[1]._replace(to_date=True)
        if found is not None and found[1] == Time(found[1].unit):
            return found[0], found[1]._replace(part="before")
        return None
    if low == "now":
        leads = r.low[i - 1] == "between" and r.low[i + 1] == "and"
        leads = leads or (r.low[i - 1] == "from" and r.low[i + 1] in ("to", "until", "through"))
        return (i + 1, Time("day")) if leads and r.core(i + 2) is not None else None
    if low == "weekend":
        bare = r.low[i - 1] == "the"
        return (i + 1, Time("week", within="6/7", nearest="open")) if bare else None
    if low in ("rest", "remainder"):
        return _rest(r, i)
    if low == "recent":
        if r.unit(i + 1) not in ("", "half") and r.low[i + 1].endswith("s"):
            return i + 2, Time(None, -1, vague=True)
        return None
    if low in ("near", "foreseeable"):
        return (i + 2, Time(None, 1, vague=True)) if r.low[i + 1] == "future" else None
    if low in ("shortly", "soon") and (
        r.low[i + 1] in ("after", "before", "as", "following", "thereafter", "enough")
        or r.low[i - 1] in ("as", "too", "so", "how")
    ):
        return None
    if low in ("recently", "lately") and r.low[i - 1] in ("until", "as"):
        return None
    return i + 1, Time(None, r.value(i), vague=True)


def _rest(r: Reader, i: int) -> Found:
    """Return "the rest of the year" or "the remainder of 2020"."""
    if r.low[i + 1] != "of":
        return None
    k = i + 2
    k = k if r.low[k] == "the" else k - 1
    if r.unit(k + 1) in ("year", "month", "week", "quarter", "decade"):
        return k + 2, Time(r.unit(k + 1), part="after")
    found = r.core(k + 1)
    if found is not None and found[1] == Time(found[1].unit):
        return found[0], found[1]._replace(part="after")
    return found
