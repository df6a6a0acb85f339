"""What README promises is held by tests, which are there under the names it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_CITED = re.compile(r"`((?:core|desktop|project)/[\w/]+\.py)::(test_\w+)`")


def _page() -> str:
    whole = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.search(r"^## What it promises\n(.*?)^## ", whole, re.MULTILINE | re.DOTALL).group(1)


PROMISES = [
    line for line in _page().splitlines() if line.startswith("| ") and "| held by |" not in line
]


def test_the_page_has_promises():
    assert PROMISES


@pytest.mark.parametrize("line", PROMISES, ids=range(len(PROMISES)))
def test_a_promise_is_held_by_tests(line):
    cited = _CITED.findall(line)
    assert cited, "no test is named"
    for file, name in cited:
        content = (ROOT / "tests" / file).read_text(encoding="utf-8")
        assert re.search(rf"^ *def {name}\(", content, re.MULTILINE), f"{file} has no {name}"
