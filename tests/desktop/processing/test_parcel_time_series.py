"""Tables of many parcels inside QGIS: what comes of a layer, however odd it is."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import JUNE, feedback_class, parcels_of, refusal, rows_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


def given(servers: Served, parcels: Any, output: Path, **more: Any) -> dict[str, Any]:
    source = {"SOURCE": servers.api.url, "PARCELS": parcels, "ID_FIELD": "id"}
    return {**source, **JUNE, "OUTPUT": str(output), **more}


def odd_layer() -> Any:
    """A layer in RD New: a square, the same with a leading zero, one without geometry or id."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=id:string", "odd", "memory")
    square = QgsGeometry.fromWkt(
        "POLYGON((5.663 52.693, 5.665 52.693, 5.665 52.695, 5.663 52.695, 5.663 52.693))"
    )
    wgs84, here = QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs()
    square.transform(QgsCoordinateTransform(wgs84, here, QgsProject.instance()))
    for name, shape in (("7", square), ("007", square), ("none", QgsGeometry()), (None, square)):
        feature = QgsFeature(layer.fields())
        feature.setAttribute("id", name)
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    return layer


def dated_layer(parcels: Any, *days: str | None) -> Any:
    """The first of the parcels, each with a date in the field `seen`."""
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=id:string&field=seen:date", "dated", "memory"
    )
    for feature, day in zip(parcels.getFeatures(), days):
        own = QgsFeature(layer.fields())
        own.setAttributes([feature["id"], day])
        own.setGeometry(feature.geometry())
        layer.dataProvider().addFeature(own)
    return layer


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


def stopping(at: str) -> Any:
    """A feedback that is cancelled as soon as a progress or a line with these words comes."""

    class Stopping(feedback_class()):  # type: ignore[misc]
        def setProgressText(self, text: str) -> None:
            if at in text:
                self.cancel()

        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            self.setProgressText(info)

    return Stopping()


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


def test_observability_reads_the_classification_alone(servers: Served, tmp_path: Path) -> None:
    output = tmp_path / "observability.csv"

    results = run("observability", given(servers, parcels_of(servers, "315141"), output))

    (row,) = rows_of(str(output))
    assert results["COUNT"] == 1
    assert int(row["full_px_0m"]) > int(row["full_px_5m"]) >= int(row["full_px_10m"]) > 0
    assert row["usable"] == "1"
    assert int(row["clear_dates"]) <= int(row["dates"])
    asked = servers.files.stats()["by_path"]
    assert asked
    assert all(path.endswith("/SCL.tif") for path in asked)


def test_of_a_parcel_that_is_nowhere_nothing_is_said_but_why(
    servers: Served, tmp_path: Path
) -> None:
    output = tmp_path / "observability.csv"

    run("observability", given(servers, odd_layer(), output))

    row = next(row for row in rows_of(str(output)) if row["parcel"] == "none")
    numbers = ("dates", "clear_dates", "longest_gap_days", "usable", "full_px_0m")
    assert [row[name] for name in numbers] == [""] * 5
    assert row["remark"] == "it has no geometry"


def test_a_layer_of_mixed_geometries_is_read_as_it_is(servers: Served, tmp_path: Path) -> None:
    """As in GeoJSON, and in GeoPackages of any geometry."""
    path = tmp_path / "mixed.geojson"
    square = [[5.663, 52.693], [5.665, 52.693], [5.665, 52.695], [5.663, 52.693]]
    shapes = {
        "field": {"type": "Polygon", "coordinates": [square]},
        "tree": {"type": "Point", "coordinates": square[0]},
    }
    features = [
        {"type": "Feature", "properties": {"id": name}, "geometry": shape}
        for name, shape in shapes.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    output = tmp_path / "observability.csv"

    run("observability", given(servers, str(path), output))

    told = {row["parcel"]: row["remark"] for row in rows_of(str(output))}
    assert told == {"field": "", "tree": "it has no area, it is a Point"}


def test_a_layer_of_no_certain_kind_is_refused_by_its_kind(servers: Served, tmp_path: Path) -> None:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("GeometryCollection?crs=EPSG:4326&field=id:string", "u", "memory")
    told = refusal("observability", given(servers, layer, tmp_path / "o.csv"))
    assert "u: GeometryCollection" in told
    assert "save this one's polygons as a layer of their own first" in told


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


def test_a_layer_without_a_date_is_told_with_the_nearest(servers: Served, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    from cbm_chips.bridge.texts.words import short_day

    feedback = feedback_class()()
    late = {"START": "2022-11-05", "END": "2022-11-06"}
    wanted = given(servers, parcels_of(servers, "315141"), tmp_path / "s.csv", **late)

    with pytest.raises(QgsProcessingException, match="no scene"):
        run("observability", wanted, feedback)

    (warning,) = feedback.warnings
    assert warning.startswith("315141: no date from ")
    assert f"The nearest is {short_day(date(2022, 10, 29))}." in warning


def test_a_layer_without_any_place_is_not_told_a_date(servers: Served, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    feedback = feedback_class()()
    layer = odd_layer()
    layer.setSubsetString("id = 'none'")

    with pytest.raises(QgsProcessingException, match="no geometry"):
        run("observability", given(servers, layer, tmp_path / "s.csv"), feedback)

    assert feedback.warnings == []


def test_the_field_that_was_guessed_is_told(servers: Served, tmp_path: Path) -> None:
    feedback = feedback_class()()
    wanted = given(servers, parcels_of(servers, "315141"), tmp_path / "s.csv", ID_FIELD="")

    run("observability", wanted, feedback)

    assert "Parcels are called by the field id." in feedback.infos


def test_a_match_up_gives_the_nearest_clear_dates_around_each_date(
    servers: Served, tmp_path: Path
) -> None:
    parcels = parcels_of(servers, "315141", "315010")
    dated = dated_layer(parcels, "2022-06-15", None)
    series, output = str(tmp_path / "series.csv"), str(tmp_path / "match.csv")
    run("parceltimeseries", {**given(servers, parcels, Path(series)), "END": "2022-07-10"})
    clear = {(r["parcel"], r["date"]): r for r in rows_of(series) if r["flag"] == "clear"}
    wanted = {"SOURCE": servers.api.url, "PARCELS": dated, "ID_FIELD": "id", "OUTPUT": output}

    run("matchup", {**wanted, "DATE_FIELD": "seen", "MOST_DAYS": 15})

    before, after, undated = rows_of(output)
    assert undated["reason"] == "the feature has no date that can be read"
    assert undated["parcel"] != before["parcel"]
    days = sorted(day for parcel, day in clear if parcel == before["parcel"])
    nearest = [day for day in days if "2022-05-31" <= day <= "2022-06-15"][-1:]
    later = [day for day in days if "2022-06-15" < day <= "2022-06-30"][:1]
    for row, found in ((before, nearest), (after, later)):
        assert ([row["date"]] if row["date"] else []) == found
        assert row["wanted_date"] == "2022-06-15"
        if found:
            assert row["NDVI_mean"] == clear[row["parcel"], found[0]]["NDVI_mean"]
            assert int(row["days_apart"]) == abs(
                (date.fromisoformat(found[0]) - date(2022, 6, 15)).days
            )
        else:
            assert row["reason"] == "no clear date within 15 days"


def test_the_chips_of_a_match_up_are_those_of_the_dates_in_its_table(
    servers: Served, tmp_path: Path
) -> None:
    dated = dated_layer(parcels_of(servers, "315141", "315010"), "2022-06-15", "2022-07-15")
    output, folder = str(tmp_path / "match.csv"), tmp_path / "chips"
    wanted = {"SOURCE": servers.api.url, "PARCELS": dated, "ID_FIELD": "id", "OUTPUT": output}

    results = run("matchup", {**wanted, "DATE_FIELD": "seen", "CHIPS": str(folder)})

    assert results["CHIPS"] == str(folder)
    found = {
        (row["parcel"], row["date"].replace("-", "")) for row in rows_of(output) if row["date"]
    }
    files = [path.relative_to(folder) for path in folder.rglob("*.tif")]
    assert {(path.parts[0], path.name[:8]) for path in files} == found
    assert len(found) > 2
    assert {path.name.split(".")[-2] for path in files} == {"B04", "B08", "SCL"}


def test_a_match_up_tells_how_many_have_no_date_and_counts_what_failed(
    servers: Served, tmp_path: Path
) -> None:
    from qgis.core import QgsFeature

    layer = dated_layer(parcels_of(servers, "315141", "315010"), "2022-06-15", None)
    without_geometry = QgsFeature(layer.fields())
    without_geometry.setAttributes(["none", "2022-06-15"])
    layer.dataProvider().addFeature(without_geometry)
    feedback = feedback_class()()
    wanted = given(servers, layer, tmp_path / "match.csv", DATE_FIELD="seen")

    results = run("matchup", wanted, feedback)

    (warning,) = feedback.warnings
    assert warning.startswith("1 feature")
    assert "no date that can be read" in warning
    assert results["FAILED"] == 1
    told = {row["parcel"]: row["reason"] for row in rows_of(wanted["OUTPUT"])}
    assert told["none"] == "it has no geometry"
    assert len(told) == 3


def test_a_date_before_the_launch_costs_a_match_up_no_other(
    servers: Served, tmp_path: Path
) -> None:
    layer = dated_layer(parcels_of(servers, "315141", "315010"), "2022-06-15", "1999-06-15")
    wanted = given(servers, layer, tmp_path / "match.csv", DATE_FIELD="seen")

    run("matchup", wanted)

    rows = rows_of(wanted["OUTPUT"])
    assert any(row["date"] for row in rows if row["wanted_date"] == "2022-06-15")
    old = [row["reason"] for row in rows if row["wanted_date"] == "1999-06-15"]
    assert set(old) == {"no clear date within 15 days"}


@pytest.mark.parametrize(
    ("day", "more", "words"),
    [
        ("1999-06-15", {}, "(DATE_FIELD): 'seen: 1999-06-15' is not possible; allowed: days from"),
        ("2022-06-15", {"MOST_DAYS": -1}, "(MOST_DAYS): -1 is not possible"),
        ("2022-06-15", {"MOST_DAYS": 367}, "(MOST_DAYS): 367 is not possible"),
        ("2022-06-15", {"DATE_FIELD": None}, "(DATE_FIELD): '' is not possible"),
    ],
)
def test_a_match_up_refuses_by_the_names_that_the_user_sees(
    servers: Served, tmp_path: Path, day: str, more: dict[str, Any], words: str
) -> None:
    layer = dated_layer(parcels_of(servers, "315141"), day)
    wanted = given(servers, layer, tmp_path / "m.csv", **{"DATE_FIELD": "seen", **more})
    assert words in refusal("matchup", wanted)


def test_a_match_up_refuses_a_field_that_the_layer_has_not(servers: Served, tmp_path: Path) -> None:
    wanted = given(servers, parcels_of(servers, "315141"), tmp_path / "m.csv", DATE_FIELD="nope")

    told = refusal("matchup", wanted)

    assert "(DATE_FIELD): 'nope' is not possible; allowed: one of the layer's fields: " in told
