"""
Vocabulary: a closed list of codes with their meanings, and the nearest of them to a wrong one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache

import attrs

from ..errors import InvalidData, Problem, child, nearest, shown

PRIVATE_CODE = r"x-[a-z0-9][a-z0-9._-]{0,61}"
"""The pattern of codes that users make; it means the same in Python and in ECMA 262."""
_PRIVATE = re.compile(PRIVATE_CODE)


_CODE = re.compile(r"[^\s\x00-\x1f\x7f]{1,128}")


def is_private(code: str) -> bool:
    """
    Return whether *code* is one that a user made: ``x-`` and up to 62 of ``a-z 0-9 . _ -``.

    >>> is_private("x-toll_road"), is_private("X-toll")
    (True, False)
    """
    return _PRIVATE.fullmatch(code) is not None


@attrs.frozen
class Term:
    """
    One code of a vocabulary, what it means, and the standard or document it comes from.

    Args:
        code: As records write it.
        definition: What it means, or the name that its standard gives.
        source: The standard or document.
        withdrawn: When the standard withdrew it, as EDTF; None while it is in use.
        aliases: Other words for it; they help to suggest it and are never accepted.
    """

    code: str
    definition: str
    source: str
    withdrawn: str | None = None
    aliases: tuple[str, ...] = ()


def _term_problems(terms: object) -> Iterator[Problem]:
    """Yield what is wrong with codes and definitions."""
    if not isinstance(terms, Mapping):
        message = f"expected a mapping from code to definition, got {shown(terms)}"
        yield Problem("$.terms", "bad_definition", message)
        return
    for code, definition in terms.items():
        path = child("$.terms", str(code))
        if not isinstance(code, str) or not isinstance(definition, str):
            yield Problem(path, "bad_definition", "expected texts for code and definition")
        elif _CODE.fullmatch(code) is None:
            message = f"expected a code without blanks, got {shown(code)}"
            yield Problem(path, "bad_definition", message, code)
        elif code.startswith("x-"):
            hint = "such codes are accepted beside every vocabulary"
            yield Problem(
                path, "bad_definition", "expected no code that begins with x-", code, hint
            )


@attrs.frozen(eq=False)
class Vocabulary:
    """
    A closed list of codes. Codes that begin with ``x-`` are accepted beside it.

    Args:
        name: What the list is called in the docs: ``agreement_type``.
        expects: The words of a message after "expected": ``an ISO 4217 code``.
        load: Returns the terms; called once, when they are first needed.

    >>> RATING = Vocabulary.of("acme.rating", "a rating", {"aaa": "Lowest risk."})
    >>> "aaa" in RATING, "x-own" in RATING, "AAA" in RATING, RATING.hint("AAA")
    (True, True, False, "did you mean 'aaa'?")
    """

    name: str
    expects: str
    load: Callable[[], tuple[Term, ...]] = attrs.field(repr=False)

    @classmethod
    def of(
        cls, name: str, expects: str, terms: Mapping[str, str], source: str = ""
    ) -> "Vocabulary":
        """
        Return a vocabulary of the codes and definitions in *terms*.

        Raises:
            InvalidData: It is no mapping of texts, or a code is no plain word, or begins with x-.
        """
        problems = list(_term_problems(terms))
        if problems:
            raise InvalidData(problems)
        listed = tuple(Term(code, definition, source) for code, definition in terms.items())
        return cls(name, expects, lambda: listed)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The terms by code, in their order."""
        return {term.code: term for term in self.load()}

    def __contains__(self, code: str) -> bool:
        """Return whether *code* is listed or private."""
        return code in self.terms or is_private(code)

    def hint(self, text: str) -> str:
        """
        Return the hint that names the code nearest to *text*, by code, name or alias.

        Codes that their standard has withdrawn are suggested for their code alone.
        """
        return _hint(self, text[:_LONGEST])

    def _find(self, text: str) -> str:
        key = _key(text)
        found = self._by_words.get(key) or self._beginning_with(key) or self._like(key)
        if found:
            return f"did you mean {' or '.join(repr(each) for each in found[:3])}?"
        if not self.terms:
            return "write a code of your own that begins with x-"
        if len(self.terms) <= 12:
            return f"known: {', '.join(self.terms)}; or a code of your own that begins with x-"
        return f"invnews kinds {self.name} lists them; a code of your own begins with x-"

    @cached_property
    def _by_words(self) -> Mapping[str, tuple[str, ...]]:
        """The codes by everything that they are called."""
        found: dict[str, tuple[str, ...]] = {}
        for term in self.terms.values():
            words = () if term.withdrawn else (term.definition, *term.aliases)
            for key in dict.fromkeys(_key(each) for each in (term.code, *words)):
                found[key] = (*found.get(key, ()), term.code)
        return found

    def _beginning_with(self, key: str) -> tuple[str, ...]:
        """Return the codes that begin as *key* does, or that *key* only makes longer."""
        if len(key) < 4:
            return ()
        codes = {_key(code): code for code in self.terms}
        return tuple(code for each, code in codes.items()
                     if each.startswith(key) or (len(each) > 3 and key.startswith(each)))  # fmt: skip

    def _like(self, key: str) -> tuple[str, ...]:
        """Return the code whose code or name is nearly *key*; very long lists are not searched."""
        if len(self._by_words) > _SEARCHED:
            return ()
        short = max(map(len, self.terms), default=0) < 7
        words = [each for each in self._by_words if not short or len(each) > 3]
        near = nearest(key, words, cutoff=0.84 if short else 0.8)
        return () if near is None else self._by_words[near]


_SEARCHED = 2000
_LONGEST = 200


@lru_cache(maxsize=4096)
def _hint(vocabulary: Vocabulary, text: str) -> str:
    """Keep the hints last given: one wrong word often stands in every record of a file."""
    return vocabulary._find(text)


_FOLDED = str.maketrans({"-": " ", "_": " ", "\u2019": "'", "\u00a0": " "})


def _key(text: str) -> str:
    """Return a text without the differences that do not matter for a suggestion."""
    return " ".join(text.translate(_FOLDED).casefold().split())[:80]
