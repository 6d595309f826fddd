"""The patterns of the canonical schema mean the same under every validator, and as the reader."""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.fields import is_private
from invnews.schema import json_schema
from invnews.schema.patterns import PRIVATE_CODE, TEXT, anchored, portable

sys.path.append(str(Path(__file__).parent))
from canonical_judges import Validators


def test_the_pattern_of_texts_is_what_the_reader_calls_blank():
    """Every character alone: refused when str.isspace says so, or when it is NUL."""
    blank = [c for c in map(chr, range(0x110000)) if not "\ud800" <= c <= "\udfff"
             and not re.search(TEXT, c)]  # fmt: skip

    assert blank == ["\0", *(c for c in map(chr, range(1, 0x110000)) if c.isspace())]
    assert [bool(re.search(TEXT, each)) for each in ("", " \n", " a ", "a\n", "a\0", "\0a", "\n\0\n")] \
        == [False, False, True, True, False, False, False]  # fmt: skip


@given(st.from_regex(r"x-[ -~]{0,64}\n?", fullmatch=True) | st.text(max_size=6))
def test_the_pattern_of_private_codes_is_that_of_the_vocabularies(text):
    """One form of x- codes, in the schema and in the reader."""
    assert (re.fullmatch(PRIVATE_CODE, text) is not None) is is_private(text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\d{3}-\w+", r"[0-9]{3}-[A-Za-z0-9_]+"),
        (r"^a.b$", r"a[^\n]b"),
        (r"\S+@\S+", r"[^\t-\r ]+@[^\t-\r ]+"),
        (r"[^\s/]", r"[^\t-\r /]"),
        (r"[\w.-]+", r"[A-Za-z0-9_.-]+"),
        (r"a\-b\.c\_", None),
        (r"a\-b\.c", r"a-b\.c"),
        (r"[[a\]]", r"[\[a\]]"),
        (r"(?:a|b){2,}?", r"(?:a|b){2,}?"),
        (r"\$$", r"\$"),
        (r"\x41\u0042\n", r"\x41\u0042\n"),
        (".*", None), ("(?=a)b", None), ("(?P<n>a)", None), ("(?i)a", None), ("a*+b", None),
        (r"\bx", None), (r"(a)\1", None), ("[a&&b]", None), ("[]a]", None), ("a$b", None),
        (r"[^\S]", None), ("x{,3}", None), (r"\Aa\Z", None), ("(a", None),
    ],
)  # fmt: skip
def test_a_pattern_is_written_as_all_engines_read_it(pattern, expected):
    """Classes are written out, what engines read in different ways is left out."""
    assert portable(pattern) == expected
    if expected is not None:
        Validators.of(anchored(expected))


@pytest.mark.parametrize("pattern", [r"\d{3}-\w+", r"\S+@\S+", r"[^\s/]x?", r".\n?", r"[\w.-]+", "a|b$"])
@given(data=st.data())
def test_a_pattern_is_never_narrower(pattern, data):
    """What the form's own pattern matches, both validators accept under the portable one."""
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))

    assert Validators.of(anchored(portable(pattern) or "")).accept(text)


def test_patterns_use_no_word_that_engines_read_in_different_ways():
    """Anchored or a newline; no lookaround, no classes by letter, no Unicode properties."""
    patterns = set(re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(json_schema())))
    bare = {json.loads(f'"{each}"') for each in patterns}
    odd = {each for each in bare if re.search(r"\\[dDwWsSbBpPAZ]|\(\?[^:]", each)}
    loose = {each for each in bare if not (each.startswith("^") and each.endswith("$"))}

    assert odd == set()
    assert loose == {r"\n", "[.-]", "^-[0-9]+[.]"}
