"""The real QGIS with an inspection's queue, for `tests/inspection_day.py`."""

from __future__ import annotations

import csv
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import fiona

from tests.headless import REPOSITORY
from tests.qgis_desktop import command

FOLDER = REPOSITORY / "build" / "inspection-day"
SCRIPT = REPOSITORY / "tests" / "inspection_day_script.py"
PATIENCE_S = 120.0
BUCKETS, WANTED, ROWS = ("E5", "ANC", "BIS"), 20, 24
WEST, SOUTH, EAST, NORTH = 5.6490, 52.6855, 5.6805, 52.7040
COLUMNS = 9
PLAN = {
    "folder": str(FOLDER),
    "project": str(FOLDER / "campaign.qgz"),
    "parcels": str(FOLDER / "parcels.gpkg"),
    "start": "2022-05-01",
    "end": "2022-06-30",
}
SAMPLE = FOLDER / "day_extracted_sample_1.csv"


class Qgis:
    """One QGIS, its keys and what it tells."""

    def __init__(self, environment: dict[str, str], asks: int, tells: int, pid: int) -> None:
        self._environment, self._asks, self._tells = environment, asks, tells
        self._rest = b""
        self.pid = pid

    def ask(self, what: str, **more: object) -> Any:
        """What the script tells."""
        os.write(self._asks, (json.dumps({"what": what, **more}) + "\n").encode())
        return self.told()

    def told(self) -> Any:
        """The next line."""
        while b"\n" not in self._rest:
            if not select.select([self._tells], [], [], PATIENCE_S)[0]:
                raise TimeoutError("QGIS tells nothing")
            more = os.read(self._tells, 65536)
            if not more:
                raise RuntimeError("QGIS has ended")
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        answer = json.loads(line)
        if "problem" in answer:
            raise RuntimeError(answer["problem"])
        return answer["told"]

    def press(self, *keys: str) -> None:
        """One after the other, as fast as xdotool is."""
        for one in keys:
            kind = ("type", one[5:]) if one.startswith("text:") else ("key", one)
            subprocess.run(["xdotool", *kind], env=self._environment, check=True, timeout=20)

    def until(self, what: str, **wanted: object) -> dict[str, Any]:
        """The state, once it is as wanted."""
        end = time.monotonic() + PATIENCE_S
        while True:
            state = self.ask("state")
            if all(state[name] == value for name, value in wanted.items()):
                return dict(state)
            if time.monotonic() > end:
                raise TimeoutError(f"{what}: {wanted} did not come: {state}")
            time.sleep(0.02)

    def shoot(self, name: str) -> None:
        """A picture of the screen."""
        self.ask("shot", path=str(FOLDER / f"{name}.png"))


@contextmanager
def qgis(environment: dict[str, str]) -> Iterator[Qgis]:
    """Killed at the end: nobody is there to answer what QGIS asks on leaving."""
    ask_end, asks = os.pipe()
    tells, tell_end = os.pipe()
    more = {
        "CBM_CHIPS_ASKS": str(ask_end),
        "CBM_CHIPS_TELLS": str(tell_end),
        "CBM_CHIPS_PLAN": json.dumps(PLAN),
    }
    with (FOLDER / "qgis.log").open("ab") as log:
        process = subprocess.Popen(
            [*command(SCRIPT), *filter(os.path.isfile, (PLAN["project"],))],
            env={**environment, **more},
            stdout=log,
            stderr=log,
            pass_fds=[ask_end, tell_end],
        )
    os.close(ask_end)
    os.close(tell_end)
    one = Qgis(environment, asks, tells, process.pid)
    try:
        if one.told() != "ready":
            raise RuntimeError("QGIS is not ready")
        yield one
    except BaseException:
        one.shoot("gone-wrong")
        raise
    finally:
        process.kill()  # SIGKILL
        process.wait()
        os.close(asks)
        os.close(tells)


def write_sample() -> list[dict[str, str]]:
    """72 parcels on the sample's ground, 24 of each bucket, in a sample as QUASSA's."""
    schema = {"geometry": "Polygon", "properties": {"parcel_id": "str", "crop_name": "str"}}
    width, height = (EAST - WEST) / COLUMNS, (NORTH - SOUTH) / (3 * ROWS // COLUMNS)
    rows = []
    with fiona.open(
        PLAN["parcels"], "w", driver="GPKG", layer="parcels", schema=schema, crs="EPSG:4326"
    ) as layer:
        for number in range(3 * ROWS):
            parcel, bucket = f"00{number + 1:03d}", BUCKETS[number % 3]
            x, y = WEST + number % COLUMNS * width, SOUTH + number // COLUMNS * height
            ring = [(x, y), (x + 0.8 * width, y), (x + 0.8 * width, y + 0.8 * height)]
            ring += [(x, y + 0.8 * height), (x, y)]
            layer.write(
                {
                    "geometry": {"type": "Polygon", "coordinates": [ring]},
                    "properties": {"parcel_id": parcel, "crop_name": "Grassland"},
                }
            )
            names = ("bucket_id", "gsa_par_id", "gsa_hol_id", "ranking", "covered", "order_added")
            cells = (bucket, parcel, f"H{number:03d}", number // 3 + 1, 1, number + 1)
            rows.append(dict(zip(names, map(str, cells))))
    with SAMPLE.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return rows
