"""The same document gives the same bytes: in another process, time zone, language, folder, and with another hash seed."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from drawn import mock
from elsewhere import printed_elsewhere

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from mock_document import document
from assurance_pack.render import load_assets, pdf, web
made = pdf.write(document(contents=True, draft=True), load_assets())
print(hashlib.sha256(made.data).hexdigest(), hashlib.sha256(web.write(document(), load_assets())).hexdigest())
"""


def test_separate_processes_give_the_same_bytes_whatever_surrounds_them(tmp_path: Path) -> None:
    one = printed_elsewhere(PROGRAM, tmp_path, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    other = printed_elsewhere(PROGRAM, Path.home(), PYTHONHASHSEED="4242", TZ="Pacific/Auckland", LANG="en_GB.UTF-8", SOURCE_DATE_EPOCH="1")
    assert one == other
    assert len(one.split()) == 2


def test_the_file_bears_the_date_of_issue_and_not_today() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260707")
        assert str(pdf.docinfo["/ModDate"]).startswith("D:20260707")
    assert str(datetime.now().year * 10000).encode()[:8] not in mock().data[-2000:]
