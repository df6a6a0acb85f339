"""How the original client lays a parcel's folder out, and which files in it may be read.

<aoi>/<year>/<pid>/info.json
<aoi>/<year>/<pid>/chip_images/images_list.<BAND>.csv
<aoi>/<year>/<pid>/chip_images/<product>.<BAND>.tif
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ...errors import RequestError
from ...reading.gdal.stored_tiff import TIFF_BEGINNINGS
from ...reasons import Reason

INFO, IMAGES = "info.json", "chip_images"
LIST = "images_list.{band}.csv"
_LIST = re.compile(r"images_list\.(?P<band>\w+)(-(?P<number>\d+))?\.csv", re.IGNORECASE)
_CHIP = re.compile(r"(?P<stem>.+)\.(?P<band>\w+)\.tiff?", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class ImageList:
    """A list of a band.

    Attributes:
        band: whose it is.
        number: of one that was written beside, while a program had the list open; else 0.
        path: where it is.
    """

    band: str
    number: int
    path: Path


@dataclass(frozen=True)
class ClientFolder:
    """One parcel's folder.

    Attributes:
        root: where `info.json` is.
        images: where the chips and their lists are.
    """

    root: Path
    images: Path

    @classmethod
    def at(cls, path: Path) -> ClientFolder:
        """The folder of a parcel, or its `chip_images`.

        Raises:
            RequestError: field `source`, when it is none.
        """
        for root, images in ((path, path / IMAGES), (path.parent, path)):
            if images.name == IMAGES and images.is_dir():
                return cls(root, images)
        if any(_lists_in(path)):
            return cls(path, path)
        allowed = Reason("the folder of one parcel, with its {images}", images=IMAGES)
        raise RequestError("source", str(path), allowed)

    def lists(self) -> list[ImageList]:
        """By band; those with a number behind their own."""
        return sorted(_lists_in(self.images))

    def chips(self) -> list[str]:
        """Names of all files that may be chips."""
        return sorted(path.name for path in self.images.iterdir() if _CHIP.fullmatch(path.name))

    def why_not(self, file: str) -> str:
        """Why a file of a list can't be read; empty if it can. Nothing outside is looked at."""
        path = self.images / file
        try:
            if self.images.resolve() not in path.resolve().parents:
                return Reason("the file lies outside the folder")
            with path.open("rb") as opened:
                is_tiff = opened.read(4).startswith(TIFF_BEGINNINGS)
        except FileNotFoundError:
            return Reason("the file is not in the folder")
        except (OSError, ValueError) as error:
            return Reason("the file can't be read: {error}", error=error)
        return "" if is_tiff else Reason("the file is no GeoTIFF")


def is_client_folder(path: Path) -> bool:
    """Some parcel's folder is there, or its `chip_images`."""
    try:
        ClientFolder.at(path)
    except (RequestError, OSError, ValueError):
        return False
    return True


def parts_of(file: str) -> tuple[str, str]:
    """`<product>` and `<BAND>` of a chip's name; both empty where it is none."""
    found = _CHIP.fullmatch(file)
    return (found["stem"], found["band"].upper()) if found else ("", "")


def _lists_in(folder: Path) -> list[ImageList]:
    if not folder.is_dir():
        return []
    found = ((_LIST.fullmatch(path.name), path) for path in folder.iterdir())
    return [
        ImageList(match["band"].upper(), int(match["number"] or 0), path)
        for match, path in found
        if match
    ]
