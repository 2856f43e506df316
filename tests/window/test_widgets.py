import itertools
from collections.abc import Sequence

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from booster.paths import assets_folder
from booster.window.text import Fonts, Look, Run
from booster.window.theme import STANDARD, Scale, Size
from booster.window.transition import Pop, Quit, Transition, stay
from booster.window.widgets import (
    Button,
    CheckBox,
    Choice,
    Form,
    Label,
    Row,
    ScrollArea,
    TextBox,
    TextField,
    Widget,
    column,
    row,
)

BOX = pygame.Rect(40, 40, 900, 900)


def key(code: int, mod: int = 0, text: str = "") -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text)


def typed(text: str) -> pygame.Event:
    return pygame.Event(pygame.TEXTINPUT, text=text)


def mouse(kind: int, pos: tuple[int, int], touch: bool = False) -> pygame.Event:
    return pygame.Event(kind, pos=pos, button=1, touch=touch)


def click(form: Form, pos: tuple[int, int]) -> Transition:
    form.on_event(mouse(pygame.MOUSEBUTTONDOWN, pos))
    return form.on_event(mouse(pygame.MOUSEBUTTONUP, pos))


def form_of(look: Look, *widgets: Widget, box: pygame.Rect = BOX) -> Form:
    form = Form()
    form.show(*widgets)
    column(look, box, widgets)
    return form


def buttons(*names: str) -> list[Button]:
    return [Button(name, Quit) for name in names]


def focused(form: Form) -> str:
    assert form.focused is not None
    return form.focused.name


def drawn(widget: Widget, size: tuple[int, int] = (1000, 1000)) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(STANDARD.paper)
    widget.draw(surface)
    return surface


def picture(widget: Widget) -> bytes:
    return pygame.image.tobytes(drawn(widget), "RGB")


def painted(widget: Widget, size: tuple[int, int] = (1000, 1000)) -> pygame.Rect:
    """The rectangle around everything that a widget drew."""
    mask = pygame.mask.from_threshold(drawn(widget, size), STANDARD.paper, (1, 1, 1))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:])


# --- focus


def test_tab_goes_round_in_order_and_shift_tab_back(look: Look) -> None:
    form = form_of(look, *buttons("a", "b"), Label("words"), *buttons("c"))
    seen = []
    for _ in range(4):
        seen.append(focused(form))
        form.on_event(key(pygame.K_TAB))
    assert seen == ["a", "b", "c", "a"]
    form.on_event(key(pygame.K_TAB, pygame.KMOD_LSHIFT))
    assert focused(form) == "a"


def test_focus_starts_on_the_primary_button(look: Look) -> None:
    form = form_of(look, *buttons("a"), Button("now", stay, primary=True))
    assert focused(form) == "now"


def test_a_primary_button_that_is_locked_does_not_take_the_focus_first(look: Look) -> None:
    form = form_of(look, *buttons("a"), Button("now", stay, primary=True, locked="Not yet."))
    assert focused(form) == "a"


def test_showing_other_widgets_keeps_the_focus_where_it_was(look: Look) -> None:
    a, b, c = buttons("a", "b", "c")
    form = form_of(look, a, b)
    form.focus_on(b)
    form.show(c, b)
    assert focused(form) == "b"
    form.show(c)
    assert focused(form) == "c"
    assert not b.focused


def test_arrows_move_to_the_nearest_on_that_side(look: Look) -> None:
    grid = {
        name: Button(name, stay)
        for name in ("top left", "top right", "bottom left", "bottom right", "far below")
    }
    form = Form()
    form.show(*grid.values())
    for number, widget in enumerate(grid.values()):
        widget.place(look, pygame.Rect(number % 2 * 400, number // 2 * 200, 300, 100))
    for code, expected in (
        (pygame.K_RIGHT, "top right"),
        (pygame.K_DOWN, "bottom right"),
        (pygame.K_LEFT, "bottom left"),
        (pygame.K_DOWN, "far below"),
        (pygame.K_DOWN, "far below"),
        (pygame.K_UP, "bottom left"),
    ):
        form.on_event(key(code))
        assert focused(form) == expected


def test_a_clicker_reaches_and_presses_everything(look: Look) -> None:
    form = form_of(look, Button("a", stay), Button("b", Quit))
    form.on_event(key(pygame.K_PAGEUP))
    assert focused(form) == "b"
    assert isinstance(form.on_event(key(pygame.K_PAGEDOWN)), Quit)


EVERY_FOCUSABLE = [
    Button("plain", stay),
    Button("now", stay, primary=True),
    Button("shut", stay, locked="Needs a tool."),
    TextField("field"),
    Choice("choice", ["one", "two"]),
    CheckBox("check"),
    TextBox(["word " * 400]),
]


@pytest.mark.parametrize("widget", EVERY_FOCUSABLE, ids=lambda widget: widget.name[:8])
def test_focus_shows(look: Look, widget: Widget) -> None:
    widget.place(look, pygame.Rect(100, 100, 700, 300))
    without = picture(widget)
    widget.focus()
    assert picture(widget) != without
    widget.blur()
    assert picture(widget) == without


# --- pressing


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE])
def test_keys_press_the_focused_button(look: Look, code: int) -> None:
    assert isinstance(form_of(look, Button("leave", Pop)).on_event(key(code)), Pop)


def test_a_digit_presses_the_button_with_that_number(look: Look) -> None:
    form = form_of(look, Button("first", Pop, number=1), Button("second", Quit, number=2))
    assert isinstance(form.on_event(key(pygame.K_2, text="2")), Quit)
    assert focused(form) == "second"
    assert form.on_event(key(pygame.K_3, text="3")) is None


def test_the_key_of_a_digit_presses_where_digits_need_shift(look: Look) -> None:
    form = form_of(look, Button("first", Pop, number=1), Button("second", Quit, number=2))
    azerty = pygame.Event(pygame.KEYDOWN, key=pygame.K_e, scancode=pygame.KSCAN_2, mod=0, unicode="é")
    assert isinstance(form.on_event(azerty), Quit)


def test_enter_in_a_field_goes_on_to_the_next(look: Look) -> None:
    form = form_of(look, TextField("name"), TextField("project"))
    form.on_event(key(pygame.K_RETURN, text="\r"))
    assert focused(form) == "project"


def test_a_digit_typed_into_a_field_presses_nothing(look: Look) -> None:
    field = TextField("name")
    form = form_of(look, field, Button("first", Quit, number=1))
    assert form.on_event(key(pygame.K_1, text="1")) is None
    form.on_event(typed("1"))
    assert field.text == "1"


def test_the_mouse_presses_on_release_inside(look: Look) -> None:
    form = form_of(look, Button("leave", Quit))
    inside = form.find("leave").rect.center
    assert form.on_event(mouse(pygame.MOUSEBUTTONDOWN, inside)) is None
    assert isinstance(form.on_event(mouse(pygame.MOUSEBUTTONUP, inside)), Quit)


def test_a_release_outside_presses_nothing(look: Look) -> None:
    form = form_of(look, Button("leave", Quit))
    form.on_event(mouse(pygame.MOUSEBUTTONDOWN, form.find("leave").rect.center))
    assert form.on_event(mouse(pygame.MOUSEBUTTONUP, (5, 5))) is None
    assert form.on_event(mouse(pygame.MOUSEBUTTONUP, form.find("leave").rect.center)) is None


def test_the_right_mouse_button_presses_nothing(look: Look) -> None:
    form = form_of(look, Button("leave", Quit))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        assert (
            form.on_event(pygame.Event(kind, pos=form.find("leave").rect.center, button=3, touch=False))
            is None
        )


@pytest.mark.parametrize(
    "shut", [Button("shut", Quit, locked="Needs a tool."), Button("shut", Quit, enabled=False)]
)
def test_r6_a_locked_button_can_be_read_but_not_pressed(look: Look, shut: Button) -> None:
    form = form_of(look, shut)
    assert focused(form) == "shut"
    assert form.on_event(key(pygame.K_RETURN)) is None
    assert click(form, shut.rect.center) is None


def test_hover_shows_only_where_something_can_be_pressed(look: Look) -> None:
    form = form_of(look, Button("a", stay), Label("words"))
    form.draw(pygame.Surface((1000, 1000)))
    form.on_event(mouse(pygame.MOUSEMOTION, form.find("words").rect.center))
    assert not form.stale
    form.on_event(mouse(pygame.MOUSEMOTION, form.find("a").rect.center))
    assert form.stale
    assert form.find("a").hovered


# --- text field


def field_with(look: Look, text: str = "", max_length: int = 60) -> tuple[Form, TextField]:
    field = TextField("name", text, max_length=max_length)
    return form_of(look, field), field


def test_accents_typed_by_dead_keys_are_one_letter(look: Look) -> None:
    form, field = field_with(look)
    for text in ("R", "e", "\N{COMBINING ACUTE ACCENT}", "emploi", " ", "13"):
        form.on_event(typed(text))
    assert field.text == "Réemploi 13"
    assert len(field.text) == 11


def test_an_input_method_shows_what_it_makes_up_and_then_types_it(look: Look) -> None:
    form, field = field_with(look, "a")
    before = picture(field)
    form.on_event(pygame.Event(pygame.TEXTEDITING, text="eé", start=0, length=2))
    assert (field.text, field.composing) == ("a", "eé")
    assert picture(field) != before
    form.on_event(typed("é"))
    assert (field.text, field.composing) == ("aé", "")


def test_home_end_delete_and_backspace(look: Look) -> None:
    form, field = field_with(look, "abcd")
    for code in (pygame.K_BACKSPACE, pygame.K_HOME, pygame.K_DELETE, pygame.K_END, pygame.K_LEFT):
        form.on_event(key(code))
    form.on_event(typed("X"))
    assert field.text == "bXc"


def test_select_all_and_type_replaces(look: Look) -> None:
    form, field = field_with(look, "Team 1")
    form.on_event(key(pygame.K_a, pygame.KMOD_LCTRL, "\x01"))
    assert field.selection == (0, 6)
    form.on_event(typed("Vélo"))
    assert field.text == "Vélo"


def test_shift_and_arrows_select(look: Look) -> None:
    form, field = field_with(look, "abcd")
    for _ in range(2):
        form.on_event(key(pygame.K_LEFT, pygame.KMOD_LSHIFT))
    assert field.selection == (2, 4)
    form.on_event(key(pygame.K_LEFT))
    assert field.selection == (2, 2)


def test_cut_and_paste_one_line(look: Look) -> None:
    form, field = field_with(look, "Café")
    form.on_event(key(pygame.K_a, pygame.KMOD_LCTRL))
    form.on_event(key(pygame.K_x, pygame.KMOD_LCTRL))
    assert (field.text, pygame.scrap.get_text()) == ("", "Café")
    pygame.scrap.put_text("deux\r\nlignes")
    form.on_event(key(pygame.K_v, pygame.KMOD_LCTRL))
    assert field.text == "deux lignes"


def test_altgr_types_and_commands_nothing(look: Look) -> None:
    form, field = field_with(look, "abc")
    form.on_event(key(pygame.K_a, pygame.KMOD_LCTRL | pygame.KMOD_RALT, "ą"))
    assert field.selection == (3, 3)


def test_a_field_is_never_longer_than_it_may_be(look: Look) -> None:
    form, field = field_with(look, "abcdefgh", max_length=5)
    assert field.text == "abcde"
    form.on_event(typed("f"))
    assert field.text == "abcde"
    form.on_event(key(pygame.K_BACKSPACE))
    form.on_event(typed("XYZ"))
    assert field.text == "abcdX"


EDITS = st.one_of(
    st.text(max_size=12).map(typed),
    st.sampled_from(
        [
            key(code, mod)
            for code in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END)
            for mod in (0, pygame.KMOD_LSHIFT)
        ]
        + [key(pygame.K_BACKSPACE), key(pygame.K_DELETE), key(pygame.K_a, pygame.KMOD_LCTRL)]
    ),
)


@given(st.lists(EDITS, max_size=30))
def test_a_field_always_holds_one_line_that_fits_and_a_caret_inside_it(
    events: Sequence[pygame.Event],
) -> None:
    field = TextField("name", max_length=20)
    for event in events:
        field.on_key(event)
        assert len(field.text) <= 20
        assert "\n" not in field.text
        assert 0 <= field.selection[0] <= field.selection[1] <= len(field.text)


def test_a_click_puts_the_caret_between_letters(look: Look) -> None:
    form, field = field_with(look, "iiiiMMMM")
    px = look.text(Size.BODY)
    x = field.rect.left + look.px(18) + look.fonts.width("iiii", px)
    click(form, (x, field.rect.bottom - 20))
    assert field.caret == 4


def test_the_caret_of_a_long_text_stays_in_the_field(look: Look) -> None:
    field = TextField("name", "M" * 60, caption=False)
    field.place(look, pygame.Rect(100, 100, 300, 64))
    assert painted(field).right <= 400
    field.focus()
    assert painted(field).right <= 400 + look.px(10)
    caret_column = drawn(field).get_at((400 - look.px(18) + 1, 132))
    assert caret_column[:3] == STANDARD.ink


def test_keys_belong_to_the_input_method_while_it_makes_up_a_word(look: Look) -> None:
    form, field = field_with(look, "ab")
    form.on_event(pygame.Event(pygame.TEXTEDITING, text="n", start=0, length=1))
    form.on_event(key(pygame.K_BACKSPACE))
    assert field.text == "ab"


def test_only_a_focused_field_is_sent_what_is_typed(look: Look) -> None:
    field, button = TextField("name"), Button("go", Quit)
    form = form_of(look, field, button)
    form.focus_on(button)
    form.on_event(typed("x"))
    assert field.text == ""


def test_a_change_leads_where_the_screen_says(look: Look) -> None:
    form = form_of(look, TextField("name", on_change=Quit))
    assert isinstance(form.on_event(typed("x")), Quit)
    assert form.on_event(typed("")) is None


# --- choosing


def test_left_and_right_choose_and_go_round(look: Look) -> None:
    choice = Choice("length", ["short", "usual", "long"])
    form = form_of(look, choice)
    seen = []
    for code in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT):
        form.on_event(key(code))
        seen.append(choice.chosen)
    assert seen == [1, 2, 0, 2]


def test_a_click_chooses_what_is_under_it(look: Look) -> None:
    choice = Choice("language", ["English", "Français"], on_change=Quit)
    form = form_of(look, choice)
    assert isinstance(click(form, choice.cell(1).center), Quit)
    assert choice.chosen == 1
    assert click(form, choice.cell(1).center) is None


@given(st.lists(st.text("abcdé", min_size=1, max_size=12), min_size=1, max_size=9), st.integers(200, 900))
def test_every_option_has_a_place_of_its_own_in_the_widget(options: list[str], width: int) -> None:
    look = Look(Scale(1280, 720), Fonts(assets_folder() / "fonts"))
    choice = Choice("one", options)
    choice.place(look, pygame.Rect(10, 10, width, choice.height(look, width)))
    cells = [choice.cell(number) for number in range(len(options))]
    assert all(choice.rect.contains(cell) for cell in cells)
    assert all(cell.collidelist(cells[:number]) == -1 for number, cell in enumerate(cells))


def test_up_and_down_choose_in_a_column_and_leave_it_at_its_ends(look: Look) -> None:
    choice = Choice("length", ["short", "usual", "long"], 1)
    form = Form()
    form.show(Button("above", stay), choice, Button("below", stay))
    column(look, pygame.Rect(40, 40, 200, 900), form.widgets)  # too narrow for two side by side
    form.focus_on(choice)
    for code, chosen, focus in (
        (pygame.K_DOWN, 2, "length"),
        (pygame.K_DOWN, 2, "below"),
        (pygame.K_UP, 2, "length"),
        (pygame.K_UP, 1, "length"),
        (pygame.K_UP, 0, "length"),
        (pygame.K_UP, 0, "above"),
    ):
        form.on_event(key(code))
        assert (choice.chosen, focused(form)) == (chosen, focus)


def test_up_and_down_leave_a_choice_whose_words_stand_side_by_side(look: Look) -> None:
    choice = Choice("language", ["one", "two"])
    form = form_of(look, choice, Button("below", stay))
    form.on_event(key(pygame.K_DOWN))
    assert (choice.chosen, focused(form)) == (0, "below")


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_KP_ENTER])
def test_enter_goes_from_field_to_field_then_on_and_chooses_nothing(look: Look, code: int) -> None:
    choice = Choice("length", ["short", "usual"])
    form = form_of(look, choice, Button("colour", Quit), TextField("name"), Button("go", stay))
    seen = []
    for _ in range(2):
        assert form.on_event(key(code)) is None
        seen.append(focused(form))
    assert seen == ["name", "go"]
    assert choice.chosen == 0


@pytest.mark.parametrize("code", [pygame.K_SPACE, pygame.K_PAGEDOWN])
def test_space_and_a_clicker_choose(look: Look, code: int) -> None:
    choice = Choice("length", ["short", "usual"])
    form_of(look, choice).on_event(key(code))
    assert choice.chosen == 1


def test_a_check_box_is_checked_by_key_and_by_mouse(look: Look) -> None:
    box = CheckBox("Reduced motion")
    form = form_of(look, box)
    form.on_event(key(pygame.K_SPACE))
    assert box.checked
    click(form, box.rect.center)
    assert not box.checked


# --- words


LONG = (
    "Years of trials in municipal nurseries served less to perfect the nappy than to bring people together. "
)


def test_a_text_box_pages_what_does_not_fit_and_keys_turn_the_pages(look: Look) -> None:
    box = TextBox([LONG * 8])
    box.place(look, pygame.Rect(50, 50, 500, 300))
    assert len(box.pages) > 2
    assert box.rect.contains(painted(box))
    form = Form()
    form.show(box)
    form.on_event(key(pygame.K_RIGHT))
    form.on_event(key(pygame.K_PAGEDOWN))
    assert box.page == 2
    form.on_event(key(pygame.K_LEFT))
    assert box.page == 1


def test_the_pages_of_a_text_box_hold_all_its_words(look: Look) -> None:
    box = TextBox([LONG * 8, "The end."])
    box.place(look, pygame.Rect(50, 50, 500, 300))
    words = [word for page in box.pages for _, line in page.lines for word in line.text.split()]
    assert words == (LONG * 8 + "The end.").split()


def test_a_text_box_that_fits_takes_no_focus(look: Look) -> None:
    box = TextBox(["Short."])
    box.place(look, pygame.Rect(50, 50, 500, 300))
    assert len(box.pages) == 1
    assert not box.focusable


@given(
    st.text("abcdefgh é’", min_size=1, max_size=160),
    st.integers(200, 900),
    st.integers(60, 300),
    st.sampled_from([100, 150]),
)
def test_a_button_shows_all_its_words_inside(text: str, width: int, height: int, percent: int) -> None:
    look = Look(Scale(1280, 720, percent), Fonts(assets_folder() / "fonts"))
    button = Button(text, stay, note="Needs a tool", number=1)
    button.place(look, pygame.Rect(20, 20, width, height))
    assert painted(button, (1000, 400)) == button.rect


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("widget", EVERY_FOCUSABLE[:-1], ids=lambda widget: widget.name)
def test_what_can_be_pressed_is_large_enough(
    fonts: Fonts, widget: Widget, size: tuple[int, int], percent: int
) -> None:
    look = Look(Scale(*size, percent), fonts)
    assert widget.height(look, look.px(600)) >= look.px(44)
    assert widget.width(look) >= look.px(44)


def test_a_label_says_other_words_in_the_same_place(look: Look) -> None:
    label = Label((Run("Team ", True), Run("A")))
    label.place(look, BOX)
    before = picture(label)
    label.say("Team B")
    assert label.name == "Team B"
    assert picture(label) != before


# --- placing


def test_a_column_keeps_to_its_box_and_its_order(look: Look) -> None:
    widgets = buttons(*"abcdefghijklmnop")
    bottom = column(look, BOX, widgets)
    assert bottom <= BOX.bottom
    tops = [widget.rect.top for widget in widgets]
    assert tops == sorted(tops)
    assert all(BOX.contains(widget.rect) for widget in widgets)


def test_a_row_keeps_to_its_box(look: Look) -> None:
    widgets = buttons("one", "two", "a rather long one that takes room", "four", "another long one")
    row(look, pygame.Rect(0, 0, 700, 80), widgets)
    assert widgets[-1].rect.right <= 700
    assert all(a.rect.right < b.rect.left for a, b in itertools.pairwise(widgets))


def test_a_row_as_a_widget_shares_its_width(look: Look) -> None:
    field, button = TextField("name", caption=False), Button("x", stay)
    line = Row([field, button], [1, 0])
    line.place(look, pygame.Rect(0, 0, 800, line.height(look, 800)))
    assert button.rect.width == button.width(look)
    assert button.rect.right == pytest.approx(800, abs=1)


def test_a_row_too_narrow_for_what_it_holds_shrinks_it(look: Look) -> None:
    line = Row(buttons("a rather long one", "another rather long one"), [0, 0])
    line.place(look, pygame.Rect(0, 0, 300, 80))
    assert line.widgets[-1].rect.right <= 300


# --- scrolling


def scrolled_form(look: Look) -> tuple[Form, ScrollArea]:
    rows = [Row([TextField(f"team {n}"), Button(f"remove {n}", Quit)], [1, 0]) for n in range(12)]
    area = ScrollArea("teams", rows)
    form = Form()
    form.show(area)
    area.place(look, pygame.Rect(100, 100, 800, 400))
    return form, area


def test_the_focus_scrolls_to_what_it_reaches(look: Look) -> None:
    form, area = scrolled_form(look)
    for _ in range(24):
        assert form.focused is not None
        assert area.rect.contains(form.focused.rect)
        form.on_event(key(pygame.K_TAB))


def test_what_is_scrolled_away_cannot_be_clicked(look: Look) -> None:
    form, area = scrolled_form(look)
    hidden = form.find("remove 11")
    assert not area.rect.colliderect(hidden.rect)
    assert click(form, hidden.rect.center) is None
    area.scroll(10**6)
    assert isinstance(click(form, hidden.rect.center), Quit)


def test_a_drag_scrolls_and_presses_nothing(look: Look) -> None:
    form, area = scrolled_form(look)
    x, y = form.find("remove 1").rect.center
    form.on_event(mouse(pygame.MOUSEBUTTONDOWN, (x, y), touch=True))
    form.on_event(mouse(pygame.MOUSEMOTION, (x, y - 90), touch=True))
    assert area.offset == 90
    assert form.find("remove 1").rect.centery == y - 90
    assert form.on_event(mouse(pygame.MOUSEBUTTONUP, (x, y - 90), touch=True)) is None


def test_the_wheel_scrolls_as_far_as_there_is_something(look: Look) -> None:
    form, area = scrolled_form(look)
    form.on_event(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    assert area.offset > 0
    form.on_event(pygame.Event(pygame.MOUSEWHEEL, x=0, y=50))
    assert area.offset == 0


def test_a_scroll_area_draws_nothing_outside_itself(look: Look) -> None:
    _, area = scrolled_form(look)
    area.scroll(37)
    assert area.rect.contains(painted(area))


def test_what_was_typed_and_scrolled_outlives_a_resize(look: Look) -> None:
    form, area = scrolled_form(look)
    form.focus_on(form.find("team 11"))
    form.on_event(typed("Vélo"))
    area.place(look._replace(scale=Scale(1280, 720)), pygame.Rect(50, 50, 600, 300))
    field = form.find("team 11")
    assert isinstance(field, TextField)
    assert field.text == "Vélo"
    assert area.rect.contains(field.rect)


def test_find_names_what_there_is(look: Look) -> None:
    form, _ = scrolled_form(look)
    assert form.find("remove 3").name == "remove 3"
    with pytest.raises(KeyError, match="team 0"):
        form.find("nothing")
