"""What went wrong, as one sentence to the officer and an exit code to the scheduler."""

from __future__ import annotations

import errno
import logging
import os
from pathlib import Path

from ..exit_codes import CANNOT, REFUSED, TO_MEND, USAGE
from ..intake.adopting.mapping import MappingProblem
from ..intake.as_typed import visible
from ..intake.opening.reader import CannotRead
from ..model import Month
from ..pipeline import NothingToRead, Refused
from ..record.approval import SealProblem
from ..record.damage import RecordProblem
from ..record.manifest import place_of
from ..record.writing import HalfReplaced, InUse
from ..render import CannotDraw, LookRefused
from .adopt import CannotAdopt
from .build import StrictlyRefused
from .compare import NoRecord
from .months import no_meeting
from .nothing_read import NothingReadNow
from .say import tally
from .take_down import CannotTakeDown


def spoken(fault: Exception) -> tuple[str, int]:
    """The sentence and exit code for whatever stopped a command."""
    match fault:
        case NothingToRead():
            month, settings, inputs = fault.args
            if not inputs.parent.is_dir():
                return (
                    f"There is no folder {inputs.parent}: it was moved, or a drive is not connected. Nothing was read, and nothing was written.",
                    USAGE,
                )
            return f"There is no folder inputs/{month}. {no_meeting(settings, month)}", USAGE
        case Refused():
            return "\n".join(refused_lines(fault)), REFUSED
        case StrictlyRefused():
            found = fault.understood.verdicts.problems
            return f"Nothing was written, because of --strict: {tally(found)}. “pack check” lists them.", TO_MEND
        case SealProblem() | RecordProblem() | NothingReadNow():
            return str(fault), REFUSED
        case CannotAdopt() | CannotTakeDown():
            return str(fault), REFUSED if fault.refused else USAGE
        case LookRefused() | NoRecord() | MappingProblem():
            return str(fault), USAGE
        case CannotDraw() | CannotRead():
            return str(fault), CANNOT
        case OSError():
            return _of_a_file(fault), CANNOT
        case _:
            logging.getLogger(__name__).debug("unforeseen", exc_info=fault)
            return (
                "Something went wrong that pack did not foresee. Files are replaced together or not at all, so the output is whole. "
                "Run “pack doctor”, and send its answer to whoever looks after pack.",
                CANNOT,
            )


def _of_a_file(fault: OSError) -> str:
    """What to do about a file that cannot be read, written or replaced."""
    name = _name(fault)
    if isinstance(fault, HalfReplaced):
        return f"{name} was opened in another program while files were put in place. Close it, then run any pack command: it puts the rest in place."
    if isinstance(fault, InUse):
        if fault.filename and Path(fault.filename).is_dir():
            return f"A folder called {name} stands where a file of that name is to be written. Rename it, then try again. The files beside it are as they were."
        return (
            f"{name} cannot be replaced. Close it if it is open in another program, and see that it is not marked as read-only; then try again. "
            "The files of its folder are as they were."
        )
    if isinstance(fault, PermissionError):
        verb, folder = ("read", "read the folder") if _is_sent(fault) else ("written", "write to the folder")
        return f"{name} cannot be {verb}. Close it if it is open in another program, and check that you may {folder}; then try again."
    if stands := _file_in_the_way(fault):
        return f"{_called(stands)} is a file, and a folder of that name is to be there. Rename it or take it away, then try again. Nothing in it was changed."
    why = _WHY.get(fault.errno or 0, "the disk may be full, or the folder no longer there. Try again.")
    return f"{name} cannot be read or written: {why} Files are replaced together or not at all, so what lies there is whole."


def _file_in_the_way(fault: OSError) -> Path | None:
    """The file that stands where a folder is to be made or looked into; none where that is not what is wrong."""
    if fault.errno not in (errno.EEXIST, errno.ENOTDIR) or not fault.filename:
        return None
    path = Path(os.fsdecode(fault.filename))
    return next((one for one in (path, *path.parents) if one.is_file()), None)


_GONE = "it is no longer there, or the drive it is on is not connected. Connect it, then try again."
_WHY = {
    errno.ENOSPC: "the disk is full. Make room on it, then try again.",
    errno.EDQUOT: "your room on this disk is used up. Make room on it, then try again.",
    errno.EROFS: "the disk it is on may only be read from here. Use a folder you may write to (--home), or ask for permission, then try again.",
    errno.ENAMETOOLONG: "its name, with the folders it lies in, is too long for this machine. Move the working folder to a shorter path, then try again.",
    **dict.fromkeys(
        (errno.ENOENT, errno.ENOTDIR, errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.ETIMEDOUT, errno.ENXIO), _GONE
    ),
}
"""Why the machine did not read or write a file, as far as it says, and what to do."""


def refused_lines(fault: Refused) -> list[str]:
    """Why nothing was written: the places, never what stands there."""
    lines = ["Nothing was written: text that would be printed may identify a child.", ""]
    for problem in fault.problems:
        lines.append(f"  {problem.rule}  {problem.sentence}")
        lines += [f"          {cell}" for cell in problem.cells]
    return [
        *lines,
        "",
        "Ask the sender to take it out, or build with --withhold to print “[withheld: may identify a child]” in its place.",
    ]


def _is_sent(fault: OSError) -> bool:
    """Whether it is something people sent: that is only ever read."""
    return bool(fault.filename) and "inputs" in Path(os.fsdecode(fault.filename)).parts


def _name(fault: OSError) -> str:
    """The file, or of a folder of the archive the place: ``output/2026-06``, since its name alone is a month."""
    if not fault.filename:
        return "A file"
    return _called(Path(os.fsdecode(fault.filename)))


def _called(path: Path) -> str:
    return visible(place_of(path) if Month.PATTERN.fullmatch(path.name) else path.name)
