"""Writes one return as its sender would have sent it: the form we issue, filled in. The same text gives the same bytes anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assurance_pack.calendar import due
from assurance_pack.intake.issue import AskedBefore, Form, FormRow, FormSheet, write, write_word
from assurance_pack.returns import rdg
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Risk
from assurance_pack.schema import Row, columns
from assurance_pack.schema.column import Column, ColumnGroup
from assurance_pack.senders import sender_name
from assurance_pack.settings import Settings

from .story import OF_THE_MOMENT, Cells, Filled, before_it

SPARE = 8
"""Empty rows left at the foot of a register, each with the next free ID."""

PICKED = ("theme", "theme_or_none", "priority", "indicator", "confidence_about")
"""Lists whose words the story gives by their code; on the form they stand whole, as the drop-down writes them."""


def as_sent(filled: Filled, story: Iterable[Filled], settings: Settings) -> bytes:
    """One return as the bytes of its file."""
    form = _form(filled, tuple(story), settings)
    return _stored(write_word(form, settings) if filled.file.endswith(".docx") else write(form, settings))


def _form(filled: Filled, story: tuple[Filled, ...], settings: Settings) -> Form:
    meeting = settings.meeting(filled.month)
    before = before_it(filled, story)
    page = next((rows[0] for cls, rows in filled.sheets.items() if cls.layout == "page"), {})
    sender = filled.kind.sender(filled.code)
    return Form(
        kind=filled.kind, sender=sender, sender_name=page.get("workspace") or sender_name(sender, settings),
        month=filled.month, position=meeting.position if meeting else None, meeting=meeting.date if meeting else None, due=due(settings, filled.month, filled.kind.key),
        previous=before.month if before else None, page=page, page_before=_page_before(before),
        sheets={cls: _sheet(cls, filled, before, story, settings) for cls in filled.sheets if cls.layout == "table"},
        answered=tuple(_answered(filled, story)), filled_in=True,
    )  # fmt: skip


def _page_before(before: Filled | None) -> Cells:
    """What the cover said last month; a group's words of last month are not shown beside its new ones."""
    covers = [(cls, rows[0]) for cls, rows in before.sheets.items() if cls.layout == "page" and cls is not Voice] if before else []
    return {c.name: row.get(c.name) for cls, row in covers for c in columns(cls) if c.group is not ColumnGroup.KEY}


def _sheet(cls: type[Row], filled: Filled, before: Filled | None, story: tuple[Filled, ...], settings: Settings) -> FormSheet:
    then = {_which(row): row for row in before.sheets.get(cls, [])} if before else {}
    lines: list[FormRow] = []
    for row in filled.sheets[cls]:
        if row.get("gap_before"):
            lines.append(FormRow({}))
        lines.append(_line(cls, row, then.get(_which(row), {}), settings))
    return FormSheet(tuple(lines), _spare_ids(cls, filled, story), 0)


def _which(row: Cells) -> tuple[Any, ...]:
    """What tells a line from the others of its sheet, month after month."""
    return tuple(row.get(name) for name in ("id", "about", "indicator", "period_end"))


def _line(cls: type[Row], row: Cells, then: Cells, settings: Settings) -> FormRow:
    values = {c.name: _spoken(c, row.get(c.name), settings) for c in columns(cls)}
    recalled: dict[str, Any] = {c.name: _spoken(c, then.get(c.name), settings) for c in columns(cls) if c.recall and then}
    if issubclass(cls, Risk):
        recalled |= _scores(row, then, settings)
    said = {name: then[name] for name in OF_THE_MOMENT if isinstance(then.get(name), str)}
    return FormRow(values, recalled, said)


def _scores(row: Cells, then: Cells, settings: Settings) -> Mapping[str, Any]:
    """Last month's score in words, and this month's two figures, which the form multiplies."""
    likelihood, impact = _figure(then.get("likelihood")), _figure(then.get("consequence"))
    score = likelihood * impact
    shown = {"likelihood": f"{likelihood} × {impact} = {score} {settings.band(score)}"} if score else {}
    return {**shown, "_likelihood": _figure(row.get("likelihood")), "_consequence": _figure(row.get("consequence"))}


def _figure(said: Any) -> int:
    """``4`` from 4, or from “4 Likely”."""
    return int(str(said)[0]) if said else 0


def _spoken(column: Column, value: Any, settings: Settings) -> Any:
    if column.words in PICKED and isinstance(value, str):
        return next((w.word for w in settings.words(column.words) if w.meaning == value), value)
    return value


def _spare_ids(cls: type[Row], filled: Filled, story: tuple[Filled, ...]) -> tuple[str, ...]:
    """The IDs after the last one used in any month so far."""
    used = [
        str(row.get("id", "")).strip() for f in story if f.month <= filled.month and f.code == filled.code for row in f.sheets.get(cls, [])
    ]
    found = [m for ref in used if (m := re.fullmatch(r"((?:M|R|Q|N|A|C|D|X|B|TF)-(?:[A-Z]+-)?)(\d{3})", ref))]
    if not found or cls in (rdg.MilestoneJudgement, rdg.AnswerToWorkspace):
        return ()
    last = max(int(m[2]) for m in found)
    return tuple(f"{found[0][1]}{last + n:03d}" for n in range(1, SPARE + 1))


def _answered(filled: Filled, story: tuple[Filled, ...]) -> Iterator[AskedBefore]:
    """What the group asked in the months before, and what had come of it by then."""
    answers = {row["id"]: row for f in story if f.month < filled.month for row in f.sheets.get(rdg.YouSaidWeDid, [])}
    for earlier in (f for f in story if filled.kind.key == "voice" and f.code == filled.code and f.month < filled.month):
        ask = earlier.sheets[Voice][0].get("ask")
        answer = answers.get(f"V-{filled.code}-{earlier.month}-ask")
        if ask:
            yield AskedBefore(earlier.month.short, ask, f"{answer['answer']}. {answer['did']}" if answer else "Not yet answered.")


def _stored(data: bytes) -> bytes:
    """The same parts, not compressed: how a library compresses differs from one machine to the next, and these bytes must not."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item.filename))
    return out.getvalue()
