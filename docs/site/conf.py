"""How `make site` draws the guides and pages of `docs/` as a site (Sphinx, with MyST for Markdown). Every warning, a broken link among them, stops it."""

import assurance_pack

project = "pack"
version = release = assurance_pack.__version__
copyright = "the makers of pack, under the MIT licence"
language = "en"

root_doc = "docs/site/contents"
include_patterns = ["*.md", "docs/**.md"]
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3
"""A link may lead to any heading of the first three levels, as it does where the files are read as they are."""

html_theme = "furo"
html_title = "pack: the assurance pack for a Partnership Board"
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
"""No day on the page: the same files make the same site."""
