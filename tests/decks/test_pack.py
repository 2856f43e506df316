"""A pack holds what a deck needs and no more, with its authors and its licence."""

import zipfile
from pathlib import Path

import pytest

from booster.decks.load import DeckFault, load_deck
from booster.decks.model import DeckInfo
from booster.decks.pack import licence_text, pack_deck
from booster.decks.scaffold import new_deck
from booster.errors import BoosterError, EnvironmentFault
from booster.language import translator
from booster.paths import cards_folder

EN = translator("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new deck, its author named."""
    folder = tmp_path / "my-deck"
    new_deck(folder, None, "en", EN)
    info = folder / "deck.yaml"
    info.write_text(info.read_text("utf-8").replace("Your name, or that of", "The people of"), "utf-8")
    return folder


def test_pack_holds_the_files_of_the_deck_alone(folder: Path) -> None:
    for name in ("notes.txt", "challenges.yaml.bak", "photo.png", "old.yaml"):
        (folder / name).write_text("x")

    said = pack_deck(folder, EN)

    pack = folder.parent / "my-deck-1.0.zip"
    assert said == f"{pack} holds My deck, 12 cards: give it to whom you like."
    with zipfile.ZipFile(pack) as opened:
        names = opened.namelist()
        assert names == [
            f"my-deck/{name}"
            for name in ("deck.yaml", "challenges.yaml", "tools.yaml", "experiences.yaml", "LICENSE.txt")
        ]
        for name in names[:-1]:
            assert opened.read(name) == (folder.parent / name).read_bytes()


def test_pack_of_a_translated_deck_has_its_translations(tmp_path: Path) -> None:
    copy = tmp_path / "core"
    for file in (cards_folder() / "core").rglob("*.yaml"):
        target = copy / file.relative_to(cards_folder() / "core")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())

    pack_deck(copy, EN)

    with zipfile.ZipFile(tmp_path / "core-1.0.zip") as opened:
        assert {"core/path.yaml", "core/translations/fr.yaml"} < set(opened.namelist())


def test_same_deck_gives_the_same_bytes(folder: Path) -> None:
    pack = folder.parent / "my-deck-1.0.zip"

    pack_deck(folder, EN)
    first = pack.read_bytes()
    (folder / "deck.yaml").touch()
    pack_deck(folder, EN)

    assert pack.read_bytes() == first


def test_licence_says_who_from_what_and_on_which_terms(folder: Path) -> None:
    pack_deck(folder, EN)

    with zipfile.ZipFile(folder.parent / "my-deck-1.0.zip") as opened:
        text = opened.read("my-deck/LICENSE.txt").decode()
    deck = load_deck(folder).deck
    assert deck is not None
    assert text == licence_text(deck.info)
    assert text.splitlines()[:5] == [
        "My deck, version 1.0",
        "",
        "Authors: The people of your organisation",
        "Licence: CC-BY-SA-4.0, https://creativecommons.org/licenses/by-sa/4.0/",
        "Source: Made for this deck by its authors.",
    ]


def info(licence: str) -> DeckInfo:
    return DeckInfo(
        id="x",
        title="X",
        version="2",
        language="fr",
        authors=("Une", "Deux"),
        licence=licence,
        adapted_from="core",
    )


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
    ],
)
def test_licence_says_where_its_text_stands(licence: str, address: str) -> None:
    assert address in licence_text(info(licence))


def test_licence_is_in_the_language_of_the_deck_and_keeps_what_was_adapted() -> None:
    lines = licence_text(info("MIT")).splitlines()

    assert "Auteurs\u00a0: Une; Deux" in lines
    assert "Adapté de\u00a0: core" in lines


@pytest.mark.parametrize(
    ("version", "name"), [("1.0", "1.0"), ("été/2026", "t--2026"), ("../../x", "x"), ("…", "0")]
)
def test_version_never_leads_elsewhere(folder: Path, version: str, name: str) -> None:
    file = folder / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace('version: "1.0"', f'version: "{version}"'), "utf-8")

    pack_deck(folder, EN)

    assert [pack.name for pack in folder.parent.glob("*.zip")] == [f"my-deck-{name}.zip"]


def test_author_who_has_not_been_named_is_asked_for(tmp_path: Path) -> None:
    new_deck(tmp_path / "deck", None, "fr", EN)

    assert "still say “Votre nom, ou celui de votre structure”" in pack_deck(tmp_path / "deck", EN)


def test_deck_with_errors_is_not_packed(folder: Path) -> None:
    (folder / "tools.yaml").write_text("- id: x\n")

    with pytest.raises(DeckFault, match="errors: see them with"):
        pack_deck(folder, EN)
    with pytest.raises(BoosterError, match="There is no deck"):
        pack_deck(folder / "nowhere", EN)
    assert list(folder.parent.glob("*.zip")) == []


def test_pack_that_cannot_be_written_says_why(folder: Path) -> None:
    (folder.parent / "my-deck-1.0.zip").mkdir()

    with pytest.raises(EnvironmentFault, match="cannot be written"):
        pack_deck(folder, EN)
