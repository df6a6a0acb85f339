"""How the files of a catalogue are opened: as they are, with a signature, or with S3 keys."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from typing import Callable
from urllib.parse import urlsplit

from ...errors import SourceError
from ...model import Asset
from ...reading.contract import Access
from ...reading.origins import is_web, origin_of
from ...reasons import Reason
from ..http.urls import address_fault
from .hrefs import ALTERNATES, NOT_ON_THE_WEB
from .json_fields import mapping, text, texts
from .providers import Provider
from .s3_access import BUCKETS, bucket_and_key, s3_access
from .sas_tokens import SasTokens, unsigned


class AssetAccess:
    """Access to the assets of one provider."""

    def __init__(
        self, provider: Provider, *, tokens: SasTokens, s3_keys: Mapping[str, str]
    ) -> None:
        """Args: `s3_keys` are GDAL options, for `s3://` files alone."""
        self._provider = provider
        self._tokens = tokens
        self._s3_keys = dict(s3_keys)

    def open(self, asset: Asset, *, renew: bool) -> Access:
        """See `reading.contract.AccessTo`.

        This is the one place that decides what is opened at all. What a server lists must be on
        the web: it must not make us open files of this computer or its network, nor send a login
        or file names elsewhere.
        """
        kind = _scheme_of(asset.href)
        if _is_of_a_computer(asset.href, kind) and is_web(self._provider.url):
            raise SourceError(
                Reason(
                    "{address} is not opened: what a catalogue on the web lists has to be on the "
                    "web (http, https or s3)",
                    address=_plainly(asset),
                )
            )
        opener = _OPENERS.get(_SCHEMES.get(kind, "") or self._provider.signing)
        if opener is None or kind not in _SCHEMES:
            raise SourceError(
                Reason(
                    "{address}: no way is known to open such an address", address=_plainly(asset)
                )
            )
        fault = _FAULTS[kind](asset.href)
        if fault:
            raise SourceError(
                Reason("{address} is no address of a file: {why}", address=asset.shown, why=fault)
            )
        try:
            return opener(self, asset.href, renew)
        except ValueError as error:
            raise SourceError(
                Reason("{address} is no address: {error}", address=asset.shown, error=error)
            ) from None

    def unsigned(self, item: object) -> object:
        """An item without signatures in the addresses that are signed here anyway."""
        assets = mapping(item).get("assets")
        if not self._provider.signed_hosts or not isinstance(assets, dict):
            return item
        return {
            **mapping(item),
            "assets": {key: self._unsigned_asset(asset) for key, asset in assets.items()},
        }

    def _unsigned_asset(self, asset: object) -> object:
        kept = dict(mapping(asset))
        if text(kept.get("href")):
            kept["href"] = self._unsigned(text(kept["href"]))
        if ALTERNATES in kept:
            kept[ALTERNATES] = [self._unsigned(href) for href in texts(kept[ALTERNATES])]
        return kept

    def _unsigned(self, href: str) -> str:
        return unsigned(href) if self._is_signed(href) else href

    def _is_signed(self, href: str) -> bool:
        origin = origin_of(href)
        return origin is not None and origin[1].endswith(self._provider.signed_hosts)

    def _plain(self, href: str, renew: bool) -> Access:
        return Access(href)

    def _signed(self, href: str, renew: bool) -> Access:
        if not self._is_signed(href):
            return Access(href)
        return Access(self._tokens.sign(href, self._container(href), renew=renew))

    def _container(self, href: str) -> tuple[str, str]:
        _, host, _ = origin_of(href) or ("", "", 0)
        azure = re.fullmatch(r"([a-z0-9]+)\.blob\.core\.windows\.net", host)
        name = urlsplit(href).path.strip("/").partition("/")[0]
        return (azure.group(1), name) if azure and name else self._provider.container

    def _s3(self, href: str, renew: bool) -> Access:
        return s3_access(href, self._s3_keys)


_OPENERS: Mapping[str, Callable[[AssetAccess, str, bool], Access]] = {
    "plain": AssetAccess._plain,
    "sas": AssetAccess._signed,
    "s3": AssetAccess._s3,
}
_SCHEMES = {"https": "", "http": "", "s3": "s3", "": "plain"}
"""Scheme of an address -> key of `_OPENERS`, empty where the provider's `signing` says which."""
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,254}")


def is_well_known(href: str) -> bool:
    """True if it is known how such an address is opened."""
    kind = _scheme_of(href)
    if kind == "s3":
        return any(row.name.fullmatch(bucket_and_key(href)[0]) for row in BUCKETS)
    return kind in _SCHEMES and not _FAULTS[kind](href)


def _scheme_of(href: str) -> str:
    """Of two letters or more, as one is a drive."""
    scheme = re.match(r"([a-z][a-z0-9+.-]+):", href, re.IGNORECASE)
    return scheme.group(1).lower() if scheme else ""


def _is_of_a_computer(href: str, kind: str) -> bool:
    return kind in ("", "file") or href.startswith(NOT_ON_THE_WEB)


def _plainly(asset: Asset) -> str:
    return asset.shown[len(NOT_ON_THE_WEB) :] if _is_marked(asset) else asset.shown


def _is_marked(asset: Asset) -> bool:
    return asset.href.startswith(NOT_ON_THE_WEB)


def _s3_fault(href: str) -> str:
    bucket, key = bucket_and_key(href)
    if not _BUCKET.fullmatch(bucket):
        return Reason("it names no bucket")
    return "" if key.strip("/") else Reason("it names no file of the bucket")


def _path_fault(path: str) -> str:
    """A pipe or a device would block without end; GDAL's virtual paths lead anywhere."""
    if path.replace("\\", "/").startswith("/vsi"):
        return Reason("it is a way of GDAL")
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return ""  # the reader will say so
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else Reason("it is a pipe or a device")


_FAULTS: Mapping[str, Callable[[str], str]] = {
    "http": address_fault,
    "https": address_fault,
    "s3": _s3_fault,
    "": _path_fault,
}
