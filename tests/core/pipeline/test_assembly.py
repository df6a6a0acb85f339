"""One date's bands put together: each read once, all accounted for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import ReadError
from cbm_chips.core.pipeline.assembled import SceneBands
from cbm_chips.core.pipeline.assembly import assemble
from cbm_chips.core.reading.contract import open_plainly
from tests.core.pipeline.memory_reader import (
    BANDS,
    GRID,
    MemoryReader,
    a_listed_scene,
    dates_of,
    files_of,
    filled,
    half_empty,
    one_date,
)


def test_a_whole_scene_is_read_in_one_batch_each_band_at_its_own_resolution():
    scene = a_listed_scene("whole")
    reader = MemoryReader(files_of(scene))
    date = one_date(reader, scene)
    assert (date.scene, date.chosen, date.scenes) == (scene, scene, ("whole",))
    assert {band: pixels.values.shape for band, pixels in date.pixels.items()} == {
        "B04": (4, 4), "B08": (4, 4), "SCL": (2, 2),
    }  # fmt: skip
    assert date.failures == {}
    assert reader.batches == 1


def test_all_dates_share_a_batch():
    scenes = [a_listed_scene(f"date {n}") for n in range(5)]
    reader = MemoryReader(files_of(*scenes))
    dates = dates_of(reader, *(SceneBands(scene, BANDS) for scene in scenes))
    assert {date.chosen.id for date in dates} == {scene.id for scene in scenes}
    assert reader.batches == 1


def test_bands_already_there_are_not_read_again():
    scene = a_listed_scene("scene")
    reader = MemoryReader(files_of(scene))
    scl = one_date(reader, scene, ("SCL",))
    date = one_date(reader, scene, ("B04", "B08"), scl)
    assert sorted(reader.asked) == ["scene/B04", "scene/B08", "scene/SCL"]
    assert date.values("SCL") is scl.values("SCL")
    assert set(date.pixels) == set(BANDS)


def test_stopping_halfway_stops_the_reader():
    scenes = [a_listed_scene(f"date {n}") for n in range(3)]
    reader = MemoryReader(files_of(*scenes))
    dates = assemble([SceneBands(scene, BANDS) for scene in scenes], GRID, reader, open_plainly)
    next(dates)
    dates.close()
    assert len(reader.asked) == len(BANDS)


CONTENTS = {
    "there": lambda band: filled(4, band),
    "gappy": lambda band: half_empty(4, band),
    "empty": lambda band: filled(0, band),
}
states = st.sampled_from(["there", "gappy", "empty", "missing", "failing", "unlisted"])


@st.composite
def scenes_and_files(draw):
    """Some dates with parts and fallbacks, every file in a random state."""
    reader = MemoryReader()

    def scene(id, **others):
        listed = []
        for band in BANDS:
            state, href = draw(states), f"{id}/{band}"
            if state != "unlisted":
                listed.append(band)
            if state in CONTENTS:
                reader.files[href] = CONTENTS[state](band)
            if state == "failing":
                reader.errors[href] = ReadError("500, the server failed", http_status=500)
        return a_listed_scene(id, bands=tuple(listed), **others)

    def several(id):
        return tuple(scene(f"{id} {n}") for n in range(draw(st.integers(0, 2))))

    dates = [
        scene(f"date {n}", parts=several(f"part {n}"), fallbacks=several(f"fallback {n}"))
        for n in range(draw(st.integers(0, 4)))
    ]
    return dates, reader


@given(scenes_and_files())
def test_every_date_comes_exactly_once_and_accounts_for_every_band(drawn):
    scenes, reader = drawn
    dates = dates_of(reader, *(SceneBands(scene, BANDS) for scene in scenes))
    assert sorted(date.chosen.id for date in dates) == [scene.id for scene in scenes]
    for date in dates:
        assert date.scene in (date.chosen, *date.chosen.fallbacks)
        assert set(date.pixels) == set(date.assets)
        assert set(date.pixels) | set(date.failures) == set(BANDS)
        assert not set(date.pixels) & set(date.failures)
        assert {asset.href.split("/")[0] for asset in date.assets.values()} <= {date.scene.id}


@given(scenes_and_files())
def test_in_two_steps_every_date_comes_exactly_once_too(drawn):
    scenes, reader = drawn
    flagged = dates_of(reader, *(SceneBands(scene, ("SCL",)) for scene in scenes))
    dates = dates_of(reader, *(SceneBands(date.chosen, ("B04", "B08"), date) for date in flagged))
    assert sorted(date.chosen.id for date in dates) == [scene.id for scene in scenes]
    for date in dates:
        assert set(date.pixels) | set(date.failures) == set(BANDS)
        assert {asset.href.split("/")[0] for asset in date.assets.values()} <= {date.scene.id}
