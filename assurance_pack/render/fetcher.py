"""What the pages may load: what was handed over by name, and small drawings that hold themselves. No file, no network.

The default of WeasyPrint would put a local file into the PDF for whoever can write a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse


class ClosedFetcher(URLFetcher):
    """Serves `asset:` from what it was given and `data:` from itself; anything else stops the drawing."""

    def __init__(self, resources: Mapping[str, tuple[bytes, str]]) -> None:
        """Serve these resources, each with its media type."""
        super().__init__(allowed_protocols={"asset", "data"}, allow_redirects=False, fail_on_errors=True)  # type: ignore[no-untyped-call]
        self._resources = resources

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The resource of an address."""
        if url.startswith("asset:"):
            data, kind = self._resources[url.removeprefix("asset:")]
            return URLFetcherResponse(url, data, {"Content-Type": kind})
        return super().fetch(url, headers)  # type: ignore[no-untyped-call]
