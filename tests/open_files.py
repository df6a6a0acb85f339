"""Files that a program has open, as Windows treats them: nobody can replace or remove them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

_CALLS = ("replace", "rename", "unlink", "remove")


@contextmanager
def held_open(*files: Path) -> Iterator[None]:
    """For `with`: these are, whether or not they are there yet."""
    held = {os.path.abspath(file) for file in files}

    def refusing(call: Any) -> Any:
        def refuse(*paths: Any, **how: Any) -> Any:
            for path in paths:
                if os.path.abspath(path) in held and os.path.lexists(path):
                    words = "The process cannot access the file because it is being used"
                    raise PermissionError(13, words, str(path))
            return call(*paths, **how)

        return refuse

    changed = {name: refusing(getattr(os, name)) for name in _CALLS}
    with patch.multiple(os, **changed):
        yield
