"""Many places at once: each gets what its own run gives, and files are read together."""

from __future__ import annotations

import csv
from contextlib import closing, contextmanager
from dataclasses import replace

import numpy as np
import pytest

from cbm_chips.core import Chip, ChipRequest, Place
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Absence, FailedChip
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.pipeline.places import PlaceEnd, groups_of, run_places
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.registry import open_source
from tests.effort import IS_THOROUGH
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square

HURRIED = Network(retries=0, retry_delay_s=0.01)
MARCH = {"start": "2022-03-01", "end": "2022-03-20", "size_m": 400}
ALL = ("B04", "B11", "SCL")


@contextmanager
def tools_for(source, cache=None):
    stores = cache.file_stores if cache else None
    with closing(default_reader(HURRIED, stores=stores)) as reader:
        yield Tools(reader, cache)


def scattered(seed, count):
    """Places in and around three tiles of two zones, some of them across their edges."""
    rng = np.random.default_rng(seed)
    places = []
    for number in range(count):
        tile = (WEST, MIDDLE, EAST)[number % 3]
        x_m, y_m = rng.integers(-200, tile.size_m, 2)
        outline = a_square(tile, float(x_m), float(y_m), side_m=float(rng.integers(8, 300)))
        places.append(Place.of_parcel(outline, f"parcel {number}"))
    return places


def told(result):
    """All that a result says, but for who has paid for the bytes."""
    common = (
        result.scene,
        result.flag,
        result.histogram,
        result.cloud_fraction,
        result.parcel_in_chip_pct,
        dict(result.failures),
    )
    if isinstance(result, FailedChip):
        return (*common, result.reason, result.absence)
    made = result.provenance
    pixels = {band: (values.dtype, values.tobytes()) for band, values in result.bands.items()}
    of = (made.methods, made.scenes, made.planned, made.outline_basis, made.notes)
    bad = None if result.bad_pixels is None else result.bad_pixels.tobytes()
    return (*common, result.grid, result.scales, pixels, bad, of, made.offset_decision)


def by_scene(results):
    return sorted(map(told, results), key=lambda one: (one[0].acquired, one[0].id))


def one_by_one(request, places, source, tools):
    found = []
    for place in places:
        own = ChipRequest(place, **request)
        with closing(run(own, source, tools)) as events:
            found.append(by_scene(e for e in events if isinstance(e, (Chip, FailedChip))))
    return found


def together(request, places, source, tools):
    found = {number: [] for number in range(len(places))}
    with closing(run_places(ChipRequest(places[0], **request), places, source, tools)) as steps:
        for step in steps:
            if step is not None and isinstance(step[1], (Chip, FailedChip)):
                found[step[0]].append(step[1])
    return [by_scene(found[number]) for number in range(len(places))]


@pytest.mark.parametrize(
    ("wanted", "seed", "count"),
    [({}, 2, 6), ({"clear_only": True}, 10, 4), ({"one_per_date": True}, 10, 4)],
)
def test_many_places_give_what_each_gives_alone(parcel_catalog, wanted, seed, count):
    request = {**MARCH, "bands": ALL, **wanted}
    places = scattered(seed=seed, count=15 if IS_THOROUGH else count)
    with open_source(str(parcel_catalog)) as source, tools_for(source) as tools:
        alone = one_by_one(request, places, source, tools)
        left_out = [[isinstance(one[-1], Absence) for one in place] for place in alone]
        assert any(not all(place) for place in left_out)
        assert any(map(any, left_out)) == ("clear_only" in wanted)
        assert together(request, places, source, tools) == alone


SUMMER = {"start": "2022-06-01", "end": "2022-06-15", "bands": ("B08", "SCL"), "size_m": 400}


@pytest.fixture(scope="module")
def parcels(sample_archive):
    return [Place.of_parcel(one.outline, one.id) for one in sample_parcels(sample_archive)][:4]


def asked(servers, request, places, work, cache):
    """What came, and what it took: requests and bytes of files, searches."""
    servers.reset()
    with open_source(servers.api.url, network=HURRIED) as source, tools_for(source, cache) as tools:
        came = work(request, places, source, tools)
    files = servers.files.stats()
    return came, files["requests"], files["bytes"], servers.api.stats()["requests"]


def test_the_sample_s_parcels_share_their_requests(servers, parcels, tmp_path):
    caches = [ChipCache(tmp_path / name) for name in ("alone", "together")]
    alone, before, bytes_before, searches = asked(servers, SUMMER, parcels, one_by_one, caches[0])
    came, requests, bytes_sent, asked_once = asked(servers, SUMMER, parcels, together, caches[1])
    assert came == alone
    assert requests < before
    assert bytes_sent <= bytes_before
    assert asked_once < searches
    again, requests, *_ = asked(servers, SUMMER, parcels, together, caches[1])
    assert (again, requests) == (alone, 0)


def test_a_file_that_fails_costs_its_date_for_each_place(servers, parcels):
    servers.files.set_faults([{"match": "B08.*|.*B08", "kind": "404"}])
    with open_source(servers.api.url, network=HURRIED) as source, tools_for(source) as tools:
        came = together({**SUMMER, "bands": ("B08",)}, parcels[:3], source, tools)
        alone = one_by_one({**SUMMER, "bands": ("B08",)}, parcels[:3], source, tools)
    assert came == alone
    assert all(isinstance(one[-2], str) for place in came for one in place)


def test_the_last_of_each_place_is_its_end(parcel_catalog):
    places = scattered(seed=5, count=4)
    request = ChipRequest(places[0], **MARCH, bands=("SCL",))
    with open_source(str(parcel_catalog)) as source, tools_for(source) as tools:
        steps = [step for step in run_places(request, places, source, tools) if step]
    ends = [number for number, event in steps if isinstance(event, PlaceEnd)]
    assert sorted(ends) == [0, 1, 2, 3]
    for number in range(4):
        assert isinstance([event for of, event in steps if of == number][-1], PlaceEnd)


def test_where_the_source_is_gone_each_place_says_so(parcels):
    request = ChipRequest(parcels[0], **SUMMER)
    with open_source("http://127.0.0.1:9/", network=HURRIED) as source, tools_for(source) as tools:
        steps = [step for step in run_places(request, parcels[:2], source, tools) if step]
    assert [number for number, _ in steps] == [0, 1]
    assert all(isinstance(event.error, SourceError) for _, event in steps)


def test_neighbours_go_together_and_groups_follow_the_first():
    near, far = (5.6, 52.7), (6.7, 52.7)
    assert groups_of(dict(enumerate([far, near, far, near]))) == [[0, 2], [1, 3]]


def content_of(folder):
    """All files; of the table all but which place's files came first."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    rows = list(csv.DictReader(found.pop("chips.csv").decode().splitlines()))
    by_arrival = ("bytes_read", "readers", "methods")
    found["rows"] = [{**row, **dict.fromkeys(by_arrival)} for row in rows]
    return found


@pytest.fixture(scope="module")
def far_and_near():
    """Places in three tiles, by turns; those far from each other are called the same."""
    near, far = (
        [Place.of_parcel(a_square(tile, 900, 700 + 150 * n), "twin") for n in range(2)]
        for tile in (WEST, EAST)
    )
    return [near[0], far[0], near[1], far[1], Place.of_parcel(a_square(MIDDLE), "a=1")]


@pytest.fixture(scope="module")
def alone_and_together(parcel_catalog, far_and_near):
    """The numbers of places with what comes of them: each by a run of its own, and all at once."""
    request = ChipRequest(far_and_near[0], **MARCH, bands=("B08", "B04", "B11"))
    alone = []
    with open_source(str(parcel_catalog)) as source, tools_for(source) as tools:
        for number, place in enumerate(far_and_near):
            with closing(run(replace(request, place=place), source, tools)) as events:
                alone += [(number, event) for event in events]
            alone.append((number, PlaceEnd()))
        steps = run_places(request, far_and_near, source, tools)
        return alone, [step for step in steps if step]


def write_run(folder, output, places, steps, *, reserved=()):
    look = Look(composite_of(("B08", "B11", "B04")))
    with RunWriter(folder, output, look=look) as writer:
        for place in reserved:
            writer.reserve(place)
        for number, event in steps:
            if isinstance(event, PlaceEnd):
                writer.finish_place(places[number])
            elif isinstance(event, (Chip, FailedChip)):
                writer.add(places[number], event)


@pytest.mark.parametrize("output", ["bands", "composite"])
def test_a_run_s_folder_is_the_same_whoever_is_read_first(
    far_and_near, alone_and_together, tmp_path, output
):
    alone, together = alone_and_together
    write_run(tmp_path / "alone", output, far_and_near, alone)
    write_run(tmp_path / "together", output, far_and_near, together, reserved=far_and_near)
    files = content_of(tmp_path / "alone")
    assert len(files) > 2 * len(far_and_near)
    assert content_of(tmp_path / "together") == files
