"""The words that can be typed at any prompt, in the language played or in English."""

from typing import Literal, TypeVar, get_args

from booster.language import N_, Translator
from booster.typography import without_accents

Command = Literal["help", "again", "scores", "tools", "log", "undo", "redo", "facilitator", "quit"]
FacilitatorStep = Literal["swap", "skip", "correct", "pass", "back", "add", "end"]
FacilitatorCommand = Literal["notes", FacilitatorStep]

Word = TypeVar("Word", Command, FacilitatorCommand)

COMMANDS: tuple[Command, ...] = get_args(Command)
FACILITATOR_COMMANDS: tuple[FacilitatorCommand, ...] = get_args(FacilitatorCommand)

_WORDS: dict[Command | FacilitatorCommand, str] = {
    "help": N_("help"),
    "again": N_("again"),
    "scores": N_("scores"),
    "tools": N_("tools"),
    "log": N_("log"),
    "undo": N_("undo"),
    "redo": N_("redo"),
    "facilitator": N_("facilitator"),
    "quit": N_("quit"),
    "notes": N_("notes"),
    "swap": N_("swap"),
    "skip": N_("skip"),
    "correct": N_("correct"),
    "pass": N_("pass"),
    "back": N_("back"),
    "add": N_("add"),
    "end": N_("end"),
}

_ABOUT: dict[Command | FacilitatorCommand, str] = {
    "help": N_("what can be typed"),
    "again": N_("repeat the last text"),
    "scores": N_("the points of every team, and where it stands"),
    "tools": N_("the toolboxes; with a number, the full text of that tool"),
    "log": N_("all that has happened so far"),
    "undo": N_("take back the last action"),
    "redo": N_("do again what was taken back"),
    "facilitator": N_("what only the facilitator does"),
    "quit": N_("leave; the session stays saved"),
    "notes": N_("the notes on the card, meant for the facilitator alone"),
    "swap": N_("put the card on the table away and draw the next one"),
    "skip": N_("end this turn"),
    "correct": N_("correct the points of a team"),
    "pass": N_("pass over a team that has left"),
    "back": N_("welcome back a team that was passed over"),
    "add": N_("let a late team in"),
    "end": N_("end the game now and exchange the points"),
}


def word(command: Command | FacilitatorCommand, tr: Translator) -> str:
    """Return the word to type for a command in this language."""
    return tr(_WORDS[command])


def command_list(commands: tuple[Command | FacilitatorCommand, ...], tr: Translator) -> tuple[str, ...]:
    """Return one line for each command: the word, and what it does."""
    return tuple(
        tr("{word}: {about}", word=word(command, tr), about=tr(_ABOUT[command])) for command in commands
    )


def read_command(line: str, tr: Translator) -> tuple[Command, str] | None:
    """Return the command that a line asks for and what follows it; None if the line is something else.

    Only `tools` takes a number and `facilitator` one of its own words: anything longer is free text.
    """
    command = _match(line, COMMANDS, tr)
    if command is not None:
        return command, ""
    words = line.split(" ")
    for cut in range(1, len(words)):
        rest = " ".join(words[cut:])
        match _match(" ".join(words[:cut]), COMMANDS, tr):
            case "tools" if rest.isdecimal():
                return "tools", rest
            case "facilitator" if read_facilitator_command(rest, tr) is not None:
                return "facilitator", rest
    return None


def read_facilitator_command(line: str, tr: Translator) -> FacilitatorCommand | None:
    """Return the facilitator's command that a line asks for, if any."""
    return _match(line, FACILITATOR_COMMANDS, tr)


def _match(line: str, commands: tuple[Word, ...], tr: Translator) -> Word | None:
    typed = without_accents(line)
    in_language = (c for c in commands if typed == without_accents(word(c, tr)))
    # The language's own words come first: one may be spelled as another English one.
    return next(in_language, next((c for c in commands if typed == c), None))
