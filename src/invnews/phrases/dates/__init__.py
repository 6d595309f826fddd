"""Dates as journalists write them."""

from .find import find_dates, parse_date

__all__ = ["find_dates", "parse_date"]
