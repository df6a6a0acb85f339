"""Builds the sample archive on disk: once, whole or not at all."""

from __future__ import annotations

import os
import shutil
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from ..cancellation import current_cancellation
from ..errors import SourceError
from .cog import write_cog
from .image import image_of
from .items import COLLECTIONS, Json, bands_of, catalog, collection, item, write_json
from .parcels import write_parcels
from .passes import Product, products
from .surface import Surface, the_surface

if TYPE_CHECKING:
    from .image import AcquisitionImage

SAMPLE_VERSION = "2"
"""Goes up with every change of the archive's bytes, so that old ones are built anew."""

Check = Callable[[], None]
"""Raises `SourceError` when it is to end."""

_MARK = "VERSION"
_ABANDONED_AFTER_S = 3600.0


def sample_catalog(cache_root: Path) -> Path:
    """Path of the sample's `catalog.json` under `cache_root`; built on first use."""
    return build_sample(cache_root / "sample")


def build_sample(folder: Path) -> Path:
    """Make the archive in `folder` unless this version is there; the path of `catalog.json`.

    It is made next to `folder` and renamed, so other processes see nothing or all of it.

    Raises:
        SourceError: when the thread was cancelled; nothing is left behind then.
        OSError: when the disk or another program prevents it.
        ReadError: when GDAL can't write a file.
    """
    _sweep(folder)
    if not _is_current(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(folder, "new")
        try:
            _fill(fresh)
            _put_in_place(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return folder / "catalog.json"


def _is_current(folder: Path) -> bool:
    try:
        return (folder / _MARK).read_text(encoding="ascii").strip() == SAMPLE_VERSION
    except (OSError, UnicodeDecodeError):
        return False


def _beside(folder: Path, purpose: str) -> Path:
    return folder.with_name(f".{folder.name}-{purpose}-{uuid.uuid4().hex}")


def _sweep(folder: Path) -> None:
    """Remove what killed builds left behind."""
    for left in folder.parent.glob(f".{folder.name}-*-*"):
        try:
            is_abandoned = time.time() - left.stat().st_mtime > _ABANDONED_AFTER_S
        except FileNotFoundError:
            continue
        if is_abandoned:
            shutil.rmtree(left, ignore_errors=True)


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Rename; if another process was quicker, its archive is as good."""
    old = _beside(folder, "old")
    try:
        if folder.exists() and not _is_current(folder):
            os.replace(folder, old)
        fresh.rename(folder)
    except OSError:
        if not _is_current(folder):
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path) -> None:
    folder.mkdir()
    surface = the_surface()
    for name in COLLECTIONS.values():
        (folder / name).mkdir()
    made = _made_side_by_side(lambda group, check: _make_group(folder, group, surface, check))
    for level, name in COLLECTIONS.items():
        members = [doc for group in made for doc in group if doc["collection"] == name]
        write_json(folder / name / "collection.json", collection(level, members))
    write_parcels(folder)
    write_json(folder / "catalog.json", catalog())
    (folder / _MARK).write_text(SAMPLE_VERSION + "\n", encoding="ascii")


def _made_side_by_side(make: Callable[[list[Product], Check], list[Json]]) -> list[list[Json]]:
    """All groups; when this thread is cancelled or fails, those under way end, too."""
    stop, is_over = current_cancellation(), threading.Event()

    def check() -> None:
        if stop.is_cancelled or is_over.is_set():
            raise SourceError("the built-in sample was not made: stopped")

    with ThreadPoolExecutor(max_workers=2) as pool:
        try:
            return list(pool.map(lambda group: make(group, check), products()))
        except BaseException:
            is_over.set()
            raise


def _make_group(folder: Path, group: list[Product], surface: Surface, check: Check) -> list[Json]:
    """All products of one acquisition."""
    check()
    image = image_of(group[0].acquisition, surface)
    return [_make_product(folder, product, image, check) for product in group]


def _make_product(folder: Path, product: Product, image: AcquisitionImage, check: Check) -> Json:
    place = folder / COLLECTIONS[product.level] / product.id
    place.mkdir()
    sizes: dict[str, int] = {}
    for band in bands_of(product.level):
        check()
        path = place / f"{band.name}.tif"
        grid = product.grid_at(band.resolution_m)
        write_cog(path, image.pixels(product, band.name), grid, nodata=0)
        sizes[band.name] = path.stat().st_size
    document = item(product, image.pixels(product, "SCL"), sizes)
    write_json(place / f"{product.id}.json", document)
    return document
