"""--registry and --keep on every command, and invnews upgrade."""

import sys
from pathlib import Path

import pytest

from invnews.cli import main

MODULE = '''
from typing import ClassVar
import attrs
from invnews import BUILTIN, Agreement, Vocabulary, code, doc

USE = Vocabulary.of("acme.use", "a use", {"wind": "Wind power."}, source="Acme")

def up(data):
    return {("use" if name == "purpose" else name): value for name, value in data.items()}

@attrs.frozen(kw_only=True)
class Bond(Agreement):
    """A bond of Acme."""
    KIND: ClassVar[str] = "acme.bond"
    MIGRATIONS = (up,)
    use: str | None = attrs.field(default=None, metadata=doc("For what.") | code(USE))

REGISTRY = BUILTIN.with_kinds(Bond)
class Nested:
    REGISTRY = REGISTRY
KINDS = (Bond,)
'''
KINDS = '"kinds":{"acme.bond":{"extends":"agreement","version":%d}},'
FILE = '{"format":"invnews","version":1,%s"records":[\n%s\n]}\n'
OLD = FILE % (KINDS % 1, '{"kind":"acme.bond","id":"b","purpose":"wind"}')
NEW = FILE % (KINDS % 2, '{"kind":"acme.bond","id":"b","use":"wind"}')
OWN = ["--registry", "acme_kinds:REGISTRY"]


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a folder of its own that holds a module with kinds, and files of two versions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    sys.modules.pop("acme_kinds", None)
    Path("acme_kinds.py").write_text(MODULE, "utf-8")
    Path("broken_kinds.py").write_text("import nothing_of_this_name\n", "utf-8")
    Path("old.json").write_text(OLD, "utf-8")
    Path("new.json").write_text(NEW, "utf-8")
    Path("old.jsonl").write_text(
        OLD.replace('"records":[', "").replace(",\n{", "}\n{").replace("\n]}", ""), "utf-8"
    )
    Path("d.txt").write_text("x", "utf-8")


def run(capsys, *arguments):
    """Return exit code, output and errors of one command."""
    try:
        code = main(list(arguments))
    except SystemExit as error:
        code = error.code
    output = capsys.readouterr()
    return code, output.out, output.err


@pytest.mark.parametrize("named", ["acme_kinds:REGISTRY", "acme_kinds:Nested.REGISTRY"])
@pytest.mark.parametrize("file", ["old.json", "new.json", "old.jsonl"])
def test_a_registry_of_ones_own_is_named_by_its_module(capsys, named, file):
    """The folder of the shell counts, too; older files are migrated."""
    assert run(capsys, "validate", file, "--registry", named) == (
        0, f"{file}: 1 record, no problems\n", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("acme_kinds", "--registry: expected module:NAME, got 'acme_kinds'"),
        (":REGISTRY", "--registry: expected module:NAME, got ':REGISTRY'"),
        ("acme_kinds:", "--registry: expected module:NAME, got 'acme_kinds:'"),
        ("no_such_kinds:R", "--registry no_such_kinds:R: No module named 'no_such_kinds'"),
        ("broken_kinds:R", "--registry broken_kinds:R: No module named 'nothing_of_this_name'"),
        ("acme_kinds:OTHER",
         "--registry acme_kinds:OTHER: module 'acme_kinds' has no attribute 'OTHER'"),
        ("acme_kinds:KINDS", "--registry acme_kinds:KINDS: expected a Registry, got "
         "(<class 'acme_kinds.Bond'>,) (write KINDS = BUILTIN.with_kinds(…))"),
    ],
)  # fmt: skip
def test_a_registry_that_is_none_is_misuse(capsys, named, message):
    """The message says which part of the name leads nowhere."""
    assert run(capsys, "kinds", "--registry", named) == (2, "", f"invnews: {message}\n")


def test_every_command_takes_the_registry(capsys):
    """show, coverage, kinds, upgrade and validate know the kind; none does without."""
    shown = run(capsys, "show", "new.json", *OWN)
    kinds = run(capsys, "kinds", "acme.bond", *OWN)
    vocabulary = run(capsys, "kinds", "acme.use", *OWN)

    assert shown == (0, "1 record\n\nacme.bond (1)\n  b  use: wind\n", "")
    assert kinds[1].startswith("acme.bond\n  A bond of Acme.\n\n  version 2, extends agreement\n")
    assert vocabulary[1].splitlines()[1] == "  wind  Wind power. [Acme]"
    assert run(capsys, "kinds", "acme.bond")[0] == 2
    assert run(capsys, "show", "new.json")[0] == 1


def test_unknown_kinds_are_kept_when_asked(capsys):
    """--keep reads them, with a warning, and shows what it cannot understand as JSON."""
    code, out, err = run(capsys, "validate", "new.json", "--keep")

    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "new.json: 1 record, 1 warning"
    assert run(capsys, "show", "new.json", "--keep")[1].splitlines()[-1] == '  b  use: "wind"'


def test_upgrade_writes_todays_form(capsysbinary):
    """To standard output by default; the file stays as it was."""
    main(["upgrade", "old.json", *OWN])
    output = capsysbinary.readouterr()

    assert (output.out.decode(), output.err) == (
        NEW, b"old.json: 1 record, acme.bond from version 1 to 2\n",
    )  # fmt: skip
    assert Path("old.json").read_text("utf-8") == OLD


def test_upgrade_keeps_the_form_of_lines(capsysbinary):
    """JSON Lines stay JSON Lines, their header says today's versions."""
    main(["upgrade", "old.jsonl", *OWN])
    header, record = capsysbinary.readouterr().out.decode().splitlines()

    assert header == '{"format":"invnews","version":1,' + KINDS[:-1] % 2 + "}"
    assert record == '{"kind":"acme.bond","id":"b","use":"wind"}'


def test_upgrade_writes_another_file_or_the_same(capsys):
    """--out names a file of either form; --in-place writes the file itself."""
    run(capsys, "upgrade", "old.json", "--out", "out.jsonl", *OWN)
    run(capsys, "upgrade", "old.json", "--in-place", *OWN)

    assert Path("out.jsonl").read_text("utf-8").count("\n") == 2
    assert Path("old.json").read_text("utf-8") == NEW


def test_upgrade_of_a_faulty_file_writes_nothing(capsys):
    """Its problems go to standard error."""
    Path("old.json").write_text(OLD.replace('"wind"', "5"), "utf-8")
    code, out, err = run(capsys, "upgrade", "old.json", "--in-place", *OWN)

    assert (code, out) == (1, "")
    assert err == (
        "old.json:2:1: error: $.records[0].use: expected a use as text, got the number 5 [wrong_type]\n"
    )
    assert Path("old.json").read_text("utf-8") == OLD.replace('"wind"', "5")


def test_standard_input_cannot_be_written_in_place(capsys):
    """There is no file to write."""
    assert run(capsys, "upgrade", "-", "--in-place") == (
        2, "", "invnews: --in-place: standard input has no place\n",
    )  # fmt: skip


def test_upgrade_keeps_what_is_not_known(capsysbinary):
    """With --keep a file of unknown kinds comes back as it was."""
    main(["upgrade", "new.json", "--keep"])

    assert capsysbinary.readouterr().out.decode() == NEW
