import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from booster import cli
from booster.errors import BoosterError, EnvironmentFault

TOOL = "- {id: ask, stage: launch, title: Ask, what: You ask., steps: [Ask them.]}\n"

CHECKOUT = Path(cli.__file__).parents[1]

Asked = list[argparse.Namespace]
Stand = Callable[[str, Exception | None], Asked]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.yaml"
    file.write_text(TOOL, encoding="utf-8")
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.yaml"
    file.write_text(TOOL.replace("stage: launch", "stage: lunch"), encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Opening the window stops Python's collector: the tests that follow have it again."""
    yield
    gc.enable()


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Put a module in the place of a front end: it keeps what it was asked, or fails."""

    def put(name: str, fault: Exception | None = None) -> Asked:
        asked: Asked = []

        def run(args: argparse.Namespace) -> int:
            asked.append(args)
            if fault:
                raise fault
            return 0

        package, _, last = name.rpartition(".")
        module = ModuleType(name)
        module.run = run  # type: ignore[attr-defined]
        __import__(package)
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(sys.modules[package], last, module, raising=False)
        return asked

    return put


@pytest.mark.parametrize("typed", [[], ["play"], ["--language", "fr"]])
def test_bare_booster_plays_in_the_window(typed: list[str], stand_in: Stand) -> None:
    asked = stand_in("booster.window.app", None)

    assert cli.main(typed) == 0

    (args,) = asked
    assert (args.text, args.auto, args.seed, args.teams, args.preset) == (False, False, None, None, None)
    assert (args.deck, args.resume) == (None, None)
    assert args.language in ("en", "fr")


def test_play_takes_all_its_options(stand_in: Stand) -> None:
    asked = stand_in("booster.text.play", None)
    typed = "--text --auto --seed DEMO --teams 4 --preset full --deck a --deck b --language fr"

    assert cli.main(["play", *typed.split()]) == 0

    (args,) = asked
    assert (args.auto, args.seed, args.teams, args.preset) == (True, "DEMO", 4, "full")
    assert (args.deck, args.resume, args.language) == ([Path("a"), Path("b")], None, "fr")


def test_session_to_resume_is_named(stand_in: Stand) -> None:
    asked = stand_in("booster.text.play", None)

    assert cli.main(["--text", "--resume", "monday"]) == 0

    assert asked[0].resume == "monday"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--auto", "--auto goes with --text."),
        (
            "--resume --seed X --teams 2 --preset full --deck core",
            "--resume plays on as the game began: leave out --seed, --teams, --preset, --deck.",
        ),
        ("--text --resume monday --teams 2", "leave out --teams."),
        ("--text --resume --auto", "leave out --auto."),
    ],
)
def test_options_that_would_be_ignored_are_refused(
    typed: str, said: str, stand_in: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    window, text = stand_in("booster.window.app", None), stand_in("booster.text.play", None)

    assert cli.main([*typed.split(), "--language", "en"]) == 2

    assert capsys.readouterr().err.endswith(f"{said}\n")
    assert (window, text) == ([], [])


def test_resume_alone_means_the_latest_session(stand_in: Stand) -> None:
    asked = stand_in("booster.text.play", None)

    assert cli.main(["--text", "--resume"]) == 0

    assert asked[0].resume == ""


def test_sessions_are_listed(stand_in: Stand) -> None:
    asked = stand_in("booster.text.sessions", None)

    assert cli.main(["sessions", "--language", "en"]) == 0

    assert asked[0].language == "en"


@pytest.mark.parametrize(
    "typed",
    [
        ["dance"],
        ["play", "--teams", "13"],
        ["--teams", "0"],
        ["check"],
        ["--preset", "tiny"],
        ["--language", "xx"],
    ],
)
def test_wrong_use_is_2(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(typed) == 2
    assert "usage: booster" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chek"], "Il n’y a pas de commande « chek ». Vouliez-vous dire « check » ?"),
        (["dance"], "Il n’y a pas de commande « dance »."),
        (["check"], "Il manque : PATH."),
        (["sessions", "monday"], "En trop : monday."),
        (
            ["--preset", "tiny"],
            "--preset : « tiny » n’est pas possible ici. Choix : discovery, workshop, full.",
        ),
        (["--teams", "many"], "--teams demande un nombre entier, pas « many »."),
        (["--seed"], "--seed : dites ce que vous voulez, juste après."),
        (["check", "core", "--json", "--fix"], "--fix ne va pas avec --json."),
    ],
)
def test_wrong_use_is_said_in_the_language(
    typed: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    assert cli.main(typed) == 2

    usage, *_, told = capsys.readouterr().err.replace("\u00a0", " ").splitlines()
    assert usage.startswith("usage : booster")
    assert told.startswith(said)


@pytest.mark.parametrize("typed", ["--help", "play --help", "check --help", "--language fr --help"])
def test_help_is_all_in_the_language(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "C" if "fr" in typed else "fr_FR.UTF-8")

    assert cli.main(typed.split()) == 0

    said = capsys.readouterr().out
    assert "usage\u00a0:" in said
    assert "afficher cette aide" in said
    assert "show this help" not in said
    assert "positional arguments" not in said


@pytest.mark.parametrize("typed", ["--language fr check", "--language=fr check", "check --language fr"])
def test_the_language_may_stand_before_the_command(
    typed: str, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*typed.split(), str(good)]) == 0

    assert "rien à signaler" in capsys.readouterr().out


def test_the_language_before_help_keeps_the_help_of_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--language", "fr", "--help"]) == 0

    assert "balance" in capsys.readouterr().out


@pytest.mark.parametrize("typed", [["--version"], ["--help"], ["check", "--help"], ["play", "-h"]])
def test_help_and_version_are_0(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(typed) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "code"), [(BoosterError("No \x1b such."), 2), (EnvironmentFault("No screen."), 3)]
)
def test_fault_of_a_user_is_one_sentence(
    fault: BoosterError, code: int, stand_in: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in("booster.text.play", fault)

    assert cli.main(["--text"]) == code

    assert capsys.readouterr().err == f"{fault}\n".replace("\x1b", "\\x1b")


def test_own_fault_is_70_and_leaves_a_report(
    stand_in: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path))
    stand_in("booster.text.play", ZeroDivisionError("oh"))

    assert cli.main(["--text", "--language", "en"]) == 70

    (report,) = (tmp_path / "crashes").iterdir()
    assert "ZeroDivisionError: oh" in report.read_text("utf-8")
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(report) in said


def test_own_fault_without_a_place_for_the_report(
    stand_in: Stand, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(good))
    stand_in("booster.text.play", ZeroDivisionError("oh"))

    assert cli.main(["--text", "--language", "en"]) == 70

    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "Permission denied", "cards.yaml"), "cards.yaml"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_fault_of_the_machine_is_one_sentence_and_3(
    fault: OSError,
    said: str,
    stand_in: Stand,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path))
    stand_in("booster.text.play", fault)

    assert cli.main(["--text", "--language", "en"]) == 3

    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", [["check", "core"], ["--help"], ["sessions"], ["--text", "--auto"]])
def test_data_folder_of_a_person_who_is_not_there_is_told(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", "~nobody-of-this-name/booster")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert cli.main(typed) == 2

    assert capsys.readouterr() == (
        "",
        "BOOSTER_DATA names the folder of a person who is not known here: ~nobody-of-this-name/booster\n",
    )


def test_without_standard_input_the_game_in_the_terminal_ends_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", None)

    assert cli.main(["--text", "--language", "en"]) == 0

    assert "Goodbye" in capsys.readouterr().out


def test_without_standard_error_nothing_gets_among_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    assert cli.main(["check", "nowhere"]) == 2

    assert capsys.readouterr().out == ""


def test_seed_of_bytes_that_are_no_letters_is_left_out(
    stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = stand_in("booster.text.play", None)

    assert cli.main(["--text", "--seed", "A\udcff\x1bB"]) == 0

    assert asked[0].seed == "AB"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("typed", [["check", "core"], ["--help"], ["check", "nowhere"]])
def test_output_to_a_full_disk_is_one_sentence(typed: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "booster", *typed, "--language", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == (2 if "nowhere" in typed else 3)
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_stopped_by_hand_is_quiet(
    monkeypatch: pytest.MonkeyPatch, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", stop)

    assert cli.main(["check", str(good)]) == 130
    assert capsys.readouterr() == ("", "")


def test_check_of_a_good_file_is_0(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(good), "--language", "en"]) == 0
    assert capsys.readouterr().out == f"{good}: fine, nothing to report.\n"


def test_check_of_a_bad_file_is_1_with_the_place_and_the_fix(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(bad), "--language", "en"]) == 1

    first, line, caret, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{bad}:1:20: “lunch” is not a stage.")
    assert first.endswith("Fix: type “launch”.")
    assert line[caret.index("^") :].startswith("lunch")
    assert summary == f"{bad}: 1 error to mend."


def test_warning_alone_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text(
        "- id: ask\n  stage: launch\n  title: Price #1\n  what: x\n  steps: [x]\n", encoding="utf-8"
    )

    assert cli.main(["check", str(file), "--language", "en"]) == 0
    assert capsys.readouterr().out.endswith(": fine, 1 remark.\n")


@pytest.mark.parametrize("name", ["nowhere.yaml", "no\x1bwhere"])
def test_check_of_a_missing_file_is_2(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path / name), "--language", "en"]) == 2

    said = capsys.readouterr().err
    assert said.startswith("There is no file or folder")
    assert "\x1b" not in said


def test_check_of_an_empty_folder_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path), "--language", "en"]) == 1
    assert "This folder has no deck.yaml" in capsys.readouterr().out


def test_first_20_problems_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text(
        "".join(TOOL.replace("ask", f"ask-{i}").replace("launch", "x") for i in range(25)), encoding="utf-8"
    )

    assert cli.main(["check", str(file), "--language", "en"]) == 1

    out = capsys.readouterr().out
    assert out.count("Fix: ") == 20
    assert "… and 5 more.\n" in out
    assert "25 errors to mend" in out


def test_json_is_for_machines(good: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--json", str(good), str(bad), "--language", "en"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["valid"] is False
    assert told["decks"][0] == {"path": str(good), "valid": True, "problems": []}
    (problem,) = told["decks"][1]["problems"]
    assert {key: problem[key] for key in ("file", "line", "column", "weight")} == {
        **{"file": str(bad), "line": 1, "column": 20, "weight": "error"}
    }
    assert problem["fix"] == "type “launch”."


def test_deck_text_cannot_command_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text(TOOL.replace("launch", '"\\e[31m"') + "- id: \x1b[2J\n", encoding="utf-8")

    assert cli.main(["check", str(file)]) == 1
    assert "\x1b" not in capsys.readouterr().out


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


def test_check_never_imports_pygame(bad: Path) -> None:
    code = (
        "import sys; from booster.cli import main; main(['check', sys.argv[1]])\n"
        "print('pygame' in sys.modules)"
    )

    assert run_python(code, str(bad)).stdout.splitlines()[-1] == "False"


def test_command_line_alone_imports_nothing_heavy() -> None:
    code = (
        "import sys; from booster.cli import main; main(['--version'])\n"
        "print([name for name in ('pydantic', 'yaml', 'pygame') if name in sys.modules])"
    )

    assert run_python(code).stdout.splitlines()[-1] == "[]"


def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text("".join(TOOL.replace("launch", "x") for _ in range(300)), encoding="utf-8")
    command = [sys.executable, "-m", "booster", "check", "--json", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    "typed", [["check", "nowhere"], ["--help"], ["sessions"], ["balance", "--games", "0"]]
)
def test_what_is_piped_is_utf8_whatever_the_locale(typed: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "booster", *typed, "--language", "fr"],
        capture_output=True,
        env={"PYTHONIOENCODING": "latin-1", "BOOSTER_DATA": str(tmp_path), "PYTHONPATH": str(CHECKOUT)},
        check=False,
    )

    said = (done.stdout + done.stderr).decode("utf-8")
    assert any(letter in said for letter in "éèêà’")


def test_bytes_that_are_no_letters_are_shown_as_codes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "booster", "check", str(tmp_path / "\udcff"), "--language", "en"],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert b"\\udcff" in done.stderr
