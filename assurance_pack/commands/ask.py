"""`pack init --ask`: the few questions a new Board has to answer, and `pack.toml` with the answers in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ..intake.dates import BadDate, parse_date
from ..model import Month

Ask = Callable[[str, str], str]
"""Asks a question with the answer that Return gives; empty where there is none."""
Say = Callable[[str], None]
KINDS = {"families": "lived", "young_people": "lived", "settings": "professional"}


@dataclass(frozen=True)
class Answers:
    """What was answered: the keys of `[board]` and of `[secretariat]`, and who sends, and when the Board meets."""

    board: dict[str, str]
    secretariat: dict[str, str]
    workspaces: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str, str], ...]
    meetings: tuple[tuple[Month, date], ...]


def questions(ask: Ask, say: Say) -> Answers:
    """Go through them. What cannot be read is asked again."""
    board = {
        "name": ask("The Board’s full name", ""),
        "short": ask("What it is called within a sentence", "the Board"),
        "area": ask("Its area", ""),
        "onward_body": ask("Who it reports to", "Health and Wellbeing Board"),
        "plan": ask("The name of its plan", "Local SEND Reform Plan"),
        "plan_short": "",
    }
    secretariat = {"name": ask("Who sends the forms out", "Board secretariat"), "email": ask("The address returns come back to", "")}
    say("The Workspaces, one a line: a code of two to five letters, then the name (PLA Places). An empty line ends the list.")
    taken = {"RDG", "BOARD"}
    workspaces = tuple(_parties(ask, say, "Workspace", taken))
    say("The groups that speak to the Board, in the same way. Then who they are: families, young_people or settings.")
    groups = tuple((code, name, _kind(ask, say, name)) for code, name in _parties(ask, say, "Group", taken))
    say(
        "The meetings, one a line: the month whose returns it reads, then the day it meets (2026-06 16/07/2026). An empty line ends the list."
    )
    return Answers(board, secretariat, workspaces, groups, tuple(_meetings(ask, say)))


def _parties(ask: Ask, say: Say, what: str, taken: set[str]) -> Iterator[tuple[str, str]]:
    """Codes and names, none where there are none; `taken` are the codes that stand already, and gets those that come."""
    number = 1
    while said := ask(f"{what} {number}", ""):
        found = re.fullmatch(r"([A-Za-z]{2,5})[\s,:-]+(\S.*)", said.strip())
        if not found or found[1].upper() in taken:
            say("Write a code of two to five letters that nobody else has, then the name. An empty line ends the list.")
            continue
        number += 1
        taken.add(found[1].upper())
        yield found[1].upper(), found[2].strip()


def _kind(ask: Ask, say: Say, name: str) -> str:
    while (said := ask(f"{name}: families, young_people or settings", "families").strip().replace(" ", "_")) not in KINDS:
        say("Write one of the three.")
    return said


def _meetings(ask: Ask, say: Say) -> Iterator[tuple[Month, date]]:
    months: list[Month] = []
    while (said := ask(f"Meeting {len(months) + 1}", "")) or not months:
        first, _, rest = said.strip().partition(" ")
        try:
            month, meets = Month(first), parse_date(rest.strip())
        except (ValueError, BadDate):
            say("Write the month as 2026-06, a space, and the day it meets as 16/07/2026; one meeting at least is needed.")
            continue
        if month in months or meets <= month.last_day:
            say("Each month stands once, and the Board meets after the month it reads.")
            continue
        months.append(month)
        yield month, meets


# ---------- pack.toml ----------


def answered(shipped: str, answers: Answers) -> str:
    """The shipped `pack.toml` with the answers in: its words, scales and limits stay, to be looked at when there is time."""
    text = shipped
    for section, said in (("board", answers.board), ("secretariat", answers.secretariat)):
        for key, value in said.items():
            text = _set(text, section, key, value)
    blocks: dict[str, list[dict[str, object]]] = {
        "meetings": [{"month": m, "date": d, "position": m.last_day} for m, d in answers.meetings],
        "workspaces": [{"code": c, "name": n, "contact": ""} for c, n in answers.workspaces],
        "groups": [{"code": c, "name": n, "kind": k, "lens": KINDS[k], "contact": ""} for c, n, k in answers.groups],
    }
    for name, entries in blocks.items():
        text = _instead(text, name, "\n".join(_block(name, entry) for entry in entries))
    text = _instead(
        text,
        "partners",
        "# Add the partner organisations that may escalate a concern here, or none: [[partners]] with code, name and contact.\n",
    )
    kept = re.findall(r'(?m)^accountable = "(\w+)"', text)
    if set(kept) - {code for code, _ in answers.workspaces}:  # they are of Workspaces this Board does not have
        text = re.sub(
            r"(?m)^indicators = \[.*\]\n",
            "",
            _instead(text, "indicators", "# Add your indicators here: docs/returns.md says what each needs.\n"),
        )
    return text


def _set(text: str, section: str, key: str, value: str) -> str:
    head, found, rest = text.partition(f"[{section}]\n")
    within = body = re.split(r"(?m)(?=^\[)", rest, maxsplit=1)[0]
    line = f"{key} = {_quoted(value)}"
    body = re.sub(rf"(?m)^{key} = .*$", lambda _: line, body) if re.search(rf"(?m)^{key} = ", body) else f"{line}\n{body}"
    return head + found + body + rest[len(within) :]


def _instead(text: str, name: str, entries: str) -> str:
    """The blocks of a name with others in their place."""
    block = re.compile(rf"(?ms)^\[\[{name}\]\]\n.*?(?=^\[|^# -|\Z)(?:^\[{name}\.[^\n]*\n.*?(?=^\[|^# -|\Z))*")
    first = block.search(text)
    if first is None:
        return f"{text.rstrip()}\n\n{entries}"
    at = first.start()
    return text[:at] + entries + "\n" + block.sub("", text[at:])


def _block(name: str, entry: dict[str, object]) -> str:
    lines = (f"{key} = {value if isinstance(value, date) else _quoted(str(value))}" for key, value in entry.items())
    return f"[[{name}]]\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
