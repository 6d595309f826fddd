"""Money: sums as journalists write them."""

from .find import find_money, parse_money

__all__ = ["find_money", "parse_money"]
