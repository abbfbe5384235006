"""The least it takes to read a folder of workbooks with openpyxl: every value of every sheet."""

import sys
from pathlib import Path

sys.modules["numpy"] = None  # type: ignore[assignment]  # a development machine has it, and openpyxl would take as long again to load it
import openpyxl  # noqa: E402

for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
