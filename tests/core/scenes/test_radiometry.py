"""Reflectance comes out right whatever the files hold, or is refused in words; others come."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core import Chip, ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import Asset, OffsetState
from cbm_chips.core.outputs.geotiff.chip_files import write_bands, write_picture
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Pixels
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, Percentiles, limits
from cbm_chips.core.scenes.radiometry import NotReflectance, checked_pixels
from tests.backends import BACKENDS
from tests.builders import LEFT, TOP, write_tile
from tests.effort import in_turns

PLACE = Place(lon=4.5, lat=53.22)
RED, NEAR = 0.0745, 0.3
TIFF = "image/tiff; application=geotiff"


def reflectance(base, px=256):
    """Between base and base + 0.03, rising to the right and downwards."""
    rows, cols = np.mgrid[0:px, 0:px]
    return base + (rows + 2 * cols) % 97 * 0.0003


def on_the_place(folder, band, values, **profile):
    return write_tile(folder / f"{band}.tif", values, resolution_m=10.0, **profile)


@pytest.fixture(scope="module")
def place():
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(32631, 4326, always_xy=True)
    lon, lat = to_degrees.transform(LEFT + 1280, TOP - 1280)
    return Place(lon=lon, lat=lat)


def an_item(folder, files, *, name="made", baseline="02.14", more=None, scl=4, **properties):
    """An item whose files have just been written; `more`: band (or *) -> fields of its asset."""
    classes = np.full((128, 128), scl, np.uint8)
    files = {**files, "SCL": write_tile(folder / "SCL.tif", classes, resolution_m=20.0)}
    more = more or {}
    assets = {
        band: {"href": str(path), "type": TIFF, **more.get(band, more.get("*", {}))}
        for band, path in files.items()
    }
    told = {
        "datetime": "2022-06-04T10:50:31Z",
        "platform": "sentinel-2a",
        "proj:epsg": 32631,
        "s2:processing_baseline": baseline,
        **properties,
    }
    box = [[4.0, 52.5], [6.5, 52.5], [6.5, 54.0], [4.0, 54.0], [4.0, 52.5]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": "made-sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [box]},
        "properties": {key: value for key, value in told.items() if value is not None},
        "assets": assets,
        "links": [],
    }


def ask(folder, place, *items, head=None):
    links = []
    for number, item in enumerate(items):
        (folder / f"{number}.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{number}.json"})
    root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "description": "made"}
    catalog = folder / "catalog.json"
    catalog.write_text(json.dumps({**root, **(head or {}), "links": links}))
    request = ChipRequest(
        place, start="2022-06-01", end="2022-06-30", bands=("B04", "B08", "SCL"), size_m=640
    )
    with open_source(str(catalog)) as source:
        found = list(extract_chips(request, source, cache=None))
    return sorted(found, key=lambda one: one.scene.id)


def mean(chip, band):
    scale, offset = chip.scales[band]
    values = chip.bands[band].astype(np.float64)
    return float((values[values != 0] * scale + offset).mean())


def stored(pair, dtype):
    """Both bands as numbers that the pair turns into reflectance."""
    scale, offset = pair
    numbers = {
        "B04": (reflectance(0.06) - offset) / scale,
        "B08": (reflectance(0.3) - offset) / scale,
    }
    if np.dtype(dtype).kind != "f":
        numbers = {band: np.rint(values) for band, values in numbers.items()}
    return {band: values.astype(dtype) for band, values in numbers.items()}


def written(folder, pair, dtype):
    folder.mkdir(parents=True, exist_ok=True)
    return {b: on_the_place(folder, b, values) for b, values in stored(pair, dtype).items()}


PAIRS = [
    ((1.0, 0.0), "float32"),
    ((1.0, -0.1), "float32"),
    ((1.0, 0.0), "float64"),
    ((0.0001, 0.0), "uint16"),
    ((0.0001, -0.1), "uint16"),
    ((0.0001, -0.1), "float32"),
    ((0.0001, 0.0), "int16"),
    ((0.0000275, -0.2), "uint16"),
    ((0.01, 0.0), "float32"),
    ((0.002, 0.0), "uint8"),
    ((0.00001, 0.0), "uint32"),
    ((1 / 65535, 0.0), "uint16"),
]


@pytest.mark.parametrize(("stated", "baseline"), in_turns(PAIRS, ["02.14", "05.09", None]))
def test_a_stated_pair_is_used_whatever_the_baseline(stated, baseline, tmp_path, place):
    pair, dtype = stated
    if pair[0] == 0.0001 and baseline is not None:
        baseline = "05.09" if pair[1] else "02.14"  # else both contradict each other
    scale, offset = pair
    more = {"*": {"raster:bands": [{"scale": scale, "offset": offset}]}}
    files = written(tmp_path, pair, dtype)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, baseline=baseline, more=more))
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


@pytest.mark.parametrize("where", PLACES)
def test_the_pair_is_found_wherever_stac_puts_it(where, tmp_path, place):
    more = {"*": PLACES[where](0.0000275, -0.2)}
    files = written(tmp_path, (0.0000275, -0.2), "uint16")
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, baseline="05.09"))
    assert chip.scales["B04"] == (0.0000275, -0.2)
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


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


ABSURD = {
    "scale 0": {"raster:bands": [{"scale": 0, "offset": 0}]},
    "a scale below 0": {"raster:bands": [{"scale": -0.0001}]},
    "a scale of 10 000": {"raster:scale": 10_000},
    "no number": {"raster:bands": [{"scale": "about a tenth"}]},
    "nan": {"raster:bands": [{"scale": float("nan")}]},
    "an offset in DN": {"raster:bands": [{"scale": 0.0001, "offset": -1000}]},
    "two scales": {"raster:bands": [{"scale": 0.0001}], "raster:scale": 0.01},
    "two offsets": {"raster:bands": [{"offset": -0.1, "scale": 0.0001}], "raster:offset": -0.2},
    "1 and an offset for whole numbers": {"raster:bands": [{"scale": 1, "offset": -0.1}]},
    "a scale that makes 300 of it": {"raster:bands": [{"scale": 0.5}]},
    "a list of two": {"raster:scale": [0.1, 0.2]},
}


@pytest.mark.parametrize("what", ABSURD)
def test_what_can_t_be_is_refused_for_that_band_and_the_others_come(what, tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    other = written(tmp_path / "other", (0.0001, 0.0), "uint16")
    odd = an_item(tmp_path, files, name="a", more={"B04": ABSURD[what]})
    good = an_item(tmp_path / "other", other, name="b", datetime="2022-06-09T10:50:31Z")
    first, second = ask(tmp_path, place, odd, good)
    assert set(first.bands) == {"B08", "SCL"}
    assert "stated" in first.failures["B04"]
    assert second.failures == {}
    assert mean(second, "B04") == pytest.approx(RED, abs=0.002)


def test_a_twin_stands_in_for_a_band_whose_numbers_can_t_be(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    names = {"s2:product_uri": "S2A_MSIL2A_20220604T105031_N{}_R051_T31UFU_20220604T170000.SAFE"}
    uri = {key: value.format("0510") for key, value in names.items()}
    older = {key: value.format("0214") for key, value in names.items()}
    odd = an_item(tmp_path, files, name="a", more={"B04": {"raster:scale": 0}}, **uri)
    odd["properties"]["s2:processing_baseline"] = "05.10"
    good = an_item(tmp_path, files, name="b", **older)
    (chip,) = ask(tmp_path, place, odd, good)
    assert chip.scene.id == "b"
    assert chip.failures == {}


def test_floats_with_the_scale_of_dn_are_refused(tmp_path, place):
    files = written(tmp_path, (1.0, 0.0), "float32")
    more = {"*": {"raster:bands": [{"scale": 0.0001, "offset": 0}]}}
    (one,) = ask(tmp_path, place, an_item(tmp_path, files, more=more))
    assert "scale 0.0001 and offset 0 are stated of numbers up to" in one.failures["B04"]


@pytest.mark.parametrize("more", [{}, {"*": {"raster:bands": [{"scale": 1.0, "offset": 0.0}]}}])
@pytest.mark.parametrize(("baseline", "offset"), [("02.14", 0.0), ("05.09", -0.1)])
def test_dn_that_a_masked_export_made_floats_are_still_dn(more, baseline, offset, tmp_path, place):
    files = written(tmp_path, (0.0001, offset), "float32")
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, baseline=baseline))
    assert chip.scales["B04"] == (0.0001, offset)
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


@pytest.mark.parametrize(("pair", "dtype"), [((0.01, 0.0), "float32"), ((0.002, 0.0), "uint8")])
def test_numbers_that_are_neither_reflectance_nor_dn_need_a_scale(pair, dtype, tmp_path, place):
    files = written(tmp_path, pair, dtype)
    (one,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert set(one.bands) == {"SCL"}
    assert "scale is stated" in one.failures["B04"]


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


# --- DN that wrapped below 0


def test_dn_that_wrapped_below_0_are_no_data_and_the_date_says_so(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    values = stored((0.0001, 0.0), "uint16")["B04"]
    values[:, 120:124] = (np.arange(256)[:, None] % 1000 + 64_000).astype(np.uint16)
    files["B04"] = on_the_place(tmp_path, "B04", values)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert chip.bands["B04"].max() < 1000
    assert (chip.bands["B04"] == 0).sum() == 4 * 64
    assert (chip.bands["B08"] != 0).all()
    (note,) = chip.provenance.notes
    assert note.startswith("B04: 256 pixels of made at DN 64000 or above are no data")


@pytest.mark.parametrize(
    ("band", "dtype", "scale"),
    [("SCL", "uint8", 1.0), ("B04", "uint16", 0.0000275), ("B04", "int32", 0.0001)],
)
def test_only_dn_of_16_bits_wrap(band, dtype, scale):
    values = np.array([[200, 250]], dtype) if band == "SCL" else np.array([[1, 64_500, 2]], dtype)
    told = None if scale in (1.0, 0.0001) else (scale, -0.2)
    asset = Asset(band, "x.tif", scale, 0.0 if told is None else -0.2, stated=told)
    assert (checked_pixels(asset, values, None).values == values).all()


def test_what_is_kept_in_a_cache_is_not_changed():
    values = np.array([[65_000, 300]], np.uint16)
    values.setflags(write=False)
    seen = checked_pixels(Asset("B04", "x.tif", 0.0001, 0.0), values, None)
    assert seen.values.tolist() == [[0, 300]]
    assert seen.wrapped_px == 1


# --- gaps are filled with the same reflectance


DTYPES = st.sampled_from(["uint16", "int16", "float32", "float64", "uint8"])
SCALES = st.sampled_from([(0.0001, 0.0), (0.0001, -0.1), (1.0, 0.0), (0.002, 0.0), (0.00001, -0.2)])


@given(own=DTYPES, other=DTYPES, own_pair=SCALES, other_pair=SCALES, seed=st.integers(0, 99))
def test_gaps_are_filled_with_the_reflectance_of_the_other_part(
    own, other, own_pair, other_pair, seed
):
    wanted = np.random.default_rng(seed).uniform(0.03, 0.3, (4, 6))
    given_dn = _numbers(wanted, other_pair, other)
    told = given_dn.astype(np.float64) * other_pair[0] + other_pair[1]
    values = np.zeros((4, 6), own)
    assets = [Asset("B04", name, *pair) for name, pair in (("a", own_pair), ("b", other_pair))]
    mine = Pixels(values, "window", "x")
    filled = fill_gaps(mine, assets[0], Pixels(given_dn, "window", "x"), assets[1]).values
    assert filled.dtype == values.dtype
    assert ((filled != 0) == (given_dn != 0)).all()
    largest = np.inf if filled.dtype.kind == "f" else np.iinfo(filled.dtype).max
    fits = (given_dn != 0) & ((told - own_pair[1]) / own_pair[0] < largest)
    fits &= (told - own_pair[1]) / own_pair[0] >= 1 if filled.dtype.kind != "f" else True
    found = filled.astype(np.float64) * own_pair[0] + own_pair[1]
    step = own_pair[0] if filled.dtype.kind != "f" else 1e-5
    assert np.abs(found - told)[fits].max(initial=0) <= step


def _numbers(wanted, pair, dtype):
    numbers = (wanted - pair[1]) / pair[0]
    if np.dtype(dtype).kind == "f":
        return numbers.astype(dtype)
    return np.clip(np.rint(numbers), 0, np.iinfo(dtype).max).astype(dtype)


def test_negative_dn_of_signed_files_fill_as_they_are():
    asset = Asset("B04", "a", 0.0001, 0.0)
    own = Pixels(np.array([[0, 5]], np.int16), "window", "x")
    other = Pixels(np.array([[-30, 7]], np.int16), "window", "x")
    assert fill_gaps(own, asset, other, asset).values.tolist() == [[-30, 5]]


# --- written files


@pytest.mark.parametrize(("pair", "dtype"), PAIRS)
def test_written_files_keep_type_scale_and_a_true_nodata_tag(pair, dtype, tmp_path, place):
    more = {"*": {"raster:bands": [{"scale": pair[0], "offset": pair[1], "nodata": -9999}]}}
    files = written(tmp_path, pair, dtype)
    baseline = "05.09" if pair[1] else "02.14"
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, baseline=baseline))
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


def test_words_for_what_can_t_be_name_the_numbers():
    asset = Asset("B04", "x.tif", 0.5, 0.0, stated=(0.5, 0.0))
    with pytest.raises(
        NotReflectance, match=r"scale 0.5 and offset 0 are stated, which makes reflectance"
    ):
        checked_pixels(asset, np.full((3, 3), 600, np.uint16), None)


# --- from a server, and kept


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


NODATA_PLACES = {
    "raster:bands": {"raster:bands": [{"nodata": -9999}]},
    "raster:bands as text": {"raster:bands": [{"nodata": "-9999"}]},
    "bands": {"bands": [{"name": "x", "nodata": -9999}]},
    "the asset": {"nodata": -9999},
    "a list": {"raster:bands": [{"nodata": [-9999.0]}]},
    "beside what is no number": {"raster:bands": [{"nodata": "nan"}], "nodata": -9999},
}


@pytest.mark.parametrize("where", [*NODATA_PLACES, "the properties"])
def test_what_is_no_data_is_found_wherever_stac_puts_it(where, tmp_path, place):
    files = {}
    for band, values in stored((0.0001, 0.0), "int16").items():
        values[:, ::4] = -9999
        files[band] = on_the_place(tmp_path, band, values)
    more = {"*": NODATA_PLACES.get(where, {})}
    told = {} if where in NODATA_PLACES else {"nodata": -9999}
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more, **told))
    assert (chip.bands["B04"] == 0).mean() == 0.25
    assert chip.bands["B04"].min() == 0
    assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


def test_reflectance_below_0_is_data(tmp_path, place):
    files = written(tmp_path, (1.0, 0.0), "float32")
    values = stored((1.0, 0.0), "float32")["B04"]
    values[100:156] = -0.01
    files["B04"] = on_the_place(tmp_path, "B04", values)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert (chip.bands["B04"] != 0).all()
    ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
    assert np.isfinite(ndvi).all()


@pytest.mark.parametrize("odd", ["scale", [], {}, None, [None], ["x"], [[]]])
def test_odd_statements_never_end_a_run(odd, tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    more = {"B04": {"raster:bands": odd, "bands": odd, "raster:scale": odd, "nodata": odd}}
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files, more=more))
    assert "B08" in chip.bands
    assert ("B04" in chip.bands) != ("B04" in chip.failures)
