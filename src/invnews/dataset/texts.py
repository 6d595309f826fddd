"""
Evidence held against the texts of the documents.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import InvalidData, Problem, child, did_you_mean, scalar, shown
from ..records import Document
from ..shapes import Field, Nested, describe, kept_on_class
from ..shapes.text import plain_words
from ..values import Evidence
from .dataset import Dataset
from .printed import as_printed
from .references import items, may_hold


def refuse_other_arguments(dataset: object, texts: object) -> None:
    """
    Refuse what is no dataset, or no mapping of document ids to texts.

    Raises:
        InvalidData: With what to write instead.
    """
    if not isinstance(dataset, Dataset):
        message = f"expected a Dataset, got {shown(dataset)}"
        raise InvalidData([Problem("$", "wrong_type", message, hint="write Dataset([…])")])
    if texts is not None and not isinstance(texts, Mapping):
        message = f"expected texts by document id, got {shown(texts)}"
        hint = 'write {"the document\'s id": text}'
        raise InvalidData([Problem("$", "wrong_type", message, hint=hint)])


def against_texts(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Problem]:
    """
    Yield what does not fit the texts: length, digest, segments, offsets, quotations.

    Without a text, offsets are still held against the length that the document states.
    """
    documents = {each.id for each in dataset.of(Document)}
    for id in texts:
        if id not in documents:
            message = f"no document has the id {id!r}"
            hint = did_you_mean(id, documents)
            yield Problem("$", "unknown_text", message, id, hint)
    for number, record in enumerate(dataset.understood):
        path = f"$.records[{number}]"
        if isinstance(record, Document):
            yield from _document(record, texts.get(record.id), path)
        for where, evidence in evidence_of(record, path):
            yield from _evidence(evidence, dataset, texts, where)
    yield from _texts_absent(dataset, texts)


def evidence_of(instance: Any, path: str) -> Iterator[tuple[str, Evidence]]:
    """Yield every evidence of a record with its path, that inside its values included."""
    if isinstance(instance, Evidence):
        yield path, instance
        return
    for field in _with_evidence(type(instance)):
        value = getattr(instance, field.name)
        if value is not None:
            for step, each in items(field, value, child(path, field.name)):
                yield from evidence_of(each, step)


def _texts_absent(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield words that are given as the source prints them, and that no cited text says."""
    words = {id: plain_words(text) for id, text in texts.items()}
    for number, record in enumerate(dataset.understood):
        cited = {each.document for each in record.evidence}
        if not cited or not cited <= words.keys():
            continue  # They may stand in a text that is not here.
        for path, value in as_printed(record, f"$.records[{number}]"):
            text = value.text or ""
            wanted = plain_words(text)
            if not any(wanted in words[id] for id in cited):
                message = f"expected the words of the text, got {shown(text)}"
                hint = "the text does not say so; leave the words out, or correct the reading"
                yield Problem(f"{path}.text", "text_absent", message, scalar(text), hint, "warning")


@kept_on_class
def _with_evidence(cls: type[Any]) -> tuple[Field, ...]:
    may = may_hold(_is_evidence)
    return tuple(field for field in describe(cls).fields if may(field))


def _is_evidence(field: Field) -> bool:
    return isinstance(field.single, Nested) and field.single.cls is Evidence


def _document(document: Document, text: str | None, path: str) -> Iterator[Problem]:
    """Yield what contradicts the document's own fields."""
    length = document.length if text is None else len(text)
    for number, segment in enumerate(document.segments):
        if length is not None and segment.end > length:
            yield _outside(segment.end, length, f"{path}.segments[{number}].end")
    if text is None:
        return
    if document.length is not None and document.length != len(text):
        message = f"expected a text of {document.length} characters, got {len(text)}"
        hint = "decode UTF-8 without BOM; keep newlines as they are"
        yield Problem(f"{path}.length", "length_mismatch", message, document.length, hint)
    if document.sha256 is not None:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != document.sha256:
            message = f"expected the digest of the text, {digest}, got {document.sha256}"
            hint = "the text is another version of the document"
            yield Problem(f"{path}.sha256", "digest_mismatch", message, document.sha256, hint)


def _evidence(
    evidence: Evidence, dataset: Dataset, texts: Mapping[str, str], path: str
) -> Iterator[Problem]:
    text = texts.get(evidence.document)
    document = dataset.get(evidence.document)
    length = document.length if isinstance(document, Document) and text is None else None
    length = len(text) if text is not None else length
    if length is not None and evidence.end > length:
        yield _outside(evidence.end, length, f"{path}.end")
    elif text is not None and evidence.exact is not None:
        found = text[evidence.start : evidence.end]
        if found != evidence.exact:
            message = f"expected the words of the text, {shown(found)}, got {shown(evidence.exact)}"
            at = text.find(evidence.exact)
            hint = None if at < 0 else f"they stand at {at}"
            yield Problem(f"{path}.exact", "evidence_mismatch", message, hint=hint)


def _outside(end: int, length: int, path: str) -> Problem:
    message = f"expected an end within the {length} characters of the text, got {end}"
    return Problem(path, "outside_text", message, end)
