"""
What we say about a field: what it means, which codes, ids, forms and bounds it takes.

Each function returns metadata for `attrs.field`; join them with ``|``:

>>> import attrs
>>> @attrs.frozen(kw_only=True)
... class Rating:
...     agency: str = attrs.field(metadata=doc("Who rated.") | refers_to("organisation"))
...     score: int = attrs.field(metadata=doc("Points of 100.") | bounds(0, 100))
"""

from decimal import Decimal

from .form import Form
from .vocabulary import Vocabulary

Metadata = dict[str, object]

DOC = "invnews.doc"
SOURCE = "invnews.source"
CODE = "invnews.code"
REFERS_TO = "invnews.refers_to"
FORM = "invnews.form"
BOUNDS = "invnews.bounds"
SIZE = "invnews.size"
DISTINCT = "invnews.distinct"
EXPECTED = "invnews.expected"
INTERNAL = "invnews.internal"
ACYCLIC = "invnews.acyclic"


def doc(text: str, *, source: str = "") -> Metadata:
    """
    Say what the field means: text for docs, JSON Schema and tables.

    Args:
        text: Full sentences, with unit and range where they are not in the type.
        source: The standard or document that the field comes from.
    """
    said: Metadata = {DOC: text}
    return said | {SOURCE: source} if source else said


def code(vocabulary: Vocabulary) -> Metadata:
    """Say that the text is a code of *vocabulary*, or begins with ``x-``."""
    return {CODE: vocabulary}


def refers_to(*kinds: str) -> Metadata:
    """
    Say that the text is the id of a record.

    Args:
        kinds: Which kinds it may name, and with them all kinds that extend these; or marks
            such as `actor`. None at all: any kind.
    """
    return {REFERS_TO: kinds}


def form(form: Form) -> Metadata:
    """Say that the text has a form: EDTF, a URL, a digest."""
    return {FORM: form}


def bounds(minimum: Decimal | int | None = None, maximum: Decimal | int | None = None) -> Metadata:
    """Say the least and the greatest number, both allowed themselves."""
    return {BOUNDS: (minimum, maximum)}


def size(minimum: int = 0, maximum: int | None = None) -> Metadata:
    """Say the least and the most: characters of a text, items of a tuple."""
    return {SIZE: (minimum, maximum)}


def distinct() -> Metadata:
    """Say that no item of the tuple stands twice."""
    return {DISTINCT: True}


def acyclic() -> Metadata:
    """Say that following the reference from record to record never leads back."""
    return {ACYCLIC: True}


def expected() -> Metadata:
    """Say that the field is either set or named in ``missing``: never neither, never both."""
    return {EXPECTED: True}


def internal() -> Metadata:
    """Say that the field is no part of the wire form."""
    return {INTERNAL: True}


def actor() -> str:
    """Return the mark of kinds that act: they agree, pay, say. Put it in ``MARKS``."""
    return "@actor"


def subject() -> str:
    """Return the mark of kinds that claims can be about. Put it in ``MARKS``."""
    return "@subject"
