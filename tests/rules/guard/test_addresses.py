"""Postcodes, homes, e-mail addresses and names on social media: each just so, and with one thing otherwise."""

from __future__ import annotations

import pytest

from assurance_pack.model.text import TextPlace
from assurance_pack.rules.guard import addresses
from assurance_pack.rules.guard.kinds import kinds_in
from assurance_pack.rules.guard.told import Told
from assurance_pack.settings import Settings

NONE: frozenset[str] = frozenset()


def postcodes(text: str) -> list[str]:
    return [text[a:b] for a, b in addresses.postcodes(text)]


def emails(text: str, roles: frozenset[str] = NONE, known: frozenset[str] = NONE) -> list[str]:
    return [text[a:b] for a, b in addresses.emails(text, roles, known)]


def homes(text: str) -> list[str]:
    return [text[a:b] for a, b in addresses.home_addresses(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is at ZZ99 3VZ now.", ["ZZ99 3VZ"]),
        ("ZZ99 is no district of ours, CV1 2GN is", ["CV1 2GN"]),
        ("B1 1st, B1 2nd, B1 3rd and B1 4th", []),
        ("B1 1st, then CV4 7AL", ["CV4 7AL"]),
        ("b1 1aa", ["b1 1aa"]),
        ("b11aa", []),
        ("b11aa and B11AA", ["B11AA"]),
        ("cv12gn", ["cv12gn"]),
        ("XX1 1AA, then CV4 7AL", ["CV4 7AL"]),
        ("Town Hall CV1 5RR, and far away from it, after many other words, CV4 7AL", ["CV4 7AL"]),
        ("Town Hall CV1 5RR, where mum lives", ["CV1 5RR"]),
        ("CV1 5CI", []),
    ],
)  # fmt: skip
def test_a_full_postcode_is_told_from_a_district_an_ordinal_and_a_venues(text: str, found: list[str]) -> None:
    assert postcodes(text) == found


FAR = "so " * 25


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Mum is at 12 Harbour Street.", True),
        ("12 Harbour Street is where her taxi stops", True),
        ("We met at 12 Harbour Street.", False),
        (f"Mum {FAR} 12 Harbour Street {FAR} mum", False),
        ("Flat 3, 12 Harbour Street", True),
        ("flat 3, 12 Harbour Street", True),
        ("Flat 3 Harbour House", True),
        ("Taxi from 12 Harbour Street and 61 Tarn Lane", True),
        (f" mum{' ' * 57}12 Harbour Street", True),
        (f" mum{' ' * 58}12 Harbour Street", False),
        (f"12 Harbour Street{'.' * 57}mum ", True),
        (f"12 Harbour Street{'.' * 58}mum ", False),
    ],
)
def test_a_number_and_a_street_are_a_home_within_sixty_characters_of_somebody(text: str, home: bool) -> None:
    assert bool(homes(text)) is home


@pytest.mark.parametrize(
    ("address", "persons"),
    [
        ("jane.doe@example.org", True),
        ("sendcasework@example.org", False),
        ("itdesk@example.org", False),
        ("deskit@example.org", False),
        ("sendjane@example.org", True),
        ("janesend@example.org", True),
        ("it@example.org", False),
        ("send.jane@example.org", False),
        ("hr-jane@example.org", False),
        ("jane_hr@example.org", False),
        ("jane+hr@example.org", False),
        ("j@example.org", True),
        ("jane.doe at example dot org", True),
        ("jane.doe (at) example.org", True),
        ("jane.doe[at]example[dot]org", True),
        ("jane.doe at example", False),
    ],
)
def test_a_persons_address_is_told_from_the_mailbox_of_an_office(address: str, persons: bool) -> None:
    assert bool(emails(f"Write to {address}, please")) is persons


def test_addresses_that_pack_toml_names_pass_and_those_beside_them_do_not() -> None:
    text = "Jane.Doe@example.org, john.doe@example.org"
    assert emails(text, known=frozenset({"jane.doe@example.org"})) == ["john.doe@example.org"]
    assert emails(text, roles=frozenset({"john"})) == ["Jane.Doe@example.org"]
    assert emails(text, roles=frozenset({"jane.doe"})) == ["john.doe@example.org"]


OFFICES = frozenset({"example.org", "gmail.com", "college.ac.uk"})


@pytest.mark.parametrize(
    ("address", "work"),
    [
        ("jane@coventry.gov.uk", True),
        ("jane@gov.uk", True),
        ("jane@trust.nhs.net", True),
        ("jane@wales.nhs.uk", True),
        ("jane@force.police.uk", True),
        ("jane@coventry.gov.uk.", True),
        ("jane@notgov.uk", False),
        ("jane@example.org", True),
        ("Jane@EXAMPLE.org", True),
        ("jane@other.org", False),
        ("jane@warwick.ac.uk", True),
        ("jane@gmail.com", False),
        ("jane2014@warwick.ac.uk", False),
        ("jane@students.warwick.ac.uk", False),
        ("jane2014@example.org", False),
        ("jane@pupils.example.org", False),
    ],
)
def test_an_address_of_work_is_that_of_a_public_body_or_an_office_and_no_students(address: str, work: bool) -> None:
    assert addresses.at_work(address, OFFICES) is work


@pytest.mark.parametrize("domain", sorted(addresses.OF_HOMES))
def test_where_anybody_has_an_address_nobody_is_at_work(domain: str) -> None:
    assert not addresses.at_work(f"jane@{domain}", frozenset({domain}))


def test_a_colleagues_address_and_a_persons_are_called_what_they_are(settings: Settings) -> None:
    told = Told.of(settings)

    def called(text: str) -> list[str]:
        return [kind.name for kind in kinds_in(text, TextPlace.CELL, told) if kind.rule == "AP506"]

    assert called("Write to jane.doe@coventry.gov.uk") == ["the e-mail address of a member of staff"]
    assert called("Write to jane.doe@gmail.com") == ["a person’s e-mail address"]
    assert called("Her TikTok is @milliemoo_2012") == ["somebody’s name on social media"]
