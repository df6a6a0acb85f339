"""The page of the options, without what others have stored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import wait_for


@pytest.fixture(autouse=True)
def no_settings() -> Iterator[None]:
    from qgis.core import QgsSettings

    QgsSettings().remove("cbm_chips")
    yield
    QgsSettings().remove("cbm_chips")


@pytest.fixture
def window(qgis_app: object) -> Iterator[Any]:
    """Owns the widgets of a test: what Python alone owns may be collected in a reader's thread."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QWidget

    window = QWidget()
    yield window
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(window: Any) -> Iterator[Any]:
    """As the options dialog gets it; its first looks have ended."""
    from cbm_chips.gui.options.factory import OptionsFactory

    factory = OptionsFactory()
    made = factory.createWidget(window)
    window.show()
    made.applications = []
    factory.applied.connect(lambda: made.applications.append(1))
    made.resize(700, 800)
    made.show()
    wait_for(
        lambda: made.cache.use.text.startswith("In use") and "…" not in made.packages.message.text
    )
    yield made
    made.sources.stop()
