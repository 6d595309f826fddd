"""
Name: what something is called, in one language and of one type.
"""

import attrs

from ..fields import code, doc, form
from .forms import LANGUAGE
from .value import Value
from .vocabularies import NAME_TYPE


@attrs.frozen(kw_only=True)
class Name(Value):
    """
    A name as a source writes it.

    >>> Name(text="Dewan Bandaraya Kuala Lumpur", language="ms").text
    'Dewan Bandaraya Kuala Lumpur'
    """

    text: str = attrs.field(metadata=doc("The name as written."))
    language: str | None = attrs.field(
        default=None, metadata=doc("The language of the name, where it is known.") | form(LANGUAGE)
    )
    type: str | None = attrs.field(
        default=None, metadata=doc("Which sort of name it is.") | code(NAME_TYPE)
    )
