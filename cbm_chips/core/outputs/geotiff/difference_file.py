"""The difference of an index between two dates as a GeoTIFF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..names import difference_file_name
from .chip_files import ChipImage, written

if TYPE_CHECKING:
    from ...model import Chip
    from ...rendering.difference import IndexDifference


def write_difference(difference: IndexDifference, folder: Path) -> Path:
    """Write second minus first as float32, nan where one of both tells nothing.

    Raises:
        WriteError: when the file can't be written; it leaves nothing behind.
    """
    index, first, second = difference.index, difference.first, difference.second
    image = ChipImage(
        difference.grid,
        layers=[difference.values],
        names=[difference.name],
        tags={
            "INDEX": index.name,
            "INDEX_SOURCE": index.source,
            "DIFFERENCE": "second minus first",
            **_tags_of("FIRST", first),
            **_tags_of("SECOND", second),
        },
        nodata=float("nan"),
    )
    name = difference_file_name(first.scene, second.scene, difference.name)
    return written(image, folder / name)


def _tags_of(which: str, chip: Chip) -> dict[str, str]:
    return {
        f"{which}_ACQUIRED": chip.scene.when("%Y-%m-%dT%H:%M:%SZ"),
        f"{which}_SCENE_ID": chip.scene.id,
        f"{which}_CLOUD_FLAG": chip.flag.value,
    }
