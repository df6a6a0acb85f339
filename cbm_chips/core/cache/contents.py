"""What a cache holds, for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class KeptPart:
    """Entries and bytes of one kind."""

    entries: int = 0
    size_bytes: int = 0


@dataclass(frozen=True)
class CacheUse:
    """What the cache holds; `notes` is what people should know of its folder.

    Attributes:
        windows: with the answers of searches and what is known of files.
        blocks: first parts of the files' compressed blocks.
    """

    windows: KeptPart
    blocks: KeptPart
    limit_bytes: int
    folder: Path
    notes: tuple[str, ...] = ()

    @property
    def entries(self) -> int:
        """Of all kinds."""
        return self.windows.entries + self.blocks.entries

    @property
    def size_bytes(self) -> int:
        """Of all kinds, on disk."""
        return self.windows.size_bytes + self.blocks.size_bytes
