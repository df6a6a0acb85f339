"""Numbers and chips of the same parcels: each as alone, from the same reads."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import date

import pytest

from cbm_chips.core import Chip, ChipRequest, Place
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import FailedChip
from cbm_chips.core.parcels.numbers.table import ParcelTable, joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.parcels.running.with_chips import chips_on_days, tables_with_chips
from cbm_chips.core.pipeline.places import PlaceEnd, run_places
from cbm_chips.core.pipeline.run import Tools
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.registry import open_source
from tests.parcel_archive import same

HURRIED = Network(retries=0, retry_delay_s=0.01)
DAY = date(2022, 6, 14)
DAYS = {"start": "2022-06-01", "end": "2022-06-20"}
NUMBERS = {**DAYS, "bands": ("B04", "B08")}
CHIPS = {**DAYS, "bands": ("B04", "B08", "SCL"), "size_m": 400}


@pytest.fixture
def servers(sample_servers):
    return sample_servers


@pytest.fixture(scope="module")
def parcels(sample_archive):
    return {one.id: one.outline for one in sample_parcels(sample_archive)[:3]}


@contextmanager
def opened(servers, folder):
    servers.reset()
    cache = ChipCache(folder)
    with (
        open_source(servers.api.url, network=HURRIED) as source,
        closing(default_reader(HURRIED, stores=cache.file_stores)) as reader,
    ):
        yield source, Tools(reader, cache)


def pixels_of(steps):
    found = {}
    for step in steps:
        if isinstance(step, tuple) and isinstance(step[1], (Chip, FailedChip)):
            number, chip = step
            found[number, chip.scene.id] = {
                band: values.tobytes() for band, values in getattr(chip, "bands", {}).items()
            }
    return found


def test_both_come_of_the_requests_that_the_chips_take_alone(servers, parcels, tmp_path):
    places = {n: Place.of_parcel(shape, name) for n, (name, shape) in enumerate(parcels.items())}
    request = ChipRequest(places[0], **CHIPS)
    with opened(servers, tmp_path / "numbers") as (source, tools):
        plan = plan_parcels(parcels.items(), NUMBERS, source, cache=tools.cache)
        table = joined(run_plan(plan, source, cache=tools.cache, reader=tools.reader))
    with opened(servers, tmp_path / "chips") as (source, tools):
        chips = pixels_of(run_places(request, list(places.values()), source, tools))
        alone = servers.files.stats()["by_path"]
    with opened(servers, tmp_path / "both") as (source, tools):
        plan = plan_parcels(parcels.items(), NUMBERS, source, cache=tools.cache)
        steps = list(tables_with_chips(plan, request, places, source, tools))
        asked = servers.files.stats()["by_path"]

    assert same(joined(step for step in steps if isinstance(step, ParcelTable)), table)
    assert pixels_of(steps) == chips
    assert len(chips) > len(places)
    assert {path: told["requests"] for path, told in asked.items()} == {
        path: told["requests"] for path, told in alone.items()
    }


def test_parcels_without_a_place_have_numbers_and_no_chip(servers, parcels, tmp_path):
    name, outline = next(iter(parcels.items()))
    request = ChipRequest(Place.of_parcel(outline, name), **CHIPS)
    with opened(servers, tmp_path) as (source, tools):
        plan = plan_parcels(parcels.items(), NUMBERS, source, cache=tools.cache)
        steps = list(tables_with_chips(plan, request, {}, source, tools))
    assert sum(isinstance(step, ParcelTable) for step in steps) == len(plan.pieces)
    assert pixels_of(steps) == {}


class TestAParcelThatCanHaveNoChip:
    """Beyond the tiles: it costs itself alone."""

    def test_of_all_dates(self, servers, parcels, tmp_path):
        places = dict(enumerate(map(Place.of_parcel, list(parcels.values())[:1], parcels)))
        places[7] = Place(lon=5.0, lat=88.0)
        with opened(servers, tmp_path) as (source, tools):
            plan = plan_parcels(list(parcels.items())[:1], NUMBERS, source, cache=tools.cache)
            steps = list(
                tables_with_chips(plan, ChipRequest(places[0], **CHIPS), places, source, tools)
            )
        self.has_ended_with_its_reason(steps)
        assert {number for number, _ in pixels_of(steps)} == {0}
        assert any(isinstance(step, ParcelTable) for step in steps)

    def test_of_days_of_its_own(self, servers, parcels, tmp_path):
        places = dict(enumerate(map(Place.of_parcel, list(parcels.values())[:2], parcels)))
        places[7] = Place(lon=5.0, lat=88.0)
        days = {0: {date(2022, 6, 14)}, 1: {date(2022, 6, 9), date(2022, 6, 19)}, 7: {DAY}}
        with opened(servers, tmp_path) as (source, tools):
            request = ChipRequest(places[0], **CHIPS)
            steps = list(chips_on_days(request, places, days, source, tools))
        self.has_ended_with_its_reason(steps)
        found = {
            (step[0], step[1].scene.acquired.date())
            for step in steps
            if step and isinstance(step[1], Chip)
        }
        assert found == {(0, DAY), (1, date(2022, 6, 9)), (1, date(2022, 6, 19))}

    @staticmethod
    def has_ended_with_its_reason(steps):
        (end,) = (step[1] for step in steps if isinstance(step, tuple) and step[0] == 7)
        assert isinstance(end, PlaceEnd)
        assert "UTM" in str(end.error)
