"""
invnews kinds: the reference of kinds, values and vocabularies, offline.
"""

import argparse
import textwrap
from collections.abc import Iterator, Mapping
from enum import Enum

from ..errors import did_you_mean
from ..fields import Vocabulary
from ..registry import BUILTIN, Registry
from ..shapes import Field, Kind, describe, shape_in_words
from ..values import VALUES
from ..values.vocabularies import VOCABULARIES
from .command import FINE, Misuse
from .paint import paint

_WIDTH = 96


def run_kinds(options: argparse.Namespace) -> int:
    """Print all kinds with their meaning, or one kind, value or vocabulary whole."""
    registry: Registry = options.registry
    values = {kind.name: kind for kind in map(describe, VALUES)} | dict(registry.values)
    vocabularies = {**VOCABULARIES, **registry.vocabularies}
    if options.name is None:
        _list("kinds", registry.kinds)
        _list("values", values)
        print("\nvocabularies")
        print(textwrap.fill(", ".join(vocabularies), _WIDTH, initial_indent="  ",
                            subsequent_indent="  "))  # fmt: skip
        return FINE
    kind = registry.kinds.get(options.name) or values.get(options.name)
    if kind is not None:
        _kind(kind, registry)
    elif options.name in vocabularies:
        _vocabulary(vocabularies[options.name])
    else:
        names = [*registry.kinds, *values, *vocabularies]
        hint = did_you_mean(options.name, names)
        what = f"there is no kind, value or vocabulary {options.name!r}"
        raise Misuse(what + (f" ({hint})" if hint else ""))
    return FINE


def _list(title: str, kinds: Mapping[str, Kind]) -> None:
    print(("" if title == "kinds" else "\n") + paint(title, "head"))
    width = max(map(len, kinds))
    for name, kind in kinds.items():
        print(f"  {name:<{width}}  {kind.summary}")


def _kind(kind: Kind, registry: Registry) -> None:
    print(paint(kind.name, "head"))
    print(textwrap.indent(kind.doc.split(">>>")[0].rstrip(), "  "))
    if kind.identified and kind.name not in BUILTIN:
        extends = f", extends {kind.extends}" if kind.extends is not None else ""
        print(f"\n  version {kind.version}{extends}")
    for title, fields in (
        ("fields", [each for each in kind.fields if not each.common]),
        ("fields of every record", [each for each in kind.fields if each.common]),
    ):
        if fields:
            print(f"\n{paint(title, 'head')}")
        for field in fields:
            for line in _field(field, registry):
                print(line)


def _field(field: Field, registry: Registry) -> Iterator[str]:
    """Yield the lines on one field: name, shape, whether it must be there, meaning."""
    need = "required" if field.required else "expected" if field.expected else ""
    default = field.default
    if not field.required and default not in (None, (), {}):
        need = f"default {_plain(default)}"
    detail = f" ({need})" if need else ""
    yield f"  {paint(field.name, 'head')}: {shape_in_words(field.shape)}{detail}"
    source = f" Source: {field.source}." if field.source else ""
    marks = "".join(
        f" {mark}: {', '.join(each.name for each in registry if mark in each.marks)}."
        for mark in field.kinds or () if mark.startswith("@")
    )  # fmt: skip
    yield from textwrap.wrap(field.doc + source + marks, _WIDTH, initial_indent="      ",
                             subsequent_indent="      ")  # fmt: skip


def _plain(default: object) -> object:
    """Return a default as it is written."""
    if isinstance(default, bool):
        return str(default).lower()
    return default.value if isinstance(default, Enum) else default


def _vocabulary(vocabulary: Vocabulary) -> None:
    print(paint(vocabulary.name, "head") + " (codes of your own begin with x-)")
    width = min(32, max(map(len, vocabulary.terms)))
    for term in vocabulary.terms.values():
        gone = f" Withdrawn {term.withdrawn}." if term.withdrawn else ""
        text = f"{term.definition}{gone}" + (f" [{term.source}]" if term.source else "")
        lines = textwrap.wrap(text, _WIDTH - width) or [""]
        print(f"  {term.code:<{width}}  {lines[0]}")
        for line in lines[1:]:
            print(f"  {'':<{width}}  {line}")
