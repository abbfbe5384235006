"""What is made of the returns: RDG’s brief, the pack in its editions, and the figures alone."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

import click

from ..exit_codes import DONE
from ..terminal import OneOf, end_progress, has_own_process, in_a_folder, json_option, month_option, progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..commands.ending import Built
    from ..commands.press import Press
    from ..home import Home
    from ..model import Month
    from ..settings import Settings


def engines() -> Iterable[str]:
    """Every engine that can set the pages of a PDF, by the name it is asked for."""
    from ..render.engines import ENGINES

    return ENGINES


engine_option = click.option(
    "--engine",
    type=OneOf(engines),
    callback=lambda ctx, param, value: value or "",
    help="What sets the pages of the PDF. Otherwise WeasyPrint, and Typst where this machine lacks what WeasyPrint needs.",
)


@click.command("brief")
@month_option
@engine_option
@click.option("--withhold", is_flag=True, help="Where text may identify a child, print “[withheld: may identify a child]” and go on.")
@in_a_folder
def brief_command(home: Home, settings: Settings, month: Month, engine: str, withhold: bool) -> int:
    """Write RDG's brief, and its return pre-filled with what RDG must answer.

    The brief asks: it ranks nobody and decides nothing. The return lies in the month's forms; what RDG sends back goes into inputs.
    """
    from ..commands.brief import brief, briefed_lines

    briefed = brief(home, month, settings, withholding=withhold, engine=engine, progress=progress)
    end_progress()
    click.echo("\n".join(briefed_lines(briefed, home)))
    return briefed.exit_code


def editions() -> Iterable[str]:
    """Every edition there is, by the name it is asked for."""
    from ..document.editions import EDITIONS

    return EDITIONS


def formats() -> Iterable[str]:
    """Every format there is, by the name it is asked for."""
    from ..commands.formats import FORMATS

    return FORMATS


def press_beside() -> AbstractContextManager[Press | None]:
    """A process that sets the PDF while the rest is read and written; none where a program runs the command within its own.

    The one that reads files is started with it: both load what they need while this one does.
    """
    from ..commands.press import Press
    from ..intake.opening.reader import make_ready

    if not has_own_process():
        return nullcontext()
    make_ready()
    return Press()


@click.command("build")
@month_option
@click.option(
    "--edition",
    type=OneOf(editions, usual="board"),
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
@click.option(
    "--watch", "watching", is_flag=True, help="Build again whenever a return, pack.toml or a page template changes, until Ctrl-C."
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
    watching: bool,
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
    if watching and (supplement or without_returns or as_data):
        raise click.UsageError(
            "--watch builds from the returns and says so in sentences. Leave out --supplement, --from-record and --json."
        )
    if supplement:
        from ..commands.supplement import build_supplement, supplement_lines

        done = build_supplement(home, month, settings, formats=formats, withholding=withhold, engine=engine, progress=progress)
        end_progress()
        click.echo("\n".join(supplement_lines(done, home)))
        return done.exit_code
    with press_beside() as press:
        from ..commands.build import build
        from ..commands.in_turn import hand_on
        from ..document.editions import EDITIONS

        handing_on = partial(hand_on, words=["--json"] if as_data else []) if press and not watching else None

        def once(settings: Settings) -> Built:
            made = build(
                home, month, settings, EDITIONS[edition], formats=formats, withholding=withhold, strict=strict, draft=draft,
                without_returns=without_returns, engine=engine, press=press, handing_on=handing_on, progress=progress,
            )  # fmt: skip
            end_progress()
            return made

        if watching:
            from ..commands.watch import watch

            return watch(home, month, once, click.echo)
        built = once(settings)
    return tell(built, home, settings, as_data=as_data)


def tell(built: Built, home: Home, settings: Settings, *, as_data: bool) -> int:
    """Say what a build made, and give its exit code."""
    from ..commands.built import built_data, built_lines
    from ..commands.say import as_json
    from ..commands.to_fill import first_to_fill

    end_progress()
    click.echo(as_json(built_data(built)) if as_data else "\n".join((*built_lines(built), *first_to_fill(home, settings))))
    return built.exit_code


@click.command("figures")
@month_option
@in_a_folder
def figures_command(home: Home, settings: Settings, month: Month) -> int:
    """Write each figure as SVG and PNG, with the words that say what it shows.

    For slides and letters. They are drawn as the pack draws them, from the returns as they are now.
    """
    from ..commands.figures import figure_lines, figures

    written = figures(home, month, settings, progress=progress)
    end_progress()
    click.echo("\n".join(figure_lines(written)))
    return DONE
