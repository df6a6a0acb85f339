"""One date's bands put together from the chosen scene, its parts and its fallbacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Scene
from cbm_chips.core.pipeline.assembled import SceneBands
from cbm_chips.core.pipeline.assembly import NOT_LISTED, assemble
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.contract import (
    NEAREST,
    WINDOW,
    AccessTo,
    Pixels,
    Read,
    ReadJob,
    open_plainly,
)
from cbm_chips.core.reading.failures import (
    ForbiddenAddress,
    HostUnreachable,
    TimeBudgetExceeded,
    UnexpectedContent,
)
from tests.builders import a_grid, a_scene

GRID = a_grid(size_m=40)
BANDS = ("B04", "B08", "SCL")


@dataclass
class MemoryReader:
    """A reader of files kept in memory: href -> values; what is not there is missing.

    `errors` says otherwise for some files. Outcomes come last first, as order means nothing.
    """

    files: dict[str, np.ndarray] = field(default_factory=dict)
    errors: dict[str, ReadError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    batches: int = 0

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read]:
        """See `contract.Reader`."""
        self.batches += bool(jobs)
        for job in reversed(jobs):
            href = access(job.asset).url
            self.asked.append(href)
            yield self._read(job, href)

    def _read(self, job: ReadJob, href: str) -> Read:
        if href in self.errors:
            return Read(job, error=self.errors[href])
        if href not in self.files:
            return Read(job, error=ReadError("404, file missing", http_status=404))
        values = self.files[href]
        values.setflags(write=False)  # as those out of the cache are
        assert values.shape == (job.grid.height_px, job.grid.width_px)
        return Read(job, pixels=Pixels(values, WINDOW, "memory", bytes_read=values.nbytes))


def a_listed_scene(id, *, bands=BANDS, offset=0.0, **others) -> Scene:
    """A scene whose files are called `<id>/<band>`."""
    assets = {
        band: Asset(band, f"{id}/{band}")
        if band == "SCL"
        else Asset(band, f"{id}/{band}", 0.0001, offset)
        for band in bands
    }
    return a_scene(id=id, assets=assets, **others)


def files_of(*scenes: Scene, dn: int = 500, without: tuple[str, ...] = ()) -> dict[str, np.ndarray]:
    """Files full of one number for every asset listed, but those named in `without`."""
    return {
        asset.href: filled(dn if band != "SCL" else 4, band)
        for scene in scenes
        for band, asset in scene.assets.items()
        if asset.href not in without
    }


def filled(value: int, band: str = "B04") -> np.ndarray:
    """The chip full of one number."""
    if band == "SCL":
        return np.full((2, 2), value, np.uint8)
    return np.full((4, 4), value, np.uint16)


def half_empty(value: int, band: str = "B04") -> np.ndarray:
    """The upper half is filled, the lower has no data."""
    values = filled(value, band)
    values[len(values) // 2 :] = 0
    return values


def run(reader, *wanted: SceneBands):
    return list(assemble(wanted, GRID, reader, open_plainly))


def one(reader, scene, bands=BANDS, have=None):
    (date,) = run(reader, SceneBands(scene, bands, have))
    return date


def test_a_whole_scene_is_read_in_one_batch_each_band_at_its_own_resolution():
    scene = a_listed_scene("whole")
    reader = MemoryReader(files_of(scene))
    date = one(reader, scene)
    assert (date.scene, date.chosen, date.scenes) == (scene, scene, ("whole",))
    assert {band: pixels.values.shape for band, pixels in date.pixels.items()} == {
        "B04": (4, 4), "B08": (4, 4), "SCL": (2, 2),
    }  # fmt: skip
    assert date.failures == {}
    assert reader.batches == 1


def test_all_dates_share_a_batch():
    scenes = [a_listed_scene(f"date {n}") for n in range(5)]
    reader = MemoryReader(files_of(*scenes))
    dates = run(reader, *(SceneBands(scene, BANDS) for scene in scenes))
    assert {date.chosen.id for date in dates} == {scene.id for scene in scenes}
    assert reader.batches == 1


def test_a_missing_file_brings_the_fallback_as_a_whole_with_its_own_offset_and_scl():
    fallback = a_listed_scene("old", offset=0.0)
    scene = a_listed_scene("new", offset=-0.1, fallbacks=(fallback,))
    files = {**files_of(scene, dn=1500, without=("new/B08",)), **files_of(fallback, dn=500)}
    date = one(MemoryReader(files), scene)
    assert (date.scene, date.chosen) == (fallback, scene)
    assert {band: int(date.values(band)[0, 0]) for band in BANDS} == {
        "B04": 500, "B08": 500, "SCL": 4,
    }  # fmt: skip
    assert {asset.href for asset in date.assets.values()} == {"old/B04", "old/B08", "old/SCL"}
    assert (date.assets["B04"].offset, date.scenes, date.failures) == (0.0, ("old",), {})


def test_a_band_that_is_not_listed_counts_as_missing():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", bands=("B04", "SCL"), fallbacks=(fallback,))
    assert one(MemoryReader(files_of(scene, fallback)), scene).scene is fallback
    alone = one(MemoryReader(files_of(scene)), replace(scene, fallbacks=()))
    assert alone.failures == {"B08": NOT_LISTED}
    assert set(alone.pixels) == {"B04", "SCL"}


def test_a_date_without_any_file_is_all_failures():
    date = one(MemoryReader(), a_listed_scene("gone"))
    assert date.failures == dict.fromkeys(BANDS, "404, file missing")
    assert (date.pixels, date.scenes, date.values("B04")) == ({}, (), None)


def test_a_server_fault_is_no_reason_for_a_fallback():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    fault = {"new/B08": ReadError("503, the server failed", http_status=503)}
    date = one(MemoryReader(files_of(scene, fallback), fault), scene)
    assert (date.scene, date.failures) == (scene, {"B08": "503, the server failed"})


LASTING = {
    "404": ReadError("404, file missing", http_status=404),
    "refused": ReadError("403, access refused", http_status=403),
    "a login": ReadError("401, a login is needed", http_status=401),
    "a bad request": ReadError("400, the request is refused", http_status=400),
    "a local file": ReadError("not a TIFF", http_status=422),
    "paid": ReadError("a requester-pays bucket"),
    "unsafe": ForbiddenAddress("a redirect away from https"),
    "late": TimeBudgetExceeded("a host", 60.0),
    "another kind": UnexpectedContent("the file is neither a GeoTIFF nor JPEG 2000"),
    "a mistake": ReadError("a mistake while reading (KeyError)"),
}


@pytest.mark.parametrize("fault", LASTING.values(), ids=LASTING)
@pytest.mark.parametrize("band", ["B08", "SCL"])
def test_a_file_that_can_not_be_read_brings_the_twin_and_the_reason_is_told(fault, band):
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    date = one(MemoryReader(files_of(scene, fallback), {f"new/{band}": fault}), scene)
    assert (date.scene, date.scenes, date.failures) == (fallback, ("old",), {})
    assert date.notes == (f"not read from new: {band}: {fault}",)


def at(host, scene):
    """The scene, its files on a host."""
    assets = {
        band: replace(asset, href=f"https://{host}/{asset.href}")
        for band, asset in scene.assets.items()
    }
    return replace(scene, assets=assets)


@pytest.mark.parametrize(
    "fault",
    [ReadError("503, the server failed", http_status=503), HostUnreachable("nobody answers")],
    ids=["fails", "is away"],
)
@pytest.mark.parametrize("there", ["hill.example", "meadow.example"])
def test_where_a_host_fails_a_twin_on_another_host_is_read_and_none_of_its_own(fault, there):
    fallback = at(there, a_listed_scene("old"))
    scene = at("meadow.example", a_listed_scene("new", fallbacks=(fallback,)))
    files = {
        f"https://{host}/{name}": values
        for host, listed in (
            ("meadow.example", a_listed_scene("new")),
            (there, a_listed_scene("old")),
        )
        for name, values in files_of(listed).items()
    }
    reader = MemoryReader(files, {"https://meadow.example/new/B08": fault})
    date = one(reader, scene)
    assert (date.scene is fallback) == (there == "hill.example")
    assert date.failures == ({} if there == "hill.example" else {"B08": str(fault)})


def test_of_incomplete_scenes_the_most_complete_wins():
    bare = a_listed_scene("bare")
    better = a_listed_scene("better")
    worse = a_listed_scene("worse")
    scene = replace(bare, fallbacks=(better, worse))
    files = files_of(better, without=("better/SCL",)) | files_of(worse, without=("worse/B04",))
    del files["worse/B08"]
    date = one(MemoryReader(files), scene)
    assert (date.scene, set(date.pixels)) == (better, {"B04", "B08"})
    assert date.failures == {"SCL": "404, file missing"}


def test_between_equals_the_chosen_scene_stays():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    files = files_of(scene, without=("new/B04",)) | files_of(fallback, without=("old/B08",))
    assert one(MemoryReader(files), scene).scene is scene


def test_a_fallback_whose_server_fails_does_not_replace_the_more_complete_choice():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    fault = ReadError("503, the server failed", http_status=503)
    reader = MemoryReader(
        files_of(scene, without=("new/B08",)), dict.fromkeys(("old/B04", "old/B08"), fault)
    )
    reader.files["old/SCL"] = filled(4, "SCL")
    date = one(reader, scene)
    assert (date.scene, set(date.failures)) == (scene, {"B08"})


def test_the_winner_among_the_incomplete_is_filled_from_its_own_parts():
    part_of_better = a_listed_scene("better part")
    part_of_worse = a_listed_scene("worse part")
    better = a_listed_scene("better", parts=(part_of_better,))
    worse = a_listed_scene("worse", parts=(part_of_worse,))
    scene = a_listed_scene("chosen", fallbacks=(better, worse))
    reader = MemoryReader(files_of(part_of_better, dn=700) | files_of(part_of_worse, dn=900))
    reader.files |= {"better/B04": half_empty(500), "better/SCL": filled(4, "SCL")}
    date = one(reader, scene)
    assert date.values("B04").tolist() == [[500] * 4] * 2 + [[700] * 4] * 2
    assert date.scenes == ("better", "better part")


def test_other_parts_fill_only_the_empty_pixels():
    part = a_listed_scene("part")
    scene = a_listed_scene("main", parts=(part,))
    reader = MemoryReader(files_of(scene) | files_of(part, dn=700))
    reader.files["main/B04"] = half_empty(500)
    date = one(reader, scene)
    assert date.values("B04").tolist() == [[500] * 4] * 2 + [[700] * 4] * 2
    assert (date.values("B08") == 500).all()
    assert date.scenes == ("main", "part")
    assert [href for href in reader.asked if href.startswith("part")] == ["part/B04"]


def test_a_part_of_another_offset_is_brought_to_the_first_ones():
    part = a_listed_scene("part", offset=0.0)
    scene = a_listed_scene("main", offset=-0.1, parts=(part,))
    reader = MemoryReader(files_of(scene, part))
    reader.files |= {"main/B04": half_empty(1500), "main/SCL": half_empty(4, "SCL")}
    date = one(reader, scene)
    assert (date.values("B04") == 1500).all()  # reflectance 0.05 in both halves
    assert (date.values("SCL") == 4).all()
    assert date.assets["B04"].offset == -0.1


def test_parts_are_read_one_by_one_until_nothing_is_empty():
    useless, useful, unneeded = (a_listed_scene(id) for id in ("useless", "useful", "unneeded"))
    scene = a_listed_scene("main", parts=(useless, useful, unneeded))
    reader = MemoryReader(files_of(scene, useful, unneeded))
    reader.files["main/B04"] = half_empty(500)
    date = one(reader, scene)
    assert (date.scenes, date.failures) == (("main", "useful"), {})
    assert not [href for href in reader.asked if href.startswith("unneeded")]


def test_what_no_part_fills_stays_empty():
    scene = a_listed_scene("main", parts=(a_listed_scene("gone"), a_listed_scene("bare", bands=())))
    reader = MemoryReader(files_of(scene))
    reader.files["main/B04"] = half_empty(500)
    date = one(reader, scene)
    assert (date.values("B04") == 0).sum() == 8
    assert (date.scenes, date.failures) == (("main",), {})


def test_bands_already_there_are_not_read_again():
    scene = a_listed_scene("scene")
    reader = MemoryReader(files_of(scene))
    scl = one(reader, scene, ("SCL",))
    date = one(reader, scene, ("B04", "B08"), scl)
    assert sorted(reader.asked) == ["scene/B04", "scene/B08", "scene/SCL"]
    assert date.values("SCL") is scl.values("SCL")
    assert set(date.pixels) == set(BANDS)


def test_gaps_of_bands_already_there_send_nobody_looking_again():
    part = a_listed_scene("part", bands=("B04",))
    scene = a_listed_scene("scene", parts=(part,))
    reader = MemoryReader(files_of(scene, part))
    reader.files["scene/SCL"] = half_empty(4, "SCL")
    scl = one(reader, scene, ("SCL",))
    one(reader, scene, ("B04",), scl)
    assert "part/B04" not in reader.asked


def test_a_fallback_taken_for_the_scl_is_the_one_whose_bands_are_read():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    reader = MemoryReader(files_of(fallback) | files_of(scene, without=("new/SCL",)))
    scl = one(reader, scene, ("SCL",))
    date = one(reader, scene, ("B04",), scl)
    assert (date.scene, date.chosen, date.scenes) == (fallback, scene, ("old",))
    assert reader.asked[-1] == "old/B04"


def test_a_fallback_taken_for_a_band_brings_its_own_scl():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    reader = MemoryReader(files_of(fallback) | files_of(scene, without=("new/B04",)))
    scl = one(reader, scene, ("SCL",))
    assert scl.scene is scene
    date = one(reader, scene, ("B04",), scl)
    assert {asset.href for asset in date.assets.values()} == {"old/B04", "old/SCL"}
    assert date.values("SCL") is not scl.values("SCL")


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
    dates = run(reader, *(SceneBands(scene, BANDS) for scene in scenes))
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
    flagged = run(reader, *(SceneBands(scene, ("SCL",)) for scene in scenes))
    dates = run(reader, *(SceneBands(date.chosen, ("B04", "B08"), date) for date in flagged))
    assert sorted(date.chosen.id for date in dates) == [scene.id for scene in scenes]
    for date in dates:
        assert set(date.pixels) | set(date.failures) == set(BANDS)
        assert {asset.href.split("/")[0] for asset in date.assets.values()} <= {date.scene.id}


def pixels(values, method=WINDOW, bytes_read=None) -> Pixels:
    return Pixels(np.array(values, np.uint16), method, "memory", bytes_read)


RAW, SHIFTED = Asset("B04", "raw", 0.0001, -0.1), Asset("B04", "shifted", 0.0001, 0.0)


def test_a_filled_pixel_keeps_its_reflectance_and_never_becomes_no_data():
    filled_up = fill_gaps(pixels([[7, 0, 0, 0]]), SHIFTED, pixels([[9, 1500, 400, 0]]), RAW)
    assert filled_up.values.tolist() == [[7, 500, 1, 0]]


def test_the_brightest_pixel_does_not_turn_dark_when_it_is_shifted():
    filled_up = fill_gaps(pixels([[0, 0]]), RAW, pixels([[65_000, 200]]), SHIFTED)
    assert filled_up.values.tolist() == [[65_535, 1200]]
    assert filled_up.values.dtype == np.uint16


def test_pixels_with_nothing_to_gain_are_returned_as_they_are():
    own = pixels([[7, 0]])
    assert fill_gaps(own, RAW, pixels([[5, 0]]), RAW) is own


@pytest.mark.parametrize(
    ("own", "other", "method"),
    [(WINDOW, WINDOW, WINDOW), (WINDOW, NEAREST, NEAREST), (NEAREST, WINDOW, NEAREST)],
)
def test_a_mosaic_says_whether_any_of_it_was_warped_and_what_all_of_it_cost(own, other, method):
    mosaic = fill_gaps(pixels([[0, 1]], own, 10), RAW, pixels([[2, 2]], other, 30), RAW)
    assert (mosaic.method, mosaic.bytes_read) == (method, 40)
    unknown = fill_gaps(pixels([[0, 1]], own), RAW, pixels([[2, 2]], other, 30), RAW)
    assert unknown.bytes_read is None
