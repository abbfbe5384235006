"""A short document that holds every block and every run there is, for the tests of the writers."""

from __future__ import annotations

from datetime import date

from assurance_pack.document.blocks import (
    Bullets,
    Callout,
    CalloutItem,
    Document,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from assurance_pack.document.blocks.drawings import ChartLevel, ChartPoint, ChartTarget, ControlChart, ControlCharts, HeatMap, HeatMark
from assurance_pack.document.blocks.runs import Bar, BarHead, Break, Quote, Ref, Scale, Sign, Status, Text, runs

AMBER = Status("amber", "A", "Amber")
GREEN = Status("green", "G", "Green")
OFF = Status("off_track", "R", "Off track")
ALL_STATUSES = (
    Status("complete", "B", "Complete"),
    Status("on_track", "G", "On track"),
    Status("at_risk", "A", "At risk"),
    OFF,
    Status("not_started", "N", "Not started"),
    Status("paused", "P", "Paused by RDG"),
    Status("withdrawn", "W", "Withdrawn"),
    Status("no_return", "X", "No return"),
    GREEN,
    AMBER,
    Status("red", "R", "Red"),
)


def column(*words: object, width: float, kind: str = "text") -> TableColumn:
    return TableColumn(runs(*words), width, kind)  # type: ignore[arg-type]


def row(*cells: object, end: bool = False) -> TableRow:
    """A row from words, runs, or tuples of runs."""
    made = [TableCell(cell if isinstance(cell, tuple) else runs(cell)) for cell in cells]  # type: ignore[arg-type]
    return TableRow(tuple(made), end)


SCALE = Scale(date(2026, 6, 1), date(2027, 2, 1), date(2026, 6, 30))
PLAN = Table(
    "Two milestones",
    (
        column("Milestone", width=3),
        column("Apr to Jun", width=3, kind="status"),
        column(BarHead(SCALE, "Baseline, and forecast now"), width=4, kind="bar"),
        column("Days late", width=2, kind="number"),
    ),
    (
        row(
            (Ref("M-CAP-007", strong=True), Text(" Specialist bases")),
            (GREEN, AMBER),
            Bar(SCALE, "Baseline 1 September 2026, forecast 4 January 2027", date(2026, 9, 1), date(2026, 9, 28), date(2027, 1, 4)),
            "125",
        ),
        row((Ref("M-CAP-003", strong=True), Text(" Sufficiency forecast")), (GREEN,), Bar(SCALE, "No baseline, no forecast given"), "0"),
    ),
    "Each milestone with a bar from its baseline to its forecast.",
    anchor="plan",
    style="plan",
)
HEAT = HeatMap(
    marks=(HeatMark("CAP-004", 4, 5, (4, 4), True), HeatMark("CWF-006", 3, 4)),
    bands=(("Low", 1, 3), ("Moderate", 4, 6), ("High", 8, 12), ("Extreme", 15, 25)),
    likelihood_words=("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    consequence_words=("Negligible", "Minor", "Moderate", "Major", "Catastrophic"),
)
CHART = ControlCharts(
    (
        ControlChart(
            title="Plans in 20 weeks", latest="April 61%, target 70%", unit="%", levels=(ChartLevel(0, 3, 52.0, 38.0, 66.0),), targets=(ChartTarget(0, 3, 70.0),),
            points=tuple(ChartPoint(label, value, value is not None and value > 58) for label, value in zip(("Jan", "Feb", "Mar", "Apr"), (49.0, 55.0, None, 61.0), strict=True)),
        ),
    )
)  # fmt: skip


def small_document(**changes: object) -> Document:
    """The document, with some of its fields changed."""
    fields: dict[str, object] = {
        "title": "Assurance pack, June 2026",
        "subject": "The assurance pack of the month",
        "board": "Coventry SEND & AP Partnership Board",
        "marking": "OFFICIAL",
        "version": "1.0",
        "issued": date(2026, 7, 7),
        "header_left": "Coventry SEND & AP Partnership Board",
        "header_right": "Assurance pack, June 2026 | OFFICIAL",
        "footer_left": "Illustrative: every figure, name and quotation is invented",
        "blocks": BLOCKS,
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


BLOCKS = (
    Paragraph(runs("Coventry SEND & AP Partnership Board"), style="board"),
    Heading(1, "Assurance pack, June 2026"),
    Table(
        "About this paper",
        (column("Marking", width=0), column("Board meets", width=4.5), column("Purpose", width=4.5), column("Returns as at", width=3)),
        (row("OFFICIAL", "Thursday 16 July 2026", "Decision and assurance", "30 June 2026"),),
        "How the paper is marked, when the Board meets and what for.",
        style="meta",
        caption_shown=False,
    ),
    Heading(2, "The month on a page", "1", "month"),
    Paragraph(runs("Delivery confidence fell from Green to Amber: 24 places promised for September will not be ready."), style="story"),
    Callout(
        "The Board is asked to decide",
        (
            CalloutItem(
                (Text("Approve 24 interim specialist places", strong=True), Text(" to March 2027.")),
                (Text("Prioritise or trade off. "), Ref("Paragraph 2.1", "M-CAP-007")),
            ),
            CalloutItem(
                (Text("Accept, or not, the system risk", strong=True), Text(" of late annual reviews.")), runs("Statutory compliance.")
            ),
        ),
    ),
    KeyFigures(
        (
            KeyFigure("Delivery confidence", (AMBER,), "↓ Worse: Green in May"),
            KeyFigure("Milestones off track", runs("3 of 34"), "↑ Worse: 2 in May"),
            KeyFigure("Extreme risks", runs("5 of 17"), "↑ Worse: 4 in May"),
            KeyFigure("Plans in 20 weeks", runs("63%"), "↑ Better: 61% in April"),
            KeyFigure("Reviews in time", runs("71%"), "↓ Worse: 74% in April"),
        ),
        "Five headline figures and how each has moved since May.",
    ),
    Table(
        "In brief",
        (column("In brief", width=0), column("What the Board should know, and where to read it", width=12)),
        (
            row(
                "Alert",
                (
                    Text("Sufficiency.", strong=True),
                    Text(" 24 places open in January. "),
                    Ref("(2.1)", "M-CAP-007"),
                    Break(),
                    Text("High needs is over. "),
                    Ref("(Table 1)", "options"),
                ),
            ),
            row("Returns", (Text("9 of 10 came. "), Text("No return received", strong=True), Text(" from one group."))),
        ),
        "What to be alert to, what to know, and who has not sent a return.",
        style="brief",
        caption_shown=False,
    ),
    Heading(2, "Decisions and escalations", "2", "decisions", new_page=True),
    Paragraph(runs("Three decisions are asked, against one in May."), style="lead"),
    Heading(3, "Decision 1. Interim specialist places", note="Sufficiency; significant financial"),
    Paragraph(
        (Text("Two schools were to open 24 places ("), Ref("M-CAP-007"), Text(", "), Ref("R-CAP-004"), Text(").")), "2.1", "M-CAP-007"
    ),
    Table(
        "Options for 24 places",
        (
            column("Option", width=0),
            column("What it would mean", width=6),
            column("Cost", width=2, kind="number"),
            column("RDG’s confidence", width=4, kind="status"),
        ),
        (
            row("A. Interim", "Rooms at two host schools", "£0.42m", (AMBER, Text(", if ordered in July")), end=True),
            row("B. Wait", "Tuition to January", "£0.18m", (GREEN, Text(", places on offer"))),
        ),
        "Two options, what each would mean, its cost and RDG’s confidence.",
        1,
        "options",
    ),
    Paragraph(runs("Slip: days from baseline. All 34 are in the data book."), style="note"),
    Paragraph((Text("RDG recommends option A", strong=True), Text(", paid for by re-phasing.")), "2.2"),
    Heading(2, "Progress against Reform Plan milestones", "3", "milestones"),
    Paragraph(runs("Two milestones were completed."), style="lead"),
    PLAN,
    Figure("Open risks, with movement since May", HEAT, runs("One risk is Extreme."), 2),
    Figure("Plans within 20 weeks", CHART, runs("Timeliness has improved."), 3),
    Table(
        "Every status",
        (
            column("Milestone", width=2),
            column("Status", width=4, kind="status"),
            column("Number", width=2, kind="number"),
            column("What it means", width=4),
        ),
        tuple(
            row((Ref(f"M-CAP-{at:03d}"), Text(" "), Text("Capital", quiet=True)), status, str(at), "A word with each")
            for at, status in enumerate(ALL_STATUSES)
        ),
        "Each status with its word.",
        2,
        style="long",
    ),
    Table(
        "By plan priority",
        (column("Plan priority", width=4), TableColumn((GREEN,), 4, "number"), TableColumn((OFF,), 4, "number")),
        (row("1 Early help", "5", "0"), row("All", (Text("5", strong=True),), (Text("0", quiet=True),))),
        "Milestones by priority and status.",
        3,
        style="counts",
    ),
    Heading(2, "What families and settings told us", "4", "voice"),
    Paragraph(runs("Families credit faster plans."), style="lead"),
    Table(
        "In their own words",
        (
            column("We asked", width=0),
            column("Parent Carer Forum", width=8, kind="words"),
            column("Young people’s group", width=4, kind="words"),
        ),
        (
            row(
                "What is working",
                Quote("More of us are getting plans on time.\nThe drop-ins are good."),
                Quote("Travel training."),
                end=True,
            ),
            row("Our ask", Quote("Ring back. Ŵyr, ŷd."), ""),
        ),
        "Two groups’ answers to three questions.",
        4,
        style="voice",
    ),
    Bullets((runs("What is working"), (Text("What is not: "), Quote("Nobody rings back.")))),
    Table(
        "Themes through three lenses",
        (
            column("Theme", width=3),
            column("Data", width=3, kind="status"),
            column("Professional", width=3, kind="status"),
            column("Lived", width=3, kind="status"),
        ),
        (
            row("Communication", Sign("positive", "Positive"), Sign("mixed", "Mixed", "old"), Sign("concern", "Concern")),
            row("Travel assistance", Sign("none", "No signal"), Sign("none", "No signal"), Sign("none", "No signal")),
        ),
        "Two themes and what each lens says.",
        5,
        style="tight",
    ),
    Paragraph(runs("OFFICIAL"), style="marking"),
    Paragraph(runs("Whole texts follow."), style="body"),
    Heading(2, "In their own words", anchor="words"),
    Paragraph((Quote("Every word of it."),)),
)
"""Every block, every style of paragraph and table, every run and every drawing."""
