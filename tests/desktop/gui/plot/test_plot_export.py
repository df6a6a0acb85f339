"""The plot of a run, copied and saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.plot.plotted import read_and_plot
from tests.desktop.window import wait_for

pytestmark = pytest.mark.kept_dock


class TestExport:
    def test_copies_a_picture_and_the_numbers(self, iface: Any, plotted: Any) -> None:
        from qgis.PyQt.QtGui import QGuiApplication

        points = read_and_plot(iface, plotted)

        plotted.plot.panel.saver.copy()

        copied = QGuiApplication.clipboard().mimeData()
        lines = copied.text().splitlines()
        assert copied.hasImage()
        assert lines[0].split("\t")[:6] == ["series", "origin", "date", "acquired", "state", "mean"]
        assert len(lines) == 1 + len(points)
        assert lines[1].split("\t")[-2] == points[0].key

    @pytest.mark.parametrize("kind", ["png", "svg", "csv"])
    def test_saves_what_the_name_says(
        self, iface: Any, plotted: Any, tmp_path: Path, kind: str
    ) -> None:
        read_and_plot(iface, plotted)
        path = tmp_path / f"plot.{kind}"

        save(plotted, path)

        assert path.stat().st_size > 200
        assert "plot." + kind in plotted.status_bar.said

    def test_without_qtsvg_it_says_so_and_leaves_no_file(
        self, iface: Any, plotted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read_and_plot(iface, plotted)
        monkeypatch.setitem(sys.modules, "qgis.PyQt.QtSvg", None)

        save(plotted, tmp_path / "plot.svg")

        assert "QtSvg" in plotted.status_bar.said
        assert list(tmp_path.iterdir()) == []


def save(dock: Any, path: Path) -> None:
    saver, told = dock.plot.panel.saver, []
    saver.saved.connect(told.append)
    saver.save(saver._order(), path)
    wait_for(lambda: told)
