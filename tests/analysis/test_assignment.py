"""best_pairs: the assignment that weighs the most, held against scipy's."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from invnews.analysis.scoring.assignment import best_pairs

WEIGHTS = st.one_of(
    st.integers(0, 1), st.integers(0, 3), st.integers(-20, 1000),
    st.fractions(-1, 5, max_denominator=12),
)  # fmt: skip


@st.composite
def matrices(draw):
    """Return a strategy of matrices up to 8 × 8, of many ties and zeros or of none."""
    rows, columns = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    weights = draw(st.sampled_from(WEIGHTS.original_strategies))
    return [[draw(weights) for _ in range(columns)] for _ in range(rows)]


def weight(matrix, pairs):
    """Return what an assignment weighs, and hold that it is one."""
    columns = [each for each in pairs if each is not None]

    assert len(pairs) == len(matrix)
    assert len(set(columns)) == len(columns)
    return sum(matrix[row][column] for row, column in enumerate(pairs) if column is not None)


def best_weight(matrix):
    """Return what scipy's assignment weighs, pairs of negative weight left out; exactly."""
    whole = [[max(each, 0) for each in row] for row in matrix]
    rows, columns = linear_sum_assignment(
        np.array(whole, dtype=float).reshape(len(matrix), len(matrix[0]) if matrix else 0),
        maximize=True,
    )
    return sum(whole[row][column] for row, column in zip(rows, columns, strict=True))


@given(matrices())
def test_no_assignment_weighs_more_than_the_one_found(matrix):
    """Ties, zeros, negative weights, more rows than columns and the other way round."""
    found = best_pairs([dict(enumerate(row)) for row in matrix])

    assert weight(matrix, found) == best_weight(matrix)
    assert all(c is None or matrix[row][c] > 0 for row, c in enumerate(found))


@given(matrices(), st.data())
def test_pairs_that_are_left_out_are_never_taken(matrix, data):
    """A sparse table is one whose other pairs weigh nothing."""
    kept = [[data.draw(st.booleans()) for _ in row] for row in matrix]
    masked = [[w if keep else 0 for w, keep in zip(row, keeps, strict=True)]
              for row, keeps in zip(matrix, kept, strict=True)]  # fmt: skip
    rows = [{c: w for c, (w, keep) in enumerate(zip(row, keeps, strict=True)) if keep}
            for row, keeps in zip(matrix, kept, strict=True)]  # fmt: skip

    found = best_pairs(rows)

    assert weight(masked, found) == best_weight(masked)
    assert all(c is None or kept[row][c] for row, c in enumerate(found))


@pytest.mark.parametrize(("rows", "columns"), [(60, 60), (40, 90), (90, 40)])
def test_larger_tables_are_solved_exactly(rows, columns):
    """Sums are whole numbers: nothing is rounded, however large they are."""
    chance = np.random.default_rng(rows)
    matrix = chance.integers(0, 50, (rows, columns)).tolist()

    found = best_pairs([dict(enumerate(row)) for row in matrix])

    assert weight(matrix, found) == best_weight(matrix)
    assert best_pairs([{0: 10**30, 1: 10**30 - 1}, {0: 10**30 - 1, 1: 10**30 - 3}]) == (1, 0)


def test_fractions_and_decimals_are_kept_exact():
    """A third and a third and a third are one, and not less."""
    third = Fraction(1, 3)
    tenth = Decimal("0.1")

    assert best_pairs([{0: third, 1: 2 * third}, {1: third}, {1: third, 2: third}]) == (0, 1, 2)
    assert best_pairs([{0: 3 * tenth, 1: Decimal("0.3")}, {0: tenth}]) == (1, 0)


def test_of_equal_choices_the_order_decides():
    """Twins are taken in the order given, again and again."""
    table = [{0: 5, 1: 5, 2: 5}, {0: 5, 1: 5, 2: 5}]

    assert best_pairs(table) == best_pairs(table) == (0, 1)
    assert best_pairs([]) == ()
    assert best_pairs([{}, {0: 0}, {0: -3}]) == (None, None, None)
