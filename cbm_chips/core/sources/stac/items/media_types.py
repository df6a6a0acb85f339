"""The format of an asset: as stated, else to be found out by reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..json_fields import mapping, mappings, text

GEOTIFF, JP2, ZARR, NO_PIXELS = "geotiff", "jp2", "zarr", ""
READABLE = (GEOTIFF, JP2)
"""Best first."""

_BY_TYPE = (
    (re.compile(r"zarr"), ZARR),
    (re.compile(r"geo\+?tiff|image/tiff"), GEOTIFF),
    (re.compile(r"jp2|jpeg2000|jpx"), JP2),
    (
        re.compile(r"image/(png|jpe?g|gif|webp|svg)|json|xml|html|pdf|zip|netcdf|hdf|parquet|csv"),
        NO_PIXELS,
    ),
)
_BY_SUFFIX = (
    (re.compile(r"\.tiff?$"), GEOTIFF),
    (re.compile(r"\.(jp2|j2k)$"), JP2),
    (re.compile(r"\.zarr(/|$)"), ZARR),
    (
        re.compile(r"\.(png|jpe?g|gif|webp|svg|json|xml|html?|pdf|zip|nc|h5|hdf|parquet|csv|txt)$"),
        NO_PIXELS,
    ),
)


_ZARR = re.compile(r"\.zarr(/.*)?$", re.IGNORECASE | re.DOTALL)


def media_of(asset: Mapping[str, Any]) -> str:
    """`geotiff`, `jp2`, `zarr`, or empty for what is known to hold no pixels.

    A file without a telling type and name is tried as GeoTIFF: the reader will see.
    """
    # Zarr is a folder: its type wins over the name, as a group may well be called `B04.tif`.
    by_type = _by_type(text(asset.get("type")))
    by_name = _by_suffix(_end_of(path_of(text(asset.get("href")))))
    if by_type == ZARR or by_name is None:
        return GEOTIFF if by_type is None else by_type
    return by_name or by_type or NO_PIXELS


def media_in(assets: object) -> set[str]:
    """All the forms in which pixels are kept in an item, `zarr` too."""
    return {
        media for asset in mappings(list(mapping(assets).values())) if (media := media_of(asset))
    }


def path_of(href: str) -> str:
    """A URL without query and fragment."""
    return href.partition("#")[0].partition("?")[0]


def _end_of(path: str) -> str:
    """The end of a path by which a format may be known; may be empty."""
    zarr = _ZARR.search(path)
    if zarr:
        return zarr.group()
    _, dot, suffix = path.rpartition(".")
    return dot + suffix if "/" not in suffix else ""


@lru_cache(maxsize=1024)
def _by_type(word: str) -> str | None:
    return _first(_BY_TYPE, word)


@lru_cache(maxsize=1024)
def _by_suffix(end: str) -> str | None:
    return _first(_BY_SUFFIX, end)


def _first(table: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str | None:
    """What the table says, None if it says nothing."""
    lower = word.lower()
    return next((media for pattern, media in table if pattern.search(lower)), None)
