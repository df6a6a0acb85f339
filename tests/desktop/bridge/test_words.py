"""What the core says, in the language of QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.languages import needs_lrelease, spoken

pytestmark = needs_lrelease


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("i18n")


@pytest.fixture
def german(compiled: Path, qgis_app: object) -> Iterator[None]:
    """Words and numbers."""
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    with ExitStack() as stack:
        stack.enter_context(spoken("de", compiled))
        yield
    QLocale.setDefault(before)


def test_a_reason_and_the_reason_within_are_worded(german: None) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.errors import ReadError
    from cbm_chips.core.reasons import Reason

    why = ReadError(Reason("404, file missing"))
    told = Reason("not judged, SCL could not be read: {why}", why=why)
    assert worded(told) == "nicht beurteilt, die SCL ließ sich nicht lesen: 404, Datei fehlt"
    assert told == "not judged, SCL could not be read: 404, file missing"


def test_numbers_and_days_are_the_locales(german: None) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.reasons import Reason

    scale = Reason("scale {scale:g} is stated, which gives no reflectance", scale=1.5)
    assert "1,5" in worded(scale)
    days = Reason("days from {day} (launch) on", day=date(2015, 6, 23))
    assert worded(days) == "Tage ab dem 23.06.2015 (Start des Satelliten)"


def test_counts_have_the_languages_forms(german: None) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.reading.network import in_words

    assert (worded(in_words(1.0)), worded(in_words(7200.0))) == ("1 Sekunde", "2 Stunden")


def test_what_others_said_stays(german: None) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.reasons import Reason

    assert worded(OSError("disk on fire")) == "disk on fire"
    told = Reason("{host} refused: {text}", host="x.example", text="go away")
    assert worded(told) == "x.example lehnte ab: go away"


def test_braces_in_the_words_of_others_are_text(german: None) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.reasons import Reason

    told = Reason("{host} refused: {text}", host="x.example", text="{0} {error!r}")
    assert worded(told).endswith("{0} {error!r}")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size_m": 30}, "Größe: ein Vielfaches von 20, von 20 bis 5120 m"),
        ({"end": "2021-12-31"}, "Letzter Tag: der erste Tag, 01.01.2022, oder ein späterer"),
        ({"bands": ()}, "Kanäle: mindestens einer von B01"),
    ],
)
def test_fields_are_called_as_the_form_calls_them(
    german: None, changes: dict[str, Any], words: str
) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.errors import RequestError
    from cbm_chips.core.model import ChipRequest, Place

    given = {"start": "2022-01-01", "end": "2022-01-02", "bands": ("B04",), **changes}
    with pytest.raises(RequestError) as caught:
        ChipRequest(Place(5.0, 52.0), **given)
    assert worded(caught.value).startswith(words)


def test_the_form_and_the_refusals_share_their_labels(qgis_app: object) -> None:
    from cbm_chips.bridge.texts.words import FIELD_LABELS
    from cbm_chips.gui.form.form import RequestForm

    form = RequestForm()
    labels = {field.name: field.label for field in form._fields if field.label}
    ticks = {field.name: field.widget.text() for field in form._fields if not field.label}
    assert {**labels, **ticks}
    for name, label in {**labels, **ticks}.items():
        assert FIELD_LABELS[name] == label
    assert set(form._messages) <= set(FIELD_LABELS)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/data/2022/06/S2A B08.tif", "S2A B08.tif"),
        (r"C:\data\B08.tif", "B08.tif"),
        ("https://x.example/a/b/B08.tif", "B08.tif"),
        ("x.example", "x.example"),
        ("1/2", "1/2"),
    ],
)
def test_briefly_an_address_is_its_last_part(address: str, shown: str) -> None:
    from cbm_chips.bridge.texts.words import worded
    from cbm_chips.core.reasons import Reason

    told = Reason("{path} can't be read: it is no file", path=address)
    assert worded(told, brief=True).startswith(shown)
    assert worded(told).startswith(address)
