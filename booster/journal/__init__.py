"""One session on disk: a header, then one action a line, checksummed, chained and flushed to the disk.

Journal(...)             the one writer: `create`, `open`, `append`, `retry`, `move_to`
read_journal(path)       all that a session file holds, and where it is damaged
peek(path)               the little that a list of sessions shows, without reading the cards

A line is `CHECKSUM LENGTH JSON`: the checksum is of the JSON, and the JSON names its number and the checksum
of the line before, so that lost, repeated or reordered lines show. The file only grows; an undo is a line.
"""

from booster.journal.format import SUFFIX, Entry, Head, Header, Step, step_of
from booster.journal.reading import JournalDamaged, JournalFault, Reading, peek, read_journal
from booster.journal.writing import Journal, JournalLocked

__all__ = [
    "SUFFIX",
    "Entry",
    "Head",
    "Header",
    "Journal",
    "JournalDamaged",
    "JournalFault",
    "JournalLocked",
    "Reading",
    "Step",
    "peek",
    "read_journal",
    "step_of",
]
