"""Python packages that can't be found for a while, as on a machine that lacks them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import Any


class _WithoutThem:
    """A finder of Python's that passes over some packages, as if it had looked in vain."""

    def __init__(self, finder: MetaPathFinder, names: frozenset[str]) -> None:
        self._finder, self._names = finder, names

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name.partition(".")[0] in self._names:
            return None
        return self._finder.find_spec(name, path, target)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._finder, name)


@contextmanager
def hidden(*packages: str) -> Iterator[None]:
    """Nothing finds these; pure Python ones may have been imported before."""
    names = frozenset(packages)
    kept = {name: sys.modules[name] for name in list(sys.modules) if _top(name) in names}
    finders = list(sys.meta_path)
    for name in kept:
        del sys.modules[name]
    sys.meta_path[:] = [_WithoutThem(finder, names) for finder in finders]  # type: ignore[misc]
    try:
        yield
    finally:
        sys.meta_path[:] = finders
        for name in [name for name in sys.modules if _top(name) in names]:
            del sys.modules[name]
        sys.modules.update(kept)


def _top(module: str) -> str:
    return module.partition(".")[0]
