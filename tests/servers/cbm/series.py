"""What was extracted for a parcel over time: the archive's bands and classes, made-up radar."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from itertools import groupby
from itertools import product as product_of
from typing import TYPE_CHECKING, Any, Optional

from .catalogue import Catalogue, Product, Square
from .chips import Call
from .cutting import Raster, cut
from .parcels import row_of
from .replies import CrashError, Reply, SqlError, empty_object, flask_json, json_page
from .tables import Database, Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXTRACTED = ("B02", "B03", "B04", "B05", "B08", "B11")
RADAR = {"bs": ("VHb", "VVb"), "c6": ("VHc", "VVc")}
KINDS = ("s2", "scl", *RADAR)
_STATISTICS = ("count", "mean", "std", "min", "p25", "p50", "p75", "max")
_SEASON = datetime(2022, 1, 3, 17, 24, 36, tzinfo=timezone.utc)
_Record = dict[str, Any]


def parcel_time_series(call: Call, database: Database) -> Reply:
    """Rows as a page of JSON, none as JSON; or CSV as a file."""
    asked = call.asked.get("tstype", "s2")
    kind = "scl" if asked == "SCL" else asked
    area = database.areas.get(call.asked.get("aoi", "").lower())
    if area is None or kind not in KINDS:
        raise CrashError(f"no table for {kind}")
    as_csv = call.asked.get("tsformat") == "csv"
    try:
        if kind not in ("scl", *area.time_series):
            raise SqlError("the table's name is empty")
        columns = _columns(call, kind)
        records = list(_records(call, database, kind))
    except SqlError as error:
        if as_csv:
            raise CrashError(str(error)) from error
        return empty_object(call.switches.generation)
    if as_csv:
        return _csv(call, kind, columns, records)
    lists = {name: [record[name] for record in records] for name in columns}
    return json_page(lists) if records else flask_json(lists)


def _columns(call: Call, kind: str) -> list[str]:
    if kind == "scl":
        return ["obsid", "hist"]
    more = ["hist"] if _with_classes(call, kind) else []
    more += ["reference"] if call.says_true("ref") else []
    return [call.switches.date_column, "band", *_STATISTICS, *more]


def _name_of(band: str, call: Call) -> str:
    """Names in a column of three characters are padded."""
    short = {**dict(zip(EXTRACTED, ("B2", "B3", "B4", "B5", "B8", "B11"))), "SCL": "SC"}
    return f"{short.get(band, band):3}" if call.switches.short_bands else band


def _with_classes(call: Call, kind: str) -> bool:
    return kind == "s2" and call.says_true("scl", "True")


def _records(call: Call, database: Database, kind: str) -> Iterator[_Record]:
    found = row_of(call, database)
    if found is None:
        return
    row = found[0]
    bands = [
        band for band in RADAR.get(kind, EXTRACTED) if call.asked.get("band", "") in ("", band)
    ]
    if kind in RADAR:
        yield from _radar(row, bands, call.switches.date_column)
    elif kind == "scl":
        for number, product in enumerate(_extracted(call.catalogue), start=1):
            yield {"obsid": number, "hist": _histogram(product, row)}
    else:
        yield from _optical(call, row, bands, with_classes=_with_classes(call, kind))


def _optical(call: Call, row: Row, bands: list[str], *, with_classes: bool) -> Iterator[_Record]:
    """By time and band; two observations of one second are told apart by their product alone."""
    observed = [(product, _histogram(product, row)) for product in _extracted(call.catalogue)]
    for sensing, group in groupby(observed, key=lambda one: one[0].sensing):
        of_time = [one for one in group if one[1] or not with_classes]
        for band, (product, histogram) in product_of(bands, of_time):
            facts = {call.switches.date_column: _epoch(sensing), "hist": histogram}
            for record in _of_band(product, band, row):
                yield {**facts, **record, "band": _name_of(band, call)}


def _extracted(catalogue: Catalogue) -> list[Product]:
    """The observations of the database: all Level-2A products, oldest first."""
    found = [one for one in catalogue.products if one.level == "LEVEL2A"]
    return sorted(found, key=lambda one: (one.sensing, one.id))


def _square_over(row: Row) -> Square:
    """A square that holds the parcel."""
    middle = row.outline.envelope.centroid
    west, south, east, north = row.outline.bounds
    reach = max((east - west) * math.cos(math.radians(middle.y)), north - south)
    return Square(middle.x, middle.y, 60 + math.ceil(reach * 111_500))


@lru_cache(maxsize=20_000)
def _of_band(product: Product, band: str, row: Row) -> tuple[_Record, ...]:
    """Statistics of the pixels in the parcel; nothing where the satellite saw nothing."""
    import numpy as np

    pixels = _inside(product, band, row)
    if pixels is None or not pixels.any():
        return ()
    low, p25, p50, p75, high = (float(dn) for dn in np.percentile(pixels, (0, 25, 50, 75, 100)))
    spread = (float(pixels.mean()), float(pixels.std()))
    numbers = _real(dict(zip(_STATISTICS, (pixels.size, *spread, low, p25, p50, p75, high))))
    return ({"band": band, **numbers, "reference": product.id},)


def _real(numbers: dict[str, float]) -> dict[str, float]:
    """As a column of type `real` keeps them: seven digits."""
    import numpy as np

    return {name: float(str(np.float32(number))) for name, number in numbers.items()}


@lru_cache(maxsize=20_000)
def _histogram(product: Product, row: Row) -> dict[str, int]:
    """Pixels per class whose centre lies in the parcel, class 0 left out; keys are text."""
    import numpy as np

    pixels = _inside(product, "SCL", row)
    if pixels is None:
        return {}
    counts = np.bincount(pixels.ravel(), minlength=12)
    return {str(code): int(count) for code, count in enumerate(counts) if code and count}


def _inside(product: Product, band: str, row: Row) -> Optional[NDArray[Any]]:
    raster = cut(product, band, _square_over(row))
    return None if raster is None else raster.pixels[_mask(row, *_lattice(raster))]


def _lattice(raster: Raster) -> tuple[Any, ...]:
    return raster.left, raster.top, raster.resolution_m, raster.epsg, raster.pixels.shape


@lru_cache(maxsize=512)
def _mask(row: Row, *lattice: Any) -> NDArray[np.bool_]:
    from affine import Affine
    from rasterio.features import geometry_mask
    from rasterio.warp import transform_geom

    left, top, res, epsg, shape = lattice
    outline = transform_geom("EPSG:4326", f"EPSG:{epsg}", row.outline.__geo_interface__)
    at = Affine(res, 0, left, 0, -res, top)
    mask: NDArray[np.bool_] = geometry_mask([outline], shape, at, invert=True)
    return mask


def _radar(row: Row, bands: list[str], date_column: str) -> Iterator[_Record]:
    """A wave through the season in linear units, the same for a parcel every time."""
    shift = int("".join(filter(str.isdigit, row.pid)) or 0) % 17
    for step in range(60):
        time = _SEASON + timedelta(days=6 * step)
        for number, band in enumerate(bands):
            mean = (0.08, 0.02)[number % 2] * (1.5 + math.sin((step + shift) / 9))
            spread = dict(zip(("min", "p25", "p50", "p75", "max"), (0.2, 0.7, 0.95, 1.2, 3.1)))
            numbers = {name: mean * factor for name, factor in spread.items()}
            facts = _real({"count": 700, "mean": mean, "std": mean * 0.4, **numbers})
            yield {date_column: time.timestamp(), "band": band, "reference": "", **facts}


def _epoch(sensing: str) -> float:
    return datetime.strptime(sensing + "+0000", "%Y%m%dT%H%M%S%z").timestamp()


def _csv(call: Call, kind: str, columns: list[str], records: list[_Record]) -> Reply:
    """Header first, CRLF; histograms as Python writes a dictionary."""
    memory = io.StringIO()
    writer = csv.DictWriter(memory, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for record in records:
        time = record.get("extract")  # a decimal, of which Python prints all
        writer.writerow({**record, "extract": f"{time:.6f}"} if time is not None else record)
    asked = call.asked
    ptype = f"_{asked['ptype']}" if asked.get("ptype") else ""
    name = f"timeseries_{asked['aoi'].lower()}{asked['year']}{ptype}_{asked['pid']}_{kind}.csv"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Reply(memory.getvalue().encode(), "text/csv", headers=headers)
