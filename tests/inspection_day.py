"""`make inspection-day`: an inspector's day in the real QGIS, by keys; red if a word is lost.

60 parcels in three buckets, 20 answered, three of them replaced from the reserve, QGIS killed amid
the work and started again, five looked at a second time, the export compared row by row with what
was pressed. Pictures, the record and the figures are left under `build/inspection-day/`.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from cbm_chips.core.sample_archive import sample_catalog  # noqa: E402
from tests.inspection_desk import (  # noqa: E402
    BUCKETS,
    FOLDER,
    PATIENCE_S,
    SAMPLE,
    WANTED,
    Qgis,
    qgis,
    write_sample,
)
from tests.inspection_export import Key, Said, compare, require  # noqa: E402
from tests.inspection_presses import (  # noqa: E402
    AGAIN,
    BARRED,
    DAY,
    EVENT,
    KILLED_AFTER,
    OUTCOMES,
    UNDONE_AT,
    Press,
)
from tests.qgis_desktop import profile, screen  # noqa: E402

WORK = REPOSITORY / "build" / "demo-work"
RECORD = FOLDER / "record.gpkg"


class Day:
    """What was pressed, and how long it took."""

    def __init__(self, sample: list[dict[str, str]]) -> None:
        self.said: dict[Key, Said] = {}
        self.again: dict[Key, str] = {}
        self.strokes: list[int] = []
        self.seconds: list[float] = []
        self.shown_s: list[float] = []
        self.last: list[str] = []
        """The question that was on show when QGIS was killed."""
        self._reserve = {
            code: [one["gsa_par_id"] for one in sample if one["bucket_id"] == code][WANTED:]
            for code in BUCKETS
        }

    def answer(self, desk: Qgis, press: Press) -> None:
        """One question, from its pictures to the next one's."""
        before = desk.until("the pictures", is_ready=True, is_writing=False, is_reading_ahead=False)
        key, says = tuple(before["item"]), press.says
        began = time.monotonic()
        if says.comment == EVENT:
            says = self._event(desk, press)
        else:
            desk.press(*press.keys)
        after = self._next(desk, before)
        self.seconds.append(time.monotonic() - began)
        self.strokes.append(press.strokes)
        if says.outcome == BARRED:
            says = replace(says, replaced_by=self._reserve[key[1]].pop(0))
        self.said[key] = says
        require("|".join(key) in after["answered"], f"{key} has no answer after {press}")

    def second(self, desk: Qgis, digit: str) -> None:
        """One question of the second look."""
        before = desk.until("the pictures", is_ready=True, is_writing=False, look=2)
        self.again[tuple(before["item"])] = OUTCOMES[digit]
        require(before["answered"].keys() == _texts(list(self.again)[:-1]), "answers shine through")
        self._blind(desk)
        desk.press(digit)
        end = time.monotonic() + PATIENCE_S
        while desk.ask("state")["item"] == before["item"]:
            require(time.monotonic() < end, f"no next one after {before['item']}")

    def _event(self, desk: Qgis, press: Press) -> Said:
        """Between the first two clear dates; the arrows up to them are not counted."""
        dates: list[str] = []
        for mark in "ba":
            while True:
                state = desk.ask("state")
                if state["flag"] == "clear" and state["date"] not in dates:
                    break
                desk.press("Right")
                end = time.monotonic() + PATIENCE_S
                while desk.ask("state")["date"] == state["date"]:
                    require(time.monotonic() < end, f"no clear date after {state['date']}")
            dates.append(state["date"])
            desk.press(mark)
        desk.press(press.keys[-1])
        return replace(press.says, comment="", last_before=dates[0], first_after=dates[1])

    def _next(self, desk: Qgis, before: dict[str, Any]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE_S
        while True:
            state = desk.ask("state")
            if state["item"] != before["item"] and state["is_ready"]:
                return dict(state)
            require(time.monotonic() < end, f"no next one after {before} but {state}")
            time.sleep(0.01)

    def _blind(self, desk: Qgis) -> None:
        seen = desk.ask("seen")
        for word in ("mown late", "80 %", "takes the place"):
            require(word not in seen["words"], f"second look: “{word}” is to be seen")
        coloured = {"categorizedSymbol", "RuleRenderer"}.intersection(seen["renderers"])
        require(not coloured and not any(seen["joins"]), f"second look: colours {seen}")


def main() -> None:
    """The whole day."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    catalog = sample_catalog(WORK / "cache")
    day = Day(write_sample())
    with screen("1440x900") as display:
        environment = {**profile(WORK / "inspection-day", catalog), "DISPLAY": display}
        with qgis(environment) as desk:
            morning(desk, day)
        with qgis(environment) as desk:
            afternoon(desk, day)
            evening(desk, day)
    compare(day.said, day.again)
    tell(day)


def morning(desk: Qgis, day: Day) -> None:
    """Up to the kill."""
    shot = str(FOLDER / "open-queue.png")
    desk.ask("open", sample=str(SAMPLE), record=str(RECORD), wanted=WANTED, shot=shot)
    state = desk.until("the queue", is_ready=True)
    require("of 60" in state["place"], state["place"])
    desk.ask("focus")
    for number, press in enumerate(DAY[:KILLED_AFTER]):
        day.answer(desk, press)
        if number == UNDONE_AT:
            undo_and_redo(desk)
        if number in (0, 5):
            desk.shoot(f"answering-{number}")
    day.shown_s += desk.ask("state")["shown_s"]
    day.last = desk.ask("state")["item"]


def undo_and_redo(desk: Qgis) -> None:
    """The last answer is taken back and given again; then on."""
    count = len(desk.ask("state")["answered"])
    at = desk.ask("state")["item"]
    desk.press("ctrl+z")
    state = desk.until("the undo", can_redo=True, is_writing=False)
    require(len(state["answered"]) == count - 1, "undo takes one answer back")
    require(state["item"] != at, "undo shows the question")
    desk.press("ctrl+shift+z")
    state = desk.until("the redo", can_redo=False, is_writing=False)
    require(len(state["answered"]) == count, "redo gives it again")
    desk.press("shift+n")
    desk.until("the next one", item=at, is_ready=True)


def afternoon(desk: Qgis, day: Day) -> None:
    """QGIS is there again."""
    end = time.monotonic() + PATIENCE_S
    while not desk.ask("state")["offer"]:
        require(time.monotonic() < end, "going on is not offered")
        time.sleep(0.1)
    desk.shoot("started-again")
    desk.ask("go on")
    state = desk.until("the queue again", is_ready=True)
    require(state["item"] == day.last, f"went on at {state['item']}, not at {day.last}")
    require(state["answered"].keys() == _texts(day.said), "an answer is lost by the kill")
    desk.ask("focus")
    for press in DAY[KILLED_AFTER:]:
        day.answer(desk, press)
    day.shown_s += desk.ask("state")["shown_s"]
    desk.ask("colour")
    end = time.monotonic() + PATIENCE_S
    while "categorizedSymbol" not in desk.ask("seen")["renderers"]:
        require(time.monotonic() < end, "the answers are not on the map")
        time.sleep(0.1)
    desk.shoot("twenty-answered")


def evening(desk: Qgis, day: Day) -> None:
    """Second look, export, evidence."""
    desk.press("ctrl+alt+2")
    desk.until("its dialog", window="CbmChipsSecondLook")
    desk.press("ctrl+a", "text:25", "Tab", "ctrl+a", "text:7", "Return")
    desk.until("the second look", look=2, is_ready=True)
    desk.ask("focus")  # what a window manager does
    desk.shoot("second-look")
    for digit in AGAIN:
        day.second(desk, digit)
    desk.until("the first look", look=1, is_ready=True)
    desk.shoot("agreement")
    desk.press("Escape")
    desk.ask("focus")
    desk.press("ctrl+alt+e")
    desk.until("the export's dialog", window="QFileDialog")
    desk.press("ctrl+a", f"text:{FOLDER / 'answers.csv'}", "Return")
    files(desk, "answers.csv")
    desk.ask("focus")
    desk.ask("focus")
    first = next(iter(day.said))
    desk.press("ctrl+g", f"text:{first[0]}", "Return")
    desk.until("the first parcel", item=list(first), is_ready=True)
    desk.press("ctrl+alt+b")
    desk.until("the dialog of evidence", window="CbmChipsEvidence")
    desk.shoot("evidence")
    desk.press("Return")
    files(desk, "evidence/index.html")
    for sums in (FOLDER / "evidence").rglob("SHA256SUMS"):
        subprocess.run(["sha256sum", "--check", "--quiet", sums.name], cwd=sums.parent, check=True)


def files(desk: Qgis, name: str) -> None:
    """Until it is there."""
    end = time.monotonic() + PATIENCE_S
    while not (FOLDER / name).is_file():
        require(time.monotonic() < end, f"{name} is not written: {desk.ask('state')}")
        time.sleep(0.1)


def tell(day: Day) -> None:
    """The figures."""
    clear = [count for press, count in zip(DAY, day.strokes) if press.is_clear]
    shown = day.shown_s
    figures = {
        "answers": len(day.said),
        "keystrokes a parcel, mean": round(statistics.mean(day.strokes), 2),
        "keystrokes of a clear case, most": max(clear),
        "seconds from the first key to the next pictures, median": _s(day.seconds),
        "seconds from the first key to the next pictures, most": round(max(day.seconds), 2),
        "seconds from next to all pictures painted, median": _s(shown),
        "seconds from next to all pictures painted, most": round(max(shown), 2),
    }
    require(max(clear) <= 4, f"a clear case needs {max(clear)} keys")
    (FOLDER / "figures.json").write_text(json.dumps(figures, indent=1))
    for name, value in figures.items():
        print(f"{name:58} {value}")
    print(f"Pictures, record and export: {FOLDER.relative_to(REPOSITORY)}/")


def _s(seconds: list[float]) -> float:
    return round(statistics.median(seconds), 2)


def _texts(keys: Any) -> set[str]:
    return {"|".join(key) for key in keys}


if __name__ == "__main__":
    main()
