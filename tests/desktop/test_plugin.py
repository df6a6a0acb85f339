"""Loading, unloading, and what is then in the toolbox."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.desktop.own_process import run_code

PROMISED = {
    "rawchips": [
        ["SOURCE", "POINT", "PARCELS", "ID_FIELD", "PLACE_OUTLINE", "PLACE_NAME"],
        ["START", "END", "BANDS", "SIZE", "LEVEL"],
        ["MAX_SCENE_CLOUD", "CLEAR_ONLY", "ONE_PER_DATE", "SECOND_OPINION"],
        ["AUTH", "CLOUD_RULE", "OUTPUT"],
    ],
    "compositechips": [
        ["SOURCE", "POINT", "PARCELS", "ID_FIELD", "PLACE_OUTLINE", "PLACE_NAME"],
        ["START", "END", "BANDS", "LUT", "STRETCH"],
        ["SIZE", "LEVEL", "MAX_SCENE_CLOUD", "CLEAR_ONLY", "ONE_PER_DATE", "SECOND_OPINION"],
        ["AUTH", "CLOUD_RULE", "OUTPUT"],
    ],
    "cloudflags": [
        ["SOURCE", "POINT", "PARCELS", "ID_FIELD", "PLACE_OUTLINE", "PLACE_NAME"],
        ["START", "END", "SIZE", "LEVEL"],
        ["MAX_SCENE_CLOUD", "CLEAR_ONLY", "ONE_PER_DATE", "SECOND_OPINION", "AUTH"],
        ["BAD_CLASSES", "TOLERANCE_PCT", "CLOUD_RULE", "OUTPUT"],
    ],
}
DEFAULTS = {
    "rawchips": {"BANDS": "B08,B04,SCL", "CLOUD_RULE": "options"},
    "compositechips": {
        "BANDS": "B08_B04_B03",
        "LUT": "5_95",
        "STRETCH": "series",
        "CLOUD_RULE": "options",
    },
    "cloudflags": {"BAD_CLASSES": "1,3,8,9,10", "TOLERANCE_PCT": 0, "CLOUD_RULE": "classes"},
}
COMMON_DEFAULTS = {
    "SOURCE": "earth-search",
    "SIZE": 1280,
    "LEVEL": "LEVEL2A",
    "MAX_SCENE_CLOUD": 100,
    "CLEAR_ONLY": False,
    "ONE_PER_DATE": True,
    "SECOND_OPINION": False,
}
REQUIRED = {"SOURCE", "OUTPUT"}
_RULES = "CLOUD_RULE PIXELS INNER_BUFFER_M SECOND_OPINION MAX_SCENE_CLOUD AUTH SCHEDULER OUTPUT"
PROMISED_OF_LAYERS = {
    "parceltimeseries": (
        f"SOURCE PARCELS ID_FIELD START END BANDS INDICES {_RULES} OBSERVABILITY CHIPS CHIP_SIZE",
        {"BANDS": "B04,B08", "INDICES": "NDVI", "CHIP_SIZE": 1280},
        {"SOURCE", "PARCELS", "OUTPUT"},
    ),
    "observability": (
        f"SOURCE PARCELS ID_FIELD START END {_RULES}",
        {},
        {"SOURCE", "PARCELS", "OUTPUT"},
    ),
    "matchup": (
        f"SOURCE PARCELS ID_FIELD DATE_FIELD MOST_DAYS BANDS INDICES {_RULES} CHIPS CHIP_SIZE",
        {"BANDS": "B04,B08", "INDICES": "NDVI", "MOST_DAYS": 15, "CHIP_SIZE": 1280},
        {"SOURCE", "PARCELS", "DATE_FIELD", "OUTPUT"},
    ),
}
"""For many parcels: parameters in order, defaults, and what has to be given."""
PROMISED_OF_RECORDS = {
    "queueprogress": ("RECORD OUTPUT", "ANSWERED OPEN OUTPUT"),
    "agreement": (
        "RECORD SECOND OUTPUT CONFUSION DISAGREEMENTS",
        "AGREEMENT CONFUSION COUNT DISAGREEMENTS KAPPA OUTPUT",
    ),
    "exportanswers": ("RECORD OUTPUT", "COUNT OUTPUT"),
    "evidence": (
        "RECORD PARCELS ID_FIELD IDS PDF GEOTIFFS ZIP SOURCE AUTH OUTPUT",
        "COUNT DIFFERENT INDEX NOT_MADE OUTPUT PROVED",
    ),
    "clientfolders": ("INPUT AOI YEAR OUTPUT", "COUNT FAILED OUTPUT"),
}
"""Parameters in order, and outputs."""
LAYER_DEFAULTS = {
    "SOURCE": "earth-search",
    "CLOUD_RULE": "options",
    "PIXELS": "centre",
    "INNER_BUFFER_M": 0,
    "MAX_SCENE_CLOUD": 100,
    "SECOND_OPINION": False,
}


def algorithm(name: str):
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().algorithmById(f"cbmchips:{name}")


def required_of(name: str) -> set[str]:
    """Parameters that have to be given."""
    from qgis.core import QgsProcessingParameterDefinition as Definition

    return {
        row.name()
        for row in algorithm(name).parameterDefinitions()
        if not row.flags() & Definition.Flag.FlagOptional and row.defaultValue() is None
    }


def provider_ids() -> list[str]:
    from qgis.core import QgsApplication

    return sorted(row.id() for row in QgsApplication.processingRegistry().providers())


def test_loading_twice_leaves_nothing_behind() -> None:
    from cbm_chips.plugin import CbmChipsPlugin

    before = provider_ids()
    for _ in range(2):
        plugin = CbmChipsPlugin(None)
        plugin.initProcessing()
        plugin.initGui()
        assert provider_ids() == sorted([*before, "cbmchips"])
        plugin.unload()
        plugin.unload()
        assert provider_ids() == before


def test_a_second_copy_leaves_the_algorithms_to_the_first() -> None:
    """QGIS refuses its provider and deletes it, as where the plugin lies there under two names."""
    from qgis.core import QgsApplication

    from cbm_chips.plugin import CbmChipsPlugin

    first, second = CbmChipsPlugin(None), CbmChipsPlugin(None)
    first.initProcessing()
    second.initProcessing()
    second.unload()
    assert QgsApplication.processingRegistry().providerById("cbmchips") is not None
    first.unload()
    assert QgsApplication.processingRegistry().providerById("cbmchips") is None


def test_unloading_waits_for_a_read_that_still_hangs() -> None:
    from cbm_chips.core.reading.shutdown import SHUTTING_DOWN, THREAD_NAME
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initGui()
    hanging = threading.Thread(target=SHUTTING_DOWN.wait, args=[60], name=f"{THREAD_NAME}_0")
    hanging.start()
    plugin.unload()
    has_waited = not hanging.is_alive()
    SHUTTING_DOWN.set()
    hanging.join()
    SHUTTING_DOWN.clear()
    assert has_waited


def test_importing_the_plugin_loads_no_optional_package() -> None:
    code = (
        "import sys, qgis.core; before = set(sys.modules); "  # newer QGIS loads shapely itself
        "from cbm_chips.plugin import CbmChipsPlugin; "
        "print([name for name in ('pystac_client', 'diskcache', 'rasterio', 'shapely', 'requests')"
        " if name in set(sys.modules) - before])"
    )
    done = run_code(code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_a_row_of_output_kinds_is_an_algorithm(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    from cbm_chips.core.outputs.kinds.table import OUTPUTS
    from cbm_chips.plugin import CbmChipsPlugin

    row = replace(OUTPUTS["bands"], name="mine", algorithm="mychips", title="Mine", help="A\nB")
    monkeypatch.setitem(OUTPUTS, row.name, row)
    plugin = CbmChipsPlugin(None)
    request.addfinalizer(plugin.unload)
    plugin.initProcessing()
    made = algorithm("mychips").create()
    assert (made.displayName(), made.shortDescription()) == ("Mine", "A")
    parameters = [one.name() for one in made.parameterDefinitions()]
    assert parameters == [name for row in PROMISED["rawchips"] for name in row]


@pytest.mark.usefixtures("plugin")
class TestEveryAlgorithm:
    @pytest.fixture(params=sorted(PROMISED))
    def name(self, request: pytest.FixtureRequest) -> str:
        return request.param

    def test_has_the_promised_parameters_in_order(self, name: str) -> None:
        given = [row.name() for row in algorithm(name).parameterDefinitions()]
        assert given == [word for words in PROMISED[name] for word in words]

    def test_has_the_promised_defaults(self, name: str) -> None:
        given = {row.name(): row.defaultValue() for row in algorithm(name).parameterDefinitions()}
        promised = {**COMMON_DEFAULTS, **DEFAULTS[name]}
        assert {word: given[word] for word in promised} == promised

    def test_has_the_defaults_that_a_repetition_leaves_out(self, name: str) -> None:
        from cbm_chips.core.outputs.repeat.process_words import LIMITS

        given = {row.name(): row.defaultValue() for row in algorithm(name).parameterDefinitions()}
        left_out = {row.parameter: row.default for row in LIMITS}
        assert {word: given[word] for word in left_out} == left_out

    def test_asks_for_no_more_than_it_must(self, name: str) -> None:
        assert required_of(name) | {"SOURCE"} == REQUIRED

    def test_takes_words_for_choices(self, name: str) -> None:
        choices = [row for row in algorithm(name).parameterDefinitions() if row.type() == "enum"]
        assert choices
        assert all(row.usesStaticStrings() for row in choices)

    def test_explains_itself(self, name: str) -> None:
        found = algorithm(name)
        assert found.shortHelpString()
        assert found.shortDescription() in found.shortHelpString()
        assert (found.groupId(), found.displayName() != "") == ("imagechips", True)
        assert "sentinel-2" in found.tags()
        assert found.canExecute() == (True, "")

    def test_promises_its_outputs(self, name: str) -> None:
        outputs = {row.name() for row in algorithm(name).outputDefinitions()}
        folder = {"OUTPUT", "MANIFEST", "TABLE", "COUNT", "FAILED"}
        assert outputs == ({"OUTPUT", "COUNT", "FAILED"} if name == "cloudflags" else folder)


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("name", sorted(PROMISED_OF_RECORDS))
def test_what_works_on_records_and_folders_keeps_its_promises(name: str) -> None:
    found = algorithm(name)
    parameters, outputs = PROMISED_OF_RECORDS[name]
    assert [row.name() for row in found.parameterDefinitions()] == parameters.split()
    assert sorted(row.name() for row in found.outputDefinitions()) == outputs.split()
    assert found.shortHelpString()


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("name", sorted(PROMISED_OF_LAYERS))
class TestEveryAlgorithmForManyParcels:
    def test_has_the_promised_parameters_in_order(self, name: str) -> None:
        given = [row.name() for row in algorithm(name).parameterDefinitions()]
        assert given == PROMISED_OF_LAYERS[name][0].split()

    def test_has_the_promised_defaults(self, name: str) -> None:
        given = {row.name(): row.defaultValue() for row in algorithm(name).parameterDefinitions()}
        promised = {**LAYER_DEFAULTS, **PROMISED_OF_LAYERS[name][1]}
        assert {word: given[word] for word in promised} == promised

    def test_asks_for_no_more_than_it_must(self, name: str) -> None:
        assert required_of(name) | {"SOURCE"} == PROMISED_OF_LAYERS[name][2]

    def test_takes_words_for_choices(self, name: str) -> None:
        rows = algorithm(name).parameterDefinitions()
        choices = {row.name(): row for row in rows if row.type() == "enum"}
        assert choices.keys() >= {"CLOUD_RULE", "PIXELS"}
        assert all(row.usesStaticStrings() for row in choices.values())

    def test_explains_itself(self, name: str) -> None:
        found = algorithm(name)
        assert found.shortHelpString()
        assert (found.groupId(), found.displayName() != "") == ("manyparcels", True)
        assert found.canExecute() == (True, "")

    def test_promises_its_outputs(self, name: str) -> None:
        outputs = {row.name() for row in algorithm(name).outputDefinitions()}
        more = {"OBSERVABILITY", "CHIPS"} if name == "parceltimeseries" else set()
        more |= {"CHIPS"} if name == "matchup" else set()
        assert outputs == {"OUTPUT", "COUNT", "FAILED"} | more


@pytest.mark.usefixtures("plugin")
def test_the_provider_has_a_face() -> None:
    from qgis.core import QgsApplication

    provider = QgsApplication.processingRegistry().providerById("cbmchips")
    assert provider.name() == "CbM Chips"
    assert not provider.icon().pixmap(16).isNull()
