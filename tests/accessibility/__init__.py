"""The window by keyboard alone and over the real accessibility bus, as a screen reader meets it."""
