"""Ways of writing that name a child or a parent whatever the name: “the Okafor twins”, “Mrs Hale's son”, “plan for J. Reid”."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from .first_look import CHILD, CHILD_WORDS
from .sought import Several, Sought, said_in

PARENT = r"(?:(?:step-?|foster |god)?(?:mum|mother|dad|father)|parents?|family|carers?|nan|gran|grandmother|grandfather|grandparents?|grandma|grandad|uncle|aunt|auntie|brother|sister|son|daughter|foster carer)"
THEIR = (
    rf"(?:{PARENT}|EHCP|EHCNA|EHCAR|EHC plan|EHC|plan|draft plan|placement|(?:annual |early )?review|needs assessment|assessment|diagnosis|taxi|tribunal|appeal|"
    r"social worker|referral(?! (?:rates?|numbers?|figures?|data|total|process))|case|tutor|school|transport|escort|place|wheelchair|advice|needs|file|timetable|move|provision|exclusion|attendance|behaviour|"
    r"teacher|TA|consultant|hearing aids?|medication|respite|direct payments?|(?:SLT|OT|EP) reports?|complaint|story|journey|birthday|address|teachers?)"
)
NOT_A_NAME = (
    r"(?!(?:The|This|That|No|Any|All|Some|Most|Many|Few|Several|Other|Another|Their|Our|My|Your|Which|If|When|Where|Whether|For|With|Only|Not|Such|Both)\b|Board|School|Council|Forum|Workspace|Trust|Government|England|Today|Tomorrow|Last|Next|Every|Each|One|"
    r"Child|Pupil|Student|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Local|Parent|People|Children|Women|Men|It|What|Who|Here|There|Let|Year|"
    r"Ofsted|Minister|Chair|Director|Partnership|Authority|Service|Team|Panel|Tribunal|Ombudsman|Commission|Department|Programme|Project|Group)"
)
AGE_WORD = r"(?:[4-9]|1\d|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?! ?(?:%|per|weeks|months|days|places|of))"
NO_FAMILY = (
    r"(?!Foster|Parent|Community|Local|Whole|Early|Virtual|Traveller|Roma|Gypsy|Ukrainian|Afghan|Syrian|Polish|Somali|Romanian|"
    r"City|Council|Holiday|Young|School|Army|Armed|Military|Service|National|Royal|Wider|Extended|Birth|New|Same|Focus|Adoptive|Kinship|Sure|Spring|Summer|Autumn|Winter|Easter|Christmas)"
)
NO_PEOPLE = (
    r"(?![A-Z][a-z]+(?:ese|ian|ish|ani|lim|can)\b|Black|White|Asian|Arab|Kurdish|Sikh|Hindu|Catholic|Caribbean|Academy|College|Primary|Secondary|Juniors?|Infants?|Upper|Lower|"
    r"Sixth|Key|Reception|Nursery|Deaf|Grammar|Boys|Girls|Football|Rugby|Netball|Under)"
)
_NO_HOUSE = (
    r"(?!Schools|Trusts|Midlands|Governors|Parents|Councils|Partners|Leads|Workspaces|Boards|Teams|Heads|Chairs|Groups|Forums|Settings|Officers|Members|Academies|"
    r"Directors|Panels|Services|Commissioners|Providers|Carers|Families|Standards|Reviews|Plans|Actions|Risks|Milestones|Returns|Hubs|Colleges|Unions|Nurseries|"
    r"Therapists|Sponsors|Deputies|Trustees|Regulations|Lords|Commons|States|Courts|Ministers|Inspectors|Unions|Decisions|Challenges|Waivers|Themes|Prompts|"
    r"Guides|Scouts|Cubs|Brownies|Rainbows|Olympics|Paralympics|Games|Terms|Works|Systems|Communities|Places|Authorities|Directorates|Departments|Organisations|"
    r"Sponsors|Champions|Ambassadors|Advisers|Advisors|Managers|Psychologists|Nurses|Clinics|Hospitals)"
)
_NO_DISTRICT = r"(?!\w*(?:field|ford|ham|ley|hill|hall|green|wood|bury|by|worth|stoke|park|shire|town|gate|heath|ville|don|more|lake|brook|bourne|body|stone|land|end)s?\b)"
_NOT_A_HOUSEHOLD = r"(?! (?:hubs?|centres?|support|team|service|fund|group|network|information|forum|room|day|worker|court|learning))"


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _word_set("mr mrs ms miss mx master")
_KIN = _word_set(
    "mum mother dad father parent parents family carer carers nan gran grandmother grandfather grandparent grandparents grandma grandad uncle aunt "
    "auntie brother sister son daughter stepmum stepmother stepdad stepfather godmum godmother goddad godfather"
)


@dataclass(frozen=True)
class Way:
    """A way of writing that names somebody: the words of which one always stands in it, and how it looks."""

    words: frozenset[str]
    written: str

    @cached_property
    def pattern(self) -> Sought:
        """How it looks."""
        return Sought(self.written)

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Its words, and others it needs."""
        return (*self.pattern.needed, self.words)


WAYS = (
    Way(CHILD_WORDS, rf"\b{CHILD}\b[^.;]{{0,25}}\b(?:called|named|known as) (?:[A-Z][a-z]+)"),
    Way(_word_set("son daughter grandson granddaughter brother sister nephew niece"), rf"\b(?:son|daughter|grandson|granddaughter|brother|sister|nephew|niece),? \(?{NOT_A_NAME}[A-Z][a-z]+\b"),
    Way(_word_set("mum mother dad father grandma grandmother grandfather nan aunt uncle carer"), rf"\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Gg]randm(?:a|other)|[Gg]randfather|[Nn]an|[Aa]unt|[Uu]ncle|[Ff]oster carer),? \(?{NOT_A_NAME}(?:Mrs?|Ms|Miss)?\.? ?[A-Z][a-z]+\b(?! (?:and|or) (?:[Tt]oddler|[Bb]aby)|'s (?:Society|Trust|House|Homes?|Centre|School)\b)"),
    Way(TITLES, r"\b(?:[Rr]ing|[Rr]ang|[Pp]hone|[Pp]honed|[Cc]all|[Cc]alled|[Vv]isit|[Vv]isited) (?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]+"),
    Way(TITLES, r"\b(?:[Pp]arent|[Ff]amily|[Cc]arer)s?(?: \(|: )(?:Mr|Mrs|Ms|Miss)\.? [A-Z]"),
    Way(_KIN, rf"\b{NOT_A_NAME}[A-Z][a-z]+'s? (?:own )?{PARENT}\b"),
    Way(_word_set("her his"), rf"\b{NOT_A_NAME}[A-Z][a-z]+ and (?:her|his) (?:own )?(?:{PARENT}|twin|siblings?)\b"),
    Way(_word_set("child pupil student person"), r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung [Pp]erson)(?:'s)? [Nn]ame(?:d| is| was|:)+ [A-Z][a-z]+"),
    Way(TITLES, r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:and (?:Mrs?|Ms)\.? )?[A-Z][a-z'-]+(?:'s|s')? (?:[a-z]+ ){0,2}(?:son|daughter|child|boy|girl|twins|grandson|granddaughter)\b"),
    Way(TITLES, r"\bMr\.? (?:and|&) Mrs\.? [A-Z]"),
    Way(TITLES, r"\b(?:[Cc]omplaint|[Aa]ppeal|[Tt]ribunal|[Mm]ediation) (?:by|from|of) (?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z]"),
    Way(_word_set("family"), rf"(?:^|[.;:] ){NO_FAMILY}{NOT_A_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)? family(?: ?[:,-]| (?:has|have|had|was|were|want|wants|moved|complained|appealed))"),
    Way(_word_set("have were are"), rf"\b[Tt]he {NO_FAMILY}{NOT_A_NAME}(?!Schools|Trusts|Midlands|Governors|Parents|Councils|Partners|Leads)[A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?s (?:have (?:moved|complained|appealed|asked|refused|been told)|were (?:not )?told|are (?:waiting|unhappy|moving))\b"),
    Way(TITLES, rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z],? \(?(?:the |a )?{PARENT}\b"),
    Way(TITLES, rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z](?:'s|s') (?:[a-z-]+ ){{0,2}}(?!school|place|file|advice|provision){THEIR}\b"),
    Way(TITLES, r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]*[a-z] (?:rang|phoned|complained|appealed|e-?mailed (?:again|twice|to complain)|is (?:unhappy|upset|cross|threatening)|refuses|refused)\b"),
    Way(_word_set("ehcp ehc ehcna needs taxi diagnosis wheelchair worker birthday medication hearing"), rf"\b{NOT_A_NAME}{NO_FAMILY}[A-Z][a-z]{{2,}}(?:'s|s') (?:EHCP(?!s)|EHC plan(?!s)|EHCNA(?!s)|needs assessment(?!s)|taxi(?!s)|diagnosis|wheelchair|social worker|birthday|medication|hearing aids?)\b"
        r"(?! (?:template|format|process|quality|audit|team|rate|numbers?|timeliness|backlog|portal|contract|framework|service|waits?))"),
    Way(_word_set("family twins brothers sisters siblings household"), rf"\b[Tt]he {NO_FAMILY}{NOT_A_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)? (?:family{_NOT_A_HOUSEHOLD}|twins|brothers|sisters|siblings|household)\b"),
    Way(_word_set("appeal tribunal ehcp taxi mediation complaint son daughter child children"), rf"\b[Tt]he {NO_FAMILY}{NOT_A_NAME}[A-Z][a-z]+(?:'s|s') (?:appeal|tribunal|EHCP|taxi|mediation|complaint|son|daughter|child|children)\b"),
    Way(_word_set("parent parents carer carers"), rf"\b(?:[Pp]arents?|[Cc]arers?)(?:,| \(| -) ?{NOT_A_NAME}[A-Z][a-z'-]+ {NOT_A_NAME}[A-Z][a-z'-]+(?:,|\))"),
    Way(_word_set("child pupil student parent carer person learner"), rf"^(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Pp]arent|[Cc]arer|[Yy]oung person|[Ll]earner): {NOT_A_NAME}[A-Z][a-z'-]+ (?!and\b){NOT_A_NAME}[A-Z][a-z'-]+\b"),
    Way(_word_set("case appeal tribunal"), rf"\b[Tt]he (?!Business|Financial|Economic|Strategic|Legal|Test|Lead|Outline|Full|Court|Supreme|High|Upper|First|Treasury|Management|Commercial){NO_FAMILY}{NO_PEOPLE}{NOT_A_NAME}[A-Z][a-z'’]+(?:-?[A-Z][a-z]+)? (?:case|appeal|tribunal) (?:goes|went|is|was|has been|will|came|comes|returns|returned)\b"),
    Way(_word_set("boys girls lads lasses kids"), rf"\b[Tt]he {NO_FAMILY}{NO_PEOPLE}{NOT_A_NAME}[A-Z][a-z'’]+(?:-?[A-Z][a-z]+)? (?:boys|girls|lads|lasses|kids)"
        r"(?=[,.;]|$|'? (?:are|were|have|had|still|need|at|in|who|both|all|will|cannot|can't|do|did|moved|started|start|attend|travel|went|got|stops?|starts|ends?|begins?|taxi|transport|school|plans?|case|places?)\b)"),
    Way(_word_set("children child kids parents boys girls twins siblings brothers sisters"), rf"\b(?:[Tt]he|[Bb]oth|[Aa]ll|(?:[Tt]wo|[Tt]hree|[Oo]ne|[Aa]ll|[Bb]oth) of the) {NO_FAMILY}{NO_PEOPLE}{NOT_A_NAME}{_NO_DISTRICT}(?!Inclusion|Foundation|Nurture|Ramadan|Eid|Diwali|Sunday|Saturday|Forest|Makaton|Portage)[A-Z][a-z'’]+(?:-?[A-Z][a-z]+)? (?:children|child|kids|parents|boys|girls|twins|siblings|brothers|sisters)"
        r"(?=[.;]|$| (?:live|lives|have (?:been|had|no|not|lost|moved|gone)|has|had|are (?:home|at|out|not|still|in|both|without)|is|were (?:not|re|sent|moved)|was|want|wants|need|needs|passed|both|who)\b)"),
    Way(_word_set("twins brothers sisters siblings family boys girls lads"), r"\b(?!SEND|EHCP|CAMHS|SENDIASS|EOTAS|ROMA|ASYLUM|MOST|SOME|MANY|ALL|ONLY|OLDER|YOUNG)[A-Z]{4,} (?:twins|brothers|sisters|siblings|family|lads)\b"),
    Way(_word_set("s"), rf"[\u0370-\u06ff\u0900-\u0dff\u4e00-\u9fff]\w*'s (?:[a-z]+ )?{THEIR}\b"),
    Way(_word_set("mum mother mummy dad daddy father nan gran grandmother grandfather grandma grandad carer parent"), rf"\b(?:[Mm]um(?:my)?|[Mm]other|[Dd]ad(?:dy)?|[Ff]ather|[Nn]an|[Gg]ran(?:dmother|dfather|dma|dad)?|[Cc]arer|[Pp]arent) of {NOT_A_NAME}"
        r"(?!(?:Two|Three|Four|Five|Six|Twins?|Triplets|Autistic|Disabled|Deaf|Reception|Nursery|Primary|Secondary|Pre|Teenage|Teens?|Nations|English|God|Baby|Babies|Young|Key|Special)\b)"
        r"[A-Z][a-z'-]+\b(?! (?:child|children|pupils?|students?|schools?|School|Primary|Academy|teenager|boys?|girls?)\b)"
        r"|\b(?:MUM|MOTHER|DAD|FATHER|NAN|GRAN|GRANDMOTHER|GRANDFATHER|CARER) OF (?!(?:THE|TWO|THREE|FOUR|FIVE|SIX|TWINS|TRIPLETS|BOY|GIRL|CHILD|PUPIL|YEAR|SEND|SEN|AUTISTIC|DISABLED|YOUNG|CHILDREN|ALL|EACH|EVERY|OUR|THIS|THAT|ONE|ANY)\b)[A-Z]{3,}"),
    Way(_word_set("s"), rf"\b[A-Z]\.[A-Z]\.?'s (?:own )?(?:[a-z]+ )?{THEIR}\b"),
    Way(_word_set("surname"), r"\b[Ss]urname:? (?:is )?[A-Z][a-z]"),
    Way(CHILD_WORDS, rf"\b{CHILD} (?:is )?(?:named |given |recorded |listed )?as [A-Z][a-z]+ [A-Z][a-z]+"),
    Way(_word_set("have"), rf"\b[Tt]he {NO_FAMILY}{NOT_A_NAME}{_NO_HOUSE}[A-Z][a-z]{{2,}}s have (?:two|three|four|five|six|[2-6]) (?:children|boys|girls|sons|daughters)\b"),
    Way(_word_set("family"), rf"(?:^|[.;:] )(?:[A-Z]'[A-Z]|Mc|Mac)[a-z]+ family\b{_NOT_A_HOUSEHOLD}"),
    Way(_word_set("family"), rf"(?:^|[.;:] ){NO_FAMILY}{NOT_A_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)? family (?:complaint|appeal|tribunal|mediation|case)\b"),
    Way(_word_set("still has is was needs hasn had cannot can isn wasn refuses refused excluded suspended"), r"\b[A-Z]\.? (?:[A-Z]'|Ma?c)?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)? (?:excluded (?:for|again|from|on)|suspended (?:for|again|from|on)|still (?:has|is|waits)|has(?:n't| no| not| had| been (?:out|off|excluded|without))\b|had (?:no|his|her)\b|is(?:n't)? (?:not|still|without|out|at|in|waiting)|was(?:n't)? (?:not|refused|excluded|moved|placed|sent)|needs a|cannot|can't|refuses|refused)"),
    Way(_word_set("v"), r"\b(?:[A-Z]\.? )?[A-Z][a-z'-]{2,} v\.? (?:the )?(?:LA\b|[Ll]ocal [Aa]uthority|[Cc]ouncil|Local\b|[A-Z][a-z]+ (?:City |County |Borough )?Council)"),
    Way(_word_set("year yr y dob born age aged"), r"\b[A-Z][a-z'-]{2,},? [A-Z]\.?,? \((?:Year|Yr|Y|DOB|aged?|born) ?\d"),
    Way(_word_set("the"), rf"\b(?:[Tt]he {NO_FAMILY}{NOT_A_NAME}{_NO_HOUSE}(?:[A-Z][a-z]+-)?[A-Z][a-z]{{2,}}s (?:want|wanted|went|had|say|said|feel|felt|live|lost|moved|need|cannot|can't|refused|complained|still|will not|won't)\b|(?:with|from|for|by|about|and|visit to|visited|met|phoned|rang) the {NO_FAMILY}{NOT_A_NAME}{_NO_HOUSE}(?:[A-Z][a-z]+-)?[A-Z][a-z]{{3,}}s\b(?! [A-Z&]| and| (?:group|team|service|project|programme|pilot|forum|network|report|survey|day|event|session|scheme|club|base|hub|unit|school|model|tool|system|review|standard)))"),
    Way(_word_set("little baby poor"), r"\b(?:Little|Baby|Poor) [A-Z][a-z]+(?<!s) (?:(?:has|had) (?:no|been|started|lost|had|never|not|his|her)|is (?:still|not|at|out|now|on)|was (?!opened)|still|cannot|came|went)\b"),
    Way(_word_set("parent parents carer carers mother father mum dad"), rf"\b(?:[Pp]arents?|[Cc]arers?|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad)(?:,| \(| -|:) ?[A-Z]\.? ?{NOT_A_NAME}[A-Z][a-z'-]{{2,}}"),
    Way(_word_set("known"), rf"\b(?:[A-Z]{{2}} )?{NOT_A_NAME}[A-Z][a-z'-]+(?:,| \() ?(?:also )?known (?:to us |at school |at home )?as {NOT_A_NAME}[A-Z][a-z]+\b(?! [A-Z])"),
    Way(_word_set("family families"), r"\b[Ff]amil(?:y|ies) \([Tt]he [A-Z][a-z]+s\)"),
    Way(_word_set("year yr y"), r"\b[A-Z]\.? [A-Z][a-z]{2,},? \(?(?:Year|Yr|Y) ?\d{1,2}\b"),
    Way(_word_set("name call calls called"), rf"\b(?:[Mm]y|[Hh]is|[Hh]er) name(?: is|'s) {NOT_A_NAME}[A-Z][a-z]+|\b(?:calls?|called) (?:him|her|me) {NOT_A_NAME}[A-Z][a-z]+"),
    Way(_word_set("our"), rf"\b{NOT_A_NAME}[A-Z][a-z]{{2,}}(?:, one of our|, our) (?:Year|Yr|Y) ?\d{{1,2}}s?\b(?! (?:and|to|or|pupils|children))"),
    Way(TITLES, r"\b(?:mr|mrs|ms|miss|mx)\.? [a-z][a-z'-]+'s (?:son|daughter|lad|boy|girl|child|plan|complaint|appeal|taxi)\b"),
    Way(TITLES, r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.? (?:[A-Z]\.? )?[A-Z][\w'’-]*[a-z] (?:said|says|told|wants|feels|wrote|called|rings|is waiting|is still|was sent|cannot|can't)\b"),
    Way(_word_set("for"), r"\b(?:[Pp]lan|[Pp]lace|[Pp]lacement|[Rr]eview|[Tt]ribunal|[Aa]ppeal|[Tt]ransport|[Tt]axi|EHCP|[Aa]dvice|[Pp]rovision|[Tt]utor|[Dd]iagnosis|[Nn]othing|[Nn]ews|[Aa]nswer|[Ff]unding|[Dd]ecision) for (?:[A-Z]\.? ?(?:[A-Z]\.? ?)?[A-Z][a-z]{2,}\b|[A-Z]\.(?: [A-Z]\.)?(?:,? (?:\(|who|is|has|agreed|refused|ceased|still|at|in)\b|,? \())"),
    Way(_word_set("thanks thank thnaks"), r"\b(?:[Tt]hanks|[Tt]hnaks|[Tt]hank you)(?: so much| again| go)? to (?:little |young )?(?!Us\b|Workspace|Board|Council)[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)? for (?:telling us|letting us|sharing (?:her|his|their|your)|showing us (?:her|his)|writing (?:us|her|his)|coming to tell|her\b|his\b|being so brave|speaking (?:up|so))"),
)  # fmt: skip


@cache
def _ways() -> Several[Way]:
    return Several(WAYS, lambda way: way.needed)


def named_by_grammar(text: str) -> bool:
    """Whether the words around a word with a capital leave no doubt that it is the name of a child or a parent."""
    return any(way.pattern.search(text) for way in _ways().among(said_in(text)))
