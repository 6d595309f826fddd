"""
The vocabularies: which codes the coded fields take, each with meaning, source and aliases.

The terms are data, in `tables/vocabularies.tsv` and the three ISO tables; this file gives each
list its name and the words for it in messages. No table is read before a code is looked up.

>>> "memorandum_of_understanding" in AGREEMENT_TYPE, "x-side_deal" in AGREEMENT_TYPE
(True, True)
>>> AGREEMENT_TYPE.hint("MoU"), CURRENCY.hint("euro")
("did you mean 'memorandum_of_understanding'?", "did you mean 'EUR'?")
"""

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

from ..fields import Term, Vocabulary
from .iso import countries, currencies, rows, subdivisions, words


@cache
def _tables() -> Mapping[str, tuple[Term, ...]]:
    """Return the terms of every vocabulary in `tables/vocabularies.tsv`, read once."""
    found: dict[str, list[Term]] = {}
    for vocabulary, code, definition, source, aliases in rows("vocabularies.tsv"):
        found.setdefault(vocabulary, []).append(
            Term(code, definition, source, aliases=words(aliases))
        )
    return {name: tuple(terms) for name, terms in found.items()}


def _terms(name: str) -> tuple[Term, ...]:
    """Return the terms of one vocabulary."""
    return _tables()[name]


def _vocabulary(name: str, expects: str) -> Vocabulary:
    """Return the vocabulary whose terms stand in the table under *name*."""
    return Vocabulary(name, expects, partial(_terms, name))


# Documents, actors, places, products.
DOCUMENT_TYPE = _vocabulary("document_type", "a document type")
SEGMENT_TYPE = _vocabulary("segment_type", "a segment type")
ORGANISATION_TYPE = _vocabulary("organisation_type", "an organisation type")
PLACE_TYPE = _vocabulary("place_type", "a place type")
EXACTNESS = _vocabulary("exactness", "an exactness of a place")
PRODUCT_TYPE = _vocabulary("product_type", "a product type")

# Agreements, programmes, projects, investments.
AGREEMENT_TYPE = _vocabulary("agreement_type", "an agreement type")
BINDING = _vocabulary("binding", "a binding force")
PROGRAMME_TYPE = _vocabulary("programme_type", "a programme type")
PROJECT_TYPE = _vocabulary("project_type", "a project type")
INVESTMENT_TYPE = _vocabulary("investment_type", "an investment type")
INVESTMENT_ASPECT = _vocabulary("investment_aspect", "an investment aspect")
INSTRUMENT = _vocabulary("instrument", "a financial instrument")
STATUS = _vocabulary("status", "a status")
OCCURRENCE = _vocabulary("occurrence", "an occurrence")
DATE_ROLE = _vocabulary("date_role", "a date role")
PARTY_ROLE = _vocabulary("party_role", "a party role")
UNDERTAKING_TYPE = _vocabulary("undertaking_type", "an undertaking type")
CONDITION_TYPE = _vocabulary("condition_type", "a condition type")
CONDITION_STATUS = _vocabulary("condition_status", "a condition status")

# What is said, how, and by whom.
MODALITY = _vocabulary("modality", "a modality")
POLARITY = _vocabulary("polarity", "a polarity")
TENSE = _vocabulary("tense", "a tense")
EPISTEMIC = _vocabulary("epistemic", "an epistemic state")
STANCE_POLARITY = _vocabulary("stance_polarity", "a stance polarity")
INTENSITY = _vocabulary("intensity", "an intensity")
QUOTE = _vocabulary("quote", "a way of quoting")
ATTRIBUTION_ROLE = _vocabulary("attribution_role", "an attribution role")
SOURCE_KIND = _vocabulary("source_kind", "a kind of source")
NAMING = _vocabulary("naming", "a way of naming")
SOURCE_NUMBER = _vocabulary("source_number", "a number of sources")

# How it was recorded.
EVIDENCE_BASIS = _vocabulary("evidence_basis", "a basis of evidence")
RECORDING_METHOD = _vocabulary("recording_method", "a recording method")
MISSING_REASON = _vocabulary("missing_reason", "a reason why it is missing")
NAME_TYPE = _vocabulary("name_type", "a name type")

# Amounts, quantities, dates.
COMPARATOR = _vocabulary("comparator", "a comparator")
UNIT_KIND = _vocabulary("unit_kind", "a kind of unit")
PER = _vocabulary("per", "what the figure is per")
DATE_UNIT = _vocabulary("date_unit", "a date unit")
DATE_PART = _vocabulary("date_part", "a part of a date unit")
DATE_NEAREST = _vocabulary("date_nearest", "a side on which a date lies")
DATE_RELATION = _vocabulary("date_relation", "a relation to a date")

# Claims.
MONETARY_MEASURE = _vocabulary("monetary_measure", "a monetary measure")
STAGE = _vocabulary("stage", "a stage of an amount")
SCOPE = _vocabulary("scope", "a scope")
PART_TYPE = _vocabulary("part_type", "a part type")
QUANTITY_MEASURE = _vocabulary("quantity_measure", "a quantity measure")
SHARE_BASIS = _vocabulary("share_basis", "a basis of a share")
DEAL_TIMING = _vocabulary("deal_timing", "a timing of a share")

DEAL_TERM = _vocabulary("deal_term", "a term of a deal")
AMOUNT_BASIS = _vocabulary("amount_basis", "a basis of an amount")

# Policy, events, statements, relations.
INCENTIVE_TYPE = _vocabulary("incentive_type", "a type of incentive")
OUTCOME = _vocabulary("outcome", "an outcome")
OUTLOOK = _vocabulary("outlook", "an outlook of a rating")
DATE_ANCHOR = _vocabulary("date_anchor", "an event to count from")
POLICY_ACTION = _vocabulary("policy_action", "a policy action")
DIRECTION = _vocabulary("direction", "a direction of policy")
EVENT_TYPE = _vocabulary("event_type", "an event type")
STATEMENT_TYPE = _vocabulary("statement_type", "a statement type")
RELATION_TYPE = _vocabulary("relation_type", "a relation type")
DIRECTNESS = _vocabulary("directness", "a directness")
MOTIVATION = _vocabulary("motivation", "a motivation")
VERDICT = _vocabulary("verdict", "a verdict")
CHANNEL = _vocabulary("channel", "a channel")
SECTOR_SCHEME = _vocabulary("sector_scheme", "a sector scheme")

# ISO.
CURRENCY = Vocabulary("currency", "an ISO 4217 code", currencies)
COUNTRY = Vocabulary("country", "an ISO 3166-1 alpha-2 code", countries)
SUBDIVISION = Vocabulary("subdivision", "an ISO 3166-2 code", subdivisions)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {each.name: each for each in tuple(globals().values()) if isinstance(each, Vocabulary)}
)
"""Every vocabulary of the library by its name."""
