"""What is kept: the pack sealed, the archive verified, and what must go taken out of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE, REFUSED, USAGE
from ..terminal import DayType, a_reason, end_progress, home_option, in_a_folder, json_option, month_option, one_line, progress

if TYPE_CHECKING:
    from datetime import date

    from ..home import Home
    from ..model import Month
    from ..settings import Settings


@click.command("approve")
@month_option
@click.option("--by", required=True, callback=one_line, metavar="ROLE", help='Who approves, by role: "Chair of RDG".')
@click.option("--on", type=DayType(), metavar="DAY", help="The day of the approval: 2026-07-03 or 3/7/2026. Otherwise today.")
@click.option(
    "--without-pdf",
    metavar="REASON",
    default="",
    callback=a_reason,
    help="Approve the Word file alone, and why. The reason is kept in the seal.",
)
@click.option(
    "--edited",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Approve this Word file, edited by hand after the build, in place of the one built. Its differences are listed and kept.",
)
@click.option(
    "--pdf",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The PDF of the edited file: it must hold the same words. Otherwise the one saved over the built one; or LibreOffice makes it, where it is installed.",
)
@in_a_folder
def approve_command(
    home: Home, settings: Settings, month: Month, by: str, on: date | None, without_pdf: str, edited: Path | None, pdf: Path | None
) -> int:
    """Seal the pack: every page then says “Approved”, by whom and on which day, and it is not rewritten.

    The files are drawn again from the record, and that line alone differs from what was built. What is sealed is shown: errors,
    warnings, returns that did not come, prompts nobody has answered, pages.

    It is refused where a return, a date in received.csv or pack.toml has changed since the build, where the build is a draft, and
    where there is no PDF. A later build makes version 1.1, with a note of what changed, until that is approved too; the sealed files
    stay as they are, byte for byte; where nothing has changed it says so and makes none. Each seal holds the fingerprint of the one before: “pack verify” checks them all.

    A Word file edited after the build is approved with --edited: what was added is read for anything that may identify a child first.
    """
    from datetime import UTC, datetime

    from ..commands.approve import approve, approved_lines

    if pdf and not edited:
        raise click.UsageError("--pdf names the PDF of a Word file that was edited by hand: name that file too, with --edited.")
    approved = approve(
        home, month, settings, by, datetime.now(UTC), on=on, without_pdf=without_pdf, edited=edited, pdf=pdf, progress=progress
    )
    end_progress()
    click.echo("\n".join(approved_lines(approved, settings)))
    return DONE


@click.command("verify")
@home_option
@json_option
def verify_command(folder: Path, as_data: bool) -> None:
    """Say whether the archive is what it was: every record, manifest and seal, and the chain of seals.

    It ends with exit code 3 where something was altered, damaged or taken away, and says which file and what to do.
    """
    from ..commands.say import as_json
    from ..commands.verify import verify_data, verify_lines
    from ..home import Home
    from ..record.verify import verify

    found = verify(Home(folder))
    click.echo(as_json(verify_data(found)) if as_data else "\n".join(verify_lines(found)))
    sys.exit(REFUSED if found.breaks else DONE)


@click.command("withdraw")
@month_option
@click.option("--place", default="", metavar="PLACE", help="The cell, as pack prints it: “Capital.xlsx › Risks!F9”.")
@click.option("--item", default="", metavar="ID", help="Or an item by its ID: all its words go.")
@click.option("--words", is_flag=True, help="Or words that are asked for, not shown while you type, and looked for everywhere.")
@click.option("--approval", is_flag=True, help="Or the approval of the month: the pack is then a draft again.")
@click.option(
    "--version",
    "version",
    default="",
    metavar="VERSION",
    help="With --approval: whose, where that of a later version is withdrawn already.",
)
@click.option("--by", required=True, callback=one_line, metavar="ROLE", help="Who decided it, by role.")
@click.option("--reason", required=True, callback=a_reason, metavar="TEXT", help="Why, without saying what it was.")
@click.option("--yes", "do", is_flag=True, help="Do it. Otherwise it is only said what would be done.")
@in_a_folder
def withdraw_command(
    home: Home,
    settings: Settings,
    month: Month,
    place: str,
    item: str,
    words: bool,
    approval: bool,
    version: str,
    by: str,
    reason: str,
    do: bool,
) -> int:
    """Take personal data that was found too late out of everything that is kept; or take back an approval.

    Records, sealed files, forms, marked copies, messages and the data book are marked where it stood; what cannot be marked is taken
    away. Who, when, why and from what place stays, and the chain of seals still verifies.

    An approval that is withdrawn leaves its seal as it is; files whose pages say “Approved” are set aside, and the next build makes the
    next version, whose first page says so.
    """
    from datetime import UTC, datetime

    from ..commands.withdraw import withdraw
    from ..commands.withdraw_approval import withdraw_approval, withdrawn_approval_lines
    from ..commands.withdrawn import withdrawn_lines

    if bool(place) + bool(item) + words + approval != 1:
        click.echo("Say what to withdraw in one way: --place, --item, --words or --approval.", err=True)
        return USAGE
    if approval:
        taken_back = withdraw_approval(home, month, settings, by, reason, datetime.now(UTC), version=version, do=do)
        click.echo("\n".join(withdrawn_approval_lines(taken_back)))
        return DONE
    typed = click.prompt("Words to withdraw", hide_input=True) if words else ""
    done = withdraw(home, month, settings, by, reason, datetime.now(UTC), place=place, item=item, words=typed, do=do)
    click.echo("\n".join(withdrawn_lines(done)))
    return DONE
