"""The same document gives the same bytes: in another process, time zone, language, folder, and with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from drawn import mock

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from mock_document import document
from assurance_pack.render import load_assets, pdf, web
made = pdf.write(document(contents=True, draft=True), load_assets())
print(hashlib.sha256(made.data).hexdigest(), hashlib.sha256(web.write(document(), load_assets())).hexdigest())
"""


def _digests(folder: Path, **environment: str) -> str:
    here = Path(__file__).parent
    root = here.parents[1]
    surroundings = {**os.environ, "PYTHONPATH": str(root), **environment}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(here)], env=surroundings, cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_separate_processes_give_the_same_bytes_whatever_surrounds_them(tmp_path: Path) -> None:
    one = _digests(tmp_path, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    other = _digests(Path.home(), PYTHONHASHSEED="4242", TZ="Pacific/Auckland", LANG="en_GB.UTF-8", SOURCE_DATE_EPOCH="1")
    assert one == other
    assert len(one.split()) == 2


def test_the_file_bears_the_date_of_issue_and_not_today() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260707")
        assert str(pdf.docinfo["/ModDate"]).startswith("D:20260707")
    assert str(datetime.now().year * 10000).encode()[:8] not in mock().data[-2000:]
