"""The time series on a bundle's sheet: from the cache and local files alone."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

from cbm_chips.core.inspection.bundle.contents import BundleMaker
from cbm_chips.core.inspection.values import InspectionAnswer, Outcome
from tests.core.inspection.bundle.writing import named, run_of, written
from tests.evidence import a_run, an_answer, chips_of, reading_from, sample_place
from tests.sample_servers import served


def drawn(parcel, again):
    """As many circles as there are values."""
    return b"<svg>" + b"o" * sum(point.mean is not None for point in again.series[0].points)


def test_a_series_of_local_files_is_drawn_with_windows_and_events(run, chips, tmp_path):
    made = []

    def draw(parcel, again):
        made.append(again)
        return drawn(parcel, again)

    answer = InspectionAnswer(
        Outcome.CONFIRMED, last_before=date(2022, 5, 4), first_after=date(2022, 5, 9)
    )
    window = {"window_name": "May", "window_first": date(2022, 5, 1)}
    asked = an_answer(run, chips, answer=answer, window_last=date(2022, 5, 31), **window)
    (bundle,) = written(tmp_path, [asked], maker=BundleMaker(draw=draw))
    (again,) = made
    assert sum(point.mean is not None for point in again.series[0].points) > len(chips)
    assert [one.first for one in again.overlays.intervals] == [answer.last_before]
    assert [one.label for one in again.overlays.windows] == ["May"]
    assert again.note == ""
    page = (bundle.path / "sheet.html").read_text()
    assert "data:image/svg+xml;base64," in page


def test_a_series_costs_no_request_and_says_what_lacks(sample_archive, tmp_path):
    place = sample_place(sample_archive)
    (tmp_path / "items").mkdir()
    cache, maker = tmp_path / "cache", BundleMaker(draw=drawn)
    with served(sample_archive, tmp_path / "items") as servers:
        run = a_run(servers.api.url, place)
        answers = [an_answer(run, chips_of(run, cache=cache))]
        other = a_run(servers.api.url, place, start="2022-07-01", end="2022-07-31")
        answers.append(an_answer(named(other, "000002")))
        servers.reset()
        bundles = written(tmp_path / "out", answers, maker=maker, open_run=reading_from(cache))
        asked = servers.pixel_requests()
    pages = [(one.path / "sheet.html").read_text() for one in bundles]
    assert "data:image/svg+xml;base64," in pages[0]
    assert "No time series: no search for it is kept in the cache." in pages[1]
    assert asked == 0


def notes(run, folder, cache=None):
    """What the sheet of a run is told of its series."""
    told = []

    def draw(parcel, again):
        told.append(again)
        return b"<svg>"

    maker = BundleMaker(draw=draw)
    (one,) = written(folder, [an_answer(run)], maker=maker, open_run=reading_from(cache))
    page = (one.path / "sheet.html").read_text("utf-8")
    return told, page


def test_a_series_says_which_dates_lack_a_band_in_the_cache(sample_archive, tmp_path):
    place, cache = sample_place(sample_archive), tmp_path / "cache"
    (tmp_path / "items").mkdir()
    with served(sample_archive, tmp_path / "items") as servers:
        run = a_run(servers.api.url, place)
        dates = {chip.scene.id for chip in chips_of(run_of(run, bands=("B04",)), 99, cache)}
        whole = {chip.scene.id for chip in chips_of(run_of(run, end="2022-05-12"), 99, cache)}
        _, page = notes(run, tmp_path / "out", cache)
    assert 0 < len(whole) < len(dates)
    assert f"{len(whole)} of {len(dates)} dates are in the cache." in page


def test_a_series_without_a_clear_date_says_so(run, tmp_path):
    told, page = notes(run_of(run, start="2022-05-22", end="2022-05-22"), tmp_path)
    assert told == []
    assert "No time series: no date has a clear pixel in the parcel." in page


def test_a_series_is_on_the_sheet_where_there_is_one(run, tmp_path):
    maker = BundleMaker(plot_of=lambda parcel: b"<svg>" if parcel else b"")
    (bundle,) = written(tmp_path, [an_answer(run)], maker=maker)
    data = base64.b64encode(b"<svg>").decode()
    assert f"data:image/svg+xml;base64,{data}" in Path(bundle.path / "sheet.html").read_text(
        encoding="utf-8"
    )
