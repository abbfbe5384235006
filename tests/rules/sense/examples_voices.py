"""Examples of the sense rules in `rules/sense/voices.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.voice import AlsoWritten, Voice

EXAMPLES = (
    Example(
        "AP271",
        "a group that will speak, and whose boxes are empty",
        month(sheet(Voice, "PCF", """
            working | not_working | ask | will_speak
                    |             |     | Yes
        """)),
        ("PCF Your words!A2",),
        month(sheet(Voice, "PCF", """
            working | not_working | ask                | will_speak
                    |             | One number to ring | Yes
        """)),
        "The boxes are empty, though somebody will speak at the meeting.",
    ),
    Example(
        "AP271",
        "a group that says how it heard, and not what",
        month(sheet(Voice, "PCF", """
            working | not_working | ask | how_heard            | will_speak
                    |             |     | Three coffee mornings | No
        """)),
        ("PCF Your words!A2",),
        month(sheet(Voice, "PCF", """
            working            | not_working | ask | how_heard             | will_speak
            The taxis are back |             |     | Three coffee mornings | No
        """)),
        "The boxes are empty, and “Nothing this month” does not stand in them.",
    ),
    Example(
        "AP290",
        "taken down by telephone, not read back",
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring | Secretariat officer |
        """)),
        ("PCF Your words!E2",),
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring | Secretariat officer | 2026-06-29
        """)),
    ),
    Example(
        "AP290",
        "read back, and nobody is said to have taken it down",
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring |                     | 2026-06-29
        """)),
        ("PCF Your words!D2",),
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring | Secretariat officer | 2026-06-29
        """)),
        "The words were read back to the group, but it is not said who took them down.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP271", "words beside the boxes are words", month(
        sheet(Voice, "PCF", """
            working | will_speak
                    | Yes
        """),
        sheet(AlsoWritten, "PCF", """
            words
            The ferry runs once a day
        """),
    )),
    Silence("AP271", "a picture is asked about, not the empty boxes", month(
        sheet(Voice, "PCF", """
            working | will_speak
                    | Yes
        """),
        faults=(Fault(kind=FaultKind.PICTURE, cell=Cell(file="PCF-2026-06.xlsx")),),
    )),
    Silence("AP290", "no words were taken down", month(sheet(Voice, "PCF", """
        group | month   | taken_down_by       | read_back_on
        PCF   | 2026-06 | Secretariat officer |
    """))),
    Silence("AP290", "a group that wrote its own words has nobody to read them back", month(sheet(Voice, "PCF", """
        working                | taken_down_by | read_back_on
        The taxi comes on time |               |
    """))),
)  # fmt: skip
