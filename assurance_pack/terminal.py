"""What every command does at a terminal: its folder and settings, its month, its progress, and a sentence for whatever goes wrong."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exit_codes import USAGE
from .legible import make_legible

if TYPE_CHECKING:
    from datetime import date

    from .home import Home
    from .model import Month

SELDOM = 1_000_000
"""New objects between two searches for garbage: a month makes few that are not kept to the end, and searching took a tenth of the time."""


class Commands(click.Group):
    """The commands in the order of the month, not of the alphabet; what they print is legible wherever it goes."""

    own_process = False
    """Whether the command was given on a command line, and has its process to itself; a program that calls it within its own has not asked for others."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run a command, once standard output takes every letter."""
        make_legible()
        self.own_process = not (args or more)
        return super().main(*args, **more)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they were declared."""
        return list(self.commands)


def has_own_process() -> bool:
    """Whether the command that runs was given on a command line: see `Commands.own_process`."""
    group = click.get_current_context().find_root().command
    return isinstance(group, Commands) and group.own_process


class MonthType(click.ParamType["Month"]):
    """A month written 2026-06."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        """Read a month, or say how to write one."""
        from .model import Month

        try:
            return Month(str(value))
        except ValueError as fault:
            self.fail(str(fault), param, ctx)


class DayType(click.ParamType[Any]):
    """A day that has come, written as a return may write one."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or say how to write one."""
        from datetime import date as calendar_day

        from .intake.dates import BadDate, parse_date

        try:
            found = parse_date(value)
        except BadDate:
            self.fail("it is no day that can be read one way only. Write it like 2026-07-03 or 3 July 2026.", param, ctx)
        if found > calendar_day.today():
            self.fail("it is a day to come. Give the day on which it was done.", param, ctx)
        return found


LONGEST_ROLE = 80


ENDED_AT_A_QUESTION = "\nStopped at a question: nothing was written. What you typed stands above."


def one_line(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Who does something, by role: it stands on the front of the pack and in the seal, so it is one line and a short one."""
    role = value.replace("\u00a0", " ").strip()  # as it is pasted from Word
    if not role:
        click.echo('Say who, by role: --by "Chair of RDG", or --by "Board secretary".', err=True)
        ctx.exit(USAGE)
    if len(role) > LONGEST_ROLE or not role.isprintable():
        click.echo(
            f'--by is one line of at most {LONGEST_ROLE} characters, and none that cannot be seen. Type the role alone: --by "Chair of RDG".',
            err=True,
        )
        ctx.exit(USAGE)
    return role


LONGEST_REASON = 200


def a_reason(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Why something is done: it is kept and printed as one line, so it is a sentence and no letter."""
    reason = " ".join(value.split())
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        click.echo(
            f"{param.opts[0]} is one sentence of at most {LONGEST_REASON} characters, because it is kept and printed. Say it shorter.",
            err=True,
        )
        ctx.exit(USAGE)
    return reason


class OneOf(click.ParamType[str]):
    """One name of a list that is looked up only where it is asked for, so that the other commands start without it."""

    name = "name"

    def __init__(self, names: Callable[[], Iterable[str]], usual: str = "") -> None:
        """Keep where the list is; `usual` is a name that needs no looking up."""
        self.names, self.usual = names, usual

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """As help shows it: ``[pdf|word|html]``."""
        return f"[{'|'.join(self.names())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as given, or a sentence with those there are."""
        return self.usual if value == self.usual != "" else click.Choice(list(self.names())).convert(value, param, ctx)


home_option = click.option(
    "--home",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="The working folder. Otherwise the one you are in.",
)


def in_a_folder(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command `--home`, its settings, and one plain sentence for what goes wrong."""

    @home_option
    @wraps(command)
    def run(folder: Path, **options: Any) -> None:
        seldom_look_for_garbage()
        look_for_no_plugins()
        from .home import Home
        from .senders import disagreements
        from .settings_file import SettingsProblem, load

        home = Home(folder)
        try:
            settings = load(home.settings_file, disagreements)
        except SettingsProblem as fault:
            for line in fault.lines:
                click.echo(line, err=True)
            sys.exit(USAGE)
        sys.exit(guarded(lambda: _finish_what_was_interrupted(home) or command(home, settings, **options)))

    return run


def seldom_look_for_garbage() -> None:
    """Before anything else is loaded, for what is loaded stays; nor is it looked for at the end, when all is given back at once."""
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)


def look_for_no_plugins() -> None:
    """Before pydantic is loaded: it would ask every package on the machine whether it is a plugin."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _finish_what_was_interrupted(home: Home) -> int:
    """A run that was killed while it moved files into place is finished first, whichever command comes next."""
    from .record.writing import finish_archive

    for waiting in finish_archive(home.root / "output"):
        click.echo(waiting, err=True)
    return 0


def guarded(work: Callable[[], int]) -> int:
    """Run a command; what can go wrong on any machine becomes a sentence and an exit code."""
    try:
        return work()
    except (click.exceptions.Exit, click.ClickException):
        raise
    except click.Abort:
        end_progress()
        click.echo(ENDED_AT_A_QUESTION, err=True)
        return USAGE
    except KeyboardInterrupt:
        end_progress()
        click.echo("Stopped. Either all files of the month changed, or none.", err=True)
        return USAGE
    except Exception as fault:  # whatever happens, the officer reads a sentence; the exit code tells a scheduler
        if os.environ.get("PACK_TRACE"):  # for whoever looks after pack (docs/cli.md): the traceback, which may quote a return
            raise
        from .commands.faults import spoken  # knows the faults of every command, so it is read when there is one

        sentence, code = spoken(fault)
        end_progress()
        click.echo(sentence, err=True)
        return code


month_option = click.option(
    "--month",
    type=MonthType(),
    required=True,
    metavar="YYYY-MM",
    help="The month the returns speak for, for example 2026-06; “pack months” gives the meeting of each.",
)
json_option = click.option("--json", "as_data", is_flag=True, help="Print data for another program instead of sentences.")


def progress(stage: str) -> None:
    """One line that is overwritten, on a terminal; nothing in a pipe or a log."""
    if sys.stderr.isatty():
        _over_the_line(f"{stage} …")


def end_progress() -> None:
    """Take the line of progress away."""
    if sys.stderr.isatty():
        _over_the_line("")


def _over_the_line(text: str) -> None:
    """Not through click, which takes the erasing for a colour and leaves it out where none is wanted."""
    sys.stderr.write(f"\r\033[K{text}")
    sys.stderr.flush()
