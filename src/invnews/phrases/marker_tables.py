"""
Marker tables: what each sign, code and noun of currencies may stand for, by its place and length.
"""

from functools import cache
from typing import NamedTuple

from ..values.vocabularies import CURRENCY
from .table import rows


class Marker(NamedTuple):
    """
    What beside a number makes it a sum of money.

    Args:
        start: Where it begins, in code points.
        stop: Where it ends, exclusive.
        codes: The ISO 4217 codes it may stand for, in order.
        parts: How many of what it names make one unit: 100 for cents.
        key: The noun for which it stands, or its one code: markers with one key are read alike.
        needs: What must be there besides, as in `currency_markers.tsv`.
        sign: Whether it is a sign or an abbreviation, not a word of prose.
        power: Of ten, of the magnitude that is written with it: 6 in "MSEK 5" and "5 € million".
    """

    start: int
    stop: int
    codes: tuple[str, ...]
    parts: int
    key: str
    needs: str
    sign: bool
    power: int = 0

    @property
    def explicit(self) -> bool:
        """Whether it names one currency."""
        return len(self.codes) == 1


class Entry(NamedTuple):
    """What a marker of the tables says, wherever it stands; as in Marker."""

    codes: tuple[str, ...]
    parts: int
    key: str
    needs: str
    sign: bool
    power: int = 0


@cache
def nouns() -> dict[str, tuple[str, ...]]:
    """Return the codes that each noun of currencies may name, in order."""
    found: dict[str, set[str]] = {}
    for code, noun, _ in rows("currency_names"):
        if not CURRENCY.terms[code].withdrawn:
            found.setdefault(noun, set()).add(code)
    for noun, _, codes, *_ in rows("currency_nouns"):
        listed = codes.split()
        found.setdefault(noun, {each for code in listed for each in found.get(code, {code})})
    return {noun: tuple(sorted(codes)) for noun, codes in found.items()}


def _entry(said: str, parts: int, needs: str, *, sign: bool) -> Entry:
    """Return the entry of codes or a noun, as the tables write them."""
    known = nouns()
    codes = known[said] if said in known else tuple(sorted(said.split()))
    return Entry(codes, parts, codes[0] if len(codes) == 1 else said, needs, sign)


@cache
def table(side: str) -> dict[str, Entry]:
    """Return the signs and codes that stand on one side of a number."""
    found = {}
    parts = {noun: int(each) for noun, _, _, each, *_ in reversed(rows("currency_nouns"))}
    told = {code for code, *_ in rows("currency_names")}
    for code, term in CURRENCY.terms.items():
        if code[0] != "X" or code in _SPENT:
            entry = Entry((code,), 1, code, "" if code in told else "size", sign=True)
            found[code] = entry
            if not term.withdrawn and code not in _WORDS_IN_LOWER:
                found[code.lower()] = found[code.capitalize()] = entry
    for marker, where, said, needs in rows("currency_markers"):
        if where in {side, "both"}:
            found[marker] = _entry(said, parts.get(said, 1), needs, sign=True)
            if side == "before" and marker.isalpha() and len(marker) > 1 and needs != "letter":
                found.setdefault(marker + ".", found[marker])
    for code in _COUNTED:
        for letter, power in _POWERS.items():
            found.setdefault(letter + code, found[code]._replace(needs="", power=power))
    return found


_COUNTED = (
    "AUD", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "INR", "JPY", "MYR", "NOK",
    "NZD", "PLN", "SEK", "SGD", "TRY", "USD", "ZAR", "€", "kr",
)  # fmt: skip
_POWERS = {"K": 3, "k": 3, "T": 3, "M": 6, "m": 6}
"""What a letter before these makes of them: "MSEK 5", "TEUR 120", "30 MUSD"."""


_SPENT = frozenset({"XAF", "XCD", "XCG", "XDR", "XOF", "XPF"})
_WORDS_IN_LOWER = frozenset({
    "ALL", "AMD", "ANG", "BAM", "BIF", "BOB", "BOV", "COP", "COU", "CUP", "CVE", "DOP", "ERN",
    "GEL", "GIP", "ISK", "KID", "LAK", "LYD", "MAD", "MOP", "MRU", "MUR", "NAD", "PAB", "PEN",
    "PHP", "RON", "RUB", "SCR", "SEK", "SLE", "SOS", "STN", "TOP", "TRY", "UAH", "UYI", "WST",
})  # fmt: skip


@cache
def ends() -> frozenset[str]:
    """Return the last characters of the markers before a number."""
    return frozenset(marker[-1] for marker in table("before"))


@cache
def tails() -> dict[str, tuple[int, ...]]:
    """Return by their last three characters how long markers before a number are, longest first."""
    found: dict[str, set[int]] = {}
    for marker in table("before"):
        if len(marker) > len("US"):
            found.setdefault(marker[-3:], {2, 1}).add(len(marker))
    return {tail: tuple(sorted(sizes, reverse=True)) for tail, sizes in found.items()}


@cache
def starts() -> dict[str, tuple[tuple[int, ...], bool]]:
    """
    Return how long the markers are that begin with two characters, and whether names do.

    Of one character alone the markers are that it is by itself.
    """
    found: dict[str, set[int]] = {}
    for marker in table("after"):
        found.setdefault(marker[:2], set()).add(len(marker))
    begin = {name[:2] for name in names()}
    begin |= {each.capitalize() for each in begin} | {each.upper() for each in begin}
    return {
        start: (
            tuple(sorted(found.get(start, set()) | found.get(start[0], set()), reverse=True)),
            start in begin,
        )
        for start in found.keys() | begin
    }


@cache
def names() -> dict[str, Entry]:
    """Return nouns, and nationalities with nouns, in lower case."""
    found: dict[str, Entry] = {}
    forms: dict[str, list[tuple[str, int]]] = {}
    known = nouns()
    for noun, forms_, codes, whole, _, needs in rows("currency_nouns"):
        for name in _split(forms_):
            entry = _entry(noun if len(codes) != 3 else codes, int(whole), needs, sign=False)
            few = tuple(sorted(codes.split()))
            narrowed = len(few) > 1 and not set(few) & known.keys()
            found[name] = entry._replace(codes=few, key=noun) if narrowed else entry
        for said in (noun,) if whole == "1" else codes.split():
            forms.setdefault(said, []).extend((name, int(whole)) for name in _split(forms_))
    for code, noun, qualifiers in rows("currency_names"):
        for qualifier in _split(qualifiers):
            for form, parts in (*forms.get(noun, ()), *forms.get(code, ())):
                entry = Entry((code,), parts, code, "", sign=False)
                found[f"{qualifier} {form}"] = entry
                if parts == 1:
                    found.setdefault(f"{qualifier}{form}".replace(" ", ""), entry)
    return found


def _split(cell: str) -> list[str]:
    """Return the names of a cell of a table, in lower case."""
    return cell.lower().split("; ") if cell else []


@cache
def name_ends() -> frozenset[str]:
    """Return the last three characters of all names."""
    return frozenset(name[-3:] for name in names())


@cache
def first_words() -> dict[str, int]:
    """Return for the first word of every name how many words the longest such name has."""
    found: dict[str, int] = {}
    for name in names():
        first, count = name.split(" ")[0], name.replace("& ", "").count(" ") + 1
        found[first] = max(found.get(first, 0), count)
    return found
