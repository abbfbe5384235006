"""Names of people in text: a child's or a parent's, which nothing may print, and anybody's where a role would do.

A given name is found by the list. Whose it is, the words around it tell: those of one child's case (a plan, a taxi, a mother) make it a
child's or a parent's, those of an office (a title, a team, “will lead”) make it a colleague's.
"""

from __future__ import annotations

import re

from ...later import Later
from .colleagues import OF_A_POST, OF_A_TITLE, OF_AN_OFFICE, in_a_note, in_a_role, of_an_office, says_of_a_child
from .first_look import words_of
from .given_names import ALSO_WORDS, GIVEN_NAMES, IN_SMALL_LETTERS
from .names_by_grammar import AGE_WORD, PARENT, THEIR, TITLES, named_by_grammar
from .people import NAME, Person, beside_a_school, is_given, of_a_place, people, spelt
from .sought import Sought
from .stories import CONDITION, ONE

_TITLED = Sought(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)(?:\. ?| )(?:and (?:Mrs?|Ms|Miss)\.? )?(?:[A-Z]\.? ?)?[A-Z][a-z'-]+"
    r"|\b(?i:(?:mrs?|mx)(?:\. ?| )(?:(?:and|&) (?:mrs?|ms|miss)\.? )?(?:[a-z]\.? )?(?!(?:scans?|scanner|imaging|images?|records?|and|or|in|is|was|the|stands|means)\b)[a-z][a-z'-]+)"
    r"|^MISS [A-Z][A-Z'-]{2,}$"
)
"""The second way, in whatever letters, is of the titles that are no other word."""
_CASE = (
    r"(?:EHCP?s?|EHC|EHCNA|EHCAR|[Hh]earing|[Rr]eferr\w+|[Pp]lan|[Dd]raft plan|(?:annual|early|transition|phase)? ?review|[Tt]ribunal|[Aa]ppeal\w*|[Mm]ediation|[Pp]laced?|[Pp]lacements?|"
    r"(?:a|the|no|school|named|specialist|college|nursery)(?: school)? place|no school|new school|school|taxi|[Tt]ransport|escort|exclu\w+|suspen\w+|mum|mummy|mother|dad|daddy|"
    r"father|parents?|gran|nan|grand\w+|brother|sister|twin|foster|OT|SLT|SALT|SaLT|speech|EP advice|advice|autis\w+|ADHD|epilep\w+|"
    r"[Dd]iagnos\w+|wheelchair|tutor|tuition|[Rr]espite|PRU|hub|specialist|at home|home|out of (?:education|school)|DOB|dob|aged \d+|(?:Year|Yr|Y) ?\d{1,2}|"
    r"Reception|moved to|waiting|timetable|ceased|CAMHS|bus|ill|hospital|interpreter|assess\w+|need(?:s)? (?:a|an)|case|[Ss]ocial worker|"
    r"family|personal budget|bullied|refus\w+|non-verbal|unit|turned down|on roll|missing|health|medical|nurse|carer|[Tt]ravel|respite|direct payments?)"
)
_ABOUT_A_CASE = Later(rf"\b{_CASE}\b")
_NEAR = 70
# A word for one child or one parent, close enough to be about the person named.
_ABOUT_A_CHILD = Later(
    rf"(?<!every )(?<!each )(?<!any )(?<!per )(?<!all )\b(?:(?i:{ONE}|son|daughter|sibling|twin|mum|mummy|mother|dad|daddy|father|nan|"
    r"grandmother|grandfather|foster carer|(?:his|her|their) (?:own )?(?:parents|mum|mother|dad|father|gran|brother|sister|plan|EHCP)|out of school|(?:was|been|is) (?:excluded|suspended|diagnosed)|"
    r"\d{1,2}[ -]years?[ -]old)|(?:Year|Yr) ?\d{1,2}|aged \d{1,2})\b"
)
_IN_CAPITALS = Sought(
    r"\b(?=([A-Z]{3,})\b)(?:[A-Z]{3,})(?: [A-Z'-]{3,})?'S (?:[A-Z]+ )?(?:PLAN|EHCP|PLACE|TAXI|REVIEW|TRIBUNAL|PLACEMENT|MUM|DAD)\b"
    r"|\b(?=([A-Z]{3,})\b)[A-Z]{3,} \((?:[Yy]r|[Yy]ear|[Yy]) ?\d"
)
"""Names in capitals, where what follows leaves no doubt that they are a child's."""
_IN_SMALL = Sought(
    rf"\b([a-z]{{3,}})'s (?:[a-z]+ ){{0,2}}(?i:{THEIR})\b"
    r"|\b(?:plan|place|placement|taxi|transport|review|tutor|school|tribunal|diagnosis|assessment) for (?:little |poor |young )?([a-z]{3,})\b"
    r"|\b(?:little|poor) ([a-z]{3,})\b(?='s| (?:is|was|has|had|still|cannot|can't|needs|did|does)\b)"
)
"""Names written without a capital, where the words around leave no doubt either."""
_THEIRS = Sought(rf"\b({NAME}|[A-Z]{{3,}})(?:'s?|s') (?:[a-z-]+ ){{0,2}}{THEIR}\b")
_ALONE = Later(
    r"'s (?:been (?!asked|working|appointed|leading)|still|not|got|had no|out of|moved|waiting|excluded|poorly)\b|(?: [A-Z]\.)?(?: still| now| also)? (?:has (?:an? appeal|autism|ADHD|epilepsy|an? (?:plan|diagnosis|place|taxi|new school)|(?:started|settled|finished|returned|transferred|begun|joined|moved) (?:at|in|into|to|on|back|the|her|his|school|college|Year)\b|had|been (?!asked|working|appointed|leading)|no|not|lost|missed|waited|only|gone|moved|nowhere)|was (?:not|told|moved|sent|left|refused|offered|excluded|placed|put|given|found|born|turned|taken|hurt)|"
    r"had (?:no|to|been|her|his)|is (?:\d{1,2}|still|now (?:in|at|out|back|on)|at home|not|without|autistic|waiting|in (?:Year|hospital|care)|out of|back (?:in|at|with)|too|very|home)|waited|lost|missed|cannot|can't|could not|did not|refused|refuses|had|gets|got|wants|likes|feels|struggles|struggled|sleeps|eats|cries|cried|screams|comes home|came home|will not|won't|would not|enjoys|stays|stayed|spent|spends|"
    r"needs|attends|attended|starts at|started at|moved to|travels|lives|has no|still has|goes to|went (?:to|missing)|loves|hates|does not|left school|stopped)\b"
    r"|,? who (?:is|has|was|cannot|lives|needs|attends)\b|,? (?:is )?(?:aged )?\d{1,2},(?: who)? (?:has|is|was|needs|cannot|had|lives|waits|still|no)\b"
)
"""What is said of a child by a given name alone. Colleagues are named by role, or in full."""
_OF_SOMEBODY = Later(rf",? (?:who|aged|\d)|[^,.;]*\b(?:he|she|his|her)\b|[^.;]{{0,60}}\b(?:is|was|only|aged) (?:only |just )?{AGE_WORD}\b")
"""What follows a name that is also a word, and leaves no doubt that somebody is meant."""
_YEAR_AFTER = Later(r",? ?\(?(?:in )?(?:Year|Yr\.?|yr|year|Y) ?(?:\d{1,2}|R)\b\)?|,? \((?:aged? )?\d{1,2}\)|,? \((?:Reception|Nursery|DOB)")
_AGE_AFTER = Later(rf",? (?:\(|aged )?(?:[4-9]|1\d|2[0-5])(?:\)|,| years? old)|,? \(?aged {AGE_WORD}\b")
_COLON = Later(rf" ?[:-] [^.;]{{0,40}}?\b{_CASE}\b")
_PARENT_OF = Later(
    rf"\b(?:(?:chased|refused|agreed|requested|issued|arranged|outstanding|awaited|declined|sought|submitted|received|booked|secured|pending|turned down) for|"
    rf"(?i:{PARENT})|[Cc]ase study:?|[Pp]lan for|[Pp]lace for|[Tt]axi for|[Tt]ransport for|[Pp]lacement for|[Tt]ribunal for|[Rr]eview for|[Ss]chool for|[Uu]pdate on|[Nn]ews of|let|about|regarding|re:?) (?:of )?$"
)
_SEEN_BY = Later(r"\b(?:(?:saw|assessed|reassessed|observed|(?:has|have|had) (?:seen|assessed|met)) |(?:mum|dad|mother|father) of )$")
_BEFELL = Later(
    r" (?:was|is|has been) (?:assessed(?! as\b| for\b| against\b)|diagnosed|excluded|suspended|restrained|non-verbal|autistic|at home|on roll|without a (?:place|school))\b"
)
"""What befalls a child alone: whoever it is said of is one, though the name be also a word."""
_TIMES = frozenset({"April", "May", "June", "Jun", "August", "Autumn", "Winter"})
_MEANT = Later(
    r" (?:on \d|at (?:home|school|nursery|college)|and (?:will|has|is)|about|last|this|twice|again|in (?:school|class|clinic|April|May|June|July))|[.,;]|$"
)
"""What a professional does with a child, or who a parent is of: a name between these two is a child's, though it be also a word."""
_YOUNG = Later(r"\b(?:[Yy]oung|[Ll]ittle|[Pp]oor) $")
_FOR_WHOM = Later(
    r"\b(?:(?:school|college|nursery|place|placement|plan|taxi|tutor|transport|home|escort|EHCP|review|tribunal) for|[Cc]ase (?:discussion|study|review|conference|history|example|update):?) $"
)
"""What is sought for one child, or is about one: the name that ends the sentence is a child's, though it be also a word."""
_TOLD_BY = Later(
    r"\b(?:story|stories|poem|film|letter|words|drawing|picture|experience|testimony|speech|song)\b[^.;]{0,40}\b(?:told|read|shared|given|drawn|painted|performed|spoken|sung|made)(?: out| aloud)? by (?:young |little )?$"
)
_INITIALS = Later(r"\b[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z][a-z][a-z'-]+\b")
_BEFORE_INITIALS = Later(r"(?:^|[(;,:/-] ?|\b(?:for|of|to|about|with|and|re|by|from|was|is) )$")
"""Somebody by initials and a surname. What a sentence ends with (“option B. Reviews …”) is none."""
_ONLY_OF_SOMEBODY = Later(
    r" (?:is (?:still |now |back )?(?:at home|out of (?:school|education)|in hospital|in Year \d)|(?:still )?has no (?:school|taxi|place|plan|tutor|escort|teaching assistant)|"
    r"cannot (?:go (?:on|to|in)|attend|walk|manage|speak|swallow|read)|refuses to (?:go|get|leave|eat))\b"
)
"""What can be said of nothing but a person, so that a word with a capital before it is somebody's name."""
_DID = Later(
    r" (?:(?:has|have|had|was|were|is|will|be|also|then|just|never|nearly|really|finally|both) )*(?:taught|repeat (?:Year|Reception)|upset that (?:her|his)|self-harmed|threw|kicked (?!off)|punched|bit|bitten|spat|swore|cried|cries|crying|sobbed|screams|screamed|"
    r"slept|sleeps|loves|hates|hid\b|hides|hugged|absconded|ran (?:away|off|out)|wets|wet (?:himself|herself|the)|ate|eats|swims|outgrown|"
    r"bullied|excluded|expelled|restrained|diagnosed|scared|afraid|frightened|non-verbal|autistic|self-harming|refusing to|smiled|laughed|"
    r"sent home|settled (?:well|in)|found (?:outside|in|by|on|wandering|hiding)|back (?:in|at) (?:class|school|college|nursery)|learned to|missing school|told us|misses (?:his|her|school)|"
    r"been moved to (?:the |an? )?(?:[a-z]+ ){0,2}(?:provider|school|unit|PRU|college|hub|class|placement)|been through|out of school|doing (?:hair|maths|well at)|"
    r"wants to (?:go|be|see|know|stay|leave)|can (?:now |still |only )?(?:sit|walk|read|speak|talk|swallow|swim))"
    rf"|(?: now| still)? has (?:been )?{CONDITION}| needs (?:an? )?(?:hoist|wheelchair|escort|interpreter|nurse|tutor|taxi|scribe|one[- ]to[- ]one|two adults|feeding|changing|\d:1)"
    r"|'s (?:shoes|coat|bag|hair|drawings?|poem|wheelchair|legs|eyes|seizures|mum|dad|nan|voice shook|words|bed|bedroom|birthday|lunch|frame)\b"
)
"""What is done by or befalls somebody, or is somebody's, whatever else the word with a capital may mean: “Summer loves the sensory room”."""
_DONE_TO = Later(
    r"\b(?:asked|let|tell|told|get|got|give|gave|teach|taught|feed|fed|keep|kept|found|hear|heard|sees?|saw|met|know|knows|knew|leave|left|discharged|closed|measured|fund|told|for|on|about|see) $"
)
_AND_SO = Later(
    r" (?:what (?:she|he|they)|how (?:she|he|they)|down\b|alone\b|out of (?:school|class)|an? (?:wheelchair|taxi|place|school|tutor|hoist|laptop|scribe)|has been (?:postponed|delayed|cancelled)|on (?:Mon|Tues|Wednes|Thurs|Fri)day|which (?:school|college)|for a new (?:chair|frame|brace)|without (?:a|an|telling|any))"
)
"""A word with a capital between these two is a child's name: “We let Amber down”, “get Joy a wheelchair”."""
_PAIR = Later(
    rf"(?: [A-Z][a-z'-]+)?(?: ?\([^)]{{1,12}}\))? (?:and|&|\+) (?:for |of |with )?({NAME}|[A-Z]{{3,}})(?:'s)?(?! (?:[A-Z][a-z]+ )?(?:Schools?|Academy|College|Road|Street))(?![\w-])"
)
SURNAME_FIRST = Sought(
    rf"(?<![\w,] )(?<![\w'-])([A-Z][a-z]*[a-z](?:['-][A-Z][a-z]+)?|[A-Z][A-Z'-]{{2,}}), ({NAME}|[A-Z]{{3,}})(?= ?(?:[:;(.,-]|$)| [a-z])"
)


def _titled(text: str) -> list[re.Match[str]]:
    """Everybody named by a title and a surname."""
    return [] if words_of(text).isdisjoint(TITLES) else list(_TITLED.found_in(text))


def named_child(text: str) -> bool:
    """Whether the text names a child, or a child's parent."""
    if named_by_grammar(text):
        return True
    if "'" in text and any(is_given(m[1]) and not of_a_place(text, m.span(1)) for m in _THEIRS.found_in(text)):
        return True
    if ("'" in text or "(" in text) and any(spelt(m[1] or m[2]) in GIVEN_NAMES for m in _IN_CAPITALS.found_in(text)):
        return True
    if not words_of(text).isdisjoint(IN_SMALL_LETTERS) and any(m[m.lastindex or 1] in IN_SMALL_LETTERS for m in _IN_SMALL.found_in(text)):
        return True
    if "," in text and any(
        is_given(m[2]) and not in_a_role(text, *m.span()) and _near_a_case(text, *m.span()) for m in SURNAME_FIRST.found_in(text)
    ):
        return True
    if any(_is_a_childs(text, person) for person in people(text)):
        return True
    if "." in text and any(
        _BEFORE_INITIALS.search(text[max(0, m.start() - 8) : m.start()])
        and _near_a_case(text, *m.span())
        and not in_a_role(text, *m.span())
        and not of_an_office(text, *m.span(), OF_A_TITLE)
        for m in _INITIALS.finditer(text)
    ):
        return True
    return any(
        _ABOUT_A_CHILD.search(_around(text, *m.span()))
        or (_in_a_sentence(text, *m.span()) and not of_an_office(text, *m.span()) and not of_a_place(text, m.span()))
        for m in _titled(text)
    )


def _is_a_childs(text: str, p: Person) -> bool:
    if _AGE_AFTER.match(text, p.end) and (not p.weak or (p.whole and text.startswith((" aged", ", aged", " (aged"), p.end))):
        return True
    if _DID.match(text, p.end) or (_AND_SO.match(text, p.end) and _DONE_TO.search(text[max(0, p.start - 30) : p.start])):
        return True
    if _TOLD_BY.search(text[max(0, p.start - 80) : p.start]) and not OF_A_TITLE.search(text, p.end, p.end + 60):
        return True
    if in_a_role(text, p.start, p.end):
        return False
    if (
        not p.weak
        and _in_a_sentence(text, p.start, p.end)
        and not of_an_office(text, p.start, p.end, OF_AN_OFFICE if p.whole else OF_A_POST)
        and not in_a_note(text, p.start, p.end)
    ):
        return True
    if _for_whom(text, p):
        return True
    return _said_of_a_child(text, p) or (not (p.weak and not p.whole) and _beside_a_case(text, p))


_MENTION = Later(r"@[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?")
"""Somebody called into a conversation on a cell."""


def without_colleagues(text: str) -> str:
    """The text without the names that stand as those of colleagues do in a note on a cell: the signs around them weigh for nobody."""
    text = text if says_of_a_child(text) else _MENTION.sub("the analyst", text)
    for person in reversed(people(text)):
        if in_a_note(text, person.start, person.end):
            text = f"{text[: person.start]}the analyst{text[person.end :]}"
    return text


def _for_whom(text: str, p: Person) -> bool:
    """“Find a school for Will.”: the name ends the sentence and what is sought for a child stands before it."""
    ends = re.match(r" ?(?:[.;,!?)]|$)", text[p.end :])
    return bool(ends) and p.given not in _TIMES and bool(_FOR_WHOM.search(text[max(0, p.start - 40) : p.start]))


def _said_of_a_child(text: str, p: Person) -> bool:
    """Whether what follows the name is said of a child: a year group, a plan, “is still at home”, a brother or sister."""
    if _YEAR_AFTER.match(text, p.end) and (not p.weak or re.match(r",? \(?(?:in )?[Yy]", text[p.end :])):
        return True
    if p.given not in _TIMES and _MEANT.match(text, p.end) and _SEEN_BY.search(text[max(0, p.start - 30) : p.start]):
        return True
    if _BEFELL.match(text, p.end):
        return True
    if p.given not in _TIMES and _ONLY_OF_SOMEBODY.match(text, p.end):
        return True
    if _ALONE.match(text, p.end) and (p.whole or not p.weak or _OF_SOMEBODY.match(text, p.end)):
        return True
    if re.match(rf"(?:'s|s') (?:[a-z-]+ ){{0,2}}{THEIR}\b", text[p.end :]):
        return True
    pair = _PAIR.match(text, p.end)
    if p.whole and not _in_a_sentence(text, p.start, pair.end() if pair else p.end):
        return False
    return bool(pair and is_given(pair[1]) and not in_a_role(text, *pair.span()) and not (p.weak and pair[1].capitalize() in ALSO_WORDS))


def _beside_a_case(text: str, p: Person) -> bool:
    """Whether the words before and around the name are of one child's case."""
    if p.whole and re.fullmatch(r" [A-Z]\.?", text[p.start + len(p.given) : p.end]):
        return True
    if not p.weak and _YOUNG.search(text[max(0, p.start - 12) : p.start]):
        return True
    if _PARENT_OF.search(text[max(0, p.start - 30) : p.start]) or _COLON.match(text, p.end):
        return True
    if p.whole and not p.weak:
        return _near_a_case(text, p.start, p.end)
    return bool(_ABOUT_A_CHILD.search(_around(text, p.start, p.end)) or _at_the_end(text, p))


_SAYS_SOMETHING = Later(r"\b(?!(?:and|or|with|from|of|the|for|by|to|at|in|on|until|since|job|share)\b)[a-z]{2,}")

_A_NOTE = Later(r"(?:[A-Z][a-z'-]+ ){1,3}?[A-Z]?[a-z'-]*:")


def _in_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether something is said of whoever is named here: names by themselves, or one before a colon as in a note on a cell, may be of those who own or wrote it."""
    besides = f"{text[:start]} {text[end:]}"
    says = re.search(r"\b[A-Z]{3,}", besides) if text[start:end].isupper() else _SAYS_SOMETHING.search(besides)
    return bool(says) and not (start == 0 and text[end : end + 1] == ":")


_SAID_OF = Later(rf"\b{_CASE}\b[^.;]*$")


def _at_the_end(text: str, p: Person) -> bool:
    """“Need a taxi by September for Hassan.”: the case first, then the name, and nothing after."""
    return bool(re.match(r" ?(?:[.;]|$)", text[p.end :]) and _SAID_OF.search(text[max(0, p.start - _NEAR) : p.start]))


def says_something(text: str) -> bool:
    """Whether anything is said beside the names, so that they are not those of who wrote or owns it."""
    return bool(_SAYS_SOMETHING.search(text)) and not _A_NOTE.match(text)


def named_person(text: str) -> bool:
    """Whether the text names anybody: a title with a surname, or a given name with a surname."""
    return bool(_titled(text)) or any(p.whole and not p.weak and not beside_a_school(text, p) for p in people(text))


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : end + _NEAR]


def _near_a_case(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.;!?] ", text[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[.;!?](?: |$)", text[end : end + _NEAR])[0]
    return bool(_ABOUT_A_CASE.search(before) or _ABOUT_A_CASE.search(after))
