"""Runs where files are missing: each costs as little as it can, and is told."""

from __future__ import annotations

import pytest

from cbm_chips.core import CloudFlag, FailedChip
from cbm_chips.core.model import Absence
from cbm_chips.core.sources.registry import open_source
from tests.core.pipeline.sample_runs import (
    HURRIED,
    MadeUpReader,
    a_request,
    chips_of,
    path_of,
    results_of,
    scenes_found,
)


@pytest.fixture(scope="module")
def scenes(sample_servers, parcel):
    """Those of June."""
    with open_source(sample_servers.api.url, network=HURRIED) as source:
        return scenes_found(a_request(parcel), source)


@pytest.fixture
def alone(scenes):
    """A scene that has no fallback."""
    return next(scene for scene in scenes if not scene.fallbacks)


@pytest.fixture
def twin(scenes):
    """A scene that has a fallback."""
    return next(scene for scene in scenes if scene.fallbacks)


def of_its_day(scene, place, **changes):
    day = scene.acquired.date().isoformat()
    return a_request(place, start=day, end=day, **changes)


def test_without_scl_a_chip_still_comes_and_says_why_it_is_not_judged(servers, source, parcel):
    servers.files.set_faults([{"match": "SCL", "kind": "404"}])
    chips = chips_of(results_of(a_request(parcel, bands=("B08",)), source))
    assert chips
    assert {chip.flag for chip in chips} == {CloudFlag.NO_SCL}
    assert all("SCL could not be read: 404" in chip.provenance.notes[-1] for chip in chips)


def test_a_missing_file_costs_its_band_on_its_date_only(servers, source, parcel, scenes, alone):
    servers.files.set_faults([{"match": path_of(alone, "B08", servers), "kind": "404"}])
    chips = {chip.scene.id: chip for chip in chips_of(results_of(a_request(parcel), source))}
    assert set(chips) == {scene.id for scene in scenes}
    assert chips[alone.id].failures == {"B08": "404, file missing"}
    assert set(chips[alone.id].bands) == {"B04", "SCL"}
    assert all(not chip.failures for name, chip in chips.items() if name != alone.id)


def test_a_date_without_any_file_fails_with_its_reason_and_spoils_no_other(
    servers, source, parcel, scenes, alone
):
    folder = path_of(alone, "B08", servers).rsplit("/", 1)[0]
    servers.files.set_faults([{"match": folder, "kind": "404"}])
    results = results_of(a_request(parcel), source)
    (failed,) = (item for item in results if isinstance(item, FailedChip))
    assert failed.scene.id == alone.id
    assert failed.absence is Absence.FAILED
    assert "404" in failed.reason
    assert len(chips_of(results)) == len(scenes) - 1


def test_a_reprocessed_twin_stands_in_when_files_are_missing(servers, source, parcel, twin):
    servers.files.set_faults([{"match": path_of(twin, "B08", servers), "kind": "404"}])
    (chip,) = chips_of(results_of(of_its_day(twin, parcel, bands=("B08",)), source))
    assert chip.scene.id == twin.fallbacks[0].id
    assert "missing" in " ".join(chip.provenance.notes)


def test_clear_only_holds_for_the_fallback_that_is_read_in_place_of_a_clear_scene(
    source, parcel, twin
):
    cloudy_files = {asset.href for one in twin.fallbacks for asset in one.assets.values()}

    def dn(asset):
        if asset.band == "SCL":
            return 9 if asset.href in cloudy_files else 4
        return None if asset.href == twin.assets["B08"].href else 1200

    request = of_its_day(twin, parcel, clear_only=True)
    (result,) = results_of(request, source, reader=MadeUpReader(dn))

    assert isinstance(result, FailedChip)
    assert (result.absence, result.flag) == (Absence.EXCLUDED, CloudFlag.CLOUDY)
