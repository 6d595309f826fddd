"""
The terms of the ISO code lists, and the reader of the tables beside this file.

Aliases are the symbols and everyday words of the news, where they mean one thing only: "$",
"dollar" and "peso" are no currency, "Korea" and "Virgin Islands" are no country.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from ..fields import Term

_CURRENCY_WORDS = {
    "AUD": "A$; AU$; Aussie dollar",
    "AZN": "₼",
    "BDT": "৳; Tk; Bangladeshi taka",
    "BRL": "R$; real; reais; Brazilian reais",
    "CAD": "CA$; Can$; Canadian dollars",
    "CHF": "SFr; Swiss francs",
    "CNY": "RMB; renminbi; yuan; Chinese yuan; CN¥; CNH; offshore yuan; 人民币",
    "CRC": "₡",
    "CZK": "Kč; Czech crown; koruna",
    "DKK": "Danish crown",
    "EGP": "E£",
    "ETB": "birr",
    "EUR": "€; euros; Eurozone euro",
    "GBP": "£; sterling; British pound; UK pound; UKP; STG; pounds sterling",
    "GEL": "₾; Georgian lari",
    "GHS": "₵; cedi; Ghanaian cedi",
    "HKD": "HK$; Hong Kong dollars",
    "HUF": "Ft; Hungarian forint",
    "IDR": "Rp; Indonesian rupiah",
    "ILS": "₪; NIS; shekel; Israeli shekel; new shekel",
    "INR": "₹; Indian rupees",
    "JMD": "J$",
    "JPY": "JP¥; Japanese yen; 円",
    "KES": "KSh; Kenya shilling",
    "KHR": "៛; Cambodian riel",
    "KRW": "South Korean won; Korean won",
    "KZT": "₸; Kazakh tenge; Kazakhstani tenge",
    "LAK": "₭; kip; Laotian kip",
    "LKR": "Sri Lankan rupee",
    "MMK": "Myanmar kyat; Burmese kyat",
    "MNT": "₮; tögrög; tugrug; Mongolian tugrik",
    "MXN": "Mex$; MX$; Mexican pesos",
    "MYR": "RM; ringgit; Ringgit Malaysia; Malaysian ringgits",
    "NGN": "₦; Nigerian naira",
    "NOK": "Norwegian crown",
    "NZD": "NZ$; kiwi dollar",
    "PHP": "₱; Philippine pesos; Filipino peso",
    "PKR": "Pakistani rupee",
    "PLN": "zł; złoty; Polish zloty",
    "PYG": "₲",
    "QAR": "Qatari riyal",
    "RUB": "₽; Russian rouble; Russian roubles; Russian rubles; rouble; ruble",
    "SAR": "Saudi riyals; Saudi rial",
    "SEK": "Swedish crown",
    "SGD": "S$; Singapore dollars; Sing dollar",
    "THB": "฿; Thai baht",
    "TRY": "₺; Turkish liras; lira",
    "TTD": "TT$",
    "TWD": "NT$; NTD; Taiwan dollar; Taiwanese dollar; NT dollar",
    "TZS": "TSh",
    "UAH": "₴; hryvnya; Ukrainian hryvnia",
    "UGX": "USh; Ugandan shilling",
    "USD": "US$; U.S. dollar; U.S. dollars; US dollars; American dollar; greenback",
    "UZS": "Uzbek som; Uzbekistani som",
    "VND": "₫; VNĐ; Vietnamese dong",
    "XAF": "FCFA BEAC; Central African CFA franc",
    "XCD": "EC$",
    "XDR": "SDR; SDRs; special drawing rights; special drawing right",
    "XOF": "West African CFA franc",
    "ZAR": "South African rand",
}

_COUNTRY_WORDS = {
    "AE": "UAE; Emirates; the Emirates",
    "BA": "Bosnia",
    "BN": "Brunei",
    "BO": "Bolivia",
    "BS": "the Bahamas",
    "CD": "DRC; DR Congo; Democratic Republic of Congo; Democratic Republic of the Congo",
    "CG": "Republic of Congo; Republic of the Congo; Congo Brazzaville",
    "CI": "Ivory Coast; Cote d'Ivoire; Côte d’Ivoire",
    "CN": "PRC; People's Republic of China; mainland China",
    "CV": "Cape Verde",
    "CW": "Curacao",
    "CZ": "Czech Republic",
    "DE": "Federal Republic of Germany",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "GB": "UK; U.K.; Great Britain; Britain",
    "GM": "the Gambia",
    "GW": "Guinea Bissau",
    "HK": "Hong Kong SAR; HKSAR",
    "IE": "Republic of Ireland",
    "IR": "Iran",
    "KG": "Kyrgyz Republic",
    "KP": "North Korea; DPRK",
    "KR": "South Korea; Republic of Korea; ROK",
    "LA": "Laos; Lao PDR",
    "MD": "Moldova; Republic of Moldova",
    "MK": "Macedonia",
    "MM": "Burma",
    "MO": "Macau; Macao SAR; Macau SAR",
    "NL": "the Netherlands; Holland",
    "PH": "the Philippines",
    "PS": "Palestine; State of Palestine",
    "RE": "Reunion",
    "RU": "Russia",
    "SA": "KSA; Kingdom of Saudi Arabia",
    "SH": "Saint Helena",
    "SK": "Slovak Republic",
    "SY": "Syria",
    "SZ": "Swaziland",
    "TL": "Timor Leste; East Timor",
    "TR": "Turkey; Turkiye",
    "TW": "Taiwan; Chinese Taipei",
    "TZ": "Tanzania; United Republic of Tanzania",
    "US": "U.S.; U.S.A.; America; United States of America; the United States",
    "VA": "Vatican; Vatican City; Holy See",
    "VE": "Venezuela",
    "VG": "British Virgin Islands; BVI",
    "VI": "US Virgin Islands; U.S. Virgin Islands; USVI",
    "VN": "Vietnam",
}

_SUBDIVISION_WORDS = {
    "CN-AH": "Anhui", "CN-BJ": "Beijing", "CN-CQ": "Chongqing", "CN-FJ": "Fujian",
    "CN-GD": "Guangdong", "CN-GS": "Gansu", "CN-GX": "Guangxi", "CN-GZ": "Guizhou",
    "CN-HA": "Henan", "CN-HB": "Hubei", "CN-HE": "Hebei", "CN-HI": "Hainan",
    "CN-HL": "Heilongjiang", "CN-HN": "Hunan", "CN-JL": "Jilin", "CN-JS": "Jiangsu",
    "CN-JX": "Jiangxi", "CN-LN": "Liaoning", "CN-NM": "Inner Mongolia", "CN-NX": "Ningxia",
    "CN-QH": "Qinghai", "CN-SC": "Sichuan", "CN-SD": "Shandong", "CN-SH": "Shanghai",
    "CN-SN": "Shaanxi", "CN-SX": "Shanxi", "CN-TJ": "Tianjin", "CN-XJ": "Xinjiang",
    "CN-XZ": "Tibet; Xizang", "CN-YN": "Yunnan", "CN-ZJ": "Zhejiang",
    "ID-JB": "West Java", "ID-JI": "East Java", "ID-JK": "Jakarta", "ID-JT": "Central Java",
    "MY-04": "Malacca", "MY-07": "Penang", "MY-14": "Kuala Lumpur", "MY-15": "Labuan",
    "MY-16": "Putrajaya", "TH-10": "Bangkok", "VN-HN": "Hanoi", "VN-SG": "Ho Chi Minh City",
}  # fmt: skip


def rows(table: str) -> Iterator[list[str]]:
    """Return the rows of a table of this package; comments and the header are left out."""
    text = files("invnews.values").joinpath("tables", table).read_text("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    next(lines)
    return (line.split("\t") for line in lines)


def words(text: str) -> tuple[str, ...]:
    """
    Return the aliases in *text*, which stand between semicolons.

    >>> words("RMB; yuan"), words("")
    (('RMB', 'yuan'), ())
    """
    return tuple(text.split("; ")) if text else ()


def currencies() -> tuple[Term, ...]:
    """Return the terms of ISO 4217, with symbols and everyday names as aliases."""
    return _in_use_first(
        Term(code, name, "ISO 4217", withdrawn or None, _aliases(_CURRENCY_WORDS, code))
        for code, name, _, _, withdrawn, _ in rows("currencies.tsv")
    )


def countries() -> tuple[Term, ...]:
    """Return the terms of ISO 3166-1, with alpha-3 codes and everyday names of those in use."""
    return _in_use_first(
        Term(code, name, "ISO 3166-1", withdrawn, ())
        if withdrawn
        else Term(code, name, "ISO 3166-1", None, (alpha3, *_aliases(_COUNTRY_WORDS, code)))
        for code, name, alpha3, _, withdrawn in rows("countries.tsv")
    )


def subdivisions() -> tuple[Term, ...]:
    """Return the terms of ISO 3166-2, of East Asia with English names as aliases."""
    return tuple(
        Term(code, name, "ISO 3166-2", aliases=_aliases(_SUBDIVISION_WORDS, code))
        for code, name, _, _ in rows("subdivisions.tsv")
    )


def _aliases(listed: Mapping[str, str], code: str) -> tuple[str, ...]:
    """Return the aliases that are listed for *code*."""
    return words(listed.get(code, ""))


def _in_use_first(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the withdrawn terms behind the others, so that hints name what is in use."""
    return tuple(sorted(terms, key=lambda term: term.withdrawn is not None))
