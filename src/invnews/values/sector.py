"""
Sector: a branch of business, by a classification or in the words of the source.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import code, doc, size
from ..shapes import Rule
from .value import Value
from .vocabularies import SECTOR_SCHEME


def _code_or_text(it: "Sector") -> Iterable[Problem]:
    """Yield a problem unless there is a code with its scheme, or words."""
    if it.code is None and it.text is None:
        yield Problem("$", "missing_field", "expected a code with its scheme, or a text")
    if it.code is not None and it.scheme is None:
        hint = "name the classification, such as isic"
        yield Problem("$.scheme", "missing_field", "expected the scheme of the code", hint=hint)


@attrs.frozen(kw_only=True)
class Sector(Value):
    """
    A branch of business.

    >>> Sector(scheme="isic", code="6201").code
    '6201'
    """

    scheme: str | None = attrs.field(
        default=None, metadata=doc("The classification of the code.") | code(SECTOR_SCHEME)
    )
    code: str | None = attrs.field(
        default=None, metadata=doc("The code in that classification.") | size(1, 64)
    )
    text: str | None = attrs.field(
        default=None, metadata=doc("The sector in the words of the source.")
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_code_or_text,)
