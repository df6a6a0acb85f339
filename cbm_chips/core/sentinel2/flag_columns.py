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
OPINION_COLUMNS: Mapping[str, type] = {"likely_cloud_fraction": float, "doubtful": int}
"""Columns of the second opinion, behind all others: the share of likely clouds, and 1 for a clear
date that is doubtful, 0 for any other, nothing where there is no second opinion."""
