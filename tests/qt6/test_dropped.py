"""Methods that PyQt6 lacks: each whose name occurs in the product has a row in docs/qt6.md."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

from tests.tables_of_docs import rows_below

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    file
    for room in ("bridge", "gui", "processing")
    for file in sorted((ROOT / "cbm_chips" / room).rglob("*.py"))
]
MEMBERS = """
import importlib, json, sys
found = {}
for module in "QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg", "QtXml":
    for name, kind in vars(importlib.import_module(f"{sys.argv[1]}.{module}")).items():
        if isinstance(kind, type) and name.startswith("Q"):
            values = {m: getattr(kind, m, None) for m in dir(kind) if not m.startswith("__")}
            found[name] = [
                m for m, value in values.items() if callable(value) or isinstance(value, type)
            ]
print(json.dumps(found))
"""
"""Methods and inner classes of each class; in a process of its own, as each has one Qt."""


def test_each_dropped_method_whose_name_occurs_is_explained() -> None:
    told = {
        (name, dropped_from)
        for names, all_classes, _ in rows_below(ROOT / "docs/qt6.md", "## Names of Qt")
        for name in names.replace("`", "").split(", ")
        for dropped_from in all_classes.replace("`", "").split(", ")
    }
    assert told == _dropped_and_spelled()


def test_no_event_is_asked_for_its_x_or_y() -> None:
    asked = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(_parsed(file))
        if isinstance(node, ast.Attribute) and node.attr in {"x", "y", "globalPos", "localPos"}
        if isinstance(node.value, ast.Name) and "event" in node.value.id
    ]
    assert asked == []


def test_field_types_have_one_place() -> None:
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in FILES
        for node in ast.walk(_parsed(file))
        if isinstance(node, ast.Name) and node.id in {"QVariant", "QMetaType"}
    }
    assert naming == {"cbm_chips/bridge/tables/table_fields.py"}


def _dropped_and_spelled() -> set[tuple[str, str]]:
    trees = [_parsed(file) for file in FILES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    spelled = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imported = {
        alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt")
        for alias in node.names
    }
    five, six = _members("PyQt5"), _members("PyQt6")
    return {
        (name, kind)
        for kind in imported & five.keys() & six.keys()
        for name in (set(five[kind]) - set(six[kind])) & spelled
    }


@lru_cache(maxsize=2)
def _members(package: str) -> dict[str, list[str]]:
    command = [sys.executable, "-c", MEMBERS, package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{package} is not whole here: {done.stderr.splitlines()[-1]}")
    return dict(json.loads(done.stdout))


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))
