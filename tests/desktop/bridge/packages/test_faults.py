"""What goes wrong while packages are installed, changes nothing and is told."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.desktop.bridge.packages.steps import NEWER, carried_out
from tests.desktop.own_packages import ONE, TWO, pin
from tests.open_files import held_open
from tests.package_index import Index, package_index


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


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
