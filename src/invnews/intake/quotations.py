"""
Where a text says the words that a language model quotes, and how to quote a passage of it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from ..analysis import Quoter
from ..errors import InvalidData, Problem, scalar, shown
from ..schema.llm_form import START
from ..shapes.text import FOLDED

_ANY = "text"
_APART = " \"'"
"""What may stand between a quotation and the words before it."""
_FEW = 8
_LONG = 300
"""For a longer quotation nothing is looked for that is like it."""
_MOST_COMPARED = 20_000_000
_MOST_WORDS = 200
"""A quotation that so many words before it do not tell from others is given up."""


@attrs.frozen
class Quotations:
    r"""
    Finds quotations in one text, exactly or not at all.

    Words match as they stand; failing that with curly quotation marks, dashes, no-break spaces
    and runs of blanks and newlines taken for their plain forms. Nothing else is folded: no
    ellipsis, no case, no hyphen at the end of a line.

    >>> said = Quotations("“Ties are close,” said Lim.\nTies\nare close.")
    >>> said.locate("Ties are close,"), said.locate("Ties are close", before="Lim.")
    ((1, 16), (28, 42))
    """

    text: str

    @cached_property
    def _places(self) -> list[int]:
        """Where each character of the plain text stands in the text."""
        places: list[int] = []
        for found in re.finditer(r"\S+|\s+", self.text):
            start, end = found.span()
            places += [start] if found.group().isspace() else range(start, end)
        return places

    @cached_property
    def _joined(self) -> str:
        """The text with one blank for each run of blanks and newlines."""
        return re.sub(r"\s+", " ", self.text)

    @cached_property
    def _plain(self) -> str:
        """The same with plain marks, character for character."""
        return self._joined.translate(FOLDED)

    def locate(self, quote: str, before: str = "") -> tuple[int, int]:
        """
        Return first character and end of the one place that is quoted.

        Args:
            quote: The words.
            before: Words directly before it, blanks and quotation marks apart; `START` for a
                quotation that begins the text; "" for one that is unique.

        Raises:
            InvalidData: It is blank (``blank``), stands nowhere (``quote_absent``) or in
                several places (``quote_ambiguous``); the path is that of the quote.
        """
        words = _folded(quote)
        if words and before.strip() == START and self._plain.lstrip().startswith(words):
            return self._span(len(self._plain) - len(self._plain.lstrip()), len(words))
        if words and not before.strip():
            first = self.text.find(quote)
            if first >= 0 and self.text.find(quote, first + 1) < 0:
                return first, first + len(quote)
        ahead = _folded(before).strip(_APART)
        found = [at for at in self._where(words) if self._follows(ahead, at)]
        if len(found) == 1:
            return self._span(found[0], len(words))
        raise InvalidData([self._problem(words, ahead, many=len(found) > 1)])

    def _where(self, words: str) -> list[int]:
        """Return where words stand in the plain text; a hostile quotation is not counted out."""
        found: list[int] = []
        at = self._plain.find(words) if words else -1
        most = max(2, _MOST_COMPARED // max(1, len(words)))
        while at >= 0 and len(found) < most:
            found.append(at)
            at = self._plain.find(words, at + 1)
        return found

    def _follows(self, ahead: str, at: int) -> bool:
        """Return whether these words stand directly before a place of the plain text."""
        first = max(0, at - len(ahead) - _FEW)
        return self._plain[first:at].rstrip(_APART).endswith(ahead)

    def _problem(self, words: str, ahead: str, *, many: bool) -> Problem:
        """Return why a quotation is not one place, with what stands there instead."""
        if len(words) <= _LONG:
            try:
                Quoter(self._joined, _ANY).quote(words, before=ahead or None)
            except InvalidData as error:
                return _for_the_form(error.problems[0])
        if many:
            message = f"expected one place that says {shown(words)}, got several"
            return Problem("$", "quote_ambiguous", message, scalar(words))
        message = f"expected words of the text, got {shown(words)}"
        return Problem("$", "quote_absent", message, scalar(words))

    def _span(self, start: int, length: int) -> tuple[int, int]:
        """Return the span in the text of a span in the plain text."""
        return self._places[start], self._places[start + length - 1] + 1

    def quote_of(self, start: int, end: int) -> tuple[str, str] | None:
        """
        Return a passage as quote and the fewest words before it that make it unique.

        None when no words do, or the passage lies outside the text.

        >>> Quotations("Song said that Lim said so.").quote_of(19, 23)
        ('said', 'Lim')
        """
        quote = self.text[start:end]
        if not 0 <= start < end <= len(self.text) or not quote.strip():
            return None
        for before in self._befores(start):
            try:
                if self.locate(quote, before) == (start, end):
                    return quote, before
            except InvalidData:
                continue
        return None

    def _befores(self, start: int) -> Iterator[str]:
        """Yield what may stand in ``before``: nothing, more and more words, the beginning."""
        yield ""
        words = self.text[:start].split()
        for count in range(1, min(len(words), _MOST_WORDS) + 1):
            yield " ".join(words[-count:])
        yield START

    def ends_of(self, start: int, end: int) -> tuple[str, str] | None:
        """
        Return the first and the last words of a passage, as few as the text says only once.

        None when the text says them more often, or the passage lies outside it.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        breaks = [found.end() for found in re.finditer(r"\S+", self.text[start:end])]
        heads = (self.text[start : start + each] for each in [*breaks, end - start])
        starts = [found.start() for found in re.finditer(r"\S+", self.text[start:end])]
        tails = (self.text[start + each : end] for each in [*reversed(starts), 0])
        first = self._unique(heads, (start, None))
        last = self._unique(tails, (None, end))
        return None if first is None or last is None else (first, last)

    def _unique(
        self, candidates: Iterable[str], wanted: tuple[int | None, int | None]
    ) -> str | None:
        """Return the first candidate that stands once, with this start or this end."""
        for each in candidates:
            try:
                start, end = self.locate(each)
            except InvalidData:
                continue
            if wanted in ((start, None), (None, end)):
                return each
        return None


def _folded(text: str) -> str:
    """Return a text with plain marks and single blanks."""
    return " ".join(text.split()).translate(FOLDED)


def _for_the_form(problem: Problem) -> Problem:
    """Return a problem with the hint of someone who fills in the form."""
    if problem.code != "quote_ambiguous":
        return problem
    _, _, shown = (problem.hint or "").partition(": ")
    hint = f'give in "before" the few words directly before the one that is meant: {shown}'
    return attrs.evolve(problem, hint=hint)
