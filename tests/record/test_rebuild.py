"""A record holds enough to make the pack again when its returns are gone."""

from __future__ import annotations

import shutil

from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import earlier_records, from_record, record_of, understand
from assurance_pack.record import store
from assurance_pack.settings import Settings

JUNE = Month("2026-06")


def test_the_pack_made_again_from_its_record_says_what_the_first_one_said(sample_home: Home, settings: Settings) -> None:
    understood = understand(sample_home, JUNE, settings)
    first = issue(BOARD, understood.case, understood.verdicts, understood.position).assembled
    store.keep(sample_home, record_of(understood, version="1.0", printed=first.printed))
    shutil.rmtree(sample_home.root / "inputs")

    record = store.load(sample_home, JUNE)
    assert record is not None
    history = earlier_records(sample_home, JUNE, settings).history
    again = from_record(record, history)
    assert issue(BOARD, again.case, again.verdicts, again.position).document == first.document


def test_build_from_record_writes_the_same_pages_when_the_returns_are_gone(sample_home: Home) -> None:
    where = ["--month", "2026-06", "--home", str(sample_home.root)]
    assert CliRunner().invoke(main, ["build", *where]).exit_code == 0
    pdf = sample_home.output(JUNE) / "assurance-pack-2026-06.pdf"
    first = pdf.read_bytes()
    shutil.rmtree(sample_home.root / "inputs")
    again = CliRunner().invoke(main, ["build", *where, "--from-record"])
    assert again.exit_code == 0, again.output
    assert pdf.read_bytes() == first
