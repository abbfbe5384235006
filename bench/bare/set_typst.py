"""The least it takes to set the same pages with Typst: given its source, with the document and the drawings as data, and the fonts."""

import pickle
import sys
import tempfile
from pathlib import Path

import typst

sources, faces = pickle.loads(Path(sys.argv[1]).read_bytes())
with tempfile.TemporaryDirectory() as folder:
    for name, data in {**sources, **{f"{n}.ttf": data for n, data in enumerate(faces)}}.items():
        Path(folder, name).write_bytes(data)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    typst.Compiler(Path(folder, "pack.typ"), root=folder, font_paths=fonts).compile(
        output=sys.argv[2], format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
