"""The queries for chips: which are new, which are there, what the answer lists."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Callable, Optional

from .catalogue import Catalogue, Product, Square, Window, sensing_of
from .cutting import as_geotiff, cut
from .directories import Directories, Keys
from .pages import chips_page
from .pictures import limits_of, picture_of
from .replies import HTML, JSON, CrashError, Reply, empty_object, query_json, sent_file
from .switches import EVIL_PATHS, Ledger, Switches

BATCH_KEYS = ("lon", "lat", "tiles", "bands", "chipsize")
RADAR_BATCH_KEYS = ("lon", "lat", "dates", "chipsize", "plevel")
PICTURE_M = 1280
Make = Callable[[Product], Optional[bytes]]


@dataclass(frozen=True)
class Call:
    """What a query works with.

    Attributes:
        asked: parameters of the query, as typed.
        caller: IP address.
        url: the server's own address.
    """

    asked: Mapping[str, str]
    catalogue: Catalogue
    directories: Directories
    switches: Switches
    ledger: Ledger
    caller: str
    url: str

    @property
    def keys(self) -> Keys:
        """How directories are named."""
        return Keys(self.switches.is_old, self.caller)

    def text(self, name: str) -> str:
        """A parameter that must be there."""
        if name not in self.asked:
            raise CrashError(f"no {name}")
        return self.asked[name]

    def says_true(self, name: str, default: str = "False") -> bool:
        """A switch of the query: only the exact word counts."""
        return self.asked.get(name, default) == "True"


def raw_chip_by_location(call: Call) -> Reply:
    """One band of all products of a window as GeoTIFFs."""
    return _raw_chips(call, lon=call.text("lon"), lat=call.text("lat"))


def raw_chip_around(call: Call, centre: tuple[float, float]) -> Reply:
    """The same for the centre of a parcel."""
    return _raw_chips(call, lon=str(centre[0]), lat=str(centre[1]))


def _raw_chips(call: Call, *, lon: str, lat: str) -> Reply:
    asked = {
        "lon": lon,
        "lat": lat,
        "plevel": call.asked.get("plevel", "LEVEL2A"),
        "chipsize": call.asked.get("chipsize", "1280"),
        "band": call.asked.get("band", "None"),
    }
    square = _square(lon, lat, asked["chipsize"])
    window = Window.of(call.text("start_date"), call.text("end_date"))
    found = call.catalogue.find(square, window, asked["plevel"])
    if call.says_true("onlylist") and not call.switches.is_old:
        names = {"chips": [f"{product.id}.SAFE" for product in found]}
        return Reply(json.dumps(names).encode(), JSON)
    directory = call.keys.raw(asked)
    band = asked["band"]
    refused = _work(call, directory, found, f".{band}.tif", lambda one: _tif(one, band, square))
    if refused and not call.switches.is_old:
        return empty_object(call.switches.generation)
    names = [name for name in call.directories.names(directory) if window.holds(_time(name))]
    return _list_file(call, _listed(call, directory, sorted(names, key=_time)))


def _list_file(call: Call, lists: Mapping[str, list[str]]) -> Reply:
    name = "dump.json" if call.switches.is_old else "chipslist.json"
    return sent_file(json.dumps(lists), JSON, name=name)


def _listed(call: Call, directory: str, names: Iterable[str]) -> dict[str, list[str]]:
    paths = {name: call.keys.path(directory, name) for name in names}
    return {
        "dates": [_time(name) for name in paths],
        "chips": [_bent(call, directory, name, path) for name, path in paths.items()],
    }


def _bent(call: Call, directory: str, name: str, path: str) -> str:
    """The path, unless a test wants an evil one."""
    kind = call.switches.evil_paths
    if not kind:
        return path
    template = EVIL_PATHS.get(kind, kind)
    honest = call.keys.path(directory, name)
    return template.format(url=call.url, path=honest, folder=directory, name=name)


def _work(call: Call, directory: str, found: list[Product], ending: str, make: Make) -> bool:
    """Cut what is not there yet; True: too many, nothing was cut.

    Without any product the pool of workers has size zero, which crashes, unless the directory is
    there from an earlier call; pages did not in the old days. Raw chips that were there were not
    recognised then.
    """
    is_new = call.directories.make(directory)
    forgets = call.switches.is_old and ending.endswith(".tif")
    crashes = not call.switches.is_old or ending.endswith(".tif")
    there = [] if forgets else call.directories.names(directory)
    new = [product for product in found if product.id + ending not in there]
    if not new and is_new and crashes:
        raise CrashError("Number of processes must be at least 1")
    if len(new) > call.switches.product_limit:
        return True
    for product in new:
        _store(call, directory, product, product.id + ending, make)
    return False


def _store(call: Call, directory: str, product: Product, name: str, make: Make) -> None:
    """Cut one chip; one that cannot be cut is missing without a word."""
    if any(part in product.id for part in call.switches.fail_products):
        return
    body = make(product)
    if body is not None:
        call.ledger.add(extracted=1)
        call.directories.put(directory, name, body)


@lru_cache(maxsize=4096)
def _tif(product: Product, band: str, square: Square) -> Optional[bytes]:
    """A chip; remembered beyond a flush, so that tests need not wait for the same one again."""
    raster = cut(product, band, square)
    return None if raster is None else as_geotiff(raster)


def chips_by_location(call: Call) -> Reply:
    """A page of pictures."""
    asked = {
        "lon": call.text("lon"),
        "lat": call.text("lat"),
        "lut": call.asked.get("lut", "5_95"),
        "plevel": call.asked.get("plevel", "LEVEL2A"),
        "bands": call.asked.get("bands", "B08_B04_B03"),
    }
    square = _square(asked["lon"], asked["lat"], str(PICTURE_M))
    is_old = call.switches.is_old
    days = (call.text("start_date"), call.text("end_date"))
    window = Window.of(*days, has_last_day=not is_old)
    bands, lut = tuple(asked["bands"].split("_")), asked["lut"]
    if is_old and (len(bands) < 3 or limits_of(lut) is None):
        raise CrashError("list index out of range")
    found = call.catalogue.find(square, Window.of(*days), asked["plevel"])
    directory = call.keys.pictures(asked)
    too_many = _work(
        call, directory, found, ".SAFE.png", lambda one: picture_of(one, bands, lut, square)
    )
    if too_many:
        return empty_object(call.switches.generation)
    names = [name for name in call.directories.names(directory) if window.holds(_time(name))]
    listed = _listed(call, directory, sorted(names, key=_time))
    page = chips_page(list(zip(listed["dates"], listed["chips"])))
    return sent_file(page, HTML, name="dump.html" if is_old else "chipsview.html")


def raw_chips_batch(call: Call, posted: Any) -> Reply:
    """Tiles times bands; the answer lists all that is in the directory."""
    wrong = _complaint(posted, BATCH_KEYS)
    if wrong:
        return query_json({"error": wrong}, is_old=call.switches.is_old)
    lon, lat, size = posted["lon"], posted["lat"], posted["chipsize"]
    square = _square(lon, lat, size)
    directory = call.keys.batch(lon, lat, size)
    call.directories.make(directory)
    there = call.directories.names(directory)
    new = [
        (tile, band, name)
        for tile in posted["tiles"]
        for band in posted["bands"]
        if (name := f"{tile}.{band}.tif") not in there
    ]
    if len(new) > call.switches.batch_limit:
        return empty_object(call.switches.generation)
    for tile, band, name in new:
        product = call.catalogue.product(tile)
        if product is None and call.switches.is_old:
            raise CrashError(f"no {tile}")
        if product is not None:
            _store(call, directory, product, name, lambda one, band=band: _tif(one, band, square))  # type: ignore[misc]
    return _list_file(call, _labelled(call, directory))


def radar_batch(call: Call, posted: Any) -> Reply:
    """There are no products of Sentinel-1: lists without an entry."""
    wrong = _complaint(posted, RADAR_BATCH_KEYS)
    if wrong:
        return query_json({"error": wrong}, is_old=call.switches.is_old)
    return _list_file(call, {"dates": [], "chips": []})


def _complaint(posted: Any, keys: tuple[str, ...]) -> str:
    if not isinstance(posted, dict):
        raise CrashError("not an object")
    for key in posted:
        if key not in keys:
            return f"{key} not allowed as key"
    missing = len(posted) != len(keys)
    return f"{len(posted)} parameters supplied, {len(keys)} required" if missing else ""


def _labelled(call: Call, directory: str) -> dict[str, list[str]]:
    """Everything of the directory by time and band: two tiles of one time share a label.

    Which of them it is given to depends on the order in which the file system lists them.
    """
    names = sorted(call.directories.names(directory), key=lambda name: zlib.crc32(name.encode()))
    by_label = {f"{_time(name)}_{name.split('.')[-2]}": name for name in names}
    labels = sorted(by_label)
    paths = [call.keys.batch_path(directory, by_label[label]) for label in labels]
    bent = [_bent(call, directory, by_label[label], path) for label, path in zip(labels, paths)]
    return {"dates": labels, "chips": bent}


def _time(name: str) -> str:
    return sensing_of(name.partition(".")[0])


def _square(lon: Any, lat: Any, size: Any) -> Square:
    try:
        square = Square(float(lon), float(lat), int(size))
    except (TypeError, ValueError) as error:
        raise CrashError(str(error)) from error
    if square.size_m <= 0:
        raise CrashError("division by zero")
    return square
