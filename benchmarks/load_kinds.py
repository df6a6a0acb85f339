"""The kinds of run that `benchmarks.load` repeats: what is begun once, and what each run does."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shutil import rmtree
from typing import Any

from cbm_chips.core import (
    ChipRequest,
    Place,
    extract_chips,
    open_source,
    plan_parcels,
    run_plan,
)
from cbm_chips.core.model import Chip
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.reading.shutdown import wait_for_reads
from cbm_chips.core.sample_archive import sample_parcels
from tests.cbm import LOGIN

PLACE = Place(lon=5.664, lat=52.694)
FORTNIGHT = ChipRequest(
    PLACE, start="2022-06-01", end="2022-06-14", bands=("B04", "SCL"), size_m=320
)
"""Two dates: what a run leaves behind does not depend on how much it reads."""
MOST_PARCELS = 4
PATIENCE_S = 60.0

Run = Callable[[], int]
"""One run; gives its number of chips, rows or dates."""


@dataclass(frozen=True)
class Where:
    """What runs read.

    Attributes:
        api: of the STAC API over the sample.
        service: of the CbM service over the sample.
        catalog: of the sample on the disk.
        home: a folder for caches and files.
    """

    api: str
    service: str
    catalog: str
    home: Path


@dataclass(frozen=True)
class Kind:
    """A row of `KINDS`; `words` are those of the table."""

    words: str
    begin: Callable[[Where], AbstractContextManager[Run]]


def _chips(
    name: str, cache: Path | None, *, most: int | None = None, login: dict[str, str] | None = None
) -> int:
    with open_source(name, credentials=login) as source:
        chips = extract_chips(FORTNIGHT, source, cache=cache)
        return sum(isinstance(one, Chip) for one in islice(chips, most))


def _always(run: Callable[[Where], int]) -> Callable[[Where], AbstractContextManager[Run]]:
    """Nothing is begun."""

    @contextmanager
    def begin(where: Where) -> Iterator[Run]:
        yield lambda: run(where)

    return begin


def _fresh_cache(where: Where) -> int:
    folder = tempfile.mkdtemp(dir=where.home)
    try:
        return _chips(where.api, Path(folder))
    finally:
        wait_for_reads(timeout_s=PATIENCE_S)
        rmtree(folder)


def _written(where: Where) -> int:
    with open_source(where.catalog) as source, RunWriter(where.home / "run") as run:
        for result in extract_chips(FORTNIGHT, source, cache=None):
            run.add(PLACE, result)
    return run.finish().count


def _parcels(where: Where) -> int:
    parcels = [(one.id, one.outline) for one in sample_parcels(Path(where.catalog))[:MOST_PARCELS]]
    wanted = {"start": FORTNIGHT.start, "end": FORTNIGHT.end, "bands": ("B04", "B08")}
    with open_source(where.api) as source:
        plan = plan_parcels(parcels, wanted, source, cache=None)
        return sum(len(table) for table in run_plan(plan, source, cache=None))


@contextmanager
def _docks(where: Where) -> Iterator[Run]:
    """A QGIS in which the plugin is loaded, a place clicked, and all taken away again."""
    from qgis.core import QgsApplication

    from tests.desktop import window

    app = QgsApplication([], True)
    app.initQgis()

    def run() -> int:
        from cbm_chips.plugin import CbmChipsPlugin

        iface = window.FakeInterface()
        plugin = CbmChipsPlugin(iface)
        plugin.initGui()
        iface.menu[0].trigger()
        window.set_form(plugin.dock, source=where.api)
        window.look_at(iface.canvas, window.CENTRE)
        window.read(iface, plugin.dock)
        window.wait_for(plugin.dock.panel.is_idle)
        dates = len(plugin.dock.panel.entries())
        plugin.unload()
        _take_away(iface)
        return dates

    yield run


def _take_away(iface: Any) -> None:  # noqa: ANN401
    from tests.desktop import window

    iface.window.close()
    iface.window.deleteLater()
    window.settle()


KINDS = {
    "disk": Kind("a catalog on the disk", _always(lambda at: _chips(at.catalog, None))),
    "api": Kind("a STAC API, no cache", _always(lambda at: _chips(at.api, None))),
    "fresh": Kind("a STAC API, a new cache each time", _always(_fresh_cache)),
    "kept": Kind(
        "a STAC API, a cache that is kept", _always(lambda at: _chips(at.api, at.home / "kept"))
    ),
    "cancelled": Kind(
        "a STAC API, cancelled after the first chip",
        _always(lambda at: _chips(at.api, None, most=1)),
    ),
    "written": Kind("chips written into one folder", _always(_written)),
    "service": Kind("the CbM service", _always(lambda at: _chips(at.service, None, login=LOGIN))),
    "parcels": Kind(f"numbers of {MOST_PARCELS} parcels", _always(_parcels)),
    "docks": Kind("QGIS's dock opened, a click, closed", _docks),
}
