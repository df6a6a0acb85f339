"""What the product wants to reach: the table `GOALS`. Ratios are to the best peer of the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Optional

from .measuring import Result, Standing

Results = Mapping[str, Result]


class NotMeasured(LookupError):
    """The run has left it out."""


@dataclass(frozen=True)
class Goal:
    """One line of the table.

    Attributes:
        what: in words.
        limit: how much it may be, or has to be where `is_least`.
        reach: the number out of all results.
        form: how numbers are written.
    """

    what: str
    limit: float
    reach: Callable[[Results], float]
    is_least: bool = False
    form: str = "{:.2f}"

    @property
    def words(self) -> str:
        """The limit, to be read."""
        return f"{'>=' if self.is_least else '<='} {self.form.format(self.limit)}"

    def reached(self, results: Results) -> Optional[float]:
        """None where the run has left it out."""
        try:
            return self.reach(results)
        except NotMeasured:
            return None

    def is_met(self, value: float) -> bool:
        """Whether `value` is within the limit."""
        return value >= self.limit if self.is_least else value <= self.limit


def _result(results: Results, scenario: str) -> Result:
    if scenario not in results:
        raise NotMeasured(scenario)
    return results[scenario]


def _standing(results: Results, scenario: str, name: str) -> Standing:
    standing = _result(results, scenario).standings.get(name)
    if standing is None or not standing.samples:
        raise NotMeasured(name)
    return standing


def _to(scenario: str, name: str, other: str) -> Callable[[Results], float]:
    def reach(results: Results) -> float:
        for one in (name, other):
            _standing(results, scenario, one)
        return _result(results, scenario).ratio(name, other)

    return reach


def _to_best(scenario: str, name: str, what: str = "wall_s") -> Callable[[Results], float]:
    def reach(results: Results) -> float:
        _standing(results, scenario, name)
        result = _result(results, scenario)
        best = result.best_peer()
        if best is None:
            raise NotMeasured("no peer")
        return result.ratio(name, best, what)

    return reach


def _medians_of(scenario: str, name: str, other: str) -> Callable[[Results], float]:
    """For a contestant that runs once: its turn alone would say less."""

    def reach(results: Results) -> float:
        above = _standing(results, scenario, name).median("wall_s")
        return above / _standing(results, scenario, other).median("wall_s")

    return reach


def _a_run(scenario: str, name: str, what: str) -> Callable[[Results], float]:
    return lambda results: _standing(results, scenario, name).median(what)


def _an_asset(scenario: str, name: str) -> Callable[[Results], float]:
    def reach(results: Results) -> float:
        asked = _standing(results, scenario, name).count("requests")
        return asked / _result(results, scenario).assets

    return reach


def _of_whole_blocks(scenario: str) -> Callable[[Results], float]:
    def reach(results: Results) -> float:
        read = _standing(results, scenario, "reader").count("bytes")
        return read / _result(results, scenario).whole_blocks_bytes

    return reach


GOALS = (
    Goal("20 ms, 1024-blocks, cold: wall", 0.40, _to_best("near", "reader")),
    Goal("the same with zlib only", 0.65, _to_best("near", "zlib")),
    Goal("50 ms, cold: wall", 0.48, _to_best("far", "reader")),
    Goal("50 ms, block tables cached: wall", 0.40, _to_best("far", "tables")),
    Goal("512-blocks, chip across two columns, 50 ms", 0.55, _to_best("small blocks", "reader")),
    Goal("https, 20 ms", 0.50, _to_best("https", "reader")),
    Goal(
        "times faster than the plain loop, 50 ms",
        120,
        _medians_of("far", "loop", "reader"),
        is_least=True,
        form="{:.0f}",
    ),
    Goal("bytes of random chips by whole blocks, 1024", 0.62, _of_whole_blocks("random")),
    Goal(
        "bytes of random chips by whole blocks, 512", 0.62, _of_whole_blocks("random, small blocks")
    ),
    Goal("requests an asset, cold", 2, _an_asset("near", "reader")),
    Goal("requests an asset, block tables cached", 1, _an_asset("near", "tables")),
    Goal("requests an asset, next chip in the same blocks", 0, _an_asset("near", "beside")),
    Goal("requests an asset, again in the process", 0, _an_asset("near", "repeat")),
    Goal("the same with 6 dates", 0, _an_asset("few dates", "repeat")),
    Goal("CPU, 20 ms, 1024-blocks, cold", 0.40, _to_best("near", "reader", "cpu_s")),
    Goal(
        "most memory, 100 dates, MB", 250, _a_run("many dates", "reader", "rss_mb"), form="{:.0f}"
    ),
    Goal(
        "first flag, 20 ms, s: four round trips and 0.1", 0.18, _a_run("near", "flags", "first_s")
    ),
    Goal(
        "times faster from the chip cache, new process",
        20,
        _to("near", "product", "again"),
        is_least=True,
        form="{:.1f}",
    ),
    Goal("requests for pixels, from the chip cache", 0, _an_asset("near", "again")),
    Goal(
        "whole product, GeoTIFFs written, by the reader",
        1.5,
        _to("near", "files", "reader"),
    ),
)
"""The first flag's search costs no latency here: its server is near."""
