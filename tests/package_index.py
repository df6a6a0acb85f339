"""A package index on 127.0.0.1 with wheels that are made for a test."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class MadeWheel:
    """A package of one module that says its version."""

    name: str
    version: str = "1.0"

    @property
    def file_name(self) -> str:
        return f"{self.name}-{self.version}-py3-none-any.whl"

    @property
    def content(self) -> bytes:
        info = f"{self.name}-{self.version}.dist-info"
        files = {
            f"{self.name}/__init__.py": f"VERSION = {self.version!r}\n",
            f"{info}/METADATA": f"Name: {self.name}\nVersion: {self.version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        rows = [f"{path},sha256={_digest(text)},{len(text)}" for path, text in files.items()]
        files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,"]) + "\n"
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for path, text in files.items():
                archive.writestr(zipfile.ZipInfo(path), text)
        return made.getvalue()


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@dataclass
class Index:
    """What it has, and how it fails.

    Attributes:
        url: of the index.
        wheels: by name.
        as_html: pages are HTML, as of older indexes.
        fault: `wrong` other bytes, `cut` half of them, `silent` none until `goes_on`.
        is_reached: somebody waits for a silent file.
    """

    url: str
    wheels: Sequence[MadeWheel]
    as_html: bool = False
    fault: str = ""
    asked: list[str] = field(default_factory=list)
    is_reached: threading.Event = field(default_factory=threading.Event)
    goes_on: threading.Event = field(default_factory=threading.Event)

    def page(self, name: str) -> tuple[str, bytes] | None:
        files = [one.file_name for one in self.wheels if one.name == name.replace("-", "_")]
        if not files:
            return None
        if self.as_html:
            links = "".join(f'<a href="../../files/{one}#sha256=0">{one}</a>' for one in files)
            return "text/html", f"<!DOCTYPE html><body>{links}</body>".encode()
        rows = [{"filename": one, "url": f"../../files/{one}"} for one in files]
        return "application/vnd.pypi.simple.v1+json", json.dumps({"files": rows}).encode()

    def file(self, name: str) -> tuple[str, bytes] | None:
        found = [one.content for one in self.wheels if one.file_name == name]
        return ("application/octet-stream", found[0]) if found else None


@contextmanager
def package_index(*wheels: MadeWheel) -> Iterator[Index]:
    """It listens for the length of a `with`."""
    index = Index("", wheels)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            index.asked.append(self.path)
            parts = self.path.strip("/").split("/")
            is_file = parts[0] == "files"
            found = index.file(parts[-1]) if is_file else index.page(parts[-1])
            if found is None:
                self.send_error(404)
                return
            kind, body = found
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(_faulty(index, body) if is_file else body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    index.url = f"http://127.0.0.1:{server.server_port}/simple"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield index
    finally:
        index.goes_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _faulty(index: Index, body: bytes) -> bytes:
    if index.fault == "silent":
        index.is_reached.set()
        index.goes_on.wait()
    return {"wrong": b"\0" * len(body), "cut": body[: len(body) // 2]}.get(index.fault, body)
