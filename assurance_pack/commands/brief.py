"""`pack brief`: RDG's working edition, and the RDG return pre-filled with what RDG must answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..assess.suggest import because, suggest
from ..document.editions import RDG as RDG_EDITION
from ..english import counted
from ..exit_codes import DONE, TO_MEND
from ..home import Home
from ..intake.issue import Form, FormRow, FormSheet, write
from ..model import Month
from ..model.problem import Severity
from ..pipeline import Progress, Understood
from ..position.editions import brief as position
from ..position.names import names
from ..record.writing import write_whole
from ..returns.partner import Concern
from ..returns.rdg import RDG, AnswerToWorkspace, PromptAnswer, ThemeSuggestion, YouSaidWeDid
from ..returns.voice import Voice
from ..settings import Settings
from .build import build
from .covering import FOLDER as MESSAGES
from .covering import write_covering
from .ending import Built
from .formats import STOOD_IN
from .prefill import Forward, form_for


@dataclass(frozen=True)
class Briefed:
    """What was written for RDG: its edition, the return it answers on, how many prompts it is asked and how many it has answered so far."""

    edition: Built
    form: Path
    prompts: int
    answered: int

    @property
    def exit_code(self) -> int:
        """As the edition's, but that RDG's own return is not yet expected: the brief goes before it."""
        made, month = self.edition.exit_code, self.edition.understood
        owed = {p.sender for p in month.verdicts.of(Severity.ERROR)} | {r.sender for r in month.case.returns.missing}
        return DONE if made == TO_MEND and owed == {RDG} and not (month.would_have_stopped or month.damaged) else made


def brief(
    home: Home, month: Month, settings: Settings, *, withholding: bool = False, engine: str = "", progress: Progress = lambda stage: None
) -> Briefed:
    """Write RDG's brief and its return, compared with the previous month.

    Raises:
        NothingToRead: there is no folder of returns.
        Refused: text that would print may identify a child, and `withholding` is off.
        OSError: the output cannot be written.
    """
    built = build(home, month, settings, RDG_EDITION, withholding=withholding, engine=engine, progress=progress)
    found = position.take(built.understood.case, built.understood.verdicts)
    progress("Writing RDG's return")
    form = built.folder / "forms" / f"{settings.rdg.name} {month}.xlsx"
    write_whole(form, write(rdg_return(built.understood, found), settings))
    brief_pdf = next((path for path in built.files if path.suffix == ".pdf"), None)
    write_covering(form.parent, month, (RDG,), settings, *((brief_pdf,) if brief_pdf else ()))
    return Briefed(built, form, len(found.prompts), found.prompts_answered)


def rdg_return(understood: Understood, found: position.BriefPosition) -> Form:
    """The RDG return, pre-filled from the last record and from what came in this month."""
    case = understood.case
    form = form_for(RDG, Forward(case.month, case.settings, case.history))
    sheets = dict(form.sheets)
    sheets[PromptAnswer] = FormSheet(tuple(_prompts(found, names(case))), spare_rows=0)
    sheets[ThemeSuggestion] = FormSheet(tuple(_themes(understood)), spare_rows=0)
    sheets[AnswerToWorkspace] = FormSheet(tuple(FormRow({"id": m.row.id, "proposal": m.row.proposal}) for m in found.matters), spare_rows=3)
    asked = sheets.get(YouSaidWeDid, FormSheet()).rows
    known = {r.values.get("id") for r in asked}
    sheets[YouSaidWeDid] = FormSheet((*asked, *(r for r in _asks(understood) if r.values["id"] not in known)), spare_rows=2)
    return replace(form, sheets=sheets)


def _prompts(found: position.BriefPosition, named: Mapping[str, str]) -> Iterator[FormRow]:
    for line in found.prompts:
        problem = line.problem
        places = "; ".join(str(c) for c in problem.cells[:4])
        asked = _with_names(problem.sentence, named)
        yield FormRow({"key": problem.key, "question": f"{asked} ({places})" if places else asked})


_REF = re.compile(r"\b[A-Z][A-Z-]*-\d[\w-]*")


def _with_names(sentence: str, named: Mapping[str, str]) -> str:
    """A sentence in which each item is named where its ID first stands, unless it names it itself."""
    told = sentence
    for ref in dict.fromkeys(_REF.findall(sentence)):
        name = named.get(ref, "")
        found = re.search(rf"\b{re.escape(ref)}\b(?! \()", told)
        if name and found and name.casefold() not in sentence.casefold():
            told = f"{told[: found.end()]} ({name}){told[found.end() :]}"
    return told


def _themes(understood: Understood) -> Iterator[FormRow]:
    """Each box with the likeliest theme, for a person to confirm; the words that matched are shown, and a second theme where there is one."""
    settings = understood.settings
    names = {t.id: t.name for t in settings.themes}
    for ref, words in _spoken(understood):
        found = suggest(words, settings.themes)
        theme = names[found[0].theme] if found else None
        yield FormRow({"id": ref, "words": words, "suggestion": theme, "matched": because(found, names) or None})


def _spoken(understood: Understood) -> Iterable[tuple[str, str]]:
    returns = understood.case.returns
    yield from ((voice.box_id(box), words) for voice in returns.of(Voice) for box, words in voice.boxes if box != "ask")
    yield from ((c.id, c.concern or "") for c in returns.of(Concern) if c.concern and not c.theme)


def _asks(understood: Understood) -> Iterator[FormRow]:
    returns = understood.case.returns
    yield from (FormRow({"id": v.box_id("ask"), "said": v.ask}) for v in returns.of(Voice) if v.ask)
    yield from (FormRow({"id": c.id, "said": c.ask or c.concern}) for c in returns.of(Concern))


def briefed_lines(briefed: Briefed, home: Home) -> Iterator[str]:
    """What was written, and what happens next."""
    month = briefed.edition.understood.case.month
    yield f"RDG's brief for {briefed.edition.understood.settings.month_read(month)}:"
    yield from (f"  {path}" for path in (*briefed.edition.files, briefed.form))
    if briefed.edition.instead_of:
        yield STOOD_IN
    if briefed.edition.cannot_draw:
        yield briefed.edition.cannot_draw
    yield f"{counted(briefed.prompts, 'prompt').capitalize()}, {briefed.answered or 'none'} answered so far."
    yield f"Next: send RDG both: a message with them lies in {briefed.form.parent / MESSAGES}. Its return goes into {home.inputs(month)}; then pack build --month {month} makes the Board pack."
