"""The translations compiled, and spoken for a while."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import REPOSITORY


def _script() -> Any:
    name = "translations_script_of_desktop"
    path = REPOSITORY / ".ci" / "translations.py"
    spec = importlib.util.spec_from_file_location(name, path)
    script = importlib.util.module_from_spec(spec)
    sys.modules[name] = script  # where dataclasses look for the names in their annotations
    spec.loader.exec_module(script)
    return script


script = _script()
needs_lrelease = pytest.mark.skipif(
    script.lrelease() is None, reason="Qt's lrelease is not installed"
)


@contextmanager
def spoken(locale: str, folder: Path) -> Iterator[Any]:
    """A language within a `with`; its words are compiled into `folder` if they are not there."""
    from cbm_chips.bridge.texts.translation import install_translator, remove_translator

    if not list(folder.glob("*.qm")):
        script.compile_all(folder)
    translator = install_translator(locale, folder=folder)
    try:
        yield translator
    finally:
        remove_translator(translator)
