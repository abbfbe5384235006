"""How pack itself is set up: the working folder, this machine, and the tab key."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..exit_codes import CANNOT, DONE, USAGE
from ..terminal import ENDED_AT_A_QUESTION, home_option, json_option


@click.command("init")
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
    from ..commands.ask import questions
    from ..commands.init import init

    if sample and (asking or (folder / "pack.toml").exists()):
        raise click.UsageError(
            "--sample goes into a folder of its own, with its own pack.toml. Name a new folder: pack init try-it --sample"
        )
    if asking and (folder / "pack.toml").exists():
        raise click.UsageError("pack.toml is there already, and is left as it is. Change it by hand, or rename it first.")
    try:
        answers = questions(_asked, click.echo) if asking else None
    except click.Abort:
        click.echo(ENDED_AT_A_QUESTION, err=True)
        sys.exit(USAGE)
    made = init(folder, answers, sample=sample)
    for place in made:
        click.echo(f"Made {place}")
    click.echo(_after_laying_out(folder, sample=sample, asked=bool(answers)) if made else "Everything is there already.")


def _asked(question: str, usual: str) -> str:
    return str(click.prompt(question, default=usual, show_default=bool(usual)))


def _after_laying_out(folder: Path, *, sample: bool, asked: bool) -> str:
    """What to do next in a folder that was just laid out."""
    if sample:
        return f"Next: pack build --month 2026-06 --home {folder}"
    if asked:
        return "Next: look through pack.toml (it asks for the indicators and partners; addresses, contacts, plan priorities and school holidays are still those it ships with), then: pack doctor, and pack months"
    return "Next: put your meetings, Workspaces and groups into pack.toml (or rename it, and answer the questions of pack init --ask), then: pack doctor, and pack months"


@click.command("doctor")
@home_option
@json_option
def doctor_command(folder: Path, as_data: bool) -> None:
    """Say whether this machine can build the pack and the archive is whole, and what to do if not."""
    from ..commands.doctor import examine
    from ..commands.say import as_json
    from ..home import Home

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


@click.command("completion")
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
    click.echo(found(click.get_current_context().find_root().command, {}, "pack", "_PACK_COMPLETE").source())
