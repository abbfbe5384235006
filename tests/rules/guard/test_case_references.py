"""References of single cases beside the words they stand beside; telephone numbers, and what tells those of offices."""

from __future__ import annotations

import re

import pytest

from assurance_pack.rules.guard import telephones
from assurance_pack.rules.guard.case_references import case_references
from assurance_pack.rules.guard.told import Told

BESIDE = {
    "LGSCO": "24 019 123", "LGO": "24 019 123", "Ombudsman": "24019123",
    "LADO ref": "24-117", "LADO": "24-117", "MASH ref": "24/117", "YOS number": "24-117", "YJS number": "24-117", "DOL order": "24-117",
    "DOLS order": "24-117", "crime number": "24/117", "court case": "24-117", "police log": "117", "police ref": "24/117",
    "custody number": "24/117", "prison number": "A24-117", "social care ref": "24-117", "CSC contact": "24-117", "CAMHS id": "24-117",
    "probation case": "24-117", "CAD log": "117", "ULN": "927 630 8686", "unique learner number": "9276308686", "car": "AB12 CDE",
    "reg": "AB12 CDE", "registration": "AB12CDE", "vehicle": "AB12 CDE", "plate": "AB12 CDE", "van": "AB12 CDE",
    "card": "4929 1234 5678 9012", "debit": "4929-1234-5678-9012", "Visa": "4929123456789012",
}  # fmt: skip


@pytest.mark.parametrize("word", BESIDE)
def test_a_reference_is_found_beside_the_word_that_says_whose_it_is(word: str) -> None:
    assert case_references(f"See {word} {BESIDE[word]} about it")
    assert not case_references(f"See {word} about it")


@pytest.mark.parametrize(
    "text",
    [
        "Contract ref AB-12345", "report ref CM-00012", "between 2024 and 2025", "the case of 1,250 pupils", "case 2026", "The court sat on 117 days",
        "a car for 12 pupils", "log 4", "bank holiday 25",
    ],
)  # fmt: skip
def test_years_sums_and_the_references_of_documents_are_none(text: str) -> None:
    assert case_references(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Planning reference FUL/2026/01234 has one condition.", "Planning permission ref. LDC/2026/00219", "Planning application no. OUT/2025/1432", "Building control ref BC/2026/0551",
        "Planning ref PL/2026/0001234/FUL",
    ],
)  # fmt: skip
def test_a_planning_reference_that_says_what_was_applied_for_is_nobodys(text: str) -> None:
    assert case_references(text) == []


@pytest.mark.parametrize(
    "text",
    ["Planning reference EHC/2026/01234", "Support planning ref. SEN/2026/01234", "Pupil reference FUL/2026/01234", "Planning for case ref FUL/2026/01234"],
)  # fmt: skip
def test_what_only_looks_like_one_is_still_a_case(text: str) -> None:
    assert case_references(text)


def test_every_reference_of_a_text_is_found_where_it_stands() -> None:
    text = "Mosaic 1234567; LADO 24-117; contract ref AB-12345; pupil no. 98765"
    assert [text[a:b] for a, b in sorted(set(case_references(text)))] == ["Mosaic 1234567", "LADO 24-117", "pupil no. 98765"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("024 7649 6012", True), ("(024) 7649 6012", True), ("07700 900123", True), ("+44 7700 900123", True), ("+44 (0)24 7649 6012", True),
        ("01926 400 500", True), ("7649 6012", False), ("0808 800 4102", False), ("+44 300 123 4567", False), ("0300 123 4567", False),
        ("+33 1 42 68 53 00", True), ("£024 7649 6012", False), ("The helpline is 024 7649 6012", False),
        ("The helpline for mum is 024 7649 6012", True), ("Ring 024 7649 6012, her home", True), ("024 7649 6012 is the office", False),
        ("O7700 9OO123", True), ("0770O 900123", True),
    ],
)  # fmt: skip
def test_a_telephone_number_is_found_unless_it_is_public_or_rings_in_an_office(text: str, found: bool) -> None:
    assert bool(telephones.phones(text)) is found


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("1214960123", True),
        ("2476496012", True),
        ("1926400500", True),
        ("3001234567", False),
        ("8088004102", False),
        ("9990000018", False),
        ("1000000000", False),
    ],
)
def test_ten_digits_stored_as_a_number_are_a_telephone_number_where_one_begins_so(digits: str, number: bool) -> None:
    assert telephones.phone_as_number(digits) is number


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("nine nine nine", "999"), ("double nine, zero", "double nine, zero"), ("double nine, zero, one", "9901"), ("treble five one two", "55512"),
        ("triple five one two", "55512"), ("nought two four", "024"), ("oh two four", "024"), ("one two", "one two"),
        ("zero one two three four five six seven eight nine", "0123456789"), ("Nine Nine Nine", "999"), ("one and two and three", "one and two and three"),
    ],
)  # fmt: skip
def test_digits_said_in_words_are_read_where_there_are_three_or_more(said: str, read: str) -> None:
    assert telephones.in_digits(said) == read


@pytest.mark.parametrize("shapes", [(r"QX\d{4}", r"ZZ/\d+"), (r"(Q)X\d{4}", r"(Z)\1/\d+"), (r"(?x) QX \d{4}", r"ZZ/\d+"), (r"QX\d{4}",)])
def test_the_shapes_of_an_area_are_found_however_they_are_written(shapes: tuple[str, ...]) -> None:
    told = Told((), frozenset(), frozenset(), frozenset(), tuple(re.compile(shape, re.IGNORECASE) for shape in shapes), None)
    text = "See qx1234, then ZZ/77 and QX9876."
    assert sorted(m[0] for m in told.references(text)) == sorted(m[0] for p in told.case_references for m in p.finditer(text))
    assert [m[0] for m in told.references(text)][:2] == ["qx1234", "QX9876"]
    assert not list(told.references("Nothing of the kind"))
