"""Whatever scenes are listed: the rule does not depend on their order, loses none, and is quick."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from tests.builders import a_scene, utc
from tests.core.scenes.overpasses import (
    FU,
    GRID,
    GU,
    IN_FU_AND_GU,
    accounted,
    other_zone,
    part_of,
    told,
)


def work_of(call):
    """How often functions were begun and left meanwhile."""
    events = count()
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, argument: next(events))
    try:
        call()
    finally:
        sys.setprofile(before)
    return next(events)


def _second(number):
    return utc("2020-03-05T00:00:00") + timedelta(seconds=number)


LONG_LISTS = {
    "twins": lambda n: a_scene(f"{n}"),
    "repeated": lambda n: a_scene(footprint=box(4, 51, 7, 54 + n / 1e6)),
    "tiles": lambda n: a_scene(tile=f"{n}", footprint=box(4, 51, 7, 54 + n / 1e6)),
    "slivers": lambda n: a_scene(
        tile=f"{n}", footprint=box(5.22 + n / 5e4, 51, 5.22 + (n + 1) / 5e4, 54)
    ),
    "strips": lambda n: a_scene(f"{n}", _second(n), strip=f"{_second(20 * n):%Y%m%dT%H%M%S}"),
    "some without a strip": lambda n: a_scene(
        f"{n}", _second(n), strip=f"{_second(20 * n):%Y%m%dT%H%M%S}" if n % 2 else None
    ),
    "takes": lambda n: a_scene(f"{n}", _second(6000 * n), datatake=f"S2A_{n}"),
    "some without a take": lambda n: a_scene(
        f"{n}", _second(6000 * n), datatake=f"S2A_{n}" if n % 2 else ""
    ),
    "without a take": lambda n: a_scene(f"{n}", _second(n), datatake=""),
}


@pytest.mark.parametrize("make", LONG_LISTS.values(), ids=LONG_LISTS)
def test_the_work_grows_as_the_list_does(make):
    def select(count):
        listed = [make(number) for number in range(count)]
        return work_of(lambda: one_per_acquisition(listed, GRID))

    select(2)
    assert select(80) < 2.6 * select(40)


def _passes():
    """Overpasses that can be: one satellite comes back after an orbit, about 100 minutes."""
    return st.builds(
        lambda satellite, orbit: (satellite, utc("2020-03-05T00:00:00") + orbit * ORBIT),
        st.sampled_from(["S2A", "S2B"]),
        st.integers(0, 2),
    )


ORBIT = timedelta(minutes=100)
TILES = st.sampled_from([FU, GU, other_zone(IN_FU_AND_GU), {"tile": "31UXX", "tile_bounds": None}])
FOOTPRINTS = st.sampled_from(
    [
        None,
        box(10, 40, 11, 41),
        part_of(IN_FU_AND_GU),
        part_of(IN_FU_AND_GU, east=0.5),
        part_of(IN_FU_AND_GU, west=0.3),
        part_of(IN_FU_AND_GU, south=0.6),
        part_of(IN_FU_AND_GU, west=0.2, east=0.7, north=0.9),
    ]
)


@st.composite
def _scene(draw):
    satellite, start = draw(_passes())
    strip = draw(st.sampled_from([None, 0, 7, 300]))
    strip_start = None if strip is None else start + timedelta(seconds=strip)
    return a_scene(
        draw(st.sampled_from(["a", "b", "c", "d"])),
        start + timedelta(seconds=draw(st.integers(0, 900))),
        platform=satellite,
        datatake=draw(st.sampled_from(["", f"{satellite}_{start:%Y%m%dT%H%M%S}"])),
        strip=strip_start and f"{strip_start:%Y%m%dT%H%M%S}",
        baseline=draw(st.sampled_from([None, (2, 14), (5, 9), (5, 10)])),
        provider=draw(st.sampled_from(["earth-search", "pc"])),
        collection_rank=draw(st.integers(0, 1)),
        nodata_pct=draw(st.sampled_from([None, 0.0, 40.0])),
        footprint=draw(FOOTPRINTS),
        **draw(TILES),
    )


LISTINGS = st.lists(_scene(), max_size=12).map(
    lambda scenes: [replace(scene, note=str(number)) for number, scene in enumerate(scenes)]
)


@given(LISTINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_answer_makes_no_difference(listed, chance):
    shuffled = list(listed)
    chance.shuffle(shuffled)

    assert told(one_per_acquisition(shuffled, IN_FU_AND_GU)) == told(
        one_per_acquisition(listed, IN_FU_AND_GU)
    )


@given(LISTINGS)
def test_every_scene_comes_back_once_no_two_are_of_one_datatake_and_the_rule_adds_nothing(listed):
    once = one_per_acquisition(listed, IN_FU_AND_GU)

    assert accounted(once) == Counter(scene.note for scene in listed)
    takes = Counter((scene.platform, scene.datatake) for scene in once.scenes if scene.datatake)
    assert all(number == 1 for number in takes.values())
    twice = one_per_acquisition(once.scenes, IN_FU_AND_GU)
    assert told(twice) == told(replace(once, dropped=()))
