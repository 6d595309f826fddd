"""Colour: only on a terminal, only with rich, never against NO_COLOR."""

import sys
from pathlib import Path

import pytest

from invnews.cli import main, paint


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """Forget whether colour was wanted, before and after, and give a file with a problem."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    Path("a.json").write_text(
        '{"format":"invnews","version":1,"records":[\n'
        '{"kind":"relation","id":"r","type":"owns","subject":"r","object":"b"}\n]}\n',
        "utf-8",
    )
    paint._colour.cache_clear()
    yield
    paint._colour.cache_clear()


def terminal(monkeypatch):
    """Let standard output be a terminal."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


def first_line(capsys):
    """Return the first line that ``invnews validate`` prints."""
    code = main(["validate", "a.json"])
    return code, capsys.readouterr().out.splitlines()[0]


PLAIN = (1, "a.json:2:66: error: $.records[0].object: no record has the id 'b' "
            "[dangling_reference]")  # fmt: skip


def test_a_terminal_shows_colour(capsys, monkeypatch):
    """The severity is painted; every character is as without colour."""
    terminal(monkeypatch)
    code, line = first_line(capsys)

    assert (code, line) == (1, PLAIN[1].replace("error", "\x1b[1;31merror\x1b[0m", 1))


def test_a_file_or_pipe_shows_none(capsys):
    """What is not a terminal gets plain text."""
    assert first_line(capsys) == PLAIN


def test_no_color_is_obeyed(capsys, monkeypatch):
    """NO_COLOR in the environment, whatever its value, turns colour off."""
    terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "")

    assert first_line(capsys) == PLAIN


def test_without_rich_there_is_no_colour(capsys, monkeypatch):
    """The extra is optional: without it the text is the same."""
    terminal(monkeypatch)
    monkeypatch.setattr(paint, "find_spec", lambda name: None)

    assert first_line(capsys) == PLAIN


@pytest.mark.parametrize(
    "text", ["[bold]not markup[/bold]", "a  b", "very " * 60, "人民币", "[/]", "\\[x]"]
)
def test_painted_text_is_not_markup_and_is_not_wrapped(monkeypatch, text):
    """Square brackets of paths stay, and a long line stays one line."""
    terminal(monkeypatch)
    painted = paint.paint(text, "head")

    assert painted == f"\x1b[1m{text}\x1b[0m"


def test_show_is_aligned_with_colour_too(capsys, monkeypatch):
    """Colour codes do not count as characters of a column."""
    plain = main(["show", "a.json", "--id", "r"]), capsys.readouterr().out
    terminal(monkeypatch)
    paint._colour.cache_clear()
    painted = main(["show", "a.json", "--id", "r"]), capsys.readouterr().out

    assert painted[1] != plain[1]
    assert painted[1].replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") \
        == plain[1]  # fmt: skip
