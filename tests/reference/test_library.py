"""`pack` used by another program: three functions, schemas of what is kept and printed, exit codes; and the wheel it comes in."""

from __future__ import annotations

import inspect
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import assurance_pack
from assurance_pack import exit_codes
from assurance_pack.cli import main
from assurance_pack.commands.init import init
from assurance_pack.reference import SCHEMA_VERSION, SCHEMAS
from assurance_pack.settings_file import SettingsProblem

ROOT = Path(__file__).parents[2]
APRIL = "2026-04"
HEAVY = ("pydantic", "openpyxl", "weasyprint", "docx", "lxml", "click")


def test_importing_the_package_loads_none_of_the_libraries_it_works_with() -> None:
    program = f"import sys, assurance_pack; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_help_loads_no_library_but_the_one_of_the_command_line() -> None:
    program = "import sys; sys.argv = ['pack', '--help']\nfrom assurance_pack.cli import main\ntry:\n main()\nexcept SystemExit:\n pass\n"
    program += f"print([m for m in {HEAVY} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip().splitlines()[-1] == "['click']"


def test_the_functions_say_what_they_take_and_give() -> None:
    given = {name: str(inspect.signature(getattr(assurance_pack, name))) for name in ("read", "check", "build")}
    assert given == {
        "read": "(month: 'str', folder: 'str | _Path' = '.') -> 'Returns'",
        "check": "(month: 'str', folder: 'str | _Path' = '.') -> 'Checked'",
        "build": "(month: 'str', folder: 'str | _Path' = '.', *, edition: 'str' = 'board', formats: 'Iterable[str]' = (), "
        "withhold: 'bool' = False, draft: 'bool' = False, engine: 'str' = '') -> 'Built'",
    }
    assert (ROOT / "assurance_pack" / "py.typed").exists()


def test_a_folder_without_settings_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem) as fault:
        assurance_pack.read(APRIL, tmp_path)
    assert "Run “pack init” to lay out a folder" in fault.value.lines[0]


def test_exit_codes_stay_what_they_are() -> None:
    assert (exit_codes.DONE, exit_codes.TO_MEND, exit_codes.USAGE, exit_codes.REFUSED, exit_codes.CANNOT) == (0, 1, 2, 3, 4)


@pytest.mark.slow
def test_a_month_read_checked_and_built_from_a_program_is_what_the_schemas_say(tmp_path: Path) -> None:
    init(tmp_path, sample=True)
    for later in ("2026-05", "2026-06", "2026-07"):
        shutil.rmtree(tmp_path / "inputs" / later)
    returns = assurance_pack.read(APRIL, tmp_path)
    assert {"M-CAP-001", "R-RDG-001"} <= {row.ref for row in returns.rows}
    assert not (tmp_path / "output" / APRIL).exists()
    assert all(p.rule.startswith("AP") for p in assurance_pack.check(APRIL, tmp_path).problems)
    built = assurance_pack.build(APRIL, tmp_path, formats=["word"])
    assert built.exit_code in (exit_codes.DONE, exit_codes.TO_MEND)
    assert f"assurance-pack-{APRIL}.docx" in {path.name for path in built.files}
    made = {
        "record": (tmp_path / "output" / APRIL / f"record-{APRIL}.json").read_text(encoding="utf-8"),
        "manifest": (tmp_path / "output" / APRIL / "manifest.json").read_text(encoding="utf-8"),
    }
    for name in sorted(set(SCHEMAS) - set(made)):
        said = CliRunner().invoke(
            main, [*PRINTS[name].split(), "--json", "--home", str(tmp_path)] if name != "rules" else ["rules", "--json"]
        )
        assert said.exit_code in (exit_codes.DONE, exit_codes.TO_MEND), (name, said.output)
        made[name] = said.stdout
    for name, text in made.items():
        jsonschema.validate(json.loads(text), schema_of(name))
    assert len(json.loads(made["status"])["returns"]) == len(returns.receipts)
    assert json.loads(made["check"])["problems"]
    assert json.loads(made["build"])["crosswalk"]["read"] == len(returns.rows)


PRINTS = {
    "months": "months", "months-plan": "months --plan", "status": f"status --month {APRIL}", "check": f"check --month {APRIL}",
    "build": f"build --month {APRIL} --format word", "verify": "verify", "rules": "rules", "compare": f"compare {APRIL} {APRIL}",
    "trace": "trace M-CAP-001", "doctor": "doctor",
}  # fmt: skip
"""What is typed for each schema of what a command prints; `--json` goes after it."""


def schema_of(name: str) -> dict[str, Any]:
    return json.loads((ROOT / "docs" / "schemas" / f"{name}.v{SCHEMA_VERSION}.json").read_text(encoding="utf-8"))


def test_every_command_that_prints_data_has_a_schema_and_every_schema_its_command() -> None:
    with_json = {name for name, command in main.commands.items() if any(p.name == "as_data" for p in command.params)}
    assert {typed.split()[0] for typed in PRINTS.values()} == with_json
    assert set(SCHEMAS) == set(PRINTS) | {"record", "manifest"}


@pytest.mark.parametrize("name", [n for n in sorted(SCHEMAS) if n != "compare"])
def test_what_lacks_a_field_is_not_what_the_schema_says(name: str) -> None:
    said = schema_of(name)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{}] if said.get("type") == "array" else {}, said)


def fields_of(said: dict[str, Any]) -> set[str]:
    """Every field of a schema, by the model it stands in: ``ReturnPrinted.name``."""
    models = {"": said, **said.get("$defs", {})}
    return {f"{model}.{field}" for model, about in models.items() for field in about.get("properties", {})}


def test_while_the_version_stays_no_field_goes_that_another_program_may_read() -> None:
    promised = (Path(__file__).parent / f"fields_of_version_{SCHEMA_VERSION}.txt").read_text(encoding="utf-8").split()
    there = {f"{name}:{field}" for name in SCHEMAS if name != "record" for field in fields_of(schema_of(name))}
    assert set(promised) - there == set()


@pytest.mark.slow
@pytest.mark.parametrize("command", ["status", "check"])
def test_the_exit_code_is_the_same_with_and_without_json(command: str, tmp_path: Path) -> None:
    init(tmp_path)
    typed = [command, "--month", APRIL, "--home", str(tmp_path)]
    (tmp_path / "inputs" / APRIL).mkdir(parents=True)
    codes = {CliRunner().invoke(main, [*typed, *more]).exit_code for more in ([], ["--json"])}
    assert codes == {exit_codes.TO_MEND}


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the source distribution, built once without the network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True, text=True
    )
    return folder


@pytest.mark.slow
def test_the_wheel_holds_forms_look_fonts_with_their_licences_samples_and_types(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    assert wheel.name.startswith(f"assurance_pack-{assurance_pack.__version__}-")
    held = set(zipfile.ZipFile(wheel).namelist())
    for top in ("templates", "inputs"):
        beneath = {f"assurance_pack/carried/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / top).rglob("*") if p.is_file()}
        assert beneath <= held
    assert {"assurance_pack/py.typed", "assurance_pack/carried/pack.toml", "assurance_pack/rules/guard/given_names.txt"} <= held
    licences = {name.partition("/licenses/")[2] for name in held if "/licenses/" in name}
    assert licences == {"LICENSE", "templates/look/fonts/OFL.txt", "templates/look/fonts/scripts/OFL.txt"}


@pytest.mark.slow
def test_the_source_distribution_holds_what_a_newcomer_reads_and_builds_from(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE",
        "pack.toml",
        "docs/library.md",
        "samples/elsewhere/pack.toml",
    } <= held
    assert {"templates/look/fonts/OFL.txt", "inputs/2026-06/received.csv"} <= held


@pytest.mark.slow
def test_the_sample_months_are_laid_down_with_the_settings_that_call_them_invented(tmp_path: Path) -> None:
    folder = tmp_path / "try-it"
    result = CliRunner().invoke(main, ["init", str(folder), "--sample"])
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == f"Next: pack build --month 2026-06 --home {folder}"
    assert (folder / "pack.toml").read_bytes() == (ROOT / "pack.toml").read_bytes()
    assert {p.name for p in (folder / "inputs").iterdir()} == {p.name for p in (ROOT / "inputs").iterdir()}
    again = CliRunner().invoke(main, ["init", str(folder), "--sample"])
    assert (again.exit_code, "a folder of its own" in again.output) == (2, True)
