"""
A text of your own, the other way round: find each phrase, and let it support a record.

The report below is invented. `Quoter` finds where it says something and refuses a phrase that
it does not say, or says twice; `check` then holds every offset against the text once more.

    python examples/own_article.py
"""

import hashlib
import sys

from invnews import (
    Attribution,
    AttributionLink,
    Condition,
    Dataset,
    Document,
    Group,
    Investment,
    MonetaryClaim,
    Money,
    Name,
    Organisation,
    PartialDate,
    Party,
    Quantity,
    QuantityClaim,
    RelativeDate,
    Statement,
    check,
    coverage,
)
from invnews.analysis import Quoter

TEXT = (
    "Lindow Capital to take stake in Brisa Cold Chain\n\n"
    "Lindow Capital will buy 40 per cent of Brisa Cold Chain for about €85\u00a0million, the fund "
    "said on Tuesday. The deal needs the consent of the competition authority, which is due "
    "“by the end of June”. Brisa declined to comment. Lindow had put “a little” into a rival of "
    "Brisa last year."
)
at = Quoter(TEXT, "report").quote

PUBLISHED = PartialDate("2026-03-03")
LAST_YEAR = PartialDate(text="last year", relative=RelativeDate(unit="year", offset=-1))
END_OF_JUNE = PartialDate("2026-06", relation="by", text="by the end of June")
LINDOW = Attribution(links=(AttributionLink(role="speaker", party="lindow"),), quote="indirect")

# fmt: off
DATASET = Dataset((
    Document(
        id="report", title="Lindow Capital to take stake in Brisa Cold Chain", published=PUBLISHED,
        length=len(TEXT), sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    ),
    Organisation(id="lindow", names=(Name(text="Lindow Capital"),),
                 evidence=(at("Lindow Capital", "names[0]", after="will buy"),)),
    Organisation(id="brisa", names=(Name(text="Brisa Cold Chain"),),
                 evidence=(at("Brisa Cold Chain", "names[0]", after="for about"),)),
    Investment(
        id="purchase", type="minority_stake", modality="intended",
        parties=(Party(party="lindow", role="acquirer"), Party(party="brisa", role="target")),
        conditions=(Condition(text="the consent of the competition authority", status="pending",
                              type="regulatory_approval", due=END_OF_JUNE),),
        attribution=LINDOW,
        evidence=(at("to take stake in", "type"), at("will buy", "modality", "parties"),
                  at("The deal needs the consent of the competition authority", "conditions[0]"),
                  # The report does not say of which year: an analyst's step, and shown as one.
                  at('due "by the end of June"', "conditions[0].due", basis="inference"),
                  at("the fund said on Tuesday", "attribution")),
    ),
    QuantityClaim(
        id="stake", subjects=("purchase",), measure="stake", deal_timing="transferred",
        value=Quantity.exactly(40, "per cent", unit_kind="percent", text="40 per cent"),
        share_of="brisa", holders=("lindow",), attribution=LINDOW,
        evidence=(at("40 per cent of Brisa Cold Chain", "value", "share_of"),),
    ),
    MonetaryClaim(
        id="price", subjects=("purchase",), measure="equity_consideration",
        value=Money.exactly(85_000_000, "EUR", approximate=True, text="about €85 million"),
        payers=("lindow",), attribution=LINDOW, missing={"stage": "not_stated"},
        evidence=(at("for about €85 million", "value"),),  # typed with a plain blank: it matches
    ),
    Statement(
        id="no-comment", type="refusal_to_comment", about=("purchase",),
        attribution=Attribution(links=(AttributionLink(role="speaker", party="brisa"),)),
        evidence=(at("Brisa declined to comment", "type", "attribution"),),
    ),
    Group(id="rival", description="a rival of Brisa",
          evidence=(at("a rival of Brisa", "description"),)),
    Investment(
        id="earlier", parties=(Party(party="lindow", role="investor"),
                               Party(party="rival", role="target")),
        evidence=(at("Lindow had put", "parties[0]"), at("into a rival", "parties[1]")),
    ),
    MonetaryClaim(
        id="a-little", subjects=("earlier",), measure="investment", stage="disbursed",
        value=Money.unquantified(text="a little"), as_of=LAST_YEAR.resolve(PUBLISHED),
        evidence=(at('"a little"', "value"), at("last year", "as_of")),
    ),
))
# fmt: on


def main() -> int:
    """Print each record with the passages it rests on, what is left over, and the problems."""
    for record in DATASET:
        print(record.kind, record.id)
        for each in record.evidence:
            print(f"    {', '.join(each.supports)} ← {TEXT[each.start : each.end]}")
    body = coverage(DATASET, {"report": TEXT})[0]
    print(f"covered: {body.share:.0%}; left over:", [each.text for each in body.uncovered])
    problems = check(DATASET, {"report": TEXT})
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
