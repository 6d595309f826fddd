"""
The assignment of rows to columns whose weights sum to the most, exactly.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from heapq import heappop, heappush
from typing import Any, TypeVar

W = TypeVar("W", int, Fraction, Decimal)


def best_pairs(rows: Sequence[Mapping[int, W]]) -> tuple[int | None, ...]:
    """
    Return for each row the column it is given, or None: no other choice weighs more in all.

    Each column is given once. It is the Jonker-Volgenant method of shortest augmenting paths,
    on the pairs that exist and no others: n rows with e pairs cost n · e · log e at worst,
    and far less where rows have few columns. Of choices that weigh the same, the order of
    rows and the numbers of columns decide, and nothing else.

    Args:
        rows: The weight of each column that a row may have; pairs of weight 0 or less are
            never taken. Weights that add up exactly: int, Fraction, or Decimal in its context.

    >>> best_pairs([{0: 7, 1: 6}, {0: 6, 1: 2}])
    (1, 0)
    """
    search = _Search([{column: w for column, w in row.items() if w > 0} for row in rows])
    for number in range(len(rows)):
        search.place(number)
    return tuple(search.column_of)


class _Search:
    """
    A growing choice, and the prices that prove it the best so far.

    For every pair, price of row + price of column is at least the weight; for a pair that is
    chosen it is the weight. A row may also stay alone, which is a pair of weight 0.

    Args:
        rows: The positive weights of each row.
    """

    def __init__(self, rows: Sequence[Mapping[int, Any]]) -> None:
        self.rows = rows
        self.row_price: list[Any] = [max(row.values(), default=0) for row in rows]
        self.column_price: dict[int, Any] = {}
        self.column_of: list[int | None] = [None] * len(rows)
        self.row_of: dict[int, int] = {}

    def place(self, start: int) -> None:
        """Give row *start* its column, and others new ones where that weighs more in all."""
        reach: dict[int, Any] = {}  # the cheapest known way to each column
        came_from: dict[int, int] = {}
        settled: dict[int, Any] = {}
        entered: dict[int, Any] = {start: 0}
        heap: list[tuple[Any, int]] = []
        here, way = start, 0
        alone, alone_at = start, self.row_price[start]
        while True:
            for column, weight in self.rows[here].items():
                if column not in settled:
                    spare = self.row_price[here] + self.column_price.get(column, 0) - weight
                    if column not in reach or way + spare < reach[column]:
                        reach[column] = way + spare
                        came_from[column] = here
                        heappush(heap, (way + spare, column))
            while heap and heap[0][1] in settled:
                heappop(heap)
            if not heap or heap[0][0] > alone_at:
                length, end = alone_at, None
                break
            length, end = heappop(heap)
            settled[end] = length
            if end not in self.row_of:
                break
            here, way = self.row_of[end], length
            entered[here] = way
            if way + self.row_price[here] < alone_at:
                alone, alone_at = here, way + self.row_price[here]
        self._pay(entered, settled, length)
        self._turn(came_from, end, alone)

    def _pay(self, entered: Mapping[int, Any], settled: Mapping[int, Any], length: Any) -> None:
        """Move the prices, so that the way found costs nothing and no pair is too cheap."""
        for row, way in entered.items():
            self.row_price[row] -= max(length - way, 0)
        for column, way in settled.items():
            self.column_price[column] = self.column_price.get(column, 0) + max(length - way, 0)

    def _turn(self, came_from: Mapping[int, int], end: int | None, alone: int) -> None:
        """Give the columns along the way to the rows before them."""
        if end is None:
            end = self.column_of[alone]
            self.column_of[alone] = None
        while end is not None:
            row = came_from[end]
            before = self.column_of[row]
            self.column_of[row], self.row_of[end] = end, row
            end = before
