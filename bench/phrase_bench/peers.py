"""
Peers: other libraries that read money, numbers or dates, each run within a time box.
"""

import importlib.util
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import attrs

from . import peers_dates, peers_numbers
from .expressions import Adapter, Context, Expression, Finder, Sort, as_finder

ROW_TIMEOUT_S = 2.0
"""What a peer may take for one sentence; what takes longer counts as no prediction."""
MAX_LOST = 20
"""After so many sentences that ran out of time a peer is asked no more."""


@attrs.frozen
class Peer:
    """
    Another library.

    Args:
        name: What it is called in the report.
        module: What has to be importable.
        sort: What it is asked for.
        load: Imports it and returns its adapter.
    """

    name: str
    module: str
    sort: Sort
    load: Callable[[], Adapter]

    @property
    def installed(self) -> bool:
        """Whether its module can be found."""
        return importlib.util.find_spec(self.module) is not None


PEERS = (
    Peer("price-parser", "price_parser", "money", peers_numbers.price_parser),
    Peer("quantulum3", "quantulum3", "money", peers_numbers.quantulum_money),
    Peer("recognizers-text", "recognizers_number_with_unit", "money",
         peers_numbers.recognizers_money),
    Peer("quantulum3", "quantulum3", "quantity", peers_numbers.quantulum_quantity),
    Peer("recognizers-text", "recognizers_number", "quantity", peers_numbers.recognizers_quantity),
    Peer("text2num", "text_to_num", "quantity", peers_numbers.text2num),
    Peer("dateparser", "dateparser", "date", peers_dates.dateparser),
    Peer("dateutil fuzzy", "dateutil", "date", peers_dates.dateutil_fuzzy),
    Peer("parsedatetime", "parsedatetime", "date", peers_dates.parsedatetime),
    Peer("recognizers-text", "recognizers_date_time", "date", peers_dates.recognizers_dates),
    Peer("edtf", "edtf", "date", peers_dates.edtf),
    Peer("datefinder", "datefinder", "date", peers_dates.datefinder),
)  # fmt: skip
"""All peers that there is an adapter for."""


class BoxedFinder:
    """
    A peer within its time box: what fails or takes too long is no prediction.

    Args:
        find: The peer's finder.
    """

    def __init__(self, find: Finder) -> None:
        self._find = find
        self.late = 0
        self.failed = 0

    def __call__(self, text: str, context: Context) -> list[Expression]:
        """Return what the peer finds in time; nothing when it has lost too often."""
        if self.late >= MAX_LOST:
            return []
        try:
            with time_box(ROW_TIMEOUT_S), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return [each for each in self._find(text, context) if each.start < each.end]
        except _OutOfTime:
            self.late += 1
        except Exception:  # noqa: BLE001  whatever a peer raises, it made no prediction
            self.failed += 1
        return []


def open_peer(peer: Peer) -> BoxedFinder:
    """
    Return the finder of an installed peer.

    Raises:
        Exception: Whatever its import raises.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BoxedFinder(as_finder(peer.load()))


class _OutOfTime(BaseException):
    """Raised by the alarm; no Exception, so that no peer swallows it."""


@contextmanager
def time_box(timeout_s: float) -> Iterator[None]:
    """Interrupt the block after *timeout_s*, where the platform and the thread allow it."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, timeout_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
