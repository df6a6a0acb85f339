"""A real scheduler of Dask on this computer, with two worker processes that have no QGIS."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.parcels.running import worker

NO_QGIS = """
import sys

class NoQgis:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("qgis", "PyQt5", "PyQt6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoQgis())
"""
"""QGIS's modules lie among those that workers need."""


@contextmanager
def local_cluster(folder: Path) -> Iterator[str]:
    """Its address; `folder` takes what keeps QGIS away. Skips where Dask is not installed."""
    distributed = pytest.importorskip("dask.distributed")
    (folder / "sitecustomize.py").write_text(NO_QGIS)
    with (
        _forked_from_a_process_without_qgis(folder),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            worker_dashboard_address="127.0.0.1:0",
            env={"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"},
        ) as cluster,
    ):
        yield cluster.scheduler_address


@contextmanager
def _forked_from_a_process_without_qgis(folder: Path) -> Iterator[None]:
    """Workers, and those in the place of killed ones, import Dask and ours once for all."""
    import dask
    from distributed.utils import get_mp_context

    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH", ""))))
    with (
        pytest.MonkeyPatch.context() as patched,
        dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"}),
    ):
        patched.setenv("PYTHONPATH", path)
        get_mp_context().set_forkserver_preload(["distributed", worker.__name__])
        yield


def kill_the_busy_one(client: Any) -> None:
    """Of the workers of a client: the one that has something to do."""
    (busy,) = (address for address, keys in client.processing().items() if keys)
    os.kill(client.run(os.getpid)[busy], signal.SIGKILL)
