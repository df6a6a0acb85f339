"""What QGIS stores of the options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.sentinel2.scl import CloudRule


class TestSettings:
    def test_come_back_as_they_were_saved(self, stored: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load, save

        settings = Settings("/chips", "/cache", 7, frozenset({8, 9}), 2.5, frozenset({8, 9}), 3)
        save(settings)
        stored.sync()

        assert load() == settings
        assert all(
            key.startswith("cbm_chips/") for key in stored.allKeys() if "tolerance_pct" in key
        )

    @pytest.mark.parametrize(
        ("name", "text"),
        [("threads", "0"), ("threads", "many"), ("bad_classes", "12"), ("tolerance_pct", "-1")],
    )
    def test_fall_back_to_the_default_when_unreadable(
        self, stored: Any, name: str, text: str
    ) -> None:
        from cbm_chips.bridge.settings import Settings, load

        stored.setValue(f"cbm_chips/{name}", text)

        assert load() == Settings()

    def test_keep_the_cache_in_the_profile(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from qgis.core import QgsApplication

        from cbm_chips.bridge.settings import Settings

        profile = Path(QgsApplication.qgisSettingsDirPath())
        assert Settings().cache_path == profile / "cbm_chips_cache"
        assert Settings(cache_folder="/x").cache_path == Path("/x")
        monkeypatch.setenv("CBM_CHIPS_CACHE", "/y")
        assert Settings(cache_folder="/x").cache_path == Path("/y")

    def test_say_what_is_clear(self) -> None:
        from cbm_chips.bridge.settings import Settings

        assert Settings().rule == CloudRule()
