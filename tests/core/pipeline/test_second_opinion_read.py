"""The second opinion, read beside the bands of the sample: what it finds is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import rasterio

from cbm_chips.core import Place, extract_chips, plan_parcels, run_plan
from cbm_chips.core.model import Chip
from cbm_chips.core.pipeline.date_lists import FILTERS
from cbm_chips.core.pipeline.series import Entry, Series
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sentinel2.scl import CloudFlag
from cbm_chips.core.series.making.chip_values import PointNumbers
from cbm_chips.core.series.making.from_run import series_of_run
from cbm_chips.core.series.making.from_table import series_of_table
from cbm_chips.core.series.values import PointState
from cbm_chips.core.sources.registry import open_source
from tests.builders import a_request

HAZY_DAY, HAZY_PARCEL = "2022-05-30", "315130"
HURRIED = Network(retries=0, retry_delay_s=0.01)


@pytest.fixture(scope="module")
def parcels(sample_archive):
    return {one.id: one.outline for one in sample_parcels(sample_archive)}


@pytest.fixture(scope="module")
def hazy(sample_archive, parcels, tmp_path_factory):
    """All parcels on a day of thin haze: their table."""
    request = {"start": HAZY_DAY, "end": HAZY_DAY, "indices": ("NDVI",), "second_opinion": True}
    with open_source(str(sample_archive)) as source:
        plan = plan_parcels(list(parcels.items()), request, source, cache=None)
        tables = list(run_plan(plan, source, cache=None))
    return {row["parcel"]: row for table in tables for row in table.records()}


def chip_of(archive, outline, **asked):
    place = Place.of_parcel(outline, label="parcel")
    given = {"start": HAZY_DAY, "end": HAZY_DAY, "bands": ("B04",), "second_opinion": True}
    request = replace(a_request(**{**given, **asked}), place=place)
    with open_source(str(archive), network=HURRIED) as source:
        (chip,) = extract_chips(request, source, cache=None, reader=RasterReader(HURRIED))
    return chip


def test_thin_haze_that_the_scl_lets_pass_is_doubtful(hazy):
    doubted = [name for name, row in hazy.items() if row["doubtful"]]
    assert doubted == [HAZY_PARCEL]
    assert hazy[HAZY_PARCEL]["flag"] == "clear"
    assert hazy[HAZY_PARCEL]["likely_cloud_fraction"] >= 0.2


def test_a_chip_says_the_same_as_the_table_of_many_parcels(sample_archive, parcels, hazy):
    chip = chip_of(sample_archive, parcels[HAZY_PARCEL])
    assert (chip.flag, chip.is_doubtful) == (CloudFlag.CLEAR, True)
    assert chip.likely_cloud_fraction == pytest.approx(hazy[HAZY_PARCEL]["likely_cloud_fraction"])
    assert "CLD" not in chip.bands
    series = Series([Entry(chip.scene)])
    series.take(chip)
    (entry,) = series.entries
    assert [name for name, test in FILTERS.items() if test(entry)] == ["all", "doubtful"]


def test_without_the_option_nothing_more_is_read_and_nothing_is_doubtful(servers, parcels):
    for is_on in (False, True):
        servers.reset()
        chip = chip_of(servers.api.url, parcels["315141"], second_opinion=is_on)
        read = {path.rpartition("/")[2] for path in servers.files.stats()["by_path"]}
        assert ("CLD.tif" in read) == is_on
        assert (chip.likely_cloud_fraction is not None) == is_on


def test_a_date_is_complete_without_its_second_opinion(servers, parcels):
    servers.files.set_faults([{"match": "CLD", "kind": "404"}])
    chip = chip_of(servers.api.url, parcels["315141"])
    assert isinstance(chip, Chip)
    assert (chip.failures, chip.likely_cloud_fraction, chip.is_doubtful) == ({}, None, False)
    assert any("no second opinion" in note for note in chip.provenance.notes)


def test_a_date_without_any_cloud_probability_is_not_read_from_a_fallback(sample_archive, parcels):
    """0 per cent everywhere is no empty file."""
    chip = chip_of(sample_archive, parcels["315141"], start="2022-06-19", end="2022-06-19")
    assert chip.likely_cloud_fraction == 0
    assert not any("fallback" in note or "in place of" in note for note in chip.provenance.notes)


def test_the_file_in_the_sample_says_what_earth_search_says_of_it(sample_archive):
    import json

    path = next(sample_archive.parent.glob("sentinel-2-c1-l2a/*/*.json"))
    asset = json.loads(path.read_text())["assets"]["cloud"]
    assert asset["raster:bands"][0]["nodata"] == 0
    with rasterio.open(path.parent / asset["href"]) as file:
        assert file.nodata == 0
        assert np.issubdtype(file.dtypes[0], np.uint8)


def test_the_plot_shows_it_as_doubtful_and_says_why(sample_archive, parcels, hazy):
    chip = chip_of(sample_archive, parcels[HAZY_PARCEL])
    series = Series([Entry(chip.scene)])
    series.take(chip)
    numbers = {chip.scene.id: {"NDVI": PointNumbers(0.5, 0.4, 0.6, 9)}}
    (of_run,) = series_of_run(series.entries, numbers, ["NDVI"])
    (of_table,) = series_of_table([hazy[HAZY_PARCEL]], ["NDVI"])
    for one in (of_run, of_table):
        assert one.points[0].state is PointState.DOUBTFUL
        assert "cloud probability" in one.points[0].reason
