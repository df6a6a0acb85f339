"""The user's cache folder."""

from __future__ import annotations

import os
from pathlib import Path


def user_folder() -> Path:
    """`CBM_CHIPS_CACHE`, else `cbm-chips` in the user's cache folder."""
    named = os.environ.get("CBM_CHIPS_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base or Path.home() / ".cache") / "cbm-chips"
