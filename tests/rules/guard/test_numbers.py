"""Each finder of numbers and addresses at its edges: what it finds, and what stands just beside it and passes."""

from __future__ import annotations

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import addresses, numbers, scan, telephones
from assurance_pack.settings import Settings

FOUND = {
    "an NHS number called one, a digit wrong": (numbers.nearly_nhs_numbers, "NHS no. 999 000 0019"),
    "a postcode, run together in capitals": (addresses.postcodes, "B11AA"),
    "a postcode, run together after two letters": (addresses.postcodes, "cv12gn"),
    "a postcode after what is none": (addresses.postcodes, "On XX1 1AA and B1 2nd floor at CV1 2GN"),
    "a home": (addresses.home_addresses, "Taxi from 12 Harbour Street at eight."),
    "an address spelt out": (numbers.insurance_numbers, "QQ 12 34 56 C"),
    "a National Insurance number with a letter mistyped": (numbers.insurance_numbers, "National Insurance DQ123456A"),
    "a pupil number with a wrong letter": (numbers.nearly_pupil_numbers, "A331999925001"),
    "a home told the other way about": (addresses.home_addresses, "Home is the last house on Tarn Lane, number 61."),
    "a home without a number": (addresses.home_addresses, "Address: The Cottage, Mill Lane"),
    "where a child is collected": (addresses.home_addresses, "Pick up from 22b Kingsway at 8."),
    "an e-mail address said in words": (lambda text: addresses.emails(text, frozenset(), frozenset()), "bigdave.cov at example dot com"),
    "a name on social media": (addresses.accounts, "Her Instagram is @milliemoo_2012"),
    "a telephone number with the letter O for noughts": (telephones.phones, "O7700 9OO125 for the carer"),
    "a telephone number and no other digit": (telephones.phones, "024 7649 6012"),
    "a telephone number of nine digits with a country code": (telephones.phones, "Ring +33 1 42 68 53 00"),
}
PASSED = {
    "ten digits nobody calls an NHS number": (numbers.nearly_nhs_numbers, "Reference 999 000 0019"),
    "an NHS number that is right is no mistyped one": (numbers.nearly_nhs_numbers, "NHS 999 000 0018"),
    "a learner number is no mistyped NHS number": (numbers.nearly_nhs_numbers, "NHS 9276308686"),
    "a district alone": (addresses.postcodes, "Schools in CV4 and B1"),
    "an area there is not": (addresses.postcodes, "Room XX1 1AA"),
    "the second of something": (addresses.postcodes, "B1 2nd"),
    "small letters run together": (addresses.postcodes, "b11aa"),
    "an office": (addresses.home_addresses, "We met at 12 Harbour Street."),
    "a day on which something is collected": (addresses.home_addresses, "Figures are collected from 12 June."),
    "a service on social media": (addresses.accounts, "Instagram: @coventrysend"),
    "an office's mailbox, its words run together": (lambda text: addresses.emails(text, frozenset(), frozenset()), "sendcasework@example.org"),
    "ten digits ordered": (numbers.nhs_numbers, "PO 9990000018"),
    "ten digits dialled": (numbers.nhs_numbers, "+44 9990000018"),
    "a public helpline": (telephones.phones, "0808 800 4102 and 0300 123 4567"),
    "eight digits": (telephones.phones, "7649 6012"),
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


def test_a_number_dictated_in_words_is_read_in_digits(settings: Settings) -> None:
    said = "It is nine nine nine, double zero zero, zero zero one eight."
    assert telephones.in_digits(said) == "It is 9990000018."
    (finding,) = scan([SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=said, prints=True)], settings)
    assert (finding.rule, finding.checked) == ("AP501", True)
    assert telephones.in_digits("Years two and three, or one in four") == "Years two and three, or one in four"


def test_a_role_mailbox_and_an_address_pack_toml_names_pass_and_a_persons_does_not() -> None:
    text = "rdg@example.org, jane.doe@example.org, jane.doe [at] example [dot] org, head.office@example.org"
    assert [text[a:b] for a, b in addresses.emails(text, frozenset(), frozenset({"rdg@example.org"}))] == [
        "jane.doe@example.org",
        "jane.doe [at] example [dot] org",
    ]
    assert addresses.emails("jane.doe@example.org", frozenset({"jane.doe"}), frozenset()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Would you rather talk? Ring 01632 960 123: we will write it down.", []),
        ("Ring (01632) 960-123, or mum on 07700 900 125.", ["07700 900 125"]),
        ("Ring mum on 07700 900 125. The secretariat is on 01632 960 123.", ["07700 900 125"]),
        ("Ring 01632 960 1234 for his nan.", ["01632 960 1234"]),
        ("Ring 01632 96O 123 for his nan.", ["01632 96O 123"]),
    ],
)
def test_the_secretariats_number_is_known_and_hides_no_other(text: str, found: list[str]) -> None:
    spans = telephones.phones(text, frozenset({"01632960123"}))
    assert sorted({text[slice(*span)] for span in spans}) == found
    everything = {text[slice(*span)] for span in telephones.phones(text)}
    assert set(found) == {said for said in everything if "".join(filter(str.isdigit, said)) != "01632960123"}
