"""How soon the next parcel of a queue is there: read ahead, against not read before.

    python -m benchmarks.ahead [--repeats 3] [--latency-ms 20]

A real QGIS without a screen opens a queue of five parcels, which lie beside one another in the same
blocks. Cold is the first, of which nobody has read anything. Beside is the second, not read
ahead, but lies in blocks that the first has fetched. Ahead is the third, after the dock was left
alone until it has read what comes next. Seconds are from the key until every flag and every picture
is on show; requests are those for pixels meanwhile, and those for the parcels read ahead.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Optional
from urllib.request import urlopen

from tests.desktop import window

from . import archive
from .real_dock import end_with, in_fresh_qgis, open_dock, served_archive

GOAL_S, SOURCE = 0.3, "benchmark"
COUNT, SIDE_M, STEP_M = 5, 60.0, 90.0


@dataclass(frozen=True)
class NextParcel:
    """Seconds and requests until the next parcel is there.

    Attributes:
        cold_s, beside_s, ahead_s: see the module.
        ahead_cpu_s: what this process worked meanwhile, whoever else was at the machine.
        cold_requests, beside_requests, ahead_requests: for pixels, meanwhile.
        shared_requests: for pixels, while the other three were read ahead.
    """

    cold_s: float
    beside_s: float
    ahead_s: float
    ahead_cpu_s: float
    cold_requests: int
    beside_requests: int
    ahead_requests: int
    shared_requests: int

    @property
    def ratio(self) -> float:
        """Ahead to cold."""
        return self.ahead_s / self.cold_s


def measured(api: str, files: str, centre: tuple[float, float]) -> NextParcel:
    """In this process."""

    def add_row() -> None:
        from cbm_chips.core.sources.stac.providers import PROVIDERS, typed_provider

        row = typed_provider(api, id=SOURCE)
        PROVIDERS[SOURCE] = replace(row, title=SOURCE, pixel_hosts=(files.rstrip("/"),))

    with open_dock(SOURCE, add_row) as (iface, dock, _), TemporaryDirectory() as folder:
        window.look_at(iface.canvas, centre)
        queue = dock.queue
        queue._waiting = lambda: None
        made, desk = _made_queue(dock, centre), dock.inspection.desk
        before, begun = _requests(files), time.perf_counter()
        desk.open(made, str(Path(folder, "record.gpkg")))
        window.wait_for(lambda: _is_there(dock))
        cold_s, cold = time.perf_counter() - begun, _requests(files) - before
        beside_s, beside = _next(dock, files)
        before = _requests(files)
        del queue._waiting
        queue._pause.start()
        window.wait_for(lambda: not queue.is_reading_ahead)
        shared = _requests(files) - before
        worked = time.process_time()
        ahead_s, ahead = _next(dock, files)
        worked = time.process_time() - worked
    return NextParcel(cold_s, beside_s, ahead_s, worked, cold, beside, ahead, shared)


def _next(dock: Any, files: str) -> tuple[float, int]:  # noqa: ANN401
    before, begun = _requests(files), time.perf_counter()
    dock.picker.nextAction.trigger()
    window.wait_for(lambda: _is_there(dock))
    return time.perf_counter() - begun, _requests(files) - before


def _is_there(dock: Any) -> bool:  # noqa: ANN401
    """Every flag and every picture of the current parcel."""
    is_read = not dock.session.runs.is_running and dock.panel.counts().done > 0
    return is_read and dock.panel.is_idle() and dock.inspection.queue.is_on_show


def _requests(files: str) -> int:
    with urlopen(f"{files.rstrip('/')}/__stats__") as answer:
        return int(json.load(answer)["requests"])


def _made_queue(dock: Any, centre: tuple[float, float]) -> Any:  # noqa: ANN401
    from cbm_chips.gui.inspection.queue.opening import QueueLayer, QueueOpening

    parcels, made = QueueLayer(_parcels(centre), "id"), []
    opening = QueueOpening(dock)
    opening.drafted.connect(made.append)
    opening.made.connect(made.append)
    opening.take_layer(parcels, only_selected=False)
    window.wait_for(lambda: len(made) == 1)
    draft = made[0]
    opening.make(draft, {code: _question(code) for code in draft.buckets}, parcels)
    window.wait_for(lambda: len(made) == 2)
    return made[1]


def _question(code: str) -> Any:  # noqa: ANN401
    from cbm_chips.core.inspection.values import InspectionQuestion

    return InspectionQuestion(code)


def _parcels(centre: tuple[float, float]) -> Any:  # noqa: ANN401
    """Squares in a row, in the archive's CRS."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsProject,
        QgsRectangle,
        QgsVectorLayer,
    )

    own = QgsCoordinateReferenceSystem(f"EPSG:{archive.EPSG}")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    middle = QgsCoordinateTransform(degrees, own, QgsProject.instance()).transform(
        QgsPointXY(*centre)
    )
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:{archive.EPSG}&field=id:string", "parcels", "memory")
    for number in range(COUNT):
        left = middle.x() + (number - COUNT // 2) * STEP_M
        square = QgsRectangle(left, middle.y(), left + SIDE_M, middle.y() + SIDE_M)
        feature = QgsFeature(layer.fields())
        feature["id"] = f"0{number}"
        feature.setGeometry(QgsGeometry.fromRect(square))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        end_with(asdict(measured(**json.load(sys.stdin))))
    titles = ("cold, s", "requests", "beside, s", "requests", "ahead, s", "CPU, s", "requests")
    print(f"| {' | '.join(titles)} | ahead to cold | requests for three ahead |")
    print("|---" * 9 + "|")
    found = []
    with served_archive(latency_ms=options.latency_ms) as (api, files):
        for _ in range(options.repeats):
            setting = {"api": api, "files": files, "centre": archive.chip_centre()}
            one = NextParcel(**in_fresh_qgis("benchmarks.ahead", setting))
            found.append(one)
            cells = (
                f"{one.cold_s:.2f} | {one.cold_requests}",
                f"{one.beside_s:.2f} | {one.beside_requests}",
                f"{one.ahead_s:.2f} | {one.ahead_cpu_s:.2f} | {one.ahead_requests}",
                f"{one.ratio:.2f} | {one.shared_requests}",
            )
            print(f"| {' | '.join(cells)} |", flush=True)
    ahead = statistics.median(one.ahead_s for one in found)
    print(f"\nRead ahead: {1000 * ahead:.0f} ms, goal {1000 * GOAL_S:.0f} ms.")


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--latency-ms", type=float, default=20)
    parser.add_argument("--inside", action="store_true", help="be the QGIS; a setting by stdin")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
