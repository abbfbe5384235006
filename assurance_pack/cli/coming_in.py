"""What has come in, what is wrong with it, and who owes something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE, REFUSED
from ..terminal import end_progress, in_a_folder, json_option, month_option, progress

if TYPE_CHECKING:
    from ..home import Home
    from ..model import Month
    from ..settings import Settings


@click.command(hidden=True)
@in_a_folder
def where_it_stands(home: Home, settings: Settings) -> int:
    """Say where the month stands and what to do next: what `pack` alone does."""
    from datetime import date

    from ..commands.months import current
    from ..commands.status import next_step, register
    from ..pipeline import understand

    month = current(settings, date.today())
    found = register(home, understand(home, month, settings, withholding=True, progress=progress))
    end_progress()
    came = sum(bool(line.receipt.file) for line in found.lines)
    click.echo(f"{settings.board.name}\n{settings.month_read(month)}: {came} of {len(found.lines)} returns are here.")
    if all(m.date < date.today() for m in settings.meetings):
        click.echo("Every meeting in pack.toml is past: add those to come, each under [[meetings]].")
    click.echo(
        f"Next: {next_step(found)}\n\n“pack months” lists the months, “pack status --month {month}” the returns; “pack --help” says what else there is."
    )
    return DONE


@click.command("status")
@month_option
@json_option
@in_a_folder
def status_command(home: Home, settings: Settings, month: Month, as_data: bool) -> int:
    """Show the returns register: what has come in, what is late or missing, and what to do next."""
    from datetime import date

    from ..commands.say import as_json
    from ..commands.status import register, register_lines
    from ..commands.status_printed import register_data
    from ..pipeline import understand

    _write_down_arrivals(home, month, settings)
    understood = understand(home, month, settings, withholding=True, progress=progress)
    end_progress()
    found = register(home, understood)
    click.echo(as_json(register_data(found)) if as_data else "\n".join(register_lines(found, settings, date.today())))
    return REFUSED if found.altered else understood.exit_code


@click.command("check")
@month_option
@click.option("--from", "whose", metavar="SENDER", default="", help="Show one return alone, by its sender's code or name: CAP.")
@json_option
@in_a_folder
def check_command(home: Home, settings: Settings, month: Month, whose: str, as_data: bool) -> int:
    """Show every problem at once, and mark each return with a note on each cell.

    The marked copies go into output; nothing of the sender's own workbook is lost in them.
    """
    from ..commands.check import check, check_data, check_lines
    from ..commands.say import as_json
    from ..commands.to_fill import still_to_fill
    from ..senders import all_senders, called

    only = called(whose, settings) if whose else None
    if whose and only is None:
        codes = ", ".join(sender.code for sender in all_senders(settings))
        raise click.UsageError(f"--from names nobody in pack.toml. Write one of: {codes}.")
    _write_down_arrivals(home, month, settings)
    checked = check(home, month, settings, progress=progress, only=only)
    end_progress()
    click.echo(as_json(check_data(checked)) if as_data else "\n".join((*check_lines(checked), *still_to_fill(home, settings))))
    return checked.exit_code


def _write_down_arrivals(home: Home, month: Month, settings: Settings) -> None:
    """Note in `received.csv` what has come in; where that list is open in Excel, the register is shown all the same."""
    from datetime import date

    from ..intake.receipts import record_sightings
    from ..rules.guard import shown_name

    try:
        record_sightings(home, month, date.today(), lambda name: shown_name(name, settings))
    except OSError:
        click.echo(
            f"The list of arrivals, received.csv in {home.inputs(month)}, cannot be written, so today's date was not noted in it. "
            "Close it if it is open in Excel, check that you may write to the folder, and run this again today.",
            err=True,
        )


@click.command("chase")
@month_option
@in_a_folder
def chase_command(home: Home, settings: Settings, month: Month) -> int:
    """Write a ready-to-send message to each owner: what is missing, what to mend, where.

    Nothing is sent. Groups of families, young people and schools never receive problems: those go to the secretariat.
    """
    from ..commands.chase import chase, summary

    chased = chase(home, month, settings, progress=progress)
    end_progress()
    click.echo("\n".join(summary(chased, settings)))
    return DONE
