"""Ways of telling of one child: the patterns, what makes each general and lets it pass, and the words they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...later import Later
from .first_look import CHILD
from .sought import Sought

COMPOUND = (
    r"(?! (?:voices?|numbers?|forecasts?|premium|finance|destinations?|care|roll|census|letters?|levels?|surveys?|places?|support|"
    r"protection|development|health|poverty|leadership|council|data|view|services?|minder|wellbeing|loans?|records?|passports?|profiles?|admissions?|polic\w+|applications?|funding|intake|projections?|"
    r"population|yield|outcomes?|attainment|attendance|absence|mobility|teachers?|ratios?|counts?|headcount|grants?|hours|portal|"
    r"bands?|culture|psychologists?|union|box(?:es)?|zone|clubs?|groups?)\b)"
)
_A_CHILD = rf"{CHILD}\b(?!-|'s (?:voice|needs|journey|views|services))"
ONE = rf"{CHILD}\b(?!s|ren|-|'s (?:voice|needs|journey|views|services)){COMPOUND}"
_WORDS = r"(?:(?!average|typical|every|each)[\w'/-]+ ){0,3}?"
NUMBER = r"(?:\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_YEAR = r"(?:Year|Yr\.?|Y) ?(?:\d{1,2}|R)\b"
_HAPPENED = (
    r"(?:was|had|has|is (?:now |still |currently )?(?:out|waiting|living|attending|being|on|at|without|not|in|due|home|autistic|placed|known|under|subject|unable|missing)|"
    r"waited|missed|lost|went|died|attempted|attends|attended|travels|travelled|lives|lived|moved|refuses|refused|told|started|found|put|sent|"
    r"keeps|starts|sits|stays|sleeps|cries|wears|speaks|(?:has|is|was|had|does|would|wo|did)n't|won't|'s (?:been|had|got|gone|not|still|never|now|left|lost|in|on|at)|remains|did not|didn't|cannot|can't|could not|couldn't|has not|had not|has never|needs|got|broke|won|left|fell|ran|took|set|came|began|stopped|(?<!\bbe )[a-z]{3,}(?<!need)(?<!entitl)ed|whose|who (?:was|had|has|is|lives|attends|lost|left|ran|went|fell|broke|set|hit|threw|bit|fled|hid|stole|kept|[a-z]{3,}(?<!need)ed))"
)
CONDITION = (
    r"(?i:autis\w+|ADHD|ASD|PDA|FASD|down'?s|\w*syndrome|epilep\w+|diabet\w+|deaf\w*|blind|visual\w*|hearing|wheelchair|cerebral palsy|"
    r"tourette\w*|anxiety|self-harm\w*|trauma\w*|tube|medical|disab\w+|non-verbal|mutism|dyslexi\w+|exclu\w+|suspend\w+|cancer|tics|"
    r"[\w'-]+ disease|leukaemia|tumour|stoma|tracheostomy|gastrostomy|PEG|prosthe\w+|amput\w+|(?:muscular )?dystroph\w+|spina bifida|cystic fibrosis|sickle cell|"
    r"haemophili\w+|brittle bones?|transplant|dialysis|ventilat(?:or|ed)|eye gaze|hydrocephalus|albinism|dwarfism|alopecia|cleft (?:lip|palate)|arthritis|scoliosis|dementia|(?:sel|el)ective mute|life-limit\w+|palliative|"
    r"narcolep\w+|microcephal\w+|anorexi\w+|bulimi\w+|psychosis|schizophreni\w+|stammer\w*|pregnan(?:t|cy)|trans(?:gender)?(?= )|bereave\w+)"
)
KIN = r"(?:mum|mother|dad|father|nan|gran|grandma|grandad|grandmother|grandfather|stepdad|stepmum|step-?father|step-?mother|foster carer)"
_OF_PEOPLE = r"(?:refugee|traveller|roma|gypsy|asylum[ -]seeking|military|forces|foster|afghan|syrian|ukrainian|somali|polish|romanian|homeless|other|same)"

_GENERAL = Later(
    r"\b(?:if|when|where|whether|whenever|wherever|once|until|before|after|unless|how long|how|every|each|any|no|per|time|average)"
    r"(?: [\w'-]+){0,2} $",
    re.IGNORECASE,
)
_PLURALS = Later(
    r"\b(?:children|pupils|people|students|those|learners|young|boys|girls|adults|anyone|everyone|families|cohorts?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_COLLEAGUE = Later(
    r"\b(?:chair\w*|directors?|head|head ?teacher|officer|manager|lead|teacher|senco|caseworker|doctor|nurse|therapist|psychologist|driver|minister|member|person who|"
    r"someone|somebody|law|judge|mediator|speaker|secretary|clerk|councillor|mayor|president|worker|advis[eo]r|inspector|assessor|reviewer|examiner|auditor|consultant|professor|commissioner|trainer|author|facilitator|king|queen|clinician|lawyer|solicitor|barrister|employer|researcher|academic|vice-chair|paediatrician|governor|sponsor|EP|OT|SLT|DCO|DSCO|SALT)\b[^.]{0,70}[.;]? ?$",
    re.IGNORECASE,
)
"""Who else he or she may be."""
_SOME_OF = Later(r"\b(?:half|most|some|many|all|few|none|third|quarter|number|share|\d+%?) of $", re.IGNORECASE)
_GUIDANCE = Later(r"\b(?:guidance|training|advice|policy|course|how to|leaflet|what to do)\b[^.;]*$", re.IGNORECASE)
_EACH = Later(r"\b(?:each|every|any|no|whoever|nobody|everyone|everybody|anyone|nobody)\b[^.;]*$", re.IGNORECASE)
_AT_AN_OFFICE = (
    r"(?! (?:(?:has|have|had|will|would|also|then|still|now|since) )*(?:chair(?:s|ed)?|led|leads?|present(?:s|ed)?|draft(?:s|ed)?|advis(?:e|es|ed)|brief(?:s|ed)?|audit(?:s|ed)?|"
    r"commission(?:s|ed)|oversees?|oversaw|recommend(?:s|ed)?|inspect(?:s|ed)?|publish(?:es|ed)?|took over as|joins? as|starts? as|sends? (?:the |her |his )?slides|told (?:the )?(?:committee|board|panel|cabinet|council|inspectors|meeting))\b)"
)
"""What he or she does in an office: nobody says it of a child."""
_OF_A_POST = (
    r"(?:report|department|directorate|team|paper|presentation|slides|successor|predecessor|retirement|resignation|replacement|review of|recommendations?|"
    r"remit|term of office|audit|findings|briefing|portfolio|colleagues|staff)"
)
_BELONGINGS = (
    r"plan|school|class|place|taxi|bus|needs|tutor|therapist|TA|teachers?|wheelchair|chair|medication|EHCP|EHC|room|bed|bedroom|support|respite|nurse|appeal|"
    r"tribunal|review|exams?|lessons?|timetable|eyes|legs?|arms?|speech|hearing aids?|foster \w+|social worker|assessment|transport|escort|birthday|peers|friends|"
    r"college|nursery|funeral|disability|condition|behaviour|anxiety|epilepsy|autism|seizures?|frame|hoist|feeding|tube|drawings|poem"
)
_THINGS = Later(
    r"\b(?:system|building|contract|policy|strategy|data|list|boiler|site|school|plan|survey|guidance|framework|form|model|service|fleet|minibus)"
    r"\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_OLD_THINGS = (
    r"(?!s)(?![ -](?:[a-z]+ )?(?:funding|offers?|entitlement|provision|checks?|reviews?|systems?|contracts?|buildings?|data|polic\w+|strateg\w+|school|"
    r"programmes?|frameworks?|cohorts?|groups?|children|pupils|people|learners|students|places?|plan|lists?|boilers?|model|service|minibus)\b)"
)


_SO_MANY = Later(
    r"\b(?:numbers?|proportion|share|counts?|rates?|per cent|anybody|nobody|all|half|most)\b[^.;]{0,40}$|\d%? $", re.IGNORECASE
)
"""How many are meant."""
_INITIALS = (
    r"[A-Z]{2,3}(?<!\b(?:AP|EP|LA|QA|OT|SL|KS|PE|RE|IT|HR|HT|SW|IB|EY|FS|UK|GP|PA|TA|DT|ME|MS|CP|SE|NE|NW|ST|PD|PI|VI|HI|MD|LD|IN|AT|OF|TO|ON|FE|HE|AS|BY|OR|IS|IF|NO|WE|US|NI|PM|AM|CV|AI|ID|PR|IR|DP|YP|RP))"
    r"(?<!\b(?:CYP|SEN|EHC|PRU|CLA|LAC|CIN|CPP|NHS|ICB|SLT|ASD|PDA|SLD|MLD|SEM|UPN|DOB|ALL|AND|FOR|THE|NOT|ARE|ANY|WHO|OUT|ONE|TWO|YOT|EAL|FSM|NOR|EOT))"
)
"""Two or three capitals that stand for nobody's work, service or need."""
_WAITS = r" (?:waits|waiting|is|has|was|had|needs|still|cannot|can't|refuses|refused|missed|lost|moved|starts|started|attends|out of|without|no)\b"
_BEFORE = 90


@dataclass(frozen=True)
class Story:
    """A way of telling of one child; what, standing just before it, makes it general and lets it pass; whether a word for a child is in it."""

    pattern: Sought
    passes: tuple[Later, ...]
    of_a_child: bool

    def told_in(self, text: str) -> bool:
        """Whether it stands somewhere in the text and is not general there."""
        return any(
            not any(p.search(text, max(0, found.start() - _BEFORE), found.start()) for p in self.passes)
            for found in self.pattern.found_in(text)
        )


def _of(pattern: str, *passes: Later, ignore_case: bool = True) -> Story:
    among_others = any(part in pattern for part in (f"|{CHILD}", f"{CHILD}|", f"{_A_CHILD}|"))
    return Story(Sought(pattern, re.IGNORECASE if ignore_case else 0), passes, CHILD in pattern and not among_others)


_AGES = (
    r"(?:[4-9]|1\d|2[0-5]|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_PERSON = r"(?:refugee|mute|wheelchair user|deaf|newcomer|starter|arrival|triplet|twin|man|woman|gentleman|lady|chap|fellow|child|pupil|boy|girl|lad)"

STORIES = (
    # an age
    _of(rf"\b{_A_CHILD}[^.;]{{0,60}}\baged? (?:of )?{NUMBER}\b(?! ?(?:to|-|and (?:over|under|above)|or|\+))", _GENERAL),
    _of(rf"\baged? {NUMBER},? (?:he|she|who)\b", _PLURALS),
    _of(rf"^(?:- ?)?aged? {NUMBER}[,;:] (?!{NUMBER})"),
    _of(rf"\({NUMBER}(?: years(?: old)?)?\)[^.;]{{0,10}}\b(?:he|she|who|has|is|was)\b", _PLURALS),
    _of(rf"\b{NUMBER}[ -]?(?:year|yr)s?[ -]?old\b{_OLD_THINGS}", _PLURALS, _THINGS),
    _of(r"\b(?:an?|one|the|my|our|their) (?:[\w-]+ )?(?:two|three|2|3)[ -]year[ -]old(?:,| who| with| whose| has| was| is)\b(?! (?:offer|plan|contract|report|data))", _GENERAL, _THINGS),
    _of(r"\b\d{1,2} ?(?:y/o|y\.o\.|yo)\b", _PLURALS, _THINGS),
    _of(rf"\b(?:{CHILD}|(?:half-|step)?(?:brother|sister)|male|female),? \(?(?:aged? )?{NUMBER}\)?(?=[,;.]|$| and (?!over|under|above|up\b))", _GENERAL),
    _of(rf"\baged? {NUMBER},? (?:and|but|so) (?:(?:is|was|now|still|has|has been|currently) )*(?:out of|without|not in|at home|waiting|missing|in hospital|excluded|suspended|on a|no)\b", _PLURALS, _GENERAL, _SO_MANY),
    # a year group
    _of(rf"\b{_YEAR},? (?:male|female)\b(?! (?:pupils|students|learners|cohort|attainment|attendance|results|outcomes))"),
    _of(rf"\b(?:male|female|boy|girl|lad),? (?:in )?{_YEAR}"),
    _of(rf"\b{_YEAR}[,;/] ?(?:f|m)\b(?![/&'-])|^(?:- ?)?(?:f|m)[,;/] ?{_YEAR}"),
    _of(rf"(?:^|[.;:] |^- ?)(?:(?!an?\b)[\w-]+ )?{_A_CHILD} (?:in|from) (?:{_YEAR}|Reception)(?! (?:should|can|may|will|must))\b", _GENERAL),
    _of(rf"\b(?:male|female|boy|girl|lad|chap) (?:of|who's|who is|aged) {NUMBER}\b(?! ?(?:to|or|and)\b)", _GENERAL),
    _of(rf"\b(?:the|one) {_WORDS}{_A_CHILD} that [^.;,]{{1,50}}? (?:has|was|is|had)\b", _GENERAL),
    _of(rf"\b(?:{_YEAR}|Reception|Nursery)(?:'s)? (?:[\w'-]+ ){{0,2}}?{_A_CHILD}", _GENERAL),
    _of(rf"\b(?:an?|one|the|this|another|that) {_WORDS}{_A_CHILD} (?:who is |now |currently )?in (?:{_YEAR}|Reception)(?! (?:should|can|may|will|must))", _GENERAL),
    _of(r"\b(?!AP|EP|LA|QA|OT|SL|KS|PE|RE|IT|HR|HT|SW|IB)[A-Z]\.?[A-Z]\.? in (?:Year|Yr|Y) ?\d", ignore_case=False),
    # one of a group
    _of(rf"\b(?:one|1) of (?:our|the|its|their|these|those|my) (?:[\w'/-]+ ){{0,4}}?(?:children|pupils|students|young people|boys|girls|learners|children looked after)\b[^.;,]{{0,40}}?,? {_HAPPENED}\b", _GENERAL),
    _of(rf"\bone {_WORDS}{_A_CHILD} with (?!SEND\b|(?:an? )?(?:EHC plan|EHCP|plan)s? in\b)[^.;]{{1,60}}? (?:{_HAPPENED}|is|and (?:his|her|no))\b", _GENERAL),
    _of(rf"\bof the (?:two|three|four|five|[2-5]) (?:[\w-]+ ){{0,2}}?(?:children|pupils|students|young people|boys|girls|learners|siblings)\b[^.;]*?\bone (?:is|{_HAPPENED})\b"),
    _of(rf"\bthe one (?:with|who has|who had) (?:[\w-]+ ){{0,2}}?(?:{CONDITION})\b|\bthe (?:pupil|child|student|young person|learner) with (?:[\w-]+ ){{0,2}}?(?:{CONDITION})[^.;]{{0,30}}, (?:who|whose)\b", _GENERAL),
    _of(rf"\bone {_WORDS}{_A_CHILD} who(?:'s| is) [^.;]*", _GENERAL),
    _of(rf"\b(?:one|a single) (?:known |confirmed |rare )?case of [^.;,]{{0,50}}?\b(?:{CONDITION})[^.;]*\b(?:at|in|on|from)\b", _GENERAL),
    _of(rf"^(?:- ?)?{_YEAR} ?[-,;:/] [^.;]{{0,60}}?\b(?:{CONDITION})[^.;]*\b(?:needs?|has|is|was|no|out|waiting|refus\w+|at|not|cannot|wants)\b"),
    # a hearing
    _of(r"\btribunal (?:has |had )?(?:found|ruled|decided|ordered|upheld|agreed)\b(?: in favour of| for| with| against)? (?:the|this|one) (?:family|parents?|mother|father|mum|dad|child|pupil|young person)\b(?! in (?:\d|two|three|every|each))", _GENERAL),
    # a letter in place of a name
    _of(
        rf"\b{_INITIALS}(?:,? (?:(?:is|was|now|only|just) )*aged {NUMBER}\b(?! ?(?:%|to\b|-|or\b|and (?:over|under|above|up|\d)|\+))"
        rf"|(?<!\b[A-Z]{{3}})(?:(?:,| -) (?:in )?{_YEAR}(?=$|[.;]|,(?! (?:{_YEAR}|and))|(?: -)?{_WAITS})| {_YEAR},?{_WAITS}))",
        _PLURALS, _SO_MANY, ignore_case=False,
    ),
    _of(
        r"\b(?:[Cc]hild|CHILD|[Pp]upil|PUPIL|[Ss]tudent|STUDENT|[Ff]amily|FAMILY|[Yy]oung [Pp]erson|YOUNG PERSON|YP|[Pp]arent|PARENT|[Ll]earner|LEARNER|[Bb]oy|BOY|[Gg]irl|GIRL|[Mm]other|MOTHER) "
        r"(?:[\"'][A-Z][\"'](?! to Z)|\([ADEHJKNOQRTUVWXZ]\))"
        r"|\b(?:CHILD|PUPIL|STUDENT|FAMILY|YOUNG PERSON|PARENT|LEARNER|BOY|GIRL|MOTHER) (?:[B-HJ-Z]\b(?!['&-])|A\b(?='S|$|[,.;:)]| (?:IS|HAS|WAS|HAD|WAITS|WAITED|MOVED|CANNOT|NEEDS)\b))",
        ignore_case=False,
    ),
    _of(
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Ff]amily|[Yy]oung [Pp]erson|YP|[Pp]arent|[Ll]earner|[Bb]oy|[Gg]irl|[Mm]other) (?!A (?:[Ll]evel|to Z))[A-HJ-Z]\b(?:'s\b|(?![\w'&-]))",
        ignore_case=False,
    ),
    _of(rf"\b[A-Z]\. ?[A-Z]\.?,? \(?(?:in )?(?:{_YEAR}|aged? \d)", ignore_case=False),
    _of(r"\b(?!AP|EP|LA|QA|OT|SL|KS|PE|RE|IT|HR|HT|SW|IB)[A-Z]{2},? \((?:Year|Yr|Y|aged?) ?\d", ignore_case=False),
    _of(r"\b[Ii]nitials (?:are |of )?[A-Z]\.? ?[A-Z]\b", ignore_case=False),
    # a parent, brother or family of one child
    _of(
        r"\b(?:his|her) (?:[\w-]+ )?(?:mum|mother|dad|father|parents?|family|carers?|grand\w+|nan|sister|brother|siblings?|guardian|"
        r"diagnosis|EHC plan|EHCP|placement)\b"
    ),
    _of(r"\bthe (?:family|mother|father|mum|dad|parents?|carers?|grand\w+|brother|sister|twin) of (?:an?|one|the|this) " + _WORDS + CHILD + r"\b(?!s|ren)"),
    _of(r"\b(?:Mum|Mother|Dad|Father|Nan|Grandma|Foster carer) (?:has|is|was|says|said|reports?|reported|told|wants|does|did|feels|states|rang|called|complained|refuses|went|broke|cried|left|lost|moved|cannot|can't|won|asked|works|lives)\b", ignore_case=False),
    _of(r"\bthe (?:family|parents?|mother|father|mum|dad) (?:moved|complained|appealed|refused|ha(?:s|ve|d) (?:complained|appealed|refused|moved|threatened|been told|instructed)|is threatening|are threatening|is refusing|are refusing)\b", _GENERAL),
    _of(r"\bthis family\b"),
    _of(
        rf"\b(?:one|another|an? {_OF_PEOPLE}|the {_OF_PEOPLE}) family\b(?! in (?:{NUMBER}|two|three|every|each)\b)(?:,? (?:in|from|at|on|of|with) [^.;,]{{1,40}}?)?,? (?!told us|said|asked|reported|felt|explained|wrote|suggested|wanted|replied|responded|answered|agreed to|took part|completed|returned (?:the|a))(?:who(?:se)? |now |both |{_HAPPENED}|have (?:had|been|no|not|now|lost)|were )",
        _GENERAL,
    ),
    _of(rf"\b(?:the|one|an?) (?:[\w-]+ )?(?:[\w-]+ )?{KIN}\b(?! (?:tongue|figures?|and toddler))(?: of (?:two|three|four|five|six|\d))?(?: (?:in|from|at) [^.;,]{{1,30}}?)?(?:,? who\b|,? (?:was|is|has|had|[a-z]{{3,}}ed)\b)", _GENERAL),
    _of(rf"(?:[,;:] |\b(?:and|but|because|since|as|so) ){KIN} (?:is|was|has|had|says|said|works|wants|can't|cannot|rang|died|left|comes|came|drives|refuses|refused)\b"),
    _of(r"\b(?:his|her|their|whose|our|my) (?:eldest|youngest|oldest|middle child|only child|little (?:boy|girl|one|lad))(?=[,.;]|$| (?:is|has|was|had|who|whose|still|cannot|can't|did|does|will|because|to|with|at|in|and|out|[a-z]{3,}ed)\b)"),
    _of(r"\b(?:the|an?|her|his|their) (?:older|elder|eldest|younger|youngest|twin|half|little|baby|step) ?-?(?:sister|brother|sibling)\b(?! (?:or (?:sister|brother)|groups?|clubs?|policy|link))"),
    _of(r"\w'?s'? (?:own |late )?(?:grandson|granddaughter|stepson|stepdaughter|nephew|niece|son|daughter|eldest|youngest)(?=[,.;]|$| (?:is|has|was|had|who|at|in|and|still|cannot|[a-z]{3,}ed)\b)", Later(r"\b(?:women|men|people|families|everybody|everyone)$")),
    _of(r"\btwins,? (?:who|with|whose|aged|in|at|both|have|were|are)\b"),
    _of(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne) (?:kinship |foster )?(?:grand\w+|gran|nan|mother|father|mum|dad|carer|aunt|uncle|stepfather|stepmother|parent) (?:caring|looking|raising|bringing up|of (?:an?|the|twins)|for an? (?:\w+ ){0,3}(?:boy|girl|child))\b", _GENERAL, ignore_case=False),
    _of(rf"\b(?:the|this|that|one) {CHILD}'s (?:mum|mother|dad|father|parents?|family|carers?|grand\w+|step\w+|brother|sister) (?:[a-z]{{3,}}ed|won|lost|went|left|broke|came|was|were|has|have|had|is|are|feels?|cannot|can't|did|does|wants?|will not|won't)\b", _GENERAL),
    _of(r"\b(?:one|a single) (?:parent|mother|father|mum|dad|carer|family|grand\w+) (?:on [A-Z]\w+ \w+ )?(?:has|had|was|were|is (?:now |still )?(?:waiting|appealing|threatening|refusing|unable)|[a-z]{3,}ed (?!in\b|by\b)[^.;]{0,40}\b(?:his|her|their)\b)[^.;]*", _GENERAL, Later(r"\b(?:each|every|per|at least)\b[^.;]{0,30}$", re.IGNORECASE)),
    _of(r"\b(?:his|her|their|whose) (?:[\w-]+ )?(?:son|daughter)\b"),
    _of(
        r"\b(?:the|this|that|one) (?:child|pupil|student|young person)'s (?:mum|mother|dad|father|parents?|family|carers?|grand\w+) "
        r"(?:rang|said|told|asked|complained|has|have|had|was|were|appealed|wants?|reports?|reported|moved|refused?)\b",
        _GENERAL,
    ),
    _of(r"(?<!\bor )(?<!/)(?<!\band )\b(?:[Hh]e|[Ss]he)\b(?! or |/| and | pronouns| [A-Z])" + _AT_AN_OFFICE + r"(?! (?:is|was|will be|has been|becomes|became|remains) (?:the|an?|our|its|now|also) (?:[\w-]+ ){0,3}(?:chair|head|lead|director|manager|officer|sponsor|minister|judge|governor|trustee|commissioner|inspector|mayor|secretary)\b)(?![^.;]*\bas (?:the )?(?:[Cc]hair|[Ll]ead|[Hh]ead|[Dd]irector|[Mm]anager|[Oo]fficer|[Ss]ponsor)\b)", _COLLEAGUE, _GENERAL, _EACH, ignore_case=False),
    _of(r"\band (?:he|she)\b(?! or |/| pronouns)", _COLLEAGUE, _GENERAL, _EACH, ignore_case=False),
    _of(rf"^(?:(?!Every|Each|Any|No|Per|One|Two|Another|Our|My|Your|Their|Whose|This|That|Which|What|If|When|Where|Once|Average|Typical|A\b|An\b|The\b)[A-Z][\w-]+ (?:pupil|child|student|boy|girl|lad|learner)|Pupil|Child|Student|Boy|Girl|Lad|Learner|YP),? (?:with|in|at|on|out|aged|from|waiting|placed|known|missing|still|{_HAPPENED})\b", ignore_case=False),
    _of(rf"\b(?:had|have|met|know) (?:one|an?) (?:[\w-]+ )?{KIN}\b", _GENERAL),
    _of(rf"\b(?:our|my) {_WORDS}{_A_CHILD} {_HAPPENED}\b", _GENERAL),
    _of(r"\bthe family (?:at|in|from|on|with|next|living) [^.;]*?\b(?:waits?|have|has|had|were|was|are|is|moved|lost)\b", _GENERAL),
    _of(rf"(?:^|[.!?;] )(?:His|Her) (?!Majesty|Royal|Honour|or |{_OF_A_POST}\b)[a-z]", _COLLEAGUE, ignore_case=False),
    _of(rf"\b(?:an?|the|one|this) {_WORDS}{_A_CHILD} (?:who|that) [^.;,]{{1,60}}? (?:has been|was|had|hasn't|wasn't|got|(?<!who is )(?:cannot|can't|has (?:no|not|never)|is (?:now|still|not)))\b", _GENERAL, _GUIDANCE),
    _of(rf"\b(?:an?|one|the|this) {_WORDS}{_A_CHILD} (?:now|still|also|then|never|only|just|recently|seen|hurt) [^.;]*", _GENERAL),
    _of(rf"\bI(?:'m| am) {_AGES}\b(?! (?:of|per|out|or)\b)"),
    _of(rf"\b(?:a|one) family of {_AGES}\b[^.;]*\b(?:was|were|has|have|had)\b", _GENERAL),
    _of(rf"\b(?:an?|one|this) {_WORDS}{_A_CHILD}(?: (?:at|from|in|with|of|on) [^.;,]{{1,40}})?, [^.;,]{{1,40}}, {_HAPPENED}\b", _GENERAL),
    _of(r"\b(?:an?|the|two|one) (?:[\w-]+ )?(?:brother and (?:a )?sister|sister and (?:a )?brother|twin (?:with|who|has|had|is|was|in|at))\b|\b(?:the|two|both) (?:(?:adopted|older|younger|little|same|refugee|deaf) )?(?:twins|siblings|brothers|sisters)\b(?! (?:project|programme|study|group|pilot))|\b(?:a|one|the) pair of (?:twins|siblings|brothers|sisters)\b|\btwin (?:boys|girls|brothers|sisters)\b", _SOME_OF),
    _of(r"\bthe case of (?:the|an?|one) (?:\w+ ){0,3}(?:twin|boy|girl|child|pupil|student|young person|brother|sister)\b"),
    # one of whom only so much is said
    _of(rf"\b(?:our|my|an?|one|the) (?:only |tallest |smallest |youngest |oldest |brightest )?(?:{_YEAR}|Reception|Nursery)(?: [\w-]+){{0,2}}? {_PERSON}\b(?!s|ren|'s voice)", _GENERAL),
    _of(rf"\b(?:our|an?|one|the) (?:(?:only|tallest|smallest|youngest|oldest) )?{_YEAR} (?:with|who|whose) ", _GENERAL),
    _of(rf"\b(?:our|my) (?:only|tallest|smallest|youngest|oldest|brightest) (?:[\w-]+ ){{0,3}}?(?:{_YEAR}|{_A_CHILD})"),
    _of(rf"\b(?:son|daughter|boy|girl|child|pupil|grandson|granddaughter|nephew|niece) (?:\({_AGES}\b|of {_AGES}\b(?! (?:to|or|and)\b))", _GENERAL),
    _of(rf"\b(?:an?|one|this) (?:[\w-]+ ){{0,2}}(?:{_PERSON}|{CHILD})(?: here)?, {_AGES}, ", _GENERAL),
    _of(rf"\b(?:someone|somebody|a neighbour|a friend|a colleague|a parent)'s {CHILD}\b(?!s|ren) {_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:aware|(?:heard|told|learned) (?:of|about)) (?:of )?(?:an?|one) (?:[\w-]+ ){{0,2}}(?:{_PERSON}|{CHILD})\b(?!s)"),
    _of(rf"\bI know of (?:an?|one) (?:[\w-]+ ){{0,2}}(?:{_PERSON}|{CHILD})\b(?!s)"),
    _of(rf"\b(?:the|an?|one|this) {_WORDS}{_A_CHILD} (?:living|sitting|sleeping|using|waiting|being) (?:[\w-]+ ){{1,6}}{_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:a|the) case (?:[\w-]+ ){{0,3}}of (?:an?|one|the) {_WORDS}{_A_CHILD}\b", _GENERAL),
    _of(rf"\bwe(?:'ve| have| had)? (?:had |got )?(?:a|an|one|this) {_WORDS}(?:{_A_CHILD}|chap|fellow|man|woman) (?:with|who|who's|whose|here)\b", _GENERAL),
    _of(r"\b(?:[Ss]ingle|[Ll]one) (?:dad|mum|mother|father|parent)(?:,| of (?:\d|two|three|four|five|six)\b)", _GENERAL),
    _of(rf"\b(?:an?|one) {_WORDS}{KIN} with [^.;,]{{1,40}} {_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:an?|one) {_WORDS}(?:{CHILD})'s {KIN}\b", _GENERAL),
    _of(r"\b(?:[Gg]randma|[Gg]randad|[Gg]ran|[Nn]an|[Mm]um|[Dd]ad)(?:, who (?:has|had|is|was)|'s (?:in|ill|dead|away|got|been|left|lost|on|at)\b)"),
    _of(rf"\b(?:an?|one|the) (?:[\w-]+ )?(?:{KIN}|parent|carer) (?:of|to|with) (?:two|three|four|five|six|seven|\d)\b(?! or more)(?: (?:boys|girls|children|sons|daughters))?,? [^.;]{{0,60}}?\b(?:[a-z]{{3,}}ed|was|has|had|is|said|told|wept|slept|left|lost|gave|went|drives?|cannot|can't)\b", _GENERAL),
    _of(rf"\bone of (?:our|the|my) {_YEAR[:-2]}s\b"),
    _of(r"\b(?:[Tt]he|[Aa]) (?:son|daughter|grandson|granddaughter|nephew|niece|boy|girl|child) of (?:one of (?:our|the|my)|an?|the)\b", Later(r"\bor $")),
    _of(r"\bI(?:'m| am| was) the (?:one|boy|girl|lad|only one|pupil|student) (?:who|that|with)\b"),
    _of(r"\b(?:Mum|Dad|Gran|Nan|Grandma|Grandad) [a-z]+s (?:him|her)\b", ignore_case=False),
    _of(r"\bset of (?:twins|triplets)\b|\btriplets\b"),
    _of(r"\bone family where\b|\b(?:youngest|eldest|oldest|middle one) of (?:two|three|four|five|six|seven|\d)\b"),
    _of(rf"\b(?:children|pupils|students|young people|learners|refugees|siblings|boys|girls|brothers|sisters|twins)\b[^.;]{{0,60}}?\bone (?:of whom {_HAPPENED}|with (?:[\w-]+ ){{0,2}}?{CONDITION})\b"),
    # in the first person
    _of(r"\b[Mm]y (?:own )?(?:diagnosis|seizures|overdose|self-harm)\b|\b(?:end|ended|take|took) (?:my|his|her) (?:own )?life\b"),
    _of(rf"\bI(?:'ve got| have|'ve| am|'m| had) (?:got )?(?:an? )?(?:[\w-]+ ){{0,2}}?(?:{CONDITION}|[\w ]*(?:fibrosis|palsy|disease|dystrophy|leukaemia))[^.]{{0,40}}\bI? ?(?:had|was|got|fell|lost|went|broke|have been)\b"),
    _of(rf"\bI was {_AGES} when\b|\bI was [a-z]+(?:ed|en|wn) at {_AGES}\b"),
    _of(r"\b[Mm]y (?:wife|husband|partner) (?:gave|had|has|is|was|lost|left|[a-z]+ed)\b"),
    _of(r"\b(?:my|our) [\w-]+'s (?:boy|girl|lad|son|daughter|child)\b"),
    _of(r"(?<!\bor )(?<!/)\b(?:him|himself|herself)\b(?! or )(?!/)", _COLLEAGUE, _GENERAL, _EACH),
    _of(rf"(?<!\bor )(?<!/)\b(?:his|her) (?:own |new |old |first |last )?(?:{_BELONGINGS})\b(?! or )", _COLLEAGUE, _GENERAL, _EACH),
    _of(rf"\b(?:an?|one|the|this) {_WORDS}(?:wheelchair user|mute|refugee|new arrival)\b(?! (?:team|service|group|children|pupils|families|scheme|toilets?))[^.;]{{0,50}}? {_HAPPENED}\b", _GENERAL),
    _of(r"\b(?:two|three|four|both|all|one) of the (?:family|siblings|brothers|sisters)\b", _GENERAL),
    _of(r"\b(?:my|our) (?:[\w-]+ ){0,2}?(?:son|daughter|boy|girl|lad|little one|eldest|youngest|grandson|granddaughter|nephew|niece|brother|sister|twin|stepson|stepdaughter|foster child)\b(?! (?:schools?|organisation|charity|volunteers|members|pupils|children|buildings|or (?:son|daughter|boy|girl))\b)"),
    _of(r"\bmy (?:[\w-]+ )?child (?:is|was|has|had|waited|cannot|can't|hasn't|hates|missed|lost|started|starts|still|went|does)\b", _GENERAL),
    _of(r"\b(?:an?|one|the|with) (?:[\w-]+ )?(?:son|daughter) (?:at|in|with|who|aged|has|was|is)\b"),
    # one child, to whom something happened
    _of(rf"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Ff]amily|[Ll]earner) (?:[Nn]o\.? ?|[Nn]umber )?\d{{1,2}}(?:'s\b|,| (?:waits|{_HAPPENED})\b)", ignore_case=False),
    _of(r"\b(?:a|the|one) sibling (?:pair|group)\b"),
    _of(rf"\bone (?:child|pupil|student|young person)'s (?!(?:[\w-]+ ){{1,2}}in {NUMBER}\b)(?:[\w-]+ ){{1,3}}{_HAPPENED}\b"),
    _of(rf"\bthe only (?:[\w-]+ ){{0,3}}?(?:{_A_CHILD}|user\b)"),
    _of(r"\b(?:an?|the|this|one|another|that) (?:[\w'-]+ ){0,4}?(?:boy|girl|lad)\b(?!s|'|-| scouts?\b| guides?\b| band| or (?:a )?(?:boy|girl)| is (?:\w+ times|twice|as likely|more|less|no))", _GENERAL, Later(r"\b(?:or|than|than for|as|being) $", re.IGNORECASE)),
    _of(rf"\bone {_WORDS}{_A_CHILD}(?! (?:in|out of) (?:{NUMBER}|every|each)\b)(?! at a time)(?:,? (?:at|from|in|with|of|on|now|still) [^.;,]{{1,50}}?|, [^.;,]{{1,60}},|,)? {_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:an?|another|a single) {_WORDS}{_A_CHILD}(?! who [^.;]{{1,60}}? (?:must|should|may|can)\b)(?: (?:at|from|in|with|of|on) [^.;,]{{1,50}}?)?,? {_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:the|this|that) {_WORDS}{_A_CHILD}(?: concerned| involved| in question)?(?! on (?:the|each|our) (?:panel|board|group))(?: (?:at|from|in|with|on) [^.;,]{{1,60}}?)?,? {_HAPPENED}\b", _GENERAL),
    _of(rf"\b(?:an?|the|one|this|that) {_WORDS}{_A_CHILD}[^;]{{0,140}}?(?<!\bor )(?<!/)\b(?:he|she|his|her|him)\b(?! or (?:he|she|his|her|him)\b)(?!/)", _GENERAL, Later(r"(?:\bor |/)$")),
)  # fmt: skip
