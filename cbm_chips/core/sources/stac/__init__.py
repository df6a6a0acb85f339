"""STAC catalogues as a source: APIs and static catalogues, in the dialects they speak."""

from __future__ import annotations

from .providers import PROVIDERS, Provider, typed_provider
from .stac_source import StacSource

__all__ = ["PROVIDERS", "Provider", "StacSource", "typed_provider"]
