"""When: the months with their meetings, and the dates as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE, USAGE
from ..terminal import MonthType, in_a_folder, json_option

if TYPE_CHECKING:
    from ..home import Home
    from ..model import Month
    from ..settings import Settings


@click.command("months")
@click.option(
    "--plan",
    is_flag=True,
    help="What falls due at which meeting: decisions, actions, groups that end, waivers, terms of reference to review.",
)
@click.option("--month", type=MonthType(), metavar="YYYY-MM", help="One month alone. Otherwise all of pack.toml.")
@json_option
@in_a_folder
def months_command(home: Home, settings: Settings, plan: bool, month: Month | None, as_data: bool) -> int:
    """List the months, each with its meeting, its dates and how far it has come.

    The month is the one the returns speak for; the Board meets after it.
    """
    from ..commands.months import forward_plan, month_lines, no_meeting, plan_data, plan_lines, shown_months
    from ..commands.say import as_json

    if month and not settings.meeting(month):
        click.echo(no_meeting(settings, month), err=True)
        return USAGE
    if plan:
        planned = tuple((meeting, of) for meeting, of in forward_plan(home, settings) if month in (None, meeting and meeting.month))
        click.echo(as_json(plan_data(planned)) if as_data else "\n".join(plan_lines(planned)).rstrip())
        return DONE
    lines = month_lines(home, settings, month)
    click.echo(as_json(lines) if as_data else "\n".join(shown_months(lines)))
    return DONE


@click.command("calendar")
@in_a_folder
def calendar_command(home: Home, settings: Settings) -> int:
    """Write the deadlines and meetings as a calendar file (.ics), to open in Outlook or another calendar."""
    from ..commands.board_calendar import write_calendar

    click.echo(
        f"The calendar: {write_calendar(home, settings)}\nNext: open it, or send it to those who send returns. Written again after a date has changed, it takes the place of the one before."
    )
    return DONE
