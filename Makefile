# On a fresh Debian 12 with git and make, `make test` is all it takes: `setup` brings the rest.
# QGIS's Python modules belong to Debian's interpreter, so another python3 on PATH must not win.
PYTHON = /usr/bin/python3
export PATH := /usr/bin:$(PATH)

VENV := .venv
BIN := $(VENV)/bin

DEBIAN_PACKAGES := qgis python3-qgis qgis-providers python3-rasterio python3-shapely \
	python3-pyproj python3-requests python3-numpy python3-scipy python3-pil python3-venv \
	xvfb xauth xdotool qttools5-dev-tools graphviz

.PHONY: remembered setup lint format test test-core test-thorough test-desktop test-without-rasterio test-core-without-rasterio \
	test-desktop-without-rasterio test-site test-qt6 matrix release demo pictures tour inspection-day architecture \
	translations cbm-server bench scale load reliability package clean

setup: build/venv.stamp

build/debian.stamp: Makefile
	@mkdir -p build
	@missing=""; \
	if ! command -v dpkg-query >/dev/null; then \
		echo "Not a Debian system: these must be there already: $(DEBIAN_PACKAGES)"; \
	else \
		for package in $(DEBIAN_PACKAGES); do \
			case "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" in \
				installed) ;; \
				*) missing="$$missing $$package" ;; \
			esac; \
		done; \
	fi; \
	if [ -n "$$missing" ]; then \
		echo "Installing Debian packages:$$missing"; \
		if [ "$$(id -u)" = 0 ]; then as_root=""; \
		elif command -v sudo >/dev/null; then as_root="sudo"; \
		else echo "Become root, or install these packages by hand:$$missing" >&2; exit 1; fi; \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get update && \
		$$as_root env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y --no-install-recommends $(DEBIAN_PACKAGES); \
	fi
	@touch $@

$(BIN)/pip: | build/debian.stamp
	$(PYTHON) -m venv --clear --system-site-packages $(VENV)

# Debian's pyproj looks for PROJ's database beneath sys.prefix: in the environment, that is here.
build/venv.stamp: requirements-dev.txt $(BIN)/pip | build/debian.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --requirement requirements-dev.txt
	mkdir -p $(VENV)/share
	ln -sfn "$$($(PYTHON) -c 'from pyproj import datadir; print(datadir.get_data_dir())')" $(VENV)/share/proj
	@touch $@

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --python-version $$($(BIN)/python .ci/oldest_python.py)
	$(BIN)/lint-imports --no-logo

format: setup
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# Side by side in half as many processes again as there are cores, as tests wait for servers, threads
# and processes a part of their time; WORKERS=0 runs them in one.
WORKERS ?= auto
PROCESSES = $(if $(filter auto,$(WORKERS)),$(shell expr $$(nproc 2>/dev/null || echo 2) \* 3 / 2),$(WORKERS))
PYTEST = $(BIN)/python -m pytest --numprocesses $(PROCESSES) --maxprocesses 8 --dist worksteal
PYTEST_IN_QGIS = QT_QPA_PLATFORM=offscreen $(PYTEST) $(addprefix -W ,$(WARNINGS))

# Tests start a hundred Python processes: none of them should compile its modules anew.
test-core test-desktop test-thorough: export PYTHONDONTWRITEBYTECODE =

test-core: setup
	$(PYTEST) tests/core tests/project

# All made-up examples and all combinations of parameters, see tests/effort.py; takes minutes.
test-thorough: export CBM_CHIPS_TESTS = thorough
test-thorough: setup
	$(PYTEST) tests/core tests/project

# QGIS and the packages around it warn about themselves: only core turns warnings into errors, and
# so does WARNINGS= for these, but for the foreign ones that pyproject.toml names.
WARNINGS ?= default
test-desktop: setup
	$(PYTEST_IN_QGIS) tests/desktop

# Both as where rasterio is not installed, as in QGIS on Windows: QGIS's own GDAL reads
WITHOUT_RASTERIO = test-core-without-rasterio test-desktop-without-rasterio
$(WITHOUT_RASTERIO): export PYTHONPATH = $(CURDIR)/tests/without_rasterio
$(WITHOUT_RASTERIO): export PYTHONDONTWRITEBYTECODE =
test-without-rasterio: $(WITHOUT_RASTERIO)

test-core-without-rasterio: setup
	$(PYTEST) tests/core

test-desktop-without-rasterio: setup
	$(PYTEST_IN_QGIS) tests/desktop

# The checks of the plugin site, made of the zip
test-site: setup
	$(PYTEST) tests/site

# The same widgets over PyQt6, without QGIS: names, imports, clicks, keys, layouts, painting
QT6_STORIES = tests/qt6 tests/desktop/gui/thumbnails tests/desktop/gui/plot/test_view.py \
	tests/desktop/gui/session
test-qt6: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -W default --confcutdir tests/desktop/gui \
		-p tests.conftest -p tests.qt6.without_qgis $(QT6_STORIES)

test: lint test-core test-desktop test-site test-qt6

# Other versions of QGIS and Python, in chroots that stay under build/matrix; needs root on Debian.
# For one of them, or some parts: make matrix MATRIX="--only forky --parts core,zip"
# README's table anew, of what docs/matrix.csv keeps: make matrix MATRIX=--table
matrix:
	$(PYTHON) .ci/matrix.py $(MATRIX)

demo: setup
	$(BIN)/python tests/demo.py

# The dock in all its states on screens nobody sees, to be looked at: build/pictures
pictures: setup
	$(BIN)/python tests/pictures.py

# README's pictures of an inspection's day, taken anew: docs/pictures
tour: setup
	$(BIN)/python tests/tour.py

# A day of an inspector by keys in the real QGIS, killed amid the work: build/inspection-day
inspection-day: setup
	$(BIN)/python tests/inspection_day.py

# More switches of the service, see tests/servers/cbm/switches.py: make cbm-server SWITCHES="--batch false"
# The products of the documented example in place of the archive's: make cbm-server SWITCHES="--products seed"
cbm-server: setup
	$(BIN)/python -m tests.cbm_server $(SWITCHES)

# The rooms and their arrows, from the code: docs/*.svg and the table in docs/architecture.md
architecture: setup
	$(BIN)/python .ci/architecture.py

bench: setup
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.parcels
	$(BIN)/python -m benchmarks.cancelling

# A member state on paper: plans made parcels, reads nothing; the figures of docs/scale.md
scale: setup
	$(BIN)/python -m benchmarks.scale

# What is left behind by 2,000 runs of each kind, and the memory of a long season: docs/reliability.md.
# For some of it: make load LOAD="--kinds docks season"
load: setup
	nice $(BIN)/python -m benchmarks.load --write $(LOAD)

# What each fault costs, from real servers that misbehave: docs/reliability.md
reliability: setup
	$(BIN)/python -m tests.fault_table

# New words of the code into i18n/*.ts, for a person to translate; a linked clone speaks what is there
translations: setup
	$(BIN)/python .ci/translations.py update
	$(BIN)/python .ci/translations.py compile

# build/cbm_chips.zip, a build of development: its version says so
package: setup
	$(BIN)/python .ci/translations.py missing
	$(BIN)/python .ci/package.py $(PACKAGE)

# The zip for plugins.qgis.org, after all that must be green, in this order; the first red one ends it.
# Needs what `make matrix` needs, and hours. One that has ended is taken up again by the steps that
# are left, if it was the same commit: make release RELEASE="load matrix"
RELEASE_STEPS = test test-thorough test-without-rasterio demo load matrix
RELEASE ?= $(RELEASE_STEPS)
GREEN = build/release
release: setup
	$(BIN)/python .ci/package.py --may-release
	@for step in $(RELEASE); do \
		$(MAKE) $$step MATRIX=--must-run && $(MAKE) remembered STEP=$$step || exit 1; done
	@for step in $(RELEASE_STEPS); do \
		test "$$(cat $(GREEN)/$$step 2>/dev/null)" = "$$(git rev-parse HEAD)" \
			|| { echo "Not green yet on this commit: make $$step"; exit 1; }; done
	$(MAKE) package PACKAGE=--release

remembered:
	@mkdir -p $(GREEN) && git rev-parse HEAD > $(GREEN)/$(STEP)

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +
