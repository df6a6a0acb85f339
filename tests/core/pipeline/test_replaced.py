"""Files and items that are replaced in place are read anew; old pixels never get a new offset."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial

import numpy as np
import pytest
from rasterio.warp import transform

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import NOT_ASKED, ReadJob, open_plainly
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.backends import BACKENDS
from tests.builders import LEFT, TOP, write_tile
from tests.servers.process import ServerProcess

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
SIDE_M, SIDE_PX = 2560, 256
(LON,), (LAT,) = transform("EPSG:32631", "EPSG:4326", [LEFT + SIDE_M / 2], [TOP - SIDE_M / 2])
PLACE = Place(lon=LON, lat=LAT)
RED, NIR = 600, 3000
REFLECTANCE = {"B04": 0.06, "B08": 0.3}
ID = "S2A_T31UFU_20220604T105031_L2A"


class Publisher:
    """A static catalogue of one date whose files and item are replaced in place."""

    def __init__(self, folder):
        self.folder = folder

    def files(self, shift, *, salt=0):
        """DN of B04 and B08 with `shift` added; of the same size if `salt` is all that differs."""
        for band, base in (("B04", RED), ("B08", NIR)):
            values = np.full((SIDE_PX, SIDE_PX), base + shift, "uint16")
            values[0, 0] += salt
            write_tile(self.folder / f"{band}.tif", values, predictor=2)
        scl = np.full((SIDE_PX // 2, SIDE_PX // 2), 4, "uint8")
        write_tile(self.folder / "SCL.tif", scl, resolution_m=20.0)

    def item(self, offset, *, files=None, **properties):
        stated = {"raster:bands": [{"scale": 0.0001, "offset": offset}]}
        told = files or {}
        assets = {
            band: {"href": f"./{band}.tif", "type": "image/tiff; application=geotiff", **told}
            for band in ("B04", "B08", "SCL")
        }
        for band in REFLECTANCE:
            assets[band].update(stated)
        item = {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": ID,
            "collection": "made-sentinel-2-l2a",
            "geometry": None,
            "properties": {
                "datetime": "2022-06-04T10:50:31Z",
                "platform": "sentinel-2a",
                "proj:epsg": 32631,
                **properties,
            },
            "assets": assets,
            "links": [],
        }
        links = [{"rel": "item", "href": "./item.json"}]
        root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "links": links}
        (self.folder / "item.json").write_text(json.dumps(item))
        (self.folder / "catalog.json").write_text(json.dumps(root))

    def publish(self, shift, **said):
        self.files(shift)
        self.item(-shift / 10_000, **said)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("published")


@pytest.fixture
def publisher(folder):
    return Publisher(folder)


@pytest.fixture
def ask(server, tmp_path):
    """The only chip, of another question to the catalogue each time unless days are named."""
    last_day = iter(range(5, 31))

    def ask(*, where=server.url + "/catalog.json", bands=("B08", "B04", "SCL"), end=None, **more):
        day = f"2022-06-{next(last_day):02d}" if end is None else end
        more = {"start": "2022-06-01", "end": day, "size_m": 640, **more}
        request = ChipRequest(PLACE, bands=bands, **more)
        with open_source(where, network=HURRIED) as source:
            (chip,) = extract_chips(request, source, cache=tmp_path)
        return chip

    return ask


def reflectances(chip):
    return {
        band: float((chip.bands[band] * scale + offset).mean().round(6))
        for band, (scale, offset) in chip.scales.items()
        if band in REFLECTANCE
    }


def assert_right(chip):
    found = reflectances(chip)
    assert found == {band: REFLECTANCE[band] for band in found}


ITEMS_THAT_TELL = {
    "the item": {"updated": "20{}-01-01T00:00:00Z"},
    "its files": {"files": {"file:checksum": "1220{}"}},
}
"""Of each kind one; all of them are in `tests.core.sources.stac.items.test_file_versions`."""
ITEMS = {**ITEMS_THAT_TELL, "nobody": {"s2:processing_baseline": "0{}.00"}}


def said(words, year):
    return {
        key: said(word, year) if isinstance(word, dict) else str(word).format(year)
        for key, word in words.items()
    }


@pytest.mark.parametrize("words", ITEMS.values(), ids=list(ITEMS))
def test_a_date_that_was_replaced_in_place_is_read_anew(publisher, ask, words):
    publisher.publish(0, **said(words, 22))
    assert_right(ask())
    publisher.publish(1000, **said(words, 24))
    assert_right(ask())
    assert_right(ask(size_m=320))


@pytest.mark.parametrize("words", ITEMS.values(), ids=list(ITEMS))
def test_a_kept_answer_never_lends_its_offset_to_new_pixels(publisher, ask, words):
    publisher.publish(0, **said(words, 22))
    assert_right(ask(bands=("B04",), end="2022-06-30"))
    publisher.publish(1000, **said(words, 24))
    assert_right(ask(bands=("B08",), end="2022-06-30"))
    assert_right(ask(bands=("B04", "B08"), end="2022-06-30"))
    assert_right(ask(bands=("B04", "B08"), end="2022-06-30", size_m=320))


@pytest.mark.parametrize("words", ITEMS_THAT_TELL.values(), ids=list(ITEMS_THAT_TELL))
def test_a_date_whose_item_tells_its_version_costs_no_request_the_next_time(
    publisher, ask, server, words
):
    publisher.publish(0, **said(words, 22))
    ask()
    server.reset()
    assert_right(ask())
    assert not [path for path in server.stats()["by_path"] if path.endswith(".tif")]


def test_a_date_whose_item_tells_no_version_costs_a_byte_of_each_file(publisher, ask, server):
    publisher.publish(0)
    ask()
    server.reset()
    chip = ask()
    assert_right(chip)
    rows = server.stats()["by_path"]
    assert {path: row for path, row in rows.items() if path.endswith(".tif")} == {
        f"/{band}.tif": {"requests": 1, "bytes": 1} for band in ("B04", "B08", "SCL")
    }
    assert chip.provenance.notes == ()


@pytest.mark.parametrize("faults", [[], [{"match": "tif$", "kind": "unversioned"}]])
@pytest.mark.parametrize("media", ["fast", "general"])
def test_a_file_that_alone_was_replaced_is_read_anew_where_the_item_says_nothing(
    publisher, ask, server, faults, media
):
    server.set_faults(faults)
    more = {"files": {"type": "image/jp2"}} if media == "general" else {}
    publisher.publish(0, **more)
    assert_right(ask())
    publisher.files(0, salt=1)
    assert_right(ask())
    publisher.files(500)
    found = reflectances(ask())
    assert found == {"B04": 0.11, "B08": 0.35}


def test_an_item_that_alone_was_replaced_is_believed(publisher, ask):
    publisher.publish(0, updated="2022-01-01T00:00:00Z")
    ask()
    publisher.item(-0.01, updated="2024-01-01T00:00:00Z")
    assert reflectances(ask()) == {"B04": 0.05, "B08": 0.29}


def test_an_item_on_this_computer_is_read_anew_each_time(publisher, ask, folder):
    ask_here = partial(ask, where=str(folder / "catalog.json"))
    publisher.publish(0)
    assert_right(ask_here())
    publisher.publish(1000)
    assert_right(ask_here())
    publisher.files(1500)
    assert reflectances(ask_here()) == {"B04": 0.11, "B08": 0.35}


def test_where_nobody_answers_what_is_kept_serves_and_says_so(publisher, folder, tmp_path):
    publisher.publish(0)
    with ServerProcess("range_files", folder) as other:
        jobs = [ReadJob(Asset("B04", f"{other.url}/B04.tif"), INSIDE)]
        with closing(ChipCache(tmp_path)) as cache:
            first = read(cached(cache), jobs)
    with closing(ChipCache(tmp_path)) as cache:
        again = read(cached(cache), jobs)
        assert (again.values == first.values).all()
        assert (first.notes, again.notes) == ((), (NOT_ASKED,))


INSIDE = Grid(32631, LEFT + 100, TOP - 100, 10.0, 64, 64)


def cached(cache):
    from cbm_chips.core.cache import CachedReader

    reader = default_reader(HURRIED, stores=cache.file_stores)
    return CachedReader(reader, cache, source="test")


def read(reader, jobs):
    (found,) = filter(None, reader.read_all(jobs, open_plainly))
    return found.pixels


@pytest.mark.parametrize("backend", BACKENDS)
def test_gdal_remembers_no_file_beyond_its_reading(publisher, server, backend):
    reader = RasterReader(HURRIED, backend=BACKENDS[backend]())
    jobs = [ReadJob(Asset("B04", f"{server.url}/B04.tif"), INSIDE)]
    for shift in (0, 1000, 2000):
        publisher.files(shift)
        assert (read(reader, jobs).values == RED + shift).all()


@pytest.mark.parametrize("version", ["", "1"])
def test_one_reader_for_all_time_reads_a_replaced_file_anew(publisher, server, version):
    reader = default_reader(HURRIED)
    publisher.files(0)
    assert (read(reader, [job_of(server, version)]).values == RED).all()
    publisher.files(1000)
    later = version and version + " later"
    assert (read(reader, [job_of(server, later)]).values == RED + 1000).all()


def job_of(server, version):
    return ReadJob(Asset("B04", f"{server.url}/B04.tif", version=version), INSIDE)
