"""The form in the dock: what is not valid, what is kept with the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import (
    CENTRE,
    click,
    read,
    set_form,
)

pytestmark = pytest.mark.kept_dock


def marks_of(dock: Any) -> dict[str, str]:
    """What is said beside fields."""
    return {name: mark.text for name, mark in dock.form._messages.items() if mark.text}


class TestInvalidInput:
    def test_is_marked_beside_its_field_in_the_cores_words(self, iface: Any, dock: Any) -> None:
        before = dock.form.state()
        for field, changes, words in (
            ("size_m", {"size_m": 1290}, "a multiple of 20, from 20 to 5120 m"),
            ("end", {"end": "2022-05-01"}, "or a later day"),
            ("bands", {"composite": "B10_B04_B03"}, "B10 belongs to LEVEL1C only"),
            ("lut", {"lut": "95_5"}, "low < high"),
            ("lut", {"stretch": "absolute", "lut": "5_95"}, "six values"),
            ("max_scene_cloud_pct", {"max_scene_cloud_pct": 120.0}, "from 0 to 100"),
            ("clear_only", {"level": "LEVEL1C", "clear_only": True}, "which has SCL"),
        ):
            dock.form.change(before)
            dock.form.box.setCollapsed(True)
            assert not marks_of(dock), changes
            set_form(dock, **changes)
            click(iface, dock, CENTRE)

            marks = marks_of(dock)
            assert set(marks) <= {field, "start", "end"} & set(marks) | {field}, changes
            assert words in marks[field], changes
            assert not dock.session.runs.is_running, changes
            assert not dock.form.box.isCollapsed(), changes

    def test_of_the_source_comes_out_when_it_is_opened(self, iface: Any, dock: Any) -> None:
        set_form(dock, source="nowhere")
        read(iface, dock)

        assert "'nowhere' is not possible" in dock.form.source_message.text

    def test_is_forgotten_once_it_is_right(self, dock: Any) -> None:
        set_form(dock, size_m=1290)
        set_form(dock, size_m=1280)
        assert not any(mark.text for mark in dock.form._messages.values())


def test_the_list_of_sources_is_as_wide_as_its_titles(dock: Any) -> None:
    box = dock.form.source
    box.setFixedWidth(80)
    box.showPopup()
    view = box.view()
    texts = [view.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count())]
    assert view.viewport().width() >= max(texts)
    box.hidePopup()


class TestTheForm:
    def test_is_kept_with_the_project(self, dock: Any, tmp_path: Path) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        set_form(dock, size_m=640, composite="B04_B03_B02")
        assert project.write(str(tmp_path / "kept.qgz"))
        set_form(dock, size_m=2560)

        assert project.read(str(tmp_path / "kept.qgz"))

        assert dock.form.state().size_m == 640
        assert dock.form.state().composite == "B04_B03_B02"

    def test_leaves_an_untouched_project_untouched(self, dock: Any, tmp_path: Path) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        project.setDirty(False)
        sources = dock.form.source
        sources.setCurrentIndex(sources.findData("sample"))
        sources.activated.emit(sources.currentIndex())
        dock.service.box.edited.emit()
        assert not project.isDirty()

        assert project.write(str(tmp_path / "kept.qgz"))
        assert not project.isDirty()
        assert '"source": "sample"' in project.readEntry("cbm_chips", "/form", "")[0]

    def test_of_another_project_is_not_written_into_this_one(
        self, dock: Any, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        set_form(dock, size_m=640)
        assert project.write(str(tmp_path / "first.qgz"))
        set_form(dock, size_m=2560)
        project.clear()
        assert project.write(str(tmp_path / "second.qgz"))
        assert project.read(str(tmp_path / "first.qgz"))
        assert project.write(str(tmp_path / "first.qgz"))
        assert '"size_m": 640' in project.readEntry("cbm_chips", "/form", "")[0]

    @pytest.mark.parametrize("scheme", ["https", "cbm+https"])
    def test_keeps_no_login_of_a_typed_address(
        self, dock: Any, scheme: str, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        from cbm_chips.bridge.late_settings import LATE_SETTINGS
        from cbm_chips.gui.session.form_values import store as memory

        set_form(dock, source=f"{scheme}://tester:hush@localhost:1/stac?key=hush")
        QgsProject.instance().write(str(tmp_path / "kept.qgz"))

        stored, _ = QgsProject.instance().readEntry("cbm_chips", "/form", "")
        assert f"{scheme}://localhost:1/stac" in stored
        assert "hush" not in stored
        last = LATE_SETTINGS.text(memory.LAST_KEY)
        assert f"{scheme}://localhost:1/stac" in last
        assert "hush" not in last

    def test_says_itself_in_a_line(self, dock: Any) -> None:
        set_form(dock, max_scene_cloud_pct=20.0)
        title = dock.form.box.accessibleName()
        assert title == "1 Jun – 30 Jun 2022 · B08 B04 B03 · 1280 m · ≤ 20 % cloud · one per date"

    def test_survives_nonsense_in_the_project(self, dock: Any) -> None:
        from qgis.core import QgsProject

        from cbm_chips.gui.session.form_values.form_state import FormState

        QgsProject.instance().writeEntry("cbm_chips", "/form", '{"size_m": "wide", "bands": 7}')
        dock.form.recall()
        assert dock.form.state().size_m == FormState().size_m

    def test_fits_a_narrow_dock(self, dock: Any) -> None:
        dock.form.box.setCollapsed(False)
        assert dock.widget().minimumSizeHint().width() <= 320
