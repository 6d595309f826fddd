"""
The naive controls: for each sort one regular expression and the least conversion of what it finds.

They say what a search without grammar costs and yields: the marks of speed are shares of theirs.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .expressions import Adapter, Context, DateFound, NumberFound, Sort

CODES = (
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "SGD", "CHF", "HKD", "NZD", "CAD", "KRW",
    "THB", "VND", "IDR", "PHP", "MYR", "TWD", "ZAR", "KES", "NGN", "AED", "SAR", "EGP", "PKR",
    "LKR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "RUB", "BRL", "MXN",
)  # fmt: skip
SIGNS = {
    "US$": "USD", "$US": "USD", "S$": "SGD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
    "CA$": "CAD", "NZ$": "NZD", "NT$": "TWD", "R$": "BRL", "RM": "MYR", "Rp": "IDR", "Rs": "INR",
    "Rs.": "INR", "RMB": "CNY", "Sh": "KES", "KSh": "KES", "Fr": "CHF", "R": "ZAR", "P": "PHP",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "฿": "THB", "₱": "PHP",
    **{code: code for code in CODES},
}  # fmt: skip
NOUNS = {
    "dollar": "USD", "cent": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "won": "KRW", "rupee": "INR", "ringgit": "MYR", "baht": "THB", "rouble": "RUB",
    "ruble": "RUB", "rupiah": "IDR", "peso": "PHP", "rand": "ZAR", "franc": "CHF",
    "dirham": "AED", "riyal": "SAR", "naira": "NGN", "zloty": "PLN", "krona": "SEK",
    "us dollar": "USD", "u.s. dollar": "USD", "australian dollar": "AUD", "eur": "EUR",
    "canadian dollar": "CAD", "singapore dollar": "SGD", "hong kong dollar": "HKD", "usd": "USD",
}  # fmt: skip
CURRENCIES = {name.lower(): code for name, code in (SIGNS | NOUNS).items()}
MAGNITUDES = {
    "thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "mil": 6, "mln": 6, "billion": 9,
    "bn": 9, "b": 9, "bil": 9, "bln": 9, "trillion": 12, "tn": 12, "trn": 12, "t": 12,
    "lakh": 5, "crore": 7, "cr": 7,
}  # fmt: skip
TENS = {name: Decimal(10) ** power for name, power in MAGNITUDES.items()}
WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20",
    "hundred": "100", "half": "50",
}  # fmt: skip


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_MONEY = re.compile(
    rf"(?:(?<!\w)({_any(SIGNS)}) ?)?{_NUMBER}(?:[ -]?({_any(MAGNITUDES)})\b)?"
    rf"(?:[ -]({_any(NOUNS)})s?\b)?",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?<![\w$€£¥₹.,-])(?:{_NUMBER}|({_any(WORDS)})\b)"
    r"(?: ?(million|billion|thousand|trillion|crore|lakh)\b)?(?: ?(?:%|per ?cent\b))?"
)
_MONTHS = {name[:3].lower(): month for month, name in enumerate(calendar.month_name) if name}
_DATE = re.compile(
    r"\b(?:(?:(\d{1,2}) )?"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: (\d{1,2})\b,?)?"
    r"(?: ((?:19|20)\d\d))?|((?:19|20)\d\d)(?:-\d\d-\d\d)?"
    r"|(?:last|this|next|past|first|second|third|fourth) "
    r"(?:day|week|month|quarter|half|year|decade)s?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)


def _amount(digits: str, magnitude: str | None) -> Decimal:
    number = Decimal(digits.replace(",", ""))
    return number * TENS[magnitude.lower()] if magnitude else number


def control_money(text: str, _context: Context) -> list[NumberFound]:
    """Return each number that has a currency before or after it; bounds are not read."""
    found = []
    for match in _MONEY.finditer(text):
        sign, digits, magnitude, noun = match.groups()
        if sign or noun:
            amount = _amount(digits, magnitude)
            start, end = match.span()
            currency = CURRENCIES[(sign or noun).lower()]
            found.append(NumberFound(start, end, amount, amount, "exact", currency))
    return found


def control_quantity(text: str, _context: Context) -> list[NumberFound]:
    """Return each number without a currency sign, and plain number words; bounds are not read."""
    found = []
    for match in _QUANTITY.finditer(text):
        digits, word, magnitude = match.groups()
        amount = _amount(digits or WORDS[word], magnitude)
        found.append(NumberFound(match.start(), match.end(), amount, amount))
    return found


def control_date(text: str, _context: Context) -> list[DateFound]:
    """Return each month, year and time word; only those with a year have days."""
    found = []
    for match in _DATE.finditer(text):
        before, name, after, year, alone = match.groups()
        earliest = latest = None
        if alone:
            earliest, latest = date(int(alone), 1, 1), date(int(alone), 12, 31)
        elif year:
            earliest, latest = _days(int(year), _MONTHS[name.lower()], int(before or after or 0))
        found.append(DateFound(match.start(), match.end(), earliest, latest))
    return found


def _days(year: int, month: int, day: int) -> tuple[date, date]:
    length = calendar.monthrange(year, month)[1]
    if 0 < day <= length:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, length)


CONTROLS: dict[Sort, Adapter] = {
    "money": control_money, "quantity": control_quantity, "date": control_date,
}  # fmt: skip
"""The control of each sort."""
