"""Things without identity: equal when their parts are equal."""

from ..shapes import FrozenMap, Json, JsonData
from .attribution import Attribution, AttributionLink
from .bounded import Bounded
from .condition import Condition
from .evidence import Evidence
from .identifier import Identifier
from .key_date import KeyDate
from .money import Money
from .name import Name
from .partial_date import PartialDate
from .party import Party
from .quantity import Quantity
from .recorded import Recorded
from .relative_date import RelativeDate
from .sector import Sector
from .segment import Segment
from .stance import Stance
from .status_change import StatusChange
from .undertaking import Undertaking
from .value import Value

VALUES: tuple[type[Value], ...] = (
    Money, Quantity, PartialDate, RelativeDate, Evidence, Attribution, AttributionLink, Party,
    Name, Identifier, StatusChange, KeyDate, Undertaking, Condition, Stance, Sector, Segment,
    Recorded,
)  # fmt: skip
"""Every value class of the library; `Json` stands beside them."""

__all__ = [
    "VALUES", "Attribution", "AttributionLink", "Bounded", "Condition", "Evidence", "FrozenMap",
    "Identifier", "Json", "JsonData", "KeyDate", "Money", "Name", "PartialDate", "Party",
    "Quantity", "Recorded", "RelativeDate", "Sector", "Segment", "Stance", "StatusChange",
    "Undertaking", "Value",
]  # fmt: skip
