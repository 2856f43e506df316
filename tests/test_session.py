"""The session: one state, several views; undo and redo (R11), languages, seeds."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import small_deck

from booster.engine.actions import Adopt, Respond, Roll, SkipTurn
from booster.engine.events import CardDrawn, Rolled
from booster.engine.rules import Refused
from booster.engine.state import NewTeam, Setup
from booster.session import SEED_LETTERS, Session, fingerprint, new_seed, tidy_seed

SETUP = Setup((NewTeam("A"), NewTeam("B")), "workshop", "DEMO")


@given(st.integers(0, 10**6), st.integers(1, 25))
@settings(max_examples=30)
def test_r11_undo_then_redo_is_the_same_state(luck: int, length: int) -> None:
    session = Session.demonstration(SETUP, (small_deck(),))
    rng = Random(luck)
    states = [session.state]
    for _ in range(length):
        actions = session.legal_actions()
        if not actions:
            break
        session.act(actions[int(rng.random() * len(actions))])
        states.append(session.state)
    events = session.events
    for before in reversed(states[:-1]):
        session.undo()
        assert session.state == before
    assert session.undo() is None
    for after in states[1:]:
        session.redo()
        assert session.state == after
    assert session.redo() is None
    assert session.events == events


def test_r11_undo_is_not_a_second_try() -> None:
    session = Session.demonstration(SETUP, (small_deck(),))
    first = session.act(Roll())
    session.undo()
    assert session.act(Roll()) == first
    session.undo()
    session.act(SkipTurn())
    other = session.act(Roll())
    assert [e.die for e in other if isinstance(e, Rolled)] == [e.die for e in first if isinstance(e, Rolled)]
    assert [e.card for e in other if isinstance(e, CardDrawn)] == [
        e.card for e in first if isinstance(e, CardDrawn)
    ]


def test_r11_a_new_action_forgets_what_was_undone() -> None:
    session = Session.demonstration(SETUP, (small_deck(),))
    session.act(Roll())
    session.undo()
    session.act(SkipTurn())
    assert not session.can_redo
    assert session.redo() is None


def test_a_refused_action_changes_nothing_and_is_not_written(tmp_path: Path) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    before, content = session.state, session.journal.path.read_bytes()
    for action in (Respond(0), Adopt()):
        with pytest.raises(Refused):
            session.act(action)
    session.close()
    assert session.state == before
    assert session.journal.path.read_bytes() == content


def test_an_action_is_on_the_disk_before_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    path, before = session.journal.path, session.state
    seen: list[bool] = []
    from booster.files import to_disk

    def watched(file: object) -> None:
        to_disk(file)  # type: ignore[arg-type]
        seen.append(session.state == before and path.read_bytes().count(b"\n") == 2)

    monkeypatch.setattr("booster.journal.writing.to_disk", watched)
    session.act(Roll())
    session.close()
    assert seen == [True]


def test_r13_equal_states_have_equal_fingerprints_and_others_differ() -> None:
    one, two = (Session.demonstration(SETUP, (small_deck(),)) for _ in range(2))
    assert fingerprint(one.state) == fingerprint(two.state)
    one.act(Roll())
    assert fingerprint(one.state) != fingerprint(two.state)
    two.act(Roll())
    assert fingerprint(one.state) == fingerprint(two.state)


def test_a_seed_is_short_and_easy_to_read_aloud() -> None:
    seeds = {new_seed() for _ in range(200)}
    assert len(seeds) > 190
    assert all(len(seed) == 6 and set(seed) <= set(SEED_LETTERS) for seed in seeds)
    assert not set("IO01") & set(SEED_LETTERS)


@pytest.mark.parametrize(
    ("typed", "seed"), [(" demo ", "DEMO"), ("k7 qf 2m", "K7QF2M"), ("é" * 30, "É" * 20)]
)
def test_a_typed_seed_is_tidied(typed: str, seed: str) -> None:
    assert tidy_seed(typed) == seed


def test_an_empty_seed_becomes_a_new_one() -> None:
    assert len(tidy_seed("  ")) == 6
