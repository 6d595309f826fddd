"""What we say about a field: metadata, vocabularies, forms."""

from .form import Form
from .metadata import (
    ACYCLIC,
    BOUNDS,
    CODE,
    DISTINCT,
    DOC,
    EXPECTED,
    FORM,
    INTERNAL,
    REFERS_TO,
    SIZE,
    SOURCE,
    Metadata,
    actor,
    acyclic,
    bounds,
    code,
    distinct,
    doc,
    expected,
    form,
    internal,
    refers_to,
    size,
    subject,
)
from .vocabulary import PRIVATE_CODE, Term, Vocabulary, is_private

__all__ = [
    "ACYCLIC", "BOUNDS", "CODE", "DISTINCT", "DOC", "EXPECTED", "FORM", "INTERNAL", "PRIVATE_CODE", "REFERS_TO",
    "SIZE", "SOURCE", "Form", "Metadata", "Term", "Vocabulary", "actor", "acyclic", "bounds",
    "code", "distinct", "doc", "expected", "form", "internal", "is_private", "refers_to", "size",
    "subject",
]  # fmt: skip
