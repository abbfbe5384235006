"""A sender: the kind of return and a code, one value that is still the text records and other programs have always had."""

import copy
import pickle

import pytest

from assurance_pack.model import NOT_TOLD, Sender
from assurance_pack.model.problem import Problem, Severity


def test_a_sender_says_its_kind_and_its_code():
    assert (Sender("workspace", "CAP").kind, Sender("workspace", "CAP").code) == ("workspace", "CAP")
    assert Sender("board_log", "BOARD") == Sender.of("board_log:BOARD") == "board_log:BOARD"


def test_a_record_keeps_a_sender_as_the_text_it_always_was():
    problem = Problem(rule="AP201", severity=Severity.ERROR, sentence="", remedy="", sender="workspace:CAP")
    assert problem.sender == Sender("workspace", "CAP")
    assert problem.sender.code == "CAP"
    assert problem.model_dump(mode="json")["sender"] == "workspace:CAP"
    assert Problem.model_validate_json(problem.model_dump_json()) == problem


def test_a_file_that_could_not_be_told_has_a_sender_that_says_so():
    assert not NOT_TOLD
    assert NOT_TOLD == ""
    assert (NOT_TOLD.kind, NOT_TOLD.code) == ("", "")
    assert Sender.of("") == NOT_TOLD
    assert Problem(rule="AP101", severity=Severity.ERROR, sentence="", remedy="").sender == NOT_TOLD


@pytest.mark.parametrize("text", ["CAP", ":CAP", "workspace:", "Workspace:CAP", "workspace: "])
def test_text_that_is_no_sender_is_refused(text):
    with pytest.raises(ValueError, match="is not a sender"):
        Sender.of(text)


@pytest.mark.parametrize("sender", [Sender("workspace", "CAP"), NOT_TOLD])
def test_a_copy_of_a_sender_is_the_same_sender(sender):
    for copied in (copy.deepcopy(sender), pickle.loads(pickle.dumps(sender))):
        assert copied == sender
        assert type(copied) is Sender
