"""Play a journaled session until killed, many times over: run by test_journal.py in a process of its own.

Writes one line a kill: the actions acknowledged before the kill, and those that the resumed session holds.
"""

import os
import signal
import sys
from pathlib import Path
from random import Random

from strategies import small_deck

from booster.engine.state import NewTeam, Setup
from booster.session import Session, fingerprint

ACTIONS = 60


def play(path: Path, acknowledge: int) -> None:
    """Play on from a session file, telling each finished action's number and state on a pipe."""
    session = Session.resume(path)
    rng = Random(0)
    for number in range(1, ACTIONS + 1):
        if session.state.over or (number % 7 == 0 and session.can_undo):
            session.undo()
        else:
            actions = session.legal_actions()
            session.act(actions[int(rng.random() * (len(actions) - 1))])
        os.write(acknowledge, f"{number} {fingerprint(session.state)}\n".encode())


def kill_once(path: Path, rng: Random) -> str:
    """Kill a player at a random moment and say what it had finished and what is on the disk."""
    read, write = os.pipe()
    player = os.fork()
    if player == 0:
        play(path, write)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as acknowledged:
        last = ""
        for _, line in zip(range(rng.randrange(1, ACTIONS)), acknowledged, strict=False):
            last = line
        for _ in range(rng.randrange(20_000)):  # somewhere inside the next action
            pass
        os.kill(player, signal.SIGKILL)
        os.waitpid(player, 0)
        rest = acknowledged.readlines()
    number, state = (rest[-1] if rest else last).split()
    session = Session.resume(path)
    lines = len(path.read_bytes().splitlines()) - 1
    session.close()
    return f"{number} {lines} {state} {fingerprint(session.state)}"


def main(folder: Path, kills: int) -> None:
    """Kill as many players as asked, each in a session of its own."""
    rng = Random(1)
    for kill in range(kills):
        setup = Setup((NewTeam("A"), NewTeam("B")), "discovery", f"KILL{kill}")
        session = Session.create(setup, (small_deck(),), folder)
        session.close()
        assert session.journal is not None
        print(kill_once(session.journal.path, rng), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
