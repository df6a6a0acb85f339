"""The plugin in the user's language."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.languages import needs_lrelease, script, spoken


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    script.compile_all(folder)
    return folder


@pytest.fixture
def speak(compiled: Path) -> Iterator[Any]:
    """Speaks a language until the test's end."""
    with ExitStack() as stack:
        yield lambda locale: stack.enter_context(spoken(locale, compiled))


def said() -> str:
    from cbm_chips.bridge.texts.translation import tr

    return tr("no data")


@pytest.mark.parametrize(
    ("locale", "tried"),
    [
        ("pt_BR", ("pt_BR", "pt")),
        ("de-AT", ("de_AT", "de")),
        ("de_DE.UTF-8", ("de_DE", "de")),
        ("ca@valencia", ("ca",)),
        ("nl", ("nl",)),
        ("zh_Hant_TW", ("zh_Hant_TW", "zh_Hant", "zh")),
        ("", ()),
    ],
)
def test_the_closest_language_is_tried_first(locale: str, tried: tuple[str, ...]) -> None:
    from cbm_chips.bridge.texts.translation import languages

    assert languages(locale) == tried


@needs_lrelease
@pytest.mark.parametrize(
    ("locale", "word"), [("de", "keine Daten"), ("de_AT", "keine Daten"), ("nl", "geen gegevens")]
)
def test_words_are_in_the_language_of_the_locale(speak: Any, locale: str, word: str) -> None:
    assert speak(locale) is not None
    assert said() == word


@needs_lrelease
def test_a_region_falls_back_to_its_language(compiled: Path, speak: Any) -> None:
    shutil.copy(compiled / "cbm_chips_nl.qm", compiled / "cbm_chips_pt.qm")
    speak("pt_BR")
    assert said() == "geen gegevens"


@needs_lrelease
@pytest.mark.parametrize("locale", ["fi", "C", "fr_FR", ""])
def test_another_language_has_words_as_written_and_english_plurals(speak: Any, locale: str) -> None:
    from cbm_chips.bridge.texts.translation import tr_count

    speak(locale)
    assert said() == "no data"
    assert tr_count("{count} entries", 1) == "1 entry"


@needs_lrelease
def test_a_removed_translator_is_silent(compiled: Path) -> None:
    from cbm_chips.bridge.texts.translation import install_translator, remove_translator

    for _ in range(10):
        translator = install_translator("de", folder=compiled)
        assert said() == "keine Daten"
        remove_translator(translator)
        assert said() == "no data"
    remove_translator(None)


@needs_lrelease
@pytest.mark.parametrize(
    ("locale", "one", "two"),
    [("en", "1 entry", "2 entries"), ("de", "1 Eintrag", "2 Einträge")],
)
def test_counts_have_their_forms(speak: Any, locale: str, one: str, two: str) -> None:
    from cbm_chips.bridge.texts.translation import tr_count

    speak(locale)
    assert (tr_count("{count} entries", 1), tr_count("{count} entries", 2)) == (one, two)
    assert tr_count("{count} entries", 0).startswith("0 ")


def test_counts_work_without_translation() -> None:
    from cbm_chips.bridge.texts.translation import tr_count

    assert tr_count("{count} entries", 3) == "3 entries"
    assert tr_count("{count} entries", 1) == "1 entry"
    assert tr_count("a text of {count} years and <this> & that", 1).startswith("a text of 1 years")


class TestHelp:
    def test_a_page_in_ones_language_wins(self, tmp_path: Path) -> None:
        from cbm_chips.gui.dock.empty_state.help import help_page

        for language in ("en", "de"):
            (tmp_path / f"{language}.html").touch()
        assert help_page("de_AT", folder=tmp_path).name == "de.html"
        assert help_page("nl", folder=tmp_path).name == "en.html"

    def test_without_a_browser_a_window_shows_the_page(self) -> None:
        from qgis.PyQt.QtWidgets import QTextBrowser

        from cbm_chips.gui.dock.empty_state.help import help_page, help_window

        window = help_window(help_page("en"))
        text = window.findChild(QTextBrowser).toPlainText()
        window.close()
        assert all(word in text for word in ("First use", "What the flags mean", "Keyboard"))

    def test_the_plugins_pages_are_found_by_qgiss_locale(self) -> None:
        from cbm_chips.gui.dock.empty_state.help import help_page

        locales = ("de", "de_AT", "nl_BE", "en_US", "fr", "C")
        found = [help_page(locale).name for locale in locales]
        assert found == ["de.html", "de.html", "nl.html", "en.html", "en.html", "en.html"]


@needs_lrelease
def test_the_algorithms_speak_without_a_window_as_well(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`qgis_process` asks for the algorithms alone."""
    from cbm_chips.bridge.texts import translation
    from cbm_chips.plugin import CbmChipsPlugin

    monkeypatch.setattr(translation.install_translator, "__kwdefaults__", {"folder": compiled})
    monkeypatch.setattr(translation.QgsApplication, "locale", lambda: "de_DE")
    plugin = CbmChipsPlugin(None)
    try:
        plugin.initProcessing()
        plugin.initGui()
        assert said() == "keine Daten"
    finally:
        plugin.unload()
    assert said() == "no data"
