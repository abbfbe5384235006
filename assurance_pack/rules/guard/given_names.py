"""Given names common among children and their parents in England and Wales, and which of them are also ordinary words.

The names are data of the Office for National Statistics, under the Open Government Licence; the head of `given_names.txt` says which.
"""

from __future__ import annotations

from pathlib import Path

_LINES = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
_BESIDES = """
    Baljit Deepak Ervin Femi Harjit Mohamud Navdeep Ngozi Olena Patricja Prabhjot Rajesh Sunita Temi Wahid Yuki
"""
"""Names of parents we know to be common here that no published table holds in these years."""
_WORDS = """
    Ace Achilles Ajax Alpha Amber Amen Angel Apollo April Aries Arrow Art Asia Aspen Aster Atlas August Austin Autumn Avalon Azalea Baby
    Banks Basil Bay Bear Bee Belle Berry Bethel Bill Blaise Blaze Blessing Bliss Blossom Blue Bow Briar Brook Brooks Buster Buzz Cadence
    Cairo Camden Can Capri Carmel Carter Cash Chance Charisma Charity Chase Chelsea Cherish Cherry Chester China Christian Clay Colt
    Comfort Constance Cooper Coral Cove Crew Crystal Cuba Dale Dallas Dane Dash Deacon Dean Denver Desire Destiny Devon Diamond Dior
    Divine Dove Dream Duke Dusty Earl Easton Eden Ember Emerald Era Everest Faith Fallon Favour Fern Fleur Flint Ford Forest Forrest Fox
    Frank Gene Genesis Georgia Gil Glen Glory Grace Grant Gray Great Grey Guy Hamilton Hardy Harmony Haven Hayes Heath Heather Heaven
    Henley Hero Holly Honey Honor Honour Hope Hunter India Indigo Israel Ivory Jade Jericho Jersey Jet Jewel Jordan Journey Joy June
    Junior Juniper Justice Kale Kendal Kenya King Kingston Lady Lake Lance Lark Laurel Lavender Lee Liberty Light Lilac Lily Lincoln
    Linden Link London Love Lux Major Maple Marina Mark Marlow Mars Marshal Marshall Marvel Marvellous Maverick Max May Meadow Melody
    Mercedes Mercy Merlin Milan Miles Miracle Misty Montana Moss Nadir Navy Neo Nero Nile Nova Oak Obi Ocean Olympia Onyx Opal Orion
    Page Paige Paris Parker Patience Paxton Peace Peach Peaches Pearl Penny Peony Pepper Pierce Pip Piper Porsche Porter Praise Precious
    Presley Preston Prince Princess Prudence Psalm Purity Queen Quincy Rafferty Rain Rainbow Ram Raven Rebel Red Reed Reef Reeve Reign
    River Rocky Rogue Roman Rome Rosa Rose Royal Royalty Rue Rune Saffron Sage Saint Salem Sandy Sapphire Senna Seven Shalom Shelby
    Sheridan Sierra Silver Sky Sloane Snow Sol Soul Star Sterling Storm Summer Sunday Sunny Sutton Sydney Tanner Tate Tea Texas Thor
    Tiger Treasure Trent Trinity True Tudor Vega Venus Verity Victor Victoria Vienna Vogue Wade Walker Warren Warwick Weston Wilder Will
    Winter Wisdom Wolf Wolfe Woody Zen Zephyr Zeus Zion
"""
"""Names that in the language of a return are first a word, a month, a colour, a place or a surname: they are names only where the grammar
around them leaves no doubt."""

ALSO_WORDS = frozenset(_WORDS.split())
GIVEN_NAMES = frozenset([*(n for line in _LINES if not line.startswith("#") for n in line.split()), *_BESIDES.split()]) - ALSO_WORDS
