"""Build build/cbm_chips.zip, the file that plugins.qgis.org takes, and refuse what it refuses.

`package.py --release` builds what may be uploaded. Without it the zip is a development build: its
version says so, and addresses in `metadata.txt` may still be placeholders.
`package.py --may-release` builds nothing and says whether a release would be refused.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "cbm_chips.zip"
TOP = "cbm_chips"
CONTENTS = (
    "__init__.py", "metadata.txt", "LICENSE", "README.md", "cbm_chips", "resources", "i18n"
)  # fmt: skip
# Reviewers refuse programs, compiled code and archives: what is not of these kinds stays out.
KINDS = re.compile(r"\.(css|html|js|json|md|png|py|qm|qml|svg|txt|ui)")
FORBIDDEN_PARTS = frozenset(("tests", "benchmarks", "__pycache__", "__MACOSX", "build", ".."))
LEFT_OUT = frozenset(("__pycache__", ".ts", ".qm"))  # what is compiled comes from `words`
LARGEST_BYTES = 1_710_000
"""What it has, and 5 %. Of 1.63 MB 1.23 are code as people read it, 0.17 translations, 0.15 names
of files, 0.04 help. None of it is idle: of the modules all but five, with 3 kB, are imported by
`plugin.py` in the end. A slower deflate (zopfli) would save 2 %, leaving out translations that
equal their source 0.1 %; as one stream instead of single files the code alone would have 0.91 MB.
"""
PLACEHOLDERS = re.compile(
    r"^(\w+)=.*(example\.(?:org|com|net)|github\.com/cbm-chips/)", re.MULTILINE
)
"""Addresses nobody has chosen yet: `metadata.txt` is the one place to fill them in."""
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: equal contents give equal bytes


class Refused(Exception):
    """The site or its reviewers would not take the zip."""


def build(
    target: Path, *, root: Path = ROOT, words: Path | None = None, is_release: bool = False
) -> list[str]:
    """Write the zip and return the names in it; `words` is a folder of compiled translations.

    Raises:
        Refused: a name, a size, or in a release an address that the site would not take.
    """
    found = {f"{TOP}/{file.relative_to(root).as_posix()}": file for file in _files(root)}
    if words is not None:
        found.update({f"{TOP}/i18n/{file.name}": file for file in words.glob("*.qm")})
    names = sorted(found)
    check_names(names)
    contents = {name: found[name].read_bytes() for name in names}
    metadata = contents[f"{TOP}/metadata.txt"].decode("utf-8")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    packed = metadata_for(metadata, changelog, is_release=is_release)
    contents[f"{TOP}/metadata.txt"] = packed.encode("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content, compresslevel=9)
    if target.stat().st_size > LARGEST_BYTES:
        raise Refused(f"{target.name} has {target.stat().st_size} bytes, more than {LARGEST_BYTES}")
    return names


def metadata_for(text: str, changelog: str, *, is_release: bool) -> str:
    """`metadata.txt` as it is packed: with the text of the release, which CHANGELOG begins with.

    What is no release is marked as a build of development.

    Raises:
        Refused: for a release that has addresses or a date to be filled in, or another version.
    """
    version, when, words = newest_of(changelog)
    stated = re.search(r"^version=(\S+)$", text, re.MULTILINE)
    if stated is None or stated[1] != version:
        raise Refused(f"CHANGELOG.md begins with {version}, which is not metadata.txt's version")
    if not is_release:
        text = text.replace(stated[0], f"{stated[0]}-dev")
    else:
        placeholders = sorted({key for key, _ in PLACEHOLDERS.findall(text)})
        if placeholders:
            raise Refused(f"metadata.txt: {', '.join(placeholders)}: fill in addresses that exist")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", when):
            raise Refused(f"CHANGELOG.md: {version} has no date yet")
    indented = "".join(f"\n    {line.strip()}" for line in words.splitlines() if line.strip())
    return f"{text.rstrip()}\nchangelog={version}{indented.replace('%', '%%')}\n"


def newest_of(changelog: str) -> tuple[str, str, str]:
    """Version, date and text of the first section."""
    found = re.search(r"^## (\S+)(?: – (\S+))?\n(.*?)(?=^## |\Z)", changelog, re.M | re.S)
    if found is None:
        raise Refused("CHANGELOG.md has no section of a version")
    return found[1], found[2] or "", found[3]


def check_names(names: list[str]) -> None:
    """Raise `Refused` for the first name that must not be in the zip."""
    for name in names:
        parts = name.split("/")
        if parts[0] != TOP:
            raise Refused(f"{name}: everything lies in the one folder {TOP}")
        if FORBIDDEN_PARTS.intersection(parts) or any(part.startswith(".") for part in parts):
            raise Refused(f"{name}: such files and folders have no place in the zip")
        if "\\" in name or ":" in name:
            raise Refused(f"{name}: only plain relative names")
        if parts[-1] != "LICENSE" and not KINDS.fullmatch(Path(name).suffix):
            raise Refused(f"{name}: its kind is not one of those in {Path(__file__).name}")


def _files(root: Path) -> list[Path]:
    missing = [name for name in CONTENTS if not (root / name).exists()]
    if missing:
        raise Refused(f"missing: {', '.join(missing)}")
    found = []
    for name in CONTENTS:
        path = root / name
        found += [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return [file for file in found if not LEFT_OUT.intersection((*file.parts, file.suffix))]


def compiled(folder: Path) -> Path:
    """The folder, with every translation compiled into it anew."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, ROOT / ".ci" / "translations.py", "compile", folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def may_be_released() -> None:
    """Raises `Refused` at once, before hours of tests, for what a release would be refused for."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("metadata.txt", "CHANGELOG.md")]
    metadata_for(*texts, is_release=True)


if __name__ == "__main__":
    try:
        if "--may-release" in sys.argv[1:]:
            may_be_released()
            sys.exit()
        words_of_all = compiled(TARGET.parent / "i18n")
        packed = build(TARGET, words=words_of_all, is_release="--release" in sys.argv[1:])
    except Refused as refusal:
        sys.exit(str(refusal))
    print(f"{TARGET.relative_to(ROOT)}: {len(packed)} files, {TARGET.stat().st_size} bytes")
