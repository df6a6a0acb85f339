"""How the processes of a run hear of one another: that a host is busy, and that it is over."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from ...reading.http.paces import PaceLink, SlowDown

LOOK_S = 0.2


class RunLink(PaceLink, Protocol):
    """Leads from one worker to the others, and to whoever started the run."""

    @property
    def is_over(self) -> bool:
        """Nobody waits for pieces of the run any more."""


class RunRelay(Protocol):
    """Goes to each worker, which connects itself by it."""

    def link(self) -> RunLink:
        """For the process that this is called in."""


@dataclass(frozen=True)
class FolderRelay:
    """Between processes of this computer: a folder of its temporary ones, with a file a message.

    Attributes:
        folder: goes when the run ends.
    """

    folder: str

    def link(self) -> RunLink:
        """See `RunRelay`."""
        return _FolderLink(Path(self.folder))


class _FolderLink:
    """See `RunLink`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: set[str] = set()
        self._look_at = 0.0

    @property
    def is_over(self) -> bool:
        """The folder is gone."""
        return not self._folder.is_dir()

    def tell(self, slow: SlowDown) -> None:
        """Clocks of one computer agree, so that the message may say until when.

        It says for how long, too: a clock may be set back meanwhile.
        """
        name = uuid4().hex
        self._known.add(f"{name}.json")
        until = time.time() + slow.wait_s
        words = json.dumps({"host": slow.host, "until": until, "wait_s": slow.wait_s})
        with suppress(OSError):  # the run has ended
            beside = self._folder / name
            beside.write_text(words, "utf-8")
            beside.rename(beside.with_suffix(".json"))

    def heard(self) -> Iterable[SlowDown]:
        """Looks at the folder a few times a second at most."""
        if time.monotonic() < self._look_at:
            return ()
        self._look_at = time.monotonic() + LOOK_S
        with suppress(OSError, ValueError, KeyError):
            return [self._slow_down(path) for path in self._new()]
        return ()

    def _new(self) -> Iterator[Path]:
        for path in self._folder.glob("*.json"):
            if path.name not in self._known:
                self._known.add(path.name)
                yield path

    def _slow_down(self, path: Path) -> SlowDown:
        told = json.loads(path.read_text("utf-8"))
        left_s = min(told["until"] - time.time(), told["wait_s"])
        return SlowDown(told["host"], max(left_s, 0.0))


@contextmanager
def folder_relay() -> Iterator[RunRelay]:
    """For `with`: one that lasts as long."""
    with tempfile.TemporaryDirectory(prefix="cbm-chips-paces-") as folder:
        yield FolderRelay(folder)


@contextmanager
def no_relay() -> Iterator[None]:
    """For an executor that nobody knows: each of its processes is on its own."""
    yield None
