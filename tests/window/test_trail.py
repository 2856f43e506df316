"""The board: any number of spaces lies well on it, and nobody stands on somebody's letter."""

from itertools import combinations

import pygame
import pytest
from at_the_table import in_memory, table_of

from booster.decks.model import STAGES
from booster.engine.actions import AddTeam
from booster.language import translator
from booster.limits import PresetName
from booster.names import stage_name
from booster.window.screens.board.board import Board
from booster.window.screens.board.tokens import stand
from booster.window.screens.board.trail import Trail, lay_trail
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

BOXES = ((1840, 480), (2480, 560), (1360, 300), (1360, 460), (960, 150))
PILLS = ((140, 46), (180, 46), (200, 82), (200, 46), (130, 46))
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))


def laid(spaces: int, size: tuple[int, int]) -> tuple[Trail, pygame.Rect]:
    box = pygame.Rect((40, 200), size)
    end = min(150, size[0] // 9)
    column = (size[0] - 2 * end) // len(STAGES)
    pills = tuple((min(wide, column - 8), high) for wide, high in PILLS)
    return lay_trail(spaces, (40, 200, *size), 100, end, pills, (260, 50)), box


@pytest.mark.parametrize("spaces", range(1, 13))
@pytest.mark.parametrize("size", BOXES)
def test_r2_spaces_lie_apart_and_inside_whatever_their_number(spaces: int, size: tuple[int, int]) -> None:
    trail, box = laid(spaces, size)
    assert len(trail.spots) == spaces * len(STAGES)
    for place, spot in enumerate(trail.spots):
        assert pygame.Rect(trail.columns[place // spaces]).inflate(8, 0).collidepoint(spot)
        around = pygame.Rect(0, 0, trail.size, trail.size)
        around.center = spot
        assert box.contains(around)
    for one, other in combinations(trail.spots, 2):
        assert pygame.Vector2(one).distance_to(other) > trail.size


@pytest.mark.parametrize("spaces", range(1, 13))
@pytest.mark.parametrize("size", BOXES)
def test_places_lie_beside_the_spaces_and_inside(spaces: int, size: tuple[int, int]) -> None:
    trail, box = laid(spaces, size)
    for place in trail.places:
        pictures = [pygame.Rect(place.picture)] if place.picture else []
        for rect in (pygame.Rect(place.pill), *pictures):
            assert box.contains(rect)
        for spot in trail.spots:
            assert not any(rect.inflate(-8, -8).collidepoint(spot) for rect in pictures)
    names = [pygame.Rect(place.pill) for place in trail.places]
    assert not any(one.colliderect(other) for one, other in combinations(names, 2))


@pytest.mark.parametrize("preset", ["discovery", "workshop", "full"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("teams", [4, 12])
def test_every_stage_has_its_place_on_the_usual_boards(
    fonts: Fonts, preset: PresetName, language: str, teams: int
) -> None:
    for size in ((1280, 720), (1920, 1080), (2560, 1080)):
        board = Board(table_of(in_memory(teams, preset=preset), language))
        board.layout(Look(Scale(*size), fonts))
        trail = board._map.trail
        assert all(place.picture for place in trail.places), size
        half = trail.size // 2
        for place in trail.places:
            pill = pygame.Rect(place.pill)
            for x, y in trail.spots:
                nearest = (max(pill.left, min(x, pill.right)), max(pill.top, min(y, pill.bottom)))
                assert pygame.Vector2(x, y).distance_to(nearest) > half, (size, pill, (x, y))


@pytest.mark.parametrize("preset", ["discovery", "workshop", "full"])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_board_shows_all_presets_in_every_window(fonts: Fonts, preset: PresetName, percent: int) -> None:
    for size in SIZES:
        board = Board(table_of(in_memory(12, preset=preset), "fr"))
        board.layout(Look(Scale(*size, percent), fonts))
        trail, land = board._map.trail, board._map.rect
        assert len(trail.spots) == len(board.table.state.game.path)
        assert all(land.collidepoint(spot) for spot in (*trail.spots, trail.start, trail.harbour))
        assert all(land.contains(pygame.Rect(place.pill)) for place in trail.places), size


@pytest.mark.parametrize("count", range(1, 13))
def test_teams_on_one_space_show_their_letters_and_stay_on_the_board(look: Look, count: int) -> None:
    trail, box = laid(4, (1840, 480))
    for space in (0, 1, 3, 10, 20):
        stands = stand(look, trail, {space: list(range(count))}, 0, box)
        assert [each.team for each in stands][-1] == 0, "the team on turn is in front"
        for each in stands:
            left, right = each.foot[0] - each.height * 0.4, each.foot[0] + each.height * 0.4
            assert left >= box.left - 1 and right <= box.right + 1
        for behind, before in combinations(stands, 2):
            apart = pygame.Vector2(letter(behind)).distance_to(letter(before))
            assert apart > behind.height * 0.3, (space, behind, before)


def letter(stand: object) -> tuple[float, float]:
    """The middle of the letter of a token."""
    x, y = stand.foot  # type: ignore[attr-defined]
    return x, y - stand.height * 0.6  # type: ignore[attr-defined]


def test_r12_a_late_team_stands_at_the_start(fonts: Fonts) -> None:
    session = in_memory(3)
    session.act(AddTeam("Late"))
    board = Board(table_of(session))
    board.layout(Look(Scale(1280, 720), fonts))
    late = next(each for each in board._map._stands if each.team == 3)
    assert abs(late.foot[0] - board._map.trail.start[0]) < 200


def test_the_names_of_the_stages_are_on_the_board() -> None:
    for language in ("en", "fr"):
        board = Board(table_of(in_memory(2), language))
        names = [leaf.name for leaf in board.form.leaves()]
        assert all(stage_name(stage, translator(language)) in names for stage in STAGES)
