"""HOW IT LOOKS: the writers. Each takes blocks and gives bytes; none counts, decides or knows anything else of ours."""

from .assets import Assets, load_assets
from .corporate import LookRefused
from .pdf import CannotDraw

__all__ = ["Assets", "CannotDraw", "LookRefused", "load_assets"]
