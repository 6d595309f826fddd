"""
Offsets in place of quotations: for evidence and for the segments of a document.
"""

from typing import Any

import attrs

from ..errors import InvalidData, Problem, child
from ..shapes import Kind
from ..shapes.examine import wrong_type
from ..values import Evidence, Segment
from .form_paths import from_form
from .quotations import Quotations

_AT = {
    Evidence: {"start": "quote", "end": "quote", "exact": "quote"},
    Segment: {"start": "begins", "end": "ends"},
}
"""Which field of the form stands for a field of the record."""
_MORE = "give more words, as many as the text says only once"
_QUOTED = {Evidence: ("quote", "before"), Segment: ("begins", "ends")}


def places_of(base: type[Any], at: str, to: str) -> dict[str, str]:
    """Return where in the answer stands what offsets of a record came from."""
    return {child(to, name): child(at, step) for name, step in _AT[base].items()}


@attrs.frozen
class Offsets:
    """
    Puts offsets in the place of what one record quotes.

    Args:
        kind: Of the record.
        quotations: Of the text.
        document: The id of the document whose text it is.
        exact: Whether evidence repeats the passage.
        problems: Where to tell what is wrong.
    """

    kind: Kind
    quotations: Quotations
    document: str
    exact: bool = attrs.field(kw_only=True)
    problems: list[Problem] = attrs.field(kw_only=True)

    def put(self, base: type[Any], data: dict[str, Any], at: str) -> dict[str, Any]:
        """
        Return the data of an Evidence or Segment as records have it.

        What cannot be found gets offsets that do no harm beside the problem.
        """
        kept = {name: each for name, each in data.items() if name not in _QUOTED[base]}
        if base is Segment:
            return kept | self._segment(data, at)
        kept["supports"] = self._supports(data.get("supports", []))
        return kept | self._evidence(data, at)

    def _segment(self, data: dict[str, Any], at: str) -> dict[str, Any]:
        first = self._found(data.get("begins"), "", child(at, "begins"), _MORE)
        last = self._found(data.get("ends"), "", child(at, "ends"), _MORE)
        if first is None or last is None:
            return {"start": 0, "end": 1}
        return {"start": first[0], "end": last[1]}

    def _evidence(self, data: dict[str, Any], at: str) -> dict[str, Any]:
        before = data.get("before") or ""
        if not isinstance(before, str):
            self.problems.append(wrong_type(child(at, "before"), "a text", before))
            before = ""
        span = self._found(data.get("quote"), before, child(at, "quote"))
        if span is None:
            return {"document": self.document, "start": 0, "end": 1}
        words = {"exact": self.quotations.text[slice(*span)]} if self.exact else {}
        return {"document": self.document, "start": span[0], "end": span[1]} | words

    def _found(
        self, quote: object, before: str, at: str, fix: str | None = None
    ) -> tuple[int, int] | None:
        """Return the span of a quotation, or None after telling what is wrong with it."""
        if quote is None:
            return None  # That it is missing is told already.
        if not isinstance(quote, str):
            self.problems.append(wrong_type(at, "words of the text", quote))
            return None
        try:
            return self.quotations.locate(quote, before)
        except InvalidData as error:
            for each in error.problems:
                is_ambiguous = each.code == "quote_ambiguous"
                hint = fix if fix and is_ambiguous else each.hint
                self.problems.append(attrs.evolve(each, hint=hint).under(at))
            return None

    def _supports(self, given: object) -> object:
        """Return paths of the form as paths of the record."""
        if not isinstance(given, list):
            return given
        return [from_form(self.kind, each) if isinstance(each, str) else each for each in given]
