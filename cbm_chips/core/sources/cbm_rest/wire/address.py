"""Where a CbM server is, and which of the paths it names may be fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ....errors import ReadError, RequestError
from ....reading.origins import host_of, is_same_origin, login_apart
from ....reasons import Reason
from ...http.response_body import shorten

PREFIX = "cbm+"

_SEGMENT = re.compile(r"[\w.+~=,@-]{1,255}", re.ASCII)


@dataclass(frozen=True)
class ServerAddress:
    """Where a server is: `https://host/prefix`, without a slash at its end and without login."""

    root: str

    @property
    def identity(self) -> str:
        """Stable name of the source; no secret."""
        return PREFIX + self.root

    @property
    def host(self) -> str:
        """Host and port, for messages."""
        return host_of(self.root)

    def endpoint(self, name: str) -> str:
        """URL of an endpoint below `/query`."""
        return f"{self.root}/query/{name}"

    def file(self, path: str) -> str:
        """URL of a result file; the server's paths come with one slash, two or none before them.

        Raises:
            ReadError: when the path leads to another host, up the tree or is no path at all.
        """
        own = urlsplit(self.root)
        if "://" in path:
            if not is_same_origin(path, self.root):
                there = host_of(path) or Reason("nowhere")
                raise ReadError(
                    Reason("{host} refers to a file on {there}", host=self.host, there=there)
                )
            path = urlsplit(path).path
        segments = [part for part in unquote(path).split("/") if part]
        if not segments or any(part in (".", "..") for part in segments):
            raise ReadError(
                Reason(
                    "{host} gave a path that is none: {text}", host=self.host, text=shorten(path)
                )
            )
        if not all(_SEGMENT.fullmatch(part) for part in segments):
            raise ReadError(
                Reason(
                    "{host} gave a path with odd signs in it: {text}",
                    host=self.host,
                    text=shorten(path),
                )
            )
        below = [part for part in own.path.split("/") if part]
        if segments[: len(below)] != below:
            segments = below + segments
        return f"{own.scheme}://{own.netloc}/{'/'.join(segments)}"


def read_address(typed: str) -> tuple[ServerAddress, dict[str, str]]:
    """The address in `cbm+https://host/prefix/query/`, and a login before the host as a header.

    Raises:
        RequestError: when it is none; never shows the login.
    """
    url, login = login_apart(typed.strip()[len(PREFIX) :])
    allowed = Reason("cbm+https://HOST/PREFIX, the address of a CbM server")
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        has_host = False
    # The rest of a login that could not be separated must not be shown, or taken for a host.
    if "@" in url:
        raise RequestError("source", PREFIX + "...", allowed)
    if not has_host or parts.scheme.lower() not in ("http", "https"):
        raise RequestError("source", PREFIX + url.partition("?")[0], allowed)
    folders = [part for part in parts.path.split("/") if part]
    if folders and folders[-1].lower() == "query":  # as the service's own page writes it
        folders.pop()
    root = "/".join([f"{parts.scheme.lower()}://{parts.netloc.lower()}", *folders])
    return ServerAddress(root), login
