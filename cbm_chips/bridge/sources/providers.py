"""The sources on offer: the built-in rows and the user's own, each with the id of its login.

A login is the id of a configuration in QGIS's authentication manager. Nothing secret is stored
here, and an address that holds a secret is refused.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsSettings

from ...core.errors import RequestError
from ...core.model import Place
from ...core.sources.stac.providers import PROVIDERS, without_secrets
from ..settings import PREFIX
from ..texts.translation import tr

OWN_KEY = PREFIX + "own_providers"
LOGINS_KEY = PREFIX + "logins"
COMPARED_KEY = PREFIX + "compared_sources"
LONGEST_TITLE = 60

CBM = "cbm+"
"""Stands before the address of a CbM server, as core takes it: `cbm+https://host/prefix`."""

_M_PER_DEGREE = 111_195.0
"""Of a great circle."""
_SCHEMES = ("http", "https")

_LOGIN = re.compile(
    r"(?!file:)(?:[a-z][\w+.-]+:/+"
    r"(?:[^/?#]*@|[^/?#@:\[]*:(?!\d{1,5}(?:[/?#]|$))[^@]*@)|"
    r"(?://)?[^\s/\\?#@:\[]{2,}:[^@/\\]*@)",
    re.IGNORECASE,
)
"""A name before the host. A password may hold characters that end a host; a port is no password.

The scheme may be missing; one letter and a colon is a drive.
"""

_KEY = re.compile(
    r"[?&;#](?:[\w.-]*(?:token|api[_.-]?key|access[_.-]?key|subscription[_.-]?key|secret|passwo?r?d|"
    r"passphrase|credentials?|jwt)|key|pass|pwd|pw|auth|authorization|authkey|bearer)=[^&#]",
    re.IGNORECASE,
)
"""Fields of a query that are lasting keys. A signature expires, so it is none."""


@dataclass(frozen=True)
class ProviderRow:
    """One source a person can choose.

    Attributes:
        id: stable name in settings and projects.
        title: its name for people.
        url: address of a STAC API, address or path of a static catalogue, or `CBM` and the
            address of a CbM server.
        authcfg: id of an authentication configuration; empty for none.
        is_own: True for a row the user made.
        note: what to know before choosing it.
        ground: west, south, east and north in EPSG:4326, where it has pictures nowhere else.
        where: the same in words.
        is_compared: the user lets it be asked for its newest date beside the chosen source.
    """

    id: str
    title: str
    url: str = ""
    authcfg: str = ""
    is_own: bool = False
    note: str = ""
    ground: tuple[float, ...] = ()
    where: str = ""
    is_compared: bool = False

    @property
    def source(self) -> str:
        """What `open_source` takes for it.

        An own row goes by its address, so that another address under the same name never meets
        what the cache holds of the former one.
        """
        return self.url if self.is_own else self.id

    def may_show(self, place: Place, size_m: int) -> bool:
        """False where its ground lies wholly beside the place's chip."""
        if not self.ground:
            return True
        west, south, east, north = self.ground
        up = size_m / 2 / _M_PER_DEGREE
        aside = up / max(math.cos(math.radians(place.lat)), 0.01)
        is_beside = place.lon + aside < west or place.lon - aside > east
        return not (is_beside or place.lat + up < south or place.lat - up > north)

    @property
    def is_cbm(self) -> bool:
        """A CbM server, which knows parcels as well."""
        return is_cbm(self.url)

    @property
    def is_remote(self) -> bool:
        """It is read over a network."""
        return self.address.lower().startswith(tuple(f"{scheme}://" for scheme in _SCHEMES))

    @property
    def is_comparable(self) -> bool:
        """What it lists can be compared with other sources: a catalogue on the web."""
        return self.is_remote and not self.is_cbm

    @property
    def address(self) -> str:
        """The address as a browser knows it, or the path."""
        return self.url[len(CBM) :] if self.is_cbm else self.url


def is_cbm(source: str) -> bool:
    """The name of a source, as `open_source` takes it, is that of a CbM server."""
    return source.strip().lower().startswith(CBM)


def all_providers() -> tuple[ProviderRow, ...]:
    """The built-in rows, then the user's own."""
    store = QgsSettings()
    logins, compared = _logins(store), _stored(store, COMPARED_KEY, list)
    built_in = (
        ProviderRow(
            id=row.id,
            title=tr(row.title),
            url=row.url,
            authcfg=logins.get(row.id, ""),
            note=tr(row.note),
            ground=row.ground,
            where=tr(row.where) if row.where else "",
        )
        for row in PROVIDERS.values()
    )
    rows = (*built_in, *_own(store))
    return tuple(replace(row, is_compared=row.id in compared) for row in rows)


def source_called(name: str) -> ProviderRow:
    """The row that has this id, title or address; else a row of the address or path itself."""
    wanted, rows = name.strip(), all_providers()
    keys: tuple[Callable[[ProviderRow], str], ...] = (
        lambda row: row.id,
        lambda row: row.title.strip().casefold(),
        lambda row: row.url.rstrip("/"),
    )
    alike = (wanted, wanted.casefold(), wanted.rstrip("/"))
    for key, text in zip(keys, alike):
        for row in rows:
            if text and key(row) == text:
                return row
    shown = without_secrets(wanted)  # it appears in messages and names of tasks
    return ProviderRow(id=wanted, title=shown, url=wanted, is_own=True)


def save_providers(rows: Iterable[ProviderRow]) -> None:
    """Store the user's own rows and the built-in rows' logins; other own rows are forgotten.

    Raises:
        RequestError: field `title` or `url`, for a row that can't be; then nothing is stored.
    """
    checked = [check_provider(row) if row.is_own else row for row in rows]
    own = [
        {"id": row.id, "title": row.title, "url": row.url, "authcfg": row.authcfg}
        for row in checked
        if row.is_own
    ]
    logins = {row.id: row.authcfg for row in checked if row.authcfg and not row.is_own}
    store = QgsSettings()
    store.setValue(OWN_KEY, json.dumps(own))
    store.setValue(LOGINS_KEY, json.dumps(logins))
    compared = [row.id for row in checked if row.is_comparable and row.is_compared]
    store.setValue(COMPARED_KEY, json.dumps(compared))


def check_provider(row: ProviderRow) -> ProviderRow:
    """The row, if it can be stored; `ConnectionTest` finds whether it works.

    Raises:
        RequestError: field `title` or `url`; `allowed` is a sentence for the person.
    """
    if not row.title.strip() or len(row.title) > LONGEST_TITLE:
        allowed = tr("A name of 1 to {most} characters.").format(most=LONGEST_TITLE)
        raise RequestError("title", row.title, allowed)
    if not row.url.strip():
        allowed = tr("The address of a STAC API or catalogue, or the path of a catalogue.")
        raise RequestError("url", row.url, allowed)
    if _is_path(row.url):
        return row
    parts = _parts(row.address)
    if parts is None:
        allowed = tr("An address that begins with https:// or http://, or a full path.")
        raise RequestError("url", row.url, allowed)
    if parts.username is not None or parts.query or parts.fragment:
        allowed = tr(
            "An address without login, '?' and '#': keys and passwords belong into an "
            "authentication configuration."
        )
        raise RequestError("url", parts.hostname, allowed)
    return row


def refuse_login(address: str) -> None:
    """Refuse an address that holds a login or a key: QGIS writes what it is given into its logs.

    Raises:
        RequestError: field `source`, without the address.
    """
    bare = address.strip()
    if is_cbm(bare):
        bare = bare[len(CBM) :]
    if _LOGIN.match(bare) or _KEY.search(bare):
        allowed = tr("an address without login and key: choose the login under AUTH (Login)")
        raise RequestError("source", "...", allowed)


def new_id(title: str, taken: Iterable[str]) -> str:
    """A name for settings made of the title, other than those taken."""
    base = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "catalogue"
    used, name, number = set(taken), base, 2
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name


def _is_path(url: str) -> bool:
    """A path from the root, of this or of Windows' kind; a server's share as well."""
    return re.match(r"/|\\\\|[A-Za-z]:[\\/]", url) is not None


def _parts(url: str) -> Any:
    """The split address, None if it is none."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if sound and not re.search(r"\s", url) else None


def _own(store: QgsSettings) -> list[ProviderRow]:
    """The stored rows; one that can't be is left out, as is a second of the same id."""
    found: dict[str, ProviderRow] = {}
    for entry in _stored(store, OWN_KEY, list):
        if not isinstance(entry, dict):
            continue
        name, title, url, authcfg = (
            str(entry.get(key) or "") for key in ("id", "title", "url", "authcfg")
        )
        try:
            row = check_provider(ProviderRow(name, title, url, authcfg, is_own=True))
        except RequestError:
            continue
        if row.id and row.id not in PROVIDERS:
            found.setdefault(row.id, row)
    return list(found.values())


def _logins(store: QgsSettings) -> dict[str, str]:
    stored = _stored(store, LOGINS_KEY, dict)
    return {name: authcfg for name, authcfg in stored.items() if isinstance(authcfg, str)}


def _stored(store: QgsSettings, key: str, kind: type) -> Any:
    try:
        content = json.loads(str(store.value(key) or "null"))
    except ValueError:
        content = None
    return content if isinstance(content, kind) else kind()
