"""Drives LibreOffice as a person would: opens files, edits them, saves them; many jobs in one run of the program.

The edits are done by a small macro in a profile of its own, so that nothing of the machine's own LibreOffice is read or changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here; .ci/run installs it")
SECONDS = 180

_MACRO = """
Dim doc As Object
Dim spare As Object

Sub Main
  Dim f As Integer, line As String, word() As String
  On Error GoTo Failed
  f = FreeFile
  Open Environ("PACK_JOBS") For Input As #f
  Do While Not Eof(f)
    Line Input #f, line
    word = Split(line, Chr(9))
    If UBound(word) >= 0 Then Act(word)
  Loop
  Close #f
  Say("done")
  StarDesktop.terminate()
  Exit Sub
Failed:
  Say("failed: " & Error$ & " at: " & line)
  StarDesktop.terminate()
End Sub

Sub Say(what As String)
  Dim f As Integer
  f = FreeFile
  Open Environ("PACK_SAID") For Append As #f
  Print #f, what
  Close #f
End Sub

Function Sheet(name As String) As Object
  Sheet = doc.Sheets.getByName(name)
End Function

Sub Act(word)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Select Case word(0)
  Case "open"
    doc = StarDesktop.loadComponentFromURL(ConvertToURL(word(1)), "_blank", 0, hidden())
    For i = 0 To doc.Sheets.Count - 1
      doc.Sheets.getByIndex(i).unprotect("")
    Next
  Case "save"
    filter(0).Name = "FilterName"
    filter(0).Value = word(2)
    doc.storeToURL(ConvertToURL(word(1)), filter())
  Case "close"
    doc.close(True)
  Case "rows"
    Sheet(word(1)).Rows.insertByIndex(CLng(word(2)), CLng(word(3)))
  Case "move"
    MoveColumn(Sheet(word(1)), CLng(word(2)), CLng(word(3)))
  Case "rename"
    Sheet(word(1)).Name = word(2)
  Case "type"
    Sheet(word(1)).getCellRangeByName(word(2)).setFormula(Replace(word(3), "\\n", Chr(10)))
  Case "paste"
    Paste(Sheet(word(1)), word(2), word(3))
  Case "merge"
    Sheet(word(1)).getCellRangeByName(word(2)).merge(True)
  Case "filter"
    FilterRows(Sheet(word(1)), word(2), CLng(word(3)), word(4))
  Case "sort"
    SortColumn(Sheet(word(1)), word(2))
  Case "alone"
    spare = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden())
    spare.Sheets.importSheet(doc, word(1), 0)
    doc.close(True)
    doc = spare
  Case "values"
    CopyValues(word(1))
  Case "height"
    Say(word(1) & " " & word(2) & " " & Sheet(word(1)).Rows.getByIndex(CLng(word(2)) - 1).Height)
  Case "shows"
    Say(Sheet(word(1)).getCellRangeByName(word(2)).String)
  End Select
End Sub

Sub MoveColumn(s As Object, from As Long, into As Long)
  Dim dest As New com.sun.star.table.CellAddress
  last = 60
  s.Columns.insertByIndex(into, 1)
  If from >= into Then from = from + 1
  src = s.getCellRangeByPosition(from, 0, from, last)
  dest.Sheet = s.RangeAddress.Sheet
  dest.Column = into
  dest.Row = 0
  s.moveRange(dest, src.RangeAddress)
  s.Columns.removeByIndex(from, 1)
End Sub

Sub Paste(s As Object, place As String, value As String)
  ' as from another workbook: the value arrives with that cell's own format and without the form's rules
  Dim far As Object
  far = s.getCellRangeByName("AZ200")
  far.setFormula(value)
  s.copyRange(s.getCellRangeByName(place).CellAddress, far.RangeAddress)
  far.setFormula("")
End Sub

Sub FilterRows(s As Object, area As String, column As Long, value As String)
  Dim field(0) As New com.sun.star.sheet.TableFilterField
  r = s.getCellRangeByName(area)
  d = r.createFilterDescriptor(True)
  d.ContainsHeader = True
  field(0).Field = column
  field(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  field(0).IsNumeric = False
  field(0).StringValue = value
  d.setFilterFields(field())
  r.filter(d)
End Sub

Sub SortColumn(s As Object, area As String)
  Dim field(0) As New com.sun.star.table.TableSortField
  Dim options(1) As New com.sun.star.beans.PropertyValue
  field(0).Field = 0
  field(0).IsAscending = False
  options(0).Name = "SortFields"
  options(0).Value = field()
  options(1).Name = "ContainsHeader"
  options(1).Value = False
  s.getCellRangeByName(area).sort(options())
End Sub

Sub CopyValues(name As String)
  ' everything of a sheet typed afresh into a new workbook: values alone, no formats, no names, no properties
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  s = doc.Sheets.getByName(name)
  cursor = s.createCursor()
  cursor.gotoEndOfUsedArea(False)
  r = s.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
  spare = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden())
  t = spare.Sheets.getByIndex(0)
  t.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).setDataArray(r.getDataArray())
  doc.close(True)
  doc = spare
End Sub
"""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{dtd}.dtd">\n'
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}


class LibreOffice:
    """One LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        """Make the profile, with the macro in it."""
        self._profile = folder / "profile"
        self._folder = folder
        self._run("--terminate_after_init")
        basic = self._profile / "user" / "basic" / "Standard"
        library = 'xmlns:library="http://openoffice.org/2000/library"'
        (basic / "script.xlb").write_text(
            _HEAD.format(kind="library:library", dtd="library")
            + f'<library:library {library} library:name="Standard" library:readonly="false" library:passwordprotected="false">'
            '<library:element library:name="Jobs"/></library:library>',
            encoding="utf-8",
        )
        (basic / "Jobs.xba").write_text(
            _HEAD.format(kind="script:module", dtd="module")
            + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Jobs" script:language="StarBasic">'
            + f"{escape(_MACRO)}</script:module>",
            encoding="utf-8",
        )

    def _run(self, *arguments: str, **environment: str) -> None:
        command = [str(SOFFICE), f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env={**os.environ, **environment})

    def convert(self, files: Iterable[Path], to: str, into: Path) -> Path:
        """Open these files and save them in a format (``ods``, ``xlsx``), all in one run."""
        into.mkdir(parents=True, exist_ok=True)
        self._run("--convert-to", to, "--outdir", str(into), *(str(f) for f in files))
        return into

    def do(self, jobs: Sequence[Sequence[object]]) -> list[str]:
        """Do these jobs in order, and give what they said."""
        listed, said = self._folder / "jobs.txt", self._folder / "said.txt"
        said.unlink(missing_ok=True)
        listed.write_text("\n".join("\t".join(str(part) for part in job) for job in jobs) + "\n", encoding="utf-8")
        self._run("macro:///Standard.Jobs.Main()", PACK_JOBS=str(listed), PACK_SAID=str(said))
        lines = said.read_text(encoding="utf-8").splitlines() if said.exists() else ["failed: nothing was said"]
        assert lines[-1] == "done", lines[-1]
        return lines[:-1]
