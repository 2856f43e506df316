"""The help page: what to do here, the keys, and one way out."""

from collections.abc import Callable

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import in_memory, table_of
from hands import misfits, press

from booster.language import LANGUAGES, translator
from booster.settings import Settings
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.help import Help, HelpRow, KeyRow
from booster.window.screens.title import Title
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))


def help_of_board(language: str = "en") -> Help:
    return Help(translator(language), Board(table_of(in_memory(), language)).help_words())


def test_the_board_explains_each_kind_of_space_beside_its_sign() -> None:
    rows = [leaf for leaf in help_of_board().form.leaves() if isinstance(leaf, HelpRow)]
    signs = {row.kind: row.name.split(":")[0] for row in rows if row.kind}
    assert signs == {"challenge": "Mountain", "tool": "Wrench", "choice": "Question mark"}


def test_there_is_one_way_out_and_every_key_that_leaves_takes_it(open_window: OpenWindow) -> None:
    for key in (pygame.K_RETURN, pygame.K_ESCAPE):
        app = open_window(Title(command_line()))
        title = app.screen
        press(app, pygame.K_F1)
        assert isinstance(app.screen, Help)
        buttons = [leaf.name for leaf in app.screen.form.leaves() if isinstance(leaf, Button)]
        assert buttons == ["Back"]
        press(app, key)
        assert app.screen is title


def test_forward_reads_all_of_the_help_before_it_leaves(open_window: OpenWindow) -> None:
    app = open_window(Board(table_of(in_memory())), settings=Settings(text_percent=150, reduced_motion=True))
    board = app.screen
    press(app, pygame.K_F1)
    page = app.screen
    assert isinstance(page, Help)
    last = [row for row in page.form.leaves() if isinstance(row, KeyRow)][-1]
    assert not page._keys.rect.contains(last.rect)
    while app.screen is page:
        in_sight = page._keys.rect.contains(last.rect)
        press(app, pygame.K_PAGEDOWN)
    assert in_sight
    assert app.screen is board


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("percent", [100, 150])
def test_the_help_fits_every_window(fonts: Fonts, language: str, percent: int) -> None:
    page = help_of_board(language)
    faults = []
    for size in SIZES:
        scale = Scale(*size, percent)
        page.layout(Look(scale, fonts, Settings(language=language, text_percent=percent)))
        faults += [f"{size}: {fault}" for fault in misfits(page, scale)]
        caps = [row for row in page.form.leaves() if isinstance(row, KeyRow)]
        faults += [f"{size}: {row.name}" for row in caps if row._words.rect.width < row.rect.width * 4 // 10]
    assert not faults, "\n".join(faults)
