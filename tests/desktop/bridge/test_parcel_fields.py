"""Which fields of a layer are taken for the parcels' names and crops."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.mark.parametrize(
    ("names", "id_field", "crop_field"),
    [
        ("collection,id,crop:code,crop:name,hcat:code", "id", "crop:name"),
        ("id,hcat:code,crop:code", "id", "crop:code"),
        ("ID,HCAT:Code", "ID", "HCAT:Code"),
        ("id,hcat:code,hcat:name,hcat:name_en", "id", "hcat:name_en"),
        ("id,crop:code_list", "id", ""),
    ],
)
def test_the_fields_of_fiboa_are_known(names: str, id_field: str, crop_field: str) -> None:
    from qgis.core import QgsVectorLayer

    from cbm_chips.bridge.parcels.parcel_fields import crop_field_of, id_field_of
    from cbm_chips.bridge.tables.table_fields import fields

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "fiboa", "memory")
    layer.dataProvider().addAttributes(list(fields(dict.fromkeys(names.split(","), str))))
    layer.updateFields()
    assert (id_field_of(layer), crop_field_of(layer)) == (id_field, crop_field)
