"""GDAL's options of a read, set thread-locally around it: our network by GDAL's names."""

from __future__ import annotations

from collections.abc import Mapping

from ..network import Network

GDAL_OPTIONS: Mapping[str, str] = {
    # No directory listing and no probing for files beside it.
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    # A header longer than the default 16 kB would cost another round trip.
    "GDAL_INGESTED_BYTES_AT_OPEN": "32768",
    # One window a file: a cache per handle gains nothing.
    "VSI_CACHE": "FALSE",
    # The tiles of one JPEG 2000 one after another: there are other files, and other threads.
    "GDAL_NUM_THREADS": "1",
    # Never write .aux.xml files.
    "GDAL_PAM_ENABLED": "NO",
    # Whatever the content says, no other address is opened.
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
}
S3_OPTIONS: Mapping[str, str] = {
    # Neighbouring blocks of one row in one request.
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    # A trickle slower than this for this long counts as stalled.
    "GDAL_HTTP_LOW_SPEED_TIME": "10",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1000",
}


def network_options(network: Network) -> Mapping[str, str]:
    """Proxy with its login, certificates and time-outs, by GDAL's names."""
    options = {
        "GDAL_HTTP_CONNECTTIMEOUT": f"{network.connect_timeout_s:g}",
        "GDAL_HTTP_TIMEOUT": f"{network.read_timeout_s:g}",
        "GDAL_HTTP_USERAGENT": network.user_agent,
    }
    if network.proxy_url:
        options["GDAL_HTTP_PROXY"] = network.proxy_url.replace("http://", "", 1)
    if network.proxy_userpwd:
        options["GDAL_HTTP_PROXYUSERPWD"] = network.proxy_userpwd
    if network.ca_file:
        options["CURL_CA_BUNDLE"] = network.ca_file
    return options
