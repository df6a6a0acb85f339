"""The small built-in archive: a static STAC catalogue of real files with made-up pictures.

It shows a piece of polder around 5.664 E 52.694 N through 2022, with clouds, a swath's edge,
a reprocessed and a doubly tiled acquisition, and dates on both sides of the offset of processing
baseline 04.00.
"""

from __future__ import annotations

from .archive import (
    SAMPLE_VERSION,
    OnProgress,
    build_sample,
    remove_sample,
    sample_bytes,
    sample_catalog,
)
from .parcels import SampleParcel, sample_parcels, write_parcel_layer

__all__ = [
    "SAMPLE_VERSION",
    "OnProgress",
    "SampleParcel",
    "build_sample",
    "remove_sample",
    "sample_bytes",
    "sample_catalog",
    "sample_parcels",
    "write_parcel_layer",
]
