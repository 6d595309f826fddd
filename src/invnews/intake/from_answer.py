"""
from_llm: from the answer of a language model to a dataset, or everything wrong with it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import attrs

from ..codec.plain_reader import read_carefully
from ..dataset import Dataset, check
from ..errors import FILE_LIMIT, InvalidData, Problem, child, did_you_mean, limited, shown
from ..records import Document, Record
from ..registry import BUILTIN, Registry
from ..schema.llm_form import has_form
from ..shapes import Kind
from ..shapes.examine import wrong_type
from ..values import Recorded
from .answer import read_answer
from .choose_document import chosen_document, digest_of
from .quotations import Quotations
from .reference_problems import reference_problems
from .restore import Restored, Restorer

_IN_RECORD = re.compile(r"\$\.records\[([0-9]+)\](.*)", re.DOTALL)


def from_llm(
    payload: Mapping[str, Any] | str | bytes, *, text: str, document: str | None = None,
    recorded: Recorded | Literal["model"] | None = "model", exact: bool = True, known: Iterable[Record] = (),
    registry: Registry = BUILTIN,
) -> Dataset:  # fmt: skip
    """
    Return the records that a language model gives in the llm form, or every problem.

    What stands for nothing ("", [], null, a field left out) becomes nothing, quotations become
    offsets, and every record passes the full validation, then `check`. A quotation that the
    text does not say, or says more than once, is a problem and never a guess.

    Args:
        payload: The answer: a mapping, or JSON. A fence of three backticks and words around it
            are taken off.
        text: The whole text of the article, as a str.
        document: The id of the document whose text it is. Not needed when the answer and
            *known* hold one document, or none: then one is made, with digest and length.
        recorded: Who made the records, put on each; ``"model"`` says no more than that a model
            did, None leaves it open.
        exact: Whether evidence repeats the passages.
        known: Records of earlier answers, which these may refer to; not returned again.
        registry: The kinds that are known.

    Raises:
        InvalidData: With all problems, paths from the answer
            (``$.monetary_claim[2].evidence[0].quote``); `repair_request` makes a message to
            the model of them. Warnings of `check` are not raised.

    >>> answer = {"person": [{"id": "lim", "names": [{"text": "Lim"}],
    ...     "evidence": [{"quote": "Lim", "before": ""}]}]}
    >>> dataset = from_llm(answer, text="So said Lim.")
    >>> dataset["lim"].evidence[0].start, dataset["document"].length
    (8, 12)
    """
    made = Recorded(method="model") if recorded == "model" else recorded
    _refuse_other_arguments(text, made)
    reading = _Reading(read_answer(payload), tuple(known), registry)
    reading.choose(text, document)
    reading.read(Quotations(text), exact=exact)
    if reading.problems:
        reading.look_across()
        raise InvalidData(limited(reading.in_order(), FILE_LIMIT))
    return reading.dataset(text, made)


def _refuse_other_arguments(text: object, recorded: object) -> None:
    problems = []
    if not isinstance(text, str):
        hint = "decode it: text.decode('utf-8')" if isinstance(text, bytes) else None
        message = f"expected text=, the text of the article as a str, got {shown(text)}"
        problems.append(Problem("$", "wrong_type", message, hint=hint))
    if recorded is not None and not isinstance(recorded, Recorded):
        message = f"expected recorded=, a Recorded or None, got {shown(recorded)}"
        problems.append(Problem("$", "wrong_type", message))
    if problems:
        raise InvalidData(problems)


class _Reading:
    """
    The answer on its way to a dataset.

    Args:
        groups: The answer as plain data.
        known: Records of earlier answers.
        registry: The kinds that are known.
    """

    def __init__(
        self, groups: Mapping[str, Any], known: tuple[Record, ...], registry: Registry
    ) -> None:
        self.groups = groups
        self.known = known
        self.registry = registry
        self.problems: list[Problem] = []
        self.restored: list[Restored] = []
        self.made: tuple[Document, ...] = ()
        self.document = ""
        self.facts: dict[str, Any] = {}

    def choose(self, text: str, document: str | None) -> None:
        """Settle which document it is; make one when the answer holds none."""
        self.facts = {"sha256": digest_of(text), "length": len(text)}
        found = chosen_document(self.groups, self.known, self.registry, document)
        self.problems += found.problems
        self.document = found.id
        if found.is_new and not found.problems:
            self.made = (Document(id=found.id, **self.facts),)

    def read(self, quotations: Quotations, *, exact: bool) -> None:
        """Read the groups, in the order of the registry."""
        self._unknown_groups()
        for kind in self.registry:
            group = self.groups.get(kind.name)
            if group is None or group == "" or not has_form(kind.cls):
                continue
            at = child("$", kind.name)
            if not isinstance(group, list):
                hint = "write it in [ ]" if isinstance(group, Mapping) else None
                self.problems.append(wrong_type(at, "a list of records", group, hint))
                continue
            for number, value in enumerate(group):
                restorer = Restorer(kind, quotations, self.document, exact=exact)
                self._record(kind, value, child(at, number), restorer)

    def _unknown_groups(self) -> None:
        """Tell the groups that are of no kind."""
        names = [each.name for each in self.registry if has_form(each.cls)]
        for name in self.groups:
            if name not in names:
                hint = did_you_mean(name, names) if isinstance(name, str) else None
                message = f"there is no kind {shown(name)}"
                hint = hint or f"one of: {', '.join(names)}"
                self.problems.append(
                    Problem(child("$", str(name)), "unknown_kind", message, hint=hint)
                )

    def _record(self, kind: Kind, value: object, at: str, restorer: Restorer) -> None:
        """Restore and read one record."""
        data = restorer.restore(value, at)
        if (
            isinstance(data, dict)
            and issubclass(kind.cls, Document)
            and data.get("id") == self.document
        ):
            data |= self.facts
        record = None
        problems = restorer.problems
        told = {each.path for each in problems}
        try:
            record = read_carefully(kind, data, "$")
        except InvalidData as error:
            placed = (self._placed(each, restorer) for each in error.problems)
            problems += (each for each in placed if each.path not in told)
        self.problems += problems
        self.restored.append(Restored(kind, at, data, restorer, record))

    def look_across(self) -> None:
        """Tell what is wrong with references and ids, when not all records can be read."""
        told = {each.path for each in self.problems}
        others = {each.id: each.kind for each in (*self.made, *self.known)}
        others |= dict.fromkeys(self._stray_ids(), "")
        found = reference_problems(self.restored, others, self.registry)
        self.problems += (each for each in found if each.path not in told)

    def _stray_ids(self) -> Iterator[str]:
        """Yield the ids in groups that could not be read; what they stand for is not known."""
        for name, group in self.groups.items():
            if name in self.registry and isinstance(group, list):
                continue
            records = [*group.values(), group] if isinstance(group, Mapping) else group
            for each in records if isinstance(records, list) else ():
                if isinstance(each, Mapping) and isinstance(each.get("id"), str):
                    yield each["id"]

    def _placed(self, problem: Problem, restorer: Restorer) -> Problem:
        return for_the_form(attrs.evolve(problem, path=restorer.place(problem.path, problem.code)))

    def dataset(self, text: str, recorded: Recorded | None) -> Dataset:
        """Return the records after the check of how they fit together, and fit the text."""
        records = [each.record for each in self.restored if each.record is not None]
        if recorded is not None:
            records = [attrs.evolve(each, recorded=recorded) for each in records]
        dataset = Dataset([*self.made, *records])
        whole = Dataset([*self.known, *dataset])
        found = check(whole, {self.document: text}, registry=self.registry)
        errors = [self._from_check(each) for each in found if each.severity == "error"]
        if errors:
            raise InvalidData(errors)
        return dataset

    def _from_check(self, problem: Problem) -> Problem:
        """Return a problem of the whole dataset with its path in the answer."""
        if problem.code == "duplicate_id":
            message = f"expected an id of its own, got that of another record: {problem.value!r}"
            problem = attrs.evolve(problem, message=message)
        match = _IN_RECORD.fullmatch(problem.path)
        if match is None:
            return problem
        number, inner = int(match[1]), attrs.evolve(problem, path=f"${match[2]}")
        if number < len(self.known):
            return attrs.evolve(problem, path=f"$.known[{number}]{match[2]}")
        number -= len(self.known) + len(self.made)
        if number < 0:
            return attrs.evolve(problem, path=f"$.document{match[2]}")
        return self._placed(inner, self.restored[number].restorer)

    def in_order(self) -> list[Problem]:
        """Return the problems in the order of the answer's groups and records."""
        places = {child("$", str(name)): n for n, name in enumerate(self.groups)}

        def key(problem: Problem) -> tuple[int, int]:
            match = re.match(r"(\$\.[^.\[]+|\$\[.*?\"\])(?:\[([0-9]+)\])?", problem.path)
            if match is None:
                return -1, 0
            return places.get(match[1], -1), int(match[2] or -1)

        return sorted(self.problems, key=key)


_IN_MISSING = re.compile(r'missing=\{"(\w+)": "(\w+)"\}')
_HINTS = {"blank": 'give "" for what the text does not say'}


def for_the_form(problem: Problem) -> Problem:
    """Return a problem with a hint in the words of the form."""
    hint = _HINTS.get(problem.code, problem.hint)
    if hint is not None:
        hint = _IN_MISSING.sub(r'{"field": "\1", "reason": "\2"} in missing', hint)
    return attrs.evolve(problem, hint=hint)
