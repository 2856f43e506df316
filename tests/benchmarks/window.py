"""How fast the window starts and draws, against floors measured in the same run. Linux, with Xvfb installed.

    python tests/benchmarks/window.py [--rounds 7] [--frames-only] [--starts-only]

It opens displays of its own, 1920x1080 and 3840x2160, and draws in software (SDL_FRAMEBUFFER_ACCELERATION=0).
Floors: for the start a bare script that opens a window as large as the program's and draws a line of text;
for a frame the same process blitting a cached picture as large as the window, and flipping. What counts are
the ratios, the frame times and the processor time: medians of several rounds, as other programs take their
share of the machine.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).parents[2]
HD, UHD = (1920, 1080), (3840, 2160)
STEP_MS = 16
PRESSES = 120  # keys pressed in the game whose frames are measured
SETTLE_S, IDLE_S = 4, 10
TARGETS = """targets:
first frame 1.4x the bare script, deck ready 2.7x; p99 of a frame in motion 8 ms at 1080p and
16.7 ms at 4K; 0.5 % of the processor while idle; 150 MB at 1080p."""

BARE = """
import sys, time
import pygame
pygame.display.init()
pygame.font.init()
size = [side * 4 // 5 for side in pygame.display.get_desktop_sizes()[0]]
window = pygame.Window("bare", size, resizable=True)
surface = window.get_surface()
surface.fill((253, 248, 238))
font = pygame.font.Font(sys.argv[1] + "/assets/fonts/NotoSans-Regular.ttf", 32)
surface.blit(font.render("Social Impact Booster", True, (34, 48, 60)), (50, 50))
window.flip()
print([time.monotonic()])
"""

# The program as it is, asked after every step how far it is: the first frame drawn; the decks read; then
# “New game” is pressed: the set-up drawn. The picture of the title comes right after the decks.
PROGRAM = """
import sys, time
from booster import cli
from booster.window import app
step, times = app.App.step, []
def watched(self, dt_ms=0):
    drew = step(self, dt_ms)
    if not times and drew or len(times) == 1 and "booster.decks.model" in sys.modules:
        times.append(time.monotonic())
        if len(times) == 2:
            times.append(time.monotonic())
            key = dict(key=app.pygame.K_RETURN, mod=0, unicode="", scancode=0)
            app.pygame.event.post(app.pygame.Event(app.pygame.KEYDOWN, key))
    elif type(self.screen).__name__ == "SetUp" and drew:
        times.append(time.monotonic())
        print(times)
        self._stack.clear()
    return drew
app.App.step = watched
cli.main(["play", "--language", sys.argv[2]])
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="starts and processes measured of each kind")
    parser.add_argument("--starts-only", action="store_true")
    parser.add_argument("--frames-only", action="store_true")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        what, width, height = args.child
        size = int(width), int(height)
        print(json.dumps(idle(size) if what == "idle" else frames(size)))
        return
    with tempfile.TemporaryDirectory() as folder:
        if not args.frames_only:
            measure_starts(args.rounds, Path(folder))
        if not args.starts_only:
            measure_frames(args.rounds, Path(folder))
    print(TARGETS)


# --- the start


def measure_starts(rounds: int, folder: Path) -> None:
    with display(HD, folder) as env:
        kept = folder / "data" / "social-impact-booster" / "kept"
        for language in ("en", "fr"):
            started(env, PROGRAM, language)  # lets Python compile, and the program keep its deck
        taken = []
        for _ in range(rounds):
            row = {"bare": started(env, BARE)}
            for language in ("en", "fr"):
                row[language] = started(env, PROGRAM, language)
            for file in kept.glob("*"):
                file.unlink()
            row["en, deck read anew"] = started(env, PROGRAM, "en")
            taken.append(row)
    print(f"start, medians of {rounds}: ms from the start of the process (ratio to the bare script)")
    for name in taken[0]:
        print(f"  {name:20} first frame {of_bare(taken, name, 0)}", end="")
        if name != "bare":
            opens = 1000 * median(row[name][3] - row[name][2] for row in taken)
            print(f"  deck ready {of_bare(taken, name, 1)}  the set-up opens in {opens:.0f} ms", end="")
        print()


def started(env: dict[str, str], code: str, *arguments: str) -> list[float]:
    """Seconds from the start of a process to what it tells."""
    begin = time.monotonic()
    told = run(env, "-c", code, str(ROOT), *arguments)
    return [moment - begin for moment in told]


def of_bare(taken: list[dict[str, list[float]]], name: str, which: int) -> str:
    ms = 1000 * median(row[name][which] for row in taken)
    ratio = median(row[name][which] / row["bare"][0] for row in taken)
    return f"{ms:5.0f} ({ratio:.2f}x)"


# --- frames, idle time, memory


def measure_frames(rounds: int, folder: Path) -> None:
    for size in (HD, UHD):
        with display(size, folder) as env:
            found = [run(env, __file__, "--child", "frames", *map(str, size)) for _ in range(rounds)]
            print(f"frames at {size[0]}x{size[1]}, medians of {rounds} processes, ms")
            for name in found[0]["ms"]:
                p50, p99, most = (median(one["ms"][name][n] for one in found) for n in range(3))
                print(f"  {name:34} p50 {p50:6.2f}  p99 {p99:6.2f}  longest {most:6.2f}")
            resident, peak = (median(one[each] for one in found) for each in ("resident", "peak"))
            print(f"  memory {resident:.0f} MB at the end of the game, {peak:.0f} MB at most")
            if size == HD:
                idles = [run(env, __file__, "--child", "idle", *map(str, size)) for _ in range(3)]
                print(f"  idle on the board for {IDLE_S} s: {median(idles):.2f} % of a core")


def frames(size: tuple[int, int]) -> dict[str, Any]:
    """Play a game by keyboard and time every frame; first the floor, in the same process."""
    import pygame

    from booster.language import translator
    from booster.window.app import App, open_display

    open_display(translator("en"))
    app = App("frames", board_of_four_teams(), size)
    settle(app)
    turned: list[float] = []
    moving: dict[str, list[float]] = {}
    for _ in range(PRESSES):
        key = {"key": pygame.K_RETURN, "mod": 0, "unicode": "", "scancode": 0}
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key))
        turned.append(timed_step(app)[0])
        name = f"in motion: {type(app.screen).__name__}"
        moving.setdefault(name, []).extend(settle(app))
    memory = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    resident, peak = (int(memory[each].split()[0]) / 1024 for each in ("VmRSS", "VmHWM"))
    app.window.destroy()
    ms = {
        "floor: picture and flip": floor_of(pygame.Window("floor", size)),
        "a key answered: new screen, drawn": turned,
        "in motion: all": [taken for each in moving.values() for taken in each],
        **{name: taken for name, taken in moving.items() if len(taken) > PRESSES // 4},
    }
    return {"ms": {name: summary(taken) for name, taken in ms.items()}, "resident": resident, "peak": peak}


def board_of_four_teams() -> Any:
    from booster.decks.load import load_decks
    from booster.engine.state import NewTeam, Setup
    from booster.language import translator
    from booster.paths import core_deck
    from booster.session import Session
    from booster.window.screens.game.next_screen import game_screen

    teams = tuple(NewTeam(f"Team {letter}", "A project in one line", n) for n, letter in enumerate("ABCD"))
    session = Session.demonstration(Setup(teams, "full", "FRAMES"), load_decks([core_deck()]))
    return game_screen(session, translator("en"))


def floor_of(window: Any) -> list[float]:
    surface = window.get_surface()
    picture = surface.copy()
    picture.fill((253, 248, 238))
    taken = []
    for _ in range(200):
        begin = time.perf_counter()
        surface.blit(picture, (0, 0))
        window.flip()
        taken.append(1000 * (time.perf_counter() - begin))
    window.destroy()
    return taken


def timed_step(app: Any) -> tuple[float, bool]:
    begin = time.perf_counter()
    drew = app.step(STEP_MS)
    return 1000 * (time.perf_counter() - begin), drew


def settle(app: Any) -> list[float]:
    """Let all motion end, frame after frame without a pause; return the ms of those that were drawn."""
    taken = []
    while (step := timed_step(app))[1]:
        taken.append(step[0])
    app.clear_away()  # as the loop does
    return taken


def summary(ms: list[float]) -> tuple[float, float, float]:
    """The median, the 99th percentile and the longest."""
    if len(ms) < 2:
        return (ms[0],) * 3 if ms else (0.0,) * 3
    return median(ms), quantiles(ms, n=100, method="inclusive")[98], max(ms)


def idle(size: tuple[int, int]) -> float:
    """The share of a core, in percent, that the loop takes while nothing happens on the board."""
    import signal

    import pygame

    from booster.language import translator
    from booster.window.app import App, open_display

    open_display(translator("en"))
    app = App("idle", board_of_four_teams(), size)
    settle(app)
    pygame.event.post(
        pygame.Event(pygame.KEYDOWN, {"key": pygame.K_RETURN, "mod": 0, "unicode": "", "scancode": 0})
    )
    used: list[float] = []

    def look(signum: int, frame: object) -> None:
        used.append(time.process_time())
        if len(used) == 2:
            app._stack.clear()

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, SETTLE_S, IDLE_S)
    app.run()
    return 100 * (used[1] - used[0]) / IDLE_S


# --- processes and displays


def run(env: dict[str, str], *command: str) -> Any:
    done = subprocess.run([sys.executable, *command], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def display(size: tuple[int, int], folder: Path) -> Iterator[dict[str, str]]:
    """A display of this size, and what a process needs to know to draw there, with data of its own."""
    reading, writing = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            name = number.readline().strip()
        if not name:
            raise SystemExit("Xvfb does not start.")
        yield environment(f":{name}", folder)
    finally:
        server.terminate()
        server.wait()


def environment(name: str, folder: Path) -> dict[str, str]:
    # compiled modules are kept as in an installed program, whatever this shell says
    left_out = ("BOOSTER_DATA", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_ALL", "LC_MESSAGES")
    return {name: value for name, value in os.environ.items() if name not in left_out} | {
        "DISPLAY": name,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "SDL_FRAMEBUFFER_ACCELERATION": "0",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "XDG_DATA_HOME": str(folder / "data"),
    }


if __name__ == "__main__":
    main()
