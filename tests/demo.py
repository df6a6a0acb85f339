"""`make demo`: chips of one sample parcel through the real qgis_process, and one picture."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from cbm_chips.core import CloudFlag, extract_chips, open_source  # noqa: E402
from cbm_chips.core.model import ChipRequest, Place  # noqa: E402
from cbm_chips.core.outputs.html.page import Section, write_html_sheet  # noqa: E402
from cbm_chips.core.sample_archive import sample_catalog, sample_parcels  # noqa: E402
from tests.headless import Headless  # noqa: E402
from tests.qgis_desktop import open_qgis, take_pictures  # noqa: E402

DEMO = REPOSITORY / "build" / "demo"
WORK = REPOSITORY / "build" / "demo-work"
PARCEL = "315141"
SEASON = ("2022-03-01", "2022-10-31")
INSPECTION, SAMPLE_CSV, RECORD = "inspection", "sample.csv", "inspection.gpkg"
INSPECTED = 24
"""Parcels of the sample in two groups."""


def main() -> None:
    """Make everything anew, but the sample archive, and say what there is."""
    began = time.monotonic()
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    catalog = sample_catalog(WORK / "cache")
    print(f"Sample archive: {catalog.parent.relative_to(REPOSITORY)}")
    with ThreadPoolExecutor(1) as beside:
        pictures = None if has_display() else beside.submit(pictures_of_the_desk, catalog)
        headless(catalog)
    if pictures is None:
        open_qgis(WORK / "desk", catalog)
        print("QGIS opens with the sample's parcels and the dock.")
    else:
        require(len(pictures.result()) == 3, "no pictures of the dock")
        told("QGIS on a screen of its own", "the dock, light and dark", "dock-light.png")
        told("", "an inspection: its queue, a few answers", "inspection.png")
        evidence()
    print(f"Everything is under {DEMO.relative_to(REPOSITORY)}/, {time.monotonic() - began:.0f} s.")


def headless(catalog: Path) -> None:
    """What needs no window."""
    process = Headless(WORK, enabled=False, more={"CBM_CHIPS_CACHE": str(WORK / "cache")})
    process.enable()
    raw(process, catalog)
    page(process)
    composite(process, catalog)
    flags(process, catalog)
    series(process, catalog)
    sheet(catalog)


def has_display() -> bool:
    """Somebody may be looking."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def pictures_of_the_desk(catalog: Path) -> list[Path]:
    """The real QGIS, light and dark, and in an inspection of the sample's parcels."""
    sample = DEMO / INSPECTION / SAMPLE_CSV
    sample.parent.mkdir()
    with sample.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("bucket_id", "gsa_par_id", "gsa_hol_id", "ranking", "order_added"))
        for order, parcel in enumerate(sample_parcels(catalog)[:INSPECTED], 1):
            bucket = ("BISS", "ECO-2")[order % 2]
            rows.writerow((bucket, parcel.id, f"H{order:03d}", (order + 1) // 2, order))
    return take_pictures(WORK / "desk", catalog, DEMO)


def common(catalog: Path) -> dict[str, object]:
    """Where and when, for every algorithm."""
    parcels = catalog.parent / "parcels.gpkg"
    return {
        "SOURCE": "sample",
        "PARCELS": f"{parcels}|layername=parcels|subset=\"id\" = '{PARCEL}'",
        "ID_FIELD": "id",
        "START": SEASON[0],
        "END": SEASON[1],
    }


def raw(process: Headless, catalog: Path) -> None:
    """GeoTIFFs of the bands."""
    results = process.run(
        "rawchips",
        {**common(catalog), "BANDS": "B08,B04,B03,SCL", "OUTPUT": str(DEMO / "raw")},
    )
    manifest = json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))
    told("cbmchips:rawchips", f"{results['COUNT']} dates, {len(manifest['chips'])} GeoTIFFs", "raw")
    require(results["COUNT"] >= 24 and not results["FAILED"], results)


def page(process: Headless) -> None:
    """The same dates on one HTML page."""
    results = process.run(
        "chipsheet", {"INPUT": str(DEMO / "raw"), "OUTPUT": str(DEMO / "sheet.html")}
    )
    told("cbmchips:chipsheet", f"{results['COUNT']} dates on one page", "sheet.html")
    require(results["COUNT"] >= 24, results)


def composite(process: Headless, catalog: Path) -> None:
    """RGB + alpha GeoTIFFs with one stretch for the series."""
    results = process.run(
        "compositechips",
        {
            **common(catalog),
            "BANDS": "B08_B04_B03",
            "LUT": "5_95",
            "STRETCH": "series",
            "CLEAR_ONLY": True,
            "OUTPUT": str(DEMO / "composite"),
        },
    )
    told("cbmchips:compositechips", f"{results['COUNT']} clear dates", "composite")
    require(results["COUNT"] >= 8, results)


def flags(process: Headless, catalog: Path) -> None:
    """What the scene classification says of the parcel."""
    table = DEMO / "cloudflags.csv"
    results = process.run("cloudflags", {**common(catalog), "OUTPUT": str(table)})
    with table.open(newline="", encoding="utf-8") as file:
        counts = Counter(row["flag"] for row in csv.DictReader(file))
    words = ", ".join(f"{number} {flag}" for flag, number in sorted(counts.items()))
    told("cbmchips:cloudflags", words, table.name)
    require(counts[CloudFlag.CLEAR.value] >= 8, results)


def series(process: Headless, catalog: Path) -> None:
    """Numbers of all the sample's parcels."""
    table = DEMO / "series.csv"
    layer = f"{catalog.parent / 'parcels.gpkg'}|layername=parcels"
    results = process.run(
        "parceltimeseries", {**common(catalog), "PARCELS": layer, "OUTPUT": str(table)}
    )
    with table.open(newline="", encoding="utf-8") as file:
        parcels = len({row["parcel"] for row in csv.DictReader(file)})
    words = f"{parcels} parcels, {results['COUNT']} rows"
    told("cbmchips:parceltimeseries", words, table.name)
    require(parcels == 64 and not results["FAILED"], results)


def sheet(catalog: Path) -> None:
    """All dates on one HTML page, from plain Python."""
    outlines = {parcel.id: parcel.outline for parcel in sample_parcels(catalog)}
    place = Place.of_parcel(outlines[PARCEL], label=PARCEL)
    request = ChipRequest(place, *SEASON, bands=("B08", "B04", "B03"))
    with open_source("sample", sample_folder=WORK / "cache") as source:
        results = list(extract_chips(request, source, cache=None))
    path = DEMO / "python.html"
    write_html_sheet([Section.of(results, request)], path, names=[place.name])
    told("core, plain Python", f"{len(results)} dates on one page", path.name)


def evidence() -> None:
    """Of the parcels that were answered, in bundles to be handed on."""
    process = Headless(WORK / "evidence", more={"CBM_CHIPS_CACHE": str(WORK / "cache")})
    record, folder = DEMO / INSPECTION / RECORD, DEMO / INSPECTION / "evidence"
    results = process.run("evidence", {"RECORD": str(record), "OUTPUT": str(folder)})
    words = f"{results['COUNT']} parcels, {results['PROVED']} pictures proved by their hashes"
    told("cbmchips:evidence", words, "inspection/evidence")
    require(results["COUNT"] >= 5 and not results["DIFFERENT"], results)


def told(who: str, what: str, where: str) -> None:
    """One line per result."""
    print(f"{who:24} {what:48} {(DEMO / where).relative_to(REPOSITORY)}")


def require(held: bool, results: object) -> None:
    """End with a message if a step gave less than it must."""
    if not held:
        sys.exit(f"The demo gave less than it should: {results}")


if __name__ == "__main__":
    main()
