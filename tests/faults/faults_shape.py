"""Planted for shape: cells that cannot be read, headings and sheets that have gone, files that are not what they should be."""

from __future__ import annotations

from acts import (
    another_sheet,
    any_workbook,
    bare_number,
    becomes,
    beside,
    beside_in,
    beside_itself_as,
    cannot_be_opened,
    copied_as,
    copied_to,
    cut_short,
    deleted,
    heading,
    in_hidden_row,
    keys_rewritten,
    merged_with_the_one_before,
    moved_to,
    named,
    parts,
    picture_at,
    removed,
    saved_again_as,
    struck,
    without_its_title,
    write,
)
from fault import CAP, COL, SAH, YPG, Printed, fault

MILESTONES, RISKS, FIGURES = "Milestones", "Risks", "Indicators"
M8, R4 = "M-CAP-008", "R-CAP-004"
NO_PLACE = "Children with a plan and no named place for September"
OFFICE_LOCK = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
ITS_NAME = "College concern June 2026.xlsx"
A_COPY, A_LOCK = f"Copy of {ITS_NAME}", f"~${ITS_NAME}"


OTHER_TABLE = {"A28": "Theme", "B28": "Owner", "A29": "The tide", "B29": "Head of estates"}


def same(name: str, content: bytes) -> bytes:
    return content


def with_document_type(name: str, content: bytes) -> bytes:
    return b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + content if name == "xl/workbook.xml" else content


def strict(name: str, content: bytes) -> bytes:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return content.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")


SHAPE = (
    # cells
    fault("AP140", "a forecast deleted", CAP(MILESTONES, M8, forecast=None)),
    fault("AP141", "“This month” left blank", CAP(MILESTONES, M8, this_month=None)),
    fault("AP142", "a date in words", CAP(MILESTONES, M8, forecast="early autumn")),
    fault("AP143", "a day that does not exist", CAP(MILESTONES, M8, forecast="31/06/2026")),
    fault("AP144", "the month before the day", CAP(MILESTONES, M8, forecast="06/30/2026")),
    fault("AP145", "a date as Excel counts days", CAP(MILESTONES, M8, forecast=bare_number(46262))),
    fault("AP146", "a date to be confirmed", CAP(MILESTONES, M8, forecast="TBC")),
    fault("AP147", "a figure in words", CAP(FIGURES, (NO_PLACE,), value="about 60")),
    fault("AP148", "a likelihood between two", CAP(RISKS, R4, likelihood=3.5)),
    fault("AP149", "a likelihood of seven", CAP(RISKS, R4, likelihood=7)),
    fault("AP150", "a word of no list", CAP(MILESTONES, M8, status="Greenish")),
    fault("AP151", "an ID that is none", CAP(MILESTONES, M8, depends_on="the college")),
    fault("AP152", "one of Excel’s errors", CAP(FIGURES, (NO_PLACE,), value="#REF!")),
    fault("AP153", "a formula never calculated", CAP(FIGURES, (NO_PLACE,), value="=30+31")),
    fault("AP154", "two cells merged", CAP(MILESTONES, M8, theme=merged_with_the_one_before)),
    fault("AP155", "fifty words where forty are asked for", CAP(MILESTONES, M8, progress="word " * 50)),
    fault("AP156", "a character that turns text round", CAP(MILESTONES, M8, progress="Rooms \u202egnol plastered.")),
    fault("AP157", "a remark beside the boxes", YPG.on("Your words", write("G9", "Please ring before you print this.")), at="Your words!G9"),
    fault("AP164", "a picture pasted in", CAP.on(MILESTONES, picture_at("J9")), at="Milestones!J9"),
    fault("AP165", "“see attached” in a box for a group’s words", YPG("Your words", ask="see attached"), at=YPG.cell("Your words", "", "ask")),
    fault("AP158", "a sentence struck through", CAP(MILESTONES, M8, progress=struck)),
    fault("AP159", "a row that is hidden", CAP(MILESTONES, M8, progress=in_hidden_row("Rooms on the first floor are plastered.")), at="Milestones"),
    fault("AP160", "words in a script that cannot be printed", CAP(MILESTONES, M8, progress="我们在等")),
    # sheets and columns
    fault("AP130", "a sheet deleted", CAP.on("QA findings", removed), also={"AP409": "the survey of families on specialist places stood on it"}),
    fault("AP131", "a sheet renamed", CAP.on("For RDG", named("For the RDG")), at="For the RDG"),
    fault("AP132", "a sheet of their own", CAP.book(another_sheet("Workings", "visible", "Sums")), at="Workings"),
    fault("AP133", "a sheet copied", CAP.on(MILESTONES, copied_as("Milestones (2)")), at="Milestones (2)"),
    fault("AP134", "a heading deleted", CAP.on(MILESTONES, heading("lead", None)), at="Milestones!A4"),
    fault("AP135", "a heading mistyped", CAP.on(MILESTONES, heading("forecast", "Forcast now")), at="Milestones!G4"),
    fault("AP136", "a column of their own", CAP.on(MILESTONES, write("AB4", "Our notes")), at="Milestones!AB4"),
    fault("AP137", "a heading twice", CAP.on(MILESTONES, write("AB4", "Status now")), at="Milestones!AB4"),
    fault("AP138", "a note under the table", CAP.on(MILESTONES, write("A27", "To be checked by finance.")), at="Milestones!A27"),
    fault("AP139", "another table under the table", *(CAP.on(MILESTONES, write(at, w)) for at, w in OTHER_TABLE.items()), at="Milestones!A28"),
    fault("AP161", "a letter O for a nought", CAP(MILESTONES, M8, id="M-CAP-OO8")),
    # returns
    fault("AP111", "a file named for another partner", COL.file(moved_to("Schools Forum, second concern.xlsx")), at=Printed("Schools Forum, second concern.xlsx")),
    fault("AP116", "a form of our shape and none of our marks", COL.book(keys_rewritten("", None)), at=""),
    fault("AP120", "May’s concern in June’s folder", COL("Start here", month="May 2026"), at="", also={"AP111": "its hidden keys still say June"}),
    fault("AP121", "a sender nobody knows", COL("Start here", organisation="Transport firm"), COL.book(keys_rewritten("", None)), at="Start here"),
    fault("AP122", "no month anywhere", COL("Start here", month=None), COL.book(keys_rewritten("", None)), COL.book(without_its_title), at="", also={"AP116": "nor does anything say that it is our form"}),
    fault("AP123", "an earlier version of the form", COL.book(keys_rewritten(";v=1;", ";v=0;")), at=""),
    fault("AP124", "a second version, received later", COL.file(saved_again_as("College concern June 2026 v2.xlsx"))),
    fault("AP125", "the same file twice", COL.file(copied_to(A_COPY)), at=Printed(A_COPY)),
    fault("AP126", "two versions, and nothing says which is newer", COL.file(beside_itself_as("College concern final.xlsx", "Concerns", "E5", "Decisions by 1 September.")), at=Printed("College concern final.xlsx")),
    fault("AP128", "a return not sent", SAH.file(deleted), at=Printed("voice:SAH")),
    # files
    fault("AP101", "a lock file", COL.file(beside(A_LOCK, b"x")), at=Printed(A_LOCK)),
    fault("AP118", "a return in a folder of its own", COL.file(beside_in("Sent in June", "College concern June 2026.xlsx")), at=Printed("Sent in June")),
    fault("AP102", "an empty file", COL.file(becomes(b""))),
    fault("AP103", "a list with commas called a workbook", COL.file(becomes(b"Concern,Ask,Theme\nTravel,Decide,T13\n"))),
    fault("AP104", "a file cut short", COL.file(cut_short)),
    fault("AP105", "a file locked with a password", COL.file(becomes(OFFICE_LOCK))),
    fault("AP106", "a file built to do harm", COL.file(parts(with_document_type))),
    fault("AP107", "a file far too large", COL.file(becomes(b"PK\x03\x04" + bytes(26 * 1024 * 1024)))),
    fault("AP108", "a workbook of their own", COL.file(any_workbook)),
    fault("AP109", "macros", COL.file(parts(same, {"xl/vbaProject.bin": b"x"}))),
    fault("AP112", "a file that cannot be opened", COL.file(cannot_be_opened)),
    fault("AP110", "saved in another form of the format", COL.file(parts(strict))),
)  # fmt: skip
