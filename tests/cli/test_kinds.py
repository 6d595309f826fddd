"""invnews kinds: the reference of kinds, values and vocabularies, offline."""

import pytest

from invnews.cli import main
from invnews.registry import BUILTIN
from invnews.shapes import describe
from invnews.values import VALUES
from invnews.values.vocabularies import VOCABULARIES


def run(capsys, *arguments):
    """Return exit code, output and errors of one ``invnews kinds``."""
    code = main(["kinds", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_all_kinds_values_and_vocabularies_are_listed(capsys):
    """A line with its meaning for each kind and value, then the names of the vocabularies."""
    code, out, err = run(capsys)
    kinds, values, vocabularies = out.split("\n\n")
    names = "".join(vocabularies.split("\n")[1:]).replace(",", " ").split()

    assert (code, err) == (0, "")
    assert kinds.splitlines() == ["kinds", *(
        f"  {kind.name:<14}  {kind.summary}" for kind in BUILTIN)]  # fmt: skip
    assert [line.split()[0] for line in values.splitlines()] == [
        "values", *(describe(cls).name for cls in VALUES),
    ]  # fmt: skip
    assert (vocabularies.startswith("vocabularies\n  "), names) == (True, list(VOCABULARIES))
    assert max(map(len, vocabularies.splitlines())) <= 96


def test_one_kind_is_shown_whole(capsys):
    """Its docstring without the example, then each field with Shape, need and meaning."""
    code, out, err = run(capsys, "judgement")

    assert (code, err) == (0, "")
    assert (
        out.split("\n\nfields of every record\n")[0]
        == """\
judgement
  Whether two records are about one thing: the same, different, or not to be told.

  It merges nothing by itself and can be taken back; that two records differ is worth as
  much as that they agree. Two names that the source itself equates are names of one record.

  Source: nomenklatura (resolver judgements).

fields
  id: id (required)
      Unique in its dataset: 1 to 128 of A-Z a-z 0-9 . _ : / -
  pair: list of id of any record (at least 2 and at most 2), each once (required)
      The two records, in any order.
  verdict: code of verdict (required)
      Whether they are about one thing. Source: nomenklatura Judgement.
  by: text
      Who judged: a name, an account, a program.
  on: PartialDate
      When it was judged.
  reason: text
      Why, in the words of the one who judged.
  score: decimal (at least 0 and at most 1)
      How alike a program found the two, from 0 to 1; not a percentage."""
    )
    assert [line.split(":")[0].strip() for line in out.splitlines() if line[2:3].strip()][-6:] == [
        "evidence", "attribution", "missing", "recorded", "notes", "extra",
    ]  # fmt: skip


def test_one_value_is_shown_whole(capsys):
    """Values have fields of their own only, with defaults where they say something."""
    code, out, _ = run(capsys, "partial_date")
    lines = out.splitlines()

    assert (code, lines[0]) == (0, "partial_date")
    assert "  edtf: edtf" in lines
    assert "  relation: code of date_relation (default in)" in lines
    assert "  fiscal: true or false (default false)" in lines
    assert "fields of every record" not in out


def test_a_field_that_is_expected_says_so(capsys):
    """Claims are about something, or say why not; they count unless said."""
    _, out, _ = run(capsys, "monetary_claim")

    assert "  subjects: list of id of @subject, each once (expected)\n" in out
    assert "  value: Money (required)\n" in out
    assert "  counts_toward_totals: true or false (default true)\n" in out


def test_one_vocabulary_is_shown_whole(capsys):
    """Each code with its meaning and source."""
    code, out, err = run(capsys, "missing_reason")
    lines = out.splitlines()

    assert (code, err, lines[0]) == (
        0, "", "missing_reason (codes of your own begin with x-)",
    )  # fmt: skip
    assert [line.split()[0] for line in lines[1:] if line[2] != " "] == list(
        VOCABULARIES["missing_reason"].terms
    )


def test_a_withdrawn_code_says_when(capsys):
    """Old currencies are listed behind those in use."""
    _, out, _ = run(capsys, "currency")
    lines = out.splitlines()

    assert "  DEM  Deutsche Mark Withdrawn 2002-03. [ISO 4217]" in lines
    assert lines.index("  EUR  Euro [ISO 4217]") < lines.index(
        "  DEM  Deutsche Mark Withdrawn 2002-03. [ISO 4217]"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("agrement", "invnews: there is no kind, value or vocabulary 'agrement' "
         "(did you mean 'agreement'?)\n"),
        ("Money", "invnews: there is no kind, value or vocabulary 'Money' "
         "(did you mean 'money'?)\n"),
        ("zzzz", "invnews: there is no kind, value or vocabulary 'zzzz'\n"),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_is_misuse(capsys, name, message):
    """The nearest of all names is the hint."""
    assert run(capsys, name) == (2, "", message)


@pytest.mark.parametrize("name", [*BUILTIN.kinds, *(describe(cls).name for cls in VALUES)])
def test_every_kind_and_value_can_be_shown(capsys, name):
    """Every field has its line, no line is wider than 96 characters but the docstring's."""
    code, out, err = run(capsys, name)
    kind = BUILTIN.kinds.get(name) or next(
        describe(cls) for cls in VALUES if describe(cls).name == name
    )
    shown = [line.split(":")[0].strip() for line in out.split("\nfields\n")[1].splitlines()
             if line.startswith("  ") and line[2] != " "]  # fmt: skip

    assert (code, err, shown) == (0, "", [field.name for field in kind.fields])
    assert max(map(len, out.splitlines())) <= 120


@pytest.mark.parametrize("name", list(VOCABULARIES))
def test_every_vocabulary_can_be_shown(capsys, name):
    """No line is wider than the terminal that it is meant for."""
    code, out, err = run(capsys, name)

    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 110
