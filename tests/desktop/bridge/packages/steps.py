"""What is installed from an index, or why not."""

from __future__ import annotations

from typing import Any

from tests.package_index import MadeWheel

NEWER = MadeWheel("cbm_made_up_one", "2.0")


def carried_out(index: str = "", **order: Any) -> Any:
    """The result, or why there is none."""
    from cbm_chips.bridge.packages.installing import InstallOrder, carry_out
    from cbm_chips.bridge.packages.wheels import PackageError
    from cbm_chips.core.cancellation import Cancellation

    try:
        made = InstallOrder.of(index=index, **order)
        return carry_out(made, Cancellation(), lambda *_: None)
    except PackageError as error:
        return str(error)


def names(result: Any) -> list[str]:
    return [wheel.name for wheel in result.done]
