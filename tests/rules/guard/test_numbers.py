"""Each finder of numbers and addresses at its edges: what it finds, and what stands just beside it and passes."""

from __future__ import annotations

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import numbers, scan
from assurance_pack.settings import Settings

FOUND = {
    "an NHS number called one, a digit wrong": (numbers.nearly_nhs_numbers, "NHS no. 999 000 0019"),
    "a postcode, run together in capitals": (numbers.postcodes, "B11AA"),
    "a postcode, run together after two letters": (numbers.postcodes, "cv12gn"),
    "a postcode after what is none": (numbers.postcodes, "On XX1 1AA and B1 2nd floor at CV1 2GN"),
    "a home": (numbers.home_addresses, "Taxi from 12 Harbour Street at eight."),
    "an address spelt out": (numbers.insurance_numbers, "QQ 12 34 56 C"),
    "a National Insurance number with a letter mistyped": (numbers.insurance_numbers, "National Insurance DQ123456A"),
    "a pupil number with a wrong letter": (numbers.nearly_pupil_numbers, "A331999925001"),
    "a telephone number and no other digit": (numbers.phones, "024 7649 6012"),
    "a telephone number of nine digits with a country code": (numbers.phones, "Ring +33 1 42 68 53 00"),
}
PASSED = {
    "ten digits nobody calls an NHS number": (numbers.nearly_nhs_numbers, "Reference 999 000 0019"),
    "an NHS number that is right is no mistyped one": (numbers.nearly_nhs_numbers, "NHS 999 000 0018"),
    "a learner number is no mistyped NHS number": (numbers.nearly_nhs_numbers, "NHS 9276308686"),
    "a district alone": (numbers.postcodes, "Schools in CV4 and B1"),
    "an area there is not": (numbers.postcodes, "Room XX1 1AA"),
    "the second of something": (numbers.postcodes, "B1 2nd"),
    "small letters run together": (numbers.postcodes, "b11aa"),
    "an office": (numbers.home_addresses, "We met at 12 Harbour Street."),
    "ten digits ordered": (numbers.nhs_numbers, "PO 9990000018"),
    "ten digits dialled": (numbers.nhs_numbers, "+44 9990000018"),
    "a public helpline": (numbers.phones, "0808 800 4102 and 0300 123 4567"),
    "eight digits": (numbers.phones, "7649 6012"),
}  # fmt: skip


@pytest.mark.parametrize("story", FOUND)
def test_it_is_found_whole(story: str) -> None:
    find, text = FOUND[story]
    assert find(text)


@pytest.mark.parametrize("story", PASSED)
def test_it_passes(story: str) -> None:
    find, text = PASSED[story]
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "checked"),
    [
        ("NHS 999 000 0018", "AP501", True), ("N331999925001", "AP502", True), ("ULN 9276308686", "AP503", True),
        ("QQ 12 34 56 C", "AP504", False), ("CV1 2GN", "AP505", False), ("DOB 12/03/2015", "AP508", False),
    ],
)  # fmt: skip
def test_what_has_a_check_digit_is_said_to_be_right_and_may_not_be_waived(text: str, rule: str, checked: bool, settings: Settings) -> None:
    (finding,) = scan([SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=text, prints=True)], settings)
    assert (finding.rule, finding.checked, finding.hint, finding.blocks) == (rule, checked, False, True)


def test_a_role_mailbox_and_an_address_pack_toml_names_pass_and_a_persons_does_not() -> None:
    text = "rdg@example.org, jane.doe@example.org, jane.doe [at] example [dot] org, head.office@example.org"
    assert [text[a:b] for a, b in numbers.emails(text, frozenset(), frozenset({"rdg@example.org"}))] == [
        "jane.doe@example.org",
        "jane.doe [at] example [dot] org",
    ]
    assert numbers.emails("jane.doe@example.org", frozenset({"jane.doe"}), frozenset()) == []
