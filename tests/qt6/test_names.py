"""Every name of Qt that the code spells is looked up in PyQt6."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "cbm_chips").rglob("*.py"))
QT5_ONLY = {"QVariant.Type", "QVariant.Int", "QVariant.Double", "QVariant.String"}
"""Asked for only where QGIS has no QMetaType: see `bridge/tables/table_fields.py`."""


def test_every_name_that_is_spelled_exists_in_qt_6() -> None:
    missing = {
        f"{file.relative_to(ROOT)}: {name}" for file in FILES for name in _missing(_parsed(file))
    }
    assert missing == set()


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.Orientations()",
        "from qgis.PyQt.QtCore import Qt\nx = Qt.Horizontal",
        "from qgis.PyQt import QtWidgets\nQtWidgets.QDesktopWidget()",
        "from qgis.PyQt.QtCore import QRegExp",
    ],
)
def test_a_name_of_qt_5_alone_is_found(line: str) -> None:
    assert list(_missing(ast.parse(line)))


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _missing(tree: ast.Module) -> Iterator[str]:
    names = _imported(tree)
    for name, (module, attribute) in names.items():
        if attribute and not hasattr(module, attribute):
            yield name
    for node in ast.walk(tree):
        chain = _chain(node)
        if chain and chain[0] in names and ".".join(chain) not in QT5_ONLY:
            module, attribute = names[chain[0]]
            found: object = getattr(module, attribute, None) if attribute else module
            for part in chain[1:] if found is not None else ():
                found = getattr(found, part, None)
            if found is None:
                yield ".".join(chain)


def _imported(tree: ast.Module) -> dict[str, tuple[ModuleType, str]]:
    """Local name -> module of PyQt6 and the name in it; an empty one is the module itself."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            for alias in node.names:
                local = alias.asname or alias.name
                if node.module == "qgis.PyQt":
                    found[local] = (importlib.import_module(f"qgis.PyQt.{alias.name}"), "")
                else:
                    found[local] = (importlib.import_module(str(node.module)), alias.name)
    return found


def _chain(node: ast.AST) -> list[str]:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    return [node.id, *parts] if isinstance(node, ast.Name) and parts else []
