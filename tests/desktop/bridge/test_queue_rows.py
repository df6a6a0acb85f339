"""Samples out of spreadsheets and layers, and their join to a layer of parcels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.queue.table import SampleFileError

SHEET = ("gsa_par_id", "bucket_id", "ranking", "order_added")
TEXTS, NUMBERS = ("0012", "E5", 30, 2), (14, "ANC", 7, 1)


def spreadsheet(path: Path, *rows: tuple[Any, ...], first: str = "") -> Path:
    """As a spreadsheet has it: cells are texts or numbers."""
    from osgeo import gdal, ogr

    made = gdal.GetDriverByName("XLSX").Create(str(path), 0, 0, 0, 0)
    if first:
        made.CreateLayer(first)
    layer = made.CreateLayer("Sheet1")
    for name in SHEET:
        is_text = all(isinstance(row[SHEET.index(name)], str) for row in rows)
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString if is_text else ogr.OFTInteger))
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, value in enumerate(row):
            feature.SetField(at, value)
        layer.CreateFeature(feature)
    return path


def layer_of(*ids: str, bucket: str = "") -> Any:
    from qgis.core import QgsFeature, QgsVectorLayer

    fields = "&field=gsa_par_id:string&field=bucket_id:string"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326{fields}", "parcels", "memory")
    made = []
    for one in ids:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([one, bucket])
        made.append(feature)
    layer.dataProvider().addFeatures(made)
    return layer


class TestASpreadsheet:
    def test_keeps_ids_that_are_texts_even_if_all_of_it_is(self, tmp_path: Path) -> None:
        from cbm_chips.bridge.parcels.sample_files import table_of_file

        path = spreadsheet(tmp_path / "a.xlsx", ("0012", "E5", "1", "1"), ("0013", "E5", "2", "2"))
        table = table_of_file(path)
        assert table.columns == SHEET
        assert [cells[0] for _, cells in table.rows] == ["0012", "0013"]
        assert [number for number, _ in table.rows] == [2, 3]

    def test_has_numbers_without_fraction_where_zeros_were_lost(self, tmp_path: Path) -> None:
        from cbm_chips.bridge.parcels.sample_files import table_of_file

        table = table_of_file(spreadsheet(tmp_path / "a.xlsx", (12, "E5", 1, 1), NUMBERS))
        assert [cells[0] for _, cells in table.rows] == ["12", "14"]

    def test_is_read_where_the_sample_is_not_its_first_sheet(self, tmp_path: Path) -> None:
        from cbm_chips.bridge.parcels.sample_files import table_of_file

        path = spreadsheet(tmp_path / "a.xlsx", ("0012", "E5", 1, 1), first="Summary")
        assert len(table_of_file(path).rows) == 1

    def test_that_is_none_is_refused(self, tmp_path: Path) -> None:
        from cbm_chips.bridge.parcels.sample_files import table_of_file

        broken = tmp_path / "a.xlsx"
        broken.write_bytes(b"PK no zip")
        with pytest.raises(SampleFileError, match=r"a\.xlsx"):
            table_of_file(broken)


class TestALayer:
    def test_is_a_queue_of_its_own(self) -> None:
        from cbm_chips.bridge.parcels.queue_rows import LayerRows, joined_layer

        rows = LayerRows.of(layer_of("0012", "0013", "", "0012"))
        found, kept = joined_layer(rows, "gsa_par_id")
        assert [item.parcel for item in found.items] == ["0012", "0013"]
        assert [one.reason for one in found.left_out] == [
            "it has no id of a parcel",
            "the same as in row 1",
        ]
        assert kept is None

    def test_with_buckets_is_a_sample(self) -> None:
        from cbm_chips.bridge.parcels.queue_rows import LayerRows, joined_layer

        found, _ = joined_layer(LayerRows.of(layer_of("1", "2", bucket="E5")), "gsa_par_id")
        assert {item.question for item in found.items} == {"E5"}

    def test_gives_its_selected_parcels_only(self) -> None:
        from cbm_chips.bridge.parcels.queue_rows import LayerRows, joined_layer

        layer = layer_of("a", "b", "c")
        layer.selectByIds([3, 1])
        found, _ = joined_layer(LayerRows.of(layer, only_selected=True), "gsa_par_id")
        assert [item.parcel for item in found.items] == ["a", "c"]

    def test_is_joined_to_a_sample_by_the_field_with_the_ids(self) -> None:
        from cbm_chips.bridge.parcels.queue_rows import JoinOrder, LayerRows
        from cbm_chips.core.inspection.queue.sample import sample_of
        from cbm_chips.core.inspection.queue.sample_columns import columns_of
        from cbm_chips.core.inspection.queue.table import table_of_text

        table = table_of_text("gsa_par_id,bucket_id\n0013,E5\n0099,E5\n", "a.csv")
        sample = sample_of(table, columns_of(table.columns))
        rows = LayerRows.of(layer_of("0012", "0013"))
        found, _ = JoinOrder(sample, rows, "gsa_par_id").join()
        assert found.features == {"0013": 2}
        assert [one.parcel for one in found.left_out] == ["0099"]
