"""The STAC catalogues we know, one row each; a catalogue the user types is a row as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...addresses import digest_of
from ...errors import SourceError
from ...reasons import Reason
from ...sentinel2.bands import LEVELS

LARGEST_PAGE = 100
"""Answers with more items have ended in 502 (back ends stop at 6 MB)."""

_LOGIN_WITH_SLASH = re.compile(r"[^/@\[\]]*:(?!\d*/)[^/@]*/[^?]*@")
"""`user:pass/word@`: what follows the colon is no port."""


@dataclass(frozen=True)
class Provider:
    """One STAC catalogue.

    Attributes:
        id: its name in scripts, settings and cache keys.
        title: its name for people.
        url: landing page of an API; URL, file or folder of a static catalogue.
        collections: level -> ids of collections, the first choice first; a level that is not
            there means: all Sentinel-2 collections of that level the catalogue has.
        refused: level -> why it is not offered.
        signing: how http files are opened: `plain`, or `sas` for storage tokens.
        token_url: where storage tokens are made, without account and container.
        container: (account, container) for files whose URL does not name its own.
        signed_hosts: ends of host names whose files are signed.
        pixel_hosts: where the files of the first choice lie, such as `https://host`; connections
            to them are opened while the search runs.
        busy_statuses: statuses by which this host says "later", besides the usual ones.
        page_limit: items per page of a search.
        note: what a user should know before choosing it.
        ground: west, south, east and north in EPSG:4326, where it has pictures nowhere else.
        where: the same in words.
        needs_login: its files can't be read without an account of one's own.
    """

    id: str
    title: str
    url: str = field(default="", repr=False)
    collections: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    refused: Mapping[str, str] = field(default_factory=dict, hash=False)
    signing: str = "plain"
    token_url: str = ""
    container: tuple[str, str] = ("", "")
    signed_hosts: tuple[str, ...] = ()
    pixel_hosts: tuple[str, ...] = ()
    busy_statuses: tuple[int, ...] = ()
    page_limit: int = LARGEST_PAGE
    note: str = ""
    ground: tuple[float, ...] = ()
    where: str = ""
    needs_login: bool = False

    @property
    def levels(self) -> tuple[str, ...]:
        """The processing levels on offer."""
        return tuple(level for level in LEVELS if level not in self.refused)

    def check_level(self, level: str) -> None:
        """Refuse a level that is not offered.

        Raises:
            SourceError: saying why, and what is offered instead.
        """
        if level in self.refused:
            raise SourceError(
                Reason(
                    "{source} is not used for {level}: {why}; it has {offered}",
                    source=self.title,
                    level=level,
                    why=self.refused[level],
                    offered=", ".join(self.levels),
                )
            )


_PLANETARY_SIGNING = "https://planetarycomputer.microsoft.com/api/sas/v1/token"

_ROWS = (
    Provider(
        id="earth-search",
        title="Earth Search",
        url="https://earth-search.aws.element84.com/v1",
        collections={
            "LEVEL2A": ("sentinel-2-c1-l2a", "sentinel-2-pre-c1-l2a", "sentinel-2-l2a"),
        },
        refused={
            "LEVEL1C": Reason(
                "its LEVEL1C files lie in a requester-pays bucket of AWS, which only holders of "
                "an AWS account can read, at their own cost"
            ),
        },
        pixel_hosts=("https://e84-earth-search-sentinel-data.s3.us-west-2.amazonaws.com",),
        busy_statuses=(403,),
        note="GeoTIFF, open to everyone.",
    ),
    Provider(
        id="planetary-computer",
        title="Planetary Computer",
        url="https://planetarycomputer.microsoft.com/api/stac/v1",
        collections={"LEVEL2A": ("sentinel-2-l2a",)},
        refused={"LEVEL1C": Reason("it has no LEVEL1C")},
        signing="sas",
        token_url=_PLANETARY_SIGNING,
        container=("sentinel2l2a01", "sentinel2-l2"),
        signed_hosts=(".blob.core.windows.net",),
        pixel_hosts=("https://sentinel2l2a01.blob.core.windows.net",),
        note="GeoTIFF, open to everyone through short-lived signatures, made as needed. "
        "Older dates were processed by another baseline than newer ones.",
    ),
    Provider(
        id="copernicus",
        title="Copernicus Data Space",
        url="https://stac.dataspace.copernicus.eu/v1",
        collections={"LEVEL2A": ("sentinel-2-l2a",), "LEVEL1C": ("sentinel-2-l1c",)},
        note="JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, "
        "AWS_SECRET_ACCESS_KEY) made in one's account there.",
        needs_login=True,
    ),
    Provider(
        id="sample",
        title="Built-in sample",
        note="A small made archive on this computer, to try things out without a network.",
        ground=(5.6247, 52.6701, 5.7032, 52.7179),
        where="5 x 5 km of fields in Flevoland, the Netherlands, through 2022",
    ),
)

PROVIDERS: dict[str, Provider] = {row.id: row for row in _ROWS}


def typed_provider(url: str, *, id: str = "") -> Provider:
    """The row for an address the user typed, which is the row we know where it is the same.

    Args:
        url: of an API or a static catalogue, or a path of the latter.
        id: whose address it is, for a row that has none of its own.
    """
    wanted = url.strip()
    if id in PROVIDERS:
        return replace(PROVIDERS[id], url=wanted)
    same = (row for row in _ROWS if row.url and row.url == wanted.rstrip("/"))
    return next(same, None) or _typed(wanted, id)


def _typed(url: str, id: str) -> Provider:
    shown = without_secrets(url)
    return Provider(id=id or shown, title=shown, url=url)


def without_secrets(url: str) -> str:
    """A URL without login and query, fit for messages and cache keys; a path as it is."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url
    if _LOGIN_WITH_SLASH.match(rest):
        rest = rest.rpartition("@")[2]
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path.partition('?')[0]}"


def name_of(url: str) -> str:
    """As `without_secrets`, with what stands for the query: catalogues may differ in it alone."""
    query = url.partition("?")[2] if "://" in url else ""
    return f"{without_secrets(url)}?{digest_of(query)}" if query else without_secrets(url)


def preferred_order(collection_ids: list[str], level: str) -> tuple[str, ...]:
    """Collections of an unknown catalogue in the order of the rows that know them."""
    known = [name for row in _ROWS for name in row.collections.get(level, ())]
    return tuple(
        sorted(collection_ids, key=lambda name: known.index(name) if name in known else len(known))
    )
