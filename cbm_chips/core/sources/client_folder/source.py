"""A folder of the original client as a `Source`: it lists what is there, and asks nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timezone
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...model import ChipRequest, Scene, Search
from ...reading.contract import Access, open_plainly
from ...reading.network import Network
from ...reasons import Reason, packed, unpacked
from ...sentinel2.bands import BANDS
from ..source import SearchResult
from .image_lists import ListedImage, OddImageRow, read_lists
from .layout import ClientFolder
from .stored_scenes import scenes_of, unusable_of

if TYPE_CHECKING:
    from ...model import Asset
    from ...reading.contract import Reader

_FORMAT = "client-folder-1"


class ClientFolderSource:
    """One parcel's folder as a `Source`."""

    def __init__(self, path: Path, *, network: Network | None = None) -> None:
        """Nothing is read yet but the folder's names.

        Raises:
            RequestError: field `source`, when it is no such folder.
        """
        self.network = network or Network()
        self._folder = ClientFolder.at(path)

    def __enter__(self) -> ClientFolderSource:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"ClientFolderSource({self.identity!r})"

    @property
    def identity(self) -> str:
        """The folder's path."""
        return str(self._folder.root)

    @property
    def is_remote(self) -> bool:
        """Never."""
        return False

    @property
    def pixel_hosts(self) -> tuple[str, ...]:
        """None."""
        return ()

    @property
    def is_shareable(self) -> bool:
        """See `Source.is_shareable`."""
        return True

    @property
    def lists_freely(self) -> bool:
        """See `Source.lists_freely`."""
        return True

    def fetch(self, request: ChipRequest) -> bytes:
        """See `Source.fetch`; the response is JSON of our own: the rows of the lists."""
        rows = list(read_lists(self._folder))
        listed = [asdict(row) for row in rows if isinstance(row, ListedImage)]
        odd = [
            {**asdict(row), "reason": packed(row.reason)}
            for row in rows
            if isinstance(row, OddImageRow)
        ]
        return json.dumps({"format": _FORMAT, "listed": listed, "odd": odd}).encode()

    def fetch_in_parts(self, request: ChipRequest) -> Iterator[SearchResult]:
        """See `Source.fetch_in_parts`: always whole."""
        yield SearchResult(self.fetch(request))

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """See `Source.parse`."""
        rows, odd = _opened(answer)
        scenes = scenes_of(self._folder, rows, self.identity)
        wanted = tuple(scene for scene in scenes if _is_asked_for(scene, request))
        notes = []
        if len(wanted) < len(scenes):
            left_out = len(scenes) - len(wanted)
            words = Reason("{count} dates of the folder are of other days", count=left_out)
            notes.append(words)
        unknown = sorted({row.band for row in rows} - BANDS.keys())
        if unknown:
            words = Reason("bands that are none of Sentinel-2's: {bands}", bands=", ".join(unknown))
            notes.append(words)
        unusable = tuple(unusable_of(row, self.identity) for row in odd)
        in_time = (one for one in unusable if _is_asked_for(one.scene, request))
        return Search(wanted, tuple(in_time), tuple(notes))

    def may_keep(self, answer: bytes) -> bool:
        """See `Source.may_keep`: the folder may change at any moment."""
        return False

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `reading.contract.AccessTo`."""
        return open_plainly(asset, renew=renew)

    def reader(self, general: Reader) -> Reader:
        """See `Source.reader`: plain files."""
        return general

    def close(self) -> None:
        """Nothing is open."""


def _is_asked_for(scene: Scene, request: ChipRequest) -> bool:
    if not scene.is_dated:
        return True
    day = scene.acquired.astimezone(timezone.utc).date()
    return scene.level == request.level and request.first_day <= day <= request.last_day


def _opened(answer: bytes) -> tuple[list[ListedImage], list[OddImageRow]]:
    try:
        content = json.loads(answer)
        listed = [ListedImage(**row) for row in content["listed"]]
        odd = [OddImageRow(**{**row, "reason": unpacked(row["reason"])}) for row in content["odd"]]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        words = Reason("this is no answer of a folder: {error}", error=error)
        raise SourceError(words) from error
    return listed, odd
