"""A child of a fork works, whatever its parent had under way."""

from __future__ import annotations

import multiprocessing
import sys
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.per_process import PerProcess
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.cbm_rest.wire.single_flight import shared_calls
from tests.effort import in_turns
from tests.sample_servers import served

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
LONG_S = 60


@contextmanager
def forked(number=2):
    with multiprocessing.get_context("fork").Pool(number) as pool:
        yield pool


def epsg_at(lon):
    return grid_of(Place(lon=lon, lat=52.0), 1280).epsg


def test_children_place_their_chips_after_the_parent_has_placed_one():
    assert epsg_at(5.0) == 32631
    with forked() as pool:
        found = pool.map_async(epsg_at, [5.0, 7.0, -61.0]).get(LONG_S)
    assert found == [32631, 32632, 32620]


def red_of(parent):
    """Of each date of the parent's request."""
    chips = extract_chips(parent.request, parent.source, cache=None, reader=parent.reader)
    return sorted((chip.scene.id, int(chip.bands["B04"].sum())) for chip in chips)


@dataclass
class Parent:
    """What a child finds in its memory."""

    source: object
    reader: object
    request: ChipRequest


PARENTS: list[Parent] = []


def red_in_child():
    return red_of(PARENTS[-1])


@pytest.mark.parametrize(
    ("make_reader", "is_remote"), in_turns([default_reader, RasterReader], [True, False])
)
def test_children_read_with_the_source_and_the_reader_of_their_parent(
    make_reader, is_remote, sample_archive, tmp_path
):
    parcel = Place.of_parcel(sample_parcels(sample_archive)[0].outline)
    request = ChipRequest(parcel, start="2022-06-01", end="2022-06-10", bands=("B04",), size_m=320)
    with served(sample_archive, tmp_path) as servers:
        place = servers.api.url if is_remote else str(sample_archive)
        with open_source(place) as source:
            PARENTS.append(Parent(source, make_reader(source.network), request))
            own = red_in_child()
            with forked() as pool:
                children = [pool.apply_async(red_in_child) for _ in range(2)]
                assert [child.get(LONG_S) for child in children] == [own] * 2
    assert own


OWN = PerProcess(object)


def is_the_parents(number):
    return id(OWN()) == number


def test_what_is_made_for_a_process_is_made_once_in_each():
    assert OWN() is OWN()
    with forked(1) as pool:
        assert not pool.apply_async(is_the_parents, (id(OWN()),)).get(LONG_S)


def test_a_child_does_not_wait_for_questions_of_its_parent():
    desk = shared_calls("a server")
    assert shared_calls("a server") is desk
    with forked(1) as pool:
        assert not pool.apply_async(has_the_desk, (id(desk),)).get(LONG_S)


def has_the_desk(number):
    return id(shared_calls("a server")) == number
