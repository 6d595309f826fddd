"""
From bytes or text to plain data, strictly: what is read, or every fault of the text.
"""

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs

from ..errors import RECORD_LIMIT, InvalidData, Problem, limited
from ..shapes import DEPTH
from .strict import Strict

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_BOMS = ((b"\xef\xbb\xbf", "a byte order mark", "save it as UTF-8 without BOM"),
         (b"\xff\xfe", "UTF-16 or UTF-32", "save it as UTF-8"),
         (b"\xfe\xff", "UTF-16", "save it as UTF-8"),
         (b"\x1f\x8b", "gzip", "unpack it, or name the file .gz"),
         (b"\0", "UTF-16 or UTF-32", "save it as UTF-8"))  # fmt: skip


def decode(data: bytes, line: int = 1) -> str:
    """
    Return the text of UTF-8 bytes.

    Args:
        data: All bytes of a text, or of one of its lines.
        line: The number of the first line of them, for problems.

    Raises:
        InvalidData: There is a byte order mark, or the bytes are not UTF-8.
    """
    for mark, name, hint in _BOMS if line == 1 else ():
        # A text of JSON begins with a character of ASCII: a NUL beside it is no UTF-8.
        if data.startswith(mark) or (mark == b"\0" and data[1:2] == mark):
            message = f"expected UTF-8, got {name} at the start"
            problem = Problem("$", "encoding", message, hint=hint, line=line, column=1)
            raise InvalidData([problem])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        place = line + before.count(b"\n")
        message = f"expected UTF-8, got the byte 0x{data[error.start]:02x}"
        hint = "save the file as UTF-8"
        problem = Problem("$", "encoding", message, hint=hint, line=place, column=column)
        raise InvalidData([problem]) from error


def parse(text: str, *, line: int = 1, levels: int = DEPTH, limit: int = RECORD_LIMIT) -> Any:
    """
    Return the plain data of a JSON text: numbers are int or Decimal.

    Args:
        text: One JSON value.
        line: The number of its first line, for problems.
        levels: How deep it may nest; a text that is plainly right may nest deeper, and is
            refused by the reader of its records.
        limit: How many problems are listed.

    Raises:
        InvalidData: The text is not strict JSON: with line, column, and every fault that can
            be told.
    """
    if _HALF.search(text) is None:
        try:
            if not text.isascii():
                text.encode()  # Half of a surrogate pair has no UTF-8 form.
            return _FAST.decode(text)
        except (ValueError, ArithmeticError, RecursionError):
            pass  # The strict parser tells what is wrong.
    strict = Strict(text, levels)
    _, data = strict.parse()
    if strict.problems:
        raise InvalidData(_moved(limited(strict.problems, limit), line))
    return data


def located(
    problems: Iterable[Problem], text: str, *, line: int = 1, levels: int = DEPTH
) -> list[Problem]:
    """Return the problems with line and column of the value, or of the nearest that encloses it."""
    found = list(problems)
    wanted = frozenset(path for each in found for path in _enclosing(each.path))
    strict = Strict(text, levels, wanted)
    strict.parse()
    result = []
    for problem in found:
        at = next(strict.offsets[p] for p in _enclosing(problem.path) if p in strict.offsets)
        row, column = strict.place(at)
        result.append(attrs.evolve(problem, line=row + line - 1, column=column))
    return result


def _moved(problems: list[Problem], line: int) -> list[Problem]:
    """Return the problems of a text whose first line has the number *line*."""
    return [
        attrs.evolve(each, line=(each.line or 1) + line - 1, column=each.column or 1)
        for each in problems
    ]


def _enclosing(path: str) -> list[str]:
    """Return the path and those of all that encloses it, the nearest first."""
    found = [path]
    while len(path) > 1:
        cut = max(path.rfind("."), path.rfind("["))
        path = path[:cut] if cut > 0 else "$"
        found.append(path)
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate name")
    return found


def _constant(name: str) -> None:
    raise ValueError(name)


_FAST = json.JSONDecoder(object_pairs_hook=_pairs, parse_float=Decimal, parse_constant=_constant)
