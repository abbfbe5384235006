"""Workbooks as offices keep them for themselves: lists of actions, RAID logs, budgets, staff lists, rotas and registers, none of them a form of ours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import openpyxl

Table = tuple[str, tuple[str, ...], tuple[tuple[Any, ...], ...]]
"""A sheet's name, its headings, its rows."""

DAY = datetime(2026, 6, 12)


def table(sheet: str, headings: str, *rows: tuple[Any, ...]) -> Table:
    """A sheet of this name; the headings with bars between them."""
    return sheet, tuple(h.strip() for h in headings.split("|")), rows


def action(n: int) -> tuple[Any, ...]:
    return (f"A{n}", "Order laptops for the new starters", "Office manager", DAY, "Open", "Supplier rang")


ACTIONS = [
    table("Actions", "ID | Action | Owner | Due date | Status | Update", action(1), action(2), action(3)),
    table("Actions", "Ref | Action | Owner (role) | Due | Status | What was done", action(1), action(2)),
    table("Action list", "No. | What | Who | By when | Done? | Comments", (1, "Book the hall", "Clerk", DAY, "Yes", ""), (2, "Print badges", "Clerk", DAY, "No", "")),
    table("Sheet1", "Action | Lead | Deadline | RAG | Progress", ("Move the printers", "Facilities", DAY, "Green", "Half done")),
    table("Tracker", "ID | Date raised | Raised by | Action | Owner | Due | Status | Update | Closed on", ("T-1", DAY, "Chair", "Write the newsletter", "Comms", DAY, "Open", "Draft one", None)),
    table("Challenges", "ID | Date | Challenge | Put to | Response | Status", ("C1", DAY, "Why so many forms?", "Head office", "Being looked at", "Open")),
    table("Decisions", "ID | Decision | Date | Owner | Status | Outcome", ("D1", "Buy the van", DAY, "Board", "Done", "Van bought")),
]  # fmt: skip
RISKS = [
    table("Risks", "ID | Risk | Likelihood | Impact | Owner | Status", ("R1", "Boiler fails in winter", 3, 4, "Estates", "Open"), ("R2", "Server room floods", 2, 5, "IT", "Open")),
    table("Risk register", "Risk ID | Risk description | Cause | Effect | Likelihood | Impact | Score | Controls | Owner | Review date", ("1", "Fire", "Wiring", "Loss", 2, 5, 10, "Alarm", "Estates", DAY)),
    table("Risks", "ID | Risk | Because of | Could lead to | Likelihood | Impact | Score | Controls | Gaps in control | Owner | Last reviewed | Next review | Status", ("R1", "Pest in the grain store", "Damp", "Loss", 3, 3, 9, "Traps", "None", "Farm", DAY, DAY, "Open")),
    table("Corporate risks", "Ref | Risk title | Category | Inherent score | Residual score | Target | Risk owner | Movement", ("CR1", "Cyber attack", "IT", 25, 12, 8, "IT", "Same")),
    table("Risks", "Risk | L | I | L x I | Mitigation | By whom", ("Van breaks down", 2, 2, 4, "Service", "Driver")),
    table("Sheet1", "ID | Title | Description | Likelihood (1-5) | Impact (1-5) | Rating | Trend | Response", ("7", "Flood", "River rises", 2, 4, 8, "Up", "Treat")),
]  # fmt: skip
ISSUES = table("Issues", "ID | Issue | Raised | Owner | Status | Resolution", ("I1", "Printer jams", DAY, "IT", "Open", "New rollers"))
ASSUMPTIONS = table("Assumptions", "ID | Assumption | Owner | Date", ("AS1", "Prices stay", "Finance", DAY))
DEPENDENCIES = table("Dependencies", "ID | Depends on | Owner | Due | Status", ("DP1", "Roof works", "Estates", DAY, "Open"))
PLANS = [
    table("Milestones", "ID | Milestone | Owner | Baseline date | Forecast | Status | Progress", ("M1", "Roof finished", "Estates", DAY, DAY, "Green", "Tiles on")),
    table("Milestones", "This month | ID | Milestone | Status now | Forecast now", ("Changed", "M1", "Roof finished", "On track", DAY)),
    table("Plan", "WBS | Task | Start | Finish | % complete | Predecessors | Resource", ("1.1", "Dig", DAY, DAY, 0.4, "", "Crew")),
    table("Gantt", "Task | Owner | Jan | Feb | Mar | Apr | May | Jun", ("Dig", "Crew", "x", "x", "", "", "", "")),
    table("Highlight report", "Project | Status | Previous status | Next milestone | Due | Budget | Comments", ("Roof", "Green", "Amber", "Tiles", DAY, 100000, "Fine")),
]  # fmt: skip
MONEY = [
    table("Budget", "Cost centre | Description | Budget | Actual | Variance | Forecast | Comments", ("E100", "Stationery", 1000, 900, 100, 1000, "")),
    table("Invoices", "Invoice no | Supplier | Date | Net | VAT | Gross | Paid", ("4411", "Paper Ltd", DAY, 100, 20, 120, "Yes")),
    table("Capital", "Scheme | Budget | Spend to date | Forecast | Status | Completion", ("Roof", 500000, 20000, 480000, "On track", DAY)),
    table("Grants", "Grant | Funder | Amount | Start | End | Reporting due | Lead", ("Youth", "Trust", 5000, DAY, DAY, DAY, "Clerk")),
    table("Asset register", "Asset no | Description | Location | Bought | Value | Disposed", ("9", "Van", "Depot", DAY, 9000, None)),
]  # fmt: skip
PEOPLE = [
    table("Staff", "Post | Team | Grade | Hours | Start | End | Line manager", ("Clerk", "Office", 4, 37, DAY, None, "Office manager")),
    table("Rota", "Week | Mon | Tue | Wed | Thu | Fri", (DAY, "A", "B", "A", "B", "A")),
    table("Leave", "Post | From | To | Days | Approved by", ("Clerk", DAY, DAY, 5, "Office manager")),
    table("Training", "Course | Date | Places | Attended | Provider | Evaluation", ("First aid", DAY, 12, 11, "Red kite", "Good")),
    table("Vacancies", "Post | Team | Advertised | Closing date | Status", ("Driver", "Fleet", DAY, DAY, "Open")),
    table("Contacts", "Organisation | Role | Address | Notes", ("Paper Ltd", "Sales", "By post", "")),
]  # fmt: skip
FIGURES = [
    table("Indicators", "ID | Indicator | Period | Numerator | Denominator | Target", ("K1", "Calls answered", DAY, 90, 100, 95)),
    table("Data", "Month | Calls | Answered | % answered | Target", (DAY, 100, 90, 0.9, 0.95)),
    table("Key figures", "Indicator | Period | Value | Target | Comment", ("Calls answered", "June 2026", 90, 95, "Busy")),
    table("KPI", "Measure | Owner | Apr | May | Jun | RAG", ("Calls", "Office", 80, 85, 90, "G")),
    table("QA findings", "ID | Finding | Sample | Theme | Date | Owner | Status", ("Q1", "Forms unsigned", 20, "Records", DAY, "Office", "Open")),
    table("Audit", "Ref | Recommendation | Priority | Management response | Due | Status", ("1", "Lock the safe", "High", "Agreed", DAY, "Open")),
    table("Survey", "Question | Strongly agree | Agree | Neither | Disagree | Strongly disagree", ("The food is good", 10, 12, 3, 2, 1)),
]  # fmt: skip
WORDS = [
    table("Minutes", "Item | Discussion | Action | Owner", ("1", "Welcome", "None", "")),
    table("Your words", "Question | Answer", ("What is working?", "The van"), ("What is not working?", "The lift")),
    table("Concerns", "ID | Concern | What was done | What is asked | Raised by", ("1", "Noise at night", "Letter sent", "Quieter fans", "Residents")),
    table("Feedback", "You said | We did | Date", ("More benches", "Two put in", DAY)),
    table("Complaints", "Ref | Received | Summary | Stage | Outcome | Closed", ("88", DAY, "Bins missed", "1", "Upheld", DAY)),
    table("Start here", "Name | Month | Completed by", ("Estates", "June 2026", "Clerk")),
    table("Agenda", "Time | Item | Lead | Paper", ("10:00", "Welcome", "Chair", "A")),
    table("For RDG", "ID | Matter | Options | Recommendation | Needed by", ("1", "Which van?", "Red or blue", "Red", DAY)),
]  # fmt: skip
RAID = [
    [RISKS[0], ACTIONS[0], ISSUES, ACTIONS[6]],
    [RISKS[1], ASSUMPTIONS, ISSUES, DEPENDENCIES],
    [RISKS[2], ACTIONS[0], ACTIONS[5], ACTIONS[6], ISSUES],
    [PLANS[0], RISKS[0], ISSUES],
    [PLANS[1], RISKS[2], FIGURES[0], FIGURES[4]],
    [PLANS[0], RISKS[0], FIGURES[0]],
    [WORDS[5], PLANS[0], RISKS[0]],
    [ACTIONS[0], ACTIONS[6]],
    [ACTIONS[0], ACTIONS[5]],
    [MONEY[0], PEOPLE[0], RISKS[4]],
    [PLANS[4], RISKS[3], MONEY[2]],
    [WORDS[7], RISKS[0], ACTIONS[0]],
]
"""Workbooks of several lists; some with as many of our sheets' names as an own log may well have."""
NAMES = ("{} June 2026.xlsx", "Capital and Sufficiency {}.xlsx", "Board {} June.xlsx", "RDG {}.xlsx")
"""How they are named: some after a sender of ours, for whom or about whom they were made."""


def book_of(tables: list[Table], *, title: bool) -> bytes:
    """A workbook with these lists; with a title and a line for the month above each, or with the headings in the first row."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet, headings, rows in tables:
        page = book.create_sheet(sheet)
        if title:
            page.append([f"{sheet}, Parks Department"])
            page.append(["Month", "June 2026"])
            page.append([])
        page.append(list(headings))
        for row in rows:
            page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def strangers() -> Iterator[tuple[str, bytes]]:
    """A hundred and ten workbooks, each under a name of its own."""
    single = [[t] for t in (*ACTIONS, *RISKS, ISSUES, DEPENDENCIES, *PLANS, *MONEY, *PEOPLE, *FIGURES, *WORDS)]
    for n, tables in enumerate([*single, *RAID]):
        what = f"{tables[0][0]} {n}" if len(tables) == 1 else f"RAID log {n}"
        for title in (False, True):
            yield NAMES[(n + title) % len(NAMES)].format(what + (" titled" if title else "")), book_of(tables, title=title)
