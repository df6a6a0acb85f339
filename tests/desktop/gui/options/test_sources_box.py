"""Sources in the options: the table, its dialog, the test of a connection."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.cbm import own_row
from tests.desktop.window import cancel_task, wait_for, wait_for_tasks
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("empty_cache")


class TestProviders:
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
        page.sources.stop()
        wait_for_tasks()
        assert page.sources.message.text == "Mine: asking…"

    def test_a_test_that_was_cancelled_in_qgis_list_of_tasks_says_so(
        self, page: Any, servers: Served
    ) -> None:
        page.sources.show_rows([own_row(servers.api.url)])
        page.sources.test.click()
        cancel_task("Test of Mine")
        wait_for_tasks()
        assert page.sources.message.text == "Mine: Cancelled."
        page.sources.stop()

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
        wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
        assert "Traceback" not in capfd.readouterr().err

    @staticmethod
    def _tested(page: Any, url: str, **changes: str) -> str:
        page.sources.show_rows([own_row(url, **changes)])
        page.sources.test.click()
        wait_for(lambda: not page.sources.message.text.endswith("…"))
        return page.sources.message.text


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
