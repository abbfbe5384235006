"""The least it takes to set the same pages: WeasyPrint alone, given the finished HTML, style, fonts and drawings."""

import pickle
import sys
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

html, style, resources = pickle.loads(Path(sys.argv[1]).read_bytes())


class Given(URLFetcher):
    """Serves what was given."""

    def fetch(self, url, headers=None):
        """The resource of an address."""
        data, media = resources[url.partition(":")[2]]
        return URLFetcherResponse(url, data, {"Content-Type": media})


given, fonts = Given(allowed_protocols={"asset"}), FontConfiguration()
sheet = weasyprint.CSS(string=style, url_fetcher=given, font_config=fonts)
weasyprint.HTML(string=html, url_fetcher=given).write_pdf(sys.argv[2], stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
