"""Reads the story: for each month and sender, the returns as filled in, from the text in ``samples/<month>/<sender>.toml``.

A month says only what its sender would have typed. A row of a register comes back from the month before, as it does on the form, with the
cells of the moment emptied; a row nobody mentions comes back untouched; a row closed last month does not come back.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from assurance_pack.meanings import ThisMonth
from assurance_pack.model import Month, day
from assurance_pack.returns import RETURNS, ReturnKind, board_log, rdg, workspace
from assurance_pack.returns.registers import has_own_ids, is_reviewed
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.schema import Row, column_of, columns
from assurance_pack.settings import Settings

Cells = dict[str, Any]
Sheets = dict[type[Row], list[Cells]]

FOLDER = Path(__file__).parent

OF_THE_MOMENT = ("this_month", "progress", "changed", "update", "last_reviewed")
"""The cells that come back empty: what they say is true of one month alone."""

HISTORY = 24
"""How many months of an indicator stand on the form."""


@dataclass(frozen=True)
class Filled:
    """One return as its sender filled it in: the file it came in, when it came, and what stands on each sheet."""

    month: Month
    kind: ReturnKind
    code: str
    file: str
    received: date
    sheets: Sheets


def sheet_name(cls: type[Row]) -> str:
    """How the text names a sheet: ``qa_findings`` for “QA findings”."""
    letters = "".join(c if c.isalnum() else " " for c in cls.sheet_title.lower())
    return "_".join(letters.split())


def read_story(settings: Settings, folder: Path = FOLDER) -> tuple[Filled, ...]:
    """Every return of every month, earliest month first."""
    filled: list[Filled] = []
    for month in sorted(Month(p.name) for p in folder.iterdir() if Month.PATTERN.fullmatch(p.name)):
        earlier = {(f.kind.key, f.code): f for f in filled if f.month == month.plus(-1)}
        now = [_filled(path, month, settings, earlier) for path in sorted((folder / month).glob("*.toml"))]
        for one in now:
            _show_what_is_answered(one, [*filled, *now])
            _show_what_rdg_said(one, earlier.get(("rdg", "RDG")))
        filled += now
    return tuple(filled)


def _kind_of(code: str, settings: Settings) -> ReturnKind:
    return next(kind for kind in RETURNS if code in {party.code for party in kind.senders(settings)})


def _filled(path: Path, month: Month, settings: Settings, earlier: dict[tuple[str, str], Filled]) -> Filled:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    kind = _kind_of(path.stem, settings)
    before = earlier.get((kind.key, path.stem))
    unknown = set(said) - {"file", "received"} - {sheet_name(s) for s in kind.sheets}
    if unknown:
        raise ValueError(f"{path}: no such sheet: {', '.join(sorted(unknown))}")
    sheets: Sheets = {}
    for cls in kind.sheets:
        table = cls is not workspace.IndicatorFigure and cls.layout == "table"
        rows = said.get(sheet_name(cls), [] if table else {})
        if cls is workspace.IndicatorFigure:
            sheets[cls] = _figures(rows, before.sheets[cls] if before else [])
        elif cls.layout == "page":
            sheets[cls] = [{"month": month.name, **_who(cls, kind, path.stem, settings), **rows}]
        else:
            sheets[cls] = _rows(cls, rows, before.sheets[cls] if before else [], settings)
        _known_columns(path, cls, sheets[cls])
    return Filled(month, kind, path.stem, said["file"], said["received"], sheets)


def _who(cls: type[Row], kind: ReturnKind, code: str, settings: Settings) -> Cells:
    """Where a cover asks who is speaking: the name, as the form fills it in."""
    names = {c.name: settings.words(c.words) for c in columns(cls) if c.name == kind.asks and c.words}
    return {name: word.word for name, words in names.items() for word in words if word.meaning == code}


def _known_columns(path: Path, cls: type[Row], rows: list[Cells]) -> None:
    names = {c.name for c in columns(cls)} | {"gap_before"}
    for row in rows:
        if set(row) - names:
            raise ValueError(f"{path}: {cls.sheet_title} has no column {', '.join(sorted(set(row) - names))}")


def _rows(cls: type[Row], said: list[Cells], before: list[Cells], settings: Settings) -> list[Cells]:
    """Last month's open rows, with what is said of them now; then the new ones."""
    if not cls.life.comes_forward or not has_own_ids(cls):
        return said
    stay = [row for row in before if not _leaves(cls, row, settings)]
    now = {str(row["id"]).strip(): row for row in said}
    back = [{**{k: v for k, v in row.items() if k not in OF_THE_MOMENT}, **now.pop(str(row["id"]).strip(), {})} for row in stay]
    return [*back, *now.values()]


def _leaves(cls: type[Row], row: Cells, settings: Settings) -> bool:
    """Whether a row does not come back next month: its sender closed it, or, where nobody is asked what happened, its status ends it."""
    name = "this_month" if is_reviewed(cls) else "status"
    meaning = next((w.meaning for w in settings.words(column_of(cls, name).words) if w.word == row.get(name)), "")
    return meaning in (cls.life.over if name == "status" else (ThisMonth.CLOSE,))


def _figures(said: dict[str, dict[str, Any]], before: list[Cells]) -> list[Cells]:
    """The last two years, the newest period at the top: what stood there last month, and what is new or revised now."""
    known = {(row["indicator"], row["period_end"]): row for row in before}
    for code, periods in said.items():
        for period, figure in periods.items():
            known[code, _month_end(Month(period))] = {"indicator": code, "period_end": _month_end(Month(period)), **_figure(figure)}
    kept: list[Cells] = []
    for code in sorted({code for code, _ in known}):
        kept += sorted((r for (c, _), r in known.items() if c == code), key=lambda r: r["period_end"], reverse=True)[:HISTORY]
    return sorted(kept, key=lambda row: (-row["period_end"].toordinal(), row["indicator"]))


def _figure(said: Any) -> Cells:
    """``[87, 138]`` is a count over a count, ``4.8`` a value, a table says more."""
    if isinstance(said, list):
        return {"numerator": said[0], "denominator": said[1]}
    if isinstance(said, dict):
        return {**_figure(said["of"]), **{k: v for k, v in said.items() if k != "of"}} if "of" in said else dict(said)
    return {"value": said}


def _month_end(month: Month) -> date:
    following = month.plus(1)
    return date(following.year, following.number, 1) - timedelta(days=1)


def _show_what_is_answered(one: Filled, story: list[Filled]) -> None:
    """The words an answer answers stand beside it on the form: the challenge, the ask, what a Workspace proposed."""
    words = dict(_words(story))
    asked = {c["id"]: c for f in story for c in f.sheets.get(board_log.Challenge, [])}
    for row in one.sheets.get(ChallengeToAnswer, []):
        challenge = asked[row["id"]]
        by = challenge.get("answer_by")
        row.setdefault("challenge", challenge["challenge"])
        row.setdefault("raised", f"{challenge['raised_by']}, {day(challenge['on'])}" + (f"; answer by {day(by)}" if by else ""))
    for cls, column in ((rdg.YouSaidWeDid, "said"), (rdg.AnswerToWorkspace, "proposal"), (rdg.ThemeSuggestion, "words")):
        for row in one.sheets.get(cls, []):
            row.setdefault(column, words[row["id"]])


def _show_what_rdg_said(one: Filled, rdgs: Filled | None) -> None:
    """RDG's judgement of an item, and its answer to a question about it, stand on the item's row the month after."""
    said: dict[str, list[str]] = {}
    for row in rdgs.sheets.get(rdg.MilestoneJudgement, []) if rdgs else []:
        said.setdefault(row["id"], []).append(f"{row['status']}. {row['reason']}")
    for row in rdgs.sheets.get(rdg.PromptAnswer, []) if rdgs else []:
        for ref in rdg.items_of(row["key"]):
            said.setdefault(ref, []).append(f"{row['response']}. {row['explanation']}")
    for cls, rows in one.sheets.items():
        for row in rows if issubclass(cls, workspace.Milestone | workspace.Risk) else []:
            row.pop("rdg_said", None)
            row |= {"rdg_said": " ".join(said[row["id"]])} if row["id"] in said else {}


def _words(story: list[Filled]) -> Any:
    for filled in story:
        for row in filled.sheets.get(workspace.ForRdg, []):
            yield row["id"], row["proposal"]
        for cls, rows in filled.sheets.items():
            if cls.sheet_title == "Concerns":
                yield from ((row["given_id"], row["ask"]) for row in rows)
            elif filled.kind.key == "voice":
                for box in ("working", "not_working", "ask"):
                    if rows[0].get(box):
                        yield f"V-{filled.code}-{filled.month}-{box.replace('_', '-')}", rows[0][box]


def before_it(filled: Filled, story: Iterable[Filled]) -> Filled | None:
    """The same sender's return of the month before, if there was one."""
    return next((f for f in story if (f.kind.key, f.code, f.month) == (filled.kind.key, filled.code, filled.month.plus(-1))), None)
