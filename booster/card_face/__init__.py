"""One card, drawn with pygame: for the window, the preview and print.

challenge_face(card, deck, tr), tool_face(card, tr), experience_face(card, tr) -> Face   the words of a card
story_face(card, words, tr) -> Face              what a team did with it
lay_out_card(look, face, size) -> CardLayout     its words in a rectangle: they wrap, shrink, then turn pages
draw_card(surface, look, layout, topleft, page)  draws one page of it
page_mark(look, rect) -> Rect                    where the number of the page stands on a card of several
"""

from booster.card_face.drawing import draw_card, page_mark
from booster.card_face.layout import CardLayout, lay_out_card
from booster.card_face.words import Face, Step, challenge_face, experience_face, story_face, tool_face

__all__ = [
    "CardLayout",
    "Face",
    "Step",
    "challenge_face",
    "draw_card",
    "experience_face",
    "lay_out_card",
    "page_mark",
    "story_face",
    "tool_face",
]
