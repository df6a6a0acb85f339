"""Tables of many parcels inside QGIS: what comes of a layer, however odd it is."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.desktop.processing.parcel_layers import given, odd_layer, stopping
from tests.desktop.running import JUNE, feedback_class, parcels_of, refusal, rows_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


def test_a_layer_becomes_a_row_a_parcel_and_date(servers: Served, tmp_path: Path) -> None:
    output = tmp_path / "series.csv"
    parcels = parcels_of(servers, "315141", "315010", "315020")

    results = run("parceltimeseries", given(servers, parcels, output))

    rows = rows_of(str(output))
    assert results["COUNT"] == len(rows)
    assert results["FAILED"] == 0
    assert set(Counter(row["parcel"] for row in rows).values()) == {len(rows) // 3}
    clear = [row for row in rows if row["flag"] == "clear"]
    assert clear
    assert all(-1 <= float(row["NDVI_mean"]) <= 1 for row in clear)
    assert all(int(row["B04_count"]) > 0 for row in clear)


def test_the_same_again_and_a_later_day_read_only_what_is_missing(
    servers: Served, tmp_path: Path
) -> None:
    parcels = parcels_of(servers, "315141", "315010")
    wanted = given(servers, parcels, tmp_path / "series.csv")
    run("parceltimeseries", wanted)
    first = rows_of(wanted["OUTPUT"])
    servers.reset()

    run("parceltimeseries", wanted)
    assert servers.pixel_requests() == 0
    assert rows_of(wanted["OUTPUT"]) == first

    run("parceltimeseries", {**wanted, "END": "2022-07-10"})
    asked = servers.files.stats()["by_path"]
    assert asked
    assert all("202207" in path for path in asked)


@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_a_longer_season_says_which_parcels_became_clear(
    servers: Served, tmp_path: Path, ending: str
) -> None:
    wanted = given(servers, odd_layer(), tmp_path / f"series.{ending}")
    cloudy, whole, again = (feedback_class()() for _ in range(3))

    run("parceltimeseries", {**wanted, "END": "2022-06-10"}, cloudy)
    run("parceltimeseries", wanted, whole)
    run("parceltimeseries", wanted, again)

    told = [[words for words in one.infos if "clear date now" in words] for one in (cloudy, again)]
    assert told == [[], []]
    (words,) = (words for words in whole.infos if "clear date now" in words)
    assert words.startswith("2 parcels")
    assert words.endswith(": 7, 007")


def test_odd_parcels_are_told_and_ids_stay_as_they_are(servers: Served, tmp_path: Path) -> None:
    output, feedback = tmp_path / "series.csv", feedback_class()()

    results = run("parceltimeseries", given(servers, odd_layer(), output), feedback)

    names = Counter(row["parcel"] for row in rows_of(str(output)))
    assert set(names) == {"7", "007", "none", ""}
    assert names["7"] == names["007"] == names[""] > names["none"] == 1
    assert results["FAILED"] == 1
    assert any("none: it has no geometry" in words for words, _ in feedback.errors)
    assert any(words.startswith("it has no id") for words in feedback.infos)


def test_a_file_that_fails_is_told_by_tile_day_and_parcels(servers: Served, tmp_path: Path) -> None:
    from cbm_chips.bridge.texts.words import short_day

    feedback = feedback_class()()
    wanted = given(servers, parcels_of(servers, "315141", "315010"), tmp_path / "series.csv")
    servers.files.set_faults([{"match": "20220614.*B04", "kind": "404"}])

    results = run("parceltimeseries", wanted, feedback)

    ((words, _),) = feedback.errors
    day = short_day(date(2022, 6, 14))
    assert words == f"Tile 31UFU, {day}, 2 parcels: B04: 404, file missing"
    assert results["FAILED"] == 1


@pytest.mark.parametrize("algorithm", ["parceltimeseries", "observability"])
def test_a_run_that_is_cancelled_when_all_is_read_is_whole(
    servers: Served, tmp_path: Path, algorithm: str
) -> None:
    wanted = given(servers, parcels_of(servers, "315141", "315010"), tmp_path / "series.csv")
    feedback = stopping(at="2 of 2 parcels")

    results = run(algorithm, wanted, feedback)

    assert feedback.isCanceled()
    assert feedback.warnings == []
    assert len(rows_of(wanted["OUTPUT"])) == results["COUNT"] > 0


def test_a_run_that_is_cancelled_says_how_many_parcels_are_there(
    servers: Served, tmp_path: Path
) -> None:
    wanted = given(servers, parcels_of(servers, "315141", "315010"), tmp_path / "series.csv")
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    feedback = stopping(at="2 parcels, ")

    run("parceltimeseries", wanted, feedback)

    assert feedback.warnings == ["Cancelled: 0 of 2 parcels are in the table."]


def test_both_tables_come_of_one_run(servers: Served, tmp_path: Path) -> None:
    parcels = parcels_of(servers, "315141", "315010")
    second = str(tmp_path / "observability.csv")
    wanted = given(servers, parcels, tmp_path / "series.csv", OBSERVABILITY=second)

    run("parceltimeseries", wanted)

    rows = rows_of(wanted["OUTPUT"])
    for row in rows_of(second):
        clear = {r["date"] for r in rows if r["parcel"] == row["parcel"] and r["flag"] == "clear"}
        assert int(row["clear_dates"]) == len(clear)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BANDS", "B99", "(BANDS)"),
        ("INDICES", "XYZ", "(INDICES)"),
        ("ID_FIELD", "nothing", "(ID_FIELD)"),
        ("SOURCE", "nowhere", "(SOURCE)"),
        ("PIXELS", "middle", "(PIXELS): 'middle' is not possible; allowed: centre, inside, area-"),
        ("CLOUD_RULE", "jrc", "(CLOUD_RULE): 'jrc' is not possible; allowed: options, default, "),
        (
            "OUTPUT",
            "series.fgb",
            "(OUTPUT): 'series.fgb' is not possible; allowed: a file that",
        ),
        ("INNER_BUFFER_M", 101, "(INNER_BUFFER_M): 101 is not possible; allowed: a number from 0"),
        ("INNER_BUFFER_M", "wide", "(INNER_BUFFER_M): 'wide' is not possible; allowed: a number"),
    ],
)
def test_what_is_not_possible_is_refused_by_the_name_of_its_parameter(
    servers: Served, tmp_path: Path, name: str, value: str, words: str
) -> None:
    wanted = given(servers, parcels_of(servers, "315141"), tmp_path / "s.csv", **{name: value})
    assert words in refusal("parceltimeseries", wanted)


def test_the_chips_come_with_the_table_and_no_file_is_asked_twice(
    servers: Served, tmp_path: Path
) -> None:
    parcels = parcels_of(servers, "315141", "315010")
    wanted = given(servers, parcels, tmp_path / "s.csv", CHIPS=str(tmp_path / "chips"))
    servers.reset()

    results = run("parceltimeseries", {**wanted, "CHIP_SIZE": 400})

    together = servers.files.stats()["by_path"]
    assert results["CHIPS"] == str(tmp_path / "chips")
    assert {path.name for path in (tmp_path / "chips").iterdir() if path.is_dir()} == {
        "315141",
        "315010",
    }
    servers.reset()
    folder = str(tmp_path / "alone")
    chips = {"SOURCE": wanted["SOURCE"], "PARCELS": parcels, "ID_FIELD": "id", **JUNE}
    run("rawchips", {**chips, "SIZE": 400, "BANDS": "B04,B08,SCL", "OUTPUT": folder})
    assert servers.files.stats()["by_path"] == {}, "they are kept"
    files = {path.relative_to(folder) for path in Path(folder).rglob("*.tif")}
    assert files == {
        path.relative_to(tmp_path / "chips") for path in (tmp_path / "chips").rglob("*.tif")
    }
    assert together
    assert len(rows_of(wanted["OUTPUT"])) == results["COUNT"]


def test_chips_of_a_table_are_cut_here_alone(servers: Served, tmp_path: Path) -> None:
    parcels = parcels_of(servers, "315141")
    wanted = given(servers, parcels, tmp_path / "s.csv", CHIPS=str(tmp_path / "chips"))
    assert "(CHIPS)" in refusal("parceltimeseries", {**wanted, "SCHEDULER": "tcp://127.0.0.1:1"})
    assert "(CHIP_SIZE)" in refusal("parceltimeseries", {**wanted, "CHIP_SIZE": 1290})


def test_a_folder_of_chips_that_cannot_be_written_is_told_by_its_parameter(
    servers: Served, tmp_path: Path
) -> None:
    from qgis.core import QgsProcessingException

    (tmp_path / "chips" / "manifest.json").mkdir(parents=True)
    parcels = parcels_of(servers, "315141")
    wanted = given(servers, parcels, tmp_path / "s.csv", CHIPS=str(tmp_path / "chips"))
    with pytest.raises(QgsProcessingException, match=r"\(CHIPS\): .* could not be written"):
        run("parceltimeseries", wanted)


def test_pixels_by_shares_are_refused_in_words_without_their_package(
    servers: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcels = parcels_of(servers, "315141")
    wanted = given(servers, parcels, tmp_path / "s.csv", PIXELS="area-weighted")
    run("parceltimeseries", wanted)
    assert {row["pixels"] for row in rows_of(wanted["OUTPUT"])} == {"area-weighted"}
    counts = [float(row["B04_count"] or 0) for row in rows_of(wanted["OUTPUT"])]
    assert not all(count.is_integer() for count in counts)

    monkeypatch.setitem(sys.modules, "exactextract", None)
    assert "exactextract, which is not installed" in refusal("parceltimeseries", wanted)


def test_a_run_in_which_nothing_can_be_read_fails(servers: Served, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    far = {"START": "2019-01-01", "END": "2019-01-31"}
    wanted = given(servers, parcels_of(servers, "315141"), tmp_path / "s.csv", **far)
    with pytest.raises(QgsProcessingException, match="no scene"):
        run("parceltimeseries", wanted)
