"""A source that fails or is behind offers the next one; two real servers, own rows of the list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import (
    cancel_task,
    message,
    read,
    set_form,
    task_threads_taken,
    wait_for,
)
from tests.sample_servers import Served, items_of
from tests.servers.process import ServerProcess

LATE = "2022-06-20"

pytestmark = pytest.mark.usefixtures("empty_cache")


@pytest.fixture(scope="module")
def behind(
    running_servers: Served, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    """A second catalogue of the same archive, which stopped in May 2022."""
    items = json.loads(items_of(running_servers.archive / "catalog.json"))
    early = [one for one in items if one["properties"]["datetime"] < "2022-05-15"]
    path = tmp_path_factory.mktemp("behind") / "items.json"
    path.write_text(json.dumps(early))
    with ServerProcess("stac_api", path, "--asset-base", running_servers.files.url) as api:
        yield api


@pytest.fixture
def two(dock: Any, servers: Served, behind: ServerProcess) -> Any:
    """The dock with both in its list, and nobody else in the comparison."""
    from cbm_chips.bridge.sources.providers import ProviderRow, all_providers, save_providers

    behind.reset()
    rows = [
        ProviderRow("old", "Old", behind.url, is_own=True, is_compared=True),
        ProviderRow("new", "New", servers.api.url, is_own=True, is_compared=True),
    ]
    save_providers([*all_providers(), *rows])
    dock.form.source.refill()
    set_form(dock, source="old", start="2022-04-20", end=LATE)
    yield dock
    behind.switch(fail_first_n=0)
    servers.api.switch(fail_first_n=0)


def state_of(dock: Any) -> Any:
    from dataclasses import replace

    return replace(dock.form.state(), source="")


def searches(server: ServerProcess) -> int:
    return int(server.stats()["searches"])


class TestASourceThatIsBehind:
    def test_is_told_with_both_dates_and_the_other_is_one_click_away(
        self, iface: Any, two: Any
    ) -> None:
        asked = state_of(two)
        read(iface, two)
        wait_for(lambda: two.offer_line.text)
        assert two.offer_line.text.startswith("Old is behind here. Newest dates: Old: ")
        assert "May 2022; New: " in two.offer_line.text
        assert two.offer_line.button.text() == "Use New"
        assert two.form.source.source() == "old"

        two.offer_line.button.click()
        assert two.form.source.source() == "new"
        assert state_of(two) == asked
        wait_for(lambda: not two.session.runs.is_running)
        assert two.panel.entries()[-1].scene.acquired.date().isoformat() > "2022-06-01"
        assert not two.offer_line.isVisible()

    def test_is_asked_for_once_in_a_session(self, iface: Any, two: Any, servers: Served) -> None:
        read(iface, two)
        wait_for(lambda: two.offer_line.text)
        before = searches(servers.api)
        read(iface, two)
        wait_for(lambda: two.offer_line.text)
        assert searches(servers.api) == before

    def test_is_offered_another_one_that_is_not_asked_without_a_tick(
        self, iface: Any, two: Any, servers: Served
    ) -> None:
        from dataclasses import replace

        from cbm_chips.bridge.sources.providers import all_providers, save_providers

        rows = [replace(one, is_compared=one.id == "old") for one in all_providers()]
        save_providers(rows)
        read(iface, two)
        wait_for(lambda: two.offer_line.text)
        assert two.offer_line.text.startswith("Old seems to be behind here. Newest date: ")
        assert two.offer_line.button.text() == "Use New"
        assert searches(servers.api) == 0


class TestASourceThatIsNotBehind:
    def test_asks_nobody(self, iface: Any, two: Any, behind: ServerProcess) -> None:
        set_form(two, source="new", start="2022-06-01", end=LATE)
        read(iface, two)
        assert not two.other_source.freshness.is_asking
        assert (searches(behind), two.offer_line.text) == (0, "")


class TestASourceThatFails:
    def test_offers_the_next_one_and_the_request_stays(
        self, iface: Any, two: Any, behind: ServerProcess
    ) -> None:
        behind.switch(fail_first_n=99, fail_status=501)
        asked = state_of(two)
        read(iface, two)
        assert message(two).startswith("Nothing came from Old: ")
        buttons = {one.text(): one for one in two.panel._message.buttons}
        assert list(buttons) == ["Try again", "Use New"]
        assert two.form.source.source() == "old"
        buttons["Use New"].click()
        wait_for(lambda: not two.session.runs.is_running)
        assert (two.form.source.source(), state_of(two)) == ("new", asked)
        assert two.panel.entries()

    def test_offers_it_beside_what_was_found_before(
        self, iface: Any, two: Any, behind: ServerProcess, servers: Served
    ) -> None:
        set_form(two, start="2022-04-20", end="2022-05-14")
        read(iface, two)
        behind.switch(fail_first_n=99, fail_status=503)
        set_form(two, start="2022-04-25", end="2022-05-14")
        read(iface, two)
        assert two.offer_line.text.startswith("Old did not answer")
        assert two.offer_line.button.text() == "Use New"

    def test_whose_files_cannot_be_read_offers_it_below_the_dates(
        self, iface: Any, two: Any, servers: Served
    ) -> None:
        servers.files.set_faults([{"match": ".*", "kind": "403"}])
        read(iface, two)
        assert two.offer_line.text == "No picture could be read from Old."
        assert two.offer_line.button.text() == "Use New"

    def test_that_was_typed_is_compared_with_nobody(
        self, iface: Any, two: Any, servers: Served
    ) -> None:
        set_form(two, source="http://127.0.0.1:9")
        read(iface, two)
        assert [one.text() for one in two.panel._message.buttons] == ["Try again"]
        assert searches(servers.api) == 0


class TestTheQuestionInTheMenu:
    def test_tells_the_newest_date_of_each_source(
        self, iface: Any, two: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from datetime import date

        from qgis.PyQt.QtCore import Qt

        from cbm_chips.gui.dock.status import other_source

        monkeypatch.setattr(other_source, "today", lambda: date(2022, 6, 20))
        set_form(two, source="new", start="2022-06-01", end=LATE)
        read(iface, two)
        (ask,) = two.other_source.actions
        ask.trigger()
        wait_for(lambda: two.offer_line.text.startswith("Newest dates here: New: "))
        assert "; Old: " in two.offer_line.text
        assert two.offer_line.button.isHidden()
        box = two.form.source
        tip = box.itemData(box.findData("old"), Qt.ItemDataRole.ToolTipRole)
        assert "Newest date at " in tip

    def test_is_stopped_by_escape(self, iface: Any, two: Any, behind: ServerProcess) -> None:
        set_form(two, source="new", start="2022-06-01", end=LATE)
        read(iface, two)
        (ask,) = two.other_source.actions
        ask.trigger()
        assert two.other_source.freshness.is_asking
        assert "Esc" in two.offer_line.text
        two.escape.press()
        assert not two.other_source.freshness.is_asking
        assert not two.offer_line.text

    def test_that_is_cancelled_in_qgis_s_list_of_tasks_says_so(self, iface: Any, two: Any) -> None:
        set_form(two, source="new", start="2022-06-01", end=LATE)
        read(iface, two)
        (ask,) = two.other_source.actions
        with task_threads_taken():
            ask.trigger()
            cancel_task("newest dates of")
        wait_for(lambda: two.offer_line.text == "Cancelled.")
