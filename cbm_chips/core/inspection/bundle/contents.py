"""The files of one bundle."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...outputs.geotiff.chip_files import write_bands
from ...outputs.names import UniqueNames, as_file_name
from ...outputs.run_folder.places import feature_of
from ..pictures import look_of_text, sha256_of
from .files import with_sums
from .outlined import outlined_png
from .record_json import RECORD_JSON, field_texts, record_json
from .series_again import SeriesAgain, series_again
from .sheet import SheetSource, sheet_of
from .sheet_html import sheet_html
from .sheet_values import SheetPlot

if TYPE_CHECKING:
    from .chips_again import OpenRun
    from .dossier import ParcelDossier
    from .made_picture import MadePicture
    from .sheet_values import EvidenceSheet, Say

SHEET, PDF, OUTLINE = "sheet.html", "sheet.pdf", "parcel.geojson"
PICTURES, GEOTIFFS = "pictures", "geotiffs"


@dataclass(frozen=True)
class BundleMaker:
    """What all bundles of a run have in common.

    Attributes:
        say: the language of the sheets.
        print_sheet: makes the PDF of a sheet; None for none.
        plot_of: SVG of a parcel's series that is at hand, empty where there is none.
        draw: makes one of the series of a parcel, by its id; None for no plot of others.
        has_geotiffs: the pixels of the pictures as GeoTIFFs, too.
    """

    say: Say = str
    print_sheet: Callable[[EvidenceSheet], bytes] | None = None
    plot_of: Callable[[str], bytes] = field(default=lambda parcel: b"")
    draw: Callable[[str, SeriesAgain], bytes] | None = None
    has_geotiffs: bool = False

    def plot_again(
        self, dossier: ParcelDossier, open_run: OpenRun
    ) -> Generator[None, None, SheetPlot]:
        """What is at hand, else drawn of what is kept; yields while nothing comes."""
        svg = self.plot_of(dossier.parcel)
        if svg or self.draw is None:
            return SheetPlot(svg)
        again = yield from series_again(dossier, open_run)
        return SheetPlot(self.draw(dossier.parcel, again) if again.series else b"", again.note)

    def files_of(
        self, dossier: ParcelDossier, pictures: tuple[MadePicture, ...], plot: SheetPlot
    ) -> dict[str, bytes]:
        """All files by their names within the bundle, hashes included.

        Raises:
            WriteError: when GeoTIFFs can't be made.
        """
        names = _picture_names(pictures)
        record = record_json(dossier, pictures, names)
        rows = tuple(field_texts(entry) for entry in dossier.standing)
        source = SheetSource(dossier, pictures, rows, sha256_of(record), plot)
        sheet = sheet_of(source, self.say)
        files = {SHEET: sheet_html(sheet).encode("utf-8", "replace"), RECORD_JSON: record}
        files.update(_outline(dossier))
        files.update(_pictures(dossier, pictures, names))
        if self.has_geotiffs:
            files.update(_geotiffs(pictures))
        if self.print_sheet is not None:
            files[PDF] = self.print_sheet(sheet)
        return with_sums(files)


def _picture_names(pictures: tuple[MadePicture, ...]) -> dict[int, tuple[str, str]]:
    """By number: the picture, and the one with the outline."""
    taken, names = UniqueNames(), {}
    for number, made in enumerate(pictures):
        if not made.png:
            continue
        one = made.kept.evidence
        when = f"{one.acquired:%Y%m%dT%H%M%S}" if one.acquired else "undated"
        shown = look_of_text(one.shown_as).shows.name
        stem = taken.take(as_file_name(f"{when}_{one.scene}.{shown}"))
        names[number] = (f"{PICTURES}/{stem}.png", f"{PICTURES}/{stem}.outline.png")
    return names


def _pictures(
    dossier: ParcelDossier,
    pictures: tuple[MadePicture, ...],
    names: dict[int, tuple[str, str]],
) -> Iterator[tuple[str, bytes]]:
    place = dossier.place
    for number, (plain, outlined) in names.items():
        made = pictures[number]
        yield plain, made.png
        if place is not None and made.chip is not None:
            look = look_of_text(made.kept.evidence.shown_as)
            rgba = look.renderer((made.chip,)).rgba_of(made.chip)
            yield outlined, outlined_png(rgba, place, made.chip.grid)


def _outline(dossier: ParcelDossier) -> Iterator[tuple[str, bytes]]:
    place = dossier.place
    if place is not None:
        feature = json.dumps(feature_of(place), ensure_ascii=False)
        yield OUTLINE, f"{feature}\n".encode("utf-8", "replace")


def _geotiffs(pictures: tuple[MadePicture, ...]) -> Iterator[tuple[str, bytes]]:
    """Of each scene once."""
    chips = {made.chip.scene.id: made.chip for made in pictures if made.chip is not None}
    with tempfile.TemporaryDirectory(prefix="cbm-chips-") as folder:
        for chip in chips.values():
            for path in write_bands(chip, Path(folder)).values():
                yield f"{GEOTIFFS}/{path.name}", path.read_bytes()
