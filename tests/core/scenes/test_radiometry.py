"""Reflectance comes out right whatever the files hold and whoever says so."""

from __future__ import annotations

import json
from functools import cache

import numpy as np
import pytest
import rasterio

from cbm_chips.core import Chip, ChipRequest, extract_chips
from cbm_chips.core.model import Asset, OffsetState
from cbm_chips.core.outputs.geotiff.chip_files import write_bands, write_picture
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, Percentiles, limits
from cbm_chips.core.scenes.radiometry import checked_pixels
from tests.backends import BACKENDS
from tests.builders import LEFT, TOP
from tests.core.scenes.reflectance_files import (
    NEAR,
    RED,
    an_item,
    ask,
    mean,
    on_the_place,
    one_date_each,
    reflectance,
    stored,
    written,
)
from tests.effort import in_thorough_runs, in_turns

PAIRS = [
    ((1.0, 0.0), "float32"),
    ((1.0, -0.1), "float32"),
    ((0.0001, 0.0), "uint16"),
    ((0.0001, -0.1), "uint16"),
    ((0.0001, -0.1), "float32"),
    ((0.0000275, -0.2), "uint16"),
    ((0.01, 0.0), "float32"),
    ((0.002, 0.0), "uint8"),
    ((0.00001, 0.0), "uint32"),
    *in_thorough_runs(
        [((1.0, 0.0), "float64"), ((0.0001, 0.0), "int16"), ((1 / 65535, 0.0), "uint16")]
    ),
]
STATED = in_turns(PAIRS, ["02.14", "05.09", None])


@pytest.fixture(scope="module")
def chip_of(place, tmp_path_factory):
    @cache
    def made(pair, dtype, baseline):
        if pair[0] == 0.0001 and baseline is not None:
            baseline = "05.09" if pair[1] else "02.14"  # else both contradict each other
        scale, offset = pair
        more = {"*": {"raster:bands": [{"scale": scale, "offset": offset, "nodata": -9999}]}}
        folder = tmp_path_factory.mktemp("stated")
        files = written(folder, pair, dtype)
        (chip,) = ask(folder, place, an_item(folder, files, baseline=baseline, more=more))
        return chip

    return made


@pytest.mark.parametrize(("stated", "baseline"), STATED)
def test_a_stated_pair_is_used_whatever_the_baseline(stated, baseline, chip_of):
    chip = chip_of(*stated, baseline)
    assert isinstance(chip, Chip)
    assert chip.failures == {}
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)
    assert mean(chip, "B08") == pytest.approx(NEAR + 0.0145, abs=0.002)
    assert chip.provenance.offset_state is OffsetState.KNOWN
    ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
    assert np.nanmean(ndvi) == pytest.approx(0.617, abs=0.02)
    values, valid = stack_bands(chip.bands, ("B08", "B04", "B04"), scales=chip.scales)
    assert valid.all()
    low, high = limits(Percentiles(0, 100), values, valid=valid)[1]
    assert 590 < low < 640
    assert 850 < high < 900


PLACES = {
    "raster:bands": lambda s, o: {"raster:bands": [{"scale": s, "offset": o}]},
    "raster:bands as text": lambda s, o: {"raster:bands": [{"scale": str(s), "offset": str(o)}]},
    "bands": lambda s, o: {"bands": [{"name": "x", "raster:scale": s, "raster:offset": o}]},
    "the asset": lambda s, o: {"raster:scale": s, "raster:offset": o},
    "lists": lambda s, o: {"raster:scale": [s], "raster:offset": [o]},
    "two places": lambda s, o: {"raster:bands": [{"scale": s}], "raster:offset": o},
    "software's 1 and 0 beside it": lambda s, o: {
        "raster:bands": [{"scale": 1, "offset": 0}],
        "raster:scale": s,
        "raster:offset": o,
    },
}


def test_the_pair_is_found_wherever_stac_puts_it(tmp_path, place):
    more = {where: {"*": told(0.0000275, -0.2)} for where, told in PLACES.items()}
    files = written(tmp_path, (0.0000275, -0.2), "uint16")
    chips = one_date_each(tmp_path, place, files, more, baseline="05.09")
    assert {where: chip.scales["B04"] for where, chip in chips.items()} == dict.fromkeys(
        PLACES, (0.0000275, -0.2)
    )
    assert all(mean(chip, "B04") == pytest.approx(RED, abs=0.002) for chip in chips.values())


def test_the_pair_is_found_in_the_properties(tmp_path, place):
    files = written(tmp_path, (0.01, 0.0), "float32")
    item = an_item(tmp_path, files, baseline="05.09", **{"raster:scale": 0.01, "nodata": -9999})
    (chip,) = ask(tmp_path, place, item)
    assert chip.scales["B08"] == (0.01, 0.0)


def test_the_pair_is_found_in_the_collection(tmp_path, place):
    files = written(tmp_path, (0.01, 0.0), "float32")
    item = an_item(tmp_path, files, baseline="05.09")
    told = {band: {"raster:bands": [{"scale": 0.01, "nodata": 61.0}]} for band in ("B04", "B08")}
    head = {"type": "Collection", "id": "made-sentinel-2-l2a", "item_assets": told}
    (chip,) = ask(tmp_path, place, item, head=head)
    assert chip.scales["B04"] == (0.01, 0.0)
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_where_the_item_is_silent_the_file_speaks(name, tmp_path):
    path = on_the_place(tmp_path, "B04", stored((0.00002, 0.01), "uint16")["B04"], predictor=2)
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (0.00002,), (0.01,)
    general = RasterReader(backend=BACKENDS["osgeo" if name == "osgeo" else "rasterio"]())
    reader = WindowReader(general=general) if name == "windows" else general
    from cbm_chips.core.model import Grid
    from cbm_chips.core.reading.contract import ReadJob, open_plainly

    silent = Asset("B04", str(path), 0.0001, -0.1)
    grid = Grid(32631, LEFT, TOP, 10.0, 64, 64)
    reads = reader.read_all([ReadJob(silent, grid)], open_plainly)
    (pixels,) = [read.pixels for read in reads if read is not None]
    assert pixels.scale == (0.00002, 0.01)
    assert pixels.reader.startswith("windows") == (name == "windows")
    seen = checked_pixels(silent, pixels.values, pixels.scale)
    assert (seen.asset.scale, seen.asset.offset) == (0.00002, 0.01)
    stating = Asset("B04", str(path), 0.0001, -0.1, stated=(0.0001, -0.1))
    assert checked_pixels(stating, pixels.values, pixels.scale).asset.scale == 0.0001


def test_a_file_that_contradicts_the_baseline_is_settled_by_its_pixels(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    for path in files.values():
        with rasterio.open(path, "r+") as file:
            file.scales, file.offsets = (0.0001,), (0.0,)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, baseline="05.09"))
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)
    assert "dark pixels" in chip.provenance.offset_decision


@pytest.mark.parametrize("more", [{}, {"*": {"raster:bands": [{"scale": 1.0, "offset": 0.0}]}}])
@pytest.mark.parametrize(("baseline", "offset"), [("02.14", 0.0), ("05.09", -0.1)])
def test_dn_that_a_masked_export_made_floats_are_still_dn(more, baseline, offset, tmp_path, place):
    files = written(tmp_path, (0.0001, offset), "float32")
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, baseline=baseline))
    assert chip.scales["B04"] == (0.0001, offset)
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


def test_files_of_one_date_that_are_said_to_differ_in_offset_are_settled_together(tmp_path, place):
    files = written(tmp_path, (0.0001, -0.1), "uint16")
    more = {
        "B04": {"raster:bands": [{"scale": 0.0001, "offset": -0.1}]},
        "B08": {"raster:bands": [{"scale": 0.0001, "offset": 0}]},
    }
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, baseline=None))
    offsets = {offset for band, (_, offset) in chip.scales.items() if band != "SCL"}
    assert len(offsets) == 1
    assert chip.provenance.offset_state is OffsetState.UNCERTAIN or offsets == {-0.1}


@pytest.mark.parametrize(("stated", "baseline"), STATED)
def test_written_files_keep_type_scale_and_a_true_nodata_tag(stated, baseline, tmp_path, chip_of):
    chip = chip_of(*stated, baseline)
    for band, path in write_bands(chip, tmp_path / "out").items():
        with rasterio.open(path) as file:
            assert file.nodata == 0
            assert (file.scales[0], file.offsets[0]) == pytest.approx(chip.scales[band])
            assert (file.read(1) == chip.bands[band]).all()
    found = ((0.0, 4000.0), (0.0, 1000.0), (0.0, 1000.0))
    look = Look(composite_of(("B08", "B04", "B04")), Absolute(found))
    picture = write_picture(chip, tmp_path / "rgb", look.renderer([chip]))
    with rasterio.open(picture) as file:
        red = file.read(2).astype(float).mean() / 255 * 0.1
        assert red == pytest.approx(RED, abs=0.003)


@pytest.fixture
def kept(tmp_path):
    from cbm_chips.core.cache import ChipCache

    cache = ChipCache(tmp_path / "cache")
    yield cache
    cache.close()


def from_a_server(tmp_path, place, item, cache, *, collection=None):
    """The chips of one item listed by an API, asked for twice."""
    from cbm_chips.core.sources.stac import StacSource, typed_provider
    from tests.servers.process import ServerProcess

    for asset in item["assets"].values():
        asset["href"] = "./" + asset["href"].rpartition("/")[2]
    (tmp_path / "items.json").write_text(json.dumps([item]))
    (tmp_path / "collections.json").write_text(json.dumps([collection] if collection else []))
    request = ChipRequest(
        place, start="2022-06-01", end="2022-06-30", bands=("B04", "B08", "SCL"), size_m=640
    )
    found = []
    with ServerProcess("range_files", tmp_path) as files:
        base = ("--asset-base", files.url)
        told = ("--collections", tmp_path / "collections.json")
        with ServerProcess("stac_api", tmp_path / "items.json", *base, *told) as api:
            for _ in range(2):
                with StacSource(provider=typed_provider(api.url), network=Network()) as source:
                    found += list(extract_chips(request, source, cache=cache))
    return found


@pytest.mark.parametrize("told_by", ["file", "collection"])
def test_what_a_file_or_its_collection_says_holds_over_the_network_and_from_the_cache(
    told_by, tmp_path, place, kept
):
    files = {}
    for band, base in (("B04", 0.06), ("B08", 0.3)):
        values = np.rint(reflectance(base) / 0.00002).astype(np.int16)
        values[:, ::4] = -9999
        path = on_the_place(tmp_path, band, values, nodata=-9999 if told_by == "file" else None)
        if told_by == "file":
            with rasterio.open(path, "r+") as file:
                file.scales, file.offsets = (0.00002,), (0.0,)
        files[band] = path
    assets = {b: {"raster:bands": [{"scale": 0.00002, "nodata": "-9999"}]} for b in files}
    collection = {
        "type": "Collection",
        "stac_version": "1.0.0",
        "id": "made-sentinel-2-l2a",
        "description": "made",
        "license": "proprietary",
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}},
        "links": [],
        **({"item_assets": assets} if told_by == "collection" else {}),
    }
    item = an_item(tmp_path, files, baseline="05.09")
    cold, warm = from_a_server(tmp_path, place, item, kept, collection=collection)
    for chip in (cold, warm):
        assert chip.failures == {}
        assert chip.scales["B04"] == (0.00002, 0.0)
        assert (chip.bands["B04"] == 0).mean() == 0.25
        assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)
