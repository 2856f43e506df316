"""Numbers and names that several parts must agree on. Nothing of the program is imported for them."""

from typing import Literal, get_args

PresetName = Literal["discovery", "workshop", "full"]

PRESETS: tuple[PresetName, ...] = get_args(PresetName)
USUAL_PRESET: PresetName = "workshop"

MOST_TEAMS = 12
USUAL_TEAMS = 4

# In letters:
LONGEST_NAME = 40  # of a team
LONGEST_PROJECT = 120
LONGEST_REASON = 120  # for a correction
LONGEST_SEED = 20
LONGEST_TEXT = 5000  # of a deck: what has sentences
LONGEST_LINE = 200  # of a deck: a title, an author, a version
