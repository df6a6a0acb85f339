"""A source's name, as users and scripts type it -> the source itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Union

from ..errors import RequestError
from ..folders import user_folder
from ..reading.network import Network
from ..reasons import Reason
from ..sample_archive import OnProgress, sample_catalog
from .cbm_rest import PREFIX, CbmSource
from .client_folder import ClientFolderSource, is_client_folder
from .stac import PROVIDERS, Provider, StacSource, typed_provider

SAMPLE = "sample"

OpenSource = Union[StacSource, CbmSource, ClientFolderSource]


def open_source(
    name: str,
    *,
    network: Network | None = None,
    credentials: Mapping[str, str] | None = None,
    sample_folder: Path | None = None,
    on_sample: OnProgress | None = None,
) -> OpenSource:
    """The source called `name`; use it in a `with`, or close it.

    Args:
        name: a provider's id out of `PROVIDERS`, `sample`, the URL or path of a STAC API or
            static catalogue, `cbm+https://host/...`, a CbM server, or the path of a parcel's
            folder as the original CbM client lays it out.
        network: proxy, certificates and time-outs.
        credentials: what the provider's signing needs, such as S3 keys, or headers for its own
            host, such as a login; kept in memory only.
        sample_folder: holds the built-in archive, or gets it on first use; by default the
            user's cache folder.
        on_sample: hears how many of how many dates of it are made, while it is made.

    Raises:
        RequestError: when there is no such source, listing what there is.
    """
    name, network = str(name).strip(), network or Network()
    if name.lower().startswith(PREFIX):
        return CbmSource(name, network=network, credentials=credentials)
    if name and name not in (SAMPLE, *PROVIDERS) and is_client_folder(Path(name)):
        return ClientFolderSource(Path(name), network=network)
    provider = _provider(name, sample_folder, on_sample)
    return StacSource(provider=provider, network=network, credentials=credentials)


def _provider(name: str, sample_folder: Path | None, on_sample: OnProgress | None) -> Provider:
    if name == SAMPLE:
        catalog = sample_catalog(sample_folder or user_folder(), on_sample)
        return typed_provider(str(catalog), id=SAMPLE)
    if name in PROVIDERS:
        return PROVIDERS[name]
    is_url = name.lower().startswith(("http://", "https://", "file://"))
    if is_url or (name and Path(name).exists()):
        return typed_provider(name)
    known = ", ".join(PROVIDERS)
    raise RequestError(
        "source",
        "..." if "@" in name else name,  # what stands before it may be a login
        Reason(
            "{known}, the URL or existing path of a STAC API or catalogue, or a CbM server's "
            "{prefix}https://...",
            known=known,
            prefix=PREFIX,
        ),
    )
