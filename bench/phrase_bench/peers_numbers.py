"""
Adapters of the peers that read money and numbers.
"""

import re
from decimal import Decimal
from importlib import import_module
from typing import Any

from .controls import CURRENCIES
from .expressions import Adapter, Context, NumberFound

_CULTURE = "en-us"


def _decimal(value: Any) -> Decimal:
    """Return a number of a peer, the noise of its floats cut off."""
    return Decimal(f"{float(value):.12g}")


def _currency(name: str | None) -> str | None:
    """Return the code of a sign or a name in English, when the controls' table has it."""
    return CURRENCIES.get(name.lower()) if name else None


def price_parser() -> Adapter:
    """Return the adapter of price-parser: one price a text, located by its printed amount."""
    read = import_module("price_parser").Price.fromstring

    def find(text: str, _context: Context) -> list[NumberFound]:
        price = read(text)
        start = text.find(price.amount_text) if price.amount_text else -1
        if start < 0:
            return []
        end = start + len(price.amount_text)
        return [NumberFound(start, end, price.amount, price.amount, "exact",
                            _currency(price.currency))]  # fmt: skip

    return find


def quantulum_money() -> Adapter:
    """Return the adapter of quantulum3 for currencies."""
    return _quantulum(wants_money=True)


def quantulum_quantity() -> Adapter:
    """Return the adapter of quantulum3 for everything but currencies."""
    return _quantulum(wants_money=False)


def _quantulum(*, wants_money: bool) -> Adapter:
    """Return an adapter of quantulum3; a range comes as mean and uncertainty."""
    parse = import_module("quantulum3.parser").parse

    def find(text: str, _context: Context) -> list[NumberFound]:
        found = []
        for each in parse(text):
            if (each.unit.entity.name == "currency") is not wants_money:
                continue
            spread = each.uncertainty or 0
            low, high = _decimal(each.value - spread), _decimal(each.value + spread)
            code = getattr(each.unit, "currency_code", None) or _currency(each.unit.name)
            start, end = each.span
            found.append(NumberFound(start, end, low, high, "range" if spread else "exact",
                                     code if wants_money else None))  # fmt: skip
        return found

    return find


def recognizers_money() -> Adapter:
    """Return the adapter of Recognizers-Text for currencies."""
    recognize = import_module("recognizers_number_with_unit").recognize_currency

    def find(text: str, _context: Context) -> list[NumberFound]:
        found = []
        for each in recognize(text, _CULTURE):
            if each.resolution and each.resolution.get("value"):
                amount = _decimal(each.resolution["value"])
                unit = each.resolution.get("unit")
                code = each.resolution.get("isoCurrency") or _currency(unit)
                found.append(NumberFound(each.start, each.end + 1, amount, amount, "exact", code))
        return found

    return find


def recognizers_quantity() -> Adapter:
    """Return the adapter of Recognizers-Text for percentages and plain numbers."""
    module = import_module("recognizers_number")

    def find(text: str, _context: Context) -> list[NumberFound]:
        found: list[NumberFound] = []
        for recognize in (module.recognize_percentage, module.recognize_number):
            for each in recognize(text, _CULTURE):
                start, end = each.start, each.end + 1
                value = str((each.resolution or {}).get("value") or "").rstrip("%")
                if value and not any(one.start < end and start < one.end for one in found):
                    amount = _decimal(value)
                    found.append(NumberFound(start, end, amount, amount))
        return sorted(found)

    return find


class _Word:
    """A word of a text, as text2num asks for it."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self._text = match.group()

    def text(self) -> str:
        return self._text

    def nt_separated(self, _previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def text2num() -> Adapter:
    """Return the adapter of text2num, which reads words, with digits read beside it."""
    find_numbers = import_module("text_to_num").find_numbers
    tokens = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d]+|[^\w\s]|_")

    def find(text: str, _context: Context) -> list[NumberFound]:
        words = [_Word(match) for match in tokens.finditer(text)]
        found = []
        for each in find_numbers(words, "en", 0.0):
            amount = _decimal(each.value)
            start, end = words[each.start].start, words[each.end - 1].end
            found.append(NumberFound(start, end, amount, amount))
        for word in words:
            if word.text()[0].isdigit() and not any(
                one.start < word.end and word.start < one.end for one in found
            ):
                amount = Decimal(word.text().replace(",", ""))
                found.append(NumberFound(word.start, word.end, amount, amount))
        return sorted(found)

    return find
