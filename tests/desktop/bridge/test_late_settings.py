"""Settings that are written when nobody waits."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.window import wait_for

KEY = "cbm_chips/a_test"


@pytest.fixture
def late(qgis_app: Any) -> Any:
    from qgis.core import QgsSettings

    from cbm_chips.bridge.late_settings import LateSettings

    QgsSettings().remove(KEY)
    yield LateSettings()
    QgsSettings().remove(KEY)


def written() -> Any:
    from qgis.core import QgsSettings

    return QgsSettings().value(KEY)


def test_what_was_put_last_is_read_before_it_is_written(late: Any) -> None:
    for text in ("a", "ab", "abc"):
        late.put(KEY, text)
        assert late.text(KEY) == text
    assert written() is None
    late.write()
    assert written() == late.text(KEY) == "abc"


def test_it_is_written_by_itself_in_a_moment(late: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from cbm_chips.bridge import late_settings

    monkeypatch.setattr(late_settings, "DELAY_MS", 0)
    late.put(KEY, "abc")
    wait_for(lambda: written() == "abc")


def test_what_is_forgotten_is_never_written(late: Any) -> None:
    late.put(KEY, "abc")
    late.forget()
    late.write()
    assert (written(), late.text(KEY)) == (None, "")


def test_a_dock_that_goes_leaves_nothing_unwritten(dock: Any) -> None:
    from qgis.core import QgsSettings

    from cbm_chips.core.model import Place
    from cbm_chips.gui.session.form_values.store import PLACES_KEY

    dock.session.runs.places.note([Place(lon=5.5, lat=52.0)])
    dock.unload()
    assert "5.5" in QgsSettings().value(PLACES_KEY)
