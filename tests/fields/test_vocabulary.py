"""Vocabularies: which codes are taken, and what is said of a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData
from invnews.fields import Term, Vocabulary, is_private

KIND = Vocabulary.of(
    "acme.road", "a kind of road",
    {"toll_road": "A road with a toll.", "bridge": "A bridge.", "tunnel": "A tunnel."},
    source="Acme handbook",
)  # fmt: skip
MONEY = Vocabulary(
    "acme.money", "a code of money",
    lambda: (
        Term("EUR", "Euro", "Acme", aliases=("€", "common currency")),
        Term("USD", "US Dollar", "Acme", aliases=("greenback",)),
        Term("USN", "US Dollar", "Acme"),
        Term("DEM", "Deutsche Mark", "Acme", withdrawn="2002-03", aliases=("mark",)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x-toll_road", True),
        ("x-a", True),
        ("x-0.1_b-c", True),
        ("x-" + "a" * 62, True),
        ("x-" + "a" * 63, False),
        ("x-", False),
        ("x--a", False),
        ("x-A", False),
        ("X-a", False),
        ("x-é", False),
        ("x-a ", False),
        ("x-a\n", False),
        ("toll", False),
        ("", False),
    ],
)
def test_a_private_code_begins_with_x_and_is_short_and_plain(code, expected):
    """`x-`, then 1 to 62 of a-z 0-9 . _ -, the first a letter or digit."""
    assert is_private(code) is expected


def test_terms_stand_in_the_order_given_with_their_source():
    """Vocabulary.of keeps the order and gives each term the source of the list."""
    assert list(KIND.terms.values()) == [
        Term("toll_road", "A road with a toll.", "Acme handbook"),
        Term("bridge", "A bridge.", "Acme handbook"),
        Term("tunnel", "A tunnel.", "Acme handbook"),
    ]


def test_codes_are_taken_as_written_and_private_ones_too():
    """No other case, no alias and no blank makes a code."""
    taken = [each for each in ("bridge", "x-own", "Bridge", "bridge ", "A bridge.", "X-own")
             if each in KIND]  # fmt: skip

    assert taken == ["bridge", "x-own"]


def test_terms_are_loaded_once_and_not_before_they_are_needed():
    """A vocabulary reads its table at the first look-up, and never again."""
    calls = []
    vocabulary = Vocabulary("v", "a v", lambda: calls.append("read") or (Term("a", "A.", "s"),))

    before = list(calls)
    found = ["a" in vocabulary, "b" in vocabulary, vocabulary.hint("A")]

    assert (before, found, calls) == ([], [True, False, "did you mean 'a'?"], ["read"])


@pytest.mark.parametrize(
    ("vocabulary", "text", "expected"),
    [
        (KIND, "Bridge", "did you mean 'bridge'?"),
        (KIND, "toll-road", "did you mean 'toll_road'?"),
        (KIND, "  Toll   Road ", "did you mean 'toll_road'?"),
        (KIND, "a bridge.", "did you mean 'bridge'?"),
        (KIND, "toll", "did you mean 'toll_road'?"),
        (KIND, "tunnels", "did you mean 'tunnel'?"),
        (KIND, "brigde", "did you mean 'bridge'?"),
        (KIND, "harbour",
         "known: toll_road, bridge, tunnel; or a code of your own that begins with x-"),
        (MONEY, "eur", "did you mean 'EUR'?"),
        (MONEY, "€", "did you mean 'EUR'?"),
        (MONEY, "Common Currency", "did you mean 'EUR'?"),
        (MONEY, "us dollar", "did you mean 'USD' or 'USN'?"),
        (MONEY, "greenbacks", "did you mean 'USD'?"),
        (MONEY, "dem", "did you mean 'DEM'?"),
        (MONEY, "mark", "known: EUR, USD, USN, DEM; or a code of your own that begins with x-"),
    ],
)  # fmt: skip
def test_a_hint_names_the_code_by_code_name_or_alias(vocabulary, text, expected):
    """Case, hyphens and blanks do not count; a withdrawn code is found by its code alone."""
    assert vocabulary.hint(text) == expected


def test_a_hint_lists_twelve_codes_at_most():
    """A short list is given whole, a longer one is only pointed at."""
    short = Vocabulary.of("v", "a v", {f"q{n:03d}": "…" for n in range(12)})
    long = Vocabulary.of("v", "a v", {f"q{n:03d}": "…" for n in range(13)})
    listed = ", ".join(f"q{n:03d}" for n in range(12))

    assert [short.hint("zz"), long.hint("zz")] == [
        f"known: {listed}; or a code of your own that begins with x-",
        "invnews kinds v lists them; a code of your own begins with x-",
    ]


def test_a_hint_names_three_codes_at_most():
    """Where many codes begin alike, the first three are named."""
    vocabulary = Vocabulary.of("v", "a v", {f"road_{n}": "…" for n in range(5)})

    assert vocabulary.hint("road") == "did you mean 'road_0' or 'road_1' or 'road_2'?"


def test_a_very_long_list_is_searched_by_exact_words_only():
    """Among more than 2,000 words nothing is guessed by likeness, only found."""
    vocabulary = Vocabulary.of("v", "a v", {f"c{n:04d}": f"Name {n}" for n in range(1500)})

    assert [vocabulary.hint("name 7"), vocabulary.hint("nam 7")] == [
        "did you mean 'c0007'?", "invnews kinds v lists them; a code of your own begins with x-",
    ]  # fmt: skip


def test_an_empty_vocabulary_has_a_hint():
    """A vocabulary without terms takes private codes only, and says so."""
    empty = Vocabulary.of("v", "a v", {})

    assert ("a" in empty, "x-a" in empty, empty.hint("a")) == (
        False, True, "write a code of your own that begins with x-",
    )  # fmt: skip


@given(st.text(max_size=300))
def test_a_hint_is_given_for_any_text(text):
    """A hint names only codes that the vocabulary takes, whatever was written."""
    hint = MONEY.hint(text)
    named = [each.strip("'?") for each in hint.removeprefix("did you mean ").split(" or ")]

    assert hint.startswith("known: ") or all(each in MONEY.terms for each in named)


def test_two_vocabularies_of_the_same_terms_are_two():
    """A vocabulary is a thing of its own: equal to itself alone."""
    again = Vocabulary("acme.road", "a kind of road", KIND.load)

    assert (again == KIND, again.terms == KIND.terms, hash(KIND) == hash(KIND)) == (
        False, True, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "path", "message"),
    [
        (["a"], "$.terms", "expected a mapping from code to definition, got a list of 1"),
        ({"": "x"}, '$.terms[""]', "expected a code without blanks, got ''"),
        ({"A B": "x"}, '$.terms["A B"]', "expected a code without blanks, got 'A B'"),
        ({"a": 5}, "$.terms.a", "expected texts for code and definition"),
        ({"x-own": "x"}, '$.terms["x-own"]', "expected no code that begins with x-"),
    ],
)
def test_terms_that_no_record_could_use_are_refused(terms, path, message):
    """A vocabulary of one's own is looked at where it is made."""
    with pytest.raises(InvalidData) as exc:
        Vocabulary.of("acme.words", "a word", terms)

    assert [(each.path, each.message) for each in exc.value.problems] == [(path, message)]
