"""Whatever stands in a workbook, wherever it stands: it is read or it is said, and the month goes on."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from assurance_pack.home import Home
from assurance_pack.intake.arrived import Arrived
from assurance_pack.intake.as_typed import visible
from assurance_pack.intake.issued_before import IssuedBefore
from assurance_pack.intake.one_file import _as_return
from assurance_pack.intake.opening.grid import Grid, OpenedBook, Seen, WordParagraph
from assurance_pack.intake.recognising.identity import META_SHEET, Identity
from assurance_pack.model import Month
from assurance_pack.returns import RETURNS
from assurance_pack.schema import columns
from assurance_pack.settings_file import load

JUNE = Month("2026-06")
SETTINGS = load(Path(__file__).parents[2] / "pack.toml")
BEFORE = IssuedBefore(Home(Path("nowhere")), JUNE, SETTINGS)
HEADINGS = [c.heading for kind in RETURNS for cls in kind.sheets for c in columns(cls)]
KEYS = [c.name for kind in RETURNS for cls in kind.sheets for c in columns(cls)]
TITLES = [cls.sheet_title for kind in RETURNS for cls in kind.sheets] + [META_SHEET, "Sheet1", "Milestone", "risks "]
SENDERS = ["CAP", "CWF", "RDG", "PCF", "ICB", "BOARD", "ZZZ", ""]

identities = st.builds(
    lambda key, form, sheet, v, who, month: key + Identity(form, sheet, v, who, month).text(),
    st.sampled_from(KEYS), st.sampled_from([k.key for k in RETURNS] + ["other"]), st.sampled_from(TITLES), st.integers(0, 3),
    st.sampled_from(SENDERS), st.sampled_from(["2026-06", "2026-05", "", "soon"]),
)  # fmt: skip
values = st.one_of(
    st.sampled_from(HEADINGS), st.sampled_from(KEYS), identities, st.text(max_size=12), st.integers(-5, 60000), st.floats(), st.booleans(),
    st.dates(date(1990, 1, 1), date(2110, 1, 1)), st.times(), st.just(time(0, 0)),
    st.sampled_from(["M-CAP-001", "R-CWF-2", "Changed", "Capital and Sufficiency", "June 2026", "TBC", "-", "Status in June", "Nothing this month", "form=", ";form=;"]),
)  # fmt: skip
cells = st.dictionaries(
    st.tuples(st.integers(1, 12), st.integers(1, 10)),
    st.builds(Seen, values, error=st.booleans(), uncalculated=st.booleans(), percent=st.booleans()),
    max_size=60,
)
merges = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(6, 9), st.integers(6, 9)), max_size=2).map(tuple)
grids = st.builds(Grid, st.sampled_from(TITLES), cells, hidden=st.booleans(), merged=merges)
paragraphs = st.lists(
    st.builds(WordParagraph, st.one_of(st.sampled_from(HEADINGS), st.text(max_size=12)), st.integers(0, 2), st.integers(0, 3)), max_size=6
).map(tuple)
properties = st.dictionaries(st.sampled_from(["Pack.form", "Pack.from", "Pack.month", "creator"]), st.text(max_size=9))
workbooks = st.builds(OpenedBook, st.lists(grids, min_size=1, max_size=4).map(tuple), properties=properties, macros=st.booleans())
word_forms = st.builds(OpenedBook, st.tuples(grids), properties=properties, paragraphs=paragraphs)
books = st.one_of(workbooks, word_forms)


@how(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(books)
def test_no_workbook_at_all_stops_the_month(book: OpenedBook) -> None:
    arrived = _as_return(book, "CAP.xlsx", JUNE, SETTINGS, BEFORE)
    assert isinstance(arrived, Arrived)
    for row in arrived.rows:
        assert row.sender == arrived.sender
        assert all(cell.file == "CAP.xlsx" for cell in row.cells.values())


@how(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(books)
def test_every_text_of_a_workbook_reaches_the_guard_whatever_became_of_it(book: OpenedBook) -> None:
    arrived = _as_return(book, "CAP.xlsx", JUNE, SETTINGS, BEFORE)
    handed = {(t.cell.sheet, t.cell.ref) for t in arrived.texts}
    written = {(visible(g.title), g.ref(*p)) for g in book.sheets for p, s in g.cells.items() if isinstance(s.value, str)}
    assert written <= handed
