"""Section 10: the pack's own account, without lateness, without naming and shaming, and without a row unaccounted for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from position_rows import SETTINGS, board, case, cells, lead, milestone, paragraph, position, record, row, table, word, words

from assurance_pack.document.blocks import Paragraph
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.sections import about
from assurance_pack.document.sections.about import definitions
from assurance_pack.english import number
from assurance_pack.model import Cell, Month
from assurance_pack.model.problem import Problem, Severity, Waiver
from assurance_pack.position.whole import take
from assurance_pack.returns.board_log import WaiverRow
from assurance_pack.returns.rdg import PromptAnswer
from assurance_pack.returns.received import Receipt, ReceiptState
from assurance_pack.rules.engine import Verdicts
from assurance_pack.senders import expected_senders


def waiver(**values):
    given = {"rule": "AP203", "place": "M-CWF-003", "reason": "The certificate follows", "by": "Chair of RDG", "until": date(2026, 7, 31)}
    return row(WaiverRow, "board_log:BOARD", **{**given, **values})


def problem(rule="AP203", severity=Severity.ERROR, sender="workspace:CAP", items=(), refs=("F5",)):
    cells = tuple(Cell(file="CAP.xlsx", sheet="Milestones", ref=r) for r in refs)
    return Problem(rule=rule, severity=severity, sentence=f"What {rule} found.", remedy="Mend it.", cells=cells, sender=sender, items=items)


def written(*rows, verdicts=None, receipts=None, **values):
    of = case(*rows, **values)
    if receipts is not None:
        of = replace(of, returns=replace(of.returns, receipts=(*of.returns.receipts, *receipts)))
    return about.write(take(of, verdicts or Verdicts(())), of.settings)


# ---------- the returns register ----------


def test_every_return_expected_has_a_line_with_the_day_it_came_and_no_lateness():
    came = Receipt(
        sender="workspace:CAP", kind="workspace", state=ReceiptState.RECEIVED, due=date(2026, 6, 30), received=date(2026, 7, 2), days_late=2
    )
    of = case()
    others = tuple(r for r in of.returns.receipts if r.sender != "workspace:CAP")
    of = replace(of, returns=replace(of.returns, receipts=(*others, came)))
    section = about.write(position(of), of.settings)
    rows = cells(table(section, "Returns register"))
    assert len(rows) == len(expected_senders(SETTINGS))
    assert ["Capital and Sufficiency", "30 June", "2 July", "None"] in rows
    assert not any("late" in said or "days" in said for r in rows for said in r)


def test_a_missing_return_is_a_gap_in_assurance():
    rows = cells(table(written(missing=["voice:SAH"]), "Returns register"))
    assert next(r for r in rows if r[0].startswith("Special")) == [
        "Special and AP heads' partnership",
        "Not set",
        "X No return",
        "Gap in assurance",
    ]


def test_the_sentence_counts_what_came_and_compares_it():
    may, all_of_them = record("2026-05", [], missing=["voice:SAH"]), len(expected_senders(SETTINGS))
    assert (
        lead(written(last=may))
        == f"All {number(all_of_them)} returns came, against {number(all_of_them - 1)} in May; no waiver is in force."
    )
    assert lead(written(missing=["voice:SAH"], last=may)) == (
        f"{number(all_of_them - 1).capitalize()} of {number(all_of_them)} returns came, as in May; no waiver is in force."
    )


def test_a_partners_return_is_counted_and_a_file_set_aside_is_named():
    extra = [
        Receipt(sender="partner:ICB", kind="partner", state=ReceiptState.RECEIVED, received=date(2026, 7, 1), file="ICB.xlsx"),
        Receipt(sender="", kind="", state=ReceiptState.SET_ASIDE, file="May.xlsx", note="it is for May 2026"),
    ]
    section = written(receipts=extra)
    assert table(section, "Returns register").caption == "Returns register; one partner’s return came too (section 7)"
    assert paragraph(section, "Also in the folder") == "Also in the folder: May.xlsx (it is for May 2026)."


def test_problems_are_counted_against_a_workspace_and_never_against_a_group():
    verdicts = Verdicts((problem(), problem(severity=Severity.WARNING), problem(sender="voice:PCF")))
    rows = {r[0]: r[3] for r in cells(table(written(verdicts=verdicts), "Returns register"))}
    assert rows["Capital and Sufficiency"] == "1 error and 1 warning"
    assert rows["Parent Carer Forum"] == "1 error, with the secretariat"


# ---------- what is outstanding ----------


def test_errors_are_named_with_where_and_warnings_are_counted():
    verdicts = Verdicts(
        (
            problem("AP301", Severity.WARNING, items=("M-CAP-007",)),
            problem("AP203", refs=("F5", "F6")),
            problem("AP203", refs=("G7",)),
            problem("AP401", Severity.PROMPT),
        )
    )
    section = written(verdicts=verdicts)
    said = paragraph(section, "AP203, error. Expected: ")
    assert (
        ". Not so at Capital and Sufficiency: Milestones!F5, Milestones!F6 and Milestones!G7. Not shown: one problem of one other kind; "
        in said
    )
    assert paragraph(section, "Outstanding.").startswith("Outstanding. Two errors and one warning; ")
    assert paragraph(section, "Outstanding.").endswith("one prompt to RDG, none answered.")


def test_a_problem_without_a_cell_is_placed_by_whose_return_it_is():
    said = paragraph(written(verdicts=Verdicts((problem("AP128", refs=()),))), "AP128, error. ")
    assert ". Not so at Capital and Sufficiency." in said
    nobodys = paragraph(written(verdicts=Verdicts((problem("AP128", sender="", refs=()),))), "AP128, error. ")
    assert nobodys.endswith(". Not so.")


def test_the_problems_of_the_register_and_those_of_no_return_add_up_to_those_outstanding():
    """Whoever they stand against: somebody of whom no return was expected has a line of its own."""
    verdicts = Verdicts(
        (problem(severity=Severity.WARNING), problem("AP313", Severity.WARNING, sender="partner:ICB"), problem("AP105", sender=""))
    )
    section = written(verdicts=verdicts)
    rows = {r[0]: (r[2], r[3]) for r in cells(table(section, "Returns register"))}
    assert rows["Integrated Care Board"] == ("None, and none was expected", "1 warning")
    assert rows["Capital and Sufficiency"][1] == "1 warning"
    assert paragraph(section, "Outstanding.").startswith(
        "Outstanding. One error and two warnings, one of no return: in pack.toml, or a file in the folder"
    )


def test_a_prompt_answered_in_an_earlier_month_is_not_outstanding():
    asked = Verdicts((problem("AP401", Severity.PROMPT, items=("T12", "M-QDD-003")),))
    key = asked.problems[0].key
    answer = row(PromptAnswer, "rdg:RDG", key=key, response=word("prompt_response", "explained"), explanation="It is counted so.")
    said = paragraph(written(verdicts=asked, last=record("2026-05", [answer])), "Outstanding.")
    assert said == "Outstanding. No error or warning; one prompt to RDG, all answered."


def test_a_clean_month_says_so():
    assert paragraph(written(), "Outstanding.") == "Outstanding. No error or warning."


def test_kinds_of_problem_that_do_not_fit_are_counted():
    verdicts = Verdicts(tuple(problem(f"AP9{n:02}") for n in range(9)))
    assert "Not shown: five problems of five other kinds; all are in the data book." in words(written(verdicts=verdicts))


# ---------- waivers ----------


def test_a_waiver_in_force_is_printed_with_who_until_when_and_what_it_lets_stand():
    let = problem(items=("M-CWF-003",)).model_copy(
        update={
            "waiver": Waiver(rule="AP203", place="M-CWF-003", reason="The certificate follows", by="Chair of RDG", until=date(2026, 7, 31))
        }
    )
    section = written(waiver(), verdicts=Verdicts((), (let,)))
    assert paragraph(section, "Waiver") == (
        "Waiver (Chair of RDG, to 31 July). M-CWF-003 (AP203): The certificate follows. It lets one problem stand."
    )
    assert lead(section).endswith("one waiver is in force.")
    assert [f.what for f in section.fates if f.at.sheet == "Waivers"] == ["printed"]


def test_an_expired_waiver_is_listed_as_expired():
    assert paragraph(written(waiver(until=date(2026, 6, 29))), "Waiver").startswith(
        "Waiver expired on 29 June (Chair of RDG). M-CWF-003 (AP203)"
    )


def test_a_waiver_that_does_not_say_who_decided_is_not_applied():
    assert paragraph(written(waiver(by=None)), "Waiver") == "Waiver not applied. AP203 at M-CWF-003: it does not state who decided."


# ---------- what it rests on ----------


def test_the_record_compared_with_is_named_and_a_reconstructed_one_says_so():
    may = record("2026-05", [])
    assert paragraph(written(last=may), "Compared with.") == (
        "Compared with. The pack of May 2026, version 1.0, as last built; it was not sealed."
    )
    sealed = may.model_copy(update={"state": "sealed"})
    assert paragraph(written(last=sealed), "Compared with.").endswith("version 1.0, as sealed.")
    again = may.model_copy(update={"reconstructed": True})
    assert "reconstructed from its returns" in paragraph(written(last=again), "Compared with.")
    assert paragraph(written(), "Compared with.").startswith("Compared with. This is the first pack on record")


def test_earlier_months_read_again_are_named_as_such_whatever_the_last_pack_was():
    months = [record(m, []).model_copy(update={"reconstructed": True}) for m in ("2026-03", "2026-04")]
    may = record("2026-05", [])
    for last, ends in (
        (may, "reconstructed from their returns."),
        (may.model_copy(update={"reconstructed": True}), "March and April were too."),
    ):
        assert paragraph(written(last=last, history=(*months, last)), "Compared with.").endswith(ends)


def test_terms_of_reference_due_or_overdue_say_so():
    reviews = tuple(r.model_copy(update={"due": Month(due)}) for r, due in zip(SETTINGS.board.reviews, ("2026-06", "2026-05"), strict=True))
    settings = SETTINGS.model_copy(update={"board": SETTINGS.board.model_copy(update={"reviews": reviews})})
    said = paragraph(written(settings=settings), "Terms of reference.")
    assert "Board, last reviewed May 2026, review due now, June 2026" in said
    assert "Reform Delivery Group, last reviewed May 2026, review overdue since May 2026" in said


def test_every_scale_is_defined_from_the_settings():
    said = words(definitions.write(SETTINGS, ""))
    for name in ("milestone_status", "confidence", "assurance", "line", "level"):
        assert all(w.word in said for w in SETTINGS.words(name))
    assert "Low 1 to 3, Moderate 4 to 6, High 8 to 12, Extreme 15 to 25" in said
    assert "[c] suppressed: 1 to 4 people" in said


def test_only_abbreviations_and_kinds_of_id_that_the_pack_prints_are_spelt_out():
    said = words(definitions.write(SETTINGS, "R-CWF-001 Psychologist posts stay vacant, so SEND plans are late."))
    assert "SEND, special educational needs and disabilities." in said
    assert "They begin with: R, risk; then QDD" in said
    assert "ICB, " not in said
    assert "A, action" not in said


# ---------- the crosswalk ----------


def test_the_rows_read_are_summed_and_the_sum_is_printed():
    of = case(milestone("M-CAP-001"), waiver())
    assembled = board(of)
    said = next(t for t in _paragraphs(assembled.document) if t.startswith("3 rows read:"))
    assert said == "3 rows read: 2 printed, 1 counted, 0 held back."
    assert not assembled.not_placed


def _paragraphs(document):
    return [plain(b.content) for b in document.blocks if isinstance(b, Paragraph)]
