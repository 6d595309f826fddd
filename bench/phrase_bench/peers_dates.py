"""
Adapters of the peers that read dates.
"""

import calendar
import re
from datetime import date, datetime, time, timedelta
from importlib import import_module
from typing import Any

from invnews import InvalidData, PartialDate

from .controls import control_date
from .expressions import Adapter, Context, DateFound

_YEAR_ALONE = re.compile(r"\b(?:years?|\d{4})\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:months?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b", re.IGNORECASE
)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b|\bdays\b", re.IGNORECASE)
_FIRST, _SECOND = datetime(2001, 1, 11), datetime(2004, 3, 22)  # noqa: DTZ001  no time is meant


def _noon(context: Context) -> datetime:
    """Return the moment that relative dates are counted from."""
    return datetime.combine(context.published or date(2020, 1, 1), time(12))


def _widened(day: date, unit: str) -> tuple[date, date]:
    """Return the first and last day of the year, month or week that *day* lies in."""
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "month":
        length = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=length)
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    return day, day


def _unit(words: str) -> str:
    """Return the unit that *words* are precise to; these peers do not say it."""
    if "week" in words:
        return "week"
    if _MONTH.search(words):
        return "day" if _DAY.search(words) else "month"
    return "year" if _YEAR_ALONE.search(words) and "-" not in words else "day"


def dateparser() -> Adapter:
    """Return the adapter of dateparser; search_dates finds, get_date_data says the period."""
    search = import_module("dateparser.search").search_dates
    parser = import_module("dateparser.date").DateDataParser

    def find(text: str, context: Context) -> list[DateFound]:
        settings = {"RELATIVE_BASE": _noon(context), "PREFER_DATES_FROM": "past"}
        found, place = [], 0
        for words, moment in search(text, languages=["en"], settings=settings) or ():
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                period = parser(languages=["en"], settings=settings).get_date_data(words).period
                found.append(DateFound(start, place, *_widened(moment.date(), period or "day")))
        return found

    return find


def dateutil_fuzzy() -> Adapter:
    """Return the adapter of dateutil: two defaults tell which fields the text states."""
    parse = import_module("dateutil.parser").parse

    def find(text: str, context: Context) -> list[DateFound]:
        one, skipped = parse(text, fuzzy_with_tokens=True, default=_FIRST)
        other = parse(text, fuzzy=True, default=_SECOND)
        day = parse(text, fuzzy=True, default=_noon(context)).date()
        unit = "day" if one.day == other.day else "month" if one.month == other.month else "year"
        start, end = _gap(text, skipped)
        return [DateFound(start, end, *_widened(day, unit))]

    return find


def _gap(text: str, skipped: tuple[str, ...]) -> tuple[int, int]:
    """Return where the longest part of *text* lies that was not skipped."""
    gaps, place = [], 0
    for words in skipped:
        start = text.find(words, place)
        if start >= 0:
            gaps.append((place, start))
            place = start + len(words)
    gaps.append((place, len(text)))
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def parsedatetime() -> Adapter:
    """Return the adapter of parsedatetime; its precision is guessed from the words."""
    read = import_module("parsedatetime").Calendar().nlp

    def find(text: str, context: Context) -> list[DateFound]:
        return [
            DateFound(start, end, *_widened(moment.date(), _unit(words)))
            for moment, flag, start, end, words in read(text, _noon(context)) or ()
            if flag in {1, 3}
        ]

    return find


def recognizers_dates() -> Adapter:
    """Return the adapter of Recognizers-Text; of several values the first, the past one."""
    recognize = import_module("recognizers_date_time").recognize_datetime

    def find(text: str, context: Context) -> list[DateFound]:
        found = []
        for each in recognize(text, "en-us", reference=_noon(context)):
            values = (each.resolution or {}).get("values") or ()
            if values and "date" in values[0]["type"]:
                found.append(DateFound(each.start, each.end + 1, *_ends(values[0])))
        return found

    return find


def _ends(value: dict[str, Any]) -> tuple[date | None, date | None]:
    """Return first and last day; the ends of Recognizers-Text are exclusive."""
    if "value" in value:
        day = date.fromisoformat(value["value"][:10])
        return day, day
    start, end = value.get("start"), value.get("end")
    return (
        date.fromisoformat(start[:10]) if start else None,
        date.fromisoformat(end[:10]) - timedelta(1) if end else None,
    )


def edtf() -> Adapter:
    """Return the adapter of edtf, which finds no places: those of the control are read."""
    read = import_module("edtf").text_to_edtf

    def find(text: str, context: Context) -> list[DateFound]:
        found = []
        for each in control_date(text, context):
            written = read(text[each.start : each.end])
            try:
                said = PartialDate(written) if written else None
            except InvalidData:
                continue
            if said:
                found.append(DateFound(each.start, each.end, said.earliest, said.latest))
        return found

    return find


def datefinder() -> Adapter:
    """Return the adapter of datefinder; its precision is guessed from the words."""
    read = import_module("datefinder").find_dates

    def find(text: str, context: Context) -> list[DateFound]:
        return [
            DateFound(span[0], span[1], *_widened(moment.date(), _unit(words)))
            for moment, words, span in read(text, source=True, index=True, base_date=_noon(context))
        ]

    return find
