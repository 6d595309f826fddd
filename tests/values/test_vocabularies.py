"""Rules of the vocabularies: what their table holds, and what their hints say."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from invnews.fields import Term, Vocabulary
from invnews.values import vocabularies
from invnews.values.vocabularies import VOCABULARIES

TABLES = Path(vocabularies.__file__).with_name("tables")
ISO = {"currency": "currencies", "country": "countries", "subdivision": "subdivisions"}
OWN = [name for name in VOCABULARIES if name not in ISO]

AMERICAN = re.compile(
    r"\w*(?<!s)(?<!pr)iz(?:e|ed|es|ing|ation|ations)|programs?|labor|colors?|centers?|honors?"
    r"|favor(?:s|ed|able|ite)?|behavior|rumor(?:s|ed)?|defense|meters?|kilometers?|liters?"
    r"|cancel(?:ed|ing)|fulfill?s?|judgments?|catalogs?|installments?|skeptical|advisors?|gray"
    r"|aluminum|neighborhoods?",
)
"""Words in American spelling; definitions and codes are in British spelling."""

HINTS = [
    ("agreement_type", "MoU", "memorandum_of_understanding"),
    ("agreement_type", "Letter of Intent", "letter_of_intent"),
    ("agreement_type", "LoI", "letter_of_intent"),
    ("agreement_type", "license", "licence"),
    ("agreement_type", "off-take agreement", "offtake_agreement"),
    ("agreement_type", "public private partnership", "ppp"),
    ("organisation_type", "SOE", "state_owned_enterprise"),
    ("organisation_type", "start-up", "private_company"),
    ("organisation_type", "organization", "other"),
    ("investment_type", "IPO", "public_offering"),
    ("status", "canceled", "cancelled"),
    ("status", "on hold", "suspended"),
    ("status", "FID", "committed"),
    ("party_role", "advisor", "adviser"),
    ("party_role", "purchaser", "buyer"),
    ("modality", "might", "possible"),
    ("missing_reason", "confidential", "undisclosed"),
    ("recording_method", "LLM", "model"),
    ("comparator", "gt", "more_than"),
    ("comparator", ">=", "at_least"),
    ("comparator", "up to", "at_most"),
    ("unit_kind", "%", "percent"),
    ("per", "annum", "year"),
    ("monetary_measure", "turnover", "revenue"),
    ("stage", "drawn down", "disbursed"),
    ("quantity_measure", "IRR", "return_rate"),
    ("policy_action", "liberalize", "liberalise"),
    ("relation_type", "arm of", "business_unit_of"),
    ("statement_type", "declined to comment", "refusal_to_comment"),
    ("status", "financial close", "financing_secured"),
    ("party_role", "anchor investor", "cornerstone_investor"),
    ("party_role", "concessionaire", "grantee"),
    ("condition_type", "MAC", "material_adverse_change"),
    ("condition_type", "tag-along", "tag_along"),
    ("condition_type", "greenshoe", "over_allotment"),
    ("unit_kind", "basis points", "measure"),
    ("monetary_measure", "escrow", "holdback"),
    ("monetary_measure", "backlog", "order_value"),
    ("quantity_measure", "operating margin", "profit_margin"),
    ("quantity_measure", "spread", "margin"),
    ("statement_type", "buy rating", "rating"),
    ("deal_term", "BOT", "build_operate_transfer"),
    ("deal_term", "ship-or-pay", "take_or_pay"),
    ("deal_term", "Reg S", "regulation_s"),
    ("deal_term", "amortizing", "amortising"),
    ("amount_basis", "debt-free", "excluding_debt"),
    ("amount_basis", "plus VAT", "excluding_tax"),
    ("amount_basis", "annualized", "annualised"),
    ("incentive_type", "one-stop shop", "fast_track"),
    ("incentive_type", "subsidy", "cash_grant"),
    ("outcome", "struck out", "dismissed"),
    ("outcome", "voted down", "defeated"),
    ("outlook", "watch for downgrade", "watch_negative"),
    ("outlook", "improving", "positive"),
    ("date_anchor", "COD", "commercial_operation"),
    ("date_anchor", "completion", "closing"),
    ("currency", "euro", "EUR"),
    ("currency", "US$", "USD"),
    ("currency", "RM", "MYR"),
    ("currency", "renminbi", "CNY"),
    ("currency", "S$", "SGD"),
    ("currency", "kyat", "MMK"),
    ("country", "Malaysia", "MY"),
    ("country", "MYS", "MY"),
    ("country", "UK", "GB"),
    ("country", "Vietnam", "VN"),
    ("country", "East Timor", "TL"),
    ("subdivision", "Sabah", "MY-12"),
    ("subdivision", "Kuala Lumpur", "MY-14"),
    ("subdivision", "Zhejiang", "CN-ZJ"),
]

CLOSED = {
    "comparator": "exactly more_than at_least less_than at_most between unquantified",
    "unit_kind": "count percent measure multiple",
    "date_unit": "day week month quarter half year decade",
    "date_part": "whole before after early mid late",
    "date_nearest": "past future either",
    "date_relation": "in by until before since after over",
    "missing_reason": "not_stated undisclosed unknown not_applicable truncated",
    "evidence_basis": "text inference",
    "recording_method": "manual rule model",
    "condition_status": "pending met given refused waived void exercised lapsed",
    "deal_term": "senior subordinated secured unsecured guaranteed non_recourse fixed_rate "
    "floating_rate zero_coupon bullet amortising balloon revolving prepayable callable "
    "convertible sustainability_linked green rule_144a regulation_s public_offer "
    "private_placement delivered free_on_board take_or_pay build_operate_transfer "
    "scheme_of_arrangement tender_offer recommended hostile all_cash all_share "
    "cash_and_share multiple_voting renewable exclusive",
    "amount_basis": "gross net including_debt excluding_debt including_tax excluding_tax "
    "including_land excluding_land including_financing excluding_financing "
    "excluding_contingency fully_diluted annualised",
    "incentive_type": "tax_holiday reduced_rate investment_allowance tax_credit "
    "duty_exemption cash_grant soft_loan guarantee land utility_rate training_support "
    "infrastructure fast_track visa other",
    "outcome": "granted refused partly_granted passed defeated settled dismissed adjourned "
    "successful failed inconclusive",
    "outlook": "positive stable negative developing watch_positive watch_negative",
    "date_anchor": "signing announcement closing effectiveness construction_start "
    "commercial_operation first_delivery first_drawdown listing approval termination expiry",
}
"""The codes of the lists that rules or small fields rely on, in their order."""

CONFUSABLE = [
    ("agreement_type.supplementary_agreement", "agreement_type.side_letter"),
    ("status.financing_secured", "status.closed"),
    ("status.filed", "status.proposed"),
    ("party_role.arbitrator", "party_role.mediator"),
    ("party_role.cornerstone_investor", "party_role.lead_investor"),
    ("party_role.grantor", "party_role.licensor"),
    ("party_role.grantee", "party_role.licensee"),
    ("party_role.visitor", "party_role.attendee"),
    ("condition_type.force_majeure", "condition_type.material_adverse_change"),
    ("condition_type.pre_emption", "condition_type.tag_along"),
    ("condition_type.pre_emption", "condition_type.drag_along"),
    ("condition_type.tag_along", "condition_type.drag_along"),
    ("condition_type.veto", "condition_type.casting_vote"),
    ("monetary_measure.deposit", "monetary_measure.holdback"),
    ("monetary_measure.order_value", "monetary_measure.order_book"),
    ("monetary_measure.proceeds", "monetary_measure.use_of_proceeds"),
    ("quantity_measure.storage", "quantity_measure.capacity"),
    ("quantity_measure.offtake", "quantity_measure.volume"),
    ("quantity_measure.margin", "quantity_measure.profit_margin"),
    ("quantity_measure.coverage", "quantity_measure.oversubscription"),
    ("quantity_measure.completion", "quantity_measure.financial_progress"),
    ("statement_type.rating", "statement_type.recommendation"),
    ("deal_term.bullet", "deal_term.balloon"),
    ("deal_term.prepayable", "deal_term.callable"),
    ("deal_term.public_offer", "deal_term.private_placement"),
    ("deal_term.tender_offer", "deal_term.scheme_of_arrangement"),
    ("incentive_type.tax_credit", "incentive_type.investment_allowance"),
    ("outcome.refused", "outcome.dismissed"),
    ("outlook.positive", "outlook.watch_positive"),
    ("outlook.negative", "outlook.watch_negative"),
]
"""Pairs of terms that are easily taken for each other."""

ELSEWHERE = [
    ("date_role.closing", "status financing_secured"),
    ("event_type.closing", "status financing_secured"),
    ("event_type.rating_action", "statement of type rating"),
    ("undertaking_type.exclusivity", "condition"),
    ("condition_type.exclusivity", "undertaking"),
    ("deal_term.exclusive", "undertaking of type exclusivity"),
    ("undertaking_type.refrain", "condition of type covenant"),
    ("condition_type.covenant", "undertaking"),
    ("undertaking_type.repay", "condition of type earn_out"),
    ("condition_type.earn_out", "monetary claim of the measure earn_out"),
    ("monetary_measure.earn_out", "condition of type earn_out"),
    ("monetary_measure.instalment", "part_type instalment"),
    ("part_type.instalment", "part_of"),
    ("quantity_measure.use_of_proceeds", "monetary claim"),
    ("quantity_measure.limit", "monetary measure limit"),
    ("unit_kind.percent", "basis points are a measure"),
    ("modality.denied", "the last choice, after polarity negative and a statement of type denial"),
    ("polarity.negative", "the first choice, before a statement of type denial"),
    ("statement_type.denial", "the second choice, after polarity negative"),
    ("relation_type.updates", "supersedes"),
    ("deal_term.renewable", "condition of type extension_option"),
]
"""Terms whose neighbour stands in another list or field, and the words that point to it."""


def lines(table: str = "vocabularies") -> list[str]:
    """Return the lines of a table, comments left out."""
    text = (TABLES / f"{table}.tsv").read_bytes().decode("utf-8")
    return [line for line in text.split("\n") if not line.startswith("#")]


def own_terms() -> Iterator[tuple[str, Term]]:
    """Return every term of the table with the name of its vocabulary."""
    return ((name, term) for name in OWN for term in VOCABULARIES[name].terms.values())


def definition(term: str) -> str:
    """Return the definition of a term that is written as ``vocabulary.code``."""
    name, code = term.split(".")
    return VOCABULARIES[name].terms[code].definition


def key(text: str) -> str:
    """Return *text* as a hint compares it."""
    return re.sub("[ -]", "_", text.casefold())


def twice(items: Iterator[str]) -> list[str]:
    """Return what stands more than once in *items*."""
    return [item for item, number in Counter(items).items() if number > 1]


def test_the_table_is_five_columns_of_utf_8_between_tabs() -> None:
    """The table has LF line ends, one header, five cells a row, and no blank around a cell."""
    header, *rows, last = lines()
    assert [line for line in lines() if "\r" in line] == []
    assert header == "vocabulary\tcode\tdefinition\tsource\taliases"
    assert last == ""
    assert [row for row in rows if row.count("\t") != 4] == []
    cells = [cell for row in rows for cell in row.split("\t")]
    assert [cell for cell in cells if cell != cell.strip()] == []


def test_each_constant_has_rows_and_each_row_a_constant() -> None:
    """The table names the vocabularies of the constants, each in one block, in their order."""
    named = [row.split("\t")[0] for row in lines()[1:-1]]
    blocks = [name for place, name in enumerate(named) if named[place - 1 : place] != [name]]
    assert blocks == OWN


def test_each_constant_is_the_upper_case_of_its_name() -> None:
    """One thing has one name: AGREEMENT_TYPE is the vocabulary agreement_type."""
    constants = {
        name: value.name
        for name, value in vars(vocabularies).items()
        if isinstance(value, Vocabulary)
    }
    assert constants == {name.upper(): name for name in VOCABULARIES}


def test_what_is_expected_reads_as_words() -> None:
    """Each vocabulary says in words of its own what a field expects."""
    expects = [each.expects for each in VOCABULARIES.values()]
    assert [text for text in expects if not re.match(r"(an?|what) \w", text)] == []
    assert twice(iter(expects)) == []


def test_codes_are_well_formed_and_unique() -> None:
    """A code is lower-case ASCII, begins with a letter, and stands once in its vocabulary."""
    pairs = ["\t".join(row.split("\t")[:2]) for row in lines()[1:-1]]
    assert twice(iter(pairs)) == []
    assert [
        pair for pair in pairs if not re.fullmatch(r"\w+\t[a-z][a-z0-9_]*", pair, re.ASCII)
    ] == []


def test_definitions_are_sentences() -> None:
    """A definition begins with a capital, ends with a full stop, and says something."""
    faulty = [
        (name, term.code)
        for name, term in own_terms()
        if not re.fullmatch(r"[A-Z][^\t\n]{18,}\.", term.definition)
    ]
    assert faulty == []


@pytest.mark.parametrize("name", OWN)
def test_no_definition_serves_two_terms(name: str) -> None:
    """Two terms of one vocabulary differ in their definitions."""
    assert twice(term.definition for term in VOCABULARIES[name].terms.values()) == []


def test_definitions_point_to_terms_that_exist() -> None:
    """A definition that says which code to use instead names one of its own vocabulary."""
    pointed = [
        (name, term.code, other)
        for name, term in own_terms()
        for other in re.findall(r"\buse ([a-z]+(?:_[a-z]+)*)\b(?=[.;,]|$)", term.definition)
    ]
    assert len(pointed) > 20
    assert [each for each in pointed if each[2] not in VOCABULARIES[each[0]].terms] == []


@pytest.mark.parametrize(("one", "other"), CONFUSABLE)
def test_confusable_terms_point_to_each_other(one: str, other: str) -> None:
    """Of two terms that are easily confused, each says in its definition when to use the other."""
    codes = [term.split(".")[1] for term in (one, other)]
    said = [definition(term) for term in (other, one)]
    pointed = [
        bool(re.search(rf"\b{code}\b", text)) for code, text in zip(codes, said, strict=True)
    ]
    assert pointed == [True, True]


@pytest.mark.parametrize(("term", "words"), ELSEWHERE)
def test_terms_point_to_their_neighbours_elsewhere(term: str, words: str) -> None:
    """A term that is easily confused with one of another list says where that one stands."""
    assert words in definition(term)


def test_financial_close_is_no_closing() -> None:
    """Only the status financing_secured is called a financial close."""
    called = [
        f"{name}.{term.code}"
        for name, term in own_terms()
        for alias in term.aliases
        if alias.startswith("financial clos")
    ]
    assert called == ["status.financing_secured"]


def test_each_term_has_a_source() -> None:
    """A term says which standard or document it comes from."""
    every = chain.from_iterable(each.terms.values() for each in VOCABULARIES.values())
    assert [term.code for term in every if not term.source.strip()] == []


def test_codes_and_definitions_are_british() -> None:
    """Codes and definitions are in British spelling; American spelling is for aliases."""
    found = [
        (name, term.code, word)
        for name, term in own_terms()
        for word in re.findall(r"[a-z]+", f"{term.code} {term.definition}".casefold())
        if AMERICAN.fullmatch(word)
    ]
    assert found == []


@pytest.mark.parametrize("word", ["organization", "program", "privatized", "labor", "center"])
def test_american_spelling_would_be_found(word: str) -> None:
    """The rule above knows American words, and passes British ones that look like them."""
    assert AMERICAN.fullmatch(word)
    assert [each for each in ("size", "prize", "programme") if AMERICAN.fullmatch(each)] == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_alias_is_a_code_or_serves_two_terms(name: str) -> None:
    """An alias leads to one term, and is no code of its vocabulary."""
    terms = VOCABULARIES[name].terms
    codes = {key(code) for code in terms}
    aliases = [alias for term in terms.values() for alias in term.aliases]
    assert [alias for alias in aliases if key(alias) in codes] == []
    assert twice(key(alias) for alias in aliases) == []


def test_aliases_are_written_as_hints_compare_them() -> None:
    """An alias of the table has no hyphen, no underscore and no blank around it."""
    faulty = [
        (name, alias)
        for name, term in own_terms()
        for alias in term.aliases
        if not alias.strip() or alias != alias.strip() or set(alias) & set("-_;")
    ]
    assert faulty == []


def test_each_alias_leads_to_its_term() -> None:
    """A hint for an alias names the term that has it, in every vocabulary."""
    wrong = [
        (each.name, alias, hint)
        for each in VOCABULARIES.values()
        for term in each.terms.values()
        for alias in term.aliases
        if (hint := each.hint(alias)) != f"did you mean {term.code!r}?"
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "text", "code"), HINTS)
def test_hints_name_the_code_that_was_meant(name: str, text: str, code: str) -> None:
    """A word of the news, or another spelling, brings the hint that names the code."""
    vocabulary = VOCABULARIES[name]
    assert (text in vocabulary, vocabulary.hint(text)) == (False, f"did you mean {code!r}?")


@pytest.mark.parametrize("text", ["$", "dollar", "rupee", "dirham", "¥"])
def test_ambiguous_currency_words_name_no_currency(text: str) -> None:
    """A sign that several currencies share leads to none of them, but to the list."""
    hint = VOCABULARIES["currency"].hint(text)

    assert hint == "invnews kinds currency lists them; a code of your own begins with x-"


@pytest.mark.parametrize("name", ["deal_term", "amount_basis", "incentive_type"])
def test_an_unknown_word_of_a_long_list_leads_to_it(name: str) -> None:
    """A word that is like no code of a long list brings the way to that list."""
    hint = VOCABULARIES[name].hint("qqqq")

    assert hint == f"invnews kinds {name} lists them; a code of your own begins with x-"


@pytest.mark.parametrize("name", ["outcome", "outlook", "date_anchor"])
def test_an_unknown_word_of_a_short_list_brings_its_codes(name: str) -> None:
    """A word that is like no code of a short list brings the codes themselves."""
    hint = VOCABULARIES[name].hint("qqqq")

    codes = ", ".join(CLOSED[name].split())
    assert hint == f"known: {codes}; or a code of your own that begins with x-"


@pytest.mark.parametrize(("name", "table"), ISO.items())
def test_the_iso_lists_are_whole(name: str, table: str) -> None:
    """The ISO vocabularies have the codes and names of their tables, each once."""
    listed = [tuple(row.split("\t")[:2]) for row in lines(table)[1:-1]]
    terms = [(term.code, term.definition) for term in VOCABULARIES[name].terms.values()]
    assert sorted(terms) == sorted(listed)


def test_withdrawn_terms_stand_last() -> None:
    """Withdrawn codes are known, say since when, and stand behind those in use."""
    assert [VOCABULARIES["currency"].terms[code] for code in ("MYR", "DEM")] == [
        Term("MYR", "Malaysian Ringgit", "ISO 4217", None,
             ("RM", "ringgit", "Ringgit Malaysia", "Malaysian ringgits")),
        Term("DEM", "Deutsche Mark", "ISO 4217", "2002-03"),
    ]  # fmt: skip
    for name in ISO:
        gone = [term.withdrawn is not None for term in VOCABULARIES[name].terms.values()]
        assert gone == sorted(gone)


@pytest.mark.parametrize(("name", "codes"), CLOSED.items())
def test_closed_lists_are_what_the_design_says(name: str, codes: str) -> None:
    """The codes of the lists that rules or small fields rely on are exactly these."""
    assert " ".join(VOCABULARIES[name].terms) == codes


def test_no_table_is_read_at_import() -> None:
    """Importing the vocabularies reads no table; the first look-up reads one, once."""
    script = """
import sys
read = []
def watch(event, args):
    if event == "open" and str(args[0]).endswith(".tsv"):
        read.append(str(args[0]).replace("\\\\", "/").split("/")[-1])
sys.addaudithook(watch)
from invnews.values.vocabularies import COMPARATOR, CURRENCY, STATUS
print(read)
print("exactly" in COMPARATOR, "signed" in STATUS, read)
print("MYR" in CURRENCY, "USD" in CURRENCY, read)
"""
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [
        "[]",
        "True True ['vocabularies.tsv']",
        "True True ['vocabularies.tsv', 'currencies.tsv']",
    ]
