"""Where scripts found stretches before `rendering.stretch`; they go on, see there."""

from __future__ import annotations

from .rendering.stretch import Absolute, Percentiles, limits, parse_lut, render

__all__ = ["Absolute", "Percentiles", "limits", "parse_lut", "render"]
