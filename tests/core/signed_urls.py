"""Addresses with a signature in their query."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

FILE = "https://host.example/a/B04.tif"
AZURE = {"sv": "2021-06-08", "se": "2030-01-01T00:00:00Z", "sig": f"{'a' * 43}=", "sr": "b"}
"""A signature of Azure's."""


def signed(href: str, signature: Mapping[str, str]) -> str:
    """The address with these fields in its query."""
    return f"{href}{'&' if '?' in href else '?'}{urlencode(sorted(signature.items()))}"
