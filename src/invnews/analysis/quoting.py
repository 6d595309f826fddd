"""
quote: where a phrase stands in a text, as evidence.
"""

import attrs

from ..errors import InvalidData, Problem, brief, shown
from ..shapes.text import FOLDED
from ..values import Evidence

_MOST_PLACES = 10_000
"""Words that stand at more places than these are ambiguous, whatever stands around them."""
_APART = " \n\"'"
"""What may stand between a phrase and the words around it."""


def quote(
    text: str, phrase: str, *, document: str, supports: tuple[str, ...] = (),
    before: str | None = None, after: str | None = None, basis: str = "text", exact: bool = True,
) -> Evidence:  # fmt: skip
    """
    Return the evidence that is the one place where *text* says *phrase*.

    No-break spaces, curly quotation marks and dashes match their plain forms and these them;
    nothing else is folded. For many phrases of one text use a `Quoter`.

    Args:
        text: The whole text of the document.
        phrase: The words, as typed; upper and lower case differ.
        document: The id of the document.
        supports: What the words support, as paths from the record.
        before: Words that stand directly before the phrase, to tell it from others like it.
        after: Words that stand directly after it.
        basis: ``text``, or ``inference`` where an analyst concludes from the words.
        exact: Whether the evidence repeats the passage, in the characters of the text.

    Raises:
        InvalidData: The phrase is blank (``blank``), the text does not say it
            (``quote_absent``) or says it more than once (``quote_ambiguous``).

    >>> found = quote("The fund paid “a lot” for it.", '"a lot"', document="d1")
    >>> found.start, found.end, found.exact
    (14, 21, '“a lot”')
    """
    quoter = Quoter(text, document)
    return quoter.quote(phrase, *supports, before=before, after=after, basis=basis, exact=exact)


@attrs.frozen
class Quoter:
    """
    Finds phrases of one text; *document* is the id of the document whose text it is.

    >>> said = Quoter("Song said that Lim said so.", "d1")
    >>> said.quote("said", "attribution.cue", before="Lim").start
    19
    """

    text: str = attrs.field(repr=False)
    document: str
    _folded: str = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Fold the text once."""
        object.__setattr__(self, "_folded", self.text.translate(FOLDED))

    def quote(
        self, phrase: str, *supports: str, before: str | None = None, after: str | None = None,
        basis: str = "text", exact: bool = True,
    ) -> Evidence:  # fmt: skip
        """Return the evidence for *phrase*; arguments and errors are those of `quote`."""
        wanted = phrase.translate(FOLDED)
        if not wanted.strip():
            raise _refused("blank", f"expected words of the text, got {shown(phrase)}", phrase)
        places = self._places(wanted)
        found = [at for at in places if self._between(before, at, at + len(wanted), after)]
        if len(found) == 1:
            start, end = found[0], found[0] + len(wanted)
            words = self.text[start:end] if exact else None
            return Evidence(document=self.document, start=start, end=end, exact=words,
                            supports=supports, basis=basis)  # fmt: skip
        asked = " … ".join(shown(each) for each in (before, phrase, after) if each is not None)
        shows = self._shows(found or places or self._nearest(wanted), len(wanted))
        if not found:
            hint = f"the text says {shows}" if shows else None
            raise _refused("quote_absent", f"expected words of the text, got {asked}", phrase, hint)
        message = f"expected one place that says {asked}, got {len(found)}"
        hint = f"say which with before= or after=: {shows}"
        raise _refused("quote_ambiguous", message, phrase, hint)

    def _places(self, wanted: str) -> list[int]:
        """Return where the words stand, overlapping ones included, as far as that is any use."""
        found: list[int] = []
        at = self._folded.find(wanted)
        while at >= 0 and len(found) < _MOST_PLACES:
            found.append(at)
            at = self._folded.find(wanted, at + 1)
        return found

    def _between(self, before: str | None, start: int, end: int, after: str | None) -> bool:
        """Return whether these words stand around a place, blanks and quotation marks apart."""
        first, last = ((each or "").translate(FOLDED).strip(_APART) for each in (before, after))
        ahead = self._folded[max(0, start - len(first) - 2) : start].rstrip(_APART)
        behind = self._folded[end : end + len(last) + 2].lstrip(_APART)
        return ahead.endswith(first) and behind.startswith(last)

    def _nearest(self, wanted: str) -> list[int]:
        """Return where the longest run of the phrase's words stands, if it is half of them."""
        words, text = wanted.lower().split()[:12], self._folded.lower()
        for size in range(len(words), (len(words) - 1) // 2, -1):
            for number in range(len(words) - size + 1):
                at = text.find(" ".join(words[number : number + size]))
                if at >= 0:
                    return [max(0, at - len(" ".join([*words[:number], ""])))]
        return []

    def _shows(self, places: list[int], length: int) -> str:
        """Return the first three passages at *places*, with 20 characters around them."""
        ends = ((max(0, at - 20), at + length + 20) for at in places[:3])
        return ", ".join(shown(" ".join(self.text[start:end].split())) for start, end in ends)


def _refused(code: str, message: str, phrase: str, hint: str | None = None) -> InvalidData:
    return InvalidData([Problem("$", code, message, brief(phrase), hint)])
