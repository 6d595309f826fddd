"""
coverage: which passages of a text no record accounts for.
"""

from bisect import bisect_right
from collections.abc import Mapping

import attrs

from ..dataset import Dataset
from ..dataset.texts import evidence_of, refuse_other_arguments
from ..errors import InvalidData, Problem, did_you_mean
from ..records import Document
from .spans import joined


@attrs.frozen(kw_only=True)
class Passage:
    """
    A stretch of a text.

    Args:
        start: Its first character, in code points from 0.
        end: The character after its last.
        text: The characters themselves.
    """

    start: int
    end: int
    text: str


@attrs.frozen(kw_only=True)
class Coverage:
    """
    How much of one text, or of one segment of it, evidence accounts for.

    Args:
        document: The id of the document.
        segment: The type of the segment, or None for the whole text.
        covered: Letters and digits inside evidence.
        total: Letters and digits of the text.
        uncovered: The passages that hold the others, in reading order, without blanks and
            marks at their ends.
    """

    document: str
    segment: str | None
    covered: int
    total: int
    uncovered: tuple[Passage, ...]

    @property
    def share(self) -> float:
        """The covered letters and digits as a share of 1; 1.0 for a text without any."""
        return self.covered / self.total if self.total else 1.0


def coverage(dataset: Dataset, texts: Mapping[str, str]) -> tuple[Coverage, ...]:
    """
    Return for each text how much of it the evidence of the records accounts for.

    Only letters and digits count. The evidence of documents themselves does not: that a
    document has a body says nothing about what the body says.

    Args:
        dataset: The records.
        texts: The texts by their document's id.

    Returns:
        For each text in the order given, first the whole, then its segments in their order.

    Raises:
        InvalidData: A text is given for a document that the dataset does not hold.

    >>> from invnews.values import Evidence, Name
    >>> from invnews.records import Person
    >>> person = Person(id="p", names=(Name(text="Song"),),
    ...                 evidence=(Evidence(document="d", start=0, end=4),))
    >>> found = coverage(Dataset([Document(id="d"), person]), {"d": "Song said so."})
    >>> found[0].covered, found[0].total, found[0].uncovered[0].text
    (4, 10, 'said so')
    """
    refuse_other_arguments(dataset, texts)
    documents = {each.id: each for each in dataset.of(Document)}
    problems = [
        Problem("$", "unknown_text", f"no document has the id {id!r}", id,
                did_you_mean(id, documents))
        for id in texts if id not in documents
    ]  # fmt: skip
    if problems:
        raise InvalidData(problems)
    spans = _spans(dataset)
    found: list[Coverage] = []
    for id, text in texts.items():
        merged = joined(spans.get(id, []))
        found.append(_measure(id, None, text, 0, len(text), merged))
        for segment in documents[id].segments:
            end = min(segment.end, len(text))
            found.append(_measure(id, segment.type, text, segment.start, end, merged))
    return tuple(found)


def _spans(dataset: Dataset) -> dict[str, list[tuple[int, int]]]:
    """Return where evidence stands, by document."""
    found: dict[str, list[tuple[int, int]]] = {}
    for record in dataset.understood:
        if not isinstance(record, Document):
            for _, evidence in evidence_of(record, "$"):
                found.setdefault(evidence.document, []).append((evidence.start, evidence.end))
    return found


def _measure(
    document: str, segment: str | None, text: str, start: int, end: int,
    spans: list[tuple[int, int]],
) -> Coverage:  # fmt: skip
    gaps = _gaps(start, end, spans)
    total = sum(map(str.isalnum, text[start:end]))
    passages = tuple(passage for gap in gaps if (passage := _trimmed(text, *gap)) is not None)
    open_letters = sum(sum(map(str.isalnum, each.text)) for each in passages)
    return Coverage(document=document, segment=segment, covered=total - open_letters,
                    total=total, uncovered=passages)  # fmt: skip


def _gaps(start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what the spans leave open between *start* and *end*."""
    found = []
    here = start
    for first, last in spans[max(0, bisect_right(spans, (start, start)) - 1) :]:
        if first >= end:
            break
        if first > here:
            found.append((here, first))
        here = max(here, last)
    if here < end:
        found.append((here, end))
    return found


def _trimmed(text: str, start: int, end: int) -> Passage | None:
    """Return the passage without blanks and marks at its ends, or None when nothing is left."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Passage(start=start, end=end, text=text[start:end]) if start < end else None
