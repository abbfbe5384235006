"""Registers of many shapes, made after public project risk registers, milestone plans and audit trackers, with where everything belongs.

Each function draws one workbook; beside it stand the answers: for each table (by sheet and the row of its headings) what it becomes, where
each column goes (by its letter, or its row where the table lies on its side), and how many items stand in it. All of it is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

RED, AMBER, GREEN = "FFFF0000", "FFFFC000", "FF00B050"
NOT, OUT = "Not placed", "Worked out by the form"


@dataclass(frozen=True)
class Answer:
    """What one table should become."""

    sheet: str
    headings: int
    becomes: str
    columns: dict[str, str]
    items: int


@dataclass(frozen=True)
class Register:
    """One workbook and its answers."""

    name: str
    draw: Callable[[Workbook], None]
    answers: tuple[Answer, ...]

    def save(self, folder: Path) -> Path:
        """Draw it into a folder."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        self.draw(book)
        path = folder / f"{self.name}.xlsx"
        book.save(path)
        return path


def lines(sheet, first: int, rows: list[list[object]]) -> None:
    """Write rows of cells from a row down."""
    for r, line in enumerate(rows, start=first):
        for c, value in enumerate(line, start=1):
            if value is not None:
                sheet.cell(r, c, value)


# ---------- 1. a milestone plan: a merged title, a key above, headings on row 7 ----------


def _headings_on_row_7(book: Workbook) -> None:
    s = book.create_sheet("Delivery plan")
    s["A1"] = "SEND Improvement Programme: milestone plan"
    s.merge_cells("A1:H2")
    s["A3"], s["B3"] = "Programme lead", "Head of SEND"
    s["A4"], s["B4"] = "Version", 3.2
    s["A5"], s["B5"], s["C5"] = "B = complete", "G = on track", "A / R = off plan"
    lines(s, 7, [
        ["Ref", "Key milestone", "Workstream lead", "Start date", "Baseline date", "Forecast date", "BRAG", "Comments"],
        ["1.1", "Banded funding tool agreed with schools", "Head of SEND", date(2026, 1, 5), date(2026, 6, 30), date(2026, 7, 31), "A", "Two workshops held; a third is booked"],
        ["1.2", "Outreach offer published", "Inclusion manager", date(2026, 2, 2), date(2026, 5, 29), date(2026, 5, 29), "B", "Published on the local offer"],
        ["1.3", "SENCo induction in place", "Inclusion manager", date(2026, 3, 2), "30/09/2026", "30th Sept 2026", "G", None],
        ["2.1", "Resourced provision opens", "Capital programme lead", date(2025, 9, 1), date(2026, 9, 1), "TBC", "R", "Planning permission awaited"],
    ])  # fmt: skip
    s["A13"] = "Updated monthly by the programme office"


# ---------- 2. two tables on a sheet: open risks, then those closed ----------


def _open_and_closed(book: Workbook) -> None:
    s = book.create_sheet("Risk register")
    s["A1"] = "RISK REGISTER"
    head = [
        "Risk ID",
        "Risk Description",
        "Category",
        "Like.",
        "Impact",
        "Score",
        "Status",
        "Risk Owner",
        "Mitigation",
        "Contingency",
        "Date identified",
    ]
    lines(s, 3, [
        head,
        ["R1", "Educational psychologists cannot be recruited, so that advice is late", "Resource", 4, 4, 16, "Open", "Principal EP", "Locum contract; trainee scheme", "Buy in from a neighbour", date(2025, 11, 3)],
        ["R2", "Health advice arrives after six weeks", "External", 3, 4, 12, "Monitored", "Designated clinical officer", "Weekly tracker with the trust", None, date(2025, 12, 1)],
        ["R3", "The placements budget is overspent", "Budget", 5, 5, 25, "Open", "Head of finance", "Panel challenge; banding review", "Deficit recovery plan", date(2026, 1, 12)],
    ])  # fmt: skip
    s["A8"] = "Closed risks"
    lines(s, 9, [
        head,
        ["R4", "The case system goes live without training", "Technical", 2, 3, 6, "Closed", "Systems lead", "Training delivered in March", None, date(2025, 9, 1)],
    ])  # fmt: skip


# ---------- 3. headings of two rows: before and after the controls ----------


def _inherent_and_residual(book: Workbook) -> None:
    s = book.create_sheet("Corporate risks")
    s["A2"] = "Directorate risk register, quarter 1"
    s.merge_cells("A2:N2")
    for at, text in {
        "A": "Ref",
        "B": "Risk",
        "C": "Risk owner",
        "G": "Controls in place",
        "K": "Treatment",
        "L": "Further actions",
        "M": "Target date",
        "N": "Next review",
    }.items():
        s[f"{at}4"] = text
        s.merge_cells(f"{at}4:{at}5")
    s["D4"] = "Inherent risk"
    s.merge_cells("D4:F4")
    s["H4"] = "Residual risk"
    s.merge_cells("H4:J4")
    for at, text in zip("DEFHIJ", ["L", "I", "Score"] * 2, strict=True):
        s[f"{at}5"] = text
    lines(s, 6, [
        ["SEND01", "Specialist places fall short of need in September", "Head of sufficiency", 5, 4, 20, "Sufficiency strategy; spot purchase framework", 4, 4, 16, "Treat", "Open two resourced provisions", "31 Aug 2026", date(2026, 9, 10)],
        ["SEND02", "Tribunal cases rise beyond what the team can answer", "Tribunal manager", 4, 3, 12, "Early resolution officer in post", 3, 3, 9, "Tolerate", None, None, date(2026, 8, 6)],
        ["SEND03", "Transport costs exceed the budget", "Head of transport", 4, 5, 20, "Route review; personal budgets", 3, 4, 12, "Reduce", "Retender routes", "Oct 2026", date(2026, 8, 6)],
    ])  # fmt: skip


# ---------- 4. "4x3=12", words for places, dates as text ----------


def _scores_as_text(book: Workbook) -> None:
    s = book.create_sheet("RAID")
    lines(s, 1, [
        ["No.", "There is a risk that…", "Current score (L x I)", "Target score", "Mitigating actions", "Lead officer", "Open / Closed", "Last reviewed", "Next review date", "Trend"],
        [1, "families wait longer than twenty weeks for a plan", "4x3=12", "2 x 3 = 6", "Extra writers until September", "SEND service manager", "Open", "12/06/2026", "w/c 13 July 2026", "↑"],
        [2, "reviews of looked-after children’s plans slip", "3 x 4 (12)", "2x4=8", "Virtual school joins each review", "Virtual school head", "Open", "12/06/2026", "13/07/2026", "→"],
        [3, "health therapists leave", "5x4=18", "3x3=9", "Joint recruitment", "Therapies lead", "Closed", "1.5.26", None, "↓"],
    ])  # fmt: skip


# ---------- 5. status by colour alone, months as text, a heading between rows, a priority merged down ----------


def _by_colour(book: Workbook) -> None:
    s = book.create_sheet("Action plan 26-27")
    lines(s, 2, [
        ["Priority", "Action", "Who", "By when", "RAG", "Success measure", "Update"],
        ["Early help in mainstream", "Launch the graduated approach handbook", "Inclusion adviser", "Sep-26", None, "Every school has it", "Drafted with twelve schools"],
        [None, "Train a lead in each school", "Inclusion adviser", "Dec 2026", None, "90 % trained", None],
        [None, "Set up a helpline for SENCos", "SENCo network chair", "Q3 2026/27", None, "Calls answered in two days", "Number agreed"],
        ["Preparation for adulthood"],
        ["Preparation for adulthood", "Agree the supported internship offer", "Post-16 lead", "End of March 2027", None, "40 places", "Two employers signed"],
    ])  # fmt: skip
    s.merge_cells("A3:A5")
    s.merge_cells("A6:G6")
    for row, colour in {3: GREEN, 4: AMBER, 5: RED, 7: GREEN}.items():
        s[f"E{row}"].fill = PatternFill("solid", fgColor=colour)
    s["E3"].comment = Comment("Agreed at the June meeting", "x")


# ---------- 6. several sheets: a plan with emoji, a risk log, lists and instructions ----------


def _several_sheets(book: Workbook) -> None:
    s = book.create_sheet("Read me")
    lines(s, 1, [["How to use this workbook"], ["Update the plan by the fifth of each month."]])
    s = book.create_sheet("Plan")
    lines(s, 2, [
        ["ID", "Deliverable", "Accountable", "Responsible", "Original date", "Revised date", "Status", "% complete", "Dependencies", "Path to green"],
        ["M01", "Data dashboard live", "Director of education", "Data manager", date(2026, 4, 30), date(2026, 7, 17), "🟠", 0.7, None, "Supplier to deliver the extract by 3 July"],
        ["M02", "Quarterly audit cycle begins", "Head of quality", "QA manager", date(2026, 6, 1), date(2026, 6, 1), "✅ Complete", 1, "M01", None],
        ["M03", "Families’ survey repeated", "Head of quality", "Participation officer", date(2026, 10, 30), date(2026, 10, 30), "🟢", 0.2, "M01, M02", None],
    ])  # fmt: skip
    s = book.create_sheet("Risk log")
    lines(s, 1, [
        ["Risk title", "Description", "Probability", "Severity", "Risk rating", "Response strategy", "Action owner", "State", "Review due"],
        ["Data quality", "Returns from schools are incomplete, so that the dashboard misleads", "High", "Medium", "Amber", "Mitigate", "Data manager", "Live", date(2026, 8, 3)],
        ["Supplier", "The supplier misses the extract", "Medium", "Medium", "Amber", "Transfer", "Data manager", "Live", date(2026, 8, 3)],
    ])  # fmt: skip
    s = book.create_sheet("Lists")
    lines(s, 1, [["Likelihood", "Impact", "Status"], ["Low", "Low", "Live"], ["Medium", "Medium", "Closed"], ["High", "High", None]])


# ---------- 7. a register on its side: a risk is a column ----------


def _on_its_side(book: Workbook) -> None:
    s = book.create_sheet("Risk cards")
    for row, line in enumerate([
        ["Risk ID", "R-07", "R-09", "R-11"],
        ["Risk description", "Paediatric waits grow past a year", "Advice is of poor quality", "Annual reviews are late"],
        ["Likelihood", 5, 3, 4],
        ["Impact", 4, 3, 3],
        ["Existing controls", "Waiting list validated each month", "Moderation panel", "Review tracker"],
        ["Owner", "Clinical director", "QA manager", "SEND service manager"],
        ["Status", "Open", "Open", "Closed"],
        ["Source", "ICB", "Audit", "Audit"],
    ], start=3):  # fmt: skip
        for c, value in enumerate(line, start=2):
            s.cell(row, c, value)
    s["B1"] = "Risk cards for the delivery group"


# ---------- 8. cause, event and effect apart; an action a row beneath a merged risk ----------


def _actions_beneath(book: Workbook) -> None:
    s = book.create_sheet("Risks June")
    lines(s, 1, [
        ["Risk No", "Cause", "Event", "Effect", "Current Likelihood", "Current Impact", "Existing controls", "Further action required", "Action due", "Risk Owner", "Risk Status"],
        ["7", "Two teams share one post", "plans are not quality assured", "children get plans that do not help", "4 - Likely", "3 - Moderate", "Monthly sample", "Appoint a second officer", date(2026, 9, 30), "QA manager", "Open"],
        [None, None, None, None, None, None, None, "Train writers", date(2026, 10, 31), None, None],
        ["8", "Schools lose trust", "they stop sharing data early", "needs are found late", "3 - Possible", "4 - Major", "Heads’ briefing", "Publish what is done with the data", None, "Head of SEND", "Open"],
        ["Total", None, None, None, None, None, None, None, None, None, 2],
    ])  # fmt: skip
    for at in "ABCDEFGJK":
        s.merge_cells(f"{at}2:{at}3")


# ---------- 9. an audit tracker ----------


def _audits(book: Workbook) -> None:
    s = book.create_sheet("QA log 2026")
    lines(s, 3, [
        ["Audit ref", "Audit title", "Type of audit", "Date of audit", "No of cases", "Outstanding", "Good", "RI", "Inadequate", "Key findings", "Strength or concern", "Recommendation", "Action owner", "Due date", "Status"],
        ["A26/01", "Quality of advice in new plans", "Multi-agency audit", date(2026, 4, 20), 24, 2, 12, 8, 2, "Health advice is specific in most plans; social care advice is thin", "Mixed", "Social care template to be revised", "Social care lead", date(2026, 7, 31), "In progress"],
        ["A26/02", "Voice of the child", "Dip sample", date(2026, 5, 18), 15, 1, 10, 4, 0, "Views are recorded in every plan", "Strength", "Share good examples", "QA manager", date(2026, 6, 30), "Complete"],
    ])  # fmt: skip


# ---------- 10. histories of indicators: wide, and long ----------


def _histories(book: Workbook) -> None:
    s = book.create_sheet("Scorecard")
    lines(s, 2, [
        ["Indicator", "Unit", "Mar-26", "Apr-26", "May-26", "Comment"],
        ["EHC plans issued within 20 weeks", "%", 48.2, 51, 55.5, "Backlog cleared in May"],
        ["A measure nobody has set", "n", 3, 4, 5, None],
    ])  # fmt: skip
    s = book.create_sheet("Quarterly")
    lines(s, 1, [
        ["Measure", "Quarter", "Numerator", "Denominator", "Notes"],
        ["EHC plans issued within 20 weeks", "Q4 2025/26", 120, 250, None],
        ["EHC plans issued within 20 weeks", "Q3 2025/26", 101, 240, "Revised"],
    ])  # fmt: skip


# ---------- 11. a copy for each month ----------


def _monthly_copies(book: Workbook) -> None:
    for month, status in (("May 26", "Delayed"), ("June 26", "On schedule")):
        s = book.create_sheet(f"Milestones {month}")
        lines(s, 1, [
            ["Item", "Task name", "Assigned to", "Planned finish", "Actual finish", "Progress status", "Notes"],
            [1, "Agree the joint commissioning plan", "Joint commissioner", date(2026, 6, 30), None, status, f"Reported in {month}"],
            [2, "Sign the section 75 agreement", "Joint commissioner", date(2026, 3, 31), date(2026, 4, 14), "Done", None],
        ])  # fmt: skip


# ---------- 12. beside one another: risks to the left, issues to the right ----------


def _side_by_side(book: Workbook) -> None:
    s = book.create_sheet("Risks and milestones")
    left = [
        ["Ref", "Risk event", "P", "I", "Owner", "Countermeasure"],
        ["K1", "Building works overrun", "3", "5", "Project manager", "Weekly site meeting"],
        ["K2", "Costs rise", "H", "M", "Project manager", "Fixed price contract"],
    ]
    right = [
        ["Ref", "Milestone", "Owner", "Due date", "Status"],
        ["D1", "Contractor appointed", "Project manager", date(2026, 3, 2), "Complete"],
        ["D2", "Roof on", "Site manager", date(2026, 8, 14), "On Track"],
    ]
    for at, lines in ((1, left), (8, right)):
        for r, line in enumerate(lines, start=3):
            for c, value in enumerate(line, start=at):
                s.cell(r, c, value)


REGISTERS: tuple[Register, ...] = (
    Register("headings-on-row-7", _headings_on_row_7, (
        Answer("Delivery plan", 7, "Milestones", {"A": "Your own ID", "B": "Milestone", "C": "Action lead (role)", "D": NOT, "E": "Baseline date", "F": "Forecast now", "G": "Status now", "H": "Progress this month"}, 4),
    )),
    Register("open-and-closed", _open_and_closed, tuple(
        Answer("Risk register", row, "Risks", {"A": "Your own ID", "B": "Risk: cause, event, effect", "C": NOT, "D": "Likelihood now", "E": "Impact now", "F": OUT, "G": "Status", "H": "Owner (role)", "I": "Controls and mitigation", "J": "Controls and mitigation", "K": NOT}, items)
        for row, items in ((3, 3), (9, 1))
    )),
    Register("inherent-and-residual", _inherent_and_residual, (
        Answer("Corporate risks", 5, "Risks", {"A": "Your own ID", "B": "Risk: cause, event, effect", "C": "Owner (role)", "D": "Inherent likelihood", "E": "Inherent impact", "F": OUT, "G": "Controls and mitigation", "H": "Likelihood now", "I": "Impact now", "J": OUT, "K": "Response", "L": "Controls and mitigation", "M": "Target date", "N": "Next review"}, 3),
    )),
    Register("scores-as-text", _scores_as_text, (
        Answer("RAID", 1, "Risks", {"A": "Your own ID", "B": "Risk: cause, event, effect", "C": "Likelihood and impact", "D": "Target likelihood and impact", "E": "Controls and mitigation", "F": "Owner (role)", "G": "Status", "H": "Last reviewed", "I": "Next review", "J": NOT}, 3),
    )),
    Register("by-colour", _by_colour, (
        Answer("Action plan 26-27", 2, "Milestones", {"A": "Plan priority", "B": "Milestone", "C": "Action lead (role)", "D": "Forecast now", "E": "Status now", "F": "Success measure", "G": "Progress this month"}, 4),
    )),
    Register("several-sheets", _several_sheets, (
        Answer("Plan", 2, "Milestones", {"A": "Your own ID", "B": "Milestone", "C": "Accountable (role)", "D": "Action lead (role)", "E": "Baseline date", "F": "Forecast now", "G": "Status now", "H": NOT, "I": "Depends on (IDs)", "J": "Reason and path to green"}, 3),
        Answer("Risk log", 1, "Risks", {"A": "Risk: cause, event, effect", "B": "Risk: cause, event, effect", "C": "Likelihood now", "D": "Impact now", "E": NOT, "F": "Response", "G": "Owner (role)", "H": "Status", "I": "Next review"}, 2),
        Answer("Lists", 1, "", {"A": NOT, "B": NOT, "C": NOT}, 0),
    )),
    Register("on-its-side", _on_its_side, (
        Answer("Risk cards", 2, "Risks", {"3": "Your own ID", "4": "Risk: cause, event, effect", "5": "Likelihood now", "6": "Impact now", "7": "Controls and mitigation", "8": "Owner (role)", "9": "Status", "10": NOT}, 3),
    )),
    Register("actions-beneath", _actions_beneath, (
        Answer("Risks June", 1, "Risks", {"A": "Your own ID", "B": "Risk: cause, event, effect", "C": "Risk: cause, event, effect", "D": "Risk: cause, event, effect", "E": "Likelihood now", "F": "Impact now", "G": "Controls and mitigation", "H": "Controls and mitigation", "I": "Target date", "J": "Owner (role)", "K": "Status"}, 2),
    )),
    Register("audits", _audits, (
        Answer("QA log 2026", 3, "QA findings", {"A": "Your own ID", "B": "Report", "C": "Activity type", "D": "Report date", "E": "Sample size", "F": "Outstanding", "G": "Good", "H": "Requires improvement", "I": "Inadequate", "J": "Finding", "K": "Strength, mixed or concern", "L": "Action", "M": "Owner (role)", "N": "Action due now", "O": "Status now"}, 2),
    )),
    Register("histories", _histories, (
        Answer("Scorecard", 2, "Indicators", {"A": "Indicator", "B": NOT, "C": "A period", "D": "A period", "E": "A period", "F": "Note"}, 3),
        Answer("Quarterly", 1, "Indicators", {"A": "Indicator", "B": "Period ends", "C": "Numerator", "D": "Denominator", "E": "Note"}, 2),
    )),
    Register("monthly-copies", _monthly_copies, (
        Answer("Milestones May 26", 1, "", dict.fromkeys("ABCDEFG", NOT), 0),
        Answer("Milestones June 26", 1, "Milestones", {"A": "Your own ID", "B": "Milestone", "C": "Action lead (role)", "D": "Forecast now", "E": "Actual date, if complete", "F": "Status now", "G": "Progress this month"}, 2),
    )),
    Register("side-by-side", _side_by_side, (
        Answer("Risks and milestones", 3, "Risks", {"A": "Your own ID", "B": "Risk: cause, event, effect", "C": "Likelihood now", "D": "Impact now", "E": "Owner (role)", "F": "Controls and mitigation"}, 2),
        Answer("Risks and milestones", 3, "Milestones", {"H": "Your own ID", "I": "Milestone", "J": "Action lead (role)", "K": "Forecast now", "L": "Status now"}, 2),
    )),
)  # fmt: skip
