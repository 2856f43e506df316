"""A whole game at a terminal: choices, commands at every prompt, mistakes, the facilitator."""

from datetime import datetime
from pathlib import Path

import pytest
from feeding import Fed, played_by, session_of
from hypothesis import given
from hypothesis import strategies as st
from session_files import full_disk, size_of
from strategies import challenge, experience, preset, response, small_deck, tool

from booster.engine.actions import AddTeam, Adopt, CorrectScore, EndGame, PassTeam, Roll
from booster.engine.state import NewTeam, Setup, ToDecide, ToRespond
from booster.limits import LONGEST_NAME, LONGEST_PROJECT, LONGEST_REASON
from booster.session import Session
from booster.text.commands import COMMANDS, FACILITATOR_COMMANDS

PLAIN = small_deck(
    challenges=[
        challenge(
            "bins",
            responses=(
                response({"ecology": 2, "social": -3}, help={"economy": 1}),
                response(needs=["map"]),
            ),
            helped_by=["persona", "map"],
        )
    ],
    tools=[tool("persona", points={"social": 1}), tool("map")],
    experiences=[experience("first", "ecology"), experience("second", "social")],
    every_preset=preset(("tool", "challenge", "choice"), die=(1, 1)),
)
"""Every roll is a 1: each team meets a tool, a challenge, then a choice; later stages have no card."""


def test_a_whole_game_is_played_by_ones_and_enter() -> None:
    session = session_of(3)
    fed = played_by(session, *["1"] * 200)
    assert session.state.over
    assert fed.prompts[-1] == "Press Enter to go on: " and "(quit)" in fed.text
    fed = played_by(session, *[""] * 60)
    assert "(quit)" not in fed.text
    for team in session.state.teams:
        for card in team.experiences:
            assert f"Experience: {session.state.game.deck.experience(card).title}" in fed.said


def test_every_line_fits_one_thing_and_moves_no_cursor() -> None:
    fed = played_by(session_of(), *["1"] * 200)
    assert all(line.isprintable() for line in fed.said)


def test_escapes_in_a_deck_do_not_reach_the_terminal() -> None:
    words = {**challenge("bins"), "situation": "Red \x1b[31m alert"}
    deck = small_deck(challenges=[words], tools=[], every_preset=preset(("challenge",), die=(1, 1)))
    fed = played_by(session_of(deck=deck), "1")
    assert "Red \\x1b[31m alert" in fed.said


def test_r4_enter_rolls_where_there_is_one_choice() -> None:
    session = session_of(deck=PLAIN)
    played_by(session, "")
    assert session.done[0].action == Roll()


def test_r6_a_challenge_is_read_out_and_its_effects_only_then() -> None:
    session = session_of(1, deck=PLAIN)
    fed = played_by(session, "1", "2", "1")
    for line in ("Challenge: Challenge bins", "It happens", "Talk about it: What now?", "1. Do it"):
        assert line in fed.said
    assert "2. Do it (Locked: needs the tool “Tool map”.)" in fed.said
    assert "Ecology" not in fed.text.rpartition("Challenge: Challenge bins")[2]
    assert "It is done" not in fed.said


def test_r6_a_locked_response_is_refused_in_a_sentence() -> None:
    session = session_of(1, deck=PLAIN)
    fed = played_by(session, "1", "2", "1", "2")
    assert isinstance(session.state.waiting, ToRespond)
    assert "This response needs a tool that the team does not hold yet: please take another." in fed.said


def test_r9_every_point_has_its_reason() -> None:
    session = session_of(1, deck=PLAIN)
    fed = played_by(session, "1", "2", "1", "1")
    after = fed.said[fed.said.index("It is done") + 1 :]
    assert after[0] == "Ecology +2, now 3: the response to “Challenge bins”."
    assert after[1] == "Social −1, now 0: the response to “Challenge bins” (asked −3, only 1 left to lose)."


def test_r7_a_tool_is_borrowed_and_the_card_not_read_twice() -> None:
    session = session_of(2, deck=PLAIN)
    lines = ["1", "1"]  # A rolls to a tool and adopts it
    lines += ["1", "2"]  # B rolls to a tool and leaves it
    lines += ["1", "1"]  # A rolls to the challenge and responds
    lines += ["1"]  # B rolls to the challenge
    before = played_by(session, *lines)
    held = session.state.teams[0].toolbox[0]
    title = session.state.game.deck.tool(held).title
    assert f"“{title}” helps here: ask team A (Le Potager) to explain it." in before.said
    fed = played_by(session, "3", "again", "1")
    said = fed.text
    assert f"Team A (Le Potager) lends the tool “{title}” to team B (Vélo) and explains it aloud." in said
    assert said.count("It happens") == 2, "read at the start, and again on demand, not after the loan"
    assert f"Team A (Le Potager). Social +1, now {session.state.teams[0].score.social}: for lending" in said


def test_r5_a_choice_space_asks_for_the_kind() -> None:
    session = session_of(1, deck=PLAIN)
    fed = played_by(session, "1", "2", "1", "1", "1", "2")
    assert "1. Draw a challenge" in fed.said and "2. Draw a tool" in fed.said
    assert isinstance(session.state.waiting, ToDecide)


def test_r11_undo_and_redo_at_a_prompt() -> None:
    session = session_of(1, deck=PLAIN)
    fed = played_by(session, "1", "1", "undo", "redo", "undo", "undo", "undo")
    assert fed.said.count("Undone: “Adopt the tool”.") == 2
    assert "Undone: “Roll the die”." in fed.said
    assert "There is nothing to undo yet." in fed.said
    assert not session.done


def test_r11_nothing_to_redo_is_said() -> None:
    assert "There is nothing to do again." in played_by(session_of(), "redo").said


def test_r11_the_end_of_the_game_can_be_undone() -> None:
    session = session_of(1, deck=PLAIN)
    played_by(session, "facilitator end", "undo", "1")
    assert [done.action for done in session.done] == [Roll()]


def test_mistyped_lines_say_what_is_expected_and_change_nothing() -> None:
    for line in ("7", "0", "-1", "²", "hello", "1 2", "9" * 50, "\x1b[A"):
        session = session_of(1, deck=PLAIN)
        fed = played_by(session, "1", line)
        assert "Please type a number from 1 to 2, or “help”." in fed.said, line
        assert len(session.done) == 1


def test_commands_answer_at_any_prompt() -> None:
    session = session_of(deck=PLAIN)
    fed = played_by(
        session, "HELP", "scores", "log", "tools", "tools 1", "1", "1", "tools", "tools 1", "tools 9"
    )
    assert "undo: take back the last action" in fed.said
    assert "Team B (Vélo). Ecology 1, Economy 1, Social 1: 3 in all. Now at the start." in fed.said
    assert fed.said.count("No team holds a tool yet.") == 2
    title = session.state.game.deck.tool(session.state.teams[0].toolbox[0]).title
    assert f"1. “{title}”, held by team A (Le Potager)" in fed.said
    assert fed.said.count(f"Tool: {title}") == 2, "when it was drawn, and on demand"
    assert "Please give a number from 1 to 1." in fed.said


def test_the_log_holds_all_that_has_happened() -> None:
    fed = played_by(session_of(deck=PLAIN), "1", "1", "log")
    log = fed.said[len(fed.said) - fed.said[::-1].index("Team A (Le Potager), it is your turn.") - 1 :]
    assert any("rolls 1 and moves to space 1, ideation" in line for line in log)
    assert "Team B (Vélo), it is your turn." in log


def test_again_repeats_the_card_after_another_command() -> None:
    fed = played_by(session_of(1, deck=PLAIN), "1", "scores", "again")
    assert fed.said.count("Step 1: One step") == 2


def test_the_languages_own_words_never_clash() -> None:
    from booster.language import LANGUAGES, translator
    from booster.text.commands import read_command, read_facilitator_command, word

    for language in LANGUAGES:
        tr = translator(language)
        for command in COMMANDS:
            assert read_command(word(command, tr).upper(), tr) == (command, "")
        for facilitator in FACILITATOR_COMMANDS:
            assert read_facilitator_command(word(facilitator, tr), tr) == facilitator
            assert read_command(word(facilitator, tr), tr) is None


def test_french_and_english_words_are_both_understood_without_their_accents() -> None:
    import gettext

    from booster.language import Translator
    from booster.text.commands import read_command

    class French(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return {"undo": "défaire", "tools": "boîte à outils"}.get(message, message)

    tr = Translator("fr", French())
    for line in ("défaire", "DEFAIRE", "undo"):
        assert read_command(line, tr) == ("undo", "")
    assert read_command("boite a outils", tr) == read_command("tools", tr) == ("tools", "")
    assert read_command("boîte à outils 2", tr) == ("tools", "2")


def test_r12_the_facilitator_swaps_and_skips() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "1", "facilitator swap", "facilitator", "skip")
    assert any(line.startswith("The facilitator swaps the card") for line in fed.said)
    assert "The facilitator skips the turn of team A (Le Potager)." in fed.said
    assert session.state.on_turn == 1


def test_r12_the_facilitator_corrects_with_a_reason() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator correct", "z", "b", "5", "1", "many", "+2", "A good idea")
    assert session.done[0].action == CorrectScore(1, "ecology", 2, "A good idea")
    assert "Please type the letter of a team: A, B." in fed.said
    assert "Please type a number with its sign, as +1 or −2." in fed.said
    assert "Team B (Vélo). Ecology +2, now 3: corrected by the facilitator, “A good idea”." in fed.said


def test_r12_a_correction_below_nothing_is_refused() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator correct", "a", "2", "−5", "Typo")
    assert not session.done
    assert any("take a score below 0" in line for line in fed.said)


def test_r12_a_team_is_passed_over_and_welcomed_back() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator pass", "b", "facilitator pass", "b", "facilitator back", "b")
    assert session.done[0].action == PassTeam(1)
    assert "This team is away already: welcome it back when it returns." in fed.said
    assert "Team B (Vélo) is back and plays on." in fed.said


def test_r12_a_late_team_joins() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator add", "Tools for everyone", "")
    assert session.done[0].action == AddTeam("Tools for everyone", "", 2)
    assert "Team C (Tools for everyone) joins at the start of the path. Welcome!" in fed.said


def test_r12_a_late_team_gets_a_colour_that_no_team_has() -> None:
    teams = (NewTeam("Le Potager", colour=2), NewTeam("Vélo", colour=0))
    session = Session.demonstration(Setup(teams, "workshop", "DEMO"), (PLAIN,))
    played_by(session, "facilitator add", "Retard", "")
    assert session.state.teams[2].colour == 1


def test_r12_a_late_team_has_the_limits_of_the_set_up() -> None:
    session = session_of(2, deck=PLAIN)
    name, project = "n" * LONGEST_NAME, "p" * LONGEST_PROJECT
    fed = played_by(session, "facilitator add", f"{name}n", name, f"{project}p", project)
    assert session.done[0].action == AddTeam(name, project, 2)
    assert f"Please type at most {LONGEST_NAME} letters." in fed.said
    assert f"Please type at most {LONGEST_PROJECT} letters." in fed.said


def test_r12_the_reason_for_a_correction_has_a_limit() -> None:
    session = session_of(2, deck=PLAIN)
    reason = "r" * LONGEST_REASON
    fed = played_by(session, "facilitator correct", "a", "1", "+1", f"{reason}r", reason)
    assert session.done[0].action == CorrectScore(0, "ecology", 1, reason)
    assert f"Please type at most {LONGEST_REASON} letters." in fed.said


NOTED = small_deck(
    challenges=[{**challenge("bins"), "notes": "Ask who pays."}, challenge("bare", "positioning")],
    tools=[],
    every_preset=preset(("challenge",), die=(1, 1)),
)
"""The first space has a challenge with notes, the second one without."""


def test_r12_the_notes_on_a_card_are_read_when_the_facilitator_asks() -> None:
    session = session_of(1, deck=NOTED)
    assert "Ask who pays." not in played_by(session, "1", "again").text
    fed = played_by(session, "facilitator notes", "facilitator", "notes", "1")
    assert fed.said.count("Notes for the facilitator: Ask who pays.") == 2
    assert len(session.done) == 2


def test_r12_without_notes_on_the_table_the_facilitator_is_told_so() -> None:
    session = session_of(1, deck=NOTED)
    fed = played_by(session, "facilitator notes", "1", "1", "1", "facilitator notes")
    assert isinstance(session.state.waiting, ToRespond)
    assert fed.said.count("No card with notes is on the table.") == 2
    assert "Nothing has changed." not in fed.said


def test_r12_a_game_that_nobody_is_left_to_play_says_so() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator pass", "b", "facilitator pass", "a")
    assert session.state.over
    assert "No team is left to play: points are exchanged for experience cards." in fed.said
    assert "All have launched" not in fed.text


@pytest.mark.parametrize(
    "lines", [[""], ["correct", ""], ["correct", "a", "1", "+1", ""], ["add", ""], ["pass", ""]]
)
def test_r12_enter_gives_up_what_the_facilitator_began(lines: list[str]) -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "facilitator", *lines, "1")
    assert "Nothing has changed." in fed.said
    assert [done.action for done in session.done] == [Roll()]


def test_r12_undo_while_the_facilitator_is_asked_leaves_the_question() -> None:
    session = session_of(2, deck=PLAIN)
    played_by(session, "1", "facilitator correct", "undo", "1")
    assert [done.action for done in session.done] == [Roll()]


def test_r12_an_unknown_command_of_the_facilitator_is_answered() -> None:
    fed = played_by(session_of(deck=PLAIN), "facilitator", "dance")
    assert "This is not one of the facilitator’s commands: nothing has changed." in fed.said


def test_r12_the_game_can_be_ended_early() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "1", "1", "facilitator end", "what", *[""] * 10)
    assert session.done[-1].action == EndGame()
    assert "(quit)" not in fed.text
    assert "Please press Enter to go on, or type “help”." in fed.said


def test_not_saved_is_said_at_each_prompt_while_it_lasts(tmp_path: Path) -> None:
    session = session_of(2, folder=tmp_path)
    journal = session.journal
    assert journal is not None
    with full_disk(size_of(session) + 10):
        fed = played_by(session, "1", "1", "scores")
    since = journal.unsaved_since
    assert isinstance(since, datetime)
    warning = f"NOT SAVED since {since:%H:%M}: please check the disk; play may go on."
    assert fed.said.count(warning) == 3
    assert "All is saved again." in played_by(session, "").said
    session.close()
    again = Session.resume(journal.path)
    again.close()
    assert again.state == session.state


def test_a_resumed_card_is_read_whole_even_with_its_borrowed_tool(tmp_path: Path) -> None:
    session = session_of(2, deck=PLAIN, folder=tmp_path)
    played_by(session, "1", "1", "1", "2", "1", "1", "1", "3")
    session.close()
    assert session.journal is not None
    again = Session.resume(session.journal.path)
    fed = played_by(again)
    again.close()
    assert isinstance(again.state.waiting, ToRespond) and again.state.waiting.borrowed
    assert "It happens" in fed.said


def test_r8_adopting_and_leaving() -> None:
    session = session_of(2, deck=PLAIN)
    fed = played_by(session, "1", "1", "1", "2")
    assert isinstance(session.done[1].action, Adopt)
    assert session.state.teams[0].toolbox and not session.state.teams[1].toolbox
    assert any("Team B (Vélo) leaves the tool" in line for line in fed.said)


WORDS = st.sampled_from(
    [
        "",
        "1",
        "2",
        "3",
        "4",
        *COMMANDS[:-1],
        *(f"facilitator {word}" for word in FACILITATOR_COMMANDS),
        "a",
        "+1",
    ]
)


@given(st.lists(WORDS | st.text(max_size=12), max_size=40))
def test_whatever_is_typed_gets_an_answer(lines: list[str]) -> None:
    session = session_of(2)
    fed: Fed = played_by(session, *lines)
    assert len(fed.prompts) <= len(lines) + 1
    assert session.state.over or fed.said[-1] == "(quit)"
    assert all(line.isprintable() for line in fed.said)
