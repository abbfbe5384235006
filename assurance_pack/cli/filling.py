"""How a form of the month comes to be filled: issued, filled from files kept elsewhere, or taken down from what a group said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE, TO_MEND
from ..terminal import DayType, end_progress, in_a_folder, month_option, one_line, progress

if TYPE_CHECKING:
    from datetime import date

    from ..home import Home
    from ..model import Month
    from ..schema.column import Column
    from ..settings import Settings


@click.command("forms")
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
    from ..commands.forms import form_lines, forms

    made = forms(home, month, settings, progress=progress, rows=rows)
    end_progress()
    click.echo("\n".join(form_lines(month, settings, made)))
    return DONE


@click.command("adopt")
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
    from ..commands.adopt import adopt_files, may_adopt
    from ..commands.adopt_report import adopt_lines
    from ..senders import called

    able = may_adopt(settings)
    sender = next((s for s in able if s == whose), None) or called(whose, settings)
    if sender not in able:
        raise click.UsageError(f"--as names nobody whose form has room for a register. Write one of: {', '.join(able)}.")
    made = adopt_files(home, month, settings, sender, files, do=do, progress=progress)
    end_progress()
    click.echo("\n".join(adopt_lines(made, settings)))
    return TO_MEND if made.withheld else DONE


@click.command("voice")
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
    from ..commands.take_down import take_down, taken_down_lines, words_asked, words_of
    from ..senders import all_senders, called, is_voice

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
