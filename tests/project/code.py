"""The product's code, read once for all tests that look through it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "cbm_chips"


@cache
def sources() -> dict[Path, str]:
    """All files of the product."""
    return {path: path.read_text(encoding="utf-8") for path in sorted(PRODUCT.rglob("*.py"))}


def files_with(words: str) -> list[Path]:
    """Those in whose text the regular expression is found: to parse all takes seconds."""
    found = re.compile(words, re.MULTILINE)
    return [path for path, text in sources().items() if found.search(text)]


@cache
def tree_of(path: Path) -> ast.Module:
    """One file's syntax tree."""
    return ast.parse(sources()[path])


@cache
def _nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(path)))


def nodes(kind: type | tuple[type, ...], words: str) -> Iterator[tuple[Path, ast.AST]]:
    """All of a kind, each with its file, where the regular expression is found."""
    for path in files_with(words):
        for node in _nodes_of(path):
            if isinstance(node, kind):
                yield path, node
