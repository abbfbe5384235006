"""The clauses rules cite stand in the terms of reference, word for word, under the heading named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assurance_pack.rules import all_rules
from assurance_pack.rules.clauses import Clause, clauses
from assurance_pack.settings import Settings

TERMS = Path(__file__).parent.parent.parent / "docs" / "terms-of-reference.txt"
PARTS = {
    "System overview": "# System Overview",
    "Board": "# Coventry SEND & AP Partnership Board",
    "RDG": "# SEND Reform Delivery Group (RDG)",
    "Workspaces": "# SEND Reform Workspaces",
}


def letters(text: str) -> str:
    """The text without the hyphens, spaces and marks the printed document scatters in it."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def sections() -> list[tuple[str, str, str]]:
    """The document as (part, heading, text beneath it, down to the next heading)."""
    part, heading, found = "", "", []
    by_title = {letters(title): name for name, title in PARTS.items()}
    for line in TERMS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
            part = by_title.get(letters(line), part) if line.startswith("# ") else part
            found.append((part, heading, ""))
        elif found:
            found[-1] = (part, heading, f"{found[-1][2]} {line}")
    return found


@pytest.mark.parametrize("clause", clauses(), ids=lambda c: f"{c} – {c.sentence[:30]}")
def test_a_clause_stands_in_the_terms_of_reference_under_its_heading(clause: Clause, settings: Settings):
    under = [text for part, heading, text in sections() if part == clause.document and letters(heading) == letters(clause.heading)]
    assert under, f"no heading {clause.heading} in {clause.document}"
    assert any(letters(clause.worded(settings).sentence) in letters(text) for text in under)


def test_a_sentence_that_is_not_there_would_be_noticed():
    invented = "The Board ranks Workspaces each month"
    assert not any(letters(invented) in letters(text) for _, _, text in sections())


def test_every_clause_of_the_list_is_cited_by_a_rule():
    cited = {(r.because, r.because.sentence) for r in all_rules() if isinstance(r.because, Clause)}
    assert [str(c) for c in clauses() if (c, c.sentence) not in cited] == []
