"""
What the form says in its own way: codes of a list; whole numbers, flags, JSON as texts.
"""

import re
from collections.abc import Iterator

from ..codec.parse import parse
from ..errors import InvalidData, Problem, scalar, shown
from ..fields import Vocabulary
from ..schema.llm_form import enumerated
from ..schema.llm_pattern import WHOLE
from ..shapes import DIGITS
from ..shapes.examine import wrong_type

_FLAGS = {"true": True, "false": False}


def code_problems(vocabulary: Vocabulary, given: str, at: str) -> Iterator[Problem]:
    """Yield a problem for a code that the form does not list, private ones included."""
    if not enumerated(vocabulary) or given in vocabulary.terms:
        return
    hint = vocabulary.hint(given)
    if not hint.startswith("did you mean"):
        hint = f"one of: {', '.join(vocabulary.terms)}"
    message = f"expected {vocabulary.expects}, got {shown(given)}"
    yield Problem(at, "unknown_code", message, scalar(given), hint)


def whole(given: object, at: str, problems: list[Problem]) -> object:
    """Return the whole number that a text says; what says none, as it is after telling it."""
    if not isinstance(given, str):
        plain = str(given) if type(given) is int and abs(given) < 10**DIGITS else ""
        hint = f'write it as text: "{plain}"' if plain else None
        problems.append(wrong_type(at, "a whole number as text", given, hint))
    elif re.fullmatch(WHOLE, given) is None or len(given.lstrip("-")) > DIGITS:
        message = f'expected a whole number such as "3", got {shown(given)}'
        problems.append(Problem(at, "bad_number", message, scalar(given), "digits 0-9 alone"))
    else:
        return int(given)
    return given


def any_json(given: object, at: str, problems: list[Problem]) -> object:
    """Return the data that a text of JSON says; what says none, as it is after telling it."""
    if not isinstance(given, str):
        problems.append(wrong_type(at, "JSON as text", given, "write it as text, in quotes"))
        return given
    try:
        data: object = parse(given)
    except InvalidData as error:
        problems += [
            Problem(at, each.code, each.message, hint=each.hint) for each in error.problems
        ]
        return None
    return data


def flag(given: object, at: str, problems: list[Problem]) -> object:
    """Return the truth that a text says; what says none, as it is after telling it."""
    if isinstance(given, str) and given in _FLAGS:
        return _FLAGS[given]
    hint = f'write "{shown(given)}"' if isinstance(given, bool) else None
    problems.append(wrong_type(at, '"true", "false" or ""', given, hint))
    return given
