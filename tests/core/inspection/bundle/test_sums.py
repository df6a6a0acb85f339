"""The list of hashes of a bundle: sha256sum accepts it, whatever the names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.inspection.bundle.files import sums_text
from tests.core.inspection.bundle.writing import is_checked


@given(
    st.dictionaries(
        st.text("ab é\\\n\r'\"%*", min_size=1, max_size=8), st.binary(max_size=9), max_size=4
    )
)
def test_a_list_of_hashes_names_every_file_on_its_own_line(files):
    lines = sums_text(files).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(files)
    assert all(re.match(r"\\?[0-9a-f]{64}  .", line) for line in lines)


def test_sha256sum_accepts_names_with_blanks_letters_of_all_kinds_and_line_breaks(tmp_path):
    files = {"a b.txt": b"1", "Åä ü.png": b"2", "back\\slash\nline": b"3", "*star": b"4"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(sums_text(files).encode("utf-8"))
    is_right, told = is_checked(tmp_path)
    assert is_right, told
