"""One date, one chip: only dates that share their day wait for the flags."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from cbm_chips.core import Chip, FailedChip
from cbm_chips.core.model import Absence, Asset
from cbm_chips.core.pipeline.events import Flagged, Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.core.pipeline.sample_runs import HURRIED, a_request, chips_of, path_of, results_of


class Noting:
    """The usual reader, with a note of each batch of files it was asked for."""

    def __init__(self):
        self.batches: list[list[Asset]] = []

    def read_all(self, jobs, access):
        self.batches.append([job.asset for job in jobs])
        with closing(default_reader(HURRIED)) as reader:
            yield from reader.read_all(jobs, access)


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
    return a_request(parcel, **{"bands": ("B08", "B04"), "one_per_date": True, **changes})


def rivals_among(scenes):
    days = Counter(scene.acquired.date() for scene in scenes)
    return {scene for scene in scenes if days[scene.acquired.date()] > 1}


def rivals_of(scene, rivals):
    return {other for other in rivals if other.acquired.date() == scene.acquired.date()}


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


def test_nothing_changes_but_the_choice_and_no_band_is_read_of_who_is_left_out(
    servers, crowded, parcel
):
    request = a_crowded_request(parcel, bands=("B08",), one_per_date=False)
    everything = {chip.scene: chip for chip in chips_of(results_of(request, crowded))}
    servers.reset()
    results = results_of(replace(request, one_per_date=True), crowded)

    rivals = rivals_among([result.scene for result in results])
    left_out = [one for one in results if isinstance(one, FailedChip) and one.scene in rivals]
    assert left_out
    assert {one.absence for one in left_out} == {Absence.EXCLUDED}
    read = servers.files.stats()["by_path"]
    assert all(path_of(one.scene, "B08", servers) not in read for one in left_out)
    chosen = chips_of(results)
    assert 0 < len(chosen) < len(everything)
    assert set(Counter(chip.scene.acquired.date() for chip in chosen).values()) == {1}
    for chip in chosen:
        whole = everything[chip.scene]
        assert (chip.flag, chip.histogram) == (whole.flag, whole.histogram)
        np.testing.assert_array_equal(chip.bands["B08"], whole.bands["B08"])
