"""Write pylock.toml (PEP 751): the libraries of runtime.txt, each by the name and hash of its wheel, in a folder `wheels` beside the file.

`make lock` calls it with what uv resolved. An address would send every council to the index the lock was made on; a path sends nobody anywhere:
the wheels are fetched by `make laptop`, from the index of whoever calls it, and the hash says that they are the same.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from packaging.utils import parse_wheel_filename

HERE = Path(__file__).parent
FOLDER = "wheels"
_PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
_MINORS = (11, 12, 13, 14)
"""Of Python 3."""
_LAPTOPS = re.compile(r"any|win_(?:amd64|arm64)|macosx_\w+|manylinux\w*_(?:x86_64|aarch64)")


def for_a_laptop(name: str) -> bool:
    """Whether a wheel is for a Python and a machine that `pack` is meant for."""
    return any(
        _LAPTOPS.fullmatch(tag.platform)
        and (
            tag.interpreter.startswith("py")
            or (tag.abi == "abi3" and int(tag.interpreter.removeprefix("cp3")) <= _MINORS[0])
            or (tag.interpreter == tag.abi and tag.abi in {f"cp3{minor}" for minor in _MINORS})
        )
        for tag in parse_wheel_filename(name)[3]
    )


def lock(resolved: str, pinned: str) -> str:
    """The lock of the libraries pinned, from one with addresses; a library pinned with no wheel for a laptop is an error."""
    found = {package["name"]: package for package in tomllib.loads(resolved)["packages"]}
    lines = ['lock-version = "1.0"', 'created-by = "pack"', f'requires-python = ">=3.{_MINORS[0]}"']
    for name, version in sorted(_PINNED.findall(pinned)):
        lines += ["", "[[packages]]", f'name = "{name}"', f'version = "{version}"', "wheels = ["]
        wheels = sorted((wheel["url"].rpartition("/")[2], wheel) for wheel in found[name]["wheels"])
        lines += [
            f'    {{ path = "{FOLDER}/{file}", size = {wheel["size"]}, hashes = {{ sha256 = "{wheel["hashes"]["sha256"]}" }} }},'
            for file, wheel in wheels
            if for_a_laptop(file)
        ]
        if lines[-1].endswith("["):
            sys.exit(f"No wheel of {name} {version} is for a laptop: it would have to be built there.")
        lines.append("]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (HERE / "pylock.toml").write_text(lock(Path(sys.argv[1]).read_text("utf-8"), (HERE / "runtime.txt").read_text("utf-8")), "utf-8")
