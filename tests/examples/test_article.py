"""
The flagship example: a whole article as records, verified without the article and with it.

The article is no part of the repository. What needs it reads the file that the environment
variable INVNEWS_SEED_TEXT names, and is skipped when there is none.
"""

import importlib.util
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import invnews
from invnews import (
    Attribution,
    AttributionLink,
    Dataset,
    Document,
    Evidence,
    Json,
    KeyDate,
    MonetaryClaim,
    Money,
    Name,
    PartialDate,
    Party,
    Quantity,
    Record,
    RelativeDate,
    Sector,
    Segment,
    Stance,
    StatusChange,
    Undertaking,
    check,
    coverage,
    dumps,
    load,
    loads,
)
from invnews.records import leads_somewhere

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "alibaba_malaysia.py"


def imported(path: Path) -> ModuleType:
    """Return a module of the repository that stands in no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


example = imported(EXAMPLE)
verify = imported(ROOT / "tools" / "verify_article.py")
DATASET: Dataset = example.DATASET


@pytest.fixture(scope="session")
def text() -> str:
    """Return the article, or skip the test that asks for it."""
    path = os.environ.get("INVNEWS_SEED_TEXT")
    if not path:
        pytest.skip("the article is no part of the repository: set INVNEWS_SEED_TEXT to its file")
    return Path(path).read_bytes().decode("utf-8")


SONG = AttributionLink(role="speaker", party="james-song", source_kind="company", naming="named")
FOR_ALIBABA = AttributionLink(role="on_behalf_of", party="alibaba", naming="named")
SONG_SAYING = Attribution(links=(SONG, FOR_ALIBABA), quote="mixed", cue="saying")
SONG_SAID = Attribution(links=(SONG, FOR_ALIBABA), quote="indirect", cue="said")
ALIBABA_SAID = Attribution(
    links=(
        AttributionLink(role="speaker", party="alibaba", source_kind="company", naming="named"),
    ),
    quote="mixed",
    cue="said",
)
LAST_YEAR = PartialDate(text="Last year", relative=RelativeDate(unit="year", offset=-1))
EARLIER = PartialDate(
    text="Earlier this year", relative=RelativeDate(unit="year", offset=0, part="before")
)
RECENTLY = PartialDate(text="recently", relative=RelativeDate(offset=-1), vague=True)
SIGNATORIES = tuple(
    Party(party=each, role="signatory") for each in ("alibaba", "mdec", "hangzhou-government")
)
UNDER_REVIEW = StatusChange(status="under_review", modality="planned", by=("mahathir",))
BACKED = {
    "parties": (Party(party="china", role="backer"),),
    "places": ("malaysia",),
    "status_history": (UNDER_REVIEW,),
    "missing": {"names": "not_stated", "x-count": "not_stated", "x-financing": "not_stated"},
}

# fmt: off
ROWS: tuple[tuple[int, int, str, dict[str, Any]], ...] = (
    # The headline.
    (0, 48, "alibaba", {
        "names": (Name(text="Alibaba Group"), Name(text="Alibaba", type="short"))}),
    (0, 48, "alibaba-investment", {
        "parties": (Party(party="alibaba", role="investor"),), "host_countries": ("MY",),
        "aspect": "continuing", "modality": "intended", "attribution": None}),
    (49, 88, "relation/amidst-review", {
        "type": "context_of", "subject": "review", "object": "alibaba-investment"}),
    # Paragraph 1.
    (90, 149, "statement/will-invest", {
        "modality": "intended", "tense": "future", "attribution": ALIBABA_SAID}),
    (90, 149, "claim/a-lot", {
        "subjects": ("alibaba-investment",), "measure": "investment", "stage": "indicated",
        "value": Money.unquantified(text="a lot"), "modality": "intended",
        "attribution": ALIBABA_SAID}),
    (156, 200, "james-song", {"names": (Name(text="James Song"),)}),
    (156, 200, "relation/song-position", {
        "type": "holds_position", "subject": "james-song", "object": "alibaba",
        "title": "Malaysia chief representative"}),
    (208, 277, "statement/very-positive", {
        "stances": (Stance(target="bilateral relations", polarity="positive", intensity="strong",
                           holder="alibaba", about=("malaysia-china-ties",)),),
        "attribution": SONG_SAYING}),
    (208, 277, "malaysia-china-ties", {"subject": "malaysia", "object": "china"}),
    (278, 322, "statement/very-confident", {
        "stances": (Stance(target="Malaysia's future", polarity="positive", intensity="strong",
                           holder="alibaba", about=("malaysia",)),),
        "attribution": SONG_SAYING}),
    # Paragraph 2.
    (325, 338, "relation/comes-as-review", {
        "type": "context_of", "subject": "review", "object": "statement/will-invest"}),
    (339, 413, "relation/mahathir-position", {
        "type": "holds_position", "subject": "mahathir", "object": "malaysia",
        "title": "Prime Minister"}),
    (339, 413, "review", {
        "actors": ("mahathir",), "office": "Prime Minister", "action": "review",
        "modality": "intended", "targets": ("china-related-projects",),
        "status_history": (StatusChange(status="announced", by=("mahathir",)),),
        "attribution": Attribution(
            links=(AttributionLink(role="speaker", party="mahathir", source_kind="official",
                                   naming="named", capacity="Prime Minister"),),
            quote="indirect", cue="said")}),
    (391, 482, "china-related-projects", {
        "description": "China-related projects", "complete": False, "members": (),
        "exemplars": ("rail-projects", "gas-pipeline-projects")}),
    (415, 482, "rail-projects", {"sectors": (Sector(text="rail"),), **BACKED}),
    (415, 482, "gas-pipeline-projects", {"sectors": (Sector(text="gas pipeline"),), **BACKED}),
    (483, 557, "claim/22bn", {
        "subjects": ("rail-projects", "gas-pipeline-projects"), "measure": "project_value",
        "value": Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
        "scope": "collective", "stage": None, "counts_toward_totals": False,
        "missing": {"stage": "not_stated", "as_of": "not_stated"},
        "attribution": Attribution(
            links=(AttributionLink(role="original_source", description="multiple media reports",
                                   source_kind="media_report", naming="unnamed",
                                   number="multiple"),),
            quote="indirect", cue="according to")}),
    (559, 674, "bernama", {"names": (Name(text="Bernama"),), "type": "media"}),
    (559, 674, "statement/not-hesitated", {
        "proposition": 'the review has not hesitated in its plans … to "invigorate" investments',
        "about": ("review", "malaysia"), "polarity": "negative",
        "attribution": Attribution(
            links=(AttributionLink(role="original_source", party="bernama",
                                   source_kind="news_agency", naming="named", number="one"),),
            quote="scare", cue="According to")}),
    (559, 674, "note/garbled", {
        "target": "statement/not-hesitated", "path": "proposition",
        "motivation": "flagging_source"}),
    # Paragraph 3.
    (677, 750, "alibaba-project", {
        "parties": (Party(party="alibaba"),), "names": (), "places": ("malaysia",),
        "missing": {"names": "not_stated", "type": "not_stated", "status_history": "not_stated"}}),
    (677, 750, "statement/full-confidence", {
        "stances": (Stance(target="its project", polarity="positive", intensity="strong",
                           holder="alibaba", about=("alibaba-project",)),),
        "attribution": SONG_SAID}),
    (751, 801, "statement/commitment", {
        "polarity": "negative", "tense": "past", "about": ("alibaba", "malaysians"),
        "attribution": SONG_SAID}),
    (803, 873, "claim/many-companies", {
        "subjects": ("many-companies",),
        "value": Quantity.unquantified("companies", text="many")}),
    (803, 873, "statement/companies-concerned", {
        "stances": (Stance(target="bilateral ties", polarity="negative", holder="many-companies",
                           about=("malaysia-china-ties",)),),
        "attribution": Attribution(quote="none")}),
    (875, 954, "statement/no-negative-signs", {
        "polarity": "negative", "epistemic": "true_certain", "about": ("malaysia-china-ties",),
        "attribution": Attribution(
            links=(SONG, AttributionLink(role="believer", party="alibaba", naming="named")),
            quote="mixed", cue="said")}),
    # Paragraph 4.
    (957, 1011, "country-office", {
        "type": "facility_opening", "parties": (Party(party="alibaba", role="operator"),),
        "places": ("malaysia",),
        "status_history": (StatusChange(status="opened", on=RECENTLY, by=("alibaba",)),),
        "missing": {"x-capex": "not_stated", "x-jobs": "not_stated", "x-city": "not_stated"}}),
    (957, 1011, "event/office-opening", {
        "type": "opening", "on": RECENTLY, "about": ("country-office", "malaysia-office")}),
    (1012, 1129, "country-office", {
        "objectives": ("better technology skills for small firms and young founders",),
        "target_groups": ("malaysian-smes", "young-entrepreneurs")}),
    (1012, 1129, "malaysian-smes", {
        "description": "Malaysian SMEs", "places": ("malaysia",)}),
    (1012, 1129, "young-entrepreneurs", {"description": "young entrepreneurs", "places": ()}),
    (1131, 1201, "malaysia-week", {
        "names": (Name(text="Malaysia Week"),), "type": "campaign", "channel": "online",
        "parties": (Party(party="alibaba", role="promoter"),),
        "status_history": (StatusChange(status="launched", by=("alibaba",)),),
        "missing": {"key_dates": "not_stated"}}),
    (1202, 1269, "malaysia-week", {"target_groups": ("chinese-consumers",)}),
    (1202, 1269, "statement/week-aim", {
        "modality": "aimed", "about": ("malaysia-week", "chinese-consumers")}),
    (1271, 1311, "claim/50-brands", {
        "subjects": ("malaysia-week",), "of_what": "Malaysian brands",
        "value": Quantity.more_than(50, "brands", text="more than 50")}),
    # Paragraph 5.
    (1314, 1377, "city-brain-tie-up", {
        "key_dates": (KeyDate(role="actual_start", on=EARLIER),)}),
    (1333, 1377, "relation/cloud-arm", {
        "type": "business_unit_of", "subject": "alibaba-cloud", "object": "alibaba",
        "description": "arm"}),
    (1379, 1472, "city-brain-tie-up", {
        "type": "partnership", "description": "tied up", "binding": None,
        "missing": {"binding": "not_stated", "status_history": "not_stated"},
        "parties": tuple(Party(party=each, role="participant")
                         for each in ("alibaba-cloud", "mdec", "dbkl"))}),
    (1379, 1472, "mdec", {
        "names": (Name(text="Malaysia Digital Economy Corporation"),
                  Name(text="MDEC", type="acronym"))}),
    (1379, 1472, "dbkl", {
        "names": (Name(text="Dewan Bandaraya Kuala Lumpur", language="ms", type="native"),)}),
    (1473, 1517, "malaysia-city-brain", {
        "names": (Name(text="Malaysia City Brain"),), "type": "initiative",
        "under": ("city-brain-tie-up",), "products": ("city-brain",),
        "status_history": (StatusChange(status="announced", on=EARLIER),)}),
    (1519, 1560, "statement/first-abroad", {
        "type": "novelty", "about": ("city-brain",), "attribution": None,
        "missing": {"x-home_country": "not_stated", "x-adopter": "not_stated"}}),
    (1562, 1648, "city-brain", {
        "names": (Name(text="City Brain"),), "owners": (),
        "technologies": ("cloud technology", "artificial intelligence")}),
    (1562, 1648, "relation/developed-on", {
        "type": "deployed_on", "subject": "city-brain", "object": "cloud-infrastructure"}),
    (1650, 1749, "statement/digital-transformation", {
        "about": ("city-brain", "malaysia"), "attribution": None}),
    # Paragraph 6.
    (1752, 1865, "mou", {
        "type": "memorandum_of_understanding", "binding": "non_binding",
        "presumed": ("binding",), "parties": SIGNATORIES,
        "status_history": (StatusChange(status="signed", on=LAST_YEAR),)}),
    (1752, 1865, "event/mou-signing", {
        "type": "signing", "on": LAST_YEAR, "about": ("mou",), "participants": SIGNATORIES}),
    (1866, 1914, "mou", {
        "subject_matter": "to connect e-hubs", "places": ("malaysia", "china")}),
    (1866, 1914, "e-hubs", {
        "description": "first e-hubs", "places": ("malaysia", "china"),
        "under": ("mou", "ewtp")}),
    (1866, 1914, "statement/first-e-hubs", {"type": "novelty", "about": ("e-hubs",)}),
    (1915, 1963, "ewtp", {
        "names": (Name(text="Electronic World Trade Platform"),
                  Name(text="eWTP", type="acronym"))}),
    (1915, 1963, "mou", {"under": ("ewtp",)}),
    (1965, 2036, "mou", {"undertakings": (
        Undertaking(text="connect e-hubs", modality="intended", type="cooperate",
                    about=("e-hubs",)),
        Undertaking(text="explore linkages", modality="possible", type="explore",
                    about=("hangzhou-zone", "dftz")))}),
    (2037, 2106, "hangzhou-zone", {"type": "special_zone", "places": ("hangzhou",)}),
    (2109, 2139, "relation/helped-establish", {
        "type": "helped_establish", "subject": "alibaba", "object": "hangzhou-zone",
        "attribution": None, "missing": {"start": "not_stated"}}),
    (2146, 2166, "dftz", {
        "names": (Name(text="DFTZ", type="acronym"),), "places": ("malaysia",),
        "missing": {"x-full_name": "not_stated"}}),
    # Read also.
    (2169, 2179, "note/related-links", {"target": "article", "path": "segments[2]"}),
    (2180, 2232, "claim/1500-smes", {
        "subjects": ("smes-in-malaysia",), "value": Quantity.exactly(1500, "SMEs", text="1,500"),
        "modality": "intended",
        "missing": {"x-platform": "truncated", "x-selected_by": "truncated"}}),
    (2233, 2295, "budget-2018", {
        "names": (Name(text="Malaysia Budget 2018"),), "type": "budget",
        "period": PartialDate("2018")}),
    (2233, 2295, "statement/left-behind", {
        "type": "opinion", "about": ("budget-2018", "smes"), "attribution": None,
        "missing": {"attribution": "not_stated"}}),
    (2296, 2363, "catcha-investment", {
        "parties": (Party(party="catcha", role="investor"),), "aspect": "further",
        "modality": "intended", "places": ("klang-valley",),
        "attribution": Attribution(quote="mixed"),
        "missing": {"x-amount": "not_stated", "x-speaker": "not_stated"}}),
    (2364, 2420, "sabah-grant", {
        "actors": ("sabah-government",), "action": "approve",
        "status_history": (StatusChange(status="approved"),)}),
    (2364, 2420, "claim/rm1m", {
        "subjects": ("sabah-grant",), "measure": "grant", "stage": "approved",
        "scope": "incremental", "value": Money.exactly(1_000_000, "MYR", text="RM1m"),
        "missing": {"payees": "not_stated"}}),
    (2421, 2490, "claim/10000-companies", {
        "subjects": ("dftz-platform",), "modality": "aimed",
        "value": Quantity.exactly(10_000, "companies", text="10,000")}),
)
"""Passage, record, and the fields that it must have: what the article says, line by line."""
# fmt: on

ROW = pytest.mark.parametrize(
    ("start", "end", "id", "fields"), ROWS, ids=[f"{row[0]}-{row[1]} {row[2]}" for row in ROWS]
)


@ROW
def test_record_says_what_its_passage_says(
    start: int, end: int, id: str, fields: dict[str, Any]
) -> None:
    """
    Each passage of the article has its record, with these fields, whole.
    """
    record = DATASET[id]

    assert fields == {name: getattr(record, name) for name in fields}


@ROW
def test_record_rests_on_its_passage(start: int, end: int, id: str, fields: dict[str, Any]) -> None:
    """
    Each record has evidence inside the passage that it stands for.
    """
    inside = [each for each in DATASET[id].evidence if start <= each.start and each.end <= end]

    assert inside != []


def test_document_is_described_and_not_held() -> None:
    """
    The document has title, digest, length and segments; what the article does not say is missing.
    """
    title = "Alibaba Group to continue investment in Malaysia amidst review of China-related "

    assert (
        Document(
            id="article",
            title=title + "projects",
            type="press_report",
            language="en",
            length=2490,
            sha256="31651ef5bb00f0d1138888e844167361ce2b7aea9f09eebb0c577ccfb4262d8c",
            segments=(
                Segment(type="headline", start=0, end=88),
                Segment(type="body", start=90, end=2167),
                Segment(type="related_links", start=2169, end=2490),
            ),
            missing=dict.fromkeys(("published", "publisher", "authors", "url"), "not_stated"),
            evidence=(Evidence(document="article", start=0, end=88, supports=("title",)),),
            notes=DATASET["article"].notes,
        )
        == DATASET["article"]
    )


def test_every_record_has_evidence_that_supports_fields_which_are_set() -> None:
    """
    No record stands without evidence, no evidence without the fields that it supports.
    """
    bad = [
        (record.id, each.start, each.supports)
        for record in DATASET
        for each in record.evidence or (None,)
        if each is None
        or not each.supports
        or not all(leads_somewhere(record, path) for path in each.supports)
    ]

    assert bad == []


def test_related_links_are_isolated() -> None:
    """
    No record rests on the article and on its links to other reports at once.
    """
    links = DATASET["article"].segments[2].start
    both = [
        record.id
        for record in DATASET
        if len({each.start >= links for each in record.evidence}) > 1
    ]

    assert both == []


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("relation/mahathir-position", "object"),
        ("relation/song-position", "object"),
        ("relation/office-of", "object"),
        ("malaysia-week", "parties[0]"),
        ("alibaba-project", "parties[0]"),
        ("e-hubs", "places"),
        ("mou", "places"),
        ("mou", "binding"),
        ("statement/very-positive", "stances[0].holder"),
        ("statement/very-positive", "attribution.links[1]"),
        ("statement/no-negative-signs", "about"),
        ("claim/22bn", "scope"),
        ("dftz", "type"),
        ("sabah-grant", "actors"),
        ("sabah-government", "type"),
        ("claim/rm1m", "payers"),
    ],
)
def test_what_an_analyst_adds_is_inference(id: str, path: str) -> None:
    """
    What the article does not say itself rests on evidence of basis inference alone.
    """
    bases = {each.basis for each in DATASET[id].evidence if path in each.supports}

    assert {"inference"} == bases


def test_uncertain_readings_are_alternatives() -> None:
    """
    Each uncertain reading names the field, the other value and how likely it is.
    """
    song = {
        "links": [
            {"role": "speaker", "party": "james-song"},
            {"role": "on_behalf_of", "party": "alibaba"},
        ],
        "quote": "indirect",
        "cue": "said",
    }
    expected = {
        ("claim/22bn", "scope", Json.of("unclear"), Decimal("0.3")),
        ("claim/22bn", "subjects", Json.of(["china-related-projects"]), Decimal("0.2")),
        ("statement/not-hesitated", "about[0]", Json.of("alibaba"), Decimal("0.7")),
        ("statement/not-hesitated", "polarity", Json.of("positive"), Decimal("0.8")),
        ("statement/not-hesitated", "attribution.quote", Json.of("mixed"), Decimal("0.4")),
        ("statement/companies-concerned", "attribution", Json.of(song), Decimal("0.4")),
        (
            "young-entrepreneurs",
            "places",
            Json.of(["malaysia"]),
            Decimal("0.6"),
        ),
        ("malaysia-week", "parties[0].party", Json.of("malaysia-office"), Decimal("0.2")),
        ("catcha-investment", "attribution.quote", Json.of("scare"), Decimal("0.3")),
    }

    assert expected == {
        (each.target, each.path, each.value, each.confidence)
        for each in DATASET.of(invnews.Annotation)
        if each.motivation == "alternative"
    }


def test_relative_dates_stay_unresolved() -> None:
    """
    With no day of publication no date of the article has an EDTF.
    """
    dates = _dates(DATASET)

    assert {(each.text, each.edtf) for each in dates if each.relative is not None} == {
        ("Last year", None),
        ("Earlier this year", None),
        ("recently", None),
    }


def test_relative_dates_resolve_once_the_day_is_known() -> None:
    """
    Given a day of publication, each date gets the widest span that its words allow.
    """
    day = date(2018, 6, 25)

    assert {
        each.text: each.resolve(day).edtf for each in _dates(DATASET) if each.relative is not None
    } == {"Last year": "2017", "Earlier this year": "2018-01-01/2018-06-25",
            "recently": "../2018-06-25"}  # fmt: skip


def _dates(dataset: Dataset) -> set[PartialDate]:
    """Return every date of the records, those inside their values included."""

    def inside(value: object) -> set[PartialDate]:
        if isinstance(value, PartialDate):
            return {value}
        if isinstance(value, tuple):
            return {each for item in value for each in inside(item)}
        if attrs.has(type(value)):
            return {
                each
                for field in attrs.fields(type(value))
                for each in inside(getattr(value, field.name))
            }
        return set()

    return {each for record in dataset for each in inside(record)}


def test_hearsay_counts_toward_no_total() -> None:
    """
    The sum that unnamed media report is in no total; of the others only one has a number.
    """
    assert {
        "claim/a-lot": (True, None),
        "claim/22bn": (False, Decimal(22_000_000_000)),
        "claim/rm1m": (True, Decimal(1_000_000)),
    } == {
        each.id: (each.counts_toward_totals, each.value.amount)
        for each in DATASET.of(MonetaryClaim)
    }


def test_records_fit_together() -> None:
    """
    Check has nothing to say, not even a warning.
    """
    assert check(DATASET) == ()


def test_written_records_read_back_equal_and_byte_for_byte() -> None:
    """
    What is written reads back as the same records, and writes the same bytes again.
    """
    written = dumps(DATASET)
    read = loads(written)

    assert (DATASET, written) == (read, dumps(read))


def test_script_prints_writes_and_reads_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Run as a script it makes the folder, writes both files, and says that they read back equal.
    """
    folder = tmp_path / "new" / "folder"
    status = example.main(["--out", str(folder)])
    lines = capsys.readouterr().out.splitlines()

    assert (0, f"{len(DATASET)} records", DATASET, DATASET) == (
        status,
        lines[0],
        load(folder / "alibaba_malaysia.json"),
        load(folder / "alibaba_malaysia.jsonl"),
    )
    assert lines[-3:] == [
        "alibaba_malaysia.json: what was read equals what was written",
        "alibaba_malaysia.jsonl: what was read equals what was written",
        "check: no problems",
    ]


def test_script_fails_when_a_file_reads_back_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A file that reads back as other records is reported, and the exit status is 1.
    """
    monkeypatch.setattr(example, "load", lambda path: Dataset(()))
    status = example.main(["--out", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()

    assert (
        status,
        lines[-3],
    ) == (1, "alibaba_malaysia.json: what was read DIFFERS FROM what was written")


@pytest.mark.parametrize(
    ("seed", "zone", "locale"),
    [("0", "UTC", "C"), ("1", "Asia/Kuala_Lumpur", "C.UTF-8"), ("4711", "America/Lima", "POSIX")],
)
def test_bytes_do_not_depend_on_the_machine(
    tmp_path: Path, seed: str, zone: str, locale: str
) -> None:
    """
    Hash seed, time zone and locale change no byte of either file.
    """
    source = str(Path(invnews.__file__).resolve().parents[1])
    env = os.environ | {
        "PYTHONPATH": source, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale,
    }  # fmt: skip
    subprocess.run(
        [sys.executable, str(EXAMPLE), "--out", str(tmp_path)],
        env=env, check=True, capture_output=True,
    )  # fmt: skip
    whole = dumps(DATASET).encode()
    lines = whole.removeprefix(b'{"format":"invnews","version":1,"records":[\n')
    lines = lines.removesuffix(b"\n]}\n").replace(b",\n", b"\n") + b"\n"

    assert (whole, lines) == (
        (tmp_path / "alibaba_malaysia.json").read_bytes(),
        (tmp_path / "alibaba_malaysia.jsonl").read_bytes(),
    )


def test_evidence_fits_the_article(text: str) -> None:
    """
    Digest, length, offsets and quotations are those of the article.
    """
    assert check(DATASET, {"article": text}) == ()


def test_evidence_lies_within_one_sentence(text: str) -> None:
    """
    No evidence of a record crosses the end of a sentence or line.
    """
    bounds = verify.sentences(text)
    across = [
        (record.id, each.start, each.end)
        for record in DATASET
        for each in record.evidence
        if not any(start <= each.start and each.end <= end for start, end in bounds)
    ]

    assert across == []


def test_nothing_of_the_article_is_left_out(text: str) -> None:
    """
    The evidence accounts for every letter and digit of the article and each of its segments.
    """
    assert [(each.segment, each.uncovered) for each in coverage(DATASET, {"article": text})] == [
        (None, ()),
        ("headline", ()),
        ("body", ()),
        ("related_links", ()),
    ]


def test_records_quote_little(text: str) -> None:
    """
    Names and titles apart, the records repeat at most a fifth of the article, in short runs.
    """
    found = verify.repetition(text, verify.quotations(DATASET))

    assert (
        found.words <= 0.20, found.characters <= 0.20, found.longest <= 12,
    ) == (True, True, True)  # fmt: skip


@pytest.mark.parametrize(
    "path", [EXAMPLE, Path(__file__), ROOT / "tools" / "verify_article.py"], ids=lambda it: it.name
)
def test_files_repeat_little(text: str, path: Path) -> None:
    """
    Names and titles included, no file repeats more than a fifth of the article's words.
    """
    found = verify.repetition(text, [path.read_text(encoding="utf-8")])

    assert (found.words <= 0.20, found.longest <= 12) == (True, True)


def test_written_files_repeat_little(text: str) -> None:
    """
    What the example writes stays within the same limits as the example.
    """
    found = verify.repetition(text, [dumps(DATASET)])

    assert (found.words <= 0.20, found.longest <= 12) == (True, True)


def test_maintainers_verify_with_one_command(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The tool finds no fault with the article, and lists each evidence with its passage.
    """
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode())
    status = verify.main([str(path), "--list"])
    lines = capsys.readouterr().out.splitlines()

    assert (0, ["article: title", f"    0:88 {text[:88]!r}"], "no faults") == (
        status, lines[:2], lines[-1],
    )  # fmt: skip


def test_another_text_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Held against another text the tool names the length and the digest, and exits with 1.
    """
    path = tmp_path / "other.txt"
    path.write_text("Another text.", encoding="utf-8")
    status = verify.main([str(path)])
    out = capsys.readouterr().out

    assert (
        status, "$.records[0].length" in out, "$.records[0].sha256" in out,
    ) == (1, True, True)  # fmt: skip


def test_absent_text_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A text that cannot be read is said on the error stream, and the exit status is 2.
    """
    path = tmp_path / "absent.txt"
    status = verify.main([str(path)])
    captured = capsys.readouterr()

    assert (status, captured.out, captured.err.startswith(f"{path}: ")) == (2, "", True)


def test_records_are_of_the_kinds_of_the_library() -> None:
    """
    One article needs every kind that the library has.
    """
    used: set[type[Record]] = {type(record) for record in DATASET}

    assert set(invnews.KINDS) == used
