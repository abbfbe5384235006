"""Colleagues: a name beside an office, a team or its work is not a child's."""

from __future__ import annotations

import re

from ...later import Later

_OFFICE = (
    r"(?i:head of|heads of|manager|officer|director|lead(?:er)?|commissioner|(?<!his )(?<!her )(?<!'s )chair\w*|senco|co-?ordinator|advis[eo]r|psychologist|consultant|"
    r"therapist|councillor|secretary|analyst|nurse|head ?teacher|principal|inspector|deputy|assistant|executive|accountant|solicitor|clerk|"
    r"governor|minister|trainer|cabinet member|service lead|team|board|panel member|icb|council|ofsted|cqc|dfe|finance|legal|hr\b|commissioning|"
    r"sendiass|forum|workforce|data team|legal services|owner|author|contact)"
)
_NAMED_IN_A_ROLE = Later(
    rf"^(?:'s)?(?:,? ?\((?:(?!DOB|EHC|UPN|NHS|ASD|ADHD|SEND?\b|Y\d|YR)[A-Z]{{2,}}|[^)]{{0,40}}(?:{_OFFICE}|Head\b|Heads\b|Year \d teacher))[^)]*\)|,? (?:(?:the|our|who is|is|as|interim|new|acting|joint|and) )*(?:[A-Z][\w&-]+ |(?!was\b|had\b|told\b|came\b|shares?\b|needs\b|sees\b|saw\b|lost\b)[a-z]+ ){{0,4}}?{_OFFICE}\b"
    r"| (?:from|in|of|at) (?:the )?(?:[A-Z]\w+ )?(?:Finance|Legal|HR|Commissioning|Health|Social Care|Education|Council|ICB|DfE|Trust|team)\b"
    r"|(?:,| and [A-Z]\w+(?: [A-Z]\w+)?)? (?:will (?!not\b|be \d|turn)|to (?:lead|update|present|draft|write|confirm|review|chase|send|agree|bring|report|circulate|check|share|attend|take|arrange|contact|speak|meet)|"
    r"(?:(?:now|also|still|jointly) )?leads?\b|led\b|(?<!'s )chairs?\b|chaired|present(?:s|ed)|draft(?:s|ed)|circulates|writes (?:the|a|to)\b|reports (?:to|back)\b|explained|confirmed|reported|updated|agreed|advised|introduced|noted|asked (?:that|whether|how|for (?:a|the|an)\b)|"
    r"covers|covering|deputis(?:es|ed|ing)|acts (?:up|for|as)|is (?:acting|deputising|stepping|standing|leaving|retiring|covering|on leave|away until)|st(?:eps|epped|ands|ood) in\b|t(?:akes|ook) over|has taken over|for (?:sign-?off|approval|signature|comments?|clearance|decision)\b|signs off|joins|joined (?:the|us|as)|starts (?:on|as)|is the (?:new|lead|owner)|has (?:agreed|drafted|asked|written|prepared|updated|confirmed|sent)|and the [a-z]+ team|owns))"
)
_ROLE_BEFORE = Later(
    rf"(?:\b(?:Cllr|Councillor|Dr|Prof(?:essor)?|Sir|Lord|Baroness|Rev|MP|Sgt|Sergeant|PC|DC|Inspector|Supt|Judge|Canon|Bishop|Capt|Major)\.? (?:[A-Z]\w+ )?|(?:\b{_OFFICE}|\b(?i:head of [\w ]{{2,30}}|manager|director|officer|chair),|\b(?i:by|led|thanks to|with thanks to|thank|minuted|completed by|prepared by|written by|presented by|chaired by|approved by|signed|actions? (?:for|on|by)|owner|owned by|lead officer)):? \(?(?:Mr|Mrs|Ms|Miss)?\.? ?)$"
)

_BODIES = r"(?i:board|council|forum|team|icb|panel member|ofsted|cqc|dfe|finance|legal|hr|commissioning|workforce|assistant|contact|author|owner|chair)"
_AT_WORK = (
    r"(?i:colleagues?|staff|head ?teachers?|heads?|caseworkers?|practitioners?|(?<!^as )(?<!\Was )report(?:s|ed)?(?! (?:on|about|for)\b)|review(?:er|ed)|research\w*|minutes|agenda item|present(?:ation|ing)|"
    r"apologies|interim(?! (?:tuition|education|provision|placement|plan|review|timetable))|acting|appointed|appointment|joined|retire\w*|provider|milestones?|deadline|spreadsheet|tender|contract|budget|forecast|dashboard|workshop|steering|project|procurement|vacan\w+|narrat\w+|actions?|questions (?:to|for)|democratic|circulate|wrote to (?:all|every)|company|software|supplier|trustees?|patron|mp|cllr)"
)
OF_AN_OFFICE = Later(rf"\b(?:{_OFFICE}|{_AT_WORK})\b")
OF_A_TITLE = Later(rf"\b{_OFFICE}\b")
OF_A_POST = Later(rf"\b(?!{_BODIES}\b)(?:{_OFFICE}|{_AT_WORK})\b")
_NEAR = 140
"""Characters before and after a name in which its office is looked for, within the sentence."""

_NAMES_BEFORE = Later(r"(?:(?<![.!?] )(?<!\w)(?!(?:Cllr|Dr|Prof|Professor|Sgt|Sergeant|Judge|Canon|Rev|Inspector) )[A-Z][\w'-]+ )*$")
"""The rest of a name whose last word is a given name too."""


def of_an_office(text: str, start: int, end: int, words: Later = OF_AN_OFFICE) -> bool:
    """Whether the sentence also speaks of an office or its work, so that the person named may be a colleague."""
    before = re.split(r"[.;!?] ", text[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[.;!?](?: |$)", text[end : end + _NEAR])[0]
    return bool(words.search(before) or words.search(after))


def in_a_role(text: str, start: int, end: int) -> bool:
    """Whether the words just before or after the name are those of an office."""
    before = _NAMES_BEFORE.search(text[max(0, start - 30) : start])
    start -= len(before[0]) if before else 0
    return bool(_NAMED_IN_A_ROLE.search(text[end : end + 90]) or _ROLE_BEFORE.search(text[max(0, start - 60) : start]))


_FIGURES = r"(?:figures?|spreadsheets?|tabs?|totals?|baselines?|denominators?|numerators?|counts?|calculations?|data|cells?|dates?)"
_AFTER_IN_A_NOTE = Later(
    rf"^(?:'s (?:latest |new |final |own )?(?:figures|spreadsheet|tab|calculations?|formula|pivot)\b| (?:also )?has the (?:latest|final|new|updated|correct|right) (?:{_FIGURES}|version)\b"
    r"|,? who (?:runs|leads|manages|heads|chairs|looks after)\b| is (?:going to (?:chase|check|update|confirm|draft|circulate)|chasing|checking|updating|drafting|reconciling)\b"
    rf"| (?:from|at|in) (?:the |our )?(?:[a-z]+ ){{0,2}}(?:team|trust|council|directorate|department|helpline|contractor|supplier)\b| (?:gave us|sent|supplied|provided|typed|corrected) (?:us )?(?:this|these|the|our) (?:\w+ )?{_FIGURES}\b)"
)
"""What is said of a colleague in a note on a cell: it is about figures and who keeps them."""
_TO_A_COLLEAGUE = Later(
    rf"^ ?[,:?\u2013-] ?(?:please|pls|(?:is|are) (?:this|these|that|those) (?:the |a )?(?:right |correct |latest |final )?{_FIGURES}|(?:can|could|do|did|should) (?:you|we) (?:\w+ ){{1,4}}{_FIGURES})\b",
    re.IGNORECASE,
)
"""What is asked of a colleague whose name begins a note."""
_BEFORE_IN_A_NOTE = Later(
    r"(?:^(?:As )?[Pp]er |^(?:Changed|Updated|Corrected|Amended|Revised|Entered|Typed|Added|Overwritten)\b[^.;]{0,40}\b(?:with|by|from|per) |^(?:Checked|Confirmed|Agreed|Reconciled) with )$"
)
"""What stands before the name of a colleague in a note on a cell that says who changed or checked it."""
_ASKED_FOR = Later(rf"^ (?:for|to (?:send|supply|give us|confirm|update)) (?:the |these |this |our |her |his )?(?:\w+ )?{_FIGURES}\b")


_OF_A_CHILD = Later(
    r"\b(?:she|he|her|his|him|mum|mother|dad|father|parents?|family|school|class|college|taxi|place|placement|excluded|suspended|EHCPs?|tribunal|appeal|young|aged|[Yy]ear \d+)\b"
)
"""Words with which nothing in a note is taken to be of a colleague."""


def says_of_a_child(text: str) -> bool:
    """Whether a note has a word in it that may be of a child or its family."""
    return bool(_OF_A_CHILD.search(text))


def in_a_note(text: str, start: int, end: int) -> bool:
    """Whether a name stands as a colleague's does in a note on a cell: who changed it, who has its figure, or who is asked about it."""
    if says_of_a_child(text):
        return False
    before, after = text[max(0, start - 70) : start], text[end : end + 60]
    if _AFTER_IN_A_NOTE.match(after) or (start <= 1 and _TO_A_COLLEAGUE.match(after)):
        return True
    if re.search(r"\b[Ww]aiting (?:on|for) $", before) and _ASKED_FOR.match(after):
        return True
    return len(before) == start and bool(_BEFORE_IN_A_NOTE.search(before))
