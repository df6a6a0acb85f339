"""The rooms: no circle, no arrow that the page does not name, no name for two things."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from tests.project.code import sources, tree_of

ROOT = Path(__file__).resolve().parents[2]


def _tool():
    """`.ci/architecture.py`: the folder's name is no package's."""
    spec = spec_from_file_location("architecture", ROOT / ".ci" / "architecture.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool():
    return _tool()


@pytest.fixture(scope="module")
def modules(tool):
    return tool.imports()


def test_there_is_no_circle_of_files_or_of_rooms(tool, modules):
    assert list(tool.circles(modules)) == []


def test_a_circle_would_be_seen(tool):
    modules = {
        "cbm_chips.a.x": {"cbm_chips.b.y"},
        "cbm_chips.b.y": set(),
        "cbm_chips.b.z": {"cbm_chips.a.x"},
    }
    assert [line.partition(":")[0] for line in tool.circles(modules)] == ["cbm_chips"]


def test_every_arrow_between_rooms_stands_on_the_page(tool, modules):
    page = tool.PAGE.read_text(encoding="utf-8")
    assert tool.table_of_page(page) == tool.table(modules), (
        "run `make architecture`, look at the difference"
    )


def test_no_two_classes_share_a_name():
    found = defaultdict(list)
    for path, text in sources().items():
        for name in re.findall(r"^[ \t]*class (\w+)[:(]", text, re.MULTILINE):
            found[name.strip("_")].append(str(path.relative_to(ROOT)))
    assert found
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def test_every_room_says_what_it_holds():
    silent = [
        path
        for path in sources()
        if path.name == "__init__.py" and not ast.get_docstring(tree_of(path))
    ]
    assert silent == []
