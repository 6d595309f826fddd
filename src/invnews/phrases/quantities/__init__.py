"""Quantities as journalists write them: "more than 50 brands", "25 to 30 percent"."""

from .find import find_quantities, parse_quantity

__all__ = ["find_quantities", "parse_quantity"]
