"""Windows of GeoTIFFs, near and far, through both ways to GDAL."""

from __future__ import annotations

import sys
import threading
from contextlib import closing
from dataclasses import dataclass, field, replace
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from cbm_chips.core.errors import MissingPackage, ReadError, SourceError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import NEAREST, THREADS, WINDOW, Access, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.choice import (
    choose,
    has_rasterio,
    raster_backend,
)
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import UNREADABLE, RasterReader, gdal_path
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.placement import FileGrid, window_of
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.builders import LEFT, TOP, write_tile
from tests.signer import Signer

SIDE_PX = 1024
HURRIED = Network(retries=3, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
IMPATIENT = Network(retries=9, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=1)
INSIDE = Grid(32631, LEFT + 3000, TOP - 4000, 10.0, 128, 128)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rng = np.random.default_rng(7)
    root = tmp_path_factory.mktemp("files")
    for name in ("B04", "B08"):
        write_tile(
            root / f"{name}.tif", rng.integers(1, 20_000, (SIDE_PX, SIDE_PX)).astype("uint16")
        )
    write_tile(root / "SCL.tif", rng.integers(0, 12, (512, 512)).astype("uint8"), resolution_m=20.0)
    write_tile(
        root / "B01.tif", rng.integers(1, 9_000, (170, 170)).astype("uint16"), resolution_m=60.0
    )
    return root


@pytest.fixture(params=[RasterioBackend, OsgeoBackend], ids=["rasterio", "osgeo"])
def backend(request):
    if request.param is OsgeoBackend:
        pytest.importorskip("osgeo")
    return request.param()


@pytest.fixture
def reader(backend):
    return RasterReader(HURRIED, backend=backend)


COPIED = "B04.tif"
"""What `fresh_url` is a copy of."""


def read_one(reader, href, grid=INSIDE, *, band="B04", access=open_plainly):
    (read,) = filter(None, reader.read_all([ReadJob(Asset(band, str(href)), grid)], access))
    return read


def pixels_of(read):
    if read.error:
        raise read.error
    return read.pixels


def direct(path: Path, grid: Grid):
    with rasterio.open(path) as file:
        step = file.transform.a
        corner = ((grid.left - LEFT) / step, (TOP - grid.top) / step)
        window = FileWindow(*corner, grid.width_px, grid.height_px)
        return file.read(1, window=window, boundless=True, fill_value=0)


# Windows


def test_a_window_holds_the_files_own_pixels(reader, folder):
    pixels = pixels_of(read_one(reader, folder / "B04.tif"))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert (pixels.values.dtype, pixels.method) == (np.uint16, WINDOW)


def test_a_window_over_http_holds_the_same_pixels_and_fetches_few_bytes(
    reader, folder, server, fresh_url
):
    pixels = pixels_of(read_one(reader, fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    stats = server.stats()
    assert stats["bytes"] < (folder / "B04.tif").stat().st_size / 4
    assert stats["requests"] <= 5
    assert stats["not_found"] == 0


@pytest.mark.parametrize(
    ("east_m", "south_m"),
    [(-640, -640), (9600, 9600), (-640, 9600), (0, -1270), (10_230, 500)],
    ids=["north-west", "south-east", "south-west", "one row", "one column"],
)
def test_where_the_file_ends_the_window_goes_on_with_0(reader, folder, east_m, south_m):
    grid = Grid(32631, LEFT + east_m, TOP - south_m, 10.0, 128, 128)
    pixels = pixels_of(read_one(reader, folder / "B04.tif", grid))
    expected = direct(folder / "B04.tif", grid)
    assert (pixels.values == expected).all()
    assert 0 < np.count_nonzero(pixels.values == 0) < expected.size
    assert (pixels.values.dtype, pixels.method) == (np.uint16, WINDOW)


@pytest.mark.parametrize("name", ["B04.tif", "SCL.tif"])
def test_a_window_beside_the_file_is_empty_and_keeps_the_type(reader, folder, name):
    step = 10.0 if name == "B04.tif" else 20.0
    grid = Grid(32631, LEFT - 50_000, TOP, step, 64, 64)
    pixels = pixels_of(read_one(reader, folder / name, grid))
    assert pixels.values.shape == (64, 64)
    assert not pixels.values.any()
    assert pixels.values.dtype == (np.uint16 if name == "B04.tif" else np.uint8)


def test_a_60_m_band_on_the_20_m_grid_repeats_each_pixel_3_by_3(reader, folder):
    grid = Grid(32631, LEFT + 600, TOP - 1200, 20.0, 63, 63)
    pixels = pixels_of(read_one(reader, folder / "B01.tif", grid, band="B01"))
    with rasterio.open(folder / "B01.tif") as file:
        original = file.read(1, window=FileWindow(10, 20, 21, 21))
    assert (pixels.values == np.kron(original, np.ones((3, 3), "uint16"))).all()
    assert pixels.method == NEAREST


def test_a_60_m_band_is_cut_anywhere_on_the_20_m_lattice(reader, folder):
    grid = Grid(32631, LEFT + 620, TOP - 1240, 20.0, 64, 64)
    pixels = pixels_of(read_one(reader, folder / "B01.tif", grid, band="B01"))
    with rasterio.open(folder / "B01.tif") as file:
        whole = np.kron(file.read(1), np.ones((3, 3), "uint16"))
    assert (pixels.values == whole[62:126, 31:95]).all()


FOREIGN = Grid(32632, 203_600.0, 5_903_680.0, 10.0, 128, 128)
FOREIGN_AT_THE_EDGE = Grid(32632, 199_000.0, 5_908_500.0, 10.0, 128, 128)


def test_a_scene_of_the_neighbouring_zone_is_warped_to_the_nearest_pixel(reader, folder):
    pixels = pixels_of(read_one(reader, folder / "B04.tif", FOREIGN))
    target = {"crs": "EPSG:32632", "transform": Affine(*FOREIGN.transform)}
    size = {"width": FOREIGN.width_px, "height": FOREIGN.height_px, "tolerance": 1e-6}
    with (
        rasterio.open(folder / "B04.tif") as file,
        WarpedVRT(
            file, **target, **size, resampling=Resampling.nearest, src_nodata=0, nodata=0
        ) as warped,
    ):
        expected = warped.read(1)
    assert (pixels.values == expected).all()
    assert np.count_nonzero(expected) > 0.9 * expected.size
    assert (pixels.values.dtype, pixels.method) == (np.uint16, NEAREST)


def test_both_ways_to_gdal_agree_on_every_window(folder):
    pytest.importorskip("osgeo")
    corners = [(-640, -640), (3000, 4000), (9600, 9600), (3005, 4000), (-20_000, 0)]
    grids = [Grid(32631, LEFT + e, TOP - s, 10.0, 128, 128) for e, s in corners]
    grids += [FOREIGN, FOREIGN_AT_THE_EDGE]
    for grid in grids:
        for name in ("B04", "SCL", "B01"):
            a, b = (
                back.read(str(folder / f"{name}.tif"), grid, {})
                for back in (RasterioBackend(), OsgeoBackend())
            )
            assert (a.values == b.values).all()
            assert a.values.any() == (grid.left > LEFT - 10_000 or grid.epsg == 32632)
            assert (a.values.dtype, a.method) == (b.values.dtype, b.method)


def test_overviews_do_not_stand_in_for_pixels(reader, tmp_path):
    values = np.random.default_rng(3).integers(1, 5000, (512, 512)).astype("uint16")
    path = write_tile(tmp_path / "fine.tif", values)
    with rasterio.open(path, "r+") as file:
        file.build_overviews([2, 4], Resampling.average)
    grid = Grid(32631, LEFT, TOP, 20.0, 64, 64)
    pixels = pixels_of(read_one(reader, path, grid))
    assert np.isin(pixels.values, values).all()
    assert (pixels.values == values[:128, :128].reshape(64, 2, 64, 2)[:, 1, :, 1]).all()


def test_a_file_that_describes_its_zone_without_a_code_is_still_cut_as_a_window(reader, tmp_path):
    values = np.arange(1, 1 + 256 * 256, dtype="uint32").reshape(256, 256)
    words = "+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs"
    path = write_tile(tmp_path / "worded.tif", values, crs=words)
    grid = Grid(32631, LEFT + 100, TOP - 100, 10.0, 128, 128)
    pixels = pixels_of(read_one(reader, path, grid))
    assert pixels.method == WINDOW
    assert (pixels.values == values[10:138, 10:138]).all()


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_file_without_a_place_on_earth_is_an_error_in_words(reader, tmp_path):
    path = write_tile(tmp_path / "nowhere.tif", np.ones((256, 256), "uint16"), epsg=None)
    error = read_one(reader, path).error
    assert "no CRS" in str(error)


def test_a_large_shift_of_pixel_size_is_noticed_at_the_far_end():
    grid = Grid(32631, LEFT, TOP, 10.0, 512, 512)
    exact, off = ((step, 0.0, LEFT, 0.0, -step, TOP) for step in (10.0, 10.0005))
    assert window_of(grid, FileGrid(32631, exact, 10980, 10980)) is not None
    assert window_of(grid, FileGrid(32631, off, 10980, 10980)) is None


def test_a_file_url_and_a_path_are_the_same_file(reader, folder, tmp_path):
    spaced = tmp_path / "with space.tif"
    spaced.write_bytes((folder / "B04.tif").read_bytes())
    pixels = pixels_of(read_one(reader, spaced.as_uri()))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert gdal_path("s3://eodata/a/B04.tif") == "/vsis3/eodata/a/B04.tif"


# Faults


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "503"},
        {"kind": "503", "method": "GET"},
        {"kind": "503", "after": 2},
        {"kind": "429"},
        {"kind": "502", "times": 2},
        {"kind": "cut", "after": 1},
        {"kind": "cut"},
        {"kind": "garbage"},
        {"kind": "reset"},
        {"kind": "reset", "after": 2},
        {"kind": "html"},
        {"kind": "html", "method": "GET"},
        {"kind": "ignore_range"},
    ],
    ids=lambda fault: "-".join(str(value) for value in fault.values()),
)
def test_a_passing_fault_is_got_over_and_the_pixels_are_right(
    reader, server, folder, fresh_url, fault
):
    server.set_faults([{"match": "B04|fault|tif", "times": 1, **fault}])
    pixels = pixels_of(read_one(reader, fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_a_stalled_connection_is_given_up_and_tried_again(backend, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "stall", "times": 1, "after": 1, "seconds": 20}])
    pixels = pixels_of(read_one(RasterReader(IMPATIENT, backend=backend), fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_what_once_failed_for_good_is_read_when_the_server_is_well_again(
    reader, server, folder, fresh_url
):
    server.set_faults([{"match": "tif", "kind": "503"}])
    error = read_one(reader, fresh_url).error
    assert error.http_status == 503
    assert "503" in str(error)
    server.set_faults([])
    pixels = pixels_of(read_one(reader, fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_a_fault_that_stays_ends_after_the_agreed_tries(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "503"}])
    assert read_one(reader, fresh_url).error.http_status == 503
    assert server.stats()["requests"] == 1 + HURRIED.retries


def test_a_missing_file_is_asked_for_once(reader, server):
    error = read_one(reader, f"{server.url}/no/B04-{type(reader).__name__}.tif?sig=secret").error
    assert error.http_status == 404
    assert str(error) == "404, file missing"
    assert server.stats()["requests"] <= 2


def test_a_file_that_has_come_since_is_found_by_the_next_run(backend, server, folder, fresh_url):
    once = Network(retries=0)
    server.set_faults([{"match": "tif", "kind": "404"}])
    assert read_one(RasterReader(once, backend=backend), fresh_url).error.http_status == 404
    server.set_faults([])
    pixels = pixels_of(read_one(RasterReader(once, backend=backend), fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_a_missing_local_file_counts_as_missing_too(reader, tmp_path):
    assert read_one(reader, tmp_path / "no.tif").error.http_status == 404


def test_a_broken_local_file_is_not_tried_twice(backend, tmp_path):
    (tmp_path / "broken.tif").write_bytes(b"II*\0 this is not a picture")
    patient = Network(retries=4, retry_delay_s=1000)
    error = read_one(RasterReader(patient, backend=backend), tmp_path / "broken.tif").error
    assert error.http_status == UNREADABLE


def test_an_expired_signature_is_renewed_once_and_then_works(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh"}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_signature_that_expires_halfway_is_renewed_as_well(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh", "after": 2}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_fault_after_the_renewal_does_not_renew_again(reader, server, folder, fresh_url):
    server.set_faults(
        [
            {"match": "tif", "kind": "require_query", "token": "fresh"},
            {"match": "tif", "kind": "503", "times": 1},
        ]
    )
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_refusal_that_stays_is_403_without_the_signature(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "unknown"}])
    signer = Signer(["old-secret", "new-secret"])
    error = read_one(reader, fresh_url, access=signer).error
    assert error.http_status == 403
    assert "403" in str(error)
    assert signer.renewals == 1
    assert "secret" not in all_words_of(error)


@pytest.mark.parametrize("kind", ["html", "garbage", "cut", "503", "404", "reset"])
def test_no_error_tells_a_signature(reader, server, fresh_url, kind):
    server.set_faults([{"match": "tif", "kind": kind, "head": True} if kind == "garbage"
                       else {"match": "tif", "kind": kind}])  # fmt: skip
    error = read_one(reader, fresh_url, access=Signer(["top-secret"])).error
    assert isinstance(error, ReadError)
    assert "secret" not in all_words_of(error)


def all_words_of(error: BaseException | None) -> str:
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__cause__ or error.__context__
    return " ".join(words)


def test_a_source_that_gives_no_access_fails_its_job_in_its_own_words(reader, folder):
    def refuse(asset: Asset, *, renew: bool = False) -> Access:
        raise SourceError("no key for this bucket")

    assert (
        str(read_one(reader, folder / "B04.tif", access=refuse).error) == "no key for this bucket"
    )


def test_keys_for_object_storage_go_along_with_the_one_file(reader, server, folder, request):
    name = f"key-{request.node.callspec.id}.tif"
    (folder / name).write_bytes((folder / "B04.tif").read_bytes())
    endpoint = {
        "AWS_S3_ENDPOINT": server.url.split("//")[1],
        "AWS_HTTPS": "NO",
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_ACCESS_KEY_ID": "me",
        "AWS_SECRET_ACCESS_KEY": "secret",
    }
    (folder / "bucket").mkdir(exist_ok=True)
    (folder / name).rename(folder / "bucket" / name)

    def with_keys(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, endpoint)

    pixels = pixels_of(read_one(reader, f"s3://bucket/{name}", access=with_keys))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert "secret" not in repr(with_keys(Asset("B04", "x")))


# Many jobs


def test_a_failed_job_never_spoils_the_others(reader, server, folder, fresh_url):
    (folder / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    hrefs = [fresh_url, f"{server.url}/none.tif", folder / "broken.tif", folder / "B08.tif"]
    jobs = [ReadJob(Asset("B04", str(href)), INSIDE) for href in hrefs]
    found = filter(None, reader.read_all(jobs, open_plainly))
    reads = {read.job.asset.href: read for read in found}
    assert len(reads) == len(jobs)
    assert [reads[str(href)].error is None for href in hrefs] == [True, False, False, True]
    assert (reads[fresh_url].pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_many_windows_at_once_are_each_the_right_one(reader, server, folder):
    grids = [
        Grid(32631, LEFT + 1280 * col, TOP - 1280 * row, 10.0, 128, 128)
        for row in range(4)
        for col in range(4)
    ]
    jobs = [ReadJob(Asset("B08", f"{server.url}/B08.tif"), grid) for grid in grids]
    reads = list(filter(None, reader.read_all(jobs, open_plainly)))
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    for read in reads:
        assert (pixels_of(read).values == direct(folder / "B08.tif", read.job.grid)).all()


def test_nothing_asked_is_nothing_done(reader):
    assert list(reader.read_all([], open_plainly)) == []


def test_closing_the_run_ends_its_threads_and_starts_nothing_new(
    backend, server, folder, new_threads
):
    network = Network(retries=9, retry_delay_s=1000, file_budget_s=1e6)
    patient = RasterReader(network, threads=4, backend=backend)
    server.set_faults([{"match": "never", "kind": "503"}])
    good = ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE)
    never = [ReadJob(Asset("B04", f"{server.url}/never/{n}.tif"), INSIDE) for n in range(40)]
    reads = patient.read_all([good, *never], open_plainly)
    assert next(filter(None, reads)).job is good
    assert 1 <= len(new_threads.alive(THREAD_NAME)) <= 4
    reads.close()
    new_threads.join(THREAD_NAME)
    asked = {path for path in server.stats()["by_path"] if "never" in path}
    assert len(asked) <= 8


@pytest.mark.parametrize(("threads", "cores"), [(3, 16), (16, 2)], ids=["agreed", "cores"])
def test_no_more_files_are_read_at_once_than_agreed_and_than_there_are_cores(
    backend, folder, monkeypatch, threads, cores
):
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    busiest, lock, now = 0, threading.Lock(), set()

    class Counting:
        """The real backend, with a count of who is inside."""

        name, lent = backend.name, backend.lent

        def read(self, path, grid, options, asset):
            nonlocal busiest
            with lock:
                now.add(threading.get_ident())
                busiest = max(busiest, len(now))
            try:
                return backend.read(path, grid, options, asset)
            finally:
                with lock:
                    now.discard(threading.get_ident())

    jobs = [ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE) for _ in range(30)]
    reads = RasterReader(threads=threads, backend=Counting()).read_all(jobs, open_plainly)
    assert len(list(filter(None, reads))) == 30
    assert busiest <= min(threads, cores) < THREADS


def test_files_on_disk_have_no_thread_that_only_waits_for_a_core(backend, folder, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    seen = set()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        seen.add(threading.current_thread())
        return Access(asset.href)

    jobs = [ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE) for _ in range(30)]
    reads = RasterReader(backend=backend).read_all(jobs, access)
    assert all(pixels_of(read).values.any() for read in filter(None, reads))
    assert 1 <= len(seen) <= 2


def test_files_whose_bytes_do_not_come_keep_no_other_waiting(
    backend, server, folder, monkeypatch, new_threads
):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    server.set_faults([{"match": "never", "kind": "stall", "seconds": 600}])
    hrefs = [f"{server.url}/never/{number}.tif" for number in range(4)]
    jobs = [ReadJob(Asset("B08", str(href)), INSIDE) for href in (*hrefs, folder / "B08.tif")]
    reader = RasterReader(replace(Network(), read_timeout_s=600), threads=5, backend=backend)
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        assert next(filter(None, reads)).job is jobs[-1]
    new_threads.join(THREAD_NAME)


# The process around


def test_gdals_options_of_the_process_stay_as_they_were(reader, backend, server, tmp_path):
    gdal = pytest.importorskip("osgeo.gdal")
    watched = ("GDAL_DISABLE_READDIR_ON_OPEN", "GDAL_HTTP_TIMEOUT", "GDAL_PAM_ENABLED", "VSI_CACHE")
    gdal.SetConfigOption("GDAL_HTTP_TIMEOUT", "77")
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "YES")
    try:
        before = {name: gdal.GetConfigOption(name) for name in watched}
        list(
            reader.read_all([ReadJob(Asset("B08", f"{server.url}/B08.tif"), INSIDE)], open_plainly)
        )
        backend.write(tmp_path / "new.tif", a_geotiff())
        assert {name: gdal.GetConfigOption(name) for name in watched} == before
        assert before["GDAL_DISABLE_READDIR_ON_OPEN"] is None
    finally:
        gdal.SetConfigOption("GDAL_HTTP_TIMEOUT", None)
        gdal.SetConfigOption("GDAL_PAM_ENABLED", None)


@pytest.mark.parametrize("name", ["broken.tif", "none.tif"])
def test_failures_read_alike_whether_or_not_the_process_has_gdals_exceptions_on(
    folder, tmp_path, name
):
    gdal = pytest.importorskip("osgeo.gdal")
    (tmp_path / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    reader = RasterReader(HURRIED, backend=OsgeoBackend())
    had_exceptions = gdal.GetUseExceptions()
    try:
        statuses = []
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            statuses.append(read_one(reader, tmp_path / name).error.http_status)
            assert pixels_of(read_one(reader, folder / "B04.tif", FOREIGN)).values.any()
    finally:
        (gdal.UseExceptions if had_exceptions else gdal.DontUseExceptions)()
    assert statuses[0] == statuses[1]


def test_gdals_exceptions_stay_on_or_off_as_the_process_has_them():
    gdal = pytest.importorskip("osgeo.gdal")
    had_exceptions = gdal.GetUseExceptions()
    try:
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            before = gdal.GetUseExceptions()
            OsgeoBackend()
            assert gdal.GetUseExceptions() == before
    finally:
        (gdal.UseExceptions if had_exceptions else gdal.DontUseExceptions)()


# Writing


@dataclass
class Image:
    """A picture to write, as `backend.GeoTiff` describes it."""

    grid: Grid
    layers: list
    names: list
    tags: dict = field(default_factory=dict)
    nodata: float | None = 0
    is_rgba: bool = False
    scales: list = field(default_factory=list)
    colors: dict = field(default_factory=dict)
    creation: dict = field(default_factory=lambda: {"COMPRESS": "DEFLATE", "TILED": "YES"})


def a_geotiff(**others) -> Image:
    rng = np.random.default_rng(11)
    layers = [rng.integers(0, 9000, (128, 128)).astype("uint16") for _ in range(2)]
    fields = {
        "names": ["B04", "B08"],
        "tags": {"ACQUIRED": "2020-03-05T10:36:34Z", "NOTE": "zwölf"},
        "scales": [(0.0001, -0.1), (0.0001, 0.0)],
        **others,
    }
    return Image(INSIDE, fields.pop("layers", layers), **fields)


def test_a_written_image_reads_back_equal_with_either_backend(backend, tmp_path):
    image = a_geotiff()
    backend.write(tmp_path / "chip.tif", image)
    with rasterio.open(tmp_path / "chip.tif") as file:
        assert (file.read() == np.stack(image.layers)).all()
        assert file.descriptions == ("B04", "B08")
        assert image.tags.items() <= file.tags().items()
        assert (file.scales, file.offsets) == ((0.0001, 0.0001), (-0.1, 0.0))
        assert (file.nodata, file.crs.to_epsg()) == (0, 32631)
        assert tuple(file.transform)[:6] == INSIDE.transform
        assert file.profile["compress"] == "deflate"
    read_backs = [RasterioBackend()] + ([OsgeoBackend()] if find_spec("osgeo") else [])
    for other in read_backs:
        read = other.read(str(tmp_path / "chip.tif"), INSIDE, {})
        assert (read.values == image.layers[0]).all()
        assert read.method == WINDOW
    assert [path.name for path in tmp_path.iterdir()] == ["chip.tif"]


def test_a_picture_is_written_in_red_green_blue_and_alpha(backend, tmp_path):
    layers = list(np.random.default_rng(5).integers(0, 256, (4, 128, 128)).astype("uint8"))
    names = ["red", "green", "blue", "alpha"]
    creation = {"COMPRESS": "DEFLATE", "PHOTOMETRIC": "RGB", "ALPHA": "YES"}
    image = a_geotiff(
        layers=layers, names=names, is_rgba=True, nodata=None, scales=[], creation=creation
    )
    backend.write(tmp_path / "picture.tif", image)
    with rasterio.open(tmp_path / "picture.tif") as file:
        assert [color.name for color in file.colorinterp] == names
        assert (file.read() == np.stack(layers)).all()
        assert file.nodata is None


def test_classes_are_written_with_their_colours(backend, tmp_path):
    scl = np.random.default_rng(6).integers(0, 12, (64, 64)).astype("uint8")
    colors = {4: (0, 160, 0), 9: (255, 255, 255)}
    image = Image(INSIDE.at(20), [scl], ["SCL"], colors=colors)
    backend.write(tmp_path / "scl.tif", image)
    with rasterio.open(tmp_path / "scl.tif") as file:
        assert file.colormap(1)[4] == (0, 160, 0, 255)
        assert file.colormap(1)[9] == (255, 255, 255, 255)
        assert (file.read(1) == scl).all()


def test_an_image_that_cannot_be_written_is_an_error_of_ours(backend, tmp_path):
    with pytest.raises(ReadError):
        backend.write(tmp_path / "no such folder" / "chip.tif", a_geotiff())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_of_ours(backend, tmp_path):
    (tmp_path / "chip.tif").symlink_to("/dev/full")
    with pytest.raises(ReadError):
        backend.write(tmp_path / "chip.tif", a_geotiff())


# Which GDAL


@pytest.mark.parametrize(
    ("has_osgeo", "has_rasterio", "chosen"),
    [(True, True, "osgeo"), (True, False, "osgeo"), (False, True, "rasterio")],
)
def test_never_two_gdals_in_one_process(has_osgeo, has_rasterio, chosen):
    assert choose(has_osgeo=has_osgeo, has_rasterio=has_rasterio) == chosen


def test_without_any_gdal_the_missing_package_is_named():
    with pytest.raises(MissingPackage, match="rasterio"):
        choose(has_osgeo=False, has_rasterio=False)


def test_a_rasterio_too_old_to_read_files_of_python_counts_as_none(monkeypatch, tmp_path):
    (tmp_path / "rasterio").mkdir()
    (tmp_path / "rasterio" / "__init__.py").touch()
    spec = PathFinder.find_spec("rasterio", [str(tmp_path)])
    monkeypatch.setitem(sys.modules, "rasterio", module_from_spec(spec))
    monkeypatch.delitem(sys.modules, "rasterio._filepath", raising=False)
    assert not has_rasterio()


def test_the_backend_of_this_process_reads(folder):
    assert raster_backend().read(str(folder / "B04.tif"), INSIDE, {}).values.shape == (128, 128)
