"""The rows of one date: flags by the SCL, statistics over the clear pixels of each parcel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ...model import OffsetState
from ...outputs.geotiff.chip_files import baseline_text
from ...reasons import Reason, joined
from ...rendering.indices import INDICES
from ...scenes.baseline_offset import settle
from ...sentinel2.bands import BANDS
from ...sentinel2.cloud_rules import rule_words
from ...sentinel2.flag_columns import CLASS_COLUMNS
from ...sentinel2.scl import CloudFlag, bad_pixels
from ...sentinel2.second_opinion import CLOUD_PROBABILITY, DOUBTFUL_FROM, likely_cloud
from ..planning.parcel_request import SCL
from .clear_statistics import statistics_of_band, statistics_of_index
from .piece_pixels import COARSE_M
from .statistics import STATISTICS, GroupStatistics, ParcelVerdicts, verdicts
from .table import DOUBTFUL, LIKELY, NULL, ReadDate, columns_of, empty_columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Asset
    from ...pipeline.assembled import Assembled
    from ..planning.plan import PlanPiece
    from .piece_pixels import PiecePixels

NOT_SEEN = Reason("the swath does not reach the parcel: it holds no data")
NO_PIXELS = Reason("no pixel stands for the parcel by this rule")
TOUCHED = "touched"
"""The rule for parcels that hold no pixel centre."""


@dataclass(frozen=True, eq=False)
class DateRows:
    """A row for each parcel of a piece.

    Attributes:
        order: of the dates.
        read: which scene it is of.
    """

    order: datetime
    columns: Mapping[str, NDArray[Any]]
    bytes_read: int
    read: ReadDate


class DateWriter:
    """Makes the rows of a piece's dates."""

    def __init__(self, piece: PlanPiece, pixels: PiecePixels) -> None:
        self._piece, self._pixels, self._request = piece, pixels, piece.request
        self._types = columns_of(piece.request)
        self._ids = np.array([*piece.parcels.ids, ""], object)[:-1]
        self._pixel_words = _pixel_words(piece, pixels)
        self._rule_words = rule_words(piece.request.rule)

    def has_clear_pixels(self, date: Assembled) -> bool:
        """Some pixel of some parcel is clear."""
        scl = date.values(SCL)
        return scl is not None and not bool(bad_pixels(scl, self._request.rule).all())

    def rows(self, date: Assembled) -> DateRows:
        """The rows of a date, of which all that is wanted was read."""
        columns = empty_columns(self._types, len(self._ids))
        self._set_origin(columns, date)
        reason = _failures(date)
        scl = date.values(SCL)
        if scl is not None:
            self._set_verdicts(columns, scl)
        doubt = ""
        if scl is not None or not self._request.has_scl:
            doubt = self._set_statistics(columns, date, scl)
        if scl is not None and not self.has_clear_pixels(date):
            self._set_no_counts(columns)
        if scl is not None:
            self._set_second_opinion(columns, date, scl)
        columns["reason"][:] = reason or None
        if not reason:
            self._set_reasons(columns)
        if doubt:
            self._set_doubt(columns, doubt)
        read = (pixels.bytes_read or 0 for pixels in date.pixels.values())
        told = ReadDate(date.chosen.id, date.scene.id, bool(reason))
        return DateRows(date.scene.acquired, columns, sum(read), told)

    def _set_origin(self, columns: dict[str, NDArray[Any]], date: Assembled) -> None:
        scene = date.scene
        orbit = scene.relative_orbit
        told = {
            "parcel": self._ids,
            "date": scene.when("%Y-%m-%d") or None,
            "acquired": scene.when("%Y-%m-%dT%H:%M:%SZ") or None,
            "scene_id": scene.id,
            "flag": CloudFlag.NO_SCL.value,
            "tile": scene.tile,
            "relative_orbit": NULL if orbit is None else orbit,
            "baseline": baseline_text(scene.baseline) or None,
            "source": self._piece.source,
            "cloud_rule": self._rule_words,
            "pixels": self._pixel_words,
        }
        for name, value in told.items():
            columns[name][:] = value

    def _set_verdicts(self, columns: dict[str, NDArray[Any]], scl: NDArray[np.generic]) -> None:
        judged, of = self._pixels.judged(scl), self._pixels.judged_of
        found = verdicts(judged, of, parcels=len(self._ids), rule=self._request.rule)
        for name in ("flag", "cloud_fraction", "valid_px", "total_px"):
            columns[name][:] = getattr(found, name)
        _set_classes(columns, found)

    def _set_statistics(
        self, columns: dict[str, NDArray[Any]], date: Assembled, scl: NDArray[np.generic] | None
    ) -> str:
        """Why the numbers may be of another offset; empty where it is known."""
        bands = {name: date.pixels[name].values for name in self._read(date)}
        assets, decision = settle({name: date.assets[name] for name in bands}, bands)
        clear = self._clear_pixels(scl)
        for name in self._request.bands:
            found = self._of_band(bands[name], assets[name], clear) if name in bands else None
            _set(columns, name, found)
        for name in self._request.indices:
            has_all = set(INDICES[name].bands) <= set(bands)
            _set(columns, name, self._of_index(name, bands, assets, clear) if has_all else None)
        offsets = {asset.offset for asset in assets.values()}
        if len(offsets) == 1:
            columns["offset"][:] = offsets.pop()
        states = {asset.offset_state for asset in assets.values()}
        return (date.offset_decision or decision) if OffsetState.UNCERTAIN in states else ""

    def _set_doubt(self, columns: dict[str, NDArray[Any]], doubt: str) -> None:
        """Said of parcels that have numbers."""
        names = (*self._request.bands, *self._request.indices)
        counts = [columns[f"{name}_count"] for name in names]
        reasons = columns["reason"]
        has_numbers = np.max(counts, axis=0) > 0
        for said in set(reasons[has_numbers]):
            same = has_numbers & (reasons == said)
            reasons[same] = joined(filter(None, (said, doubt)), "; ")

    def _set_no_counts(self, columns: dict[str, NDArray[Any]]) -> None:
        """No pixel of any parcel is clear, for which bands were not read."""
        for name in (*self._request.bands, *self._request.indices):
            columns[f"{name}_count"][:] = 0

    def _set_second_opinion(
        self, columns: dict[str, NDArray[Any]], date: Assembled, scl: NDArray[np.generic]
    ) -> None:
        probability = date.values(CLOUD_PROBABILITY)
        if probability is None:
            return
        own = (self._pixels.own(values, COARSE_M) for values in (probability, scl))
        likely, seen = likely_cloud(*own)
        of, count = self._pixels.parcel_of[COARSE_M], len(self._ids)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.bincount(of[likely], minlength=count) / np.bincount(
                of[seen], minlength=count
            )
        columns[LIKELY][:] = share
        is_clear = columns["flag"] == CloudFlag.CLEAR.value
        columns[DOUBTFUL][:] = np.where(np.isnan(share), NULL, is_clear & (share >= DOUBTFUL_FROM))

    def _read(self, date: Assembled) -> list[str]:
        return [name for name in self._request.bands_read if name in date.pixels]

    def _of_band(
        self, dn: NDArray[np.generic], asset: Asset, clear: Mapping[int, NDArray[np.bool_]]
    ) -> GroupStatistics:
        resolution = BANDS[asset.band].chip_resolution_m
        pixels = self._pixels.by_resolution[resolution]
        return statistics_of_band(
            self._pixels.own(dn, resolution),
            (asset.scale, asset.offset),
            starts=pixels.starts,
            clear=clear.get(resolution),
            weights=pixels.weights,
        )

    def _of_index(
        self,
        name: str,
        bands: Mapping[str, NDArray[Any]],
        assets: Mapping[str, Asset],
        clear: Mapping[int, NDArray[np.bool_]],
    ) -> GroupStatistics:
        index = INDICES[name]
        to_m = index.resolution_m
        at, pixels = partial(self._pixels.at, to_m=to_m), self._pixels.by_resolution[to_m]
        return statistics_of_index(
            index,
            {band: at(bands[band], from_m=BANDS[band].chip_resolution_m) for band in index.bands},
            {band: (assets[band].scale, assets[band].offset) for band in index.bands},
            starts=pixels.starts,
            clear=clear.get(to_m),
            weights=pixels.weights,
        )

    def _clear_pixels(self, scl: NDArray[np.generic] | None) -> Mapping[int, NDArray[np.bool_]]:
        """By resolution; a pixel of 10 m is as the one of SCL that holds its centre."""
        if scl is None:
            return {}
        clear = ~bad_pixels(scl, self._request.rule)
        pixels = self._pixels
        return {
            to_m: pixels.at(clear, from_m=COARSE_M, to_m=to_m).astype(bool, copy=False)
            for to_m in pixels.sets
        }

    def _set_reasons(self, columns: dict[str, NDArray[Any]]) -> None:
        reasons = columns["reason"]
        if self._request.has_scl:
            reasons[columns["valid_px"] == 0] = NOT_SEEN
            reasons[columns["total_px"] == 0] = NO_PIXELS


def _set(columns: dict[str, NDArray[Any]], name: str, found: GroupStatistics | None) -> None:
    """Without a count where the band could not be read."""
    if found is not None:
        for statistic in STATISTICS:
            columns[f"{name}_{statistic}"][:] = getattr(found, statistic)


def _set_classes(columns: dict[str, NDArray[Any]], found: ParcelVerdicts) -> None:
    for code, name in CLASS_COLUMNS.items():
        columns[name][:] = found.histogram[:, code]


def _failures(date: Assembled) -> str:
    """Why something could not be read; each reason once."""
    by_reason: dict[str, list[str]] = {}
    for band, why in date.failures.items():
        if band == CLOUD_PROBABILITY:
            continue
        by_reason.setdefault(why, []).append(band)
    each = (joined((", ".join(bands), why), ": ") for why, bands in by_reason.items())
    return joined(each, "; ")


def _pixel_words(piece: PlanPiece, pixels: PiecePixels) -> NDArray[np.object_]:
    """The rule by which each parcel's pixels were chosen."""
    words = np.full(len(piece.numbers), piece.request.pixel_words, object)
    by_resolution = pixels.by_resolution
    touched = np.array([own.is_touched for own in by_resolution.values()])
    words[touched.all(axis=0)] = TOUCHED
    some = touched.any(axis=0) & ~touched.all(axis=0)
    for resolution, own in by_resolution.items():
        alone = some & own.is_touched
        words[alone] = f"{piece.request.pixel_words}; at {resolution} m {TOUCHED}"
    return words
