"""A folder of the original CbM client as SOURCE: it knows its place, days and size by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given

if TYPE_CHECKING:
    from ...core.sources.client_folder.opened_folder import OpenedFolder

_PLACES = (names.POINT, names.PARCELS, names.PLACE_OUTLINE)


def folder_given(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> OpenedFolder | None:
    """The folder, where no place is given besides; None for any other source.

    Raises:
        RequestError: field `source`, for a folder without chips.
    """
    if any(is_given(given, name) for name in _PLACES):
        return None
    path = Path(names.source_of(algorithm, given, context).source)
    if not _may_be_folder(path):
        return None
    from ...core.sources.client_folder.layout import is_client_folder
    from ...core.sources.client_folder.opened_folder import open_folder

    return open_folder(path) if is_client_folder(path) else None


def fields_of_folder(opened: OpenedFolder, given: Given) -> dict[str, Any]:
    """Fields of the request that are not given."""
    found = {
        "start": (names.START, opened.first.isoformat()),
        "end": (names.END, opened.last.isoformat()),
        "size_m": ("SIZE", opened.size_m),
    }
    return {field: value for field, (name, value) in found.items() if not is_given(given, name)}


def _may_be_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
