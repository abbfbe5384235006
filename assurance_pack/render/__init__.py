"""HOW IT LOOKS: the writers. Each takes blocks and gives bytes; none counts, decides or knows anything else of ours."""

from .assets import Assets, load_assets
from .look import LookRefused

__all__ = ["Assets", "LookRefused", "load_assets"]
