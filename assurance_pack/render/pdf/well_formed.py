"""Pages of the shipped templates read as XML: what they write is well formed but for the marks below, and the reader of XML takes a fiftieth of the time.

WeasyPrint's own reader of HTML, which takes whatever a browser would, is for the templates of a Board's own look.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]
import weasyprint

from .without_notes import without_notes

_ENDS_AT_ONCE = re.compile(r"<((?:meta|br|col)(?: [^>]*)?)>")
"""The elements that HTML does not close; a ">" in what they say is written `&gt;`."""


class WellFormed(weasyprint.HTML):
    """A page to set, from markup that is well formed: all that WeasyPrint knows of one."""

    def __init__(self, markup: str, url_fetcher: Any) -> None:
        """Read it.

        Raises:
            xml.etree.ElementTree.ParseError: it is not well formed.
        """
        root = ElementTree.fromstring(_ENDS_AT_ONCE.sub(r"<\1/>", markup).replace("&nbsp;", "\xa0"))
        self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [without_notes(sheet) for sheet in super()._ua_stylesheets(forms)]  # type: ignore[no-untyped-call]
