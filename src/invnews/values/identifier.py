"""
Identifier: a number or code that a register gave, its check digits verified.
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem, shown
from ..fields import Form, doc, form, size
from ..shapes import Rule
from . import schemes
from .value import Value

SCHEME = Form.matching(
    "scheme", "the name of a scheme such as lei or isin", r"[a-z0-9][a-z0-9._-]{0,63}",
    example="lei",
)  # fmt: skip


def _fits_scheme(it: "Identifier") -> Iterable[Problem]:
    """Yield what the scheme finds wrong; schemes that are not known are kept unjudged."""
    fault = schemes.fault(it.scheme, it.value)
    if fault is not None:
        message = f"{fault}, in the {it.scheme} {shown(it.value)}"
        yield Problem("$.value", "bad_identifier", message, it.value)


@attrs.frozen(kw_only=True)
class Identifier(Value):
    """
    A number or code that a register or standard gave.

    Check digits of known schemes are verified; unknown schemes are kept as they are.

    Source: of each scheme in `invnews.values.schemes`.

    >>> Identifier(scheme="isin", value="US0378331005").scheme
    'isin'
    """

    scheme: str = attrs.field(
        metadata=doc("Who gave it: lei, isin, cn_uscc, …; schemes of your own are kept.")
        | form(SCHEME)
    )
    value: str = attrs.field(
        metadata=doc("In the form of the scheme, without blanks.") | size(1, 256)
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_fits_scheme,)
