"""What the guides for deck authors say is so: every command, every YAML example, every quoted message."""

import difflib
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from booster import cli
from booster.decks.load import check_file, load_deck
from booster.paths import cards_folder

GUIDES = {"en": "GUIDE.md", "fr": "GUIDE.fr.md"}

BLOCK = re.compile(r"^```(?P<kind>[a-z ]+)\n(?P<text>.*?)^```$|^#+ (?P<heading>[^\n]*)$", re.M | re.S)
FILE = re.compile(r"`([a-z/]+\.yaml)`")
INLINE_COMMAND = re.compile(r"`booster ([^`]+)`")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, or a block of commands (sh), of a file (yaml), of what the program answers (text)."""

    kind: str
    text: str


def guide(language: str) -> str:
    return (cards_folder() / GUIDES[language]).read_text("utf-8")


def parts(language: str) -> Iterator[Part]:
    for found in BLOCK.finditer(guide(language)):
        if found["heading"] is not None:
            yield Part("heading", found["heading"])
        else:
            yield Part(found["kind"], found["text"])


def opens_a_window(words: list[str]) -> bool:
    return words[0] == "preview" or (words[0] == "play" and "--text" not in words)


class Author:
    """Somebody who does what a guide says, in its order, and compares what it says the program answers."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys = capsys
        self.monkeypatch = monkeypatch
        self.deck = Path()
        self.file = Path()
        self.kept = ""
        self.answered = ""

    def follow(self, language: str) -> None:
        for part in parts(language):
            match part.kind:
                case "heading":
                    self.turn_to(part.text)
                case "sh":
                    self.answered = "".join(self.type_command(line) for line in part.text.splitlines())
                case "yaml":
                    self.write(part.text)
                case "yaml wrong":
                    self.write_wrongly(part.text.rstrip("\n"))
                    self.answered = self.type_command(f"booster check {self.deck}")
                case "sh install" | "powershell":
                    pass  # the README's own line of tests is what `.ci/run` types
                case "text":
                    self.compare(part.text.strip("\n"))
                case _:
                    raise AssertionError(f"a guide has no blocks of {part.kind}")

    def turn_to(self, heading: str) -> None:
        """What was wrongly written is put right before the next section."""
        if self.kept:
            self.file.write_text(self.kept, "utf-8")
            self.kept = ""
        if named := FILE.search(heading):
            self.file = self.deck / named[1]

    def type_command(self, line: str) -> str:
        command, *words = shlex.split(line)
        assert command == "booster"
        if words[0] == "new" and self.deck == Path():
            self.deck = Path(words[1])
        if opens_a_window(words):
            understood(words, self.monkeypatch)
            return ""
        # Whoever reads the guide sits at a terminal, and says yes.
        answers = io.StringIO("y\n")
        self.monkeypatch.setattr(answers, "isatty", lambda: True)
        self.monkeypatch.setattr("sys.stdin", answers)
        code = cli.main(words)
        printed = self.capsys.readouterr()
        assert not printed.err, f"{line}\n{printed.err}"
        assert code == 0 or words[0] == "check"
        return printed.out

    def write(self, text: str) -> None:
        """Cards are added at the end of their file; any other file is written anew."""
        self.file.parent.mkdir(exist_ok=True)
        before = self.file.read_text("utf-8") + "\n" if text.startswith("- id:") else ""
        self.file.write_text(before + text, "utf-8")

    def write_wrongly(self, typed: str) -> None:
        """Type a line instead of the one that it is most like, in the last card of the file as it was."""
        self.kept = self.kept or self.file.read_text("utf-8")
        start = self.kept.rindex("- id:")
        lines = self.kept[start:].split("\n")
        (meant,) = difflib.get_close_matches(typed, lines, n=1, cutoff=0.3)
        lines[lines.index(meant)] = typed
        self.file.write_text(self.kept[:start] + "\n".join(lines), "utf-8")

    def compare(self, quoted: str) -> None:
        """`…` stands for what the guide leaves out; the figures of simulated games are an example."""
        pattern = re.escape(quoted).replace("…", ".*")
        if "%" in quoted:
            pattern = re.sub(r"\d+", r"\\d+", pattern)
        assert re.search(f"(?:^|: ){pattern}$", self.answered, re.M | re.S), f"{quoted}\n\n{self.answered}"


def understood(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a command line understood, and nothing done."""
    with monkeypatch.context() as patched:
        patched.setattr(cli, "_run", lambda args: 0)
        assert cli.main(words) == 0, words


@pytest.mark.parametrize("language", GUIDES)
def test_who_does_what_the_guide_says_gets_what_it_says(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    author = Author(capsys, monkeypatch)

    author.follow(language)

    reading = load_deck(author.deck)
    assert reading.deck is not None
    assert len(reading.deck.cards) == 15
    assert reading.deck.info.language == language
    assert len(reading.deck.translations) == 1


@pytest.mark.parametrize("language", GUIDES)
def test_commands_named_in_a_sentence_are_understood(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in INLINE_COMMAND.findall(guide(language)):
        words = shlex.split(command)
        understood(words if len(words) > 1 else [*words, "--help"], monkeypatch)


def test_the_card_in_the_readme_is_right(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    (card,) = re.findall(r"^```yaml\n(.*?)^```$", readme, re.M | re.S)
    file = tmp_path / "challenges.yaml"
    file.write_text(card, "utf-8")

    assert check_file(file).problems == ()


def test_what_both_guides_and_the_readme_type_to_install_is_the_same() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    for language in GUIDES:
        for part in parts(language):
            if part.kind in ("sh install", "powershell"):
                assert part.text.strip() in readme


def test_both_guides_teach_the_same() -> None:
    kinds = {language: [part.kind for part in parts(language)] for language in GUIDES}

    assert kinds["en"] == kinds["fr"]
