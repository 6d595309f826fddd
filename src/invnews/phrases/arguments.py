"""
The arguments that every finder takes: a text, and the country of publication.
"""

from functools import cache

from ..errors import InvalidData, Problem, brief
from ..values.vocabularies import COUNTRY


def check_arguments(text: object, country: object) -> None:
    """
    Raise with every fault of a text and a country.

    Raises:
        InvalidData: *text* is no text, or *country* neither None nor a code of ISO 3166-1.
    """
    if type(text) is str and (country is None or country_problems(country) == ()):
        return
    problems = [*text_problems(text), *country_problems(country)]
    if problems:
        raise InvalidData(problems)


def text_problems(text: object) -> tuple[Problem, ...]:
    """Return what is wrong with a text; empty when it is one."""
    if isinstance(text, str):
        return ()
    message = f"expected text, got {type(text).__name__}"
    return (Problem("$.text", "wrong_type", message),)


def country_problems(country: object) -> tuple[Problem, ...]:
    """Return what is wrong with a country; empty for None or a code of ISO 3166-1."""
    if country is None or (isinstance(country, str) and country in countries()):
        return ()
    if not isinstance(country, str):
        message = f"expected {COUNTRY.expects}, got {type(country).__name__}"
        return (Problem("$.country", "wrong_type", message),)
    message = f"expected {COUNTRY.expects}, got {brief(repr(country))}"
    hint = COUNTRY.hint(country)
    if not hint.startswith("did you mean"):
        hint = "invnews kinds country lists them"  # A private code would settle nothing.
    return (Problem("$.country", "unknown_code", message, brief(country), hint),)


@cache
def countries() -> frozenset[object]:
    """Return the alpha-2 codes of ISO 3166-1."""
    return frozenset(code for code in COUNTRY.terms if len(code) == 2)
