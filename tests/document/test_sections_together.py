"""Sections 5 to 10 whatever the month: nothing at all, a first month, everything missing, ten times the rows."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, board, case, milestone, position, row, word

from assurance_pack.document.blocks import Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.sections import SECTIONS
from assurance_pack.document.texts import texts
from assurance_pack.model import Month
from assurance_pack.returns.board_log import Action, Challenge, Decision, ExceptionalIssue, WaiverRow
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import PromptAnswer, ThemeSuggestion, YouSaidWeDid
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding
from assurance_pack.senders import expected_senders

MINE = ("quality", "voice", "concerns", "triangulation", "log", "about")


def busy(times: int):
    """A month with `times` of everything sections 5 to 10 print."""
    for n in range(times):
        on = date(2026, 6, 1 + n % 28)
        yield row(
            QAFinding,
            "workspace:QDD",
            id=f"Q-QDD-{n:03}",
            reading=word("reading", "concern"),
            finding="It was late in half of all cases.",
            due=on,
        )
        yield row(IndicatorFigure, "workspace:QDD", indicator=word("indicator", "IND-01"), period_end=on, numerator=60, denominator=100)
        yield row(
            YouSaidWeDid, "rdg:RDG", id=f"V-PCF-2026-05-{n}", said="Ring back.", answer=word("ask_answer", "in_hand"), did="By 10 July."
        )
        yield row(
            ExceptionalIssue,
            "board_log:BOARD",
            id=f"X-{n:03}",
            issue="A provider closes in the last week of term.",
            why_now="Term ends.",
            raised_by="RDG",
        )
        yield row(Concern, "partner:ICB", given_id=f"P-ICB-2026-06-{n}", concern="We cannot renew six posts.", done="Asked.", ask="A date.")
        yield row(
            Action,
            "board_log:BOARD",
            id=f"A-{n:03}",
            action="Bring a count.",
            owner="Council: Chair",
            due=on,
            status=word("action_status", "open"),
        )
        yield row(
            Challenge,
            "board_log:BOARD",
            id=f"C-{n:03}",
            challenge="Why is it unsigned?",
            on=on,
            raised_by="Forum",
            status=word("challenge_status", "open"),
        )
        yield row(Decision, "board_log:BOARD", id=f"D-{n:03}", on=on, decision="Agreed to wait for the tender.")
        yield row(
            WaiverRow, "board_log:BOARD", rule="AP203", place=f"M-CAP-{n:03}", reason="It follows.", by="Chair", until=date(2026, 7, 31)
        )
        yield row(PromptAnswer, "rdg:RDG", key=f"AP401:M-CAP-{n:03}", response=word("prompt_response", "confirmed"))
        yield row(ThemeSuggestion, "rdg:RDG", id=f"V-PCF-2026-06-{n}", suggestion=word("theme", "T12"))
        yield milestone(f"M-CAP-{n:03}", shaped_by="Families chose the rooms.", theme=word("theme", SETTINGS.themes[n % 15].id))


def sections(*rows, **values):
    of = case(*rows, **values)
    figures = position(of)
    return [SECTIONS[key](figures, of.settings) for key in MINE]


@pytest.mark.parametrize("missing", [(), expected_senders(SETTINGS)])
def test_an_empty_month_writes_every_section_and_says_what_is_not_there(missing):
    for section in sections(missing=missing):
        first, lead = section.blocks[:2]
        assert isinstance(first, Heading)
        assert (first.level, first.anchor, first.number) == (2, section.key, section.number)
        assert isinstance(lead, Paragraph)
        assert lead.style == "lead"
        assert plain(lead.content).endswith(".")


@pytest.mark.parametrize("times", [1, 3, 30])
def test_columns_share_twelve_twelfths_and_rows_are_as_long_as_their_head(times):
    for section in sections(*busy(times)):
        for found in (b for b in section.blocks if isinstance(b, Table)):
            assert sum(c.width for c in found.columns) == pytest.approx(12), found.caption
            assert len(found.columns) <= 6
            assert {len(r.cells) for r in found.rows} <= {len(found.columns)}


@pytest.mark.parametrize("times", [0, 1, 30])
def test_every_row_has_a_fate_and_the_sum_is_the_rows_read(times):
    of = case(*busy(times), row(Voice, "voice:PCF", group=word("group", "PCF"), month=Month("2026-06"), ask="Ring back."))
    assembled = board(of)
    assert assembled.not_placed == ()
    assert len(assembled.fates) == len(of.returns.rows)


def test_ten_times_the_rows_is_hardly_more_to_read():
    few, many = ({s.key: sum(len(t.split()) for t in texts(s.blocks)) for s in sections(*busy(n))} for n in (6, 60))
    for key in MINE:
        assert many[key] <= few[key] * 1.25 + 60, key


@pytest.mark.parametrize("since", [None, "2025-11"])
def test_a_month_of_another_year_is_named_with_its_year(since):
    from position_rows import record

    last = record(since, []) if since else None
    leads = " ".join(plain(s.blocks[1].content) for s in sections(*busy(2), last=last))
    assert ("November 2025" in leads) is bool(since)
