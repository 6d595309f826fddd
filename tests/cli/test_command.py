"""The command line as a whole: exit codes, misuse, standard input, texts, pipes."""

import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import invnews
from invnews.cli import main
from invnews.cli import show as show_command

FILE = (
    '{"format":"invnews","version":1,"records":[\n'
    '{"kind":"document","id":"d","title":"Port – 人民币"},\n'
    '{"kind":"person","id":"song","names":[{"text":"James Song"}]}\n'
    "]}\n"
)


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory with a sound file and a text."""
    (tmp_path / "good.json").write_text(FILE, "utf-8")
    (tmp_path / "d.txt").write_text("James Song", "utf-8")
    monkeypatch.chdir(tmp_path)


def run(capsys, *arguments):
    """Return exit code, output and errors of one command."""
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = stop.code
    output = capsys.readouterr()
    return code, output.out, output.err


def shell(*arguments, stdin=None, **environment):
    """Return the finished process of ``python -m invnews`` with these arguments."""
    variables = {**os.environ, "PYTHONPATH": str(Path(invnews.__file__).parents[1]),
                 **environment}  # fmt: skip
    command = [sys.executable, "-m", "invnews", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=variables, check=False)


def test_the_version_is_that_of_the_library(capsys):
    """--version prints name and version, and nothing else."""
    assert run(capsys, "--version") == (0, f"invnews {invnews.__version__}\n", "")


def test_without_a_command_the_usage_is_an_error(capsys):
    """No arguments at all are misuse."""
    code, out, err = run(capsys)

    assert (code, out) == (2, "")
    assert err.startswith("usage: invnews [-h] [--version] COMMAND")
    assert err.endswith("invnews: error: the following arguments are required: COMMAND\n")


@pytest.mark.parametrize("command", ["validate", "show", "coverage", "kinds"])
def test_every_command_has_a_help(capsys, command):
    """The general help lists the command, its own help says the same sentence."""
    general = run(capsys, "--help")
    own = run(capsys, command, "--help")

    assert (general[0], own[0], general[2], own[2]) == (0, 0, "", "")
    assert f"    {command} " in general[1]
    assert own[1].startswith(f"usage: invnews {command} ")


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (["frobnicate"], "(choose from 'validate', 'show', 'coverage', 'draft', 'read', 'schema', 'kinds', 'score', 'upgrade')\n"),
        (["validate"], "the following arguments are required: FILE\n"),
        (["coverage", "good.json"], "the following arguments are required: --text\n"),
        (["validate", "good.json", "--format", "xml"],
         "invalid choice: 'xml' (choose from 'text', 'json')\n"),
        (["show", "good.json", "other.json"], "unrecognized arguments: other.json\n"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_misuse(capsys, arguments, ending):
    """The exit code is 2, nothing is printed, the error says what was expected."""
    code, out, err = run(capsys, *arguments)

    assert (code, out) == (2, "")
    # Python 3.12 and later quote choices in another way.
    assert err.replace("'", "").endswith(ending.replace("'", ""))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["validate", "absent.json"],
         "invnews: [Errno 2] No such file or directory: 'absent.json'\n"),
        (["show", "absent.json"], "invnews: [Errno 2] No such file or directory: 'absent.json'\n"),
        (["coverage", "good.json", "--text", "d=absent.txt"],
         "invnews: [Errno 2] No such file or directory: 'absent.txt'\n"),
        (["validate", "good.json", "--text", "d"],
         "invnews: --text: expected ID=PATH, got 'd'\n"),
        (["validate", "good.json", "--text", "=d.txt"],
         "invnews: --text: expected ID=PATH, got '=d.txt'\n"),
        (["validate", "good.json", "--text", "d="],
         "invnews: --text: expected ID=PATH, got 'd='\n"),
        (["validate", "good.json", "--text", "d=d.txt", "--text", "d=d.txt"],
         "invnews: --text: the document 'd' is given twice\n"),
        (["validate", "-", "-"], "invnews: standard input can be given once only\n"),
        (["validate", "-", "good.json", "-"],
         "invnews: standard input can be given once only\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_misuse(capsys, arguments, message):
    """A file that is not there, a text that is not given as ID=PATH, standard input twice."""
    assert run(capsys, *arguments) == (2, "", message)


def test_a_text_that_is_no_utf_8_is_misuse(capsys):
    """Evidence cannot be held against it; the message says which file it is."""
    Path("latin.txt").write_bytes("Kč".encode("iso8859-2"))
    code, out, err = run(capsys, "validate", "good.json", "--text", "d=latin.txt")

    assert (code, out) == (2, "")
    assert "expected UTF-8, got the byte 0xe8" in err
    assert "latin.txt" in err


def test_a_damaged_gz_file_is_misuse(capsys):
    """What cannot be unpacked cannot be read; the message says which file it is."""
    import gzip

    Path("cut.json.gz").write_bytes(gzip.compress(FILE.encode())[:-12])
    Path("plain.json.gz").write_text(FILE, "utf-8")
    found = [run(capsys, "validate", name) for name in ("cut.json.gz", "plain.json.gz")]

    assert [(code, out) for code, out, _ in found] == [(2, ""), (2, "")]
    assert "cut.json.gz" in found[0][2]


def test_a_directory_is_misuse(capsys):
    """A directory cannot be read as a file."""
    code, out, err = run(capsys, "show", ".")

    assert (code, out) == (2, "")
    assert err.startswith("invnews: [Errno ")


def test_an_interrupted_command_says_so_by_its_exit_code(capsys, monkeypatch):
    """Ctrl-C ends with 130 and without a traceback."""

    def interrupted(name, options):
        raise KeyboardInterrupt

    monkeypatch.setattr(show_command, "read_source", interrupted)

    assert run(capsys, "show", "good.json") == (130, "", "")


@pytest.mark.parametrize("arguments", [["validate", "-"], ["show", "-"]])
def test_standard_input_is_read_for_a_hyphen(arguments):
    """The form is told from the data: a whole file, or JSON Lines."""
    lines = b"\n".join(line.encode().rstrip(b",") for line in FILE.splitlines()[1:3]) + b"\n"
    found = [shell(*arguments, stdin=each) for each in (FILE.encode(), lines, b"\n" + lines)]

    assert [(each.returncode, each.stderr) for each in found] == [(0, b"")] * 3
    assert found[0].stdout == found[1].stdout == found[2].stdout
    assert b"2 records" in found[0].stdout


def test_standard_input_with_a_header_line_is_json_lines():
    """The header says format and version and holds no records."""
    text = '{"format":"invnews","version":1}\n' + FILE.splitlines()[2] + "\n"
    done = shell("validate", "-", stdin=text.encode())

    assert (done.returncode, done.stdout) == (0, b"-: 1 record, no problems\n")


def test_empty_standard_input_is_refused():
    """No data is no file."""
    done = shell("validate", "-", stdin=b"")

    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().splitlines()[-1] == "-: refused, 1 error"


def test_the_module_runs_as_a_program():
    """python -m invnews gives the exit code and output of main()."""
    done = shell("validate", "good.json")

    assert (done.returncode, done.stdout, done.stderr) == (
        0, b"good.json: 2 records, no problems\n", b"",
    )  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes")
def test_a_broken_pipe_is_quiet():
    """Who reads the first line only gets no traceback for it."""
    records = ",\n".join(
        f'{{"kind":"person","id":"p{n}","names":[{{"text":"Person {n}"}}]}}' for n in range(20_000)
    )
    Path("big.json").write_text(
        f'{{"format":"invnews","version":1,"records":[\n{records}\n]}}\n', "utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(invnews.__file__).parents[1])}
    line = f'"{sys.executable}" -m invnews show big.json | head -1'
    done = subprocess.run(line, shell=True, capture_output=True, env=environment, check=False)

    assert (done.stdout, done.stderr) == (b"20000 records\n", b"")


def test_a_broken_pipe_is_no_problem(capfd, monkeypatch):
    """The exit code is 0, and what is printed afterwards goes nowhere."""

    def broken(name, options):
        raise BrokenPipeError

    monkeypatch.setattr(show_command, "read_source", broken)
    saved = os.dup(sys.stdout.fileno())
    try:
        code = main(["show", "good.json"])
    finally:
        os.dup2(saved, sys.stdout.fileno())
        os.close(saved)

    assert (code, capfd.readouterr().err) == (0, "")


def test_running_the_module_runs_main(monkeypatch, capsys):
    """python -m invnews is main() with the arguments of the process."""
    monkeypatch.setattr(sys, "argv", ["invnews", "validate", "good.json"])
    with pytest.raises(SystemExit) as exc:
        runpy.run_module("invnews", run_name="__main__")

    assert (exc.value.code, capsys.readouterr().out) == (
        0, "good.json: 2 records, no problems\n",
    )  # fmt: skip


def test_output_may_be_any_text_stream(monkeypatch):
    """A program that calls main() may have put something of its own in place of stdout."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    code = main(["validate", "good.json"])

    assert (code, sys.stdout.getvalue()) == (0, "good.json: 2 records, no problems\n")


def test_importing_the_module_runs_nothing():
    """Only the program itself runs main()."""
    names = runpy.run_module("invnews.__main__", run_name="elsewhere")

    assert names["main"] is main


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_makes_no_traceback(encoding):
    """Characters that the terminal does not have are shown in another way, never as a crash."""
    done = shell("show", "good.json", PYTHONIOENCODING=encoding)

    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"song  James Song" in done.stdout


def test_a_file_name_with_odd_bytes_makes_no_traceback():
    """File names of Unix are bytes; one that is no UTF-8 can still be named."""
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("file names are text here")
    Path(os.fsdecode(b"caf\xe9.json")).write_text(FILE, "utf-8")
    done = shell("validate", os.fsdecode(b"caf\xe9.json"))

    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_nothing_is_imported_that_a_command_does_not_need():
    """validate needs neither cattrs nor hypothesis nor rich."""
    code = (
        "import sys; from invnews.cli import main; main(['validate', 'good.json']); "
        "print(sorted({'cattrs', 'hypothesis', 'rich', 'dateutil'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(invnews.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=False
    )

    assert done.stdout.splitlines()[-1] == b"[]"
