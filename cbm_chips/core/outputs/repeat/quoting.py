"""Words of a command as a person types them: at a POSIX shell, at Windows' prompt."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

_PLAIN_FOR_CMD = re.compile(r"[\w.:/\\+@#~$-][\w.:/\\+@#~$=-]*", re.ASCII)
_SPECIAL_FOR_CMD = re.compile(r'([()%!^"<>&|])')
LONGEST_FOR_CMD = 8191
"""Characters of a line that Windows' prompt takes."""


def for_posix(words: Sequence[str]) -> str:
    """One line for bash and other POSIX shells."""
    return " ".join(map(_posix_word, words))


def for_cmd(words: Sequence[str]) -> str:
    """One line for Windows' prompt (cmd.exe); empty where it has no way to say it.

    It has none for ends of lines, nor for lines that are longer than `LONGEST_FOR_CMD`.
    """
    line = " ".join(map(_cmd_word, words))
    has_ends = any(set(word) & set("\r\n\0") for word in words)
    return "" if has_ends or len(line) > LONGEST_FOR_CMD else line


def _posix_word(word: str) -> str:
    """`NAME='a b'` reads better than `'NAME=a b'`."""
    name, equals, value = word.partition("=")
    if equals and name and shlex.quote(name) == name:
        return f"{name}={shlex.quote(value)}"
    return shlex.quote(word)


def _cmd_word(word: str) -> str:
    """By the rules of Microsoft's C runtime, then by those of cmd.exe.

    Within quotes, cmd.exe leaves all but percent signs alone; where there are quotes in the word
    itself, each of its signs is escaped by a caret instead.
    """
    if _PLAIN_FOR_CMD.fullmatch(word):
        return word
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    escaped = re.sub(r"(\\+)\Z", r"\1\1", escaped)
    quoted = f'"{escaped}"'
    if not set(word) & set('"%!'):
        return quoted
    return _SPECIAL_FOR_CMD.sub(r"^\1", quoted)
