"""Months built from rows, as the reader and the rules would hand them over, and the words a section makes of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from assurance_pack.assess.shown_counts import as_shown, shown_counts
from assurance_pack.document.assemble import Assembled
from assurance_pack.document.blocks import Block, Paragraph, Table
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.section import Section
from assurance_pack.document.texts import texts
from assurance_pack.model import Cell, Month, Word
from assurance_pack.position.whole import Position, take
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.board_log import Cover as LogCover
from assurance_pack.returns.rdg import Confidence, ForTheBoard, MilestoneJudgement
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Verdicts
from assurance_pack.schema import Review, Row, columns
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings

SETTINGS = Settings.model_validate(tomllib.loads((Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")))
JUNE = date(2026, 6, 30)
_rows = count(6)


def word(name: str, meaning: str) -> Word:
    found = SETTINGS.word(name, meaning)
    assert found, f"{name} has no {meaning}"
    return found.value


def row(kind: type[Row], sender: str, /, **values: Any) -> Any:
    """A row with a cell for every column of its sheet, each on a line of its own."""
    number = next(_rows)
    cells = {
        c.name: Cell(file=f"{sender.replace(':', ' ')}.xlsx", sheet=kind.sheet_title, ref=f"{_letters(i)}{number}")
        for i, c in enumerate(columns(kind))
    }
    return kind(sender=sender, at=next(iter(cells.values())), cells=cells, **values)


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else f"A{chr(65 + index - 26)}"


def milestone(id: str, status: str | None = "on_track", *, review: Review = Review.CHANGED, sender: str = "", **values: Any) -> Milestone:
    given = {
        "title": f"What {id} is for",
        "baseline": date(2026, 9, 1),
        "forecast": date(2026, 9, 1),
        "priority": word("priority", "2"),
        "theme": word("theme", "T05"),
    }
    said = word("milestone_status", status) if status else None
    return row(Milestone, sender or f"workspace:{id[2:5]}", id=id, status=said, review=review, **{**given, **values})


def risk(
    id: str,
    likelihood: int | None = 3,
    consequence: int | None = 3,
    *,
    status: str = "open",
    categories: Iterable[str] = (),
    review: Review = Review.CHANGED,
    **values: Any,
) -> Risk:
    given = {
        "title": f"Because of {id}, something might happen.",
        "controls": "Weekly review.",
        "next_review": date(2026, 7, 31),
        "level": word("level", "delivery"),
    }
    named = tuple(word("category", c) for c in categories) or None
    return row(
        Risk,
        f"workspace:{id[2:5]}",
        id=id,
        likelihood=likelihood,
        consequence=consequence,
        status=word("risk_status", status),
        categories=named,
        review=review,
        **{**given, **values},
    )


def matter(id: str, asked: str | None = "prioritise", **values: Any) -> ForTheBoard:
    given = {
        "issue": f"Something has happened about {id}. RDG cannot settle it.", "asked_detail": f"Approve what {id} proposes", "why": word("why_escalated", "judgement"),
        "done": "RDG asked both schools.", "voices": "not yet asked", "option_a": "Interim rooms", "confidence_a": word("confidence", "amber"),
        "option_b": "Wait", "confidence_b": word("confidence", "red"), "confidence": word("confidence", "amber"), "recommendation": "Option A, the cheapest",
    }  # fmt: skip
    return row(ForTheBoard, "rdg:RDG", id=id, asked=word("decision_asked", asked) if asked else None, **{**given, **values})


def confidence(about: str, judged: str | None, **values: Any) -> Confidence:
    return row(
        Confidence, "rdg:RDG", about=word("confidence_about", about), confidence=word("confidence", judged) if judged else None, **values
    )


def judgement(id: str, status: str, reason: str = "Posts are not filled.") -> MilestoneJudgement:
    return row(MilestoneJudgement, "rdg:RDG", id=id, status=word("milestone_status", status), reason=reason)


def returns(month: str, rows: Iterable[Row], missing: Iterable[str] = (), nil: Iterable[str] = ()) -> Returns:
    """`missing` sent nothing; `nil` said “Nothing this month”."""
    absent = set(missing)
    other = dict.fromkeys(absent, ReceiptState.MISSING) | dict.fromkeys(nil, ReceiptState.NIL)
    receipts = tuple(Receipt(sender=s, kind=s.kind, state=other.get(s, ReceiptState.RECEIVED)) for s in expected_senders(SETTINGS))
    kept = tuple(r for r in rows if r.sender not in absent)
    return Returns(Month(month), kept, receipts)


def record(month: str, rows: Iterable[Row], missing: Iterable[str] = ()) -> Record:
    made = returns(month, rows, missing)
    position = date(int(month[:4]), int(month[5:]), 28)
    return Record(month=Month(month), position=position, settings=SETTINGS, receipts=made.receipts, rows=frozen_rows(made.rows))


def case(
    *rows: Row,
    last: Record | None = None,
    history: Iterable[Record] = (),
    missing: Iterable[str] = (),
    nil: Iterable[str] = (),
    settings: Settings = SETTINGS,
    **values: Any,
) -> Case:
    """June, as the pages are given it: counts too small to show are out. `last` is May's record unless `history` says more."""
    months = tuple(history) or ((last,) if last else ())
    log = row(LogCover, "board_log:BOARD", month=Month("2026-06"))
    shown: list[Record] = []
    for month in months:
        shown.append(as_shown(month, shown))
    made = shown_counts(returns("2026-06", (*rows, log), missing, nil), settings, shown)
    before = as_shown(last, ()) if last else shown[-1] if shown else None
    return Case(Month("2026-06"), settings, made, JUNE, before, tuple(shown), **values)


def board(made: Case) -> Assembled:
    """The Board pack of a month, of which no rule has said anything."""
    return issue(BOARD, made, Verdicts(()), position(made)).assembled


def position(of: Case) -> Position:
    return take(of, Verdicts(()))


def words(section: Section | Iterable[Block]) -> str:
    """Everything a section says, a line for every piece of text."""
    blocks = section.blocks if isinstance(section, Section) else section
    return "\n".join(t for t in texts(blocks) if t)


def lead(section: Section) -> str:
    return next(plain(b.content) for b in section.blocks if isinstance(b, Paragraph) and b.style in ("lead", "story"))


def table(section: Section, caption: str) -> Table:
    return next(b for b in section.blocks if isinstance(b, Table) and caption.lower() in b.caption.lower())


def cells(found: Table) -> list[list[str]]:
    return [[plain(c.content) for c in r.cells] for r in found.rows]


def paragraph(section: Section, beginning: str) -> str:
    said = [plain(b.content) for b in section.blocks if isinstance(b, Paragraph)]
    return next((t for t in said if t.startswith(beginning)), "")


def fates(section: Section) -> dict[str, str]:
    return {f.ref: f.what for f in section.fates}


def voice_rows(**boxes: str) -> list[Voice]:
    return [row(Voice, "voice:PCF", group=word("group", "PCF"), month=Month("2026-06"), **boxes)]


def after(section: Section, label: str) -> str:
    """What a paragraph says from a bold label on."""
    said = [plain(b.content) for b in section.blocks if isinstance(b, Paragraph)]
    return next((t[t.index(label) + len(label) :].strip() for t in said if label in t), "")
