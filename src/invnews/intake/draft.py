"""
draft: a first dataset from the text of an article, made by rule, to be completed by hand.
"""

import hashlib
from datetime import date, datetime

from ..dataset import Dataset
from ..errors import InvalidData, Problem, shown
from ..phrases import Mention, find_money, find_quantities
from ..records import Document, MonetaryClaim, QuantityClaim
from ..records.record import Record
from ..values import Evidence, Money, PartialDate, Quantity, Recorded, Segment
from ..version import __version__

DOCUMENT = "document"
"""The id of the document of a draft; claims are numbered from money/1 and quantity/1."""
_HEAD_NOUN = 80
"""How far behind a count its head noun may stand, in code points."""


def draft(
    text: str, *, title: str | None = None, published: date | PartialDate | None = None,
    country: str | None = None,
) -> Dataset:  # fmt: skip
    """
    Return a document and, with evidence, one claim for each amount and quantity of a text.

    It is a beginning and knows no more than the expressions say: whom a claim is about is
    named in ``missing`` as ``x-not_recorded``, so that it is neither forgotten nor invented.
    A second currency in brackets is the ``equivalent_of`` the first, and does not count
    toward totals. Where the currency rests on anything but its own marker, a note says so.
    Dates are not drafted: which claim a date belongs to is for a reader to say.

    Args:
        text: The whole text of the article, as its offsets are to count.
        title: Its headline. When the text begins with it, headline and body are segments.
        published: The day of publication, or as much of it as is known.
        country: Where it was published, as an ISO 3166-1 alpha-2 code; settles "$" and its
            like when the text does not.

    Returns:
        The document, id ``document``, then the claims in reading order: ``money/1`` …,
        ``quantity/1`` …

    Raises:
        InvalidData: An argument has the wrong type, the country is unknown, or the text
            holds half of a surrogate pair.

    >>> found = draft("Acme signs for more than US$22 billion (RM93 billion).")
    >>> [(each.id, each.value.text, each.missing) for each in found.of(MonetaryClaim)][0]
    ('money/1', 'more than US$22 billion', {'subjects': 'x-not_recorded'})
    >>> found["money/2"].equivalent_of
    'money/1'
    """
    document = _document(text, title, published)
    recorded = Recorded(method="rule", tool=f"invnews {__version__}")
    money = find_money(text, country=country)
    quantities = find_quantities(text, country=country)
    claims: list[tuple[int, Record]] = []
    for number, sum_of in enumerate(money):
        claims.append((sum_of.start, _monetary(sum_of, number, text, recorded)))
    for number, counted in enumerate(quantities, start=1):
        claims.append((counted.start, _quantity(counted, number, text, recorded)))
    claims.sort(key=lambda each: each[0])
    return Dataset([document, *(claim for _, claim in claims)])


def _document(text: str, title: str | None, published: date | PartialDate | None) -> Document:
    """Return the record of the text itself."""
    if not isinstance(text, str):
        message = f"expected the text of an article, got {shown(text)}"
        raise InvalidData([Problem("$", "wrong_type", message)])
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        message = f"expected text with a UTF-8 form, got half of a surrogate pair at {error.start}"
        raise InvalidData([Problem("$", "surrogate", message)]) from None
    return Document(
        id=DOCUMENT, title=title, published=_as_value(published), sha256=digest, length=len(text),
        segments=_segments(text, title),
    )  # fmt: skip


def _as_value(published: date | PartialDate | None) -> PartialDate | None:
    """
    Return the day of publication as records have it.

    Raises:
        InvalidData: It is a `datetime`, which says more than a day.
    """
    if isinstance(published, datetime):
        message = "expected a date or PartialDate, got a datetime"
        raise InvalidData([Problem("$.published", "wrong_type", message, hint="use .date()")])
    return PartialDate(published.isoformat()) if isinstance(published, date) else published


def _segments(text: str, title: str | None) -> tuple[Segment, ...]:
    """Return headline and body of a text that begins with its title."""
    start = len(text) - len(text.lstrip())
    head = title.strip() if isinstance(title, str) else ""
    if not head or not text.startswith(head, start):
        return ()
    end = start + len(head)
    rest = text[end:]
    headline = Segment(type="headline", start=start, end=end)
    if not rest.strip():
        return (headline,)
    body = Segment(type="body", start=end + len(rest) - len(rest.lstrip()), end=len(text.rstrip()))
    return headline, body


def _monetary(mention: Mention[Money], number: int, text: str, recorded: Recorded) -> MonetaryClaim:
    same = mention.equivalent_of
    return MonetaryClaim(
        id=f"money/{number + 1}", value=mention.value,
        equivalent_of=None if same is None else f"money/{same + 1}",
        counts_toward_totals=same is None, missing={"subjects": "x-not_recorded"},
        evidence=(_evidence(mention.full_start, mention.full_end, text),),
        notes=_currency_note(mention), recorded=recorded,
    )  # fmt: skip


def _quantity(
    mention: Mention[Quantity], number: int, text: str, recorded: Recorded
) -> QuantityClaim:
    end, unit = mention.full_end, mention.value.unit
    if unit is not None and unit not in text[mention.full_start : end]:
        behind = text.find(unit, end, end + _HEAD_NOUN)
        end = end if behind < 0 else behind + len(unit)
    return QuantityClaim(
        id=f"quantity/{number}", value=mention.value, missing={"subjects": "x-not_recorded"},
        evidence=(_evidence(mention.full_start, end, text),), recorded=recorded,
    )  # fmt: skip


def _evidence(start: int, end: int, text: str) -> Evidence:
    return Evidence(document=DOCUMENT, start=start, end=end, exact=text[start:end],
                    supports=("value",))  # fmt: skip


_BASIS = {
    "article": "from another place of the text",
    "contrast": "from the marked currency beside it",
    "country": "from the country of publication",
}


def _currency_note(mention: Mention[Money]) -> str | None:
    """Return what the currency rests on, when its marker alone does not say it."""
    if mention.basis in _BASIS:
        return f"currency {mention.value.currency} {_BASIS[mention.basis]}, not from its marker"
    if mention.candidates:
        return f"currency not settled: its marker may stand for {', '.join(mention.candidates)}"
    return None
