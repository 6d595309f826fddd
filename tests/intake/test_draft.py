"""draft: a document and one claim for each amount and quantity of a text, nothing invented."""

import hashlib
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from invnews import (
    Dataset,
    Document,
    Evidence,
    InvalidData,
    MonetaryClaim,
    Money,
    PartialDate,
    Problem,
    Quantity,
    QuantityClaim,
    Recorded,
    Segment,
    __version__,
    check,
    draft,
    dumps,
    find_money,
    find_quantities,
    loads,
)

TITLE = "Borealis builds smelter"
TEXT = f"""{TITLE}

The firm will spend RM930 million (US$220 million) on it and hire 300 welders by June 2027.
More than 40 suppliers are to follow; the land was bought for $5 million.
"""
RULE = Recorded(method="rule", tool=f"invnews {__version__}")
TO_DO = {"subjects": "x-not_recorded"}


def evidence(words):
    """Return the evidence for words that stand once in the text."""
    assert TEXT.count(words) == 1
    start = TEXT.index(words)
    return (Evidence(document="document", start=start, end=start + len(words), exact=words,
                     supports=("value",)),)  # fmt: skip


def test_a_draft_is_a_document_and_a_claim_for_each_mention():
    """Claims stand in reading order, with the words that they rest on and what is missing."""
    document = Document(
        id="document", title=TITLE, published=PartialDate("2026-03-04"), length=len(TEXT),
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        segments=(Segment(type="headline", start=0, end=len(TITLE)),
                  Segment(type="body", start=len(TITLE) + 2, end=len(TEXT) - 1)),
    )  # fmt: skip
    ringgit = MonetaryClaim(
        id="money/1", value=Money.exactly(930_000_000, "MYR", text="RM930 million"),
        missing=TO_DO, evidence=evidence("RM930 million"), recorded=RULE,
    )  # fmt: skip
    dollars = MonetaryClaim(
        id="money/2", value=Money.exactly(220_000_000, "USD", text="US$220 million"),
        equivalent_of="money/1", counts_toward_totals=False, missing=TO_DO,
        evidence=evidence("US$220 million"), recorded=RULE,
    )  # fmt: skip
    welders = QuantityClaim(
        id="quantity/1", value=Quantity.exactly(300, "welders", text="300"), missing=TO_DO,
        evidence=evidence("300 welders"), recorded=RULE,
    )  # fmt: skip
    suppliers = QuantityClaim(
        id="quantity/2", value=Quantity.more_than(40, "suppliers", text="More than 40"),
        missing=TO_DO, evidence=evidence("More than 40 suppliers"), recorded=RULE,
    )  # fmt: skip
    found = draft(TEXT, title=TITLE, published=date(2026, 3, 4), country="MY")

    assert [document, ringgit, dollars, welders, suppliers] == list(found)[:-1]


def test_a_currency_that_is_not_settled_is_noted():
    """A bare sign has a note: what it may stand for, or what its currency rests on."""
    open_ = draft("The land was bought for $5 million.")["money/1"]
    settled = draft("The land was bought for $5 million.", country="NZ")["money/1"]

    assert (open_.value.currency, settled.value.currency) == (None, "NZD")
    assert open_.notes.startswith("currency not settled: its marker may stand for AUD, ")
    assert settled.notes == "currency NZD from the country of publication, not from its marker"


def test_a_draft_is_whole_and_fits_its_text():
    """It is written and read back equal, and fits the text without any problem."""
    found = draft(TEXT, title=TITLE, published=PartialDate("2026-03"), country="MY")

    assert (loads(dumps(found)), check(found, {"document": TEXT})) == (found, ())


def test_the_article_makes_a_draft():
    """Every amount and quantity of a whole article is a claim with evidence."""
    path = os.environ.get("INVNEWS_SEED_TEXT")
    if not path:
        pytest.skip("INVNEWS_SEED_TEXT names no file")
    seed_text = Path(path).read_bytes().decode("utf-8")
    found = draft(seed_text)

    assert check(found, {"document": seed_text}) == ()
    assert [each.value for each in found.of(MonetaryClaim)] == [
        each.value for each in find_money(seed_text)
    ]
    assert [each.value for each in found.of(QuantityClaim)] == [
        each.value for each in find_quantities(seed_text)
    ]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("  Head\nBody. \n", "Head", [("headline", 2, 6), ("body", 7, 12)]),
        ("Head", "Head", [("headline", 0, 4)]),
        ("Body only", "Head", []),
        ("Body only", " ", []),
        ("", None, []),
    ],
)
def test_segments_are_stated_only_where_the_text_begins_with_its_title(text, title, expected):
    """Headline and body leave out blanks around them; nothing is guessed otherwise."""
    document = draft(text, title=title if title != " " else None)["document"]

    assert [(each.type, each.start, each.end) for each in document.segments] == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (({"text": 5}), [Problem("$", "wrong_type", "expected the text of an article, got the number 5")]),
        (({"text": "", "published": datetime(2026, 3, 4)}), [
            Problem("$.published", "wrong_type", "expected a date or PartialDate, got a datetime",
                    hint="use .date()")]),
        (({"text": "a\ud800"}), [
            Problem("$", "surrogate",
                    "expected text with a UTF-8 form, got half of a surrogate pair at 1")]),
    ],
)  # fmt: skip
def test_other_arguments_are_refused(arguments, expected):
    """What is no text, or has no UTF-8 form, cannot be drafted."""
    with pytest.raises(InvalidData) as caught:
        draft(**arguments)

    assert expected == list(caught.value.problems)


def test_an_empty_text_is_a_document_without_claims():
    """A text that says nothing makes no claims."""
    found = draft("")

    assert found == Dataset([
        Document(id="document", length=0, sha256=hashlib.sha256(b"").hexdigest())
    ])  # fmt: skip
