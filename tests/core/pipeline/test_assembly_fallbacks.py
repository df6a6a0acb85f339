"""Bands of a date whose chosen scene lacks a file: what is read of its fallbacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cbm_chips.core.errors import ReadError
from cbm_chips.core.pipeline.assembly import NOT_LISTED
from cbm_chips.core.reading.failures import (
    ForbiddenAddress,
    HostUnreachable,
    TimeBudgetExceeded,
    UnexpectedContent,
)
from tests.core.pipeline.memory_reader import (
    BANDS,
    MemoryReader,
    a_listed_scene,
    files_of,
    filled,
    one_date,
)


def test_a_missing_file_brings_the_fallback_as_a_whole_with_its_own_offset_and_scl():
    fallback = a_listed_scene("old", offset=0.0)
    scene = a_listed_scene("new", offset=-0.1, fallbacks=(fallback,))
    files = {**files_of(scene, dn=1500, without=("new/B08",)), **files_of(fallback, dn=500)}
    date = one_date(MemoryReader(files), scene)
    assert (date.scene, date.chosen) == (fallback, scene)
    assert {band: int(date.values(band)[0, 0]) for band in BANDS} == {
        "B04": 500, "B08": 500, "SCL": 4,
    }  # fmt: skip
    assert {asset.href for asset in date.assets.values()} == {"old/B04", "old/B08", "old/SCL"}
    assert (date.assets["B04"].offset, date.scenes, date.failures) == (0.0, ("old",), {})


def test_a_band_that_is_not_listed_counts_as_missing():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", bands=("B04", "SCL"), fallbacks=(fallback,))
    assert one_date(MemoryReader(files_of(scene, fallback)), scene).scene is fallback
    alone = one_date(MemoryReader(files_of(scene)), replace(scene, fallbacks=()))
    assert alone.failures == {"B08": NOT_LISTED}
    assert set(alone.pixels) == {"B04", "SCL"}


def test_a_date_without_any_file_is_all_failures():
    date = one_date(MemoryReader(), a_listed_scene("gone"))
    assert date.failures == dict.fromkeys(BANDS, "404, file missing")
    assert (date.pixels, date.scenes, date.values("B04")) == ({}, (), None)


def test_a_server_fault_is_no_reason_for_a_fallback():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    fault = {"new/B08": ReadError("503, the server failed", http_status=503)}
    date = one_date(MemoryReader(files_of(scene, fallback), fault), scene)
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
    date = one_date(MemoryReader(files_of(scene, fallback), {f"new/{band}": fault}), scene)
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
    date = one_date(reader, scene)
    assert (date.scene is fallback) == (there == "hill.example")
    assert date.failures == ({} if there == "hill.example" else {"B08": str(fault)})


def test_of_incomplete_scenes_the_most_complete_wins():
    bare = a_listed_scene("bare")
    better = a_listed_scene("better")
    worse = a_listed_scene("worse")
    scene = replace(bare, fallbacks=(better, worse))
    files = files_of(better, without=("better/SCL",)) | files_of(worse, without=("worse/B04",))
    del files["worse/B08"]
    date = one_date(MemoryReader(files), scene)
    assert (date.scene, set(date.pixels)) == (better, {"B04", "B08"})
    assert date.failures == {"SCL": "404, file missing"}


def test_between_equals_the_chosen_scene_stays():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    files = files_of(scene, without=("new/B04",)) | files_of(fallback, without=("old/B08",))
    assert one_date(MemoryReader(files), scene).scene is scene


def test_a_fallback_whose_server_fails_does_not_replace_the_more_complete_choice():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    fault = ReadError("503, the server failed", http_status=503)
    reader = MemoryReader(
        files_of(scene, without=("new/B08",)), dict.fromkeys(("old/B04", "old/B08"), fault)
    )
    reader.files["old/SCL"] = filled(4, "SCL")
    date = one_date(reader, scene)
    assert (date.scene, set(date.failures)) == (scene, {"B08"})


def test_a_fallback_taken_for_the_scl_is_the_one_whose_bands_are_read():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    reader = MemoryReader(files_of(fallback) | files_of(scene, without=("new/SCL",)))
    scl = one_date(reader, scene, ("SCL",))
    date = one_date(reader, scene, ("B04",), scl)
    assert (date.scene, date.chosen, date.scenes) == (fallback, scene, ("old",))
    assert reader.asked[-1] == "old/B04"


def test_a_fallback_taken_for_a_band_brings_its_own_scl():
    fallback = a_listed_scene("old")
    scene = a_listed_scene("new", fallbacks=(fallback,))
    reader = MemoryReader(files_of(fallback) | files_of(scene, without=("new/B04",)))
    scl = one_date(reader, scene, ("SCL",))
    assert scl.scene is scene
    date = one_date(reader, scene, ("B04",), scl)
    assert {asset.href for asset in date.assets.values()} == {"old/B04", "old/SCL"}
    assert date.values("SCL") is not scl.values("SCL")
