"""The plainest GeoTIFFs, which are nearly all that a run writes: one band of a small chip.

GDAL takes four times as long for such a file as its pixels take to be deflated, waits for the
interpreter after each of its calls while the reader needs it too, and has to be loaded first. So
what is plain in every respect is written here, all else by GDAL; from both GDAL reads the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ...reading.gdal.choice import raster_backend
from .tiff_fields import Field, doubles, shorts, text, tiff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Grid
    from ...reading.gdal.backend import GeoTiff

_DATE_TIME = "TIFFTAG_DATETIME"
_DATE_TIME_CHARS = 19
_TAGS_OF_GDAL = ("TIFFTAG_", "AREA_OR_POINT")
"""Kept in fields of their own."""
_HALVES = {32600: "N", 32700: "S"}
_ZONES = range(1, 61)
_ESCAPED = str.maketrans({"&": "&amp;amp;", "<": "&amp;lt;", ">": "&amp;gt;", '"': "&amp;quot;"})
"""GDAL escapes a tag's text twice: by itself and by its XML."""


class TiffWriter(Protocol):
    """What writes a GeoTIFF."""

    def write(self, path: Path, image: GeoTiff) -> None:
        """Write a compressed GeoTIFF; `path` is replaced only by the caller.

        Raises:
            OSError, ReadError: when the file can't be written.
        """


class PlainOrGdalWriter:
    """Writes what is plain; the rest is left to GDAL."""

    def write(self, path: Path, image: GeoTiff) -> None:
        """See `TiffWriter`."""
        if is_plain(image):
            path.write_bytes(encoded(image))
        else:
            raster_backend().write(path, image)


def tiff_writer() -> TiffWriter:
    """What writes the files of chips."""
    return PlainOrGdalWriter()


def is_plain(image: GeoTiff) -> bool:
    """True for one band of a UTM zone, 8 or 16 bits without sign, deflated as one block."""
    grid, layer = image.grid, image.layers[0]
    creation = {"COMPRESS": "DEFLATE", "BLOCKYSIZE": str(grid.height_px)}
    return (
        len(image.layers) == 1
        and layer.shape == (grid.height_px, grid.width_px)
        and layer.dtype.str in (("|u1",) if image.colors else ("|u1", "<u2"))
        and image.creation == (creation if image.colors else {**creation, "PREDICTOR": "2"})
        and image.nodata == 0
        and not image.is_rgba
        and grid.epsg - grid.epsg % 100 in _HALVES
        and grid.epsg % 100 in _ZONES
        and image.names[0].isalnum()
        and all(_is_plain_tag(name, value) for name, value in image.tags.items())
    )


def encoded(image: GeoTiff) -> bytes:
    """The content of the file of an image that `is_plain`."""
    bits, has_palette = 8 * image.layers[0].dtype.itemsize, bool(image.colors)
    fields = {
        **_fields_of_grid(image.grid, bits, has_palette=has_palette),
        42112: text(_metadata(image)),
    }
    if has_palette:
        fields[320] = _palette(tuple(image.colors.items()))
    if _DATE_TIME in image.tags:
        fields[306] = text(image.tags[_DATE_TIME])
    return tiff(fields, _deflated(image))


@lru_cache(maxsize=64)
def _fields_of_grid(grid: Grid, bits: int, *, has_palette: bool) -> Mapping[int, Field]:
    """What all files of a place say; remembered."""
    return {
        256: shorts(grid.width_px),
        257: shorts(grid.height_px),
        258: shorts(bits),
        259: shorts(8),  # deflated
        262: shorts(3 if has_palette else 1),  # a palette; or 0 is black
        277: shorts(1),  # band
        278: shorts(grid.height_px),  # rows of a strip
        284: shorts(1),  # bands interleaved, as it is always noted of one
        317: shorts(1 if has_palette else 2),  # without predictor; or differences
        339: shorts(1),  # without sign
        33550: doubles(grid.resolution_m, grid.resolution_m, 0),
        33922: doubles(0, 0, 0, grid.left, grid.top, 0),
        **_crs(grid.epsg),
        42113: text("0"),  # no data
    }


@lru_cache(maxsize=1024)
def _is_plain_tag(name: str, value: str) -> bool:
    if name == _DATE_TIME:
        return value.isascii() and value.isprintable() and len(value) == _DATE_TIME_CHARS
    is_word = name.isascii() and name.isidentifier() and not name.startswith(_TAGS_OF_GDAL)
    return is_word and value.isprintable()


@lru_cache(maxsize=120)
def _crs(epsg: int) -> Mapping[int, Field]:
    """A UTM zone in the keys of GeoTIFF, with all that GDAL notes of it."""
    datum = "WGS 84|"
    zone = f"WGS 84 / UTM zone {epsg % 100}{_HALVES[epsg - epsg % 100]}|"
    keys = (
        *(1, 1, 0, 7),  # version 1.1.0, seven keys
        *(1024, 0, 1, 1),  # projected
        *(1025, 0, 1, 1),  # pixels are areas
        *(1026, 34737, len(zone), 0),
        *(2049, 34737, len(datum), len(zone)),
        *(2054, 0, 1, 9102),  # degrees
        *(3072, 0, 1, epsg),
        *(3076, 0, 1, 9001),  # metres
    )
    return {34735: shorts(*keys), 34737: text(zone + datum)}


def _metadata(image: GeoTiff) -> str:
    """Tags, scale and name, in GDAL's XML."""
    roles = {"DESCRIPTION": image.names[0]}
    if image.scales:
        scale, offset = image.scales[0]
        roles = {"OFFSET": f"{offset:.17g}", "SCALE": f"{scale:.17g}", **roles}
    lines = [
        f'  <Item name="{name}">{value.translate(_ESCAPED)}</Item>\n'
        for name, value in sorted(image.tags.items())
        if name != _DATE_TIME
    ]
    lines += [
        f'  <Item name="{name}" sample="0" role="{name.lower()}">{value}</Item>\n'
        for name, value in roles.items()
    ]
    return f"<GDALMetadata>\n{''.join(lines)}</GDALMetadata>\n"


@lru_cache(maxsize=8)
def _palette(colors: tuple[tuple[int, tuple[int, int, int]], ...]) -> Field:
    """The red of all 256 codes, then green, then blue; black where a code has no colour."""
    by_code = dict(colors)
    shades = zip(*(by_code.get(code, (0, 0, 0)) for code in range(256)))
    return shorts(*(257 * shade for part in shades for shade in part))


def _deflated(image: GeoTiff) -> bytes:
    """Values' differences from their left neighbours; classes as they are.

    Differences repeat themselves in runs at most. Not to look for more takes a fifth of the time,
    and less room.
    """
    layer: NDArray[Any] = image.layers[0]
    values = layer.astype(layer.dtype.newbyteorder("<"), order="C")
    if not image.colors:
        values[:, 1:] -= layer[:, :-1]
    deflate = zlib.compressobj(strategy=zlib.Z_RLE)
    return deflate.compress(values.data) + deflate.flush()
