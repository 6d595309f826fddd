"""
Problems, and the errors that carry them.

A *Problem* is one fault at one place; an error carries all the problems of an input at once.
Codes are part of the interface (`CODES` lists them all); the wording of messages is not.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

import attrs

Severity = Literal["error", "warning", "info"]

SHOWN_CHARACTERS = 80
"""A value quoted in a message is cut to this many characters."""
RECORD_LIMIT = 100
"""Problems reported for one record; one more says how many were left out."""
FILE_LIMIT = 1000
"""Problems reported for one file; one more says how many were left out."""


@attrs.frozen
class Problem:
    """
    One fault: where, what was expected, what was found, and the likely fix.

    Args:
        path: Where, as text from ``$``: ``$.records[3].value.currency``.
        code: One of `CODES`, or a code of your own rule.
        message: What was expected and what was found.
        value: What was found, when it is a scalar; texts are cut to 80 characters.
        hint: The likely fix.
        severity: ``error``, ``warning`` or ``info``.
        line: Line of the text it was read from, counted from 1.
        column: Column of that line in code points, counted from 1.

    >>> str(Problem("$.currency", "unknown_code", "expected an ISO 4217 code, got 'euro'",
    ...             hint="did you mean 'EUR'?"))
    "$.currency: expected an ISO 4217 code, got 'euro' (did you mean 'EUR'?)"
    """

    path: str
    code: str
    message: str
    value: object = None
    hint: str | None = None
    severity: Severity = "error"
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the whole problem on one line."""
        place = "" if self.line is None else f"line {self.line}, column {self.column or 1}: "
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.path}: {self.message}{hint}"

    def under(self, path: str) -> "Problem":
        """
        Return this problem as seen from further out.

        >>> Problem("$.end", "too_few", "…").under("$.evidence[0]").path
        '$.evidence[0].end'
        """
        return attrs.evolve(self, path=path + self.path.removeprefix("$"))


class InvnewsError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidData(InvnewsError, ValueError):
    """
    An input was refused.

    Args:
        problems: Every fault found, in the order of the input; at least one is an error.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line a problem."""
        return "\n".join(str(each) for each in self.problems)


class UnknownKind(InvnewsError, LookupError):
    """A registry was asked for a kind that it does not hold."""


class UnknownId(InvnewsError, LookupError):
    """A dataset was asked for an id that no record, or more than one, has."""


class MissingExtra(InvnewsError, ImportError):
    """An optional library is not installed; the message names the extra that brings it."""


def child(path: str, step: str | int) -> str:
    """
    Return the path one step further in: a field by name, an item by number.

    >>> child(child("$", "parties"), 0), child("$", "odd name")
    ('$.parties[0]', '$["odd name"]')
    """
    if isinstance(step, int):
        return f"{path}[{step}]"
    if step.isascii() and step.isidentifier():
        return f"{path}.{step}"
    quoted = brief(step).replace("\\", "\\\\").replace('"', '\\"')
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in quoted)
    return f'{path}["{printable}"]'


def brief(text: str) -> str:
    """Return *text* cut to what a message may quote."""
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def scalar(value: object) -> object:
    """Return what a Problem may keep of *value*: a scalar, a text cut short, or nothing."""
    if isinstance(value, str):
        return brief(value)
    if isinstance(value, int) and not -(10**40) < value < 10**40:
        return None
    return value if value is None or isinstance(value, (bool, int, Decimal, float)) else None


def shown(value: object) -> str:
    """
    Return *value* as a message shows it, in the words of JSON.

    >>> shown("euro"), shown(None), shown(True), shown([1, 2]), shown({})
    ("'euro'", 'null', 'true', 'a list of 2', 'an object')
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str() if type(value) is str:
            return repr(brief(value))
        case int() if not -(10**40) < value < 10**40:
            return "a whole number of more than 40 digits"
        case int() | float() | Decimal() if type(value) in (int, float, Decimal):
            return f"the number {brief(str(value))}"
        case list() | tuple():
            return f"a {'list' if isinstance(value, list) else 'tuple'} of {len(value)}"
        case Mapping():
            return "an object"
        case _:
            return f"an instance of {type(value).__name__}"


def limited(problems: list[Problem], limit: int, path: str = "$") -> list[Problem]:
    """Return at most *limit* problems, and one more that says how many were left out."""
    if len(problems) <= limit:
        return problems
    left = sum(_stands_for(each) for each in problems[limit:])
    are = "problem is" if left == 1 else "problems are"
    more = Problem(path, "more_problems", f"{left} more {are} not listed", value=left)
    return [*problems[:limit], more]


def _stands_for(problem: Problem) -> int:
    """Return how many problems one stands for: more than one when it says how many more."""
    many = problem.code == "more_problems" and isinstance(problem.value, int)
    return int(str(problem.value)) if many else 1


def nearest(text: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """
    Return the candidate most like *text*, or None when none is like it.

    Likeness runs from 0 to 1; less than *cutoff* is none.

    >>> nearest("organization", ["organisation", "person"])
    'organisation'
    """
    import difflib

    names = list(candidates)
    by_key = {each.casefold(): each for each in reversed(names)}
    key = brief(text).casefold()
    if key in by_key:
        return by_key[key]
    close = difflib.get_close_matches(key, list(by_key), n=1, cutoff=cutoff)
    return by_key[close[0]] if close else None


def did_you_mean(text: str, candidates: Iterable[str]) -> str | None:
    """Return the hint that names the candidate most like *text*, or None."""
    found = nearest(text, candidates, cutoff=0.65)
    return None if found is None else f"did you mean {found!r}?"


CODES: Mapping[str, str] = MappingProxyType(
    {
        # Texts and bytes that are not strict JSON.
        "json_syntax": "The text is not JSON (RFC 8259).",
        "encoding": "The bytes are not UTF-8 without a byte order mark.",
        "duplicate_key": "One object gives the same name twice.",
        "not_a_number": "NaN and Infinity are not JSON.",
        "surrogate": "Half of a surrogate pair stands alone; it has no UTF-8 form.",
        "too_deep": "The nesting is deeper than 128 levels.",
        "too_many_digits": "A number has more than 40 digits.",
        "more_problems": "The list of problems was cut; the value says how many were left out.",
        # Files.
        "not_invnews": "The object is not an invnews file: its format is not named.",
        "format_version": "The file has a format version that this library does not read.",
        "kind_version": "A kind has a version that the registry does not read, or two versions.",
        "migration_failed": "A migration cannot bring the data of a record up to date.",
        "unreadable": "The file cannot be read or written.",
        # Records and their fields.
        "missing_kind": "A record does not say its kind.",
        "unknown_kind": "The registry holds no kind of this name.",
        "missing_field": "A required field is absent.",
        "unknown_field": "The kind or value has no field of this name.",
        "wrong_type": "The value has another type than the field takes; nothing is converted.",
        "unknown_code": "The vocabulary has no such code, and it does not begin with x-.",
        "blank": "A text is empty or only blanks.",
        "bad_character": "A text holds NUL or half of a surrogate pair.",
        "malformed": "A text has not the form that the field takes.",
        "bad_id": "An id has other characters than A-Z a-z 0-9 . _ : / - or not 1 to 128.",
        "bad_date": "A date is not EDTF (ISO 8601-2), or does not exist.",
        "bad_number": "A decimal is not plain decimal text, or not finite.",
        "bad_identifier": "An identifier breaks the form or the check digits of its scheme.",
        "out_of_bounds": "A number is below the least or above the greatest value allowed.",
        "too_short": "A list or text has fewer items or characters than the least allowed.",
        "too_long": "A list or text has more items or characters than the most allowed.",
        "duplicate_item": "A list names the same thing twice.",
        "refused": "A validator or rule of the class refused the value.",
        # Rules across the fields of one value or record.
        "inconsistent": "Fields of one value contradict each other.",
        "ends_before_start": "An end lies before its start.",
        "unstated": "A field is neither set nor named in missing, with its reason.",
        "stated_and_missing": "A field is both set and named in missing.",
        "unread": "A reader kept fields that it does not know.",
        "unknown_path": "A path names no field that is set.",
        # Definitions of kinds.
        "bad_definition": "A class cannot be a kind or value as it is defined.",
        # Across the records of a dataset.
        "duplicate_id": "Two records have the same id.",
        "dangling_reference": "A reference names no record of the dataset.",
        "wrong_kind": "A reference names a record of a kind that the field does not take.",
        "self_reference": "A record refers to itself where that says nothing.",
        "cycle": "Records depend on each other in a circle.",
        "text_absent": "Words given as the source prints them do not stand in the cited text.",
        "reading_differs": "A value says something else than its own words (a warning).",
        "outside_text": "Evidence lies outside its document's text.",
        "evidence_mismatch": "The text at the offsets is not what the evidence quotes.",
        "digest_mismatch": "The text's SHA-256 is not the document's.",
        "length_mismatch": "The text's length is not the document's.",
        "unknown_text": "A text was given for a document that the dataset does not hold.",
        "unsigned": "A signed agreement names no signatory.",
        "withdrawn_code": "A code has been withdrawn from its standard (a warning).",
        # Finding quotations in a text.
        "quote_absent": "The text does not hold the words of a quotation.",
        "quote_ambiguous": "The text holds the words of a quotation more than once.",
        # Reading what journalists write.
        "not_one_expression": "A text is not one expression of the kind asked for, and no more.",
        # The form that language models fill in.
        "not_carried": "The llm form has no place for it.",
    }
)
"""Every problem code of the library with its meaning."""
