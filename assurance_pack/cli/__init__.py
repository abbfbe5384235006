"""The commands: arguments, exit codes, progress, and nothing else. What a command does is in `assurance_pack.commands`, read when it is run.

Exit codes: 0 done; 1 errors to mend or a return missing; 2 wrong usage; 3 refused (personal data, sealed); 4 this machine cannot.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..terminal import Commands
from .archive import approve_command, verify_command, withdraw_command
from .coming_in import chase_command, check_command, status_command, where_it_stands
from .filling import adopt_command, forms_command, voice_command
from .looking_up import compare_command, explain_command, rules_command, trace_command
from .making import brief_command, build_command, figures_command
from .meetings import calendar_command, months_command
from .setting_up import completion_command, doctor_command, init_command

COMMANDS = (
    init_command, forms_command, months_command, calendar_command, adopt_command, voice_command, status_command, check_command, chase_command,
    brief_command, build_command, figures_command, approve_command, verify_command, withdraw_command,
    rules_command, explain_command, compare_command, trace_command, doctor_command, completion_command,
)  # fmt: skip
"""In the order of the month, as `pack --help` lists them."""


@click.group(
    cls=Commands,
    commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="assurance-pack", message="pack %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn a month's returns into the Board pack.

    \b
    “pack” alone says where the month stands. A month, in order:
      pack forms --month 2026-07      issue the forms
      pack status --month 2026-07     see what has come in
      pack check --month 2026-07      see every problem, and mark the returns
      pack chase --month 2026-07      write to whoever owes something
      pack brief --month 2026-07      prepare RDG's discussion
      pack build --month 2026-07      make the Board pack
      pack approve --month 2026-07 --by "Chair of RDG"
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org: set to anything, there is no colour even on a terminal
        ctx.color = False
    if ctx.invoked_subcommand is None and Path("pack.toml").exists():
        where_it_stands(args=[], standalone_mode=False)
    elif ctx.invoked_subcommand is None:
        click.echo(
            "There is no pack.toml in this folder, so there is no month to speak of. Next: pack init --ask lays one out; or go to the folder that has one.\n"
        )
        click.echo(ctx.get_help())
