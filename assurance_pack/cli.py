"""The commands: arguments, exit codes, progress, and nothing else.

Exit codes: 0 done; 1 errors to mend or a return missing; 2 wrong usage; 3 refused (personal data, sealed); 4 this machine cannot.
"""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exit_codes import CANNOT, DONE, REFUSED, TO_MEND, USAGE
from .terminal import (
    Commands,
    DayType,
    MonthType,
    OneOf,
    end_progress,
    home_option,
    in_a_folder,
    json_option,
    month_option,
    one_line,
    progress,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .commands.press import Press
    from .model import Month
    from .schema import Column
    from .settings import Home, Settings


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


@click.command(hidden=True)
@in_a_folder
def where_it_stands(home: Home, settings: Settings) -> int:
    """Say where the month stands and what to do next: what `pack` alone does."""
    from datetime import date

    from .commands.months import current
    from .commands.status import next_step, register
    from .pipeline import understand

    month = current(settings, date.today())
    found = register(home, understand(home, month, settings, withholding=True, progress=progress))
    end_progress()
    came = sum(bool(line.receipt.file) for line in found.lines)
    click.echo(f"{settings.board.name}\n{settings.month_read(month)}: {came} of {len(found.lines)} returns are here.")
    click.echo(
        f"Next: {next_step(found)}\n\n“pack months” lists the months, “pack status --month {month}” the returns; “pack --help” says what else there is."
    )
    return DONE


@main.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option(
    "--ask",
    "asking",
    is_flag=True,
    help="Walk through the few questions (Board, Workspaces, groups, meetings) and write pack.toml from the answers.",
)
@click.option("--sample", is_flag=True, help="Lay down the invented sample months too, to try the pack with.")
def init_command(folder: Path, asking: bool, sample: bool) -> None:
    """Lay out a working folder: pack.toml, inputs and output.

    It asks nothing unless you say --ask. Without it pack.toml is the one pack ships with, for you to change: what each part is for stands
    beside it. What is there already is left as it is. FOLDER is the one you are in, unless you name another.
    """
    from .commands.ask import questions
    from .commands.init import init

    if sample and (asking or (folder / "pack.toml").exists()):
        raise click.UsageError(
            "--sample goes into a folder of its own, with its own pack.toml. Name a new folder: pack init try-it --sample"
        )
    if asking and (folder / "pack.toml").exists():
        raise click.UsageError("pack.toml is there already, and is left as it is. Change it by hand, or rename it first.")
    answers = (
        questions(lambda asked, usual: str(click.prompt(asked, default=usual, show_default=bool(usual))), click.echo) if asking else None
    )
    made = init(folder, answers, sample=sample)
    for place in made:
        click.echo(f"Made {place}")
    click.echo(
        (
            "Next: look through pack.toml (addresses, partners, plan priorities, indicators are still those it ships with), then: pack doctor, and pack months"
            if answers
            else "Next: put your meetings, Workspaces and groups into pack.toml (or begin again with pack init --ask), then: pack doctor, and pack months"
        )
        if made and not sample
        else f"Next: pack build --month 2026-06 --home {folder}"
        if made
        else "Everything is there already."
    )


@main.command("forms")
@month_option
@click.option(
    "--rows",
    type=click.IntRange(1, 500),
    metavar="N",
    help="So many empty rows on each register, where more is new than the form has room for.",
)
@in_a_folder
def forms_command(home: Home, settings: Settings, month: Month, rows: int | None) -> int:
    """Write the month's forms, pre-filled with what came before.

    A sender's first form has room for a whole register. The forms go into output, never into inputs, where only people put returns. Send each to its owner.
    """
    from .commands.forms import form_lines, forms

    made = forms(home, month, settings, progress=progress, rows=rows)
    end_progress()
    click.echo("\n".join(form_lines(month, settings, made)))
    return DONE


@main.command("months")
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
    from .commands.months import forward_plan, month_lines, no_meeting, plan_data, plan_lines, shown_months
    from .commands.say import as_json

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


@main.command("calendar")
@in_a_folder
def calendar_command(home: Home, settings: Settings) -> int:
    """Write the deadlines and meetings as a calendar file (.ics), to open in Outlook or another calendar."""
    from .commands.board_calendar import write_calendar

    click.echo(
        f"The calendar: {write_calendar(home, settings)}\nNext: open it, or send it to those who send returns. Written again after a date has changed, it takes the place of the one before."
    )
    return DONE


@main.command("adopt")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "whose", required=True, metavar="SENDER", help="Whose form it goes onto: workspace:QDD, or the code or name alone.")
@month_option
@click.option(
    "--yes", "do", is_flag=True, help="Write the form. Otherwise it is only proposed, and mapping.toml written for you to change."
)
@in_a_folder
def adopt_command(home: Home, settings: Settings, files: tuple[Path, ...], whose: str, month: Month, do: bool) -> int:
    """Bring a milestone plan, register, audit tracker or figures kept elsewhere onto a form of the month.

    Any layout: headings on any row, several tables or sheets, “4x3=12”, High and Low, a status by letter, colour or emoji, months
    across. First it proposes, with how sure it is, where each column goes and what each word means; change that in mapping.toml. With
    --yes it writes the form, pre-filled, and a report of what became of every cell. Nothing is lost: a column without a place stands
    whole on the sheet “Not placed” of the report.

    \b
      pack adopt "Delivery plan.xlsx" "Risk register.xlsx" --as workspace:QDD --month 2026-07
      pack adopt "Delivery plan.xlsx" "Risk register.xlsx" --as workspace:QDD --month 2026-07 --yes
    """
    from .commands.adopt import adopt_files, may_adopt
    from .commands.adopt_report import adopt_lines
    from .senders import called

    able = may_adopt(settings)
    sender = next((s for s in able if s == whose), None) or called(whose, settings)
    if sender not in able:
        raise click.UsageError(f"--as names nobody whose form has room for a register. Write one of: {', '.join(able)}.")
    made = adopt_files(home, month, settings, sender, files, do=do, progress=progress)
    end_progress()
    click.echo("\n".join(adopt_lines(made, settings)))
    return TO_MEND if made.withheld else DONE


@main.command("voice")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--group", "whose", required=True, metavar="GROUP", help="Whose words they are, by code or name: PCF.")
@month_option
@click.option("--by", required=True, callback=one_line, metavar="ROLE", help='Who wrote the words down, by role: "Board secretary".')
@click.option("--read-back", type=DayType(), metavar="DAY", help="The day on which they were read back to the group: 2026-06-24.")
@in_a_folder
def voice_command(home: Home, settings: Settings, file: Path | None, whose: str, month: Month, by: str, read_back: date | None) -> int:
    """Take down what a group said in a letter, by telephone or at a meeting: its form of the month, filled in.

    FILE is a text file (.txt) or a Word document with the words. Where a question of the form stands on a line of its own (“What is
    working?”), the words after it are its answer; what stands under no question is kept as “Also written”. Without FILE each
    question is asked in turn. The words are printed unchanged, with who took them down and when they were read back.

    \b
      pack voice "Letter of the forum.txt" --group PCF --month 2026-07 --by "Board secretary"
    """
    from .commands.take_down import take_down, taken_down_lines, words_asked, words_of
    from .senders import all_senders, called, is_voice

    groups = [s for s in all_senders(settings) if is_voice(s)]
    sender = called(whose, settings)
    if sender not in groups:
        raise click.UsageError(f"--group names no group in pack.toml. Write one of: {', '.join(s.code for s in groups)}.")
    note = words_of(file, settings) if file else words_asked(_typed, settings)
    made = take_down(home, month, settings, sender, note, by=by, read_back=read_back, source=file.name if file else "what was typed")
    click.echo("\n".join(taken_down_lines(made, home, settings)))
    return DONE


def _typed(question: Column, choices: tuple[str, ...]) -> str:
    """What is typed under a question: a word or a line; in a box as many lines as there are, up to an empty one."""
    to_choose = f"One of: {', '.join(choices)}. " if choices else ""
    click.echo(f"\n{question.heading}\n{to_choose}{question.help}")
    lines: list[str] = []
    while line := click.prompt("", prompt_suffix="> ", default="", show_default=False):
        lines.append(line)
        if choices:
            break
    return "\n".join(lines)


@main.command("status")
@month_option
@json_option
@in_a_folder
def status_command(home: Home, settings: Settings, month: Month, as_data: bool) -> int:
    """Show the returns register: what has come in, what is late or missing, and what to do next."""
    from datetime import date

    from .commands.say import as_json
    from .commands.status import register, register_data, register_lines
    from .pipeline import understand

    _write_down_arrivals(home, month, settings)
    understood = understand(home, month, settings, withholding=True, progress=progress)
    end_progress()
    found = register(home, understood)
    click.echo(as_json(register_data(found)) if as_data else "\n".join(register_lines(found, settings, date.today())))
    return REFUSED if found.altered else understood.exit_code


def _write_down_arrivals(home: Home, month: Month, settings: Settings) -> None:
    """Note in `received.csv` what has come in; where that list is open in Excel, the register is shown all the same."""
    from datetime import date

    from .intake.receipts import record_sightings
    from .rules.guard import shown_name

    try:
        record_sightings(home, month, date.today(), lambda name: shown_name(name, settings))
    except OSError:
        click.echo(
            f"The list of arrivals, received.csv in {home.inputs(month)}, cannot be written, so today's date was not noted in it. "
            "Close it if it is open in Excel, and run this again today.",
            err=True,
        )


@main.command("check")
@month_option
@click.option("--from", "whose", metavar="SENDER", default="", help="Show one return alone, by its sender's code or name: CAP.")
@json_option
@in_a_folder
def check_command(home: Home, settings: Settings, month: Month, whose: str, as_data: bool) -> int:
    """Show every problem at once, and mark each return with a note on each cell.

    The marked copies go into output; nothing of the sender's own workbook is lost in them.
    """
    from .commands.check import check, check_data, check_lines
    from .commands.say import as_json
    from .commands.to_fill import still_to_fill
    from .senders import all_senders, called

    only = called(whose, settings) if whose else None
    if whose and only is None:
        codes = ", ".join(sender.code for sender in all_senders(settings))
        raise click.UsageError(f"--from names nobody in pack.toml. Write one of: {codes}.")
    _write_down_arrivals(home, month, settings)
    checked = check(home, month, settings, progress=progress, only=only)
    end_progress()
    click.echo(as_json(check_data(checked)) if as_data else "\n".join((*check_lines(checked), *still_to_fill(home, settings))))
    return checked.exit_code


@main.command("chase")
@month_option
@in_a_folder
def chase_command(home: Home, settings: Settings, month: Month) -> int:
    """Write a ready-to-send message to each owner: what is missing, what to mend, where.

    Nothing is sent. Groups of families, young people and schools never receive problems: those go to the secretariat.
    """
    from .commands.chase import chase, summary

    chased = chase(home, month, settings, progress=progress)
    end_progress()
    click.echo("\n".join(summary(chased, settings)))
    return DONE


def engines() -> Iterable[str]:
    """Every engine that can set the pages of a PDF, by the name it is asked for."""
    from .render.engines import ENGINES

    return ENGINES


engine_option = click.option(
    "--engine",
    type=OneOf(engines),
    callback=lambda ctx, param, value: value or "",
    help="What sets the pages of the PDF. Otherwise WeasyPrint, and Typst where this machine lacks what WeasyPrint needs.",
)


@main.command("brief")
@month_option
@engine_option
@click.option("--withhold", is_flag=True, help="Where text may identify a child, print “[withheld: may identify a child]” and go on.")
@in_a_folder
def brief_command(home: Home, settings: Settings, month: Month, engine: str, withhold: bool) -> int:
    """Write RDG's brief, and its return pre-filled with what RDG must answer.

    The brief asks: it ranks nobody and decides nothing. The return lies in the month's forms; what RDG sends back goes into inputs.
    """
    from .commands.brief import brief, briefed_lines

    briefed = brief(home, month, settings, withholding=withhold, engine=engine, progress=progress)
    end_progress()
    click.echo("\n".join(briefed_lines(briefed, home)))
    return briefed.exit_code


def editions() -> Iterable[str]:
    """Every edition there is, by the name it is asked for."""
    from .document.editions import EDITIONS

    return EDITIONS


def formats() -> Iterable[str]:
    """Every format there is, by the name it is asked for."""
    from .commands.formats import FORMATS

    return FORMATS


def press_beside() -> AbstractContextManager[Press | None]:
    """A process that sets the PDF while the rest is read and written; none where a program runs the command within its own."""
    from .commands.press import Press

    return Press() if main.own_process else nullcontext()


@main.command("build")
@month_option
@click.option(
    "--edition",
    type=OneOf(editions),
    default="board",
    show_default=True,
    help="For whom: the Board; RDG (the same document as “pack brief”); the Health and Wellbeing Board, one page; the public, in plain English.",
)
@click.option(
    "--format",
    "formats",
    type=OneOf(formats),
    multiple=True,
    help="In which format; give it again for another. Otherwise PDF and Word. html is one page for a screen that stands alone.",
)
@click.option("--withhold", is_flag=True, help="Where text may identify a child, print “[withheld: may identify a child]” and go on.")
@engine_option
@click.option("--strict", is_flag=True, help="Write nothing while there is an error to mend.")
@click.option("--draft", is_flag=True, help="Mark every page “Draft”.")
@click.option(
    "--supplement",
    is_flag=True,
    help="After the pack has gone out: print only the items that changed since it was approved, each with what it replaces.",
)
@click.option(
    "--from-record", "without_returns", is_flag=True, help="Make it again from the record of the month, when its returns are gone."
)
@json_option
@in_a_folder
def build_command(
    home: Home,
    settings: Settings,
    month: Month,
    edition: str,
    formats: tuple[str, ...],
    withhold: bool,
    engine: str,
    strict: bool,
    draft: bool,
    supplement: bool,
    without_returns: bool,
    as_data: bool,
) -> int:
    """Make the Board pack: PDF, Word, data book and record.

    It never refuses because a return is missing or a cell is wrong: the Board still meets. What is missing is said on page 1 and in
    “About this pack”, and the exit code is 1. Only text that may identify a child stops it (exit code 3).

    \b
    Other readers, from the same returns:
      pack build --month 2026-06 --edition hwb
      pack build --month 2026-06 --edition public --format pdf --format html

    A file of the same pack in a format not asked for stays; one of an earlier build is renamed “(earlier build)”. Only the Board’s
    edition writes the data book and the record, and only it is approved.
    """
    from .commands.build import build
    from .commands.built import built_data, built_lines
    from .commands.say import as_json
    from .commands.supplement import build_supplement, supplement_lines
    from .commands.to_fill import first_to_fill
    from .document.editions import EDITIONS

    if supplement:
        done = build_supplement(home, month, settings, formats=formats, withholding=withhold, engine=engine, progress=progress)
        end_progress()
        click.echo("\n".join(supplement_lines(done, home)))
        return done.exit_code
    with press_beside() as press:
        built = build(
            home, month, settings, EDITIONS[edition], formats=formats, withholding=withhold, strict=strict, draft=draft,
            without_returns=without_returns, engine=engine, press=press, progress=progress,
        )  # fmt: skip
    end_progress()
    click.echo(as_json(built_data(built)) if as_data else "\n".join((*built_lines(built), *first_to_fill(home, settings))))
    return built.exit_code


@main.command("figures")
@month_option
@in_a_folder
def figures_command(home: Home, settings: Settings, month: Month) -> int:
    """Write each figure as SVG and PNG, with the words that say what it shows.

    For slides and letters. They are drawn as the pack draws them, from the returns as they are now.
    """
    from .commands.figures import figure_lines, figures

    written = figures(home, month, settings, progress=progress)
    end_progress()
    click.echo("\n".join(figure_lines(written)))
    return DONE


@main.command("approve")
@month_option
@click.option("--by", required=True, callback=one_line, metavar="ROLE", help='Who approves, by role: "Chair of RDG".')
@click.option("--on", type=DayType(), metavar="DAY", help="The day of the approval: 2026-07-03 or 3/7/2026. Otherwise today.")
@click.option("--without-pdf", metavar="REASON", default="", help="Approve the Word file alone, and why. The reason is kept in the seal.")
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
    help="The PDF of the edited file: it must hold the same words. Otherwise LibreOffice makes it, where it is installed.",
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

    from .commands.approve import approve, approved_lines

    approved = approve(
        home, month, settings, by, datetime.now(UTC), on=on, without_pdf=without_pdf.strip(), edited=edited, pdf=pdf, progress=progress
    )
    end_progress()
    click.echo("\n".join(approved_lines(approved, settings)))
    return DONE


@main.command("verify")
@home_option
@json_option
def verify_command(folder: Path, as_data: bool) -> None:
    """Say whether the archive is what it was: every record, manifest and seal, and the chain of seals.

    It ends with exit code 3 where something was altered, damaged or taken away, and says which file and what to do.
    """
    from .commands.say import as_json
    from .commands.verify import verify_data, verify_lines
    from .record.verify import verify
    from .settings import Home

    found = verify(Home(folder))
    click.echo(as_json(verify_data(found)) if as_data else "\n".join(verify_lines(found)))
    sys.exit(REFUSED if found.breaks else DONE)


@main.command("withdraw")
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
@click.option("--reason", required=True, metavar="TEXT", help="Why, without saying what it was.")
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

    from .commands.withdraw import withdraw, withdrawn_lines
    from .commands.withdraw_approval import withdraw_approval, withdrawn_approval_lines

    if bool(place) + bool(item) + words + approval != 1:
        click.echo("Say what to withdraw in one way: --place, --item, --words or --approval.", err=True)
        return USAGE
    if approval:
        taken_back = withdraw_approval(home, month, settings, by, reason.strip(), datetime.now(UTC), version=version, do=do)
        click.echo("\n".join(withdrawn_approval_lines(taken_back)))
        return DONE
    typed = click.prompt("Words to withdraw", hide_input=True) if words else ""
    done = withdraw(home, month, settings, by, reason.strip(), datetime.now(UTC), place=place, item=item, words=typed, do=do)
    click.echo("\n".join(withdrawn_lines(done)))
    return DONE


@main.command("rules")
@json_option
def rules_command(as_data: bool) -> None:
    """List the rule book: every rule with its number, how much it matters, and what it asks."""
    from .commands.rulebook import rulebook, rules_data, words_in_force
    from .commands.say import as_json

    book = rulebook(words_in_force())
    if as_data:
        click.echo(as_json(rules_data(book)))
        return
    family = ""
    for one in book:
        if one.family != family:
            family = one.family
            click.echo(click.style(f"\n{family.capitalize()}", bold=True))
        click.echo(f"  {one.id}  {one.severity:<8} {one.title}")
    click.echo("\n“pack explain AP203” says more of one of them.")


@main.command("explain")
@click.argument("rule_id", metavar="RULE")
def explain_command(rule_id: str) -> None:
    """Say why a rule is there, what it looks like when it speaks, and how to put it right."""
    from .commands.rulebook import find_rule, words_in_force
    from .rules.book import explained

    one = find_rule(rule_id, words_in_force())
    if one is None:
        click.echo(f"There is no rule “{rule_id[:20]}”. “pack rules” lists them.", err=True)
        sys.exit(USAGE)
    click.echo(explained(one))


@main.command("compare")
@click.argument("earlier", type=MonthType(), metavar="EARLIER")
@click.argument("later", type=MonthType(), metavar="LATER")
@click.option("--words", is_flag=True, help="The texts that were reworded, as they now read, with what was there in square brackets.")
@json_option
@in_a_folder
def compare_command(home: Home, settings: Settings, earlier: Month, later: Month, words: bool, as_data: bool) -> int:
    """Say what changed between two months: new, closed, moved, re-rated, reworded; with --words, which words.

    For example: pack compare 2026-05 2026-06
    """
    from .commands.compare import change_lines, compare_months, word_lines
    from .commands.say import as_json

    changes = compare_months(home, earlier, later)
    lines = word_lines(changes) if words else change_lines(changes)
    click.echo(as_json(changes) if as_data else "\n".join(lines))
    return DONE


@main.command("trace")
@click.argument("item", metavar="ID")
@json_option
@in_a_folder
def trace_command(home: Home, settings: Settings, item: str, as_data: bool) -> int:
    """Follow one item through every month: value, file, sheet, cell, and where it is printed.

    For example: pack trace R-CAP-004
    """
    from .commands.say import as_json
    from .commands.trace import step_lines, trace

    traced = trace(home, item)
    if not traced.steps:
        click.echo(f"No recorded month holds “{item[:30]}”. Check the ID, or build the month it came in with.", err=True)
        click.echo("\n".join(traced.damaged), err=True, nl=bool(traced.damaged))
        return USAGE
    click.echo(as_json(traced.steps) if as_data else "\n".join(step_lines(traced)))
    return TO_MEND if traced.damaged else DONE


@main.command("doctor")
@home_option
@json_option
def doctor_command(folder: Path, as_data: bool) -> None:
    """Say whether this machine can build the pack and the archive is whole, and what to do if not."""
    from .commands.doctor import examine
    from .commands.say import as_json
    from .settings import Home

    found = examine(Home(folder))
    if as_data:
        click.echo(as_json(found))
    else:
        for one in found:
            mark = click.style("well ", fg="green") if one.well else click.style("mend ", fg="red", bold=True)
            click.echo(f"{mark} {one.about}: {one.seen}")
            if not one.well:
                click.echo(f"      {one.remedy}")
        click.echo(
            "This machine can build the pack, and the archive is whole."
            if all(f.well for f in found)
            else "Mend what is marked above, then run pack doctor again."
        )
    sys.exit(DONE if all(f.well for f in found) else CANNOT)


@main.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print what makes the tab key finish commands and options in your shell.

    \b
    bash:  pack completion bash >> ~/.bashrc
    zsh:   pack completion zsh >> ~/.zshrc
    fish:  pack completion fish > ~/.config/fish/completions/pack.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(main, {}, "pack", "_PACK_COMPLETE").source())


if __name__ == "__main__":
    main()
