"""Names of people in text: a child's or a parent's, which nothing may print, and anybody's where a role would do.

A given name is found by the list. Whose it is, the words around it tell: those of one child's case (a plan, a taxi, a mother) make it a
child's or a parent's, those of an office (a title, a team, “will lead”) make it a colleague's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .given_names import ALSO_WORDS, GIVEN_NAMES
from .narrative import CHILD, ONE
from .numbers import Span

_NAME = r"[A-Z][a-z'’]*[a-z](?:-[A-Z][a-z]+)?"
_GIVEN = re.compile(rf"(?<![\w'@-])({_NAME}|[A-Z]{{3,}}(?:-[A-Z]{{2,}})?)(?!['-]?[A-Za-z](?<!'s))")
_SURNAME = re.compile(
    r"(?: [A-Z]\.?)? (?!(?:EHC|EHCP|SEND|SEN|DOB|NHS|UPN|OT|EP|CAMHS|PRU|ICB|AP)\b)((?:Mc|Mac|O'|D'|[Dd]e |[Vv]an |[Aa]l-|[Ee]l-|bin |ibn )?[A-Z][a-z]*[a-z](?:['-][A-Z][a-z]+)?|[A-Z]{3,}(?:['-][A-Z]+)?)(?![\w-])"
)
_INITIAL = re.compile(r" ([A-Z])(?:\.|(?=[ ,:;)]|$|'s))(?! ?[A-Z][a-z])")
_INSTITUTION = re.compile(
    r"(?:'s)?(?: (?:[A-Z][\w'-]+|&|and|of|the)){0,4} "
    r"(?:Schools?|Academy|Academies|Primary|Secondary|Juniors?|Infants?|Nursery|College|University|Centre|Hospital|House|Hall|Road|Street|Lane|"
    r"Avenue|Park|Trust|Ward|Foundation|Federation|Library|Theatre|Building|Suite|Room|Base|Hub|Unit|Special|Way|Square|Drive|Close|Green|Lodge|"
    r"Grange|Court|Farm|Fields?|Church|Chapel|Clinic|Gardens|Review|Report|Law|Rule|Act|Award|Cup|Project|Programme|Principles?|Model|Scale|"
    r"Inquiry|Training|Fund|Charity|Ltd|Limited|LLP|plc|Promise|Chain|Depot|Moon|ward)\b"
    r"|'s (?:Rule|Law|Moon|Promise|Park|House|Act|Hospital)\b| (?:training|review|descriptors|profiles?|report|scale|framework)\b"
)
_AT_A_PLACE = re.compile(
    r"(?:\b(?:at|St\.?|Saint|the|named after|President|King|Queen|Bishop|Cardinal|Archbishop|Lord|Lady|Sir|Dame) |\bSt\.? [A-Z][a-z]+(?:'s)? and )$"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.? (?:and (?:Mrs?|Ms|Miss)\.? )?(?:[A-Z]\.? ?)?[A-Z][a-z'-]+")

_OFFICE = (
    r"(?i:head of|heads of|manager|officer|director|lead(?:er)?|commissioner|chair\w*|senco|co-?ordinator|advis[eo]r|psychologist|consultant|"
    r"therapist|councillor|secretary|analyst|nurse|head ?teacher|principal|inspector|deputy|assistant|executive|accountant|solicitor|clerk|"
    r"governor|minister|trainer|cabinet member|service lead|team|board|panel member|icb|council|ofsted|cqc|dfe|finance|legal|hr\b|commissioning|"
    r"sendiass|forum|workforce|data team|legal services|owner|author|contact)"
)
_NAMED_IN_A_ROLE = re.compile(
    rf"^(?:'s)?(?:,? ?\((?:(?!DOB|EHC|UPN|NHS|ASD|ADHD|SEND?\b|Y\d|YR)[A-Z]{{2,}}|[^)]{{0,40}}{_OFFICE})[^)]*\)|,? (?:(?:the|our|who is|is|as|interim|new|acting|joint|and) )*(?:[A-Z][\w&-]+ |[a-z]+ ){{0,4}}?{_OFFICE}\b"
    r"| (?:from|in|of|at) (?:the )?(?:[A-Z]\w+ )?(?:Finance|Legal|HR|Commissioning|Health|Social Care|Education|Council|ICB|DfE|Trust|team)\b"
    r"|(?:,| and [A-Z]\w+(?: [A-Z]\w+)?)? (?:will (?!not\b|be \d|turn)|to (?:lead|update|present|draft|write|confirm|review|chase|send|agree|bring|report|circulate|check|share|attend|take|arrange|contact|speak|meet)|"
    r"leads?\b|led\b|chairs?\b|chaired|present(?:s|ed)|drafted|explained|confirmed|reported|updated|agreed|advised|introduced|noted|asked (?:that|whether|how|for (?:a|the|an)\b)|"
    r"joins|joined (?:the|us|as)|starts (?:on|as)|is the (?:new|lead|owner)|has (?:agreed|drafted|asked|written|prepared|updated|confirmed|sent)|and the [a-z]+ team|owns))"
)
_ROLE_BEFORE = re.compile(
    rf"(?:\b(?:Cllr|Councillor|Dr|Prof(?:essor)?|Sir|Lord|Baroness|Rev|MP)\.? (?:[A-Z]\w+ )?|(?:\b{_OFFICE}|\b(?i:head of [\w ]{{2,30}}|manager|director|officer|chair),|\b(?i:by|led|thanks to|with thanks to|thank|minuted|completed by|prepared by|written by|presented by|chaired by|approved by|signed)):? \(?(?:Mr|Mrs|Ms|Miss)?\.? ?)$"
)

_CASE = (
    r"(?:EHCP?s?|EHC|EHCNA|EHCAR|[Hh]earing|[Rr]eferr\w+|[Pp]lan|[Dd]raft plan|(?:annual|early|transition|phase)? ?review|[Tt]ribunal|[Aa]ppeal\w*|[Mm]ediation|[Pp]laced?|[Pp]lacements?|"
    r"(?:a|the|no|school|named|specialist|college|nursery)(?: school)? place|no school|new school|school|taxi|[Tt]ransport|escort|exclu\w+|suspen\w+|mum|mummy|mother|dad|daddy|"
    r"father|parents?|gran|nan|grand\w+|brother|sister|twin|foster|OT|SLT|SALT|SaLT|speech|EP advice|advice|autis\w+|ADHD|epilep\w+|"
    r"[Dd]iagnos\w+|wheelchair|tutor|tuition|respite|PRU|hub|specialist|at home|home|out of (?:education|school)|DOB|dob|aged \d+|(?:Year|Yr|Y) ?\d{1,2}|"
    r"Reception|moved to|waiting|timetable|ceased|CAMHS|bus|ill|hospital|interpreter|assess\w+|need(?:s)? (?:a|an)|case|[Ss]ocial worker|"
    r"family|bullied|refus\w+|non-verbal|unit|turned down|on roll|missing|health|medical|nurse|carer|[Tt]ravel|respite|direct payments?)"
)
_ABOUT_A_CASE = re.compile(rf"\b{_CASE}\b")
_NEAR = 70
# A word for one child or one parent, close enough to be about the person named.
_ABOUT_A_CHILD = re.compile(
    rf"(?<!every )(?<!each )(?<!any )(?<!per )(?<!all )\b(?:(?i:{ONE}|son|daughter|sibling|twin|mum|mummy|mother|dad|daddy|father|nan|"
    r"grandmother|grandfather|foster carer|(?:his|her|their) (?:own )?(?:parents|mum|mother|dad|father|gran|brother|sister|plan|EHCP)|out of school|(?:was|been|is) (?:excluded|suspended|diagnosed)|"
    r"\d{1,2}[ -]years?[ -]old)|(?:Year|Yr) ?\d{1,2}|aged \d{1,2})\b"
)
_PARENT = r"(?:mum|mother|dad|father|parents?|family|carers?|nan|gran|grandmother|grandfather|brother|sister|foster carer)"
_THEIR = (
    rf"(?:{_PARENT}|EHCP|EHCNA|EHCAR|EHC plan|EHC|plan|draft plan|placement|(?:annual |early )?review|needs assessment|assessment|diagnosis|taxi|tribunal|appeal|"
    r"social worker|case|tutor|school|transport|escort|place|wheelchair|advice|needs|file|timetable|move|provision|exclusion|attendance|behaviour|"
    r"teacher|TA|consultant|hearing aids?|medication|respite|direct payments?|(?:SLT|OT|EP) reports?|complaint|story|journey|birthday|address|teachers?)"
)
_NOT_A_NAME = (
    r"(?!The\b|This\b|That\b|Board|School|Council|Forum|Workspace|Trust|Government|England|Today|Tomorrow|Last|Next|Every|Each|One|"
    r"Child|Pupil|Student|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Local|Parent|People|Children|Women|Men|It|What|Who|Here|There|Let|Year|"
    r"Ofsted|Minister|Chair|Director|Partnership|Authority|Service|Team|Panel|Tribunal|Ombudsman|Commission|Department|Programme|Project|Group)"
)
_NO_FAMILY = (
    r"(?!Foster|Parent|Community|Local|Whole|Early|Virtual|Traveller|Roma|Gypsy|Ukrainian|Afghan|Syrian|Polish|Somali|Romanian|"
    r"City|Council|Holiday|Young|School|Army|Armed|Military|Service|National|Royal|Wider|Extended|Birth|New|Same|Focus|Adoptive|Kinship|Sure|Spring|Summer|Autumn|Winter|Easter|Christmas)"
)
_NOT_A_HOUSEHOLD = r"(?! (?:hubs?|centres?|support|team|service|fund|group|network|information|forum|room|day|worker|court|learning))"
_NAMED_CHILD = tuple(
    re.compile(p)
    for p in (
        rf"\b{CHILD}\b[^.;]{{0,25}}\b(?:called|named|known as) (?:[A-Z][a-z]+)",
        rf"\b(?:son|daughter|grandson|granddaughter|brother|sister|nephew|niece),? \(?{_NOT_A_NAME}[A-Z][a-z]+\b",
        rf"\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Gg]randm(?:a|other)|[Gg]randfather|[Nn]an|[Aa]unt|[Uu]ncle|[Ff]oster carer),? \(?{_NOT_A_NAME}(?:Mrs?|Ms|Miss)?\.? ?[A-Z][a-z]+\b(?! (?:and|or) (?:[Tt]oddler|[Bb]aby))",
        r"\b(?:[Rr]ing|[Rr]ang|[Pp]hone|[Pp]honed|[Cc]all|[Cc]alled|[Vv]isit|[Vv]isited) (?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]+",
        r"\b(?:[Pp]arent|[Ff]amily|[Cc]arer)s? \((?:Mr|Mrs|Ms|Miss)\.? [A-Z]",
        rf"\b{_NOT_A_NAME}[A-Z][a-z]+'s? (?:own )?{_PARENT}\b",
        rf"\b{_NOT_A_NAME}[A-Z][a-z]+ and (?:her|his) (?:own )?(?:{_PARENT}|twin|siblings?)\b",
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung [Pp]erson)(?:'s)? [Nn]ame(?:d| is| was|:)+ [A-Z][a-z]+",
        r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:and (?:Mrs?|Ms)\.? )?[A-Z][a-z'-]+(?:'s|s')? (?:[a-z]+ ){0,2}(?:son|daughter|child|boy|girl|twins|grandson|granddaughter)\b",
        r"\bMr\.? (?:and|&) Mrs\.? [A-Z]",
        r"\b(?:[Cc]omplaint|[Aa]ppeal|[Tt]ribunal|[Mm]ediation) (?:by|from|of) (?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z]",
        rf"(?:^|[.;:] ){_NO_FAMILY}{_NOT_A_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)? family(?: ?[:,-]| (?:has|have|had|was|were|want|wants|moved|complained|appealed))",
        rf"\b[Tt]he {_NO_FAMILY}{_NOT_A_NAME}(?!Schools|Trusts|Midlands|Governors|Parents|Councils|Partners|Leads)[A-Z][a-z]{{2,}}s have (?:moved|complained|appealed|asked|refused|been told)\b",
        rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z],? \(?(?:the |a )?{_PARENT}\b",
        rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z](?:'s|s') (?:[a-z-]+ ){{0,2}}(?!school|place|file|advice|provision){_THEIR}\b",
        r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z] (?:rang|phoned|complained|appealed|e-?mailed (?:again|twice|to complain)|is (?:unhappy|upset|cross|threatening)|refuses|refused)\b",
        rf"\b{_NOT_A_NAME}{_NO_FAMILY}[A-Z][a-z]{{2,}}(?:'s|s') (?:EHCP(?!s)|EHC plan(?!s)|EHCNA(?!s)|needs assessment(?!s)|taxi(?!s)|diagnosis|wheelchair|social worker|birthday|medication|hearing aids?)\b"
        r"(?! (?:template|format|process|quality|audit|team|rate|numbers?|timeliness|backlog|portal|contract|framework|service|waits?))",
        rf"\b[Tt]he {_NO_FAMILY}{_NOT_A_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)? (?:family{_NOT_A_HOUSEHOLD}|twins|brothers|sisters|siblings|household)\b",
        rf"\b[Tt]he {_NO_FAMILY}{_NOT_A_NAME}[A-Z][a-z]+(?:'s|s') (?:appeal|tribunal|EHCP|taxi|mediation|complaint|son|daughter|child|children)\b",
        r"\b(?:[Pp]lan|[Pp]lace|[Pp]lacement|[Rr]eview|[Tt]ribunal|[Aa]ppeal|[Tt]ransport|[Tt]axi|EHCP|[Aa]dvice|[Pp]rovision|[Tt]utor|[Dd]iagnosis) for [A-Z]\.? ?(?:[A-Z]\.? ?)?[A-Z][a-z]{2,}\b",
    )
)  # fmt: skip
_PLAINLY = re.compile(
    r"\b([a-z]{3,})'s (?:[a-z]+ ){0,1}(?:respite|EHCP|ehcp|placement|taxi|mum|dad|diagnosis|wheelchair|tribunal|annual review|needs assessment)\b"
    r"|\b(?=([A-Z]{3,})\b)(?:[A-Z]{3,})(?: [A-Z'-]{3,})?'S (?:[A-Z]+ )?(?:PLAN|EHCP|PLACE|TAXI|REVIEW|TRIBUNAL|PLACEMENT|MUM|DAD)\b"
    r"|\b(?=([A-Z]{3,})\b)[A-Z]{3,} \((?:[Yy]r|[Yy]ear|[Yy]) ?\d"
)
"""Names in small letters or in capitals, where what follows leaves no doubt that they are a child's."""
_THEIRS = re.compile(rf"\b({_NAME}|[A-Z]{{3,}})(?:'s?|s') (?:[a-z-]+ ){{0,2}}{_THEIR}\b")
_ALONE = re.compile(
    r"'s (?:been (?!asked|working|appointed|leading)|still|not|got|had no|out of|moved|waiting|excluded|poorly)\b|(?: [A-Z]\.)?(?: still| now| also)? (?:has (?:an? appeal|autism|ADHD|epilepsy|an? (?:plan|diagnosis|place|taxi|new school)|had|been (?!asked|working|appointed|leading)|no|not|lost|missed|waited|only|gone|moved|nowhere)|was (?:not|told|moved|sent|left|refused|offered|excluded|placed|put|given|found|born|turned|taken|hurt)|"
    r"had (?:no|to|been|her|his)|is (?:\d{1,2}|still|now (?:in|at|out|back|on)|at home|not|without|autistic|waiting|in (?:Year|hospital|care)|out of|back (?:in|at|with)|too|very|home)|waited|lost|missed|cannot|can't|could not|did not|refused|refuses|had|gets|got|wants|likes|feels|struggles|struggled|sleeps|eats|cries|cried|screams|comes home|came home|will not|won't|would not|enjoys|stays|stayed|spent|spends|"
    r""
    r"needs|attends|attended|starts at|started at|moved to|travels|lives|has no|still has|goes to|went to|loves|hates|does not|left school|stopped)\b"
    r"|,? who (?:is|has|was|cannot|lives|needs|attends)\b|,? (?:is )?(?:aged )?\d{1,2},(?: who)? (?:has|is|was|needs|cannot|had|lives|waits|still|no)\b"
)
"""What is said of a child by a given name alone. Colleagues are named by role, or in full."""
_YEAR_AFTER = re.compile(
    r",? ?\(?(?:in )?(?:Year|Yr\.?|yr|year|Y) ?(?:\d{1,2}|R)\b\)?|,? \((?:aged? )?\d{1,2}\)|,? \((?:Reception|Nursery|DOB)"
)
_COLON = re.compile(rf" ?[:-] [^.;]{{0,40}}?\b{_CASE}\b")
_PARENT_OF = re.compile(
    rf"\b(?:(?:chased|refused|agreed|requested|issued|arranged|outstanding|awaited|declined|sought|submitted|received|booked|secured|pending|turned down) for|"
    rf"(?i:{_PARENT})|[Cc]ase study:?|[Pp]lan for|[Pp]lace for|[Tt]axi for|[Tt]ransport for|[Pp]lacement for|[Tt]ribunal for|[Rr]eview for|[Ss]chool for|[Uu]pdate on|[Nn]ews of|let|about|regarding|re:?) (?:of )?$"
)
_YOUNG = re.compile(r"\b(?:[Yy]oung|[Ll]ittle|[Pp]oor) $")
_PAIR = re.compile(
    rf"(?: [A-Z][a-z'-]+)?(?: ?\([^)]{{1,12}}\))? (?:and|&|\+) ({_NAME}|[A-Z]{{3,}})(?:'s)?(?! (?:[A-Z][a-z]+ )?(?:Schools?|Academy|College|Road|Street))(?![\w-])"
)
SURNAME_FIRST = re.compile(
    rf"(?<![\w,] )(?<![\w'-])([A-Z][a-z]*[a-z](?:['-][A-Z][a-z]+)?|[A-Z][A-Z'-]{{2,}}), ({_NAME}|[A-Z]{{3,}})(?= ?(?:[:;(.,-]|$)| [a-z])"
)


@dataclass(frozen=True)
class Person:
    """Somebody named: where, and how. `weak`: the name is also a word; `whole`: a surname or an initial follows."""

    given: str
    start: int
    end: int
    whole: bool
    weak: bool


def named_child(text: str) -> bool:
    """Whether the text names a child, or a child's parent."""
    if any(p.search(text) for p in _NAMED_CHILD):
        return True
    if any(_is_given(m[1]) and not _of_a_place(text, m.span(1)) for m in _THEIRS.finditer(text)):
        return True
    if any(spelt((m[1] or m[2] or m[3]).upper()) in GIVEN_NAMES for m in _PLAINLY.finditer(text)):
        return True
    if any(_is_given(m[2]) and not _in_a_role(text, *m.span()) and _near_a_case(text, *m.span()) for m in SURNAME_FIRST.finditer(text)):
        return True
    if any(_is_a_childs(text, person) for person in people(text)):
        return True
    return any(_ABOUT_A_CHILD.search(text[max(0, m.start() - _NEAR) : m.end() + _NEAR]) for m in _TITLED.finditer(text))


def _is_a_childs(text: str, p: Person) -> bool:
    if _in_a_role(text, p.start, p.end):
        return False
    if _YEAR_AFTER.match(text, p.end) and (not p.weak or re.match(r",? \(?(?:in )?[Yy]", text[p.end :])):
        return True
    if _ALONE.match(text, p.end) and (
        p.whole or not p.weak or re.match(r",? (?:who|aged|\d)|[^,.;]*\b(?:he|she|his|her)\b", text[p.end :])
    ):
        return True
    if re.match(rf"(?:'s|s') (?:[a-z-]+ ){{0,2}}{_THEIR}\b", text[p.end :]):
        return True
    if (pair := _PAIR.match(text, p.end)) and _is_given(pair[1]) and not _in_a_role(text, *pair.span()):
        return not (p.weak and pair[1].capitalize() in ALSO_WORDS)
    if p.weak and not p.whole:
        return False
    if p.whole and re.fullmatch(r" [A-Z]\.?", text[p.start + len(p.given) : p.end]):
        return True
    if not p.weak and _YOUNG.search(text[max(0, p.start - 12) : p.start]):
        return True
    if _PARENT_OF.search(text[max(0, p.start - 30) : p.start]) or _COLON.match(text, p.end):
        return True
    return (
        _near_a_case(text, p.start, p.end)
        if p.whole and not p.weak
        else bool(_ABOUT_A_CHILD.search(_around(text, p.start, p.end)) or _at_the_end(text, p))
    )


_SAID_OF = re.compile(rf"\b{_CASE}\b[^.;]*$")


def _at_the_end(text: str, p: Person) -> bool:
    """“Need a taxi by September for Hassan.”: the case first, then the name, and nothing after."""
    return bool(re.match(r" ?(?:[.;]|$)", text[p.end :]) and _SAID_OF.search(text[max(0, p.start - _NEAR) : p.start]))


def named_person(text: str) -> bool:
    """Whether the text names anybody: a title with a surname, or a given name with a surname."""
    return bool(_TITLED.search(text)) or any(p.whole and not p.weak for p in people(text))


def people(text: str) -> Iterator[Person]:
    """Everybody named by a given name, in order."""
    for match in _GIVEN.finditer(text):
        if not _is_given(match[1]) or _of_a_place(text, match.span(1)):
            continue
        weak = spelt(match[1]) not in GIVEN_NAMES and not _double(match[1])
        surname, initial = _SURNAME.match(text, match.end(1)), _INITIAL.match(text, match.end(1))
        if match[1].isupper() and (weak or not (surname and surname[1].isupper()) or len(match[1]) < 4):
            continue
        end = surname.end() if surname else initial.end() if initial else match.end(1)
        yield Person(match[1], match.start(1), end, bool(surname or initial), weak)


def _is_given(name: str) -> bool:
    return spelt(name) in GIVEN_NAMES or spelt(name) in ALSO_WORDS or _double(name)


def spelt(name: str) -> str:
    """A given name as the list has it."""
    return name.capitalize() if name.isupper() else name


def _double(name: str) -> bool:
    """A double name (Lily-Mae): its first half is a given name."""
    first, hyphen, _ = name.partition("-")
    return bool(hyphen) and (spelt(first) in GIVEN_NAMES or spelt(first) in ALSO_WORDS)


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : end + _NEAR]


def _near_a_case(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.;!?] ", text[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[.;!?](?: |$)", text[end : end + _NEAR])[0]
    return bool(_ABOUT_A_CASE.search(before) or _ABOUT_A_CASE.search(after))


def _in_a_role(text: str, start: int, end: int) -> bool:
    return bool(_NAMED_IN_A_ROLE.search(text[end : end + 90]) or _ROLE_BEFORE.search(text[max(0, start - 60) : start]))


def _of_a_place(text: str, span: Span) -> bool:
    return bool(_INSTITUTION.match(text, span[1]) or _AT_A_PLACE.search(text[max(0, span[0] - 40) : span[0]]))
