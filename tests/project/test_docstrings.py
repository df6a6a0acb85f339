"""Docstrings name what is there: arguments of the function, errors that exist."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from tests.project.code import ROOT, nodes, sources

_SECTION = re.compile(r"^(Args|Raises):\n((?:[ ]{4}.*\n?|\n)+)", re.MULTILINE)
_ENTRY = re.compile(r"^ {4}(\S[^:\n]*):(?: |$)", re.MULTILINE)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def documented(section: str) -> Iterator[tuple[str, ast.FunctionDef, str]]:
    """Where it is, the function, and a name out of the section of its docstring."""
    for path, function in nodes(_FUNCTIONS, rf"^ +{section}:"):
        for title, lines in _SECTION.findall((ast.get_docstring(function) or "") + "\n"):
            if title == section:
                place = f"{path.relative_to(ROOT)}:{function.lineno}"
                for names in _ENTRY.findall(lines):
                    for name in re.split(r", | and ", names):
                        yield place, function, name.strip()


def test_arguments_and_errors_are_found_in_the_docstrings():
    assert {"request", "source"} <= {name for *_, name in documented("Args")}
    assert {"RequestError", "SourceError"} <= {name for *_, name in documented("Raises")}


def test_documented_arguments_are_those_of_the_function():
    wrong = [
        f"{place} {name}"
        for place, function, name in documented("Args")
        if name.isidentifier() and name not in _parameters(function)
    ]
    assert wrong == []


def test_documented_errors_exist():
    found = (re.findall(r"^ *class (\w+)", text, re.MULTILINE) for text in sources().values())
    classes = set(dir(builtins)).union(*found)
    wrong = [
        f"{place} {name}"
        for place, _, name in documented("Raises")
        if name.isidentifier() and name not in classes and not name.startswith("Qgs")
    ]
    assert wrong == []


def _parameters(function: ast.FunctionDef) -> set[str]:
    told = function.args
    some = (*told.posonlyargs, *told.args, *told.kwonlyargs, told.vararg, told.kwarg)
    return {one.arg for one in some if one is not None}
