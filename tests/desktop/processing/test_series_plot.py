"""A table of parcels' series as a plot, made by the real algorithm."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import feedback_class, run, unchecked

pytestmark = pytest.mark.usefixtures("plugin")
COLUMNS = ["parcel", "acquired", "scene_id", "flag", "NDVI_mean", "NDVI_p25", "NDVI_p75"]
COLUMNS += ["NDVI_count", "B04_mean", "B04_p25", "B04_p75", "B04_count", "suspect"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two parcels and their dates of two years, as `parceltimeseries` writes them."""
    path = tmp_path / "series.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for parcel in ("007", "a 8"):
            for year in (2021, 2022):
                for day in range(1, 28, 3):
                    dips = parcel == "007" and day == 13
                    mean = 0.3 if dips else 0.7
                    flag = "cloudy" if day == 7 else "clear"
                    numbers = [mean, mean - 0.1, mean + 0.1, 80, 0.04, 0.03, 0.05, 80]
                    when = f"{year}-06-{day:02}T10:36:34Z"
                    writer.writerow([parcel, when, f"S-{when}", flag, *numbers, int(dips)])
    return path


def plotted(table: Path, name: str, **more: Any) -> tuple[Path, int]:
    output = table.with_name(name)
    results = run("seriesplot", {"INPUT": str(table), "OUTPUT": str(output), **more})
    assert Path(results["OUTPUT"]) == output
    return output, results["COUNT"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def colours_of(path: Path) -> set[str]:
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    image = image.scaled(image.width() // 2, image.height() // 2)
    bits = image.constBits().asstring(image.sizeInBytes())
    rows = (
        bits[start : start + 3 * image.width()]
        for start in range(0, len(bits), image.bytesPerLine())
    )
    return {f"#{row[at : at + 3].hex()}" for row in rows for at in range(0, len(row), 3)}


def test_a_picture_has_the_series_of_one_parcel(table: Path) -> None:
    from qgis.PyQt.QtGui import QImage

    output, count = plotted(table, "one.png", PARCEL="007", WIDTH=400, HEIGHT=200)

    assert count == 18
    assert (QImage(str(output)).width(), QImage(str(output)).height()) == (800, 400)
    assert "#0067a5" in colours_of(output)
    assert "#b34700" not in colours_of(output)


def test_two_parcels_have_a_line_each(table: Path) -> None:
    output, count = plotted(table, "two.png", WIDTH=400, HEIGHT=200)

    assert count == 36
    assert {"#0067a5", "#b34700"} <= colours_of(output)


def test_svg_has_the_words_of_the_plot(table: Path) -> None:
    output, _ = plotted(table, "plot.svg", PARCEL="a 8", TITLE="The parcel")

    text = output.read_text()
    assert text.startswith("<?xml")
    assert "The parcel" in text
    assert "NDVI" in text
    assert "2021" in text


def test_csv_has_the_numbers_and_what_each_smoothed_value_rests_on(table: Path) -> None:
    pytest.importorskip("scipy")
    output, _ = plotted(table, "numbers.csv", PARCEL="007", SHOWN="NDVI", SMOOTHING=10)

    rows = rows_of(output)

    assert {row["basis"] for row in rows if row["date"] < "2021-06-28"} == {
        "observed",
        "interpolated",
    }
    seen = [row for row in rows if row["state"]]
    assert len(seen) == 18
    assert {row["state"] for row in seen} == {"clear", "cloudy", "suspect"}
    assert next(row for row in seen if row["date"] == "2021-06-13")["mean"] == "0.3"
    assert all(row["lambda"] == "10.0" for row in rows)


def test_years_lie_over_each_other(table: Path) -> None:
    _, count = plotted(table, "years.png", PARCEL="007", BY_YEAR=True)
    numbers, _ = plotted(table, "years.csv", PARCEL="007", BY_YEAR=True, SMOOTHING=100)

    assert count == 18
    assert len({row["date"] for row in rows_of(numbers) if row["smoothed"]}) == 2 * 25


def test_a_band_can_be_shown_instead(table: Path) -> None:
    output, _ = plotted(table, "band.csv", PARCEL="007", SHOWN="B04")

    assert {row["series"] for row in rows_of(output)} == {"B04"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"PARCEL": "9"}, "Ids of parcels"),
        ({"SHOWN": "EVI"}, "Indices and bands"),
        ({"ID_FIELD": "scene_id"}, "Ids of parcels"),
        ({"ID_FIELD": "nothing"}, "Field with the parcel"),
        (
            {"OUTPUT": "plot.bmp"},
            "(OUTPUT): '{output}' is not possible; allowed: a file that ends with .png, .svg, .csv",
        ),
    ],
)
def test_what_can_not_be_is_said_by_its_parameter(
    table: Path, given: dict[str, str], words: str
) -> None:
    output = str(table.with_name(given.get("OUTPUT", "plot.png")))

    told = unchecked("seriesplot", {"INPUT": str(table), **given, "OUTPUT": output})
    assert words.format(output=output) in told
    assert not Path(output).exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("parcel,date,NDVI_mean\n", "a table with at least one row"),
        ("parcel,date,flag\n7,2022-06-01,clear\n", "a table with a column acquired / date and"),
        ("parcel,day,NDVI_mean\n7,2022-06-01,0.5\n", "a table with a column acquired / date and"),
    ],
)
def test_another_table_is_refused_by_what_it_lacks(tmp_path: Path, text: str, words: str) -> None:
    table = tmp_path / "other.csv"
    table.write_text(text)

    told = unchecked("seriesplot", {"INPUT": str(table), "OUTPUT": str(tmp_path / "plot.png")})

    assert told.startswith("Time series of parcels (INPUT): 'other' is not possible; allowed: ")
    assert words in told


def test_rows_without_a_date_are_told_with_their_reasons(tmp_path: Path) -> None:
    table = tmp_path / "odd.csv"
    rows = ("7,2022-06-01,clear,0.5,", "7,someday,clear,0.5,", "far,,,,it lies elsewhere")
    table.write_text("\n".join(("parcel,date,flag,NDVI_mean,reason", *rows)))
    feedback = feedback_class()()

    results = run("seriesplot", {"INPUT": str(table), "OUTPUT": str(tmp_path / "p.png")}, feedback)

    assert results["COUNT"] == 1
    seven, far = feedback.warnings
    assert seven.startswith("7: 1 row")
    assert far.startswith("far: 1 row")
    assert far.endswith("it lies elsewhere")


def test_an_id_of_a_field_of_real_numbers_is_the_whole_number(tmp_path: Path) -> None:
    from qgis.core import QgsFeature, QgsVectorLayer

    fields = ("parcel:double", "date:string", "flag:string", "NDVI_mean:double")
    layer = QgsVectorLayer("NoGeometry?" + "&".join(f"field={f}" for f in fields), "t", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([7.0, "2022-06-01", "clear", 0.5])
    layer.dataProvider().addFeature(feature)

    given = {"INPUT": layer, "PARCEL": "7", "OUTPUT": str(tmp_path / "p.png")}
    assert run("seriesplot", given)["COUNT"] == 1
