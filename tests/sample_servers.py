"""The sample archive behind a STAC API and a file server, each a process of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.servers.process import ServerProcess


@dataclass(frozen=True)
class Served:
    """Both servers over one archive."""

    archive: Path
    files: ServerProcess
    api: ServerProcess

    def reset(self) -> None:
        """Counters to zero, faults away."""
        self.files.set_faults([])
        for server in (self.files, self.api):
            server.reset()

    def pixel_requests(self) -> int:
        """Requests for pixels since the last reset."""
        return int(self.files.stats()["requests"])


@contextmanager
def served(catalog: Path, workspace: Path, *, latency_ms: int = 0) -> Iterator[Served]:
    """`catalog` is the archive's catalog.json; `workspace` takes the list of items."""
    items = workspace / "items.json"
    items.write_text(items_of(catalog))
    with ExitStack() as stack:
        latency = ("--latency-ms", latency_ms)
        files = stack.enter_context(ServerProcess("range_files", catalog.parent, *latency))
        api = stack.enter_context(ServerProcess("stac_api", items, "--asset-base", files.url))
        yield Served(catalog.parent, files, api)


@cache
def items_of(catalog: Path) -> str:
    """Every item of a static catalogue as JSON, asset hrefs relative to the catalogue's folder."""
    root = catalog.parent.resolve()
    items: list[dict[str, Any]] = []
    for path in sorted(root.rglob("*.json")):
        item = json.loads(path.read_text())
        if item.get("type") != "Feature" or "assets" not in item:
            continue
        for asset in item["assets"].values():
            target = (path.parent / asset["href"]).resolve()
            asset["href"] = f"./{target.relative_to(root).as_posix()}"
        item["links"] = []
        items.append(item)
    return json.dumps(items)
