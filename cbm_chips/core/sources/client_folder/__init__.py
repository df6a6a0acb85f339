"""Folders of the original CbM client: a parcel, its chips and their lists, on this computer."""

from __future__ import annotations

from .layout import is_client_folder
from .source import ClientFolderSource

__all__ = ["ClientFolderSource", "is_client_folder"]
