"""What a counter does: the only door for a window or a command."""
