"""The product's code as syntax trees, read once for all tests that look through it."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "cbm_chips"


@cache
def _nodes() -> dict[type, list[tuple[Path, ast.AST]]]:
    found = defaultdict(list)
    for path in sorted(PRODUCT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.Call, ast.ClassDef, ast.Import, ast.ImportFrom)):
                found[type(node)].append((path, node))
    return found


def nodes(kind: type) -> list[tuple[Path, ast.AST]]:
    """All calls, classes or imports of the product, each with its file."""
    return _nodes()[kind]
