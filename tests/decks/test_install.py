"""A pack from anyone is installed whole and right, or not at all: nothing else on the disk changes."""

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booster.decks import unpack
from booster.decks.doctor import examine_deck
from booster.decks.install import AlreadyInstalled, install_pack
from booster.decks.load import DeckFault, load_deck
from booster.decks.pack import pack_deck
from booster.decks.scaffold import new_deck
from booster.decks.unpack import Refused, read_pack, safe_name
from booster.errors import BoosterError, EnvironmentFault
from booster.language import translator

EN = translator("en")
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files for everyone")

Entry = tuple[str | zipfile.ZipInfo, bytes]
Zip = Callable[..., Path]


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    return tmp_path / "data" / "decks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_deck(tmp_path / "garden", None, "en", EN)
    return tmp_path / "garden"


@pytest.fixture
def pack(folder: Path) -> Path:
    pack_deck(folder, EN)
    return folder.parent / "garden-1.0.zip"


@pytest.fixture
def zip_with(pack: Path) -> Zip:
    """The good pack with more in it."""

    def write(*more: Entry) -> Path:
        with zipfile.ZipFile(pack, "a", zipfile.ZIP_DEFLATED) as opened:
            for name, content in more:
                opened.writestr(name, content)
        return pack

    return write


def everything(place: Path) -> set[str]:
    return {path.relative_to(place).as_posix() for path in place.rglob("*")}


def link(name: str, kind: int = stat.S_IFLNK) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    return entry


def raw(name: str) -> zipfile.ZipInfo:
    """An entry whose name Python would have mended."""
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    return entry


def version(folder: Path, typed: str) -> None:
    file = folder / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace('version: "1.0"', f'version: "{typed}"'), "utf-8")


def test_pack_is_installed_and_playable(pack: Path, folder: Path, decks: Path) -> None:
    said = install_pack(pack, decks, EN)

    assert said == "“Garden” is installed, version 1.0, 12 cards."
    assert load_deck(decks / "garden").deck == load_deck(folder).deck
    assert (decks / "garden" / ".schema" / "tools.json").is_file()
    assert everything(decks.parent) == {"decks", *(f"decks/{name}" for name in everything(decks))}


def test_folder_is_installed_like_a_pack(folder: Path, decks: Path) -> None:
    (folder / "holiday.jpg").write_bytes(b"x")

    said = install_pack(folder, decks, EN)

    assert said.endswith("12 cards. 1 other file was left out.")
    assert load_deck(decks / "garden").deck == load_deck(folder).deck
    assert not (decks / "garden" / "holiday.jpg").exists()


def test_pack_that_a_person_made_by_hand_is_installed(folder: Path, decks: Path, tmp_path: Path) -> None:
    hand = tmp_path / "by hand.zip"
    with zipfile.ZipFile(hand, "w") as opened:
        for file in folder.glob("*.yaml"):
            opened.write(file, file.name)
        for name in (".DS_Store", "__MACOSX/._deck.yaml", "read me.txt"):
            opened.writestr(name, b"x")

    said = install_pack(hand, decks, EN)

    assert said.endswith("1 other file was left out.")
    assert examine_deck(decks / "garden").problems == ()


def test_remarks_are_counted(folder: Path, decks: Path) -> None:
    file = folder / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace("languages: [en]", "languages: [en, fr]"), "utf-8")

    assert install_pack(folder, decks, EN).endswith("The check has 1 remark.")


def test_deck_with_errors_is_not_installed(folder: Path, decks: Path) -> None:
    file = folder / "tools.yaml"
    file.write_text(file.read_text("utf-8").replace("stage: launch", "stage: lunch"), "utf-8")

    with pytest.raises(
        DeckFault, match=r"In tools\.yaml, line \d+: “lunch” is not .* Fix: type “launch”\."
    ) as told:
        install_pack(folder, decks, EN)

    assert told.value.said(translator("fr")).endswith("Remède\u00a0: tapez «\u00a0launch\u00a0».")

    assert everything(decks.parent) == {"decks"}


def test_installed_deck_is_replaced_only_when_asked(folder: Path, decks: Path) -> None:
    install_pack(folder, decks, EN)
    (decks / "garden" / "mine.txt").write_text("mine")
    version(folder, "1.1")

    with pytest.raises(AlreadyInstalled, match=r"already in version 1\.0; this is version 1\.1"):
        install_pack(folder, decks, EN)
    assert (decks / "garden" / "mine.txt").exists()

    assert "version 1.1" in install_pack(folder, decks, EN, replace=True)
    deck = load_deck(decks / "garden").deck
    assert deck is not None
    assert deck.info.version == "1.1"
    assert [path.name for path in decks.iterdir()] == ["garden"]
    assert [path.name for path in decks.parent.iterdir()] == ["decks"]


def test_deck_is_known_by_its_id_in_a_folder_of_any_name(folder: Path, decks: Path) -> None:
    install_pack(folder, decks, EN)
    (decks / "garden").rename(decks / "Mon jardin")
    (decks / "Mon jardin" / "tools.yaml").write_text("broken")
    (decks / "empty").mkdir()

    with pytest.raises(AlreadyInstalled):
        install_pack(folder, decks, EN)
    install_pack(folder, decks, EN, replace=True)

    assert sorted(path.name for path in decks.iterdir()) == ["Mon jardin", "empty"]
    assert load_deck(decks / "Mon jardin").deck is not None


def test_installed_deck_is_not_replaced_by_itself(folder: Path, decks: Path) -> None:
    install_pack(folder, decks, EN)
    before = everything(decks)

    with pytest.raises(BoosterError, match="from this very folder"):
        install_pack(decks / "garden", decks, EN, replace=True)

    assert everything(decks) == before


def test_other_folder_of_the_same_name_is_left_alone(folder: Path, decks: Path) -> None:
    (decks / "garden").mkdir(parents=True)
    (decks / "garden" / "plan.txt").write_text("mine")

    with pytest.raises(BoosterError, match="in the way"):
        install_pack(folder, decks, EN, replace=True)

    assert (decks / "garden" / "plan.txt").read_text() == "mine"


def test_deck_that_cannot_be_put_in_place_leaves_the_old_one(
    folder: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_pack(folder, decks, EN)
    before = everything(decks)
    version(folder, "2")
    rename = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name == "deck":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EnvironmentFault, match="Permission denied"):
        install_pack(folder, decks, EN, replace=True)

    assert everything(decks) == before
    deck = load_deck(decks / "garden").deck
    assert deck is not None
    assert deck.info.version == "1.0"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, MemoryError, OSError])
def test_installing_that_is_stopped_between_two_steps_leaves_the_old_deck_as_it_was(
    fault: type[BaseException], folder: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_pack(folder, decks, EN)
    (decks / "garden" / "notes.txt").write_text("a week of notes")
    before = everything(decks.parent)
    version(folder, "2")
    rename, done = Path.replace, []

    def stop_once(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 2:
            raise fault
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", stop_once)
    with pytest.raises((fault, EnvironmentFault)):
        install_pack(folder, decks, EN, replace=True)

    assert everything(decks.parent) == before
    assert (decks / "garden" / "notes.txt").read_text() == "a week of notes"


def test_old_deck_that_cannot_be_put_back_is_kept_and_the_person_told_where(
    folder: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_pack(folder, decks, EN)
    version(folder, "2")
    rename, done = Path.replace, []

    def refuse_all_but_the_first(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) > 1:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse_all_but_the_first)
    with pytest.raises(EnvironmentFault, match="it is whole in") as told:
        install_pack(folder, decks, EN, replace=True)

    (kept,) = decks.iterdir()
    assert str(kept) in str(told.value)
    deck = load_deck(kept).deck
    assert deck is not None
    assert deck.info.version == "1.0"


@ON_POSIX
def test_deck_that_is_a_link_is_replaced_and_what_it_points_to_is_left_alone(
    folder: Path, decks: Path, tmp_path: Path
) -> None:
    install_pack(folder, decks, EN)
    (decks / "garden").rename(tmp_path / "elsewhere")
    (decks / "garden").symlink_to(tmp_path / "elsewhere")
    version(folder, "2")

    install_pack(folder, decks, EN, replace=True)

    assert [path.name for path in decks.iterdir()] == ["garden"]
    assert 'version: "1.0"' in (tmp_path / "elsewhere" / "deck.yaml").read_text("utf-8")


@ON_POSIX
def test_folder_of_decks_may_be_a_link_to_another_drive(
    folder: Path, decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    decks.parent.mkdir()
    decks.symlink_to(drive)
    rename = Path.replace

    def within_one_drive(self: Path, target: Path) -> Path:
        if drive in self.parent.resolve().parents or drive == self.parent.resolve():
            return rename(self, target)
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "replace", within_one_drive)

    assert "is installed" in install_pack(folder, decks, EN)
    assert [path.name for path in drive.iterdir()] == ["garden"]


def test_neighbour_that_cannot_be_read_does_not_stop_the_installing(
    folder: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (decks / "locked").mkdir(parents=True)
    (decks / "locked" / "deck.yaml").touch()
    read = Path.open

    def locked(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.parent.name == "locked":
            raise PermissionError(13, "Permission denied")
        return read(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", locked)

    assert "is installed" in install_pack(folder, decks, EN)


def test_what_an_earlier_installing_left_behind_is_no_installed_deck(folder: Path, decks: Path) -> None:
    install_pack(folder, decks, EN)
    (decks / "garden").rename(decks / ".garden.before-1a2b")

    assert "is installed" in install_pack(folder, decks, EN)
    assert sorted(path.name for path in decks.iterdir()) == [".garden.before-1a2b", "garden"]


UNSAFE = [
    "../evil.yaml",
    "garden/../../evil.yaml",
    "/etc/evil",
    "C:/evil",
    "C:evil",
    "garden\\..\\evil",
    "\\\\server\\evil",
    "garden/./x",
    "garden//x",
    "garden/tools.yaml.",
    "garden/x ",
    "garden/CON",
    "garden/nul.yaml",
    "garden/COM1.txt",
    "garden/a\x1bb",
    "garden/a\0b",
    "garden/tools.yaml:stream",
    "garden/TOOLS.yaml",
    "GARDEN/tools.yaml",
    "x" * 300,
]


@pytest.mark.parametrize("name", UNSAFE, ids=ascii)
def test_pack_with_an_unsafe_name_is_refused(name: str, zip_with: Zip, decks: Path, tmp_path: Path) -> None:
    bad = zip_with((raw(name), b"x"))
    before = everything(tmp_path)

    with pytest.raises(Refused, match="a deck never holds"):
        install_pack(bad, decks, EN)

    assert everything(tmp_path) - {"data", "data/decks"} == before


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_pack_with_a_link_or_a_device_is_refused(kind: int, zip_with: Zip, decks: Path) -> None:
    with pytest.raises(Refused, match="a deck never holds"):
        install_pack(zip_with((link("garden/path.yaml", kind), b"/etc/passwd")), decks, EN)


def test_same_name_twice_is_refused(zip_with: Zip, decks: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        bad = zip_with(("garden/tools.yaml", b"x"))

    with pytest.raises(Refused, match="a deck never holds"):
        install_pack(bad, decks, EN)


@ON_POSIX
@pytest.mark.parametrize("linked", ["tools.yaml", "translations"])
def test_link_in_a_folder_is_refused(linked: str, folder: Path, decks: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "fr.yaml").write_text("secret")
    target = outside / "fr.yaml" if linked == "tools.yaml" else outside
    (folder / linked).unlink(missing_ok=True)
    (folder / linked).symlink_to(target)

    with pytest.raises(Refused, match="a deck never holds"):
        install_pack(folder, decks, EN)


def test_bomb_is_refused(zip_with: Zip, decks: Path) -> None:
    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(zip_with(("garden/path.yaml", b"\0" * 900_000)), decks, EN)


def test_too_many_files_are_refused(zip_with: Zip, decks: Path) -> None:
    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(zip_with(*((f"garden/{n}", b"") for n in range(unpack.MOST_FILES))), decks, EN)


def test_too_much_in_all_is_refused(zip_with: Zip, decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_UNPACKED", 50_000)
    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(zip_with(("garden/photo.jpg", os.urandom(60_000))), decks, EN)


def test_large_zip_is_not_even_opened(tmp_path: Path, decks: Path) -> None:
    file = tmp_path / "large.zip"
    with file.open("wb") as opened:
        opened.truncate(unpack.MOST_PACKED + 1)

    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(file, decks, EN)


def test_large_file_is_refused_whatever_the_zip_says_of_its_size(zip_with: Zip, decks: Path) -> None:
    file = zip_with(("garden/path.yaml", os.urandom(1_100_000)))
    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(file, decks, EN)

    lie = file.read_bytes().replace((1_100_000).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    file.write_bytes(lie)
    with pytest.raises(Refused, match="not a zip"):
        install_pack(file, decks, EN)


def test_large_file_in_a_folder_is_refused(folder: Path, decks: Path) -> None:
    (folder / "path.yaml").write_bytes(b"x" * 1_000_001)

    with pytest.raises(Refused, match="larger than any deck"):
        install_pack(folder, decks, EN)


def test_locked_pack_is_refused(pack: Path, decks: Path) -> None:
    content = bytearray(pack.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    pack.write_bytes(content)

    with pytest.raises(Refused, match="not a zip that can be opened"):
        install_pack(pack, decks, EN)


@pytest.mark.parametrize(
    ("names", "match"),
    [
        ((), "holds no deck"),
        (("a/b/deck.yaml",), "holds no deck"),
        (("a/deck.yaml", "b/deck.yaml"), "several decks"),
        (("deck.yaml", "b/deck.yaml"), "several decks"),
    ],
)
def test_zip_that_is_not_one_deck_is_refused(
    names: tuple[str, ...], match: str, tmp_path: Path, decks: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as opened:
        for name in names:
            opened.writestr(name, b"x")

    with pytest.raises(Refused, match=match):
        install_pack(tmp_path / "some.zip", decks, EN)


def test_what_is_no_pack_is_refused(tmp_path: Path, decks: Path) -> None:
    (tmp_path / "photo.zip").write_bytes(b"JFIF")

    with pytest.raises(Refused, match="not a zip"):
        install_pack(tmp_path / "photo.zip", decks, EN)
    with pytest.raises(Refused, match="no file or folder"):
        install_pack(tmp_path / "nowhere.zip", decks, EN)
    with pytest.raises(Refused, match="holds no deck"):
        install_pack(tmp_path, decks, EN)


@ON_POSIX
def test_pipe_is_not_waited_for(tmp_path: Path, decks: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")

    with pytest.raises(Refused, match="not a zip"):
        install_pack(tmp_path / "pipe.zip", decks, EN)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_way_of_compressing_is_refused(method: int, folder: Path, tmp_path: Path, decks: Path) -> None:
    with zipfile.ZipFile(tmp_path / "rare.zip", "w", method) as opened:
        opened.write(folder / "deck.yaml", "deck.yaml")

    with pytest.raises(Refused, match="not a zip"):
        install_pack(tmp_path / "rare.zip", decks, EN)


def test_id_that_windows_keeps_for_itself_is_refused(folder: Path, decks: Path) -> None:
    file = folder / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace("id: garden", "id: con"), "utf-8")

    with pytest.raises(BoosterError, match="No folder can be named “con”"):
        install_pack(folder, decks, EN)


def test_decks_folder_that_cannot_be_made_says_why(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EnvironmentFault, match="cannot be written"):
        install_pack(folder, tmp_path / "file" / "decks", EN)


@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_pack_never_fails_otherwise_than_in_a_sentence(
    pack: Path, tmp_path: Path, changes: list[tuple[float, int]]
) -> None:
    content = bytearray(pack.read_bytes())
    for where, byte in changes:
        content[int(where * len(content))] = byte
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(content)

    try:
        unpacked = read_pack(damaged)
    except BoosterError as fault:
        assert "\n" not in str(fault)
    else:
        assert set(unpacked.files) <= {
            *("deck.yaml", "challenges.yaml", "tools.yaml", "experiences.yaml", "path.yaml", "LICENSE.txt")
        }


@given(st.text(st.sampled_from("ab./\\: \0CONnul19*é\u0301"), max_size=12))
def test_safe_name_stays_below_where_it_is_written(name: str) -> None:
    if safe_name(name):
        place = Path("/decks/here")
        assert os.path.normpath(place / name) == str(place / name).removesuffix("/")
        assert "\\" not in name
        assert ":" not in name


def test_pack_without_compression_is_installed(folder: Path, decks: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "stored.zip", "w", zipfile.ZIP_STORED) as opened:
        opened.mkdir("garden")
        for file in folder.glob("*.yaml"):
            opened.writestr(f"garden/{file.name}", file.read_bytes())

    assert "12 cards" in install_pack(tmp_path / "stored.zip", decks, EN)
