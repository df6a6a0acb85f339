"""Chips of a place, without QGIS: the public face.

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source

place = Place(lon=5.664, lat=52.694)
request = ChipRequest(place, start="2022-06-01", end="2022-06-30", bands=("B08", "B04", "SCL"))
with open_source("sample") as source:
    for result in extract_chips(request, source):
        print(result.scene.acquired, result.flag)
"""

from __future__ import annotations

from .errors import ChipsError, ReadError, RequestError, SourceError
from .extract import extract_chips, open_source
from .many_parcels import plan_parcels, run_plan
from .model import Chip, ChipRequest, FailedChip, Grid, Place, Scene
from .sentinel2.cloud_rules import CLOUD_RULES
from .sentinel2.scl import CloudFlag, CloudRule

__all__ = [
    "CLOUD_RULES",
    "Chip",
    "ChipRequest",
    "ChipsError",
    "CloudFlag",
    "CloudRule",
    "FailedChip",
    "Grid",
    "Place",
    "ReadError",
    "RequestError",
    "Scene",
    "SourceError",
    "extract_chips",
    "open_source",
    "plan_parcels",
    "run_plan",
]
