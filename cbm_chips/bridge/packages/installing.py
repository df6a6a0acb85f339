"""One installation, from what is missing to what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.cancellation import Cancellation
from ...core.reasons import Reason
from ..network import qgis_network
from ..settings import load
from .origins import Origin, PackageIndex, WheelFolder, check_index
from .own_packages import OnStep, install, is_in_use, lacking_wheels, own_wheels, remove
from .wheels import PackageError, Wheel

if TYPE_CHECKING:
    from ...core.reading.network import Network


@dataclass(frozen=True)
class InstallOrder:
    """What is to be done.

    Attributes:
        network: QGIS's proxy and certificates.
        index: the address of a package index; empty is the public one.
        folder: with wheels, in place of an index; empty for none.
        removes: take the packages away instead.
    """

    network: Network
    index: str = ""
    folder: str = ""
    removes: bool = False

    @classmethod
    def of(cls, *, index: str = "", folder: str = "", removes: bool = False) -> InstallOrder:
        """As QGIS is set now; in the main thread.

        Raises:
            RequestError: field `index`, for an address that can't be used.
        """
        index = check_index(index or load().package_index)
        return cls(qgis_network(), index, folder.strip(), removes)


@dataclass(frozen=True)
class InstallResult:
    """What was done.

    Attributes:
        done: packages that were installed or removed.
        origin: where they came from, for people; empty when removed.
        needs_restart: until then QGIS goes on with what it has loaded.
    """

    done: tuple[Wheel, ...] = ()
    origin: str = ""
    needs_restart: bool = False

    @property
    def names(self) -> str:
        """Packages with versions, for people."""
        return ", ".join(f"{wheel.project} {wheel.version}" for wheel in self.done)


def carry_out(order: InstallOrder, stop: Cancellation, on_step: OnStep) -> InstallResult:
    """Install what is missing or damaged, or remove; all or nothing. In any thread.

    Raises:
        PackageError: why not; then nothing has changed.
    """
    if order.removes:
        gone = own_wheels()
        needs_restart = is_in_use(gone)
        if gone:
            remove()
        return InstallResult(gone, needs_restart=needs_restart)
    wanted = lacking_wheels()
    if not wanted:
        return InstallResult()

    def step(done: int, count: int, wheel: Wheel) -> None:
        if stop.is_cancelled:
            raise PackageError(Reason("cancelled"))
        on_step(done, count, wheel)

    needs_restart, origin = is_in_use(wanted), _origin(order, stop)
    try:
        install(wanted, origin, step)
    finally:
        origin.close()
    return InstallResult(wanted, origin.title, needs_restart)


def _origin(order: InstallOrder, stop: Cancellation) -> Origin:
    if order.folder:
        return WheelFolder(Path(order.folder))
    return PackageIndex(order.index, order.network, stop)
