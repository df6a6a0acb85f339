"""Chips as GeoTIFFs: DN as in the file, or pictures and indices made of them.

Every file says by itself what it shows: bands, times, scale and offset, where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...rendering.composites import stack_bands
from ...rendering.indices import Index, index_of_chip
from ...sentinel2.bands import BANDS
from ...sentinel2.cloud_rules import rule_words
from ...sentinel2.scl import SCL_CLASSES
from ..atomic_write import replacing
from ..names import chip_file_name
from .plain_encoder import tiff_writer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...model import Chip, Grid
    from ...rendering.composites import Composite
    from ...rendering.look import Renderer

NO_DATA_DN = 0
BLOCK_PX = 256
RULE_TAG = "CLOUD_RULE"
Scale = tuple[float, float]

_DN_AS_THEY_ARE: Scale = (1e-4, 0.0)
"""`stack_bands` gives reflectance x 10 000: with this scale, the DN themselves."""
_PREDICTORS = {"u": "2", "i": "2", "f": "3"}


@dataclass
class ChipImage:
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
    return {band: written(band_image(chip, band), _path(chip, folder, band)) for band in chip.bands}


def write_picture(chip: Chip, folder: Path, renderer: Renderer) -> Path:
    """Write a chip as it is shown: red, green, blue and alpha, 8 bits each.

    Raises:
        RequestError: field `bands`, when the chip lacks one.
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    shows = renderer.shows
    rgba, limits = renderer.rendered(chip)
    text = "_".join(f"{value:.10g}" for pair in limits for value in pair)
    is_index = isinstance(shows, Index)
    image = ChipImage(
        chip.grid.at(shows.resolution_m),
        layers=[rgba[..., channel] for channel in range(4)],
        names=(*(("red", "green", "blue") if is_index else shows.bands), "alpha"),
        tags=tags_of(chip, shows.bands, {"LUT": renderer.lut_name, "LIMITS": text}),
        nodata=None,
        is_rgba=True,
        creation={"PHOTOMETRIC": "RGB", "ALPHA": "YES"},
    )
    return written(image, _path(chip, folder, shows.name))


def write_composite_dn(chip: Chip, folder: Path, composite: Composite) -> Path:
    """Write three bands with their DN, scale and offset, on the resolution of the first.

    Raises:
        RequestError: field `bands`, when the chip lacks one of them.
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    import numpy as np

    bands = composite.bands
    values, _ = stack_bands(chip.bands, bands, scales=dict.fromkeys(bands, _DN_AS_THEY_ARE))
    dtype = np.result_type(*(chip.bands[band] for band in bands))
    image = ChipImage(
        chip.grid.at(composite.resolution_m),
        layers=list(values.astype(dtype)),
        names=bands,
        tags=tags_of(chip, bands),
        scales=[chip.scales[band] for band in bands],
    )
    return written(image, _path(chip, folder, composite.name))


def write_index(chip: Chip, folder: Path, index: Index) -> Path:
    """Write an index as float32, nan where it is unknown.

    Raises:
        RequestError: field `bands`, when the chip lacks one.
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    image = ChipImage(
        chip.grid.at(index.resolution_m),
        layers=[index_of_chip(index, chip.bands, scales=chip.scales)],
        names=[index.name],
        tags=tags_of(chip, index.bands, {"INDEX": index.name, "INDEX_SOURCE": index.source}),
        nodata=float("nan"),
    )
    return written(image, _path(chip, folder, index.name))


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
        RULE_TAG: "" if chip.rule is None else rule_words(chip.rule),
        "CLOUD_FRACTION": "" if chip.cloud_fraction is None else f"{chip.cloud_fraction:.4f}",
        **(more or {}),
    }
    return {
        name: text if text.isprintable() else _printable(text)
        for name, text in tags.items()
        if text
    }


def baseline_text(baseline: tuple[int, int] | None) -> str:
    """A processing baseline in ESA's words, `05.09`; empty if unknown."""
    return "" if baseline is None else f"{baseline[0]:02d}.{baseline[1]:02d}"


def band_image(chip: Chip, band: str) -> ChipImage:
    """One band of a chip, with its DN, scale and offset."""
    values = chip.bands[band]
    is_classes = not BANDS[band].reflective
    return ChipImage(
        chip.grid.at(BANDS[band].chip_resolution_m),
        layers=[_as_codes(values) if is_classes else values],
        names=[band],
        tags=tags_of(chip, [band]),
        scales=() if is_classes else [chip.scales[band]],
        colors=_SCL_COLORS if is_classes else {},
    )


def written(image: ChipImage, path: Path) -> Path:
    """Write a GeoTIFF; the path it has then.

    Raises:
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    image.creation = {**_creation(image), **image.creation}
    with replacing(path) as beside:
        tiff_writer().write(beside, image)
    return path


def _creation(image: ChipImage) -> dict[str, str]:
    options = {"COMPRESS": "DEFLATE"}
    if not image.colors:  # neighbouring classes have nothing to do with one another
        options["PREDICTOR"] = _PREDICTORS[image.layers[0].dtype.kind]
    if max(image.grid.width_px, image.grid.height_px) > BLOCK_PX:
        return {**options, "TILED": "YES", "BLOCKXSIZE": str(BLOCK_PX), "BLOCKYSIZE": str(BLOCK_PX)}
    return {**options, "BLOCKYSIZE": str(image.grid.height_px)}


def _path(chip: Chip, folder: Path, what: str) -> Path:
    return folder / chip_file_name(chip.scene, what, folder)


def _as_codes(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Class codes as uint8, which a colour table needs; what does not fit is no class: 0."""
    import numpy as np

    return np.where(values.astype(np.int64) <= 255, values, NO_DATA_DN).astype(np.uint8)


def _printable(text: str) -> str:
    """Text for a tag, which GDAL keeps as XML: no control characters, no half characters."""
    return "".join(char if char.isprintable() else " " for char in text)


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


_SCL_COLORS = {row.code: _rgb(row.color) for row in SCL_CLASSES}
