"""The questions before a game (R1, R2, R13), one a line; undo goes back to the question before."""

from collections.abc import Callable
from dataclasses import dataclass

from booster.decks.model import Deck
from booster.engine.setup import expected_minutes
from booster.engine.state import NewTeam, Setup
from booster.language import Translator
from booster.limits import LONGEST_NAME, LONGEST_PROJECT, MOST_TEAMS, PRESETS, USUAL_PRESET, PresetName
from booster.names import length_advice, preset_name, team_label, time_words
from booster.session import tidy_seed
from booster.text.commands import read_command, word
from booster.text.terminal import Quit, Terminal


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said on the command line already: None where a question is still to be asked."""

    teams: int | None = None
    preset: PresetName | None = None
    seed: str | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """A question, what Enter alone means, and how an answer is read: None when it is not understood."""

    text: str
    default: str
    read: Callable[[str], str | None]
    expected: str


def ask_setup(terminal: Terminal, deck: Deck, wanted: Wanted) -> Setup:
    """Return the set-up that is asked for. Raises Quit."""
    answers: list[str] = []
    while True:
        questions = _questions(terminal.tr, deck, wanted, answers)
        if len(answers) == len(questions):
            return _setup(wanted, answers)
        answer = _answer(terminal, questions[len(answers)])
        if answer is not None:
            answers.append(answer)
        elif answers:
            answers.pop()


def _questions(tr: Translator, deck: Deck, wanted: Wanted, answers: list[str]) -> list[_Question]:
    """All questions, as far as they are known: how many depends on the number of teams."""
    questions = [] if wanted.teams else [_how_many(tr)]
    if len(answers) < len(questions):
        return questions
    teams = wanted.teams or int(answers[0])
    for index in range(teams):
        questions += [_name(index, tr), _project(tr)]
    if not wanted.preset:
        questions.append(_preset(deck, teams, tr))
    if not wanted.seed:
        questions.append(_seed(tr))
    return questions


def _setup(wanted: Wanted, answers: list[str]) -> Setup:
    left = iter(answers)
    teams = wanted.teams or int(next(left))
    new_teams = tuple(NewTeam(next(left), next(left), index) for index in range(teams))
    preset = wanted.preset or {str(name): name for name in PRESETS}[next(left)]
    return Setup(new_teams, preset, tidy_seed(wanted.seed or next(left)))


def _answer(terminal: Terminal, question: _Question) -> str | None:
    """Ask until the answer is understood; None to go back to the question before."""
    tr = terminal.tr
    while True:
        line = terminal.ask(question.text)
        match read_command(line, tr):
            case "help", _:
                texts = {key: word(key, tr) for key in ("undo", "quit")}
                message = tr("Type “{undo}” for the question before, “{quit}” to leave.", **texts)
                terminal.answer(question.expected, message)
                continue
            case "again", _:
                continue
            case "undo", _:
                return None
            case "quit", _:
                raise Quit
        answer = question.read(line or question.default)
        if answer is not None:
            return answer
        terminal.answer(question.expected)


def _how_many(tr: Translator) -> _Question:
    def read(line: str) -> str | None:
        return line if line.isdecimal() and len(line) < 3 and 1 <= int(line) <= MOST_TEAMS else None

    expected = tr("Please type a number from 1 to {most}.", most=MOST_TEAMS)
    return _Question(tr("How many teams, 1 to {most}?", most=MOST_TEAMS), "", read, expected)


def _name(index: int, tr: Translator) -> _Question:
    label = team_label(index, tr)
    expected = tr(
        "Please type a name of at most {most} letters, or Enter for “{label}”.",
        most=LONGEST_NAME,
        label=label,
    )
    text = tr("{label}, your name, or Enter for none?", label=label)
    return _Question(text, label, lambda line: line if len(line) <= LONGEST_NAME else None, expected)


def _project(tr: Translator) -> _Question:
    expected = tr("Please type one line of at most {most} letters, or Enter for none.", most=LONGEST_PROJECT)
    text = tr("What would you launch, in one line, or Enter for none?")
    return _Question(text, "", lambda line: line if len(line) <= LONGEST_PROJECT else None, expected)


def _preset(deck: Deck, teams: int, tr: Translator) -> _Question:
    minutes = {name: expected_minutes(deck, deck.path.presets[name], teams) for name in PRESETS}
    lengths = ", ".join(
        tr(
            "{number}. {preset} (about {time})",
            number=number,
            preset=preset_name(name, tr),
            time=time_words(minutes[name], tr),
        )
        for number, name in enumerate(PRESETS, start=1)
    )
    usual = str(PRESETS.index(USUAL_PRESET) + 1)
    numbers = {str(number): name for number, name in enumerate(PRESETS, start=1)}
    text = tr("Which length? {lengths}. Enter for {usual}:", lengths=lengths, usual=usual)
    expected = tr("Please type a number from 1 to {most}.", most=len(PRESETS))
    advice = length_advice(max(minutes.values()), teams, tr)
    return _Question(f"{advice} {text}".strip(), usual, numbers.get, expected)


def _seed(tr: Translator) -> _Question:
    text = tr("A seed to play a known game again, or Enter for a new one?")
    expected = tr("A seed is a short code: the same code gives the same dice and cards.")
    return _Question(text, "", lambda line: line, expected)
