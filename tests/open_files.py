"""Files that a program has open, as Windows treats them: nobody can write, move or remove them."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

_CALLS = ("replace", "rename", "unlink", "remove")
_WORDS = "The process cannot access the file because it is being used"


@contextmanager
def held_open(*files: Path) -> Iterator[None]:
    """For `with`: these are, whether or not they are there yet; they can be read."""
    check = _Refusing({os.path.abspath(file) for file in files})
    changed = {name: check.paths_of(getattr(os, name)) for name in _CALLS}
    with ExitStack() as stack:
        stack.enter_context(patch.multiple(os, **changed))
        for module in (io, builtins):
            stack.enter_context(patch.object(module, "open", check.writing(module.open)))
        yield


class _Refusing:
    def __init__(self, held: set[str]) -> None:
        self._held = held

    def paths_of(self, call: Any) -> Any:
        def refuse(*paths: Any, **how: Any) -> Any:
            for path in paths:
                self._check(path)
            return call(*paths, **how)

        return refuse

    def writing(self, call: Any) -> Any:
        def refuse(path: Any, mode: str = "r", *others: Any, **how: Any) -> Any:
            if set(mode) & set("wax+"):
                self._check(path)
            return call(path, mode, *others, **how)

        return refuse

    def _check(self, path: Any) -> None:
        is_path = isinstance(path, (str, os.PathLike))
        if is_path and os.path.abspath(path) in self._held and os.path.lexists(path):
            raise PermissionError(13, _WORDS, str(path))
