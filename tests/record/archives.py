"""A small archive, laid down as builds and approvals lay it down, for things to be done to."""

from __future__ import annotations

from datetime import UTC, date, datetime

from assurance_pack.home import Home
from assurance_pack.model import Cell, Month
from assurance_pack.record import store
from assurance_pack.record.approval import seal
from assurance_pack.record.manifest import MANIFEST_NAME, manifest_bytes
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.record.writing import write_all
from assurance_pack.returns.workspace import Risk
from assurance_pack.settings import Settings

APRIL, MAY, JUNE = Month("2026-04"), Month("2026-05"), Month("2026-06")
NOW = datetime(2026, 7, 7, 15, 30, tzinfo=UTC)


def record(month: Month, settings: Settings, version: str = "1.0", score: int = 4) -> Record:
    at = Cell(file="Capital.xlsx", sheet="Risks", ref="A5")
    row = Risk(sender="workspace:CAP", at=at, id="R-CAP-001", title="Schemes slip.", likelihood=score, consequence=4, cells={"title": at})
    return Record(month=month, position=date(month.year, month.number, 28), settings=settings, version=version, rows=frozen_rows((row,)))


def lay_down(home: Home, kept: Record) -> None:
    """A build of a month, with pages that are no real pages."""
    month = kept.month
    files = {f"assurance-pack-{month}.pdf": f"pages {kept.version}".encode(), f"record-{month}.json": store.as_bytes(kept)}
    files[MANIFEST_NAME] = manifest_bytes(files, {"month": month, "version": kept.version, "made_from": {}})
    write_all(home.output(month), files)


def three_sealed_months(home: Home, settings: Settings) -> None:
    """April, May and June, each approved in its turn."""
    for month in (APRIL, MAY, JUNE):
        lay_down(home, record(month, settings))
        seal(home, month, "Chair of RDG", NOW)
