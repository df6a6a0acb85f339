"""Search answers that are kept: used while they are fresh, put together while nobody answers."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack, closing
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.model import Chip, ChipRequest, FailedChip, Place
from cbm_chips.core.pipeline.run import Found, Tools, run
from cbm_chips.core.pipeline.searching import kept_searches, search
from cbm_chips.core.pipeline.searching.nearest_dates import nearest_dates
from cbm_chips.core.pipeline.searching.search import find
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.registry import open_source
from tests.sample_servers import served
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
PATIENT = replace(HURRIED, retries=6, retry_delay_s=300.0)
BANDS = ("B08", "B04")
JUNE = ("2022-06-01", "2022-06-30")


@pytest.fixture(scope="module")
def place(parcel):
    return parcel


def a_request(place, start=JUNE[0], end=JUNE[1], **more) -> ChipRequest:
    return ChipRequest(place, **{"start": start, "end": end, "bands": BANDS, **more})


def tools(cache, network=HURRIED) -> Tools:
    return Tools(default_reader(network, stores=cache.file_stores), cache)


class Gone:
    """What was read while the servers were there, asked for when they are not."""

    def __init__(self, url, cache, network):
        self._url, self._cache, self._network = url, cache, network

    def events(self, request):
        with open_source(self._url, network=replace(HURRIED, retries=0)) as source:
            return list(run(request, source, tools(self._cache, self._network)))


@pytest.fixture(scope="module")
def what_is_kept(sample_archive, tmp_path_factory, place):
    """June was read, and the first days of July."""
    folder = tmp_path_factory.mktemp("kept")
    with closing(ChipCache(folder / "cache")) as cache:
        with ExitStack() as online:
            servers = online.enter_context(served(sample_archive, folder))
            source = online.enter_context(open_source(servers.api.url, network=HURRIED))
            for period in (JUNE, ("2022-07-01", "2022-07-10")):
                list(run(a_request(place, *period), source, tools(cache)))
        yield Gone(servers.api.url, cache, PATIENT)


@pytest.fixture
def gone(what_is_kept, monkeypatch):
    monkeypatch.setattr(search, "FRESH_SEARCH_S", 0.0)
    return what_is_kept


def days_of(events, kind=Chip):
    return sorted(str(one.scene.acquired.date()) for one in events if isinstance(one, kind))


@pytest.mark.parametrize(("status", "is_kept"), [(503, True), (500, True), (404, False)])
def test_a_catalogue_that_fails_shows_what_is_kept_and_says_so(tmp_path, status, is_kept):
    listed = json.dumps({"features": [a_c1_item("a")], "links": []})
    landing = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "links": []}
    landing["conformsTo"] = ["https://api.stacspec.org/v1.0.0/item-search"]
    script = {
        "/": (200, {}, json.dumps(landing)),
        "/collections": (200, {}, json.dumps({"collections": [{"id": "sentinel-2-c1-l2a"}]})),
        "/search": (200, {}, listed),
    }
    request = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04",))
    with ExitStack() as stack:
        cache = stack.enter_context(closing(ChipCache(tmp_path)))
        server = stack.enter_context(scripted(script))
        source = stack.enter_context(open_source(server.url, network=HURRIED))
        assert find(request, source, cache).scenes
        script["/search"] = (status, {}, "down")
        if not is_kept:
            with pytest.raises(SourceError, match="404"):
                find(request, source, cache, fresh_s=0.0)
            return
        found = find(request, source, cache, fresh_s=0.0)

    assert [scene.id for scene in found.scenes] == ["a"]
    assert found.is_offline
    why = f"(127.0.0.1:{server.server_port} answered {status}"
    assert any(note.startswith("no search now: ") and why in note for note in found.notes)


def note_of(events):
    (found,) = (event for event in events if isinstance(event, Found))
    (note,) = (note for note in found.notes if note.startswith("offline"))
    return note


def test_offline_a_longer_period_shows_the_dates_that_are_kept_and_says_so(gone, place):
    june = days_of(gone.events(a_request(place)))
    july = days_of(gone.events(a_request(place, "2022-07-01", "2022-07-10")))
    longer = gone.events(a_request(place, "2022-05-01", "2022-08-31"))
    assert days_of(longer) == [*june, *july]
    assert june
    assert july
    assert "2022-06-01 to 2022-07-10" in note_of(longer)
    assert days_of(longer, FailedChip) == [
        *days_of(gone.events(a_request(place)), FailedChip),
        *days_of(gone.events(a_request(place, "2022-07-01", "2022-07-10")), FailedChip),
    ]


def test_offline_a_shorter_period_shows_its_part(gone, place):
    june = days_of(gone.events(a_request(place)))
    shorter = gone.events(a_request(place, june[1], june[-2]))
    assert days_of(shorter) == june[1:-1]
    assert "old" in note_of(shorter)


def test_offline_a_period_with_nothing_kept_is_refused_in_words(gone, place):
    with pytest.raises(SourceUnreachable, match="can't be reached"):
        gone.events(a_request(place, "2021-06-01", "2021-06-30"))


def test_offline_less_is_taken_from_what_is_kept_of_more(gone, place):
    june = gone.events(a_request(place))
    clouds = [one.scene.scene_cloud_pct for one in june if isinstance(one, (Chip, FailedChip))]
    limit = sorted(clouds)[len(clouds) // 2]
    clearer = gone.events(a_request(place, max_scene_cloud_pct=limit))
    shown = [one.scene.scene_cloud_pct for one in clearer if isinstance(one, (Chip, FailedChip))]
    assert sorted(shown) == sorted(cloud for cloud in clouds if cloud <= limit)
    assert 0 < len(shown) < len(clouds)
    assert "old" in note_of(clearer)
    smaller = gone.events(a_request(place, size_m=640))
    assert days_of(smaller, (Chip, FailedChip)) == days_of(june, (Chip, FailedChip))


def test_offline_more_is_not_taken_from_what_is_kept_of_less(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "FRESH_SEARCH_S", 0.0)
    less = a_request(PLACE, max_scene_cloud_pct=20, size_m=640)
    with closing(ChipCache(tmp_path)) as cache:
        find(less, Echo(), cache)
        assert find(replace(less, max_scene_cloud_pct=10), Silent(), cache).is_offline
        for more in ({"max_scene_cloud_pct": 21}, {"size_m": 1280}):
            with pytest.raises(SourceUnreachable):
                find(replace(less, **more), Silent(), cache)


@pytest.mark.parametrize("more", [{"level": "LEVEL1C"}, {"size_m": 2560}])
def test_offline_another_question_is_not_answered_by_this_one(gone, place, more):
    with pytest.raises(SourceUnreachable):
        gone.events(a_request(place, **more))


def test_offline_another_band_fails_at_once_and_the_kept_ones_come(gone, place):
    begun = time.monotonic()
    events = gone.events(a_request(place, bands=("B08", "B11")))
    assert time.monotonic() - begun < PATIENT.retry_delay_s
    chips = [one for one in events if isinstance(one, Chip)]
    assert chips
    for chip in chips:
        assert set(chip.bands) == {"B08"}
        assert "did not answer" in chip.failures["B11"]


def test_a_search_of_another_catalogue_is_not_taken(gone, place):
    other = open_source(f"{gone._url}?set=b", network=replace(HURRIED, retries=0))
    with other as source, pytest.raises(SourceUnreachable):
        find(a_request(place), source, gone._cache)


# Which question it is

CHANGES = {
    "place": Place(lon=5.7, lat=52.7),
    "start": date(2022, 6, 2),
    "end": date(2022, 6, 29),
    "size_m": 640,
    "level": "LEVEL1C",
    "max_scene_cloud_pct": 20.0,
}
NOT_ASKED = {"bands", "clear_only", "one_per_date", "second_opinion"}


def test_every_field_of_a_request_makes_another_question_but_those_no_source_is_asked_about():
    names = {field.name for field in fields(ChipRequest)}
    assert names - NOT_ASKED == CHANGES.keys()


class Echo:
    """A source that counts how often it is asked."""

    identity, is_remote, lists_freely = "echo", True, True

    def __init__(self, *, keeps=True):
        self.asked, self._keeps = 0, keeps

    def fetch(self, request):
        self.asked += 1
        return b"{}"

    def parse(self, answer, request):
        from cbm_chips.core.model import Search

        return Search(())

    def may_keep(self, answer):
        return self._keeps


class Silent(Echo):
    """Nobody answers."""

    def fetch(self, request):
        raise SourceUnreachable("nobody answers")


PLACE = Place(lon=5.664, lat=52.694)


@pytest.mark.parametrize("name", CHANGES)
def test_another_question_is_asked(tmp_path, name):
    source = Echo()
    with closing(ChipCache(tmp_path)) as cache:
        request = a_request(PLACE)
        find(request, source, cache)
        find(replace(request, bands=("B02",), clear_only=True, one_per_date=True), source, cache)
        find(replace(request, place=replace(PLACE, label="a field")), source, cache)
        assert source.asked == 1
        changed = {name: CHANGES[name], "bands": ("B02",)}
        find(replace(request, **changed), source, cache)
        assert source.asked == 2


def test_an_answer_that_may_not_be_kept_is_asked_for_each_time(tmp_path):
    source = Echo(keeps=False)
    with closing(ChipCache(tmp_path)) as cache:
        for _ in range(3):
            find(a_request(PLACE), source, cache)
    assert source.asked == 3


def test_of_a_place_only_the_last_periods_are_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_searches, "MAX_PERIODS", 3)
    with closing(ChipCache(tmp_path)) as cache:
        for number in range(6):
            first = date(2022, 1, 1) + timedelta(number)
            find(a_request(PLACE, first, first), Echo(), cache)
        kept = kept_searches.KeptSearches(
            cache, Echo(), a_request(PLACE, "2022-01-01", "2022-12-31")
        )
        assert [one.period.first.day for one in kept.listed()] == [6, 5, 4]


def test_an_answer_of_a_time_to_come_is_not_taken_for_a_fresh_one(tmp_path, monkeypatch):
    source, now = Echo(), time.time()
    with closing(ChipCache(tmp_path)) as cache:
        find(a_request(PLACE), source, cache)
        monkeypatch.setattr("cbm_chips.core.cache.store.time.time", lambda: now - 3600)
        find(a_request(PLACE), source, cache)
    assert source.asked == 2


def test_offline_nobody_knows_which_day_is_the_nearest(gone, place):
    source = open_source(gone._url, network=replace(HURRIED, retries=0))
    with source, pytest.raises(SourceUnreachable):
        nearest_dates(
            a_request(place, "2022-06-29", "2022-06-29"),
            source,
            gone._cache,
            today=date(2022, 12, 31),
        )


def test_that_a_cbm_server_found_nothing_is_not_kept():
    with open_source("cbm+https://cbm.example") as source:
        empty = {"format": "cbm-rest-1", "products": [], "notes": []}
        assert not source.may_keep(json.dumps(empty).encode())
        assert source.may_keep(json.dumps({**empty, "products": ["S2A_..."]}).encode())
