"""
Whether the clause around a date without a year looks ahead.
"""

from .lexicon import words
from .reader import Reader

_BACK, _ON, _GOVERNING = 14, 10, 5
_STOPS = frozenset((".", ";", ":", "!", "?", '"', "”", "“"))
_AFTER_NOUN = frozenset((".", ",", ";", ":", ")", "!", "?", "'", "’"))
_BE = frozenset(("be", "being"))
_PAST_AUXILIARY = frozenset(("was", "were", "had", "been", "having"))


def future(r: Reader, i: int, j: int) -> bool:
    """
    Return whether the clause of the words *i* to *j* speaks of what is to come.

    The verb nearest before the date decides; without one, the first one after it. Not a
    parser: it reads a few words to the left up to a full stop or semicolon, then to the right.
    """
    return side(r, i, j) is True


def side(r: Reader, i: int, j: int) -> bool | None:
    """Return whether the clause looks ahead or back; None when no verb of it says so."""
    said = _before(r, i)
    return said if said is not None else _after(r, j)


def present(r: Reader, i: int, j: int) -> bool:
    """
    Return whether a word around *i* to *j* may be a verb of the present: "the lease runs out".

    A plural noun looks the same; what follows from it must be likely enough without.
    """
    for k in range(i - 1, max(0, i - _BACK) - 1, -1):
        if r.low[k] in _STOPS and _ends(r, k):
            break
        if may_be_verb(r, k):
            return True
    for k in range(j, min(r.size, j + _ON)):
        if r.low[k] in _STOPS:
            break
        if may_be_verb(r, k):
            return True
    return False


def is_verb(r: Reader, k: int) -> bool:
    """Return whether word *k* is a verb of the past or of what is to come."""
    low = r.low[k]
    return (low in words("past") or low in words("future") or low in words("same_form")
            or low.endswith("ed"))  # fmt: skip


def may_be_verb(r: Reader, k: int) -> bool:
    """Return whether word *k* has the form of the third person: "tops", "is"."""
    low = r.low[k]
    if low in ("is", "are"):
        return True
    if len(low) < 4 or low[-1] != "s" or low[-2] in "su" or r.capital(k) or r.kind(k):
        return False
    return low not in words("of_a_year") and low not in words("counted")


def _before(r: Reader, i: int) -> bool | None:
    k, lowest, led = i - 1, max(0, i - _BACK), None
    while k >= lowest:
        low = r.low[k]
        if low in _STOPS and not (low == "." and r.glued(k + 1)) and _ends(r, k):
            return led
        verdict = _verdict(r, k)
        if verdict is not None and low == "to" and r.low[k - 1] not in ("was", "were"):
            led, lowest = True, max(lowest, k - _GOVERNING)
        elif verdict is not None:
            return verdict or (led is True and low not in words("future"))
        k -= 1
    return led


def _ends(r: Reader, k: int) -> bool:
    """Return whether a stop ends a clause: not the dot of "Nov." or "U.S."."""
    return r.low[k] != "." or len(r.low[k - 1]) > 3 or not r.low[k - 1].isalpha()


def _after(r: Reader, j: int) -> bool | None:
    for k in range(j, min(r.size, j + _ON)):
        if r.low[k] in _STOPS:
            return None
        verdict = _verdict(r, k)
        if verdict is not None:
            return verdict
    return None


def _verdict(r: Reader, k: int) -> bool | None:
    """Return whether word *k* is a verb of the future or of the past; None for neither."""
    low, before = r.low[k], r.low[k - 1]
    if low in words("same_form"):
        return _same_form(r, k)
    if low in words("future"):
        if low == "to":
            return _infinitive(r, k)
        if low in words("cue_nouns") and _noun(r, k):
            return None
        if low in ("next", "coming", "upcoming", "later") and r.kind(k + 1) in ("unit", "month"):
            return None
        if low == "may" and (r.capital(k) or r.digits(k + 1, 4) >= 0):
            return None
        if low in _BE or not low.endswith("ed"):
            return before not in _PAST_AUXILIARY
        if before in ("than", "as"):
            return None  # Better than expected.
        return not _was(r, k)
    if low in words("past"):
        return None if _participle(r, k) else False
    if low.endswith("ed") and len(low) > 4:
        return None if _participle(r, k) else False
    if low in ("could", "would"):
        return True
    return None


def _was(r: Reader, k: int) -> bool:
    """Return whether the participle at *k* was so before: "was due", "had been due"."""
    before = r.low[k - 1]
    return before in ("was", "were", "had") or (before == "been" and r.low[k - 2] == "had")


def _same_form(r: Reader, k: int) -> bool | None:
    """
    Return False for "beat" in "it beat forecasts", True for "set" in "it is set for May".

    In "will cut", "a rate cut in" and "hit by" the word is no verb of the past: None.
    """
    before, after = r.low[k - 1], r.low[k + 1]
    if r.low[k] == "set" and after in ("to", "for"):
        return not _was(r, k)
    beside = before in words("beside_verb") or before.endswith("ly")
    if before in words("no_subject") or (beside and r.low[k - 2] in words("modal")):
        return None
    particle = after in ("up", "off", "out", "down", "aside", "back")
    starts = (
        after[:1].isalnum() and after not in words("function") and r.kind(k + 1) != "preposition"
    )
    return False if particle or starts or after in words("determiner") else None


def _noun(r: Reader, k: int) -> bool:
    """Return whether a word such as "plans" or "forecast" is a noun: "it beat forecasts"."""
    low, before, after = r.low[k], r.low[k - 1], r.low[k + 1]
    if before in words("plural_subject"):
        return False
    if not after or after in _AFTER_NOUN or after in words("after_noun"):
        return True
    if before in words("no_subject") or before in words("noun_before") or before == "s":
        return before not in words("modal")
    if before in words("past") or before in words("same_form") or before.endswith(("ed", "ing")):
        return before not in words("future")
    return not low.endswith("s") and before[:1].isalpha() and not (
        before.endswith("s") or before in words("modal")
    )  # fmt: skip


def _infinitive(r: Reader, k: int) -> bool | None:
    """Return whether "to" leads to a verb of what is to come: "plans to open"."""
    following = r.low[k + 1]
    if not following or not following[0].isalpha() or r.capital(k + 1):
        return None
    if r.kind(k + 1) or (following in words("function") and following not in ("be", "have", "do")):
        return None
    return None if r.low[k - 1] in words("not_future_to") else True


def _participle(r: Reader, k: int) -> bool:
    """Return whether the participle at *k* follows "be": it will be "completed"."""
    return r.low[k - 1] in _BE or (r.low[k - 1].endswith("ly") and r.low[k - 2] in _BE)
