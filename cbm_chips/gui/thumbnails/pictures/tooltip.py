"""All that is known of a date, for the tooltip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from qgis.PyQt.QtCore import QLocale

from ....bridge.sources.providers import source_called
from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import rule_title, worded
from ....core.model import Chip, Provenance, Scene
from ....core.pipeline.series import Entry
from ....core.sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from ....core.sentinel2.second_opinion import LIKELY_FROM_PCT
from .texts import cause_of, date_of, part_words

_SI = QLocale.DataSizeFormat.DataSizeSIFormat


def tooltip(entry: Entry, mark: str = "") -> str:
    """As rich text; whatever comes from a server is escaped.

    Args:
        entry: the date.
        mark: which date of a comparison it is, if it is one.
    """
    scene = (entry.chip or entry).scene
    head = f"<b>{escape(date_of(entry))}</b>{scene.when(' %H:%M:%S UTC')}"
    cause = f"<br/>{escape(cause_of(entry, brief=False))}" if entry.reason else ""
    rows = [*_scene_rows(scene), *_part_rows(entry), *_chip_rows(entry.chip), *_rule_rows(entry)]
    rows += _class_rows(entry.histogram)
    cells = "".join(
        f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>"
        for name, text in rows
    )
    marked = f"<br/><b>{escape(mark)}</b>" if mark else ""
    return f"<p>{head}{marked}{cause}</p><table cellspacing='0'>{cells}</table>"


def _scene_rows(scene: Scene) -> Iterator[tuple[str, str]]:
    yield tr("Scene"), scene.id
    if scene.platform or scene.tile:
        yield tr("Satellite, tile"), " ".join(filter(None, (scene.platform, scene.tile)))
    if scene.relative_orbit is not None:
        yield tr("Orbit"), str(scene.relative_orbit)
    if scene.baseline is not None:
        yield tr("Baseline"), "{:02d}.{:02d}".format(*scene.baseline)
    if scene.provider:
        yield tr("Source"), source_called(scene.provider).title


def _part_rows(entry: Entry) -> Iterator[tuple[str, str]]:
    words = part_words(entry)
    if words:
        yield tr("In the chip"), words[0]


def _rule_rows(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.rule is not None and entry.histogram is not None:
        yield tr("Cloud rule"), rule_title(entry.rule)
    if entry.likely_cloud_fraction is not None:
        share = QLocale().toString(100 * entry.likely_cloud_fraction, "f", 1)
        words = tr("{share} % of the pixels are likely clouds (Sen2Cor: {least} % or more)")
        yield tr("Second opinion"), words.format(share=share, least=LIKELY_FROM_PCT)


def _chip_rows(chip: Chip | None) -> Iterator[tuple[str, str]]:
    if chip is None:
        return
    known = chip.provenance
    if known.offset_decision:
        yield tr("Offset"), worded(known.offset_decision)
    if known.outline_basis:
        yield tr("Judged by"), worded(known.outline_basis)
    yield tr("Read"), _bytes_text(known)
    for note in known.notes:
        yield tr("Note"), worded(note)


def _bytes_text(known: Provenance) -> str:
    cached = [reader == "cache" for reader in known.readers.values()]
    if cached and all(cached):
        return tr("from the cache")
    size = "" if known.bytes_read is None else QLocale().formattedDataSize(known.bytes_read, 1, _SI)
    if any(cached):
        some = tr("{0} of {1} bands from the cache").format(sum(cached), len(cached))
        return f"{size}, {some}" if size else some
    return size or tr("size unknown")


def _class_rows(histogram: Mapping[int, int] | None) -> Iterator[tuple[str, str]]:
    """Classes that occur, the most frequent first."""
    total = sum((histogram or {}).values())
    for code, pixels in sorted((histogram or {}).items(), key=lambda row: (-row[1], row[0])):
        share = QLocale().toString(100 * pixels / total, "f", 1)
        words = tr_count("{share} % ({count} pixels)", pixels, share=share)
        yield class_name(code), words


def class_name(code: int) -> str:
    """A class of the SCL for people; codes that are none, too."""
    if NO_DATA_CODE <= code < len(SCL_CLASSES):
        return tr(SCL_CLASSES[code].label)
    return tr("class {0}").format(code)
