"""Chips as GeoTIFFs: DN as in the file, or pictures and indices made of them.

Every file says by itself what it shows: bands, times, scale and offset, where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...rendering.composites import BandTriple, layers
from ...rendering.stretch import Limits, render
from ...sentinel2.bands import BANDS
from ...sentinel2.scl import SCL_CLASSES
from ..atomic_write import replacing
from ..names import chip_file_name
from .plain_encoder import tiff_writer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...model import Chip, Grid

NO_DATA_DN = 0
BLOCK_PX = 256
Scale = tuple[float, float]

_PREDICTORS = {"u": "2", "i": "2", "f": "3"}


@dataclass
class Image:
    """One GeoTIFF to be, as `backend.GeoTiff` wants it."""

    grid: Grid
    layers: Sequence[NDArray[np.generic]]
    names: Sequence[str]
    tags: Mapping[str, str]
    nodata: Union[float, None] = NO_DATA_DN
    is_rgba: bool = False
    scales: Sequence[Scale] = ()
    colors: Mapping[int, tuple[int, int, int]] = field(default_factory=dict)
    creation: Mapping[str, str] = field(default_factory=dict)


def write_bands(chip: Chip, folder: Path) -> dict[str, Path]:
    """Write each band into a file of its own: band -> path.

    Raises:
        WriteError: when a file can't be written; it leaves nothing behind.
    """
    return {band: _write(_band_image(chip, band), _path(chip, folder, band)) for band in chip.bands}


def write_composite(
    chip: Chip, folder: Path, *, bands: BandTriple, limits: Limits, lut: str = ""
) -> Path:
    """Write three bands as a picture: red, green, blue and alpha, 8 bits each.

    Args:
        chip: has the three bands.
        folder: the place's folder.
        bands: for red, green and blue; the first sets the resolution.
        limits: what becomes 0 and 255, see `stretch`.
        lut: how the limits were found, for the tags.

    Raises:
        RequestError: field `bands`, when the chip lacks one of them.
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    values, valid = layers(chip.bands, bands, scales=chip.scales)
    picture = render(values, valid, limits=limits)
    text = "_".join(f"{value:.10g}" for pair in limits for value in pair)
    image = Image(
        chip.grid.at(BANDS[bands[0]].chip_resolution_m),
        layers=[picture[..., channel] for channel in range(4)],
        names=(*bands, "alpha"),
        tags=tags_of(chip, bands, {"LUT": lut, "LIMITS": text}),
        nodata=None,
        is_rgba=True,
        creation={"PHOTOMETRIC": "RGB", "ALPHA": "YES"},
    )
    return _write(image, _path(chip, folder, "_".join(bands)))


def write_index(chip: Chip, folder: Path, *, index: str) -> Path:
    """Write an index as float32, nan where it is unknown.

    Raises:
        RequestError: field `index` (unknown) or `bands` (the chip lacks one).
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    from ...rendering.indices import find_index, index_of_chip

    row = find_index(index)
    values = index_of_chip(row.name, chip.bands, scales=chip.scales)
    image = Image(
        chip.grid.at(min(BANDS[band].chip_resolution_m for band in row.bands)),
        layers=[values],
        names=[row.name],
        tags=tags_of(chip, row.bands, {"INDEX": row.name, "INDEX_SOURCE": row.source}),
        nodata=float("nan"),
    )
    return _write(image, _path(chip, folder, row.name))


def tags_of(
    chip: Chip, bands: Sequence[str], more: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What a file says of itself; tags of which nothing is known are left out."""
    scene, provenance = chip.scene, chip.provenance
    reflective = [band for band in bands if BANDS[band].reflective]
    tags = {
        "ACQUIRED": f"{scene.acquired:%Y-%m-%dT%H:%M:%SZ}",
        "TIFFTAG_DATETIME": f"{scene.acquired:%Y:%m:%d %H:%M:%S}",
        "SCENE_ID": scene.id,
        "SCENES": ",".join(provenance.scenes),
        "PRODUCT": scene.product,
        "PLATFORM": scene.platform,
        "TILE": scene.tile,
        "LEVEL": scene.level,
        "BASELINE": baseline_text(scene.baseline),
        "RELATIVE_ORBIT": "" if scene.relative_orbit is None else str(scene.relative_orbit),
        "PROVIDER": scene.provider,
        "SOURCE": provenance.source,
        "BAND" if len(bands) == 1 else "BANDS": ",".join(bands),
        "SCALE": ",".join(f"{chip.scales[band][0]:.10g}" for band in reflective),
        "OFFSET": ",".join(f"{chip.scales[band][1]:.10g}" for band in reflective),
        "OFFSET_DECISION": provenance.offset_decision,
        "CLOUD_FLAG": chip.flag.value,
        "CLOUD_FRACTION": "" if chip.cloud_fraction is None else f"{chip.cloud_fraction:.4f}",
        **(more or {}),
    }
    return {name: _printable(text) for name, text in tags.items() if text}


def baseline_text(baseline: tuple[int, int] | None) -> str:
    """A processing baseline in ESA's words, `05.09`; empty if unknown."""
    return "" if baseline is None else f"{baseline[0]:02d}.{baseline[1]:02d}"


def _band_image(chip: Chip, band: str) -> Image:
    values = chip.bands[band]
    is_classes = not BANDS[band].reflective
    return Image(
        chip.grid.at(BANDS[band].chip_resolution_m),
        layers=[_as_codes(values) if is_classes else values],
        names=[band],
        tags=tags_of(chip, [band]),
        scales=() if is_classes else [chip.scales[band]],
        colors=_SCL_COLORS if is_classes else {},
    )


def _write(image: Image, path: Path) -> Path:
    image.creation = {**_creation(image), **image.creation}
    with replacing(path) as beside:
        tiff_writer().write(beside, image)
    return path


def _creation(image: Image) -> dict[str, str]:
    options = {"COMPRESS": "DEFLATE"}
    if not image.colors:  # neighbouring classes have nothing to do with one another
        options["PREDICTOR"] = _PREDICTORS[image.layers[0].dtype.kind]
    if max(image.grid.width_px, image.grid.height_px) > BLOCK_PX:
        return {**options, "TILED": "YES", "BLOCKXSIZE": str(BLOCK_PX), "BLOCKYSIZE": str(BLOCK_PX)}
    return {**options, "BLOCKYSIZE": str(image.grid.height_px)}


def _path(chip: Chip, folder: Path, what: str) -> Path:
    return folder / chip_file_name(chip.scene, what)


def _as_codes(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Class codes as uint8, which a colour table needs; what does not fit is no class: 0."""
    import numpy as np

    return np.where(values.astype(np.int64) <= 255, values, NO_DATA_DN).astype(np.uint8)


def _printable(text: str) -> str:
    """Text for a tag, which GDAL keeps as XML: no control characters, no half characters."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


_SCL_COLORS = {row.code: _rgb(row.color) for row in SCL_CLASSES}
