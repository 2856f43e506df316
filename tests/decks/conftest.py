from collections.abc import Callable
from pathlib import Path

import pytest

WriteDeck = Callable[..., Path]

INFO = """\
id: small
title: A small deck
version: "1.0"
language: en
authors: [The authors of the tests]
licence: CC-BY-SA-4.0
"""

PATH = """\
presets:
  discovery:
    die: [1, 2]
    start: {}
    spaces: {ideation: [choice], positioning: [choice], products: [choice], model: [choice], launch: [choice]}
  workshop:
    die: [1, 3]
    start: {ecology: 1}
    spaces: {ideation: [choice], positioning: [choice], products: [choice], model: [choice], launch: [choice]}
  full:
    die: [1, 3]
    start: {}
    spaces: {ideation: [choice], positioning: [choice], products: [choice], model: [choice], launch: [choice]}
"""


def challenge(id: str, stage: str) -> str:
    return f"""\
- id: {id}
  stage: {stage}
  title: The rule forbids it
  situation: >
    Your product is ready.
    The rule says no.
  talk: Who could say no to you?
  helped_by: [ask-around]
  responses:
    - do: Talk with them
      then: It takes time.
      points: {{ecology: +2, economy: -2}}
      help: {{economy: +1}}
    - do: Go ahead
      then: Sales start.
      points: {{ecology: -2, economy: +2}}
  notes: For the facilitator.
"""


def tool(id: str, stage: str) -> str:
    return f"""\
- id: {id}
  stage: {stage}
  title: Ask around
  what: You ask people.
  steps:
    - Choose whom to ask.
    - Ask them.
  try: Name one person.
  points: {{social: +1}}
"""


EXPERIENCES = """\
- id: bakery
  pillars: [ecology, economy, social]
  stage: launch
  title: Bread for all
  who: A bakery, Marseille
  story: They baked together.
  advice: Begin small.
"""

CHALLENGES = "".join(
    challenge(f"no-{stage}", stage) for stage in ("ideation", "positioning", "products", "model", "launch")
)
TOOLS = tool("ask-around", "ideation")
FILES = {
    "deck.yaml": INFO,
    "path.yaml": PATH,
    "challenges.yaml": CHALLENGES,
    "tools.yaml": TOOLS,
    "experiences.yaml": EXPERIENCES,
}


@pytest.fixture
def write_deck(tmp_path: Path) -> WriteDeck:
    """Write the small deck, with other files or none (None) where they are named; return its folder."""

    def write(changes: dict[str, str | None] | None = None, folder: str = "small") -> Path:
        target = tmp_path / folder
        for name, text in {**FILES, **(changes or {})}.items():
            if text is not None:
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (target / name).write_text(text, encoding="utf-8")
        return target

    return write


@pytest.fixture(scope="session")
def files() -> dict[str, str]:
    """The texts of the small deck, by file name."""
    return dict(FILES)
