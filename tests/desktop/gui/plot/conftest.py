"""A plot of made values on its own, and the dock with its plot shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cbm_chips.core.series.plot.content import PlotContent
from tests.desktop.gui.plot.hands import (
    SERIES,
)


@pytest.fixture
def view(qgis_app: object) -> Iterator[Any]:
    from cbm_chips.gui.plot.view import SeriesPlot

    made = SeriesPlot()
    made.resize(640, 320)
    made.show_content(PlotContent((SERIES,)))
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def plotted(dock: Any) -> Any:
    """The dock with its plot shown."""
    dock.plot.action.trigger()
    return dock
