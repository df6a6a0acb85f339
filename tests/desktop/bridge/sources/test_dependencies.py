"""Python packages that QGIS may lack: which, and how one gets them."""

from __future__ import annotations

from pathlib import Path

import pytest

NOT_OURS = ("numpy", "shapely", "rasterio", "requests", "pyproj")


class TestDependencies:
    def test_nothing_is_missing_here(self) -> None:
        from cbm_chips.bridge.sources.dependencies import explain, missing

        assert missing() == ()
        assert explain(()) == ""

    def test_one_of_two_is_enough(self) -> None:
        from cbm_chips.bridge.sources.dependencies import missing

        assert not missing(has=lambda name: name != "rasterio")
        lacking = missing(has=lambda name: name not in ("rasterio", "osgeo"))
        assert [package.name for package in lacking] == ["rasterio / osgeo"]

    def test_what_pip_must_not_get_is_named_as_the_system_has_it(self) -> None:
        from cbm_chips.bridge.sources.dependencies import PACKAGES, explain

        lacking = [package for package in PACKAGES if package.name in ("shapely", "pyproj")]
        named = "(in Debian, Ubuntu and OSGeo4W: python3-shapely, python3-pyproj)"
        assert explain(lacking).endswith(f": shapely, pyproj {named}")

    def test_what_qgis_ships_is_never_installed_by_pip(self) -> None:
        from cbm_chips.bridge.sources.dependencies import (
            PACKAGES,
            WHEELS_FILE,
            explain,
            pip_command,
        )

        text = explain(PACKAGES)
        command = next(line for line in text.splitlines() if "pip install" in line)
        assert "--no-deps" in command
        assert "cbm_chips_packages" in command
        assert command.endswith(pip_command())
        assert all(name not in WHEELS_FILE.read_text("utf-8") for name in NOT_OURS)

    @pytest.mark.parametrize(
        ("system", "name"),
        [("win32", "python.exe"), ("darwin", "bin/python3"), ("linux", "bin/python3")],
    )
    def test_the_command_names_the_python_that_qgis_runs(
        self, tmp_path: Path, system: str, name: str
    ) -> None:
        from cbm_chips.bridge.sources.dependencies import python_program

        assert python_program(tmp_path, system) == "python3"
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        assert python_program(tmp_path, system) == f'"{tmp_path / name}"'

    def test_on_windows_the_words_name_the_shell_in_which_qgis_python_runs(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.bridge.sources.dependencies import CACHE, explain

        assert "OSGeo4W" not in explain([CACHE])
        monkeypatch.setenv("OSGEO4W_ROOT", "C:\\OSGeo4W")
        assert "run in the OSGeo4W Shell: " in explain([CACHE])

    def test_the_own_folder_comes_last(self) -> None:
        import sys

        from cbm_chips.bridge.sources.dependencies import own_folder, use_own_folder

        use_own_folder()
        use_own_folder()
        assert sys.path.count(str(own_folder())) == 1
