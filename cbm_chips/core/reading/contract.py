"""The contract of readers: `Access`, `ReadJob` -> `Read`. Values only: readers can be stacked."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, Union, runtime_checkable

from ..errors import ReadError, SourceUnreachable
from ..model import Asset, Grid
from ..reasons import Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .pixel_set import PixelSet

THREADS = 16
"""Default of a reader."""
HEARTBEAT_S = 0.2
NOT_ASKED = Reason("kept pixels: the server did not answer whether the file is still the same")
"""Note on pixels of a file whose item states no version."""
Buffer = Union[bytes, bytearray, memoryview]
"""Bytes that do not change any more."""
OPEN_OPTIONS = frozenset(
    {
        "AWS_HTTPS",
        "AWS_NO_SIGN_REQUEST",
        "AWS_REGION",
        "AWS_REQUEST_PAYER",
        "AWS_S3_ENDPOINT",
        "AWS_VIRTUAL_HOSTING",
        "CPL_VSIL_CURL_NON_CACHED",
    }
)
"""Of GDAL, that say where and how; any other may be a key, a password or a header."""
WINDOW = "window"
NEAREST = "nearest"


@dataclass(frozen=True)
class Access:
    """What opens one asset at this moment.

    Attributes:
        url: path, http(s) URL (signed if need be) or `s3://bucket/key`.
        options: GDAL options for this file alone, such as S3 endpoint and keys.
        is_single_try: no retries, as the server most likely does not answer.
        headers: a login, for the origin of `url` alone.
    """

    url: str = field(repr=False)
    options: Mapping[str, str] = field(default_factory=dict, repr=False)
    is_single_try: bool = False
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def holds_login(self) -> bool:
        """It opens more than this file: a login or keys; a signed address does not."""
        host = self.url.partition("://")[2].partition("/")[0]
        return bool(self.headers) or "@" in host or not self.options.keys() <= OPEN_OPTIONS


class AccessTo(Protocol):
    """How a source's assets are opened; called from reading threads, just before a read."""

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """The access to `asset`; `renew` asks for a fresh signature after a refusal.

        Raises:
            SourceError: when no access can be had, saying why.
        """


@dataclass(frozen=True)
class ReadJob:
    """One asset wanted on one grid (the band's own resolution).

    Attributes:
        left_s: of `Network.file_budget_s`, where another reader has tried before.
        is_urgent: a reader may keep the others back for the sake of it, for a moment.
        wanted: pixels of the grid that are wanted alone, as [1, n]. A reader may give the whole
            grid all the same; `PickingReader` sees to the rest.
        may_keep: its blocks are kept also where single pixels are wanted: others will want more.
    """

    asset: Asset
    grid: Grid
    left_s: float | None = None
    is_urgent: bool = False
    wanted: PixelSet | None = None
    may_keep: bool = False


@dataclass(frozen=True)
class Pixels:
    """A window cut out of one file.

    Attributes:
        values: array[h, w] of the grid's shape, in the file's dtype (classes: uint8); 0 where the
            file ends and where it says in whatever way that there is no data.
        method: `window` (the file's own pixels) or `nearest` (warped).
        reader: name of the reader that cut it.
        bytes_read: encoded bytes fetched, None if the reader does not count them.
        scale: (scale, offset) in the file's metadata, None without.
        notes: what is odd about where they come from, for people.
    """

    values: NDArray[np.generic]
    method: str
    reader: str
    bytes_read: int | None = None
    scale: tuple[float, float] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Read:
    """The outcome of a job: pixels, or the error that stands in their place."""

    job: ReadJob
    pixels: Pixels | None = None
    error: ReadError | None = None


class NotWindowed(Exception):
    """This file is not for the block reader; the words are the reason."""


class Reader(Protocol):
    """Something that cuts windows; thread-safe, one may serve several runs at once."""

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job, in order of arrival.

        A failed job is a `Read` with an error, never an exception. Closing the iterator
        cancels what is left: nothing new is started and threads end. None comes while nothing
        has arrived for `HEARTBEAT_S`: who iterates gets the chance to close it.
        """


class ClosableReader(Reader, Protocol):
    """A reader with threads and connections of its own."""

    def close(self) -> None:
        """End them, from any thread. Reads that are under way fail or raise `ReaderClosed`."""


@runtime_checkable
class EarlyReader(Protocol):
    """A reader that can begin early, as it keeps its connections and what it fetched."""

    def preconnect(self, hosts: Sequence[str]) -> None:
        """Connect to `hosts` (`https://host`) a few times, in the background, and say nothing.

        What fails is kept quiet: it will show when something is read.
        """

    def read_ahead(
        self, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Generator[Read | None, None, None]:
        """As `Reader.read_all`, for the sake of what is kept: read again, it costs no request.

        A job of which nothing would be kept ends with an error at once.
        """


class OfflineAccess:
    """Access to files where the source itself does not answer; see `AccessTo`.

    No retries, and after a failed signature none is requested again.
    """

    def __init__(self, access: AccessTo) -> None:
        """`access`: where the source is there."""
        self._access = access
        self._failure: SourceUnreachable | None = None

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `AccessTo`."""
        if self._failure is not None:
            raise self._failure
        try:
            return replace(self._access(asset, renew=renew), is_single_try=True)
        except SourceUnreachable as failure:
            self._failure = failure
            raise


def open_plainly(asset: Asset, *, renew: bool = False) -> Access:
    """Access for files that need none."""
    return Access(asset.href)
