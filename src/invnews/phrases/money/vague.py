"""
Vague: sums of money without a number: "an undisclosed sum", "hundreds of millions of dollars".
"""

from collections.abc import Callable, Collection, Iterator

from .hoards import grands, hoards, in_figures, lots
from .large import Vague, few, large

__all__ = ["Vague", "vague"]


def vague(text: str, lower: str, words: Collection[bytes]) -> list[Vague]:
    """
    Return the sums without a number, finder by finder; they may overlap.

    Args:
        text: The text.
        lower: The same in lower case, character for character.
        words: The `plain_words` of *lower*.
    """
    said = _ALL.intersection(words)
    if "illion-" in lower:  # "a billion-dollar fund", but not each "5 million".
        said |= {b"multi"}
    found: list[Vague] = []
    if said:
        for each, finder in _FINDERS:
            if not each.isdisjoint(said):
                found += finder(text, lower)
    return found


def _words(words: str) -> frozenset[bytes]:
    return frozenset(words.encode("ascii").split())


_FINDERS: tuple[tuple[frozenset[bytes], Callable[[str, str], Iterator[Vague]]], ...] = (
    (_words("millions billions trillions multi multimillion multibillion multitrillion hundreds"
            " thousands tens dozens scores crores lakhs several few many couple untold countless"),
     large),
    (_words("few several couple handful"), few),
    (_words("figure figures"), in_figures),
    (_words("sum sums amount amounts money cash fortune dough undisclosed undetermined unspecified"
            " disclosed revealed specified divulged public"), hoards),
    (_words("grand"), grands),
    (_words("lot"), lots),
)  # fmt: skip
"""The words of which one must stand in a text, and what is then looked for."""
_ALL = frozenset().union(*(words for words, _ in _FINDERS))
