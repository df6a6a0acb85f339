"""What the pages name is there: commands, files, and where their links lead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
_COMMAND = re.compile(r"(?<![\w-])make ([a-z][\w-]+)(?=[`\s])")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)")
_PATH = re.compile(
    r"`((?:cbm_chips|core|bridge|processing|gui|tests|resources|docs|\.ci|benchmarks)/[\w./]*)`"
)


@pytest.fixture(params=PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def page(request: pytest.FixtureRequest) -> Path:
    return request.param


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code_of(page: Path) -> str:
    """Text between backticks, and blocks of code."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text_of(page), re.DOTALL))


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def test_commands_links_and_files_are_found_in_the_pages() -> None:
    pages = "\n".join(map(text_of, PAGES))
    assert "test" in _COMMAND.findall("\n".join(map(code_of, PAGES)))
    assert ("docs/architecture.md", "") in _LINK.findall(pages)
    assert any(name.startswith("core/") for name in _PATH.findall(pages))


def test_its_commands_are_targets(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    phony = re.search(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert set(_COMMAND.findall(code_of(page))) - set(phony.group(1).split()) == set()


def test_its_links_lead_somewhere(page: Path) -> None:
    for path, anchor in _LINK.findall(text_of(page)):
        there = page.parent / path if path else page
        assert there.exists(), path
        assert not anchor or anchor in anchors_of(there), anchor


def test_the_files_that_it_names_are_there(page: Path) -> None:
    lacking = [
        name
        for name in sorted(set(_PATH.findall(text_of(page))))
        if not any((folder / name).exists() for folder in (ROOT, ROOT / "cbm_chips"))
    ]
    assert lacking == []
