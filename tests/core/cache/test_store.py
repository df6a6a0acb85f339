"""Windows already cut are kept on disk, for every thread and process, and nobody is trusted."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import diskcache
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.cache import (
    CACHED,
    CachedReader,
    CacheError,
    ChipCache,
    PickleRefused,
    answer_key,
    open_default,
    pixel_key,
    shared_leases,
)
from cbm_chips.core.cache.bytes_disk import open_store
from cbm_chips.core.cache.records import BROKEN, FORMAT, pack, pack_answer, unpack, unpack_answer
from cbm_chips.core.errors import ReadError
from cbm_chips.core.folders import user_folder
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.contract import NEAREST, WINDOW, Access, Pixels, Read, ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP, write_tile
from tests.python_child import PythonChild
from tests.servers.process import ServerProcess

WINDOW_OF_FILE = Grid(32631, LEFT + 200, TOP - 200, 10.0, 64, 64)
HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)


@pytest.fixture
def cache(tmp_path):
    return ChipCache(tmp_path / "cache")


def key_of(source, job):
    return pixel_key(source, job.asset, job.grid)


def some_pixels(seed: int = 1, dtype="uint16", shape=(64, 64), method=WINDOW) -> Pixels:
    values = np.random.default_rng(seed).integers(0, 255, shape).astype(dtype)
    return Pixels(values, method, "the reader", bytes_read=12_345)


def job(href="https://host/B04.tif", band="B04", grid=WINDOW_OF_FILE) -> ReadJob:
    return ReadJob(Asset(band, href, version="1"), grid)


# Records and keys


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", ">u2"])
@pytest.mark.parametrize("method", [WINDOW, NEAREST])
def test_a_window_comes_back_as_it_was_and_says_it_cost_nothing(cache, dtype, method):
    kept = some_pixels(dtype=dtype, method=method)
    cache.put_all_pixels({"key": kept})
    back = cache.get_pixels("key")
    assert (back.values == kept.values).all()
    assert (back.values.dtype, back.method) == (kept.values.dtype, method)
    assert (back.reader, back.bytes_read) == (CACHED, 0)


DTYPES = st.sampled_from(["uint8", "uint16", "float32"])


@given(hnp.arrays(DTYPES, hnp.array_shapes(min_dims=2, max_dims=2)))
def test_a_record_holds_any_window(values):
    back = unpack("key", pack("key", Pixels(values, WINDOW, "")))
    np.testing.assert_array_equal(back.values, values)
    assert back.values.dtype == values.dtype


RECORDS = (
    (pack("key", some_pixels(shape=(8, 16))), unpack),
    (pack_answer("key", b'{"features": []}', written=1.5), unpack_answer),
)


@given(record=st.sampled_from(RECORDS), at=st.integers(0, 400))
def test_a_record_that_was_cut_anywhere_is_not_believed(record, at):
    whole, parse = record
    with pytest.raises(BROKEN):
        parse("key", whole[: at % len(whole)])


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_record_with_one_bit_changed_is_not_believed(at, bit):
    whole, parse = RECORDS[0]
    changed = bytearray(whole)
    changed[at % len(whole)] ^= 1 << bit
    with pytest.raises(BROKEN):
        parse("key", bytes(changed))


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_under_another_key_is_not_believed(record):
    whole, parse = record
    with pytest.raises(BROKEN):
        parse("another", whole)


def test_what_is_kept_can_be_read_but_not_written_and_mosaics_cope(cache):
    cache.put_all_pixels({"key": Pixels(np.array([[0, 5]], "uint16"), WINDOW, "")})
    back = cache.get_pixels("key")
    assert not back.values.flags.writeable
    filled = fill_gaps(back, Asset("B04", ""), some_pixels(shape=(1, 2)), Asset("B04", ""))
    assert filled.values[0, 0] != 0
    assert back.values.tolist() == [[0, 5]]


def test_a_signature_does_not_change_the_key_and_everything_else_does():
    key = key_of("here", job())
    signature = f"sv=2020-08-04&se=2030-01-01T00:00:00Z&sig={'a' * 43}="
    assert key_of("here", job(f"https://host/B04.tif?{signature}")) == key
    moved = Grid(32631, LEFT + 220, TOP - 200, 10.0, 64, 64)
    others = [
        key_of("there", job()),
        key_of("here", job("https://host/B08.tif")),
        key_of("here", job("https://host/B04.tif?sig=abc")),
        key_of("here", job(band="B08")),
        key_of("here", job(grid=moved)),
        answer_key("here", ["https://host/B04.tif"]),
    ]
    assert len({key, *others}) == 7


def test_an_answer_comes_back_with_its_age(cache):
    cache.put_answer("question", b"features")
    answer = cache.get_answer("question")
    assert answer.content == b"features"
    assert answer.age_s >= 0
    assert cache.get_answer("another") is None


# What is not believed


def test_a_broken_record_is_a_miss_and_gone(cache):
    for content in (b"", b"CBMC", pack("key", some_pixels())[:-1], b"x" * 500):
        plain = diskcache.Cache(str(cache.folder))
        plain["key"] = content
        assert cache.get_pixels("key") is None
        assert "key" not in plain
        plain["question"] = content
        assert cache.get_answer("question") is None
        plain.close()


def go_off(mark: Path, _ballast: bytes) -> str:
    mark.touch()
    return "gone off"


class Bomb:
    """Leaves a mark when it is unpickled."""

    def __init__(self, mark: Path, ballast: int) -> None:
        self._arguments = (mark, b"x" * ballast)

    def __reduce__(self):
        return (go_off, self._arguments)


@pytest.mark.parametrize("ballast", [0, 2_000_000], ids=["in the table", "in a file"])
def test_a_pickle_that_somebody_put_in_is_a_miss_and_never_opened(cache, tmp_path, ballast):
    mark = tmp_path / "mark"
    plain = diskcache.Cache(str(cache.folder))
    for key in ("key", ("a", "pickled", "key")):
        plain[key] = Bomb(mark, ballast)
    plain["words"] = "neither text"
    plain["number"] = 7
    assert cache.get_pixels("key") is None
    assert cache.get_answer("key") is None
    assert cache.get_pixels("words") is None
    assert cache.get_pixels("number") is None
    again = ChipCache(tmp_path / "cache")
    assert again.get_pixels("key") is None
    assert again.use().entries >= 1
    again.put_all_pixels({"key": some_pixels()})
    assert again.get_pixels("key") is not None
    assert not mark.exists()
    assert plain[("a", "pickled", "key")] == "gone off"  # whoever is less careful
    assert mark.exists()
    plain.close()


@pytest.mark.parametrize("value", [{"a": 1}, "text", 7, 1.5, None, np.zeros(3)])
def test_nothing_but_bytes_goes_in(tmp_path, value):
    with open_store(tmp_path, 10**6) as opened, pytest.raises(PickleRefused):
        opened.set("key", value)


@pytest.mark.parametrize("key", [("a", "b"), 7, b"bytes", None])
def test_no_key_but_text_goes_in(tmp_path, key):
    with open_store(tmp_path, 10**6) as opened, pytest.raises(PickleRefused):
        opened.set(key, b"value")


# The folder


def test_a_new_folder_is_the_users_own_and_nothing_is_set_aside(tmp_path):
    cache = ChipCache(tmp_path / "deep" / "down")
    assert cache.set_aside is None
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_the_next_session_finds_what_the_last_one_kept(tmp_path):
    first = ChipCache(tmp_path)
    first.put_all_pixels({"key": some_pixels()})
    first.close()
    second = ChipCache(tmp_path)
    assert second.set_aside is None
    assert (second.get_pixels("key").values == some_pixels().values).all()


def still_works(cache: ChipCache) -> bool:
    cache.put_all_pixels({"key": some_pixels()})
    return (cache.get_pixels("key").values == some_pixels().values).all()


def test_a_folder_of_somebody_elses_files_is_set_aside_with_all_it_holds(tmp_path):
    (tmp_path / FORMAT).mkdir()
    (tmp_path / FORMAT / "holiday.jpg").write_text("sun")
    cache = ChipCache(tmp_path)
    assert still_works(cache)
    assert (cache.set_aside / "holiday.jpg").read_text() == "sun"
    assert not (cache.folder / "holiday.jpg").exists()


def test_a_file_in_the_folders_place_is_set_aside(tmp_path):
    (tmp_path / FORMAT).write_text("a file")
    cache = ChipCache(tmp_path)
    assert still_works(cache)
    assert cache.set_aside.read_text() == "a file"


def test_a_corrupt_store_is_set_aside(tmp_path):
    first = ChipCache(tmp_path)
    first.put_all_pixels({"key": some_pixels()})
    first.close()
    for path in first.folder.glob("cache.db*"):
        path.unlink()
    (first.folder / "cache.db").write_bytes(b"this is not a database" * 1000)
    cache = ChipCache(tmp_path)
    assert cache.get_pixels("key") is None
    assert still_works(cache)
    assert (cache.set_aside / "cache.db").read_bytes().startswith(b"this is not")


def test_a_store_that_breaks_while_open_only_costs_speed(cache):
    cache.put_all_pixels({"key": some_pixels()})
    cache.close()
    for path in cache.folder.glob("cache.db*"):
        path.write_bytes(b"this is not a database" * 1000)
    cache.put_all_pixels({"another": some_pixels()})
    assert cache.get_pixels("key") is None
    assert cache.leases.take(["key"])
    with pytest.raises(CacheError):
        cache.use()
    with pytest.raises(CacheError):
        cache.clear()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no mode here")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_set_aside(tmp_path, mode):
    ChipCache(tmp_path).put_all_pixels({"key": some_pixels()})
    (tmp_path / FORMAT).chmod(mode)
    cache = ChipCache(tmp_path)
    assert cache.get_pixels("key") is None
    assert still_works(cache)
    assert (cache.set_aside / "cache.db").exists()
    assert cache.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("exists", [True, False], ids=["to a folder", "to nowhere"])
def test_a_link_is_set_aside_and_what_it_points_to_is_left_alone(tmp_path, exists):
    target = tmp_path / "elsewhere"
    if exists:
        target.mkdir()
        (target / FORMAT).touch()
    base = tmp_path / "cache"
    base.mkdir()
    (base / FORMAT).symlink_to(target)
    cache = ChipCache(base)
    assert still_works(cache)
    assert cache.set_aside.is_symlink()
    assert (sorted(target.iterdir()) if exists else []) == ([target / FORMAT] if exists else [])


def test_setting_aside_twice_at_once_keeps_both(tmp_path):
    kept = set()
    for number in range(3):
        (tmp_path / FORMAT).mkdir(exist_ok=True)
        (tmp_path / FORMAT / FORMAT).unlink(missing_ok=True)
        (tmp_path / FORMAT / f"mine {number}").touch()
        kept.add(ChipCache(tmp_path).set_aside)
    assert len(kept) == 3


def test_where_no_folder_can_be_made_there_is_an_error_in_words_or_no_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError, match="can't be used"):
        ChipCache(tmp_path / "file")
    assert open_default(tmp_path / "file") is None


def test_the_cache_stays_within_its_limit_and_the_newest_stays(tmp_path):
    limit = 1_500_000
    cache = ChipCache(tmp_path, size_limit_bytes=limit)
    for number in range(100):
        cache.put_all_pixels({f"key {number}": some_pixels(number, shape=(256, 256))})
    use = cache.use()
    assert use.size_bytes < 1.2 * limit
    assert use.limit_bytes == limit
    assert 0 < use.entries < 100
    assert cache.get_pixels("key 99") is not None
    assert cache.get_pixels("key 0") is None
    cache.clear()
    assert cache.use().entries == 0


def several(name: str, numbers: range) -> dict[str, Pixels]:
    return {f"{name} {number}": some_pixels(number) for number in numbers}


def test_what_was_used_on_a_later_day_outlives_what_was_not(tmp_path, monkeypatch):
    cache = ChipCache(tmp_path, size_limit_bytes=1_500_000)
    now = time.time()
    cache.put_all_pixels(several("old", range(60)))
    monkeypatch.setattr(time, "time", lambda: now + 2 * 86400)
    assert cache.get_pixels("old 0") is not None
    cache.put_all_pixels(several("new", range(40)))
    assert cache.get_pixels("old 0") is not None
    assert cache.get_pixels("old 1") is None
    assert cache.get_pixels("new 39") is not None


def test_windows_kept_in_one_go_cost_no_more_old_ones_than_they_need(tmp_path):
    cache = ChipCache(tmp_path, size_limit_bytes=4_000_000)
    for start in range(0, 600, 60):
        cache.put_all_pixels(several("window", range(start, start + 60)))
    use = cache.use()
    assert use.size_bytes < 1.2 * 2_000_000
    assert use.entries > 150
    assert cache.get_pixels("window 599") is not None


def test_reading_writes_nothing(cache):
    cache.put_all_pixels({f"key {n}": some_pixels(n) for n in range(20)})
    before = contents_of(cache.folder)
    assert None not in cache.get_all_pixels([f"key {n}" for n in range(20)])
    assert contents_of(cache.folder) == before


def contents_of(folder: Path) -> dict[str, bytes]:
    """Of the store; its index of what is written ahead counts readers."""
    return {
        path.name: path.read_bytes() for path in folder.glob("cache.db*") if "shm" not in path.name
    }


def test_the_users_folder_is_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("CBM_CHIPS_CACHE", raising=False)
    assert user_folder() == tmp_path / "xdg" / "cbm-chips"
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "mine"))
    assert user_folder() == tmp_path / "mine"
    assert open_default().folder.parent == tmp_path / "mine"


# Many at once


def test_threads_that_write_and_read_at_once_do_not_disturb_one_another(cache):
    def write_and_read(seed: int) -> bool:
        cache.put_all_pixels({f"key {seed % 20}": some_pixels(seed % 20)})
        back = cache.get_pixels(f"key {seed % 20}")
        return back is not None and bool((back.values == some_pixels(seed % 20).values).all())

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(write_and_read, range(200)))


def in_another_process(script: str, *arguments: object) -> PythonChild:
    """Run a script that begins when a line arrives on its standard input."""
    return PythonChild("input()\n" + script, *arguments)


def outcomes(children: list[PythonChild]) -> list[str]:
    """Start them all, then wait for all."""
    for child in children:
        child.say("go")
    return [child.outcome() for child in children]


WRITER = """
import sys
from pathlib import Path
from cbm_chips.core.cache import ChipCache
from tests.core.cache.test_store import some_pixels
cache = ChipCache(Path(sys.argv[1]))
for number in range(25):
    cache.put_all_pixels({f"shared {number}": some_pixels(number)})
    cache.put_all_pixels({f"own {sys.argv[2]} {number}": some_pixels(number)})
print(cache.set_aside)
"""


def test_processes_that_write_at_once_do_not_disturb_one_another(tmp_path):
    children = [in_another_process(WRITER, tmp_path, number) for number in range(2)]
    assert outcomes(children) == ["None"] * 2
    cache = ChipCache(tmp_path)
    for number in range(25):
        for key in (f"shared {number}", f"own 0 {number}", f"own 1 {number}"):
            assert (cache.get_pixels(key).values == some_pixels(number).values).all()


# The reader behind the cache


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    rng = np.random.default_rng(7)
    for name in ("B04", "B08", "B03", "other/B04", "other/B08"):
        path = root / f"{name}.tif"
        path.parent.mkdir(exist_ok=True)
        write_tile(path, rng.integers(1, 20_000, (256, 256)).astype("uint16"))
    return root


@pytest.fixture(scope="module")
def started(folder):
    with ServerProcess("range_files", folder, "--latency-ms", 20) as server:
        yield server


def forgetfully(asset: Asset, *, renew: bool = False) -> Access:
    """Access by which GDAL keeps nothing in its own memory: what is read again is asked again."""
    return Access(asset.href, {"CPL_VSIL_CURL_NON_CACHED": "/vsicurl/http://127.0.0.1"})


def a_reader(cache: ChipCache) -> CachedReader:
    return CachedReader(RasterReader(HURRIED), cache, source="test")


def jobs_for(server, *names: str, grid=WINDOW_OF_FILE) -> list[ReadJob]:
    return [job(f"{server.url}/{name}.tif", Path(name).name, grid) for name in names]


def values_of(reader, jobs, access=forgetfully) -> dict[str, list]:
    reads = list(filter(None, reader.read_all(jobs, access)))
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    assert len(reads) == len(jobs)
    assert not [read.error for read in reads if read.error]
    return {read.job.asset.href: read.pixels.values.tolist() for read in reads}


def paths_asked(server) -> dict[str, int]:
    return {path: found["requests"] for path, found in server.stats()["by_path"].items()}


def test_the_second_time_nothing_is_asked_of_the_server(server, cache):
    jobs = jobs_for(server, "B04", "B08")
    first = values_of(a_reader(cache), jobs)
    server.reset()
    assert values_of(a_reader(cache), jobs) == first
    assert server.stats()["requests"] == 0


def test_a_longer_list_reads_only_what_is_new(server, cache):
    values_of(a_reader(cache), jobs_for(server, "B04", "B08"))
    server.reset()
    values_of(a_reader(cache), jobs_for(server, "B04", "B08", "other/B04", "other/B08"))
    assert set(paths_asked(server)) == {"/other/B04.tif", "/other/B08.tif"}


def test_another_composite_reads_only_the_missing_band(server, cache):
    values_of(a_reader(cache), jobs_for(server, "B04", "B08"))
    server.reset()
    values_of(a_reader(cache), jobs_for(server, "B08", "B04", "B03"))
    assert set(paths_asked(server)) == {"/B03.tif"}


def test_another_window_of_the_same_file_is_another_chip(server, cache, folder):
    here = jobs_for(server, "B04")
    there = jobs_for(server, "B04", grid=Grid(32631, LEFT + 900, TOP - 900, 10.0, 64, 64))
    assert values_of(a_reader(cache), here) != values_of(a_reader(cache), there)


def test_a_new_signature_finds_what_the_old_one_read(server, cache):
    def signed(asset: Asset, *, renew: bool = False) -> Access:
        return Access(f"{asset.href}?sig=now", forgetfully(asset).options)

    jobs = jobs_for(server, "B04")
    first = values_of(a_reader(cache), jobs, signed)
    server.reset()
    later = [job(f"{jobs[0].asset.href}?sv=2020-08-04&se=2030-01-01&sig={'a' * 43}=")]
    assert list(values_of(a_reader(cache), later).values()) == list(first.values())
    assert server.stats()["requests"] == 0


def test_the_same_window_twice_in_one_list_is_read_once_and_comes_twice(server, cache):
    jobs = jobs_for(server, "B04", "B04", "B08", "B04")
    alone = requests_of_one_run(server, ("B04",))
    values_of(a_reader(cache), jobs)
    assert paths_asked(server)["/B04.tif"] == alone


def test_local_files_are_read_and_not_kept(cache, folder):
    names = ("B04", "B08", "B04")
    values_of(a_reader(cache), [job(str(folder / f"{name}.tif"), name) for name in names])
    assert cache.use().entries == 0


def test_a_failure_is_not_kept(server, cache):
    server.set_faults([{"match": "B04", "kind": "404"}])
    jobs = jobs_for(server, "B04", "B08")
    reads = {
        read.job.asset.band: read
        for read in filter(None, a_reader(cache).read_all(jobs, forgetfully))
    }
    assert reads["B04"].error.http_status == 404
    assert reads["B08"].pixels is not None
    server.set_faults([])
    values_of(a_reader(cache), jobs)


def test_two_threads_that_want_the_same_at_once_read_it_once(server, cache):
    names = ("B04", "B08", "B03")
    alone = requests_of_one_run(server, names)
    barrier = threading.Barrier(4)

    def run(_: int):
        barrier.wait(timeout=60)
        return values_of(a_reader(cache), jobs_for(server, *names))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(run, range(4)))
    assert all(values == found[0] for values in found)
    assert server.stats()["requests"] == alone


def requests_of_one_run(server, names) -> int:
    """What one run without a cache asks; the counters are at zero afterwards."""
    values_of(RasterReader(HURRIED), jobs_for(server, *names))
    requests = server.stats()["requests"]
    server.reset()
    assert requests >= len(names)
    return requests


READER = """
import sys, types
from pathlib import Path
from cbm_chips.core.cache import ChipCache
from tests.core.cache.test_store import a_reader, jobs_for, values_of
server = types.SimpleNamespace(url=sys.argv[2])
jobs = jobs_for(server, "B04", "B08", "B03")
values = values_of(a_reader(ChipCache(Path(sys.argv[1]))), jobs)
print(sorted((href[-7:], rows[0][:3]) for href, rows in values.items()))
"""


def test_two_processes_that_want_the_same_at_once_read_it_once(server, tmp_path):
    alone = requests_of_one_run(server, ("B04", "B08", "B03"))
    children = [in_another_process(READER, tmp_path, server.url) for _ in range(2)]
    one, other = outcomes(children)
    assert one == other != ""
    assert server.stats()["requests"] == alone


def test_a_run_that_is_closed_halfway_gives_its_leases_back(server, cache):
    jobs = jobs_for(server, "B04", "B08", "B03", "other/B04")
    reads = a_reader(cache).read_all(jobs, forgetfully)
    next(reads)
    reads.close()
    assert not [j for j in jobs if key_of("test", j) in cache.leases.held()]
    values_of(a_reader(cache), jobs)


@pytest.mark.parametrize("ends_by", ["closing", "failing"])
def test_what_had_come_when_a_run_ended_early_is_not_asked_for_again(server, cache, ends_by):
    jobs = jobs_for(server, "B04", "B08", "B03", "other/B04")
    reader = CachedReader(EndsAfter(2), cache, source="test")
    reads = reader.read_all(jobs, forgetfully)
    came = [next(filter(None, reads)).job for _ in range(2)]
    if ends_by == "closing":
        reads.close()
    else:
        with pytest.raises(EOFError):
            next(filter(None, reads))
    server.reset()
    values_of(a_reader(cache), came)
    assert server.stats()["requests"] == 0


class EndsAfter:
    """A reader that breaks after some windows."""

    def __init__(self, number: int) -> None:
        self._number = number

    def read_all(self, jobs, access):
        reads = filter(None, RasterReader(HURRIED).read_all(jobs, access))
        for number, one in enumerate(reads):
            if number == self._number:
                raise EOFError
            yield one


class CountingCache(ChipCache):
    """Knows how many windows were written at once."""

    def put_all_pixels(self, windows, **released):
        self.written = [*getattr(self, "written", ()), len(windows)]
        super().put_all_pixels(windows, **released)


class Made:
    """A reader of made windows; some fail, and it pauses once."""

    def read_all(self, jobs, access):
        for number, one in enumerate(jobs):
            if number == 40:
                yield None
            if number % 10:
                yield Read(one, pixels=some_pixels(number))
            else:
                yield Read(one, error=ReadError("made to fail"))


def test_windows_are_written_a_few_dozens_at_once_or_when_nothing_comes(tmp_path):
    cache = CountingCache(tmp_path)
    jobs = [job(f"https://host/{number}.tif") for number in range(100)]
    reads = list(CachedReader(Made(), cache, source="test").read_all(jobs, forgetfully))
    assert len(reads) == 101
    assert len([size for size in cache.written if size]) <= 5
    assert sum(cache.written) == 90
    assert not cache.leases.held()
    again = list(CachedReader(Made(), cache, source="test").read_all(jobs, forgetfully))
    assert sum(one.pixels is not None and one.pixels.reader == CACHED for one in again if one) == 90


def test_who_waits_for_a_run_that_gives_up_reads_itself(server, cache):
    jobs = jobs_for(server, "B04", "B08")
    first = a_reader(cache).read_all(jobs, forgetfully)
    next(first)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(values_of, a_reader(cache), jobs)
        first.close()
        assert len(waiting.result(timeout=60)) == 2


def test_one_thread_that_runs_two_requests_in_turns_does_not_wait_for_itself(server, cache):
    jobs = jobs_for(server, "B04", "B08", "B03")
    runs = (a_reader(cache).read_all(jobs, forgetfully) for _ in range(2))
    turns = zip(*(filter(None, reads) for reads in runs))
    assert len(list(turns)) == 3


DYING_OWNER = """
import sys
from pathlib import Path
from cbm_chips.core.cache import ChipCache, shared_leases
shared_leases.LEASE_S = 0.5
assert ChipCache(Path(sys.argv[1])).leases.take([sys.argv[2]])
"""


def test_a_lease_left_behind_by_a_process_that_died_runs_out(server, cache, tmp_path):
    jobs = jobs_for(server, "B04")
    outcomes([in_another_process(DYING_OWNER, tmp_path / "cache", key_of("test", jobs[0]))])
    assert len(values_of(a_reader(cache), jobs)) == 1


@pytest.mark.parametrize(
    "record", [b"", b"{", b"[]", b"7", b'{"key": 1}', b'{"key": ["me", "soon"]}', b"\xff", "text"]
)
def test_a_record_of_leases_that_makes_no_sense_leases_nothing(cache, record):
    plain = diskcache.Cache(str(cache.folder))
    plain["claims"] = record
    plain.close()
    assert not cache.leases.held()
    assert cache.leases.take(["key", "other"]) == ["key", "other"]
    assert cache.leases.held() == {"key", "other"}


def test_of_what_others_lease_the_rest_is_free(cache):
    with ThreadPoolExecutor(1) as other:
        assert other.submit(cache.leases.take, ["a", "b"]).result() == ["a", "b"]
        assert cache.leases.take(["b", "c", "a", "d"]) == ["c", "d"]
        cache.leases.release(["a", "c"])
        assert cache.leases.held() == {"b", "d"}
        assert other.submit(cache.leases.take, ["a", "b", "d"]).result() == ["a", "b"]


def test_a_lease_is_exclusive_until_it_is_given_back_or_runs_out(cache, monkeypatch):
    with ThreadPoolExecutor(1) as other, ThreadPoolExecutor(1) as third:
        assert other.submit(cache.leases.take, ["key"]).result()
        assert not third.submit(cache.leases.take, ["key"]).result()
        assert "key" in cache.leases.held()
        cache.leases.release(["key"])
        assert third.submit(cache.leases.take, ["key"]).result()
        cache.leases.release(["key"])
        monkeypatch.setattr(shared_leases, "LEASE_S", 0.0)
        assert other.submit(cache.leases.take, ["key"]).result()
        assert third.submit(cache.leases.take, ["key"]).result()
