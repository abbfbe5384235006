"""What a form says of itself where nobody looks: it comes back as it was written, and nothing in it can be taken for a child's number."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.intake.issue.form import AskedBefore, Form
from assurance_pack.intake.issue.issued import identity_of
from assurance_pack.intake.recognising.identity import in_letters, parse_key
from assurance_pack.model import Month, Sender
from assurance_pack.returns import return_kind
from assurance_pack.returns.voice import Voice
from assurance_pack.settings import Settings

HEXADECIMAL = st.text("0123456789abcdef", min_size=16, max_size=16)


@given(HEXADECIMAL, HEXADECIMAL)
def test_a_fingerprint_has_no_digit_and_two_that_differ_still_differ(one: str, other: str) -> None:
    assert not re.search(r"\d", in_letters(one))
    assert (in_letters(one) == in_letters(other)) is (one == other)


@given(HEXADECIMAL)
def test_a_form_that_was_issued_with_digits_in_its_fingerprint_is_still_known_by_it(fingerprint: str) -> None:
    _, said = parse_key(f"id;form=workspace;sheet=Risks;v=2;from=CAP;month=2026-06;issued={fingerprint}")
    assert said is not None
    assert said.issued == in_letters(fingerprint)


def test_the_identity_of_a_groups_form_holds_no_run_of_digits_and_is_read_as_it_was_written(settings: Settings) -> None:
    answered = tuple(AskedBefore("May 2026", f"Tell us about quay {n}.", f"In hand. Quay {n} opens in July.") for n in range(30))
    sender = Sender("voice", "PCF")
    form = Form(return_kind("voice"), sender, "Parent Carer Forum", Month("2026-06"), answered=answered)
    written = identity_of(Voice, form, settings)
    assert len(written.repeats) == 31 * 8  # as many sentences as fit into a property of a document
    assert max(map(len, re.findall(r"\d+", written.text()))) == 4
    assert parse_key(f"working{written.text()}") == ("working", written)
