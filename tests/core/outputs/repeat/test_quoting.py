"""What is quoted is what the shell hands on, whatever is in it."""

from __future__ import annotations

import re
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.outputs.repeat.quoting import LONGEST_FOR_CMD, for_cmd, for_posix

ODD = st.text("ab =\"'\\$`%!^&|<>();,*?~#[]{}é\t", max_size=12)
WORDS = st.lists(ODD | st.text(max_size=8), min_size=1, max_size=4)
LINES = WORDS.filter(lambda words: not any(set(word) & set("\r\n\0") for word in words))


@given(WORDS)
def test_a_posix_shell_reads_the_same_words(words):
    assert shlex.split(for_posix(words)) == words


@given(LINES)
def test_windows_prompt_and_runtime_read_the_same_words(words):
    assert _words_of_runtime(_read_by_cmd(for_cmd(words))) == words


def test_values_alone_are_quoted():
    words = ["qgis_process", "run", "POINT=5.6,52.6 [EPSG:4326]", "NAME=Jan's field"]

    assert for_posix(words) == (
        "qgis_process run POINT='5.6,52.6 [EPSG:4326]' NAME='Jan'\"'\"'s field'"
    )
    assert for_cmd(words) == 'qgis_process run "POINT=5.6,52.6 [EPSG:4326]" "NAME=Jan\'s field"'


@pytest.mark.parametrize("word", ["two\nlines", "return\r", LONGEST_FOR_CMD * "x"])
def test_what_windows_prompt_can_not_say_is_not_said(word):
    assert for_cmd(["run", word]) == ""


def _read_by_cmd(line: str) -> str:
    """What cmd.exe makes of a line at its prompt, where no variable is called so; refuses more.

    Carets are taken away outside quotes; signs with a meaning must not stand there bare.
    """
    out, is_quoted, signs = [], False, iter(line)
    for sign in signs:
        if sign == "^" and not is_quoted:
            out.append(next(signs))
            continue
        assert sign not in "%!", "a variable may be put in its place"
        assert is_quoted or sign not in "&|<>()", "it would be another command"
        is_quoted ^= sign == '"'
        out.append(sign)
    return "".join(out)


def _words_of_runtime(line: str) -> list[str]:
    """As Microsoft's C runtime parts a line ("Parsing C command-line arguments")."""
    words, word, is_quoted = [], None, False
    for slashes, sign in re.findall(r"(\\*)([^\\]|\Z)", line, re.DOTALL):
        if sign == '"':
            word = (word or "") + "\\" * (len(slashes) // 2)
            if len(slashes) % 2:
                word += sign
            else:
                is_quoted = not is_quoted
            continue
        if slashes:
            word = (word or "") + slashes
        if sign in (" ", "\t") and not is_quoted:
            words += [] if word is None else [word]
            word = None
        elif sign:
            word = (word or "") + sign
    return words if word is None else [*words, word]
