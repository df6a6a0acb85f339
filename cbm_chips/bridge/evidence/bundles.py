"""Bundles of parcels, one after another: for a task and for Processing."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Generator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.outputs.numbered_files import standing_for
from ..texts.words import worded
from .record_sources import RecordSources, SourceInstead

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...core.inspection.bundle.contents import BundleMaker
    from ...core.inspection.bundle.dossier import ParcelDossier
    from ...core.inspection.bundle.series_again import SeriesAgain
    from ...core.inspection.bundle.write import WrittenBundle
    from ...core.inspection.values import QueueItem
    from ..plot.export import PlotExport


@dataclass(frozen=True)
class EvidenceWish:
    """What is wanted.

    Attributes:
        record: path of the record; somebody may be writing to it.
        folder: takes the bundles and their index.
        parcels: ids of the only ones; None for all that have answers.
        is_zip, has_geotiffs, has_pdf: see `BundleMaker`.
        outlines: for parcels of which the record has none.
        plots: of the series of some parcels.
    """

    record: Path
    folder: Path
    parcels: Collection[str] | None = None
    is_zip: bool = False
    has_geotiffs: bool = False
    has_pdf: bool = False
    outlines: Mapping[str, BaseGeometry | None] = field(default_factory=dict)
    plots: Mapping[str, PlotExport] = field(default_factory=dict)


@dataclass(frozen=True)
class EvidenceStep:
    """How far it is.

    Attributes:
        count: bundles that will be written.
        bundle: one that is there now; None while nothing comes.
    """

    count: int
    bundle: WrittenBundle | None = None


class EvidenceRun:
    """Writes bundles; made in the main thread, its steps run in any."""

    def __init__(self, other: SourceInstead | None = None) -> None:
        """Nothing is read yet."""
        self.index = Path()
        """Of the bundles, once they are there; beside the one of before, if that was in use."""
        self._sources = RecordSources(other)
        from .print_sheet import SheetsToPdf  # numpy comes with it: not when QGIS starts

        self._print = SheetsToPdf()

    def steps(self, wish: EvidenceWish) -> Generator[EvidenceStep, None, None]:
        """The first one comes before anything is read; closed early, whole bundles stay.

        Raises:
            RequestError: field `record`, for a file that is none.
            WriteError: when a file can't be written.
        """
        from ...core.inspection.bundle.index import INDEX_HTML
        from ...core.inspection.bundle.write import BundleOrder, write_bundles

        dossiers, queue = _dossiers(wish)
        yield EvidenceStep(len(dossiers))
        maker = self._maker(wish)
        order = BundleOrder(dossiers, wish.folder, maker, is_zip=wish.is_zip, queue=queue)
        try:
            with closing(write_bundles(order, self._sources)) as steps:
                for bundle in steps:
                    yield EvidenceStep(len(dossiers), bundle)
        finally:
            self.index = standing_for(wish.folder / INDEX_HTML)
            self._sources.close()
            self._print.close()

    def _maker(self, wish: EvidenceWish) -> BundleMaker:
        from ...core.inspection.bundle.contents import BundleMaker

        return BundleMaker(
            say=worded,
            print_sheet=self._print if wish.has_pdf else None,
            plot_of=lambda parcel: _svg(wish.plots.get(parcel)),
            draw=lambda parcel, again: _svg(_order_of(parcel, again)),
            has_geotiffs=wish.has_geotiffs,
        )


def _order_of(parcel: str, again: SeriesAgain) -> PlotExport:
    """As the dock's plot without options; its font may be used in any thread."""
    from qgis.PyQt.QtGui import QFont

    from ...core.series.plot.content import PlotContent
    from ..plot.export import PlotExport

    content = PlotContent(again.series, overlays=again.overlays)
    return PlotExport(content, again.series, (), parcel, QFont())


def _svg(order: PlotExport | None) -> bytes:
    """Empty where there is no plot, or this Python can't draw one."""
    from ..plot.export import PlotNotSaved, save_plot

    if order is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="cbm-chips-") as folder, suppress(PlotNotSaved):
        return save_plot(order, Path(folder) / "plot.svg").read_bytes()
    return b""


def _dossiers(
    wish: EvidenceWish,
) -> tuple[tuple[ParcelDossier, ...], tuple[QueueItem, ...]]:
    """Those that are wanted, and the queue where all of it is."""
    from ...core.inspection.bundle.dossier import dossiers_of
    from ...core.inspection.record.record import Record

    with closing(Record.read(wish.record)) as record:
        entries, queue = record.entries(), record.queue().items
    found = dossiers_of(entries, queue, parcels=wish.parcels)
    dossiers = tuple(replace(one, outline=wish.outlines.get(one.parcel)) for one in found)
    return dossiers, queue if wish.parcels is None else ()
