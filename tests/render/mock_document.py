"""The pages of the drawn mock as a document of blocks: the same content, so that the pages can be laid beside it."""

from __future__ import annotations

import re
from datetime import date

from assurance_pack.document.blocks import (
    Block,
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
from assurance_pack.document.blocks.runs import Bar, BarHead, Break, Quote, Ref, Run, Runs, Scale, Sign, Status, Text

WORDS = {
    "b": ("complete", "Complete"), "g": ("on_track", "On track"), "a": ("at_risk", "At risk"), "r": ("off_track", "Off track"),
    "n": ("not_started", "Not started"), "x": ("no_return", "No return"), "G": ("green", "Green"), "A": ("amber", "Amber"), "R": ("red", "Red"),
}  # fmt: skip
SIGNS = {"+": ("positive", "Positive"), "-": ("concern", "Concern"), "~": ("mixed", "Mixed"), ".": ("none", "No signal")}

TOKEN = re.compile(
    r"\*(?P<bold>[^*]+)\*|_(?P<quiet>[^_]+)_|\{(?P<status>\w)(?P<bare>!?)\}|<(?P<sign>[-+~.])(?P<note>[^>]*)>|\[(?P<ref>[^\]>]{2,})(?:>(?P<to>[^\]]+))?\]|“(?P<quote>[^”]+)”|(?P<line>\n)"
)


def said(words: str) -> Runs:
    """Runs from a line of text: *strong*, _quiet_, {r} a status, <+> a sign, [M-CAP-007] or [2.1>anchor] a reference, “a quotation”."""
    out: list[Run] = []
    at = 0
    for m in TOKEN.finditer(words):
        if m.start() > at:
            out.append(Text(words[at : m.start()]))
        at = m.end()
        out += _run(m)
    return (*out, Text(words[at:])) if at < len(words) else tuple(out)


def _run(m: re.Match[str]) -> list[Run]:
    if m["bold"]:
        return [_strong(r) for r in said(m["bold"])]
    if m["quiet"]:
        return [
            Ref(r.text, r.target, quiet=True) if isinstance(r, Ref) else Text(r.text, quiet=True)
            for r in said(m["quiet"])
            if isinstance(r, Ref | Text)
        ]
    if m["status"]:
        meaning, word = WORDS[m["status"]]
        return [Status(meaning, m["status"].upper(), "" if m["bare"] else word)]
    if m["sign"]:
        direction, word = SIGNS[m["sign"]]
        return [Sign(direction, word, m["note"].strip())]  # type: ignore[arg-type]
    if m["ref"]:
        return [Ref(m["ref"], m["to"] or "")]
    return [Quote(m["quote"])] if m["quote"] else [Break()]


def _strong(run: Run) -> Run:
    match run:
        case Ref(text=t, target=to):
            return Ref(t, to, strong=True)
        case Status(meaning=m, letter=x, word=w):
            return Status(m, x, w, strong=True)
        case Text(text=t):
            return Text(t, strong=True)
        case _:
            return run


def p(number: str, words: str) -> Paragraph:
    return Paragraph(said(words), number=number, anchor=f"paragraph-{number.replace('.', '-')}")


def lead(words: str) -> Paragraph:
    return Paragraph(said(words), style="lead")


def note(words: str) -> Paragraph:
    return Paragraph(said(words), style="note")


def table(number: int, caption: str, columns: str, rows: list[str], style: str = "plain") -> Table:
    """Columns as `heading:twelfths[:kind]` and cells, both parted by ` | `; a row that ends in ` ==` closes a group."""
    heads = [re.fullmatch(r"(.*?):([\d.]+)(?::(\w+))?", c).groups() for c in columns.split(" | ")]  # type: ignore[union-attr]
    made = []
    for row in rows:
        end = row.endswith(" ==")
        cells = row.removesuffix(" ==").split(" | ")
        made.append(TableRow(tuple(TableCell(said(c)) for c in cells), end))
    return Table(
        caption=caption,
        columns=tuple(TableColumn(said(h[0]), float(h[1]), h[2] or "text") for h in heads),  # type: ignore[arg-type]
        rows=tuple(made),
        summary=caption + ".",
        number=number,
        anchor=f"table-{number}" if number else "",
        style=style,  # type: ignore[arg-type]
        caption_shown=bool(number),
    )


def _d(text: str) -> date:
    return date.fromisoformat(text)


SCALE = Scale(date(2026, 3, 1), date(2027, 4, 1), date(2026, 6, 30))


def _milestone(ref: str, name: str, dates: str, late: str, history: str) -> TableRow:
    """A row of the plan from “baseline, forecast last time, forecast now”, and a letter a month."""
    baseline, previous, now = (None if d == "-" else _d(d) for d in dates.split())
    marks: list[Run] = [Status(WORDS[h][0], h.upper(), "") for h in history]
    bar = Bar(SCALE, f"Baseline {baseline}, forecast {now}", baseline, previous, now)
    cells: tuple[Runs, ...] = ((Ref(ref, strong=True), Text(f" {name}")), said("_Bases_"), tuple(marks), (bar,), said(late))
    return TableRow(tuple(TableCell(c) for c in cells))


PLAN = Table(
    caption="Six milestones, by plan priority",
    columns=(
        TableColumn(said("Milestone"), 3.5),
        TableColumn(said("Action lead"), 3.2),
        TableColumn(said("Apr to Jun"), 1.5, "status"),
        TableColumn((BarHead(SCALE, "Baseline, and forecast now"),), 2.83, "bar"),
        TableColumn(said("Days late"), 0.97, "number"),
    ),
    rows=(
        _milestone("M-CAP-007", "Specialist bases", "2026-09-01 2026-09-28 2027-01-04", "125", "aar"),
        _milestone("M-CAP-011", "School expansion", "2026-03-31 2026-08-31 2026-09-30", "183", "rrr"),
        _milestone("M-CWF-005", "Experts at Hand team", "2026-06-30 2026-09-30 2026-11-30", "153", "arr"),
        _milestone("M-CAP-003", "Sufficiency forecast", "2026-07-31 2026-08-05 2026-08-21", "21", "gga"),
        _milestone("M-CWF-008", "Therapies contract", "2026-09-30 - 2026-10-23", "23", "aaa"),
        _milestone("M-QDD-006", "One case system", "2026-10-31 - 2026-11-20", "20", "gga"),
    ),
    summary="Each milestone with a bar from its baseline to its forecast.",
    anchor="plan",
    style="plan",
)

HEAT = HeatMap(
    marks=(
        HeatMark("R-CAP-004", 5, 4, (4, 4), True), HeatMark("R-CAP-006", 4, 5, None, True), HeatMark("R-QDD-002", 4, 4, (3, 4), True),
        HeatMark("R-CWF-003", 4, 4, None, True), HeatMark("R-CWF-001", 5, 3, None, True), HeatMark("R-CAP-002", 3, 4),
        HeatMark("R-QDD-005", 3, 4), HeatMark("R-CWF-006", 4, 3, (3, 3), True), HeatMark("R-CAP-008", 4, 3), HeatMark("R-QDD-001", 3, 3, (4, 3)),
        HeatMark("R-CAP-001", 3, 3), HeatMark("R-CWF-009", 2, 4), HeatMark("R-CAP-010", 2, 3, (3, 3)), HeatMark("R-QDD-007", 2, 3),
        HeatMark("R-CWF-004", 3, 2), HeatMark("R-QDD-003", 2, 2), HeatMark("R-CWF-011", 1, 3),
    ),
    bands=(("Low", 1, 3), ("Moderate", 4, 6), ("High", 8, 12), ("Extreme", 15, 25)),
    likelihood_words=("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    consequence_words=("Negligible", "Minor", "Moderate", "Major", "Catastrophic"),
)  # fmt: skip

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
SERIES = (49, 55, 51, 57, 52, 48, 54, 50, 56, 53, 47, 55, 51, 54, 50, 56, 57, 60, 58, 62, 59, 61, 61, 63)
CHART = ControlCharts(
    tuple(
        ControlChart(
            title=title, latest="May 63%, target 70%", unit="%", levels=levels, noted=noted,
            points=tuple(ChartPoint(f"{MONTHS[(i + 5) % 12]} {2024 + (i + 5) // 12}", v, i > 14) for i, v in enumerate(SERIES)),
            targets=(ChartTarget(0, 23, 70),),
        )
        for title, levels, noted in (
            ("Plans in 20 weeks", (ChartLevel(0, 23, 52.25, 38.2, 66.3),), ()),
            ("A rather long name of an indicator", (ChartLevel(0, 14, 52, 44, 60), ChartLevel(15, 23, 60, 56, 64)), (15,)),
            ("Calls answered in two days", (), ()),
        )
    )
)  # fmt: skip

FRONT: tuple[Block, ...] = (
    Paragraph(said("Coventry SEND & AP Partnership Board"), style="board"),
    Heading(1, "Assurance pack, June 2026", anchor="top"),
    table(
        0,
        "About this issue",
        "Marking:0 | Board meets:3.45 | Purpose:3.45 | Returns as at:2.3 | Approved for issue:2.8",
        ["OFFICIAL | Thursday 16 July 2026 | Decision and assurance | 30 June 2026 | RDG chair, 7 July 2026"],
        "meta",
    ),
)

MONTH: tuple[Block, ...] = (
    Heading(2, "The month on a page", "1", "month"),
    Paragraph(said("Delivery confidence fell from Green to Amber: 24 places promised for September will not be ready."), style="story"),
    Callout(
        "The Board is asked to decide",
        (
            CalloutItem(
                said("*Approve 24 interim specialist places* to March 2027, at a cost of £0.42m."),
                said("Prioritise or trade off. Sufficiency; significant financial. [Paragraph 2.1>paragraph-2-1]"),
            ),
            CalloutItem(
                said("*Accept, or not, the system risk* of late annual reviews until 31 March 2027."),
                said("Accept system risk. Statutory compliance. [Paragraph 2.3>paragraph-2-3]"),
            ),
            CalloutItem(
                said("*Ratify a Task & Finish Group* on therapy waits, 20 July to 30 November 2026."),
                said("Ratify Task & Finish Group. Sufficiency. [Paragraph 2.5>paragraph-2-5]"),
            ),
        ),
    ),
    KeyFigures(
        (
            KeyFigure("Delivery confidence", said("{A}"), "↓ Worse: Green in May"),
            KeyFigure("Milestones off track", said("3 of 34"), "↑ Worse: 2 in May"),
            KeyFigure("Extreme risks", said("5 of 17"), "↑ Worse: 4 in May"),
            KeyFigure("Plans in 20 weeks", said("63%"), "↑ Better: 61% in April"),
            KeyFigure("Reviews in time", said("71%"), "↓ Worse: 74% in April"),
        ),
        "Key figures and how they have changed.",
    ),
    table(
        0,
        "In brief",
        "In brief:0 | What the Board should know, and where to read it:12",
        [
            "Alert | *Sufficiency.* 24 specialist base places will open in January, not September. ([2.1>paragraph-2-1])\n"
            "*Statutory compliance.* More annual reviews are late, and joining the case systems will slow them further. ([2.3>paragraph-2-3])\n"
            "*Significant financial.* High needs is forecast £4.8m over; in May it was £4.2m. ([4.2>paragraph-4-2])\n"
            "*Partnership failure.* The joint therapies contract is unsigned after five months. ([2.6>paragraph-2-6])",
            "Advise | Call-backs are reported as mended; families say nobody rings back. ([8.1>paragraph-8-1])\n"
            "The Experts at Hand team has 12 of 18 posts filled; it is now due at full strength in November. ([table 5>table-5])\n"
            "An alternative provider closes on 24 July; 7 of its 19 part-time places are still to be found elsewhere. ([7.1>paragraph-7-1])",
            "Assure | More new plans are on time, for nine months now, and families say so too. ([5.2>paragraph-5-2])\n"
            "28 of 36 audited plans were good or better: reasonable assurance. ([5.1>paragraph-5-1])",
            "Returns | 9 of 10 came, one of them two days late. *No return received* from the special and AP heads’ partnership: "
            "a gap in assurance, not an absence of concern. ([10.1>paragraph-10-1])",
        ],
        "brief",
    ),
)

DECISIONS: tuple[Block, ...] = (
    Heading(2, "Decisions and escalations", "2", "decisions", new_page=True),
    lead("Three decisions are asked, against one in May. One matter comes for direction because its category is mandatory."),
    Heading(3, "Decision 1. Interim specialist places", note="Sufficiency; significant financial"),
    p(
        "2.1",
        "Two secondary schools were to open 24 specialist base places on 1 September. A planning condition and a failed tender move them "
        "to 4 January 2027 ([M-CAP-007], [R-CAP-004]). The remedy lies outside the agreed Reform Plan.",
    ),
    table(
        1,
        "Options for 24 places from September 2026 to March 2027",
        "Option:0 | What it would mean:6 | Cost:2:number | RDG’s confidence:4",
        [
            "A. Interim | Rooms at two host schools; offers are kept | £0.42m | {A}, if ordered in July",
            "B. Buy | Independent schools, mostly outside the city | £1.06m | {G}, places are on offer",
            "C. Wait | Tuition or supported mainstream to January | £0.18m | {R}, statutory duty at risk",
        ],
    ),
    p(
        "2.2",
        "*RDG recommends option A*, paid for by re-phasing capital. It is the cheapest option that meets the duty and it keeps places local. "
        "RDG asks for a decision by 24 July.",
    ),
    Heading(3, "Decision 2. System risk on annual reviews", note="Statutory compliance"),
    p(
        "2.3",
        "Reviews will slow while three case systems become one. The risk ([R-QDD-002]) stands at 16, Extreme. Statutory compliance is a "
        "mandatory category, and only the Board may accept a system risk.",
    ),
    table(
        2,
        "Options for the risk to annual reviews",
        "Option:0 | What it would mean:8 | RDG’s confidence:4",
        [
            "A. Accept | Joining goes on. Reviews in time may fall to 65% before they recover. Reviews before a change of school are protected. | {A}, recovery by March",
            "B. Do not | Joining pauses until 80% are in time. One case system moves from November 2026 to spring 2027. | {A}, 80% by October",
        ],
    ),
    p(
        "2.4",
        "*RDG recommends option A*, to 31 March 2027. If fewer than 65% are in time in any month, the matter comes back to the Board.",
    ),
    Heading(3, "Decision 3. Task & Finish Group to ratify", note="Sufficiency"),
    p(
        "2.5",
        "Its purpose is one therapy waiting list, and one offer while waiting, across council and NHS, from 20 July to 30 November. No work "
        "begins before it is ratified. *RDG recommends that the Board ratify it*; confidence {G}.",
    ),
    Heading(3, "Escalated for direction", note="Partnership failure"),
    p(
        "2.6",
        "*Joint therapies contract ([R-CWF-003], [M-CWF-008]).* The council and the ICB agreed terms in February; neither has signed. RDG’s "
        "confidence in signature by 23 October is {A}, the same as in May.",
    ),
    p(
        "2.7",
        "The Board may set RDG the outcome it requires, escalate within member organisations, or hold partners to account. *RDG recommends "
        "escalation inside both organisations*, with a reply by 31 July.",
    ),
)

MILESTONES: tuple[Block, ...] = (
    Heading(2, "Progress against Reform Plan milestones", "3", "milestones"),
    lead("Two milestones were completed and three fell a grade. Nine of 34 are off track or at risk, against seven in May."),
    table(
        3,
        "RDG’s delivery confidence each month from January to June, and its reason",
        "Plan priority:2 | January to June 2026:4.5:status | RDG’s reason:5.5",
        [
            "Overall | {G!} {G!} {G!} {G!} {G!} {A} ↓ | Recoverable by January, but families were told to expect September. ==",
            "1 Early help in mainstream | {G!} {G!} {G!} {G!} {G!} {G} → | Six primary bases are open.",
            "2 Enough of the right places | {G!} {G!} {A!} {A!} {A!} {R} ↓ | 56 places are late; 24 of them were promised for September.",
            "3 Good plans, on time | {A!} {A!} {A!} {G!} {G!} {G} → | Plans are faster. Reviews are not.",
            "4 Workforce and therapies | {G!} {G!} {A!} {A!} {A!} {A} → | Two thirds staffed, and the contract is still to be signed.",
            "5 Preparing for adulthood | {A!} {G!} {G!} {G!} {G!} {G} → | 31 of 40 internships are agreed.",
        ],
    ),
    table(
        4,
        "34 milestones by plan priority, as reported by RDG",
        "Plan priority:2 | {b}:2:number | {g}:2:number | {a}:2:number | {r}:2:number | {n}:2:number",
        [
            "1 Early help in mainstream | 2 | 5 | 1 | 0 | 0",
            "2 Enough of the right places | 1 | 2 | 2 | 2 | 2",
            "3 Good plans, on time | 2 | 4 | 1 | 0 | 0",
            "4 Workforce and therapies | 1 | 2 | 1 | 1 | 1",
            "5 Preparing for adulthood | 1 | 1 | 1 | 0 | 1 ==",
            "All 34 | *7* | *14* | *6* | *3* | *4*",
            "Change since May | +2 | −3 | +1 | +1 | −1",
        ],
        "counts",
    ),
    PLAN,
    table(
        5,
        "Off track, and at risk where changed or stuck (6 of 9 exceptions shown)",
        "Milestone:0 | What it is, and why:5.5 | Path to green:3.5 | Forecast, slip:3",
        [
            "[M-CAP-007]\n{r} | *24 specialist base places open at two secondary schools.* Planning condition at one site; failed tender at the other. | Interim rooms, if the Board agrees decision 1. | 4\u00a0January 2027\n125\u00a0days late, +98",
            "[M-CAP-011]\n{r} | *Contract let for 32 more special school places.* Bids came in 14% over budget. | Smaller first phase, priced by 31 July. | 30\u00a0September 2026\n183\u00a0days late, +30",
            "[M-CWF-005]\n{r} | *Experts at Hand team at full strength.* 12 of 18 posts filled; two rounds drew no psychologists. | Posts shared with the NHS trust; third round in September. | 30\u00a0November 2026\n153\u00a0days late, +61",
            "[M-CAP-003]\n{a} | *Sufficiency forecast to 2031 agreed by all partners.* Health figures came late. | For agreement at RDG on 14\u00a0August. | 21\u00a0August 2026\n21\u00a0days late, +16",
            "[M-CWF-008]\n{a} | *Joint therapies contract signed.* At risk for five months; paragraph 2.6. | The Board’s direction. | 23\u00a0October 2026\n23\u00a0days late, same",
            "[M-QDD-006]\n{a} | *One case system live for education, health and care.* Matching records takes longer than planned. | Two more analysts to 30\u00a0September. | 20\u00a0November 2026\n20\u00a0days late, +20",
        ],
    ),
    note(
        "Slip: days from baseline, then the change since May. Not shown: [M-CAP-009], [M-CAP-012] and [M-CWF-014], at risk and unchanged. "
        "All 34 are in the data book."
    ),
    p("3.1", "*Forward look.* Five milestones fall due in July. RDG expects four to be met; [M-CAP-003] will follow in August."),
    p(
        "3.2",
        "*What this means for families.* 24 children were offered a new base for September. Where they start the term depends on decision 1.",
    ),
)

RISKS: tuple[Block, ...] = (
    Heading(2, "Risks identified through the three Workspaces", "4", "risks"),
    lead("17 risks are open: three rose, two fell, one closed, none is new."),
    Figure(
        "17 open risks, with movement since May. Solid labels: the six in table 6",
        HEAT,
        said("Five risks are Extreme. Three rose since May ([CAP-004], [QDD-002], [CWF-006]) and two fell ([QDD-001], [CAP-010])."),
        2,
        "figure-2",
    ),
    table(
        6,
        "Extreme, rising or in a mandatory category (6 of 17 open risks shown)",
        "Risk, category:0 | What could happen:4.5 | Now:2 | Inherent; target:1.5 | Controls, and the gap:4",
        [
            "[R-CAP-004]\n_Sufficiency; financial_ | Schemes slip, so children lack the place named for them. | *20 Extreme*\n↑ from 16 | 20; 8 | Weekly site reviews. Gap: no interim places before decision\u00a01.",
            "[R-CAP-006]\n_Significant financial_ | High needs outruns the plan, so reform loses its funding. | *20 Extreme*\n→ same | 25; 12 | Panel on high-cost places. Gap: no joint forecast with health.",
            "[R-QDD-002]\n_Statutory compliance_ | Systems are joined while reviews are late, so more fall out of time. | *16 Extreme*\n↑ from 12 | 20; 8 | Changes of school first. Gap: no weekly count until August.",
            "[R-CWF-003]\n_Partnership failure_ | The therapies contract stays unsigned, so posts lapse. | *16 Extreme*\n→ same | 20; 6 | Letter of intent. Gap: it ends on 30\u00a0September.",
            "[R-CWF-001]\n_Sufficiency_ | Psychologist posts stay vacant, so advice is late. | *15 Extreme*\n→ same | 20; 9 | Locums to March. Gap: no agreed regional rate.",
            "[R-CWF-006]\n_Sufficiency_ | A second AP provider leaves, so places are lost mid-year. | *12 High*\n↑ from 9 | 12; 6 | Monthly calls. Gap: no view of providers’ finances.",
        ],
    ),
    note("Not shown: 11 risks, none Extreme, rising or in a mandatory category; all are in the data book. Closed: [R-QDD-004], 22 June."),
    p("4.1", "*Overdue for review: 2 of 17.* [R-CAP-008] (29 May) and [R-CWF-009] (12 June)."),
    p("4.2", "*High needs* is forecast £4.8m over, against £4.2m in May. Independent places account for £0.4m of the rise."),
)

QUALITY: tuple[Block, ...] = (
    Heading(2, "Quality assurance", "5", "quality"),
    lead("Plans reach families sooner than a year ago. What happens after a review is where assurance is limited."),
    table(
        7,
        "Findings received in June",
        "Finding:0 | What was found, and theme:5 | Activity, sample:3 | Assurance:2 | Loop closed:2",
        [
            "[Q-QDD-011] | *Mixed.* 28 of 36 good or better; health sections thin in 14. _Plan quality_ | Joint audit, 36 plans | *Reasonable*, 2nd line | No. Due 30\u00a0September",
            "[Q-QDD-012] | *Concern.* 11 of 24 amended plans came after the limit. _Reviews_ | Dip sample, 24\u00a0reviews | *Limited*,\n1st line | No. Due 31 July",
            "[Q-QDD-013] | *Concern.* 17 of 41 were about not being kept informed. _Communication_ | 41 complaints since April | *Limited*,\n2nd line | *No. Overdue 28\u00a0days*",
            "[Q-CWF-004] | *Strength.* Attendance tracked daily. Small sample: indicative. _AP quality_ | Visits to 8 providers | *Reasonable*, 2nd line | Yes, 19 June",
        ],
    ),
    p(
        "5.1",
        "*Loops not closed: 7 of 22.* The oldest, [Q-QDD-006] on health sections, has been open since January. Parents’ feedback is part of "
        "two of the four findings.",
    ),
    Figure(
        "New EHC plans issued within 20 weeks, excluding exceptions, by month",
        CHART,
        said(
            "Timeliness has really improved: nine months in a row lie above the average, which chance alone would hardly give. But 70% lies "
            "above the range this process has shown, so it will not be met reliably without a further change."
        ),
        3,
        "figure-3",
    ),
    p("5.2", "Annual reviews in time have fallen by more than chance would give."),
    table(
        8,
        "Is it changing, and will it reach its target?",
        "Indicator:2 | Good is:1.32 | Latest:3.52 | Target:1.2 | Variation:2.13 | Target met:1.83",
        [
            "New plans within 20 weeks | Up | *63%*, 87 of 138, May | 70% | ↑ Improving | Not reliably",
            "Annual reviews in time | Up | *71%*, 412 of 580, May | 85% | ↓ Worsening | No",
            "Psychologist posts vacant | Down | *22%*, 6.1 of 27.7, May | 10% | → No change | No",
            "Speech therapy over 18 weeks | Down | *34%*, 611 of 1,797, April | 10% | ↑ Worsening | No",
            "Suspensions, with a plan | Down | [x] not available | [z] | [z] | [z] none set",
        ],
    ),
)

VOICES: tuple[Block, ...] = (
    Heading(2, "What families and settings told us", "6", "voice"),
    lead("Families credit faster plans, but do not feel kept informed."),
    table(
        9,
        "Families and young people, in their own words",
        "We asked:0 | Parent Carer Forum: five coffee mornings, 50 to 100 families:8:words | Young people’s group: 10 to 20:4:words",
        [
            "What is working | “More of us are getting plans on time and we want to say so. The drop-ins at the hubs are good. The people are kind and they know their stuff.” | “Travel training. The college open evening.”",
            "What is not | “Nobody rings back. You can have a plan that came on time and still wait five weeks to find out who your caseworker is. If your child starts secondary in September you do not know if the base will be open.” | “Meetings about us when we are in lessons.”",
            "What we ask the Board for | “Tell every family affected by September before the end of term. Agree one promise on calling back, and publish how often you keep it.” | “Ask us what time.”",
        ],
        "voice",
    ),
    p(
        "6.1",
        "*SENCo network.* Working: “Six primary bases are up and running and the outreach is excellent.” Not working: “Referral forms changed "
        "twice this term.” Ask: “Freeze the forms until Easter.”",
    ),
    p("6.2", "*Mainstream heads:* nothing this month. *Special and AP heads:* {x}."),
    table(
        10,
        "You said, we did, and what came of it, in RDG’s account (3 of 5 open asks shown)",
        "Who and when:0 | You said:4 | We did:4 | Impact:4",
        [
            "Parent Carer Forum, March | Drop-ins are only in the north of the city. | Two more hubs, in the south and east, since May. | 38 families in the first month.",
            "Parent Carer Forum, April | Publish how long each step takes. | A page on the Local Offer, updated monthly. | Too early; the Forum will judge in September.",
            "SENCo network, Feb. | One named link officer for each school. | In place in 74 of 118 schools. | Partly met; the rest by October.",
        ],
    ),
)

CONCERNS: tuple[Block, ...] = (
    Heading(2, "Exceptional issues and partners’ concerns", "7", "concerns"),
    lead("One exceptional issue; two concerns from partners, against one in May."),
    p(
        "7.1",
        "*An alternative provider closes on 24 July (sufficiency).* Of 19 part-time places, 12 have an agreed alternative. RDG asks the Board to note it.",
    ),
    table(
        11,
        "Concerns escalated by partner organisations",
        "Organisation:0 | Concern, in their words:5 | Already done inside:4 | What they ask:3",
        [
            "Community NHS trust | “We cannot renew six posts after September without a signed contract.” _Partnership failure_ | Quality committee, 9 June. Posts held to 30 September. | A date for signature, set by the Board.",
            "Schools Forum | “The top-up review is a year late and schools are setting budgets blind.” _Significant financial_ | Discussed on 4 June; working group met twice. | New bands in force by April 2027.",
        ],
    ),
)

TRIANGULATION: tuple[Block, ...] = (
    Heading(2, "Triangulation", "8", "triangulation"),
    lead("Sources disagree on three of 14 themes, one more than in May."),
    p(
        "8.1",
        "Three lenses are compared: data, professional insight and lived experience. Where they disagree both sides are printed, and none outranks another.",
    ),
    table(
        12,
        "Three contradictions",
        "Theme:0 | On the one side:6 | On the other:6",
        [
            "Communication | 94% of calls answered in two days (contact log, May). Communication standard complete ([M-QDD-003]). | “Nobody rings back.” (Parent Carer Forum). 17 of 41 complaints are about not being informed ([Q-QDD-013]).",
            "Inclusion bases | “Six primary bases are up and running.” (SENCo network) | “You do not know if the base will be open.” (Parent Carer Forum)",
            "Alternative provision | Attendance tracked daily at 8 providers ([Q-CWF-004]). | Suspensions from AP up from 31 to 44 in the spring term. No family has been heard.",
        ],
    ),
    table(
        13,
        "14 themes through three lenses",
        "Theme:2 | Data:2 | Professional:2 | Lived:2 | Outcome:4",
        [
            "Communication | <+> | <+> | <-> | *Contradiction*",
            "Inclusion and bases | <.> | <+> | <-> | *Contradiction*",
            "Alternative provision | <-> | <+> | <.> | *Contradiction* ==",
            "Plans: quality and reviews | <-> | <-> | <-> | Corroborated concern",
            "Specialist places | <-> | <-> | <-> | Corroborated concern",
            "Therapies and Experts at Hand | <-> | <-> | <-> | Corroborated concern",
            "Workforce | <-> | <-> | <.> | Corroborated concern",
            "Joint commissioning | <-> | <-> | <.> | Corroborated concern ==",
            "Disputes and redress | <~> | <-> | <.> | Mixed",
            "Neurodevelopmental | <~old> | <.> | <-> | Stale: data of June 2024",
            "Attendance | <~> | <.> | <.> | Single source",
            "Travel assistance | <.> | <~> | <.> | Single source ==",
            "Plans: timeliness | <+> | <+> | <+> | Corroborated assurance",
            "Preparing for adulthood | <.> | <+> | <+> | Corroborated assurance",
        ],
    ),
    Heading(3, "Lines of enquiry the Board may wish to pursue"),
    p(
        "8.2",
        "What does the contact log count as answered, and would families count it so? _Contact log, May; Parent Carer Forum, June; [Q-QDD-013]_",
    ),
    p(
        "8.3",
        "Primary bases are praised and secondary bases are late. Who has told the families concerned, and when? _[M-CAP-007]; SENCo network; Parent Carer Forum_",
    ),
    p(
        "8.4",
        "How will the Board hear, by September, from families whose children attend alternative provision? _Gap: lived lens, alternative provision_",
    ),
)

LOG: tuple[Block, ...] = (
    Heading(2, "Actions, challenge and decisions", "9", "log"),
    lead("Two of 11 open actions are overdue and one challenge is unanswered."),
    table(
        14,
        "Actions, overdue first (3 of 11 open shown; the rest fall due after this meeting)",
        "Action:0 | What was agreed:4 | Owner:4 | Due, and position:4",
        [
            "[A-031] | Confirm the ICB’s contribution to therapies. | ICB director of children’s services | *29 May, overdue 32 days.*\nWith finance committee.",
            "[A-034] | Count children still without a named place. | Capital and Sufficiency chair | *19 June, overdue 11 days.*\nIn draft.",
            "[A-036] | Say how call-backs are counted. | Quality Assurance, Data and Digital chair | 10 July.\nOn this agenda.",
        ],
    ),
    table(
        15,
        "Challenges made by the Board",
        "Challenge:0 | What was asked:5 | Answer:4 | Outcome:3",
        [
            "[C-014], May\n_Forum to ICB_ | Terms were agreed in February. Why is the contract unsigned? | *None yet, after 43 days.* | Carried; see [A-031]",
            "[C-015], May\n_Head to RDG_ | How sure is September for the new bases? | “Less than we said in May.” | Position changed; [M-CAP-007]",
        ],
    ),
    p(
        "9.1",
        "*Decision taken in May.* [D-007]: re-phase £0.9m of capital to primary bases. Two options were considered; there was no dissent. Review in November.",
    ),
)

ABOUT: tuple[Block, ...] = (
    Heading(2, "About this pack", "10", "about"),
    lead("Nine of ten returns came, eight of them on time. One waiver is in force."),
    table(
        16,
        "Returns register",
        "Return:3 | Due:2 | Received:4 | Problems:3",
        [
            "Capital and Sufficiency | 30 June | 29 June | None",
            "Commissioning and Workforce | 30 June | *2 July, two days late* | 2 warnings",
            "Quality Assurance, Data and Digital | 30 June | 30 June | 1 warning",
            "Reform Delivery Group; Board log | 3 July | 3 July; 1 July | None",
            "Parent Carer Forum; young people | 30 June | 26 June; 30 June | None",
            "SENCo network; mainstream heads | 30 June | 24 June; 30 June, nil | None",
            "Special and AP heads’ partnership | 30 June | {x} | Gap in assurance",
        ],
        "tight",
    ),
    p("10.1", "*Outstanding:* three warnings and one missing return, named above."),
    p("10.2", "*Waiver* (RDG chair, to 31 July): [M-CWF-003] may be Complete without evidence."),
    p("10.3", "*212 rows read:* 96 printed, 114 summarised, 2 held back to protect identity."),
    table(
        17,
        "What the words and symbols mean",
        "Scale:0 | Meaning:12",
        [
            "Milestone status | {b}, delivered and with evidence.\n{g}, forecast within 7 days of baseline.\n{a}, 8 to 30 days late, or recoverable within RDG’s delegation.\n"
            "{r}, over 30 days late, or needs a decision of the Board.\n{n}, not yet due. {x}, nothing received; May’s status is not shown.",
            "Confidence | RDG’s judgement of success. {G}, highly likely. {A}, feasible; issues can be resolved. {R}, not achievable as planned.",
            "Risk score | Likelihood × consequence, each 1 to 5. Low 1–3, Moderate 4–6, High 8–12, Extreme 15–25.",
            "Assurance | Substantial, Reasonable, Limited, No. Line 1 own report, 2 quality function, 3 independent.",
            "Triangulation | Corroborated: two lenses agree and none opposes. Contradiction: one concern, one positive.",
            "Symbols | [c] suppressed, 1 to 4 people. [x] not available. [z] not applicable. [p] provisional.",
        ],
        "tight",
    ),
    p("10.4", "*Terms of reference:* last reviewed May 2026; next review due by May 2027."),
)


def document(*, contents: bool = False, draft: bool = False, blocks: tuple[Block, ...] | None = None) -> Document:
    """The mock as a document; or another document with the same running lines."""
    whole = (*FRONT, *MONTH, *DECISIONS, *MILESTONES, *RISKS, *QUALITY, *VOICES, *CONCERNS, *TRIANGULATION, *LOG, *ABOUT)
    return Document(
        title="Coventry SEND & AP Partnership Board: assurance pack, June 2026 (illustrative)",
        subject="Illustrative: every figure, name and quotation is invented",
        board="Coventry SEND & AP Partnership Board",
        marking="OFFICIAL",
        version="1.0",
        issued=date(2026, 7, 7),
        header_left="Coventry SEND & AP Partnership Board",
        header_right="Assurance pack, June 2026 | OFFICIAL",
        footer_left="Illustrative: every figure, name and quotation is invented",
        blocks=whole if blocks is None else blocks,
        draft=draft,
        contents=contents,
    )
