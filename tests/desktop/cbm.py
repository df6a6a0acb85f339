"""The sample archive as a CbM service, and logins for it in QGIS's authentication manager."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.desktop.window import set_form
from tests.servers.process import ServerProcess

PARCEL, PARCEL_WORDS = "315141", "Grassland, permanent, 7.48 ha"
BLOCK = "B0001"
NOWHERE = (5.680, 52.710)
"""On the archive's tile, without a parcel."""


MASTER_PASSWORD = "for this test"
SECRETS = (b"secret", b"dGVzdGVyOnNlY3JldA")
"""The password of `tester`, and as the beginning of what a Basic header says."""


def with_login(url: str) -> str:
    """The address of a service with the login in it, as somebody may type it."""
    return f"cbm+{url.replace('://', '://tester:secret@')}"


def tells_a_secret(folder: Path) -> list[Path]:
    """Files below a folder that hold the login, or are named after it."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [
        file
        for file in files
        if any(word in file.read_bytes() or word.decode() in str(file) for word in SECRETS)
    ]


@contextmanager
def cbm_server(sample_archive: Path) -> Iterator[ServerProcess]:
    with ServerProcess("cbm_rest", sample_archive.parent) as server:
        yield server


def stored_login(user: str = "tester", word: str = "secret") -> str:
    """Id of a configuration of the kind Basic."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    manager = QgsApplication.authManager()
    assert manager.setMasterPassword(MASTER_PASSWORD, True)  # one for the whole session
    config = QgsAuthMethodConfig("Basic")
    config.setName(f"{user} {word}")
    for name, value in {"username": user, "password": word, "realm": ""}.items():
        config.setConfig(name, value)
    assert manager.storeAuthenticationConfig(config)
    return str(config.id())


def master_password(folder: Path) -> dict[str, str]:
    """How another QGIS is given the master password."""
    file = folder / "master_password"
    file.write_text(MASTER_PASSWORD)
    return {"QGIS_AUTH_PASSWORD_FILE": str(file)}


def take_logins_along(config: Path) -> None:
    """Into the profile of another QGIS, whose QGIS_CUSTOM_CONFIG_PATH this is."""
    from qgis.core import QgsApplication

    logins = Path(QgsApplication.qgisSettingsDirPath(), "qgis-auth.db")
    profile = config / "profiles" / "default"
    profile.mkdir(parents=True)
    shutil.copy(logins, profile / logins.name)


def own_row(url: str, **changes: Any) -> Any:
    """A row as the options store it."""
    from cbm_chips.bridge.sources.providers import ProviderRow

    return ProviderRow(**{"id": "mine", "title": "Mine", "url": url, "is_own": True, **changes})


def choose(dock: Any, url: str, authcfg: str, **changes: Any) -> None:
    """Store a row for the server, and take it as the source."""
    from cbm_chips.bridge.sources.providers import save_providers

    save_providers([own_row(f"cbm+{url}", authcfg=authcfg)])
    dock.form.source.refill()
    set_form(dock, source="mine", **changes)


def set_dataset(dock: Any, aoi: str = "ms", year: str = "2020", ptype: str = "") -> None:
    """As typed."""
    from qgis.PyQt.QtTest import QTest

    box = dock.service.box
    for field, text in ((box.aoi, aoi), (box.year, year), (box.ptype, ptype)):
        field.lineEdit().selectAll()
        field.lineEdit().del_()
        QTest.keyClicks(field.lineEdit(), text)
