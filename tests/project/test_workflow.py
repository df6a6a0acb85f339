"""The jobs for other systems: they can be read, and call what there is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.servers.process import REPOSITORY

FILE = REPOSITORY / ".github" / "workflows" / "tests.yml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml")
    read: dict[str, Any] = yaml.safe_load(TEXT)
    assert {"name", "jobs", "permissions"} <= set(read)
    found: dict[str, Any] = read["jobs"]
    return found


def steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


def test_it_says_that_it_has_not_run_yet() -> None:
    assert "have not run yet" in TEXT.splitlines()[0]


def test_the_three_systems_are_there(jobs: dict[str, Any]) -> None:
    systems = {word for job in jobs.values() for word in re.findall(r"[a-z]+-\d+", str(job))}
    assert {"ubuntu-24", "windows-2022", "macos-14"} <= systems
    assert all("timeout-minutes" in job for job in jobs.values())


def test_every_step_does_one_thing_and_every_action_has_a_version(jobs: dict[str, Any]) -> None:
    for step in steps(jobs):
        assert ("run" in step) != ("uses" in step), step
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d[\d.]*", step.get("uses", "actions/checkout@v4")), (
            step
        )


def test_what_is_called_is_there(jobs: dict[str, Any]) -> None:
    lines = "\n".join(step.get("run", "") for step in steps(jobs)).replace("\\", "/")
    paths = set(re.findall(r"(?<![\w/:])tests/[\w/.]+", lines))
    assert "tests/main_job.py" in paths
    assert [path for path in paths if not (REPOSITORY / path).exists()] == []
    for target in re.findall(r"^make ([\w-]+)", lines, re.MULTILINE):
        subprocess.run(["make", "-n", target], cwd=REPOSITORY, check=True, capture_output=True)


def test_its_script_knows_the_options_that_are_given(jobs: dict[str, Any]) -> None:
    given = set(re.findall(r"--[a-z-]+", " ".join(line for line in _calls(jobs))))
    known = (REPOSITORY / "tests" / "main_job.py").read_text(encoding="utf-8")
    assert given == {"--install", "--qgis-process"}
    assert all(f'"{option}"' in known for option in given)


def test_no_host_is_named_that_packages_come_from() -> None:
    assert "://" not in TEXT


@pytest.mark.parametrize("folder", ["outputs", "scenes"])
def test_what_runs_on_windows_imports_nothing_of_linux_alone(folder: str) -> None:
    files = (REPOSITORY / "tests" / "core" / folder).rglob("test_*.py")
    of_linux = re.compile(r"^(?:import|from) (?:resource|fcntl|pwd)\b", re.MULTILINE)
    assert [file.name for file in files if of_linux.search(file.read_text("utf-8"))] == []


def _calls(jobs: dict[str, Any]) -> list[str]:
    lines = [line for step in steps(jobs) for line in step.get("run", "").splitlines()]
    return [line for line in lines if "main_job.py" in line]


def test_python_files_for_every_system_take_none_of_linux_alone() -> None:
    script = Path(REPOSITORY / "tests" / "main_job.py").read_text(encoding="utf-8")
    assert not re.search(r"\bfcntl\b|os\.fork|/usr/|/tmp", script)
