"""What could be seen of the parcels of a layer, inside QGIS: whatever the layer is like."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.desktop.processing.parcel_layers import given, odd_layer
from tests.desktop.running import feedback_class, parcels_of, refusal, rows_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


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
