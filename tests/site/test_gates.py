"""The checks that plugins.qgis.org makes of an uploaded zip, made of ours: not one finding."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.package_script import package

FORMATTING = {"E203", "E704"}
"""What flake8 says of slices and one-line stubs as ruff lays them out."""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built zip."""
    path: Path = tmp_path_factory.mktemp("zip") / "cbm_chips.zip"
    package.build(path, words=package.compiled(path.parent / "i18n"))
    return path


@pytest.fixture(scope="module")
def unpacked(packed: Path) -> Path:
    """The folder that the zip unpacks to."""
    with zipfile.ZipFile(packed) as files:
        files.extractall(packed.parent)
    return packed.parent / "cbm_chips"


def _output(tool: str, *arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-m", tool, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd)
    assert done.stdout, done.stderr
    return done.stdout


def test_bandit_finds_nothing_by_any_of_its_rules(unpacked: Path) -> None:
    report = json.loads(_output("bandit", "-q", "-r", ".", "-f", "json", cwd=unpacked))
    assert report["errors"] == []
    assert [(row["filename"], row["test_id"]) for row in report["results"]] == []


def test_bandit_does_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text("import pickle\npickle.loads(b'')\n", encoding="utf-8")
    report = json.loads(_output("bandit", "-q", "-r", ".", "-f", "json", cwd=tmp_path))
    assert {row["test_id"] for row in report["results"]} == {"B301", "B403"}


def test_nothing_looks_like_a_secret(unpacked: Path) -> None:
    found: dict[str, Any] = json.loads(
        _output("detect_secrets", "scan", "--all-files", ".", cwd=unpacked)
    )
    assert found["results"] == {}


def test_no_finding_is_waived_by_a_comment(unpacked: Path) -> None:
    waiver = re.compile(r"#\s*nosec|allowlist[ -]secret|flake8[:=]\s*noqa", re.IGNORECASE)
    waived = [file for file in unpacked.rglob("*.py") if waiver.search(file.read_text("utf-8"))]
    assert waived == []


def test_flake8_speaks_of_layout_only(unpacked: Path) -> None:
    command = [sys.executable, "-m", "flake8", "--isolated", "--max-line-length", "120", "."]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=unpacked)
    assert done.stderr == ""
    spoken = [line for line in done.stdout.splitlines() if line.split()[1] not in FORMATTING]
    assert spoken == []


def test_every_file_is_a_plain_one_that_all_may_read(packed: Path) -> None:
    with zipfile.ZipFile(packed) as files:
        assert {entry.external_attr >> 16 for entry in files.infolist()} == {0o644}


def test_no_two_names_differ_in_case_only(packed: Path) -> None:
    with zipfile.ZipFile(packed) as files:
        names = [name.casefold() for name in files.namelist()]
    assert len(set(names)) == len(names)


def test_it_holds_the_words_of_each_language_and_no_pictures_of_the_readme(packed: Path) -> None:
    with zipfile.ZipFile(packed) as files:
        names = files.namelist()
    words = [name for name in names if name.endswith(".qm")]
    assert words == [f"cbm_chips/i18n/cbm_chips_{language}.qm" for language in ("de", "en", "nl")]
    assert not [name for name in names if name.endswith((".png", ".ts"))]


def test_it_is_small_and_almost_all_of_it_is_code(packed: Path) -> None:
    assert packed.stat().st_size < package.LARGEST_BYTES
    with zipfile.ZipFile(packed) as files:
        rest = [one.compress_size for one in files.infolist() if not one.filename.endswith(".py")]
    assert sum(rest) < 300_000
