"""Columns that every table of cloud flags has, in this order. Their names are a promise."""

from __future__ import annotations

from collections.abc import Mapping

from .scl import SCL_CLASSES

CLASS_COLUMNS: Mapping[int, str] = {row.code: f"scl_{row.name}_px" for row in SCL_CLASSES}
"""Code of an SCL class -> column that counts its pixels."""
FLAG_COLUMNS: Mapping[str, type] = {
    "parcel": str,
    "date": str,
    "acquired": str,
    "scene_id": str,
    "flag": str,
    "cloud_fraction": float,
    "valid_px": int,
    "total_px": int,
    **dict.fromkeys(CLASS_COLUMNS.values(), int),
    "reason": str,
}
