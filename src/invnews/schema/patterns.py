r"""
Regular expressions that mean the same under every validator, or none.

They are anchored, ASCII in what they accept, and use neither lookaround nor ``\d \w \s .``,
which engines read in different ways.
"""

import re
from typing import Any

_BLANKS = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
TEXT = rf"^[{_BLANKS}]*[^\u0000{_BLANKS}][^\u0000]*$"
"""A text that is not blank, as `str.isspace` has it, and holds no NUL."""
PRIVATE_CODE = r"x-[a-z0-9][a-z0-9._-]{0,61}"
"""A code that a user made (`invnews.fields.is_private`)."""

_TOKEN = re.compile(
    r"""(?P<set>\[\^?(?:\\.|[^\]\\])+\])
    |(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.))
    |(?P<any>\.)
    |(?P<plain>[^\\\[\](){}.*+?^$|])
    |(?P<repeat>(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??(?!\+))
    |(?P<group>\(\?:|\((?!\?)|\)|\|)""",
    re.VERBOSE | re.DOTALL,
)
_IN_SET = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)|.", re.DOTALL)
_SPACES = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLASSES = {r"\d": "0-9", r"\w": "A-Za-z0-9_", r"\s": _SPACES}
_OPPOSITES = {r"\D": "[^0-9]", r"\W": "[^A-Za-z0-9_]", r"\S": r"[^\t-\r ]"}
_OPERATORS = ("&&", "--", "~~", "||")
"""What some engines read as an operation between sets."""


class _Foreign(Exception):
    """The pattern uses what engines read in different ways."""


def anchored(pattern: str) -> dict[str, Any]:
    r"""
    Return the keywords for texts that match *pattern* whole.

    Python's ``$`` stands before a newline at the end, too; where the pattern takes no newline,
    one is therefore refused beside it.

    >>> anchored("[0-9]{4}")
    {'pattern': '^(?:[0-9]{4})$', 'not': {'pattern': '\\n'}}
    """
    found: dict[str, Any] = {"pattern": f"^(?:{pattern})$"}
    if not any(_takes_newline(each) for each in _TOKEN.finditer(pattern)):
        found["not"] = {"pattern": r"\n"}
    return found


def portable(pattern: str) -> str | None:
    r"""
    Return *pattern* in the words that all engines share, or None when it has none.

    Every text that the pattern matches whole is matched by what is returned; where engines
    differ, that is the wider one.

    >>> portable(r"^\d{3}-.+$"), portable(r"(?=a)b")
    ('[0-9]{3}-[^\\n]+', None)
    """
    inner = pattern.removeprefix("^")
    if inner.endswith("$") and not inner.endswith(r"\$"):
        inner = inner[:-1]
    parts, place = [], 0
    try:
        while place < len(inner):
            token = _TOKEN.match(inner, place)
            if token is None:
                return None
            parts.append(_shared(token))
            place = token.end()
        found = "".join(parts)
        re.compile(found)
    except (_Foreign, re.error):
        return None
    return None if found == "[^\\n]*" else found


def _shared(token: re.Match[str]) -> str:
    """Return one piece of a pattern as all engines read it, or raise _Foreign."""
    text = token.group()
    match token.lastgroup:
        case "any":
            return r"[^\n]"
        case "escape" if text in _CLASSES:
            return f"[{_CLASSES[text]}]"
        case "escape" if text in _OPPOSITES:
            return _OPPOSITES[text]
        case "escape":
            return _escape(text, r"^$\.*+?()[]{}|/")
        case "set":
            negated = text[1] == "^"
            inside = _IN_SET.sub(
                lambda each: _set_item(each.group(), negated), text[1 + negated : -1]
            )
            if any(each in inside for each in _OPERATORS):
                raise _Foreign
            return f"[{'^' * negated}{inside}]"
    return text


def _set_item(text: str, negated: bool) -> str:
    """Return one item of a set of characters as all engines read it, or raise _Foreign."""
    if text == r"\s" and negated:
        return r"\t-\r "
    if text in _CLASSES:
        return _CLASSES[text]
    if text == "[":
        return r"\["
    return _escape(text, r"\]^-[") if text.startswith("\\") else text


def _escape(text: str, special: str) -> str:
    """Return an escape, without its backslash where the character means nothing by itself."""
    char = text[1]
    if len(text) > 2 or char in special or char in "tnrfv":
        return text
    if char.isalnum() or char == "_":
        raise _Foreign
    return char


def _takes_newline(token: re.Match[str]) -> bool:
    """Return whether a piece of a portable pattern may stand for a newline."""
    one = token.lastgroup in ("set", "escape", "plain")
    return one and re.fullmatch(token.group(), "\n") is not None
