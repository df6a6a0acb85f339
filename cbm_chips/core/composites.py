"""Where scripts found composites before `rendering.composites`; they go on, see there."""

from __future__ import annotations

from .rendering.composites import COMPOSITES, parse_bands
from .rendering.composites import stack_bands as layers

__all__ = ["COMPOSITES", "layers", "parse_bands"]
