"""From parcel to parcel: what each shows, what takes its place, what is read ahead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.values import InspectionQuestion
from tests.desktop.gui.inspection.queue.steps import (
    answer,
    key,
    open_queue,
    parcels_with_zeros,
    shown,
)
from tests.desktop.window import set_form, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


class TestTheWalk:
    def test_one_that_cannot_be_inspected_is_replaced_by_the_next_of_its_bucket(
        self, dock: Any, opened: Any, ids: list[str]
    ) -> None:
        shown(dock)
        heard: list[str] = []
        dock.session.remarked.connect(heard.append)
        answer(dock, "8")
        assert [one for one in heard if f"Parcel {ids[2]} takes the place of {ids[0]}" in one]
        assert opened.book.items[-1].key == (ids[2], "E5")
        (entry,) = dock.inspection.answers.newest.values()
        assert entry.replaced_by == ids[2]

    def test_a_parcel_without_an_outline_shows_no_other_one_in_its_place(
        self, dock: Any, desk: Any, tmp_path: Path, clean_project: Any, iface: Any
    ) -> None:
        layer = parcels_with_zeros(clean_project, iface)
        from qgis.core import QgsGeometry

        layer.dataProvider().changeGeometryValues({2: QgsGeometry()})
        iface.canvas.setLayers([layer])
        path = tmp_path / "a.csv"
        path.write_text("gsa_par_id\n0012\n0013\n", encoding="utf-8")
        dialog = desk.ask()
        dialog.fields.layer.setLayer(layer)
        dialog.fields.source.choose_file(str(path))
        dialog.fields.record.setFilePath(str(tmp_path / "r.gpkg"))
        wait_for(lambda: dialog.draft is not None and len(dialog.draft.joined.items) == 2)
        dialog.accept()
        wait_for(lambda: desk.book.is_open)
        shown(dock)
        key(dock, "N")
        assert desk.book.item.parcel == "0013"
        assert not desk.book.is_on_show
        assert "0013" in dock.panel.pages.message.text

    @pytest.mark.usefixtures("empty_cache")
    def test_reads_the_next_parcels_ahead(
        self, dock: Any, opened: Any, servers: Served, ids: list[str]
    ) -> None:
        shown(dock)
        set_form(dock, source=servers.api.url, size_m=740)
        dock.session.again()
        shown(dock)
        wait_for(lambda: not dock.queue.is_reading_ahead)
        servers.reset()
        key(dock, "N")
        key(dock, "N")
        assert shown(dock) == ids[1]
        assert dock.panel.counts().done == 4
        assert servers.pixel_requests() == 0


class TestAWindow:
    def test_has_its_first_clear_date_in_sight_on_every_parcel(
        self, dock: Any, desk: Any, sample: Path, tmp_path: Path
    ) -> None:
        from cbm_chips.core.events.legal_window import NamedWindow
        from cbm_chips.gui.session.form_values import store
        from cbm_chips.gui.session.inspection.settings import load_scheme, save_scheme

        store.remember_windows((NamedWindow("Catch crop", "06-10", "06-25"),))
        asked = (InspectionQuestion("E5", "Is there a catch crop?", "Catch crop"),)
        save_scheme(replace(load_scheme(), questions=asked))
        dock.inspection.refresh()
        open_queue(desk, sample, tmp_path / "r.gpkg", wanted={"E5": "2"})
        seen = []
        for _ in range(4):  # of E5 and ANC, of the first parcel and of the second
            shown(dock)
            first = next(one for one in dock.panel.entries() if is_in_window(one))
            seen.append((desk.book.item.question, dock.panel.current() is first))
            dock.panel.go_to(dock.panel.entries()[-1].scene.id)
            answer(dock, "1")
        assert seen == [("E5", True), ("ANC", False)] * 2  # that of ANC has no window


def is_in_window(entry: Any) -> bool:
    return bool(entry.is_clear and 10 <= entry.scene.acquired.day <= 25)


class TestWhatIsSaidOfAReplacement:
    def test_goes_with_the_next_answer(self, dock: Any, opened: Any) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        shown(dock)
        answer(dock, "8")
        shown(dock)
        assert "takes the place" in told[-1]
        answer(dock, "1")
        assert told[-1] == ""


class TestOnTheMap:
    def test_the_queues_own_layer_is_coloured_and_bare_again(
        self, opened: Any, dock: Any, parcels: Any, ids: list[str]
    ) -> None:
        before = parcels.fields().names()
        shown(dock)
        key(dock, "1")
        switch = dock.inspection.results.on_map.action
        switch.setChecked(True)
        outcomes = {str(row["id"]): row["answer_outcome"] for row in parcels.getFeatures()}
        assert outcomes[ids[0]] == "confirmed"
        switch.setChecked(False)
        assert parcels.fields().names() == before
