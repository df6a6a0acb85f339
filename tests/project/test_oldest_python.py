"""For which Python `make lint` reads types, with an older and with a newer NumPy."""

from __future__ import annotations

import pytest

from tests.package_script import script

oldest_python = script("oldest_python")


@pytest.mark.parametrize(
    ("supported", "python"),
    [
        pytest.param(">=3.8", "3.9", id="NumPy 1.24, as in Debian 12"),
        pytest.param(">=3.10", "3.10", id="NumPy 2.2, as in Debian 13"),
        pytest.param(">=3.11,<3.15", "3.11", id="with an end"),
        pytest.param("", "3.9", id="nothing said"),
        pytest.param("<3", "3.9", id="none that will do"),
    ],
)
def test_types_are_read_for_the_oldest_python_that_numpy_supports_here(
    supported: str, python: str
) -> None:
    assert oldest_python.oldest("3.9", supported) == python


def test_the_plugins_own_oldest_is_that_of_mypys_settings() -> None:
    assert oldest_python.of_the_plugin() == "3.9"
