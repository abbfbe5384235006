"""Whether the returns of a month are still those its pack was built from."""

from __future__ import annotations

from pathlib import Path

from ..home import Home
from ..intake.receipts import RECEIVED, arrivals, digest, is_lock, is_out_of_sight, is_too_large, no_file
from ..model import Month
from .manifest import Manifest, fingerprint_of


def changed_since_built(home: Home, month: Month, manifest: Manifest) -> str:
    """What has changed in the folder of the returns since they were built, in a sentence; empty where nothing has."""
    inputs = home.inputs(month)
    if manifest.received is not None and manifest.received != (now := fingerprint_of(inputs / RECEIVED)):
        what = "has changed since the pack was built" if now else f"was there when the pack was built, and is no longer in {inputs}"
        return f"{RECEIVED} {what}: it says when each return came."
    return _of_the_returns(inputs, manifest, _there(inputs))


def returns_changed_since_built(home: Home, month: Month, manifest: Manifest) -> str:
    """The same of the returns alone; nothing either where all of them are gone, for then the folder was put away."""
    inputs = home.inputs(month)
    here = _there(inputs)
    return _of_the_returns(inputs, manifest, here) if here.intersection(manifest.made_from.values()) else ""


def _of_the_returns(inputs: Path, manifest: Manifest, here: set[str]) -> str:
    gone = next((name for name, was in manifest.made_from.items() if was not in here), "")
    if gone:
        return f"{gone} has changed since the pack was built, or is no longer in {inputs}."
    return "A file has come in since the pack was built." if here - set(manifest.made_from.values()) else ""


def _there(inputs: Path) -> set[str]:
    """The fingerprints of the files that lie there. By content, not by name: the manifest does not name a file whose name may identify a child."""
    arrived = arrivals(inputs).items()
    return {_digest(path) for name, path in arrived if path.is_file() and not is_lock(name) and not is_out_of_sight(name)}


def _digest(path: Path) -> str:
    """The fingerprint of a file people sent; none where it cannot be read or is too large to be, as when the pack was built."""
    try:
        return "" if no_file(path) or is_too_large(path) else digest(path)
    except OSError:
        return ""
