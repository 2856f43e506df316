"""The words of the preview: what stands on a card, what follows it, what is wrong with it."""

from pathlib import Path

from booster.card_face import Face, challenge_face, experience_face, tool_face
from booster.decks.model import Card, Challenge, Deck, Experience, Response, Tool
from booster.decks.problems import WEIGHTS, Problem, Weight
from booster.decks.proof import CardKind, Proof, ProofCard
from booster.language import Translator
from booster.names import kind_name, lock_words, points_words
from booster.window.text import Run, Words


def face_of(card: Card, deck: Deck, tr: Translator) -> Face:
    """Return the face of a card as in play. `deck` is in the language of `tr`."""
    match card:
        case Challenge():
            # A tool that the deck does not have is an error, told beside the card.
            helpful = tuple(tool for tool in card.helped_by if isinstance(deck.cards.get(tool), Tool))
            return challenge_face(card.model_copy(update={"helped_by": helpful}), deck, tr)
        case Tool():
            return tool_face(card, tr)
        case Experience():
            return experience_face(card, tr)


def no_face(card: ProofCard | None, tr: Translator) -> Face:
    """Return what stands in the place of a card that was never right, or of no card at all."""
    if card is None:
        words = tr("Nothing to show: no card was found in this deck’s folder.")
        return Face("choice", "", tr("No card"), (words,), None, ())
    words = tr("This card cannot be read yet. What is wrong stands below, with what to type instead.")
    return Face(card.kind, kind_words(card.kind, tr).upper(), card.id, (words,), None, ())


def kind_words(kind: CardKind, tr: Translator) -> str:
    """Return `Challenge`, `Tool` or `Experience`."""
    return tr("Experience") if kind == "experience" else kind_name(kind, tr)


def behind(card: Card, deck: Deck, tr: Translator) -> tuple[Words, ...]:
    """Return what a card does when it is played: paragraphs."""
    match card:
        case Challenge():
            notes = (_led(tr("For the facilitator:"), card.notes),) if card.notes else ()
            responses = (_response(n, response, deck, tr) for n, response in enumerate(card.responses, 1))
            return (*responses, *notes)
        case Tool():
            return (_led(tr("If you adopt it:"), points_words(card.points, tr)),)
        case Experience():
            return (tr("Points buy it at the end of the game: nothing follows."),)


def _led(lead: str, words: str) -> Words:
    return (Run(f"{lead} ", bold=True), Run(words))


def _response(number: int, response: Response, deck: Deck, tr: Translator) -> Words:
    lines = [response.then, points_words(response.points, tr)]
    if response.help.moves:
        lines.append(tr("With help: {points}", points=points_words(response.help, tr)))
    if response.needs:
        lines.append(lock_words(response, deck, tr))
    return (Run(f"{number}. {response.do}", bold=True), Run("".join(f"\n{line}" for line in lines)))


def all_words(card: Card) -> str:
    """Return all words of a card that people may look for, its id first."""
    match card:
        case Challenge():
            responses = (words for response in card.responses for words in (response.do, response.then))
            words = (card.situation, card.talk, *responses, card.notes)
        case Tool():
            words = (card.what, *card.steps, card.when, card.limit, card.try_)
        case Experience():
            words = (card.who, card.story, card.advice, card.ask)
    return "\n".join((card.id, card.title, *(text for text in (*words, card.source) if text)))


# --- problems


def weight_words(weight: Weight, tr: Translator) -> str:
    """Return the name of a weight."""
    match weight:
        case "error":
            return tr("Error")
        case "warning":
            return tr("Warning")
        case "hint":
            return tr("Hint")


def count_words(counts: dict[Weight, int], tr: Translator) -> str:
    """Return `2 errors, 1 hint`, worst first; nothing where there is no problem."""
    return ", ".join(_count(weight, counts[weight], tr) for weight in WEIGHTS if counts.get(weight))


def _count(weight: Weight, n: int, tr: Translator) -> str:
    match weight:
        case "error":
            return tr.plural("{n} error", "{n} errors", n)
        case "warning":
            return tr.plural("{n} warning", "{n} warnings", n)
        case "hint":
            return tr.plural("{n} hint", "{n} hints", n)


def status(proof: Proof, tr: Translator) -> str:
    """Return how a deck stands, in one line."""
    found = count_words({weight: proof.count(weight) for weight in WEIGHTS}, tr)
    cards = tr.plural("{n} card", "{n} cards", len(proof.cards))
    return tr("{cards} · {found}", cards=cards, found=found or tr("nothing to report"))


def place_of(problem: Problem, tr: Translator) -> str:
    """Return the file and the line of a problem."""
    file = Path(problem.file)
    name = f"{file.parent.name}/{file.name}" if file.parent.name == "translations" else file.name
    return tr("{file}, line {line}", file=name, line=problem.line)


def problem_words(problem: Problem, tr: Translator) -> Words:
    """Return a paragraph: the weight, the file, the line, what is wrong, what to type, the line."""
    head = f"{weight_words(problem.weight, tr)} · {place_of(problem, tr)}"
    fix = tr("Fix: {fix}", fix=problem.fix.said(tr))
    said = f"\n{problem.what.said(tr)} {fix}"
    source = f"\n{problem.source.strip()}" if problem.source.strip() else ""
    rest = tr("The rest of the file is read once this is mended.")
    lead = Run(head, bold=True, colour="fault" if problem.weight == "error" else None)
    return (lead, Run(said), Run(source, colour="muted"), Run(f"\n{rest}" if problem.stops else ""))
