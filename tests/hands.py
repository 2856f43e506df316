"""A person at the window: keys, typing and mouse, and eyes that see what does not fit."""

import pygame

from booster.window.app import App
from booster.window.screen import Screen
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.game.command import Command
from booster.window.screens.game.leaving import Leaving
from booster.window.text import Page
from booster.window.theme import Scale
from booster.window.widgets import Button, CheckBox, Label, TextBox, TextField, Widget

SMALLEST = 24  # design pixels: nothing on a 1080p projector is smaller
CARD_WORDS = 30


def settle(app: App) -> None:
    """Let the window answer all that waits."""
    while app.step(20):
        pass


def press(app: App, key: int, letter: str = "", mod: int = 0) -> None:
    """Press a key."""
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter, scancode=0))
    settle(app)


def type_text(app: App, text: str) -> None:
    """Type letter by letter, as the system says it: the key, then the text."""
    for letter in text:
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=0, mod=0, unicode=letter, scancode=0))
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=letter))
    settle(app)


def tab_to(app: App, name: str) -> None:
    """Press Tab until the widget of this name has the focus."""
    for _ in range(200):
        if app.screen is not None and app.screen.form.focused is app.find(name):
            return
        press(app, pygame.K_TAB)
    raise AssertionError(f"Tab never reaches {name!r}")


def choose(app: App, name: str) -> None:
    """Go to a widget by Tab and press it by Enter."""
    tab_to(app, name)
    press(app, pygame.K_RETURN)


def click(app: App, pos: tuple[int, int]) -> None:
    """Press and release the mouse at a point."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=pos, button=1, touch=False))
    settle(app)


def click_on(app: App, name: str) -> None:
    """Click on the middle of the widget of this name, which must be in sight."""
    widget = app.find(name)
    seen = widget.rect.clip(widget.clip or app.window.get_surface().get_rect())
    assert seen.collidepoint(widget.rect.center), f"{name!r} is out of sight"
    click(app, widget.rect.center)


def leave_game(app: App) -> None:
    """Leave the game on the screen by keyboard, and answer that this is meant."""
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Leaving)
    press(app, pygame.K_RIGHT)
    press(app, pygame.K_RETURN)


def misfits(screen: Screen, scale: Scale) -> list[str]:
    """Return what is wrong in a screen that is laid out: widgets that stand out, words that do not fit."""
    window = pygame.Rect(0, 0, scale.width, scale.height)
    found = []
    for widget in screen.form.leaves():
        room = window if widget.clip is None else widget.clip
        across = widget.rect.left >= room.left and widget.rect.right <= room.right
        if not across or (widget.clip is None and not window.contains(widget.rect)):
            found.append(f"{widget.name!r} stands out at {widget.rect}")
        found += [f"{widget.name!r} {fault}" for fault in _word_faults(widget, scale)]
    return found


def _word_faults(widget: Widget, scale: Scale) -> list[str]:
    pages: tuple[Page, ...]
    match widget:
        case Label():
            pages = (widget._page,)
        case TextBox():
            pages = widget.pages
        case CheckBox():
            pages = (widget.label._page,)
        case Command():
            return ["is too small"] if widget._px < scale.px(SMALLEST) else []
        case CardView():
            return _card_faults(widget, widget.look.scale)
        case Button():
            inside = widget._inside
            pages = tuple(page for page in (inside.text, inside.note) if page)
            if inside.height > widget.rect.height or inside.left + inside.width > widget.rect.width:
                return ["has words outside"]
        case TextField():
            fonts = widget.look.fonts
            hint = fonts.width(widget.hint, widget.look.text(30))
            return ["has a hint that is cut"] if hint > widget.rect.width - 2 * scale.px(18) else []
        case _:
            return []
    return [
        fault
        for page in pages
        for fault, wrong in (
            ("is higher than its box", page.height > widget.rect.height),
            ("is wider than its box", any(line.width > widget.rect.width for _, line in page.lines)),
            (f"is too small: {page.px} px", page.px < scale.px(SMALLEST)),
        )
        if wrong and widget.name
    ]


def _card_faults(view: CardView, scale: Scale) -> list[str]:
    """What does not fit on a card; its words turn a page rather than go below 30 design pixels."""
    card, (width, height) = view.card, view.rect.size
    body = height - card.band_height
    blocks = [block for page in card.pages for block in page]
    return [
        fault
        for fault, wrong in (
            ("has words outside", any(block.left + block.words.width > width for block in blocks)),
            ("has words below it", any(block.top + block.words.height > body for block in blocks)),
            ("has small words", any(block.words.px < scale.px(CARD_WORDS) for block in blocks)),
            ("has a band that is too high", card.band.height + card.title.height > card.band_height),
            ("has a small title", card.title.px < scale.px(SMALLEST)),
        )
        if wrong
    ]
