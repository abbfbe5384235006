"""Sense of words against a status: what is said to be done, and told as not done or as still to come (AP236)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...assess.word_forms import form
from ...meanings import ActionStatus, AskAnswer, IssueStatus, MilestoneStatus
from ...meanings.meaning import Meaning
from ...model import means
from ...model.named_ids import IN_WORDS
from ...model.problem import Severity
from ...returns.board_log import Action, ExceptionalIssue
from ...returns.rdg import YouSaidWeDid
from ...returns.workspace import Milestone
from ...schema import Row, column_of
from .. import clauses
from ..case import Case
from ..days_named import days_named
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted
from ..subjects import before_a_preposition, doings_in, forms_in, is_its_doing, thing_named


@dataclass(frozen=True)
class _Over:
    """A sheet on which something is called over: the columns of the word and of its own words on where it stands, and the meaning."""

    kind: type[Row]
    status: str
    meaning: Meaning
    words: tuple[str, ...]
    begins: bool = True
    """Whether its words open with where it stands; those of an issue open with what has happened."""


_SHEETS = (
    _Over(Milestone, "status", MilestoneStatus.COMPLETE, ("progress",)),
    _Over(YouSaidWeDid, "answer", AskAnswer.DONE, ("did",)),
    _Over(Action, "status", ActionStatus.COMPLETE, ("update",)),
    _Over(ExceptionalIssue, "status", IssueStatus.CLOSED, ("issue", "why_now"), begins=False),
)
"""A challenge is closed when the Board has its answer, and a risk when it cannot happen any more, whatever is still to come."""
_DOING = (
    r"(?:done|complete[d]?|finished|started|begun|published|sent|signed|held|agreed|met|received|open(?:ed)?|visited|delivered|built|filled|let|"
    r"found|written|in (?:place|use)|available|ready|issued|launched|taken|live|trained|recruited|appointed|paid|moved|fitted|handed over)"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NOT_DONE = re.compile(
    rf"(?:it |this |the action |work |we |(?:(?:the|both|all|our|{_NUMBER}) )?(?P<about>[\w’'-]+) (?=(?:is|are|has|have) (?:still|not)\b|not yet\b))?(?:is |are |has |have |was )?(?:still )?(?:"
    rf"not (?:been )?(?:done|completed?|finished|started|begun)\b(?! by )|not been {_DOING}\b(?! by )|yet to \w+|being (?:drawn up|[a-z]+ed)\b|not yet(?: (?:been )?(?:{_DOING}|[a-z]+(?:ed|ght))\b|(?=\s*(?:[.,:;]|$)))"
    r"|(?<=still )to be \w+|(?!to be (?:found (?:on|in|at|under)|held by (?:the )?(?:young people|families|parents|pupils|members|schools|heads|you|them))\b)(?:to be (?:done|completed|finished|agreed|found|confirmed|held|sent)|to do|to come)(?=\s*(?:[.,:;(–-]|$|by\b|in\b|on\b|for\b))"
    r"|(?:still )?(?:awaiting|waiting for|waiting (?:on|until))\b(?! (?:no|nobody|nothing)\b)"
    r"|(?:in progress|under ?way|in hand)(?=\s*(?:[.,:;(–-]|$))"
    r"|(?:pending|outstanding|overdue|delayed)(?=\s*(?:[.,:;(–-]|$|until\b))"
    r"|nothing (?:yet|so far|done)(?=\s*(?:[.,:;(–-]|$))|no progress(?=\s*(?:[.,:;(–-]|$|yet\b|since\b|made\b)))",
    re.IGNORECASE,
)
"""How words begin that say that something is still to be done. “Waiting times published” and “Pending cases closed” do not."""
_HALF = re.compile(
    r"(?:(?!(?:only|still|not|partly|half|mostly|nearly|almost)\b)(?P<about>[\w’'-]+) )?(?:is |are |was |were )?(?:still |only )?"
    r"(?:not|partly|partially|half|mostly|largely|nearly|almost|not (?:all|fully)) "
    rf"(?P<doing>{_DOING})(?=\s*(?:[.;:]|$))",
    re.IGNORECASE,
)
"""How they begin that say of the very thing asked for that it was not done, or not wholly: “Partly published.”"""
_PART = re.compile(
    rf"\b(?P<some>{_NUMBER}) of (?:its |the |all |our )?(?P<all>{_NUMBER})(?P<what>(?: (?!(?:were|was|had|to)\b)[\w’'-]+){{0,4}}?)"
    rf" (?:(?P<done>(?:are |have been |now )?(?:done|complete|completed|finished)(?=\s*(?:[.,:;(]|$|so far\b)))"
    r"|(?P<open>(?:are |is |remain )?(?:still (?:to be \w+|to do|outstanding|waiting)|not yet(?: \w+)?|outstanding)\b))",
    re.IGNORECASE,
)
"""So many of so many that are done, or still to be done."""
_ALL_OF_THEM = re.compile(rf"\b(?P<n>{_NUMBER}) of (?:the )?(?P=n)\b", re.IGNORECASE)
_OF_ANOTHER_SORT = re.compile(rf"not yet (?!{_DOING}\b|been\b|\w+(?:ed|en|wn|ght)\b)\w", re.IGNORECASE)
"""“Not yet in colour” tells how they are, and not whether it is done."""
_TO_COME = re.compile(
    rf"\b(?:booked|planned|scheduled|arranged|due|(?:to|will) be (?:{_DOING}|(?P<asked>[a-z]+ed))|will (?:take place|begin|start|open))\b(?: \w+){{0,2}}? (?=on |by |in |for |from |\d)",
    re.IGNORECASE,
)
"""How words tell that something is to come, before its day."""
_REST = re.compile(
    r"\b(?:the (?:rest|others?|remainder)|the (?:remaining|other) [\w’'-]+)(?: (?:will|are|is|still|now|to|be|due|planned|hope))* (?:(?:follow|start|open|begin|join|come|finish|complete)s?|by|in|from|on|for)\b",
    re.IGNORECASE,
)
"""What is left of it, before its day."""
_A_COUNT = re.compile(r"\b(?:counts?|numbers?|figures?|how many|share)\b", re.IGNORECASE)
"""What asks how many, and is done when that is said."""
_SET_A_DAY = re.compile(
    r"\b(?:book|plan|arrang|schedul|timetabl|invit|programm|commission)\w*|\b(?:set|fix|name|give|find|agree|offer)\b.{0,80}\b(?:day|date|time|visit|meeting|session)s?\b|"
    r"\bdates?\b|\bwhen\b",
    re.IGNORECASE,
)
"""What asks for a day, and is done when there is one."""
_CELEBRATED = re.compile(r"\b(?:official|formal|ceremon|celebrat|mayor)", re.IGNORECASE)
"""What follows the opening of a thing that is open."""
_DONE_SINCE = re.compile(rf"\b(?:since|now|then|after that)\b|(?<!to be )(?<!will be )\b{_DOING} (?:on|by|in|at) \w", re.IGNORECASE)
"""What may tell that it was done after all."""
_REST_TOO = re.compile(
    r"\b(?:all|every|both|whole|above|over|more than|promised|target|measure|needed|enough|required|rest|others?|remaining|remainder)\b",
    re.IGNORECASE,
)
"""What may tell that the rest was done too, or was not asked for."""
_ALREADY = re.compile(rf"^\W*(?:\w+ )?{_DOING}\b(?! (?:by|in|on|for|from) )|\b(?:since|now|already)\b", re.IGNORECASE)


@rule(
    "AP236",
    "What is called done is not told as still to be done",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    example="{action_status.complete}, and “Update” says “Not yet done”.",
)
def done_and_not_done(case: Case) -> Iterator[Found]:
    """Choose the word for what is still to be done until it is. If it is done, say in the words what was done, and when."""
    for sheet in _SHEETS:
        for row in case.returns.of(sheet.kind):
            if means(getattr(row, sheet.status), sheet.meaning) and row.cell(sheet.status) not in case.returns.faulted:
                yield from _found(row, sheet, case.position)


def _found(row: Row, sheet: _Over, position: date) -> Iterator[Found]:
    for name in sheet.words:
        said = getattr(row, name) or ""
        if said != WITHHELD and name not in row.carried and (told := _told_as_open(said, row, sheet, position)):
            sentence = f"{getattr(row, sheet.status)}, and {quoted(column_of(type(row), name).heading)} says {quoted(told)}."
            yield Found((row.cell(sheet.status), row.cell(name)), sentence, (row.ref,), row.sender)
            return


def _told_as_open(said: str, row: Row, sheet: _Over, position: date) -> str:
    """The words of a text that tell something as not done, as done in part, or as of a day to come."""
    if IN_WORDS.search(said):  # what is left has an ID of its own
        return ""
    asked = " ".join(str(getattr(row, name, None) or "") for name in ("action", "said", "title", "success"))
    begins = (_not_done(said, asked, position) or _half_done(said, asked)) if sheet.begins else ""
    return begins or _in_part(said, asked) or _the_rest(said, position) or (_to_come(said, asked, row, position) if sheet.begins else "")


def _not_done(said: str, asked: str, position: date) -> str:
    """Words that begin so, of what was asked, and are not put right by those behind them."""
    begins = _NOT_DONE.match(said)
    if not begins or _DONE_SINCE.search(said, begins.end()) or _until_a_day_past(said[begins.end() :], position):
        return ""
    return begins[0].strip() if form(begins["about"] or "") in {"", *forms_in(asked)} else ""


def _half_done(said: str, asked: str) -> str:
    begins = _HALF.match(said)
    if not begins or _DONE_SINCE.search(said, begins.end()) or form(begins["about"] or "") not in {"", *forms_in(asked)}:
        return ""
    done = begins["doing"].casefold()
    return begins[0] if done in ("done", "complete", "completed", "finished") or doings_in(done) & doings_in(asked) else ""


def _until_a_day_past(after: str, position: date) -> bool:
    """“Outstanding until 28 July” is so no longer."""
    return bool(re.match(r"\s*until\b", after)) and any(d.last <= position for d in days_named(next(in_clauses(after), ""), position))


def _in_part(said: str, asked: str) -> str:
    for part in _PART.finditer(said):
        besides = said[: part.start()] + said[part.end() :]
        if (
            part["some"].casefold() in asked.casefold().split()
            or _DONE_SINCE.search(besides)
            or _REST_TOO.search(besides)
            or _ALL_OF_THEM.search(besides)
        ):
            continue
        if part["open"] and (_A_COUNT.search(asked) or _OF_ANOTHER_SORT.search(part["open"])):
            continue
        if part["open"] or not (part["some"].isdigit() and part["all"].isdigit()) or int(part["some"]) < int(part["all"]):
            return part[0]
    return ""


def _the_rest(said: str, position: date) -> str:
    """Words that tell the rest of it as still to come."""
    for clause in in_clauses(said, or_at=", "):
        if (rest := _REST.match(clause)) and any(d.first > position and d.start <= rest.end() + 1 for d in days_named(clause, position)):
            return clause
    return ""


def _to_come(said: str, asked: str, row: Row, position: date) -> str:
    """Words that tell nothing but what is to come: its day first of all, and no day that has been. Of a milestone, what comes after it may be told so."""
    first = next(in_clauses(said), "")
    days = list(days_named(said, position))
    if not days or any(d.first <= position for d in days) or _SET_A_DAY.search(asked) or _ALREADY.search(said):
        return ""
    verb = _TO_COME.search(first)
    if not verb or not any(verb.start() <= d.start < len(first) for d in days) or form(verb["asked"] or "") not in {"", *forms_in(asked)}:
        return ""
    about = before_a_preposition(first[: verb.start()])
    its_own = thing_named(about) in {"", *forms_in(asked)} or is_its_doing(about, asked)
    return first if (its_own and not _CELEBRATED.search(first)) or not isinstance(row, Milestone) else ""


RULES: tuple[Rule, ...] = (done_and_not_done,)
