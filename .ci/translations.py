"""Bring i18n/*.ts up to date with the code's words, or compile them to *.qm.

    translations.py update          add new words, set aside vanished ones, keep translations
    translations.py compile [DIR]   with Qt's lrelease, into DIR or beside the *.ts
    translations.py missing         list what is not translated yet; fails if there is any

Words are the literals in `tr("...")` and `tr_count("...", number)`, and what the core, which knows
no Qt, has for people: the codes in `Reason("...", name=value)`, and the texts in its tables.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "cbm_chips"
FOLDER = ROOT / "i18n"
CONTEXT = "CbmChips"
SOURCE_LANGUAGE = "en"
FORMS = {"en": 2, "de": 2, "nl": 2}
FUNCTIONS = {"tr": False, "tr_count": True, "Reason": False}
"""Function -> whether its text counts something; a reason does that has a value named COUNT."""
COUNT = "count"
TABLES = {
    "SclClass": ("label",),
    "Composite": ("title", "good_for"),
    "Index": ("title",),
    "OutputKind": ("title", "help"),
    "NamedRule": ("title", "source"),
    "AnswerButton": ("label",),
    "Provider": ("title", "note", "where"),
}
"""Class of a table's rows -> its fields that hold words for people."""
WITH_WORDS = re.compile(rf"\b(?:{'|'.join((*FUNCTIONS, *TABLES))})\b")
"""A file without any of these is not parsed."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass
class Words:
    """What the code says, in order of appearance: text -> True where it counts something."""

    texts: dict[str, bool] = field(default_factory=dict)
    not_literal: list[str] = field(default_factory=list)

    def add(self, text: str, *, counts: bool) -> None:
        if re.search(r"[^\W\d]", PLACEHOLDER.sub("", text)):
            self.texts[text] = self.texts.get(text, False) or counts


def words_of_code(folder: Path = CODE) -> Words:
    """All literals below `folder`, file by file."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))}
    return words_of(
        {path: ast.parse(code) for path, code in sources.items() if WITH_WORDS.search(code)}
    )


def words_of(trees: dict[Path, ast.Module]) -> Words:
    """All literals of some files."""
    words = Words()
    fields: dict[str, list[str]] = {}
    for tree in trees.values():
        fields.update(_fields_of_tables(tree))
    for path, tree in trees.items():
        for call in _calls(tree):
            _take(call, words, fields=fields, where=f"{path.name}:{call.lineno}")
    return words


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return (call for call in calls if isinstance(call.func, ast.Name))


def _take(call: ast.Call, words: Words, *, fields: dict[str, list[str]], where: str) -> None:
    name = call.func.id
    if name in FUNCTIONS and call.args:
        text = _literal(call.args[0])
        if text is not None:
            words.add(text, counts=FUNCTIONS[name] or _counts(call))
        elif not _is_of_a_table(call.args[0]):
            words.not_literal.append(where)
    elif name in fields:
        given = dict(zip(fields[name], call.args))
        given.update({one.arg: one.value for one in call.keywords if one.arg})
        for wanted in TABLES[name]:
            words.add(_literal(given.get(wanted)) or "", counts=False)


def _counts(call: ast.Call) -> bool:
    return call.func.id == "Reason" and any(one.arg == COUNT for one in call.keywords)


def _fields_of_tables(tree: ast.Module) -> dict[str, list[str]]:
    """Field names, in order, of the row classes that a file defines."""
    return {
        node.name: [row.target.id for row in node.body if isinstance(row, ast.AnnAssign)]
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name in TABLES
    }


def _literal(node: ast.AST | None) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None


def _is_of_a_table(node: ast.AST) -> bool:
    named = {name for names in TABLES.values() for name in names}
    return isinstance(node, ast.Attribute) and node.attr in named


@dataclass
class Entry:
    """One message: its forms, empty where not translated yet."""

    forms: list[str]
    counts: bool = False

    @property
    def is_done(self) -> bool:
        return all(self.forms)


def read(path: Path) -> dict[str, Entry]:
    """The messages of a .ts file, those set aside as well."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):  # noqa: S314 - our own
        counts = message.get("numerus") == "yes"
        translation = message.find("translation")
        forms = translation.findall("numerusform") if counts else [translation]
        source = message.findtext("source") or ""
        found[source] = Entry([form.text or "" for form in forms], counts)
    return found


def write(path: Path, language: str, words: Words) -> None:
    """The words of the code with the translations that `path` has."""
    known = read(path)
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, counts in words.texts.items():
        _add(context, text, _entry(known.get(text), text, counts=counts, language=language))
    if language != SOURCE_LANGUAGE:
        for text, entry in known.items():
            if text not in words.texts and any(entry.forms):
                _add(context, text, entry, kind="vanished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f"{HEAD}{body}\n", encoding="utf-8")


def _entry(known: Entry | None, text: str, *, counts: bool, language: str) -> Entry:
    number = FORMS.get(language, 2) if counts else 1
    if known is not None and known.counts == counts:
        return known
    if language != SOURCE_LANGUAGE:
        return Entry([""] * number, counts)
    return Entry(["", text] if counts else [text], counts)  # the singular is for a person to write


def _add(context: ElementTree.Element, text: str, entry: Entry, *, kind: str = "") -> None:
    message = ElementTree.SubElement(context, "message")
    if entry.counts:
        message.set("numerus", "yes")
    ElementTree.SubElement(message, "source").text = text
    translation = ElementTree.SubElement(message, "translation")
    kind = kind or ("" if entry.is_done else "unfinished")
    if kind:
        translation.set("type", kind)
    if not entry.counts:
        translation.text = entry.forms[0]
        return
    for form in entry.forms:
        ElementTree.SubElement(translation, "numerusform").text = form


def files(folder: Path = FOLDER) -> dict[str, Path]:
    """Language -> its .ts file."""
    return {path.stem.replace("cbm_chips_", "", 1): path for path in sorted(folder.glob("*.ts"))}


def update() -> None:
    words = words_of_code()
    if words.not_literal:
        sys.exit(f"tr() without a literal: {', '.join(words.not_literal)}")
    for language, path in files().items():
        write(path, language, words)
        left = len(missing(path, words))
        print(f"{path.relative_to(ROOT)}: {len(words.texts)} messages, {left} to translate")


def missing(path: Path, words: Words) -> list[str]:
    """The words a file does not translate. English needs none but where it counts something."""
    known = read(path)
    needed = [text for text, counts in words.texts.items() if counts or not _is_english(path)]
    return [text for text in needed if text not in known or not known[text].is_done]


def _is_english(path: Path) -> bool:
    return path.stem.endswith(f"_{SOURCE_LANGUAGE}")


def sentence_of_missing(language: str, left: list[str]) -> str:
    """What to do about words that a language lacks, for people."""
    few = ", ".join(map(repr, left[:3])) + (" and others" if left[3:] else "")
    count = "1 translation" if len(left) == 1 else f"{len(left)} translations"
    return (
        f"i18n/cbm_chips_{language}.ts lacks {count} ({few}): `make translations` marks what is "
        "unfinished, a person fills it in."
    )


def lrelease() -> str | None:
    """Qt's compiler of translations (Debian: qttools5-dev-tools), None if there is none."""
    names = ("lrelease", "lrelease-qt5", "lrelease6", "lrelease-qt6")
    places = os.pathsep.join(
        (os.environ.get("PATH", ""), "/usr/lib/qt5/bin", "/usr/lib/qt6/bin", "/usr/lib64/qt5/bin")
    )
    return next((found for name in names if (found := shutil.which(name, path=places))), None)


def compile_all(target: Path = FOLDER) -> list[Path]:
    """A .qm in `target` for every .ts."""
    target.mkdir(parents=True, exist_ok=True)
    return [compile_file(path, target) for path in files().values()]


def compile_file(path: Path, target: Path) -> Path:
    """The .qm of a .ts, in the folder `target`."""
    program = lrelease()
    if program is None:
        sys.exit("lrelease is missing; on Debian: apt-get install qttools5-dev-tools")
    made = target / f"{path.stem}.qm"
    subprocess.run(  # of English only the forms of what is counted are left
        [program, "-silent", "-removeidentical", str(path), "-qm", str(made)],
        check=True,
        env={**os.environ, "QT_SELECT": "5"},  # Debian's wrapper asks which Qt
    )
    return made


def main(arguments: list[str]) -> None:
    task = arguments[0] if arguments else "update"
    if task == "update":
        update()
    elif task == "compile":
        made = compile_all(Path(arguments[1]) if arguments[1:] else FOLDER)
        print("\n".join(str(path) for path in made))
    elif task == "missing":
        words = words_of_code()
        lists = {language: missing(path, words) for language, path in files().items()}
        lacking = [sentence_of_missing(*one) for one in lists.items() if one[1]]
        sys.exit("\n".join(lacking) or None)
    else:
        sys.exit(re.sub(r"\A.*?\n\n", "", __doc__ or "", flags=re.DOTALL))


if __name__ == "__main__":
    main(sys.argv[1:])
