"""
Sums of money among the numbers: a currency beside a number makes it no quantity.
"""

import re
from functools import cache

from ...values.vocabularies import CURRENCY
from ..marker_tables import name_ends, table
from ..markers import makes_sum, marker_after, marker_before
from ..numeral import Numeral
from ..table import rows

_LETTERS = re.compile(r"[^\W\d_]+")
_NO_SIGNS = frozenset(" \u00a0,.;:!?()[]{}'\"’”“‘+-–—‑/\n\t*&0123456789")


def is_sum(text: str, numeral: Numeral, behind: str | None, country: str | None) -> bool:
    """
    Return whether a currency beside a number makes it a sum of money.

    Args:
        text: The text.
        numeral: The number.
        behind: The word behind it, as `units.WORD` matches it, in lower case.
        country: Where the text was published.
    """
    start = numeral[0]
    tail = text[start - 4 : start - 1]
    word = tail[1:] if tail[:1] == " " else tail
    # No currency ends with most words, nor with a digit: nothing to look for before the number.
    if text[start - 1] != " ":
        idle = text[start - 1] in _BARE
    elif word.isalpha():
        idle = word not in _endings() and word.islower()
    else:
        idle = word[-1:].isdigit() and word != "000"
    if not idle:
        before = marker_before(text, start)
        if before is not None and makes_sum(text, before, numeral, _local(country)):
            return True
    stop = numeral.letter_stop
    if behind is not None and behind[0].isalpha():
        if behind not in _first_words():
            return False
    elif _NO_SIGNS.issuperset(text[stop : stop + 2]):
        return False
    after = marker_after(text, stop)
    if after is None and numeral.stop < stop:
        after = marker_after(text, numeral.stop)
    return after is not None and makes_sum(text, after, numeral, _local(country))


_BARE = frozenset("-–—‑([")


@cache
def _endings() -> frozenset[str]:
    """Return the last three letters of currencies, and of magnitudes ("Rs crore 500")."""
    words = [*table("before"), *name_ends(), *(name for name, *_ in rows("magnitudes"))]
    return frozenset(word[-3:].strip() for word in words)


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which currencies begin, in lower case, and their letters alone."""
    names = [*CURRENCY.terms, *(marker for marker, *_ in rows("currency_markers"))]
    nouns: dict[str, list[str]] = {}
    for noun, forms, *_ in rows("currency_nouns"):
        nouns.setdefault(noun, []).extend(forms.split("; "))
        names += forms.split("; ")
    for _, noun, qualifiers in rows("currency_names"):
        for qualifier in qualifiers.split("; "):
            names += [qualifier, *(qualifier + form for form in nouns.get(noun, ()))]
    firsts = {word for name in names for word in name.lower().replace("-", " ").split(" ")[:1]}
    return frozenset(firsts | {match[0] for word in firsts if (match := _LETTERS.match(word))})


@cache
def _local(country: str | None) -> frozenset[str]:
    """Return the codes of the currencies of a country."""
    return frozenset(
        code
        for where, codes, *_ in rows("country_currencies")
        if where == country
        for code in codes.split()
    )
