"""What a withdrawal took away whole, and how each is had again without what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..home import Home
from ..model import Month
from ..record.seal import standing_approval
from .formats import FORMATS
from .lay_down import SET_ASIDE, last_build


def made_again(home: Home, removed: Iterable[Path]) -> tuple[str, ...]:
    """A sentence for each kind of file that was taken away, once."""
    return tuple(dict.fromkeys(f"To have {what} again, without it: {how}" for what, how in _made_again(home, removed)))


def _made_again(home: Home, removed: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for path in removed:
        month = next((Month(part) for part in reversed(path.parts) if Month.PATTERN.fullmatch(part)), None)
        if month is None or any(f"({why}" in path.name for why in SET_ASIDE) or "earlier" in path.parts:
            continue  # an earlier build is not made again
        within = path.relative_to(home.output(month)).parts
        if within[0] == "sealed":
            yield _of_a_sealed(path, month)
        elif within[0] in _WRITTEN_BY:
            command = "brief" if within[0] == "forms" and "Reform Delivery" in path.name else _WRITTEN_BY[within[0]]
            yield f"{_CALLED.get(path.suffix, 'what lay')} in output/{month}/{'/'.join(within[:-1])}", f"pack {command} --month {month}."
        else:
            yield _of_a_build(home, path, month)


_WRITTEN_BY = {"forms": "forms", "messages": "chase", "marked": "check", "figures": "figures", "taken-down": "voice"}
"""The command that writes each folder of a month."""
_CALLED = {".eml": "the messages", ".svg": "the figures"}


def _of_a_sealed(path: Path, month: Month) -> tuple[str, str]:
    kind, version = path.suffix.removeprefix(".").upper(), path.parent.name.removeprefix("v")
    return (
        f"the {kind} of version {version} of {month.name}",
        f"save the Word file in output/{month}/sealed/v{version} as {kind}; that version stays approved.",
    )


def _of_a_build(home: Home, path: Path, month: Month) -> tuple[str, str]:
    """By the manifest that names it: which edition it is of, in which format."""
    folder = home.output(month)
    of = next(
        (m.name for m in sorted(folder.glob("manifest*.json")) if (said := last_build(folder, month, m.name)) and path.name in said.files),
        "",
    )
    edition = of.removeprefix("manifest").removesuffix(".json").removeprefix("-")
    form = next((f" --format {key}" for key, form in FORMATS.items() if f".{form.ending}" == path.suffix and path.suffix != ".pdf"), "")
    command = f"pack build --month {month}{f' --edition {edition}' if edition else ''}{form}"
    approved = standing_approval(home, month) if not edition else None
    then = f": it makes the version after {approved.version}, which has to be looked at and approved." if approved else "."
    return f"{path.name}", f"{command}{then}"
