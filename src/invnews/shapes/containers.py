"""
The two containers that Shapes themselves need: a mapping and JSON that cannot change.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TypeVar

import attrs

from ..errors import InvalidData, Problem, child, shown
from .number import number_fits, number_text
from .shape import DIGITS, GREATEST_WHOLE
from .text import character_fault

V = TypeVar("V")

DEPTH = 128
"""How deep JSON may nest; the record itself is the first level."""

JsonData = None | bool | int | str | Decimal | list["JsonData"] | dict[str, "JsonData"]
"""Plain data of JSON: numbers are int or Decimal, never float."""


class FrozenMap(Mapping[str, V]):
    """
    A mapping that cannot change, in no particular order; equal to a dict of the same items.

    >>> FrozenMap({"b": 1, "a": 2}) == {"a": 2, "b": 1}
    True
    """

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        object.__setattr__(self, "_items", dict(sorted((items or {}).items())))

    def __getitem__(self, name: str) -> V:
        """Return what stands under *name*."""
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order of their code points."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Return a hash of the items; they must be hashable."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Return the repr of the dict it stands for."""
        return repr(self._items)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a FrozenMap cannot change."""
        raise AttributeError("a FrozenMap cannot change")

    def __delattr__(self, name: str) -> None:
        """Refuse: a FrozenMap cannot change."""
        raise AttributeError("a FrozenMap cannot change")

    def __reduce__(self) -> tuple[object, ...]:
        """Copy and pickle by way of the constructor."""
        return (FrozenMap, (self._items,))


@attrs.frozen
class Json:
    """
    Any JSON, held as its canonical text: hashable, nothing rounded.

    Numbers are int or Decimal, never float. The order of names is kept and belongs to the
    value. Build it with `Json.of`; *text* must already be canonical.

    >>> Json.of({"grade": "A", "score": Decimal("1.50")}).text
    '{"grade":"A","score":1.5}'
    """

    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse a text that is not the canonical text of some JSON."""
        canonical: str | None = None
        try:
            data = json.loads(self.text, parse_float=Decimal, object_pairs_hook=_pairs)
            canonical = Json.of(data).text
        except (ValueError, TypeError, RecursionError, ArithmeticError):
            pass  # Whatever it is, it is no canonical text.
        if canonical is None or canonical != self.text:
            message = f"expected the canonical text of JSON, got {shown(self.text)}"
            hint = "build it from data with Json.of(data)"
            raise InvalidData([Problem("$", "json_syntax", message, hint=hint)])

    @classmethod
    def of(cls, data: object) -> "Json":
        """
        Return the Json of plain data.

        Args:
            data: None, bool, int, Decimal, str, and lists, tuples and mappings of these.

        Raises:
            InvalidData: Something else is in it (a float, say), a number has more than 40
                digits, or it nests deeper than 127 levels.
        """
        return json_within(data, DEPTH - 1)

    @property
    def value(self) -> JsonData:
        """Fresh plain data: None, bool, int, Decimal, str, list and dict."""
        data: JsonData = json.loads(self.text, parse_float=Decimal)
        return data


def json_within(data: object, levels: int) -> Json:
    """
    Return the Json of plain data that nests at most *levels* deep.

    Raises:
        InvalidData: As `Json.of`.
    """
    problems: list[Problem] = []
    text = _Encoder(problems).encode(data, "$", levels)
    if problems:
        raise InvalidData(problems)
    return _trusted(text)


def _trusted(text: str) -> Json:
    made = object.__new__(Json)
    object.__setattr__(made, "text", text)
    return made


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate name")
    return found


_WORDS = {None: "null", True: "true", False: "false"}


def _number(data: int | Decimal) -> str | None:
    """Return the canonical text of a number, or None when it has too many digits."""
    if isinstance(data, Decimal):
        return number_text(data) if number_fits(data) else None
    return int.__repr__(data) if -GREATEST_WHOLE <= data <= GREATEST_WHOLE else None


class _Encoder:
    """
    One piece of data on its way to canonical text.

    Args:
        problems: What is wrong with it, appended as it is found.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.entered: set[int] = set()

    def encode(self, data: object, path: str, levels: int) -> str:
        """Return the canonical text of *data*, and append what is wrong with it."""
        if data is None or data is True or data is False:
            return _WORDS[data]
        if isinstance(data, str):
            fault = character_fault(data, nul=True)
            if fault:
                self.refuse(path, "bad_character", fault)
            return encode_basestring(data)
        if isinstance(data, (int, Decimal)):
            text = _number(data)
            if text is None:
                message = f"expected a finite number of at most {DIGITS} digits, got {shown(data)}"
                self.refuse(path, "too_many_digits", message, "write it as text")
            return text or "0"
        if isinstance(data, (list, tuple, Mapping)):
            return self.enter(data, path, levels)
        message = f"expected data of JSON, got {shown(data)}"
        hint = "write a Decimal" if isinstance(data, float) else None
        return self.refuse(path, "wrong_type", message, hint)

    def enter(
        self, data: list[object] | tuple[object, ...] | Mapping[object, object],
        path: str, levels: int,
    ) -> str:  # fmt: skip
        """Return the text of a container, unless it holds itself or stands too deep."""
        if id(data) in self.entered:
            return self.refuse(path, "too_deep", "expected data of JSON, got what holds itself")
        if levels <= 0:
            return self.refuse(path, "too_deep", f"nested deeper than {DEPTH} levels")
        self.entered.add(id(data))
        if isinstance(data, Mapping):
            text = self.names(data, path, levels - 1)
        else:
            items = enumerate(data)
            parts = [self.encode(each, child(path, n), levels - 1) for n, each in items]
            text = f"[{','.join(parts)}]"
        self.entered.discard(id(data))
        return text

    def names(self, data: Mapping[object, object], path: str, levels: int) -> str:
        """Return the text of an object."""
        parts = []
        for name, each in data.items():
            if isinstance(name, str):
                key = self.encode(name, path, levels)
                parts.append(f"{key}:{self.encode(each, child(path, name), levels)}")
            else:
                message = f"expected texts as names, got {shown(name)}"
                self.refuse(path, "wrong_type", message)
        return "{" + ",".join(parts) + "}"

    def refuse(self, path: str, code: str, message: str, hint: str | None = None) -> str:
        """Append a problem; return what stands for the data meanwhile."""
        self.problems.append(Problem(path, code, message, hint=hint))
        return "null"
