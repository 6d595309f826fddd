"""
The forms of texts that records use: dates, URLs, digests, languages, paths.
"""

from ..fields import Form
from . import edtf


def _date_fault(text: str) -> str | None:
    try:
        edtf.parse(text)
    except ValueError as error:
        return f"expected a date in EDTF: {str(error).removeprefix(f'{text}: ')}"
    return None


EDTF = Form(
    "edtf",
    "a date in EDTF",
    _date_fault,
    pattern=r"[0-9X.][0-9X.~?%TZ:+/-]{0,63}|/[0-9X][0-9X~?%-]{0,30}",
    code="bad_date",
    example="2018-05",
    source="ISO 8601-2:2019 (EDTF)",
)
"""A date of one day, month, year and so on, an interval, or a date-time with offset."""

URL = Form.matching(
    "url", "a URL that begins with http:// or https://",
    r'https?://[^\x00-\x20"<>\x7f-\xa0\u2028\u2029\ufeff]{1,2000}',
    example="https://example.org/news/1", source="RFC 3986, RFC 3987",
)  # fmt: skip
"""A web address; other schemes are refused, so that a link can never run code."""

SHA256 = Form.matching(
    "sha256", "a SHA-256 digest of 64 digits 0-9 a-f", r"[0-9a-f]{64}",
    example="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    source="FIPS 180-4",
)  # fmt: skip

LANGUAGE = Form.matching(
    "language", "a BCP 47 language tag such as en, ms or zh-Hant-HK",
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?",
    example="ms", source="BCP 47 (RFC 5646)",
)  # fmt: skip

_STEP = r"[A-Za-z_][A-Za-z0-9_-]{0,63}(\[[0-9]{1,6}\]){0,1}"
PATH = Form.matching(
    "path", "a path from the record such as value.amount or parties[0].party",
    rf"{_STEP}(\.{_STEP}){{0,9}}", example="value.amount", source="invnews", maximum=700,
)  # fmt: skip

KIND_NAME = Form.matching(
    "kind", "the name of a kind such as organisation",
    r"[a-z][a-z0-9_]{0,62}(\.[a-z][a-z0-9_]{0,62}){0,3}", example="organisation",
)  # fmt: skip
