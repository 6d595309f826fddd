"""
from_llm: what it makes of an answer, and what it asks of its caller.
"""

import hashlib

import attrs
import pytest

from invnews import (
    BUILTIN,
    Dataset,
    Document,
    Evidence,
    InvalidData,
    Name,
    Organisation,
    Person,
    Recorded,
    doc,
    size,
)
from invnews.intake import from_llm, repair_request

TEXT = "Lim said Song said so. Acme opens a mill in 2018, Lim said."
LIM = {"id": "lim", "names": [{"text": "Lim", "language": "", "type": ""}]}
BY_MODEL = Recorded(method="model")


def refused(answer, **options):
    with pytest.raises(InvalidData) as caught:
        from_llm(answer, **{"text": TEXT} | options)
    return [(each.path, each.code) for each in caught.value.problems]


def made(answer, **options):
    return from_llm(answer, **{"text": TEXT} | options)


def document(id="document"):
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return Document(id=id, sha256=digest, length=len(TEXT))


def test_absences_come_back_whatever_stands_for_them():
    """"", [], null and a field left out all say nothing; a default stays a default."""
    lim = Person(id="lim", names=(Name(text="Lim"),), recorded=BY_MODEL)
    answers = [
        LIM,
        {**LIM, "url": "", "countries": [], "attribution": [], "missing": [], "evidence": []},
        {**LIM, "url": None, "countries": None, "attribution": None, "missing": None},
        {**LIM, "attribution": "", "countries": ""},
        {"id": "lim", "names": [{"text": "Lim"}]},
    ]

    assert [made({"person": [each]}) for each in answers] == [Dataset([document(), lim])] * 5


def test_numbers_and_flags_come_back_from_their_texts():
    """Decimal and whole texts become numbers, "true" and "false" flags; "" becomes none."""
    claim = {
        "id": "m", "subjects": ["lim"], "value": {"comparator": "exactly", "amount": "50.0"},
        "position": "2", "part_of": "n", "parts_complete": "false", "part_type": "",
    }  # fmt: skip
    whole = {"id": "n", "subjects": ["lim"], "value": {"comparator": "unquantified"}}
    answer = {"organisation": [{"id": "lim", "names": [{"text": "Lim"}]}], "monetary_claim": [claim, whole]}
    m, n = made(answer).records[2:]

    assert (str(m.value.amount), m.position, m.parts_complete, m.part_type) == ("50.0", 2, False, None)
    assert (n.value.amount, n.position, n.parts_complete, n.counts_toward_totals) == (None, None, None, True)


def test_a_document_is_made_with_facts_of_the_text_alone():
    """Without a document one is made: its id, length and digest, and nobody who recorded it."""
    assert made({}) == Dataset([document()])
    assert made({"document": []}, document="d7") == Dataset([document("d7")])
    taken = made({"person": [{**LIM, "id": "document"}]})
    assert [each.id for each in taken] == ["document-2", "document"]


def test_a_document_of_the_answer_gets_length_and_digest():
    """The model is not asked for them; other documents stay without."""
    answer = {"document": [{"id": "a", "title": "Mill"}, {"id": "b"}]}
    a, b = made(answer, document="a")

    assert (a.length, a.title, a.recorded, b.length, b.sha256) == (len(TEXT), "Mill", BY_MODEL, None, None)
    assert a.sha256 == document().sha256
    assert refused(answer) == [("$.document", "unknown_text")]
    assert refused(answer, document="c") == [("$.document", "unknown_text")]
    assert refused({}, document="no id") == [("$", "bad_id")]


def test_recorded_is_put_on_each_record_or_left_open():
    """What the caller says of the recorder, and nothing else."""
    by = Recorded(by="a model", method="model", tool="v1")

    assert made({"person": [LIM]}, recorded=by)["lim"].recorded == by
    assert made({"person": [LIM]}, recorded=None)["lim"].recorded is None
    assert refused({}, recorded="me") == [("$", "wrong_type")]


def test_exact_is_for_all_evidence():
    """With exact=False offsets come without the passage, so that records can be shared."""
    answer = {"person": [{**LIM, "evidence": [{"quote": "Lim", "before": "2018,"}]}]}
    where = {"document": "document", "start": 50, "end": 53}

    assert made(answer)["lim"].evidence == (Evidence(**where, exact="Lim"),)
    assert made(answer, exact=False)["lim"].evidence == (Evidence(**where),)


def test_a_quotation_that_begins_the_text_is_told_by_a_mark():
    """No word stands before it: [start] says so, and nowhere else."""
    answer = {"person": [{**LIM, "evidence": [{"quote": "Lim", "before": "[start]"}]}]}
    elsewhere = {"person": [{**LIM, "evidence": [{"quote": "Song", "before": "[start]"}]}]}

    assert made(answer)["lim"].evidence[0].start == 0
    assert refused(elsewhere) == [("$.person[0].evidence[0].quote", "quote_absent")]


def test_evidence_without_quote_and_of_another_type():
    """A quote is required text; evidence is an object; before is text."""
    answer = {"person": [{**LIM, "evidence": [{"quote": ""}, "Lim", {"quote": 3, "before": 4},
                                              {"quote": "  "}]}]}  # fmt: skip

    assert refused(answer) == [
        ("$.person[0].evidence[0].quote", "missing_field"),
        ("$.person[0].evidence[1]", "wrong_type"),
        ("$.person[0].evidence[2].before", "wrong_type"),
        ("$.person[0].evidence[2].quote", "wrong_type"),
        ("$.person[0].evidence[3].quote", "blank"),
    ]


def test_paths_of_supports_are_read_as_the_form_and_as_the_record_write_them():
    """as_of[0].edtf, as the form has it, and as_of.edtf, as the record has it, are one path."""
    claim = {"id": "m", "subjects": ["lim"], "value": {"comparator": "unquantified"},
             "as_of": [{"edtf": "2018"}],
             "evidence": [{"quote": "2018", "supports": ["as_of[0].edtf"]},
                          {"quote": "2018", "supports": ["as_of.edtf"]}]}  # fmt: skip
    answer = {"organisation": [{"id": "lim", "names": [{"text": "Lim"}]}], "monetary_claim": [claim]}
    found = made(answer)["m"]

    assert [each.supports for each in found.evidence] == [("as_of.edtf",), ("as_of.edtf",)]


def test_known_records_can_be_referred_to_and_are_not_returned():
    """Kinds asked for in several calls: later answers refer to records of earlier ones."""
    first = made({"organisation": [{"id": "acme", "names": [{"text": "Acme"}]}]})
    answer = {"agreement": [{"id": "a", "parties": [{"party": "acme"}, {"party": "acm"}]}]}
    assert refused(answer, known=first) == [("$.agreement[0].parties[1].party", "dangling_reference")]

    answer["agreement"][0]["parties"].pop()
    second = made(answer, known=first)
    assert [each.id for each in second] == ["a"]
    again = {"person": [{**LIM, "id": "acme"}]}
    assert refused(again, known=first) == [("$.person[0].id", "duplicate_id")]


def test_references_are_told_beside_other_faults_and_from_faulty_records():
    """A record with a fault is still there for references, and its own are looked at."""
    answer = {
        "organisation": [{"id": "acme", "names": []}],
        "agreement": [{"id": "a", "type": "no-type", "parties": [{"party": "acme"}, {"party": "b"}, {"party": "a"}]}],
    }  # fmt: skip

    assert refused(answer) == [
        ("$.organisation[0].names", "missing_field"),
        ("$.agreement[0].type", "unknown_code"),
        ("$.agreement[0].parties[1].party", "dangling_reference"),
        ("$.agreement[0].parties[2].party", "wrong_kind"),
    ]


def test_the_check_of_the_whole_has_paths_of_the_answer_and_warnings_pass():
    """Errors of check() come with their place in the answer; a withdrawn currency is no error."""
    claim = {"id": "m", "subjects": ["o"], "value": {"comparator": "exactly", "amount": "5", "currency": "DEM"}}
    answer = {"organisation": [{"id": "o", "names": [{"text": "O"}]}], "monetary_claim": [claim]}
    assert len(made(answer)) == 3

    claim["computed_from"] = ["m"]
    assert refused(answer) == [("$.monetary_claim[0].computed_from[0]", "self_reference")]


def test_rules_across_fields_have_paths_of_the_answer():
    """An amount without a number; a value in a list of one."""
    claim = {"id": "m", "value": {"comparator": "exactly"}, "as_of": [{"edtf": "", "text": ""}]}

    assert refused({"monetary_claim": [claim]}) == [
        ("$.monetary_claim[0].value.amount", "missing_field"),
        ("$.monetary_claim[0].as_of[0]", "missing_field"),
        ("$.monetary_claim[0].subjects", "unstated"),
    ]


@pytest.mark.parametrize(
    ("text", "word"), [(b"Lim", "decode"), (None, "text="), (["Lim"], "text=")]
)  # fmt: skip
def test_a_text_that_is_no_str_is_refused_with_what_to_do(text, word):
    """Bytes are not decoded by guess."""
    with pytest.raises(InvalidData, match=word):
        from_llm({}, text=text)


@pytest.mark.parametrize(
    ("answer", "code"),
    [([], "wrong_type"), ("[]", "wrong_type"), (3, "wrong_type"), ('"text"', "json_syntax"),
     (b"\xff{}", "encoding"), ("{}{}", "json_syntax"), ("{'person': []}", "json_syntax")],
)  # fmt: skip
def test_what_is_no_answer_is_refused(answer, code):
    """An answer is one object of strict JSON."""
    assert [each[1] for each in refused(answer)] == [code]


@pytest.mark.parametrize(
    "answer",
    ['```json\n{"person": []}\n```', '```\n{"person": []}\n```', '```JSON\n{"person": []}\n```\n',
     'Sure!\n\n```json\n{"person": []}\n```\nDone.', '\n {"person": []} \n',
     'Note:\n```text\nnothing\n```\n```json\n{"person": []}\n```', b'{"person": []}'],
)  # fmt: skip
def test_a_fence_and_words_around_it_are_taken_off(answer):
    """Nothing else is: words around bare JSON are refused."""
    assert made(answer) == Dataset([document()])


def test_words_around_bare_json_are_refused():
    """Where the object begins and ends is not guessed."""
    assert refused('Here it is: {"person": []}') == [("$", "json_syntax")]


def test_problems_of_fenced_json_have_lines_of_the_whole_answer():
    """The line is that of the answer as it came."""
    with pytest.raises(InvalidData) as caught:
        from_llm('Sure!\n```json\n{"person":\n[}\n```', text=TEXT)

    assert {(each.line, each.code) for each in caught.value.problems} == {(4, "json_syntax")}


def test_nothing_of_the_answer_changes():
    """The payload is read and left as it is."""
    answer = {"person": [{**LIM, "evidence": [{"quote": "Song", "before": ""}]}]}
    before = repr(answer)
    made(answer)

    assert repr(answer) == before


def test_a_repair_request_for_problems_and_for_one_problem():
    """It lists the problems, then what to keep in mind, once a code."""
    with pytest.raises(InvalidData) as caught:
        from_llm({"person": [{**LIM, "evidence": [{"quote": "Limm"}, {"quote": "Lim"}]}]}, text=TEXT)
    request = repair_request(caught.value).splitlines()

    assert request[0] == "Your answer cannot be used as it is. Correct these 2 problems:"
    assert [line[:36] for line in request[2:4]] == [
        "1. $.person[0].evidence[0].quote: ex", "2. $.person[0].evidence[1].quote: ex",
    ]  # fmt: skip
    assert [line[:9] for line in request[4:8]] == ["", "Keep in m", "- A quote", "- Where t"]


def test_any_json_is_text_of_json():
    """The text is read as strictly as a file; JSON that is no text is refused."""
    note = {"id": "a", "target": "document", "motivation": "alternative", "value": "[1, 2.50]"}
    assert made({"annotation": [note]})["a"].value.text == "[1,2.5]"

    for value, code in ((["x"], "wrong_type"), ("[1", "json_syntax"), ("[NaN]", "not_a_number")):
        assert refused({"annotation": [{**note, "value": value}]}) == [("$.annotation[0].value", code)]


@attrs.frozen(kw_only=True)
class Proof(Evidence):
    """Evidence with a field of one's own."""

    page: int | None = attrs.field(default=None, metadata=doc("Its page."))


@attrs.frozen(kw_only=True)
class Filing(Document):
    """A document of one's own kind."""

    KIND = "acme.filing"

    proofs: tuple[Proof, ...] = attrs.field(metadata=doc("Proofs.") | size(1))
    best: Proof = attrs.field(metadata=doc("The best of them."))


OWN = BUILTIN.with_kinds(Filing)


def test_own_evidence_quotes_and_an_own_document_gets_length_and_digest():
    """What derives from Evidence and Document has their form, and fields of its own."""
    filing = {"id": "f", "proofs": [{"quote": "Song", "page": "3"}], "best": {"quote": "mill"}}
    found = made({"acme.filing": [filing]}, registry=OWN)["f"]

    assert (found.length, found.sha256) == (len(TEXT), document().sha256)
    assert found.proofs == (Proof(document="f", start=9, end=13, exact="Song", page=3),)
    assert found.best.exact == "mill"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"proofs": [], "best": []}, [("proofs", "missing_field"), ("best", "missing_field")]),
        ({"best": {"quote": "none"}}, [("proofs", "missing_field"), ("best.quote", "quote_absent")]),
        ({"proofs": ["x"], "best": [{"quote": "mill"}]}, [("proofs[0]", "wrong_type"), ("best", "wrong_type")]),
        ({"proofs": [{"quote": "mill", "page": "3.5"}], "best": "mill"},
         [("proofs[0].page", "bad_number"), ("best", "wrong_type")]),
    ],
)  # fmt: skip
def test_required_evidence_of_own_kinds_is_told_once(fields, expected):
    """One fault, one problem: what could not be found is not missing, too."""
    found = refused({"acme.filing": [{"id": "f", **fields}]}, registry=OWN)

    assert found == [(f'$["acme.filing"][0].{path}', code) for path, code in expected]


def test_rows_of_missing_are_told_one_by_one():
    """Names, reasons and shapes of rows; a row that is none takes nothing with it."""
    rows = ["url", {"field": 3, "reason": "unknown"}, {"field": "url", "why": "unknown"},
            {"field": "url", "reason": "unknown", 5: 1}]  # fmt: skip

    assert refused({"person": [{**LIM, "missing": rows}]}) == [
        ("$.person[0].missing[0]", "wrong_type"),
        ("$.person[0].missing[1].field", "wrong_type"),
        ("$.person[0].missing[2].why", "unknown_field"),
        ("$.person[0].missing[2].reason", "missing_field"),
        ('$.person[0].missing[3]["5"]', "unknown_field"),
    ]


def test_faults_of_known_records_have_paths_of_their_own():
    """Records of earlier answers are checked with the answer, and told apart from it."""
    digest = "0" * 64
    known = [Document(id="d", sha256=digest)]

    assert refused({"person": [LIM]}, known=known) == [("$.known[0].sha256", "digest_mismatch")]


def test_hostile_answers_end_in_problems_and_no_other_error():
    """Depth, odd names and odd types everywhere: always InvalidData."""
    deep = []
    for _ in range(5_000):
        deep = [deep]
    odd = [None, True, 5, 1.5, "x", [], {}, [[]], [{}], {1: 2}, {"id": {}}, deep, {"id": "a", 3: 4}]
    outcomes = set()
    for each in odd:
        for answer in ({"person": each}, {"person": [each]}, {"statement": [{"id": "s", "evidence": each}]},
                       {"monetary_claim": [{"id": "m", "value": each, "missing": each}]},
                       {"document": [{"id": "d", "segments": [each], "published": each}]}, {1: each}):  # fmt: skip
            try:
                outcomes.add(type(made(answer)))
            except InvalidData as error:
                outcomes.add(type(error))

    assert outcomes == {Dataset, InvalidData}


def test_organisations_of_the_package_and_of_the_answer_are_one_class():
    """What comes back are records like any other."""
    found = made({"organisation": [{"id": "o", "names": [{"text": "O"}]}]}, recorded=None)

    assert found["o"] == Organisation(id="o", names=(Name(text="O"),))
