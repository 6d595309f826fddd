"""
The llm schemas in real constrained decoders.

Each schema is compiled by llguidance and by outlines-core over a vocabulary of single bytes, and
answers are walked through it byte by byte: what a model could write under the schema.
"""

import json
from pathlib import Path

import pytest
from hypothesis import settings

from invnews import BUILTIN
from invnews.schema import json_schema
from invnews.schema.llm import llm_schema

from .llm_forms import SIXES, answer, faulty

llguidance = pytest.importorskip("llguidance")
outlines_core = pytest.importorskip("outlines_core")
jsonschema = pytest.importorskip("jsonschema")

ALL = tuple(BUILTIN.kinds)
CHOICES = (*((name,) for name in ALL), *SIXES, ALL)
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "llm-form.md"
THOROUGH = settings.default.max_examples > 1_000
FEW = (*((name,) for name in ALL), SIXES[3])
EVERY = {1: 1 if THOROUGH else 9, 2: 13 if THOROUGH else 97}
"""Which of the faulty answers to one kind, and to several, are walked."""


class LLGuidance:
    """A schema compiled by llguidance."""

    tokens = None

    def __init__(self, schema):
        tokens = LLGuidance.tokens = LLGuidance.tokens or llguidance.LLTokenizer("byte")
        grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema))
        self.matcher = llguidance.LLMatcher(tokens, grammar)
        assert self.matcher.get_error() == ""

    def takes(self, text):
        data = self.tokens.tokenize_bytes(text.encode())
        self.matcher.reset()
        return self.matcher.try_consume_tokens(data) == len(data) and self.matcher.is_accepting()


class Outlines:
    """A schema compiled by outlines-core, to its last state."""

    def __init__(self, schema):
        regex = outlines_core.json_schema.build_regex_from_schema(json.dumps(schema))
        vocabulary = outlines_core.Vocabulary(256, {bytes([each]): [each] for each in range(256)})
        self.index = outlines_core.Index(regex, vocabulary)

    def takes(self, text):
        state = self.index.get_initial_state()
        for byte in text.encode():
            state = self.index.get_next_state(state, byte)
            if state is None:
                return False
        return self.index.is_final_state(state)


DECODERS = (LLGuidance, Outlines)


def walked(kinds):
    """Return what went wrong with right and faulty answers to a schema, and how many they were."""
    schema = json_schema(kinds=kinds, profile="llm")
    judge = jsonschema.Draft202012Validator(schema)
    right = answer(kinds)
    wrong = [(fault, make()) for fault, make in sampled(right, schema, EVERY[min(2, len(kinds))])]
    faults = [] if judge.is_valid(right) else ["jsonschema refuses the answer"]
    faults += [f"jsonschema takes a fault of {fault}" for fault, each in wrong if judge.is_valid(each)]
    for decoder in DECODERS:
        compiled = decoder(schema)
        if not compiled.takes(written(right)):
            faults.append(f"{decoder.__name__} refuses the answer")
        faults += [f"{decoder.__name__} takes a fault of {fault}: {written(each)}"
                   for fault, each in wrong if compiled.takes(written(each))]  # fmt: skip
    return len(wrong), faults


def sampled(right, schema, every):
    """Return some of the faulty answers, of tag, extra and required field always one."""
    found = list(faulty(right, schema))
    return found[:3] + found[3::every]


def written(data):
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("kinds", CHOICES, ids=lambda kinds: f"{kinds[0]}+{len(kinds) - 1}")
def test_decoders_compile_the_schema_take_golden_records_and_refuse_faults(kinds):
    """Two decoders compile it, take every golden record of its kinds, and refuse each fault."""
    if kinds not in FEW and not THOROUGH:
        pytest.skip("compiling it takes seconds: --hypothesis-profile=thorough")

    walks, faults = walked(kinds)

    assert (walks > 5, faults) == (True, [])


def test_llguidance_compiles_every_choice_of_kinds():
    """The decoder that is quick compiles all of them whatever the profile, the whole included."""
    found = [LLGuidance(json_schema(kinds=kinds, profile="llm")) for kinds in CHOICES]

    assert all(each.takes(written(answer(kinds))) for each, kinds in zip(found, CHOICES, strict=True))


def test_decoders_take_the_schema_without_empty_codes_alike():
    """A pattern in the place of an enum with "" decides as the enum does."""
    kinds = ("monetary_claim",)
    schema, other = llm_schema(kinds=kinds, empty_codes=False), llm_schema(kinds=kinds)
    right = answer(kinds)
    wrong = [make() for fault, make in faulty(right, other) if fault == "code"]
    found = [decoder(schema) for decoder in DECODERS]

    assert len(wrong) > 5
    assert all(each.takes(written(right)) for each in found)
    assert not any(each.takes(written(one)) for each in found for one in wrong)


def test_the_figure_of_the_page_is_what_is_walked():
    """docs/reference/llm-form.md states these schemas, decoders, answers and faults."""
    wrong = 0
    for kinds in CHOICES:
        every = 1 if len(kinds) == 1 else 13
        wrong += len(sampled(answer(kinds), json_schema(kinds=kinds, profile="llm"), every))
    records = sum(map(len, CHOICES))
    figure = (
        f"{len(CHOICES)} schemas × {len(DECODERS)} decoders compile; "
        f"0 of {records} golden records refused, 0 of {wrong:,} faulty answers accepted"
    )

    assert figure in " ".join(PAGE.read_text("utf-8").split())
