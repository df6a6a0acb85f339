"""Names of QGIS in the code: all are in this QGIS, and renamed ones stand in docs/qt6.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.tables_of_docs import rows_below

ROOT = Path(__file__).resolve().parents[2]
FIRST_WITH_ALL_NEW_NAMES = 34400


def test_every_name_that_is_spelled_exists_in_this_qgis(qgis_app: object) -> None:
    missing = {".".join(chain) for chain in _spelled() if None in _resolved(chain)}
    assert missing == set()


def test_each_name_that_qgis_renamed_is_explained(qgis_app: object) -> None:
    from qgis.core import Qgis

    told = {
        old.strip("`"): new.strip("`")
        for old, new, _ in rows_below(ROOT / "docs/qt6.md", "## Names of QGIS")
    }
    here = _renamed()
    assert here.items() <= told.items()
    assert {".".join(chain[:2]) for chain in _spelled()} >= set(told)
    if FIRST_WITH_ALL_NEW_NAMES <= Qgis.QGIS_VERSION_INT:
        assert here == told


def _renamed() -> dict[str, str]:
    """Enumerations that are spelled with an old name, and the new one."""
    from qgis.core import Qgis

    new = {kind: f"Qgis.{name}" for name, kind in vars(Qgis).items() if isinstance(kind, type)}
    return {
        ".".join(chain[:2]): new[found[1]]
        for chain in _spelled()
        if chain[0] != "Qgis" and len(chain) > 1
        for found in [_resolved(chain)]
        if isinstance(found[1], type) and found[1] in new
    }


def _resolved(chain: tuple[str, ...]) -> list[object]:
    """What each part of a dotted name is; None where it is nothing."""
    import qgis.core
    import qgis.gui

    found = getattr(qgis.core, chain[0], None) or getattr(qgis.gui, chain[0], None)
    parts = [found]
    for name in chain[1:]:
        found = getattr(found, name, None)
        parts.append(found)
    return parts


@cache
def _spelled() -> frozenset[tuple[str, ...]]:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "cbm_chips").rglob("*.py")]
    return frozenset(
        chain
        for text in texts
        if "Qgs" in text or "Qgis" in text
        for node in ast.walk(ast.parse(text))
        for chain in _chain(node)
        if chain[0].startswith("Qgs") or chain[0] == "Qgis"
    )


def _chain(node: ast.AST) -> Iterator[tuple[str, ...]]:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        yield (node.id, *parts)
