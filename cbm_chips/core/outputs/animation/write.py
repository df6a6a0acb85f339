"""The dates of one place as an animated GIF and numbered PNGs, all with one stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...cancellation import current_cancellation
from ...errors import ChipsError, RequestError
from ...model import Chip, FailedChip, Place
from ...reasons import Reason
from ...rendering.look import Look
from ...sentinel2.scl import CloudFlag
from ..place_lines import lines_on_chip
from ..stand_ins import placing
from .options import AnimationOptions

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from ...rendering.look import Renderer
    from .drawing import FrameTexts

MOST_FRAMES = 1000
"""A GIF is held in memory until it is written."""
_NO_DITHER = 0
_FRAME_NAME = re.compile(r"\d{4}_(\d{8}T\d{6}|undated)(-\d+)?\.png")
_HIDDEN = frozenset({CloudFlag.CLOUDY, CloudFlag.NO_DATA})


class AnimationStopped(ChipsError):
    """The user wants no more of it."""


@dataclass(frozen=True)
class WrittenAnimation:
    """What came of it.

    Attributes:
        gif: its path; None where none was wanted.
        pngs: their paths, in the order of the dates.
        shown: dates that are frames.
        cloudy: dates that were left out as cloudy or without data.
        without_picture: dates that could not be shown: failed, or without a band of the look.
    """

    gif: Path | None
    pngs: tuple[Path, ...]
    shown: int
    cloudy: int
    without_picture: int


@dataclass(frozen=True)
class _Choice:
    chips: tuple[Chip, ...]
    cloudy: int
    without_picture: int


def write_animation(
    path: Path,
    place: Place,
    results: Iterable[Union[Chip, FailedChip]],
    look: Look,
    options: AnimationOptions | None = None,
) -> WrittenAnimation:
    """Write `<path>.gif`, and the PNGs into a folder of the same name beside it.

    All frames have the same size and the same stretch: that of the dates as a whole, or the
    absolute values of the look. The PNGs are `0001_20220614T105031.png`, ...

    Args:
        path: without ending.
        place: its outline is drawn; its name stands on every frame.
        results: the dates, in any order.
        look: what is shown.
        options: see there.

    Raises:
        MissingPackage: without Pillow.
        RequestError: field `dates`, where no date or too many can be shown.
        WriteError: when a file can't be written.
    """
    from .drawing import need_pillow

    need_pillow()
    wanted = options or AnimationOptions()
    chosen = _chosen(results, look, has_cloudy=wanted.has_cloudy)
    if not 1 <= len(chosen.chips) <= MOST_FRAMES:
        allowed = Reason("1 to {most} dates with a picture", most=MOST_FRAMES)
        raise RequestError("dates", len(chosen.chips), allowed)
    series = _Frames(chosen.chips, place, replace(look, is_shared=True), wanted)
    pngs = _write_pngs(path, series) if wanted.has_pngs else ()
    gif = _write_gif(path, series) if wanted.has_gif else None
    return WrittenAnimation(gif, pngs, len(chosen.chips), chosen.cloudy, chosen.without_picture)


class _Frames:
    """Makes one frame after another; each pass makes them anew, so that few are in memory."""

    def __init__(
        self, chips: Sequence[Chip], place: Place, look: Look, options: AnimationOptions
    ) -> None:
        self.chips, self.options = chips, options
        self._place = place
        self._renderer: Renderer = look.renderer(chips)

    def __iter__(self) -> Iterator[Picture]:
        from .drawing import frame

        for chip in self.chips:
            if current_cancellation().is_cancelled:
                raise AnimationStopped(Reason("The animation was stopped."))
            lines = lines_on_chip(self._place, chip.grid) if self.options.has_outline else []
            pixels = self._renderer.rgba_of(chip)
            scale = pixels.shape[1] / chip.grid.width_px
            texts = self._texts(chip) if self.options.has_date else None
            yield frame(pixels, [line * scale for line in lines], texts, self.options.edge_px)

    def _texts(self, chip: Chip) -> FrameTexts:
        from .drawing import FrameTexts

        first, last = self.chips[0].scene.acquired, self.chips[-1].scene.acquired
        whole_s = (last - first).total_seconds()
        share = (chip.scene.acquired - first).total_seconds() / whole_s if whole_s else 1.0
        return FrameTexts(chip.scene.when("%Y-%m-%d"), self._place.name, share)


def _chosen(results: Iterable[Union[Chip, FailedChip]], look: Look, *, has_cloudy: bool) -> _Choice:
    chips, cloudy, without = [], 0, 0
    for result in results:
        if not has_cloudy and result.flag in _HIDDEN:
            cloudy += 1
        elif not isinstance(result, Chip) or look.missing_bands(result):
            without += 1
        else:
            chips.append(result)
    chips.sort(key=lambda chip: (chip.scene.acquired, chip.scene.id))
    return _Choice(tuple(chips), cloudy, without)


def _write_gif(path: Path, frames: _Frames) -> Path:
    gif = path.with_name(f"{path.name}.gif")
    colours = (_in_256_colours(one) for one in frames)
    with placing(gif) as placed:
        first = next(colours)
        first.save(
            placed.beside,
            format="GIF",
            save_all=True,
            append_images=colours,
            duration=frames.options.frame_ms,
            loop=0,
        )
    return placed.path


def _in_256_colours(picture: Picture) -> Picture:
    """Each frame has colours of its own, without the noise of mixed ones."""
    return picture.quantize(256, dither=_NO_DITHER)


def _write_pngs(path: Path, frames: _Frames) -> tuple[Path, ...]:
    folder = path.with_name(f"{path.name}_frames")
    written = []
    for number, (chip, picture) in enumerate(zip(frames.chips, frames), 1):
        png = folder / f"{number:04d}_{chip.scene.label or 'undated'}.png"
        with placing(png) as placed:
            picture.save(placed.beside, format="PNG")
        written.append(placed.path)
    _remove_others(folder, written)
    return tuple(written)


def _remove_others(folder: Path, written: Sequence[Path]) -> None:
    """Frames of an animation that was here before, and of no other file."""
    names = {path.name for path in written}
    for path in folder.iterdir():
        if _FRAME_NAME.fullmatch(path.name) and path.name not in names:
            with suppress(OSError):
                path.unlink()
