"""coverage: how much of a text evidence accounts for, and which passages are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.analysis import Coverage, Passage, coverage
from invnews.dataset import Dataset
from invnews.errors import InvalidData, Problem
from invnews.records import Document, Project, Statement
from invnews.values import Evidence, Segment, StatusChange

TEXT = "Port fund signs.\n\nIt paid “a lot”, Song said — no more."


def evidence(*spans, document="d"):
    """Return evidence of these spans."""
    return tuple(Evidence(document=document, start=start, end=end) for start, end in spans)


def dataset(*spans, segments=()):
    """Return a document and a statement that rests on passages of it."""
    return Dataset([
        Document(id="d", segments=tuple(
            Segment(type=kind, start=start, end=end) for kind, start, end in segments)),
        Statement(id="s", proposition="p", evidence=evidence(*spans)),
    ])  # fmt: skip


def whole(covered, total, *uncovered, segment=None, text=TEXT):
    """Return a Coverage of the text, its open passages given by start and end."""
    passages = tuple(Passage(start=a, end=b, text=text[a:b]) for a, b in uncovered)
    return Coverage(document="d", segment=segment, covered=covered, total=total,
                    uncovered=passages)  # fmt: skip


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], whole(0, 37, (0, 54))),
        ([(0, 55)], whole(37, 37)),
        ([(0, 15)], whole(13, 37, (18, 54))),
        ([(0, 4), (10, 15)], whole(9, 37, (5, 9), (18, 54))),
        ([(18, 33)], whole(10, 37, (0, 15), (35, 54))),
        ([(18, 25), (20, 33), (30, 32)], whole(10, 37, (0, 15), (35, 54))),
        ([(18, 25), (25, 33)], whole(10, 37, (0, 15), (35, 54))),
        ([(15, 18)], whole(0, 37, (0, 15), (18, 54))),
        ([(0, 2)], whole(2, 37, (2, 54))),
        ([(0, 15), (18, 54)], whole(37, 37)),
        ([(53, 1000)], whole(1, 37, (0, 53))),
        ([(1000, 1001)], whole(0, 37, (0, 54))),
    ],
)
def test_letters_and_digits_inside_evidence_are_covered(spans, expected):
    """Overlaps count once; blanks and marks are nobody's; what is left stands in reading order."""
    assert coverage(dataset(*spans), {"d": TEXT}) == (expected,)


def test_each_segment_is_measured_by_itself():
    """After the whole come its segments, in the order of the document."""
    records = dataset((0, 4), (30, 40), segments=[("headline", 0, 16), ("body", 18, 55),
                                                 ("related_links", 54, 55)])  # fmt: skip

    assert coverage(records, {"d": TEXT}) == (
        whole(10, 37, (5, 30), (40, 54)),
        whole(4, 13, (5, 15), segment="headline"),
        whole(6, 24, (18, 30), (40, 54), segment="body"),
        whole(0, 0, segment="related_links"),
    )


@pytest.mark.parametrize(
    ("covered", "total", "share"), [(0, 10, 0.0), (5, 10, 0.5), (10, 10, 1.0), (0, 0, 1.0)]
)
def test_the_share_is_of_letters_and_digits(covered, total, share):
    """A text without any lacks nothing."""
    assert whole(covered, total).share == share


def test_a_segment_that_ends_behind_the_text_is_cut():
    """check() reports it; coverage measures what there is."""
    found = coverage(dataset(segments=[("body", 18, 900), ("other", 800, 900)]), {"d": TEXT})

    assert found[1:] == (
        whole(0, 24, (18, 54), segment="body"), whole(0, 0, segment="other"),
    )  # fmt: skip


def test_the_evidence_of_documents_does_not_count():
    """That a document has a body says nothing about what the body says."""
    records = Dataset([
        Document(id="d", evidence=evidence((0, 55)), status_history=(
            StatusChange(status="launched", evidence=evidence((0, 20))),)),
    ])  # fmt: skip

    assert coverage(records, {"d": TEXT}) == (whole(0, 37, (0, 54)),)


def test_the_evidence_inside_values_counts():
    """The steps of a status history rest on passages of their own."""
    project = Project(id="p", description="p", status_history=(
        StatusChange(status="launched", evidence=evidence((0, 15))),))  # fmt: skip

    assert coverage(Dataset([Document(id="d"), project]), {"d": TEXT}) == (whole(13, 37, (18, 54)),)


def test_texts_are_measured_in_the_order_given():
    """Evidence counts for its own document only; documents without text are left out."""
    records = Dataset([
        Document(id="d"), Document(id="e"), Document(id="f"),
        Statement(id="s", proposition="p", evidence=evidence((0, 1), document="e")),
    ])  # fmt: skip
    found = coverage(records, {"e": "ab", "d": "cd"})

    assert [(each.document, each.covered, each.total) for each in found] == [
        ("e", 1, 2), ("d", 0, 2),
    ]  # fmt: skip
    assert coverage(records, {}) == ()


def test_a_text_of_no_document_is_refused():
    """All of them at once; the nearest id of a document is the hint."""
    with pytest.raises(InvalidData) as exc:
        coverage(dataset(), {"dd": "x", "s": "y", "d": "z"})

    assert exc.value.problems == (
        Problem("$", "unknown_text", "no document has the id 'dd'", "dd", "did you mean 'd'?"),
        Problem("$", "unknown_text", "no document has the id 's'", "s"),
    )  # fmt: skip


def test_letters_of_all_scripts_count():
    """What is a letter or digit is for Unicode to say."""
    text = "人民币 5½ ₂ é_𝔸!"
    found = coverage(dataset((0, 3)), {"d": text})[0]

    assert (found.covered, found.total) == (3, sum(map(str.isalnum, text)))


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6)


@given(st.text("ab .,é1\n", max_size=30), SPANS, st.integers(0, 20), st.integers(1, 20))
def test_coverage_counts_each_letter_once(text, spans, start, length):
    """The whole and a segment agree with a count character by character."""
    pairs = [(first, first + size) for first, size in spans]
    records = dataset(*pairs, segments=[("body", start, start + length)])
    whole_text, body = coverage(records, {"d": text})
    inside = [
        any(first <= at < last for first, last in pairs) for at in range(len(text))
    ]  # fmt: skip
    letters = [at for at in range(len(text)) if text[at].isalnum()]
    in_body = [at for at in letters if start <= at < start + length]

    assert (whole_text.covered, whole_text.total) == (
        sum(inside[at] for at in letters), len(letters),
    )  # fmt: skip
    assert (body.covered, body.total) == (sum(inside[at] for at in in_body), len(in_body))
    assert {at for each in whole_text.uncovered for at in range(each.start, each.end)
            if text[at].isalnum()} == {at for at in letters if not inside[at]}  # fmt: skip
    assert all(text[each.start : each.end] == each.text for each in whole_text.uncovered)
