"""
Check rules for the public identifier schemes that records may cite.

Each scheme has a structure (an ASCII regular expression) and, where one is known, a check-digit
rule. Values are judged exactly as given: nothing is trimmed, folded or re-hyphenated. A value that
passes is well formed; that it has been issued to anybody is not claimed.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from attrs import frozen

Rule = Callable[[str], str | None]
_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # ISO/IEC 7064 and ISO 6166: A is 10, Z is 35
_31 = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V or Z
_32 = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, as ROR writes it
_UEN = "ABCDEFGHJKLMNPQRSTUVWX0123456789"  # ACRA: letters first, no I, O, Y or Z


@frozen
class Scheme:
    """
    One identifier scheme.

    `pattern` has no anchors and is necessary, not sufficient: `check` applies it to the whole value
    and then the arithmetic. `source` names the standard or issuer and says where the rule is
    stricter or wider than python-stdnum's, which besides strips separators and folds case.
    """

    name: str
    title: str
    pattern: str
    source: str
    check: Rule


def fault(scheme: str, value: str) -> str | None:
    """Say what is wrong with a value, or None when it is fine or the scheme is unknown."""
    known = SCHEMES.get(scheme)
    return None if known is None else known.check(value)


def _judge(
    pattern: str, wanted: str, sizes: Collection[int], rule: Rule | None, value: str
) -> str | None:
    """
    Check a value against a scheme's structure and then, if that holds, its arithmetic.

    `wanted` says the length before its colon and the form after; `sizes` is empty for any length.
    """
    if re.fullmatch(pattern, value):
        return rule(value) if rule else None
    size = wanted.partition(":")[0]
    for place, character in enumerate(value, 1):
        if not "!" <= character <= "~":
            return f"expected {size}, found {character!a} at position {place}"
    if sizes and len(value) not in sizes:
        return f"expected {size}, found {len(value)}"
    return f"expected {wanted}, found {value[:40]!a}{'...' if len(value) > 40 else ''}"


def _differ(expected: str, found: str) -> str | None:
    """Compare check digits and say which were expected."""
    if expected == found:
        return None
    kind = "digit" if (expected + found).isdigit() else "character"
    noun = f"{kind} is" if len(expected) == 1 else f"{kind}s are"
    return f"check {noun} wrong: expected {expected}, found {found}"


def _ending(compute: Callable[[str], str], value: str, count: int = 1) -> str | None:
    """Compare a value's last characters with those computed from all before them."""
    return _differ(compute(value[:-count]), value[-count:])


def _values(text: str, order: str = _36) -> list[int]:
    """Give each character its place in an alphabet."""
    return [order.index(character) for character in text]


def _weighted(values: Iterable[int], weights: Iterable[int]) -> int:
    """Add up values times weights, left to right."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def _modulus_10(weights: Iterable[int], body: str) -> str:
    """Work out the digit that brings a weighted sum to a multiple of ten (GS1 and others)."""
    return str(-_weighted(_values(body), weights) % 10)


def _luhn(body: str, order: str = _36, base: int = 10, first: int = 2) -> str:
    """
    Work out the Luhn check character (ISO/IEC 7812-1): every second value is doubled.

    `first` is the weight of the rightmost value; two-figure products add their figures.
    """
    total = 0
    for place, value in enumerate(reversed(_values(body, order))):
        total += sum(divmod(value * (3 - first if place % 2 else first), base))
    return order[-total % base]


def _mod_97_10(text: str) -> str:
    """Work out the two check digits, 02 to 98, of a text (ISO/IEC 7064 MOD 97-10)."""
    return f"{98 - int(''.join(map(str, _values(text))) + '00') % 97:02d}"


def _isin(body: str) -> str:
    """Work out the last digit of an ISIN (ISO 6166, Luhn over letters written as two digits)."""
    return _luhn("".join(map(str, _values(body))))


def _mod_11_2(body: str) -> str:
    """Work out the check character, 0-9 or X (ISO/IEC 7064 MOD 11-2), passing over hyphens."""
    total = 0
    for digit in _values(body.replace("-", "")):
        total = (total + digit) * 2
    return "0123456789X"[(12 - total) % 11]


def _iban(value: str) -> str | None:
    """Check digits three and four of an IBAN (ISO 13616-1, MOD 97-10)."""
    return _differ(_mod_97_10(value[4:] + value[:2]), value[2:4])


def _ror(body: str) -> str:
    """Work out the digits of a ROR id: MOD 97-10 of the base 32 number before them."""
    return _mod_97_10(str(sum(value << 5 * i for i, value in enumerate(_values(body, _32)[::-1]))))


def _figi(value: str) -> str | None:
    """Check the prefix and the last digit of a FIGI (OMG FIGI, modulus 10 double-add-double)."""
    if value[:2] in {"BS", "BM", "GG", "GB", "GH", "KY", "VG"}:
        return f"expected a prefix that no ISIN begins with, found {value[:2]}"
    return _ending(partial(_luhn, first=1), value)


def _cn_uscc(body: str) -> str:
    """Work out the last character of a social credit code (GB 32100-2015, modulus 31)."""
    return _31[-_weighted(_values(body, _31), [pow(3, place, 31) for place in range(17)]) % 31]


def _sg_uen(body: str) -> str:
    """Work out the last letter of a Singapore UEN (ACRA; one rule for each of three forms)."""
    if len(body) == 8:
        return "XMKECAWLJDB"[_weighted(_values(body), (10, 4, 9, 3, 8, 2, 7, 1)) % 11]
    if body.isdigit():
        return "ZKCMDNERGWH"[_weighted(_values(body), (10, 8, 6, 4, 9, 7, 5, 3, 1)) % 11]
    return _UEN[(_weighted(_values(body, _UEN), (4, 3, 5, 3, 10, 2, 2, 5, 7)) - 5) % 11]


def _in_pan(value: str) -> str | None:
    """Check the serial of a PAN, which runs from 0001 (Indian Income Tax Department)."""
    return "expected a serial from 0001, found 0000" if value[5:9] == "0000" else None


def _in_gstin(value: str) -> str | None:
    """Check the PAN within a GSTIN and its last character (GSTN, Luhn in base 36)."""
    return _in_pan(value[2:12]) or _ending(partial(_luhn, base=36), value)


def _au_abn(value: str) -> str | None:
    """Check the first two digits of an ABN (Australian Business Register, modulus 89)."""
    return _differ(str(11 + (-_weighted(_values(value[2:]), range(3, 20, 2)) - 1) % 89), value[:2])


def _jp_corporate_number(value: str) -> str | None:
    """Check the first digit of a corporate number (Japanese National Tax Agency, modulus 9)."""
    return _differ(str(9 - _weighted(_values(value[1:]), (2, 1) * 6) % 9), value[0])


def _kr_brn(value: str) -> str | None:
    """Check the parts and the last digit of a Korean business number (National Tax Service)."""
    if value[:3] < "101" or value[3:5] == "00" or value[5:9] == "0000":
        return f"expected office from 101, type from 01 and serial from 0001, found {value}"
    carry = int(value[8]) * 5 // 10
    return _differ(_modulus_10((1, 3, 7, 1, 3, 7, 1, 3, 5, 1), f"{value[:9]}{carry}"), value[9])


def _br_cnpj(value: str) -> str | None:
    """Check the last two digits of a CNPJ (Receita Federal, modulus 11 of ASCII code less 48)."""
    if value.startswith("0" * 12):
        return "expected a root and branch above zero, found 000000000000"
    places, weights = [ord(character) - 48 for character in value[:12]], (6, 5, 4, 3, 2, 9, 8, 7)
    for start in (1, 0):
        cycle = (weights * 2)[start : start + len(places)]
        places.append(-_weighted(places, cycle) % 11 % 10)
    return _differ("".join(map(str, places[12:])), value[12:])


def _fr_siret(value: str) -> str | None:
    """Check a SIRET (INSEE): its SIREN, then Luhn, or La Poste's own sum for its branches."""
    if value.startswith("356000000") and value != "35600000000048":
        total = sum(_values(value))
        return f"digit sum is wrong: expected a multiple of 5, found {total}" if total % 5 else None
    within = _ending(_luhn, value[:9])
    return f"SIREN {within}" if within else _ending(_luhn, value)


# fmt: off
_TABLE: tuple[tuple[str, str, str, str, str, Collection[int], Rule | None], ...] = (
    # name, title, source, pattern, what is wanted, its lengths, its arithmetic
    ("lei", "Legal Entity Identifier", "ISO 17442-1; stricter: 20 characters, digits 02-98",
     "[0-9A-Z]{18}[0-9]{2}", "20 characters A-Z 0-9: the last 2 digits", (20,),
     partial(_ending, _mod_97_10, count=2)),
    ("isin", "International Securities Identification Number", "ISO 6166; wider: any 2 letters",
     "[A-Z]{2}[0-9A-Z]{9}[0-9]", "12 characters A-Z 0-9: 2 letters first, a digit last", (12,),
     partial(_ending, _isin)),
    ("cusip", "CUSIP number", "ANSI X9.6",
     "[0-9A-Z*@#]{8}[0-9]", "9 characters A-Z 0-9 * @ #: the last a digit", (9,),
     partial(_ending, partial(_luhn, order=_36 + "*@#"))),
    ("sedol", "SEDOL code", "London Stock Exchange; no vowels",
     "(?:[0-9]{7}|[B-DF-HJ-NP-TV-Z][0-9B-DF-HJ-NP-TV-Z]{5}[0-9])",
     "7 characters: 7 digits, or a consonant, 5 consonants or digits, and a digit", (7,),
     partial(_ending, partial(_modulus_10, (1, 3, 1, 7, 3, 9)))),
    ("figi", "Financial Instrument Global Identifier", "OMG FIGI; stricter: no GH or KY first",
     "[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}[0-9]",
     "12 characters: 2 consonants, G, 8 consonants or digits, and a digit", (12,), _figi),
    ("bic", "Business Identifier Code", "ISO 9362; structure only; wider: digits may lead",
     "[0-9A-Z]{4}[A-Z]{2}(?:[0-9A-Z]{2}|[0-9A-Z]{5})",
     "8 or 11 characters A-Z 0-9: the fifth and sixth letters", (8, 11), None),
    ("iban", "International Bank Account Number", "ISO 13616-1; wider: no national rules",
     "[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}", "15 to 34 characters A-Z 0-9: 2 letters and 2 digits first",
     range(15, 35), _iban),
    ("isni", "International Standard Name Identifier", "ISO 27729",
     "[0-9]{15}[0-9X]", "16 characters: 15 digits and a digit or X", (16,),
     partial(_ending, _mod_11_2)),
    ("orcid", "ORCID iD", "ORCID, within ISO 27729; stricter: hyphens required",
     "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", "19 characters: 4 groups of 4 and hyphens",
     (19,), partial(_ending, _mod_11_2)),
    ("ror", "Research Organization Registry id", "ror.org; lower case is its official form",
     "0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}", "9 characters: 0, 6 of base 32 in lower case, 2 digits",
     (9,), partial(_ending, _ror, count=2)),
    ("duns", "D-U-N-S number", "Dun & Bradstreet; structure only",
     "[0-9]{9}", "9 digits", (9,), None),
    ("imo", "IMO ship number", "IMO A.1117(30); without the letters IMO",
     "[0-9]{7}", "7 digits", (7,), partial(_ending, partial(_modulus_10, range(-7, -1)))),
    ("cn_uscc", "Chinese unified social credit code", "GB 32100-2015; wider: bodies A, N and Y",
     "[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}",
     "18 characters: 2 of class, 6 digits, 10 of A-Z 0-9 without I O S V Z", (18,),
     partial(_ending, _cn_uscc)),
    ("gb_company", "British company number", "Companies House; structure only",
     "(?:[0-9]{8}|[A-Z][0-9]{7}|[A-Z]{2}[0-9]{3}[0-9A-Z]{3})",
     "8 characters: 8 digits, or 1 or 2 letters and digits, of which 3 may be letters", (8,), None),
    ("us_cik", "SEC Central Index Key", "SEC EDGAR; structure only, leading zeros kept",
     "[0-9]{1,10}", "1 to 10 digits", range(1, 11), None),
    ("my_ssm", "Malaysian company number", "SSM; structure only, no check rule is published",
     "(?:[0-9]{12}|[0-9]{1,7}-[A-Z])", "12 digits, or 1 to 7 digits, a hyphen and a letter", (),
     None),
    ("sg_uen", "Singapore Unique Entity Number", "ACRA; wider: any year, any entity type",
     "(?:[0-9]{8}[A-Z]|[12][0-9]{8}[A-Z]|[RST][0-9]{2}[A-HJ-NP-X]{2}[0-9]{4}[A-HJ-L])",
     "9 or 10 characters: 8 or 9 digits and a letter, or a form such as T01FC6132D",
     (9, 10), partial(_ending, _sg_uen)),
    ("in_cin", "Indian corporate identity number", "Ministry of Corporate Affairs; structure only",
     "[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}",
     "21 characters: L or U, 5 digits, 2 letters, 4 digits, 3 letters, 6 digits", (21,), None),
    ("in_pan", "Indian permanent account number", "Income Tax Department",
     "[A-Z]{3}[ABCFGHJKLPT][A-Z][0-9]{4}[A-Z]",
     "10 characters: 3 letters, a holder type, a letter, 4 digits, a letter", (10,), _in_pan),
    ("in_gstin", "Indian GST number", "GSTN; regular taxpayers (Z); wider: states 38, 97 and 99",
     "(?:0[1-9]|[12][0-9]|3[0-8]|9[79])[A-Z]{3}[ABCFGHJKLPT][A-Z][0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]",
     "15 characters: a state, a PAN, a count from 1, Z and a check character", (15,), _in_gstin),
    ("au_abn", "Australian Business Number", "ABR", "[0-9]{11}", "11 digits", (11,), _au_abn),
    ("au_acn", "Australian Company Number", "ASIC", "[0-9]{9}", "9 digits", (9,),
     partial(_ending, partial(_modulus_10, range(8, 0, -1)))),
    ("nz_nzbn", "New Zealand Business Number", "GS1 location number; stricter: prefix 94",
     "94[0-9]{11}", "13 digits: 94 first", (13,),
     partial(_ending, partial(_modulus_10, (1, 3) * 6))),
    ("jp_corporate_number", "Japanese corporate number", "National Tax Agency",
     "[0-9]{13}", "13 digits", (13,), _jp_corporate_number),
    ("kr_brn", "Korean business registration number", "NTS; stricter: check digit",
     "[0-9]{10}", "10 digits", (10,), _kr_brn),
    ("br_cnpj", "Brazilian CNPJ", "Receita Federal, IN RFB 2229/2024; letters from 2026",
     "[0-9A-Z]{12}[0-9]{2}", "14 characters A-Z 0-9: the last 2 digits", (14,), _br_cnpj),
    ("id_npwp", "Indonesian NPWP", "Directorate General of Taxes; structure only; wider: no Luhn",
     "(?:[0-9]{15}|[0-9]{16})", "15 or 16 digits", (15, 16), None),
    ("fr_siren", "French SIREN", "INSEE", "[0-9]{9}", "9 digits", (9,), partial(_ending, _luhn)),
    ("fr_siret", "French SIRET", "INSEE", "[0-9]{14}", "14 digits", (14,), _fr_siret),
    ("eu_vat", "European Union VAT number", "VIES; structure only, no national arithmetic",
     "(?:AT|B[EG]|C[YZ]|D[EK]|E[ELS]|F[IR]|H[RU]|I[ET]|L[TUV]|MT|NL|P[LT]|RO|S[EIK]|XI)[0-9A-Z]{2,13}",
     "4 to 15 characters A-Z 0-9: a VIES country first", range(4, 16), None),
    ("wikidata", "Wikidata item", "Wikidata; structure only", "Q[1-9][0-9]*",
     "Q and a number without leading zeros", (), None),
    ("opencorporates", "OpenCorporates company", "OpenCorporates; structure only",
     "(?:[a-z]{2}|[a-z]{2}_[a-z0-9]{1,3})/[0-9A-Z][0-9A-Z._-]{0,63}",
     "a jurisdiction code in lower case, a slash and a company number", (), None),
    ("doi", "Digital Object Identifier", "ISO 26324; structure only; any case",
     r"10\.[0-9]{4,9}(?:|\.[0-9]{1,9})/[!-~]+", "10. and a registrant, a slash, a suffix",
     (), None),
)
# fmt: on
SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {row[0]: Scheme(row[0], row[1], row[3], row[2], partial(_judge, *row[3:])) for row in _TABLE}
)
