"""
Currencies: which currency an ambiguous marker means, and what that rests on.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ..digits import EXACT
from ..markers import Marker, nouns
from ..numeral import lowered
from ..table import rows


class Settled(NamedTuple):
    """
    The currency of a sum.

    Args:
        currency: Its ISO 4217 code, or None when nothing settles it.
        candidates: What the marker may stand for; empty when it names one currency.
        basis: ``explicit``, ``article``, ``contrast``, ``country`` or ``none``.
    """

    currency: str | None
    candidates: tuple[str, ...]
    basis: str


class Home(NamedTuple):
    """
    What the country of publication counts in.

    Args:
        codes: Its currencies, the usual one first; none when the country is not known.
        dots: Those of which a dot parts thousands there: "Rp 31.500".
    """

    codes: tuple[str, ...] = ()
    dots: frozenset[str] = frozenset()


@cache
def home(country: str | None) -> Home:
    """Return what a country counts in; nothing for None."""
    for code, codes, dots in rows("country_currencies"):
        if code == country:
            listed = tuple(codes.split())
            return Home(listed, frozenset(listed if dots else ()))
    return Home()


@cache
def _otherwise() -> dict[str, str]:
    """Return what a noun means in the press of a country that has no such currency."""
    return {noun: code for noun, _, _, _, code, _ in rows("currency_nouns") if code}


@cache
def _families() -> dict[str, frozenset[str]]:
    """Return the nouns that each code goes by."""
    found: dict[str, set[str]] = {}
    for noun, codes in nouns().items():
        for code in codes:
            found.setdefault(code, set()).add(noun)
    return {code: frozenset(said) for code, said in found.items()}


class Evidence(NamedTuple):
    """
    What a text says of its ambiguous markers.

    Args:
        spelled: By noun the codes that words and codes name: "Australian dollars", "AUD".
        signed: Likewise what signs name: "A$".
        paired: The nouns of which one sum is told both ways: "A$85m ($60m)".
    """

    spelled: dict[str, frozenset[str]]
    signed: dict[str, frozenset[str]]
    paired: frozenset[str]


_NONE: frozenset[str] = frozenset()
NO_EVIDENCE = Evidence({}, {}, _NONE)
"""Of a text that says nothing of its markers."""


def evidence(
    text: str, markers: Sequence[Marker], pairs: Sequence[tuple[Marker | None, Marker | None]]
) -> Evidence:
    """
    Return what the markers of one text say of each other.

    Args:
        text: The text.
        markers: All its markers.
        pairs: The markers of every two sums beside each other that tell one sum, or a rate.
    """
    spelled: dict[str, set[str]] = {}
    signed: dict[str, set[str]] = {}
    for marker in markers:
        if marker.explicit:
            told = signed if "$" in text[marker.start : marker.stop] else spelled
            for noun in _families().get(marker.codes[0], ()):
                told.setdefault(noun, set()).add(marker.codes[0])
    paired: set[str] = set()
    for one, other in pairs:
        for bare, marked in ((one, other), (other, one)):
            if bare and marked and len(bare.codes) > len(marked.codes) == 1:
                paired.update({bare.key} if marked.codes[0] in bare.codes else ())
    return Evidence(
        {noun: frozenset(codes) for noun, codes in spelled.items()},
        {noun: frozenset(codes) for noun, codes in signed.items()},
        frozenset(paired),
    )


def settle(marker: Marker, country: str | None, told: Evidence) -> Settled:
    """
    Return the currency of a marker: what it names, else what the text or the country says.

    A bare "$" beside a marked local dollar is the US one; in the press of a country without a
    dollar it is the US one, also where pesos are written so, because English-language news there
    means US dollars.
    """
    if len(marker.codes) == 1:
        return Settled(marker.codes[0], (), "explicit")
    if told is NO_EVIDENCE:
        return _by_country(marker.codes, marker.key, country)
    return _by_text(marker, country, told) or _by_country(marker.codes, marker.key, country)


@lru_cache(512)
def _by_country(codes: tuple[str, ...], key: str, country: str | None) -> Settled:
    """Return what a marker means in the press of a country."""
    local = next((code for code in home(country).codes if code in codes), None)
    if local is not None:
        return Settled(local, codes, "country")
    usual = _otherwise().get(key)
    if country is not None and usual in codes:
        return Settled(usual, codes, "country")
    return Settled(None, codes, "none")


def _by_text(marker: Marker, country: str | None, told: Evidence) -> Settled | None:
    """Return what the rest of the text says of a marker; None when that is nothing."""
    codes = marker.codes
    local = next((code for code in home(country).codes if code in codes), None)
    noun = "dollar" if marker.key == "cent" else marker.key
    spelled = told.spelled.get(noun, _NONE).intersection(codes)
    signed = told.signed.get(noun, _NONE).intersection(codes)
    usual = _otherwise().get(noun)
    if marker.key == "dollar" and _contrasts(signed, local, told):
        return Settled("USD", codes, "contrast")
    named = spelled | signed
    if len(named) == 1 and _lends(named, local, usual if noun == "dollar" else None, country):
        return Settled(min(named), codes, "article")
    return None


def is_world_price(text: str, start: int, per: str | None) -> bool:
    """
    Return whether a sum is the price of a commodity that the world quotes in US dollars.

    >>> is_world_price("Copper hit a high of $9,120 a tonne", 21, "tonne")
    True
    """
    if per not in _GOODS:
        return False
    before = lowered(text[max(0, start - 96) : start])
    return re.search(rf"\b(?:{_GOODS[per]})\b", before[before.rfind(". ") + 1 :]) is not None


_GOODS = {
    "barrel": "oil|crude|brent|wti|opec|condensate",
    "ounce": "gold|bullion|silver|platinum|palladium",
    "pound": "copper|uranium|cobalt|comex",
    "tonne": "copper|alumin(?:i?um|a)|nickel|zinc|tin|lead|cobalt|lithium|spodumene|iron ore|coal|lme"
    "|london metal exchange",
    "mmbtu": "lng|gas|jkm",
}
"""What the world quotes in US dollars, by what its price is per."""


def in_units(amount: Decimal, marker: Marker, code: str | None) -> Decimal:
    """Return an amount that was told in fils, of which some dinars have a thousand."""
    return (
        EXACT.divide(amount, Decimal(10))
        if marker.key == "fils" and code in _THOUSAND_FILS
        else amount
    )


_THOUSAND_FILS = frozenset({"BHD", "IQD", "JOD", "KWD"})


def _contrasts(signed: frozenset[str], local: str | None, told: Evidence) -> bool:
    """Return whether a text marks its local dollars, so that a bare sign means the US ones."""
    others = (signed | told.spelled.get("dollar", _NONE)) - {"USD"}
    if not others or local not in {None, "USD", *others}:
        return False
    return "dollar" in told.paired or bool(signed and "USD" not in signed)


def _lends(
    named: frozenset[str], local: str | None, usual: str | None, country: str | None
) -> bool:
    """Return whether the one currency that a text names is that of its bare signs too."""
    if local is not None:
        return named == {local}
    return country is None or usual is None or named == {usual}
