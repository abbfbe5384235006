"""Section 4: what the Board reads of the risks."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, after, case, cells, fates, lead, paragraph, position, record, risk, row, table, word, words

from assurance_pack.document.blocks import Figure
from assurance_pack.document.blocks.drawings import HeatMap
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.section import Section
from assurance_pack.document.sections import risks
from assurance_pack.returns.rdg import ProgrammeRisk
from assurance_pack.rules.case import Case
from assurance_pack.schema import Review
from assurance_pack.settings.board import Parameter, Parameters


def section(of: Case) -> Section:
    return risks.write(position(of), of.settings)


def heat_map(found: Section) -> HeatMap:
    drawing = next(b.drawing for b in found.blocks if isinstance(b, Figure))
    assert isinstance(drawing, HeatMap)
    return drawing


# ---------- what changed ----------


def test_the_first_sentence_counts_what_rose_fell_closed_and_is_new() -> None:
    may = [risk("R-CAP-001", 4, 4), risk("R-CAP-002", 4, 4), risk("R-CAP-003")]
    now = (risk("R-CAP-001", 5, 4), risk("R-CAP-002", 3, 4), risk("R-CAP-003", status="closed"), risk("R-CAP-004"))
    found = section(case(*now, last=record("2026-05", may)))
    assert lead(found) == "Three risks are open. Since May one rose, one fell, one closed and one is new."


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ([], "No risks are open: since May none rose, fell or closed, and none is new."),
        (["R-CAP-001"], "One risk is open: since May none rose, fell or closed, and none is new."),
        (["R-CAP-001", "R-CAP-002"], "Two risks are open: since May none rose, fell or closed, and none is new."),
    ],
)
def test_the_first_sentence_reads_well_for_none_one_and_many(now: list[str], said: str) -> None:
    last = record("2026-05", [risk(r) for r in now])
    assert lead(section(case(*(risk(r) for r in now), last=last))) == said


def test_a_first_pack_says_there_is_nothing_to_compare_with() -> None:
    assert (
        lead(section(case(risk("R-CAP-001", 5, 5)))) == "One risk is open, one of them Extreme; there is no earlier pack to compare with."
    )


def test_an_empty_register_says_so() -> None:
    assert paragraph(section(case()), "Open risks.") == "Open risks. None was reported this month."


# ---------- the risks that matter ----------


def test_a_row_says_what_could_happen_the_score_its_movement_and_the_gap() -> None:
    now = risk(
        "R-CAP-004", 5, 4, categories=["sufficiency", "financial"], level=word("level", "system"), inherent_likelihood=5, inherent_consequence=4,
        target_likelihood=2, target_consequence=4, gaps="No interim places", changed="The tender failed", owner="Head of Capital",
    )  # fmt: skip
    found = section(case(now, last=record("2026-05", [risk("R-CAP-004", 4, 4)])))
    assert cells(table(found, "open risk"))[0] == [
        "R-CAP-004",
        "Because of R-CAP-004, something might happen. The tender failed. Sufficiency; financial; system risk",
        "20 Extreme, was 16 Aim 8; 20 without controls",
        "Weekly review. Gap: No interim places. Head of Capital",
    ]


def test_no_risk_in_a_mandatory_category_is_left_out_whatever_the_budget() -> None:
    many = [risk(f"R-CAP-{n:03}", 2, 2, categories=["statutory"]) for n in range(60)] + [risk(f"R-QDD-{n:03}", 5, 5) for n in range(60)]
    found = section(case(*many))
    printed = words(found)
    rows = SETTINGS.budgets.risks.rows
    assert all(f"R-CAP-{n:03}" in printed for n in range(60))
    assert len(table(found, "risks shown").rows) <= rows
    assert table(found, "other open risks").caption == "Four other open risks, without controls: four Extreme"
    assert paragraph(found, "60 more in a mandatory category, by score, whole in the data book. Score 4: R-CAP-").endswith("R-CAP-059.")
    left = 60 - rows - 4
    assert f"Not shown: {left} risks, {left} of them extreme or rising" in printed
    assert {fates(found)[f"R-CAP-{n:03}"] for n in range(60)} == {"summarised"}
    assert len(found.fates) == 120


def test_the_caption_counts_what_is_shown_and_the_note_what_is_not() -> None:
    found = section(case(risk("R-CAP-001", 5, 5), risk("R-CAP-002", 1, 1), risk("R-CAP-003", 1, 2)))
    assert table(found, "open risks shown").caption == "1 of 3 open risks shown, with controls: one Extreme"
    assert "Not shown: two risks, none of them extreme, rising or in a mandatory category; all are in the data book." in words(found)


def test_rdgs_programme_risks_stand_among_them() -> None:
    mine = row(
        ProgrammeRisk, "rdg:RDG", id="R-RDG-001", title="Too much at once.", likelihood=5, consequence=4, status=word("risk_status", "open"),
        review=Review.NEW, controls="One list.", next_review=date(2026, 7, 31),
    )  # fmt: skip
    assert "R-RDG-001" in cells(table(section(case(mine)), "open risk"))[0][0]


def test_a_system_risk_is_never_said_to_be_accepted_by_rdg() -> None:
    tolerated = risk("R-CAP-001", 5, 5, level=word("level", "system"), response=word("risk_response", "tolerate"))
    accepted = risk("R-CAP-002", 5, 5, level=word("level", "system"), response=word("risk_response", "tolerate"), decision="D-004")
    found = section(case(tolerated, accepted))
    first, second = cells(table(found, "open risks"))
    assert first[3].endswith("Not accepted: only the Board may accept a system risk. Owner not stated")
    assert second[3].endswith("Accepted by the Board (D-004). Owner not stated")
    assert "accepted by RDG" not in words(found)


def test_an_extreme_risk_without_a_category_has_its_row_when_the_full_rows_are_spent() -> None:
    mandatory = [risk(f"R-CAP-{n:03}", 4, 4, categories=["statutory"]) for n in range(SETTINGS.budgets.risks.rows)]
    found = section(case(*mandatory, risk("R-QDD-001", 3, 5, owner="Head of SEND"), risk("R-QDD-002", 3, 5), risk("R-QDD-003", 1, 1)))
    rows = cells(table(found, "Two other open risks, without controls: two Extreme"))
    assert rows[0] == ["R-QDD-001", "Because of R-QDD-001, something might happen. Head of SEND", "None", "15 Extreme"]
    assert rows[1][1].endswith("Owner not stated")
    assert "Not shown: one risk, none of them extreme" in words(found)


def test_the_highest_score_stands_first_whether_it_is_in_a_category_or_not_and_with_its_controls_where_it_is_worse() -> None:
    mandatory = [risk(f"R-CAP-{n:03}", 2, 4, categories=["statutory"]) for n in range(SETTINGS.budgets.risks.rows + 1)]
    last = record("2026-05", [*mandatory, risk("R-QDD-001", 3, 4), risk("R-QDD-002", 1, 2)])
    worst, rising = risk("R-QDD-001", 5, 5, changed="Two schemes fell"), risk("R-QDD-002", 1, 3)
    found = section(case(*mandatory, worst, rising, last=last))
    first = cells(table(found, "open risks shown"))[0]
    assert (first[0], first[2]) == ("R-QDD-001", "25 Extreme, was 12")
    assert "Two schemes fell." in first[1]
    assert first[3].startswith("Weekly review.")
    assert [c[3] for c in cells(table(found, "open risks shown"))].count("") == 0
    assert "3 Low, was 2" in [c[2].partition(" Aim")[0] for c in cells(table(found, "open risks shown"))]
    assert [c[3] for c in cells(table(found, "other open risks"))] == ["8 High", "8 High", "8 High"]


def test_every_extreme_risk_has_its_controls_before_any_that_is_only_mandatory_and_the_captions_say_what_the_tables_hold() -> None:
    rows = SETTINGS.budgets.risks.rows
    fell = [risk(f"R-CAP-{n:03}", 3, 4, categories=["statutory"]) for n in range(rows)]
    same = risk("R-CWF-001", 3, 5, categories=["sufficiency"])
    new = risk("R-CWF-006", 3, 4, categories=["sufficiency"])
    last = record("2026-05", [*(risk(f"R-CAP-{n:03}", 4, 4, categories=["statutory"]) for n in range(rows)), same])
    found = section(case(*fell, same, new, last=last))
    first = table(found, "open risks shown")
    assert (
        first.caption
        == f"{rows} of {rows + 2} open risks shown, with controls: one Extreme, one new and three others in a mandatory category"
    )
    assert next(c[0] for c in cells(first)) == "R-CWF-001"
    assert table(found, "other open risks").caption == "Two other open risks, without controls: all in a mandatory category"


# ---------- the heat map ----------


def test_a_risk_that_has_no_row_is_counted_on_the_heat_map_and_not_named() -> None:
    found = section(case(risk("R-CAP-001", 5, 5), risk("R-CAP-002", 1, 1), risk("R-CAP-003", 1, 1)))
    assert [(m.ref, m.named) for m in heat_map(found).marks] == [("R-CAP-001", True), ("R-CAP-002", False), ("R-CAP-003", False)]


def test_the_heat_map_shows_every_scored_risk_and_where_it_came_from() -> None:
    found = section(
        case(risk("R-CAP-001", 5, 4), risk("R-CAP-002", 1, 1), last=record("2026-05", [risk("R-CAP-001", 4, 4), risk("R-CAP-002", 1, 1)]))
    )
    first, second = heat_map(found).marks
    assert (first.ref, first.likelihood, first.consequence, first.moved_from, first.solid) == ("R-CAP-001", 5, 4, (4, 4), True)
    assert (second.ref, second.moved_from, second.solid) == ("R-CAP-002", None, False)


def test_the_sentence_beneath_the_heat_map_says_what_it_shows() -> None:
    may = [risk("R-CAP-001", 4, 4), risk("R-CAP-002", 2, 2)]
    found = section(case(risk("R-CAP-001", 5, 4), risk("R-CAP-002", 2, 2), last=record("2026-05", may)))
    sentence = next(plain(b.sentence) for b in found.blocks if isinstance(b, Figure))
    assert sentence == "One risk is Extreme. One rose since May (R-CAP-001); none fell."


# ---------- what nothing was said of ----------


def test_a_risk_nobody_reviewed_shows_no_score_as_this_months() -> None:
    may = [risk("R-CAP-001", 4, 4, categories=["statutory"])]
    found = section(case(risk("R-CAP-001", 4, 4, categories=["statutory"], review=Review.NOT_REVIEWED), last=record("2026-05", may)))
    assert cells(table(found, "open risk"))[0][2] == "No update 16 in May"
    assert after(found, "No update since May:") == "R-CAP-001."
    assert not [b for b in found.blocks if isinstance(b, Figure)]


def test_a_missing_workspace_is_said_with_the_ids_of_its_mandatory_risks() -> None:
    may = [risk("R-CAP-001", 5, 5, categories=["statutory"]), risk("R-CAP-002"), risk("R-QDD-001")]
    found = section(case(risk("R-QDD-001"), missing=["workspace:CAP"], last=record("2026-05", may)))
    assert lead(found).endswith("No return was received from Capital and Sufficiency.")
    assert paragraph(found, "X No return received") == (
        "X No return received from Capital and Sufficiency: two risks open when it last reported have no score this month, "
        "one of them in a mandatory category (R-CAP-001)."
    )
    assert "25" not in words(found).replace("1 to 25", "")


def test_no_risk_is_called_none_or_fewer_where_a_register_did_not_come() -> None:
    """Said before: “No risks are open”, when 17 were and no register came."""
    may = [risk("R-CAP-001", 5, 5), risk("R-CAP-002"), risk("R-QDD-001", 5, 5)]
    found = section(case(risk("R-QDD-001", 2, 2), missing=["workspace:CAP"], last=record("2026-05", may)))
    assert lead(found).startswith(
        "One open risk was reported; two more were open when last reported. Of those reported, one fell since May. How many"
    )
    assert "how many risks are Extreme is not known" in words(found)
    nothing = section(case(missing=["workspace:CAP", "workspace:QDD", "workspace:CWF", "rdg:RDG"], last=record("2026-05", may)))
    assert after(nothing, "Open risks.") == "How many there are is not known."
    assert lead(nothing).startswith(
        "No open risks were reported; three more were open when last reported. How many are open, or Extreme, is not known."
    )


def test_an_unreadable_score_is_not_stated() -> None:
    found = section(case(risk("R-CAP-001", None, 3, categories=["statutory"])))
    assert cells(table(found, "open risk"))[0][2] == "Not stated"
    assert after(found, "No score stated:") == "R-CAP-001."


# ---------- the rest ----------


def test_overdue_reviews_are_counted_at_the_position_date_and_dated() -> None:
    found = section(case(risk("R-CAP-001", next_review=date(2026, 5, 29)), risk("R-CAP-002", next_review=date(2026, 6, 30))))
    assert after(found, "Overdue for review: 1 of 2.") == "R-CAP-001 (due 29 May)."


def test_closed_happened_and_managed_are_said_with_their_reasons() -> None:
    may = [risk(f"R-CAP-00{n}") for n in (1, 2, 3)]
    now = (
        risk("R-CAP-001", status="closed", changed="Fourteen auditors are trained"),
        risk("R-CAP-002", status="issue", changed="A provider closed"),
        risk("R-CAP-003", status="managed", managed_by="R-CWF-009", changed="Joined"),
    )
    found = section(case(*now, last=record("2026-05", may)))
    assert paragraph(found, "Closed:") == (
        "Closed: R-CAP-001 Because of R-CAP-001. Fourteen auditors are trained. Now an issue: R-CAP-002 Because of R-CAP-002. A provider closed. "
        "Managed under another ID: R-CAP-003 (now R-CWF-009) Because of R-CAP-003. Joined. "
    )


def test_a_risk_closed_last_time_is_not_closed_again() -> None:
    found = section(case(risk("R-CAP-001", status="closed"), last=record("2026-05", [risk("R-CAP-001", status="closed")])))
    assert not paragraph(found, "Closed:")
    assert fates(found) == {"R-CAP-001": "summarised"}


def test_mandatory_categories_are_counted_each() -> None:
    found = section(case(risk("R-CAP-001", categories=["statutory", "financial"]), risk("R-CAP-002")))
    assert paragraph(found, "In a mandatory category") == (
        "In a mandatory category: 1 of 2. Statutory compliance 1; significant financial 1; sufficiency 0; partnership failure 0. "
        "A risk may be in more than one."
    )


def test_the_boards_own_parameter_is_printed_with_what_reaches_it() -> None:
    settings = SETTINGS.model_copy(
        update={"parameters": Parameters(score=Parameter(name="Score at which a risk comes to the Board", value=20, decision="D-013"))}
    )
    found = section(case(risk("R-CAP-001", 5, 5), risk("R-CAP-002"), settings=settings))
    assert "Score at which a risk comes to the Board: 20 or more (D-013): R-CAP-001." in words(found)


def test_every_row_is_given_a_fate() -> None:
    rows = [
        risk("R-CAP-001", 5, 5),
        risk("R-CAP-002", 1, 1),
        risk("R-CAP-003", status="closed"),
        risk("R-CAP-004", status="issue"),
        risk("R-CAP-005", status="managed"),
    ]
    assert {f.at for f in section(case(*rows)).fates} == {r.at for r in rows}


def test_one_mandatory_risk_too_many_for_the_budget_joins_the_table() -> None:
    rows = SETTINGS.budgets.risks.rows
    found = section(case(*(risk(f"R-CAP-{n:03}", 5, 5, categories=["statutory"]) for n in range(rows + 1))))
    assert len(table(found, "open risks").rows) == rows + 1
    assert "other open risk" not in words(found)
