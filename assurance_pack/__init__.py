"""From a month's returns to the Board pack: checked, traced to the cell, triangulated, as PDF and Word.

The pipeline is the tree; imports run one way, down it.

    inputs/2026-06/*.xlsx                                                        output/2026-06/
          │                                                                            ▲
       intake ── rows, faults, texts ──▶ record.carry ──▶ assess ──▶ rules ──▶ position ──▶ document ──▶ render
          │                                  ▲              │          │          │            │
       returns (the class is the sheet)   record        changes     problems   every figure  blocks and the
       schema · settings · model      (earlier months)  trends      prompts    once          fate of every row
                                                        signals     waivers

`pipeline` is the only module that knows all the stages; `cli` turns them into commands.

For other programs there are three functions: `read`, `check`, `build` (docs/library.md). Each loads what it needs when it is called, so that
importing the package costs nothing.
"""

from __future__ import annotations

from pathlib import Path as _Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .commands.check import Checked
    from .commands.ending import Built
    from .returns.received import Returns

__all__ = ["__version__", "build", "check", "read"]
__version__ = "1.0.0"


def read(month: str, folder: str | _Path = ".") -> Returns:
    """What came in for a month: rows that keep their cells, the receipt of every file, and what could not be read. Nothing is written.

    Args:
        month: the month the returns speak for, ``2026-06``.
        folder: the working folder, with `pack.toml` and `inputs/`.

    Raises:
        ValueError: the month is not written so.
        assurance_pack.settings_file.SettingsProblem: `pack.toml` is missing or at fault; its `lines` say where.
    """
    from .home import Home
    from .intake.read import read_month
    from .model import Month
    from .settings_file import load

    home = Home(_Path(folder))
    return read_month(home, Month(month), load(home.settings_file)).returns


def check(month: str, folder: str | _Path = ".") -> Checked:
    """Check a month and write the marked copies, as `pack check` does; `.problems` and `.exit_code` say what was found.

    Args and errors are those of `read`, and:

    Raises:
        assurance_pack.pipeline.NothingToRead: there is no folder of returns for the month, and no meeting that reads it.
    """
    from .commands.check import check as check_month
    from .home import Home
    from .model import Month
    from .senders import disagreements
    from .settings_file import load

    home = Home(_Path(folder))
    return check_month(home, Month(month), load(home.settings_file, disagreements))


def build(
    month: str,
    folder: str | _Path = ".",
    *,
    edition: str = "board",
    formats: Iterable[str] = (),
    withhold: bool = False,
    draft: bool = False,
    engine: str = "",
) -> Built:
    """Make an edition of a month, as `pack build` does; `.files` lie in its `output/`, and `.exit_code` is the command's.

    Args and errors are those of `check`, and:

    Args:
        edition: ``board``, ``rdg``, ``hwb`` or ``public``.
        formats: ``pdf``, ``word``, ``html``; PDF and Word where none is named.
        withhold: print “[withheld: may identify a child]” where text would otherwise stop the build.
        draft: mark every page.
        engine: ``weasyprint`` or ``typst`` for the PDF; where none is named, the first that this machine has.

    Raises:
        KeyError: there is no such edition, format or engine.
        assurance_pack.pipeline.Refused: text that would print may identify a child; nothing is written.
        OSError: a file cannot be written, or is open in another program.
    """
    from .commands.build import build as build_month
    from .document.editions import EDITIONS
    from .home import Home
    from .model import Month
    from .senders import disagreements
    from .settings_file import load

    home = Home(_Path(folder))
    settings = load(home.settings_file, disagreements)
    return build_month(
        home, Month(month), settings, EDITIONS[edition], formats=tuple(formats), withholding=withhold, draft=draft, engine=engine
    )
