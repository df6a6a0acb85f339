"""Does a CbM server answer, and what does it offer to this login?"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from .translation import tr
from .verdicts import Outcome, Verdict

if TYPE_CHECKING:
    from ..core.sources.cbm_rest import Service
    from ..core.sources.cbm_rest.parcels import Area


def verdict_on_service(service: Service, *, has_login: bool) -> Verdict:
    """Ask what it offers; takes as long as the server, which is closed then.

    Raises:
        ChipsError: when that fails.
    """
    from ..core.sources.cbm_rest.parcels import offered_areas
    from ..core.sources.cbm_rest.responses import AreaRefused, LoginRefused

    began = time.monotonic()
    try:
        with closing(service):
            areas = offered_areas(service)
    except LoginRefused as error:
        return Verdict(Outcome.FAILS, login_words(str(error), has_login=has_login))
    except AreaRefused as error:
        text = tr("The login is right, but has no right here: {reason}.")
        return Verdict(Outcome.FAILS, text.format(reason=str(error).rstrip(". ")))
    took = f"{time.monotonic() - began:.1f}"
    if not areas:
        text = tr("It answers, but offers this login no parcels; chips may work. ({seconds} s)")
        return Verdict(Outcome.DOUBTFUL, text.format(seconds=took))
    text = tr("It works: parcels of {areas}. ({seconds} s)")
    return Verdict(Outcome.WORKS, text.format(areas=areas_in_words(areas), seconds=took))


def areas_in_words(areas: Iterable[Area]) -> str:
    """`ms (2020, 2022), nl (2021)`."""
    return ", ".join(f"{area.aoi} ({', '.join(area.years)})" for area in areas)


def login_words(reason: str, *, has_login: bool) -> str:
    """What to do about a login that was refused."""
    if not has_login:
        return tr(
            "It asks for a login: make an authentication configuration of the kind Basic and "
            "choose it for this source."
        )
    text = tr("Login wrong: {reason}. Choose another login for this source.")
    return text.format(reason=reason.rstrip(". "))
