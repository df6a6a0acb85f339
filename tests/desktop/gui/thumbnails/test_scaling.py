"""Pictures are scaled in the main thread alone, whatever the threads of QGIS's tasks do."""

from __future__ import annotations

from tests.desktop.own_process import run_code

BUSY = """
from qgis.PyQt.QtCore import QRunnable, QSize, QThreadPool
from qgis.PyQt.QtGui import QGuiApplication, QImage
from cbm_chips.gui.thumbnails.pictures.painting import scaled

app, is_over = QGuiApplication([]), []

class Task(QRunnable):
    def run(self):
        while not is_over:
            pass

pool = QThreadPool.globalInstance()
tasks = [Task() for _ in range(pool.maxThreadCount())]
for task in tasks:
    task.setAutoDelete(False)
    pool.start(task)
image = QImage(128, 128, QImage.Format.Format_ARGB32_Premultiplied)
image.fill(0)
for edge in range(40, 900, 24):
    assert scaled(image, QSize(edge, edge), 1.25).width() == round(edge * 1.25)
is_over.append(True)
pool.waitForDone()
print("scaled")
"""
"""A task on every thread of Qt's pool, each of which wants Python's lock."""


def test_tasks_on_all_threads_do_not_keep_a_picture_from_being_scaled() -> None:
    done = run_code(BUSY, more={"QT_QPA_PLATFORM": "offscreen"})
    assert (done.returncode, done.stdout.strip()) == (0, "scaled"), done.stderr
