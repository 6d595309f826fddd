"""
The strict JSON parser: RFC 8259 with every fault located by line and column.

It is the reference; the fast parser of the standard library is used where both agree.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # undocumented in typeshed
from typing import Any

from ..errors import Problem, brief, child
from ..shapes import DEPTH, number_fits
from ..shapes.shape import DIGITS
from ..shapes.text import character_fault

_BLANKS = re.compile(r"[ \t\n\r]{0,4096}")
_NUMBER = re.compile(r"(-?)(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: Mapping[str, object] = {"true": True, "false": False, "null": None}
_NOT_JSON = re.compile(r"[-+]?(?:NaN|Infinity)(?![A-Za-z_])")
_WORD = re.compile(r"[A-Za-z_]{1,40}")
_ODD_NUMBER = re.compile(r"[-+]{0,4}\.?[0-9][0-9A-Za-z_.+-]{0,40}")
_LONGEST_EXPONENT = 18
CUT_OFF = "the text is cut off"
"""The hint where a text ends too early."""
_MARKS: Mapping[str, str] = {
    **dict.fromkeys("'`“”„‘’", 'JSON quotes texts and names with " alone'),
    **dict.fromkeys(("//", "/*", "#"), "JSON has no comments"),
    "```": "take off the code fence",
    "\ufeff": "read or save the text without byte order mark",
}
"""The fixes for marks that JSON does not know."""
_VALUES: Mapping[str, str] = {
    "true": "JSON writes true in lower case",
    "false": "JSON writes false in lower case",
    "none": "JSON writes null",
    "null": "JSON writes null in lower case",
    "nan": "JSON has no NaN and no Infinity; leave the field out",
    "inf": "JSON has no NaN and no Infinity; leave the field out",
    "undefined": "JSON writes null",
}
"""The fixes for words that stand for a value, by the word in lower case."""


class _Stop(Exception):
    """A fault after which the text means nothing: offset, code, message, hint."""


class Strict:
    """
    One parse of a text.

    After it, `problems` holds what is wrong with the text as JSON, in order; `offsets` says
    where each value of the wanted paths begins.

    Args:
        text: The whole text.
        levels: How deep it may nest.
        wanted: Paths whose offsets are to be kept; None keeps none.
    """

    def __init__(
        self, text: str, levels: int = DEPTH, wanted: frozenset[str] = frozenset()
    ) -> None:
        self.text = text
        self.levels = levels
        self.wanted = wanted
        self.problems: list[Problem] = []
        self.offsets: dict[str, int] = {}
        self._starts: list[int] | None = None

    def parse(self) -> tuple[bool, Any]:
        """Return whether the text could be read to its end, and what it says."""
        try:
            data, at = self._value(self._skip(0), "$", 0)
            at = self._skip(at)
            if at < len(self.text):
                raise self._stop(at, "the end", _after(self.text[at]))
        except _Stop as stop:
            at, code, message, hint = stop.args
            self._report(at, "$", code, message, hint=hint)
            return False, None
        return not any(each.code != "duplicate_key" for each in self.problems), data

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, both counted from 1, of an offset."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def _report(
        self, at: int, path: str, code: str, message: str, value: object = None,
        hint: str | None = None,
    ) -> None:  # fmt: skip
        line, column = self.place(at)
        problem = Problem(path, code, message, value, hint, line=line, column=column)
        self.problems.append(problem)

    def _skip(self, at: int) -> int:
        while True:
            match = _BLANKS.match(self.text, at)
            end = match.end() if match else at
            if end == at or end - at < 4096:
                return end
            at = end

    def _stop(self, at: int, expected: str, hint: str | None = None) -> _Stop:
        """Return the fault that something else than *expected* stands at an offset."""
        if at >= len(self.text):
            blank = not self.text.strip(" \t\n\r")
            hint = "the text is empty" if blank else CUT_OFF
            return _Stop(at, "json_syntax", f"expected {expected}, got the end of the text", hint)
        word = _WORD.match(self.text, at)
        found = word.group() if word else self.text[at]
        if hint is None and expected == "a value" and word is not None:
            last = at > 0 and word.end() == len(self.text)
            hint = CUT_OFF if last else _VALUES.get(found.lower())
        elif hint is None and found.isspace():
            hint = "between values JSON takes blanks, tabs and newlines alone"
        elif hint is None:
            hint = next((_MARKS[each] for size in (3, 2, 1)
                         if (each := self.text[at : at + size]) in _MARKS), None)  # fmt: skip
        return _Stop(at, "json_syntax", f"expected {expected}, got {found!r}", hint)

    def _value(self, at: int, path: str, depth: int) -> tuple[Any, int]:
        """Read the value at an offset; return it and where it ends."""
        if path in self.wanted:
            self.offsets[path] = at
        start = self.text[at : at + 1]
        if start == '"':
            return self._string(at, path)
        if start in "{[" and start:
            if depth >= self.levels:
                raise _Stop(at, "too_deep", f"nested deeper than {DEPTH} levels", None)
            read = self._object if start == "{" else self._array
            return read(self._skip(at + 1), path, depth + 1)
        number = _NUMBER.match(self.text, at) if start in "-0123456789" else None
        odd = _ODD_NUMBER.match(self.text, at)
        if odd is not None and (number is None or number.end() < odd.end()):
            message = f"expected a number of JSON, got {odd.group()!r}"
            hint = CUT_OFF if at > 0 and odd.end() == len(self.text) else _number_hint(odd.group())
            raise _Stop(at, "json_syntax", message, hint)
        if number is not None:
            return self._number(number, path), number.end()
        odd = _NOT_JSON.match(self.text, at)
        if odd is not None:
            self._report(at, path, "not_a_number", f"expected a number, got {odd.group()}",
                         hint="JSON has no NaN and no Infinity; leave the field out")  # fmt: skip
            return None, odd.end()
        word = _WORD.match(self.text, at)
        if word is not None and word.group() in _WORDS:
            return _WORDS[word.group()], word.end()
        raise self._stop(at, "a value")

    def _object(self, at: int, path: str, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        if self.text[at : at + 1] == "}":
            return found, at + 1
        while True:
            if self.text[at : at + 1] != '"':
                hint = "no comma after the last item" if self.text[at : at + 1] == "}" else None
                raise self._stop(at, "a name in double quotes", hint)
            name, end = self._string(at, path, "a name")
            where = child(path, name)
            if name in found:
                message = f"expected each name once, got {brief(name)!r} again"
                self._report(at, where, "duplicate_key", message, hint="keep one of them")
            at = self._skip(end)
            if self.text[at : at + 1] != ":":
                raise self._stop(at, "':'")
            found[name], at = self._value(self._skip(at + 1), where, depth)
            at = self._skip(at)
            mark = self.text[at : at + 1]
            if mark == "}":
                return found, at + 1
            if mark != ",":
                raise self._stop(at, "',' or '}'")
            at = self._skip(at + 1)

    def _array(self, at: int, path: str, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        if self.text[at : at + 1] == "]":
            return found, at + 1
        while True:
            if self.text[at : at + 1] == "]":
                raise self._stop(at, "a value", "no comma after the last item")
            item, at = self._value(at, child(path, len(found)), depth)
            found.append(item)
            at = self._skip(at)
            mark = self.text[at : at + 1]
            if mark == "]":
                return found, at + 1
            if mark != ",":
                raise self._stop(at, "',' or ']'")
            at = self._skip(at + 1)

    def _string(self, at: int, path: str, expected: str = "a text") -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise self._bad_string(error) from error
        fault = character_fault(text, nul=True)
        if fault is not None:
            message = f"expected {expected} of whole characters, but {fault}"
            self._report(at, path, "surrogate", message, hint="write both halves, or neither")
        return text, end

    def _bad_string(self, error: JSONDecodeError) -> _Stop:
        """Return the fault of a string that is none of JSON."""
        at = error.pos
        if error.msg.startswith("Unterminated"):
            return self._stop(len(self.text), "the closing quote of a text")
        if "escape" not in error.msg:
            message = f"expected a text on one line, got the control character {self.text[at]!r}"
            hint = "write control characters as \\n, \\t, \\u0000 …"
            return _Stop(at, "json_syntax", message, hint)
        at -= self.text[at : at + 1] != "\\"
        found = self.text[at : at + (6 if self.text[at + 1 : at + 2] == "u" else 2)].split('"')[0]
        hint = 'after a backslash stand " \\ / b f n r t, or u and four hexadecimal digits'
        printable = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in found)
        return _Stop(at, "json_syntax", f"expected an escape of JSON, got {printable}", hint)

    def _number(self, match: re.Match[str], path: str) -> int | Decimal:
        sign, whole, fraction, exponent = match.groups()
        if fraction is None and exponent is None and len(whole) <= DIGITS:
            return int(sign + whole)
        short = len(exponent or "") <= _LONGEST_EXPONENT
        number = Decimal(match.group()) if short else None
        if number is not None and number_fits(number):
            return number
        self._report(match.start(), path, "too_many_digits",
                     "expected a number of at most 40 digits", hint="write it as text")  # fmt: skip
        return 0


def _after(found: str) -> str | None:
    """Return the fix for what stands after the end of a JSON value."""
    return "one JSON value a text; read_lines() reads one a line" if found in "{[" else None


def _number_hint(text: str) -> str | None:
    """Return the fix for a number that is none of JSON."""
    if text.startswith("+"):
        return "no plus sign"
    if re.fullmatch(r"-?0[0-9]+(\.[0-9]+)?", text):
        return "no leading zeros"
    if re.fullmatch(r"-?([0-9]+\.|\.[0-9]+)", text):
        return "digits stand on both sides of the point"
    return "quote it when it is a text"
