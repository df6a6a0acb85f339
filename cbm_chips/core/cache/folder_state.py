"""Whether a cache that is kept open is still the one on disk."""

from __future__ import annotations

from pathlib import Path


class FolderState:
    """Remembers the files of a cache as they were first seen."""

    def __init__(self, *files: Path, damage_mark: Path) -> None:
        """Look at `files`, which may not be there yet; `damage_mark` is there after damage."""
        self._files, self._damage_mark = files, damage_mark
        self._seen: dict[Path, tuple[int, int]] = {}
        self.has_changed()

    def has_changed(self) -> bool:
        """True once a file was removed or replaced, which emptying the cache does, or is damaged.

        Files that appear are no change: they are made when there is something to keep.
        """
        for path in self._files:
            try:
                status = path.stat()
                now = (status.st_dev, status.st_ino)
            except OSError:
                now = (0, 0)
            if now != (0, 0):
                self._seen.setdefault(path, now)
            if self._seen.get(path, now) != now:
                return True
        return self._damage_mark.exists()
