"""Numbers and addresses that identify a person: the exact formats, with their check digits where they have one.

Every finder takes text already made plain by `plain()` and gives the spans it found, never a judgement of what to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

Span = tuple[int, int]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "`": "'"})


def plain(text: str) -> str:
    """Text as the finders read it: full-width digits, no-break spaces, invisible characters, accents and curly quotes made ordinary."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))))
    return " ".join(_DASHES.sub("-", text).translate(_QUOTES).split())


# ---------- ten digits: NHS number and unique learner number ----------

_TEN = re.compile(r"(?<!\d)(?<!\d[.,])(?<!£)([1-9]\d{2})[ \-./]{0,3}(\d{3})[ \-./]{0,3}(\d{4})(?!\d)(?![.,]\d*[1-9])")
_TEN_ANYHOW = re.compile(r"(?<!\d)[1-9](?:[ \-./]{0,2}\d){9}(?!\d)")
_ORDER_NUMBER = re.compile(
    r"\b(?:PO|purchase order|order|invoice|requisition|UKPRN|(?:budget|cost|account|contract) (?:code|no\.?|number|centre))"
    r"(?: no\.?| number)?[ :#]*$",
    re.IGNORECASE,
)
_NHS_WORDS = re.compile(r"\bNHS\b(?! trust)[ \w.:#()'-]{0,40}", re.IGNORECASE)
_DIALLED = re.compile(r"(?:\+|\b00)\d{1,3}[ ().-]*(?:0\)[ ]*)?$")
"""What stands before a number that is dialled from abroad: its ten digits pass the check of an NHS number one time in eleven."""
_NUMBER_WORDS = re.compile(r"\b(?:NHS|ULN|unique learner)\b[ a-z.:#()'-]{0,40}", re.IGNORECASE)


_DIGIT = re.compile("[0-9]")


def _digits(text: str) -> str:
    return "".join(_DIGIT.findall(text))


def _weighted(digits: str) -> int:
    return sum(int(d) * weight for d, weight in zip(digits, range(10, 0, -1), strict=True)) % 11


def ten_digits(text: str) -> Iterator[tuple[Span, str]]:
    """Runs of ten digits in the grouping these numbers have; in any grouping where the words before them say what they are."""
    if len(_digits(text)) < 10:
        return
    for found in _TEN.finditer(text):
        if not _ORDER_NUMBER.search(text, 0, found.start()) and not _DIALLED.search(text, 0, found.start()):
            yield found.span(), _digits(found[0])
    for words in _NUMBER_WORDS.finditer(text):
        found_after = _TEN_ANYHOW.match(text, words.end())
        if found_after:
            yield found_after.span(), _digits(found_after[0])


_TEN_IN_PIECES = re.compile(r"(?<![\d.,£/+-])(?<!£ )[34679]\d*(?:[ -]\d+){1,9}(?![\d/]|[.,]\d)")


def _in_pieces(text: str) -> Iterator[tuple[Span, str]]:
    """Ten digits in any groups (99 90 00 00 18, 99900 00018), of the ranges in which NHS numbers are issued or kept for tests."""
    for found in _TEN_IN_PIECES.finditer(text):
        digits = _digits(found[0])
        if len(digits) == 10 and not _ORDER_NUMBER.search(text, 0, found.start()) and not _DIALLED.search(text, 0, found.start()):
            yield found.span(), digits


def nhs_numbers(text: str) -> list[Span]:
    """NHS numbers: ten digits, weighted 10 to 1, sum divisible by 11."""
    return [span for span, digits in dict.fromkeys((*ten_digits(text), *_in_pieces(text))) if _weighted(digits) == 0]


def learner_numbers(text: str) -> list[Span]:
    """Unique learner numbers: ten digits, the same weights, remainder 10. By design none is an NHS number too."""
    return [span for span, digits in ten_digits(text) if _weighted(digits) == 10]


def nearly_nhs_numbers(text: str) -> list[Span]:
    """Ten digits called an NHS number whose check digit is wrong: somebody's, with a digit mistyped."""
    return [
        span
        for span, digits in ten_digits(text)
        if _weighted(digits) not in (0, 10) and _NHS_WORDS.search(text, max(0, span[0] - 40), span[0])
    ]


# ---------- unique pupil number ----------

_DIGITS_OF_A_UPN = 11
"""A temporary one has eleven between two letters."""
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(
    r"(?<![A-Z0-9])([A-HJ-NP-RT-Z])[ \-]?(\d{3})[ \-]?(\d{4})[ \-]?(\d{2})[ \-]?(\d{2}[A-HJ-NP-RT-Z\d])(?![A-Z0-9])", re.IGNORECASE
)


def _upn_letter(rest: str) -> str:
    values = [_UPN_LETTERS.index(c) if c.isalpha() else int(c) for c in rest]
    return _UPN_LETTERS[sum(v * weight for v, weight in zip(values, range(2, 14), strict=True)) % 23]


_UPN_IN_PIECES = r"([A-HJ-NP-RT-Z])((?:[ -]?\d){11}[ -]?[A-HJ-NP-RT-Z\d])(?![A-Z0-9])"
_UPN_ANYHOW = re.compile(rf"(?<![A-Z0-9]){_UPN_IN_PIECES}", re.IGNORECASE)
"""In whatever groups it stands; then its check letter has to be right."""
_CALLED_UPN = re.compile(
    rf"\b(?:UPN|(?:unique )?pupil (?:number|no|ref\w*|id\w*))\b[ a-z.:#()'-]{{0,12}}?\b{_UPN_IN_PIECES}", re.IGNORECASE
)
"""Called one, in whatever groups."""


def _upns(text: str, *, right: bool) -> list[Span]:
    if len(_digits(text)) < _DIGITS_OF_A_UPN:
        return []
    found = []
    for match in (*(_UPN_ANYHOW if right else _UPN).finditer(text), *_CALLED_UPN.finditer(text)):
        letter, rest = match[1].upper(), re.sub("[ -]", "", "".join(match.groups()[1:])).upper()
        if (_upn_letter(rest) == letter) is right:
            found.append(match.span())
    return found


def pupil_numbers(text: str) -> list[Span]:
    """Unique pupil numbers, permanent and temporary, of any local authority: the check letter is right."""
    return _upns(text, right=True)


def nearly_pupil_numbers(text: str) -> list[Span]:
    """What has the form of a UPN, with a check letter that is wrong."""
    return _upns(text, right=False)


# ---------- National Insurance number ----------

_NI = re.compile(
    r"(?<![A-Z0-9])(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]|QQ)[ \-]?\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?[A-D](?![A-Z0-9])",
    re.IGNORECASE,
)


_CALLED_NI = re.compile(
    r"\b(?:NI(?:NO)?|National Insurance)\b[ a-z.:#()'-]{0,20}\b[A-Z]{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?[A-D]\b", re.IGNORECASE
)
"""Called one, whatever its letters: a letter may be mistyped."""


def insurance_numbers(text: str) -> list[Span]:
    """National Insurance numbers. They have no check digit."""
    return [m.span() for pattern in (_NI, _CALLED_NI) for m in pattern.finditer(text)]


# ---------- full postcode ----------

_AREAS_LIST = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD "
    "HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH "
    "RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
    "BF"  # forces abroad
)
_AREAS = frozenset(_AREAS_LIST.split())
_POSTCODE = re.compile(r"(?<![A-Za-z0-9-])([A-Za-z]{1,2})(\d[A-Za-z\d]?)([ -]{0,2})(\d)([ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])")
_NO_FIXED_ABODE = re.compile(r"\bZZ99 ?\d[A-Z]{2}\b")
"""In health records: of no fixed abode, from abroad, in prison. Its last letters follow no rule."""
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def postcodes(text: str) -> list[Span]:
    """Full postcodes. A district alone (CV4) is none; “B1 2nd” is none; run together they must be in capitals or begin with two letters."""
    found = [match.span() for match in _NO_FIXED_ABODE.finditer(text)] if "ZZ99" in text else []
    for match in _POSTCODE.finditer(text):
        area, _, gap, _, end = match.groups()
        if area.upper() not in _AREAS or end in _ORDINALS:
            continue
        if not gap and not match[0].isupper() and len(area) < 2:
            continue
        found.append(match.span())
    return found


_STREET = re.compile(
    r"(?<![\w.,/-])(?:[Ff]lat \d{1,3}[a-z]?,? )?\d{1,3}[A-Da-d]?,? (?:[A-Z][a-z'-]+ ){1,3}"
    r"(?:Road|Rd|Street|St|Close|Avenue|Ave|Drive|Lane|Crescent|Grove|Way|Court|Gardens|Terrace|Walk|Rise|Place|Hill|Green)\b"
)
_SOMEBODYS = re.compile(
    r"\b(?:lives?|lived|living|home|homes?|collect\w*|pick(?:ed)?[ -]?up|drop\w*|moved|moving|stay\w*|address|mum|mother|dad|father|parents?|"
    r"carers?|gran\w*|nan|family|taxi|escort|child|pupil|boy|girl|son|daughter|he|she|his|her|they|tenant)\b",
    re.IGNORECASE,
)


def home_addresses(text: str) -> list[Span]:
    """A number and a street beside words of somebody's home, and any flat. The address of an office passes."""
    return [
        m.span()
        for m in _STREET.finditer(text)
        if m[0][:4].lower() == "flat" or _SOMEBODYS.search(text[max(0, m.start() - 60) : m.end() + 60])
    ]


# ---------- e-mail ----------

_EMAIL = re.compile(
    r"(?<![\w.%+-])([\w.%+'-]{1,64})(?:@| ?[(\[]at[)\]] ?)([A-Za-z0-9-]{1,63}(?:(?:\.| ?[(\[]dot[)\]] ?)[A-Za-z0-9-]{1,63}){1,6})",
    re.IGNORECASE,
)
_ROLE_WORDS_LIST = (
    "sen ehc ehcp ehcps ap aps education inclusion transport school schools senco sencos children childrens families quality data "
    "finance legal hr it ict governance democratic committee complaints foi dpo safeguarding mash duty frontdoor virtualschool tribunal "
    "tribunals appeals mediation admissions specialist sensory psychology therapies therapy salt slt ot camhs cdc icb council customer "
    "general mail main desk office switchboard sendteam seninbox sencasework casework early earlyhelp sendlocaloffer "
    "board team teams service services support help helpdesk noreply no-reply inbox group network workspace panel forum secretariat "
    "commissioning sendiass eps hub bookings press media reception feedback complaints localoffer"
)
_ROLE_WORDS = frozenset(_ROLE_WORDS_LIST.split())


def emails(text: str, role_mailboxes: frozenset[str], known: frozenset[str]) -> list[Span]:
    """E-mail addresses of persons: not those `pack.toml` names, and not mailboxes of a role."""
    found: list[Span] = []
    if not any(mark in text for mark in "@(["):
        return found
    for match in _EMAIL.finditer(text):
        local = match[1].lower()
        parts = {local, *re.split(r"[._+-]", local)}
        if match[0].lower() not in known and not parts & (role_mailboxes | _ROLE_WORDS):
            found.append(match.span())
    return found


_OF_PUBLIC_BODIES = re.compile(r"(?:^|\.)(?:gov\.(?:uk|wales|scot)|nhs\.(?:uk|net|scot)|police\.uk)$")
_OF_STUDENTS = re.compile(r"\d{4}|@(?:[\w-]+\.)*(?:students?|stu|learners?|pupils?|live|my|alumni)\.", re.IGNORECASE)
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


# ---------- telephone ----------

_OF_AN_OFFICE = re.compile(
    r"\b(?:office|switchboard|desk|help ?desk|reception|helpline|help ?line|advice line|line|lines|team|service|council|duty|main number|extension|ext|"
    r"contact (?:us|centre)|call us|ring us|sendiass|hotline|landline of|school office|venue|clinic|front door|secretariat)\b",
    re.IGNORECASE,
)
_OF_A_HOME = re.compile(
    r"\b(?:home|mum|mother|dad|father|parent(?! carer|s? (?:and |or )?(?:helpline|line|advice|forum))|parents(?! (?:(?:and|or) carers )?(?:can|may|should|could|will|are|who|to|ring|call)\b)"
    r"|carer(?! (?:helpline|line|advice|forum)\b)|gran\w*|nan|family(?! (?:line|helpline|information|advice))|his|her|child|pupil|boy|girl|son|daughter)\b",
    re.IGNORECASE,
)
_NEAR_A_NUMBER = 60
_PHONE = re.compile(r"(?<![\d.,£/-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:7\d{3}|1\d{2,3}|2\d)\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/])")
_PUBLIC = re.compile(r"^(?:\+44|0)\W*(?:3|8)")


def phones(text: str) -> list[Span]:
    """Telephone numbers of Great Britain, and any written with a country code. 03 and 08 numbers belong to organisations and pass."""
    if sum(c.isdigit() for c in text) < 9:
        return []
    import phonenumbers  # its tables of every country are read when the first text has so many digits

    spans = [m.span() for m in _PHONE.finditer(text) if len(_digits(m[0])) in (10, 11, 12, 13)]
    spans += [(m.start, m.end) for m in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID)]
    return [span for span in spans if not _PUBLIC.match(text[span[0] : span[1]]) and not _at_work(text, span)]


def _at_work(text: str, span: Span) -> bool:
    """Whether the words around a number say that it rings in an office, and none says that it rings in a home."""
    around = text[max(0, span[0] - _NEAR_A_NUMBER) : span[1] + _NEAR_A_NUMBER]
    return bool(_OF_AN_OFFICE.search(around)) and not _OF_A_HOME.search(around)


@cache
def phone_as_number(digits: str) -> bool:
    """Whether ten digits, stored as a number, are a telephone number that has lost its nought."""
    import phonenumbers

    number = phonenumbers.parse(f"0{digits}", "GB")
    return digits[0] in "127" and phonenumbers.is_valid_number(number)
