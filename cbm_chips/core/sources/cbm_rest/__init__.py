"""The JRC "Checks by Monitoring" RESTful service as a source of scenes, chips and parcels."""

from __future__ import annotations

from .service import Service
from .source import CbmSource
from .wire.address import PREFIX

__all__ = ["PREFIX", "CbmSource", "Service"]
