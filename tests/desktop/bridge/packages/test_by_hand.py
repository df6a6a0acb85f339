"""The command that is printed for pip, really run, and what it may install."""

from __future__ import annotations

import hashlib
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.desktop.own_packages import ONE
from tests.package_index import MadeWheel


class TestByHand:
    """The command that is printed, really run, with a folder of wheels in place of an index."""

    @pytest.fixture
    def wheels(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        monkeypatch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")
        monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
        return tmp_path

    def test_it_installs_what_has_the_hash(
        self, folder: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.bridge.sources import dependencies

        listed = wheels / "pinned wheels.txt"
        digest = hashlib.sha256(ONE.content).hexdigest()
        listed.write_text(f"{ONE.name}=={ONE.version} --hash=sha256:{digest}\n", encoding="utf-8")
        (wheels / ONE.file_name).write_bytes(ONE.content)
        monkeypatch.setattr(dependencies, "WHEELS_FILE", listed)

        done = run_by_hand()

        assert done.returncode == 0, done.stderr
        assert (folder / ONE.name / "__init__.py").is_file()

    def test_it_refuses_other_files_of_the_same_name(self, folder: Path, wheels: Path) -> None:
        from cbm_chips.bridge.sources import dependencies

        for line in dependencies.WHEELS_FILE.read_text("utf-8").splitlines():
            wheel = MadeWheel(*line.split()[0].split("=="))
            (wheels / wheel.file_name).write_bytes(wheel.content)

        done = run_by_hand()

        assert done.returncode
        assert "DO NOT MATCH THE HASHES" in done.stderr
        assert not folder.exists()


def run_by_hand() -> subprocess.CompletedProcess[str]:
    from cbm_chips.bridge.sources.dependencies import pip_command

    words = shlex.split(pip_command())
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_every_package_that_pip_would_get_has_its_hash() -> None:
    from cbm_chips.bridge.packages.wheels import WHEELS
    from cbm_chips.bridge.sources.dependencies import PACKAGES

    with_wheels = {package.name for package in PACKAGES if package.has_wheel}
    assert with_wheels == {wheel.name for wheel in WHEELS}
    assert all(len(wheel.sha256) == 64 for wheel in WHEELS)
