"""
The ``$defs`` of one schema: each thing once, under a name that nothing else has.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

Schema = dict[str, Any]


class Definitions:
    """
    What a schema defines, by name.

    Kinds and values have their own names. Whatever else is shared has a prefix with a colon,
    which no kind and no value can have.
    """

    def __init__(self) -> None:
        self._names: dict[object, str] = {}
        self._schemas: dict[str, Schema] = {}

    def reserve(self, thing: object, *wanted: str) -> str:
        """Return the name of a thing: the first of *wanted* that is free, or a numbered one."""
        if thing not in self._names:
            numbered = (f"{wanted[-1]}:{number}" for number in range(2, len(self._names) + 3))
            name = next(each for each in (*wanted, *numbered) if each not in self._schemas)
            self._names[thing] = name
            self._schemas[name] = {}
        return self._names[thing]

    def fill(self, thing: object, schema: Schema) -> None:
        """Say what a thing is whose name is reserved."""
        self._schemas[self._names[thing]].update(schema)

    def reference(self, thing: object, make: Callable[[], Schema], *wanted: str) -> Schema:
        """Return a reference to a thing, and define it when it is the first one."""
        known = thing in self._names
        name = self.reserve(thing, *wanted)
        if not known:
            self.fill(thing, make())
        return {"$ref": pointer(name)}

    def schemas(self) -> dict[str, Schema]:
        """Return the schemas by name: kinds and values first, each in order of first use."""
        return dict(sorted(self._schemas.items(), key=lambda item: ":" in item[0]))


def pointer(name: str) -> str:
    """
    Return the address of a definition inside its schema.

    >>> pointer("code:currency"), pointer("code:acme/rate %")
    ('#/$defs/code:currency', '#/$defs/code:acme~1rate%20%25')
    """
    return "#/$defs/" + quote(name.replace("~", "~0").replace("/", "~1"), safe=":~")
