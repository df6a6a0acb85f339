"""The run as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Optional

from .contestants import CONTESTANTS
from .goals import GOALS, Goal, Results
from .measuring import Result, Standing

COLUMNS = (
    "who",
    "seconds (range)",
    "to best peer",
    "first, s",
    "CPU, s",
    "MB of memory",
    "requests an asset (HEAD)",
    "MB",
    "runs",
)


def report(results: Results, facts: Sequence[str]) -> str:
    """All of it."""
    parts = ["\n".join(facts), _goals(results), *map(_scenario, results.values())]
    return "\n\n".join(parts) + "\n"


def _goals(results: Results) -> str:
    return _table(("what", "goal", "reached", "met"), (_goal(goal, results) for goal in GOALS))


def _goal(goal: Goal, results: Results) -> Sequence[str]:
    value = goal.reached(results)
    if value is None:
        return (goal.what, goal.words, "not measured", "")
    is_met = goal.is_met(value)
    return (goal.what, goal.words, goal.form.format(value), "yes" if is_met else "**no**")


def _scenario(result: Result) -> str:
    scenario = result.scenario
    facts = (
        f"{scenario.dates} dates x 8 assets; whole blocks {result.whole_blocks_bytes / 1e6:.1f} MB"
    )
    best = result.best_peer()
    rows = (_row(name, one, result, best) for name, one in result.standings.items())
    return f"### {scenario.title}\n\n{facts}.\n\n{_table(COLUMNS, rows)}"


def _row(name: str, standing: Standing, result: Result, best: Optional[str]) -> Sequence[str]:
    title = CONTESTANTS[name].title
    if not standing.samples:
        return (title, f"not here: {standing.absence}", *[""] * (len(COLUMNS) - 2))
    walls = [sample.outcome.wall_s for sample in standing.samples]
    asked, heads = (standing.count(what) / result.assets for what in ("requests", "heads"))
    return (
        title,
        f"{standing.median('wall_s'):.2f} ({min(walls):.2f} – {max(walls):.2f})",
        "" if best is None else f"{result.ratio(name, best):.2f}",
        f"{standing.median('first_s'):.2f}",
        f"{standing.median('cpu_s'):.2f}",
        f"{standing.median('rss_mb'):.0f}",
        f"{asked:.2f} ({heads:.0f})",
        f"{standing.count('bytes') / 1e6:.1f}",
        str(len(walls)),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_last_run(readme: str, text: str) -> str:
    """The README with `text` as its last run, which is its last chapter."""
    before, heading, _ = readme.partition("## Last run\n")
    return f"{before}{heading}\n{text}"


def server_share(results: Mapping[str, Result]) -> tuple[float, float]:
    """Least and most seconds of CPU that the file server took in a run of the first scenario."""
    first = next(iter(results.values()))
    taken = [
        sample.files["cpu_s"]
        for standing in first.standings.values()
        for sample in standing.samples
        if sample.files["requests"]
    ]
    return min(taken), max(taken)
