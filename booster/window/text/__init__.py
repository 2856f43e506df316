"""Words on the screen: fonts, wrapping, shrinking, pages. Nothing is ever cut.

Look(scale, fonts, settings)  what a screen needs: `px`, `text`, `line_height`, `theme`, `settings`
Run(text, bold, colour)       a stretch of words in one style; a paragraph is a `str` or a tuple of runs
wrap(...)                     a paragraph -> lines no wider than a width
fit(...)                      paragraphs -> pages that each fit a box: wraps, shrinks to a floor, then pages
Page.draw(...)                draws one page
"""

from booster.window.text.fonts import Fonts, Look
from booster.window.text.pages import Align, Page, fit, paginate
from booster.window.text.wrapping import Line, Run, Words, as_runs, wrap

__all__ = [
    "Align",
    "Fonts",
    "Line",
    "Look",
    "Page",
    "Run",
    "Words",
    "as_runs",
    "fit",
    "paginate",
    "wrap",
]
