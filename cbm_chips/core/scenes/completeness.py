"""Items that lack files: which scene of the same acquisition is read instead, and who says so.

Catalogues publish items before all their files are there, or lose some. Another collection, or
another processing, often has the same acquisition whole. Nothing here does I/O.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import Scene, Unusable
from ..reasons import Reason, joined
from .acquisitions import Dropped, Selection
from .overpasses import by_acquisition, by_strip, grouped
from .scene_order import lacking


@dataclass(frozen=True)
class _Twin:
    """A scene that can't be read, and the one of the same acquisition, tile and strip that can."""

    unusable: Unusable
    kept: Scene


def with_stand_ins_noted(
    selection: Selection, unusable: Iterable[Unusable], needed: Collection[str]
) -> tuple[Selection, tuple[Unusable, ...]]:
    """The selection whose scenes say for which incomplete items they stand, and what is left.

    Args:
        selection: made with `needed`.
        unusable: what the source listed and can't be read at all.
        needed: the bands that a date is complete with.

    Returns:
        The selection, and of `unusable` what no scene stands for: these are dates without a chip.
    """
    given = tuple(unusable)
    twins = {id(twin.unusable): twin for twin in _twins(selection.scenes, given)}
    dropped = [_dropped(twin) for twin in twins.values()]
    scenes = tuple(
        _with_notes(scene, [*_notes(scene, needed), *_notes_of(twins.values(), scene)])
        for scene in selection.scenes
    )
    left = tuple(one for one in given if id(one) not in twins)
    return replace(selection, scenes=scenes, dropped=(*selection.dropped, *dropped)), left


def _notes(scene: Scene, needed: Collection[str]) -> Iterator[Reason]:
    """On the fallbacks that were asked for first, but for the files they lack."""
    for piece in (scene, *scene.parts):
        own = len(lacking(piece, needed))
        for other in piece.fallbacks:
            lost = lacking(other, needed)
            if len(lost) > own:
                why = Reason("lists no file of {bands}", bands=", ".join(lost))
                yield _note(other, why, piece)


def _notes_of(twins: Iterable[_Twin], scene: Scene) -> Iterator[Reason]:
    for twin in twins:
        if twin.kept is scene:
            yield _note(twin.unusable.scene, twin.unusable.reason, scene)


def _note(other: Scene, why: str, read: Scene) -> Reason:
    return Reason(
        "{other} of {collection} {why}: {scene} of the same acquisition is read",
        other=other.id,
        collection=other.collection,
        why=why,
        scene=read.id,
    )


def _dropped(twin: _Twin) -> Dropped:
    return Dropped(twin.unusable.scene, twin.unusable.reason, twin.kept.id)


def _with_notes(scene: Scene, notes: list[Reason]) -> Scene:
    if not notes:
        return scene
    return replace(scene, note=joined(filter(None, (scene.note, *notes)), "; "))


def _twins(scenes: Iterable[Scene], unusable: Iterable[Unusable]) -> Iterator[_Twin]:
    """Pieces of the scenes and what is unusable, by acquisition, tile and strip."""
    lost = {id(one.scene): one for one in unusable if one.scene.is_dated and one.scene.tile}
    if not lost:
        return
    whole = {id(piece): scene for scene in scenes for piece in (scene, *scene.parts)}
    pieces = [piece for scene in scenes for piece in (scene, *scene.parts)]
    for acquisition in by_acquisition([*pieces, *(one.scene for one in lost.values())]):
        for tile in grouped(acquisition, key=lambda scene: scene.tile).values():
            for strip in by_strip(tile):
                kept = next((whole[id(one)] for one in strip if id(one) in whole), None)
                found = [lost[id(one)] for one in strip if id(one) in lost]
                if kept is not None:
                    yield from (_Twin(one, kept) for one in found)
