"""HOW IT LOOKS: the writers. Each takes blocks and gives bytes; none counts, decides or knows anything else of ours."""

from .assets import Assets, load_assets
from .corporate import LookRefused
from .written import CannotDraw, Pdf, Writer

__all__ = ["Assets", "CannotDraw", "LookRefused", "Pdf", "Writer", "load_assets"]
