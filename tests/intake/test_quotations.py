"""
Quotations: found exactly, or by folding that keeps offsets, or not at all.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews import InvalidData
from invnews.intake.quotations import Quotations
from invnews.schema.llm_form import START

TEXT = "“Ties are close,” said Lim.\r\nTies  are\u00a0close – said Song, “a lot”.\n\nTies"


def located(quote, before="", text=TEXT):
    """Return the passage that is found, or the code of the problem."""
    try:
        start, end = Quotations(text).locate(quote, before)
    except InvalidData as error:
        (problem,) = error.problems
        return problem.code
    return start, text[start:end]


@pytest.mark.parametrize(
    ("quote", "before", "expected"),
    [
        ("Ties are close,", "", (1, "Ties are close,")),
        ('"Ties are close,"', "", (0, "“Ties are close,”")),
        ("Ties are close", "", (1, "Ties are close")),
        ("Ties are close", "said Lim.", (29, "Ties  are\u00a0close")),
        ("Ties are close - said Song", "", (29, "Ties  are\u00a0close – said Song")),
        ("  said   Song, ", "", (47, "said Song,")),
        ("said", "", "quote_ambiguous"),
        ("said", 'close,"', (18, "said")),
        ("said", "close", "quote_absent"),
        ("said", "close –", (47, "said")),
        ("Ties", START, "quote_absent"),
        ("“Ties", START, (0, "“Ties")),
        ("ties are close,", "", "quote_absent"),
        ("Ties … said", "", "quote_absent"),
        ("Ties areclose", "", "quote_absent"),
        (" \n", "", "blank"),
        ("", "", "blank"),
    ],
)  # fmt: skip
def test_where_a_quotation_stands(quote, before, expected):
    """Exact first; then marks, dashes and runs of blanks are folded; nothing fuzzier."""
    assert located(quote, before) == expected


def test_the_hint_of_an_ambiguous_quotation_shows_the_candidates():
    """It names the field of the form and the passages around the candidates."""
    with pytest.raises(InvalidData) as caught:
        Quotations(TEXT).locate("said")

    (problem,) = caught.value.problems
    assert problem.hint == (
        'give in "before" the few words directly before the one that is meant: '
        "'“Ties are close,” said Lim. Ties are close', "
        "'m. Ties are close – said Song, “a lot”. Ties'"
    )


def test_a_passage_is_quoted_with_the_fewest_words_before_it():
    """None for a unique one, whole words for others, the mark at the beginning."""
    text = "Lim said yes. He said no. She said no. Lim"
    places = [(found.start(), found.end()) for found in re.finditer("said( no)?|Lim", text)]

    assert [Quotations(text).quote_of(*each) for each in places] == [
        ("Lim", START), ("said", "Lim"), ("said no", "He"), ("said no", "She"), ("Lim", "no."),
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99), (3, 4)])
def test_what_is_no_passage_is_not_quoted(start, end):
    """Outside the text, empty, or blank."""
    assert Quotations("Lim said").quote_of(start, end) is None
    assert (start, end) == (3, 4) or Quotations("Lim said").ends_of(start, end) is None


def test_a_passage_that_no_words_tell_from_others_is_not_quoted():
    """A text that repeats itself has no words before that differ."""
    assert Quotations("a" * 12).quote_of(3, 4) is None
    assert Quotations("no no no no").ends_of(3, 5) is None


def test_segments_are_told_by_first_and_last_words():
    """As few whole words as the text says only once."""
    text = "Mill to open\n\nMill to open in 2018, Lim said. Lim said so.\n"
    body = text.index("Mill", 3)

    assert Quotations(text).ends_of(0, 12) is None
    assert Quotations(text).ends_of(body, len(text) - 1) == ("Mill to open in", "so.")


def test_long_quotations_are_found_and_told_alike():
    """A passage of any length; one that repeats itself a thousand times is ambiguous, and soon."""
    said = "Lim said “yes” – " * 400
    long = '"yes" - ' + "Lim said “yes” – " * 100

    assert located(said.rstrip(), text=said + "End.") == (0, said.rstrip())
    assert located(long.rstrip(), before="Lim said", text=said) == "quote_ambiguous"
    assert located("End. " + long, text=said) == "quote_absent"
    assert located("a b" * 3_000, text="a b" * 9_000) == "quote_ambiguous"


WORDS = st.lists(st.sampled_from(["Lim", "said", "“yes”", "–", "so.", "said\u00a0so"]), min_size=1, max_size=14)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\u2028", " \n "])


@given(WORDS, st.lists(GAPS, min_size=14, max_size=14), st.data())
def test_whatever_is_quoted_is_found_again(words, gaps, data):
    """quote_of gives what locate finds at the same offsets, in texts that repeat themselves."""
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = Quotations(text).quote_of(start, end)
    ends = Quotations(text).ends_of(start, end)

    assert quoted is None or Quotations(text).locate(*quoted) == (start, end)
    if ends is not None:
        first, last = (Quotations(text).locate(each) for each in ends)
        assert (first[0], last[1]) == (start, end)


@given(WORDS, st.lists(GAPS, min_size=14, max_size=14), st.data())
def test_a_quotation_with_other_blanks_and_marks_is_the_passage_or_a_problem(words, gaps, data):
    """What a model makes of a passage folds to the passage; two places are never one guess."""
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    folded = str.maketrans("“”–\u00a0", '""- ')
    found = located(" ".join(words[first:last]).translate(folded), text=text)

    def plain(passage):
        return " ".join(passage.translate(folded).split())

    if isinstance(found, tuple):
        assert plain(found[1]) == plain(" ".join(words[first:last]))
    else:
        assert found == "quote_ambiguous"
