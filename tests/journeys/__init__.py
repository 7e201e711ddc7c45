"""Whole visits through the real program on a real X server, to a real print server."""
