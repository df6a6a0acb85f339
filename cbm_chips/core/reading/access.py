"""How a file is opened right now: the signed URL and what goes with it. Never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ..errors import SourceUnreachable
from ..model import Asset


@dataclass(frozen=True)
class Access:
    """What opens one asset at this moment.

    Attributes:
        url: path, http(s) URL (signed if need be) or `s3://bucket/key`.
        options: GDAL options for this file alone, such as S3 endpoint and keys.
        is_single_try: most likely nobody answers: it is tried once and no more.
        headers: a login, for the origin of `url` alone.
    """

    url: str = field(repr=False)
    options: Mapping[str, str] = field(default_factory=dict, repr=False)
    is_single_try: bool = False
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


class AccessTo(Protocol):
    """A source's way of opening its assets; called from reading threads, just before a read."""

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """The access to `asset`; `renew` asks for a fresh signature after a refusal.

        Raises:
            SourceError: when no access can be had, saying why.
        """


class OfflineAccess:
    """Access to files where the source itself does not answer; see `AccessTo`.

    Nobody is waited for twice, and where a signature can't be had no other is asked for.
    """

    def __init__(self, access: AccessTo) -> None:
        """`access`: where the source is there."""
        self._access = access
        self._failure: SourceUnreachable | None = None

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `AccessTo`."""
        if self._failure is not None:
            raise self._failure
        try:
            return replace(self._access(asset, renew=renew), is_single_try=True)
        except SourceUnreachable as failure:
            self._failure = failure
            raise


def open_plainly(asset: Asset, *, renew: bool = False) -> Access:
    """Access for files that need none."""
    return Access(asset.href)
