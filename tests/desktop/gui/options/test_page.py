"""The page in QGIS's options, and what it stores."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.languages import needs_lrelease, spoken
from tests.desktop.own_packages import ONE, TWO, package_folder
from tests.package_index import package_index
from tests.sample_servers import Served

__all__ = ["package_folder"]

pytestmark = pytest.mark.usefixtures("empty_cache")


def wait_until(done: Callable[[], bool], *, seconds: float = 60) -> None:
    """Let events happen until `done`; fails if that takes too long."""
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it took too long"
        QCoreApplication.processEvents()
        time.sleep(0.005)


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
    wait_until(
        lambda: made.cache.use.text.startswith("In use") and "…" not in made.packages.message.text
    )
    yield made
    made.sources.stop()


def own_row(url: str, **changes: str) -> Any:
    from cbm_chips.bridge.sources.providers import ProviderRow

    return ProviderRow(**{"id": "mine", "title": "Mine", "url": url, "is_own": True, **changes})


class TestSettings:
    def test_defaults_are_shown_and_stored_as_they_are(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load

        assert page.settings() == Settings()
        page.apply()
        assert load() == Settings()
        assert page.applications == [1]

    def test_every_field_is_stored_and_shown_again(
        self, page: Any, window: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.bridge.settings import Settings, load
        from cbm_chips.gui.options.page import OptionsPage

        wanted = Settings(
            chips_folder=str(tmp_path / "chips, mine"),
            cache_folder=str(tmp_path / "cache"),
            cache_size_mb=100,
            bad_classes=frozenset({3, 11}),
            tolerance_pct=2.5,
            own_classes=frozenset({3, 11}),
            threads=3,
            package_index="https://packages.example/simple",
        )
        page.show_settings(wanted)
        page.apply()

        assert load() == wanted
        assert OptionsPage(window).settings() == wanted

    def test_nothing_is_stored_before_apply(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load

        page.threads.setValue(1)
        assert load() == Settings()

    def test_restored_defaults_wait_for_apply_too(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load, save

        save(Settings(threads=2))
        page.show_settings(load())
        page.restore.click()
        assert page.settings() == Settings()
        assert load().threads == 2


class TestClouds:
    def test_twelve_boxes_say_code_and_name_and_show_the_colour(self, page: Any) -> None:
        from qgis.PyQt.QtGui import QColor
        from qgis.PyQt.QtWidgets import QCheckBox

        from cbm_chips.core.sentinel2.scl import SCL_CLASSES

        boxes = page.classes.findChildren(QCheckBox)
        assert len(boxes) == len(SCL_CLASSES) == 12
        for row, box in zip(SCL_CLASSES, boxes):
            assert " ".join(box.text().split()) == f"{row.code} {row.label}"
            image = box.icon().pixmap(box.iconSize()).toImage()
            assert image.pixelColor(image.rect().center()) == QColor(row.color)

    def test_no_data_is_never_a_choice(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QCheckBox

        box = page.classes.findChildren(QCheckBox)[0]
        assert (box.isChecked(), box.isEnabled()) == (True, False)
        assert 0 not in page.classes.classes()

    def test_a_named_set_ticks_its_boxes_and_a_tick_leaves_it(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QCheckBox, QComboBox

        from cbm_chips.core.sentinel2.cloud_rules import CLOUD_RULES, OWN

        combo = page.classes.findChild(QComboBox)
        for name, row in CLOUD_RULES.items():
            combo.setCurrentIndex(combo.findData(name))
            combo.activated.emit(combo.currentIndex())
            assert page.classes.classes() == row.bad_classes
        page.classes.findChildren(QCheckBox)[4].click()
        assert combo.currentData() == OWN


class TestCache:
    def test_use_is_told_and_clear_empties_it(self, page: Any) -> None:
        from cbm_chips.bridge.settings import load
        from cbm_chips.bridge.sources.session import open_cache

        cache = open_cache(load())
        cache.put_answer("key", b"something")
        page.cache.look()
        wait_until(page.cache.clear.isEnabled)
        assert "1 entr" in page.cache.use.text

        page.cache.ask = lambda question: True
        page.cache.clear.click()
        wait_until(lambda: page.cache.use.text.startswith("In use: 0"))
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
        wait_until(page.cache.clear.isEnabled)
        lines = page.cache.parts.text().splitlines()
        assert lines[0].startswith("Windows and answers of searches: 0, ")
        assert lines[1] == "Parts of the files' compressed blocks: 0, 0.0 MB"
        assert lines[2] == "Built-in sample, beside this limit: 2.0 MB"

        asked: list[str] = []
        page.cache.ask = lambda question: asked.append(question) or True
        page.cache.clear.click()
        wait_until(lambda: "sample, beside this limit: 0.0 MB" in page.cache.parts.text())
        assert lines[2] in asked[0]
        assert not list(root.glob("*sample*"))

    def test_a_no_leaves_everything(self, page: Any) -> None:
        from cbm_chips.bridge.settings import load
        from cbm_chips.bridge.sources.session import open_cache

        cache = open_cache(load())
        cache.put_answer("key", b"something")
        page.cache.look()
        wait_until(page.cache.clear.isEnabled)
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
        wait_until(lambda: page.cache.use.text.startswith("No cache"))
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
        wait_until(lambda: page.cache.use.text.startswith("In use"))
        assert former.name in page.cache.told.text()
        assert not page.cache.told.isHidden()
        assert not former.exists()

    def test_the_environments_folder_cannot_be_edited(self, page: Any) -> None:
        assert not page.cache.folder.isEnabled()


class TestProviders:
    def test_own_rows_and_logins_are_kept(self) -> None:
        from dataclasses import replace

        from cbm_chips.bridge.sources.providers import all_providers, save_providers

        rows = all_providers()
        assert "earth-search" in [row.id for row in rows]
        mine = own_row("https://stac.example.org/v1, really", authcfg="abc1234")
        mine = replace(mine, url="https://stac.example.org/v1")
        save_providers([replace(rows[0], authcfg="xyz9876"), *rows[1:], mine])

        assert all_providers()[-1] == mine
        assert mine.source == "https://stac.example.org/v1"
        assert all_providers()[0].authcfg == "xyz9876"
        assert all_providers()[0].source == all_providers()[0].id

    @pytest.mark.parametrize(
        "url",
        [
            "https://me:word@stac.example.org",
            "https://me@stac.example.org",
            "https://stac.example.org/?sig=abc",
            "https://stac.example.org/#abc",
        ],
    )
    def test_an_address_with_a_secret_is_refused_and_not_quoted(self, url: str) -> None:
        from qgis.core import QgsSettings

        from cbm_chips.bridge.sources.providers import all_providers, save_providers
        from cbm_chips.core.errors import RequestError

        before = all_providers()
        with pytest.raises(RequestError) as refused:
            save_providers([own_row(url)])
        assert refused.value.field == "url"
        assert not any(word in str(refused.value) for word in ("word@", "sig=", "#abc"))
        assert all_providers() == before
        assert QgsSettings().value("cbm_chips/own_providers") is None

    @pytest.mark.parametrize(
        "url", ["", "stac.example.org", "ftp://x", "https://", "http://a b", "http://[", "x/y"]
    )
    def test_what_is_no_address_is_refused(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider
        from cbm_chips.core.errors import RequestError

        with pytest.raises(RequestError, match="url"):
            check_provider(own_row(url))

    @pytest.mark.parametrize("url", ["/data/catalog.json", "C:\\data", "D:/data", "\\\\srv\\x"])
    def test_a_full_path_is_taken(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider

        assert check_provider(own_row(url)).source == url

    @pytest.mark.parametrize("stored", ["", "{", "[1, null, {}]", '{"a": 1}', '[{"id": ["x"]}]'])
    def test_nonsense_in_the_settings_counts_as_nothing(self, stored: str) -> None:
        from qgis.core import QgsSettings

        from cbm_chips.bridge.sources.providers import all_providers

        QgsSettings().setValue("cbm_chips/own_providers", stored)
        QgsSettings().setValue("cbm_chips/logins", stored)
        assert not [row for row in all_providers() if row.is_own]

    def test_ids_are_made_of_titles_and_differ(self) -> None:
        from cbm_chips.bridge.sources.providers import new_id

        assert new_id("My Čatalogue!", []) == "my-atalogue"
        assert new_id("A b", ["a-b", "a-b-2"]) == "a-b-3"
        assert new_id("目录", []) == "catalogue"

    def test_the_table_shows_them_and_only_own_ones_can_go(self, page: Any) -> None:
        from cbm_chips.bridge.sources.providers import all_providers

        rows = [*all_providers(), own_row("https://stac.example.org")]
        page.sources.show_rows(rows)
        assert page.sources.table.rowCount() == len(rows)
        assert not page.sources.remove.isEnabled()
        page.sources.table.selectRow(len(rows) - 1)
        page.sources.remove.click()
        assert page.sources.rows() == all_providers()
        page.apply()
        assert not [row for row in all_providers() if row.is_own]

    def test_the_dialog_refuses_beside_the_field(self, window: Any) -> None:
        from qgis.PyQt.QtWidgets import QDialog

        from cbm_chips.gui.options.provider_dialog import ProviderDialog

        dialog = ProviderDialog(own_row("", id="", title=""), window)
        dialog.accept()
        assert dialog.result() != QDialog.DialogCode.Accepted
        dialog.title.setText(" Mine ")
        dialog.url.setText("https://me:word@stac.example.org")
        dialog.accept()
        assert dialog.result() != QDialog.DialogCode.Accepted
        dialog.url.setText("https://stac.example.org")
        dialog.accept()
        assert dialog.result() == QDialog.DialogCode.Accepted
        assert (dialog.row().title, dialog.row().url) == ("Mine", "https://stac.example.org")

    def test_of_a_built_in_source_only_the_login_changes(self, window: Any) -> None:
        from cbm_chips.bridge.sources.providers import all_providers
        from cbm_chips.gui.options.provider_dialog import ProviderDialog

        row = all_providers()[0]
        dialog = ProviderDialog(row, window)
        assert not dialog.title.isEnabled()
        assert not dialog.url.isEnabled()
        assert dialog.row() == row


class TestConnection:
    def test_a_source_that_works_says_so(self, page: Any, servers: Served) -> None:
        text = self._tested(page, servers.api.url)
        assert "It works" in text
        assert "It has no date of the last 120 days in Flevoland." in text
        assert servers.pixel_requests() > 0

    def test_a_static_catalogue_works_too(self, page: Any, servers: Served) -> None:
        assert "It works" in self._tested(page, str(servers.archive / "catalog.json"))

    def test_pictures_that_cannot_be_read_are_told(self, page: Any, servers: Served) -> None:
        servers.files.set_faults([{"match": ".*", "kind": "403"}])
        text = self._tested(page, servers.api.url)
        assert "no picture could be read" in text
        assert "403" in text

    def test_nobody_there(self, page: Any) -> None:
        assert "No answer" in self._tested(page, "http://127.0.0.1:9")

    def test_something_else_there(self, page: Any, servers: Served) -> None:
        assert "It does not work" in self._tested(page, f"{servers.files.url}/nothing")

    def test_a_login_that_is_gone(self, page: Any) -> None:
        text = self._tested(page, "http://127.0.0.1:9", authcfg="gone123")
        assert "the login can't be opened" in text

    def test_a_test_that_was_stopped_says_nothing_more(self, page: Any, servers: Served) -> None:
        page.sources.show_rows([own_row(servers.api.url)])
        page.sources.test.click()
        test = page.sources._test
        page.sources.stop()
        wait_until(lambda: test.status() in (test.TaskStatus.Terminated, test.TaskStatus.Complete))
        assert page.sources.message.text == "Mine: asking…"

    def test_a_page_may_close_while_errands_run(
        self, servers: Served, capfd: pytest.CaptureFixture[str]
    ) -> None:
        from qgis.core import QgsApplication
        from qgis.PyQt.QtCore import QCoreApplication, QEvent
        from qgis.PyQt.QtWidgets import QWidget

        from cbm_chips.gui.options.page import OptionsPage

        window = QWidget()
        page = OptionsPage(window)
        page.sources.show_rows([own_row(servers.api.url)])
        page.sources.test.click()
        window.deleteLater()
        del page
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
        assert "Traceback" not in capfd.readouterr().err

    @staticmethod
    def _tested(page: Any, url: str, **changes: str) -> str:
        page.sources.show_rows([own_row(url, **changes)])
        page.sources.test.click()
        wait_until(lambda: not page.sources.message.text.endswith("…"), seconds=60)
        return page.sources.message.text


class TestThePage:
    def test_packages_are_told(self, page: Any) -> None:
        from cbm_chips.bridge.sources.dependencies import explain, missing

        assert page.packages.message.text == (explain(missing()) or "All packages are there.")

    def test_packages_are_installed_and_removed_by_a_click(
        self, folder: Path, page: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.PyQt.QtWidgets import QMessageBox

        yes = QMessageBox.StandardButton.Yes
        monkeypatch.setattr(QMessageBox, "exec", lambda *_: yes)
        box = page.packages
        with package_index(ONE, TWO) as index:
            box.show_index(index.url)
            box.look()
            wait_until(box.install.isEnabled)
            assert not box.remove.isEnabled()
            box.install.click()
            wait_until(box.remove.isEnabled)
        assert box.told.text.startswith("Installed from 127.0.0.1")
        assert not box.install.isEnabled()
        box.remove.click()
        wait_until(box.install.isEnabled)
        assert not folder.exists()

    def test_an_index_with_a_login_is_refused_and_never_stored(self, page: Any) -> None:
        page.packages.show_index("https://me:word@127.0.0.1/simple")
        page.packages.index.editingFinished.emit()
        assert "without login" in page.packages.told.text
        assert page.settings().package_index == ""

    def test_whose_gdal_reads_is_told(self, page: Any) -> None:
        wait_until(page.packages.reader.text)
        assert "QGIS's own GDAL reads" in page.packages.reader.text()

    @needs_lrelease
    @pytest.mark.parametrize("language", ["en", "de", "nl"])
    def test_nothing_is_cut_off_at_twice_the_font_size(
        self, language: str, window: Any, tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtWidgets import QApplication, QScrollArea

        from cbm_chips.gui.options.page import OptionsPage

        font, large = QApplication.font(), QApplication.font()
        large.setPointSizeF(font.pointSizeF() * 2)
        QApplication.setFont(large)
        try:
            with spoken(language, tmp_path):
                big = OptionsPage(window)
                big.resize(700, 800)
                window.show()
                wait_until(lambda: not big.cache.use.text.endswith("…"))
                assert big.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
        finally:
            QApplication.setFont(font)

    def test_everything_to_be_used_has_a_name(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QTableWidget

        kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QTableWidget)
        for kind in kinds:
            for widget in page.findChildren(kind):
                if widget.isVisible() and not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text.strip("…."), widget


class TestTheComparisonWithOtherSources:
    def test_is_off_for_catalogues_on_the_web_until_they_are_ticked(self, page: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        from cbm_chips.bridge.sources.providers import all_providers, save_providers

        page.sources.show_rows(all_providers())
        by_id = {row.id: number for number, row in enumerate(page.sources.rows())}
        sample = page.sources.table.item(by_id["sample"], 0)
        assert sample.data(int(Qt.ItemDataRole.CheckStateRole)) is None
        cell = page.sources.table.item(by_id["planetary-computer"], 0)
        assert cell.checkState() == Qt.CheckState.Unchecked
        assert "seems to be behind" in cell.toolTip()

        cell.setCheckState(Qt.CheckState.Checked)
        save_providers(page.sources.rows())
        compared = {row.id: row.is_compared for row in all_providers()}
        assert compared["planetary-computer"]
        assert not compared["earth-search"]

    def test_takes_only_sources_that_may_serve_the_same_request(self) -> None:
        from cbm_chips.bridge.sources.alternatives import alternatives
        from cbm_chips.bridge.sources.providers import ProviderRow, all_providers, source_called
        from cbm_chips.core.model import ChipRequest, Place

        def others(chosen: str, rows: Any, level: str = "LEVEL2A") -> list[str]:
            request = ChipRequest(
                Place(5.66, 52.69), "2026-01-01", "2026-02-01", ("B04",), level=level
            )
            return [row.id for row in alternatives(source_called(chosen), rows, request)]

        own = {
            "web": ProviderRow("web", "Web", "https://stac.example.org", "", True),
            "file": ProviderRow("file", "File", "/tmp/catalog.json", "", True),
            "cbm": ProviderRow("cbm", "CbM", "cbm+https://cbm.example.org", "", True),
        }
        rows = [*all_providers(), *own.values()]
        assert others("earth-search", rows) == ["planetary-computer", "web"]
        assert others("planetary-computer", rows) == ["web", "earth-search"]
        with_login = [
            replace(row, authcfg="abc1234") if row.id == "copernicus" else row for row in rows
        ]
        assert others("earth-search", with_login) == ["planetary-computer", "copernicus", "web"]
        assert others("copernicus", rows, "LEVEL1C") == ["web"]
