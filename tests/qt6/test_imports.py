"""All of the product that knows Qt is imported over PyQt6."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for room in ("bridge", "gui", "processing")
    for file in (ROOT / "cbm_chips" / room).rglob("*.py")
)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_imported(name: str) -> None:
    importlib.import_module(name)
