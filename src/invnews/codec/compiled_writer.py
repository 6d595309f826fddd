"""
Writers of a class, compiled from its Kind: to plain data, and to canonical JSON text.

A field that equals its default is left out, every other is written, in the order of the Kind.
"""

from collections.abc import Callable
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

import attrs

from ..shapes import (
    DEPTH,
    AnyJson,
    Checked,
    Choice,
    Field,
    Flag,
    FrozenMap,
    Items,
    Kind,
    Nested,
    Number,
    Single,
    Source,
    Table,
    Unread,
    Whole,
    describe,
    json_within,
    kept_on_class,
    number_text,
)


@kept_on_class
def data_writer(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """Return the function from an instance of *cls* to plain data of JSON."""
    kind = describe(cls)
    source = Source("to_data", kind.name, "o")
    kept = source.bind(_with_unread(kind), "with_unread")
    source.line(1, f"if o.unread is not None: return {kept}(o)")
    return _finish_data(source, kind)


def _finish_data(source: Source, kind: Kind) -> Callable[[Any], dict[str, Any]]:
    """Return the function that writes the known fields."""
    source.line(1, f"d = {{'kind': {kind.name!r}}}" if kind.identified else "d = {}")
    for field in kind.fields:
        depth = _unless_default(source, field)
        source.line(depth, f"d[{field.name!r}] = {_data_of(source, field)}")
    source.line(1, "return d")
    return source.compile()


def _with_unread(kind: Kind) -> Callable[[Any], dict[str, Any]]:
    """Return the function that also writes what a reader kept; compiled at its first use."""
    known: list[Callable[[Any], dict[str, Any]]] = []

    def write(it: Any) -> dict[str, Any]:
        view = getattr(it, "view", None)
        if view is not None:
            return data_writer(type(view))(view)
        if not known:
            known.append(_finish_data(Source("to_data", kind.name, "o"), kind))
        data = known[0](it)
        unread: Unread = it.unread
        data |= {name: _default(kind.by_name[name]) for name in unread.stated if name not in data}
        head = {}
        if kind.identified:
            head["kind"] = data.pop("kind")
            if unread.declared:
                head["kind"] = unread.declared[0].name
        return head | unread.woven(data, (each.name for each in kind.fields))

    return write


def _default(field: Field) -> Any:
    """Return the plain data of a field's default, which is written only for unknown kinds."""
    default = field.default
    if isinstance(default, FrozenMap):
        return {}
    if isinstance(default, tuple):
        return [_default(attrs.evolve(field, default=each, shape=field.single)) for each in default]
    if isinstance(default, Decimal):
        return number_text(default)
    if isinstance(field.shape, Choice):
        return _texts(field.shape)[default]
    return data_writer(type(default))(default) if isinstance(default, Checked) else default


@kept_on_class
def text_writer(cls: type[Any]) -> Callable[[Any], str]:
    """Return the function from an instance of *cls* to its canonical JSON text."""
    kind = describe(cls)
    source = Source("to_text", kind.name, "o")
    kept = source.bind(_unread_text(cls), "unread_text")
    source.line(1, f"if o.unread is not None: return {kept}(o)")
    opening = f'{{"kind":{encode_basestring(kind.name)}' if kind.identified else ""
    source.line(1, f"s = {opening!r}")
    for field in kind.fields:
        depth = _unless_default(source, field)
        label = f",{encode_basestring(field.name)}:"
        source.line(depth, f"s += {label!r} + {_text_of(source, field)}")
    source.line(1, "return s + '}'" if kind.identified else "return '{' + s[1:] + '}'")
    return source.compile()


def _unread_text(cls: type[Any]) -> Callable[[Any], str]:
    """Return the function from an instance with unread fields to its canonical JSON text."""
    return lambda it: json_within(data_writer(cls)(it), DEPTH).text


def _unless_default(source: Source, field: Field) -> int:
    """Write the line that skips a default, and return the depth of what follows."""
    source.line(1, f"v = o.{field.name}")
    if field.required:
        return 1
    if field.default is None:
        source.line(1, "if v is not None:")
    elif isinstance(field.default, bool):
        source.line(1, f"if v is not {field.default}:")
    else:
        source.line(1, f"if v != {source.bind(field.default, 'default')}:")
    return 2


def _data_of(source: Source, field: Field) -> str:
    """Return the expression of the plain data of ``v``."""
    data = _some_data(source, field)
    return f"(None if v is None else {data})" if _may_be_none(field) else data


def _some_data(source: Source, field: Field) -> str:
    if isinstance(field.shape, Items):
        return f"[{_single_data(source, field.shape.item, 'w')} for w in v]"
    if isinstance(field.shape, Table):
        return f"{{k: {_single_data(source, field.shape.item, 'w')} for k, w in v.items()}}"
    return _single_data(source, field.shape, "v")


def _single_data(source: Source, shape: Single, v: str) -> str:
    match shape:
        case Nested():
            return f"{source.bind(_later(data_writer, shape.cls), 'to_data')}({v})"
        case AnyJson():
            return f"{v}.value"
        case Number():
            return f"{source.bind(number_text, 'number_text')}({v})"
        case Choice():
            return f"{source.bind(_texts(shape), 'texts')}[{v}]"
    return v


def _text_of(source: Source, field: Field) -> str:
    """Return the expression of the JSON text of ``v``."""
    text = _some_text(source, field)
    return f"('null' if v is None else {text})" if _may_be_none(field) else text


def _some_text(source: Source, field: Field) -> str:
    if isinstance(field.shape, Items):
        return f"'[' + ','.join([{_single_text(source, field.shape.item, 'w')} for w in v]) + ']'"
    if isinstance(field.shape, Table):
        quote = source.bind(encode_basestring, "quote")
        item = _single_text(source, field.shape.item, "w")
        pairs = f"{quote}(k) + ':' + {item} for k, w in v.items()"
        return f"'{{' + ','.join([{pairs}]) + '}}'"
    return _single_text(source, field.shape, "v")


def _single_text(source: Source, shape: Single, v: str) -> str:
    match shape:
        case Nested():
            return f"{source.bind(_later(text_writer, shape.cls), 'to_text')}({v})"
        case AnyJson():
            return f"{v}.text"
        case Number():
            return f"'\"' + {source.bind(number_text, 'number_text')}({v}) + '\"'"
        case Choice():
            quoted = {each: encode_basestring(text) for each, text in _texts(shape).items()}
            return f"{source.bind(quoted, 'quoted')}[{v}]"
        case Flag():
            return f"('true' if {v} else 'false')"
        case Whole():
            return f"str({v})"
    return f"{source.bind(encode_basestring, 'quote')}({v})"


def _may_be_none(field: Field) -> bool:
    """Return whether None can reach the writer: it is allowed and is not the default."""
    return field.nullable and (field.required or field.default is not None)


def _texts(shape: Choice) -> dict[object, str]:
    return {member: text for text, member in shape.members.items()}


def _later(compiler: Callable[[type[Any]], Callable[[Any], Any]], cls: type[Any]) -> Any:
    """Return the writer of a nested class; compiled at its first use, so that it may recur."""
    if f"_kept_{compiler.__name__}_" in cls.__dict__:
        return compiler(cls)

    def first(value: Any) -> Any:
        return compiler(cls)(value)

    return first
