"""What can be looked up: a rule, what changed between two months, and an item through them all."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE, TO_MEND, USAGE
from ..terminal import MonthType, in_a_folder, json_option

if TYPE_CHECKING:
    from ..home import Home
    from ..model import Month
    from ..settings import Settings


@click.command("rules")
@json_option
def rules_command(as_data: bool) -> None:
    """List the rule book: every rule with its number, how much it matters, and what it asks."""
    from ..commands.rulebook import rulebook, rules_data, words_in_force
    from ..commands.say import as_json

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


@click.command("explain")
@click.argument("rule_id", metavar="RULE")
def explain_command(rule_id: str) -> None:
    """Say why a rule is there, what it looks like when it speaks, and how to put it right."""
    from ..commands.rulebook import find_rule, words_in_force
    from ..rules.book import explained

    one = find_rule(rule_id, words_in_force())
    if one is None:
        click.echo(f"There is no rule “{rule_id[:20]}”. “pack rules” lists them.", err=True)
        sys.exit(USAGE)
    click.echo(explained(one))


@click.command("compare")
@click.argument("earlier", type=MonthType(), metavar="EARLIER")
@click.argument("later", type=MonthType(), metavar="LATER")
@click.option("--words", is_flag=True, help="The texts that were reworded, as they now read, with what was there in square brackets.")
@json_option
@in_a_folder
def compare_command(home: Home, settings: Settings, earlier: Month, later: Month, words: bool, as_data: bool) -> int:
    """Say what changed between two months: new, closed, moved, re-rated, reworded; with --words, which words.

    For example: pack compare 2026-05 2026-06
    """
    from ..commands.compare import change_lines, compare_months, word_lines
    from ..commands.say import as_json

    changes = compare_months(home, earlier, later)
    lines = word_lines(changes) if words else change_lines(changes)
    click.echo(as_json(changes) if as_data else "\n".join(lines))
    return DONE


@click.command("trace")
@click.argument("item", metavar="ID")
@json_option
@in_a_folder
def trace_command(home: Home, settings: Settings, item: str, as_data: bool) -> int:
    """Follow one item through every month: value, file, sheet, cell, and where it is printed.

    For example: pack trace R-CAP-004
    """
    from ..commands.say import as_json
    from ..commands.trace import step_lines, trace

    traced = trace(home, item)
    if not traced.steps:
        click.echo(f"No recorded month holds “{item[:30]}”. Check the ID, or build the month it came in with.", err=True)
        click.echo("\n".join(traced.damaged), err=True, nl=bool(traced.damaged))
        return USAGE
    click.echo(as_json(traced.steps) if as_data else "\n".join(step_lines(traced)))
    return TO_MEND if traced.damaged else DONE
