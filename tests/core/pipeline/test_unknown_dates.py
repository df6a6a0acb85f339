"""An entry whose date can't be read is told, with its reason and under no date of our making."""

from __future__ import annotations

import csv
import json

import pytest

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import NO_DATE, Absence
from cbm_chips.core.outputs.html.from_run_folder import RunContents, sections_of
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.pipeline.date_lists import ORDERS
from cbm_chips.core.pipeline.series import Series
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from tests.builders import a_request, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.stac_items import a_c1_item

UNKNOWN = a_failed_chip(
    "does not tell when it was acquired",
    Absence.UNUSABLE,
    scene=a_scene("undated", NO_DATE.isoformat()),
)
PARCEL = a_parcel()


@pytest.mark.parametrize("told", ["yesterday", "2022-13-45T00:00:00Z", 1654339831, [], {}, None])
def test_a_source_makes_up_no_date(tmp_path, told):
    properties = {"datetime": told, "s2:product_uri": None}
    item = a_c1_item("one", properties=properties)
    (tmp_path / "items.json").write_text(
        json.dumps({"type": "FeatureCollection", "features": [item]})
    )
    request = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04",))

    with open_source(str(tmp_path / "items.json")) as source:
        (result,) = extract_chips(request, source, cache=None)

    assert (result.scene.is_dated, result.scene.label) == (False, "")
    assert "when it was acquired" in result.reason


def test_tables_keep_the_cell_empty_and_are_read_back(tmp_path):
    with RunWriter(tmp_path, "bands") as run:
        run.add(PARCEL, UNKNOWN)
        run.add(PARCEL, a_chip())
    with next(tmp_path.rglob("chips.csv")).open(encoding="utf-8-sig") as file:
        rows = {row["scene_id"]: row for row in csv.DictReader(file)}

    assert (rows["undated"]["date"], rows["undated"]["acquired"]) == ("", "")
    assert "when it was acquired" in rows["undated"]["reason"]
    assert not any("0001" in path.read_text("latin-1") for path in tmp_path.rglob("*.json"))
    (place,) = read_run(tmp_path)
    dated = {date.chip(("B08", "B04", "B03")).scene.is_dated for date in place.dates}
    assert dated == {True, False}


def test_sheets_say_that_the_date_is_unknown(tmp_path):
    sections = [Section.of([UNKNOWN, a_chip()], a_request())]

    page = write_html_sheet(sections, tmp_path / "sheet.html", names=["p"]).read_text("utf-8")

    assert "date unknown" in page
    assert "0001" not in page


def test_a_sheet_of_a_run_has_the_period_of_the_dates_that_are_known(tmp_path):
    with RunWriter(tmp_path, "bands") as run:
        for result in (UNKNOWN, a_chip()):
            run.add(PARCEL, result)
    stored = read_run(tmp_path)
    look = Look(composite_of(RunContents.of(stored).choose(None)))

    (section,) = sections_of(stored, look, is_ready_made=False)

    assert section.first_day == section.last_day == a_chip().scene.acquired.date()


@pytest.mark.parametrize("order", ORDERS)
def test_it_can_be_sorted_with_the_others(order):
    series = Series()
    series.take(UNKNOWN)
    series.take(a_chip())

    assert len(sorted(series.entries, key=ORDERS[order])) == 2
