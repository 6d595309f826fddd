"""
One news article, whole: who agreed what with whom, for how much, when, and who says so.

Every sentence of a press report about Alibaba in Malaysia is here as records, its headline
and its "Read also" lines included, in the order of the article. The article itself is not:
evidence is numbers, counted in its characters, and anyone who holds the text can verify them.
What the words say is *seen*; what an analyst concludes from them is *inferred*.

Run it to print the records in words, and to write them as JSON and as JSON Lines:

    python examples/alibaba_malaysia.py --out build
"""

import argparse
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from invnews import (
    Agreement,
    Annotation,
    Attribution,
    AttributionLink,
    Dataset,
    Document,
    Event,
    Evidence,
    Group,
    Investment,
    Json,
    Judgement,
    KeyDate,
    MonetaryClaim,
    Money,
    Name,
    Organisation,
    PartialDate,
    Party,
    Person,
    Place,
    PolicyAction,
    Product,
    Programme,
    Project,
    Quantity,
    QuantityClaim,
    Record,
    Relation,
    RelativeDate,
    Sector,
    Segment,
    Stance,
    Statement,
    StatusChange,
    Undertaking,
    check,
    load,
    save,
)
from invnews.analysis import summary


def seen(start: int, end: int, *supports: str, exact: str | None = None) -> Evidence:
    """Return evidence that the article says, from *start* to *end*, what *supports* names."""
    return Evidence(document="article", start=start, end=end, exact=exact, supports=supports)


def inferred(start: int, end: int, *supports: str) -> Evidence:
    """Return evidence from which an analyst concludes what *supports* names."""
    return Evidence(document="article", start=start, end=end, supports=supports, basis="inference")


# Three dates that no calendar fixes: the article does not say when it was published. Given
# that day, `PartialDate.resolve` turns them into EDTF; until then they stay as they are.
LAST_YEAR = PartialDate(text="Last year", relative=RelativeDate(unit="year", offset=-1))
EARLIER_THIS_YEAR = PartialDate(
    text="Earlier this year", relative=RelativeDate(unit="year", offset=0, part="before")
)
RECENTLY = PartialDate(text="recently", relative=RelativeDate(offset=-1), vague=True)

# From here on the layout is by hand, so that a record and its evidence fit on one screen.
# fmt: off

# Chains, the outermost first: who speaks, for whom, and who is said to think it.
SONG = AttributionLink(role="speaker", party="james-song", source_kind="company", naming="named")
FOR_ALIBABA = AttributionLink(role="on_behalf_of", party="alibaba", naming="named")
ALIBABA_BELIEVES = AttributionLink(role="believer", party="alibaba", naming="named")
SONG_SAYING = Attribution(links=(SONG, FOR_ALIBABA), quote="mixed", cue="saying")
SONG_SAID = Attribution(links=(SONG, FOR_ALIBABA), quote="indirect", cue="said")
ALIBABA_SAID = Attribution(
    links=(AttributionLink(role="speaker", party="alibaba", source_kind="company",
                           naming="named"),),
    quote="mixed", cue="said",
)

# --- The document, and those who come up throughout -------------------------------------------

FRAME: tuple[Record, ...] = (
    Document(
        id="article",
        title="Alibaba Group to continue investment in Malaysia amidst review of China-related "
              "projects",
        type="press_report", language="en", length=2490,
        sha256="31651ef5bb00f0d1138888e844167361ce2b7aea9f09eebb0c577ccfb4262d8c",
        segments=(
            Segment(type="headline", start=0, end=88),
            Segment(type="body", start=90, end=2167),
            Segment(type="related_links", start=2169, end=2490),
        ),
        missing={"published": "not_stated", "publisher": "not_stated", "authors": "not_stated",
                 "url": "not_stated"},
        evidence=(seen(0, 88, "title"),),
        notes="With no day of publication, relative dates stay unresolved; their order is known.",
    ),
    Annotation(
        id="note/related-links", target="article", path="segments[2]", motivation="commenting",
        text="Headlines of other reports. Nothing below this line bears on what is said above it.",
        evidence=(seen(2169, 2178, "path"),),
    ),
    Organisation(
        id="alibaba",
        names=(Name(text="Alibaba Group"), Name(text="Alibaba", type="short")),
        evidence=(seen(0, 13, "names[0]"), seen(885, 892, "names[1]")),
    ),
    Place(
        id="malaysia", names=(Name(text="Malaysia"),), type="country", country="MY",
        evidence=(seen(40, 48, "names[0]"), inferred(40, 48, "type", "country")),
    ),
    Place(
        id="china", names=(Name(text="China"),), type="country", country="CN",
        evidence=(seen(427, 432, "names[0]"), inferred(427, 432, "type", "country")),
    ),
    Relation(
        # How two countries stand to each other is a relation, so that stances can be about it.
        id="malaysia-china-ties", type="other", subject="malaysia", object="china",
        description="bilateral relations",
        evidence=(seen(243, 257, "subject", "object"), seen(258, 277, "description"),
                  seen(844, 873, "subject", "object", "description")),
    ),
)

# --- The headline -----------------------------------------------------------------------------

HEADLINE: tuple[Record, ...] = (
    Investment(
        # No act binds anyone: "to continue" and "will be" are intentions. The amount is the
        # claim "claim/a-lot", and the headline names none.
        id="alibaba-investment", aspect="continuing", modality="intended",
        parties=(Party(party="alibaba", role="investor"),), host_countries=("MY",),
        evidence=(seen(0, 13, "parties[0].party"),
                  seen(14, 36, "aspect", "modality", "parties[0].role"),
                  seen(37, 48, "host_countries[0]"), seen(90, 103, "parties[0].party"),
                  seen(109, 129, "modality", "parties[0].role"),
                  seen(138, 149, "host_countries[0]")),
    ),
    Relation(
        id="relation/amidst-review", type="context_of",
        subject="review", object="alibaba-investment", description="amidst",
        evidence=(seen(0, 48, "object"), seen(49, 55, "type", "description"),
                  seen(56, 88, "subject")),
    ),
)

# --- Paragraph 1: what Alibaba says -----------------------------------------------------------

ALIBABA_SPEAKS: tuple[Record, ...] = (
    Statement(
        id="statement/will-invest",
        proposition='Alibaba will put "a lot" into Malaysia',
        type="promise", modality="intended", tense="future",
        about=("alibaba-investment", "malaysia"), attribution=ALIBABA_SAID,
        evidence=(seen(90, 108, "attribution.links[0]", "attribution.cue"),
                  seen(109, 149, "proposition", "type", "modality", "tense", "about"),
                  seen(130, 137, "attribution.quote")),
    ),
    MonetaryClaim(
        # "a lot" is an amount without a number; it never becomes one.
        id="claim/a-lot", subjects=("alibaba-investment",), measure="investment",
        value=Money.unquantified(text="a lot"), stage="indicated", modality="intended",
        attribution=ALIBABA_SAID,
        evidence=(seen(90, 108, "attribution.links[0]", "attribution.cue"),
                  seen(109, 129, "subjects", "measure", "stage", "modality"),
                  seen(131, 136, "value", exact="a lot"), seen(130, 137, "attribution.quote")),
    ),
    Person(
        id="james-song", names=(Name(text="James Song"),),
        evidence=(seen(190, 200, "names[0]"),),
    ),
    Relation(
        id="relation/song-position", type="holds_position",
        subject="james-song", object="alibaba", title="Malaysia chief representative",
        evidence=(inferred(156, 159, "object"),  # "its": Alibaba's
                  seen(160, 189, "type", "title"), seen(190, 200, "subject")),
    ),
    Statement(
        id="statement/very-positive", type="opinion", tense="present",
        stances=(Stance(target="bilateral relations", polarity="positive", intensity="strong",
                        holder="alibaba", about=("malaysia-china-ties",)),),
        about=("malaysia-china-ties",), attribution=SONG_SAYING,
        evidence=(seen(190, 207, "attribution.links[0]", "attribution.cue"),
                  inferred(151, 189, "attribution.links[1]"),  # its representative speaks for it
                  inferred(208, 217, "stances[0].holder"),  # "the group": Alibaba
                  seen(218, 220, "tense"),
                  seen(222, 235, "stances[0].polarity", "stances[0].intensity",
                       exact="very positive"),
                  seen(221, 236, "attribution.quote"),
                  seen(237, 277, "stances[0].target", "stances[0].about", "about")),
    ),
    Statement(
        id="statement/very-confident", type="opinion", tense="present",
        stances=(Stance(target="Malaysia's future", polarity="positive", intensity="strong",
                        holder="alibaba", about=("malaysia",)),),
        about=("malaysia",), attribution=SONG_SAYING,
        evidence=(seen(190, 207, "attribution.links[0]", "attribution.cue"),
                  inferred(151, 189, "attribution.links[1]"),
                  inferred(208, 217, "stances[0].holder"), seen(278, 284, "tense"),
                  seen(286, 300, "stances[0].polarity", "stances[0].intensity",
                       exact="very confident"),
                  seen(285, 301, "attribution.quote"),
                  seen(302, 322, "stances[0].target", "stances[0].about", "about")),
    ),
)

# --- Paragraph 2: the review, the projects, their worth, and a garbled sentence ---------------

UNDER_REVIEW = StatusChange(status="under_review", modality="planned", by=("mahathir",))
# Who in China backs how many projects, and with what, is not said.
UNNAMED_PLURAL = {"names": "not_stated", "x-count": "not_stated", "x-financing": "not_stated"}

REVIEW: tuple[Record, ...] = (
    Relation(
        id="relation/comes-as-review", type="context_of",
        subject="review", object="statement/will-invest", description="comes as",
        evidence=(inferred(325, 329, "object"),  # "This": what the paragraph before says
                  seen(330, 338, "type", "description"), seen(339, 413, "subject")),
    ),
    Person(
        id="mahathir", names=(Name(text="Mahathir Mohamad"),),
        evidence=(seen(354, 370, "names[0]"),),
    ),
    Relation(
        id="relation/mahathir-position", type="holds_position",
        subject="mahathir", object="malaysia", title="Prime Minister",
        evidence=(seen(339, 353, "type", "title"), seen(354, 370, "subject"),
                  inferred(339, 353, "object")),  # of Malaysia: the article does not say so
    ),
    PolicyAction(
        id="review", action="review", actors=("mahathir",), office="Prime Minister",
        targets=("china-related-projects",), jurisdictions=("malaysia",), modality="intended",
        status_history=(StatusChange(status="announced", by=("mahathir",)),),
        attribution=Attribution(
            links=(AttributionLink(role="speaker", party="mahathir", source_kind="official",
                                   naming="named", capacity="Prime Minister"),),
            quote="indirect", cue="said",
        ),
        missing={"direction": "not_stated", "key_dates": "not_stated"},
        evidence=(seen(339, 353, "office", "attribution.links[0].capacity"),
                  seen(354, 370, "actors[0]", "attribution.links[0].party"),
                  seen(371, 375, "attribution.cue", "attribution.quote", "status_history[0]"),
                  seen(376, 390, "action", "modality"), seen(391, 413, "targets[0]"),
                  inferred(339, 353, "jurisdictions")),
    ),
    Group(
        id="china-related-projects", description="China-related projects", member_kind="project",
        exemplars=("rail-projects", "gas-pipeline-projects"), complete=False,
        evidence=(seen(391, 413, "description", "member_kind"),
                  seen(415, 422, "complete", exact="such as"), seen(423, 470, "exemplars")),
    ),
    Project(
        id="rail-projects", description="China-backed rail projects",
        type="infrastructure_construction", status_history=(UNDER_REVIEW,),
        parties=(Party(party="china", role="backer"),), sectors=(Sector(text="rail"),),
        places=("malaysia",), missing=UNNAMED_PLURAL,
        evidence=(seen(427, 439, "parties[0]"), seen(440, 444, "description", "sectors[0]", "type"),
                  seen(462, 470, "description"), seen(471, 482, "places[0]"),
                  seen(376, 413, "status_history[0]")),
    ),
    Project(
        id="gas-pipeline-projects", description="China-backed gas pipelines",
        type="infrastructure_construction", status_history=(UNDER_REVIEW,),
        parties=(Party(party="china", role="backer"),), sectors=(Sector(text="gas pipeline"),),
        places=("malaysia",), missing=UNNAMED_PLURAL,
        evidence=(seen(427, 439, "parties[0]"), seen(449, 461, "description", "sectors[0]", "type"),
                  seen(462, 470, "description"), seen(471, 482, "places[0]"),
                  seen(376, 413, "status_history[0]")),
    ),
    MonetaryClaim(
        # A lower bound for several projects together, told by papers without a name: it says
        # something, and belongs into no total.
        id="claim/22bn", subjects=("rail-projects", "gas-pipeline-projects"),
        value=Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
        measure="project_value", scope="collective", modality="asserted",
        attribution=Attribution(
            links=(AttributionLink(role="original_source", description="multiple media reports",
                                   source_kind="media_report", naming="unnamed",
                                   number="multiple"),),
            quote="indirect", cue="according to",
        ),
        missing={"stage": "not_stated", "as_of": "not_stated"}, counts_toward_totals=False,
        evidence=(seen(483, 488, "subjects"), seen(489, 524, "attribution"),
                  seen(525, 533, "measure", "modality"),
                  seen(534, 557, "value", exact="more than US$22 billion"),
                  inferred(525, 527, "scope"),  # "is": one figure for them all
                  inferred(489, 524, "counts_toward_totals")),
    ),
    Annotation(
        id="note/22bn-scope", target="claim/22bn", path="scope", motivation="alternative",
        value=Json.of("unclear"), confidence=Decimal("0.3"),
        text="A singular verb after several projects: the figure may belong to one of them.",
        evidence=(seen(525, 527, "text"),),
    ),
    Annotation(
        id="note/22bn-subjects", target="claim/22bn", path="subjects", motivation="alternative",
        value=Json.of(["china-related-projects"]), confidence=Decimal("0.2"),
        text="'which' may reach back to the whole set rather than to its two examples.",
        evidence=(seen(483, 488, "text"),),
    ),
    Organisation(
        id="bernama", names=(Name(text="Bernama"),), type="media",
        evidence=(seen(572, 579, "names[0]"), inferred(559, 579, "type")),
    ),
    Statement(
        # The sentence is defective: a review hesitates over nothing and has no plans to invest.
        # Its own words stay, the likely sense stands beside them in the annotations below.
        id="statement/not-hesitated",
        proposition='the review has not hesitated in its plans … to "invigorate" investments',
        type="assertion", modality="intended", polarity="negative", tense="past",
        about=("review", "malaysia"),
        attribution=Attribution(
            links=(AttributionLink(role="original_source", party="bernama",
                                   source_kind="news_agency", naming="named", number="one"),),
            quote="scare", cue="According to",
        ),
        evidence=(seen(559, 579, "attribution.links[0]", "attribution.cue"),
                  seen(581, 591, "about[0]", exact="the review"),
                  seen(592, 609, "polarity", "tense", "type"), seen(592, 674, "proposition"),
                  seen(610, 637, "modality"), seen(638, 650, "attribution.quote"),
                  seen(663, 674, "about[1]")),
    ),
    Annotation(
        id="note/garbled", target="statement/not-hesitated", path="proposition",
        motivation="flagging_source",
        text="Garbled in the source: the subject does not fit the verb, nor the plans. Kept as is.",
        evidence=(seen(581, 622, "text"),),
    ),
    Annotation(
        id="note/the-review", target="statement/not-hesitated", path="about[0]",
        motivation="alternative", value=Json.of("alibaba"), confidence=Decimal("0.7"),
        text="Most likely Alibaba is meant: it is whose plans to invest the report is about.",
        evidence=(inferred(581, 591, "value"), inferred(613, 634, "value")),
    ),
    Annotation(
        id="note/not-hesitated", target="statement/not-hesitated", path="polarity",
        motivation="alternative", value=Json.of("positive"), confidence=Decimal("0.8"),
        text="Negated in its words, affirmative in its sense: the plans go on.",
        evidence=(inferred(592, 609, "value"),),
    ),
    Annotation(
        id="note/invigorate", target="statement/not-hesitated", path="attribution.quote",
        motivation="alternative", value=Json.of("mixed"), confidence=Decimal("0.4"),
        text="The quotation marks may hold the words of someone whom the sentence does not name.",
        evidence=(seen(638, 650, "text"),),
    ),
)

# --- Paragraph 3: confidence, commitment, and what others fear --------------------------------

CONFIDENCE: tuple[Record, ...] = (
    Project(
        id="alibaba-project", description="its project, without a name",
        parties=(Party(party="alibaba"),), places=("malaysia",),
        missing={"names": "not_stated", "type": "not_stated", "status_history": "not_stated"},
        evidence=(seen(727, 750, "description"), seen(739, 750, "places[0]"),
                  inferred(727, 730, "parties[0]")),
    ),
    Judgement(
        id="judgement/which-project", pair=("alibaba-project", "e-hubs"), verdict="unsure",
        reason="One project without a name; the report names several that it could be.",
        evidence=(seen(731, 750, "verdict"),),
    ),
    Statement(
        id="statement/full-confidence", type="opinion", tense="present",
        stances=(Stance(target="its project", polarity="positive", intensity="strong",
                        holder="alibaba", about=("alibaba-project",)),),
        about=("alibaba-project",), attribution=SONG_SAID,
        evidence=(seen(677, 686, "attribution.links[0]", "attribution.cue", "attribution.quote"),
                  inferred(687, 703, "attribution.links[1]", "stances[0].holder"),  # "the company"
                  seen(704, 723, "stances[0].polarity", "stances[0].intensity", "tense"),
                  seen(724, 750, "stances[0].target", "stances[0].about", "about")),
    ),
    Group(
        id="malaysians", description="Malaysians", member_kind="person", places=("malaysia",),
        evidence=(seen(791, 801, "description", "member_kind"), inferred(791, 801, "places")),
    ),
    Statement(
        id="statement/commitment",
        proposition="its commitment towards Malaysians was never changed",
        type="assertion", polarity="negative", tense="past", about=("alibaba", "malaysians"),
        attribution=SONG_SAID,
        evidence=(seen(677, 686, "attribution.links[0]", "attribution.cue", "attribution.quote"),
                  inferred(687, 703, "attribution.links[1]", "about[0]"),
                  seen(751, 772, "polarity", "tense", "type"), seen(755, 801, "proposition"),
                  seen(788, 801, "about[1]")),
    ),
    Group(
        id="many-companies", description="many companies", member_kind="organisation",
        evidence=(seen(809, 823, "description", "member_kind"),),
    ),
    QuantityClaim(
        id="claim/many-companies", subjects=("many-companies",), measure="count",
        value=Quantity.unquantified("companies", text="many"), modality="asserted",
        evidence=(seen(809, 813, "value", "measure"), seen(814, 823, "subjects", "value.unit"),
                  seen(824, 827, "modality")),
    ),
    Statement(
        id="statement/companies-concerned", type="opinion", tense="present",
        stances=(Stance(target="bilateral ties", polarity="negative",
                        holder="many-companies", about=("malaysia-china-ties",)),),
        about=("malaysia-china-ties",),
        attribution=Attribution(quote="none"),  # an empty chain: the document's own voice
        evidence=(seen(809, 823, "stances[0].holder"),
                  seen(824, 837, "stances[0].polarity", "tense"),
                  seen(838, 873, "stances[0].target", "stances[0].about", "about"),
                  inferred(803, 808, "attribution")),  # "While" stands outside what Song said
    ),
    Annotation(
        id="note/who-says-concerned", target="statement/companies-concerned", path="attribution",
        motivation="alternative", confidence=Decimal("0.4"),
        value=Json.of({
            "links": [{"role": "speaker", "party": "james-song"},
                      {"role": "on_behalf_of", "party": "alibaba"}],
            "quote": "indirect", "cue": "said",
        }),
        text="The clause may be the article's own, or the first half of what Song said.",
        evidence=(seen(803, 808, "text"), seen(875, 884, "value")),
    ),
    Statement(
        id="statement/no-negative-signs",
        proposition='both see "no negative signs"',
        type="opinion", polarity="negative", tense="present", epistemic="true_certain",
        about=("malaysia-china-ties",),
        attribution=Attribution(links=(SONG, ALIBABA_BELIEVES), quote="mixed", cue="said"),
        evidence=(seen(875, 884, "attribution.links[0]", "attribution.cue"),
                  seen(885, 901, "attribution.links[1]", "epistemic", "type"),
                  seen(902, 931, "proposition", "polarity", "tense", "attribution.quote"),
                  inferred(932, 954, "about")),  # "both countries": Malaysia and China
    ),
    Relation(
        id="relation/while-concerned", type="context_of",
        subject="statement/companies-concerned", object="statement/no-negative-signs",
        description="While",
        evidence=(seen(803, 808, "type", "description"), seen(809, 873, "subject"),
                  seen(875, 954, "object")),
    ),
)

# --- Paragraph 4: a country office and a promotion --------------------------------------------

OFFICE_AND_WEEK: tuple[Record, ...] = (
    Project(
        id="country-office", description="country office", type="facility_opening",
        status_history=(StatusChange(status="opened", on=RECENTLY, by=("alibaba",)),),
        parties=(Party(party="alibaba", role="operator"),),
        objectives=("better technology skills for small firms and young founders",),
        target_groups=("malaysian-smes", "young-entrepreneurs"), places=("malaysia",),
        missing={"x-capex": "not_stated", "x-jobs": "not_stated", "x-city": "not_stated"},
        evidence=(seen(957, 964, "status_history[0].by"), inferred(981, 984, "parties[0]"),
                  seen(965, 973, "status_history[0].on", exact="recently"),
                  seen(974, 980, "type", "status_history[0].status"), seen(985, 999, "description"),
                  seen(1000, 1011, "places[0]"), seen(1012, 1050, "objectives"),
                  seen(1051, 1105, "target_groups[0]"), seen(1106, 1129, "target_groups[1]")),
    ),
    Organisation(
        id="malaysia-office", names=(Name(text="country office", type="as_written"),),
        type="branch", places=("malaysia",),
        evidence=(seen(985, 999, "names[0]", "type"), seen(1000, 1011, "places[0]")),
    ),
    Relation(
        id="relation/office-of", type="branch_of", subject="malaysia-office", object="alibaba",
        description="country office",
        evidence=(inferred(981, 984, "object"), seen(985, 999, "type", "subject", "description")),
    ),
    Event(
        id="event/office-opening", type="opening", on=RECENTLY, modality="actual",
        participants=(Party(party="alibaba", role="participant"),),
        places=("malaysia",), about=("country-office", "malaysia-office"),
        evidence=(seen(957, 964, "participants[0]"), seen(965, 973, "on"),
                  seen(974, 980, "type", "modality"), seen(981, 999, "about"),
                  seen(1000, 1011, "places")),
    ),
    Group(
        id="malaysian-smes", member_kind="organisation", places=("malaysia",),
        description="Malaysian SMEs",
        evidence=(seen(1054, 1063, "places"), seen(1054, 1105, "description", "member_kind")),
    ),
    Group(
        id="young-entrepreneurs", description="young entrepreneurs", member_kind="person",
        evidence=(seen(1110, 1129, "description", "member_kind"),),
    ),
    Annotation(
        id="note/young-malaysian", target="young-entrepreneurs", path="places",
        motivation="alternative", value=Json.of(["malaysia"]),
        confidence=Decimal("0.6"), text="'Malaysian' may reach over 'and' to the second group.",
        evidence=(seen(1054, 1063, "text"), seen(1106, 1129, "text")),
    ),
    Programme(
        id="malaysia-week", names=(Name(text="Malaysia Week"),), description="an online promotion",
        type="campaign", channel="online",
        status_history=(StatusChange(status="launched", by=("alibaba",)),),
        parties=(Party(party="alibaba", role="promoter"),),
        objectives=("to have consumers of China buy goods of Malaysia",),
        target_groups=("chinese-consumers",), missing={"key_dates": "not_stated"},
        evidence=(inferred(1131, 1133, "parties[0]", "status_history[0].by"),  # "It": Alibaba
                  seen(1134, 1147, "status_history[0].status"), seen(1148, 1163, "names[0]"),
                  seen(1164, 1201, "type", "channel", "description"),
                  seen(1202, 1269, "objectives"), seen(1224, 1241, "target_groups[0]")),
    ),
    Annotation(
        id="note/it", target="malaysia-week", path="parties[0].party", motivation="alternative",
        value=Json.of("malaysia-office"), confidence=Decimal("0.2"),
        text="'It' may be the office just opened rather than the group.",
        evidence=(seen(1131, 1133, "text"),),
    ),
    Group(
        id="chinese-consumers", description="Chinese consumers", member_kind="person",
        places=("china",),
        evidence=(seen(1224, 1241, "description", "member_kind"), inferred(1224, 1231, "places")),
    ),
    Statement(
        # What the promotion seeks is a target: nobody says that it was reached.
        id="statement/week-aim",
        proposition="it is to draw consumers of China to goods of every sort from Malaysia",
        type="assertion", modality="aimed", tense="unspecified",
        about=("malaysia-week", "chinese-consumers"),
        evidence=(seen(1202, 1212, "modality", "tense"), seen(1213, 1269, "proposition", "type"),
                  seen(1148, 1163, "about[0]"), seen(1224, 1241, "about[1]")),
    ),
    QuantityClaim(
        id="claim/50-brands", subjects=("malaysia-week",), measure="count",
        value=Quantity.more_than(50, "brands", text="more than 50"),
        of_what="Malaysian brands", modality="asserted",
        evidence=(seen(1271, 1281, "subjects", "measure", "modality"),
                  seen(1282, 1294, "value", exact="more than 50"),
                  seen(1295, 1311, "of_what", "value.unit")),
    ),
)

# --- Paragraph 5: City Brain, three times: a tie-up, an initiative, a product -----------------

CITY_BRAIN: tuple[Record, ...] = (
    Organisation(
        id="alibaba-cloud", names=(Name(text="Alibaba Cloud"),), type="business_unit",
        sectors=(Sector(text="cloud computing"),),
        evidence=(seen(1343, 1358, "sectors[0]"), seen(1359, 1362, "type"),
                  seen(1364, 1377, "names[0]")),
    ),
    Relation(
        id="relation/cloud-arm", type="business_unit_of",
        subject="alibaba-cloud", object="alibaba", description="arm",
        evidence=(seen(1333, 1342, "object"), seen(1343, 1362, "type", "description"),
                  seen(1364, 1377, "subject")),
    ),
    Organisation(
        id="mdec",
        names=(Name(text="Malaysia Digital Economy Corporation"),
               Name(text="MDEC", type="acronym")),
        evidence=(seen(1396, 1432, "names[0]"), seen(1434, 1438, "names[1]")),
    ),
    Organisation(
        id="dbkl",
        names=(Name(text="Dewan Bandaraya Kuala Lumpur", language="ms", type="native"),),
        type="local_government",
        evidence=(seen(1444, 1472, "names[0].text"),
                  inferred(1444, 1459, "type", "names[0].language", "names[0].type")),
    ),
    Agreement(
        id="city-brain-tie-up", description="tied up", type="partnership",
        parties=(Party(party="alibaba-cloud", role="participant"),
                 Party(party="mdec", role="participant"),
                 Party(party="dbkl", role="participant")),
        objectives=("to unveil Malaysia City Brain",),
        key_dates=(KeyDate(role="actual_start", on=EARLIER_THIS_YEAR),),
        missing={"binding": "not_stated", "status_history": "not_stated"},
        evidence=(seen(1314, 1331, "key_dates[0]", exact="Earlier this year"),
                  seen(1364, 1377, "parties[0]"),
                  seen(1379, 1386, "type", "description", exact="tied up"),
                  seen(1387, 1439, "parties[1]"), seen(1440, 1472, "parties[2]"),
                  seen(1473, 1517, "objectives")),
    ),
    Programme(
        id="malaysia-city-brain", names=(Name(text="Malaysia City Brain"),), type="initiative",
        status_history=(StatusChange(status="announced", on=EARLIER_THIS_YEAR),),
        objectives=("digital transformation of Malaysia",), under=("city-brain-tie-up",),
        places=("malaysia",), products=("city-brain",),
        evidence=(seen(1314, 1331, "status_history[0].on"),
                  seen(1473, 1482, "status_history[0].status", "under"),
                  seen(1487, 1506, "names[0]"), seen(1507, 1517, "type"),
                  inferred(1487, 1495, "places"), inferred(1562, 1585, "products"),
                  inferred(1650, 1694, "objectives")),
    ),
    Product(
        id="city-brain", names=(Name(text="City Brain"),), description="solution",
        technologies=("cloud technology", "artificial intelligence"),
        missing={"type": "not_stated", "owners": "not_stated"},
        evidence=(seen(1566, 1576, "names[0]"), seen(1577, 1585, "description"),
                  seen(1695, 1716, "technologies[0]"), seen(1717, 1749, "technologies[1]")),
    ),
    Judgement(
        id="judgement/city-brain", pair=("city-brain", "malaysia-city-brain"), verdict="different",
        reason="One name, two things: what is sold, and the initiative that rolls it out.",
        evidence=(seen(1507, 1517, "verdict"), seen(1577, 1585, "verdict")),
    ),
    Statement(
        id="statement/first-abroad",
        proposition="it had not been in use outside its home country before",
        type="novelty", tense="present", about=("city-brain",),
        missing={"x-home_country": "not_stated", "x-adopter": "not_stated"},
        evidence=(seen(1519, 1541, "proposition", "tense"), seen(1542, 1560, "type", "proposition"),
                  seen(1562, 1585, "about")),
    ),
    Product(
        id="cloud-infrastructure",
        names=(Name(text="computing infrastructure", type="as_written"),),
        type="infrastructure", owners=("alibaba-cloud",),
        evidence=(seen(1602, 1617, "owners"), seen(1624, 1648, "names[0]", "type")),
    ),
    Relation(
        id="relation/developed-on", type="deployed_on",
        subject="city-brain", object="cloud-infrastructure", description="developed on",
        evidence=(seen(1562, 1585, "subject"), seen(1586, 1601, "type", "description"),
                  seen(1602, 1648, "object")),
    ),
    Statement(
        id="statement/digital-transformation",
        proposition="it helps Malaysia to turn digital, by its cloud and by AI",
        type="assertion", tense="present", about=("city-brain", "malaysia"),
        evidence=(seen(1562, 1585, "about[0]"), seen(1650, 1660, "tense", "type"),
                  seen(1650, 1749, "proposition"), seen(1661, 1671, "about[1]")),
    ),
)

# --- Paragraph 6: a memorandum under a framework ----------------------------------------------

SIGNATORIES = (Party(party="alibaba", role="signatory"), Party(party="mdec", role="signatory"),
               Party(party="hangzhou-government", role="signatory"))

MEMORANDUM: tuple[Record, ...] = (
    Agreement(
        # The article never says that it binds nobody; the type lets one presume it.
        id="mou", type="memorandum_of_understanding", binding="non_binding", presumed=("binding",),
        status_history=(StatusChange(status="signed", on=LAST_YEAR),), parties=SIGNATORIES,
        subject_matter="to connect e-hubs", under=("ewtp",),
        undertakings=(
            Undertaking(text="connect e-hubs", modality="intended", type="cooperate",
                        about=("e-hubs",)),
            Undertaking(text="explore linkages", modality="possible", type="explore",
                        about=("hangzhou-zone", "dftz")),
        ),
        places=("malaysia", "china"), missing={"x-amount": "not_stated"},
        evidence=(seen(1752, 1761, "status_history[0].on", exact="Last year"),
                  seen(1763, 1770, "parties[0]"), seen(1771, 1777, "status_history[0].status"),
                  seen(1778, 1813, "type"), inferred(1780, 1807, "binding"),
                  seen(1814, 1827, "parties[1]"), seen(1828, 1865, "parties[2]"),
                  seen(1866, 1893, "subject_matter", "undertakings[0]"),
                  inferred(1894, 1914, "places"),  # "two countries": these
                  seen(1915, 1956, "under"),
                  seen(1965, 1991, "undertakings[1]"),  # by "the parties": all of them
                  seen(1992, 2028, "undertakings[1].text", "undertakings[1].modality",
                       "undertakings[1].type"),
                  seen(2029, 2106, "undertakings[1].about[0]"),
                  seen(2142, 2166, "undertakings[1].about[1]")),
    ),
    Event(
        id="event/mou-signing", type="signing", on=LAST_YEAR, modality="actual", about=("mou",),
        participants=SIGNATORIES, missing={"places": "not_stated"},
        evidence=(seen(1752, 1761, "on"), seen(1763, 1770, "participants[0]"),
                  seen(1771, 1777, "type", "modality"), seen(1778, 1813, "about"),
                  seen(1814, 1827, "participants[1]"), seen(1828, 1865, "participants[2]")),
    ),
    Organisation(
        id="hangzhou-government", names=(Name(text="Hangzhou Municipal Government"),),
        type="local_government", country="CN", places=("hangzhou",),
        evidence=(seen(1836, 1865, "names[0]"), seen(1845, 1865, "type"),
                  seen(1836, 1844, "places"), inferred(2041, 2057, "country")),
    ),
    Place(
        id="hangzhou", names=(Name(text="Hangzhou"),), type="city", country="CN",
        evidence=(seen(1836, 1844, "names[0]"), inferred(1836, 1854, "type"),
                  inferred(2041, 2057, "country")),
    ),
    Programme(
        id="ewtp",
        names=(Name(text="Electronic World Trade Platform"), Name(text="eWTP", type="acronym")),
        type="platform",
        evidence=(seen(1925, 1956, "names[0]"), seen(1958, 1962, "names[1]"),
                  inferred(1948, 1956, "type")),
    ),
    Project(
        id="e-hubs", description="first e-hubs",
        places=("malaysia", "china"), under=("mou", "ewtp"),
        missing={"names": "not_stated", "type": "not_stated", "status_history": "not_stated"},
        evidence=(seen(1877, 1893, "description"), inferred(1894, 1914, "places"),
                  seen(1778, 1813, "under[0]"), seen(1915, 1956, "under[1]")),
    ),
    Statement(
        id="statement/first-e-hubs",
        proposition="no e-hubs came before them in either country",
        type="novelty", tense="unspecified", about=("e-hubs",),
        evidence=(seen(1881, 1886, "type", "tense"), seen(1877, 1914, "proposition"),
                  seen(1887, 1893, "about")),
    ),
    Programme(
        id="hangzhou-zone",
        names=(Name(text="China (Hangzhou) Cross-Border E-Commerce Comprehensive Pilot Zone"),),
        type="special_zone", places=("hangzhou",),
        evidence=(seen(2041, 2106, "names[0]"), seen(2096, 2106, "type"),
                  seen(2048, 2056, "places")),
    ),
    Relation(
        id="relation/helped-establish", type="helped_establish",
        subject="alibaba", object="hangzhou-zone", description="helped establish",
        missing={"start": "not_stated"},
        evidence=(seen(2041, 2106, "object"), seen(2109, 2114, "object"),
                  seen(2115, 2122, "subject"), seen(2123, 2139, "type", "description")),
    ),
    Programme(
        id="dftz", names=(Name(text="DFTZ", type="acronym"),), type="special_zone",
        places=("malaysia",), missing={"x-full_name": "not_stated"},
        evidence=(seen(2150, 2154, "names[0]"), inferred(2150, 2154, "type"),
                  seen(2155, 2166, "places")),
        notes="The article never spells the acronym out.",
    ),
)

# --- Read also: five headlines of other reports, which say nothing about Alibaba --------------

READ_ALSO: tuple[Record, ...] = (
    Group(
        id="smes-in-malaysia", description="SMEs of Malaysia", member_kind="organisation",
        places=("malaysia",),
        evidence=(seen(2186, 2202, "description", "member_kind"), seen(2191, 2202, "places")),
    ),
    QuantityClaim(
        # The line breaks off after "on": where they are to be listed, and who selects, is lost.
        id="claim/1500-smes", subjects=("smes-in-malaysia",), measure="count",
        value=Quantity.exactly(1500, "SMEs", text="1,500"), of_what="SMEs of Malaysia",
        modality="intended", purpose="listing on …",
        missing={"x-platform": "truncated", "x-selected_by": "truncated"},
        evidence=(seen(2180, 2185, "value", exact="1,500"),
                  seen(2186, 2202, "subjects", "of_what", "value.unit"),
                  seen(2203, 2232, "purpose", "modality", "measure")),
    ),
    Annotation(
        id="note/truncated", target="claim/1500-smes", path="purpose",
        motivation="flagging_source", text="The headline is cut off after its last word.",
        evidence=(seen(2222, 2232, "text"),),
    ),
    Programme(
        id="budget-2018", names=(Name(text="Malaysia Budget 2018"),), type="budget",
        period=PartialDate("2018"), places=("malaysia",),
        evidence=(seen(2233, 2253, "names[0]"), seen(2242, 2248, "type"),
                  seen(2249, 2253, "period"), seen(2233, 2241, "places")),
    ),
    Group(
        id="smes", description="SMEs", member_kind="organisation",
        evidence=(seen(2259, 2263, "description", "member_kind"),),
    ),
    Statement(
        id="statement/left-behind",
        proposition="SMEs must not stay behind",
        type="opinion", polarity="negative", tense="present", about=("budget-2018", "smes"),
        missing={"attribution": "not_stated"},
        evidence=(seen(2233, 2253, "about[0]"), seen(2255, 2295, "proposition"),
                  seen(2259, 2263, "about[1]"), seen(2264, 2277, "type", "polarity", "tense")),
    ),
    Organisation(
        id="catcha", names=(Name(text="Catcha group"),), evidence=(seen(2296, 2308, "names[0]"),)
    ),
    Place(
        id="klang-valley", names=(Name(text="Klang Valley"),), type="region", country="MY",
        part_of="malaysia",
        evidence=(seen(2350, 2362, "names[0]"), inferred(2350, 2362, "type", "country", "part_of")),
    ),
    Investment(
        id="catcha-investment", aspect="further", modality="intended",
        parties=(Party(party="catcha", role="investor"),),
        host_countries=("MY",), places=("klang-valley",),
        objectives=("a transformation of the place",), attribution=Attribution(quote="mixed"),
        missing={"x-amount": "not_stated", "x-speaker": "not_stated"},
        evidence=(seen(2296, 2308, "parties[0].party"),
                  seen(2309, 2331, "aspect", "modality", "parties[0].role"),
                  seen(2332, 2362, "objectives"), seen(2335, 2363, "attribution.quote"),
                  seen(2346, 2362, "places"), inferred(2350, 2362, "host_countries")),
    ),
    Annotation(
        id="note/transform", target="catcha-investment", path="attribution.quote",
        motivation="alternative", value=Json.of("scare"), confidence=Decimal("0.3"),
        text="The marks may keep a distance to the words rather than quote a speaker.",
        evidence=(seen(2335, 2363, "text"),),
    ),
    Place(
        id="sabah", names=(Name(text="Sabah"),), type="subdivision", country="MY",
        subdivision="MY-12", part_of="malaysia",
        evidence=(seen(2364, 2369, "names[0]"),
                  inferred(2364, 2369, "type", "country", "subdivision", "part_of")),
    ),
    Organisation(
        # A place that approves: the state's government stands behind its name.
        id="sabah-government", names=(Name(text="Sabah", type="as_written"),),
        type="local_government", places=("sabah",),
        evidence=(seen(2364, 2369, "names[0].text"), inferred(2364, 2378, "type", "places")),
    ),
    PolicyAction(
        id="sabah-grant", action="approve", actors=("sabah-government",), jurisdictions=("sabah",),
        description="an extra grant", objectives=("a stronger digital economy",),
        modality="asserted", status_history=(StatusChange(status="approved"),),
        evidence=(inferred(2364, 2369, "actors", "jurisdictions"),
                  seen(2370, 2378, "action", "status_history[0]", "modality"),
                  seen(2379, 2384, "description"), seen(2390, 2395, "description"),
                  seen(2396, 2420, "objectives")),
    ),
    MonetaryClaim(
        id="claim/rm1m", subjects=("sabah-grant",), measure="grant",
        value=Money.exactly(1_000_000, "MYR", text="RM1m"), stage="approved", scope="incremental",
        modality="asserted", payers=("sabah-government",), purpose="the digital economy",
        missing={"payees": "not_stated"},
        evidence=(inferred(2364, 2369, "payers"), seen(2370, 2378, "stage", "modality"),
                  seen(2379, 2384, "scope", exact="extra"), seen(2385, 2389, "value", exact="RM1m"),
                  seen(2390, 2395, "subjects", "measure"), seen(2396, 2420, "purpose")),
    ),
    Organisation(
        id="miti", names=(Name(text="MITI", type="acronym"),),
        missing={"x-full_name": "not_stated"}, evidence=(seen(2421, 2425, "names[0]"),),
    ),
    Programme(
        id="dftz-platform", description="e-commerce platform", type="platform",
        part_of=("dftz",), parties=(Party(party="miti", role="promoter"),),
        evidence=(seen(2466, 2490, "description"), seen(2471, 2490, "type"),
                  inferred(2466, 2470, "part_of"), inferred(2421, 2465, "parties[0]")),
    ),
    QuantityClaim(
        # A target: 10,000 companies are not on the platform, MITI wants them there.
        id="claim/10000-companies", subjects=("dftz-platform",), measure="count",
        value=Quantity.exactly(10_000, "companies", text="10,000"), of_what="companies",
        modality="aimed",
        attribution=Attribution(links=(AttributionLink(role="speaker", party="miti"),),
                                quote="indirect", cue="aims"),
        evidence=(seen(2421, 2430, "attribution"), seen(2426, 2430, "modality", exact="aims"),
                  seen(2431, 2439, "measure"), seen(2440, 2446, "value", exact="10,000"),
                  seen(2447, 2456, "of_what", "value.unit"), seen(2457, 2490, "subjects")),
    ),
)

DATASET = Dataset((
    *FRAME, *HEADLINE, *ALIBABA_SPEAKS, *REVIEW, *CONFIDENCE, *OFFICE_AND_WEEK, *CITY_BRAIN,
    *MEMORANDUM, *READ_ALSO,
))
"""The whole article, in its own order."""
# fmt: on


def main(argv: Sequence[str] | None = None) -> int:
    """
    Print the records in words, write them twice, and read both files back.

    Returns:
        0, or 1 when a file read back differs or the records do not fit together.
    """
    parser = argparse.ArgumentParser(description="Write one news article as structured records.")
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="FOLDER", help="made if absent (default: here)"
    )
    folder: Path = parser.parse_args(argv).out

    print(summary(DATASET))
    print()
    folder.mkdir(parents=True, exist_ok=True)
    failed = False
    for name in ("alibaba_malaysia.json", "alibaba_malaysia.jsonl"):
        save(DATASET, folder / name)
        equal = load(folder / name) == DATASET
        failed |= not equal
        print(f"{name}: what was read {'equals' if equal else 'DIFFERS FROM'} what was written")
    problems = check(DATASET)
    for problem in problems:
        print(problem)
    print(f"check: {len(problems)} problems" if problems else "check: no problems")
    failed |= any(problem.severity == "error" for problem in problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
