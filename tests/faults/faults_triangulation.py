"""Planted for triangulation: questions the sources raise between them."""

from __future__ import annotations

from datetime import date

from fault import CAP, CWF, QDD, RDG, YPG, fault

QA, THEMES = "QA findings", "Themes"
OPEN = {"status": "Open", "due": date(2026, 9, 30)}
ATTENDANCE = "Attendance and children missing education"
PATHWAYS = "Neurodevelopmental and mental health pathways"
YOUNG = RDG(THEMES, "V-YPG-2026-06-not-working", confirmed="EHC plans: timeliness")
UNHEARD = "families are not heard any more on the theme the words were on"
THEME = {"AP334": "the theme is another than in May"}

TRIANGULATION = (
    fault("AP401", "an audit against a green milestone", CAP(QA, "Q-CAP-003", theme="Travel assistance", reading="Concern", **OPEN), also={"AP279": "substantial assurance beside a concern"}),
    fault("AP401", "a survey of families against a green milestone", QDD(QA, "Q-QDD-003", this_month="Changed", theme="Transitions and preparing for adulthood"), at=QDD.cell(QA, "Q-QDD-003", "reading"), also=THEME),
    fault("AP401", "young people’s words against a green milestone", YOUNG, at=QDD.cell("Milestones", "M-QDD-002", "status"), also={"AP409": UNHEARD}),
    fault("AP402", "a severe risk against a milestone on track", CAP("Risks", "R-CAP-004", linked="M-CAP-007, M-CAP-002"), at=CAP.cell("Milestones", "M-CAP-002", "status")),
    fault("AP402", "a risk turned severe against a milestone on track", QDD("Risks", "R-QDD-001", likelihood=4)),
    fault("AP403", "always green, soon due, nothing to show", QDD("Milestones", "M-QDD-007", evidence=None)),
    fault(
        "AP404",
        "a yearly figure against this month’s words",
        YOUNG,
        toml=('accountable = "QDD"\ngood = "up"\ntarget = 70', 'accountable = "QDD"\ngood = "up"\nannual = true\ntarget = 70'),
        at=YPG.cell("Your words", "", "not_working"),
        also={"AP401": "the same words are against M-QDD-002", "AP409": UNHEARD},
    ),
    fault(
        "AP405",
        "a concern of two lenses on no register",
        QDD(QA, "Q-QDD-007", theme=PATHWAYS),
        CWF("Milestones", "M-CWF-010", status="Off track", path_to_green="A second course from September."),
        also={"AP409": "families are heard on the pathways now, so one theme less is asked about", "AP410": "no figure speaks of the pathways"},
    ),
    fault("AP406", "a concern nothing takes up", QDD(QA, "Q-QDD-006", reading="Concern", linked=None, theme=ATTENDANCE)),
    fault("AP407", "one risk on two registers", CWF("Risks", "R-CWF-006", title="Building schemes slip, so children lack the place named for them.")),
    fault("AP407", "a programme risk that is a Workspace’s too", RDG("Risks", "R-RDG-001", this_month="Changed", title="High needs outruns its allocation, so reform loses funding and leaders."), also={"AP302": "and it is no longer the risk of May"}),
    fault("AP408", "one data set in two Workspaces", CAP(QA, "Q-CAP-003", theme="EHC plans: quality and reviews", source="Reviews held, May 2026", **OPEN)),
    fault("AP409", "families not heard on a theme of the plan", CAP("Milestones", "M-CAP-008", theme=ATTENDANCE), also=THEME),
    fault("AP410", "an extreme risk no figure speaks of", CWF("Risks", "R-CWF-006", consequence=4, theme="Travel assistance"), also={"AP402": "it threatens M-CWF-003, which is on track"}),
    fault("AP410", "an off-track milestone no figure speaks of", CAP("Milestones", "M-CAP-008", status="Off track", path_to_green="By October."), at=CAP.cell("Milestones", "M-CAP-008", "theme")),
    fault("AP411", "assurance on a theme of which families say otherwise", RDG("Advise and assure", "Assure", linked="M-CAP-001"), at=RDG.cell("Advise and assure", "Assure", "statement")),
    fault("AP412", "not yet asked, and a survey has", RDG("For the Board", "B-005", voices="not yet asked")),
)  # fmt: skip
