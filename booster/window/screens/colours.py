"""The colour of a team: `Swatch`, a disc to press, and the pages where one is chosen.

Colours         in the set-up: a colour that another team has is exchanged
FreeColours     for a late team: a colour that another team has is its own
"""

from collections.abc import Callable, Mapping

import pygame

from booster.language import Translator
from booster.names import team_label, team_letter
from booster.window.paint import disc, focus_ring, panel
from booster.window.screens.draft import Draft
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import TEAM_COLOURS, Size
from booster.window.transition import Pop, Transition
from booster.window.widgets import Label, Widget


class Swatch(Widget):
    """A disc in a team's colour with its letter; with `caption`, a card that says more."""

    focusable = True

    def __init__(
        self,
        name: str,
        colour: int,
        letter: str,
        on_press: Callable[[], Transition],
        caption: str = "",
        *,
        enabled: bool = True,
    ) -> None:
        """Show the team colour of this number; one that is not `enabled` is grey and cannot be pressed."""
        super().__init__(name)
        self.colour = colour
        self.letter = letter
        self.on_press = on_press
        self.focusable = enabled
        self.caption = Label(caption, Size.LABEL, align="centre") if caption else None

    def height(self, look: Look, width: int) -> int:
        """Height of a disc that is easy to hit."""
        return look.px(72)

    def width(self, look: Look) -> int:
        """Width of the disc."""
        return look.px(72)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the disc, and the caption under it."""
        super().place(look, rect)
        if self.caption:
            pad = look.px(14)
            room = pygame.Rect(rect.left + pad, self._disc_box().bottom, rect.width - 2 * pad, 0)
            room.height = rect.bottom - pad - room.top
            self.caption.place(look, room)

    def _disc_box(self) -> pygame.Rect:
        """The part of the rectangle that the disc may fill."""
        box = self.rect.copy()
        if self.caption:
            box.height = round(box.height * 0.64)
        return box

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Do what the swatch is for."""
        return self.on_press()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the disc, the card and the focus."""
        look, box = self.look, self._disc_box()
        side = min(box.width, box.height) - (look.px(48) if self.caption else 0)
        if self.caption:
            self._draw_card(surface)
            self.caption.draw(surface)
        elif self.focused:
            focus_ring(surface, look, self.rect.inflate(-2 * look.px(4), -2 * look.px(4)), self.rect.height)
        rim = look.theme.ink if self.hovered else None if self.caption else look.theme.outline
        disc(surface, look, box.center, side, TEAM_COLOURS[self.colour].colour, self.letter, rim=rim)

    def _draw_card(self, surface: pygame.Surface) -> None:
        look, radius = self.look, self.look.px(18)
        if self.focused:
            focus_ring(surface, look, self.rect, radius)
        theme = look.theme
        fill = theme.accent_pale if self.focused else theme.paper if self.hovered else theme.white
        if not self.focusable:
            fill = theme.locked
        panel(surface, self.rect, fill, theme.outline if self.focused else theme.line, radius, look.px(2))


class ColourPage(TitledPage):
    """The twelve team colours in three rows of four, each with its name and the team that has it."""

    def __init__(self, tr: Translator, title: str, under: str, owners: Mapping[int, int]) -> None:
        """`owners` are the teams, counted from 0, by their colours."""
        super().__init__(tr, title, under)
        self.swatches = tuple(self._swatch(colour, owners.get(colour)) for colour in range(len(TEAM_COLOURS)))

    def _swatch(self, colour: int, owner: int | None) -> Swatch:
        name = self.tr(TEAM_COLOURS[colour].name)
        caption, letter = name, ""
        if owner is not None:
            caption = self.tr("{colour}: {team}", colour=name, team=team_label(owner, self.tr))
            letter = team_letter(owner)
        enabled = self.is_free(owner)
        return Swatch(name, colour, letter, lambda: self._choose(colour), caption, enabled=enabled)

    def is_free(self, owner: int | None) -> bool:
        """Whether a colour can be taken that this team has, if any has it."""
        raise NotImplementedError

    def take(self, colour: int) -> None:
        """Give the team this colour."""
        raise NotImplementedError

    def _choose(self, colour: int) -> Transition:
        self.take(colour)
        return Pop()

    def layout(self, look: Look) -> None:
        """Place the swatches."""
        super().layout(look)
        gap, body = look.px(28), self.body
        wide, high = (body.width - 3 * gap) // 4, min(look.px(280), (body.height - 2 * gap) // 3)
        for number, swatch in enumerate(self.swatches):
            line, place = divmod(number, 4)
            corner = (body.left + place * (wide + gap), body.top + line * (high + gap))
            swatch.place(look, pygame.Rect(corner, (wide, high)))


class Colours(ColourPage):
    """The colour of a team of the set-up."""

    def __init__(self, draft: Draft, team: int, tr: Translator) -> None:
        """Choose the colour of a team, counted from 0."""
        owners = {other.colour: number for number, other in enumerate(draft.teams[: draft.count])}
        title = tr("The colour of {team}", team=team_label(team, tr))
        super().__init__(tr, title, tr("The team that has it now takes yours in exchange."), owners)
        self.draft = draft
        self.team = team
        self.show(*self.swatches, focus=self.swatches[draft.teams[team].colour])

    def is_free(self, owner: int | None) -> bool:
        """All are: the teams exchange."""
        return True

    def take(self, colour: int) -> None:
        """Exchange with the team that has it."""
        self.draft.give_colour(self.team, colour)

    def help_words(self) -> tuple[str, ...]:
        """How a colour is chosen."""
        return (self.tr("Press a colour: the team takes it. Its letter and its shape stay."),)


class FreeColours(ColourPage):
    """The colour of a late team."""

    def __init__(
        self, owners: Mapping[int, int], chosen: int, on_choose: Callable[[int], None], tr: Translator
    ) -> None:
        """Begin at the colour that is `chosen`; `on_choose` is told another."""
        title, under = tr("The colour of the late team"), tr("Grey: another team has it.")
        super().__init__(tr, title, under, owners)
        self._on_choose = on_choose
        self.show(*self.swatches, focus=self.swatches[chosen])

    def is_free(self, owner: int | None) -> bool:
        """Those that no team has."""
        return owner is None

    def take(self, colour: int) -> None:
        """Tell who asked."""
        self._on_choose(colour)

    def help_words(self) -> tuple[str, ...]:
        """How a colour is chosen."""
        return (self.tr("Press a colour that no other team has."),)
