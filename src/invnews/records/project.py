"""
Project: one thing to be built, opened or carried out, such as a railway or a plant.
"""

from typing import ClassVar

import attrs

from ..fields import acyclic, code, distinct, doc, form, refers_to, subject
from ..shapes import Rule
from ..values import Condition, Identifier, KeyDate, Name, Party, Sector, StatusChange
from ..values.forms import URL
from ..values.vocabularies import CHANNEL, PROJECT_TYPE
from .record import Record
from .rules import current, named_or_described


@attrs.frozen(kw_only=True)
class Project(Record):
    """
    One thing to be built, opened or carried out: a railway, a plant, a country office.

    It need not have a name: "its project in Malaysia" is described. An effort that holds many
    projects is a programme; putting capital in is an investment. Costs are monetary claims;
    capacity, jobs and "60 % complete" are quantity claims.

    Source: OC4IDS (projectType, projectStatus); IATI 2.03; fDi Markets (project types).

    >>> rail = Project(id="p-rail", description="the rail project",
    ...                status_history=(StatusChange(status="under_review", modality="planned"),))
    >>> rail.status is None, rail.status_history[-1].status
    (True, 'under_review')
    """

    KIND: ClassVar[str] = "project"
    MARKS: ClassVar[tuple[str, ...]] = (subject(),)

    names: tuple[Name, ...] = attrs.field(
        default=(), metadata=doc("What it is called, as sources write it.")
    )
    description: str | None = attrs.field(
        default=None, metadata=doc("What it is, in the words of the source.")
    )
    type: str | None = attrs.field(
        default=None,
        metadata=doc(
            "What sort of project it is: greenfield, an expansion, a facility opening.",
            source="fDi Markets; OC4IDS projectType",
        )
        | code(PROJECT_TYPE),
    )
    status_history: tuple[StatusChange, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Statuses in the order of the source, such as announced, under_construction, "
            "operating; the last that came about is current.",
            source="OC4IDS projectStatus; GCDF 3.0",
        ),
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), metadata=doc("Who takes part, and as what: developer, contractor, backer.")
    )
    objectives: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("What it is meant to achieve, in the words of the source.")
    )
    target_groups: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("For whom it is meant, such as 'commuters'; not who carries it out.")
        | refers_to("group", "organisation", "person", "place")
        | distinct(),
    )
    part_of: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The larger projects or programmes of which it is a piece.")
        | refers_to("project", "programme")
        | acyclic()
        | distinct(),
    )
    under: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("The agreements or frameworks from which it follows, without being a piece.")
        | refers_to("agreement", "programme")
        | acyclic()
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business that it concerns.")
    )
    channel: str | None = attrs.field(
        default=None,
        metadata=doc("By which way it reaches its public: online, in shops, by broadcast.")
        | code(CHANNEL),
    )
    technologies: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it works with, in the words of the source: 'carbon capture'."),
    )
    phase: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Which stage of a larger work it is, in the words of the source: 'phase two'. How "
            "far the work is stands in status_history."
        ),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where it is built or carried out.") | refers_to("place") | distinct(),
    )
    products: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("What it makes or uses.") | refers_to("product") | distinct(),
    )
    key_dates: tuple[KeyDate, ...] = attrs.field(
        default=(),
        metadata=doc(
            "When it starts, reaches a milestone, ends, planned or actual.",
            source="IATI ActivityDateType; GCDF 3.0",
        ),
    )
    conditions: tuple[Condition, ...] = attrs.field(
        default=(), metadata=doc("What it hangs on: permits, financing, a final decision.")
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), metadata=doc("What registers call it: a permit or OC4IDS number.")
    )
    url: str | None = attrs.field(
        default=None, metadata=doc("The web address of its own site.") | form(URL)
    )

    RULES: ClassVar[tuple[Rule, ...]] = (named_or_described,)

    @property
    def status(self) -> str | None:
        """The last status that came about; plans and what is void are none."""
        return current(self.status_history)
