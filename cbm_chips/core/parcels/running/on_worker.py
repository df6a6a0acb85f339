"""The one function that goes to workers as code, so that it needs no name there.

In QGIS this package is called after the plugin's folder, on a worker `cbm_chips`: what Python
pickles by name would not be found. See `wire`.
"""

from __future__ import annotations


def on_worker(packed: bytes, sender: str) -> bytes:
    """Do a packed call with the worker's own package; `sender` is what the caller's is called.

    Raises:
        ImportError: on a worker without the package.
    """
    from importlib import import_module

    for name in ("cbm_chips", "cbm_chips.cbm_chips"):  # as a package, or a plugin's folder
        try:
            wire = import_module(f"{name}.core.parcels.running.wire")
        except ModuleNotFoundError:
            continue
        answer: bytes = wire.answer(packed, sender)
        return answer
    raise ImportError("this worker lacks the package cbm_chips")
