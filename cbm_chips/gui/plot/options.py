"""What the plot shows, as the user left it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from ...core.series.names import known
from ..session.form_values import store

KEY = "series_plot"
USUAL_NAMES = ("NDVI",)
NO_SMOOTHING = 0.0


@dataclass(frozen=True)
class PlotOptions:
    """What the plot shows.

    Attributes:
        names: of indices and bands, in the order chosen; one at least.
        has_legend, has_quarters, is_by_year: see `PlotContent`.
        strength: lambda of the smoothing; `NO_SMOOTHING` for none.
        has_service: with the series that the CbM server has.
    """

    names: tuple[str, ...] = USUAL_NAMES
    has_legend: bool = True
    has_quarters: bool = True
    is_by_year: bool = False
    strength: float = NO_SMOOTHING
    has_service: bool = False

    def with_name(self, name: str, *, is_shown: bool) -> PlotOptions:
        """With or without an index or band; the last one stays."""
        others = tuple(one for one in self.names if one != name)
        return replace(self, names=(*others, name) if is_shown else others or self.names)

    def switched(self, field: str, is_on: bool) -> PlotOptions:
        """With one of the switches, named by its field, on or off."""
        changes: dict[str, Any] = {field: is_on}
        return replace(self, **changes)


def recall_options() -> PlotOptions:
    """As they were left; the usual ones where nothing is kept, or nothing that makes sense."""
    return options_of(store.recall_grid(KEY, "{}"))


def remember_options(options: PlotOptions) -> None:
    """Keep them for the next time."""
    store.remember_grid(KEY, json.dumps(asdict(options)))


def options_of(text: str) -> PlotOptions:
    """Of a kept text; what is not as it should be is the usual one."""
    try:
        kept = json.loads(text)
    except ValueError:
        kept = {}
    usual, found = PlotOptions(), {}
    for one in fields(PlotOptions):
        value = kept.get(one.name) if isinstance(kept, dict) else None
        if isinstance(value, type(getattr(usual, one.name))):
            found[one.name] = value
    names = kept.get("names") if isinstance(kept, dict) else None
    if isinstance(names, list) and names and all(isinstance(name, str) for name in names):
        found["names"] = known(names) or usual.names
    return replace(usual, **found)
