"""libdeflate through ctypes: the fastest inflate, most often installed with GDAL."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..contract import Buffer
from .inflate_protocol import Inflate

if TYPE_CHECKING:
    from numpy.typing import NDArray

SLACK_BYTES = 258 * 65
"""Inflated beyond what is wanted, and thrown away.

Behind the end of its input libdeflate reads up to 64 zero bits before it notices. These may be
taken for 64 symbols of at most 258 bytes; and it stops at a symbol for which there is no room.
So all but the last 258 * 65 bytes of a full buffer come from real input.
"""
SEAL_BYTES = 32
SEAL_AT = 512
"""So far behind what is wanted lies a seal of random bytes, which inflating has to break.

A stored block for which there is no room is not begun: the buffer may lack up to 65,535 bytes
then, and libdeflate doesn't say so. It writes no more than 300 bytes ahead of its place.
"""
MAX_RATIO = 1032
"""DEFLATE spends at least 2 bits on 258 bytes: room for more than that is never needed."""
_SUCCESS, _NO_MORE_ROOM = 0, 3

_NAMES = (
    "libdeflate.so.0",
    "libdeflate.so",
    "libdeflate.0.dylib",
    "libdeflate.dylib",
    "deflate.dll",
    "libdeflate.dll",
)
_PATTERNS = ("libdeflate*.so*", "libdeflate*.dylib", "deflate*.dll", "libdeflate*.dll")
_BESIDE = (
    ("rasterio", ("../rasterio.libs", ".dylibs")),
    ("osgeo", ("../gdal.libs", "../GDAL.libs", ".dylibs", ".")),
)
"""Packages that bring libraries along, and where wheels put them, seen from the package."""
_BELOW_PYTHON = ("bin", "lib", "Library/bin", "Frameworks", "../Frameworks")
"""Of OSGeo4W, conda, and of QGIS for macOS, with Python beside `Contents/Frameworks` or above."""


@dataclass(frozen=True)
class Libdeflate:
    """See `Inflate`. What libdeflate does not accept is decided by `second`."""

    library: ctypes.CDLL
    second: Inflate
    name: str = "libdeflate"

    def __call__(
        self, data: Buffer, wanted_bytes: int, *, is_whole: bool, is_all: bool = False
    ) -> bytes | memoryview:
        """See `Inflate`."""
        if 0 < wanted_bytes <= MAX_RATIO * len(data):
            room = _room(wanted_bytes + SLACK_BYTES)
            seal = os.urandom(SEAL_BYTES)
            sealed = room[wanted_bytes + SEAL_AT :][:SEAL_BYTES]
            sealed[:] = np.frombuffer(seal, np.uint8)
            outcome, written = self._inflate_into(room, data)
            is_good = outcome == _NO_MORE_ROOM and not is_all and sealed.tobytes() != seal
            if outcome == _SUCCESS:
                is_good = written == wanted_bytes if is_all else written >= wanted_bytes
            if is_good:
                return room.data[:wanted_bytes]
        return self.second(data, wanted_bytes, is_whole=is_whole, is_all=is_all)

    def _inflate_into(self, room: NDArray[np.uint8], data: Buffer) -> tuple[int, int]:
        """libdeflate's own code for the outcome, and the bytes written if it is a success."""
        written, source = ctypes.c_size_t(0), np.frombuffer(data, np.uint8)
        tool = self.library.libdeflate_alloc_decompressor()
        if not tool:
            raise MemoryError("no room for a decompressor")
        try:
            outcome: int = self.library.libdeflate_zlib_decompress(
                tool,
                *(source.ctypes.data, source.size),
                *(room.ctypes.data, room.size),
                ctypes.byref(written),
            )
        finally:
            self.library.libdeflate_free_decompressor(tool)
        return outcome, written.value


_of_thread = threading.local()


def _room(size: int) -> NDArray[np.uint8]:
    """A buffer of the calling thread: touching fresh pages takes a tenth of the inflating."""
    room: NDArray[np.uint8] | None = getattr(_of_thread, "room", None)
    if room is None or room.size < size:
        room = _of_thread.room = np.empty(size, np.uint8)
    return room[:size]


def load(second: Inflate, names: Iterable[str] | None = None) -> Libdeflate | None:
    """The first libdeflate of `names` (of all candidates) that loads; None if there is none."""
    for name in candidates() if names is None else names:
        try:
            library = ctypes.CDLL(name)
            _declare(library)
        except (OSError, AttributeError):
            continue
        return Libdeflate(library, second)
    return None


def _declare(library: ctypes.CDLL) -> None:
    pointer, size = ctypes.c_void_p, ctypes.c_size_t
    library.libdeflate_alloc_decompressor.restype = pointer
    library.libdeflate_alloc_decompressor.argtypes = []
    library.libdeflate_free_decompressor.restype = None
    library.libdeflate_free_decompressor.argtypes = [pointer]
    inflate = library.libdeflate_zlib_decompress
    inflate.restype = ctypes.c_int
    inflate.argtypes = [pointer, pointer, size, pointer, size, ctypes.POINTER(size)]


def candidates() -> Iterator[str]:
    """Names the system's loader may know, then files; asking the system at length comes last."""
    yield from _NAMES
    for folder in _folders():
        for pattern in _PATTERNS:
            yield from map(str, sorted(folder.glob(pattern)))
    found = ctypes.util.find_library("deflate")
    if found:
        yield found


def _folders() -> Iterator[Path]:
    for package, places in _BESIDE:
        spec = find_spec(package)
        if spec is not None and spec.origin:
            yield from (Path(spec.origin).parent / place for place in places)
    for root in filter(None, (sys.prefix, os.environ.get("OSGEO4W_ROOT"))):
        yield from (Path(root) / place for place in _BELOW_PYTHON)
