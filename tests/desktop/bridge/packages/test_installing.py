"""Packages of the plugin's own: from a real index on this computer, all or nothing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.desktop.bridge.packages.steps import NEWER, carried_out, names
from tests.desktop.own_packages import ONE, TWO, pin
from tests.package_index import Index


class TestInstalling:
    @pytest.mark.parametrize("as_html", [False, True], ids=["json", "html"])
    def test_what_is_missing_is_there_at_once(
        self, folder: Path, index: Index, as_html: bool
    ) -> None:
        index.as_html = as_html
        assert find_spec(ONE.name) is None

        assert names(carried_out(index.url)) == [ONE.name, TWO.name]

        assert import_module(ONE.name).VERSION == "1.0"
        assert Path(import_module(TWO.name).__file__ or "").is_relative_to(folder)
        assert [path.name for path in folder.parent.iterdir()] == [folder.name]

    def test_a_second_time_asks_nobody(self, folder: Path, index: Index) -> None:
        carried_out(index.url)
        index.asked.clear()

        assert names(carried_out(index.url)) == []
        assert index.asked == []

    def test_wheels_in_a_folder_need_no_network(self, folder: Path, tmp_path: Path) -> None:
        wheels = tmp_path / "wheels"
        wheels.mkdir()
        for wheel in (ONE, TWO):
            (wheels / wheel.file_name).write_bytes(wheel.content)

        assert names(carried_out(folder=str(wheels))) == [ONE.name, TWO.name]
        (wheels / ONE.file_name).unlink()
        carried_out(removes=True)
        assert ONE.file_name in carried_out(folder=str(wheels))

    def test_an_older_version_is_replaced_and_what_others_put_there_stays(
        self, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        carried_out(index.url)
        (folder / "somebody_else.py").write_text("")
        pin(monkeypatch, NEWER, TWO)

        assert names(carried_out(index.url)) == [NEWER.name]

        assert import_module(NEWER.name).VERSION == "2.0"
        assert not list(folder.glob("*one-1.0*"))
        assert (folder / "somebody_else.py").exists()

    def test_a_damaged_file_is_repaired(self, folder: Path, index: Index) -> None:
        carried_out(index.url)
        damaged = folder / TWO.name / "__init__.py"
        damaged.write_text("VERSION =")

        assert names(carried_out(index.url)) == [TWO.name]
        assert import_module(TWO.name).VERSION == "1.0"

    def test_what_is_in_use_is_told_to_need_a_restart(
        self, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert not carried_out(index.url).needs_restart
        import_module(ONE.name)
        pin(monkeypatch, NEWER, TWO)
        assert carried_out(index.url).needs_restart

    def test_what_qgis_or_the_system_has_is_not_installed(
        self, folder: Path, index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        system = tmp_path / "dist-packages"
        (system / ONE.name).mkdir(parents=True)
        (system / ONE.name / "__init__.py").write_text("VERSION = 'the system`s'")
        monkeypatch.syspath_prepend(str(system))

        assert names(carried_out(index.url)) == [TWO.name]
        assert not (folder / ONE.name).exists()

    def test_a_crash_between_the_two_renames_loses_nothing(
        self, folder: Path, index: Index
    ) -> None:
        carried_out(index.url)
        (folder / "somebody_else.py").write_text("")
        folder.rename(folder.with_name(f"{folder.name}.old-x"))

        carried_out(index.url)

        assert (folder / "somebody_else.py").exists()
        assert import_module(ONE.name).VERSION == "1.0"


class TestRemoving:
    def test_takes_all_of_ours_and_nothing_else(self, folder: Path, index: Index) -> None:
        carried_out(index.url)
        (folder / "somebody_else.py").write_text("")

        assert names(carried_out(removes=True)) == [ONE.name, TWO.name]
        assert [path.name for path in folder.iterdir()] == ["somebody_else.py"]

    def test_leaves_no_empty_folder(self, folder: Path, index: Index) -> None:
        carried_out(index.url)
        carried_out(removes=True)
        assert not folder.exists()
        assert names(carried_out(removes=True)) == []
