"""What every source can do. A source lists scenes and opens their files; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..model import Asset, ChipRequest, Search
    from ..reading.access import Access
    from ..reading.jobs import Reader
    from ..reading.network import Network


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

    def fetch(self, request: ChipRequest) -> bytes:
        """Ask the source about the request; the answer is opaque to everyone else.

        Raises:
            SourceUnreachable: when nobody answers.
            SourceError: when the answer is a refusal or nonsense.
        """

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """What an answer of `fetch` says; all constraints of the request are checked here.

        Raises:
            SourceError: when `answer` is not one of this source's.
        """

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `reading.access.AccessTo`."""

    def reader(self, general: Reader) -> Reader:
        """Who cuts windows out of this source's files: `general`, where they are plain files."""

    def close(self) -> None:
        """Let go of connections."""
