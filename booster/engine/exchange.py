"""The exchange of points for experience cards (R10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from booster.decks.model import PILLARS, Deck, Pillar
from booster.engine.events import CardBought, PointsLeftOver
from booster.engine.state import Score

Exchanged = CardBought | PointsLeftOver


def exchange(deck: Deck, order: tuple[str, ...], scores: tuple[Score, ...]) -> list[Exchanged]:
    """Return who gets which card, one event a card. `order` is the pile of experience cards, top first.

    The points of each pillar buy unused cards of that pillar, one card a team in turn; then what a team has
    left buys any unused card, then a card that the fewest other teams hold. No team gets a card twice.
    """
    purses = [_purse(deck, team, score) for team, score in enumerate(scores)]
    market = _Market(deck, order, purses)
    for pillar in PILLARS:
        market.sell(pillar)
    for purse in purses:
        purse.pool()
    market.sell(None)
    market.share()
    price = deck.path.points_per_card
    left = (PointsLeftOver(p.team, scores[p.team].total - price * len(p.cards)) for p in purses)
    return [*market.bought, *(event for event in left if event.points > 0)]


@dataclass
class _Purse:
    """How many cards a team can still buy with the points of each pillar, and with any points (None)."""

    team: int
    worth: dict[Pillar | None, int]
    cards: list[str] = field(default_factory=list)

    def pool(self) -> None:
        """What a pillar's points could not buy may buy any card."""
        self.worth = {None: sum(self.worth.values())}


def _purse(deck: Deck, team: int, score: Score) -> _Purse:
    price, at_least = deck.path.points_per_card, deck.path.at_least
    worth: dict[Pillar | None, int] = {pillar: score.on(pillar) // price for pillar in PILLARS}
    worth[None] = max(score.total // price, at_least) - sum(worth.values())
    return _Purse(team, worth)


class _Market:
    """The experience cards, and how many teams hold each."""

    def __init__(self, deck: Deck, order: tuple[str, ...], purses: list[_Purse]) -> None:
        self.bought: list[Exchanged] = []
        self._purses = purses
        self._pillars = {card: deck.experience(card).pillars for card in order}
        self._hands = dict.fromkeys(order, 0)

    def sell(self, pillar: Pillar | None) -> None:
        """Sell the unused cards of a pillar, or all unused ones (None)."""
        unused = [card for card, hands in self._hands.items() if not hands]
        stock = iter(card for card in unused if pillar is None or pillar in self._pillars[card])
        for purse, card in zip(self._in_turn(pillar), stock, strict=False):
            self._hand_over(purse, card, pillar)

    def share(self) -> None:
        """Give cards that other teams hold already, those of the fewest hands first."""
        for purse in self._in_turn(None):
            lacking = [card for card in self._hands if card not in purse.cards]
            if lacking:
                self._hand_over(purse, min(lacking, key=self._hands.__getitem__), None)

    def _in_turn(self, pillar: Pillar | None) -> Iterator[_Purse]:
        """Yield the teams that can still buy, again and again in their order."""
        for _ in range(max((purse.worth[pillar] for purse in self._purses), default=0)):
            yield from (purse for purse in self._purses if purse.worth[pillar] > 0)

    def _hand_over(self, purse: _Purse, card: str, pillar: Pillar | None) -> None:
        purse.worth[pillar] -= 1
        purse.cards.append(card)
        self._hands[card] += 1
        self.bought.append(CardBought(purse.team, card, pillar))
