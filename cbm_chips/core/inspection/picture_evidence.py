"""What is kept of a picture that was looked at: whose it is, how it was made, and its hash."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..outputs.geotiff.chip_files import baseline_text
from .pictures import look_text, picture_png, pinned_look, sha256_of
from .values import PictureEvidence

if TYPE_CHECKING:
    from ..model import Chip, Grid
    from ..rendering.look import Look


def picture_evidence(
    chip: Chip, look: Look, *, series: Iterable[Chip] = (), viewed_s: float = 0.0
) -> PictureEvidence:
    """The evidence of a chip as it was shown. It renders the picture: not for the main thread.

    Args:
        chip: the date.
        look: as it was shown; its limits are pinned down.
        series: the dates that a shared stretch was taken from.
        viewed_s: seconds on show.

    Raises:
        RequestError: field `bands`, when the chip lacks one that the look needs.
    """
    scene, pinned = chip.scene, pinned_look(look, chip, series)
    return PictureEvidence(
        provider=scene.provider,
        collection=scene.collection,
        scene=scene.id,
        product=scene.product,
        acquired=scene.acquired if scene.is_dated else None,
        baseline=baseline_text(scene.baseline),
        offsets=offsets_text(chip, pinned.bands),
        flag=chip.flag.value,
        cloud_fraction=chip.cloud_fraction,
        shown_as=look_text(pinned),
        viewed_s=viewed_s,
        sha256=sha256_of(picture_png(chip, pinned)),
        grid=grid_text(chip.grid),
    )


def grid_text(grid: Grid) -> str:
    """`EPSG:32631 650000 5850000 10 m 128 x 128 px`: left, top, pixel, width, height."""
    corner = f"{grid.left:.10g} {grid.top:.10g}"
    size = f"{grid.width_px} x {grid.height_px} px"
    return f"EPSG:{grid.epsg} {corner} {grid.resolution_m:g} m {size}"


def offsets_text(chip: Chip, bands: Iterable[str]) -> str:
    """`B08 -1000, B04 -1000`: what is added to digital numbers; bands without one are left out."""
    known = ((band, chip.scales[band]) for band in bands if band in chip.scales)
    told = ((band, offset / scale) for band, (scale, offset) in known if offset and scale)
    return ", ".join(f"{band} {dn:+.6g}" for band, dn in told)
