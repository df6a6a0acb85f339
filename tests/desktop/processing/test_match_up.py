"""Clear dates around the dates of features, inside QGIS."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.processing.parcel_layers import dated_layer, given
from tests.desktop.running import feedback_class, parcels_of, refusal, rows_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


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
