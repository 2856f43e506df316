import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line, draft_in, go_to_set_up, put_deck, start, the_only_game
from hands import choose, press, settle, tab_to

from booster.decks.pack import pack_deck
from booster.decks.watch import LOOK_EVERY_MS
from booster.errors import BoosterError
from booster.language import translator
from booster.paths import core_deck, sessions_folder, user_decks_folder
from booster.settings import Settings, read_settings, write_settings
from booster.window.app import App
from booster.window.screens.decks.decks import Decks
from booster.window.screens.decks.preview import Preview
from booster.window.screens.draft import draft_of
from booster.window.screens.notice import Notice
from booster.window.screens.setup import SetUp
from booster.window.screens.title import Title
from booster.window.widgets import Button, CheckBox

OpenWindow = Callable[..., App]
LARGE = (1920, 1080)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def test_the_core_deck_is_ticked_at_first(open_window: OpenWindow) -> None:
    assert draft_in(go_to_set_up(open_window)).decks == (core_deck().resolve(),)


def test_several_decks_are_played_together(open_window: OpenWindow) -> None:
    put_deck("ours")
    app = go_to_set_up(open_window)
    choose(app, "Deck ours (Français)")
    start(app)
    assert [deck.info.id for deck in the_only_game().decks] == ["core", "ours"]


def test_no_deck_says_so_beside_the_decks_and_does_not_start(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    (ticked,) = (box for box in draft_boxes(app) if box.checked)
    choose(app, ticked.name)
    choose(app, "Start")
    app.find("Choose at least one deck.")
    assert app.screen is not None and app.screen.form.focused is ticked
    assert not sessions_folder().exists()
    press(app, pygame.K_RETURN)
    start(app)
    assert the_only_game()


def draft_boxes(app: App) -> list[CheckBox]:
    assert app.screen is not None
    return [leaf for leaf in app.screen.form.leaves() if isinstance(leaf, CheckBox)]


def test_decks_that_share_a_card_are_refused_in_one_sentence(open_window: OpenWindow) -> None:
    put_deck("one")
    tools = "- {id: one-tool, stage: ideation, title: Un outil, what: Une méthode, steps: [Un pas]}\n"
    put_deck("two", tools=tools)
    app = go_to_set_up(open_window)
    choose(app, "Deck one (Français)")
    choose(app, "Deck two (Français)")
    app.find("The decks “Deck one” and “Deck two” both have a card “one-tool”: play them one at a time.")
    choose(app, "Start")
    assert isinstance(app.screen, SetUp)


def test_a_broken_deck_is_shown_in_the_set_up_but_cannot_be_ticked(open_window: OpenWindow) -> None:
    folder = put_deck("broken", tools="- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n")
    app = go_to_set_up(open_window)
    choose(app, "broken")
    assert folder not in draft_in(app).decks
    button = app.find("broken")
    assert isinstance(button, Button) and button.locked


# --- the list of decks


def open_decks(open_window: OpenWindow, **said: object) -> App:
    app = open_window(Title(command_line(**said)), LARGE)
    choose(app, "Decks")
    assert isinstance(app.screen, Decks)
    return app


def words(app: App) -> str:
    assert app.screen is not None
    return "\n".join(leaf.name for leaf in app.screen.form.leaves())


def drop(app: App, path: Path) -> None:
    pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(path)))
    settle(app)


def paste(app: App, text: str) -> None:
    tab_to(app, "Folder or zip of a deck")
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
    settle(app)
    choose(app, "Add")


def elsewhere(tmp_path: Path, name: str = "ours", **changes: str) -> Path:
    """A deck in a folder of its own, which the program does not look into by itself."""
    made = put_deck(name, **changes)
    return made.rename(tmp_path / name)


def test_a_broken_deck_is_listed_with_its_errors_and_cannot_be_ticked(open_window: OpenWindow) -> None:
    put_deck("broken", tools="\n\n- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n")
    app = open_decks(open_window)
    said = words(app)
    for part in ("It cannot be played yet.", "tools.yaml, line 3", "“ideation”"):
        assert part in said
    assert "broken" not in [box.name for box in draft_boxes(app)]
    choose(app, "Open broken")
    assert isinstance(app.screen, Preview)
    assert "1 error" in app.screen.under.name
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Decks)


def test_a_deck_that_is_mended_can_be_ticked_without_leaving_the_list(open_window: OpenWindow) -> None:
    tools = "- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n"
    folder = put_deck("broken", tools=tools)
    app = open_decks(open_window)
    (folder / "tools.yaml").write_text(tools.replace("ideatoin", "ideation"), "utf-8")
    app.step(LOOK_EVERY_MS)
    choose(app, "Deck broken")
    assert {folder, core_deck().resolve()} == set(decks_of(app).draft.decks)


def decks_of(app: App) -> Decks:
    assert isinstance(app.screen, Decks)
    return app.screen


def test_a_good_deck_is_listed_with_its_cards_authors_languages_and_licence(open_window: OpenWindow) -> None:
    folder = put_deck("ours")
    said = words(open_decks(open_window))
    for part in ("0 challenges, 1 tool, 1 experience", "Nous", "Français", "CC0-1.0", str(folder)):
        assert part in said


def test_decks_are_switched_on_and_off_and_played_together(open_window: OpenWindow) -> None:
    one, two = put_deck("one"), put_deck("two")
    app = open_decks(open_window)
    choose(app, "Deck one")
    choose(app, "Deck two")
    choose(app, "Social Impact Booster: the core deck")
    choose(app, "Play with these decks")
    assert draft_in(app).decks == (one, two)


def test_decks_that_cannot_be_mixed_are_refused_in_one_sentence(open_window: OpenWindow) -> None:
    put_deck("one")
    put_deck("two", tools="- {id: one-tool, stage: ideation, title: T, what: W, steps: [S]}\n")
    app = open_decks(open_window)
    choose(app, "Deck one")
    choose(app, "Deck two")
    choose(app, "Play with these decks")
    assert isinstance(app.screen, Decks)
    app.find("The decks “Deck one” and “Deck two” both have a card “one-tool”: play them one at a time.")


def test_what_is_ticked_and_added_is_remembered(open_window: OpenWindow, tmp_path: Path) -> None:
    folder = elsewhere(tmp_path)
    app = open_decks(open_window)
    paste(app, str(folder))
    choose(app, "Deck ours")
    write_settings(tmp_path / "settings.json", app.settings)
    settings, fault = read_settings(tmp_path / "settings.json")
    assert fault is None
    draft = draft_of(command_line(), settings)
    assert draft.decks == (core_deck().resolve(), folder)
    assert draft.named_decks == (folder,)
    assert draft_of(command_line(deck=[core_deck()]), settings).decks == (core_deck().resolve(),)


def test_ticking_in_the_set_up_is_remembered_too(open_window: OpenWindow) -> None:
    folder = put_deck("ours")
    app = go_to_set_up(open_window)
    choose(app, "Deck ours (Français)")
    assert app.settings.decks == ("core", str(folder))


def test_remembered_decks_that_are_gone_leave_the_core_deck(tmp_path: Path) -> None:
    settings = Settings(decks=(str(tmp_path / "gone"),))
    assert draft_of(command_line(), settings).decks == (core_deck().resolve(),)


# --- adding decks


@pytest.mark.parametrize("typed", ["{folder}", '"{folder}"', "{folder}/deck.yaml", " {folder}/ "])
def test_a_folder_is_added_where_it_lies(open_window: OpenWindow, tmp_path: Path, typed: str) -> None:
    folder = elsewhere(tmp_path)
    app = open_decks(open_window)
    paste(app, typed.format(folder=folder))
    assert app.screen is not None and app.screen.form.focused is app.find("Deck ours")
    assert list(app.settings.deck_folders) == [str(folder)]
    assert not list(user_decks_folder().glob("*/deck.yaml"))
    choose(app, "Remove Deck ours")
    assert "Deck ours" not in [box.name for box in draft_boxes(app)]
    assert list(app.settings.deck_folders) == []
    assert (folder / "deck.yaml").is_file()


def test_an_installed_deck_that_is_named_as_well_stays_on_the_list(open_window: OpenWindow) -> None:
    folder = put_deck("ours")
    app = open_decks(open_window, deck=[str(folder)])
    assert "Deck ours" in [box.name for box in draft_boxes(app)]
    assert "Remove Deck ours" not in words(app)


def test_enter_after_a_path_adds_it(open_window: OpenWindow, tmp_path: Path) -> None:
    folder = elsewhere(tmp_path)
    app = open_decks(open_window)
    tab_to(app, "Folder or zip of a deck")
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=str(folder)))
    press(app, pygame.K_RETURN)
    assert list(app.settings.deck_folders) == [str(folder)]


def test_a_broken_folder_is_added_with_its_errors(open_window: OpenWindow, tmp_path: Path) -> None:
    folder = elsewhere(tmp_path, tools="- {id: x, stage: nowhere, title: T, what: W, steps: [S]}\n")
    app = open_decks(open_window)
    paste(app, str(folder))
    assert "tools.yaml, line 1" in words(app)


ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


@ON_POSIX
@pytest.mark.parametrize("odd", ["n" * 300, "~nobody-of-this-name/deck", "loop", "loop/below"])
def test_a_path_that_leads_nowhere_is_said_below_the_list(
    open_window: OpenWindow, tmp_path: Path, odd: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    app = open_decks(open_window)
    paste(app, odd)
    said = decks_of(app).said.name
    assert odd in said
    assert "There is no file or folder" in said or "cannot be read" in said


@ON_POSIX
@pytest.mark.parametrize("odd", ["n" * 300, "loop", "a\0b", "bytes-\udcff"])
def test_an_odd_path_in_the_settings_is_a_deck_that_cannot_be_played(
    open_window: OpenWindow, tmp_path: Path, odd: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    settings = Settings(decks=(odd,), deck_folders=(odd,))
    app = open_window(Title(command_line(), settings), LARGE)
    choose(app, "Decks")
    assert decks_of(app).draft.decks == (core_deck().resolve(),)
    assert "It cannot be played yet." in words(app) or "cannot be read" in words(app)


def test_what_an_installing_left_behind_is_not_listed(open_window: OpenWindow) -> None:
    put_deck("ours").rename(user_decks_folder() / ".ours.before-1a2b")
    assert "Deck ours" not in [box.name for box in draft_boxes(open_decks(open_window))]


@pytest.mark.parametrize("name", ["nowhere", "n" * 300])
def test_a_folder_that_is_not_there_has_no_preview(name: str) -> None:
    with pytest.raises(BoosterError, match="There is no deck"):
        Preview(Path(name), translator("en"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "There is no file or folder “”."),
        ("/no/such place", "There is no file or folder “/no/such place”."),
        ("{tmp}", "There is no deck “{tmp}”: name a folder that holds deck.yaml."),
    ],
)
def test_what_is_no_deck_is_said_below_the_list(
    open_window: OpenWindow, tmp_path: Path, typed: str, said: str
) -> None:
    app = open_decks(open_window)
    paste(app, typed.format(tmp=tmp_path))
    app.find(said.format(tmp=tmp_path))


@pytest.mark.parametrize("zipped", [True, False])
def test_what_is_dropped_is_installed(open_window: OpenWindow, tmp_path: Path, zipped: bool) -> None:
    folder = elsewhere(tmp_path)
    if zipped:
        pack_deck(folder, translator("en"))
    app = open_decks(open_window)
    drop(app, next(Path().glob("*.zip")) if zipped else folder)
    assert "“Deck ours” is installed, version 1, 2 cards." in words(app)
    assert (user_decks_folder() / "ours" / "deck.yaml").is_file()
    assert not app.settings.deck_folders
    choose(app, "Deck ours")
    assert (user_decks_folder() / "ours").resolve() in decks_of(app).draft.decks


def test_what_is_dropped_on_the_title_is_installed_in_the_list(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    app = open_window(Title(command_line()), LARGE)
    drop(app, elsewhere(tmp_path))
    assert "“Deck ours” is installed" in words(app)


@pytest.mark.parametrize("instead", [True, False])
def test_a_deck_that_is_there_is_replaced_only_if_one_says_so(
    open_window: OpenWindow, tmp_path: Path, instead: bool
) -> None:
    folder = elsewhere(tmp_path)
    app = open_decks(open_window)
    drop(app, folder)
    deck = (folder / "deck.yaml").read_text("utf-8")
    (folder / "deck.yaml").write_text(deck.replace("version: '1'", "version: '2'"), "utf-8")
    drop(app, folder)
    assert "installed already in version 1; this is version 2" in words(app)
    choose(app, "Replace it" if instead else "Keep the one there is")
    assert isinstance(app.screen, Decks)
    installed = (user_decks_folder() / "ours" / "deck.yaml").read_text("utf-8")
    assert ("version: '2'" in installed) == instead


def test_a_dropped_folder_with_errors_is_not_installed_and_opens_with_them(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    folder = elsewhere(tmp_path, tools="- {id: x, stage: nowhere, title: T, what: W, steps: [S]}\n")
    app = open_decks(open_window)
    drop(app, folder)
    assert "In tools.yaml, line 1" in words(app)
    assert not list(user_decks_folder().glob("*/deck.yaml"))
    choose(app, "See what is wrong")
    assert isinstance(app.screen, Preview) and app.screen.folder == folder


def test_a_dropped_picture_is_refused_in_one_sentence(open_window: OpenWindow, tmp_path: Path) -> None:
    picture = tmp_path / "holidays.jpg"
    picture.write_bytes(b"\xff\xd8\xff")
    app = open_decks(open_window)
    drop(app, picture)
    assert isinstance(app.screen, Notice)
    assert "holidays.jpg" in words(app)
    choose(app, "Back to the decks")
    assert isinstance(app.screen, Decks)
