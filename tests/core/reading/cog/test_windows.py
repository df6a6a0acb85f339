"""The fast reader: the same pixels as GDAL's, few bytes, and a way out of every surprise."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window as FileWindow

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog import reader as reading
from cbm_chips.core.reading.cog.header import parse_layout
from cbm_chips.core.reading.cog.header_store import FileStores, SqliteHeaderStore
from cbm_chips.core.reading.cog.open_files import HEAD_BYTES
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import WINDOW, Access, Pixels, Read, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.choice import raster_backend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.builders import LEFT, TOP, write_tile
from tests.effort import examples
from tests.geotiffs import WITH_ZSTD
from tests.servers.process import ServerProcess
from tests.signer import Signer

HURRIED = Network(retries=3, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
ROOM_S = 20.0
"""For a machine under load; less than what is not to be waited for."""
SIDE_PX, BLOCK_PX = 1024, 512
INSIDE = Grid(32631, LEFT + 1000, TOP - 2000, 10.0, 128, 128)
ACROSS = Grid(32631, LEFT + 4480, TOP - 4480, 10.0, 128, 128)
"""The corner of four blocks."""
OURS = "windows"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rng = np.random.default_rng(17)
    root = tmp_path_factory.mktemp("files")
    for number in range(6):
        # Noise that grows to the south: as in SCL, rows differ in how well they compress.
        rows = np.linspace(1, 15, SIDE_PX)[:, None]
        values = (1000 + rng.integers(0, 200, (SIDE_PX, SIDE_PX)) * rows).astype("uint16")
        write_tile(root / f"{number}.tif", values, **LAYOUT)
    return root


LAYOUT = {"predictor": 2, "blockxsize": BLOCK_PX, "blockysize": BLOCK_PX}


class Noting:
    """The general reader, with a note of what it was asked."""

    def __init__(self, network: Network = HURRIED) -> None:
        self._reader = RasterReader(network)
        self.asked: list[str] = []

    def close(self):
        self._reader.close()

    def read_all(self, jobs, access) -> Iterator[Read | None]:
        self.asked += [job.asset.href for job in jobs]
        yield from self._reader.read_all(jobs, access)


@pytest.fixture
def general():
    return Noting()


@pytest.fixture
def reader(general):
    return WindowReader(HURRIED, general=general)


@pytest.fixture
def copied():
    """By `fresh_url`."""
    return "0.tif"


def read_one(reader, href, grid=INSIDE, *, access=open_plainly):
    (read,) = filter(
        None, reader.read_all([ReadJob(Asset("B04", str(href), version="1"), grid)], access)
    )
    return read


def pixels_of(read):
    if read.error:
        raise read.error
    return read.pixels


def direct(path: Path, grid: Grid = INSIDE):
    with rasterio.open(path) as file:
        corner = (grid.left - file.transform.c) / 10, (file.transform.f - grid.top) / 10
        window = FileWindow(*corner, grid.width_px, grid.height_px)
        return file.read(1, window=window, boundless=True, fill_value=0)


def general_name() -> str:
    return raster_backend().name.split()[0]


def assert_same(pixels: Pixels, expected, reader: str = OURS):
    np.testing.assert_array_equal(pixels.values, expected)
    assert pixels.values.dtype == expected.dtype
    assert (pixels.method, pixels.reader.split()[0]) == (WINDOW, reader)


def with_login(login: str):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": login})

    return access


# Pixels


DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32")


@st.composite
def files(draw):
    """A file's profile, size and seed, and the corner and size of a window."""
    width, height = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    profile = {
        "dtype": draw(st.sampled_from(("uint8", "uint16", "int16", "uint32", "int32"))),
        "blockxsize": 16 * draw(st.integers(1, 9)),
        "blockysize": 16 * draw(st.integers(1, 9)),
        "predictor": draw(st.sampled_from((1, 2))),
        "nodata": draw(st.sampled_from((None, 0, 7))),
        "BIGTIFF": draw(st.sampled_from(("YES", "NO"))),
        "ENDIANNESS": draw(st.sampled_from(("LITTLE", "BIG"))),
        "SPARSE_OK": "TRUE",
    }
    corner = draw(st.integers(-40, width + 20)), draw(st.integers(-40, height + 20))
    size = draw(st.integers(1, 200)), draw(st.integers(1, 200))
    return profile, (height, width), corner, size, draw(st.integers(0, 999))


@settings(max_examples=examples(60), deadline=None)
@given(files())
def test_any_window_of_any_layout_holds_what_gdal_reads(started, folder, made):
    profile, shape, (col, row), (width, height), seed = made
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 120, shape).astype(profile["dtype"])
    # Whole blocks of no data stay out of the file.
    values[: shape[0] // 2, shape[1] // 3 :] = profile["nodata"] or 0
    name = f"any-{time.monotonic_ns()}.tif"
    path = write_tile(folder / name, values, **profile)
    grid = Grid(32631, LEFT + 10 * col, TOP - 10 * row, 10.0, width, height)
    expected = pixels_of(read_one(RasterReader(), path, grid))
    for href in (path, f"{started.url}/{name}"):
        read = read_one(WindowReader(HURRIED, general=RasterReader()), href, grid)
        assert_same(pixels_of(read), expected.values)
    path.unlink()


@pytest.mark.parametrize("grid", [INSIDE, ACROSS], ids=["inside", "across four blocks"])
def test_a_window_over_http_is_that_of_the_file(reader, server, folder, general, grid):
    pixels = pixels_of(read_one(reader, f"{server.url}/0.tif", grid))
    assert_same(pixels, direct(folder / "0.tif", grid))
    assert pixels.bytes_read == server.stats()["bytes"]
    assert general.asked == []


def test_a_prefix_that_turns_out_too_short_is_read_on(server, folder, monkeypatch):
    monkeypatch.setattr(
        "cbm_chips.core.reading.cog.window_plan.prefix_estimate", lambda count, *_: min(count, 2000)
    )
    reader = WindowReader(HURRIED, general=Noting())
    read = read_one(reader, f"{server.url}/0.tif", ACROSS)
    assert_same(pixels_of(read), direct(folder / "0.tif", ACROSS))
    assert server.stats()["requests"] > 5


def test_only_the_rows_down_to_the_window_are_fetched(reader, server, folder):
    whole_block = (folder / "0.tif").stat().st_size / 4
    read_one(reader, f"{server.url}/0.tif", replace(INSIDE, top=TOP))
    assert server.stats()["bytes"] < HEAD_BYTES + 0.4 * whole_block


@pytest.mark.parametrize(
    "change",
    [
        {"compress": "lzw"},
        pytest.param({"compress": "zstd", "predictor": 1}, marks=WITH_ZSTD),
        {"tiled": False, "blockxsize": None, "blockysize": 16},
        {"compress": None, "predictor": 1},
    ],
    ids=lambda change: "-".join(map(str, change.values())),
)
def test_what_is_no_tiled_deflate_is_read_by_the_general_reader(reader, general, tmp_path, change):
    profile = {name: value for name, value in {**LAYOUT, **change}.items() if value is not None}
    values = np.random.default_rng(1).integers(1, 999, (512, 512)).astype("uint16")
    if change.get("compress", "") is None:
        profile["compress"] = "none"
    path = write_tile(tmp_path / "other.tif", values, **profile)
    pixels = pixels_of(read_one(reader, path))
    assert_same(pixels, direct(path), general_name())
    assert general.asked == [str(path)]


def test_a_file_in_another_zone_is_warped_by_the_general_reader(reader, server, general):
    foreign = Grid(32632, 203_600.0, 5_903_680.0, 10.0, 128, 128)
    read = read_one(reader, f"{server.url}/0.tif", foreign)
    assert len(general.asked) == 1
    assert (
        pixels_of(read).values
        == pixels_of(read_one(general, f"{server.url}/0.tif", foreign)).values
    ).all()


def test_no_more_files_are_handed_over_at_once_than_agreed(folder):
    lock, now, busiest = threading.Lock(), 0, 0

    class Counting:
        def read_all(self, jobs, access):
            nonlocal now, busiest
            with lock:
                now += 1
                busiest = max(busiest, now)
            yield from RasterReader().read_all(jobs, access)
            with lock:
                now -= 1

    reader = WindowReader(general=Counting(), general_at_once=2)
    jobs = [
        ReadJob(Asset("B04", str(folder / f"{n % 6}.tif"), media="jp2"), INSIDE) for n in range(12)
    ]
    assert len(list(filter(None, reader.read_all(jobs, open_plainly)))) == len(jobs)
    assert busiest == 2


# Requests


def test_a_file_costs_two_requests_then_one_then_none(server, tmp_path):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif", version="1"), INSIDE) for n in range(6)]

    def requests_of(reader):
        server.reset()
        assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
        return server.stats()["requests"]

    def new_reader():
        return WindowReader(
            HURRIED,
            general=Noting(),
            stores=FileStores(SqliteHeaderStore(tmp_path / "tables.sqlite")),
        )

    with closing(new_reader()) as first:
        assert requests_of(first) == 2 * len(jobs)
        assert requests_of(first) == 0
    assert requests_of(new_reader()) == len(jobs)


def test_the_last_pixels_do_not_wait_for_the_store_of_tables(server):
    class Slow:
        def __init__(self):
            self.may_end, self.kept = threading.Event(), {}

        def get(self, files):
            return {}

        def put(self, headers):
            assert self.may_end.wait(30)
            self.kept.update(headers)

    tables = Slow()
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif", version="1"), INSIDE) for n in range(3)]
    reader = WindowReader(HURRIED, general=Noting(), stores=FileStores(tables))

    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert not tables.kept
    tables.may_end.set()
    reader.close()

    assert tables.kept.keys() == {job.asset.content for job in jobs}


def test_another_chip_in_the_same_block_asks_for_nothing_but_further_rows(reader, server, folder):
    url = f"{server.url}/0.tif"
    read_one(reader, url, replace(INSIDE, top=TOP - 2000))
    server.reset()
    east = replace(INSIDE, left=LEFT + 3000, top=TOP - 1000)
    assert_same(pixels_of(read_one(reader, url, east)), direct(folder / "0.tif", east))
    assert server.stats()["requests"] == 0
    south = replace(INSIDE, top=TOP - 3500)
    assert_same(pixels_of(read_one(reader, url, south)), direct(folder / "0.tif", south))
    assert server.stats()["requests"] == 1
    assert server.stats()["bytes"] < 200_000


def test_jobs_for_one_file_share_its_table_and_blocks(reader, server):
    jobs = [ReadJob(Asset("B04", f"{server.url}/0.tif"), INSIDE) for _ in range(12)]
    reads = [read for read in reader.read_all(jobs, open_plainly) if read]
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    assert server.stats()["requests"] == 2


def test_two_runs_at_once_share_what_they_fetch(reader, server, folder):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    results = [[], []]

    def run(into):
        into += filter(None, reader.read_all(jobs, open_plainly))

    threads = [threading.Thread(target=run, args=(into,)) for into in results]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.stats()["requests"] == 2 * len(jobs)
    for read in results[0] + results[1]:
        assert_same(pixels_of(read), direct(folder / Path(read.job.asset.href).name))


def test_a_greeting_opens_connections_and_asks_nothing(server):
    reader = WindowReader(HURRIED, general=Noting(), connections=4)
    for _ in range(3):
        reader.preconnect([server.url])
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    preconnected = next(seen for seen in iter(server.stats, None) if seen["opened"] >= 4)
    assert (preconnected["opened"], preconnected["requests"]) == (4, 0)
    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert (server.stats()["opened"], server.stats()["requests"]) == (4, 12)


def jobs_after_an_urgent_one(server, urgent):
    hrefs = [f"{server.url}/{name}" for name in (urgent, "1.tif", "2.tif")]
    return [ReadJob(Asset("B04", href), INSIDE, is_urgent=href is hrefs[0]) for href in hrefs]


def test_until_the_header_of_an_urgent_file_is_there_no_other_is_asked_for(server, monkeypatch):
    monkeypatch.setattr(reading, "HEAD_START_S", 600)
    server.set_faults([{"match": "0.tif", "kind": "stall", "seconds": 600}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    reads = reader.read_all(jobs_after_an_urgent_one(server, "0.tif"), open_plainly)
    with closing(reads):
        while not server.stats()["requests"]:
            assert next(reads) is None
        assert next(reads) is None
        assert list(server.stats()["by_path"]) == ["/0.tif"]


@pytest.mark.parametrize(
    ("urgent", "limit_s", "seconds"),
    [("0.tif", 600, 0), ("none.tif", 600, 0), ("other.jp2", 600, 0), ("0.tif", 0.01, 600)],
    ids=["there", "missing", "for the general reader", "late"],
)
def test_others_wait_for_an_urgent_file_no_longer_than_need_be(
    server, monkeypatch, urgent, limit_s, seconds
):
    monkeypatch.setattr(reading, "HEAD_START_S", limit_s)
    if seconds:
        server.set_faults([{"match": urgent, "kind": "stall", "seconds": seconds}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    jobs = jobs_after_an_urgent_one(server, urgent)
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        missing = set(map(id, jobs[1:]))
        while missing:
            missing.discard(id(read.job) if (read := next(reads)) else None)


def test_who_needs_a_connection_before_it_is_open_waits_for_it(server):
    reader = WindowReader(HURRIED, general=Noting(), connections=4)
    reader.preconnect([server.url])
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert server.stats()["opened"] == 4


def test_a_kept_table_that_is_broken_is_read_anew(server, tmp_path, folder):
    path = tmp_path / "tables.sqlite"
    path.write_bytes(b"not a data base" * 1000)
    reader = WindowReader(HURRIED, general=Noting(), stores=FileStores(SqliteHeaderStore(path)))
    assert_same(pixels_of(read_one(reader, f"{server.url}/0.tif")), direct(folder / "0.tif"))


def test_a_file_that_changed_since_its_table_was_kept_is_read_as_it_is_now(
    server, folder, fresh_url, general, tmp_path
):
    tables = SqliteHeaderStore(tmp_path / "tables.sqlite")
    with closing(WindowReader(HURRIED, general=Noting(), stores=FileStores(tables))) as reader:
        read_one(reader, fresh_url)
    path = folder / fresh_url.rpartition("/")[2]
    path.write_bytes((folder / "1.tif").read_bytes())
    os.utime(path, ns=(1, 1))
    again = read_one(WindowReader(HURRIED, general=general, stores=FileStores(tables)), fresh_url)
    assert_same(pixels_of(again), direct(folder / "1.tif"), general_name())
    third = read_one(WindowReader(HURRIED, general=general, stores=FileStores(tables)), fresh_url)
    assert_same(pixels_of(third), direct(folder / "1.tif"))


# Faults


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "503"},
        {"kind": "503", "after": 1},
        {"kind": "429", "times": 2},
        {"kind": "502", "times": 3},
        {"kind": "cut", "after": 1},
        {"kind": "cut"},
        {"kind": "reset"},
        {"kind": "reset", "after": 1},
        {"kind": "stall", "seconds": 0.05},
        {"kind": "html"},
        {"kind": "html", "after": 1},
        {"kind": "ignore_range"},
        {"kind": "ignore_range", "after": 1},
    ],
    ids=lambda fault: "-".join(str(value) for value in fault.values()),
)
def test_a_passing_fault_is_got_over_by_ourselves(reader, server, folder, fresh_url, fault):
    server.set_faults([{"match": "tif", "times": 1, **fault}])
    assert_same(pixels_of(read_one(reader, fresh_url)), direct(folder / "0.tif"))


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "garbage", "times": 1},
        {"kind": "garbage", "times": 1, "head": True},
    ],
    ids=lambda fault: "-".join(str(value) for value in fault.values()),
)
def test_a_surprise_is_left_to_the_general_reader(
    reader, server, folder, fresh_url, general, fault
):
    server.set_faults([{"match": "tif", **fault}])
    assert_same(pixels_of(read_one(reader, fresh_url)), direct(folder / "0.tif"), general_name())
    assert general.asked == [fresh_url]


def test_the_files_of_a_server_without_ranges_are_fetched_whole_and_once(
    reader, server, folder, fresh_url, general
):
    server.set_faults([{"match": "tif", "kind": "ignore_range"}])
    for grid in (INSIDE, ACROSS):
        assert_same(pixels_of(read_one(reader, fresh_url, grid)), direct(folder / "0.tif", grid))
    assert general.asked == []
    assert server.stats()["requests"] == 2


def test_a_broken_block_is_forgotten(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "garbage", "times": 1}])
    read_one(reader, fresh_url)
    assert_same(pixels_of(read_one(reader, fresh_url)), direct(folder / "0.tif"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("404", "404, file missing"),
        ("410", "410, file gone"),
        ("401", "401, a login is needed"),
        ("403", "403, access refused"),
        ("407", "407, the proxy needs a login (see QGIS's network options)"),
        ("429", "429, the server asks for fewer requests"),
        ("503", "503, the server failed"),
    ],
)
def test_a_refusal_has_the_words_of_the_general_reader(server, fresh_url, general, kind, words):
    server.set_faults([{"match": "tif", "kind": kind}])
    reader = WindowReader(replace(HURRIED, retries=1), general=general)
    ours, theirs = (read_one(one, fresh_url).error for one in (reader, general))
    assert (str(ours), ours.http_status) == (words, int(kind))
    assert (str(theirs), theirs.http_status) == (words, int(kind))


def test_a_missing_file_is_asked_for_once(reader, server):
    assert read_one(reader, f"{server.url}/none.tif?sig=secret").error.http_status == 404
    assert server.stats()["requests"] == 1


def test_a_missing_local_file_counts_as_missing_too(reader, tmp_path):
    assert read_one(reader, tmp_path / "no.tif").error.http_status == 404


def test_nobody_answering_is_told_without_the_signature(general):
    reader = WindowReader(replace(HURRIED, retries=0), general=general)
    error = read_one(reader, "http://127.0.0.1:9/B04.tif?sig=top-secret").error
    assert "127.0.0.1:9" in str(error)
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__cause__ or error.__context__
    assert "secret" not in " ".join(words)
    assert general.asked == []


@pytest.mark.parametrize("after", [0, 1], ids=["at once", "halfway"])
def test_an_expired_signature_is_renewed_once(reader, server, folder, fresh_url, general, after):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh", "after": after}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert_same(pixels, direct(folder / "0.tif"))
    assert (signer.renewals, general.asked) == (1, [])


def test_no_file_waits_for_the_signature_of_another(reader, server, folder):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    signed = threading.Event()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        assert asset is not jobs[0].asset or signed.wait(ROOM_S)
        return Access(asset.href)

    reads = filter(None, reader.read_all(jobs, access))
    others = [next(reads) for _ in jobs[1:]]
    assert {id(read.job) for read in others} == {id(job) for job in jobs[1:]}
    signed.set()
    assert_same(pixels_of(next(reads)), direct(folder / "0.tif"))


def test_a_file_that_cannot_be_signed_spoils_no_other(reader, server):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]

    def access(asset: Asset, *, renew: bool = False) -> Access:
        if asset is jobs[2].asset:
            raise SourceError("no signature for this one")
        return Access(asset.href)

    reads = {id(read.job): read for read in reader.read_all(jobs, access) if read}
    assert str(reads.pop(id(jobs[2])).error) == "no signature for this one"
    assert all(read.pixels for read in reads.values())
    assert len(reads) == 5


def test_a_refusal_that_stays_is_403_after_one_renewal(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "unknown"}])
    signer = Signer(["old", "new"])
    assert read_one(reader, fresh_url, access=signer).error.http_status == 403
    assert signer.renewals == 1


def test_a_host_that_asks_for_patience_gets_fewer_requests_at_once_and_all_is_read(server, folder):
    server.set_faults([{"match": "tif", "kind": "429", "times": 30, "retry_after": 0}])
    reader = WindowReader(replace(HURRIED, retries=12), general=Noting())
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n % 6}.tif?{n}"), INSIDE) for n in range(40)]
    reads = list(filter(None, reader.read_all(jobs, open_plainly)))
    assert len(reads) == len(jobs)
    for read in reads:
        name = Path(read.job.asset.href.partition("?")[0]).name
        assert_same(pixels_of(read), direct(folder / name))


def test_a_failed_job_never_spoils_the_others(reader, server, folder, tmp_path):
    (tmp_path / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    hrefs = [f"{server.url}/0.tif", f"{server.url}/none.tif", tmp_path / "broken.tif"]
    jobs = [ReadJob(Asset("B04", str(href)), INSIDE) for href in (*hrefs, folder / "1.tif")]
    reads = {read.job.asset.href: read for read in reader.read_all(jobs, open_plainly) if read}
    assert [reads[job.asset.href].error is None for job in jobs] == [True, False, False, True]


# The way there


def test_a_login_goes_along_and_stays_on_the_fast_path(reader, server, folder, fresh_url, general):
    access = with_login("Basic bWU6c2VjcmV0")
    assert_same(pixels_of(read_one(reader, fresh_url, access=access)), direct(folder / "0.tif"))
    assert server.stats()["with_login"] == 2


def test_what_is_signed_with_keys_is_for_the_general_reader(general):
    reader = WindowReader(HURRIED, general=general)
    read_one(reader, "s3://no-bucket/")
    assert general.asked == ["s3://no-bucket/"]


@pytest.mark.parametrize("is_same_host", [True, False])
def test_a_redirect_is_followed_and_the_login_stays_at_home(
    reader, server, folder, fresh_url, is_same_host
):
    name = fresh_url.rpartition("/")[2]
    with ExitStack() as more:
        other = server if is_same_host else more.enter_context(ServerProcess("range_files", folder))
        location = f"{other.url}/." if is_same_host else other.url
        server.set_faults(
            [{"match": f"^/{name}", "kind": "redirect", "location": location, "times": 2}]
        )
        access = with_login("Bearer secret")
        pixels = pixels_of(read_one(reader, fresh_url, access=access))
        assert_same(pixels, direct(folder / "0.tif"))
        expected = 4 if is_same_host else 2
        assert server.stats()["with_login"] == expected
        if not is_same_host:
            assert (other.stats()["requests"], other.stats()["with_login"]) == (2, 0)


def test_the_proxy_is_asked_for_hosts_it_is_meant_for(server, folder, fresh_url, general):
    name = fresh_url.rpartition("/")[2]
    by_proxy = replace(HURRIED, proxy_url=server.url, no_proxy="127.0.0.1")
    reader = WindowReader(by_proxy, general=general)
    # No such host: only the proxy, which takes whole URLs, can have answered.
    pixels = pixels_of(read_one(reader, f"http://tiles.invalid/{name}"))
    assert_same(pixels, direct(folder / "0.tif"))
    nobody = replace(by_proxy, proxy_url="http://127.0.0.1:9")
    direct_way = read_one(WindowReader(nobody, general=general), fresh_url)
    assert_same(pixels_of(direct_way), direct(folder / "0.tif"))
    assert general.asked == []


def test_searches_heed_the_exceptions_from_the_proxy_as_well(server, fresh_url):
    nobody = replace(HURRIED, proxy_url="http://127.0.0.1:9", no_proxy="127.0.0.1")
    with nobody.session() as session:
        assert session.get(fresh_url, headers={"Range": "bytes=0-9"}).status_code == 206


# Given up


@pytest.mark.parametrize(
    "fault",
    [{"kind": "stall", "seconds": 600}, {"kind": "slow", "chunk": 10, "seconds": 9}],
    ids=["silent", "slow"],
)
def test_closing_the_run_ends_every_wait_at_once(server, folder, fault, new_threads):
    server.set_faults([{"match": "[1-5].tif", **fault}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    reads = reader.read_all(jobs, open_plainly)
    assert next(filter(None, reads)).job is jobs[0]
    assert new_threads.alive(THREAD_NAME)
    reads.close()
    new_threads.join(THREAD_NAME)
    server.set_faults([])
    assert_same(pixels_of(read_one(reader, f"{server.url}/1.tif")), direct(folder / "1.tif"))


def test_a_wait_between_two_tries_ends_too(server, new_threads):
    server.set_faults([{"match": "tif", "kind": "503", "retry_after": 25}])
    reader = WindowReader(replace(HURRIED, retry_delay_s=30), general=Noting())
    reads = reader.read_all([ReadJob(Asset("B04", f"{server.url}/0.tif"), INSIDE)], open_plainly)
    assert next(reads) is None
    reads.close()
    new_threads.join(THREAD_NAME)


def test_a_host_that_asks_for_a_rest_is_not_asked_for_other_files_meanwhile(server):
    server.reset()
    server.set_faults([{"match": "0.tif", "kind": "503", "times": 1, "retry_after": 25}])
    patient = replace(HURRIED, file_budget_s=60)
    reader = WindowReader(patient, general=Noting(), connections=1)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(2)]
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        assert [next(reads) for _ in range(4)] == [None] * 4
        assert server.stats()["requests"] == 1


def test_a_rest_that_no_file_can_wait_for_stops_nobody_else(server):
    server.set_faults([{"match": "0.tif", "kind": "503", "retry_after": 86400}])
    reader = WindowReader(HURRIED, general=Noting(), connections=1)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(2)]
    found = {read.job.asset.href: read for read in reader.read_all(jobs, open_plainly) if read}
    assert found[jobs[0].asset.href].error
    assert found[jobs[1].asset.href].pixels


def test_nothing_asked_is_nothing_done(reader):
    assert list(reader.read_all([], open_plainly)) == []


# Checksums


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A file in one block of less than 64 kB."""
    path = tmp_path_factory.mktemp("small") / "small.tif"
    rng = np.random.default_rng(5)
    values = rng.integers(1000, 1010, (256, 256)).astype("uint16")
    return write_tile(path, values, blockxsize=256, blockysize=256, predictor=2)


CORNER = Grid(32631, LEFT, TOP, 10.0, 40, 40)
"""The first rows of the block."""


def flipped(whole: bytes, at: int, bit: int) -> bytes:
    with_one = bytearray(whole)
    with_one[at] ^= 1 << bit
    return bytes(with_one)


def place_of_block(path) -> tuple[int, int]:
    whole = path.read_bytes()
    block = parse_layout({0: whole}, size_bytes=len(whole)).block(0, 0)
    return block.offset, block.byte_count


@pytest.mark.parametrize("is_local", [True, False])
def test_damage_in_a_small_block_never_gives_pixels(
    small, folder, server, tmp_path, request, is_local
):
    offset, length = place_of_block(small)
    right = direct(small, CORNER)
    dice = np.random.default_rng(11)
    reader, wrong = WindowReader(HURRIED, general=Noting()), 0
    for number in range(40):
        at, bit = offset + int(dice.integers(2, length)), int(dice.integers(8))
        path = folder / f"damaged-{is_local}-{number}.tif"
        path.write_bytes(flipped(small.read_bytes(), at, bit))
        read = read_one(reader, path if is_local else f"{server.url}/{path.name}", CORNER)
        path.unlink()
        if read.pixels is None:
            wrong += "checksum" in str(read.error)
        else:
            assert (read.pixels.values == right).all()
    assert wrong


def test_bytes_that_were_damaged_on_the_way_are_fetched_again(small, folder, server, fresh_url):
    path = folder / fresh_url.rpartition("/")[2]
    path.write_bytes(small.read_bytes())
    offset, length = place_of_block(small)
    damaged = flipped(small.read_bytes(), offset + length - 1, 0)
    times = os.stat(path)
    path.write_bytes(damaged)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    reader = WindowReader(HURRIED, general=Noting())
    assert "checksum" in str(read_one(reader, fresh_url, CORNER).error)
    path.write_bytes(small.read_bytes())
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (read_one(reader, fresh_url, CORNER).pixels.values == direct(small, CORNER)).all()
