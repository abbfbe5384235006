"""What the pages may load: what was handed over by name, and nothing else. No file, no network.

The default of WeasyPrint would put a local file into the PDF for whoever can write a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse


class ClosedFetcher(URLFetcher):
    """Serves `asset:` from what it was given; any other address stops the drawing."""

    def __init__(self, resources: Mapping[str, tuple[bytes, str]]) -> None:
        """Serve these resources, each with its media type."""
        super().__init__(allowed_protocols={"asset"}, allow_redirects=False, fail_on_errors=True)  # type: ignore[no-untyped-call]
        self._resources = resources

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The resource of an address.

        Raises:
            ValueError: it was not handed over.
        """
        kind, _, name = url.partition(":")
        if kind != "asset" or name not in self._resources:
            raise ValueError(f"{url[:60]} was not handed over to be printed")
        data, media = self._resources[name]
        return URLFetcherResponse(url, data, {"Content-Type": media})
