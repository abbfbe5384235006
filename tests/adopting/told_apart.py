"""Registers whose columns are told apart by a month, closed risks, feeds of figures: each with where everything belongs. All of it is invented."""

from __future__ import annotations

from datetime import date

from kept_elsewhere import NOT, OUT, Answer, Register, lines
from openpyxl.workbook import Workbook
from public_shapes import headed

RISK, LEAD = "Risk: cause, event, effect", "Action lead (role)"


def _closed(book: Workbook) -> None:
    s = book.create_sheet("Archive")
    s["A1"] = "Closed risks 2025/26"
    lines(s, 3, [
        ["Risk ID", "Risk", "Score at closure", "Date closed", "Reason for closure"],
        ["R2", "The supplier withdraws from the contract", "2x3=6", date(2026, 4, 2), "Contract signed"],
        ["R4", "The survey is too late for the plan", "1x4=4", date(2026, 5, 7), "Survey done"],
    ])  # fmt: skip


def _months_beneath_a_group(book: Workbook) -> None:
    s = book.create_sheet("Plan")
    lines(s, 2, [
        ["No", "Action", "Owner", "Deadline", "RAG", None, "Update", None],
        [None, None, None, None, "Mar", "Apr", "Mar", "Apr"],
        [1, "Banding tool agreed", "Head of SEND", date(2026, 7, 31), "G", "R", "On plan", "The union objects"],
        [2, "Outreach offer published", "Inclusion manager", date(2026, 9, 30), "A", "G", "Drafted", "Printed"],
    ])  # fmt: skip
    s.merge_cells("E2:F2")
    s.merge_cells("G2:H2")


def _audits_with_surveys(book: Workbook) -> None:
    s = book.create_sheet("QA log")
    lines(s, 2, [
        ["QA ref", "What we looked at", "Type of activity", "Date", "Sample", "O", "G", "RI", "I", "What we found", "Strength or area for development", "Action", "Who", "When by", "Has it been done?"],
        ["Q1", "Advice in new plans", "Multi-agency audit", date(2026, 4, 20), 12, 2, 6, 3, 1, "Advice from health is specific", "Strength", "Share it", "QA lead", date(2026, 7, 31), "In progress"],
        [None, "Grades agreed with the region"],
        ["Q2", "Families’ views of reviews", "Survey", date(2026, 5, 20), 80, "n/a", "n/a", "n/a", "n/a", "A third felt heard at the review", "Area for improvement", "Send the agenda early", "Review lead", date(2026, 8, 31), "Not started"],
        ["Q3", "Plans at transfer", "Dip sample", date(2026, 5, 28), 9, 1, 5, 2, 1, "Targets are often those of last year", "Mixed", "New template", "QA lead", date(2026, 9, 30), "In progress"],
    ])  # fmt: skip


TOLD_APART = (
    headed(
        "months-after", "Plan", 2, "Milestones",
        {"Ref": "Your own ID", "Milestone": "Milestone", "Lead": LEAD, "Due date": "Baseline date", "Now expected": "Forecast now", "Status March": NOT, "Status April": "Status now", "Update (Mar)": NOT, "Update (Apr)": "Progress this month", "What does success look like?": "Success measure", "What happens if we miss it?": "Impact if missed", "How will we get back on track?": "Reason and path to green"},
        ["1", "Banding tool agreed", "Head of SEND", date(2026, 5, 29), date(2026, 6, 30), "Green", "Red", "On plan", "The union objects", "All schools use it", "Funds go astray", "Meet the union"],
        ["2", "Outreach offer published", "Inclusion manager", date(2026, 7, 30), date(2026, 7, 30), "Amber", "Green", "Drafted", "Printed", "Every school has it", "Schools ask late", None],
    ),
    headed(
        "months-over-the-new-year", "Tracker", 1, "Milestones",
        {"Ref": "Your own ID", "Action": "Milestone", "Owner": LEAD, "By when": "Forecast now", "Jan RAG": "Status now", "Dec RAG": NOT, "Nov RAG": NOT},
        ["1", "Banding tool agreed", "Head of SEND", date(2026, 5, 29), "Red", "Green", "Green"],
        ["2", "Outreach offer published", "Inclusion manager", date(2026, 7, 30), "Green", "Amber", "Amber"],
    ),
    Register("months-beneath-a-group", _months_beneath_a_group, (
        Answer("Plan", 3, "Milestones", {"A": "Your own ID", "B": "Milestone", "C": LEAD, "D": "Forecast now", "E": NOT, "F": "Status now", "G": NOT, "H": "Progress this month"}, 2),
    )),
    headed(
        "scores-by-letter", "Risk register", 1, "Risks",
        {"No": "Your own ID", "R/I": NOT, "Risk": RISK, "Gross P": "Inherent likelihood", "Gross I": "Inherent impact", "Residual P": "Likelihood now", "Residual I": "Impact now", "Target P/I": "Target likelihood and impact", "Mitigation": "Controls and mitigation", "Who": "Owner (role)", "Affects milestone": "Linked milestones", "How soon could it happen?": "Proximity", "Last checked": "Last reviewed"},
        ["1", "R", "Transport is late", 5, 4, 4, 4, "2/3", "New contract", "Transport lead", "M1", "Imminent", date(2026, 5, 4)],
        ["2", "I", "Phone line fails", 3, 4, 2, 2, "1/2", "Spare line", "Systems lead", "M2", "3-6 months", date(2026, 5, 4)],
    ),
    headed(
        "scores-in-a-journey", "Risks", 1, "Risks",
        {"No": "Your own ID", "Risk": RISK, "Where we started": "Inherent likelihood and impact", "Where we are now": "Likelihood and impact", "Where we want to be": "Target likelihood and impact", "Controls": "Controls and mitigation", "Owner": "Owner (role)"},
        ["1", "Transport is late", "5x4=20", "4x4=16", "2x3=6", "New contract", "Transport lead"],
        ["2", "Phone line fails", "3x4=12", "2x2=4", "1x2=2", "Spare line", "Systems lead"],
    ),
    headed(
        "scores-by-month", "Risks", 1, "Risks",
        {"No": "Your own ID", "Risk": RISK, "Prob.": "Likelihood now", "Impact": "Impact now", "Score Mar": NOT, "Score Apr": OUT, "Controls": "Controls and mitigation", "Owner": "Owner (role)"},
        ["1", "Transport is late", 4, 4, 20, 16, "New contract", "Transport lead"],
        ["2", "Phone line fails", 2, 2, 4, 4, "Spare line", "Systems lead"],
    ),
    Register("closed-risks", _closed, (
        Answer("Archive", 3, "Risks", {"A": "Your own ID", "B": RISK, "C": "Likelihood and impact", "D": NOT, "E": "What changed this month"}, 2),
    )),
    headed(
        "long-feed", "Feed", 1, "Indicators",
        {"Indicator name": "Indicator", "Reporting period": "Period ends", "Num": "Numerator", "Denom": "Denominator", "Result": "Value", "Prov?": "Provisional", "Why is it blank?": "Reason if missing"},
        *(["EHCPs issued within 20 weeks", period, 40 + n, 80, f"{50 + n}.5%", "N", None] for n, period in enumerate(("Nov-25", "31/12/2025", date(2026, 1, 31), "Feb 2026", "31 March 2026"))),
        ["EHCPs issued within 20 weeks", "Apr-26", None, None, None, None, "System is down"],
        ["Visits to the moon", "Apr-26", 1, 2, "50%", "N", None],
        ["EHCPs issued within 20 weeks", "Spring term", 1, 2, "50%", "N", None],
        items=6,
    ),
    headed(
        "feed-of-others", "Feed", 1, "Indicators",
        {"Indicator name": "Indicator", "Period": "Period ends", "Value": "Value", "Why missing": "Reason if missing"},
        *(["Visits to the moon", period, 40 + n, None] for n, period in enumerate(("Nov-25", "31/12/2025", "Jan-26"))),
        items=0,
    ),
    Register("audits-with-surveys", _audits_with_surveys, (
        Answer("QA log", 2, "QA findings", {"A": "Your own ID", "B": "Report", "C": "Activity type", "D": "Report date", "E": "Sample size", "F": "Outstanding", "G": "Good", "H": "Requires improvement", "I": "Inadequate", "J": "Finding", "K": "Strength, mixed or concern", "L": "Action", "M": "Owner (role)", "N": "Action due now", "O": "Status now"}, 3),
    )),
    headed(
        "long-plan", "Plan", 1, "Milestones",
        {"Ref": "Your own ID", "Milestone": "Milestone", "Lead": LEAD, "Due date": "Forecast now", "Status": "Status now", "Update": "Progress this month"},
        *([f"M{n}", f"Place {n} is open to children", "Head of SEND", date(2026, 1 + n % 12, 3), "Green", "done"] for n in range(24)),
    ),
)  # fmt: skip
