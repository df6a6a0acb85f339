"""What every source can do. A source lists scenes and opens their files; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..model import Asset, ChipRequest, Search
    from ..reading.contract import Access, Reader
    from ..reading.network import Network


@dataclass(frozen=True)
class SearchResult:
    """The response of a source, for `Source.parse`; not whole while the rest is requested."""

    content: bytes
    is_whole: bool = True


class Source(Protocol):
    """Something that lists scenes.

    Requesting and parsing are apart, so that a response can be cached and parsed again.
    """

    @property
    def network(self) -> Network:
        """Network settings, for searches and for pixels alike."""

    @property
    def identity(self) -> str:
        """Stable name for cache keys and provenance; holds no secret."""

    @property
    def is_remote(self) -> bool:
        """True if `fetch` uses the network: then responses are worth caching."""

    @property
    def pixel_hosts(self) -> tuple[str, ...]:
        """Where most of its files lie, as far as that is known before a search: `https://host`."""

    @property
    def is_shareable(self) -> bool:
        """Several runs may use it; False where only `close` ends what a cancelled run has asked."""

    @property
    def lists_freely(self) -> bool:
        """A search costs the server next to nothing; False where it cuts chips to learn of them."""

    def fetch(self, request: ChipRequest) -> bytes:
        """Search; only `parse` of the same source understands the bytes.

        Raises:
            SourceUnreachable: when the server does not respond.
            SourceError: when it refuses, or the response is invalid.
        """

    def fetch_in_parts(self, request: ChipRequest) -> Iterator[SearchResult]:
        """As `fetch`, with a first part where the rest takes longer.

        The last one is whole: that of `fetch`.
        """

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """The scenes in a response, or in a part of one; checks all constraints of the request.

        Raises:
            SourceError: when `answer` is not one of this source's.
        """

    def may_keep(self, answer: bytes) -> bool:
        """False for a response that must not be cached: it holds secrets, or may be wrong.

        What is kept has to work later as it does now, so nothing can be left out of it.
        """

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `reading.contract.AccessTo`."""

    def reader(self, general: Reader) -> Reader:
        """Who cuts windows out of this source's files: `general`, where they are plain files."""

    def close(self) -> None:
        """Let go of connections."""
