"""The dates on show as an animation, from the dock's menu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

from tests.desktop.window import FakeInterface, read, set_form, settle, wait_for


def season(dock: Any, iface: FakeInterface) -> None:
    set_form(dock, source=dock.form.state().source, size_m=640)
    read(iface, dock)


class TestAnAnimation:
    def test_is_asked_for_and_written_with_its_options_kept(
        self, dock: Any, iface: FakeInterface, tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtWidgets import QDialog

        told: list[str] = []
        dock.session.remarked.connect(told.append)
        season(dock, iface)
        dock.layers.animation.action.trigger()
        dialog = dock.findChild(QDialog, "CbmChipsAnimation")
        dialog.switches["has_cloudy"].setChecked(True)
        dialog.frame_ms.setValue(200)
        dialog.accept()
        settle()
        file = dock.findChild(QDialog, "CbmChipsAnimationFile")
        assert Path(file.selectedFiles()[0]).name.endswith("_2022-06-01_2022-06-30.gif")
        file.fileSelected.emit(str(tmp_path / "june.gif"))
        file.reject()
        wait_for(lambda: not dock.layers.animation.is_writing)
        settle()
        chips = [entry for entry in dock.session.entries() if entry.chip is not None]
        with Image.open(tmp_path / "june.gif") as gif:
            assert gif.n_frames == len(chips)
            assert gif.info["duration"] == 200
        assert len(list((tmp_path / "june_frames").glob("*.png"))) == len(chips)
        assert f"{len(chips)} frames are in" in told[-1]
        dock.layers.animation.action.trigger()
        again = dock.findChildren(QDialog, "CbmChipsAnimation")[-1]
        assert again.options().has_cloudy
        assert again.options().frame_ms == 200
        again.reject()
        settle()

    def test_of_nothing_is_refused_in_words(self, dock: Any) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        dock.layers.animation.action.trigger()
        assert told[-1] == "There are no dates to save yet."
