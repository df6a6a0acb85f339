"""A CbM server in the options: its kind, its address, the test of its connection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.cbm import own_row, stored_login
from tests.desktop.window import SLOW_S, wait_for, wait_for_tasks
from tests.servers.process import ServerProcess


class TestTheRow:
    @pytest.mark.parametrize(
        "url", ["cbm+https://host.example/prefix", "cbm+http://127.0.0.1:8624", "CBM+https://x.y"]
    )
    def test_can_be_a_cbm_server(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider

        row = check_provider(own_row(url))
        assert row.is_cbm
        assert row.is_remote
        assert row.source == url

    @pytest.mark.parametrize(
        "url",
        ["cbm+", "cbm+ftp://x", "cbm+/data", "cbm+https://me:word@x.y", "cbm+https://x.y/?a=b"],
    )
    def test_is_refused_without_a_plain_address(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider
        from cbm_chips.core.errors import RequestError

        with pytest.raises(RequestError, match="url") as refused:
            check_provider(own_row(url))
        assert "word@" not in str(refused.value)

    def test_needs_no_package_of_stac(self) -> None:
        from cbm_chips.bridge.sources.dependencies import PACKAGES, useful_for

        assert useful_for("earth-search") == PACKAGES
        names = {package.name for package in useful_for("cbm+https://cbm.example")}
        assert not names & {"pystac", "pystac_client"}
        assert {"requests", "shapely"} <= names


class TestTheDialog:
    def test_puts_the_kind_before_a_plain_address(self, window: Any) -> None:
        from cbm_chips.gui.options.provider_dialog import ProviderDialog

        dialog = ProviderDialog(own_row("", id="", title="Agency"), window)
        dialog.kind.setCurrentIndex(1)
        dialog.url.setText(" https://cbm.example/api ")
        dialog.accept()

        assert dialog.result() == dialog.DialogCode.Accepted
        assert dialog.row().url == "cbm+https://cbm.example/api"

    def test_shows_a_stored_row_plainly(self, window: Any) -> None:
        from cbm_chips.gui.options.provider_dialog import ProviderDialog

        row = own_row("cbm+https://cbm.example/api")
        dialog = ProviderDialog(row, window)
        assert dialog.url.text() == "https://cbm.example/api"
        assert dialog.kind.currentText() == "CbM service"
        assert dialog.row() == row
        dialog.kind.setCurrentIndex(0)
        assert dialog.row().url == "https://cbm.example/api"

    def test_understands_a_pasted_kind(self, window: Any) -> None:
        from cbm_chips.gui.options.provider_dialog import ProviderDialog

        dialog = ProviderDialog(own_row("https://stac.example"), window)
        dialog.url.setText("cbm+https://cbm.example")
        assert dialog.row().url == "cbm+https://cbm.example"


class TestTheConnection:
    @pytest.fixture
    def table(self, window: Any) -> Iterator[Any]:
        from cbm_chips.gui.options.provider_table import ProviderTable

        table = ProviderTable(window)
        yield table
        table.stop()

    def test_tells_areas_and_years(self, table: Any, server: ServerProcess) -> None:
        text = verdict_on(table, server.url, stored_login())
        assert "It works: parcels of ms (2020, 2022), nl (2021)." in text

    def test_does_not_take_one_answer_for_the_truth(
        self, table: Any, server: ServerProcess
    ) -> None:
        server.switch(typed_years=["2020"])  # each answer may lack the area ms
        for _ in range(3):
            text = verdict_on(table, server.url, stored_login())
            assert "It works: parcels of" in text
            assert "ms (2020, 2022)" in text

    def test_tells_a_wrong_login(self, table: Any, server: ServerProcess) -> None:
        assert "Login wrong" in verdict_on(table, server.url, stored_login(word="no"))

    def test_tells_a_missing_login(self, table: Any, server: ServerProcess) -> None:
        assert "It asks for a login" in verdict_on(table, server.url, "")

    def test_tells_a_login_without_a_right(self, table: Any, server: ServerProcess) -> None:
        server.switch(fail_first_n=-1, fail_status=403)
        assert "has no right" in verdict_on(table, server.url, stored_login())

    def test_tells_that_nobody_is_there(self, table: Any) -> None:
        assert "No answer" in verdict_on(table, "http://127.0.0.1:9", "")

    def test_tells_a_page_to_sign_in(self, table: Any, server: ServerProcess) -> None:
        server.switch(login_page=True)
        text = verdict_on(table, server.url, stored_login())
        assert "It does not work" in text
        assert "web page" in text

    def test_is_given_up_at_once(self, table: Any, server: ServerProcess) -> None:
        wait_for_tasks()
        server.switch(latency=SLOW_S)
        table.show_rows([own_row(f"cbm+{server.url}", authcfg=stored_login())])
        table.test.click()
        wait_for(lambda: server.stats()["queries"])
        table.stop()
        wait_for_tasks()


def verdict_on(table: Any, url: str, authcfg: str) -> str:
    table.show_rows([own_row(f"cbm+{url}", authcfg=authcfg)])
    table.test.click()
    wait_for(lambda: not table.message.text.endswith("…"))
    return str(table.message.text)
