"""What plugins.qgis.org and QGIS's plugin manager ask of metadata, files and zip."""

from __future__ import annotations

import ast
import configparser
import os
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.package_script import package
from tests.project.code import nodes

ROOT = Path(__file__).resolve().parents[2]
REQUIRED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "homepage", "tracker", "repository",
)  # fmt: skip


@pytest.fixture(scope="module")
def metadata():
    parser = configparser.ConfigParser()  # interpolating, as the site's own
    parser.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    assert parser.sections() == ["general"]
    return dict(parser["general"])  # reading every value interpolates every value


@pytest.fixture(scope="module")
def built_zip(tmp_path_factory):
    target = tmp_path_factory.mktemp("zip") / "cbm_chips.zip"
    package.build(target)
    return target


@pytest.fixture(scope="module")
def zip_names(built_zip):
    with zipfile.ZipFile(built_zip) as packed:
        return packed.namelist()


def test_metadata_has_no_byte_order_mark():
    assert (ROOT / "metadata.txt").read_bytes().startswith(b"[general]")


@pytest.mark.parametrize("key", REQUIRED)
def test_a_required_key_has_a_value(metadata, key):
    assert metadata[key.lower()].strip()


def test_the_version_is_three_plain_numbers_and_the_changelogs_newest(metadata):
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest.group(1) == metadata["version"]
    assert "changelog" not in metadata  # it is put in when it is packed


def test_the_plugin_is_listed_from_qgis_3_22_to_4(metadata):
    assert metadata["qgisminimumversion"] == "3.22"
    assert metadata["qgismaximumversion"] == "4.99"


def test_qgis_process_lists_the_provider(metadata):
    assert metadata["hasprocessingprovider"] == "yes"


def test_name_author_and_category_keep_the_sites_rules(metadata):
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert metadata["category"] in ("Raster", "Web")


@pytest.mark.parametrize("key", ["homepage", "tracker", "repository"])
def test_a_link_is_an_https_address(metadata, key):
    assert re.fullmatch(r"https://[\w.-]+/\S+", metadata[key])


def test_about_names_services_licence_and_accounts(metadata):
    for word in ("External services", "Earth Search", "Planetary Computer", "account", "licence"):
        assert word in metadata["about"]


def test_the_icon_is_a_drawing_that_exists(metadata):
    icon = ElementTree.parse(ROOT / metadata["icon"]).getroot()
    assert icon.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_licence_is_the_gpl():
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text("utf-8")


def test_the_zip_has_one_top_folder_that_python_can_import(zip_names):
    tops = {name.split("/")[0] for name in zip_names}
    assert tops == {"cbm_chips"}
    assert "cbm_chips".isidentifier()


@pytest.mark.parametrize("name", ["__init__.py", "metadata.txt", "LICENSE", "README.md"])
def test_the_zip_has_what_the_site_demands(zip_names, name):
    assert f"cbm_chips/{name}" in zip_names


def test_the_zip_has_the_package_and_its_icon(zip_names):
    assert {"cbm_chips/cbm_chips/__init__.py", "cbm_chips/resources/icon.svg"} <= set(zip_names)


def test_the_zip_has_the_style_of_html_pages(zip_names):
    assert "cbm_chips/cbm_chips/core/outputs/html/style.css" in zip_names


def test_the_zip_has_no_tests_caches_or_hidden_files(zip_names):
    forbidden = re.compile(r"(^|/)(tests|benchmarks|build|__pycache__|\.[^/]*)(/|$)|\.py[cod]$")
    assert [name for name in zip_names if forbidden.search(name)] == []


def test_the_same_tree_gives_the_same_zip(built_zip, tmp_path):
    package.build(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == built_zip.read_bytes()


METADATA = """[general]
version=0.1.0
email=cbm-chips@example.org
homepage=https://github.com/cbm-chips/cbm-chips
"""
REAL = METADATA.replace("example.org", "farms.eu").replace("cbm-chips/", "farms/")
CHANGELOG = """# Changelog

## 0.1.0 – 2027-01-31

- Shares of 5 %
  and more.

## 0.0.9 – 2026-01-31

- Older.
"""


class TestARelease:
    def test_is_refused_while_addresses_are_placeholders(self):
        with pytest.raises(package.Refused, match="email, homepage"):
            package.metadata_for(METADATA, CHANGELOG, is_release=True)

    def test_is_refused_while_its_day_is_not_known(self):
        unreleased = CHANGELOG.replace("2027-01-31", "unreleased")
        with pytest.raises(package.Refused, match=r"0\.1\.0 has no date yet"):
            package.metadata_for(REAL, unreleased, is_release=True)

    def test_is_refused_where_metadata_and_changelog_speak_of_two_versions(self):
        with pytest.raises(package.Refused, match=r"begins with 0\.1\.0"):
            package.metadata_for(REAL.replace("0.1.0", "0.2.0"), CHANGELOG, is_release=True)

    def test_leaves_no_zip_behind_when_it_is_refused(self, tmp_path):
        for name in package.CONTENTS:
            (tmp_path / name).write_text("", encoding="utf-8")
        (tmp_path / "metadata.txt").write_text(METADATA, encoding="utf-8")
        (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
        with pytest.raises(package.Refused):
            package.build(tmp_path / "out" / "it.zip", root=tmp_path, is_release=True)
        assert not (tmp_path / "out" / "it.zip").exists()

    def test_tells_what_the_changelog_begins_with(self):
        packed = package.metadata_for(REAL, CHANGELOG, is_release=True)
        parser = configparser.ConfigParser()
        parser.read_string(packed)
        assert packed.startswith(REAL)
        assert parser["general"]["changelog"] == "0.1.0\n- Shares of 5 %\nand more."

    def test_is_no_build_of_development_which_says_so(self):
        packed = package.metadata_for(METADATA, CHANGELOG, is_release=False)
        assert "version=0.1.0-dev\n" in packed

    def test_is_made_after_all_that_must_be_green_in_order(self):
        told = subprocess.run(
            ["make", "--dry-run", "release"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        steps = (
            "package.py --may-release",
            "ruff check",
            "mypy",
            "lint-imports",
            "tests/core tests/project",
            "tests/desktop",
            "tests/site",
            "tests/qt6",
            "tests/core tests/project",
            "tests/demo.py",
            "benchmarks.load",
            ".ci/matrix.py",
            "translations.py missing",
            "package.py --release",
        )
        at = 0
        for step in steps:
            at = told.index(step, at) + 1

    def test_is_not_made_of_another_commit_than_the_one_that_was_green(self, tmp_path):
        python = tmp_path / "python"  # says yes to everything
        python.write_text("#!/bin/sh\n")
        python.chmod(0o755)
        own = [f"BIN={tmp_path}", f"GREEN={tmp_path}", "RELEASE_STEPS=one other"]
        author = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        repository = {**os.environ, "GIT_DIR": str(tmp_path / ".git")}

        def git(*words):
            subprocess.run(["git", *author, *words], env=repository, cwd=tmp_path, check=True)

        def make(*words):
            call = ["make", "--old-file=setup", "MAKE=true", "RELEASE=", *own, *words]
            return subprocess.run(
                call, cwd=ROOT, env=repository, capture_output=True, text=True, check=False
            )

        git("init", "--quiet")
        git("commit", "--quiet", "--allow-empty", "--message", "green")

        assert make("remembered", "STEP=one").returncode == 0
        refused = make("release")
        assert refused.returncode != 0
        assert "Not green yet on this commit: make other" in refused.stdout
        assert make("remembered", "STEP=other").returncode == 0
        assert make("release").returncode == 0
        git("commit", "--quiet", "--allow-empty", "--message", "another")
        assert "commit: make one" in make("release").stdout


@pytest.mark.parametrize(
    "name",
    [
        "other/__init__.py",
        "cbm_chips/tests/test_core.py",
        "cbm_chips/cbm_chips/__pycache__/plugin.cpython-311.pyc",
        "cbm_chips/.git/config",
        "cbm_chips/../evil.py",
        "cbm_chips\\plugin.py",
        "cbm_chips/C:/plugin.py",
        "cbm_chips/library.so",
        "cbm_chips/install.sh",
    ],
)
def test_a_name_the_site_refuses_is_refused_here(name):
    with pytest.raises(package.Refused):
        package.check_names([name])


def test_a_tree_without_licence_is_not_packed(tmp_path):
    with pytest.raises(package.Refused, match="LICENSE"):
        package.build(tmp_path / "zip" / "cbm_chips.zip", root=tmp_path)


def test_qgis_is_imported_by_the_class_factory_only():
    body = ast.parse((ROOT / "__init__.py").read_text("utf-8")).body
    imported = [node for node in body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert {node.module for node in imported} <= {"__future__", "typing"}


def test_imports_inside_the_package_are_relative():
    absolute = [
        file.name
        for file, node in nodes((ast.Import, ast.ImportFrom), r"\b(import|from)\s+cbm_chips\b")
        for name in _imported(node)
        if name.partition(".")[0] == "cbm_chips"
    ]
    assert absolute == []


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [node.module or ""]
    return []


def test_the_help_is_packaged_in_every_language(zip_names):
    pages = {f"cbm_chips/resources/help/{language}.html" for language in ("en", "de", "nl")}
    assert pages <= set(zip_names)
