"""
Patterns that every provider and decoder reads alike: anchored, ASCII, without lookaround.
"""

import re

from ..fields import Vocabulary
from ..shapes import NUMBER_PATTERN

_FEW = 4
"""A count up to this many is kept; a larger one makes grammars large, and is loosened."""
_NOT_PORTABLE = re.compile(
    r"""[^ -~] | \(\? | \\[A-Za-z0-9"\\] | \[\^ | " | (?<!\\)[$^]""", re.VERBOSE
)
_BARE_DOT = re.compile(r"(?<!\\)\.")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_COUNT = re.compile(r"\{([0-9]+),([0-9]+)\}")
_PRIVATE = "x-[a-z0-9][a-z0-9._-]*"
_PARTS = re.compile(r"[A-Za-z0-9]+")

NUMBER = NUMBER_PATTERN.replace(r"\.", "[.]")
WHOLE = "-?(0|[1-9][0-9]*)"


def portable(pattern: str) -> str | None:
    r"""
    Return an unanchored pattern as decoders take it, loosened where it counts far; or None.

    None stands for a pattern that cannot be carried over: other characters than ASCII,
    lookaround, escapes such as ``\d``, a dot or a negated class (which would let a quotation
    mark end the text).

    >>> portable("[a-z]{2,3}(-[A-Z]{1,64})?"), portable(".*"), portable("[^ ]+")
    ('[a-z]{2,3}(-[A-Z]+)?', None, None)
    """
    outside = _CLASS.sub("", pattern)
    if _NOT_PORTABLE.search(pattern) or _BARE_DOT.search(outside):
        return None
    return _COUNT.sub(_loosened, pattern)


def _loosened(count: re.Match[str]) -> str:
    least, most = int(count[1]), int(count[2])
    if most <= _FEW:
        return count[0]
    return {0: "*", 1: "+"}.get(least, f"{{{least},}}")


def anchored(pattern: str, *, optional: bool) -> str:
    """
    Return the pattern of a whole text; of that or of none when *optional*.

    >>> anchored("[0-9]+", optional=True)
    '^([0-9]+)?$'
    """
    return f"^({pattern}){'?' if optional else ''}$"


def code_pattern(vocabulary: Vocabulary) -> str | None:
    """
    Return a pattern that all codes of a vocabulary match, private ones included.

    It says how codes look: which letters and digits, how many, what stands between them. None
    when the codes look too different, or hold characters outside ASCII.

    >>> from invnews.values.vocabularies import CURRENCY
    >>> code_pattern(CURRENCY)
    '[A-Z]{3}|x-[a-z0-9][a-z0-9._-]*'
    """
    looks: dict[str, list[list[str]]] = {}
    for code in vocabulary.terms:
        if not (code.isascii() and code.isprintable()):
            return None
        looks.setdefault(_PARTS.sub("A", code), []).append(_PARTS.findall(code))
    if len(looks) > _FEW or any(each in skeleton for skeleton in looks for each in '"\\'):
        return None
    shapes = [_shape(skeleton, codes) for skeleton, codes in looks.items()]
    return "|".join([*shapes, _PRIVATE])


def _shape(skeleton: str, codes: list[list[str]]) -> str:
    """Return the pattern of the codes that have the same marks between their parts."""
    parts = [_part(list(column)) for column in zip(*codes, strict=True)]
    between = [re.sub(r"([^A-Za-z0-9 -])", r"[\1]", each) for each in skeleton.split("A")]
    return between[0] + "".join(p + b for p, b in zip(parts, between[1:], strict=True))


def _part(texts: list[str]) -> str:
    classes = ("A-Z", "a-z", "0-9")
    used = "".join(each for each in classes if any(re.search(f"[{each}]", text) for text in texts))
    least, most = min(map(len, texts)), max(map(len, texts))
    if most > _FEW and least != most:
        return f"[{used}]+"
    return f"[{used}]{{{least}}}" if least == most else f"[{used}]{{{least},{most}}}"
