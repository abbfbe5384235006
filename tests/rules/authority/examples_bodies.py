"""Examples of the authority rules in `rules/authority/bodies.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import month, sheet, shipped

from assurance_pack.model import Month
from assurance_pack.returns.workspace import Cover
from assurance_pack.settings import Board, Review


def reviewed(due: str) -> dict[str, Board]:
    board = shipped().board
    return {"board": board.model_copy(update={"reviews": (Review(body="Board", last=Month("2026-05"), due=Month(due)),)})}


EXAMPLES = (
    Example(
        "AP611",
        "no meeting since May",
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-14, 2026-05-28
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-28, 2026-06-11
        """)),
    ),
    Example(
        "AP612",
        "a vacant sponsor",
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital | Vacant since May
        """)),
        ("CAP Start here!C2",),
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital |
        """)),
        "The RDG Senior Sponsor is said to be vacant.",
    ),
    Example(
        "AP617",
        "a review due next month",
        month(settings=reviewed("2026-07")),
        ("pack.toml board.reviews",),
        month(settings=reviewed("2027-05")),
    ),
    Example(
        "AP622",
        "the worst performing Workspace",
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | We are no longer the worst performing Workspace.
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | The Workspace is behind on two of nine milestones and needs the teams of both partners.
        """)),
    ),
)  # fmt: skip
