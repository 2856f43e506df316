"""Fingers as the mouse: screens and widgets hear of one pointer, in pixels of the window."""

import pygame

_FINGER_AS_MOUSE = {
    pygame.FINGERDOWN: pygame.MOUSEBUTTONDOWN,
    pygame.FINGERUP: pygame.MOUSEBUTTONUP,
    pygame.FINGERMOTION: pygame.MOUSEMOTION,
}
_MOUSE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION)


def as_mouse(event: pygame.Event, pixels: tuple[int, int], points: tuple[int, int]) -> pygame.Event | None:
    """Return the event with its place in pixels; a finger as the left button; None for what SDL says twice.

    `pixels` is the size of what is drawn, `points` the size of the window as the system counts it (on
    high-density screens they differ).
    """
    if event.type in _FINGER_AS_MOUSE:
        pos = (round(event.x * pixels[0]), round(event.y * pixels[1]))
        return pygame.Event(_FINGER_AS_MOUSE[event.type], pos=pos, button=1, touch=True)
    if event.type not in _MOUSE:
        return event
    if getattr(event, "touch", False):
        return None  # SDL's own copy of a finger
    pos = (event.pos[0] * pixels[0] // points[0], event.pos[1] * pixels[1] // points[1])
    return pygame.Event(event.type, pos=pos, button=getattr(event, "button", 0), touch=False)
