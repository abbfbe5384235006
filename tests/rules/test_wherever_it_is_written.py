"""Rules that read words look at every column in which such words are written, and scales of every list are compared."""

from __future__ import annotations

import pytest
from months import Drawing, found, month, places, sheet, shipped

from assurance_pack.model import Sender
from assurance_pack.returns import SHEETS, board_log, partner, rdg, voice, workspace
from assurance_pack.rules import all_rules
from assurance_pack.schema import Row, columns
from assurance_pack.schema.column import ColumnKind
from assurance_pack.senders import is_voice

BOOK = {r.id: r for r in all_rules()}
RESERVED = (
    (workspace.Cover, "headline"), (workspace.Milestone, "progress path_to_green"), (workspace.Risk, "changed controls"),
    (workspace.ForRdg, "proposal recommendation"), (rdg.Cover, "headline"), (rdg.Confidence, "reason forward"),
    (rdg.MilestoneJudgement, "reason"), (rdg.ForTheBoard, "issue done"), (rdg.Statement, "statement"), (rdg.Direction, "detail"),
    (rdg.AnswerToWorkspace, "detail"), (rdg.YouSaidWeDid, "did"),
)  # fmt: skip
OPERATIONAL = (
    (rdg.ForTheBoard, "issue asked_detail"),
    (board_log.ExceptionalIssue, "issue ask"),
    (partner.Concern, "concern ask"),
)


def one_by_one(*places: tuple[type[Row], str]) -> list[tuple[type[Row], str]]:
    return [(kind, name) for kind, names in places for name in names.split()]


def written(kind: type[Row], name: str, words: str) -> Drawing:
    code = {board_log: "BOARD", rdg: "RDG", partner: "ICB", voice: "PCF"}
    here = next((c for module, c in code.items() if kind.__module__ == module.__name__), "CAP")
    return month(sheet(kind, here, f"{name}\n{words}"))


@pytest.mark.parametrize(("kind", "name"), one_by_one(*RESERVED))
def test_a_reserved_decision_is_seen_wherever_rdg_or_a_workspace_writes(kind: type[Row], name: str):
    problems = found(BOOK["AP619"], written(kind, name, "RDG has accepted the system risk of it."))
    assert [p.partition(" ")[2] for p in places(problems)] == [f"{kind.sheet_title}!A2"]


@pytest.mark.parametrize(("kind", "name"), one_by_one(*OPERATIONAL))
def test_an_operational_matter_is_seen_in_what_is_brought_and_in_what_is_asked(kind: type[Row], name: str):
    problems = found(BOOK["AP615"], written(kind, name, "The boiler at the northern base failed twice"))
    assert [p.partition(" ")[2] for p in places(problems)] == [f"{kind.sheet_title}!A2"]


ANY_TEXT = [(kind, c.name) for kind in SHEETS.values() for c in columns(kind) if c.kind is ColumnKind.TEXT]


@pytest.mark.parametrize(("kind", "name"), ANY_TEXT, ids=lambda of: of if isinstance(of, str) else of.sheet_title)
def test_ranking_is_seen_in_any_words_but_those_of_families_settings_and_partners(kind: type[Row], name: str):
    drawing = written(kind, name, "The worst performing Workspace")
    sender = Sender(*drawing.sheets[0].sender.split(":"))
    theirs = is_voice(sender) or sender.kind == partner.PARTNER_RETURN.key
    assert [p.partition(" ")[2] for p in places(found(BOOK["AP622"], drawing))] == ([] if theirs else [f"{kind.sheet_title}!A2"])


@pytest.mark.parametrize("scale", ["milestone_status", "confidence", "likelihood", "consequence", "assurance", "reading"])
def test_a_scale_that_is_not_last_months_is_named(scale: str):
    before = {"lists": {**shipped().lists, scale: shipped().lists[scale][:-1]}}
    (problem,) = found(BOOK["AP315"], month(before=((),), old_settings=before))
    assert problem.cells[0].sheet == f"lists.{scale}"
    assert problem.sentence.startswith(f"The words of “{scale.replace('_', ' ')}” are not those of May 2026")
