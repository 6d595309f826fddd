"""invnews validate: every problem of files, with its place, as text or JSON."""

import gzip
import json
from pathlib import Path

import pytest

from invnews.cli import main

HEAD = '{"format":"invnews","version":1,"records":['
SONG = '{"kind":"person","id":"song","names":[{"text":"James Song"}]}'
DOCUMENT = '{"kind":"document","id":"d"}'
SIGNING = '{"kind":"event","id":"e","type":"signing","about":["sogn"]}'
QUOTING = (
    '{"kind":"statement","id":"s","proposition":"p",'
    '"evidence":[{"document":"d","start":0,"end":4,"exact":"Song"}]}'
)
MARKS = (
    '{"kind":"monetary_claim","id":"m","value":{"comparator":"exactly","amount":"5",'
    '"currency":"DEM"},"missing":{"subjects":"not_stated"}}'
)


def file_of(*records):
    """Return the canonical file of records, one a line from the second line on."""
    return HEAD + "\n" + ",\n".join(records) + "\n]}\n"


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Run in a directory of its own with files good and bad."""
    monkeypatch.chdir(tmp_path)
    Path("good.json").write_text(file_of(SONG), "utf-8")
    Path("dangling.json").write_text(file_of(SONG, SIGNING), "utf-8")
    Path("warned.json").write_text(file_of(MARKS), "utf-8")
    Path("refused.json").write_text(
        file_of(SONG, '{"kind":"person","id":"p","names":[]}', '{"kind":"persom"}'), "utf-8"
    )
    Path("lines.jsonl").write_text(f"{SONG}\n\n{SIGNING}\n", "utf-8")
    Path("quoted.json").write_text(file_of(DOCUMENT, QUOTING), "utf-8")
    Path("d.txt").write_text("Lim said so.", "utf-8")


def run(capsys, *arguments):
    """Return exit code and lines of one ``invnews validate``; errors there are none."""
    code = main(["validate", *arguments])
    output = capsys.readouterr()

    assert output.err == ""
    return code, output.out.splitlines()


def column(line, found):
    """Return the column, counted from 1, at which a value begins in its line."""
    return line.index(found) + 1


DANGLING = "no record has the id 'sogn' (did you mean 'song'?) [dangling_reference]"
AT = column(SIGNING, '"sogn"')
NAMES_AT = column('{"kind":"person","id":"p","names":[]}', "[]")


@pytest.mark.parametrize(
    ("arguments", "code", "lines"),
    [
        (["good.json"], 0, ["good.json: 1 record, no problems"]),
        (["dangling.json"], 1, [
            f"dangling.json:3:{AT}: error: $.records[1].about[0]: {DANGLING}",
            "dangling.json: 2 records, 1 error"]),
        (["warned.json"], 0, [
            f"warned.json:2:{column(MARKS, chr(34) + 'DEM')}: warning: "
            "$.records[0].value.currency: 'DEM' (Deutsche Mark) was withdrawn in 2002-03 "
            "[withdrawn_code]",
            "warned.json: 1 record, 1 warning"]),
        (["refused.json"], 1, [
            f"refused.json:3:{NAMES_AT}: error: $.records[1].names: expected at least 1 item, "
            "got 0 [too_short]",
            "refused.json:4:9: error: $.records[2].kind: the registry holds no kind 'persom' "
            "(did you mean 'person'?) [unknown_kind]",
            "refused.json: refused, 2 errors"]),
        (["lines.jsonl"], 1, [
            f"lines.jsonl:3:{AT}: error: $.records[1].about[0]: {DANGLING}",
            "lines.jsonl: 2 records, 1 error"]),
        (["good.json", "warned.json", "good.json"], 0, [
            "good.json: 1 record, no problems",
            f"warned.json:2:{column(MARKS, chr(34) + 'DEM')}: warning: "
            "$.records[0].value.currency: 'DEM' (Deutsche Mark) was withdrawn in 2002-03 "
            "[withdrawn_code]",
            "warned.json: 1 record, 1 warning",
            "good.json: 1 record, no problems"]),
        (["good.json", "dangling.json"], 1, [
            "good.json: 1 record, no problems",
            f"dangling.json:3:{AT}: error: $.records[1].about[0]: {DANGLING}",
            "dangling.json: 2 records, 1 error"]),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, list) and " " not in "".join(it) else "",
)  # fmt: skip
def test_every_problem_is_a_line_with_its_place(capsys, arguments, code, lines):
    """File, line, column, severity, path, message, hint, code; then a count a file."""
    assert run(capsys, *arguments) == (code, lines)


def test_a_header_line_counts_as_a_line(capsys):
    """Line numbers are those of the file, with the header of JSON Lines and blank lines."""
    head = '{"format":"invnews","version":1}'
    Path("headed.jsonl").write_text(f"{head}\n\n{SONG}\r\n{SIGNING}\n", "utf-8")

    assert run(capsys, "headed.jsonl") == (1, [
        f"headed.jsonl:4:{AT}: error: $.records[1].about[0]: {DANGLING}",
        "headed.jsonl: 2 records, 1 error",
    ])  # fmt: skip


def test_problems_of_several_lines_have_their_own_lines(capsys):
    """Each problem of JSON Lines is placed in the line of its record."""
    other = SIGNING.replace('"id":"e"', '"id":"f"')
    Path("two.jsonl").write_text(f"{SIGNING}\n{SONG}\n{other}\n", "utf-8")
    code, lines = run(capsys, "two.jsonl")

    assert (code, [line.split(" ")[0] for line in lines]) == (
        1, [f"two.jsonl:1:{AT}:", f"two.jsonl:3:{AT}:", "two.jsonl:"],
    )  # fmt: skip


def test_lines_that_cannot_be_read_are_all_reported(capsys):
    """The faults of every line of a file come at once."""
    Path("bad.jsonl").write_text(f"{SONG}\n{{\n{SONG[:-1]}}}\n[]\n", "utf-8")
    code, lines = run(capsys, "bad.jsonl")

    assert (code, [line.split(": ")[0] for line in lines], lines[-1]) == (
        1, ["bad.jsonl:2:2", "bad.jsonl:4:1", "bad.jsonl"], "bad.jsonl: refused, 2 errors",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["good.json.gz", "lines.ndjson", "lines.jsonl.gz"])
def test_packed_files_and_lines_of_either_name_are_read(capsys, name):
    """.gz is unpacked; .ndjson is JSON Lines as .jsonl is."""
    data = file_of(SONG).encode() if name.startswith("good") else f"{SONG}\n".encode()
    Path(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)

    assert run(capsys, name) == (0, [f"{name}: 1 record, no problems"])


def test_evidence_is_held_against_texts(capsys):
    """--text gives the text of a document; without it only what the file says is checked."""
    start = column(QUOTING, '"Song"')

    assert run(capsys, "quoted.json") == (0, ["quoted.json: 2 records, no problems"])
    assert run(capsys, "quoted.json", "--text", "d=d.txt") == (1, [
        f"quoted.json:3:{start}: error: $.records[1].evidence[0].exact: expected the words of "
        "the text, 'Lim ', got 'Song' [evidence_mismatch]",
        "quoted.json: 2 records, 1 error",
    ])  # fmt: skip


def test_a_text_is_read_with_its_newlines_as_they_are(capsys):
    """Offsets count the characters of the file: \\r\\n are two."""
    Path("d.txt").write_bytes(b"a\r\n\r\nSong\r\n")
    moved = QUOTING.replace('"start":0,"end":4', '"start":5,"end":9')
    Path("moved.json").write_text(file_of(DOCUMENT, moved), "utf-8")

    assert run(capsys, "moved.json", "--text", "d=d.txt") == (
        0, ["moved.json: 2 records, no problems"],
    )  # fmt: skip


def test_a_text_with_an_equals_sign_in_its_path_is_found(capsys):
    """Only the first = parts the id from the path."""
    Path("a=b.txt").write_text("Song", "utf-8")

    assert run(capsys, "quoted.json", "--text", "d=a=b.txt") == (
        0, ["quoted.json: 2 records, no problems"],
    )  # fmt: skip


def test_a_text_of_no_document_is_a_problem(capsys):
    """It stands at the whole file, because no record is at fault."""
    code, lines = run(capsys, "quoted.json", "--text", "dd=d.txt")

    assert (code, lines) == (1, [
        "quoted.json:1:1: error: $: no document has the id 'dd' (did you mean 'd'?) "
        "[unknown_text]",
        "quoted.json: 2 records, 1 error",
    ])  # fmt: skip


def test_a_text_of_no_document_in_json_lines_is_a_problem(capsys):
    """JSON Lines have no line for the whole, so it has none."""
    Path("d.jsonl").write_text(f"{DOCUMENT}\n", "utf-8")
    code, lines = run(capsys, "d.jsonl", "--text", "dd=d.txt")

    assert (code, lines[0]) == (
        1, "d.jsonl: error: $: no document has the id 'dd' (did you mean 'd'?) [unknown_text]",
    )  # fmt: skip


def test_problems_can_be_printed_as_json(capsys):
    """One list for all files, each problem with its file; nothing else is printed."""
    code, lines = run(capsys, "dangling.json", "good.json", "warned.json", "--format", "json")

    assert (code, json.loads("\n".join(lines))) == (1, [
        {"file": "dangling.json", "path": "$.records[1].about[0]", "code": "dangling_reference",
         "message": "no record has the id 'sogn'", "value": "sogn",
         "hint": "did you mean 'song'?", "severity": "error", "line": 3, "column": AT},
        {"file": "warned.json", "path": "$.records[0].value.currency", "code": "withdrawn_code",
         "message": "'DEM' (Deutsche Mark) was withdrawn in 2002-03", "value": "DEM",
         "hint": None, "severity": "warning", "line": 2,
         "column": column(MARKS, '"DEM"')},
    ])  # fmt: skip


def test_no_problems_are_an_empty_list_of_json(capsys):
    """What reads the output always gets a list."""
    assert run(capsys, "good.json", "--format", "json") == (0, ["[]"])


def test_values_that_json_does_not_have_are_shown_in_words(capsys):
    """A decimal in a problem is text in the output; floats never appear."""
    money = '{"comparator":"between","amount":"7","upper":"5"}'
    claim = ('{"kind":"monetary_claim","id":"m","value":' + money
             + ',"missing":{"subjects":"not_stated"}}')  # fmt: skip
    Path("upper.json").write_text(file_of(claim), "utf-8")
    code, lines = run(capsys, "upper.json", "--format", "json")
    found = json.loads("\n".join(lines))

    assert (code, [(each["path"], each["value"]) for each in found]) == (
        1, [("$.records[0].value.upper", "the number 5")],
    )  # fmt: skip


def test_a_file_that_is_no_utf_8_is_refused_with_the_place(capsys):
    """The byte at fault is counted in characters of its line."""
    Path("latin.json").write_bytes(file_of(SONG).replace("James", "Jámes").encode("latin-1"))

    assert run(capsys, "latin.json") == (1, [
        f"latin.json:2:{column(SONG, 'James') + 1}: error: $: expected UTF-8, got the byte 0xe1 "
        "(save the file as UTF-8) [encoding]",
        "latin.json: refused, 1 error",
    ])  # fmt: skip


def test_more_than_1000_problems_are_counted(capsys):
    """The list is cut; the last line says how many there are besides."""
    records = [SIGNING.replace('"id":"e"', f'"id":"e{n}"') for n in range(1003)]
    for name, text in (("many.json", file_of(*records)),
                       ("many.jsonl", "\n".join(records) + "\n")):  # fmt: skip
        Path(name).write_text(text, "utf-8")
        code, lines = run(capsys, name)

        assert (code, len(lines), lines[-1]) == (1, 1002, f"{name}: 1003 records, 1001 errors")
        assert "3 more problems are not listed [more_problems]" in lines[-2]


def test_a_problem_inside_names_that_are_no_identifiers_is_placed(capsys):
    """Paths with quoted names lead to the nearest place that encloses them."""
    odd = SONG[:-1] + ',"missing":{"x-odd name":"because"}}'
    Path("odd.json").write_text(file_of(odd), "utf-8")
    code, lines = run(capsys, "odd.json")

    assert (code, lines[0].split(": ")[0]) == (
        1, f"odd.json:2:{column(odd, chr(34) + 'because')}",
    )  # fmt: skip


def test_a_file_that_cannot_be_read_hides_no_other(capsys):
    """What the others hold is told; the exit code is that of misuse."""
    code = main(["validate", "good.json", "no.json", "dangling.json"])
    output = capsys.readouterr()

    assert (code, output.err) == (2, "invnews: [Errno 2] No such file or directory: 'no.json'\n")
    assert [line.split(":")[0] for line in output.out.splitlines()] == [
        "good.json", "dangling.json", "dangling.json"
    ]  # fmt: skip
