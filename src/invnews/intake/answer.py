"""
The answer of a language model as plain data: a fence around it is taken off, nothing more.
"""

import re
from collections.abc import Mapping
from typing import Any

from ..codec.parse import decode, parse
from ..errors import InvalidData, Problem, shown

_FENCE = re.compile(r"^[ \t]*```[ \t]*(\w*)[ \t]*\r?$", re.MULTILINE)
_JSON = ("", "json")


def read_answer(answer: object) -> Mapping[str, Any]:
    r"""
    Return the groups of an answer.

    Args:
        answer: A mapping; or JSON as text or bytes, strict but for one thing: when it stands in
            a fence of three backticks, that and the words around it are taken off.

    Raises:
        InvalidData: It is no strict JSON, holds more than one fence with JSON, or is no object.

    >>> read_answer('Here it is:\n```json\n{"person": []}\n```\nAnything else?')
    {'person': []}
    """
    if isinstance(answer, bytes | bytearray):
        answer = decode(bytes(answer))
    if isinstance(answer, str):
        answer = _parsed(answer)
    if not isinstance(answer, Mapping):
        message = f"expected an object with a list for each kind, got {shown(answer)}"
        raise InvalidData([Problem("$", "wrong_type", message)])
    return answer


def _parsed(text: str) -> Any:
    blocks = _fenced(text)
    if len(blocks) > 1:
        message = f"expected one JSON object, got {len(blocks)} fenced blocks"
        hint = "give all records in one object"
        line = _line(text, blocks[1][0])
        raise InvalidData([Problem("$", "json_syntax", message, hint=hint, line=line)])
    start, end = blocks[0] if blocks else (0, len(text))
    inside, line = text[start:end], _line(text, start)
    if "{" not in inside and "[" not in inside:
        got = shown(" ".join(text.split())) if text.strip() else "an empty text"
        hint = "answer with the object alone, its lists empty where nothing is found"
        raise InvalidData([Problem("$", "json_syntax", f"expected a JSON object, got {got}",
                                   hint=hint, line=line, column=1)])  # fmt: skip
    return parse(inside, line=line)


def _fenced(text: str) -> list[tuple[int, int]]:
    """Return start and end of what stands in the fences that may hold JSON."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif not fence[1]:
            found += _block(text, opened, fence.start())
            opened = None
    if opened is not None:  # The answer was cut off: what is there is read, and refused.
        found += _block(text, opened, len(text))
    return found


def _block(text: str, fence: re.Match[str], end: int) -> list[tuple[int, int]]:
    if fence[1].lower() not in _JSON:
        return []
    return [(min(fence.end() + 1, len(text)), end)]


def _line(text: str, place: int) -> int:
    """Return the number of the line at a place of the text."""
    return text.count("\n", 0, place) + 1
