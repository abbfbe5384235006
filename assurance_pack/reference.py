"""Documents that cannot lie: the rule book, the guide to the returns, the commands and the standard forms, made from the code.

``python -m assurance_pack.reference`` writes them; with ``--check`` it fails where one is out of date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from pydantic import TypeAdapter

from .assess import learned
from .assess.changes import Changes
from .calendar import BANK_HOLIDAYS, bank_holidays_written
from .cli import main as pack
from .commands.built import BuildPrinted
from .commands.check import CheckPrinted
from .commands.doctor import Finding
from .commands.months import MeetingPlanPrinted, MonthLine
from .commands.rulebook import RulePrinted
from .commands.status_printed import StatusPrinted
from .commands.trace import Step
from .commands.verify import VerifyPrinted
from .intake.issue import blank, write, write_word
from .intake.opening.grid import OpenedBook
from .intake.opening.open import open_file
from .intake.reading.texts import texts
from .model import NOT_TOLD, Month, Sender
from .model.text import SentText
from .record.manifest import Manifest
from .record.month import Record
from .returns import RETURNS, ReturnKind
from .returns.workspace import WORKSPACE_RETURN
from .rules.book import markdown
from .rules.guard import words_of_forms
from .schema import Row, columns
from .schema.column import Column, ColumnGroup
from .senders import disagreements
from .settings import Settings
from .settings_file import load
from .shipped import shipped_settings

ROOT = Path(__file__).parent.parent
STANDARD_MONTH = Month("2026-07")
SCHEMA_VERSION = 1
"""Raised where what a program reads changes its meaning or loses a field; a field more leaves it."""
SCHEMAS: dict[str, TypeAdapter[object]] = {
    "record": TypeAdapter(Record), "manifest": TypeAdapter(Manifest),
    "months": TypeAdapter(list[MonthLine]), "months-plan": TypeAdapter(list[MeetingPlanPrinted]), "status": TypeAdapter(StatusPrinted),
    "check": TypeAdapter(CheckPrinted), "build": TypeAdapter(BuildPrinted), "verify": TypeAdapter(VerifyPrinted),
    "rules": TypeAdapter(list[RulePrinted]), "compare": TypeAdapter(Changes), "trace": TypeAdapter(list[Step]), "doctor": TypeAdapter(list[Finding]),
}  # fmt: skip
"""What is kept of a month, and what commands print with `--json`, by the model each is written from."""
GROUPS = {ColumnGroup.KEY: "came with the form", ColumnGroup.MONTHLY: "every month", ColumnGroup.MORE: "seldom"}


def generated() -> dict[str, bytes]:
    """Every generated file, by its path from the top of the tree."""
    settings = load(shipped_settings(), disagreements)
    files = {
        "docs/rules.md": markdown(settings).encode(),
        "docs/returns.md": "\n".join(returns_page(settings)).encode(),
        "docs/cli.md": "\n".join(cli_page()).encode(),
        learned.COUNTS.relative_to(ROOT).as_posix(): learned.counts_written(),
        BANK_HOLIDAYS.relative_to(ROOT).as_posix(): bank_holidays_written(),
    }
    files |= {f"docs/schemas/{name}.v{SCHEMA_VERSION}.json": schema(name) for name in SCHEMAS}
    for kind in RETURNS:
        form = blank(kind, _standard_sender(kind, settings), STANDARD_MONTH, settings)
        files[f"templates/returns/{kind.key}.xlsx"] = write(form, settings)
        if kind.voice:
            files[f"templates/returns/{kind.key}.docx"] = write_word(form, settings)
    forms = {name: data for name, data in files.items() if name.startswith("templates/returns/")}
    files[words_of_forms.WORDS.relative_to(ROOT).as_posix()] = words_of_forms.words_written(_texts_of(forms))
    return files


def _texts_of(forms: dict[str, bytes]) -> Iterator[SentText]:
    """Every text of these forms, read as a return is."""
    with TemporaryDirectory() as folder:
        for name, data in forms.items():
            path = Path(folder) / Path(name).name
            path.write_bytes(data)
            book = open_file(path)
            assert isinstance(book, OpenedBook)
            yield from texts(book, path.name, NOT_TOLD, ())


def _standard_sender(kind: ReturnKind, settings: Settings) -> Sender:
    """Who a standard form is made out to: the last Workspace, the first of the others; nobody yet, where `pack.toml` names none."""
    of = kind.senders(settings)
    return kind.sender((of[-1] if kind is WORKSPACE_RETURN else of[0]).code) if of else NOT_TOLD


def returns_page(settings: Settings) -> Iterator[str]:
    """The guide to the returns: every sheet, every column, with its help."""
    yield "# The returns\n"
    yield "Made from the declarations in `assurance_pack/returns/`. Required columns are marked \\*.\n"
    for kind in RETURNS:
        yield from _return_section(kind, settings)


def _return_section(kind: ReturnKind, settings: Settings) -> Iterator[str]:
    title = settings.worded(kind.title)
    yield f"## {title}\n"
    for cls in kind.sheets:
        yield f"### {title}: {cls.sheet_title}\n"
        yield f"{_docstring(cls)}\n"
        yield "| column | takes | changes | help |\n|---|---|---|---|"
        for column in columns(cls):
            marked = r" \*" if column.required else ""  # a bare star would begin emphasis
            yield f"| {column.heading}{marked} | {_takes(column, settings)} | {GROUPS[column.group]} | {settings.worded(column.help)} |"
        yield ""


def _docstring(cls: type[Row]) -> str:
    return " ".join((cls.__doc__ or "").split())


def _takes(column: Column, settings: Settings) -> str:
    words = settings.words(column.words)
    if not words:
        limit = f", about {column.word_limit} words" if column.word_limit else ""
        return f"{column.kind}{limit}"
    shown = [w.word for w in words[:6]]
    return f"{'several' if column.kind == 'several from a list' else 'one'} of: {'; '.join(shown)}{'; …' if len(words) > 6 else ''}"


def cli_page() -> Iterator[str]:
    """Every command with its real help."""
    yield "# The commands\n"
    yield "Exit codes: 0 done; 1 errors to mend or a return missing; 2 wrong usage; 3 refused (personal data, sealed); 4 this machine cannot.\n"
    yield (
        "Whatever goes wrong is told in a sentence. For whoever looks after `pack`: with `PACK_TRACE=1` in the environment, a fault that stops a command is "
        "printed as Python's traceback instead, with the exit code 1. A traceback may quote what stands in a return, so do not send one outside the council.\n"
    )
    context = click.Context(pack, info_name="pack", max_content_width=100)
    yield f"```\n{pack.get_help(context)}\n```\n"
    for name in pack.list_commands(context):
        command = pack.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context, max_content_width=100)
            yield f"## pack {name}\n"
            yield f"```\n{command.get_help(inner)}\n```\n"


def schema(name: str) -> bytes:
    """The JSON Schema of one of `SCHEMAS`, with its title and version."""
    said = SCHEMAS[name].json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, "version": SCHEMA_VERSION}
    return (json.dumps(head | {k: v for k, v in said.items() if k != "title"}, indent=1, ensure_ascii=False) + "\n").encode()


def main(arguments: list[str]) -> int:
    """Write the generated files, or say which are out of date."""
    stale = [name for name, data in generated().items() if _differs(ROOT / name, data)]
    if "--check" in arguments:
        for name in stale:
            print(f"{name} is out of date: run “make docs”.")
        return 1 if stale else 0
    for name, data in generated().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_bytes(data)
    print(f"{len(stale)} brought up to date." if stale else "All current.")
    return 0


def _differs(path: Path, data: bytes) -> bool:
    return not path.exists() or path.read_bytes() != data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
