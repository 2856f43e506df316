"""The widgets of the window: each has a `name`, a `rect` in pixels, `place` and `draw`.

Label(words, size, bold=, colour=, align=)      words that wrap and shrink
TextBox(paragraphs, size, floor=, colour=)      paragraphs that wrap, shrink, then turn pages
Button(text, on_press, primary=, number=, icon_name=, note=, locked=, enabled=)
TextField(name, text, max_length=, hint=, caption=, on_change=)     .text
Choice(name, options, chosen, on_change, caption=)                  .chosen
CheckBox(text, checked, on_change)                                  .checked
ScrollArea(name, widgets, gap)                  a tall column of which a part shows
Row(widgets, shares, gap)                       side by side, as one widget
column(look, box, widgets, gap), row(look, box, widgets, gap)       place widgets in a rectangle
Form                                            the widgets of a screen, the focus, who gets which event

`on_press` and `on_change` return where to go: Push, Pop, Replace, Quit, or None to stay.
Keep 24 design pixels between widgets: the focus ring takes 10 around each.
"""

from booster.window.widgets.base import UNUSED, Answer, Widget
from booster.window.widgets.button import Button
from booster.window.widgets.choice import CheckBox, Choice
from booster.window.widgets.field import TextField
from booster.window.widgets.form import Form
from booster.window.widgets.label import Label, TextBox
from booster.window.widgets.row import Row, column, row
from booster.window.widgets.scroll import ScrollArea

__all__ = [
    "UNUSED",
    "Answer",
    "Button",
    "CheckBox",
    "Choice",
    "Form",
    "Label",
    "Row",
    "ScrollArea",
    "TextBox",
    "TextField",
    "Widget",
    "column",
    "row",
]
