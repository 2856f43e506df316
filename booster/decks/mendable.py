"""A problem that has one right answer, which `--fix` can write."""

from dataclasses import dataclass, fields

from booster.decks.problems import Problem


@dataclass(frozen=True, slots=True)
class Mendable(Problem):
    """A problem, and its whole line as it is to be."""

    mended: str = ""


def mendable(problem: Problem, mended: str | None) -> Problem:
    """Return the problem with its answer; as it is where there is none."""
    if mended is None or mended == problem.source:
        return problem
    return Mendable(**{one.name: getattr(problem, one.name) for one in fields(Problem)}, mended=mended)
