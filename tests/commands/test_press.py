"""The PDF set in a process beside the one that writes the rest: the same file, and a slower one where that process is gone."""

from __future__ import annotations

import gc
import queue
import sys
import tempfile
import time
from pathlib import Path

import pytest
from lxml.etree import _Element as Element

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))

from small_document import small_document

from assurance_pack.commands import press as beside_this_one
from assurance_pack.commands.formats import PDF, Pages, draw
from assurance_pack.commands.press import Press
from assurance_pack.document.blocks import Block
from assurance_pack.render import CannotDraw, Pdf, load_assets, word
from assurance_pack.render.engines import write_pdf
from assurance_pack.render.word.walk import Walk

ASSETS = load_assets()


@pytest.fixture(scope="module")
def set_here() -> Pdf:
    """The pages as this process sets them."""
    return write_pdf(small_document(), ASSETS)


def test_the_pages_set_beside_are_byte_for_byte_those_set_here(set_here: Pdf) -> None:
    with Press(processors=2) as press:
        waited = press.begin(small_document(), ASSETS)
        assert waited() == set_here


def test_nothing_is_left_in_the_folder_for_temporary_files_when_it_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with Press(processors=2) as press:
        assert press.begin(small_document(), ASSETS)().pages
    assert not list(tmp_path.iterdir())


def test_word_names_the_pages_of_a_pdf_that_is_still_being_set() -> None:
    with Press(processors=2) as press:
        setting = press.begin(small_document(), ASSETS)
        beside = draw(small_document(), ASSETS, "pack", (PDF, "word"), lambda stage: None, setting)
    assert beside == draw(small_document(), ASSETS, "pack", (PDF, "word"), lambda stage: None)
    assert list(beside.files) == ["pack.pdf", "pack.docx"]


def test_a_process_that_was_sent_to_rest_is_started_again_for_a_document_and_not_after_the_end(set_here: Pdf) -> None:
    with Press(processors=2) as press:
        press.rest()
        assert press.process is None
        assert press.begin(small_document(), ASSETS)() == set_here
        assert press.process is not None
    assert press.process is None
    press.begin(small_document(), ASSETS)
    assert press.process is None


def test_where_the_process_has_died_the_pages_are_set_here(set_here: Pdf) -> None:
    with Press(processors=2) as press:
        assert press.process is not None
        press.process.kill()
        press.process.wait()
        assert press.begin(small_document(), ASSETS)() == set_here


def test_where_no_process_can_be_started_the_pages_are_set_here(monkeypatch: pytest.MonkeyPatch, set_here: Pdf) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Press(processors=2) as press:
        assert press.process is None
        assert press.begin(small_document(), ASSETS)() == set_here


def test_what_this_machine_lacks_is_told_as_if_it_had_been_tried_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for library in ("weasyprint", "typst"):
        (tmp_path / f"{library}.py").write_text("raise ImportError('not on this machine')\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with Press(processors=2) as press, pytest.raises(CannotDraw):
        press.begin(small_document(), ASSETS)()


def test_it_ends_when_the_process_that_asked_is_gone() -> None:
    with Press(processors=2) as press:
        assert press.process is not None
        assert press.process.stdin is not None
        press.begin(small_document(), ASSETS)
        press.process.stdin.close()
        assert press.process.wait(60) == 0
        press.process.stdin = None


def test_word_is_written_while_the_pages_are_set_and_waits_for_them_last_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[str] = []
    of_a_block = Walk._block

    def not_yet(walk: Walk, block: Block) -> list[Element]:
        assert not waited
        return of_a_block(walk, block)

    def setting() -> Pdf:
        waited.append("for the pages")
        return Pdf(b"pages", 3, {"decisions": 2})

    monkeypatch.setattr(Walk, "_block", not_yet)
    word.write(small_document(), ASSETS, Pages(setting, {}))
    assert waited == ["for the pages"]


def test_pages_that_nobody_waited_for_are_not_taken_for_those_of_the_next_document(set_here: Pdf) -> None:
    """As where a build stops after its pages were begun, and another follows."""
    with Press(processors=2) as press:
        press.begin(small_document(draft=True), ASSETS)
        assert press.begin(small_document(), ASSETS)() == set_here


def test_garbage_is_looked_for_while_no_document_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under --watch the process lives on, and must not grow with every build."""
    asked: queue.Queue[bytes] = queue.Queue()

    def looked() -> int:
        asked.put(b"the next document")
        return 0

    monkeypatch.setattr(beside_this_one, "IDLE", 0.01)
    monkeypatch.setattr(gc, "collect", looked)
    assert beside_this_one._next(asked) == b"the next document"


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.6])
def test_whenever_it_is_ended_nothing_is_left_in_the_folder_for_temporary_files(
    moment: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Press(2):
        assert list(tmp_path.iterdir())
        time.sleep(moment)  # by then it loads what sets pages, which lays files there
    assert not list(tmp_path.iterdir())
