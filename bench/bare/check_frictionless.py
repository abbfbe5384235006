"""What frictionless does with a folder of workbooks: every sheet a table, its columns' types found out, its rows checked against them."""

import sys
from pathlib import Path

import openpyxl
from frictionless import Package, Resource, formats

folder = Path(sys.argv[1])
tables = [
    Resource(name=f"table-{number}", path=path.name, basepath=str(folder), control=formats.ExcelControl(sheet=sheet))
    for number, (path, sheet) in enumerate(
        (path, sheet) for path in sorted(folder.glob("*.xlsx")) for sheet in openpyxl.load_workbook(path, read_only=True).sheetnames
    )
]
Package(resources=tables).validate()
