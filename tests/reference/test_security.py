"""Every promise of SECURITY.md has a test, and the test is there; what the product is made of is listed as it is pinned."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = [line for line in SECURITY.splitlines() if line.startswith("| ") and not line.startswith("| promise")]
NAMED = re.findall(r"`(tests/[\w/.]+)::(\w+)`", SECURITY)


def test_every_promise_names_a_test() -> None:
    assert len(PROMISES) > 12
    assert [line for line in PROMISES if "::test_" not in line] == []


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_every_test_named_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_pinned_library_is_in_the_bill_of_materials_under_a_licence_agreed_to() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "requirements" / "sbom.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    bill = json.loads((ROOT / "requirements" / "bill-of-materials.cdx.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    pinned = re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert [part["name"] for part in bill["components"]] == pinned
    assert all(part["hashes"] for part in bill["components"])


def test_the_page_on_what_is_kept_names_every_folder_a_month_has() -> None:
    said = (ROOT / "docs" / "retention.md").read_text(encoding="utf-8")
    for place in (
        "inputs/MONTH/",
        "received.csv",
        "forms/",
        "marked/",
        "messages/",
        "sealed/",
        "withdrawn/",
        "record-MONTH.json",
        "earlier/",
    ):
        assert place in said, place
