"""The one way of a request, on the sample archive behind real local servers."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import from_bounds

from cbm_chips.core import Chip, ChipRequest, CloudFlag, FailedChip, Place, extract_chips
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import ReadError, SourceUnreachable
from cbm_chips.core.model import Absence, Asset
from cbm_chips.core.pipeline.events import Flagged, Found, Waiting
from cbm_chips.core.pipeline.prefetch import PREFETCH_THREAD_NAME
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.contract import WINDOW, Pixels, Read
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.http.range_client import PRECONNECTIONS
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import THREAD_NAME
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.registry import open_source
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.effort import in_turns
from tests.new_threads import NewThreads
from tests.sample_servers import served
from tests.servers.process import ServerProcess

HURRIED = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
ROOM_S = 60.0
"""For a machine under load."""


@pytest.fixture
def servers(sample_archive, tmp_path):
    """Servers of one test only: GDAL remembers what it read from an address."""
    with served(sample_archive, tmp_path) as both:
        yield both


@pytest.fixture
def source(servers):
    with open_source(servers.api.url, network=HURRIED) as opened:
        yield opened


@pytest.fixture
def reader():
    return RasterReader(HURRIED, threads=2)


@pytest.fixture
def cache(tmp_path):
    return ChipCache(tmp_path / "cache")


@pytest.fixture(scope="module")
def parcel(sample_archive):
    parcels = {parcel.id: parcel for parcel in sample_parcels(sample_archive)}
    return Place.of_parcel(parcels["315141"].outline, label="315141")


def a_request(place, **changes):
    values = {"start": "2022-06-01", "end": "2022-06-30", "bands": ("B08", "B04", "SCL")}
    return ChipRequest(place, **{**values, **changes})


def results_of(request, source, reader, cache=None):
    return list(extract_chips(request, source, cache=cache, reader=reader))


def scenes_found(request, source, reader):
    """The dates of a request, none of them read yet."""
    events = run(request, source, Tools(reader))
    found = next(event for event in events if isinstance(event, Found))
    events.close()
    return found.scenes


def path_of(scene, band, servers):
    """The band's path on the file server."""
    return scene.assets[band].href.removeprefix(servers.files.url)


def chips_of(results):
    return sorted(
        (item for item in results if isinstance(item, Chip)), key=lambda chip: chip.scene.acquired
    )


def test_every_pixel_equals_the_archives_own_window(servers, source, reader, parcel):
    chips = chips_of(results_of(a_request(parcel), source, reader))
    assert len(chips) >= 4
    for chip in chips:
        for band, values in chip.bands.items():
            path = servers.archive / path_of(chip.scene, band, servers)[1:]
            with rasterio.open(path) as file:
                window = from_bounds(*chip.grid.bounds, transform=file.transform)
                expected = file.read(1, window=window, boundless=True, fill_value=0)
            np.testing.assert_array_equal(values, expected)


def test_chips_of_all_dates_and_bands_cover_the_same_ground(source, reader, parcel):
    chips = chips_of(results_of(a_request(parcel, bands=("B08", "B11", "B01")), source, reader))
    assert {chip.grid for chip in chips} == {chips[0].grid}
    assert {chip.bands["B08"].shape for chip in chips} == {(128, 128)}
    assert {chip.bands["B11"].shape for chip in chips} == {(64, 64)}
    assert {chip.bands["B01"].shape for chip in chips} == {(64, 64)}


def test_all_flags_come_before_the_first_chip_where_they_decide(source, reader, parcel):
    request = a_request(parcel, clear_only=True)
    events = run(request, source, Tools(reader))
    kinds = [type(event).__name__ for event in events if not isinstance(event, Waiting)]
    assert kinds[0] == "Found"
    assert kinds.index("Chip") > max(at for at, kind in enumerate(kinds) if kind == "Flagged")


def test_each_date_is_flagged_once_before_its_chip(source, reader, parcel):
    request = a_request(parcel, start="2022-05-01", end="2022-07-31", bands=("B08",))
    flagged, ended = [], set()
    for event in run(request, source, Tools(reader)):
        if isinstance(event, Flagged):
            assert event.scene not in ended
            flagged.append(event.scene)
        elif isinstance(event, Chip):
            ended.add(event.scene)
    assert len(set(flagged)) == len(flagged) >= len(ended) > 8


def test_every_date_found_ends_as_a_chip_or_with_a_reason(source, reader, parcel):
    request = a_request(parcel, start="2022-05-01", end="2022-07-31", bands=("B08",))
    events = list(run(request, source, Tools(reader)))
    (found,) = (event for event in events if isinstance(event, Found))
    ends = Counter(event.scene.label for event in events if isinstance(event, (Chip, FailedChip)))
    assert ends == Counter(scene.label for scene in found.scenes)
    assert len(found.scenes) > 8


def test_ndvi_runs_on_over_the_change_of_the_offset(source, reader, parcel):
    """Built-up ground hardly changes over a winter; the DN jump by 1000 in January 2022."""
    request = a_request(parcel, start="2021-10-01", end="2022-06-30", clear_only=True)
    chips = chips_of(results_of(request, source, reader))
    assert {chip.scales["B08"][1] for chip in chips} == {0.0, -0.1}
    for chip in chips:
        ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
        assert np.nanmax(ndvi) <= 1
        assert np.nanmean(ndvi) > 0.2


def test_clear_only_reads_no_band_of_a_cloudy_date(servers, source, reader, parcel):
    results = results_of(a_request(parcel, clear_only=True, bands=("B08",)), source, reader)
    left_out = [item for item in results if isinstance(item, FailedChip)]
    assert {chip.flag for chip in chips_of(results)} == {CloudFlag.CLEAR}
    assert left_out
    assert all("not clear" in item.reason for item in left_out)
    read = servers.files.stats()["by_path"]
    for item in left_out:
        assert item.absence is Absence.EXCLUDED
        path = path_of(item.scene, "B08", servers)
        assert path not in read


def test_one_date_one_chip_where_asked(source, reader, parcel):
    request = a_request(parcel, start="2022-05-01", end="2022-07-31", one_per_date=True)
    days = Counter(
        chip.scene.acquired.date() for chip in chips_of(results_of(request, source, reader))
    )
    assert set(days.values()) == {1}


class Noting:
    """The general reader, with a note of each batch of files it was asked for."""

    def __init__(self):
        self.batches: list[list[Asset]] = []

    def read_all(self, jobs, access):
        self.batches.append([job.asset for job in jobs])
        yield from RasterReader(HURRIED, threads=2).read_all(jobs, access)


class Crowded(StacSource):
    """Every third acquisition was an hour after the one before."""

    def parse(self, answer, request):
        search = super().parse(answer, request)
        in_order = sorted(search.scenes, key=lambda scene: scene.acquired)
        takes = list(dict.fromkeys(scene.datatake for scene in in_order))
        starts = {scene.datatake: scene.acquired for scene in reversed(in_order)}
        moved = {
            take: starts[before] + timedelta(hours=1)
            for before, take in zip(takes[1::3], takes[2::3])
        }
        scenes = [
            replace(scene, acquired=moved.get(scene.datatake, scene.acquired))
            for scene in search.scenes
        ]
        return replace(search, scenes=tuple(scenes))


@pytest.fixture
def crowded(servers):
    with Crowded(provider=typed_provider(servers.api.url), network=HURRIED) as opened:
        yield opened


def a_crowded_request(parcel, **changes):
    season = {"start": "2022-05-01", "end": "2022-07-31", "bands": ("B08", "B04")}
    return a_request(parcel, **{**season, "one_per_date": True, **changes})


def rivals_among(scenes):
    days = Counter(scene.acquired.date() for scene in scenes)
    return {scene for scene in scenes if days[scene.acquired.date()] > 1}


def test_only_dates_that_share_their_day_wait_for_the_flags(crowded, parcel):
    reader = Noting()
    events = list(run(a_crowded_request(parcel), crowded, Tools(reader)))
    (found,) = (event for event in events if isinstance(event, Found))
    count, rivals = len(found.scenes), rivals_among(found.scenes)
    assert 0 < len(rivals) < count
    first = [asset.band for asset in reader.batches[0]]
    assert first[:count] == ["SCL"] * count
    assert Counter(first[count:]) == dict.fromkeys(("B08", "B04"), count - len(rivals))
    flagged = {event.scene: at for at, event in enumerate(events) if isinstance(event, Flagged)}
    for at, event in enumerate(events):
        if isinstance(event, Chip):
            assert at > max(flagged[one] for one in {event.scene, *rivals_of(event.scene, rivals)})


def rivals_of(scene, rivals):
    return {other for other in rivals if other.acquired.date() == scene.acquired.date()}


def test_of_a_shared_day_no_band_is_read_of_the_one_that_is_left_out(servers, crowded, parcel):
    results = results_of(a_crowded_request(parcel), crowded, None)
    rivals = rivals_among([result.scene for result in results])
    left_out = [one for one in results if isinstance(one, FailedChip) and one.scene in rivals]
    assert left_out
    assert {one.absence for one in left_out} == {Absence.EXCLUDED}
    read = servers.files.stats()["by_path"]
    assert all(path_of(one.scene, "B08", servers) not in read for one in left_out)


def test_one_per_date_changes_nothing_but_the_choice(crowded, reader, parcel):
    request = a_crowded_request(parcel, bands=("B08",), one_per_date=False)
    everything = {chip.scene: chip for chip in chips_of(results_of(request, crowded, reader))}
    chosen = chips_of(results_of(replace(request, one_per_date=True), crowded, reader))
    assert 0 < len(chosen) < len(everything)
    assert set(Counter(chip.scene.acquired.date() for chip in chosen).values()) == {1}
    for chip in chosen:
        whole = everything[chip.scene]
        assert (chip.flag, chip.histogram) == (whole.flag, whole.histogram)
        np.testing.assert_array_equal(chip.bands["B08"], whole.bands["B08"])


def test_the_first_files_asked_for_are_those_the_flags_need(servers, source, parcel, monkeypatch):
    monkeypatch.setattr("cbm_chips.core.reading.cog.reader.HEAD_START_S", 600)
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    with (
        closing(default_reader(replace(HURRIED, read_timeout_s=600))) as reader,
        closing(run(a_request(parcel), source, Tools(reader))) as events,
    ):
        next(event for event in events if isinstance(event, Found))
        while not servers.pixel_requests():
            assert next(events) == Waiting()
        assert next(events) == Waiting()
    assert all("SCL" in path for path in servers.files.stats()["by_path"])


class Patient(StacSource):
    """Answers when as many connections as `connections` are open where the pixels are."""

    files: ServerProcess
    connections = 0

    def fetch_in_parts(self, request):
        until(lambda: self.files.stats()["opened"] >= self.connections)
        self.seen = self.files.stats()
        yield from super().fetch_in_parts(request)


def until(is_so):
    limit = time.monotonic() + ROOM_S
    while not is_so():
        assert time.monotonic() < limit, "it never came to that"
        threading.Event().wait(0.01)


def a_patient_source(servers, *, connections):
    provider = replace(typed_provider(servers.api.url), pixel_hosts=(servers.files.url,))
    source = Patient(provider=provider, network=HURRIED)
    source.files, source.connections = servers.files, connections
    return source


def test_connections_are_open_when_the_search_is_back_and_nothing_was_said(servers, parcel, cache):
    with a_patient_source(servers, connections=PRECONNECTIONS) as source:
        chips = chips_of(extract_chips(a_request(parcel), source, cache=cache))
        assert (source.seen["opened"], source.seen["requests"]) == (PRECONNECTIONS, 0)
        assert {name for chip in chips for name in chip.provenance.readers.values()} == {"windows"}
        servers.reset()
        assert chips_of(extract_chips(a_request(parcel), source, cache=cache))
    again = servers.files.stats()
    assert (again["opened"], again["requests"]) == (0, 0)


class Attentive(StacSource):
    """Looks at the file server between the answer and what is done with it."""

    files: ServerProcess

    def may_keep(self, answer):
        until(lambda: self.files.stats()["opened"] >= PRECONNECTIONS)
        self.seen = self.files.stats()
        return super().may_keep(answer)


def test_an_answer_tells_where_to_connect_to_before_anything_is_read(servers, parcel, cache):
    with Attentive(provider=typed_provider(servers.api.url), network=HURRIED) as source:
        source.files = servers.files
        assert chips_of(extract_chips(a_request(parcel), source, cache=cache))
    assert (source.seen["opened"], source.seen["requests"]) == (PRECONNECTIONS, 0)


def test_connections_opened_ahead_are_closed_with_the_run(servers, parcel):
    with (
        a_patient_source(servers, connections=PRECONNECTIONS) as source,
        closing(default_reader(HURRIED)) as reader,
    ):
        events = run(a_request(parcel), source, Tools(reader))
        assert isinstance(next(event for event in events if event != Waiting()), Found)
        events.close()
    until(lambda: servers.files.stats()["closed"] == PRECONNECTIONS)


class InPages(StacSource):
    """The rest of the answer comes when there is no more to be read of the first page."""

    def fetch_in_parts(self, request):
        *parts, whole = super().fetch_in_parts(request)
        self.parts = parts
        for part in parts:
            new_threads = NewThreads()
            yield part
            new_threads.join(PREFETCH_THREAD_NAME)
            self.seen = self.files.stats()
        yield whole


def a_paged_source(servers, *, page_limit):
    provider = replace(typed_provider(servers.api.url), page_limit=page_limit)
    source = InPages(provider=provider, network=HURRIED)
    source.files = servers.files
    return source


@pytest.mark.parametrize(
    ("changes", "is_cached"),
    in_turns([{}, {"clear_only": True}, {"one_per_date": True}], [False, True]),
    ids=str,
)
def test_the_first_pages_scl_is_read_while_the_next_page_loads_and_only_once(
    servers, parcel, cache, changes, is_cached
):
    request = a_request(parcel, bands=("B08", "B04"), **changes)
    kept = cache if is_cached else None
    with a_paged_source(servers, page_limit=100) as source:
        expected = chips_of(extract_chips(request, source, cache=None))
        assert source.parts == []
    in_one_page = servers.files.stats()["by_path"]
    servers.reset()
    with a_paged_source(servers, page_limit=3) as source:
        chips = chips_of(extract_chips(request, source, cache=kept))
    assert all("SCL" in path for path in source.seen["by_path"])
    assert 0 < len(source.seen["by_path"]) < len(in_one_page)
    requests = {path: row["requests"] for path, row in servers.files.stats()["by_path"].items()}
    assert requests == {path: row["requests"] for path, row in in_one_page.items()}
    assert [chip.scene for chip in chips] == [chip.scene for chip in expected]
    for one, other in zip(chips, expected):
        assert (one.flag, one.histogram) == (other.flag, other.histogram)
        np.testing.assert_array_equal(one.bands["B08"], other.bands["B08"])


def test_what_the_cache_holds_is_not_read_ahead(servers, parcel, cache, monkeypatch):
    with a_paged_source(servers, page_limit=3) as source:
        known = chips_of(extract_chips(a_request(parcel), source, cache=cache))
        monkeypatch.setattr("cbm_chips.core.pipeline.search.FRESH_SEARCH_S", 0.0)
        servers.reset()
        again = chips_of(extract_chips(a_request(parcel), source, cache=cache))
    assert servers.pixel_requests() == 0
    assert [chip.scene for chip in again] == [chip.scene for chip in known]


def test_reading_ahead_ends_with_the_run(servers, parcel, new_threads):
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    provider = replace(typed_provider(servers.api.url), page_limit=3)
    with StacSource(provider=provider, network=HURRIED) as source:
        events = run(a_request(parcel), source, Tools(default_reader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        assert new_threads.alive(PREFETCH_THREAD_NAME)
        events.close()
    new_threads.join(PREFETCH_THREAD_NAME)


def test_a_host_that_is_gone_is_no_matter_while_nothing_is_read_from_it(servers, parcel):
    nobody = ("http://127.0.0.1:9", "https://tiles.invalid", "nonsense")
    provider = replace(typed_provider(servers.api.url), pixel_hosts=nobody)
    with StacSource(provider=provider, network=HURRIED) as source:
        assert chips_of(extract_chips(a_request(parcel), source, cache=None))


def test_a_repeat_makes_no_request_for_pixels(servers, source, reader, parcel, cache):
    first = chips_of(results_of(a_request(parcel), source, reader, cache))
    servers.reset()
    again = chips_of(results_of(a_request(parcel), source, reader, cache))
    assert servers.pixel_requests() == 0
    assert {name for chip in again for name in chip.provenance.readers.values()} == {"cache"}
    for one, other in zip(first, again):
        assert one.flag is other.flag
        for band in one.bands:
            np.testing.assert_array_equal(one.bands[band], other.bands[band])


def test_a_longer_period_reads_only_the_new_dates(servers, source, reader, parcel, cache):
    known = chips_of(results_of(a_request(parcel), source, reader, cache))
    servers.reset()
    results_of(a_request(parcel, end="2022-07-31"), source, reader, cache)
    touched = servers.files.stats()["by_path"]
    assert touched
    for chip in known:
        for band in chip.bands:
            href = path_of(chip.scene, band, servers)
            assert href not in touched


def test_another_composite_reads_only_the_missing_band(servers, source, reader, parcel, cache):
    results_of(a_request(parcel), source, reader, cache)
    servers.reset()
    chips = chips_of(
        results_of(a_request(parcel, bands=("B08", "B11", "B04")), source, reader, cache)
    )
    wanted = {path_of(chip.scene, "B11", servers) for chip in chips}
    assert set(servers.files.stats()["by_path"]) == wanted


def test_offline_the_kept_answer_and_chips_serve_and_say_so(
    sample_archive, tmp_path, reader, parcel, cache, monkeypatch
):
    with served(sample_archive, tmp_path) as both:
        with open_source(both.api.url, network=HURRIED) as source:
            online = chips_of(results_of(a_request(parcel), source, reader, cache))
        offline = open_source(both.api.url, network=replace(HURRIED, retries=0))
    monkeypatch.setattr("cbm_chips.core.pipeline.search.FRESH_SEARCH_S", 0.0)
    events = list(run(a_request(parcel), offline, Tools(reader, cache)))
    (found,) = (event for event in events if isinstance(event, Found))
    assert any("offline" in note for note in found.notes)
    assert [chip.scene.id for chip in chips_of(events)] == [chip.scene.id for chip in online]


def test_offline_with_nothing_kept_is_an_error_that_says_so(
    sample_archive, tmp_path, reader, parcel
):
    with served(sample_archive, tmp_path) as both:
        source = open_source(both.api.url, network=replace(HURRIED, retries=0))
    with pytest.raises(SourceUnreachable):
        results_of(a_request(parcel), source, reader)


def test_without_scl_a_chip_still_comes_and_says_why_it_is_not_judged(
    servers, source, reader, parcel
):
    servers.files.set_faults([{"match": "SCL", "kind": "404"}])
    chips = chips_of(results_of(a_request(parcel, bands=("B08",)), source, reader))
    assert chips
    assert {chip.flag for chip in chips} == {CloudFlag.NO_SCL}
    assert all("SCL could not be read: 404" in chip.provenance.notes[-1] for chip in chips)


def test_a_missing_file_costs_its_band_on_its_date_only(servers, source, reader, parcel):
    scenes = scenes_found(a_request(parcel), source, reader)
    victim = next(scene for scene in scenes if not scene.fallbacks)
    path = path_of(victim, "B08", servers)
    servers.files.set_faults([{"match": path, "kind": "404"}])
    chips = {
        chip.scene.id: chip for chip in chips_of(results_of(a_request(parcel), source, reader))
    }
    assert set(chips) == {scene.id for scene in scenes}
    assert chips[victim.id].failures == {"B08": "404, file missing"}
    assert set(chips[victim.id].bands) == {"B04", "SCL"}
    assert all(not chip.failures for name, chip in chips.items() if name != victim.id)


def test_a_date_without_any_file_fails_with_its_reason_and_spoils_no_other(
    servers, source, reader, parcel
):
    scenes = scenes_found(a_request(parcel), source, reader)
    victim = next(scene for scene in scenes if not scene.fallbacks)
    folder = path_of(victim, "B08", servers).rsplit("/", 1)[0]
    servers.files.set_faults([{"match": folder, "kind": "404"}])
    results = results_of(a_request(parcel), source, reader)
    (failed,) = (item for item in results if isinstance(item, FailedChip))
    assert failed.scene.id == victim.id
    assert failed.absence is Absence.FAILED
    assert "404" in failed.reason
    assert len(chips_of(results)) == len(scenes) - 1


def test_a_reprocessed_twin_stands_in_when_files_are_missing(servers, source, reader, parcel):
    request = a_request(parcel, start="2022-03-01", end="2022-10-31", bands=("B08",))
    twins = [scene for scene in scenes_found(request, source, reader) if scene.fallbacks]
    assert twins
    day = twins[0].acquired.date().isoformat()
    path = path_of(twins[0], "B08", servers)
    servers.files.set_faults([{"match": path, "kind": "404"}])
    narrow = replace(request, start=day, end=day)
    (chip,) = chips_of(results_of(narrow, source, reader))
    assert chip.scene.id == twins[0].fallbacks[0].id
    assert "missing" in " ".join(chip.provenance.notes)


def test_the_swath_edge_leaves_no_data_and_says_so(source, reader, parcel):
    request = a_request(
        parcel, start="2022-03-01", end="2022-10-31", bands=("B08", "SCL"), size_m=5120
    )
    chips = chips_of(results_of(replace(request, place=Place(5.664, 52.694)), source, reader))
    torn = [chip for chip in chips if chip.histogram.get(0, 0) > 100]
    assert torn
    for chip in torn:
        assert chip.flag is not CloudFlag.CLEAR
        assert (chip.bands["B08"] == 0).any()


def test_level1c_has_no_flag_but_pixels(source, reader, parcel):
    request = a_request(
        parcel, start="2022-03-01", end="2022-10-31", bands=("B08", "B10"), level="LEVEL1C"
    )
    chips = chips_of(results_of(request, source, reader))
    assert len(chips) >= 2
    assert {chip.flag for chip in chips} == {CloudFlag.NO_SCL}
    assert all(chip.histogram is None and chip.bands["B10"].any() for chip in chips)


def test_to_stop_iterating_is_to_cancel(servers, source, reader, parcel, new_threads):
    request = a_request(parcel, start="2022-03-01", end="2022-10-31")
    events = run(request, source, Tools(reader))
    assert any(isinstance(event, Flagged) for event in events)
    events.close()
    new_threads.join(THREAD_NAME)


def test_a_static_catalogue_gives_the_same_chips(sample_archive, source, reader, parcel):
    with open_source(str(sample_archive)) as static:
        local = chips_of(results_of(a_request(parcel), static, reader))
    remote = chips_of(results_of(a_request(parcel), source, reader))
    assert [chip.scene.label for chip in local] == [chip.scene.label for chip in remote]
    for one, other in zip(local, remote):
        np.testing.assert_array_equal(one.bands["B08"], other.bands["B08"])


@dataclass(frozen=True)
class MadeUp:
    """A reader that gives the number `dn` says for each file; None for a file that is missing."""

    dn: Callable[[Asset], int | None]

    def read_all(self, jobs, access):
        for job in jobs:
            value = self.dn(job.asset)
            if value is None:
                yield Read(job, error=ReadError("404, file missing", http_status=404))
            else:
                values = np.full((job.grid.height_px, job.grid.width_px), value, np.uint16)
                yield Read(job, pixels=Pixels(values, WINDOW, "made up"))


def test_a_level_1c_scene_without_a_pixel_in_the_chip_is_left_out(source, parcel):
    request = a_request(parcel, start="2022-01-01", level="LEVEL1C", bands=("B08", "B04"))

    results = results_of(request, source, MadeUp(lambda asset: 0))

    assert results
    assert {result.absence for result in results} == {Absence.EXCLUDED}


def test_clear_only_holds_for_the_fallback_that_is_read_in_place_of_a_clear_scene(
    source, reader, parcel
):
    request = a_request(parcel, start="2022-03-01", end="2022-10-31", clear_only=True)
    (twins, *_) = [one for one in scenes_found(request, source, reader) if one.fallbacks]
    cloudy_files = {asset.href for one in twins.fallbacks for asset in one.assets.values()}

    def dn(asset):
        if asset.band == "SCL":
            return 9 if asset.href in cloudy_files else 4
        return None if asset.href == twins.assets["B08"].href else 1200

    results = results_of(request, source, MadeUp(dn))

    (result,) = [one for one in results if one.scene.acquired == twins.acquired]
    assert isinstance(result, FailedChip)
    assert (result.absence, result.flag) == (Absence.EXCLUDED, CloudFlag.CLOUDY)


def test_the_pixels_go_the_way_to_the_network_that_the_source_goes(servers, parcel, monkeypatch):
    used = []

    def noted(network, **others):
        used.append(network)
        return RasterReader(network, **others)

    monkeypatch.setattr("cbm_chips.core.reading.gdal.reader.RasterReader", noted)
    with open_source(servers.api.url, network=HURRIED) as source:
        next(extract_chips(a_request(parcel), source, cache=None))
    assert used == [HURRIED]


def test_who_does_not_choose_a_reader_gets_the_fast_one(servers, source, parcel, cache):
    request = a_request(parcel, bands=("B08", "B04"))
    chips = chips_of(extract_chips(request, source, cache=cache))
    assert {name for chip in chips for name in chip.provenance.readers.values()} == {"windows"}
    assert all(chip.provenance.bytes_read > 0 for chip in chips)
    files = [chip.scene.assets[band].content for chip in chips for band in ("SCL", "B08", "B04")]
    assert set(cache.headers.get(files)) == set(files)


def test_a_broken_catalogue_folder_is_refused_in_words(tmp_path: Path):
    with pytest.raises(Exception, match="source"):
        open_source(str(tmp_path / "nowhere"))


def test_a_run_can_be_stopped_again_and_again_though_the_server_is_silent(
    servers, source, reader, parcel
):
    servers.files.set_faults([{"match": "B08", "kind": "stall", "seconds": 600}])
    events = run(a_request(parcel, bands=("B08",)), source, Tools(reader))
    assert any(isinstance(event, Flagged) for event in events)
    assert any(isinstance(event, Waiting) for event in events)
    assert any(isinstance(event, Waiting) for event in events)
    events.close()


def test_a_chip_knows_which_pixels_are_bad_whether_or_not_its_classes_are_wished(
    source, reader, parcel
):
    with_classes, without = (
        {chip.scene.id: chip for chip in chips_of(results_of(request, source, reader))}
        for request in (
            a_request(parcel, bands=("B04", "SCL")),
            a_request(parcel, bands=("B04",)),
        )
    )
    assert with_classes.keys() == without.keys()
    for scene, chip in with_classes.items():
        bad = np.isin(chip.bands["SCL"], (0, 1, 3, 8, 9, 10))
        assert (chip.bad_pixels == bad).all()
        assert (without[scene].bad_pixels == bad).all()
