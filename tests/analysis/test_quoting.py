"""Quoting: a phrase is found in a text once, or refused with its reason."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.analysis.quoting import Quoter, quote
from invnews.errors import InvalidData, Problem
from invnews.values import Evidence

TEXT = (
    "The fund said “a lot” was paid. Song\u00a0said the group’s 2017–2018 plan\u202fholds — so far.\n"
    "A bank said so."
)


def problems(make: Callable[[], object]) -> tuple[Problem, ...]:
    """Return the problems with which a call refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def test_phrase_becomes_evidence() -> None:
    """
    A phrase that stands once becomes the evidence of its offsets, for the fields named.
    """
    assert Evidence(
        document="d1", start=4, end=8, exact="fund", supports=("payers[0]", "names[0].text")
    ) == quote(TEXT, "fund", document="d1", supports=("payers[0]", "names[0].text"))


@pytest.mark.parametrize(
    ("phrase", "start", "exact"),
    [
        ('"a lot"', 14, "“a lot”"),
        ("“a lot”", 14, "“a lot”"),
        ("Song said", 32, "Song\u00a0said"),
        ("group's", 46, "group’s"),
        ("2017-2018", 54, "2017–2018"),
        ("plan holds - so", 64, "plan\u202fholds — so"),
    ],
)
def test_blanks_quotation_marks_and_dashes_match_one_to_one(
    phrase: str, start: int, exact: str
) -> None:
    """
    What a keyboard has not matches what it has, and the passage keeps the text's characters.
    """
    assert Evidence(
        document="d1", start=start, end=start + len(phrase), exact=exact, supports=("value",)
    ) == quote(TEXT, phrase, document="d1", supports=("value",))


def test_plain_text_is_found_by_a_curly_phrase() -> None:
    """
    The folding works both ways: a phrase with curly marks finds plain ones.
    """
    assert quote('He said "no" – twice.', "“no”", document="d").exact == '"no"'


def test_capitals_differ() -> None:
    """
    A phrase in other capitals is absent; the hint shows the passage that is nearest.
    """
    assert (
        Problem("$", "quote_absent", "expected words of the text, got 'the fund said'",
                "the fund said", "the text says 'The fund said “a lot” was paid. S'"),
    ) == problems(lambda: quote(TEXT, "the fund said", document="d1"))  # fmt: skip


def test_absent_phrase_names_the_nearest_passage() -> None:
    """
    When half of its words stand in a row somewhere, the hint shows where.
    """
    assert (
        Problem("$", "quote_absent", "expected words of the text, got 'a large bank said so'",
                "a large bank said so", "the text says '2018 plan holds — so far. A bank said so.'"),
    ) == problems(lambda: quote(TEXT, "a large bank said so", document="d1"))  # fmt: skip


def test_absent_phrase_unlike_everything_has_no_hint() -> None:
    """
    A phrase of which less than half stands in the text is refused without a guess.
    """
    assert (
        Problem("$", "quote_absent", "expected words of the text, got 'zinc mine'", "zinc mine"),
    ) == problems(lambda: quote(TEXT, "zinc mine", document="d1"))


def test_ambiguous_phrase_is_refused() -> None:
    """
    A phrase that stands more than once is refused; the hint shows three places at most.
    """
    hint = (
        "say which with before= or after=: 'The fund said “a lot” was paid. S', "
        "'lot” was paid. Song said the group’s 2017–20', 'ds — so far. A bank said so.'"
    )

    assert (
        Problem("$", "quote_ambiguous", "expected one place that says 'said', got 3", "said", hint),
    ) == problems(lambda: quote(TEXT, "said", document="d1"))


@pytest.mark.parametrize(
    ("before", "after", "start"),
    [("fund", None, 9), ("Song", None, 37), (None, "so", 92), ("A bank", "so.", 92),
     (None, "“a lot”", 9), (None, "a lot", 9)],
)  # fmt: skip
def test_words_around_tell_which(before: str | None, after: str | None, start: int) -> None:
    """
    Words that stand directly before or after choose one of several places.
    """
    assert start == quote(TEXT, "said", document="d1", before=before, after=after).start


def test_words_around_must_be_there() -> None:
    """
    A phrase that never stands after the words named is absent, though it stands elsewhere.
    """
    hint = "the text says 'The fund said “a lot” was pa'"

    assert (
        Problem(
            "$", "quote_absent", "expected words of the text, got 'Lim' … 'fund'", "fund", hint
        ),
    ) == problems(lambda: quote(TEXT, "fund", document="d1", before="Lim"))


def test_overlapping_places_are_two() -> None:
    """
    Places that overlap are ambiguous like others.
    """
    assert [each.code for each in problems(lambda: quote("so so so", "so so", document="d"))] == [
        "quote_ambiguous"
    ]


@pytest.mark.parametrize("phrase", ["", " ", "\u00a0"])
def test_blank_phrase_is_refused(phrase: str) -> None:
    """
    A phrase without words says nothing, and is refused.
    """
    assert [each.code for each in problems(lambda: quote(TEXT, phrase, document="d"))] == ["blank"]


def test_passage_is_left_out_where_the_text_may_not_be_repeated() -> None:
    """
    With exact=False the evidence is offsets alone.
    """
    assert Evidence(document="d1", start=4, end=8, supports=("value",)) == quote(
        TEXT, "fund", document="d1", supports=("value",), exact=False
    )


def test_basis_is_passed_on() -> None:
    """
    What an analyst concludes from the words is marked as inference.
    """
    assert quote(TEXT, "fund", document="d1", basis="inference").basis == "inference"


def test_characters_that_no_pattern_may_mean_are_plain() -> None:
    """
    A phrase is words and no pattern: its dots and brackets mean themselves.
    """
    found = quote("of a (b.c) d (bxc)", " (b.c)", document="d")

    assert (found.start, found.end) == (4, 10)


def test_quoter_does_the_same_for_many_phrases() -> None:
    """
    A quoter of the text gives the evidence that quote gives.
    """
    quoter = Quoter(TEXT, "d1")

    assert quote(TEXT, "bank", document="d1", supports=("a", "b")) == quoter.quote("bank", "a", "b")


ALPHABET = 'ab .-–"“ \u00a0'
FOLDED = {"–": "-", "“": '"', "\u00a0": " "}


@given(st.text(ALPHABET, max_size=12), st.text(ALPHABET, min_size=1, max_size=3))
def test_phrase_is_found_exactly_when_it_stands_once(text: str, phrase: str) -> None:
    """
    A phrase is found where it stands when that is one place, and refused when not.
    """

    def plain(words: str) -> list[str]:
        return [FOLDED.get(each, each) for each in words]

    size = len(phrase)
    places = [at for at in range(len(text)) if plain(text[at : at + size]) == plain(phrase)]
    if len(places) == 1 and phrase.strip():
        found = quote(text, phrase, document="d")
        expected = (places[0], places[0] + size, text[places[0] : places[0] + size])

        assert (found.start, found.end, found.exact) == expected
    else:
        code = ("quote_ambiguous" if places else "quote_absent") if phrase.strip() else "blank"

        assert [each.code for each in problems(lambda: quote(text, phrase, document="d"))] == [code]
