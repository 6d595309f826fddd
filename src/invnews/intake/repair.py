"""
repair_request: problems as a message to the language model that made them.
"""

from collections.abc import Iterable, Mapping

from ..errors import InvalidData, Problem

_ADVICE: Mapping[str, str] = {
    "quote_absent": "A quote repeats the text character for character. Where the text does not "
    "say it, leave the evidence out, and the record too if nothing else supports it.",
    "quote_ambiguous": 'Where the text says a quote more than once, "before" holds the few words '
    "directly before the one that is meant.",
    "dangling_reference": "A reference names the id of a record of the answer: correct the id, or "
    "add the record.",
    "duplicate_id": "Every record has an id of its own, whatever its kind.",
    "missing_field": "A required field cannot be empty: give what the text says, or leave the "
    "whole object out.",
    "unknown_code": "A code is taken from the list as it stands, or left empty.",
    "json_syntax": "Answer with one JSON object and no other words.",
    "bad_number": 'A number is digits alone, written out: "22000000000", not "22 billion".',
    "wrong_type": "Numbers are texts, and what may be absent stands in a list of 0 or 1.",
}
_AGAIN = (
    "Then give the whole answer again, in the same form. Change nothing else, and invent nothing."
)


def repair_request(error: InvalidData | Iterable[Problem]) -> str:
    """
    Return a message that asks a language model to correct its answer.

    It lists every problem with its path in the answer, then what to keep in mind. It repeats
    neither the answer nor the text: send it in the conversation that holds them.

    Args:
        error: What `from_llm` raised, or problems.

    >>> problem = Problem("$.person[0].id", "missing_field", "expected a value for 'id', got ''")
    >>> print(repair_request([problem]))
    Your answer cannot be used as it is. Correct this problem:
    <BLANKLINE>
    1. $.person[0].id: expected a value for 'id', got ''
    <BLANKLINE>
    Keep in mind:
    - A required field cannot be empty: give what the text says, or leave the whole object out.
    <BLANKLINE>
    Then give the whole answer again, in the same form. Change nothing else, and invent nothing.
    """
    problems = list(error.problems if isinstance(error, InvalidData) else error)
    count = "this problem" if len(problems) == 1 else f"these {len(problems)} problems"
    advice = [text for code, text in _ADVICE.items() if any(each.code == code for each in problems)]
    lines = [f"Your answer cannot be used as it is. Correct {count}:", ""]
    lines += [f"{number}. {each}" for number, each in enumerate(problems, start=1)]
    lines += ["", "Keep in mind:", *(f"- {each}" for each in advice)] if advice else []
    lines += ["", _AGAIN]
    return "\n".join(lines)
