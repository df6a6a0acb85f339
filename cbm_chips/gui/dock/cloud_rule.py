"""Another cloud rule in the dock: what is there is judged anew, without a read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.texts.translation import tr_count
from ...bridge.texts.words import rule_title
from ...core.pipeline.rejudging import Judge
from ...core.sentinel2.scl import CloudRule
from ..session.topics import Topic

if TYPE_CHECKING:
    from ..form.cloud_rule_field import CloudRuleField
    from ..session.session import Session
    from ..thumbnails.panel import ThumbnailPanel
    from .status.progress import Progress


class RuleFollower(QObject):
    """Belongs to one dock; the form's list, the dates and their counts follow the setting."""

    def __init__(
        self, session: Session, field: CloudRuleField, panel: ThumbnailPanel, progress: Progress
    ) -> None:
        super().__init__(session)
        self._session, self._field = session, field
        self._panel, self._progress = panel, progress
        field.chosen.connect(session.rule.choose)
        session.rule.changed.connect(self._judge)
        self._show()

    def _show(self) -> None:
        choice = self._session.rule
        self._field.show_classes(choice.rule.bad_classes, choice.own_classes)

    def _judge(self, rule: CloudRule) -> None:
        self._show()
        shown = self._session.shown
        if shown is None:
            return
        count = self._panel.judge_by(Judge(rule, shown.request.clear_only))
        self._progress.recount()
        self._session.stretch.judge_by(rule)
        self._session.take_stretch()
        if count:
            words = tr_count("{count} dates judged anew: {rule}", count, rule=rule_title(rule))
            self._session.remark(words, (Topic.RUN,))
