"""
The reader of the tables beside this file; each is read at its first use.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """
    Return the rows of a table below its comments and its line of column names.

    Args:
        name: The file without its ending: ``magnitudes``.
    """
    return tuple(_rows(name))


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    text = files("invnews.phrases").joinpath("tables", f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    head = next(lines).split("\t")
    for line in lines:
        cells = line.split("\t")
        yield (*cells, *[""] * (len(head) - len(cells)))
