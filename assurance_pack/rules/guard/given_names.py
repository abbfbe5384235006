"""Given names common among children and their parents in England and Wales, and which of them are also ordinary words.

Most are data of the Office for National Statistics, under the Open Government Licence (the head of `given_names.txt` says which); those of
families the tables do not show stand in `given_names_besides.txt`.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_WORDS = """
    Ace Achilles Ajax Alpha Amber Amen Angel Apollo April Archer Arden Aries Arrow Art Ash Asia Aspen Aster Athena Atlas August Aurora
    Austin Autumn Avalon Azalea Baby Banks Basil Bay Bear Bee Belle Berry Bethel Bill Blaise Blaze Blessing Bliss Blossom Blue Bonny Bow
    Briar Brook Brooks Buster Buzz Cadence Cairo Camden Can Capri Carmel Carter Cash Chad Chance Charisma Charity Chase Chelsea Cherish
    Cherry Chester China Christian Clay Colt Comfort Constance Cooper Coral Cove Crew Crystal Cuba Dale Dallas Dane Dash Dawn Deacon
    Dean Deja Denver Denzin Desire Destiny Devon Diamond Dior Divine Dove Dream Drew Dudley Duke Dusty Earl Easton Eden Ember Emerald Era
    Ernest Everest Faith Fallon Favour Fern Finch Fleur Flint Ford Forest Forrest Fox Frank Friday Gene Genesis Georgia Gil Glen Glory
    Grace Grant Gray Great Grey Guy Gypsy Hamilton Hardy Harmony Haven Hayes Hazel Heath Heather Heaven Henley Hero Holly Holy Honey Honor Honour
    Hope Hunter India Indigo Iris Israel Ivory Jade Jan Jericho Jersey Jet Jewel Jordan Journey Joy Jun June Junior Juniper Justice Kale
    Kendal Kenya King Kingston Kit Lady Lake Lance Lark Laurel Lavender Lea Lee Liberty Light Lilac Lily Lincoln Linden Link London Love
    Lux Majesty Major Mali Maple Marina Mark Marlow Mars Marshal Marshall Marvel Marvellous Maverick Max May Meadow Melody Mercedes
    Mercy Merlin Milan Miles Miracle Misty Montana Moss Nadir Navy Neo Nero Nile Noel Nova Oak Obi Ocean Olive Olympia Onyx Opal Orion
    Page Paige Paris Parker Patience Paxton Peace Peach Peaches Pearl Penny Peony Pepper Phoenix Pierce Pip Piper Porsche Porter Praise
    Precious Presley Preston Prince Princess Prudence Psalm Purity Queen Quincy Rafferty Rain Rainbow Ram Raven Ray Rebel Red Reed Reef
    Reeve Reign River Rocky Rogue Roma Roman Rome Rosa Rose Rowan Royal Royalty Ruby Rue Rune Saffron Sage Said Saint Salem Sana Sandy
    Sapphire Senna Seven Shalom Shelby Sheridan Shona Sierra Silver Sky Sloane Snow Sol Soul Star Sterling Storm Summer Sunday Sunny
    Sutton Sydney Tanner Tate Tea Texas Thai Thor Thursday Tiger Treasure Trent Trinity True Tudor Tuesday Valentine Vega Venus Verity Victor
    Victoria Vienna Vogue Wade Walker Warren Warwick Wed Wednesday Weston Wilder Will Willow Winter Wisdom Wolf Wolfe Woody Zen Zephyr
    Zeus Zion
"""
"""Names that in the language of a return are first a word, a month, a colour, a place or a surname: they are names only where the grammar
around them leaves no doubt."""

ALSO_WORDS = frozenset(_WORDS.split())


def _listed(file: str) -> list[str]:
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    return [name for line in lines if not line.startswith("#") for name in line.split()]


GIVEN_NAMES = frozenset([*_listed("given_names.txt"), *_listed("given_names_besides.txt")]) - ALSO_WORDS
_ALSO_IN_SMALL_LETTERS = """
    ally ana aria axe cal cat deem delta dev don dot drew elif eve fares fawn fin gala ginger ill job lunar lyric mat mate meta miller nils param pat rob saxon
    scot sim sue tan truly van
"""
IN_SMALL_LETTERS = frozenset(name.lower() for name in GIVEN_NAMES) - frozenset(_ALSO_IN_SMALL_LETTERS.split())
"""Given names as somebody writes them who uses no capitals; without those that are words then."""
