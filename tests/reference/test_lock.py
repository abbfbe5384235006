"""The lock for laptops (PEP 751) says the same as the hashes everybody installs by, and sends nobody to an address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.tags import cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
LOCK = (REQUIREMENTS / "pylock.toml").read_text("utf-8")
PACKAGES = tomllib.loads(LOCK)["packages"]
PINNED = re.findall(
    r"^([\w.-]+)==(\S+) \\\n((?: +--hash=sha256:\w+(?: \\)?\n)+)", (REQUIREMENTS / "runtime.txt").read_text("utf-8"), re.MULTILINE
)


def test_it_names_every_library_that_is_pinned_in_the_same_version() -> None:
    assert sorted((p["name"], p["version"]) for p in PACKAGES) == sorted((name, version) for name, version, _ in PINNED)


def test_every_wheel_has_a_hash_that_is_pinned_for_its_library() -> None:
    pinned = {name: set(re.findall(r"sha256:(\w+)", hashes)) for name, _, hashes in PINNED}
    strange = [(p["name"], w["path"]) for p in PACKAGES for w in p["wheels"] if w["hashes"]["sha256"] not in pinned[p["name"]]]
    assert strange == []


def test_it_holds_no_address() -> None:
    assert "://" not in LOCK


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)], ids="{0[0]}.{0[1]}".format)
@pytest.mark.parametrize(
    "platforms",
    [["win_amd64"], list(mac_platforms((14, 0), "arm64")), ["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"]],
    ids=["Windows", "macOS", "Linux"],
)
def test_a_laptop_has_a_wheel_of_each(version: tuple[int, int], platforms: list[str]) -> None:
    fits = {*cpython_tags(version, platforms=platforms), *parse_wheel_filename("a-1-py3-none-any.whl")[3]}
    without = [p["name"] for p in PACKAGES if not any(fits & parse_wheel_filename(w["path"].rpartition("/")[2])[3] for w in p["wheels"])]
    assert without == []
