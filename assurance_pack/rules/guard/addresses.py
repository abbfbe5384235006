"""Where somebody lives and can be written to: postcodes, homes, e-mail, names on social media.

Every finder takes text already made plain (`numbers.plain`) and gives the spans it found, never a judgement of what to do.
"""

from __future__ import annotations

import re

from ...later import Later
from .first_look import words_of
from .numbers import Span
from .sought import Sought

# ---------- full postcode ----------

_AREAS_LIST = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD "
    "HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH "
    "RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
    "BF"  # forces abroad
)
_AREAS = frozenset(_AREAS_LIST.split())
_POSTCODE = Later(r"(?<![A-Za-z0-9-])([A-Za-z]{1,2})(\d[A-Za-z\d]?)([ -]{0,2})(\d)([ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])")
_POSTCODE_APART = Later(r"(?<![A-Za-z0-9£-])([A-Z]{1,2})([ .]?)(\d[A-Z\d]?)([ ./-]{1,3})(\d)( ?)([ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])")
"""In other pieces than two, or with another sign between: in capitals."""
_LETTERS_OF_OURS = frozenset(["AP", "EP", "LA", "TA", "HT", "SW", "HR", "SE", "PE", "RE", "GP", "PA"])
"""Short forms that may follow a number: “M1.2 LA” is none."""
_NO_FIXED_ABODE = Later(r"\bZZ99 ?\d[A-Z]{2}\b")
"""In health records: of no fixed abode, from abroad, in prison. Its last letters follow no rule."""
_NEAR_A_VENUE = 60
_VENUE = Later(
    r"\b(?:Council House|Civic Centre|Town Hall|County Hall|Committee Room|Conference Centre|Library|University|Cathedral|Business Park|Industrial Estate|Trading Estate|Retail Park|[Uu]nit \d{1,3}[A-Z]?|[Dd]epot|[Ww]arehouse)\b"
)
"""Buildings in which meetings are held: their postcode is nobody's, in a text that speaks of nobody's home."""
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def postcodes(text: str) -> list[Span]:
    """Full postcodes. A district alone (CV4) is none; “B1 2nd” is none; run together they must be in capitals or begin with two letters."""
    found = [match.span() for match in _NO_FIXED_ABODE.finditer(text)] if "ZZ99" in text else []
    written = {m.span(): m for m in _POSTCODE_APART.finditer(text) if _is_one_apart(m)} | {
        m.span(): m for m in _POSTCODE.finditer(text) if _is_one(m)
    }
    return found + [
        span
        for span, match in sorted(written.items())
        if _SOMEBODYS.search(text) or not _VENUE.search(text, max(0, match.start() - _NEAR_A_VENUE), match.start())
    ]


def _is_one(match: re.Match[str]) -> bool:
    area, _, gap, _, end = match.groups()
    return area.upper() in _AREAS and end not in _ORDINALS and bool(gap or match[0].isupper() or len(area) > 1)


def _is_one_apart(match: re.Match[str]) -> bool:
    """Whether the pieces of a postcode are those of one: of an area of one letter only two pieces are, with a sign between."""
    area, gap, _, _, _, other_gap, end = match.groups()
    in_order = len(area) == 2 or not (gap or other_gap)
    return area in _AREAS and in_order and (end not in _LETTERS_OF_OURS or not other_gap)


_TOWN = r"(?:,? [A-Z][a-z'-]+){0,3}(?:,? [A-Z]{1,2}\d{1,2})?"
_OF_HOMES = "(?:Road|Rd|Street|Close|Avenue|Ave|Drive|Crescent|Grove|Gardens|Terrace|Lane|Mews|Croft)"
_ADDRESS_ALONE = Later(
    r"(?:[Aa]t )?(?:[Nn]o\.? ?)?\d{1,3}(?:[A-Da-d]|-\d{1,3})?,? (?:[A-Z][a-z'-]+ ){1,2}"
    rf"(?:{_OF_HOMES}|(?:Court|Way|Walk|Rise|Hill|Place|Green|View|Square)(?=, [A-Z])){_TOWN}[ ,.…]*"
)
"""A whole text that is a house's address and no more; streets that are also other things only with a town after them (“1 Better Way” is none)."""
_AT_A_HOUSE = Later(rf"\b[Aa]t (?:[Nn](?:o\.?|umber) ?)?\d{{1,3}}[A-Da-d]?,? (?:[A-Z][a-z'-]+ ){{1,2}}{_OF_HOMES}\b")
_OF_A_VENUE = Later(
    r"\b(?:met|meets?|meeting|held|hosted|host|open\w*|clos(?:ed|es|ing)|schools?|academy|college|nursery|sites?|hubs?|offices?|venues?|buildings?|centres?|clinics?|units?|bases?|"
    r"works?|roadworks|crossing|premises|property|lease\w*|rent\w*|planning|purchase\w*|sessions?|events?|drop-ins?|workshops?|surgery|practice|library|church|hall|stops?|"
    r"station|car park|junction|depot|land|provision|respite|residential|children's home)\b",
    re.IGNORECASE,
)
"""What a house with a number is that is nobody's home."""
_STREET = Sought(
    r"(?<![\w.,/-])(?:[Ff]lat \d{1,3}[a-z]?,? )?\d{1,3}[A-Da-d]?,? (?:[A-Z][a-z'-]+ ){1,3}"
    r"(?:Road|Rd|Street|St|Close|Avenue|Ave|Drive|Lane|Crescent|Grove|Way|Court|Gardens|Terrace|Walk|Rise|Place|Hill|Green|Mount|Yard|Row|Mews|Croft|Fold|View|Parade|Bank|Square|Meadows?|Gate|Hollow|Dene|Chase|Leys|Wharf)\b"
)
_HOUSE_AFTER_STREET = Sought(
    r"\b(?:[Hh]ome|[Hh]ouse|[Ff]lat|[Ll]ives?|[Ll]iving)\b[^.;]{0,40}?\b(?:[A-Z][a-z'-]+ ){1,3}(?:Road|Street|Close|Avenue|Drive|Lane|Crescent|Grove|Way|Terrace|Walk)\b,? (?:at )?(?:number|no\.?|flat) ?\d{1,3}\b"
)
"""A home told the other way about: “the last house on Tarn Lane, number 61”."""
_HOUSE_BY_NAME = Sought(
    r"\b[Ff]lat \d{1,3}[a-z]?,? (?:[A-Z][a-z'-]+ ){1,3}(?:House|Court|Point|Tower|Heights|Lodge|Mansions|Towers|Place|Rise)\b"
    r"|\b[Aa]ddress:? (?!of\b)[^.;]{0,40}\b(?:[A-Z][a-z'-]+ ){1,2}(?:Road|Rd|Street|Close|Avenue|Ave|Drive|Lane|Crescent|Grove|Way|Terrace|Walk)\b"
    r"|\b(?:[Pp]ick(?:ed)?[- ]?up|[Dd]rop(?:ped)?[- ]?off|[Cc]ollect\w*|[Ll]ives?|[Ll]iving|[Mm]oved)(?: is| was)? (?:from|at|to|in|outside|opposite) (?:[Nn]o\.? ?)?\d{1,3}[a-d]? "
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Years?|EHC|SEND?|Coventry|Primary|Secondary|Special|Census)[A-Z][a-z]+(?<!s)\b(?! (?:schools|settings|children|pupils|families|providers|weeks|days)\b)"
)
"""A home told without a number of a street: a flat in a house with a name, an address, the number at which a child is collected."""
_A_DIGIT = Later(r"\d")
_SOMEBODYS = Later(
    r"\b(?:lives?|lived|living|home|homes?|collect\w*|pick(?:ed)?[ -]?up|drop(?![ -]ins?\b)\w*|moved|moving|stay\w*|address|mum|mother|dad|father|parents?|"
    r"carers?|gran\w*|nan|family|taxi|escort|passenger|minibus|crew|wheelchair|(?:the|wrong|right|same|next) house|child|pupil|boy|girl|son|daughter|he|she|his|her|they|tenant)\b",
    re.IGNORECASE,
)


def _standing_alone(text: str) -> list[Span]:
    """A house's address that is the whole text, or at which something is that no venue is said to be."""
    if whole := _ADDRESS_ALONE.fullmatch(text):
        return [whole.span()]
    found = [m.span() for m in _AT_A_HOUSE.finditer(text)] if "at" in words_of(text) else []
    return [] if found and _OF_A_VENUE.search(text) else found


def home_addresses(text: str) -> list[Span]:
    """A number and a street beside words of somebody's home, or alone, and any flat. The address of an office or a venue passes."""
    if not _A_DIGIT.search(text) and "address" not in words_of(text):
        return []  # each of the ways has a number, or calls it an address
    if text.isupper() and len(text.title()) == len(text):
        text = text.title()
    return (
        _standing_alone(text)
        + [m.span() for told in (_HOUSE_AFTER_STREET, _HOUSE_BY_NAME) for m in told.found_in(text)]
        + [
            m.span()
            for m in _STREET.found_in(text)
            if m[0][:4].lower() == "flat" or _SOMEBODYS.search(text[max(0, m.start() - 60) : m.end() + 60])
        ]
    )


# ---------- e-mail ----------

_AT = r"(?:@| ?[({\[<]at[)}\]>] ?)"
_DOT = r"(?:\.| ?[({\[<]dot[)}\]>] ?)"
_ENDS = r"(?:com|org|net|info|co|uk|ac|gov|nhs|sch|edu|io|me)"
_EMAIL = Later(
    rf"(?<![\w.%+-])([\w.%+'-]{{1,64}}) ?{_AT} ?([A-Za-z0-9-]{{1,63}}(?:(?:{_DOT}| dot |\. (?={_ENDS}\b)| \.(?={_ENDS}\b)|(?<=-) (?=[a-z-]+\.{_ENDS}\b))[A-Za-z0-9-]{{1,63}}){{1,6}})",
    re.IGNORECASE,
)
"""As it is written, or broken over the end of a line."""
_EMAIL_IN_WORDS = Later(
    rf"\b((?:[\w.%+'-]{{2,64}} dot )?[\w.%+'-]{{2,64}}) at ([\w-]{{2,63}}) dot {_ENDS}\b"
    rf"|(?<![\w.@/-])([a-z]{{2,}}\d*(?:[._-][a-z]+\d*)+) at ([\w-]{{2,63}}\.(?:[\w-]{{2,63}}\.){{0,4}}{_ENDS})\b",
    re.IGNORECASE,
)
"""“jane.doe at example.com”: what stands before has a dot in it, or it may be what is found at a site."""
_A_FILE_OR_A_SITE = Later(rf"\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|{_ENDS})$", re.IGNORECASE)
_A_WORD, _ENDS_AS_ONE = Later(r"[a-z]+", re.IGNORECASE), Later(rf"\b{_ENDS}$", re.IGNORECASE)
"""“Find us @ example.org”, “on TikTok as @name.of.somebody”: a word without a dot or a digit, or no address after it."""
_MAY_BE_ONE = Later(r"[@({\[<]|(?i: dot | at [\w-]+\.\w)")
"""What every address has, and most texts have not."""
_ROLE_WORDS_LIST = (
    "sen send ehc ehcp ehcps ap aps education inclusion transport school schools senco sencos children childrens families quality data "
    "finance legal hr it ict governance democratic committee complaints foi dpo safeguarding mash duty frontdoor virtualschool tribunal "
    "tribunals appeals mediation admissions specialist sensory psychology therapies therapy salt slt ot camhs cdc icb council customer "
    "general mail main desk office switchboard sendteam seninbox sencasework casework early earlyhelp sendlocaloffer "
    "board team teams service services support help helpdesk noreply no-reply inbox group network workspace panel forum secretariat "
    "commissioning returns return rdg sendiass eps hub bookings press media reception feedback complaints localoffer"
)
_ROLE_WORDS = frozenset(_ROLE_WORDS_LIST.split())


def emails(text: str, role_mailboxes: frozenset[str], known: frozenset[str]) -> list[Span]:
    """E-mail addresses of persons: not those `pack.toml` names, and not mailboxes of a role."""
    found: list[Span] = []
    if not _MAY_BE_ONE.search(text):
        return found
    for match in (*_EMAIL.finditer(text), *_EMAIL_IN_WORDS.finditer(text)):
        local = (match[1] or match[3]).lower()
        parts = {local, *re.split(r"[._+-]| dot ", local)}
        if _at_a_site(match[0], local):
            continue
        if match[0].lower() not in known and not parts & role_mailboxes and not any(map(_of_a_role, parts)):
            found.append(match.span())
    return found


def _at_a_site(written: str, local: str) -> bool:
    """Whether “at” says where something is found: a file, or a word before a sign with a space before it."""
    if _A_FILE_OR_A_SITE.search(local):
        return True
    return " @" in written and (bool(_A_WORD.fullmatch(local)) or not _ENDS_AS_ONE.search(written))


def _of_a_role(name: str) -> bool:
    """Whether part of a mailbox's name is a word for an office, or such words run together (sendcasework)."""
    return name in _ROLE_WORDS or any(name[:at] in _ROLE_WORDS and _of_a_role(name[at:]) for at in range(2, len(name) - 1))


_ACCOUNT = Later(
    r"\b(?:Instagram|Insta|TikTok|Snapchat|Snap|Facebook|Twitter|YouTube|Discord|Roblox|Xbox|PSN|gamer ?tag|WhatsApp)\b(?: (?:is|account|name|handle|user(?:name)?))*:? ?"
    r"(?:@[\w.]{3,}|[A-Za-z]\w*_\w+|[A-Za-z]+\d{2,}\w*)",
    re.IGNORECASE,
)
_NETWORKS = frozenset(
    [
        "instagram",
        "insta",
        "tiktok",
        "snapchat",
        "snap",
        "facebook",
        "twitter",
        "youtube",
        "discord",
        "roblox",
        "xbox",
        "psn",
        "gamer",
        "gamertag",
        "whatsapp",
    ]
)
_OF_A_SERVICE = Later(r"@?\w*(?:send|coventry|council|school|academy|forum|sendiass|nhs|trust|city|youth|offer)", re.IGNORECASE)


def accounts(text: str) -> list[Span]:
    """Names under which somebody is on social media or in games; those of a council, a school or a service pass."""
    if words_of(text).isdisjoint(_NETWORKS):
        return []
    return [m.span() for m in _ACCOUNT.finditer(text) if not _OF_A_SERVICE.search(text[m.start() : m.end() + 20])]


_OF_PUBLIC_BODIES = Later(r"(?:^|\.)(?:gov\.(?:uk|wales|scot)|nhs\.(?:uk|net|scot)|police\.uk)$")
_OF_STUDENTS = Later(r"\d{4}|@(?:[\w-]+\.)*(?:students?|stu|learners?|pupils?|live|my|alumni)\.", re.IGNORECASE)
_FOR_ANYBODY = """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com mac.com
    aol.com btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk plus.com protonmail.com proton.me gmx.com mail.com
"""
OF_HOMES = frozenset(_FOR_ANYBODY.split())
"""Where anybody has an address: that an organisation uses one makes it nobody's address of work."""


def at_work(address: str, domains: frozenset[str]) -> bool:
    """Whether an address is one of a council, the NHS, the police or a university, or of an office or partner by `pack.toml`.

    Schools give addresses to pupils too, and colleges to students: of them only those of the second do not look like a student's.
    """
    domain = address.lower().rpartition("@")[2].rstrip(".")
    if _OF_PUBLIC_BODIES.search(domain):
        return True
    return (domain in domains or domain.endswith(".ac.uk")) and domain not in OF_HOMES and not _OF_STUDENTS.search(address)
