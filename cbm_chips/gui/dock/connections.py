"""Which part of the dock hears which: signals only, and what the map's tools ask."""

from __future__ import annotations

from functools import partial

from ..session.topics import Topic
from ..thumbnails.in_sight import scenes_in_sight
from ..widgets.file_saving import saved_words
from .parts import DockParts


def connect_parts(parts: DockParts) -> None:
    """Once, when all parts are there."""
    for connect in (_map, _dates, _run, _inspection, _first_steps):
        connect(parts)


def _map(parts: DockParts) -> None:
    picker, session, queue = parts.picker, parts.session, parts.queue
    picker.placePicked.connect(session.start)
    picker.placesPicked.connect(queue.begin)
    picker.problem.connect(session.remark)
    picker.selection_changed.connect(partial(session.changed.emit, Topic.PROJECT))
    picker.service = parts.service.takes
    picker.is_elsewhere = session.is_elsewhere
    desk = parts.inspection.desk
    picker.steps_aside = lambda step: desk.step(step) or queue.step(step)
    picker.escape, picker.key = parts.escape.press, parts.keys.press
    session.place_wanted.connect(picker.begin)


def _dates(parts: DockParts) -> None:
    panel, session, preview = parts.panel, parts.session, parts.preview
    panel.currentChanged.connect(session.current.set)
    session.current.changed.connect(panel.follow)
    panel.pictureChanged.connect(preview.show)
    parts.visibilityChanged.connect(preview.show)
    parts.layers.shown.connect(preview.stand_back)
    parts.compare.hear_keys(parts.escape.press, parts.keys.press)
    panel.retryRequested.connect(session.retry)
    panel.loadRequested.connect(parts.layers.load)
    panel.picture_saved.connect(lambda result: session.remark(saved_words(result)))
    session.rule.changed.connect(parts.badge.compute)


def _run(parts: DockParts) -> None:
    session, bar, line = parts.session, parts.status_bar, parts.place_line
    parts.service.waiting.connect(parts.progress.wait_for_parcel)
    parts.service.answered.connect(parts.progress.stop_waiting)
    bar.cancelClicked.connect(parts.service.cancel)
    bar.cancelClicked.connect(session.runs.cancel)
    bar.retryClicked.connect(session.retry_failed)
    bar.goOnClicked.connect(session.read_stopped)
    session.remarked.connect(bar.say)
    line.updateClicked.connect(session.again)
    line.sizeWanted.connect(session.read_size)


def _inspection(parts: DockParts) -> None:
    inspection, pages = parts.inspection, parts.panel.pages
    inspection.show_pictures_of(partial(scenes_in_sight, parts.panel.view))
    inspection.asked_within.connect(parts.panel.lookout.begin_in)
    inspection.bar.left.connect(pages.take_focus)
    inspection.desk.left.connect(pages.take_focus)
    parts.visibilityChanged.connect(inspection.on_seen)
    parts.visibilityChanged.connect(parts.aside.look)
    inspection.speak_on(parts.panel.view, pages.large, pages.calendar)


def _first_steps(parts: DockParts) -> None:
    wanted = parts.empty_states
    wanted.parcel_wanted.connect(parts.picker.parcelAction.trigger)
    wanted.sample_wanted.connect(parts.sample.show)
    wanted.other_wanted.connect(parts.other_source.use)
    parts.sample.failed.connect(parts.session.remark)
