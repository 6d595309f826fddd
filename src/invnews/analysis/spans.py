"""
Spans of a text: start and end, the end excluded.
"""

from collections.abc import Iterable


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Return the spans in order, those that overlap or touch joined.

    >>> joined([(5, 9), (0, 4), (4, 6)])
    [(0, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
