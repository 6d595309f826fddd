"""
Hypothesis strategies made from Shapes: a kind of your own has one without a line more.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dataset import Dataset
from ..errors import InvalidData
from ..fields import Form
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes import (
    AnyJson,
    Choice,
    Code,
    Field,
    Flag,
    FrozenMap,
    Items,
    Json,
    Kind,
    Nested,
    Number,
    Reference,
    Single,
    Table,
    Text,
    Whole,
    describe,
    number_fits,
)
from ..values import Identifier, Money, PartialDate, Quantity, RelativeDate
from ..values.vocabularies import CURRENCY, PER, UNIT_KIND
from .dates import edtf_texts, relative_dates

_ATTEMPTS = 6
_SURROGATES: tuple[Literal["Cs"]] = ("Cs",)
_ALPHABET = st.characters(exclude_categories=_SURROGATES, exclude_characters="\0")
_TEXTS = st.text(_ALPHABET, min_size=1, max_size=20).filter(lambda text: not text.isspace())
_PRIVATE = st.from_regex(r"x-[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)
_IDS = st.one_of(st.sampled_from([f"r{n}" for n in range(8)]),
                 st.from_regex(r"[A-Za-z0-9._:/-]{1,12}", fullmatch=True))  # fmt: skip


def datasets(registry: Registry = BUILTIN, *, max_records: int = 6) -> SearchStrategy[Dataset]:
    """
    Return a strategy of datasets with records of every kind of a registry.

    Each record is valid in itself; ids may repeat and references may lead nowhere, as in any
    dataset that has not been checked.
    """
    return st.lists(records(registry), max_size=max_records).map(Dataset)


def records(registry: Registry = BUILTIN) -> SearchStrategy[Record]:
    """Return a strategy of valid records of every kind of a registry."""
    return st.one_of([instances(kind.cls) for kind in registry])


def instances(cls: type[Any]) -> SearchStrategy[Any]:
    """
    Return a strategy of valid instances of a record or value class.

    Args:
        cls: A class that derives from Record or Value; its rules are kept.
    """
    special = _SPECIAL.get(cls)
    return special() if special is not None else _instance(cls)


def decimals() -> SearchStrategy[Decimal]:
    """Return a strategy of the decimals that records can hold."""
    plain = st.decimals(allow_nan=False, allow_infinity=False, places=2,
                        min_value=-(10**30), max_value=10**30)  # fmt: skip
    small = st.integers(-(10**40) + 1, 10**40 - 1).map(Decimal)
    exact = st.tuples(st.integers(-(10**19), 10**19), st.integers(-20, 20)).map(
        lambda pair: Decimal(pair[0]).scaleb(pair[1])
    )
    return st.one_of(plain, small, exact).filter(number_fits)


def json_data() -> SearchStrategy[Any]:
    """Return a strategy of plain data of JSON, its numbers int or Decimal."""
    text = st.text(st.characters(exclude_categories=_SURROGATES), max_size=10)
    leaves = st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), decimals(), text)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(text, inner, max_size=3)
        ),
        max_leaves=8,
    )


@st.composite
def _instance(draw: DrawFn, cls: type[Any]) -> Any:
    """Draw values for the fields, and mend those that the rules refuse."""
    kind = describe(cls)
    optional = [each for each in kind.fields if not each.required]
    chosen = draw(st.integers(0, 2 ** len(optional) - 1)) & draw(
        st.integers(0, 2 ** len(optional) - 1)
    )
    taken = {each.name for number, each in enumerate(optional) if chosen >> number & 1}
    values = {
        field.name: draw(_values(field))
        for field in kind.fields
        if field.required or field.name in taken
    }
    if kind.identified:
        _state_what_is_missing(draw, kind, values)
    for _ in range(_ATTEMPTS):
        try:
            return cls(**values)
        except InvalidData as error:
            for problem in error.problems:
                _mend(draw, kind, values, problem.path)
        except (ValueError, TypeError):
            for field in kind.fields:  # A validator of the class does not say more.
                if field.validator is not None and field.name in values:
                    values[field.name] = draw(_values(field))
    reject()


def _mend(draw: DrawFn, kind: Kind, values: dict[str, Any], path: str) -> None:
    """Leave out the field that a problem names, or draw it if it is absent or required."""
    name = path.removeprefix("$").removeprefix(".").split(".")[0].split("[")[0]
    field = kind.by_name.get(name)
    if field is None:
        absent = [each for each in kind.fields if each.name not in values and not each.common]
        field = draw(st.sampled_from(absent or list(kind.fields)))
    if field.name in values and not field.required:
        del values[field.name]
    else:
        values[field.name] = draw(_values(field))


def _state_what_is_missing(draw: DrawFn, kind: Kind, values: dict[str, Any]) -> None:
    """Give reasons for expected fields that are not set, and let evidence support what is."""
    empty = [name for name, value in values.items() if value in ((), None)]
    reasons = {} if "missing" not in values else {"x-own": "unknown"}
    for field in kind.fields:
        if field.expected and (field.name not in values or field.name in empty):
            reasons[field.name] = "not_stated"
    values["missing"] = FrozenMap(reasons)
    stated = [name for name in values if name not in empty and name not in ("missing", "evidence")]
    if values.get("evidence"):
        supports = draw(st.lists(st.sampled_from(stated), unique=True, max_size=3))
        values["evidence"] = tuple(
            attrs.evolve(each, supports=tuple(supports)) for each in values["evidence"]
        )


def _values(field: Field) -> SearchStrategy[Any]:
    """Return a strategy of the Python values of a field, None left to its absence."""
    shape = field.shape
    if isinstance(shape, Items):
        most = min(shape.maximum or 3, max(3, shape.minimum))
        items = st.lists(
            single(shape.item), min_size=shape.minimum, max_size=most, unique=shape.distinct
        )
        return items.map(tuple)
    if isinstance(shape, Table):
        return st.dictionaries(_TEXTS, single(shape.item), max_size=3).map(FrozenMap)
    return single(shape)


def single(shape: Single) -> SearchStrategy[Any]:
    """Return a strategy of the Python values of a shape that holds one thing."""
    match shape:
        case Nested():
            return st.deferred(lambda: instances(shape.cls))
        case Text():
            return _texts(shape)
        case Code():
            terms = list(shape.vocabulary.terms)
            return st.one_of(st.sampled_from(terms), _PRIVATE) if terms else _PRIVATE
        case Reference():
            return _IDS
        case Flag():
            return st.booleans()
        case Whole():
            return st.integers(shape.minimum, shape.maximum)
        case Number():
            if shape.minimum is None and shape.maximum is None:
                return decimals()
            low, high = shape.minimum, shape.maximum
            return st.decimals(low, high, allow_nan=False, allow_infinity=False, places=4)
        case Choice():
            return st.sampled_from(list(shape.members.values()))
        case AnyJson():
            return json_data().map(Json.of)


def _texts(shape: Text) -> SearchStrategy[str]:
    form = shape.form
    if form is None:
        most = min(shape.maximum or 20, 20)
        plain = st.text(_ALPHABET, min_size=shape.minimum, max_size=max(most, shape.minimum))
        return plain.filter(lambda text: not text.isspace())
    return _FORMS.get(form.name, _of_form)(form)


def _of_form(form: Form) -> SearchStrategy[str]:
    """Return a strategy of the texts that match a form's pattern and pass its test."""
    return st.from_regex(form.pattern, fullmatch=True).filter(lambda text: not form.fault(text))


def _bounded(cls: type[Money] | type[Quantity], others: Mapping[str, SearchStrategy[Any]]) -> Any:
    """Return a strategy of money or quantities of every comparator."""
    optional = {"text": st.none() | _TEXTS, "per": st.none() | st.sampled_from(list(PER.terms))}
    common = {**optional, **others}
    about = {"approximate": st.booleans()}
    one = st.sampled_from(["exactly", "more_than", "at_least", "less_than", "at_most"])
    ends = st.tuples(decimals(), decimals()).map(sorted)
    return st.one_of(
        st.builds(cls, comparator=one, amount=decimals(), **common, **about),
        st.builds(
            lambda ends, **rest: cls(comparator="between", amount=ends[0], upper=ends[1], **rest),
            ends, **common, **about,
        ),
        st.builds(cls, comparator=st.just("unquantified"),
                  magnitude=st.none() | decimals(), **common),
    )  # fmt: skip


_FORMS: Mapping[str, Callable[[Form], SearchStrategy[str]]] = {
    "id": lambda form: _IDS,
    "edtf": lambda form: edtf_texts(),
    "url": lambda form: st.from_regex(r"https?://[a-z0-9.]{1,12}/[!#-;=?-~]{0,12}", fullmatch=True),
}
_SPECIAL: Mapping[type[Any], Callable[[], SearchStrategy[Any]]] = {
    Money: lambda: _bounded(Money, {"currency": st.none() | st.sampled_from(list(CURRENCY.terms))}),
    Quantity: lambda: _bounded(
        Quantity,
        {"unit": st.none() | _TEXTS, "unit_kind": st.sampled_from(list(UNIT_KIND.terms))},
    ),
    Identifier: lambda: st.one_of(
        st.sampled_from([Identifier(scheme="isin", value="US0378331005")]),
        st.builds(Identifier, scheme=st.just("acme.register"), value=_TEXTS),
    ),
    RelativeDate: relative_dates,
    PartialDate: lambda: st.one_of(st.builds(PartialDate, edtf_texts()), _instance(PartialDate)),
}

__all__ = ["datasets", "decimals", "instances", "json_data", "records", "single"]
