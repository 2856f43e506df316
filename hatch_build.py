"""Compiles the words of the interface when the program is installed: PO files are slow to read."""

from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileWords(BuildHookInterface[Any]):
    """Writes `locale/*.mo` beside the PO files; a wheel takes these instead of their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue."""
        for source in Path(self.root, "booster", "locale").glob("*.po"):
            source.with_suffix(".mo").write_bytes(polib.pofile(str(source)).to_binary())
