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
    """What a source says, for `Source.parse`; a part is there while the rest is asked for."""

    content: bytes
    is_whole: bool = True


class Source(Protocol):
    """Something that lists scenes.

    Asking and understanding are apart, so that an answer can be kept and used again.
    """

    @property
    def network(self) -> Network:
        """The way to its servers, for searches and for pixels alike."""

    @property
    def identity(self) -> str:
        """Stable name for cache keys and provenance; holds no secret."""

    @property
    def is_remote(self) -> bool:
        """True if `fetch` goes over the network: then answers are worth keeping."""

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
        """Ask the source about the request; the answer is opaque to everyone else.

        Raises:
            SourceUnreachable: when nobody answers.
            SourceError: when the answer is a refusal or nonsense.
        """

    def fetch_in_parts(self, request: ChipRequest) -> Iterator[SearchResult]:
        """As `fetch`, with a part of the answer ahead where the rest takes longer.

        The last one is whole: that of `fetch`.
        """

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """What an answer says, or a part of one; all constraints of the request are checked here.

        Raises:
            SourceError: when `answer` is not one of this source's.
        """

    def may_keep(self, answer: bytes) -> bool:
        """False for an answer that had better not be kept: for its secrets, or as it may be wrong.

        What is kept has to work later as it does now, so nothing can be left out of it.
        """

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `reading.contract.AccessTo`."""

    def reader(self, general: Reader) -> Reader:
        """Who cuts windows out of this source's files: `general`, where they are plain files."""

    def close(self) -> None:
        """Let go of connections."""
