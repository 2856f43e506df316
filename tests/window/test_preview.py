"""The preview: a deck seen as it is written."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from at_the_set_up import put_deck
from hands import choose, click, click_on, misfits, press, settle, tab_to, type_text

from booster import card_sizes
from booster.card_face import challenge_face, tool_face
from booster.decks.load import load_deck
from booster.decks.translate import in_language
from booster.decks.watch import LOOK_EVERY_MS
from booster.errors import BoosterError
from booster.language import translator
from booster.paths import core_deck
from booster.settings import USUAL
from booster.window.app import App
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.cards.printed_card import PrintedCard
from booster.window.screens.decks.preview import Preview
from booster.window.screens.decks.preview_list import CardButton, ProblemButton
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]
EN, FR = translator("en"), translator("fr")
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600), (2560, 1080))
TOOL = "- id: ours-tool\n  stage: ideation\n  title: Un outil\n  what: Une méthode\n  steps: [Un pas]\n"
SECOND = TOOL.replace("ours-tool", "second-tool").replace("Un outil", "Un événement")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))


def preview(app: App) -> Preview:
    assert isinstance(app.screen, Preview)
    return app.screen


def listed(app: App) -> list[str]:
    return [leaf.name for leaf in preview(app).form.leaves() if isinstance(leaf, CardButton)]


def shown(app: App) -> CardView:
    (view,) = (leaf for leaf in preview(app).form.leaves() if isinstance(leaf, CardView))
    return view


def printed_card(app: App) -> PrintedCard:
    (printed,) = (leaf for leaf in preview(app).form.leaves() if isinstance(leaf, PrintedCard))
    return printed


def save(app: App, folder: Path, tools: str) -> None:
    """Save tools.yaml, and let the half second pass after which it is looked at."""
    (folder / "tools.yaml").write_text(tools, "utf-8")
    app.step(LOOK_EVERY_MS)
    settle(app)


# --- the card


def test_cards_are_as_in_play_in_each_language(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    deck = load_deck(core_deck()).deck
    assert deck is not None
    first = deck.challenges[0]
    assert shown(app).face == challenge_face(first, deck, EN)
    tab_to(app, "Language of the card")
    press(app, pygame.K_RIGHT)
    french = in_language(deck, "fr")
    assert shown(app).face == challenge_face(french.challenges[0], french, FR)
    assert listed(app)[0] == french.challenges[0].title


def test_arrows_and_mouse_go_from_card_to_card(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    names = listed(app)
    press(app, pygame.K_DOWN)
    assert shown(app).face.title == names[1]
    click_on(app, names[2])
    assert shown(app).face.title == names[2]


def test_tab_takes_the_list_as_one_stop_so_that_the_card_stays(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    press(app, pygame.K_DOWN)
    chosen = shown(app).face.title
    press(app, pygame.K_TAB)
    press(app, pygame.K_TAB)
    for widget in ("List", "Find"):
        tab_to(app, widget)
    press(app, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    tab_to(app, chosen)
    press(app, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert app.screen is not None and app.screen.form.focused is app.find("Side")
    assert shown(app).face.title == chosen


def test_a_finger_goes_to_a_card(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    name = listed(app)[1]
    centre, size = app.find(name).rect.center, app.window.size
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(
            pygame.Event(kind, x=centre[0] / size[0], y=centre[1] / size[1], touch_id=0, finger_id=0)
        )
    settle(app)
    assert shown(app).face.title == name


def turn_to(app: App, side: str) -> None:
    """Choose what is shown of the card."""
    choice = preview(app).pane.side
    tab_to(app, "Side")
    while choice.options[choice.chosen] != side:
        press(app, pygame.K_RIGHT)


def test_what_follows_a_response_is_on_the_other_side(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    deck = load_deck(core_deck()).deck
    assert deck is not None
    turn_to(app, "What follows")
    said = preview(app).pane.after.name
    for response in deck.challenges[0].responses:
        assert response.do in said and response.then in said


def test_a_card_in_print_is_on_paper_of_its_shape_in_the_lettering_of_print(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    in_play = shown(app).face
    turn_to(app, "In print")
    printed = printed_card(app)
    assert printed.face == in_play
    assert printed.rect.width / printed.rect.height == pytest.approx(148 / 105, rel=0.01)
    assert printed.card.size == card_sizes.PRINT
    sizes = [card_sizes.points(block.words.px) for page in printed.card.pages for block in page]
    assert all(8.5 <= size <= 12 for size in sizes)
    press(app, pygame.K_DOWN)
    turn_to(app, "In print")
    assert printed_card(app).face == in_play


@pytest.mark.parametrize(
    ("size", "percent", "contrast"),
    [((1024, 768), 150, False), ((3840, 2160), 100, False), ((1280, 720), 100, True)],
)
def test_a_card_in_print_is_the_same_whatever_the_window_and_the_settings(
    size: tuple[int, int], percent: int, contrast: bool, fonts: Fonts
) -> None:
    usual, other = (Preview(core_deck(), EN) for _ in range(2))
    usual.layout(Look(Scale(1920, 1080), fonts))
    settings = replace(USUAL, text_percent=percent, high_contrast=contrast)
    other.layout(Look(Scale(*size, percent), fonts, settings))
    assert other.pane.printed.card == usual.pane.printed.card
    assert other.pane.printed.rect != usual.pane.printed.rect


def test_a_card_that_does_not_fit_on_paper_says_so_below_it(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL.replace("Une méthode", "Une méthode pour tout le monde. " * 90))
    app = open_window(Preview(folder, EN))
    turn_to(app, "In print")
    assert len(printed_card(app).sheets) > 1
    assert "does not fit on one side" in preview(app).pane.trouble.name


def test_a_card_in_print_is_drawn_on_white_paper(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    turn_to(app, "In print")
    paper = printed_card(app).rect
    window = app.window.get_surface()
    margin = paper.width * 5 // 148
    edge, band = (window.get_at((paper.centerx, paper.top + down))[:3] for down in (margin // 2, 2 * margin))
    assert min(edge) > 250
    assert min(band) < 50


# --- the list


def test_the_list_is_filtered_by_kind_stage_and_text_together(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    deck = load_deck(core_deck()).deck
    assert deck is not None
    choose(app, "Kind")
    choose(app, "Kind")
    assert listed(app) == [tool.title for tool in deck.tools]
    choose(app, "Stage")
    of_stage = [tool for tool in deck.tools if tool.stage == "ideation"]
    assert listed(app) == [tool.title for tool in of_stage]
    tab_to(app, "Find")
    type_text(app, of_stage[-1].id.upper())
    assert listed(app) == [of_stage[-1].title]
    type_text(app, " nothing like that")
    assert listed(app) == []
    app.find("No card is like that.")


def test_text_is_found_without_its_accents_and_by_id(open_window: OpenWindow) -> None:
    app = open_window(Preview(put_deck("ours", tools=TOOL + SECOND), EN))
    tab_to(app, "Find")
    type_text(app, "evenement")
    assert listed(app) == ["Un événement"]
    for _ in range(len("evenement")):
        press(app, pygame.K_BACKSPACE)
    type_text(app, "ours-tool")
    assert listed(app) == ["Un outil"]


def test_problems_are_marked_at_their_cards(open_window: OpenWindow) -> None:
    app = open_window(Preview(put_deck("ours", tools=TOOL + SECOND.replace("ideation", "ideatoin")), EN))
    marked = [leaf for leaf in preview(app).form.leaves() if isinstance(leaf, CardButton) and leaf.weight]
    assert [(button.card.id, button.weight) for button in marked if button.weight == "error"] == [
        ("second-tool", "error")
    ]
    assert "1 error" in next(button.note for button in marked if button.weight == "error")


def test_problems_are_listed_worst_first_and_lead_to_their_cards(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL + SECOND.replace("title: Un", "titel: Un"))
    app = open_window(Preview(folder, EN))
    tab_to(app, "List")
    press(app, pygame.K_RIGHT)
    buttons = [leaf for leaf in preview(app).form.leaves() if isinstance(leaf, ProblemButton)]
    assert [button.problem for button in buttons] == list(preview(app).proof.problems)
    assert buttons[0].problem.weight == "error" and buttons[-1].problem.weight != "error"
    click(app, buttons[0].rect.center)
    assert preview(app).card == "second-tool"
    assert "tools.yaml, line 8" in preview(app).pane.trouble.name
    assert "Fix: " in preview(app).pane.trouble.name


def test_a_problem_in_a_translation_shows_the_card_in_that_language(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL)
    (folder / "translations").mkdir()
    (folder / "translations" / "en.yaml").write_text("ours-tool:\n  titel: A tool\n  what: A way\n", "utf-8")
    app = open_window(Preview(folder, FR))
    tab_to(app, FR("List"))
    press(app, pygame.K_RIGHT)
    first = next(leaf for leaf in preview(app).form.leaves() if isinstance(leaf, ProblemButton))
    preview(app).form.focus_on(first)
    press(app, pygame.K_RETURN)
    assert (preview(app).card, preview(app).pane.code) == ("ours-tool", "en")


# --- following the files


def test_what_is_saved_is_seen_within_a_second(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL)
    app = open_window(Preview(folder, EN))
    save(app, folder, TOOL.replace("Un outil", "Un autre outil"))
    assert listed(app)[0] == shown(app).face.title == "Un autre outil"


def test_nothing_is_drawn_where_nothing_was_saved(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    assert not any(app.step(LOOK_EVERY_MS) for _ in range(4))


def test_a_new_card_is_gone_to(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL)
    app = open_window(Preview(folder, EN))
    save(app, folder, TOOL + SECOND)
    assert shown(app).face.title == "Un événement"
    assert app.screen is not None and app.screen.form.focused is app.find("Un événement")


def test_a_card_that_breaks_stays_as_it_was_with_the_file_the_line_and_the_fix(
    open_window: OpenWindow,
) -> None:
    folder = put_deck("ours", tools=TOOL)
    app = open_window(Preview(folder, EN))
    before = shown(app).face
    save(app, folder, TOOL.replace("stage: ideation", "stage: ideatoin"))
    assert shown(app).face == before
    app.find("Last version that could be read")
    said = preview(app).pane.trouble.name
    for part in ("Error", "tools.yaml, line 2", "Fix: ", "“ideation”", "stage: ideatoin"):
        assert part in said
    assert "1 error" in preview(app).under.name
    save(app, folder, TOOL)
    assert "Error" not in preview(app).pane.trouble.name
    assert "Last version" not in "".join(leaf.name for leaf in preview(app).form.leaves())
    assert "error" not in preview(app).under.name


def test_where_reading_stopped_the_panel_says_so(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL + SECOND)
    app = open_window(Preview(folder, EN))
    save(app, folder, TOOL.replace("title: Un outil", 'title: "Un outil') + SECOND)
    assert "The rest of the file is read once this is mended." in preview(app).pane.trouble.name


def test_the_card_that_was_worked_on_comes_into_sight_wherever_the_focus_is(open_window: OpenWindow) -> None:
    tools = "".join(
        TOOL.replace("ours-tool", f"tool-{n}").replace("Un outil", f"Outil {n}") for n in range(30)
    )
    folder = put_deck("ours", tools=tools)
    app = open_window(Preview(folder, EN))
    tab_to(app, "Find")
    save(app, folder, tools.replace("Outil 29", "Outil 29 bis"))
    button = preview(app).finder.button_of("tool-29")
    assert button is not None and preview(app).finder.list.rect.contains(button.rect)


def test_on_its_own_it_is_closed_and_from_the_decks_one_goes_back(open_window: OpenWindow) -> None:
    app = open_window(Preview(core_deck(), EN))
    choose(app, "Close")
    assert app.screen is None
    assert Preview(core_deck(), EN, alone=False).leave.name == "Back"


def test_a_file_that_breaks_keeps_every_card(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL + SECOND)
    app = open_window(Preview(folder, EN))
    names = listed(app)
    save(app, folder, TOOL.replace("title: Un outil", 'title: "Un outil') + SECOND)
    assert listed(app) == names
    assert "tools.yaml, line" in preview(app).pane.trouble.name


def test_a_deck_that_loses_all_its_cards_and_gets_one_again(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL)
    app = open_window(Preview(folder, EN))
    for file in ("tools.yaml", "experiences.yaml"):
        (folder / file).unlink()
    app.step(LOOK_EVERY_MS)
    settle(app)
    assert listed(app) == [] and shown(app).face.title == "No card"
    save(app, folder, TOOL)
    assert shown(app).face.title == "Un outil"


def test_a_new_translation_adds_its_language(open_window: OpenWindow) -> None:
    folder = put_deck("ours", tools=TOOL)
    app = open_window(Preview(folder, FR))
    (folder / "translations").mkdir()
    (folder / "translations" / "en.yaml").write_text("ours-tool:\n  title: A tool\n", "utf-8")
    app.step(LOOK_EVERY_MS)
    settle(app)
    tab_to(app, FR("Language of the card"))
    press(app, pygame.K_RIGHT)
    deck = load_deck(folder).deck
    assert deck is not None
    assert shown(app).face == tool_face(in_language(deck, "en").tools[0], EN)


# --- where it cannot be


def test_a_folder_that_is_none_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        BoosterError, match=r"There is no deck “.*nowhere”: name a folder that holds deck\.yaml"
    ):
        Preview(tmp_path / "nowhere", EN)


def test_the_command_refuses_a_folder_that_is_none(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "booster", "preview", "nowhere", "--language", "fr"],
        cwd=tmp_path,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "PYTHONPATH": str(core_deck().parents[1])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1 and "deck.yaml" in done.stderr


# --- sizes and languages


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_whatever_the_size_and_the_language(
    size: tuple[int, int], percent: int, fonts: Fonts
) -> None:
    broken = put_deck("broken", tools=TOOL + SECOND.replace("ideation", "ideatoin"))
    scale = Scale(*size, percent)
    for folder, tr in ((core_deck(), FR), (broken, EN), (broken, FR)):
        screen = Preview(folder, tr)
        screen.layout(Look(scale, fonts, replace(USUAL, text_percent=percent)))
        assert misfits(screen, scale) == []
        card = screen.pane.view
        assert card.card.size == card.rect.size and screen.body.contains(card.rect)
        screen.finder.tabs.chosen = 1
        for side in (1, 2):
            screen.pane.side.chosen = side
            screen._refill()
            assert misfits(screen, scale) == []
        assert screen.body.contains(screen.pane.printed.rect)


@pytest.mark.parametrize("size", SIZES)
def test_whatever_takes_the_focus_comes_into_sight(size: tuple[int, int], fonts: Fonts) -> None:
    screen = Preview(core_deck(), FR)
    screen.layout(Look(Scale(*size, 150), fonts))
    for widget in [leaf for leaf in screen.form.leaves() if leaf.focusable][::7]:
        screen.form.focus_on(widget)
        seen = widget.rect.clip(widget.clip or pygame.Rect(0, 0, *size))
        assert seen == widget.rect, f"{widget.name!r} is seen in part"
