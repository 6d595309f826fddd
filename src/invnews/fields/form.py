"""
Form: a form that a text must have, such as EDTF or a URL.
"""

import re
from collections.abc import Callable

import attrs


@attrs.frozen(eq=False)
class Form:
    """
    A form that a text must have.

    Args:
        name: What it is called in the docs: ``edtf``.
        expects: The words of a message after "expected": ``a URL that begins with http``.
        fault: Returns what is wrong with a text, or None. It must be linear in the text.
        pattern: An ECMA 262 regular expression that every such text matches, unanchored
            and ASCII; what it cannot say is left to *fault*.
        code: The code of the problem.
        example: A text of the form.
        source: The standard or document it comes from.
    """

    name: str
    expects: str
    fault: Callable[[str], str | None] = attrs.field(repr=False)
    pattern: str = ".*"
    code: str = "malformed"
    example: str = ""
    source: str = ""

    @classmethod
    def matching(
        cls, name: str, expects: str, pattern: str, *, code: str = "malformed",
        example: str = "", source: str = "", maximum: int = 2048,
    ) -> "Form":  # fmt: skip
        """Return the form of the texts that match *pattern* whole, of at most *maximum*."""
        match = re.compile(pattern, re.ASCII).fullmatch

        def fault(text: str) -> str | None:
            return None if len(text) <= maximum and match(text) else f"expected {expects}"

        return cls(name, expects, fault, pattern, code, example, source)
