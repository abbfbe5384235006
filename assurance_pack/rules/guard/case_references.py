"""References of single cases, in the shapes in which the systems of local authorities, the tribunal and the NHS give them.

`pack.toml` adds the shapes of an area to these.
"""

from __future__ import annotations

import re

from ...later import Later
from .first_look import words_of
from .numbers import Span
from .sought import Sought

_SYSTEMS = (
    r"(?:Mosaic|Liquid ?logic|LCS|EHM|Synergy|Capita(?: One)?|One|Tribal|Impulse|SIMS|Arbor|Bromcom|Care ?Director|Eclipse|SystmOne|EMIS|RiO|"
    r"EYES|Halo|Phoenix|Servelec|Idox|Child ?View|Core\+?|Careworks|Protocol|Rapid|Cerner|Lorenzo|TPP|LL|CRM|Broadcare|Care ?notes|Care ?partner|Azeus|Care ?First|Paris|Framework-?i)"
)
_SOMEBODY = (
    r"(?:case|child|client|person|pupil|student|learner|young person|service user|patient|hospital|ward|MRN|passport|admission|candidate|application|referral|"
    r"complaint|appeal|EHCP|EHC plan|EHC|plan|family|record|CYP|YP|(?:our|your|my) ref|ref|reference|file|caseload|Liquidlogic|SEN2|SEN|CLA|EY)"
)
_CALLED = r"(?:(?:['’]s)?[ -]?(?:id|no|nos|number|num|nr|ref|reference|file|record|case|person|child|pupil|client|MRN|code)\b\.?)"
_NO_YEAR = r"(?!(?:19|20)\d\d(?![\d/-]|-\d{3}|/\d{3})|(?:19|20)\d\d[-/](?:19|20)?\d\d\b)"
_OF_A_PERSON = (
    r"(?:BRP|visa|share code|exam candidate|UCI|USI|library card|bus pass|adm(?:ission)?|K[ -]?number|hospital|incident|police log|log|crime|early help(?: assessment)?|EHA|"
    r"PIP|DLA|UC|benefit|council tax(?: account)?|housing|tenancy|rent account|blue badge|direct payment(?: card)?|Home Office|passport|driving licence|MASH(?: contact)?|LADO|"
    r"contact|FTT|tribunal|court|EHCP|EHC|EHCNA)"
)
_CODE = rf"{_NO_YEAR}[A-Z]{{0,6}}[-/ ]?(?:\d{{4,}}[A-Z]?|\d{{2,3}}[-/]\d{{3,}}|\d{{2}}[A-Z]{{2}}\d{{4}}[A-Z\d]*)(?:[-/]\d+[A-Z]?)*\b(?!,\d|\.\d)"
"""Four digits or more, after letters or with strokes between: no year, no two years, no sum."""
_WITH_FOUR_DIGITS = (
    Sought(rf"\b{_OF_A_PERSON}{_CALLED}{{1,2}}(?: is| was)?(?: ?[:#=] ?| ){_CODE}", re.IGNORECASE),
    Sought(rf"\b(?:BRP|visa|exam candidate|UCI|USI|EHA|PIP claim|UC claim|DLA claim|blue badge|library card|MASH contact|Adm(?:ission)?|FTT case|K[ -]?number|council tax account|(?-i:EHCP|EHCNA))(?: no\.?)? {_CODE}", re.IGNORECASE),
    Sought(r"\b(?:S[EP]?|E[AHS])/?\d{3}/(?:20)?\d\d/\d{3,5}\b"),
    Sought(r"\b[A-Z]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b|\bdriving licence:? [A-Z9]{5} ?\d{6} ?[A-Z9]{2}\d[A-Z]{2}\b", re.IGNORECASE),
    Sought(r"\b(?:NHS|UPN|ULN|pupil|learner)(?: [a-z.]+){0,3} (?:ends?|ending|last four)(?: in| with| digits| are)* \d{4}\b", re.IGNORECASE),
    Sought(r"(?:^|[.;(] ?)(?:I[Dd]|No\.?|Nr\.?) ?[:#]? ?\d{5,8}\b(?!,\d)(?! (?:of|pupils|children|plans|families|people)\b)"),

    Sought(rf"\b{_SYSTEMS}{_CALLED}{{0,3}}(?: is| was)?(?: ?[:#=] ?|[ /-]){_NO_YEAR}[A-Z]{{0,4}}(?:\d{{2,3}}[-/]\d{{3,}}|\d{{4,}})(?: \d{{2,4}})?\b(?!,\d)", re.IGNORECASE),
    Sought(rf"\b{_SOMEBODY}{_CALLED}{{1,3}}(?: is| was)?(?: ?[:#=-] ?|\.? ){_NO_YEAR}(?:[A-Z]{{1,6}}[-/ ]?)?(?:\d{{2,3}}[/-])?\d{{4,}}(?:[-/]\d+)*\b(?!,\d)", re.IGNORECASE),
    Sought(rf"\b{_SOMEBODY}(?: ?[:#=] ?| ){_NO_YEAR}\d{{5,}}\b(?!,\d)", re.IGNORECASE),
    Sought(r"\b[A-Z]{1,4}\d{6,8}\b(?= \(?(?:hospital|patient|MRN)\b)"),
    Sought(rf"\b(?:case|complaint|referral|file) ?[:#]? ?{_NO_YEAR}(?:[A-Z]{{1,6}}[-/ ])?\d{{4,}}(?:[-/]\d+)*\b(?!,\d)(?! (?:case|of|were|have|are|in)\b)", re.IGNORECASE),
    Sought(rf"(?<![A-Za-z0-9-])(?:EHC|EHCP|EHCNA|EHCAR|SEN|SEND|CYP|CLA|CIN|CPP|CP|CMP|COM|EY|YP|SU|LCS|SSD|MRN|LAC)(?:[-/](?:19|20)?\d\d[-/]\d{{3,}}|[-/# ]?{_NO_YEAR}\d{{4,}})\b(?!,\d)"),
    Sought(r"\b(?:ref|reference)\b(?: no\b| number)?[ :.#]{1,3}[A-Z]{1,4}[-/]\d{4,}\b", re.IGNORECASE),
    Sought(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b"),
)  # fmt: skip
"""References of which four digits always stand near one another."""
_BESIDE_A_WORD = (
    (frozenset(["lgsco", "lgo", "ombudsman"]), Later(r"\b(?:LGSCO|LGO|ombudsman)\b\D{0,30}\d\d[ -]?\d{3}[ -]?\d{3}\b", re.IGNORECASE)),
    (frozenset(["lado", "mash", "yos", "yjs", "dol", "dols", "crime", "court", "police", "custody", "prison", "social", "csc", "camhs", "probation"]), Later(r"\b(?:LADO|MASH|YOS|YJS|DOLS?|crime|court|police|custody|prison|social (?:care|work)|CSC|CAMHS|probation)(?:'s)? (?:ref|reference|number|no|id|order|case|log|contact|closed)\b\.?(?: no\.?| number)? ?[:#]? ?[A-Z]{0,3}[-/]?\d[\d/-]{2,}\d\b", re.IGNORECASE)),
    (frozenset(["lado"]), Later(r"\bLADO \d\d-\d{2,4}\b")),
    (frozenset(["log"]), Later(r"\b(?:[Pp]olice|[Cc][Aa][Dd]) log \d{2,}\b")),
    (frozenset(["uln", "learner"]), Later(r"\b(?:ULN|unique learner (?:number|no))\b[ a-z.:#()'-]{0,20}\d{3}[ -]?\d{3}[ -]?\d{4}\b", re.IGNORECASE)),
    (frozenset(["car", "reg", "registration", "vehicle", "plate", "van"]), Later(r"\b(?:car|reg|registration|vehicle|plate|van)\b[^.;]{0,15}\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", re.IGNORECASE)),
    (frozenset(["card", "visa", "mastercard", "amex", "debit"]), Later(r"\b(?:card|visa|mastercard|amex|debit)\b[^;\d]{0,30}\b(?!(?:19|20)\d\d[ -](?:19|20)\d\d)\d{4}(?:[ -]?\d{4}){3}\b", re.IGNORECASE)),
)  # fmt: skip
"""References beside which one of these words always stands."""
_CASE_REFERENCES = (*_WITH_FOUR_DIGITS, *(pattern for _, pattern in _BESIDE_A_WORD))

_TWO_DIGITS, _FOUR_DIGITS = Later(r"\d.?\d"), Later(r"\d(?:[-/ A-Za-z]{0,4}\d){3}")
"""What every reference has some of, and what most have."""


_OF_A_DOCUMENT = Sought(
    r"\b(?:contract|report|tender|document|(?:[Rr]eform|[Dd]elivery|[Aa]ction|[Ii]mprovement|[Bb]usiness|[Pp]roject|[Ss]trategic) [Pp]lan|invoice|policy|minute|paper|budget|agreement|order|framework|licence|lease|grant|procurement|Ofsted|CQC|DfE|ESFA|inspection|DPIA|EIA|audit)s?"
    r"(?:,? \(?)(?:ref|reference)\b",
    re.IGNORECASE,
)
_APPLIED_FOR = (
    r"(?:FULM?|OUTM?|RES|REM|RM|LDC[PE]?|CLE(?:UD)?|CLP|LBC?|CAC|ADV|HHA?|HOU|N?NMA|VAR|S73|DOC|COND|PRIOR|TPO|REG3|R3|DEM|BC|BN|FP|PL)"
)
"""What a planning authority is applied to for, as it begins or ends its references: full permission, a listed building, a certificate."""
_OF_A_BUILDING = Sought(
    r"\b(?P<of>(?i:planning|building (?:control|regulations?)|listed building))(?: (?i:application|permission|consent|approval))?,? \(?(?i:references?|refs?|numbers?|nos?)\b"
    rf"\.?:? ?(?:{_APPLIED_FOR}/(?:20)?\d\d/\d{{3,7}}|(?:PL/)?(?:20)?\d\d/\d{{3,7}}/{_APPLIED_FOR})(?![\w/-])"
)
"""The reference of a planning authority: it calls itself one, and says what was applied for."""


def without_buildings(text: str) -> str:
    """The text without references of planning authorities, so that what stands beside them is read as it would be alone."""
    return _OF_A_BUILDING.put_out_of(text, r"\g<of> … ") if _TWO_DIGITS.search(text) else text


def case_references(text: str) -> list[Span]:
    """References of single cases. Years and sums of money pass, and what a building was applied for under."""
    if not _TWO_DIGITS.search(text):
        return []
    for of_a_thing in (_OF_A_DOCUMENT, _OF_A_BUILDING):
        text = of_a_thing.put_out_of(text, lambda said: "#" * len(said[0]))
    looked_for: list[Later] = [pattern for words, pattern in _BESIDE_A_WORD if not words.isdisjoint(words_of(text))]
    if _FOUR_DIGITS.search(text):
        looked_for += [pattern for pattern in _WITH_FOUR_DIGITS if pattern.may_stand_in(text)]
    return [m.span() for pattern in looked_for for m in pattern.finditer(text)]
