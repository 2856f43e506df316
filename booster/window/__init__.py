"""The game in a pygame window: the widget layer, the loop, and the screens on top of them."""
