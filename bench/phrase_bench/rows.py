"""
Rows: the annotated sentences of a directory, read strictly.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import attrs

from .expressions import SORTS, Context, Expression, Sort

GOLD_CLASSES = {
    "exact": "exact", "about": "about", "at_least": "lower", "more_than": "lower",
    "at_most": "upper", "less_than": "upper", "range": "range", "unquantified": "unquantified",
}  # fmt: skip
"""The class of each comparator of the rows."""
_NAMES = {"money": "money", "quantity": "quantity", "quantities": "quantity",
          "date": "date", "dates": "date"}  # fmt: skip
_DETAILS = {
    "money": ("per", "magnitude"),
    "quantity": ("unit_kind", "unit_text"),
    "date": ("relation", "fiscal", "approximate", "vague", "edtf"),
}


NOWHERE = Context()
"""Neither a place nor a day of publication is known."""


class BadInput(Exception):
    """A directory or a line that cannot be read; the message names file and line."""


@attrs.frozen(kw_only=True)
class Row:
    """
    One sentence with every expression of its sort.

    Args:
        id: Its name.
        sort: money, quantity or date.
        text: The sentence.
        context: Where and when it was published.
        gold: Its expressions, left to right; none in a negative.
        groups: Of each expression of *gold*, the groups it is counted in besides its comparator.
        ignore: Spans where an expression that is found is neither right nor wrong.
        origin: Where the sentence comes from.
    """

    id: str
    sort: Sort
    text: str
    context: Context = NOWHERE
    gold: tuple[Expression, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[tuple[int, int], ...] = ()
    origin: str = "others"


def read_directory(directory: Path) -> list[Row]:
    """
    Return the rows of every ``*.jsonl`` in *directory*, in the order of files and lines.

    Raises:
        BadInput: There is no such directory or file in it, or a line has another form.
    """
    if not directory.is_dir():
        raise BadInput(f"{directory}: expected a directory")
    files = sorted(directory.glob("*.jsonl"))
    if not files:
        raise BadInput(f"{directory}: expected money.jsonl, quantity.jsonl or dates.jsonl in it")
    return [row for file in files for row in _read_file(file)]


def _read_file(file: Path) -> Iterator[Row]:
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield read_row(json.loads(line))
            except json.JSONDecodeError as error:
                raise BadInput(
                    f"{file}:{number}: expected one JSON object a line: {error}"
                ) from error
            except KeyError as error:
                raise BadInput(f"{file}:{number}: missing key {error}") from error
            except (AttributeError, TypeError, ValueError, InvalidOperation) as error:
                raise BadInput(f"{file}:{number}: unexpected form: {error}") from error


def read_row(data: dict[str, Any]) -> Row:
    """
    Return the row that *data* describes.

    Raises:
        KeyError: A key is missing, at any depth.
        ValueError: A sort, comparator, date, number or span is none.
    """
    if not isinstance(data, dict):
        raise TypeError(f"expected an object, got {type(data).__name__}")
    sort = _NAMES.get(data["kind"])
    if sort is None:
        raise ValueError(f"expected a kind of {', '.join(SORTS)}, got {data['kind']!r}")
    text, context = _text(data["text"]), data["context"]
    published = context.get("published")
    gold = [_gold(item, sort, text) for item in data["expect"]]
    return Row(
        id=_text(data["id"]),
        sort=sort,
        text=text,
        context=Context(context.get("country"), published and date.fromisoformat(published)),
        gold=tuple(gold),
        groups=tuple(_groups(item, sort) for item in data["expect"]),
        ignore=tuple(_span(start, end, text) for start, end in data.get("ignore", ())),
        origin=_origin(data.get("source", {}).get("origin")),
    )


def _gold(item: dict[str, Any], sort: Sort, text: str) -> Expression:
    start, end = _span(item["start"], item["end"], text)
    full = _span(item["full_start"], item["full_end"], text)
    details = {key: item.get(key) for key in _DETAILS[sort]}
    if sort == "date":
        return Expression(
            start=start, end=end, full=full, details=details,
            low=_day(item["earliest"]), high=_day(item["latest"]),
            accept=tuple((_day(low), _day(high)) for low, high in item.get("accept", ())),
        )  # fmt: skip
    if item["comparator"] not in GOLD_CLASSES:
        raise ValueError(f"unknown comparator {item['comparator']!r}")
    if details.get("magnitude") is not None:
        details["magnitude"] = Decimal(item["magnitude"])
    return Expression(
        start=start, end=end, full=full, details=details,
        low=_number(item["low"]), high=_number(item["high"]),
        bound=GOLD_CLASSES[item["comparator"]],
        currency=item["currency"] if sort == "money" else None,
    )  # fmt: skip


def _groups(item: dict[str, Any], sort: Sort) -> tuple[str, ...]:
    """Return the groups of one expression, for the breakdown."""
    if sort == "date":
        return f"precision {item['precision']}", f"relation {item['relation']}"
    bound = f"comparator {GOLD_CLASSES[item['comparator']]}"
    if sort == "quantity":
        return bound, f"unit kind {item['unit_kind']}"
    if item.get("currency_explicit") is None:
        return bound, "currency none"
    return bound, "currency explicit" if item["currency_explicit"] else "currency ambiguous"


def _origin(origin: str | None) -> str:
    return origin if origin in {"news_paraphrase", "constructed"} else "others"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    return value


def _span(start: int, end: int, text: str) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"expected a span within 0 and {len(text)}, got {start} to {end}")
    return start, end


def _number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
