"""Planted for the guard: what may identify a child, in every place of a return where somebody may leave it.

The identifiers are safe ones: the synthetic range of NHS numbers, a made-up school, telephone numbers kept for drama.
"""

from __future__ import annotations

from acts import (
    another_sheet,
    defined_name,
    drop_down,
    footer,
    header,
    in_hidden_column,
    in_hidden_row,
    in_word_comment,
    in_word_header,
    note,
    subject,
    write,
)
from fault import CAP, COL, CWF, LOG, NHS, PCF, QDD, RDG, SEN, YPG, fault

NUMBER, UPN, NEW_UPN, TEMPORARY, ULN = "999 000 0018", "N331999925001", "E941999925001", "Z33199992500A", "9276308686"
STORY = "One pupil was locked out of lessons for weeks and his mum gave up work."
GREEN = {"AP401": "words that are withheld speak of no theme, so the young people’s group is silent on bases"}

GUARD = (
    # text that would print: nothing is built
    fault("AP501", "an NHS number in a mitigation", CAP("Risks", "R-CAP-004", controls=f"See {NUMBER} weekly."), secret=NUMBER, stops=True),
    fault("AP501", "an NHS number run together", RDG("Start here", headline="All well but for 9990000018."), secret="9990000018", stops=True),
    fault("AP501", "an NHS number with dashes", LOG("Actions", "A-032", update="About 999-000-0018."), secret="999-000-0018", stops=True),
    fault("AP501", "an NHS number in the digits of another script", LOG("Actions", "A-028", update="About ٩٩٩ ٠٠٠ ٠٠١٨ again."), secret="٩٩٩", stops=True),
    fault("AP501", "an NHS number stored as a number", QDD("QA findings", "Q-QDD-008", sample=9990000018), secret="9990000018", stops=False),
    fault("AP501", "an NHS number in the Word form", PCF("Your words", ask=f"Ring about {NUMBER}."), secret=NUMBER, stops=True),
    fault("AP502", "a pupil number in a challenge", LOG("Challenges", "C-016", challenge=f"Why is {UPN} waiting?"), secret=UPN, stops=True),
    fault("AP502", "a pupil number of a newer council", CWF("Milestones", "M-CWF-007", progress=f"31; not {NEW_UPN}."), secret=NEW_UPN, stops=True),
    fault("AP502", "a temporary pupil number", COL("Concerns", "P-COL-2026-06-1", done=f"Wrote of {TEMPORARY}."), secret=TEMPORARY, stops=True),
    fault("AP503", "a learner number in progress", CWF("Milestones", "M-CWF-010", progress=f"18 done; {ULN} left."), secret=ULN, stops=True),
    fault("AP504", "a National Insurance number", RDG("Advise and assure", "Assure", statement="Staff AB123456C began."), secret="AB123456C", stops=True),
    fault("AP505", "a postcode", LOG("Exceptional issues", "X-002", why_now="The taxi calls at B33 8TH."), secret="B33 8TH", stops=True),
    fault("AP506", "a person’s e-mail address", QDD("Milestones", "M-QDD-004", evidence="Ask jo.bloggs@example.org"), secret="jo.bloggs", stops=True),
    fault("AP507", "a mobile telephone number", LOG("Actions", "A-028", update="Ring 07700 900123 first."), secret="07700 900123", stops=True),
    fault("AP507", "a Birmingham telephone number", NHS("Concerns", "P-NHS-2026-06-1", ask="Ring 0121 496 0123."), secret="496 0123", stops=True),
    fault("AP507", "a telephone number with an extension", CWF("QA findings", "Q-CWF-002", finding="Ring 0121 496 0123 ext 12."), secret="496 0123", stops=True),
    fault("AP508", "a date of birth", CWF("QA findings", "Q-CWF-002", finding="One record, DOB 12/03/2015, had none."), secret="12/03/2015", stops=True),
    fault("AP509", "a case reference", COL("Concerns", "P-COL-2026-06-1", concern="Travel: case ref 448210 is stuck."), secret="448210", stops=True),
    fault("AP509", "the number of an account", CAP("For RDG", "N-CAP-003", options="Pay sort code 20 00 00, a/c 12345678."), secret="12345678", stops=True),
    fault("AP509", "a Tribunal’s number", QDD("QA findings", "Q-QDD-005", finding="EH331/26/00012 was settled."), secret="EH331/26", stops=True),
    fault("AP509", "an Ombudsman’s number", CAP("For RDG", "N-CAP-003", options="See LGSCO 22 009 102."), secret="22 009 102", stops=True),
    fault("AP510", "one child’s story from young people", YPG("Your words", not_working=STORY), also={**GREEN, "AP409": "what they said is withheld, so on its theme nobody was heard"}, secret="his mum", stops=True),
    fault("AP510", "one child’s story in a finding", QDD("QA findings", "Q-QDD-007", finding="A boy in Year 5 waited."), secret="A boy", stops=True),
    fault("AP510", "one child’s story among SENCos", SEN("Your words", ask="Ask about Child K, aged 8."), secret="Child K", stops=True),
    fault("AP511", "a named child", CAP("Milestones", "M-CAP-004", progress="Aisha's mum says the route is safe."), secret="Aisha", stops=True),
    fault("AP514", "more text than can be looked through", PCF("Your words", ask="Again and again. " * 7_000), stops=True),
    # where nothing prints: an error, and the pack is built
    fault("AP501", "an NHS number in a note", CAP("Milestones", "M-CAP-002", title=note(f"see {NUMBER}")), secret=NUMBER),
    fault("AP501", "an NHS number in the properties", CAP.book(subject(f"NHS {NUMBER}")), at="subject", secret=NUMBER),
    fault("AP501", "an NHS number in a hidden sheet", CAP.book(another_sheet("Notes", "hidden", NUMBER)), at="Notes!B2", secret=NUMBER),
    fault("AP501", "an NHS number in a sheet nobody can unhide", CAP.book(another_sheet("N", "veryHidden", NUMBER)), at="N!B2", secret=NUMBER),
    fault("AP501", "an NHS number beside the table", CWF.on("Risks", write("AE8", NUMBER)), at="Risks!AE8", secret=NUMBER),
    fault("AP501", "an NHS number in a comment in Word", PCF.book(in_word_comment(f"see {NUMBER}")), at="comment 1", secret=NUMBER, stops=True),
    fault("AP501", "an NHS number with who filled it in", QDD("Start here", completed_by=f"Manager, {NUMBER}"), secret=NUMBER),
    fault("AP502", "a pupil number in a page header", CWF.on("Risks", header(f"Draft {UPN}")), secret=UPN),
    fault("AP502", "a pupil number in a page footer", SEN.on("Your words", footer(f"Draft {UPN}")), secret=UPN, stops=True, also={"AP502": "a group’s words at the foot of a page are read as theirs too"}),
    fault("AP502", "a pupil number in the header in Word", PCF.book(in_word_header(f"About {UPN}")), at="header", secret=UPN, stops=True, also={"AP502": "a group’s words at the head of a page are read as theirs too"}),
    fault("AP502", "a pupil number in a defined name", CAP.book(defined_name(UPN)), at="defined name", secret=UPN),
    fault("AP502", "a pupil number in a drop-down list", LOG.on("Actions", drop_down(f"Yes,{UPN}")), secret=UPN),
    fault("AP506", "an e-mail address in a note", NHS("Concerns", "P-NHS-2026-06-1", done=note("jo.bloggs@example.com")), also={"AP138": "a partner’s note is told of"}, secret="jo.bloggs"),
    # hidden, but it prints: a hidden row is read like any other
    fault("AP502", "a pupil number in a hidden row", CAP("Milestones", "M-CAP-008", shaped_by=in_hidden_row(f"By {UPN}")), also={"AP159": "the row is hidden, and that is told"}, secret=UPN, stops=True),
    fault("AP503", "a learner number in a hidden column", QDD("Risks", "R-QDD-002", gaps=in_hidden_column(ULN)), also={"AP159": "the column is hidden, and that is told"}, secret=ULN, stops=True),
    # worth a look
    fault("AP512", "a pupil number with a letter wrong", CAP("For RDG", "N-CAP-003", options="See M331999925001.")),
    fault("AP512", "an NHS number with a digit wrong", CWF("Milestones", "M-CWF-002", shaped_by="NHS number 999 000 0019 asked.")),
    fault("AP513", "an owner by name", CAP("Risks", "R-CAP-004", owner="Sarah Jones")),
    fault("AP513", "an action lead by name", QDD("Milestones", "M-QDD-010", lead="Mr D. Patel")),
)  # fmt: skip
