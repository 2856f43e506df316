"""A person's own folder, and the arguments of the command line."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own, empty."""
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def arguments() -> Callable[..., Namespace]:
    """The arguments of `booster play --text`, some of them changed."""

    def of(**changed: object) -> Namespace:
        usual = {"text": True, "auto": False, "seed": None, "teams": None, "preset": None, "deck": None}
        return Namespace(**{**usual, "resume": None, "language": "en", **changed})

    return of
