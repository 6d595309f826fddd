"""What a journalist wrote, as values: amounts of money, quantities and dates."""

from .mention import Mention
from .readers import (
    find_dates,
    find_money,
    find_quantities,
    parse_date,
    parse_money,
    parse_quantity,
)

__all__ = [
    "Mention", "find_dates", "find_money", "find_quantities", "parse_date", "parse_money",
    "parse_quantity",
]  # fmt: skip
