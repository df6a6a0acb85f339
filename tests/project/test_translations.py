"""The words of the code and their translations."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.project.code import files_with, nodes, sources, tree_of

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en", "nl")


def _script():
    name = "translations_script"
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / "translations.py")
    script = importlib.util.module_from_spec(spec)
    sys.modules[name] = script  # where dataclasses look for the names in their annotations
    spec.loader.exec_module(script)
    return script


script = _script()
FILES = script.files()


@cache
def entries(language: str):
    return script.read(FILES[language])


@pytest.fixture(scope="module")
def words():
    return script.words_of({path: tree_of(path) for path in files_with(script.WITH_WORDS.pattern)})


def placeholders(text: str) -> Counter:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def write(folder: Path, code: str) -> None:
    (folder / "some.py").write_text(code, encoding="utf-8")


def test_three_languages_are_there():
    assert tuple(FILES) == LANGUAGES


def test_all_words_are_literals(words):
    assert words.not_literal == []


def test_values_of_every_reason_fill_its_code():
    """An explanation must not fail itself."""
    for path, call in nodes(ast.Call, r"\bReason\("):
        if getattr(call.func, "id", "") == "Reason":
            given = {one.arg for one in call.keywords}
            if None in given:  # **values
                continue
            code = ast.literal_eval(call.args[0])
            assert set(placeholders(code)) == given, f"{path.name}:{call.lineno}"


def plain_words(node: ast.AST | None) -> bool:
    """A text with words, written here, that is no reason."""
    if isinstance(node, ast.IfExp):
        return plain_words(node.body) or plain_words(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return any(plain_words(part) for part in node.values)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_text and bool(re.search(r"[a-z]{2,} ?", node.value))


def test_no_button_has_qts_own_words():
    """Its files are not in every installation: `dialog_buttons` names them."""
    makers = r"QDialogButtonBox\(|QMessageBox\.(question|about)\(|QInputDialog\.get"
    found = {path.name for path in files_with(makers)}
    assert found == {"dialog_buttons.py"}


def test_errors_for_people_say_reasons():
    """A plain text would stay English; a field's name is a `RequestError`'s first value."""
    found = []
    kinds = errors_for_people()
    assert {"RequestError", "LoginRefused"} < kinds
    for path, call in nodes(ast.Call, rf"\b({'|'.join(sorted(kinds))})\("):
        name = getattr(call.func, "id", "")
        if name in kinds:
            said = call.args[2:] if name == "RequestError" else call.args[:1]
            found += [f"{path.name}:{call.lineno}" for one in said if plain_words(one)]
    assert found == []


def errors_for_people() -> set[str]:
    """`ChipsError` and all that derives from it."""
    code = "\n".join(sources().values())
    found = re.findall(r"^class (\w+)\(([^)]*)\)", code, re.MULTILINE)
    bases = {name: set(re.findall(r"\w+", words)) for name, words in found}
    kinds, fresh = set(), {"ChipsError"}
    while fresh:
        kinds |= fresh
        fresh = {name for name, of in bases.items() if of & fresh} - kinds
    return kinds


@pytest.mark.parametrize("language", LANGUAGES)
class TestALanguage:
    def test_file_is_one_that_qt_reads(self, language):
        text = FILES[language].read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        assert (root.tag, root.get("language")) == ("TS", language)
        assert [context.findtext("name") for context in root] == ["CbmChips"]

    def test_has_every_word_of_the_code_translated(self, language, words):
        """Skipped where it has not: a change may come first, `make package` waits for the words."""
        left = script.missing(FILES[language], words)
        if left:
            pytest.skip(script.sentence_of_missing(language, left))

    def test_fills_in_the_same_placeholders(self, language):
        for text, entry in entries(language).items():
            for form in filter(None, entry.forms):
                assert placeholders(form) == placeholders(text), (text, form)

    def test_keeps_blanks_at_the_ends(self, language):
        for text, entry in entries(language).items():
            for form in filter(None, entry.forms):
                start, end = text[: -len(text.lstrip())], text[len(text.rstrip()) :]
                assert form.startswith(start), text
                assert form.endswith(end), text

    def test_says_nothing_that_qt_would_replace(self, language):
        for text, entry in entries(language).items():
            for form in filter(None, entry.forms):
                assert "%n" not in form
                assert "%1" not in form, text


class TestTheExtractor:
    def test_takes_literals_counts_and_tables(self, tmp_path):
        write(
            tmp_path,
            "@dataclass\n"
            "class SclClass:\n"
            "    code: int\n"
            "    label: str\n"
            "ROW = SclClass(1, 'snow')\n"
            "def show(row):\n"
            "    tr('one ' 'sentence').format(a=tr_count('{count} dates', 2))\n"
            "    return tr(row.label)\n",
        )

        found = script.words_of_code(tmp_path)

        assert found.texts == {"snow": False, "one sentence": False, "{count} dates": True}
        assert found.not_literal == []

    def test_takes_codes_of_reasons_but_not_those_without_a_word(self, tmp_path):
        write(
            tmp_path,
            "Reason('{count} dates failed', count=3)\n"
            "Reason('{host} is {adjective}', host=h, adjective=Reason('tired'))\n"
            "Reason('{host}: {error}', host=h, error=e)\n"
            "Reason(code)\n",
        )

        found = script.words_of_code(tmp_path)

        assert found.texts == {
            "{count} dates failed": True,
            "{host} is {adjective}": False,
            "tired": False,
        }
        assert found.not_literal == ["some.py:4"]

    def test_takes_rows_that_stand_in_other_files_than_their_class(self, tmp_path):
        write(tmp_path, "class Index:\n    name: str\n    title: str\n")
        (tmp_path / "earlier.py").write_text("ROW = Index('X', title='a title')", encoding="utf-8")
        assert list(script.words_of_code(tmp_path).texts) == ["a title"]

    def test_tells_where_a_text_is_no_literal(self, tmp_path):
        write(tmp_path, "tr(f'{x}')\ntr(x)\n")
        assert script.words_of_code(tmp_path).not_literal == ["some.py:1", "some.py:2"]

    def test_keeps_translations_and_sets_vanished_ones_aside(self, tmp_path):
        file = tmp_path / "cbm_chips_de.ts"
        first = script.Words({"a & b": False, "{count} c": True, "new\nline": False})
        script.write(file, "de", first)
        assert script.missing(file, first) == list(first.texts)
        text = file.read_text(encoding="utf-8")
        text = text.replace(
            '<translation type="unfinished" />', "<translation>ü &lt; v</translation>"
        )
        file.write_text(text, encoding="utf-8")

        script.write(file, "de", script.Words({"a & b": False, "d": False}))

        known = script.read(file)
        assert known["a & b"].forms == ["ü < v"]
        assert not known["d"].is_done
        kinds = [one.get("type") for one in ElementTree.parse(file).getroot().iter("translation")]
        assert kinds == [None, "unfinished", "vanished"]
        assert "{count} c" not in known

    def test_says_in_one_sentence_what_lacks_a_translation(self):
        said = script.sentence_of_missing("de", ["A word", "Another"])
        assert "i18n/cbm_chips_de.ts lacks 2 translations" in said
        assert "'A word'" in said
        assert "make translations" in said

    def test_updating_twice_changes_nothing(self, tmp_path, words):
        for language, path in FILES.items():
            copy = tmp_path / path.name
            copy.write_bytes(path.read_bytes())
            script.write(copy, language, words)
            once = copy.read_bytes()
            script.write(copy, language, words)
            assert copy.read_bytes() == once


@pytest.mark.skipif(script.lrelease() is None, reason="Qt's lrelease is not installed")
def test_english_says_what_the_code_says():
    """Its file is there for the plural forms; nothing else in it may differ."""
    entries = script.read(FILES["en"]).items()
    assert {text: entry.forms[-1] for text, entry in entries if entry.forms[-1] != text} == {}


def test_every_language_compiles(tmp_path):
    made = script.compile_all(tmp_path)
    assert [path.name for path in made] == [f"cbm_chips_{name}.qm" for name in LANGUAGES]
    assert all(path.stat().st_size > 1000 for path in made)
