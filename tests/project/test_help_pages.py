"""The help page: the same in every language that the plugin speaks."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.html_pages import VOID

ROOT = Path(__file__).resolve().parents[2]
HELP, WORDS = ROOT / "resources" / "help", ROOT / "i18n"
TRANSLATED = sorted(file.stem.rpartition("_")[2] for file in WORDS.glob("*.ts"))
LANGUAGES = [language for language in TRANSLATED if language != "en"]
ACTION = re.compile(r"<(?:i|b)>([^<&]+)</(?:i|b)>")
TAG = re.compile(r"<[^>]+>")
KEYS_ALIKE = ("Esc", "F1", "A", "N", "P", "F", "H")


def source_of(language: str) -> str:
    return (HELP / f"{language}.html").read_text(encoding="utf-8")


def tags(language: str) -> list[str]:
    return [tag for tag in TAG.findall(source_of(language)) if not tag.startswith("<html")]


def texts(language: str) -> list[str]:
    """What stands between tags, style left out."""
    body = source_of(language).partition("<body>")[2]
    return [unescape(text).strip() for text in TAG.split(body)]


def translations(language: str) -> dict[str, str]:
    found = {}
    for message in ElementTree.parse(WORDS / f"cbm_chips_{language}.ts").iter("message"):
        translation = message.find("translation")
        text = translation.findtext("numerusform") or translation.text
        found[plain(message.findtext("source"))] = plain(text or "")
    return found


def plain(words: str) -> str:
    return words.rstrip(" .…:")


def test_every_language_of_the_plugin_has_its_page() -> None:
    assert {file.stem for file in HELP.glob("*.html")} == set(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_page_is_sound_html(language: str) -> None:
    source = source_of(language)
    assert source.startswith(f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset=')
    still_open: list[str] = []
    for tag in TAG.findall(source)[1:]:
        name = re.match(r"</?(\w+)", tag).group(1)
        if tag.startswith("</"):
            assert still_open.pop() == name
        elif name not in VOID:
            still_open.append(name)
    assert not still_open
    ids = re.findall(r'id="([^"]+)"', source)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', source)) <= set(ids)
    assert not re.search(r"<script|src=|https?://", source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_every_heading_row_and_link_of_the_english_page(language: str) -> None:
    assert tags(language) == tags("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    same = [
        text for text, other in zip(texts("en"), texts(language)) if text == other and " " in text
    ]
    menus = {"Raster > CbM Chips", "Toolbox > CbM Chips"}
    known = {
        "Earth Search",
        "Planetary Computer",
        "Copernicus Data Space",
        "AWS S3",
        "CbM Chips",
        *menus,
    }
    assert set(same) - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_dock_calls_by_a_name_is_called_so_in_the_help(language: str) -> None:
    known = translations(language)
    english, other = ACTION.findall(source_of("en")), ACTION.findall(source_of(language))
    assert len(english) == len(other)
    named = {(said, here) for said, here in zip(english, other) if plain(said) in known}
    assert len(named) > 15
    wrong = {
        (said, here) for said, here in named if plain(here).lower() != known[plain(said)].lower()
    }
    assert wrong == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_keys_are_named_on_every_page(language: str) -> None:
    assert all(f"<kbd>{key}</kbd>" in source_of(language) for key in KEYS_ALIKE)
