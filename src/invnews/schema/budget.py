"""
How large a schema is, held against what each provider of language models takes.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs

from ..errors import InvalidData, Problem, did_you_mean
from ..registry import BUILTIN, Registry
from .llm import Schema, llm_schema
from .llm_form import selected
from .llm_measure import measures


@attrs.frozen(kw_only=True)
class Budget:
    """
    What a schema spends, in the measures that providers limit.

    Args:
        bytes: Of its compact JSON in UTF-8.
        bytes_without_descriptions: The same without what explains it.
        properties: Of all objects, as written.
        properties_expanded: The same with every ``$ref`` replaced by what it names.
        unions: Places with ``anyOf``, ``oneOf`` or a list of types.
        optionals: Properties that are not in ``required``.
        open_objects: Objects without ``additionalProperties: false``.
        enums: Lists of values.
        enum_values: Values of all of them.
        empty_enum_values: Lists with "" among their values.
        longest_enum: Values of the longest.
        long_enum_characters: Characters of the longest enum of more than 250 values; else 0.
        characters: Of property names, names of definitions, enum and const values.
        depth: Levels of objects and arrays, the root being the first, references followed.
        depth_of_objects: The same, counting objects alone.
        patterns: Texts with a pattern.
        references: Places with ``$ref``.
        ref_siblings: Places with ``$ref`` beside other keywords.
        recursions: References inside the definition that they name.
        min_items_above_one: Lists that ask for more than one item.
        keywords: The keywords in use.
    """

    bytes: int
    bytes_without_descriptions: int
    properties: int
    properties_expanded: int
    unions: int
    optionals: int
    open_objects: int
    enums: int
    enum_values: int
    empty_enum_values: int
    longest_enum: int
    long_enum_characters: int
    characters: int
    depth: int
    depth_of_objects: int
    patterns: int
    references: int
    ref_siblings: int
    recursions: int
    min_items_above_one: int
    keywords: tuple[str, ...]

    def against(self, providers: Iterable[str] | None = None) -> "tuple[Verdict, ...]":
        """
        Return what each rule of providers says, in the order of the data file.

        Args:
            providers: Their names; all that are known when None.

        Raises:
            InvalidData: A provider is not known.
        """
        known = dict.fromkeys(rule.provider for rule in provider_rules())
        wanted = list(known) if providers is None else list(providers)
        problems = [
            Problem("$.providers", "unknown_code", f"there is no provider {each!r}", each,
                    did_you_mean(each, known) or f"known: {', '.join(known)}")
            for each in wanted if each not in known
        ]  # fmt: skip
        if problems:
            raise InvalidData(problems)
        return tuple(_verdict(rule, self) for rule in provider_rules() if rule.provider in wanted)

    def fits(self, providers: Iterable[str] | None = None) -> bool:
        """Return whether no stated limit of the providers is broken."""
        return all(each.ok is not False for each in self.against(providers))


@attrs.frozen
class ProviderRule:
    """
    One rule of a provider, as its documents state it.

    Args:
        provider: Its name: ``openai``.
        rule: What is limited, in words.
        measure: The name of the measure in `Budget`.
        limit: The greatest number; names of keywords that are refused; empty when the provider
            states no limit.
        source: The document.
        date: When it was read there, as EDTF.
    """

    provider: str
    rule: str
    measure: str
    limit: str
    source: str
    date: str


@attrs.frozen
class Verdict:
    """
    One rule held against a schema.

    Args:
        rule: The rule.
        found: What the schema spends; of keywords those that are refused.
        ok: Whether it keeps the rule; None when the provider states no limit, and nothing is
            judged.
    """

    rule: ProviderRule
    found: int | tuple[str, ...]
    ok: bool | None


@cache
def provider_rules() -> tuple[ProviderRule, ...]:
    """Return the rules of all providers, from the one file that holds them."""
    text = files("invnews.schema").joinpath("providers.tsv").read_text("utf-8")
    return tuple(ProviderRule(*line.split("\t")) for line in text.splitlines()[1:])


def _verdict(rule: ProviderRule, budget: Budget) -> Verdict:
    found = getattr(budget, rule.measure)
    if rule.measure == "keywords":
        refused = tuple(each for each in budget.keywords if each in rule.limit.split())
        return Verdict(rule, refused, not refused)
    return Verdict(rule, found, found <= int(rule.limit) if rule.limit else None)


def budget(schema: Schema) -> Budget:
    """
    Return what a JSON Schema spends.

    It reads keywords of draft 2020-12 and local references (``#/$defs/…``).

    >>> spent = budget(llm_schema(kinds=["person"]))
    >>> spent.unions, spent.optionals, spent.fits()
    (0, 0, True)
    """
    return Budget(**measures(schema))


def split_kinds(
    registry: Registry = BUILTIN,
    kinds: Iterable[str] | None = None,
    providers: Iterable[str] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """
    Return the kinds in as few lists as a greedy search finds, each within the limits.

    Each list is for one call. A kind that breaks a limit by itself stands alone.

    Args:
        registry: The kinds that are known.
        kinds: Their names; all when None.
        providers: Whose limits; all providers' when None.
    """
    wanted = None if providers is None else list(providers)
    parts: list[list[str]] = []
    for kind in selected(registry, kinds):
        for part in parts:
            schema = llm_schema(registry, [*part, kind.name], descriptions=False)
            if budget(schema).fits(wanted):
                part.append(kind.name)
                break
        else:
            parts.append([kind.name])
    return tuple(map(tuple, parts))
