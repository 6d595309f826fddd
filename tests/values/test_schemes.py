"""Rules of the identifier schemes: what each accepts, refuses and says."""

import operator
import re
import string
from collections.abc import Iterable
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invnews.values.schemes import SCHEMES, fault

DIGITS, LETTERS = string.digits, string.ascii_uppercase
VALID: dict[str, tuple[str, ...]] = {
    "lei": (
        "HWUPKR0MPOU8FGXBT394",  # Apple
        "506700GE1G29325QX363",  # GLEIF
        "7LTWFZYICNSX8D621K86",  # Deutsche Bank
        "784F5XWPLTWKTBV3E584",  # Goldman Sachs
        "8I5DZWZKVSZI1NUHU748",  # JPMorgan Chase
    ),
    "isin": (
        "US0378331005",  # Apple
        "US5949181045",  # Microsoft
        "GB0002634946",  # BAE Systems
        "DE0007164600",  # SAP
        "JP3633400001",  # Toyota
        "CNE100000296",  # BYD
        "KYG017191142",  # Alibaba
        "XS0104440986",  # a eurobond
    ),
    "cusip": ("037833100", "594918104", "38259P508"),  # Apple, Microsoft, Google
    "sedol": ("0263494", "2046251", "B0WNLY7", "B03MLX2"),
    "figi": ("BBG000BLNNH6", "BBG000B9XRY4", "BBG000BPH459"),  # IBM, Apple, Microsoft
    "bic": ("DEUTDEFF", "DEUTDEFF500", "CHASUS33"),
    "iban": (
        "GB29NWBK60161331926819",
        "GB82WEST12345698765432",
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "NO9386011117947",
    ),
    "isni": ("0000000121032683", "000000012146438X"),
    "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"),
    "ror": ("05dxps055", "00f54p054", "042nb2s44", "03vek6s52", "052gg0110"),
    "duns": ("150483782",),
    "imo": ("9074729", "9319466", "9811000"),
    "cn_uscc": (
        "91330100799655058B",  # Alibaba (China) Network Technology
        "9144030071526726XG",  # Tencent Technology (Shenzhen)
        "914403001922038216",  # Huawei Technologies
    ),
    "gb_company": ("00445790", "SC095000", "OC301540", "IP00525R", "R0000012", "RS007CUS"),
    "us_cik": ("320193", "0000320193", "1"),
    "my_ssm": ("196001000142", "3813-K", "20076-K", "1234567-X"),
    "sg_uen": ("196800306E", "197200078R", "200604346E", "00192200M", "T01FC6132D"),
    "in_cin": ("L17110MH1973PLC019786", "L22210MH1995PLC084781"),  # Reliance, TCS
    "in_pan": ("AAACR5055K", "ACUPA7085R"),
    "in_gstin": ("27AAACR5055K1Z7", "27AAPFU0939F1ZV"),
    "au_abn": ("51824753556", "49004028077", "83914571673"),
    "au_acn": ("004028077", "000000019", "004085616"),
    "nz_nzbn": ("9429036166411", "9429040402543"),
    "jp_corporate_number": ("1180301018771", "5010401067252", "7000012050002"),
    "kr_brn": ("1248100998", "1208147521", "2208162517", "1168200276"),
    "br_cnpj": ("33000167000101", "00000000000191", "12ABC34501DE35"),
    "id_npwp": ("013000666091000", "0013000666091000"),
    "fr_siren": ("552081317", "542051180", "356000000"),
    "fr_siret": ("73282932000074", "35600000000048", "35600000049837"),
    "eu_vat": ("IE6388047V", "LU26375245", "ELX0", "NL123456789B01", "XI123456789"),
    "wikidata": ("Q1", "Q312"),
    "opencorporates": ("gb/00102498", "us_ca/C0806592", "de/K1101R_HRB137077"),
    "doi": ("10.1000/182", "10.1038/nature12373", "10.1000.10/A<B>(1)"),
}

REFUSED: tuple[tuple[str, str, str], ...] = (
    ("lei", "98", "expected 20 characters A-Z 0-9, found 2"),
    ("lei", "", "expected 20 characters A-Z 0-9, found 0"),
    ("lei", "HWUPKR0MPOU8FGXBT395", "check digits are wrong: expected 94, found 95"),
    ("lei", "HWUPKR0MPOU8FGXBT3948", "expected 20 characters A-Z 0-9, found 21"),
    (
        "lei",
        "HWUPKR0MPOU8FGXBT3AB",
        "expected 20 characters A-Z 0-9: the last 2 digits, found 'HWUPKR0MPOU8FGXBT3AB'",
    ),
    (
        "lei",
        "HWUP KR0M POU8 FGXB T394",
        "expected 20 characters A-Z 0-9, found ' ' at position 5",
    ),
    ("isin", "US0378331006", "check digit is wrong: expected 5, found 6"),
    ("isin", "US-037833100-5", "expected 12 characters A-Z 0-9, found 14"),
    (
        "isin",
        "1S0378331005",
        "expected 12 characters A-Z 0-9: 2 letters first, a digit last, found '1S0378331005'",
    ),
    ("cusip", "037833101", "check digit is wrong: expected 0, found 1"),
    ("cusip", "03783310", "expected 9 characters A-Z 0-9 * @ #, found 8"),
    ("sedol", "0263495", "check digit is wrong: expected 4, found 5"),
    (
        "sedol",
        "A0WNLY7",
        "expected 7 characters: 7 digits, or a consonant, 5 consonants or digits, and a digit, "
        "found 'A0WNLY7'",
    ),
    ("figi", "BBG000BLNNH7", "check digit is wrong: expected 6, found 7"),
    ("figi", "KYG000BLNNH6", "expected a prefix that no ISIN begins with, found KY"),
    (
        "figi",
        "BBX000BLNNH6",
        "expected 12 characters: 2 consonants, G, 8 consonants or digits, and a digit, "
        "found 'BBX000BLNNH6'",
    ),
    ("bic", "DEUTDEFF5", "expected 8 or 11 characters A-Z 0-9, found 9"),
    (
        "bic",
        "DEUT1EFF",
        "expected 8 or 11 characters A-Z 0-9: the fifth and sixth letters, found 'DEUT1EFF'",
    ),
    ("iban", "GB28NWBK60161331926819", "check digits are wrong: expected 29, found 28"),
    ("iban", "GB29", "expected 15 to 34 characters A-Z 0-9, found 4"),
    ("isni", "0000000121032684", "check digit is wrong: expected 3, found 4"),
    ("isni", "0000000121464381", "check character is wrong: expected X, found 1"),
    ("isni", "0000-0001-2103-2683", "expected 16 characters, found 19"),
    ("orcid", "0000-0002-1825-0098", "check digit is wrong: expected 7, found 8"),
    ("orcid", "0000000218250097", "expected 19 characters, found 16"),
    ("ror", "05dxps056", "check digits are wrong: expected 55, found 56"),
    (
        "ror",
        "05dxpu055",
        "expected 9 characters: 0, 6 of base 32 in lower case, 2 digits, found '05dxpu055'",
    ),
    ("duns", "15-048-3782", "expected 9 digits, found 11"),
    ("duns", "15048378A", "expected 9 digits, found '15048378A'"),
    ("imo", "9074728", "check digit is wrong: expected 9, found 8"),
    ("imo", "IMO9074729", "expected 7 digits, found 10"),
    ("cn_uscc", "91330100799655058C", "check character is wrong: expected B, found C"),
    (
        "cn_uscc",
        "91330100799655O58B",
        "expected 18 characters: 2 of class, 6 digits, 10 of A-Z 0-9 without I O S V Z, "
        "found '91330100799655O58B'",
    ),
    ("gb_company", "445790", "expected 8 characters, found 6"),
    (
        "gb_company",
        "ABC12345",
        "expected 8 characters: 8 digits, or 1 or 2 letters and digits, of which 3 may be "
        "letters, found 'ABC12345'",
    ),
    ("us_cik", "00000320193", "expected 1 to 10 digits, found 11"),
    ("us_cik", "CIK320193", "expected 1 to 10 digits, found 'CIK320193'"),
    (
        "my_ssm",
        "3813K",
        "expected 12 digits, or 1 to 7 digits, a hyphen and a letter, found '3813K'",
    ),
    ("sg_uen", "196800306F", "check character is wrong: expected E, found F"),
    ("sg_uen", "00192200N", "check character is wrong: expected M, found N"),
    ("sg_uen", "T01FC6132E", "check character is wrong: expected D, found E"),
    ("sg_uen", "0019220M", "expected 9 or 10 characters, found 8"),
    (
        "sg_uen",
        "U01FC6132D",
        "expected 9 or 10 characters: 8 or 9 digits and a letter, or a form such as T01FC6132D, "
        "found 'U01FC6132D'",
    ),
    (
        "in_cin",
        "X17110MH1973PLC019786",
        "expected 21 characters: L or U, 5 digits, 2 letters, 4 digits, 3 letters, 6 digits, "
        "found 'X17110MH1973PLC019786'",
    ),
    ("in_pan", "AAACR0000K", "expected a serial from 0001, found 0000"),
    (
        "in_pan",
        "AAAZR5055K",
        "expected 10 characters: 3 letters, a holder type, a letter, 4 digits, a letter, "
        "found 'AAAZR5055K'",
    ),
    ("in_gstin", "27AAACR5055K1Z8", "check digit is wrong: expected 7, found 8"),
    ("in_gstin", "27AAACR0000K1Z7", "expected a serial from 0001, found 0000"),
    (
        "in_gstin",
        "39AAACR5055K1Z7",
        "expected 15 characters: a state, a PAN, a count from 1, Z and a check character, "
        "found '39AAACR5055K1Z7'",
    ),
    ("au_abn", "52824753556", "check digits are wrong: expected 51, found 52"),
    ("au_acn", "004028078", "check digit is wrong: expected 7, found 8"),
    ("nz_nzbn", "9429036166412", "check digit is wrong: expected 1, found 2"),
    ("nz_nzbn", "9329036166411", "expected 13 digits: 94 first, found '9329036166411'"),
    ("jp_corporate_number", "2180301018771", "check digit is wrong: expected 1, found 2"),
    ("kr_brn", "1248100999", "check digit is wrong: expected 8, found 9"),
    (
        "kr_brn",
        "1008100998",
        "expected office from 101, type from 01 and serial from 0001, found 1008100998",
    ),
    ("br_cnpj", "33000167000102", "check digits are wrong: expected 01, found 02"),
    ("br_cnpj", "12ABC34501DE36", "check digits are wrong: expected 35, found 36"),
    ("br_cnpj", "0" * 14, "expected a root and branch above zero, found 000000000000"),
    ("br_cnpj", "33.000.167/0001-01", "expected 14 characters A-Z 0-9, found 18"),
    ("id_npwp", "01300066609100", "expected 15 or 16 digits, found 14"),
    ("fr_siren", "552081318", "check digit is wrong: expected 7, found 8"),
    ("fr_siret", "73282932000075", "check digit is wrong: expected 4, found 5"),
    ("fr_siret", "73282932100074", "SIREN check digit is wrong: expected 0, found 1"),
    ("fr_siret", "35600000049838", "digit sum is wrong: expected a multiple of 5, found 46"),
    (
        "eu_vat",
        "GB123456789",
        "expected 4 to 15 characters A-Z 0-9: a VIES country first, found 'GB123456789'",
    ),
    ("eu_vat", "IE1", "expected 4 to 15 characters A-Z 0-9, found 3"),
    ("wikidata", "Q0", "expected Q and a number without leading zeros, found 'Q0'"),
    (
        "wikidata",
        "Q312\n",
        r"expected Q and a number without leading zeros, found '\n' at position 5",
    ),
    (
        "wikidata",
        "P" * 41,
        f"expected Q and a number without leading zeros, found '{'P' * 40}'...",
    ),
    (
        "opencorporates",
        "00102498",
        "expected a jurisdiction code in lower case, a slash and a company number, "
        "found '00102498'",
    ),
    ("doi", "10.1/A", "expected 10. and a registrant, a slash, a suffix, found '10.1/A'"),
)

PAIR = "(?:0[2-9]|[1-8][0-9]|9[0-8])"  # the check digits that MOD 97-10 can yield
CHECKED: dict[str, tuple[str, str]] = {
    # scheme: (python-stdnum module, a pattern both accept where ours is the wider)
    "lei": ("stdnum.lei", "[0-9A-Z]{18}" + PAIR),
    "isin": ("stdnum.isin", "(?:US|GB|CN|KY|XS|EU)[0-9A-Z]{9}[0-9]"),
    "cusip": ("stdnum.cusip", ""),
    "sedol": ("stdnum.gb.sedol", ""),
    "figi": ("stdnum.figi", "(?:BB|KK|ZY|BG)G[0-9B-DF-HJ-NP-TV-Z]{8}[0-9]"),
    "iban": (
        "stdnum.iban",
        f"(?:DE{PAIR}[0-9]{{18}}|GB{PAIR}[A-Z]{{4}}[0-9]{{14}}|MT{PAIR}[A-Z]{{4}}[0-9]{{5}}"
        f"[0-9A-Z]{{18}})",
    ),
    "isni": ("stdnum.isni", ""),
    "orcid": ("stdnum.isni", ""),
    "imo": ("stdnum.imo", ""),
    "cn_uscc": ("stdnum.cn.uscc", "[1-9]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}"),
    "sg_uen": (
        "stdnum.sg.uen",
        "(?:[0-9]{8}[A-Z]|(?:19|20)[01][0-9]{6}[A-Z]"
        "|[RST][01][0-9](?:CC|FC|GB|LL|LP|PF|SS|XL)[0-9]{4}[A-HJ-L])",
    ),
    "in_pan": ("stdnum.in_.pan", ""),
    "in_gstin": (
        "stdnum.in_.gstin",
        "(?:0[1-9]|[12][0-9]|3[0-7])[A-Z]{3}[ABCFGHJKLPT][A-Z][0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]",
    ),
    "au_abn": ("stdnum.au.abn", ""),
    "au_acn": ("stdnum.au.acn", ""),
    "nz_nzbn": ("stdnum.ean", ""),
    "jp_corporate_number": ("stdnum.jp.cn", ""),
    "br_cnpj": ("stdnum.br.cnpj", ""),
    "fr_siren": ("stdnum.fr.siren", ""),
    "fr_siret": ("stdnum.fr.siret", "(?:[0-9]{14}|356000000[0-9]{5})"),
}
START = {"au_abn": 0, "jp_corporate_number": 0, "iban": 2}  # where the check digits do not end it


def repaired(scheme: str, value: str) -> str:
    """Put the check digits that a message asks for into the value, twice for a nested number."""
    for _ in range(2):
        said = re.search(
            "(SIREN )?check .*: expected ([0-9A-Z]+), found", fault(scheme, value) or ""
        )
        if said is None:
            break
        digits = said[2]
        start = 8 if said[1] else START.get(scheme, len(value) - len(digits))
        value = value[:start] + digits + value[start + len(digits) :]
    return value


def undetected(scheme: str, value: str, alphabet: str, places: Iterable[int]) -> list[str]:
    """List the values one substituted character away that the scheme still accepts."""
    changed = (
        value[:place] + character + value[place + 1 :]
        for place in places
        for character in alphabet
        if character != value[place]
    )
    return [other for other in changed if fault(scheme, other) is None]


def test_every_scheme_has_public_examples() -> None:
    """Every scheme is tried on at least one published value, and no other scheme is tried."""
    assert sorted(VALID) == sorted(SCHEMES)


@pytest.mark.parametrize(("scheme", "value"), [(s, v) for s, many in VALID.items() for v in many])
def test_a_published_value_is_fine(scheme: str, value: str) -> None:
    """A published identifier has no fault."""
    assert fault(scheme, value) is None


@pytest.mark.parametrize(("scheme", "value", "message"), REFUSED)
def test_a_wrong_value_is_explained(scheme: str, value: str, message: str) -> None:
    """A wrong value gets one phrase with what was expected and what was found."""
    assert fault(scheme, value) == message


def test_every_scheme_refuses_something() -> None:
    """Every scheme has at least one wrong value with its exact message."""
    assert sorted({scheme for scheme, _, _ in REFUSED}) == sorted(SCHEMES)


@pytest.mark.parametrize("value", ["", "anything", "\n"])
def test_an_unknown_scheme_is_not_judged(value: str) -> None:
    """A value of a scheme not listed is kept, whatever it is; scheme names are case-sensitive."""
    assert [fault("acme_id", value), fault("LEI", value), fault("", value)] == [None, None, None]


@pytest.mark.parametrize("scheme", sorted(VALID))
def test_only_the_canonical_text_is_fine(scheme: str) -> None:
    """White space around, digits of other scripts, other case or a stray letter are refused."""
    for value in VALID[scheme]:
        fullwidth = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in value)
        arabic = "".join(chr(ord(c) + 0x630) if c.isdigit() else c for c in value)
        last = value[:-1] + chr(ord("0") + 0xFEE0)
        changed = [value + "\n", "\n" + value, value + " ", " " + value, value + "\r\n"]
        changed += ["\ufeff" + value, value + "\x00", last]
        if scheme != "doi":  # of any case, and of any length
            changed += [each for each in (value[:-1] + "a", value.swapcase()) if each != value]
        changed += [other for other in (fullwidth, arabic) if other != value]
        assert [other for other in changed if fault(scheme, other) is None] == []


@pytest.mark.parametrize("scheme", sorted(CHECKED))
def test_arithmetic_agrees_with_python_stdnum(scheme: str) -> None:
    """A well-formed text is fine exactly when python-stdnum says so, and repairing mends it."""
    module, shared = CHECKED[scheme]
    other: Any = pytest.importorskip(module)
    options = {"check_country": False} if scheme == "iban" else {}

    @settings(max_examples=300, deadline=None)
    @given(st.from_regex(shared or SCHEMES[scheme].pattern, fullmatch=True))
    def agree(value: str) -> None:
        mended = repaired(scheme, value)
        ours = [fault(scheme, text) is None for text in (value, mended)]
        theirs = [other.is_valid(text, **options) for text in (value, mended)]
        assert (value, mended, ours) == (value, mended, theirs)

    agree()


@settings(max_examples=300, deadline=None)
@given(st.from_regex(SCHEMES["kr_brn"].pattern, fullmatch=True))
def test_korean_numbers_are_no_wider_than_python_stdnum(value: str) -> None:
    """A mended Korean number passes python-stdnum, which tests its parts but no check digit."""
    other: Any = pytest.importorskip("stdnum.kr.brn")
    mended = repaired("kr_brn", value)
    assert (mended, fault("kr_brn", mended) is None) == (mended, other.is_valid(mended))


@settings(max_examples=300, deadline=None)
@given(st.from_regex(SCHEMES["ror"].pattern, fullmatch=True))
def test_ror_digits_make_the_number_one_modulo_97(value: str) -> None:
    """A mended ROR id, its base 32 part times 100 plus its digits, leaves 1 modulo 97."""
    mended = repaired("ror", value)
    plain = mended[:7].translate(
        str.maketrans("0123456789abcdefghjkmnpqrstvwxyz", "0123456789abcdefghijklmnopqrstuv")
    )
    assert (fault("ror", mended), (int(plain, 32) * 100 + int(mended[7:])) % 97) == (None, 1)


@pytest.mark.parametrize(("right", "alias"), [("98", "01"), ("97", "00"), ("02", "99")])
def test_mod_97_10_has_one_pair_of_digits(right: str, alias: str) -> None:
    """Check digits 00, 01 and 99 are refused though they leave the same remainder."""
    other: Any = pytest.importorskip("stdnum.lei")
    bodies = (f"5067000000000{number:05d}" for number in range(1000))
    body = next(body for body in bodies if fault("lei", body + right) is None)
    wrong = f"check digits are wrong: expected {right}, found {alias}"
    assert (fault("lei", body + alias), other.is_valid(body + alias)) == (wrong, True)


def test_python_stdnum_is_laxer_about_an_lei() -> None:
    """python-stdnum takes the two-character text 98 as an LEI; this library does not."""
    other: Any = pytest.importorskip("stdnum.lei")
    assert (other.is_valid("98"), fault("lei", "98") is None) == (True, False)


@pytest.mark.parametrize(
    ("scheme", "value"), [(s, v) for s in ("lei", "isin", "cn_uscc") for v in VALID[s]]
)
def test_a_changed_digit_is_detected(scheme: str, value: str) -> None:
    """Every change of one digit of an LEI, an ISIN or a credit code to another is detected."""
    places = [place for place, character in enumerate(value) if character in DIGITS]
    assert undetected(scheme, value, DIGITS, places) == []


@pytest.mark.parametrize("value", VALID["lei"])
def test_a_changed_letter_of_an_lei_is_detected(value: str) -> None:
    """Every change of one letter of an LEI to another is detected, differing by less than 97."""
    places = [place for place, character in enumerate(value) if character in LETTERS]
    assert undetected("lei", value, LETTERS, places) == []


@pytest.mark.parametrize("value", VALID["cn_uscc"])
def test_any_changed_character_of_a_credit_code_is_detected(value: str) -> None:
    """Every one-character change of a credit code is detected, 31 being prime."""
    assert undetected("cn_uscc", value, DIGITS + LETTERS, range(18)) == []


@pytest.mark.parametrize(
    ("value", "slips"),
    [
        (
            "HWUPKR0MPOU8FGXBT394",
            "HWUP0R0MPOU8FGXBT394 HWUPKRDMPOU8FGXBT394 HWUPKR0MPOUAFGXBT394 HWUPKR0MPOU8FGXBTI94",
        ),
        (
            "506700GE1G29325QX363",
            "5Z6700GE1G29325QX363 506700G51G29325QX363 506700GETG29325QX363 506700GE1G29L25QX363 "
            "506700GE1G29325QXM63",
        ),
        (
            "7LTWFZYICNSX8D621K86",
            "7LTWFZY3CNSX8D621K86 7LTWFZYIC8SX8D621K86 7LTWFZYICNSX8D6G1K86",
        ),
        (
            "784F5XWPLTWKTBV3E584",
            "784F5XWPLTWK4BV3E584",
        ),
        (
            "8I5DZWZKVSZI1NUHU748",
            "8I5DZWZKVSZIRNUHU748 8I5DZWZKVSZI1NUHUH48",
        ),
    ],
)
def test_a_digit_for_a_letter_in_an_lei_can_slip_through(value: str, slips: str) -> None:
    """A digit put for a letter, or the reverse, moves the digits before it: a few go undetected."""
    assert undetected("lei", value, DIGITS + LETTERS, range(20)) == slips.split()


@pytest.mark.parametrize(
    ("value", "slips"),
    [
        (
            "US0378331005",
            "ES0378331005 MS0378331005 UA0378331005 USH378331005 USM378331005 US0H78331005 "
            "US0P78331005 US0X78331005 US03I8331005 US03N8331005 US037H331005 US037P331005 "
            "US037X331005 US0378I31005 US0378N31005 US03783G1005 US03783O1005 US03783W1005 "
            "US037833G005 US037833L005 US037833Z005 US0378331B05 US0378331T05 US03783310B5 "
            "US03783310P5 US03783310U5",
        ),
        (
            "CNE100000296",
            "QNE100000296 VNE100000296 CIE100000296 CN5100000296 CNS100000296 CNX100000296 "
            "CNEE00000296 CNEM00000296 CNEU00000296 CNE1G0000296 CNE1L0000296 CNE1Z0000296 "
            "CNE10C000296 CNE10K000296 CNE100G00296 CNE100L00296 CNE100Z00296 CNE1000C0296 "
            "CNE1000K0296 CNE10000G296 CNE10000L296 CNE10000Z296 CNE100000E96 CNE100000M96 "
            "CNE100000U96 CNE1000002A6 CNE1000002T6 CNE1000002Y6",
        ),
    ],
)
def test_a_changed_letter_of_an_isin_can_slip_through(value: str, slips: str) -> None:
    """Luhn cannot see some changes to, from or between letters, which it reads as two digits."""
    assert undetected("isin", value, DIGITS + LETTERS, range(12)) == slips.split()


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_pattern_suits_json_schema(scheme: str) -> None:
    """A pattern is plain ASCII without anchors, escape classes or repeated groups."""
    pattern = SCHEMES[scheme].pattern
    bare = re.sub(r"\[[^]]*\]", "c", pattern)
    banned = re.findall(r"\\[^.]|[$^]|\)[*+?{]|\(\?[^:]|\([^?]|[^ -~]", bare)
    outside = re.sub(r"\([^()]*\)", "", bare)
    ends = [f"{value}{tail}" for value in VALID[scheme] for tail in ("", " ", "\u00e9")]
    matched = [re.search(f"^{pattern}$", text) is not None for text in ends]
    assert (banned, "|" in outside, matched) == (
        [],
        False,
        [True, False, False] * len(VALID[scheme]),
    )


def test_schemes_are_described_and_fixed() -> None:
    """Each scheme is listed under its own name with a title and a source, and cannot be changed."""
    described = {s.name for s in SCHEMES.values() if s.title and s.source}
    assert (set(SCHEMES), [n for n, s in SCHEMES.items() if n != s.name]) == (described, [])
    with pytest.raises(AttributeError):
        setattr(SCHEMES["lei"], "name", "other")  # noqa: B010
    with pytest.raises(TypeError):
        operator.setitem(cast("dict[str, Any]", SCHEMES), "lei", None)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_long_text_is_judged_at_once(scheme: str) -> None:
    """A text of a hundred thousand characters is refused or accepted without back-tracking."""
    texts = [lead + "1" * 100_000 + "!" for lead in ("", "Q", "gb/", "A", "10.1000/")]
    fine = [text[:9] for text in texts if fault(scheme, text) is None]
    assert fine == (["10.1000/1"] if scheme == "doi" else [])
