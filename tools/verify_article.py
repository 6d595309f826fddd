"""
Verify the evidence of the flagship example against the text of its article.

    python tools/verify_article.py PATH-TO-TEXT [--list]

The text is not part of the repository. Held against it are its digest and length, the
offsets and quotations of every evidence, that each lies within one sentence, how much of the
text the evidence covers, and how much of the text the records repeat.

Exit status: 0 all is well, 1 something is not, 2 the text cannot be read.
"""

import argparse
import importlib.util
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from invnews import Dataset, Document, Evidence, Record, check, coverage, to_dict

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "alibaba_malaysia.py"
DOCUMENT = "article"
LEAST_COVERED = 0.97
MOST_REPEATED = 0.20
LONGEST_RUN = 12
SHORTEST_RUN = 3
"""Two words in a row are a name or a turn of English; three are a repetition."""

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@attrs.frozen(kw_only=True)
class Repetition:
    """
    How much of a text another one repeats, in runs of `SHORTEST_RUN` words and more.

    Args:
        words: The words repeated, as a share of those of the text.
        characters: The letters and digits in them, as a share of those of the text.
        longest: How many words the longest run has.
    """

    words: float
    characters: float
    longest: int


def load_dataset(path: Path = EXAMPLE) -> Dataset:
    """Return the dataset that the example offers when it is imported."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no Python module: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    dataset: Dataset = module.DATASET
    return dataset


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """
    Return where the sentences of *text* begin and end; a line ends a sentence, too.

    >>> sentences("A headline" + chr(10) + "He went. She stayed.")
    ((0, 10), (11, 19), (20, 31))
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for each in _SENTENCE_END.finditer(text, line.start(), line.end()):
            found.append((start, each.start()))
            start = each.end()
        found.append((start, line.end()))
    return tuple(found)


def repetition(text: str, others: Iterable[str]) -> Repetition:
    """
    Return how much of *text* the *others* repeat; capitals and punctuation do not count.

    >>> repetition("The fund will buy a port.", ['"a port" that the fund, will: buy', "a port"])
    Repetition(words=0.6666666666666666, characters=0.7368421052631579, longest=4)
    """
    theirs = [each.casefold() for each in _WORD.findall(text)]
    repeated: set[int] = set()
    longest = 0
    for other in others:
        ours = [each.casefold() for each in _WORD.findall(other)]
        places: dict[str, list[int]] = {}
        for at, word in enumerate(ours):
            places.setdefault(word, []).append(at)
        for at, word in enumerate(theirs):
            for start in places.get(word, ()):
                pairs = zip(theirs[at:], ours[start:], strict=False)
                run = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
                if run >= SHORTEST_RUN:
                    longest = max(longest, run)
                    repeated.update(range(at, at + run))
    sizes = [sum(map(str.isalnum, each)) for each in theirs]
    return Repetition(
        words=len(repeated) / max(1, len(theirs)),
        characters=sum(sizes[each] for each in repeated) / max(1, sum(sizes)),
        longest=longest,
    )


def quotations(dataset: Dataset) -> Iterator[str]:
    """Yield every text of the records but what things are called: names and titles."""
    for record in dataset:
        yield from _texts(to_dict(record))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)
    elif isinstance(data, dict):
        for name, each in data.items():
            if name not in ("names", "title"):
                yield from _texts(each)


def evidence(dataset: Dataset) -> Iterator[tuple[Record, Evidence]]:
    """Yield each evidence of the article with its record, documents included."""
    for record in dataset:
        for each in record.evidence:
            if each.document == DOCUMENT:
                yield record, each


def faults(dataset: Dataset, text: str) -> Iterator[str]:
    """Yield what is wrong, one line each; nothing when all is well."""
    for problem in check(dataset, {DOCUMENT: text}):
        yield str(problem)
    bounds = sentences(text)
    for record, each in evidence(dataset):
        where = f"{record.id} {each.start}:{each.end}"
        if not isinstance(record, Document) and not any(
            start <= each.start and each.end <= end for start, end in bounds
        ):
            yield f"{where}: expected evidence within one sentence"
        if not each.supports:
            yield f"{where}: expected the fields that it supports"
    covered = coverage(dataset, {DOCUMENT: text})[0]
    if covered.share < LEAST_COVERED:
        for passage in covered.uncovered:
            yield f"{passage.start}:{passage.end}: no record accounts for {passage.text!r}"
    quoted = repetition(text, quotations(dataset))
    if max(quoted.words, quoted.characters) > MOST_REPEATED or quoted.longest > LONGEST_RUN:
        yield f"the records quote too much of the text: {quoted}"
    whole = repetition(text, [EXAMPLE.read_text(encoding="utf-8")])
    if whole.words > MOST_REPEATED or whole.longest > LONGEST_RUN:
        yield f"the example, names and titles included, repeats too much of the text: {whole}"


def main(argv: Sequence[str] | None = None) -> int:
    """Return 0 when all is well, 1 when something is not, 2 when the text cannot be read."""
    parser = argparse.ArgumentParser(description="Verify the example against its article.")
    parser.add_argument("text", type=Path, help="the article as UTF-8")
    parser.add_argument("--list", action="store_true", help="show each evidence with its passage")
    asked = parser.parse_args(argv)
    try:
        text = asked.text.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{asked.text}: {error}", file=sys.stderr)
        return 2
    dataset = load_dataset()
    if asked.list:
        for record, each in evidence(dataset):
            basis = "" if each.basis == "text" else f" ({each.basis})"
            print(f"{record.id}{basis}: {', '.join(each.supports)}")
            print(f"    {each.start}:{each.end} {text[each.start : each.end]!r}")
    found = list(faults(dataset, text))
    for fault in found:
        print(fault)
    for part in coverage(dataset, {DOCUMENT: text}):
        print(f"covered: {part.share:.1%} of the {part.segment or 'text'}")
    example = [EXAMPLE.read_text(encoding="utf-8")]
    for name, others in (("quoted by the records", quotations(dataset)),
                         ("repeated by the example, names included", example)):  # fmt: skip
        again = repetition(text, others)
        print(
            f"{name}: {again.words:.1%} of the words, {again.characters:.1%} of the characters, "
            f"at most {again.longest} words in a row"
        )
    print(f"{len(found)} faults" if found else "no faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
