"""Examples of the sense rule in `rules/sense/words_against_status.py`: a word that says done, beside words that do not."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.board_log import Action, ExceptionalIssue
from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.returns.workspace import Milestone

VISIT, BOOK = "Visit both sites before term begins.", "Book visits to both sites."


def action(status: str, update: str, asked: str = VISIT):
    return sheet(Action, "BOARD", f"id | status | update | action\nA-031 | {status} | {update} | {asked}")


def milestone(status: str, progress: str, success: str = "All 118 schools listed", title: str = "Register of accessible places published"):
    return sheet(Milestone, "CAP", f"id | status | progress | success | title\nM-CAP-009 | {status} | {progress} | {success} | {title}")


def answer(word: str, did: str):
    return sheet(YouSaidWeDid, "RDG", f"id | answer | did\nV-SEN-2026-05-ask | {word} | {did}")


def issue(status: str, words: str):
    return sheet(ExceptionalIssue, "BOARD", f"id | issue | status\nX-003 | {words} | {status}")


EXAMPLES = (
    Example(
        "AP236",
        "an action complete, and told as not yet done",
        month(action("Complete", "Not yet done: waiting for the schools.")),
        ("BOARD Actions!B2", "BOARD Actions!C2"),
        month(action("Complete", "Done on 3 June; nothing is waiting.")),
        "Complete, and “Update” says “Not yet done”.",
    ),
    Example(
        "AP236",
        "an action complete, and its day is still to come",
        month(action("Complete", "Both visits booked for 26 August.")),
        ("BOARD Actions!B2", "BOARD Actions!C2"),
        month(action("Complete", "Both visits booked for 26 August.", BOOK)),
        "Complete, and “Update” says “Both visits booked for 26 August”.",
    ),
    Example(
        "AP236",
        "a milestone complete, and a third of it done",
        month(milestone("Complete", "40 of 118 schools done.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("On track", "40 of 118 schools done.")),
        "Complete, and “Progress this month” says “40 of 118 schools done”.",
    ),
    Example(
        "AP236",
        "an ask answered as done, and not started",
        month(answer("Done", "Not started yet; a letter is planned for September.")),
        ("RDG You said, we did!B2", "RDG You said, we did!C2"),
        month(answer("In hand", "Not started yet; a letter is planned for September.")),
        "Done, and “We did” says “Not started”.",
    ),
    Example(
        "AP236",
        "an issue closed, and two places still to be found",
        month(issue("Closed", "A provider closed on 24 June; 2 of its 19 part-time places are still to be found.")),
        ("BOARD Exceptional issues!B2", "BOARD Exceptional issues!C2"),
        month(issue("Closed", "A provider closed on 24 June; all 19 of its part-time places were found by 30 June.")),
        "Closed, and “Issue” says “2 of its 19 part-time places are still to be found”.",
    ),
    Example(
        "AP236",
        "what was asked, told as not done",
        month(action("Complete", "The list is still being drawn up.", "Publish the list.")),
        ("BOARD Actions!B2", "BOARD Actions!C2"),
        month(action("Complete", "The list is published.", "Publish the list.")),
        "“The list is still being drawn up”",
    ),
    Example(
        "AP236",
        "the rest is still to come",
        month(milestone("Complete", "In 31 schools; the rest start in September.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("Complete", "In 31 schools by May; the rest started on 9 June.")),
        "“the rest start in September”",
    ),
    Example(
        "AP236",
        "its publication is still to come",
        month(milestone("Complete", "Publication is planned for 3 September 2026.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("Complete", "Published; publication in Welsh is planned for 3 September 2026.")),
    ),
    Example(
        "AP236",
        "by another word for it",
        month(milestone("Complete", "Go-live booked for 3 September.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("Complete", "Opening booked for 3 September.", title="Changing places built at four schools")),
    ),
    Example(
        "AP236",
        "the very thing was not done",
        month(milestone("Complete", "Not published.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("Complete", "Not published in Welsh.")),
        "Complete, and “Progress this month” says “Not published”.",
    ),
    Example(
        "AP236",
        "half of it",
        month(milestone("Complete", "Half done.")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("Complete", "Half done by the council, half by the trust.")),
    ),
)

COUNT = "Bring a count of children without a place."
SILENCES = (
    Silence("AP236", "still open", month(action("Open", "Not yet done: waiting for the schools."))),
    Silence("AP236", "not by them, but by others", month(action("Complete", "Not started by the council but by the trust, in May."))),
    Silence("AP236", "words that only begin so", month(milestone("Complete", "No progress notes were needed."))),
    Silence("AP236", "it began late, and was done", month(action("Complete", "Not done in May; held on 9 June."))),
    Silence("AP236", "what waited is no longer waiting", month(action("Complete", "Pending cases closed. Waiting times published."))),
    Silence(
        "AP236",
        "what follows from it is still to come",
        month(action("Complete", "Taken on 29 May; the council's committee meets on 10 September.")),
    ),
    Silence("AP236", "the next thing has its day", month(milestone("Complete", "Complete; the first yearly report is due in April 2027."))),
    Silence("AP236", "so many were what was promised", month(milestone("Complete", "36 of 40 done.", "At least 36 of 40 schools done"))),
    Silence("AP236", "so many, and then the rest", month(milestone("Complete", "40 of 118 schools done in May, all since 4 June."))),
    Silence("AP236", "so many said something", month(milestone("Complete", "61 of 90 callers had their answer."))),
    Silence("AP236", "a promise to families that stands", month(answer("Done", "No form changes from 1 July until after Easter 2027."))),
    Silence("AP236", "what is left has an ID of its own", month(issue("Closed", "2 of 19 places are still to be found: A-039."))),
    Silence("AP236", "it was so, and is past", month(issue("Closed", "On 2 June 2 of 19 places were still to be found."))),
    Silence("AP236", "a count was asked for", month(action("Complete", "34 of 61 still to be placed; the count was brought.", COUNT))),
    Silence("AP236", "nobody waits", month(action("Complete", "Waiting for no reply: all letters went out."))),
    Silence("AP236", "until a day that is past", month(action("Complete", "Outstanding until 28 May; the committee gave its word."))),
    Silence("AP236", "held by those who asked", month(answer("Done", "To be held by young people: two of the six seats."))),
    Silence("AP236", "what follows a milestone", month(milestone("Complete", "First lessons beside them planned for 2 September."))),
    Silence("AP236", "how they are, not how many", month(milestone("Complete", "Two of eight pages are not yet in colour."))),
    Silence("AP236", "others than were promised", month(milestone("Complete", "In 40; the others that asked start in September."))),
    Silence(
        "AP236", "a celebration of it", month(milestone("Complete", "Official opening planned for 3 September.", title="Six bases open"))
    ),
)
