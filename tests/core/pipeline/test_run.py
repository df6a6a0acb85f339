"""What comes of a request, on the sample archive behind real local servers."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import from_bounds

from cbm_chips.core import Chip, CloudFlag, FailedChip, Place, extract_chips
from cbm_chips.core.model import Absence
from cbm_chips.core.pipeline.events import Flagged, Found, Waiting
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.sources.registry import open_source
from tests.core.pipeline.sample_runs import (
    HURRIED,
    JUNE_DATES,
    MID_JUNE,
    MadeUpReader,
    a_request,
    chips_of,
    path_of,
    results_of,
)


@dataclass(frozen=True)
class Seen:
    """A run that is over: its events but for those of waiting, and the files it asked for."""

    events: tuple
    files: frozenset

    @property
    def chips(self):
        return chips_of(self.events)


def seen(request, servers, reader):
    servers.reset()
    with open_source(servers.api.url, network=HURRIED) as source:
        events = tuple(one for one in run(request, source, Tools(reader)) if one != Waiting())
    return Seen(events, frozenset(servers.files.stats()["by_path"]))


@pytest.fixture(scope="module")
def june(sample_servers, parcel):
    """By the general reader."""
    return seen(a_request(parcel), sample_servers, RasterReader(HURRIED, threads=2))


@pytest.fixture(scope="module")
def clear_june(sample_servers, parcel):
    with closing(default_reader(HURRIED)) as reader:
        return seen(a_request(parcel, clear_only=True), sample_servers, reader)


def test_every_pixel_equals_the_archives_own_window(sample_servers, june):
    assert len(june.chips) == JUNE_DATES
    with rasterio.Env():
        for chip in june.chips:
            for band, values in chip.bands.items():
                path = sample_servers.archive / path_of(chip.scene, band, sample_servers)[1:]
                with rasterio.open(path) as file:
                    window = from_bounds(*chip.grid.bounds, transform=file.transform)
                    expected = file.read(1, window=window, boundless=True, fill_value=0)
                np.testing.assert_array_equal(values, expected)


def test_who_does_not_choose_a_reader_gets_the_fast_one_and_the_same(source, parcel, cache, june):
    chips = chips_of(extract_chips(a_request(parcel), source, cache=cache))
    assert {name for chip in chips for name in chip.provenance.readers.values()} == {"windows"}
    assert all(chip.provenance.bytes_read > 0 for chip in chips)
    files = [chip.scene.assets[band].content for chip in chips for band in chip.bands]
    assert set(cache.headers.get(files)) == set(files)
    assert [(chip.scene, chip.flag) for chip in chips] == [
        (chip.scene, chip.flag) for chip in june.chips
    ]
    for chip, general in zip(chips, june.chips):
        for band, values in general.bands.items():
            np.testing.assert_array_equal(chip.bands[band], values)


def test_a_static_catalogue_gives_the_same_chips(sample_archive, parcel, june):
    with open_source(str(sample_archive)) as static:
        local = chips_of(results_of(a_request(parcel), static))
    assert [chip.scene.label for chip in local] == [chip.scene.label for chip in june.chips]
    for one, other in zip(local, june.chips):
        np.testing.assert_array_equal(one.bands["B08"], other.bands["B08"])


def test_chips_of_all_dates_and_bands_cover_the_same_ground(source, parcel):
    chips = chips_of(results_of(a_request(parcel, **MID_JUNE, bands=("B08", "B11", "B01")), source))
    assert len(chips) == 2
    assert {chip.grid for chip in chips} == {chips[0].grid}
    assert {chip.bands["B08"].shape for chip in chips} == {(128, 128)}
    assert {chip.bands["B11"].shape for chip in chips} == {(64, 64)}
    assert {chip.bands["B01"].shape for chip in chips} == {(64, 64)}


def test_each_date_is_flagged_once_before_its_chip(june):
    flagged, ended = [], set()
    for event in june.events:
        if isinstance(event, Flagged):
            assert event.scene not in ended
            flagged.append(event.scene)
        elif isinstance(event, Chip):
            ended.add(event.scene)
    assert len(set(flagged)) == len(flagged) == len(ended) == JUNE_DATES


def test_every_date_found_ends_as_a_chip_or_with_a_reason(clear_june):
    (found,) = (event for event in clear_june.events if isinstance(event, Found))
    ends = [event for event in clear_june.events if isinstance(event, (Chip, FailedChip))]
    assert {type(event) for event in ends} == {Chip, FailedChip}
    assert Counter(event.scene.label for event in ends) == Counter(
        scene.label for scene in found.scenes
    )


def test_all_flags_come_before_the_first_chip_where_they_decide(clear_june):
    kinds = [type(event).__name__ for event in clear_june.events]
    assert kinds[0] == "Found"
    assert kinds.index("Chip") > max(at for at, kind in enumerate(kinds) if kind == "Flagged")


def test_clear_only_reads_no_band_of_a_cloudy_date(sample_servers, clear_june):
    left_out = [item for item in clear_june.events if isinstance(item, FailedChip)]
    assert {chip.flag for chip in clear_june.chips} == {CloudFlag.CLEAR}
    assert left_out
    for item in left_out:
        assert "not clear" in item.reason
        assert item.absence is Absence.EXCLUDED
        assert path_of(item.scene, "B08", sample_servers) not in clear_june.files


def test_ndvi_runs_on_over_the_change_of_the_offset(source, parcel):
    """Built-up ground hardly changes over a winter; the DN jump by 1000 in January 2022."""
    winter = {"start": "2021-12-01", "end": "2022-03-31"}
    chips = chips_of(results_of(a_request(parcel, **winter, clear_only=True), source))
    assert {chip.scales["B08"][1] for chip in chips} == {0.0, -0.1}
    for chip in chips:
        ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
        assert np.nanmax(ndvi) <= 1
        assert np.nanmean(ndvi) > 0.2


def test_the_swath_edge_leaves_no_data_and_says_so(source):
    days = {"start": "2022-08-20", "end": "2022-08-31"}
    request = a_request(Place(5.664, 52.694), **days, bands=("B08", "SCL"), size_m=5120)
    (torn,) = chips_of(results_of(request, source))
    assert torn.histogram[0] > 100
    assert torn.flag is CloudFlag.PARTLY
    assert (torn.bands["B08"] == 0).any()


def test_level1c_has_no_flag_but_pixels(source, parcel):
    year = {"start": "2022-03-01", "end": "2022-10-31"}
    request = a_request(parcel, **year, bands=("B08", "B10"), level="LEVEL1C")
    chips = chips_of(results_of(request, source))
    assert len(chips) >= 2
    assert {chip.flag for chip in chips} == {CloudFlag.NO_SCL}
    assert all(chip.histogram is None and chip.bands["B10"].any() for chip in chips)


def test_a_level_1c_scene_without_a_pixel_in_the_chip_is_left_out(source, parcel):
    request = a_request(parcel, start="2022-01-01", level="LEVEL1C", bands=("B08", "B04"))

    results = results_of(request, source, reader=MadeUpReader(lambda asset: 0))

    assert results
    assert {result.absence for result in results} == {Absence.EXCLUDED}


def test_a_chip_knows_which_pixels_are_bad_whether_or_not_its_classes_are_wished(
    source, parcel, june
):
    without = chips_of(results_of(a_request(parcel, bands=("B04",)), source))
    assert [chip.scene.id for chip in without] == [chip.scene.id for chip in june.chips]
    for chip, other in zip(june.chips, without):
        bad = np.isin(chip.bands["SCL"], (0, 1, 3, 8, 9, 10))
        assert (chip.bad_pixels == bad).all()
        assert "SCL" not in other.bands
        assert (other.bad_pixels == bad).all()


def test_the_pixels_go_the_way_to_the_network_that_the_source_goes(servers, parcel, monkeypatch):
    used = []

    def noted(network, **others):
        used.append(network)
        return RasterReader(network, **others)

    monkeypatch.setattr("cbm_chips.core.reading.gdal.reader.RasterReader", noted)
    with open_source(servers.api.url, network=HURRIED) as source:
        assert results_of(a_request(parcel, end="2022-06-10"), source)
    assert used == [HURRIED]


def test_a_broken_catalogue_folder_is_refused_in_words(tmp_path: Path):
    with pytest.raises(Exception, match="source"):
        open_source(str(tmp_path / "nowhere"))
