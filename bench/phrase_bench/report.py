"""
The report: results as lines to read, or as data to write as JSON.
"""

from collections.abc import Iterator
from typing import Any

from .expressions import Expression
from .growth import LIMIT, SIZES
from .matching import Outcome
from .results import GOALS, Result
from .scoring import LEVELS, Score


def lines(result: Result, *, with_errors: bool) -> Iterator[str]:
    """Yield the lines of one sort."""
    yield f"== {result.sort}: {result.rows} sentences, {result.mentions} mentions"
    yield from _scores(result)
    if result.ours is not None:
        yield from _breakdown(result.ours)
    if result.speed is not None:
        yield from _speed(result)
    if result.growth:
        yield from _growth(result)
    if with_errors and result.ours is not None:
        yield "-- wrong rows"
        for outcome in wrong(result.ours, result):
            yield from _error(outcome)
    yield from (f"MISSED {miss}" for miss in result.misses())


def _scores(result: Result) -> Iterator[str]:
    levels = list(LEVELS[result.sort])
    yield f"{'F1':<18}" + "".join(f"{name:>17}" for name in [*levels, "EM", "95 % of full"])
    rows = {"control": result.control, **result.peers}
    if result.ours is not None:
        rows = {"invnews": result.ours, **rows}
    for name, score in rows.items():
        cells = [f"{score.levels[level].f1:.3f}" for level in levels]
        low, high = score.interval
        cells += [f"{score.exact_rows:.3f}", f"{low:.3f}-{high:.3f}"]
        yield f"{name:<18}" + "".join(f"{cell:>17}" for cell in cells)
    yield from (f"{name:<18} {remark}" for name, remark in result.remarks.items())
    if result.ours is not None:
        for level, ratio in result.ours.levels.items():
            yield (f"invnews {level}: precision {ratio.precision:.3f}, recall {ratio.recall:.3f} "
                   f"({ratio.right} right, {ratio.found} found, {ratio.gold} there)")  # fmt: skip
    yield f"goal: F1 in full at least {GOALS[result.sort]:.3f}"


def _breakdown(score: Score) -> Iterator[str]:
    yield "-- recall in full, by group"
    for name, (right, total) in score.groups.items():
        yield f"{name:<28} {right / total:.3f}  {right}/{total}"
    yield "-- F1 in full, by origin"
    for name, ratio in score.origins.items():
        yield f"{name:<28} {ratio.f1:.3f}  {ratio.right} right of {ratio.found}, {ratio.gold} there"
    yield "-- agreement of what was met, for information"
    for name, (right, total) in score.details.items():
        yield f"{name:<28} {right / total:.3f}  {right}/{total}"


def _speed(result: Result) -> Iterator[str]:
    speed = result.speed
    if speed is None:
        return
    yield "-- sentences a second"
    for name, rate in {"invnews": speed.ours, "control": speed.control, **speed.peers}.items():
        yield f"{name:<18} {rate:>12,.0f}"
    yield f"share of the control: {speed.share:.3f}, goal at least {speed.goal:.3f}"


def _growth(result: Result) -> Iterator[str]:
    size = f"{SIZES[-1] // 1000} kB"
    yield f"-- growth per doubling, {SIZES[0] // 1000} to {size}; goal at most {LIMIT}"
    for each in result.growth:
        worst = "noise" if each.worst is None else f"{each.worst:.2f}"
        last = f"{each.times[-1] * 1000:.1f} ms at {SIZES[len(each.times) - 1] // 1000} kB"
        yield f"{each.name:<24} {worst:>6}  {last}{'' if each.is_linear else '  MISSED'}"


def wrong(score: Score, result: Result) -> Iterator[Outcome]:
    """Yield what became of each row that is not right in full, or has something extra."""
    full = LEVELS[result.sort]["full"]
    return (each for each in score.outcomes if not each.is_perfect(full))


def _error(outcome: Outcome) -> Iterator[str]:
    row = outcome.row
    yield f"{row.id} {row.text!r} {row.context.country} {row.context.published}"
    for gold in row.gold:
        yield f"    gold {shown(gold, row.text)}"
    for _, ours in outcome.pairs:
        yield f"    ours {shown(ours, row.text)}"
    for ours in outcome.extra:
        yield f"    ours {shown(ours, row.text)}  EXTRA"


def shown(said: Expression, text: str) -> str:
    """Return one expression on one line: words, bounds, comparator, currency, other pairs."""
    parts = [repr(text[said.start : said.end]), f"{said.low} .. {said.high}"]
    parts += [part for part in (said.bound, said.currency) if part]
    parts += [f"or {low} .. {high}" for low, high in said.accept]
    return "  ".join(parts)


def as_data(result: Result, *, with_errors: bool) -> dict[str, Any]:
    """Return one sort as plain data for JSON."""
    data: dict[str, Any] = {
        "sentences": result.rows,
        "mentions": result.mentions,
        "invnews": None if result.ours is None else _score_data(result.ours),
        "control": _score_data(result.control),
        "peers": {name: _score_data(score) for name, score in result.peers.items()},
        "remarks": result.remarks,
        "misses": result.misses(),
    }
    if result.speed is not None:
        data["speed"] = {
            "invnews": result.speed.ours, "control": result.speed.control,
            "share": result.speed.share, "goal": result.speed.goal, "peers": result.speed.peers,
        }  # fmt: skip
        data["growth"] = {
            each.name: {"worst": each.worst, "times": each.times, "linear": each.is_linear}
            for each in result.growth
        }
    if with_errors and result.ours is not None:
        data["errors"] = [_error_data(outcome) for outcome in wrong(result.ours, result)]
    return data


def _score_data(score: Score) -> dict[str, Any]:
    return {
        "levels": {
            name: {"precision": each.precision, "recall": each.recall, "f1": each.f1}
            for name, each in score.levels.items()
        },
        "exact_rows": score.exact_rows,
        "interval": score.interval,
        "groups": score.groups,
        "origins": {name: each.f1 for name, each in score.origins.items()},
        "details": score.details,
    }


def _error_data(outcome: Outcome) -> dict[str, Any]:
    row = outcome.row
    return {
        "id": row.id,
        "text": row.text,
        "gold": [shown(each, row.text) for each in row.gold],
        "ours": [shown(each, row.text) for _, each in outcome.pairs],
        "extra": [shown(each, row.text) for each in outcome.extra],
    }
