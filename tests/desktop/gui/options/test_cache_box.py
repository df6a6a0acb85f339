"""What the cache holds, in the options: its size, its kinds, and how it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import wait_for

pytestmark = pytest.mark.usefixtures("empty_cache")


class TestCache:
    def test_use_is_told_and_clear_empties_it(self, page: Any) -> None:
        from cbm_chips.bridge.settings import load
        from cbm_chips.bridge.sources.session import open_cache

        cache = open_cache(load())
        cache.put_answer("key", b"something")
        page.cache.look()
        wait_for(page.cache.clear.isEnabled)
        assert "1 entr" in page.cache.use.text

        page.cache.ask = lambda question: True
        page.cache.clear.click()
        wait_for(lambda: page.cache.use.text.startswith("In use: 0"))
        assert cache.get_answer("key") is None
        assert not page.cache.clear.isEnabled()
        cache.close()

    def test_every_kind_of_what_the_folder_holds_has_its_line_and_goes(self, page: Any) -> None:
        from cbm_chips.bridge.settings import load
        from cbm_chips.bridge.sources.session import open_cache

        root = load().cache_path
        open_cache(load()).close()
        for folder in (root / "sample", root / ".sample-stopped-2"):
            folder.mkdir(parents=True)
            (folder / "B04.tif").write_bytes(bytes(1 << 20))
        page.cache.look()
        wait_for(page.cache.clear.isEnabled)
        lines = page.cache.parts.text().splitlines()
        assert lines[0].startswith("Windows and answers of searches: 0, ")
        assert lines[1] == "Parts of the files' compressed blocks: 0, 0.0 MB"
        assert lines[2] == "Built-in sample, beside this limit: 2.0 MB"

        asked: list[str] = []
        page.cache.ask = lambda question: asked.append(question) or True
        page.cache.clear.click()
        wait_for(lambda: "sample, beside this limit: 0.0 MB" in page.cache.parts.text())
        assert lines[2] in asked[0]
        assert not list(root.glob("*sample*"))

    def test_a_no_leaves_everything(self, page: Any) -> None:
        from cbm_chips.bridge.settings import load
        from cbm_chips.bridge.sources.session import open_cache

        cache = open_cache(load())
        cache.put_answer("key", b"something")
        page.cache.look()
        wait_for(page.cache.clear.isEnabled)
        page.cache.ask = lambda question: False
        page.cache.clear.click()
        assert cache.get_answer("key") is not None
        cache.close()

    def test_a_folder_that_cannot_be_is_said(
        self, page: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "file" / "below"))
        page.cache.look()
        wait_for(lambda: page.cache.use.text.startswith("No cache"))
        assert "can't be used" in page.cache.use.text
        assert not page.cache.clear.isEnabled()

    def test_what_went_with_an_earlier_version_is_said(
        self, page: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        former = tmp_path / "cbm-chips-cache-1"
        former.mkdir()
        (former / former.name).touch()
        monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path))
        page.cache.look()
        wait_for(lambda: page.cache.use.text.startswith("In use"))
        assert former.name in page.cache.told.text()
        assert not page.cache.told.isHidden()
        assert not former.exists()

    def test_the_environments_folder_cannot_be_edited(self, page: Any) -> None:
        assert not page.cache.folder.isEnabled()
