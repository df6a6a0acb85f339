"""Runs over what earlier ones have kept, with servers and without."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sources.registry import open_source
from tests.core.pipeline.sample_runs import (
    HURRIED,
    MID_JUNE,
    a_request,
    chips_of,
    path_of,
    results_of,
)
from tests.sample_servers import served


def test_a_repeat_makes_no_request_for_pixels(servers, source, parcel, cache):
    first = chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
    servers.reset()
    again = chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
    assert servers.pixel_requests() == 0
    assert {name for chip in again for name in chip.provenance.readers.values()} == {"cache"}
    assert first
    for one, other in zip(first, again):
        assert one.flag is other.flag
        for band in one.bands:
            np.testing.assert_array_equal(one.bands[band], other.bands[band])


def test_a_longer_period_reads_only_the_new_dates(servers, source, parcel, cache):
    known = chips_of(
        results_of(a_request(parcel, **{**MID_JUNE, "end": "2022-06-15"}), source, cache)
    )
    servers.reset()
    longer = chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
    new = {chip.scene for chip in longer} - {chip.scene for chip in known}
    assert known
    assert set(servers.files.stats()["by_path"]) == {
        path_of(scene, band, servers) for scene in new for band in known[0].bands
    }


def test_another_composite_reads_only_the_missing_band(servers, source, parcel, cache):
    results_of(a_request(parcel, **MID_JUNE), source, cache)
    servers.reset()
    chips = chips_of(
        results_of(a_request(parcel, **MID_JUNE, bands=("B08", "B11", "B04")), source, cache)
    )
    wanted = {path_of(chip.scene, "B11", servers) for chip in chips}
    assert set(servers.files.stats()["by_path"]) == wanted


@pytest.fixture
def gone(sample_archive, tmp_path, monkeypatch):
    """A catalog that nobody serves any more, once `used` has been called with it."""
    monkeypatch.setattr("cbm_chips.core.pipeline.searching.search.FRESH_SEARCH_S", 0.0)

    def gone_after(used):
        with served(sample_archive, tmp_path) as both:
            with open_source(both.api.url, network=HURRIED) as source:
                used(source)
            return open_source(both.api.url, network=replace(HURRIED, retries=0))

    return gone_after


def test_offline_the_kept_answer_and_chips_serve_and_say_so(gone, parcel, cache):
    online = []
    source = gone(
        lambda there: online.extend(results_of(a_request(parcel, **MID_JUNE), there, cache))
    )
    events = list(run(a_request(parcel, **MID_JUNE), source, Tools(RasterReader(HURRIED), cache)))
    (found,) = (event for event in events if isinstance(event, Found))
    assert any("offline" in note for note in found.notes)
    assert [chip.scene.id for chip in chips_of(events)] == [
        chip.scene.id for chip in chips_of(online)
    ]


def test_offline_with_nothing_kept_is_an_error_that_says_so(gone, parcel):
    source = gone(lambda there: None)
    with pytest.raises(SourceUnreachable):
        results_of(a_request(parcel), source)
