"""Packages of the plugin's own: from a real index on this computer, all or nothing."""

from __future__ import annotations

import hashlib
import os
import shlex
import socket
import subprocess
import sysconfig
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_packages import ONE, TWO, package_folder, pin
from tests.desktop.window import wait_for
from tests.open_files import held_open
from tests.package_index import Index, MadeWheel, package_index

NEWER = MadeWheel("cbm_made_up_one", "2.0")
__all__ = ["package_folder"]


@pytest.fixture
def index() -> Iterator[Index]:
    with package_index(ONE, TWO, NEWER) as index:
        yield index


def carried_out(index: str = "", **order: Any) -> Any:
    """The result, or why there is none."""
    from cbm_chips.bridge.packages.installing import InstallOrder, carry_out
    from cbm_chips.bridge.packages.wheels import PackageError
    from cbm_chips.core.cancellation import Cancellation

    try:
        made = InstallOrder.of(index=index, **order)
        return carry_out(made, Cancellation(), lambda *_: None)
    except PackageError as error:
        return str(error)


def names(result: Any) -> list[str]:
    return [wheel.name for wheel in result.done]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_package_that_pip_would_get_has_its_hash() -> None:
    from cbm_chips.bridge.packages.wheels import WHEELS
    from cbm_chips.bridge.sources.dependencies import PACKAGES

    with_wheels = {package.name for package in PACKAGES if package.has_wheel}
    assert with_wheels == {wheel.name for wheel in WHEELS}
    assert all(len(wheel.sha256) == 64 for wheel in WHEELS)


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


class TestWhatFails:
    @pytest.mark.parametrize(
        ("fault", "words"),
        [("wrong", "is not the file that was expected"), ("cut", "the answer broke off")],
    )
    def test_changes_nothing_and_is_told(
        self, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch, fault: str, words: str
    ) -> None:
        carried_out(index.url)
        before = contents(folder.parent)
        pin(monkeypatch, NEWER, TWO)
        index.fault = fault

        assert words in carried_out(index.url)
        assert contents(folder.parent) == before

    def test_an_index_without_the_package_is_named(self, folder: Path) -> None:
        with package_index(ONE) as index:
            words = carried_out(index.url)
        assert "answered 404" in words
        assert not folder.exists()

    def test_no_network_is_told(self, folder: Path) -> None:
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            words = carried_out(f"http://127.0.0.1:{nobody.getsockname()[1]}/simple")
        assert "can't be reached" in words
        assert not folder.exists()

    @pytest.mark.parametrize("address", ["https://me:word@127.0.0.1/", "http://h/?key=word", "x"])
    def test_an_address_with_a_login_is_refused(self, folder: Path, address: str) -> None:
        from cbm_chips.core.errors import RequestError

        with pytest.raises(RequestError, match="index") as refused:
            carried_out(address)
        assert "word" not in str(refused.value)

    def test_a_folder_that_a_program_holds_is_named_and_stays_as_it_was(
        self, folder: Path, index: Index
    ) -> None:
        folder.mkdir(parents=True)
        (folder / "somebody_else.py").touch()

        with held_open(folder):
            words = carried_out(index.url)

        assert str(folder) in words
        assert [path.name for path in folder.iterdir()] == ["somebody_else.py"]

    def test_a_folder_that_can_not_be_written_to_is_named(self, folder: Path, index: Index) -> None:
        folder.parent.parent.mkdir(parents=True)
        folder.parent.write_text("a file in its place")  # also root can't write below it

        words = carried_out(index.url)

        assert "can't be written to" in words
        assert str(folder) in words


class TestTheTask:
    def test_cancelled_while_a_file_comes_ends_at_once_and_changes_nothing(
        self, folder: Path, index: Index
    ) -> None:
        from cbm_chips.bridge.packages.installing import InstallOrder
        from cbm_chips.bridge.tasks.install_task import InstallTask

        index.fault = "silent"
        task, told = InstallTask(InstallOrder.of(index=index.url)), []
        task.done.connect(told.append)
        task.taskTerminated.connect(lambda: told.append("ended"))
        task.start()
        wait_for(index.is_reached.is_set)
        task.cancel()

        wait_for(lambda: told)
        assert told == ["ended"]
        assert not folder.exists()

    def test_tells_its_steps_and_logs_the_end(self, folder: Path, index: Index) -> None:
        from qgis.core import QgsApplication

        from cbm_chips.bridge.packages.installing import InstallOrder
        from cbm_chips.bridge.tasks.install_task import InstallTask, result_words

        steps: list[str] = []
        logged: list[str] = []
        done: list[Any] = []
        QgsApplication.messageLog().messageReceived.connect(lambda text, *_: logged.append(text))
        task = InstallTask(InstallOrder.of(index=index.url))
        task.step.connect(steps.append)
        task.done.connect(done.append)
        task.start()
        wait_for(lambda: done)

        assert steps[0] == "Getting cbm-made-up-one 1.0 (1 of 2) …"
        assert len(steps) == 2
        host = index.url.split("/")[2]
        words = f"Installed from {host}: cbm-made-up-one 1.0, cbm-made-up-two 1.0."
        assert result_words(done[0]) == words
        assert words in logged


@pytest.mark.usefixtures("plugin")
class TestTheAlgorithm:
    def test_installs_and_removes_and_touches_no_site_packages(
        self, folder: Path, index: Index
    ) -> None:
        from tests.desktop.running import run

        before = listed()
        results = run("installpackages", {"ACTION": 0, "INDEX": index.url})
        assert results["COUNT"] == 2
        assert import_module(ONE.name).VERSION == "1.0"
        assert run("installpackages", {"ACTION": 1})["COUNT"] == 2
        assert not folder.exists()
        assert listed() == before

    def test_says_why_not(self, folder: Path, index: Index) -> None:
        from tests.desktop.running import refusal, unchecked

        index.fault = "wrong"
        assert "SHA-256 differs" in unchecked("installpackages", {"INDEX": index.url})
        assert "(INDEX)" in refusal("installpackages", {"INDEX": "ftp://127.0.0.1"})


def listed() -> list[tuple[str, int, int]]:
    """Everything that Python finds besides the profile, with size and time of change."""
    places = {sysconfig.get_path("purelib"), "/usr/lib/python3/dist-packages"}
    return sorted(
        (entry.path, entry.stat().st_size, entry.stat().st_mtime_ns)
        for place in places
        if os.path.isdir(place)
        for entry in os.scandir(place)
        if entry.name != "__pycache__"
    )
