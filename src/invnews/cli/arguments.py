"""
The arguments of the command line.
"""

import argparse
from typing import Any

from .coverage import run_coverage
from .draft import run_draft
from .kinds import run_kinds
from .read import run_read
from .schema import run_schema
from .score import run_score
from .show import run_show
from .upgrade import run_upgrade
from .validate import run_validate


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; each command sets ``run``."""
    top = argparse.ArgumentParser(
        prog="invnews",
        description="Structured investment-news records.",
        epilog="Exit codes: 0 fine, 1 problems of severity error, 2 misuse.",
    )
    top.add_argument("--version", action="version", version=_version())
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _of_files(commands)
    _of_texts(commands)
    _of_schemas(commands)
    _of_two_files(commands)
    return top


def _of_files(commands: Any) -> None:
    """Add what reads one file of records, or several."""
    validate = _command(
        commands, "validate", run_validate,
        "Read files strictly and check how their records fit together.",
    )  # fmt: skip
    _files(validate, many=True)
    _texts(validate)
    _format(validate)
    show = _command(commands, "show", run_show, "Show the records of a file in words.")
    _files(show)
    show.add_argument("--id", action="append", metavar="ID", default=[],
                      help="show only this record, whole; may be given again")  # fmt: skip
    covered = _command(
        commands, "coverage", run_coverage, "Say which passages of a text no record accounts for."
    )
    _files(covered)
    _texts(covered, required=True)
    _format(covered)


def _of_texts(commands: Any) -> None:
    """Add what reads the text of an article."""
    drafted = _command(
        commands, "draft", run_draft,
        "Write a first file from an article's text: a claim for each amount and quantity.",
    )  # fmt: skip
    drafted.add_argument("file", metavar="FILE", help="a UTF-8 text; - for standard input")
    drafted.add_argument("--title", metavar="TEXT", help="the headline of the article")
    _context(drafted)
    drafted.add_argument("--out", metavar="PATH",
                         help="the file to write, .json or .jsonl (default: standard output)")  # fmt: skip
    read = _command(
        commands, "read", run_read, "Say which amounts, quantities and dates a line gives."
    )
    read.add_argument("text", metavar="TEXT", help="the text; - for standard input")
    _context(read)
    _format(read)


def _of_schemas(commands: Any) -> None:
    """Add what tells of kinds."""
    schema = _command(
        commands, "schema", run_schema,
        "The JSON Schema of kinds, for validators or for language models.",
    )  # fmt: skip
    schema.add_argument("--profile", choices=("canonical", "llm"), default="canonical",
                        help="for files and lines, or for answers of language models")  # fmt: skip
    schema.add_argument("--kinds", metavar="A,B,C",
                        help="only these kinds, between commas (default: all)")  # fmt: skip
    schema.add_argument("--budget", action="store_true",
                        help="print its size, held against the rules of each provider")  # fmt: skip
    _format(schema)
    kinds = _command(
        commands, "kinds", run_kinds, "The reference of kinds, values and vocabularies, offline."
    )
    kinds.add_argument("name", nargs="?", metavar="KIND",
                       help="a kind, a value or a vocabulary; all kinds when left out")  # fmt: skip


def _of_two_files(commands: Any) -> None:
    """Add what compares files, or writes one anew."""
    scored = _command(commands, "score", run_score, "Say how well one file says what another says.")
    text = "a .json or .jsonl file, also .gz; - for standard input"
    scored.add_argument("gold", metavar="GOLD", help=text)
    scored.add_argument("predicted", metavar="PREDICTED", help="the file held against it")
    _keep(scored)
    _format(scored)
    upgrade = _command(
        commands, "upgrade", run_upgrade,
        "Write a file in today's form, with today's versions of its kinds.",
    )  # fmt: skip
    _files(upgrade)
    target = upgrade.add_mutually_exclusive_group()
    target.add_argument("--out", metavar="PATH",
                        help="the file to write, .json or .jsonl (default: standard output)")  # fmt: skip
    target.add_argument("--in-place", action="store_true", help="write the file itself")


def _version() -> str:
    from .. import __version__

    return f"invnews {__version__}"


def _command(commands: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run, keep=False)
    command.add_argument("--registry", metavar="MODULE:NAME",
                         help="the registry with your own kinds (default: the built-in kinds)")  # fmt: skip
    return command


def _files(command: argparse.ArgumentParser, *, many: bool = False) -> None:
    _keep(command)
    text = "a .json or .jsonl file, also .gz; - for standard input"
    if many:
        command.add_argument("files", nargs="+", metavar="FILE", help=text)
    else:
        command.add_argument("file", metavar="FILE", help=text)


def _keep(command: argparse.ArgumentParser) -> None:
    command.add_argument("--keep", action="store_true",
                         help="keep unknown kinds, fields and newer versions, unread")  # fmt: skip


def _texts(command: argparse.ArgumentParser, *, required: bool = False) -> None:
    command.add_argument(
        "--text", action="append", default=[], metavar="ID=PATH", required=required,
        help="the text of a document, by its id; may be given again",
    )  # fmt: skip


def _context(command: argparse.ArgumentParser) -> None:
    command.add_argument("--published", metavar="EDTF",
                         help="the date of publication, such as 2018-06-25")  # fmt: skip
    command.add_argument("--country", metavar="CODE",
                         help="where it was published, such as MY; settles $ and its like")  # fmt: skip


def _format(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text",
                         help="how to print what is found (default: text)")  # fmt: skip
