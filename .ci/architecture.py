"""The rooms and their arrows, from the code's own imports: as pictures and as a table.

`architecture.py` draws `docs/*.svg` and writes the table into `docs/architecture.md`. The test of
the architecture asks `table` whether the page is of today, and `circles` whether there are any.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PRODUCT = "cbm_chips"
BEGIN, END = "<!-- rooms: made by `make architecture` -->", "<!-- end of rooms -->"

_STYLE = (
    "bgcolor=white; rankdir=TB; nodesep=0.25; ranksep=0.45; compound=true; fontname=Helvetica",
    'color="#c9d2c0"; style=rounded; labeljust=l',
    'node [shape=box style="rounded,filled" fillcolor="#eef3ea" fontname=Helvetica]',
    'edge [color="#5b6b52" arrowsize=0.7]',
)

Arrows = Mapping[str, set[str]]

LISTED = ("", "gui", "bridge", "core", "core.reading", "core.sources", "core.sources.stac")
"""Rooms whose parts stand in the table; what lies in the others is in pyproject's contracts."""

PICTURES = {"architecture": "", "core": "core", "reading": "core.reading", "gui": "gui"}
"""File in docs -> the room it shows."""

ASIDE = {"core": {"composites", "indices", "stretch"}}
"""Former places that scripts import from: not drawn."""

HUBS = {
    "core": {
        *("model", "sentinel2", "projection", "errors"),
        *("addresses", "cancellation", "checksum", "folders", "per_process"),
    },
    "core.reading": {"contract", "access", "network", "origins", "retries", "time_budget"},
}
"""Small modules that nearly all parts of a room import: drawn as one box, without their arrows."""


def imports() -> Arrows:
    """Module -> modules of the product that it imports, also for type checking only."""
    sys.path.insert(0, str(ROOT))
    graph = grimp.build_graph(PRODUCT, cache_dir=None)
    return {name: set(graph.find_modules_directly_imported_by(name)) for name in graph.modules}


def arrows_in(room: str, modules: Arrows) -> dict[str, set[str]]:
    """Part of a room (`core.reading`; empty: the product) -> parts of the same that it imports."""
    prefix = f"{PRODUCT}.{room}." if room else f"{PRODUCT}."
    parts: dict[str, set[str]] = defaultdict(set)
    for module, imported in modules.items():
        if not module.startswith(prefix):
            continue
        part = _part(module, prefix)
        parts[part] |= {_part(name, prefix) for name in imported if name.startswith(prefix)}
    return {part: targets - {part} for part, targets in sorted(parts.items())}


def _part(module: str, prefix: str) -> str:
    return module[len(prefix) :].partition(".")[0]


def circles(modules: Arrows) -> Iterator[str]:
    """Circles of files, and of the parts of every room, as `a -> b -> a`."""
    packages = {"", *(name.removeprefix(f"{PRODUCT}.") for name in _packages(modules))}
    yield from _circle("files", modules)
    for room in sorted(packages):
        yield from _circle(room or PRODUCT, arrows_in(room, modules))


def _packages(modules: Iterable[str]) -> set[str]:
    return {name.rpartition(".")[0] for name in modules if name.count(".") > 1}


def _circle(room: str, arrows: Arrows) -> Iterator[str]:
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        yield f"{room}: " + " <- ".join(error.args[1])


def table(modules: Arrows) -> str:
    """Every arrow between the parts of the listed rooms, as Markdown."""
    lines = []
    for room in LISTED:
        lines += [
            "",
            f"**{(room or PRODUCT).replace('.', '/')}**",
            "",
            "| part | imports |",
            "|---|---|",
        ]
        for part, targets in arrows_in(room, modules).items():
            lines.append(
                f"| `{part}` | {', '.join(f'`{name}`' for name in sorted(targets)) or '–'} |"
            )
    return "\n".join(lines).strip()


def table_of_page(text: str) -> str:
    """What the page holds between its two marks."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()


def drawing(room: str, modules: Arrows) -> str:
    """The room in Graphviz' language, importers above what they import."""
    if room:
        body = _inside(room, modules)
    else:
        body = [
            line
            for part, targets in arrows_in("", modules).items()
            for line in _floor(part, targets, modules)
        ]
    return "\n".join(["digraph rooms {", *_STYLE, *body, "}", ""])


def _floor(part: str, targets: set[str], modules: Arrows) -> list[str]:
    """A part of the product: with its rooms, where the page has a picture of them."""
    inside = _inside(part, modules) if part in PICTURES.values() else [_box(part, part)]
    arrows = [
        f'"{_anchor(part)}" -> "{_anchor(name)}"'
        f' [ltail="cluster_{part}" lhead="cluster_{name}" penwidth=2]'
        for name in sorted(targets)
    ]
    return [f'subgraph "cluster_{part}" {{ label="{part}"', *inside, "}", *arrows]


def _anchor(part: str) -> str:
    """The box where thick arrows between the floors begin and end."""
    return {"gui": "gui.dock", "core": "core.extract"}.get(part, part)


def _inside(room: str, modules: Arrows) -> list[str]:
    """Boxes and arrows of one room's parts."""
    hubs = HUBS.get(room, set())
    arrows = arrows_in(room, modules)
    others = sorted(arrows.keys() - hubs - ASIDE.get(room, set()))
    lines = [_box(f"{room}.{part}", part) for part in others]
    for part in others:
        lines += [f'"{room}.{part}" -> "{room}.{name}"' for name in sorted(arrows[part] - hubs)]
    if hubs:
        words = "<br/>".join(", ".join(row) for row in _rows(sorted(hubs), 5))
        lines.append(f'"{room}.hubs" [label=<{words}> fillcolor="#f4f1e4" fontsize=11]')
        lows = [part for part in others if not arrows[part] - hubs]
        lines += [f'"{room}.{part}" -> "{room}.hubs" [style=invis]' for part in lows]
    return lines


def _rows(names: list[str], count: int) -> Iterator[list[str]]:
    return (names[start : start + count] for start in range(0, len(names), count))


def _box(name: str, words: str) -> str:
    folder = ROOT / PRODUCT / name.replace(".", "/")
    count = sum(path.name != "__init__.py" for path in folder.rglob("*.py"))
    small = f'<br/><font point-size="10">{count} files</font>' if count else ""
    return f'"{name}" [label=<{words}{small}>]'


def picture(drawn: str) -> str:
    """As SVG, without the comments in which Graphviz tells its own version."""
    program = shutil.which("dot")
    if program is None:
        raise SystemExit("Drawing needs Graphviz: install the package graphviz.")
    made = subprocess.run(
        [program, "-Tsvg"], input=drawn, text=True, capture_output=True, check=True
    )
    return re.sub(r"<!--.*?-->\n?", "", made.stdout, flags=re.DOTALL)


def main() -> int:
    modules = imports()
    found = list(circles(modules))
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    for name, room in PICTURES.items():
        (ROOT / "docs" / f"{name}.svg").write_text(picture(drawing(room, modules)), "utf-8")
    above, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, below = rest.partition(END)
    PAGE.write_text(f"{above}{BEGIN}\n\n{table(modules)}\n\n{END}{below}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
